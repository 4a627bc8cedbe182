"""Whatever colleagues do, in whatever order and between whatever looks: what the feed told adds up to what stands there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.microsoft365 import Microsoft365
from tests.microsoft365.messages import GraphError
from tests.remote.office365.laptop import ANNA, Laptop, laptop

FOLDERS = st.lists(st.sampled_from(["A", "B"]), max_size=3)
FILES = st.builds(lambda above, name: "/".join([*above, name]), FOLDERS, st.sampled_from(["x.txt", "y.txt"]))
SOME_FOLDER = FOLDERS.filter(bool).map("/".join)
ANY = FILES | SOME_FOLDER
STEPS = st.one_of(
    st.tuples(st.just("put"), FILES, st.integers(0, 3)),
    st.tuples(st.just("make"), SOME_FOLDER),
    st.tuples(st.just("delete"), ANY),
    st.tuples(st.just("move"), FILES, FILES),
    st.tuples(st.just("move"), SOME_FOLDER, SOME_FOLDER),
    st.tuples(st.just("move in"), ANY),
    st.tuples(st.just("move out"), ANY),
    st.tuples(st.just("delete all")),
    st.tuples(st.just("forget"), st.sampled_from(["Apply", "Upload"])),
    st.tuples(st.just("other process")),
    st.tuples(st.just("look")),
)
_numbers = count()


@pytest.fixture(scope="module")
def service() -> Iterator[Microsoft365]:
    with Microsoft365() as made:
        made.add_person(ANNA, "Anna Bakker")
        made.world.page_size = 3
        yield made


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(steps=st.lists(STEPS, min_size=3, max_size=14), duplicates=st.booleans())
def test_what_was_told_adds_up(service: Microsoft365, steps: list[tuple[object, ...]], duplicates: bool) -> None:
    number = next(_numbers)
    there = _There(service, f"P-{number}", f"elsewhere-{number}")
    service.graph.drives.delta.duplicates = duplicates
    hers = laptop(service)
    known = _Known(hers, there.place)
    try:
        known.look()
        for step in steps:
            if step[0] == "look":
                known.look()
            elif step[0] == "other process":
                other = hers.another_process()
                known.look(other)
                other.session.close()
            else:
                there.act(*step)
        known.look()
        assert known.files == there.files()
        before = dict(known.files)
        known.look()
        assert known.files == before
    finally:
        hers.session.close()


class _Known:
    """What somebody knows who was told all changes."""

    def __init__(self, hers: Laptop, place: str) -> None:
        self._hers = hers
        self._place = place
        self._cursor: str | None = None
        self._by_id: dict[str, tuple[str, str]] = {}

    def look(self, through: Laptop | None = None) -> None:
        told = (through or self._hers).office.documents.changes(self._place, self._cursor)
        self._cursor = told.cursor
        if told.is_everything:
            self._by_id = {}
        for change in told.changes:
            if change.file is None:
                self._by_id.pop(change.id, None)  # it may have come and gone between two looks
            else:
                self._by_id[change.id] = change.file.path, change.file.version

    @property
    def files(self) -> dict[str, tuple[str, str]]:
        return self._by_id


class _There:
    """The library in a colleague's hands. What cannot be done is not done."""

    def __init__(self, service: Microsoft365, place: str, elsewhere: str) -> None:
        self._service = service
        self.place = place
        self._elsewhere = elsewhere

    def act(self, kind: object, *details: object) -> None:
        drive, here = self._service.drive, self.place
        first = details[0] if details else ""
        try:
            if kind == "put":
                drive.put(f"{here}/{first}", f"{first}{details[1]}".encode())
            elif kind == "make":
                drive.folder(f"{here}/{first}")
            elif kind == "delete":
                drive.delete(f"{here}/{first}")
            elif kind == "delete all":
                drive.delete(here)
            elif kind == "move" and not f"{details[1]}/".startswith(f"{first}/"):
                drive.rename(f"{here}/{first}", f"{here}/{details[1]}")
            elif kind == "move out":
                drive.rename(f"{here}/{first}", f"{self._elsewhere}/{first}")
            elif kind == "move in":
                drive.rename(f"{self._elsewhere}/{first}", f"{here}/{first}")
            elif kind == "forget":
                self._service.graph.drives.delta.forgets = f"resyncChanges{first}Differences"
        except GraphError:
            return

    def files(self) -> dict[str, tuple[str, str]]:
        drive = self._service.drive
        inside = [path for path in drive.paths() if path.startswith(f"{self.place}/")]
        items = {path: drive.item(path) for path in inside}
        return {item.id: (path.removeprefix(f"{self.place}/"), item.etag) for path, item in items.items()}
