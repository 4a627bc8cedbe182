"""The templates by area."""

from __future__ import annotations

from ..catalogue import Case
from . import payroll

_AREAS = (payroll,)
CASES: tuple[Case, ...] = tuple(case for area in _AREAS for case in area.catalogue.cases)
