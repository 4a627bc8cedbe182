"""Whatever two people write, rename, delete and decide, and whenever their laptops file: no version of any content is lost,
and in the end everything that changed is filed once.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.document import DocumentState, Way
from app.domain.errors import InputError
from tests.actions.documents.conftest import Filer
from tests.actions.laptop import Laptop

NAMES = ("a.txt", "b.txt", "sub/c.txt")
EXAMPLES = 5 if sys.platform == "win32" else 25  # Wine is slow
people = st.integers(0, 1)
names = st.sampled_from(NAMES)
acts = st.one_of(
    st.tuples(people, st.just("write"), names),
    st.tuples(people, st.just("write"), names),
    st.tuples(people, st.just("sync"), names),
    st.tuples(people, st.just("sync"), names),
    st.tuples(people, st.just("delete"), names),
    st.tuples(people, st.just("rename"), names),
    st.tuples(people, st.just("touch"), names),
    st.tuples(people, st.sampled_from(["mine", "theirs", "both"]), names),
    st.tuples(people, st.just("delete-there"), names),
)


class World:
    """Two people. `contents`: every content that was ever written; `given_up`: what somebody decided or deleted away."""

    def __init__(self, root: Path) -> None:
        shared = root / "shared"
        self.people = [Filer(Laptop(root / f"laptop-{number}", language="en"), shared) for number in range(2)]
        self.contents: set[bytes] = set()
        self.given_up: set[bytes] = set()
        self.number = 0

    def close(self) -> None:
        for filer in self.people:
            filer.laptop.close()

    def do(self, who: int, act: str, name: str) -> None:
        filer = self.people[who]
        path = filer.folder / name
        if act == "write":
            self._write(filer, name)
        elif act == "sync":
            self._sync(filer)
        elif act == "delete" and path.exists():
            self._give_up(path.read_bytes())
            path.unlink()
        elif act == "rename" and path.exists():
            self.number += 1
            path.rename(path.with_name(f"renamed-{self.number}.txt"))
        elif act == "touch" and path.exists():
            os.utime(path, (self.number, self.number))
        elif act == "delete-there":
            self._delete_there(filer, name)
        elif act in ("mine", "theirs", "both"):
            self._decide(filer, path, Way(act))

    def _write(self, filer: Filer, name: str) -> None:
        """A person writes on from what stands there: that version is followed by this one, which is no loss."""
        self.number += 1
        path = filer.folder / name
        if path.exists():
            self._follow(path.read_bytes(), filer)
        content = f"version {self.number}".encode()
        filer.write(name, content)
        self.contents.add(content)

    def _follow(self, content: bytes, filer: Filer) -> None:
        """Its own next version replaces it, here at once and there when it is filed from here."""
        self.given_up.add(content)

    def _give_up(self, content: bytes) -> None:
        self.given_up.add(content)

    def _delete_there(self, filer: Filer, name: str) -> None:
        path = filer.there / name
        if path.exists():
            self._give_up(path.read_bytes())
            path.unlink()

    def _decide(self, filer: Filer, path: Path, way: Way) -> None:
        row = filer.rows().get(path.name)
        if row is None or way not in row.ways:
            return
        act = {
            Way.MINE: filer.documents.keep_mine,
            Way.THEIRS: filer.documents.keep_theirs,
            Way.BOTH: filer.documents.keep_both,
        }[way]
        before = path.read_bytes() if path.exists() else None
        there = filer.there / path.relative_to(filer.folder)
        theirs = there.read_bytes() if there.exists() else None
        try:
            act(row.id)
        except InputError:
            return  # it changed since it was shown
        if way is Way.THEIRS and before is not None:
            self.given_up.add(before)
        if way is Way.MINE and theirs is not None:
            self.given_up.add(theirs)

    def _sync(self, filer: Filer) -> None:
        here, there = self._all_of(filer.folder) - self._put_beside(filer), self._all_of(filer.there)
        filer.sync(agreed=True)
        assert here <= self._all_of(filer.folder) | self.given_up, "filing took something away here"
        assert there <= self._all_of(filer.there) | self.given_up, "filing took something away there"

    def _put_beside(self, filer: Filer) -> set[bytes]:
        """Versions of the other that filing itself put beside a document: it puts a newer one in their place."""
        beside = (Path(row.copy_path) for row in filer.documents.status().items if row.copy_path)
        return {path.read_bytes() for path in beside if path.is_file()}

    def _all_of(self, folder: Path) -> set[bytes]:
        return {path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    def check(self) -> None:
        everywhere = {content for filer in self.people for content in self._all_of(filer.folder)}
        everywhere |= self._all_of(self.people[0].there)
        assert self.contents - self.given_up <= everywhere


@contextmanager
def world() -> Iterator[World]:
    with tempfile.TemporaryDirectory() as folder:
        made = World(Path(folder))
        try:
            yield made
        finally:
            made.close()


@pytest.fixture(autouse=True, scope="module")
def _finished_at_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("app.actions.documents.checking.QUIET_NS", 0)
        yield


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(st.lists(acts, min_size=4, max_size=25))
def test_no_version_is_ever_lost(done: list[tuple[int, str, str]]) -> None:
    with world() as made:
        for who, act, name in done:
            made.do(who, act, name)
            made.check()
        for _ in range(2):
            for filer in made.people:
                made._sync(filer)
                made.check()
        for filer in made.people:
            _everything_stands(filer)


def _everything_stands(filer: Filer) -> None:
    """What needs nobody stands there as it stands here; a second round finds nothing to do."""
    filer.sync(agreed=True)
    stored = filer.stored()
    before = {path: path.stat().st_ino for path in filer.there.rglob("*") if path.is_file()}
    for row in filer.documents.status().items:
        path = Path(row.path)
        assert row.state in (DocumentState.FILED, DocumentState.CONFLICT), row
        if row.state is DocumentState.FILED and row.why is None:
            assert path.read_bytes() in stored.values(), row
    filer.sync(agreed=True)
    assert {path: path.stat().st_ino for path in filer.there.rglob("*") if path.is_file()} == before
