"""The templates by area."""

from __future__ import annotations

from ..catalogue import Case
from . import documentation, payroll, unreadable

_AREAS = (payroll, documentation, unreadable)
CASES: tuple[Case, ...] = tuple(case for area in _AREAS for case in area.catalogue.cases)
