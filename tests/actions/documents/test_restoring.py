"""Bringing a project back: verified, resumable, never over files; as a test once a year. Source: VR-S2."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.actions.documents.restoring import MARK
from app.domain.errors import EnvironmentLacking, InputError
from tests.actions.documents.conftest import Filer, MakeFiler


@pytest.fixture
def filed(filer: Filer) -> Filer:
    filer.write("plan.txt", "one")
    filer.write("sub/notulen.txt", "two")
    filer.sync()
    return filer


def names_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_all_documents_come_back_as_they_were(filed: Filer, tmp_path: Path):
    """VR-S2"""
    result = filed.documents.restore("P1", tmp_path / "back")
    assert names_in(tmp_path / "back") == {
        "Documentatie/plan.txt": b"one",
        "Documentatie/sub/notulen.txt": b"two",
    }
    assert (result.files, result.not_verified) == (2, ())
    (event,) = filed.events("restore.drilled")
    assert event == {"files": 2, "count": 0, "failed": 0}
    assert filed.documents.status().drilled_at is not None


def test_on_a_laptop_that_never_filed_anything(filed: Filer, make_filer: MakeFiler, tmp_path: Path):
    result = make_filer().documents.restore("P1", tmp_path / "back")
    assert (result.files, result.not_verified) == (2, ())


def test_never_over_files(filed: Filer, tmp_path: Path):
    (tmp_path / "mine.txt").write_text("mine")
    before = names_in(tmp_path)
    with pytest.raises(InputError):
        filed.documents.restore("P1", tmp_path)
    with pytest.raises(InputError):
        filed.documents.restore("P1", tmp_path / "mine.txt")
    assert {name: before[name] for name in ("mine.txt",)} == {"mine.txt": b"mine"}


def test_an_interrupted_one_goes_on(filed: Filer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(done: int, total: int) -> None:
        if done:
            raise EnvironmentLacking(message)

    from app.domain.messages import msg

    message = msg("documents.busy")
    back = tmp_path / "back"
    with pytest.raises(EnvironmentLacking):
        filed.documents.restore("P1", back, refuse)
    assert (back / MARK).exists()
    inode = (back / "Documentatie/plan.txt").stat().st_ino
    result = filed.documents.restore("P1", back)
    assert result.files == 2
    assert (back / "Documentatie/plan.txt").stat().st_ino == inode  # not fetched again
    assert sorted(names_in(back)) == ["Documentatie/plan.txt", "Documentatie/sub/notulen.txt"]


def test_what_was_changed_since_it_came_back_is_not_overwritten(filed: Filer, tmp_path: Path):
    back = tmp_path / "back"
    (back / "Documentatie").mkdir(parents=True)
    (back / MARK).write_text('{"project": "P1"}')
    (back / "Documentatie/plan.txt").write_text("changed")
    result = filed.documents.restore("P1", back)
    assert [item.path for item in result.not_verified] == ["Documentatie/plan.txt"]
    assert (back / "Documentatie/plan.txt").read_text() == "changed"
    assert filed.documents.status().drilled_at is None


def test_what_is_not_as_it_was_filed_is_told(filed: Filer):
    (filed.there / "plan.txt").write_bytes(b"rot")
    result = filed.documents.drill("P1")
    assert (result.files, [item.path for item in result.not_verified]) == (2, [])
    # The folder tells what stands there now: a colleague's version. That it differs from what was filed is offered.
    filed.sync()
    assert filed.row("plan.txt").by is None
    assert filed.row("plan.txt").why is not None


def test_a_drill_keeps_nothing(filed: Filer, tmp_path: Path):
    before = names_in(filed.laptop.root / "home")
    assert filed.documents.drill("P1").is_complete
    assert names_in(filed.laptop.root / "home") == before
    assert filed.documents.status().drilled_at is not None


def test_a_drill_without_documents_counts_as_none(filer: Filer):
    filer.sync()
    assert filer.documents.drill("P1").files == 0
    assert filer.documents.status().drilled_at is None
