"""How a spreadsheet shows a number: dates and numbers with leading zeros are stored as plain numbers."""

from __future__ import annotations

import re
import struct
from collections.abc import Sequence
from datetime import datetime, timedelta

DATE = -1
PLAIN = 0
_BUILT_IN_DATES = frozenset({14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)})  # ECMA-376 part 1, 18.8.30
_LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_ZEROS = re.compile(r"0{2,20}")
_EPOCH, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001  # a cell knows no zone
_LAST_DAY = 2_958_465  # 9999-12-31
_DOUBLE = struct.Struct("<d")


class CellFormats:
    """What the styles of a workbook do to the numbers in its cells. `shapes`: DATE, PLAIN or a number of digits, by style."""

    def __init__(self, shapes: Sequence[int] = (), *, from_1904: bool = False) -> None:
        self._shapes = {str(style): shape for style, shape in enumerate(shapes) if shape != PLAIN}
        self._by_number = shapes
        self._epoch = _EPOCH_1904 if from_1904 else _EPOCH
        self._days: dict[str, str] = {}

    def __bool__(self) -> bool:
        return bool(self._shapes)

    def shown(self, style: str | None, value: str) -> str:
        """`value` as it is stored, in digits."""
        return self._in_shape(self._shapes.get(style or "0", PLAIN), value)

    def number(self, style: int, number: float) -> str:
        """A number of a binary workbook."""
        value = number_text(number)
        return self._in_shape(self._by_number[style], value) if style < len(self._by_number) else value

    def _in_shape(self, shape: int, value: str) -> str:
        if shape == PLAIN:
            return value
        if shape == DATE:
            known = self._days.get(value)
            return self._remembered(value) if known is None else known
        return value.zfill(shape) if value.isdigit() else value

    def _remembered(self, value: str) -> str:
        shown = self._day(value)
        if len(self._days) < 50_000:
            self._days[value] = shown
        return shown

    def _day(self, value: str) -> str:
        """`28522` is 01-02-1978: day, month, year, and the time when there is one. What is no day stays a number."""
        try:
            days = float(value)
        except ValueError:
            return value
        if not 1 <= days <= _LAST_DAY:
            return value
        moment = self._epoch + timedelta(seconds=round(days * 86_400))
        day = f"{moment.day:02d}-{moment.month:02d}-{moment.year:04d}"
        return day if days.is_integer() else f"{day} {moment.hour:02d}:{moment.minute:02d}"


def shape_of(format_id: int, code: str | None) -> int:
    """`code`: the number format as the workbook defines it; None for one that every workbook knows."""
    if code is None:
        return DATE if format_id in _BUILT_IN_DATES else PLAIN
    if _ZEROS.fullmatch(code):
        return len(code)
    signs = _LITERAL.sub("", code.partition(";")[0]).lower()
    return DATE if ("d" in signs or "y" in signs) and "general" not in signs else PLAIN


def plain_number(value: str) -> str:
    """`1.23456782E8` and `123456782.0` as they are shown: a citizen's number is stored as a number."""
    number = float(value)
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else value


def number_text(number: float) -> str:
    """A number of a binary workbook as digits."""
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)


def rk_number(packed: int) -> float:
    """The short form of numbers in binary workbooks (RK): two bits say how the other thirty are meant. MS-XLS 2.5.217."""
    if packed & 2:
        number = float((packed >> 2) - (1 << 30 if packed & 0x80000000 else 0))
    else:
        number = _DOUBLE.unpack(bytes(4) + (packed & 0xFFFFFFFC).to_bytes(4, "little"))[0]
    return number / 100 if packed & 1 else number
