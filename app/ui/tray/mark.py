"""The product's mark: a shield with a V cut out of it, in four shapes that can be told apart without colour.

In order: the plain shield. Attention and overdue: a smaller one, with a triangle or an octagon before it. Unknown: its
outline alone, broken. One path, so one colour; what is cut out shows the taskbar. Each size in which taskbars show it has a
grid of its own, with edges on whole pixels; sizes in between are scaled from the next one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPainterPathStroker, QTransform

STEEPNESS = 2.0  # the V's arms fall two pixels for each one to the side: the smoothest edge a grid gives


class Shape(StrEnum):
    PLAIN = "plain"
    TRIANGLE = "triangle"
    OCTAGON = "octagon"
    OUTLINE = "outline"


@dataclass(frozen=True, slots=True)
class Shield:
    """In pixels. `corner`: radius at the top; `shoulder`: where the sides begin to bend towards the tip."""

    left: float
    top: float
    right: float
    bottom: float
    corner: float
    shoulder: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    def path(self) -> QPainterPath:
        right = QPainterPath(QPointF(self.middle, self.top))
        right.lineTo(self.right - self.corner, self.top)
        right.quadTo(self.right, self.top, self.right, self.top + self.corner)
        right.lineTo(self.right, self.shoulder)
        bend, half = self.bottom - self.shoulder, self.right - self.middle
        below = QPointF(self.right, self.shoulder + bend * 0.48)
        beside = QPointF(self.middle + half * 0.5, self.bottom - bend * 0.2)
        right.cubicTo(below, beside, QPointF(self.middle, self.bottom))
        right.closeSubpath()
        mirror = QTransform(-1, 0, 0, 1, 2 * self.middle, 0)
        return right.united(mirror.map(right))

    def inside(self, line: float) -> Shield:
        """What an outline of this width leaves; the tip is sharper, so it takes more there."""
        return Shield(
            self.left + line,
            self.top + line,
            self.right - line,
            self.bottom - line * 1.35,
            max(self.corner - line, 0.2),
            self.shoulder,
        )


@dataclass(frozen=True, slots=True)
class Vee:
    """In pixels. `half`: from the middle to its outer edge; `arm`: how wide one is; `bottom`: where the point is cut off."""

    top: float
    half: float
    arm: float
    bottom: float

    def path(self, middle: float) -> QPainterPath:
        foot = self.half - (self.bottom - self.top) / STEEPNESS
        crotch = self.top + (self.half - self.arm) * STEEPNESS
        return polygon(
            (middle - self.half, self.top),
            (middle - self.half + self.arm, self.top),
            (middle, crotch),
            (middle + self.half - self.arm, self.top),
            (middle + self.half, self.top),
            (middle + foot, self.bottom),
            (middle - foot, self.bottom),
        )


@dataclass(frozen=True, slots=True)
class Sign:
    """A triangle or octagon with an exclamation mark. `corner`: the triangle's radius, or what the octagon's corners lose;
    the mark is `bar` wide: after `above` a stroke, a gap, a dot."""

    left: float
    top: float
    width: float
    height: float
    corner: float
    bar: float
    above: float
    stroke: float
    gap: float
    dot: float

    def triangle(self) -> QPainterPath:
        radius, middle, bottom = self.corner, self.left + self.width / 2, self.top + self.height
        right = self.left + self.width
        if not radius:
            return polygon((middle, self.top), (right, bottom), (self.left, bottom))
        inner = polygon(
            (middle, self.top + radius * 2.2),
            (right - radius * 1.6, bottom - radius),
            (self.left + radius * 1.6, bottom - radius),
        )
        return grown(inner, radius, Qt.PenJoinStyle.RoundJoin)

    def octagon(self) -> QPainterPath:
        left, top, right, bottom = self.left, self.top, self.left + self.width, self.top + self.height
        cut = self.corner
        return polygon(
            (left + cut, top),
            (right - cut, top),
            (right, top + cut),
            (right, bottom - cut),
            (right - cut, bottom),
            (left + cut, bottom),
            (left, bottom - cut),
            (left, top + cut),
        )

    def exclamation(self) -> QPainterPath:
        path = QPainterPath()
        left = self.left + (self.width - self.bar) / 2
        path.addRect(left, self.top + self.above, self.bar, self.stroke)
        path.addRect(left, self.top + self.above + self.stroke + self.gap, self.bar, self.dot)
        return path


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The mark in one size. `ring`: what a sign keeps free around it; `line` and `gap`: of the broken outline."""

    plain: Shield
    plain_vee: Vee
    line: float
    gap: float
    outline_vee: Vee
    small: Shield
    small_vee: Vee
    ring: float
    triangle: Sign
    octagon: Sign

    def path(self, shape: Shape) -> QPainterPath:
        if shape is Shape.PLAIN:
            return self.plain.path().subtracted(self.plain_vee.path(self.plain.middle))
        if shape is Shape.OUTLINE:
            return self._outline()
        sign = self.triangle if shape is Shape.TRIANGLE else self.octagon
        ground = sign.triangle() if shape is Shape.TRIANGLE else sign.octagon()
        shield = self.small.path().subtracted(self.small_vee.path(self.small.middle))
        room = grown(ground, self.ring, Qt.PenJoinStyle.MiterJoin)
        return shield.subtracted(room).united(ground.subtracted(sign.exclamation()))

    def _outline(self) -> QPainterPath:
        shield, reach = self.plain, self.line + 2
        breaks = QPainterPath()
        breaks.addRect(shield.middle - self.gap / 2, shield.top - 1, self.gap, reach)
        across = round(shield.shoulder)
        breaks.addRect(shield.left - 1, across, reach, self.gap)
        breaks.addRect(shield.right + 1 - reach, across, reach, self.gap)
        line = shield.path().subtracted(shield.inside(self.line).path()).subtracted(breaks)
        return line.united(self.outline_vee.path(shield.middle))


