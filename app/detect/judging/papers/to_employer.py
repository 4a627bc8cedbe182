"""What somebody writes his employer for himself: he asks for leave, for more pay or other hours, says that he leaves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from app.detect.judging.person_names import PersonName

_MATTER: Final = re.compile(
    rb"\b(?:(?:ouderschaps|zorg|bijzonder|onbetaald|vakantie|zwangerschaps|geboorte|adoptie"
    rb"|aanvullend)?[ -]?verlof[a-z]*"
    rb"|vrije dag(?:en)?|vakantiedagen|salaris(?:verhoging)?"
    rb"|loonsverhoging|opslag|promotie|ontslag|opzegg[a-z]*|dienstverband|arbeidsovereenkomst|arbeidsduur"
    rb"|contracturen"
    rb"|minder (?:gaan )?werken|meer uren|thuiswerk[a-z]*|studiekosten|opleiding|leaseauto|lease-auto"
    rb"|nevenwerkzaamheden"
    rb"|ziek(?:melding|gemeld)?|leave|resignation|resign|notice|raise|salary|working hours|training budget)\b",
    re.IGNORECASE,
)
_ASKS: Final = re.compile(
    rb"\b(?:hierbij|graag|verzoek|vraag ik|verzoek ik|wil ik|ik wil|zou ik|ik zou|ik vraag|neem ik|ik neem"
    rb"|meld ik|ik meld"
    rb"|zeg ik|ik zeg|mijn (?:voorkeur|verzoek|verlof|contract|dienstverband|salaris|vrouw|partner|man|kind"
    rb"|dochter|zoon|huidige"
    rb"|arbeidsovereenkomst|functie)"
    rb"|i (?:would|hereby|am writing|request)|please accept)\b",
    re.IGNORECASE,
)
_I_AM: Final = re.compile(rb"\b(?:ik|ondergetekende|i),? ([A-Za-z.' -]{4,50}?)[,;] ", re.IGNORECASE)
_BYTES: Final = 3_000  # of such a letter


def asks_employer(lines: Sequence[bytes], person: PersonName | None, *, is_signed: bool) -> bool:
    """`lines`: folded; `is_signed`: whether the consultant signs or sends it."""
    text = b"\n".join(lines)
    if person is None or len(text) > _BYTES or _MATTER.search(text) is None or _ASKS.search(text) is None:
        return False
    named = (match[1].decode("utf-8", "replace") for match in _I_AM.finditer(text))
    return is_signed or any(map(person.fits, named))
