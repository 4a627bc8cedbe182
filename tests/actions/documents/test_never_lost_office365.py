"""The same promise as in `test_never_lost`, with the firm's Microsoft 365 as remote: whatever two people and a colleague in the
browser do, and whatever goes wrong on the line or at the server while their laptops file, no version of any content is lost.
"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.domain.document import DocumentState, Way
from app.domain.errors import AssistantError, InputError
from tests.actions.documents.conftest import Filer
from tests.actions.laptop import Laptop
from tests.actions.office365_laptops import policy_of, sign_in
from tests.microsoft365 import Microsoft365
from tests.microsoft365.faults import throttled
from tests.microsoft365.messages import GraphError, graph_error
from tests.microsoft365.storing import PROPERTIES

PLACE = "P1/Documentatie"
NAMES = st.sampled_from(["a.txt", "b.html", "sub/c.txt"])
WHO = st.integers(0, 1)
FAULT = st.tuples(
    st.sampled_from(["lose_answer", "refuse_line", "cut", "500", "504", "429", "404", "412", "409"]),
    st.sampled_from(["*:/content", "*/delta", "*/children", "*.txt", "*/$batch", "*/download", "*"]),
    st.integers(0, 4),
    st.integers(1, 4),
)
ACTS = st.one_of(
    st.tuples(st.just("write"), WHO, NAMES),
    st.tuples(st.just("sync"), WHO, st.none() | FAULT),
    st.tuples(st.just("sync"), WHO, st.none() | FAULT),
    st.tuples(st.sampled_from(["delete", "rename", "mine", "theirs", "both"]), WHO, NAMES),
    st.tuples(st.sampled_from(["put-there", "delete-there", "rename-there"]), WHO, NAMES),
    st.tuples(st.just("forget-there"), WHO, NAMES),
)


class World:
    """Two laptops and a library. `contents`: all that was ever written; `given_up`: what somebody decided or deleted away."""

    def __init__(self, root: Path, service: Microsoft365) -> None:
        self.service = service
        self.drive = service.drive
        self.contents: set[bytes] = set()
        self.given_up: set[bytes] = set()
        self.number = 0
        self.people = [self._person(root, name) for name in ("anna", "bo")]

    def _person(self, root: Path, name: str) -> Filer:
        mail = f"{name}@vroom.example"
        self.service.add_person(mail, name.title())
        laptop = Laptop(root / name, language="en", policy=policy_of(self.service))
        sign_in(laptop, self.service, mail)
        return Filer(laptop, root / "unused")

    def do(self, act: str, who: int, what: object) -> None:
        filer = self.people[who]
        if act == "sync":
            self.sync(filer, what)
            return
        name = str(what)
        path = filer.folder / name
        match act:
            case "write":
                self._give_up(path)
                filer.write(name, self._content())
            case "delete":
                self._give_up(path)
                path.unlink(missing_ok=True)
            case "rename" if path.exists():
                path.rename(path.with_name(f"renamed-{self.number}-{path.name}"))
            case "put-there":
                self._give_up_there(name)
                with contextlib.suppress(GraphError):
                    self.drive.put(f"{PLACE}/{name}", self._content())
            case "delete-there":
                self._give_up_there(name)
                with contextlib.suppress(GraphError):
                    self.drive.delete(f"{PLACE}/{name}")
            case "rename-there":
                with contextlib.suppress(GraphError):
                    self.drive.rename(f"{PLACE}/{name}", f"{PLACE}/there-{self.number}.txt")
            case "forget-there":
                self.drive.forget_changes()
            case "mine" | "theirs" | "both":
                self._decide(filer, path, Way(act))

    def sync(self, filer: Filer, fault: object = None) -> None:
        here, there = self._here(filer), self._there()
        self._break(fault)
        with contextlib.suppress(AssistantError):
            filer.sync(agreed=True)
        self.service.faults.clear()
        assert here <= self._here(filer) | self.given_up, "filing took something away here"
        assert there <= self._there() | self.given_up, "filing took something away there"
        self.check()

    def check(self) -> None:
        everywhere = self._there().union(*(self._here(filer) for filer in self.people))
        assert self.contents - self.given_up <= everywhere
        assert self.service.errors == []

    def _content(self) -> bytes:
        self.number += 1
        content = f"version {self.number}".encode()
        self.contents.add(content)
        return content

    def _give_up(self, path: Path) -> None:
        """Who writes on, or deletes, gives up what stood there."""
        if path.exists():
            self.given_up.add(_written(path.read_bytes()))

    def _give_up_there(self, name: str) -> None:
        if f"{PLACE}/{name}" in self.drive.paths():
            self.given_up.add(_written(self.drive.read(f"{PLACE}/{name}")))

    def _decide(self, filer: Filer, path: Path, way: Way) -> None:
        row = filer.rows().get(path.name)
        if row is None or way not in row.ways:
            return
        act = {
            Way.MINE: filer.documents.keep_mine,
            Way.THEIRS: filer.documents.keep_theirs,
            Way.BOTH: filer.documents.keep_both,
        }[way]
        before = _written(path.read_bytes()) if path.exists() else None
        name = path.relative_to(filer.folder).as_posix()
        stands = f"{PLACE}/{name}" in self.drive.paths()
        there = _written(self.drive.read(f"{PLACE}/{name}")) if stands else None
        try:
            act(row.id)
        except InputError:
            return  # it changed since it was shown
        self.given_up |= {
            content for content, lost in ((before, Way.THEIRS), (there, Way.MINE)) if content and way is lost
        }

    def _here(self, filer: Filer) -> set[bytes]:
        return {_written(path.read_bytes()) for path in filer.folder.rglob("*") if path.is_file()}

    def _there(self) -> set[bytes]:
        return {_written(self.drive.read(path)) for path in self.drive.paths()}

    def _break(self, fault: object) -> None:
        if not isinstance(fault, tuple):
            return
        kind, where, skip, times = fault
        next_ = self.service.faults.next
        match kind:
            case "lose_answer" | "refuse_line":
                next_("*", where, skip=skip, times=times, **{kind: True})
            case "cut":
                next_("*", where, skip=skip, times=times, cut_after=20)
            case "429":
                next_("*", where, skip=skip, times=times, answer=throttled("1"))
            case _:
                next_("*", where, skip=skip, times=times, answer=graph_error(int(kind), "generalException"))


def _written(content: bytes) -> bytes:
    """As a person wrote it, without what SharePoint put into it."""
    return content.replace(PROPERTIES, b"")


@contextlib.contextmanager
def world(rewrites: str | None) -> Iterator[World]:
    with tempfile.TemporaryDirectory() as folder, Microsoft365() as service:
        service.world.rewrites = rewrites
        made = World(Path(folder), service)
        try:
            yield made
        finally:
            for filer in made.people:
                filer.laptop.close()


@settings(
    max_examples=8,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # making an example small takes minutes
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(st.lists(ACTS, min_size=6, max_size=25), st.sampled_from([None, "at_once", "after"]))
def test_no_version_is_ever_lost(done: list[tuple[str, int, object]], rewrites: str | None) -> None:
    with world(rewrites) as made, pytest.MonkeyPatch.context() as patch:
        patch.setattr("app.actions.documents.checking.QUIET_NS", 0)
        for act, who, what in done:
            made.do(act, who, what)
        for _ in range(3):
            for filer in made.people:
                filer.laptop.passes(timedelta(hours=1))  # what was asked to wait has waited
                made.sync(filer)
        for filer in made.people:
            for row in filer.documents.status().items:
                assert row.state in (DocumentState.FILED, DocumentState.CONFLICT), row
