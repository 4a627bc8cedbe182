"""How quickly the pages of documents and of the team stand there, and whether the window goes on meanwhile.

`python -m benchmarks.team_pages_speed [--documents 5000] [--laptops 1000]`

Goals: each page shown 0.4 s after it was asked for, no gap of the event loop over 100 ms. Everything is real: files in a plain
folder that were filed, signed records in a shared folder, the window's own pages. Qt draws without a screen.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from benchmarks.window_stopwatch import Heartbeat
from tests.actions.laptop import Laptop
from tests.ui import document_scenes, team_scenes
from tests.ui.scenes import Scene
from tests.ui.windows import Opened, application, opened, settle

GOALS = {"shown_s": 0.4, "gap_ms": 100.0}
A_PROJECT = 250  # documents
TIMES = 3  # the best of so many counts: the machine may be busy


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=5_000)
    parser.add_argument("--laptops", type=int, default=1_000)
    options = parser.parse_args()
    application()
    sys.setswitchinterval(0.0005)  # as the app does
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        figures |= measure(documents(Path(folder), options.documents), "documents", files)
    with tempfile.TemporaryDirectory() as folder:
        figures |= measure(team_scenes.many(Path(folder), options.laptops), "team", own)
    for name, value in figures.items():
        goal = GOALS[name.split(" ")[-1]]
        print(f"{name}: {value:.3f} (goal {goal:g})")
    return int(any(value > GOALS[name.split(" ")[-1]] for name, value in figures.items()))


def documents(root: Path, number: int) -> Laptop:
    laptop = document_scenes.laptop_at(root)
    laptop.client()
    for at in range(0, number, A_PROJECT):
        papers = tuple(f"Verslag {paper:04}.docx" for paper in range(at, min(at + A_PROJECT, number)))
        document_scenes.project(laptop, f"PRJ-{at // A_PROJECT:02}", papers)
    laptop.app.documents.once(with_filed=False)
    return laptop


def measure(laptop: Laptop, page: str, then: Callable[[Opened], None]) -> dict[str, float]:
    """`then`: what is asked for on the page itself."""
    found: dict[str, list[float]] = {}
    for _ in range(TIMES):
        with opened(Scene("benchmark", laptop)) as here:
            here.window.open_page("overview")
            settle(here.jobs)
            heartbeat = Heartbeat()
            for name, act in ((page, lambda: here.window.open_page(page)), (f"{page}, more", lambda: then(here))):
                heartbeat.reset()
                begun = time.perf_counter()
                act()
                settle(here.jobs)
                found.setdefault(f"{name} shown_s", []).append(time.perf_counter() - begun)
                found.setdefault(f"{name} gap_ms", []).append(heartbeat.worst * 1000)
    laptop.close()
    return {name: min(values) for name, values in found.items()}


def files(here: Opened) -> None:
    """All documents, one by one."""
    here.window.current._show_files(None, "all")  # type: ignore[union-attr]


def own(here: Opened) -> None:
    """What the lead sees of oneself."""
    here.window.open_page("team", "own")


if __name__ == "__main__":
    sys.exit(main())
