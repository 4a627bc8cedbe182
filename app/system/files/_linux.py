"""Files on Linux."""

# ruff: noqa: E402  # the platform is asserted first, for the type checker
from __future__ import annotations

import sys

assert sys.platform == "linux"

import errno
import fcntl
import os
import signal
import stat
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from app.domain.deletion import Erased
from app.domain.finding import Origin
from app.domain.identity import FileFacts, FileIdentity
from app.system.files import Recovered
from app.system.files import _linux_erase as erasing
from app.system.files._linux_handles import LOOK, identity_of
from app.system.files.zone import STREAM, STREAM_LIMIT, merged, origin_of, parse_zone

_NOTHING_THERE = (errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG)
_NO_ATTRIBUTE = (errno.ENODATA, errno.ENOTSUP, errno.EPERM, errno.EACCES, errno.ERANGE, errno.EINVAL)
_NEXTCLOUD_DEHYDRATED = "user.nextcloud.hydrate_exec"
_READ = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC  # NONBLOCK: a FIFO does not keep us waiting


class LinuxFiles:
    """Implements `LocalFiles`. `proc`: where process information is mounted."""

    def __init__(self, proc: Path = Path("/proc")) -> None:
        self._proc = proc

    def facts(self, path: Path) -> FileFacts | None:
        with _looked_at(path) as handle:
            if handle is None:
                return None
            found = os.fstat(handle)
            if not stat.S_ISREG(found.st_mode):
                return None
            return FileFacts(
                path=str(path),
                identity=identity_of(found, handle),
                size_bytes=found.st_size,
                modified_ns=found.st_mtime_ns,
                changed_ns=found.st_ctime_ns,
                links=found.st_nlink,
            )

    def is_cloud_only(self, path: Path) -> bool:
        # Nextcloud marks what it has not fetched. A file without blocks proves nothing: it may be sparse or inline.
        return _attribute(path, _NEXTCLOUD_DEHYDRATED) is not None

    def erase(self, path: Path, identity: FileIdentity) -> Erased:
        return erasing.erase(path, identity)

    def recover_moved(self, folder: Path, wanted_gone: Collection[FileIdentity] = ()) -> tuple[Recovered, ...]:
        return erasing.recover_moved(folder, wanted_gone)

    def origin(self, path: Path) -> Origin | None:
        """From extended attributes that browsers write, then from a `Zone.Identifier` that came along from Windows: a
        file beside it, or an attribute of NTFS-3G."""
        from_browser = origin_of(
            url=_text_attribute(path, "user.xdg.origin.url"), referrer=_text_attribute(path, "user.xdg.referrer.url")
        )
        stream = _attribute(path, f"user.{STREAM}")
        from_stream = parse_zone(stream) if stream is not None else None
        return merged(merged(from_browser, from_stream), _sidecar_origin(path))

    def holders(self, path: Path) -> tuple[str, ...] | None:
        try:
            with _looked_at(path) as handle:
                if handle is None:
                    return ()
                wanted = os.fstat(handle)
            names = {self._name_of(process) for process in self._processes() if _has_open(process, wanted)}
        except OSError:
            return None
        return tuple(sorted(names))

    def settled_open(self, path: Path) -> bool:
        try:
            handle = os.open(path, _READ)
        except (OSError, ValueError):
            return False
        try:
            return stat.S_ISREG(os.fstat(handle).st_mode) and _nobody_writes(handle)
        finally:
            os.close(handle)

    def _processes(self) -> Iterator[Path]:
        """All processes but our own: what we hold ourselves keeps nobody waiting."""
        own = str(os.getpid())
        for entry in os.scandir(self._proc):
            if entry.name.isdigit() and entry.name != own:
                yield Path(entry.path)

    def _name_of(self, process: Path) -> str:
        try:
            return (process / "comm").read_text(errors="replace").strip() or process.name
        except OSError:  # it ended meanwhile
            return process.name


@contextmanager
def _looked_at(path: Path) -> Iterator[int | None]:
    """A handle on what `path` itself is, for looking only; None for nothing there. Raises OSError when it may not be
    looked at."""
    try:
        handle = os.open(path, LOOK)
    except ValueError:  # a NUL in the name
        yield None
        return
    except OSError as error:
        if error.errno not in _NOTHING_THERE:
            raise
        yield None
        return
    try:
        yield handle
    finally:
        os.close(handle)


def _attribute(path: Path, name: str) -> bytes | None:
    try:
        return os.getxattr(path, name, follow_symlinks=False)
    except ValueError:
        return None
    except OSError as error:
        if error.errno in _NO_ATTRIBUTE or error.errno in _NOTHING_THERE:
            return None
        raise


def _text_attribute(path: Path, name: str) -> str | None:
    value = _attribute(path, name)
    return None if value is None else value.decode("utf-8", errors="replace")


def _sidecar_origin(path: Path) -> Origin | None:
    """A file literally named `<name>:Zone.Identifier`: how some copying tools bring the stream along."""
    try:
        handle = os.open(path.parent / f"{path.name}:{STREAM}", _READ)
    except (OSError, ValueError):  # none, or none that may be read: then it tells nothing
        return None
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return None
        return parse_zone(os.read(handle, STREAM_LIMIT))
    except OSError:
        return None
    finally:
        os.close(handle)


def _has_open(process: Path, wanted: os.stat_result) -> bool:
    """Whether the process has a descriptor on the file. Another user's process is closed to us: it does not count."""
    try:
        handles = list(os.scandir(process / "fd"))
    except OSError:
        return False
    for handle in handles:
        try:
            found = handle.stat()
        except OSError:  # closed meanwhile
            continue
        if found.st_ino == wanted.st_ino and found.st_dev == wanted.st_dev:
            return True
    return False


def _nobody_writes(handle: int) -> bool:
    """A read lease is only given while nobody has the file open for writing. It is the owner's to ask for; where it is not
    given for another reason the caller's look at size and time decides."""
    try:
        # Somebody who opens the file meanwhile makes the kernel signal us; the default signal would end the process.
        fcntl.fcntl(handle, fcntl.F_SETSIG, signal.SIGURG)
        fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_RDLCK)
    except OSError as error:
        return error.errno != errno.EAGAIN
    fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    return True
