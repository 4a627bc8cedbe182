"""Mails and letters in which somebody writes the consultant about himself: "Dank voor je ziekmelding", "uw afspraak
bij de poli"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from app.detect.content.text.piece import Piece
from app.detect.content.text.scan import scan
from app.detect.judging.person_names import PersonName
from app.domain.finding import SPECIAL_KINDS

_DEAR: Final = re.compile(
    rb"[ \t]{0,4}(?:beste|hallo|hoi|hi|dag|dear|geachte|ha|hey|lieve|goedemorgen|goedemiddag"
    rb"|goedenavond)[ ,]{1,2}([a-z][a-z' .-]{1,40})",
    re.IGNORECASE,
)
_OPENING: Final = 15  # lines
_ILL: Final = (
    r"(?:ziek[a-z]*|griep[a-z]*|herstel[a-z]*|operatie[a-z]*|opname|klachten|zwangerschap[a-z]*|verzuim[a-z]*|re-?integratie[a-z]*"
    r"|behandeling[a-z]*|blessure|gezondheid|diagnose|sick[a-z]*|recovery|surgery|pregnancy|maternity|illness|health|flu|beter|better"
    r"|hersteld|sick ?leave|bedrijfsarts|uitslag[a-z]*|hernia|burn-?out|migraine|fysio[a-z]*)"
)
_YOURS: Final = re.compile(
    (
        rf"\b(?:je|jouw|uw|your)\b (?:\w+ ){{0,2}}{_ILL}\b|\b(?:dat|nu|omdat|of|hoe|als) (?:je|jij|u)\b[^.\n]{{0,40}}\b{_ILL}\b"
        rf"|\byou (?:are|were|feel|called in)\b[^.\n]{{0,30}}\b{_ILL}\b|\b(?:ben|bent|was|voel) (?:je|jij"
        rf"|u)\b[^.\n]{{0,30}}\b{_ILL}\b"
    ).encode(),
    re.IGNORECASE,
)


def is_told_to_himself(lines: Sequence[bytes], person: PersonName | None) -> bool:
    """`lines`: folded. Whether it is written to the consultant, and all that it tells of somebody's health is told
    of the reader."""
    if person is None or not any(_is_to(line, person) for line in lines[:_OPENING]):
        return False
    piece = Piece(b"\n".join(lines))
    if _YOURS.search(piece.text) is None:
        return False
    found = list(scan(piece).hits)
    special = [hit for hit in found if hit.kind in SPECIAL_KINDS]
    names = [hit for hit in found if hit.kind == "name" and not person.fits(hit.value.decode("utf-8", "replace"))]
    told = [piece.sentence(hit.start, hit.end) for hit in special]
    return bool(told) and not any(start <= name.start < end for start, end in told for name in names if name.sure)


def _is_to(line: bytes, person: PersonName) -> bool:
    greeting = _DEAR.match(line)
    if greeting is None:
        return False
    text = greeting[1].decode("utf-8", "replace").strip(" ,.")
    return text.lower() == person.first or person.fits(text) or (not person.is_common and person.is_surname(text))
