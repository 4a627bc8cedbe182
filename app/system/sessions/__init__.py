"""To which hosts somebody works through a remote desktop at this moment, as far as its program was started with the host.

The same on Windows and Linux: what runs and with which words is asked of the system, nothing of the session is seen. A
session that was chosen inside the program is not known.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import psutil

CLIENTS: Final = frozenset(
    {
        "mstsc",
        "msrdc",
        "xfreerdp",
        "xfreerdp3",
        "wlfreerdp",
        "sdl-freerdp",
        "rdesktop",
        "remmina",
        "krdc",
        "vncviewer",
        "wfica32",
        "wfica",
        "vmware-view",
        "horizon-client",
        "teamviewer",
        "anydesk",
    }
)
AGE_SECONDS: Final = 5.0  # a look costs some milliseconds, and a burst of files asks for each
FILE_BYTES: Final = 65_536
_HOST: Final = r"([A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\.?){1,8})"
_OPTION: Final = re.compile(rf"^(?:/v|-v|--server|--serverurl|-serverurl|/server)[:=]{_HOST}", re.IGNORECASE)
_BARE: Final = re.compile(rf"^{_HOST}(?::\d{{1,5}})?$")
_IN_FILE: Final = re.compile(rf"^full address:s:{_HOST}", re.IGNORECASE | re.MULTILINE)


class RemoteSessions:
    """Hosts in lower case, asked at most every five seconds. `running`: name and words of each process; for tests."""

    def __init__(
        self,
        running: Callable[[], Iterator[tuple[str, Sequence[str]]]] | None = None,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._running = running or _running
        self._ticks = ticks
        self._asked_at = float("-inf")
        self._hosts: tuple[str, ...] = ()

    def hosts(self) -> tuple[str, ...]:
        now = self._ticks()
        if now - self._asked_at >= AGE_SECONDS:
            found = {host for name, words in self._running() if is_remote_client(name) for host in hosts_in(words)}
            self._hosts, self._asked_at = tuple(sorted(found)), now
        return self._hosts


def hosts_in(words: Sequence[str]) -> Iterator[str]:
    """The hosts in the words a remote-desktop program was started with: an option, an address, or its connection file."""
    for word in words[1:]:
        if word.lower().endswith(".rdp"):
            yield from _in_file(Path(word))
        elif (option := _OPTION.match(word)) is not None:
            yield option[1].lower().rstrip(".")
        elif "://" in word:
            if host := urlsplit(word).hostname:
                yield host.lower()
        elif (bare := _BARE.match(word)) is not None and "." in bare[1]:
            yield bare[1].lower().rstrip(".")


def _in_file(path: Path) -> Iterator[str]:
    try:
        with path.open("rb") as file:
            content = file.read(FILE_BYTES)
    except OSError:
        return
    text = content.decode("utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8", "replace")
    for match in _IN_FILE.finditer(text):
        yield match[1].lower().rstrip(".")


def is_remote_client(program: str | None) -> bool:
    """Whether the program of this file name shows another computer's desktop."""
    return program is not None and program.lower().removesuffix(".exe") in CLIENTS


def _running() -> Iterator[tuple[str, Sequence[str]]]:
    """A weak sign is not worth an error: where the system does not tell what runs, nothing is known to run."""
    try:
        names = [(process, process.info["name"] or "") for process in psutil.process_iter(["name"])]
    except (psutil.Error, OSError, RuntimeError, NotImplementedError):
        return
    for process, name in names:
        if not is_remote_client(name):
            continue
        try:
            yield name, process.cmdline()
        except (psutil.Error, OSError):
            continue  # it ended, or is another person's
