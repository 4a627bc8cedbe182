#!/usr/bin/env python3
"""Make resources/icons/vroom.ico, the program's icon on Windows, from the same drawing as the window's.

    .venv/bin/python installer/windows_icon.py [FILE]

Run it after a change of resources/icons/vroom.svg or app/ui/tray/mark.py; the file is kept in the repository, so that a
build needs no Qt to have it. Format: https://learn.microsoft.com/previous-versions/ms997538 (a directory, then the pictures:
up to 64 pixels as bitmaps, which every tool reads, the large one as PNG).
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ICON = ROOT / "resources" / "icons" / "vroom.ico"
SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
LARGEST_BITMAP = 64

sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QIODevice, Qt  # noqa: E402
from PySide6.QtGui import QGuiApplication, QImage  # noqa: E402

from app.ui.tray.icon import app_icon  # noqa: E402


def main(arguments: list[str]) -> int:
    application = QGuiApplication.instance() or QGuiApplication([])
    icon = app_icon()
    made = icon_file([icon.pixmap(size, size).toImage() for size in SIZES])
    Path(arguments[0] if arguments else ICON).write_bytes(made)
    del application
    return 0


def icon_file(images: list[QImage]) -> bytes:
    """An .ico with these square pictures."""
    pictures = [_bitmap(image) if image.width() <= LARGEST_BITMAP else _png(image) for image in images]
    header = struct.pack("<3H", 0, 1, len(images))
    offset = len(header) + 16 * len(images)
    entries = b""
    for image, picture in zip(images, pictures, strict=True):
        side = image.width() % 256  # 256 is written as 0
        entries += struct.pack("<4B2H2I", side, side, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return header + entries + b"".join(pictures)


def _bitmap(image: QImage) -> bytes:
    """A bitmap without its file header: rows from below, colours with alpha, then the mask of older programs."""
    side = image.width()
    upside_down = image.convertToFormat(QImage.Format.Format_ARGB32).flipped(Qt.Orientation.Vertical)
    mask = bytearray()
    for y in range(side):
        bits = "".join("1" if upside_down.pixelColor(x, y).alpha() < 128 else "0" for x in range(side))
        padded = bits.ljust((side + 31) // 32 * 32, "0")
        mask += int(padded, 2).to_bytes(len(padded) // 8, "big")
    header = struct.pack("<I2i2H6I", 40, side, 2 * side, 1, 32, 0, 0, 0, 0, 0, 0)
    return header + bytes(upside_down.constBits()) + bytes(mask)


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want a file; Qt writes to any device
    return bytes(buffer.data().data())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
