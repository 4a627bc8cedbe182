"""A screen that nobody sees, for windows that Wine draws."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SIZE = (1280, 800)


@contextmanager
def screen(shown_in: Path | None = None) -> Iterator[str]:
    """Its name, for DISPLAY; it goes with the block. `shown_in`: a folder for a file that holds what is shown (`pixels`)."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "{}x{}x24".format(*SIZE)]
    if shown_in is not None:
        command += ["-fbdir", str(shown_in)]
    with subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        assert number, "Xvfb does not start"
        try:
            yield f":{number}"
        finally:
            server.terminate()


def pixels(shown_in: Path) -> bytes:
    """What the screen shows now, row by row, blue, green, red and nothing for each point. Source: XWDFile.h, version 7."""
    picture = (shown_in / "Xvfb_screen0").read_bytes()
    header, version = (int.from_bytes(picture[at : at + 4], "big") for at in (0, 4))
    colours = int.from_bytes(picture[76:80], "big")
    start = header + 12 * colours
    assert version == 7
    return picture[start : start + 4 * SIZE[0] * SIZE[1]]
