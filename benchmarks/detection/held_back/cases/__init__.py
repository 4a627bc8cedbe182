"""The templates by area."""

from __future__ import annotations

from ..catalogue import Case
from . import (
    business,
    care,
    citizens,
    concealed,
    correspondence,
    documentation,
    figures,
    firm,
    forms,
    own,
    papers,
    payroll,
    personnel,
    private,
    public,
    technical,
    unreadable,
)

_AREAS = (
    payroll,
    personnel,
    papers,
    citizens,
    care,
    concealed,
    correspondence,
    business,
    documentation,
    own,
    firm,
    forms,
    figures,
    public,
    technical,
    private,
    unreadable,
)
CASES: tuple[Case, ...] = tuple(case for area in _AREAS for case in area.catalogue.cases)