GRIDS: Final = MappingProxyType(
    {
        16: Grid(
            plain=Shield(1, 1, 15, 16, 1.5, 7),
            plain_vee=Vee(4, 4, 2.25, 11.5),
            line=2,
            gap=2,
            outline_vee=Vee(5, 3, 2, 10.5),
            small=Shield(0, 0, 13, 14, 1.5, 6),
            small_vee=Vee(3, 3.5, 2, 9.5),
            ring=1,
            triangle=Sign(6, 8, 10, 8, 0, 2, 3, 2, 1, 1),
            octagon=Sign(8, 8, 8, 8, 2.25, 2, 1, 3, 1, 2),
        ),
        20: Grid(
            plain=Shield(1, 1, 19, 20, 2, 9),
            plain_vee=Vee(5, 5, 3, 14),
            line=2,
            gap=2,
            outline_vee=Vee(6, 4, 2.5, 13),
            small=Shield(0, 0, 16, 18, 2, 7.5),
            small_vee=Vee(4, 4, 2.5, 11.5),
            ring=1,
            triangle=Sign(8, 9, 12, 11, 0, 2, 4, 3, 1, 2),
            octagon=Sign(10, 10, 10, 10, 3, 2, 2, 3, 1, 2),
        ),
        22: Grid(
            plain=Shield(1, 1, 21, 22, 2.25, 10),
            plain_vee=Vee(6, 5, 3, 15),
            line=2,
            gap=2,
            outline_vee=Vee(7, 4, 2.5, 14),
            small=Shield(0, 0, 17, 19, 2, 8),
            small_vee=Vee(4, 4.5, 2.75, 12),
            ring=1,
            triangle=Sign(8, 10, 14, 12, 0.5, 2, 4, 4, 1, 2),
            octagon=Sign(11, 11, 11, 11, 3.25, 1, 2, 4, 1, 2),
        ),
        24: Grid(
            plain=Shield(2, 1, 22, 23.5, 2.5, 10.5),
            plain_vee=Vee(6, 6, 3.5, 16.75),
            line=2,
            gap=2,
            outline_vee=Vee(7, 5, 3, 16),
            small=Shield(0, 0, 18, 20, 2.5, 9),
            small_vee=Vee(5, 5, 3, 13.5),
            ring=1.5,
            triangle=Sign(10, 11, 14, 13, 0.5, 2, 5, 4, 1, 2),
            octagon=Sign(12, 12, 12, 12, 3.5, 2, 2, 4, 2, 2),
        ),
        28: Grid(
            plain=Shield(2, 1, 26, 27.5, 3, 12.5),
            plain_vee=Vee(7, 7, 4, 19.75),
            line=2.5,
            gap=2,
            outline_vee=Vee(8, 6, 3.5, 19),
            small=Shield(0, 0, 21, 23.5, 2.75, 10.5),
            small_vee=Vee(5, 6, 3.5, 15.75),
            ring=1.5,
            triangle=Sign(12, 13, 16, 15, 0.75, 2, 5, 5, 1, 2),
            octagon=Sign(14, 14, 14, 14, 4, 2, 3, 4, 2, 2),
        ),
        32: Grid(
            plain=Shield(2, 1, 30, 31.5, 3.5, 14),
            plain_vee=Vee(8, 8, 4.75, 22.5),
            line=3,
            gap=3,
            outline_vee=Vee(9, 7, 4, 21.5),
            small=Shield(0, 0, 24, 27, 3, 12),
            small_vee=Vee(6, 7, 4.25, 18.5),
            ring=2,
            triangle=Sign(13, 14, 19, 18, 1, 3, 6, 5, 2, 2),
            octagon=Sign(16, 16, 16, 16, 4.75, 2, 3, 5, 2, 2),
        ),
    }
)


def mark(shape: Shape, pixels: int) -> QPainterPath:
    """The mark in a square of `pixels`, upper left at 0, 0."""
    whole = [size for size in GRIDS if pixels % size == 0]
    size = max(whole, default=min((size for size in GRIDS if size > pixels), default=max(GRIDS)))
    return QTransform.fromScale(pixels / size, pixels / size).map(GRIDS[size].path(shape))


def polygon(*corners: tuple[float, float]) -> QPainterPath:
    path = QPainterPath(QPointF(*corners[0]))
    for corner in corners[1:]:
        path.lineTo(QPointF(*corner))
    path.closeSubpath()
    return path


def grown(path: QPainterPath, by: float, join: Qt.PenJoinStyle) -> QPainterPath:
    """A path with a margin of `by` pixels around it."""
    stroker = QPainterPathStroker()
    stroker.setWidth(2 * by)
    stroker.setJoinStyle(join)
    stroker.setMiterLimit(3)
    return path.united(stroker.createStroke(path))
