"""What every remote promises, whatever carries it: documents of projects, and small documents between laptops.

`test_contract.py` gives each remote, with the hands of a colleague who changes things there without us.
"""

from __future__ import annotations

import hashlib
import io
import random
from typing import Protocol

import pytest

from app.domain.errors import AssistantError, InputError
from app.domain.ports import Remote
from app.domain.quick_xor import quick_xor
from app.domain.remote_errors import RemoteConflict, RemoteGone
from app.domain.remote_files import RemoteChanges, RemoteFile, UnfinishedUpload
from app.domain.remote_ports import DocumentRemote

PLACE = "P-100"
LARGE = random.Random(3).randbytes(6_000_000)


class Colleague(Protocol):
    """Somebody else at the same remote."""

    def write(self, place: str, path: str, content: bytes) -> None: ...

    def read(self, place: str, path: str) -> bytes: ...

    def remove(self, place: str, path: str) -> None: ...

    def everything(self) -> list[str]:
        """Names of all documents that are there, of whatever place."""
        ...


def send(
    remote: DocumentRemote,
    path: str,
    content: bytes,
    *,
    replaces: str | None = None,
    place: str = PLACE,
    told: list[tuple[int, int]] | None = None,
    remembered: list[UnfinishedUpload | None] | None = None,
) -> RemoteFile:
    return remote.upload(
        place,
        path,
        io.BytesIO(content),
        sha256=hashlib.sha256(content).hexdigest(),
        size_bytes=len(content),
        replaces=replaces,
        unfinished=None,
        remember=(remembered if remembered is not None else []).append,
        progress=None if told is None else lambda done, size: told.append((done, size)),
    )


def fetch(remote: DocumentRemote, file: RemoteFile, place: str = PLACE) -> bytes:
    target = io.BytesIO()
    remote.download(place, file, target)
    return target.getvalue()


def paths(changes: RemoteChanges) -> dict[str, RemoteFile]:
    return {change.file.path: change.file for change in changes.changes if change.file is not None}


class Known:
    """What somebody knows who was told all changes of the place."""

    def __init__(self, documents: DocumentRemote) -> None:
        self._documents = documents
        self._cursor: str | None = None
        self.files: dict[str, RemoteFile] = {}

    def look(self) -> None:
        told = self._documents.changes(PLACE, self._cursor)
        assert told.is_everything or self._cursor is not None
        self._cursor = told.cursor
        if told.is_everything:
            self.files = {}
        for change in told.changes:
            if change.file is None:
                self.files.pop(change.id, None)
            else:
                self.files[change.id] = change.file


