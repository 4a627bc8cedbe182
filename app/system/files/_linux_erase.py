"""Deletion by handle on Linux: move into a private folder, check there, unlink, see that it is gone.

Nothing outside the registered file is removed: every level is opened without following links, and what is unlinked is
looked at in a folder where nobody else comes. Source: design, Deletion.
"""

# ruff: noqa: E402  # the platform is asserted first, for the type checker
from __future__ import annotations

import sys

assert sys.platform == "linux"

import errno
import logging
import os
import stat
from collections.abc import Collection
from pathlib import Path

from app.domain.deletion import Erased, EraseResult
from app.domain.file_names import is_own_temporary
from app.domain.identity import FileIdentity
from app.system.files import Recovered, RecoveredHow
from app.system.files._linux_handles import (
    LOOK,
    LinkOnTheWay,
    is_file,
    look,
    make_durable,
    opened_folder,
)
from app.system.files._linux_private import FILE, InUse, Marker, PrivateFolder
from app.system.files.zone import STREAM, STREAM_LIMIT

log = logging.getLogger(__name__)

_SIDECAR = "sidecar"
_NO_NAMES_LEFT = (errno.ENOENT, errno.ESTALE)  # what a FUSE file system says of a file without a name


def erase(path: Path, identity: FileIdentity) -> Erased:
    """Remove the file at `path` if and only if it is `identity`. Never raises OSError: a refusal is a result."""
    if not path.is_absolute() or ".." in path.parts or not path.name:
        return Erased(result=EraseResult.UNSAFE, detail="not a resolved path")
    try:
        with opened_folder(path.parent) as folder:
            return _erase_in(folder, path.name, identity)
    except LinkOnTheWay:
        return Erased(result=EraseResult.UNSAFE, detail="ELOOP")
    except (FileNotFoundError, NotADirectoryError):
        return Erased(result=EraseResult.MISSING)
    except ValueError:  # a NUL in the name: no such file can exist
        return Erased(result=EraseResult.MISSING)
    except OSError as error:
        return _blocked(error)


def _erase_in(folder: int, name: str, identity: FileIdentity) -> Erased:
    found = look(folder, name)
    if found is not None and is_file(found, folder, identity):
        try:
            private = _private_folder(folder, Marker(name, identity))
        except OSError as error:
            return _blocked(error)
        return _erase_through(private)
    left = _finish_left_behind(folder, identity)
    if left is not None:
        return left
    return Erased(result=EraseResult.MISSING) if found is None else _not_it(found)


def _private_folder(folder: int, marker: Marker) -> PrivateFolder:
    try:
        return PrivateFolder.make(folder, marker)
    except (FileNotFoundError, InUse):
        # Another process that tidies up took the folder for a left one before the marker stood in it: once more.
        return PrivateFolder.make(folder, marker)


def _erase_through(private: PrivateFolder) -> Erased:
    """The two steps. Whatever happens, what was not erased stands under its name again, or in a private folder whose
    marker tells what it is."""
    try:
        try:
            private.take()
        except FileNotFoundError as error:
            if look(private.parent, private.marker.original) is None:
                return Erased(result=EraseResult.MISSING)
            return _blocked(error)  # another process tidied our private folder up: the next attempt gets its own
        erased = _unlink_checked(private)
        if erased.result is EraseResult.GONE:
            _erase_sidecar(private)
        return erased
    except OSError as error:
        return _blocked(error)
    finally:
        _tidy(private)


def _unlink_checked(private: PrivateFolder) -> Erased:
    """Look once more, now where nobody swaps names, and unlink; or move back."""
    handle = os.open(FILE, LOOK, dir_fd=private.handle)
    try:
        before = os.fstat(handle)
        if not is_file(before, handle, private.marker.identity):
            private.put_back()
            return _not_it(before)
        try:
            os.unlink(FILE, dir_fd=private.handle)
        except OSError as error:
            private.put_back()
            return _blocked(error)
        make_durable(private.handle)
        make_durable(private.parent)
        return _proof(private, handle, before.st_nlink)
    finally:
        os.close(handle)


def _proof(private: PrivateFolder, handle: int, links_before: int) -> Erased:
    """What the file system shows now: the name is gone, and the file lost it."""
    try:
        left = os.fstat(handle).st_nlink
    except OSError as error:
        if error.errno not in _NO_NAMES_LEFT:
            raise
        left = 0
    if look(private.handle, FILE) is not None or left >= links_before:
        return Erased(result=EraseResult.BLOCKED, detail="the file system still shows it")
    return Erased(result=EraseResult.GONE, hard_links_left=left)


def _erase_sidecar(private: PrivateFolder) -> None:
    """The mark of the web that a copying program left as a file beside it goes with the file."""
    name = f"{private.marker.original}:{STREAM}"
    try:
        found = look(private.parent, name)
        if found is None or not stat.S_ISREG(found.st_mode) or found.st_nlink != 1 or found.st_size > STREAM_LIMIT:
            return
        private.take(name, _SIDECAR)
        _settle_sidecar(private)
    except OSError as error:  # the file itself is gone: that is what is reported
        log.warning("the mark of the web beside a deleted file was left (%s)", error.strerror)


