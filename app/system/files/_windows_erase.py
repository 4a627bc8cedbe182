"""Deletion by handle on Windows: open the file itself, compare what was opened, mark it deleted, see that it is gone.

The handle is what is removed, so nothing that changes names meanwhile can lead elsewhere. Source: design, Deletion.
"""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import ctypes
from pathlib import Path

from app.domain.deletion import Erased, EraseResult
from app.domain.identity import FileIdentity
from app.system.files import _windows_api as api

_UNKNOWN_CLASS = (api.ERROR_INVALID_PARAMETER, api.ERROR_INVALID_FUNCTION, api.ERROR_NOT_SUPPORTED)
_ACCESS = api.DELETE | api.FILE_READ_ATTRIBUTES | api.FILE_WRITE_ATTRIBUTES


def erase(path: Path, identity: FileIdentity) -> Erased:
    """Remove the file at `path` if and only if it is `identity`. Never raises OSError: a refusal is a result."""
    if not path.is_absolute() or ".." in path.parts or not path.name:
        return Erased(result=EraseResult.UNSAFE, detail="not a resolved path")
    try:
        with api.opened(path, _ACCESS) as handle:
            refused = _refusal(path, handle, identity)
            if refused is not None:
                return refused
            links = _standard(handle).links
            _mark_deleted(handle)
        return _proof(path, identity, links)
    except ValueError:  # a NUL in the name: no such file can exist
        return Erased(result=EraseResult.MISSING)
    except OSError as error:
        if error.winerror in api.NOTHING_THERE:
            return Erased(result=EraseResult.MISSING)
        return Erased(result=EraseResult.BLOCKED, detail=api.error_name(error))


def _refusal(path: Path, handle: int, identity: FileIdentity) -> Erased | None:
    """Why what was opened is not the registered file at the registered place; None when it is."""
    tag = api.AttributeTagInfo()
    api.information(handle, api.FILE_ATTRIBUTE_TAG_INFO, tag)
    if tag.attributes & api.ATTRIBUTE_REPARSE_POINT and tag.tag & api.NAME_SURROGATE:
        return Erased(result=EraseResult.UNSAFE, detail="link")
    if tag.attributes & api.ATTRIBUTE_DIRECTORY or api.identity_of(handle) != identity:
        return Erased(result=EraseResult.OTHER_FILE)
    if api.final_path(handle).casefold() != api.wide(api.long_path(path)).casefold():
        return Erased(result=EraseResult.UNSAFE, detail="link")
    return None


def _standard(handle: int) -> api.StandardInfo:
    found = api.StandardInfo()
    api.information(handle, api.FILE_STANDARD_INFO, found)
    return found


def _mark_deleted(handle: int) -> None:
    """With POSIX semantics the name goes at once, also while others read; where the file system knows none (FAT, old
    servers, Wine 8), when the last handle closes. Raises OSError; then nothing was changed."""
    flags = ctypes.c_uint32(api.DISPOSITION_DELETE | api.DISPOSITION_POSIX | api.DISPOSITION_IGNORE_READONLY)
    try:
        api.set_information(handle, api.FILE_DISPOSITION_INFO_EX, flags)
    except OSError as error:
        if error.winerror not in _UNKNOWN_CLASS:
            raise
        _mark_deleted_plainly(handle)


def _mark_deleted_plainly(handle: int) -> None:
    basic = api.BasicInfo()
    api.information(handle, api.FILE_BASIC_INFO, basic)
    read_only = basic.attributes & api.ATTRIBUTE_READONLY
    if read_only:
        _set_attributes(handle, (basic.attributes & ~api.ATTRIBUTE_READONLY) or 0x80)  # 0x80: none of them
    try:
        api.set_information(handle, api.FILE_DISPOSITION_INFO, ctypes.c_ubyte(1))
    except OSError:
        if read_only:
            _set_attributes(handle, basic.attributes)
        raise


def _set_attributes(handle: int, attributes: int) -> None:
    wanted = api.BasicInfo()  # zero times: leave them
    wanted.attributes = attributes
    api.set_information(handle, api.FILE_BASIC_INFO, wanted)


def _proof(path: Path, identity: FileIdentity, links_before: int) -> Erased:
    """Look at the name again: nothing, or another file, stands there now."""
    gone = Erased(result=EraseResult.GONE, hard_links_left=max(0, links_before - 1))
    try:
        with api.opened(path, api.FILE_READ_ATTRIBUTES) as handle:
            if api.identity_of(handle) != identity:
                return gone
            pending = _standard(handle).delete_pending
            detail = "ERROR_DELETE_PENDING" if pending else "the file system still shows it"
            return Erased(result=EraseResult.BLOCKED, detail=detail)
    except OSError as error:
        if error.winerror in (api.ERROR_FILE_NOT_FOUND, api.ERROR_PATH_NOT_FOUND):
            return gone
        # Access denied is how Windows answers for a name whose file waits for its last holder to close.
        detail = "ERROR_DELETE_PENDING" if error.winerror == api.ERROR_ACCESS_DENIED else api.error_name(error)
        return Erased(result=EraseResult.BLOCKED, detail=detail)
