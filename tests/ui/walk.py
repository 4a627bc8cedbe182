"""What must be so on every page, whoever made it: each function gives what is wrong, as sentences; nothing is well."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetrics, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTabBar,
    QTableView,
    QWidget,
)

LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3
LEAST_CONTRAST_LARGE = 3.0
LARGE_PIXELS = 24


def nameless(root: QWidget) -> list[str]:
    """Controls that a screen reader could only call "button"."""
    return [
        f"{told(widget)} has no name for a screen reader"
        for widget in controls(root)
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()
    ]


def unreachable(root: QWidget) -> list[str]:
    """Controls that Tab does not come to. Of buttons that belong together one is enough: arrows lead to the others."""
    wanted = {widget for widget in controls(root) if widget.isEnabled()}
    reached = set(_walked(root.window(), len(wanted) + 50))
    groups = {
        widget.group() for widget in reached if isinstance(widget, QAbstractButton) and widget.group() is not None
    }
    missing = (
        widget
        for widget in wanted - reached
        if widget.isVisibleTo(root)  # a link to what is out of sight goes when Tab brings that into sight
        and not (isinstance(widget, QAbstractButton) and widget.group() in groups)
        and not any(widget.isAncestorOf(other) or other.focusProxy() is widget for other in reached)
    )
    return [f"{told(widget)} is not reached by Tab" for widget in missing]


def _walked(window: QWidget, most: int) -> Iterator[QWidget]:
    """What has the keyboard after each Tab, from wherever it is until it comes round."""
    window.activateWindow()
    QTest.qWaitForWindowActive(window, 2_000)
    seen: set[QWidget] = set()
    at: QWidget | None = None
    for _ in range(most):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        before, at = at, QApplication.focusWidget()
        if at is not None and at is before:  # from one part of a date to the next
            continue
        if at is None or at in seen:
            return
        seen.add(at)
        yield at


def cut(root: QWidget) -> list[str]:
    """Text that does not fit the place it has."""
    return [
        f"{told(widget)} is cut: {text!r} wants {wants}, has {has}"
        for widget in shown(root)
        for text, wants, has in _fits(widget)
        if wants > has + 1
    ]


def _fits(widget: QWidget) -> Iterator[tuple[str, int, int]]:
    """(text, pixels wanted, pixels there) of what this widget writes by itself."""
    if isinstance(widget, QLabel) and widget.text() and widget.pixmap().isNull():
        if widget.wordWrap():
            yield widget.text(), widget.heightForWidth(widget.width()), widget.height()
            longest = max(widget.text().split() or [""], key=len)
            yield longest, QFontMetrics(widget.font()).horizontalAdvance(longest), widget.contentsRect().width()
        else:
            yield widget.text(), widget.minimumSizeHint().width(), widget.width()
    elif isinstance(widget, QAbstractButton) and widget.text():
        yield widget.text(), widget.minimumSizeHint().width(), widget.width()
    elif isinstance(widget, QComboBox):
        metrics = QFontMetrics(widget.font())
        yield widget.currentText(), metrics.horizontalAdvance(widget.currentText()) + 40, widget.width()
    elif isinstance(widget, QTabBar):
        yield "the tabs", widget.sizeHint().width(), widget.width()
    elif isinstance(widget, QHeaderView) and widget.orientation() is Qt.Orientation.Horizontal:
        for number in range(widget.count()):
            if not widget.isSectionHidden(number):
                text = str(widget.model().headerData(number, Qt.Orientation.Horizontal) or "")
                yield text, QFontMetrics(widget.font()).horizontalAdvance(text) + 16, widget.sectionSize(number)


def overflowing(root: QWidget) -> list[str]:
    """Pages that would have to be scrolled sideways."""
    areas = [widget for widget in shown(root) if isinstance(widget, QAbstractScrollArea)]
    sideways = [area for area in areas if not isinstance(area, QAbstractItemView)]
    return [
        f"{told(area)} is {area.horizontalScrollBar().maximum()} pixels too wide"
        for area in sideways
        if area.horizontalScrollBar().maximum() > 0
    ] + [
        f"{told(area)}: its content wants {area.viewport().childrenRect().width()}, has {area.viewport().width()}"
        for area in sideways
        if area.viewport().childrenRect().width() > area.viewport().width() + 1
    ]


def faint(root: QWidget) -> list[str]:
    """Text with too little contrast, as it is really drawn."""
    picture = root.grab().toImage()
    ratio = picture.devicePixelRatio()
    found = []
    for widget in shown(root):
        if not isinstance(widget, QLabel | QAbstractButton | QLineEdit) or not widget.isEnabled() or not widget.text():
            continue
        if isinstance(widget, QLabel) and not widget.pixmap().isNull():
            continue
        place = visible_part(widget, root)
        if place.width() < 8 or place.height() < max(8, widget.height() // 2):
            continue  # at the edge of what is scrolled only its border may be seen, not yet its text
        seen = contrast_in(picture, QRect(place.topLeft() * ratio, place.size() * ratio))
        wanted = LEAST_CONTRAST_LARGE if widget.font().pixelSize() >= LARGE_PIXELS else LEAST_CONTRAST
        if seen < wanted:
            found.append(f"{told(widget)} has a contrast of {seen:.1f}")
    return found


def clashing(root: QWidget) -> list[str]:
    """Two controls in one view with the same Alt key."""
    keys: dict[str, list[str]] = {}
    for widget in shown(root):
        text = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
        if isinstance(widget, QLabel) and widget.buddy() is None:
            continue
        for first, second in pairwise(text.replace("&&", "")):
            if first == "&" and widget.isEnabled():
                keys.setdefault(second.lower(), []).append(text)
    return [f"Alt+{key} belongs to {texts}" for key, texts in keys.items() if len(texts) > 1]


def controls(root: QWidget) -> Iterator[QWidget]:
    """What takes the keyboard."""
    for widget in shown(root):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        is_inner = widget.parentWidget() is not None and isinstance(
            widget.parentWidget(), QAbstractItemView | QHeaderView | QComboBox
        )
        is_plain_area = isinstance(widget, QAbstractScrollArea) and type(widget).__name__ == "QScrollArea"
        if takes and not is_inner and not is_plain_area and widget.focusProxy() is None and not _spin_inner(widget):
            yield widget


def _spin_inner(widget: QWidget) -> bool:
    return widget.objectName().startswith("qt_spinbox")


def shown(root: QWidget) -> Iterator[QWidget]:
    for widget in root.findChildren(QWidget):
        if widget.isVisibleTo(root):
            yield widget


def visible_part(widget: QWidget, root: QWidget) -> QRect:
    """Where a widget can be seen in `root`: what its parents cut off is left out."""
    place = QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())
    at = widget.parentWidget()
    while at is not None and at is not root:
        place = place.intersected(QRect(at.mapTo(root, QPoint(0, 0)), at.size()))
        at = at.parentWidget()
    return place.intersected(root.rect())


def contrast_in(picture: QImage, place: QRect) -> float:
    """Between the ground (the most common colour) and what stands out most from it."""
    place = place.intersected(picture.rect())
    if place.isEmpty():  # of which Qt would copy the whole picture
        return 21.0
    part = picture.copy(place).convertToFormat(QImage.Format.Format_RGB32)
    # Counted from the bytes: a call for each pixel took a fifth of the time of all tests of pages.
    counted = Counter(memoryview(part.constBits()).cast("I"))
    ground = luminance(QColor(counted.most_common(1)[0][0]))
    return max(_ratio(ground, luminance(QColor(colour))) for colour in counted)


def _ratio(one: float, other: float) -> float:
    lighter, darker = max(one, other), min(one, other)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: QColor) -> float:
    """Relative luminance. Source: WCAG 2.2."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def views(root: QWidget) -> list[QTableView]:
    return [widget for widget in shown(root) if isinstance(widget, QTableView)]


def told(widget: QWidget) -> str:
    """A widget as a failing test names it."""
    text = widget.text() if isinstance(widget, QAbstractButton | QLabel | QLineEdit) else widget.accessibleName()
    chain = []
    at: QWidget | None = widget
    while at is not None and len(chain) < 4:
        chain.append(type(at).__name__)
        at = at.parentWidget()
    return f"{' < '.join(chain)} {text[:50]!r}"


def flush() -> None:
    QApplication.processEvents()
