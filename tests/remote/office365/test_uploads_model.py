"""Whatever goes wrong on the way: no version of anybody is lost, and what is called stored stands there.

A document is uploaded again and again, in one request or in fragments, while a colleague writes, renames and deletes, lines
drop and the server has all kinds of trouble. Source: https://learn.microsoft.com/graph/api/driveitem-createuploadsession
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from app.domain.errors import AssistantError
from app.domain.remote_errors import RemoteConflict
from app.domain.remote_files import RemoteFile
from app.remote.office365 import fragments, uploads
from tests.microsoft365 import Microsoft365
from tests.microsoft365.faults import throttled
from tests.microsoft365.messages import GraphError, graph_error
from tests.remote.office365.laptop import PLACE, Sender, laptop

PATH = f"{PLACE}/a.bin"
FAULTS = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["lose_answer", "refuse_line", "cut", "500", "503", "504", "429", "404", "412", "416"]),
        "where": st.sampled_from(["*:/content", "*/createUploadSession", "*/uploadSession", "*/a.bin", "*"]),
        "skip": st.integers(0, 3),
        "times": st.integers(1, 3),
    }
)


class Uploading(RuleBasedStateMachine):
    """`known`: what the laptop knows to stand there; `contents`: whatever anybody ever stored, which must not vanish unseen."""

    @initialize(folder=st.booleans())
    def begin(self, folder: bool) -> None:
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr(uploads, "SMALL", 1_000)
        self.patch.setattr(fragments, "FRAGMENT", fragments.UNIT)
        self.service = Microsoft365()
        self.service.start()
        self.service.add_person("anna@vroom.example")
        self.anna = laptop(self.service)
        self.sender = Sender(self.anna.office)
        self.known: RemoteFile | None = None
        self.number = 0
        if folder:
            self.service.drive.folder(PLACE)

    @rule(size=st.sampled_from([0, 10, 1_001, 327_680, 700_000]), fault=st.none() | FAULTS, again=st.booleans())
    def upload(self, size: int, fault: dict[str, object] | None, again: bool) -> None:
        """`again`: the session that was left open is taken up, as after a crash."""
        content = self._content(size)
        before, standing = self._there(), self._version()
        made = self._break(fault)
        unfinished = self.sender.unfinished if again else None
        replaces = self.known.version if self.known else None
        try:
            stored = self.sender.send("a.bin", content, replaces=replaces, unfinished=unfinished)
        except RemoteConflict:
            self._stop(made)
            assert fault is not None or standing != replaces
            assert self._there() in (before, content)
            self._look()
        except AssistantError:
            self._stop(made)
            assert self._there() in (before, content)
            self._look()
        else:
            self._stop(made)
            assert self._there() == content
            assert stored.version == self.service.drive.item(PATH).etag
            # What stood there was known: it was replaced on purpose, or it was the same.
            assert before in (None, content) or before == self.last
            self.known = stored
        self.last = self._there()

    @rule(size=st.sampled_from([1, 10, 1_001]))
    def a_colleague_writes(self, size: int) -> None:
        self._act(lambda: self.service.drive.put(PATH, self._content(size)))

    @rule()
    def a_colleague_deletes(self) -> None:
        self._act(lambda: self.service.drive.delete(PATH))

    @rule()
    def a_colleague_renames(self) -> None:
        self._act(lambda: self.service.drive.rename(PATH, f"{PLACE}/{self.number}.bin"))

    @rule()
    def the_laptop_looks(self) -> None:
        self._look()
        self.last = self._there()

    def teardown(self) -> None:
        if hasattr(self, "service"):
            self.anna.session.close()
            self.service.stop()
            self.patch.undo()
            assert self.service.errors == []

    last: bytes | None = None

    def _content(self, size: int) -> bytes:
        self.number += 1
        return (b"%d " % self.number).ljust(size, b"x")[:size] if size else b""

    def _there(self) -> bytes | None:
        return self.service.drive.read(PATH) if PATH in self.service.drive.paths() else None

    def _version(self) -> str | None:
        return self.service.drive.item(PATH).etag if PATH in self.service.drive.paths() else None

    def _look(self) -> None:
        self.known = self.anna.office.documents.find(PLACE, "a.bin")

    def _act(self, act: Callable[[], object]) -> None:
        with contextlib.suppress(GraphError):  # there is nothing
            act()

    def _break(self, fault: dict[str, object] | None) -> object:
        if fault is None:
            return None
        kind, more = str(fault["kind"]), {"skip": fault["skip"], "times": fault["times"]}
        match kind:
            case "lose_answer" | "refuse_line":
                more[kind] = True
            case "cut":
                more["cut_after"] = 20
            case "429":
                more["answer"] = throttled("1")
            case _:
                more["answer"] = graph_error(int(kind), "generalException")
        return self.service.faults.next("*", str(fault["where"]), **more)  # type: ignore[arg-type]  # as drawn

    def _stop(self, made: object) -> None:
        self.service.faults.clear()


TestUploading = Uploading.TestCase
TestUploading.settings = settings(
    max_examples=10,
    stateful_step_count=10,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # making an example small takes minutes
    suppress_health_check=[HealthCheck.too_slow],
)
