"""A Windows laptop under Wine with nothing on it, its screen, and what IT and a consultant do there."""

from __future__ import annotations

import contextlib
import json
import re
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image

from installer import wine
from installer.places import CONSOLE, TRAY
from tests.windows_lab.screen import SIZE, pixels, screen

PROGRAMS = r"C:\Program Files\Vroom\Assistant"
TRAY_WINDOW = "QTrayIconMessageWindow"  # Qt makes it when the icon is shown
SILENT = ("/qn", "/norestart")
SECONDS = 300.0


@dataclass(frozen=True)
class Said:
    code: int
    text: str
    seconds: float

    @property
    def document(self) -> Any:
        return json.loads(self.text)


@dataclass
class Laptop:
    """`shown_in`: where the picture of its screen is."""

    prefix: Path
    display: str
    shown_in: Path

    @property
    def disk(self) -> Path:
        return self.prefix / "drive_c"

    @property
    def installed(self) -> Path:
        return self.disk / "Program Files" / "Vroom" / "Assistant"

    @property
    def data_dir(self) -> Path:
        (user,) = (home for home in (self.disk / "users").iterdir() if home.name != "Public")
        return user / "AppData" / "Local" / "vroom-assistant"

    @property
    def environment(self) -> dict[str, str]:
        return {"DISPLAY": self.display}

    def wine(self, *command: str, seconds: float = SECONDS) -> Said:
        said: list[bytes] = []
        begun = time.monotonic()
        code = wine.wine(self.prefix, *command, environment=self.environment, seconds=seconds, said=said)
        return Said(code, _of_the_program(said), time.monotonic() - begun)

    def console(self, *words: str) -> Said:
        """The installed program, as a person calls it in a console."""
        return self.wine(rf"{PROGRAMS}\{CONSOLE}", *words)

    def msiexec(self, *words: str) -> Said:
        return self.wine("msiexec", *words, *SILENT)

    def msiexec_begun(self, *words: str) -> Running:
        """One that runs on."""
        return self._begun("msiexec", *words, *SILENT)

    def registry(self, key: str) -> dict[str, str]:
        """The values of a key; empty where there is none."""
        said = self.wine("reg", "query", key)
        found = re.findall(r"^ {4}(.+?) {4}REG_\w+ {4}(.*?)\s*$", said.text, re.MULTILINE)
        return dict(found) if said.code == 0 else {}

    def tray(self, *words: str) -> Running:
        return self._begun(rf"{PROGRAMS}\{TRAY}", *words)

    def _begun(self, *command: str) -> Running:
        return Running(self.display, wine.start(self.prefix, *command, environment=self.environment))

    def press(self, *keys: int) -> None:
        """Hold keys together, as a person does, and let go. Source of the numbers: Virtual-Key Codes."""
        holding = "".join(f"press({key}, 0, 0, 0);" for key in keys)
        letting_go = "".join(f"press({key}, 0, 2, 0);" for key in reversed(keys))
        code = f"import ctypes; press = ctypes.WinDLL('user32').keybd_event; {holding}{letting_go}"
        assert self.wine("Z:" + str(wine.laboratory_python()).replace("/", "\\"), "-c", code).code == 0

    def picture(self) -> Image.Image:
        """Of the screen, now."""
        return Image.frombytes("RGB", SIZE, pixels(self.shown_in), "raw", "BGRX")

    def pull_the_plug(self) -> None:
        """End everything that runs, in the middle of whatever it does."""
        wine.end(self.prefix)


def _of_the_program(said: list[bytes]) -> str:
    """Without what Wine itself says, on the same pipe: it cannot read the label of a drive that is this machine's folder."""
    lines = b"".join(said).decode("utf-8", "replace").splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith("wine: "))


def shows_tray(display: str) -> bool:
    """Whether there is an icon. A window that goes while xwininfo looks at it costs the rest of its answer."""
    command = ["xwininfo", "-root", "-tree", "-display", display]
    return TRAY_WINDOW in subprocess.run(command, capture_output=True, text=True, check=False).stdout


class Running:
    """A program that was started, to be ended by `end`."""

    def __init__(self, display: str, process: subprocess.Popen[bytes]) -> None:
        self._display, self._process = display, process
        self._begun = time.monotonic()
        self._said: list[bytes] = []
        self._reading = threading.Thread(target=wine.copy_out, args=(process, self._said), daemon=True)
        self._reading.start()

    @property
    def said(self) -> str:
        return _of_the_program(self._said)

    def wait(self, limit: float) -> int:
        """The exit code, when it has ended by itself."""
        try:
            return self._process.wait(limit)
        finally:
            self.end()

    def seconds_to_tray(self, limit: float = 60.0) -> float:
        """Until the icon is there."""
        while time.monotonic() - self._begun < limit:
            if shows_tray(self._display):
                return time.monotonic() - self._begun
            self.runs_on(0.05)
        raise AssertionError(f"no tray after {limit:.0f} s: {self.said}")

    def runs_on(self, seconds: float) -> bool:
        """Whether it still runs after that time."""
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return True
        return False

    @property
    def code(self) -> int | None:
        return self._process.poll()

    def end(self) -> None:
        self._process.kill()
        self._process.wait(30)
        self._reading.join(wine.LAST_WORDS)
        assert self._process.stdout is not None
        self._process.stdout.close()


@contextlib.contextmanager
def laptop_at(prefix: Path) -> Iterator[Laptop]:
    """Made anew; its screen goes with it."""
    with tempfile.TemporaryDirectory() as folder, screen(Path(folder)) as display:
        wine.make_prefix(prefix)
        wine.end(prefix)  # what was started without a screen
        try:
            yield Laptop(prefix, display, Path(folder))
        finally:
            wine.end(prefix)
