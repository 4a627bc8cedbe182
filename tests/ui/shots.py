"""Makes the pictures of `docs/screenshots`: every page in every state, light and dark, Dutch and English.

    python -m tests.ui.shots [--only PART] [--out FOLDER] [--quick]

`--only`: shots whose name contains it. `--quick`: Dutch, light only. Pictures have 256 colours, so that they stay small.
On Windows, drawn by Qt's own platform there, it is a choice of them in Dutch, into `docs/screenshots/windows`.
Each page keeps the list of its own shots in `tests/ui/pages/<page>_shots.py`, as `SHOTS`.
"""

from __future__ import annotations

import argparse
import importlib
import os
import pkgutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

os.environ.setdefault("QT_QPA_PLATFORM", "windows" if sys.platform == "win32" else "offscreen")
os.environ.setdefault("TZ", "Europe/Amsterdam")

from PIL import Image
from PySide6.QtGui import QCursor, QImage
from PySide6.QtWidgets import QApplication, QWidget

import app.system.language as system_language
import tests.ui.pages as pages
from app.ui.pages.page import PageId
from tests.ui.scenes import SCENES, Scene
from tests.ui.windows import Opened, application, dress, opened, settle

ON_WINDOWS = sys.platform == "win32"
ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "screenshots"
OF_WINDOWS = frozenset(
    {
        *("overview-three", "findings-three", "projects-three", "vault-three", "settings-policed"),
        *("device-wanting-three", "doctor-all-three", "lock-countdown-nothing"),
    }
)

Prepare = Callable[[Opened], "QWidget | None"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """`prepare` brings the page into the wanted state (a tab, a chosen row, an open dialog) and may give another widget
    than the window to be pictured."""

    name: str
    page: PageId
    scenes: tuple[str, ...] = ("nothing", "three", "three-hundred")
    prepare: Prepare | None = None


def all_shots() -> tuple[Shot, ...]:
    modules = sorted(name for _, name, _ in pkgutil.iter_modules(pages.__path__) if name.endswith("_shots"))
    return tuple(shot for name in modules for shot in importlib.import_module(f"tests.ui.pages.{name}").SHOTS)


def take(shot: Shot, scene: Scene, language: str, *, dark: bool) -> QImage:
    dress(dark=dark)
    with opened(scene, language) as here:
        here.page(shot.page)
        widget = (shot.prepare(here) if shot.prepare is not None else None) or here.window
        if ON_WINDOWS:
            QCursor.setPos(widget.screen().geometry().bottomRight())  # nothing lies under the mouse
        settle(here.jobs)
        image = widget.grab().toImage()
        if widget is not here.window:
            widget.close()
        return image


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="")
    parser.add_argument("--out", type=Path, default=FOLDER / "windows" if ON_WINDOWS else FOLDER)
    parser.add_argument("--quick", action="store_true")
    chosen = parser.parse_args(arguments)
    application()
    if ON_WINDOWS:  # there TZ names no zone
        system_language._system_zone = lambda: ZoneInfo("Europe/Amsterdam")
    chosen.out.mkdir(parents=True, exist_ok=True)
    for name, make in SCENES.items():
        wanted = [
            shot for shot in all_shots() if name in shot.scenes and _is_wanted(f"{shot.name}-{name}", chosen.only)
        ]
        if wanted:
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=ON_WINDOWS) as folder:
                scene = make(Path(folder))
                _take_all(wanted, scene, chosen.out, quick=chosen.quick)
                scene.laptop.close()
    return 0


def _is_wanted(name: str, only: str) -> bool:
    return only in name and (name in OF_WINDOWS or not ON_WINDOWS)


def _take_all(shots: Iterable[Shot], scene: Scene, folder: Path, *, quick: bool) -> None:
    for shot in shots:
        for language in ("nl",) if quick or ON_WINDOWS else ("nl", "en"):
            for dark in (False,) if quick else (False, True):
                image = take(shot, scene, language, dark=dark)
                name = f"{shot.name}-{scene.name}-{language}-{'dark' if dark else 'light'}.png"
                save(image, folder / name)
                print(name, flush=True)
    QApplication.processEvents()


def save(image: QImage, path: Path) -> None:
    """With 256 colours, without dots: a third of the size. Grounds and states keep exactly their own colour."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    size = (plain.width(), plain.height())
    picture = Image.frombuffer("RGB", size, bytes(plain.constBits()), "raw", "RGB", plain.bytesPerLine(), 1)
    reduced = picture.quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    reduced.putpalette(_commonest(picture, reduced))
    reduced.save(path, optimize=True)


def _commonest(picture: Image.Image, reduced: Image.Image) -> list[int]:
    """A palette in which each place has the colour that most of its pixels really have."""
    palette = list(reduced.getpalette() or [])
    counted = Counter(zip(reduced.tobytes(), _pixels_of(picture.tobytes()), strict=True))
    for (place, colour), _ in reversed(counted.most_common()):
        palette[3 * place : 3 * place + 3] = colour
    return palette


def _pixels_of(pixels: bytes) -> Iterator[tuple[int, ...]]:
    """Red, green and blue of each pixel."""
    return zip(pixels[0::3], pixels[1::3], pixels[2::3], strict=True)


if __name__ == "__main__":
    sys.exit(main())
