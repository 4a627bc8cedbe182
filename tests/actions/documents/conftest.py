"""Documentation folders on laptops of one team, which share a plain folder as remote."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.actions.journal import JournalFilter
from app.domain.document import DocumentRow, DocumentState, SyncStatus
from app.domain.journal import JournalEntry
from tests.actions.conftest import MakeLaptop
from tests.actions.laptop import CLIENT, GOAL, Laptop


class Filer:
    """A person with a documentation folder. `folder` is the project's, `there` its place at the remote."""

    def __init__(self, laptop: Laptop, remote: Path, code: str = "P1") -> None:
        self.laptop = laptop
        self.app = laptop.app
        self.documents = laptop.app.documents
        self.folder = laptop.root / "Documentatie"
        self.folder.mkdir(exist_ok=True)
        remote.mkdir(exist_ok=True)
        self.app.settings.set("remote.folder", str(remote))
        self.there = remote / "documents" / code / "Documentatie"
        laptop.client()
        self.app.projects.add(code, CLIENT, goals=(GOAL,), documents=(self.folder,))

    def write(self, name: str, content: str | bytes = "plan") -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def sync(self, *, agreed: bool = False) -> SyncStatus:
        return self.documents.once(agreed=agreed)

    def rows(self) -> dict[str, DocumentRow]:
        """By name of the file."""
        return {Path(row.path).name: row for row in self.documents.status().items}

    def states(self) -> dict[str, str]:
        return {name: row.state.value for name, row in self.rows().items()}

    def row(self, name: str) -> DocumentRow:
        return self.rows()[name]

    def stored(self) -> dict[str, bytes]:
        """What stands at the remote, by path."""
        files = (path for path in self.there.rglob("*") if path.is_file())
        return {path.relative_to(self.there).as_posix(): path.read_bytes() for path in files}

    def here(self) -> dict[str, bytes]:
        files = (path for path in self.folder.rglob("*") if path.is_file())
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in files}

    def entries(self, name: str) -> list[JournalEntry]:
        return list(self.app.journal.list(JournalFilter(event=name)))

    def events(self, name: str) -> list[dict[str, object]]:
        return [dict(entry.data or {}) for entry in self.entries(name)]


MakeFiler = Callable[[], Filer]
FILED = DocumentState.FILED.value


@pytest.fixture(autouse=True)
def _files_are_finished_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test wrote is finished; that a document must settle has tests of its own."""
    monkeypatch.setattr("app.actions.documents.checking.QUIET_NS", 0)


@pytest.fixture
def make_filer(make_laptop: MakeLaptop, tmp_path: Path) -> MakeFiler:
    """Each on a laptop of their own, all with the same project."""
    return lambda: Filer(make_laptop(language="en"), tmp_path / "shared")


@pytest.fixture
def filer(make_filer: MakeFiler) -> Filer:
    return make_filer()
