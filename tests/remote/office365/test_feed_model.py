"""Whatever colleagues do in the library, and however the feed tells it: what a caller added up is what stands there.

Moves, renames and deletions of folders and files, in any order, with looks in between; pages of two, items that come twice,
deleted folders that are told alone, a server that forgets its cursors, lines that drop. Who comes seldom sees the same.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.domain.errors import AssistantError
from app.domain.remote_errors import RemoteUnreachable
from app.domain.remote_files import RemoteFile
from tests.microsoft365 import Microsoft365
from tests.microsoft365.messages import GraphError
from tests.remote.office365.laptop import DictMemory, Laptop, Sender, laptop

PLACE = "P-100/Dossier"
NAMES = st.sampled_from(["a", "b", "c"])
FOLDERS = st.sampled_from(["", "P-100", PLACE, f"{PLACE}/x", f"{PLACE}/x/y", f"{PLACE}/z", "elsewhere", "elsewhere/x"])


class Caller:
    """Adds up what it is told, as the engine does."""

    def __init__(self, office: Laptop) -> None:
        self.laptop = office
        self.cursor: str | None = None
        self.files: dict[str, RemoteFile] = {}

    def look(self) -> None:
        told = self.laptop.office.documents.changes(PLACE, self.cursor)
        if told.is_everything:
            self.files.clear()
        for change in told.changes:
            if change.file is None:
                self.files.pop(change.id, None)
            else:
                self.files[change.id] = change.file
        self.cursor = told.cursor

    def seen(self) -> dict[str, tuple[str, str, int]]:
        return {id_: (file.path, file.version, file.size_bytes) for id_, file in self.files.items()}


class Library(RuleBasedStateMachine):
    @initialize(duplicates=st.booleans(), alone=st.booleans(), page=st.sampled_from([2, 3, 200]))
    def begin(self, duplicates: bool, alone: bool, page: int) -> None:
        self.service = Microsoft365()
        self.service.start()
        self.service.add_person("anna@vroom.example")
        self.service.world.page_size = page
        self.service.graph.drives.delta.duplicates = duplicates
        self.service.graph.drives.delta.tells_deleted_folder_alone = alone
        self.drive = self.service.drive
        memory = DictMemory()
        self.often = Caller(laptop(self.service, memory=memory))
        self.seldom = Caller(laptop(self.service, memory=memory))
        self.count = 0

    @rule(folder=FOLDERS, name=NAMES)
    def put(self, folder: str, name: str) -> None:
        self.count += 1
        self._try(lambda: self.drive.put(f"{folder}/{name}.txt".lstrip("/"), b"x" * self.count))

    @rule(name=NAMES, below=st.sampled_from(["", "x/", "x/y/"]), often=st.booleans())
    def upload(self, name: str, below: str, often: bool) -> None:
        """By one of the two themselves: the stream tells of it as well."""
        self.count += 1
        office = (self.often if often else self.seldom).laptop.office
        path = f"{below}{name}.txt"
        with contextlib.suppress(AssistantError):  # a file where a folder should be
            standing = office.documents.find(PLACE, path)
            version = standing.version if standing else None
            Sender(office, PLACE).send(path, b"y" * self.count, replaces=version)

    @rule(folder=FOLDERS)
    def make(self, folder: str) -> None:
        self._try(lambda: self.drive.folder(folder))

    @rule(path=st.data())
    def delete(self, path: st.DataObject) -> None:
        chosen = self._any(path)
        if chosen:
            self.drive.delete(chosen)

    @rule(path=st.data(), folder=FOLDERS, name=NAMES)
    def move(self, path: st.DataObject, folder: str, name: str) -> None:
        chosen = self._any(path)
        if not chosen or folder == chosen or folder.startswith(chosen + "/"):
            return
        is_folder = self.drive.item(chosen).is_folder
        to = f"{folder}/{name}{'' if is_folder else '.txt'}".lstrip("/")
        self._try(lambda: self.drive.rename(chosen, to))

    @rule(old=FOLDERS, new=FOLDERS)
    def move_known_folder(self, old: str, new: str) -> None:
        if old and new and old != new and not new.startswith(old + "/"):
            self._try(lambda: self.drive.rename(old, new))

    @rule()
    def forget_changes(self) -> None:
        self.drive.forget_changes()

    @rule(skip=st.integers(0, 4))
    def look_while_the_line_drops(self, skip: int) -> None:
        fault = self.service.faults.next("*", "*", refuse_line=True, skip=skip, times=6)
        with contextlib.suppress(RemoteUnreachable):
            self.often.look()
        fault.times = 0

    @rule()
    def look_often(self) -> None:
        self.often.look()
        assert self.often.seen() == self._truth()

    @rule()
    def look_seldom(self) -> None:
        self.seldom.look()
        assert self.seldom.seen() == self._truth()

    @precondition(lambda self: hasattr(self, "service"))
    @invariant()
    def nothing_went_wrong_at_the_server(self) -> None:
        assert self.service.errors == []

    def teardown(self) -> None:
        if hasattr(self, "service"):
            self.often.laptop.session.close()
            self.seldom.laptop.session.close()
            self.service.stop()

    def _truth(self) -> dict[str, tuple[str, str, int]]:
        state = self.drive.state
        found = {}
        for item in state.below(state.root):
            path = state.path_of(item)
            if item.content is not None and path.casefold().startswith(PLACE.casefold() + "/"):
                found[item.id] = (path[len(PLACE) + 1 :], item.etag, item.content.size)
        return found

    def _any(self, data: st.DataObject) -> str | None:
        paths = self.drive.paths(folders=True)
        return data.draw(st.sampled_from(paths)) if paths else None

    def _try(self, act: Callable[[], object]) -> None:
        with contextlib.suppress(GraphError):  # a file where a folder should be, a name that is taken
            act()


TestLibrary = Library.TestCase
TestLibrary.settings = settings(
    max_examples=8,
    stateful_step_count=20,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # making an example small takes minutes
    suppress_health_check=[HealthCheck.too_slow],
)