def _settle_sidecar(private: PrivateFolder) -> None:
    """Unlink what was taken as a mark of the web, or move it back when it is none."""
    if look(private.handle, _SIDECAR) is None:
        return
    if _is_zone_stream(private.handle, _SIDECAR):
        os.unlink(_SIDECAR, dir_fd=private.handle)
    else:
        private.put_back(_SIDECAR, f"{private.marker.original}:{STREAM}")


def _is_zone_stream(folder: int, name: str) -> bool:
    handle = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, dir_fd=folder)
    try:
        regular = stat.S_ISREG(os.fstat(handle).st_mode)
        return regular and b"[zonetransfer]" in os.read(handle, STREAM_LIMIT).lower()
    finally:
        os.close(handle)


def _tidy(private: PrivateFolder) -> None:
    try:
        private.remove()
        make_durable(private.parent)
    except OSError as error:
        log.warning("a private folder could not be tidied up (%s)", error.strerror)
    finally:
        private.close()


def _not_it(found: os.stat_result) -> Erased:
    if stat.S_ISLNK(found.st_mode):
        return Erased(result=EraseResult.UNSAFE, detail="ELOOP")
    return Erased(result=EraseResult.OTHER_FILE)


def _blocked(error: OSError) -> Erased:
    name = errno.errorcode.get(error.errno) if error.errno is not None else None
    return Erased(result=EraseResult.BLOCKED, detail=name or "EIO")


def _finish_left_behind(folder: int, identity: FileIdentity) -> Erased | None:
    """An earlier attempt that was killed between its two steps: end it. None when there is none of this file."""
    for name in _private_names(folder):
        try:
            private = PrivateFolder.reopen(folder, name)
        except InUse as error:
            if _is_marked(folder, name, identity):
                return _blocked(error)
            continue
        except OSError as error:
            log.warning("a private folder could not be opened (%s)", error.strerror)
            continue
        if private is None:
            continue
        if private.marker.identity != identity or not private.holds_file():
            private.close()
            continue
        return _finish(private)
    return None


def _finish(private: PrivateFolder) -> Erased:
    try:
        erased = _unlink_checked(private)
        if erased.result is EraseResult.GONE:
            _erase_sidecar(private)
        return erased
    except OSError as error:
        return _blocked(error)
    finally:
        _tidy(private)


def _is_marked(folder: int, name: str, identity: FileIdentity) -> bool:
    """Whether the private folder another process works in is for this file."""
    try:
        inner = os.open(f"{name}/marker", os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, dir_fd=folder)
    except OSError:
        return False
    try:
        marker = Marker.from_bytes(os.read(inner, 4096))
    finally:
        os.close(inner)
    return marker is not None and marker.identity == identity


def _private_names(folder: int) -> list[str]:
    """Private folders in `folder`; none where it may not be listed (then none could be told from the rest)."""
    try:
        readable = os.open(".", os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC, dir_fd=folder)
    except PermissionError:
        return []
    try:
        with os.scandir(readable) as entries:
            return sorted(e.name for e in entries if is_own_temporary(e.name) and e.is_dir(follow_symlinks=False))
    finally:
        os.close(readable)


def recover_moved(folder: Path, wanted_gone: Collection[FileIdentity]) -> tuple[Recovered, ...]:
    with opened_folder(folder) as handle:
        found = [_recover(handle, folder, name, wanted_gone) for name in _private_names(handle)]
    return tuple(recovered for recovered in found if recovered is not None)


def _recover(parent: int, folder: Path, name: str, wanted_gone: Collection[FileIdentity]) -> Recovered | None:
    """None for a private folder in which another process is at work."""
    try:
        private = PrivateFolder.reopen(parent, name)
        if private is None:
            return _recover_unmarked(parent, folder, name)
        return _recover_marked(private, folder, wanted_gone)
    except InUse:
        return None
    except OSError as error:
        log.warning("a private folder could not be taken up (%s)", error.strerror)
        return Recovered(path=folder / name, how=RecoveredHow.LEFT)


def _recover_marked(private: PrivateFolder, folder: Path, wanted_gone: Collection[FileIdentity]) -> Recovered:
    identity = private.marker.identity
    path = folder / private.marker.original
    try:
        if not private.holds_file():
            _settle_sidecar(private)
            return Recovered(path=path, how=RecoveredHow.EMPTIED, identity=identity)
        if identity in wanted_gone and _unlink_checked(private).result is EraseResult.GONE:
            return Recovered(path=path, how=RecoveredHow.FINISHED, identity=identity)
        if not private.holds_file():  # it was refused, so it stands under its name again
            return Recovered(path=path, how=RecoveredHow.PUT_BACK, identity=identity)
        name = private.put_back()
        return Recovered(path=folder / name, how=RecoveredHow.PUT_BACK, identity=identity)
    finally:
        _tidy(private)


def _recover_unmarked(parent: int, folder: Path, name: str) -> Recovered:
    """Killed before the marker was whole: then nothing was moved yet. Anything else in it is not ours to judge."""
    path = folder / name
    handle = os.open(name, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=parent)
    try:
        with os.scandir(handle) as entries:
            inside = {entry.name for entry in entries}
        if inside - {"marker"}:
            return Recovered(path=path, how=RecoveredHow.LEFT)
        if inside:
            os.unlink("marker", dir_fd=handle)
    finally:
        os.close(handle)
    os.rmdir(name, dir_fd=parent)
    return Recovered(path=path, how=RecoveredHow.EMPTIED)
