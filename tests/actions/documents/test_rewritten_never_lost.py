"""Two people and a service that rewrites their Office documents whenever it likes: no text of anybody is ever lost, and no
change is sent twice.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.actions.documents.target import FilingTarget
from app.domain.document import DocumentState
from tests.actions.documents.conftest import Filer
from tests.actions.documents.library import Library, office_document, text_in
from tests.actions.laptop import Laptop

NAMES = ("a.docx", "b.docx")
EXAMPLES = 5 if sys.platform == "win32" else 30  # Wine is slow
people = st.integers(0, 1)
acts = st.one_of(
    st.tuples(people, st.just("write"), st.sampled_from(NAMES)),
    st.tuples(people, st.just("sync"), st.sampled_from(NAMES)),
    st.tuples(people, st.just("sync"), st.sampled_from(NAMES)),
    st.tuples(people, st.just("settle"), st.sampled_from(NAMES)),
    st.tuples(people, st.just("browser"), st.sampled_from(NAMES)),
    st.tuples(people, st.just("lose"), st.sampled_from(NAMES)),
)


class World:
    """`followed`: texts that their own writer wrote on from, so that a newer one holds them."""

    def __init__(self, root: Path, rewrites: str) -> None:
        self.library = Library(rewrites=rewrites)
        self.people = [self._filer(root, number) for number in range(2)]
        self.followed: set[str] = set()
        self.number = 0

    def _filer(self, root: Path, number: int) -> Filer:
        filer = Filer(Laptop(root / f"laptop-{number}", language="en"), root / "unused")
        target = FilingTarget(remote=self.library, name="library", rewrites=True, side_by_side=2, site_characters=60)
        filer.documents._choose = filer.documents._rounds._choose = lambda: target
        return filer

    def do(self, who: int, act: str, name: str) -> None:
        filer, library = self.people[who], self.library
        library.now += timedelta(seconds=30)
        library.person = f"person-{who}"
        path, there = filer.folder / name, f"Documentatie/{name}"
        known = library.find("", there)
        if act == "write":
            if path.exists():
                self.followed.add(text_in(path.read_bytes()))
            path.write_bytes(office_document(self._text()))
        elif act == "sync":
            before = self.here(filer) | self.there()
            filer.sync(agreed=True)
            assert before <= self.here(filer) | self.there() | self.followed
        elif act == "settle":
            library.settle()
        elif act == "lose":
            library.answers_lost = 1
        elif act == "browser" and known is not None:
            self.followed.add(text_in(library.content(known.path)))
            library.put(known.path, office_document(self._text()), library.person)

    def _text(self) -> str:
        self.number += 1
        return f"version {self.number}"

    def here(self, filer: Filer) -> set[str]:
        return {text_in(path.read_bytes()) for path in filer.folder.iterdir()}

    def there(self) -> set[str]:
        return {text_in(content) for _, content in self.library.files.values()}


@contextmanager
def world(rewrites: str) -> Iterator[World]:
    with tempfile.TemporaryDirectory() as folder:
        made = World(Path(folder), rewrites)
        try:
            yield made
        finally:
            for filer in made.people:
                filer.laptop.close()


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
@given(st.sampled_from(["at once", "later", "never"]), st.lists(acts, min_size=4, max_size=20))
def test_no_text_is_ever_lost(rewrites: str, done: list[tuple[int, str, str]]) -> None:
    with world(rewrites) as made:
        for who, act, name in done:
            made.do(who, act, name)
        made.library.answers_lost = 0
        for _ in range(3):
            for who in range(2):
                made.do(who, "sync", "a.docx")
        sent = Counter(made.library.uploads)
        for who in range(2):
            made.do(who, "settle", "a.docx")
            made.do(who, "sync", "a.docx")
        assert Counter(made.library.uploads) == sent, "what did not change was sent again"
        states = {row.state for filer in made.people for row in filer.documents.status().items}
        assert states <= {DocumentState.FILED, DocumentState.CONFLICT}
