"""Mails that tell nothing of the project they name: somebody is away, somebody invites."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_AWAY: Final = re.compile(
    rb"\b(?:automatisch(?: antwoord|e beantwoording)|out[ -]of[ -](?:the )?office|automatic reply|auto[ -]?reply"
    rb"|afwezigheids(?:bericht|melding|assistent))\b"
    rb"|\b(?:ik ben|i am|i'm|wij zijn) (?:[a-z]+ ){0,3}(?:met vakantie|op vakantie|afwezig|niet bereikbaar|met verlof|on leave"
    rb"|on holiday|away)\b[^\n]{0,80}\b(?:terug|tot|spoed|urgent|back|until)\b",
    re.IGNORECASE,
)
_INVITED: Final = re.compile(
    rb"\b(?:inloop|dieet ?wensen|aanmelden|afmelden|routebeschrijving|parkeren kan|uitnodiging|je bent (?:van harte )?welkom"
    rb"|heidag|heisessie|teamdag|borrel|lunch|zaal open|rsvp|invitation"
    rb"|dietary (?:requirements|wishes)|drinks|save the date)\b",
    re.IGNORECASE,
)
_INVITED_LEAST: Final = 2  # signs
_BYTES: Final = 1_500  # of such a mail


def is_notice(lines: Sequence[bytes]) -> bool:
    """`lines`: folded, of a mail with its head."""
    if not lines or not lines[0].startswith(b"From:"):
        return False
    text = b"\n".join(lines)
    if len(text) > _BYTES:
        return False
    return _AWAY.search(text) is not None or (
        len({match.group().lower() for match in _INVITED.finditer(text)}) >= _INVITED_LEAST
    )