class DocumentContract:
    """Of `DocumentRemote`."""

    @pytest.mark.parametrize("content", [b"", b"plan", LARGE], ids=["empty", "small", "large"])
    def test_what_is_stored_is_found_and_fetched(self, documents: DocumentRemote, content: bytes) -> None:
        told: list[tuple[int, int]] = []
        remembered: list[UnfinishedUpload | None] = []
        file = send(documents, "Fase 1/Plan 100% & #2.txt", content, told=told, remembered=remembered)
        assert (file.path, file.size_bytes, file.digest) == (
            "Fase 1/Plan 100% & #2.txt",
            len(content),
            quick_xor(content),
        )
        assert documents.find(PLACE, file.path) == file
        assert fetch(documents, file) == content
        assert not told or told[-1] == (len(content), len(content))
        assert not remembered or remembered[-1] is None, "no session stays open"

    def test_what_is_not_there_is_none(self, documents: DocumentRemote) -> None:
        assert documents.find(PLACE, "none.txt") is None
        assert documents.find("P-999", "none.txt") is None
        send(documents, "map/a.txt", b"x")
        assert documents.find(PLACE, "map") is None, "a folder is no document"

    def test_a_known_version_is_replaced(self, documents: DocumentRemote) -> None:
        first = send(documents, "a.txt", b"one")
        second = send(documents, "a.txt", b"second", replaces=first.version)
        assert second.id == first.id
        assert second.version != first.version
        assert second.content_version != first.content_version
        assert fetch(documents, second) == b"second"

    def test_what_nobody_saw_is_never_replaced(self, documents: DocumentRemote, colleague: Colleague) -> None:
        colleague.write(PLACE, "a.txt", b"theirs")
        with pytest.raises(RemoteConflict) as conflict:
            send(documents, "a.txt", b"ours")
        assert conflict.value.current is not None
        assert (conflict.value.current.path, conflict.value.current.size_bytes) == ("a.txt", 6)
        assert colleague.read(PLACE, "a.txt") == b"theirs"

    @pytest.mark.parametrize("ours", [b"ours", LARGE], ids=["small", "large"])
    def test_what_changed_meanwhile_is_never_replaced(
        self, documents: DocumentRemote, colleague: Colleague, ours: bytes
    ) -> None:
        first = send(documents, "a.txt", b"one")
        colleague.write(PLACE, "a.txt", b"theirs")
        with pytest.raises(RemoteConflict) as conflict:
            send(documents, "a.txt", ours, replaces=first.version)
        current = conflict.value.current
        assert current is not None
        assert current.digest == quick_xor(b"theirs")
        assert colleague.read(PLACE, "a.txt") == b"theirs"
        second = send(documents, "a.txt", ours, replaces=current.version)
        assert fetch(documents, second) == ours, "once it was seen it may be"

    def test_what_was_removed_meanwhile_is_said(self, documents: DocumentRemote, colleague: Colleague) -> None:
        first = send(documents, "a.txt", b"one")
        colleague.remove(PLACE, "a.txt")
        with pytest.raises((RemoteConflict, RemoteGone)):
            send(documents, "a.txt", b"ours", replaces=first.version)
        with pytest.raises(RemoteGone):
            fetch(documents, first)

    @pytest.mark.parametrize("path", ["", "../a.txt", "a/../../b.txt", "./a.txt", "a//b.txt", "/a.txt"])
    def test_no_path_leads_out_of_its_place(self, documents: DocumentRemote, colleague: Colleague, path: str) -> None:
        with pytest.raises(AssistantError):
            send(documents, path, b"x")
        with pytest.raises(AssistantError):
            documents.find(PLACE, path)
        assert colleague.everything() == []

    def test_what_changes_tell_adds_up_to_what_stands_there(
        self, documents: DocumentRemote, colleague: Colleague
    ) -> None:
        kept, goes = send(documents, "kept.txt", b"a"), send(documents, "map/goes.txt", b"b")
        send(documents, "other.txt", b"c", place="P-200")
        known = Known(documents)
        known.look()
        assert known.files == {kept.id: kept, goes.id: goes}
        known.look()
        assert known.files == {kept.id: kept, goes.id: goes}
        colleague.write(PLACE, "kept.txt", b"changed")
        colleague.write(PLACE, "new/b.txt", b"new")
        colleague.remove(PLACE, "map/goes.txt")
        known.look()
        assert {file.path: file.digest for file in known.files.values()} == {
            "kept.txt": quick_xor(b"changed"),
            "new/b.txt": quick_xor(b"new"),
        }
        assert kept.id in known.files

    def test_what_was_stored_and_removed_between_two_looks_is_known_to_be_gone(
        self, documents: DocumentRemote, colleague: Colleague
    ) -> None:
        send(documents, "other.txt", b"a")
        known = Known(documents)
        known.look()
        file = send(documents, "a.txt", b"a")
        known.files[file.id] = file
        colleague.remove(PLACE, "a.txt")
        known.look()
        assert file.id not in known.files

    def test_what_changes_tell_can_be_fetched_and_replaced(
        self, documents: DocumentRemote, colleague: Colleague
    ) -> None:
        colleague.write(PLACE, "a.txt", b"theirs")
        file = paths(documents.changes(PLACE, None))["a.txt"]
        assert fetch(documents, file) == b"theirs"
        assert fetch(documents, send(documents, "a.txt", b"ours", replaces=file.version)) == b"ours"

    def test_a_place_that_is_not_there_yet_is_empty(self, documents: DocumentRemote) -> None:
        first = documents.changes(PLACE, None)
        assert first.changes == ()
        file = send(documents, "a.txt", b"x")
        assert paths(documents.changes(PLACE, first.cursor)) == {"a.txt": file}

    def test_a_cursor_of_another_time_gets_everything(self, documents: DocumentRemote) -> None:
        send(documents, "a.txt", b"x")
        for cursor in ("", "nonsense"):
            assert documents.changes(PLACE, cursor).is_everything

    def test_its_kind_address_and_grants(self, documents: DocumentRemote) -> None:
        send(documents, "a.txt", b"x")
        assert documents.kind in ("folder", "office365")
        assert PLACE in (documents.address(PLACE) or "")
        assert isinstance(tuple(documents.grants(PLACE)), tuple)


class CollectionContract:
    """Of `Remote`."""

    def test_what_is_put_is_named_and_got(self, remote: Remote) -> None:
        assert list(remote.names("cards")) == []
        remote.put("cards", "b", b"{}")
        remote.put("cards", "a", b'{"n": 1}')
        assert list(remote.names("cards")) == ["a", "b"]
        assert remote.get("cards", "a") == b'{"n": 1}'
        assert remote.get("cards", "none") is None
        assert list(remote.names("other")) == []

    def test_the_same_again_is_harmless(self, remote: Remote) -> None:
        remote.put("cards", "a", b"{}")
        remote.put("cards", "a", b"{}")
        assert list(remote.names("cards")) == ["a"]

    @pytest.mark.parametrize("name", ["", "..", "../x", "a/b", "x" * 300, "é"])
    def test_no_name_leads_elsewhere(self, remote: Remote, name: str) -> None:
        with pytest.raises(InputError):
            remote.put("cards", name, b"{}")
        with pytest.raises(InputError):
            remote.get("cards", name)
        assert list(remote.names("cards")) == []
