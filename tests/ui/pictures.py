"""What a test sees in a picture: how much is covered, in which colours, with which contrast."""

from __future__ import annotations

from PySide6.QtGui import QColor, QImage, QPixmap

Pixel = tuple[int, int, int, int]  # red, green, blue, alpha; 0 to 255
OPAQUE = 255


def rows(picture: QPixmap | QImage) -> list[list[Pixel]]:
    """The real pixels, from above."""
    image = picture.toImage() if isinstance(picture, QPixmap) else picture
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    raw, stride, width = bytes(image.constBits()), image.bytesPerLine(), image.width()
    lines = (raw[y * stride : y * stride + 4 * width] for y in range(image.height()))
    return [[(line[x], line[x + 1], line[x + 2], line[x + 3]) for x in range(0, 4 * width, 4)] for line in lines]


def pixels(picture: QPixmap | QImage) -> list[Pixel]:
    return [pixel for row in rows(picture) for pixel in row]


def covered(picture: QPixmap | QImage) -> float:
    """The share of the square that is drawn on, 0 to 1."""
    alphas = [pixel[3] for pixel in pixels(picture)]
    return sum(alphas) / OPAQUE / len(alphas)


def differing(one: QPixmap | QImage, other: QPixmap | QImage) -> float:
    """The share of pixels that are drawn in one and not in the other, whatever their colours."""
    pairs = list(zip(pixels(one), pixels(other), strict=True))
    return sum(abs(a[3] - b[3]) > OPAQUE / 2 for a, b in pairs) / len(pairs)


def greys(picture: QPixmap | QImage, ground: str) -> list[float]:
    """As somebody sees it who sees no colour: the lightness on a ground, 0 to 1."""
    under = QColor(ground).lightnessF()
    return [
        (0.299 * red + 0.587 * green + 0.114 * blue) / OPAQUE * (alpha / OPAQUE) + under * (1 - alpha / OPAQUE)
        for red, green, blue, alpha in pixels(picture)
    ]


def solid_colours(picture: QPixmap | QImage) -> set[str]:
    """The colours of the pixels that nothing shines through."""
    return {f"#{red:02X}{green:02X}{blue:02X}" for red, green, blue, alpha in pixels(picture) if alpha == OPAQUE}


def contrast(one: str, other: str) -> float:
    """As WCAG 2.2 defines it: 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / OPAQUE for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
