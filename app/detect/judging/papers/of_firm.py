"""What a firm keeps of its own people: who is planned where, how the consultant is judged."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from app.detect.judging.person_names import PersonName

_FIRST: Final = 4  # lines
_PLANNED: Final = re.compile(
    rb"\b(?:[a-z]{0,12}planning|bezetting|inzet(?:overzicht)?|capaciteit|beschikbaarheid|allocation|staffing)\b[^\n]{0,20}"
    rb"\b(?:consultants?|adviseurs?|collega'?s|team|bureau|medewerkers)\b|\b(?:consultants?|adviseurs?|team)[ -]?planning\b",
    re.IGNORECASE,
)
_NAME_ENDS: Final = re.compile(rb"[,;:(\t]| (?:met|en|with|and|door|by) | - ")


def plans_own_people(lines: Sequence[bytes]) -> bool:
    """Whether the title says that people of the firm are planned. `lines`: folded."""
    return any(_PLANNED.search(line) is not None for line in lines[:_FIRST])


def opens_with(lines: Sequence[bytes], person: PersonName) -> bool:
    """Whether one of the first lines begins with the person, as what is written about him does."""
    return any(person.fits(_NAME_ENDS.split(line)[0].decode("utf-8", "replace").strip()) for line in lines[:_FIRST])
