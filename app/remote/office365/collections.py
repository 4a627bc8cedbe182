"""Small documents (cards and the like) as files in the site's library, under "Vroom assistant/<collection>/"."""

from __future__ import annotations

import hashlib
import io
import re
import threading
from collections.abc import Iterator
from typing import Final

from app.domain.errors import InputError
from app.domain.messages import msg
from app.domain.remote_errors import RemoteBroken, RemoteConflict, RemoteGone
from app.domain.remote_files import RemoteFile
from app.remote.folder import MAX_DOCUMENT, MAX_NAMES, SUFFIX, RemoteNameError
from app.remote.office365.document import Document
from app.remote.office365.downloads import Downloads
from app.remote.office365.drive import SiteDrive
from app.remote.office365.feed import SiteFeed
from app.remote.office365.uploads import Uploads

PLACE: Final = "Vroom assistant"
_OWN_NAME = re.compile(r"^[a-z0-9][a-z0-9-]{0,127}$")
_READABLE_NAME = re.compile(r"^[A-Za-z0-9][A-Za-z0-9 ()._'-]{0,199}$")


class Office365Collections:
    """Implements `Remote`. Documents are written once: other content under a name that stands is a conflict. Any thread."""

    kind = "office365"

    def __init__(self, drive: SiteDrive, feed: SiteFeed, uploads: Uploads, downloads: Downloads) -> None:
        self._drive = drive
        self._feed = feed
        self._uploads = uploads
        self._downloads = downloads
        self._put: dict[str, set[str]] = {}  # by collection: what this process put, which the last look may not know
        self._seen: dict[str, dict[str, RemoteFile]] = {}  # by collection: what the last listing named
        self._lock = threading.Lock()

    def look_now(self) -> None:
        """A person asks: what stands there is looked at anew, however short ago that was done."""
        self._feed.look_now()

    def names(self, collection: str) -> Iterator[str]:
        """Names of documents that are there and not empty, sorted; at most 100,000."""
        there = self._there(collection)
        with self._lock:
            self._seen[collection] = there
            found = set(there) | self._put.get(collection, set())
        return iter(sorted(found)[:MAX_NAMES])

    def get(self, collection: str, name: str) -> bytes | None:
        """The document; of one that is too large, one byte over the limit, so that the reader sees it."""
        _check(name, _READABLE_NAME)
        with self._lock:
            file = self._seen.get(collection, {}).get(name)
        address = (
            self._drive.site.by_path(f"{_place(collection)}/{name}{SUFFIX}")
            if file is None
            else self._drive.site.by_id(file.id)
        )
        if file is not None and file.size_bytes > MAX_DOCUMENT:
            return bytes(MAX_DOCUMENT + 1)
        content = io.BytesIO()
        try:
            self._downloads.fetch(address, content, limit=MAX_DOCUMENT)
        except RemoteGone:
            if file is None:
                return None
            with self._lock:  # somebody may have put it anew: another file under the same name
                self._seen[collection].pop(name, None)
            return self.get(collection, name)
        except RemoteBroken as error:
            if error.message.id == "graph.too-long":
                return bytes(MAX_DOCUMENT + 1)
            raise
        return content.getvalue()

    def put(self, collection: str, name: str, content: bytes) -> None:
        """Raises InputError for a name or size that may not be, RemoteConflict when other content stands there."""
        _check(name, _OWN_NAME)
        if len(content) > MAX_DOCUMENT:
            raise InputError(msg("remote.too-large", megabytes=MAX_DOCUMENT // 1024**2))
        document = Document(
            place=_place(collection),
            below=name + SUFFIX,
            source=io.BytesIO(content),
            sha256=hashlib.sha256(content).hexdigest(),
            size_bytes=len(content),
            replaces=None,
        )
        try:
            item = self._uploads.upload(document, unfinished=None, remember=_nothing, progress=None)
        except RemoteConflict:
            if self.get(collection, name) != content:  # where the library tells no digest, the content itself does
                raise
        else:
            self._feed.note(_place(collection), item)
        with self._lock:
            self._put.setdefault(collection, set()).add(name)

    def _there(self, collection: str) -> dict[str, RemoteFile]:
        """By name. What is in folders below, and what is no document of ours, is left alone."""
        found = {}
        for file in self._feed.files(_place(collection), needs_content_versions=False).values():
            name = file.path.removesuffix(SUFFIX)
            if name != file.path and _READABLE_NAME.fullmatch(name) and ".." not in name and file.size_bytes > 0:
                found[name] = file
        return found


def _place(collection: str) -> str:
    _check(collection, _OWN_NAME)
    return f"{PLACE}/{collection}"


def _check(name: str, pattern: re.Pattern[str]) -> None:
    if not pattern.fullmatch(name) or ".." in name:
        raise RemoteNameError(msg("remote.name"))


def _nothing(_: object) -> None:
    """Small documents leave no session open."""
