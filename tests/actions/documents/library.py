"""A library in memory that behaves as SharePoint's does: ids, versions, rewritten Office documents, errors when told."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import BinaryIO

from app.domain.document_names import collision_key
from app.domain.document_steps import may_be_rewritten
from app.domain.messages import msg
from app.domain.ports import Progress
from app.domain.quick_xor import quick_xor
from app.domain.remote_errors import RemoteConflict, RemoteGone, RemoteUnreachable
from app.domain.remote_files import Grant, RemoteChange, RemoteChanges, RemoteFile, UnfinishedUpload


def office_document(text: str, title: str = "") -> bytes:
    """A small Word document: its text, and properties that are no part of it."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "_rels/.rels", '<Relationships><Relationship Id="1" Type="x/officeDocument" Target="w"/></Relationships>'
        )
        archive.writestr("docProps/core.xml", f"<title>{title}</title>")
        archive.writestr("word/document.xml", f"<w>{text}</w>")
    return whole.getvalue()


def text_in(document: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return archive.read("word/document.xml").decode()[3:-4]


def with_properties(content: bytes, number: int) -> bytes:
    """As SharePoint does: the same document with properties of the library in it."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except zipfile.BadZipFile:
        return content.replace(b"</html>", b"<!-- %d --></html>" % number)
    parts["docProps/custom.xml"] = b"<ContentTypeId>%d</ContentTypeId>" % number
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="9" Type="x/custom-properties" Target="docProps/custom.xml"/></Relationships>',
    )
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return whole.getvalue()


@dataclass
class Library:
    """`person`: who is signed in. `rewrites`: "at once", "later" (`settle` does it) or "never". `uploads`: paths as they came.
    `refuse`: called before each act with its name and path, to raise what it likes."""

    person: str = "Robin"
    rewrites: str = "never"
    kind: str = "office365"
    now: datetime = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    files: dict[str, tuple[RemoteFile, bytes]] = field(default_factory=dict)
    uploads: list[str] = field(default_factory=list)
    downloads: list[str] = field(default_factory=list)
    refuse: Callable[[str, str], None] = lambda _act, _path: None
    answers_lost: int = 0
    forgot: bool = False  # it lost track of what it told
    _log: list[str] = field(default_factory=list)
    _numbers: int = 0

    def find(self, place: str, path: str) -> RemoteFile | None:
        self.refuse("find", path)
        return next((f for f, _ in self.files.values() if collision_key(f.path) == collision_key(path)), None)

    def upload(
        self,
        place: str,
        path: str,
        source: BinaryIO,
        *,
        sha256: str,
        size_bytes: int,
        replaces: str | None,
        unfinished: UnfinishedUpload | None,
        remember: Callable[[UnfinishedUpload | None], None],
        progress: Progress | None = None,
    ) -> RemoteFile:
        self.refuse("upload", path)
        current = next((f for f, _ in self.files.values() if collision_key(f.path) == collision_key(path)), None)
        if replaces is None and current is not None:
            raise RemoteConflict(msg("remote.conflict", path=path), current)
        if replaces is not None and current is None:
            raise RemoteGone(msg("remote.gone", path=path))
        if replaces is not None and current is not None and current.version != replaces:
            raise RemoteConflict(msg("remote.conflict", path=path), current)
        content = source.read()
        self.uploads.append(path)
        stored = self.put(path, content, self.person)
        if self.rewrites == "at once":
            stored = self._rewrite(stored)
        if self.answers_lost:
            self.answers_lost -= 1
            raise lost_answer()
        return stored

    def download(self, place: str, file: RemoteFile, target: BinaryIO) -> RemoteFile:
        self.refuse("download", file.path)
        if file.id not in self.files:
            raise RemoteGone(msg("remote.gone", path=file.path))
        found, content = self.files[file.id]
        self.downloads.append(found.path)
        target.write(content)
        return found

    def changes(self, place: str, cursor: str | None) -> RemoteChanges:
        self.refuse("changes", "")
        since = 0 if cursor is None else int(cursor)
        ids = dict.fromkeys(self._log[since:])
        told = [RemoteChange(id=id_, file=self.files[id_][0] if id_ in self.files else None) for id_ in ids]
        is_everything = cursor is None or self.forgot
        if self.forgot:
            ids = dict.fromkeys(self.files)
        if is_everything:
            told = [change for change in told if change.file is not None]
        is_ours, self.forgot = self.forgot, False
        return RemoteChanges(
            changes=tuple(told),
            cursor=str(len(self._log)),
            is_everything=is_everything,
            missing_is_ours=is_ours,
        )

    def grants(self, place: str) -> Sequence[Grant]:
        return ()

    def address(self, place: str) -> str | None:
        return f"https://firm.sharepoint.example/{place}"

    # -- what others do there -----------------------------------------------------------------------------------------

    def put(self, path: str, content: bytes, person: str = "Anna Smit") -> RemoteFile:
        known = next((f for f, _ in self.files.values() if collision_key(f.path) == collision_key(path)), None)
        self._numbers += 1
        file = RemoteFile(
            id=known.id if known is not None else f"id-{self._numbers}",
            path=known.path if known is not None else path,
            size_bytes=len(content),
            version=f'"v{self._numbers}"',
            content_version=f'"c{self._numbers}"',
            digest=quick_xor(content),
            modified_at=self.now,
            modified_by=person,
        )
        return self._keep(file, content)

    def rename(self, path: str, to: str) -> None:
        file, content = self._at(path)
        self._numbers += 1
        self._keep(replace(file, path=to, version=f'"v{self._numbers}"'), content)

    def delete(self, path: str) -> None:
        file, _ = self._at(path)
        del self.files[file.id]
        self._log.append(file.id)

    def content(self, path: str) -> bytes:
        return self._at(path)[1]

    def settle(self, after: timedelta = timedelta(seconds=20)) -> None:
        """The service gets round to rewriting."""
        self.now += after
        for file, _ in list(self.files.values()):
            self._rewrite(file)

    def _rewrite(self, file: RemoteFile) -> RemoteFile:
        _, content = self.files[file.id]
        if not may_be_rewritten(file.path):
            return file
        self._numbers += 1
        rewritten = with_properties(content, self._numbers)
        if rewritten == content:
            return file
        return self._keep(
            replace(
                file,
                size_bytes=len(rewritten),
                version=f'"v{self._numbers}"',
                content_version=f'"c{self._numbers}"',
                digest=quick_xor(rewritten),
                modified_at=self.now,
            ),
            rewritten,
        )

    def _at(self, path: str) -> tuple[RemoteFile, bytes]:
        return next(pair for pair in self.files.values() if pair[0].path == path)

    def _keep(self, file: RemoteFile, content: bytes) -> RemoteFile:
        self.files[file.id] = file, content
        self._log.append(file.id)
        return file


def lost_answer() -> RemoteUnreachable:
    return RemoteUnreachable(msg("remote.unreachable", folder="-", why=msg("cause.disk-error")))
