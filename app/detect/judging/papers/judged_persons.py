"""Notes in which somebody's leaving, pay or worth is weighed behind his back: a reference that was called, notes of a talk of
two. They have no number and no illness, and are as private as what has."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from app.detect.content.lexicon import FIRST_NAMES, NOT_NAMES

_NOTE_BYTES: Final = 3_000
_TITLE_LINES: Final = 3
_LEAST: Final = 2  # things that are said
_REFERENCE: Final = re.compile(
    rb"\b(?:referentie(?:check|s|gesprek|onderzoek|navraag)?|(?:belletje|gebeld|gesproken|call"
    rb"|navraag)[^\n]{0,20}(?:oud|vorige?|voormalige?|ex)[ -]?"
    rb"(?:werkgever|baas|leidinggevende)|oud-?werkgever|reference (?:check|call|taken)|former (?:employer|manager"
    rb"|boss))\b",
    re.IGNORECASE,
)
_TALK: Final = re.compile(
    rb"\b(?:bila(?:teraal)?|(?:1|een|one)[ -]?(?:op|on|:)[ -]?(?:1|een|one)|1:1|voortgangsgesprek|(?:koffie|gesprek"
    rb"|talk|chat|catch-?up) (?:met|with)|bijpraten)\b",
    re.IGNORECASE,
)
_NAME: Final = re.compile(rb"\b[A-Z][a-z]{1,15}\b")
_WORTH: Final = (
    rb"(?:zou|zouden) (?:haar|hem|\w+ )?(?:\w+ ){0,2}niet (?:opnieuw|weer|meer|nog eens) (?:aannemen|inhuren)"
    rb"|niet (?:opnieuw|meer) aannemen"
    rb"|niet (?:uitnodigen|aannemen|door(?:laten)?|geschikt)|afwijzen|komt (?:\w+ ){0,2}te laat|(?:officiele "
    rb"|schriftelijke )?waarschuwing(?:en)?|ruzie|conflict"
    rb"|is weggegaan|(?:zeg|vertel) dat (?:maar )?niet|harde werker|lastig|onbetrouwbaar|niet eerlijk"
    rb"|weinig zelfstandig|twijfel[s]? (?:over|aan)|mijn oordeel"
    rb"|would (?:not|never) (?:re-?hire|hire)|not (?:re-?hire|invite)|reliab(?:le|ility)|often late|don't tell (?:him"
    rb"|her)|my verdict|hard worker|poor attendance"
)
_LEAVING: Final = (
    rb"wil (?:hier )?(?:weg|vertrekken|stoppen|opzeggen)|(?:aanbod|offer)[^\n.]{0,30}(?:concurrent|elders"
    rb"|ander(?:e werkgever)?|competitor)|gaat (?:weg|opzeggen|vertrekken)"
    rb"|(?:zit|staat|verdient) (?:nu )?(?:op )?(?:eur )?\d[\d.]{2,}|\b[2-9]\d{3} ?(?:\+|plus) ?(?:auto|bonus|lease)"
    rb"|(?:niet|nog niets?) (?:laten merken|weten dat ik)"
    rb"|(?:vast(?:e)? (?:contract|aanstelling)|vast of (?:eruit|weg)|[1-4]e verlenging|contract (?:verlengen|loopt af"
    rb"|niet verleng\w+))|onuitstaanbaar|kan niet (?:opschieten|door een deur)"
    rb"|vraagt (?:om )?(?:opslag|meer salaris|promotie)|loonsverhoging|opslag van|solliciteert|counter ?offer"
    rb"|wants (?:to leave|out|a raise)|looking (?:elsewhere|for another job)"
    rb"|(?:currently )?(?:earns|is on) (?:eur )?\d[\d.,]{2,}|hand(?:ing)? in (?:his|her) notice|can't stand"
    rb"|retention bonus"
)
_SAID: Final = re.compile(rb"\b(?:" + _WORTH + rb"|" + _LEAVING + rb")", re.IGNORECASE)


def is_judgement_of_one(lines: Sequence[bytes], is_own: Callable[[bytes], bool]) -> bool:
    """`lines`: folded; `is_own`: whether a name is the consultant's."""
    opening = b"\n".join(lines[:_TITLE_LINES])
    if _REFERENCE.search(opening) is None and _TALK.search(opening) is None:
        return False
    text = b"\n".join(lines)
    is_told = len(text) <= _NOTE_BYTES and len({match[0].lower() for match in _SAID.finditer(text)}) >= _LEAST
    return is_told and any(_is_somebody(match, is_own) for match in _NAME.finditer(opening))


def _is_somebody(match: re.Match[bytes], is_own: Callable[[bytes], bool]) -> bool:
    first = match[0].lower()
    return first in FIRST_NAMES and first not in NOT_NAMES and not is_own(first)
