"""The templates by area."""

from __future__ import annotations

from ..catalogue import Case
from . import (
    business,
    care,
    citizens,
    concealed,
    correspondence,
    designs,
    disguised,
    documentation,
    figures,
    firm,
    forms,
    own,
    own_home,
    papers,
    pay_messages,
    payroll,
    personnel,
    private,
    public,
    reference,
    sensitive,
    technical,
    tenants,
    unreadable,
)

_AREAS = (
    payroll,
    pay_messages,
    personnel,
    sensitive,
    papers,
    citizens,
    tenants,
    care,
    concealed,
    disguised,
    correspondence,
    business,
    documentation,
    designs,
    own,
    own_home,
    firm,
    forms,
    figures,
    public,
    reference,
    technical,
    private,
    unreadable,
)
CASES: tuple[Case, ...] = tuple(case for area in _AREAS for case in area.catalogue.cases)
