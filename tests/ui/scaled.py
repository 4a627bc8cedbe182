"""Looks at every page once, at the scale that Qt was started with, and prints what is cut. `python -m tests.ui.scaled`."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize

from tests.ui import walk
from tests.ui.scenes import SCENES
from tests.ui.shots import all_shots
from tests.ui.windows import application, dress, opened, settle

LEAST = QSize(900, 600)


def main() -> int:
    application()
    dress(dark=False)
    found = []
    for name, make in SCENES.items():
        shots = [shot for shot in all_shots() if name == _scene_of(shot.scenes)]
        if not shots:
            continue
        with tempfile.TemporaryDirectory() as folder:
            scene = make(Path(folder))
            for shot in shots:
                with opened(scene, "nl", LEAST) as here:
                    here.page(shot.page)
                    widget = (shot.prepare(here) if shot.prepare is not None else None) or here.window
                    settle(here.jobs)
                    found += [f"{shot.name}: {wrong}" for wrong in (*walk.cut(widget), *walk.overflowing(widget))]
                    if widget is not here.window:
                        widget.close()
            scene.laptop.close()
    print("\n".join(found), end="")
    return int(bool(found))


def _scene_of(scenes: tuple[str, ...]) -> str:
    """One scene a shot: the ordinary one where there is a choice."""
    return "three" if "three" in scenes else scenes[0]


if __name__ == "__main__":
    sys.exit(main())
