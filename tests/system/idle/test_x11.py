"""Idle time of an X server: a real one without a screen, and one that answers as it is told. VR-P6."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("X11 is Linux's", allow_module_level=True)

from app.system.idle import _x11, idle_clock
from app.system.idle._x11 import COOKIE, seconds_without_input

ROOT_WINDOW, OPCODE = 0x1234, 144


@pytest.fixture(autouse=True)
def _no_desktop(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "XAUTHORITY"):
        monkeypatch.delenv(name, raising=False)
    for bus in ("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"):
        monkeypatch.setenv(bus, "unix:path=/nowhere/bus")
    monkeypatch.setenv("HOME", str(tmp_path))


def authority(folder: Path, number: str, cookie: bytes) -> Path:
    """A file that holds a cookie of another display, and ours."""
    path = folder / "authority"
    entries = [(b"77", secrets.token_bytes(16)), (number.encode(), cookie)]
    content = b""
    for display, data in entries:
        content += struct.pack(">H", 256)
        for field in (b"laptop", display, COOKIE, data):
            content += struct.pack(">H", len(field)) + field
    path.write_bytes(content)
    return path


class TestRealServer:
    @pytest.fixture
    def cookie(self) -> bytes:
        return secrets.token_bytes(16)

    @pytest.fixture
    def number(self, tmp_path: Path, cookie: bytes) -> Iterator[str]:
        if shutil.which("Xvfb") is None:
            pytest.skip("not installed: Xvfb")
        number = str(40_000 + os.getpid() % 20_000)
        command = ["Xvfb", f":{number}", "-displayfd", "1", "-auth", str(authority(tmp_path, number, cookie))]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
            assert server.stdout is not None
            assert server.stdout.readline()  # it is ready
            yield number
            server.terminate()

    def test_its_time_runs(self, number: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """VR-P6: X11 without a service that tells."""
        monkeypatch.setenv("DISPLAY", f":{number}.0")
        monkeypatch.setenv("XAUTHORITY", str(tmp_path / "authority"))
        first = idle_clock().seconds_idle()
        assert first is not None
        assert 0 <= first < 60
        pause = threading.Event()
        while (later := seconds_without_input()) is not None and later <= first:
            pause.wait(0.02)
        assert later is not None

    def test_who_is_not_let_in_cannot_tell(self, number: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("DISPLAY", f":{number}")
        (tmp_path / "other").mkdir()  # the server reads its own file again when it changes
        monkeypatch.setenv("XAUTHORITY", str(authority(tmp_path / "other", number, b"wrong-cookie-16b")))
        assert seconds_without_input() is None

    @pytest.mark.parametrize(("name", "value"), [("WAYLAND_DISPLAY", "wayland-0"), ("XDG_SESSION_TYPE", "wayland")])
    def test_on_wayland_it_is_not_asked(
        self, number: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
    ) -> None:
        """VR-P6: it would know of the input to its own windows alone."""
        monkeypatch.setenv("DISPLAY", f":{number}")
        monkeypatch.setenv("XAUTHORITY", str(tmp_path / "authority"))
        monkeypatch.setenv(name, value)
        assert seconds_without_input() is None


GREETING = struct.pack("<IIIIHHBBBBBBBBxxxx", 1, 0, 0, 0, 5, 0, 1, 2, 0, 0, 32, 32, 8, 255)
GREETING += b"maker\0\0\0" + bytes(2 * 8) + struct.pack("<I", ROOT_WINDOW)
LET_IN = struct.pack("<BxHHH", 1, 11, 0, len(GREETING) // 4) + GREETING
EVENT = bytes([12]) + bytes(31)
REFUSED = bytes(32)


def extension(*, is_present: bool) -> bytes:
    return struct.pack("<BxHIBB", 1, 1, 0, is_present, OPCODE).ljust(32, b"\0")


def info(milliseconds: int) -> bytes:
    return struct.pack("<BBHIIII", 1, 0, 2, 0, 0, 0, milliseconds).ljust(32, b"\0")


@contextmanager
def server(monkeypatch: pytest.MonkeyPatch, folder: Path, *answers: bytes) -> Iterator[list[bytes]]:
    """Answers each question with the next of `answers`; gives what it was asked."""
    asked: list[bytes] = []
    monkeypatch.setattr(_x11, "SOCKETS", str(folder / "X"))
    monkeypatch.setenv("DISPLAY", ":9")

    def serve() -> None:
        with listening.accept()[0] as client, contextlib.suppress(OSError):  # who asks may leave early
            for answer in answers:
                asked.append(client.recv(4096))
                client.sendall(answer)

    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(folder / "X9"))
        listening.listen(1)
        thread = threading.Thread(target=serve)
        thread.start()
        yield asked
        thread.join()


class TestToldServer:
    def test_what_it_says_is_told_in_seconds(self, monkeypatch: pytest.MonkeyPatch, short_folder: Path) -> None:
        with server(monkeypatch, short_folder, LET_IN, EVENT + extension(is_present=True), info(125_500)) as asked:
            assert seconds_without_input() == 125.5
        assert asked[0][:6] == b"l\0\x0b\0\0\0"
        assert asked[2] == struct.pack("<BBHI", OPCODE, 1, 2, ROOT_WINDOW)

    def test_one_without_the_extension_cannot_tell(self, monkeypatch: pytest.MonkeyPatch, short_folder: Path) -> None:
        with server(monkeypatch, short_folder, LET_IN, extension(is_present=False)):
            assert seconds_without_input() is None

    @pytest.mark.parametrize(
        "answers",
        [
            (struct.pack("<BxHHH", 0, 11, 0, 0),),
            (LET_IN, REFUSED),
            (LET_IN[:20],),
            (struct.pack("<BxHHH", 1, 11, 0, 1) + bytes(4),),
            (b"HTTP/1.1 400 Bad Request",),
        ],
    )
    def test_one_that_answers_otherwise_cannot_tell(
        self, monkeypatch: pytest.MonkeyPatch, short_folder: Path, answers: tuple[bytes, ...]
    ) -> None:
        with server(monkeypatch, short_folder, *answers):
            assert seconds_without_input() is None

    @pytest.mark.parametrize("display", ["", ":99999", "far.example:0", "nonsense", ":0; rm"])
    def test_no_server_of_this_machine_is_unknown(self, monkeypatch: pytest.MonkeyPatch, display: str) -> None:
        monkeypatch.setenv("DISPLAY", display)
        monkeypatch.setattr(_x11, "SOCKETS", "/nowhere/X")
        assert seconds_without_input() is None

    def test_a_broken_file_of_cookies_is_none(
        self, monkeypatch: pytest.MonkeyPatch, short_folder: Path, tmp_path: Path
    ) -> None:
        path = authority(tmp_path, "9", b"cookie")
        path.write_bytes(path.read_bytes()[:-3] + b"\xff")
        monkeypatch.setenv("XAUTHORITY", str(path))
        with server(monkeypatch, short_folder, LET_IN, extension(is_present=True), info(1000)):
            assert seconds_without_input() in (1.0, None)
