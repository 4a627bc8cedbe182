"""Files on Windows."""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import ctypes
from collections.abc import Collection
from ctypes import wintypes
from pathlib import Path

from app.domain.deletion import Erased
from app.domain.finding import Origin
from app.domain.identity import FileFacts, FileIdentity
from app.system.files import Recovered
from app.system.files import _windows_api as api
from app.system.files._windows_erase import erase
from app.system.files._windows_holders import holders
from app.system.files.zone import STREAM, STREAM_LIMIT, parse_zone

_NO_ATTRIBUTES = 0xFFFFFFFF


class WindowsFiles:
    """Implements `LocalFiles`."""

    def facts(self, path: Path) -> FileFacts | None:
        try:
            with api.opened(path, api.FILE_READ_ATTRIBUTES) as handle:
                return _facts(path, handle)
        except ValueError:  # a NUL in the name
            return None
        except OSError as error:
            if error.winerror in api.NOTHING_THERE:
                return None
            raise

    def is_cloud_only(self, path: Path) -> bool:
        try:
            attributes = api.library().GetFileAttributesW(api.wide(path))
        except ValueError:
            return False
        return attributes != _NO_ATTRIBUTES and bool(attributes & api.RECALL_ATTRIBUTES)

    def erase(self, path: Path, identity: FileIdentity) -> Erased:
        return erase(path, identity)

    def recover_moved(self, folder: Path, wanted_gone: Collection[FileIdentity] = ()) -> tuple[Recovered, ...]:
        """Nothing: here a file is removed by its handle, in one step."""
        return ()

    def origin(self, path: Path) -> Origin | None:
        try:
            with api.opened(f"{api.wide(path)}:{STREAM}", api.GENERIC_READ) as handle:
                return parse_zone(_read(handle))
        except (OSError, ValueError):  # no stream, or none that may be read: then it tells nothing
            return None

    def holders(self, path: Path) -> tuple[str, ...] | None:
        return holders(path)

    def settled_open(self, path: Path) -> bool:
        # Denying others to write fails while somebody has it open for writing; readers do not disturb, and are not disturbed.
        if self.is_cloud_only(path):
            return False
        try:
            with api.opened(path, api.GENERIC_READ, api.SHARE_READ | api.SHARE_DELETE) as handle:
                return _facts(path, handle) is not None
        except (OSError, ValueError):
            return False


def _facts(path: Path, handle: int) -> FileFacts | None:
    tag, basic, standard = api.AttributeTagInfo(), api.BasicInfo(), api.StandardInfo()
    api.information(handle, api.FILE_ATTRIBUTE_TAG_INFO, tag)
    if tag.attributes & api.ATTRIBUTE_DIRECTORY or is_link(tag):
        return None
    api.information(handle, api.FILE_BASIC_INFO, basic)
    api.information(handle, api.FILE_STANDARD_INFO, standard)
    return FileFacts(
        path=str(path),
        identity=api.identity_of(handle),
        size_bytes=standard.size,
        modified_ns=api.unix_ns(basic.written),
        changed_ns=api.unix_ns(basic.changed),
        links=standard.links,
    )


def is_link(tag: api.AttributeTagInfo) -> bool:
    return bool(tag.attributes & api.ATTRIBUTE_REPARSE_POINT and tag.tag & api.NAME_SURROGATE)


def _read(handle: int) -> bytes:
    buffer = ctypes.create_string_buffer(STREAM_LIMIT)
    count = wintypes.DWORD()
    if not api.library().ReadFile(handle, buffer, STREAM_LIMIT, ctypes.byref(count), None):
        raise api.last_error()
    return buffer.raw[: count.value]
