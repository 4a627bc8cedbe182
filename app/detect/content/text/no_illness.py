"""Where a word of illness says something else: the name of an institute, a share of a population, the stroke of a line."""

from __future__ import annotations

import re
from typing import Final

from app.detect.content.text.anchors import Anchors

_BEHIND_BYTES, _BEFORE_BYTES = 40, 40
# "Cancer Research", "Breast Cancer Res Treat": institutes and journals are called after what they study.
_INSTITUTE: Final = re.compile(
    rb"(?: (?:and|of|&))? (?:Cent(?:er|re|rum)|Institut[e]?|Instituut|Society|Res(?:earch|\.)?|Lett(?:ers|\.)?|Causes"
    rb"|Epidemiol(?:ogy|\.)?|Registry|Foundation|Fonds|Fund|Stichting|Vereniging|Prevention|Biology|Discovery|Cell"
    rb"|Association|Consortium|Control|Statistics|Incidence|Therapy|Rates?|Care|Council|Alliance|Hospital|Clinic)\b"
)
_JOURNAL: Final = re.compile(
    rb"\b(?:Journal|J|Textbook|Archives|Annals|Institute|Centre|Center|Society|Epidemiology|Agency)"
    rb"(?:,? (?:for|of|on|in|the|and|Research|Natl|National)){1,4} $"
)
# Of many at once, whoever they are.
_OF_MANY_BEHIND: Final = re.compile(
    rb"(?:/AIDS| (?:risk|rates?|incidence|prevalence|mortality|prevention|research|statistics|awareness|epidemics?"
    rb"|pandemic|deaths|drugs?|tumou?rs? in|cases|subtypes|registr(?:y|ies)|screening program(?:me)?s?)\b)",
    re.IGNORECASE,
)
_OF_MANY_BEFORE: Final = re.compile(
    rb"\b(?:incidence|prevalence|rates?|mortality|epidemiology|risk factors|prevalentie|incidentie|sterfte)"
    rb" (?:of|for|from|van|aan|door)(?: [a-z-]{2,14}){0,3} $"
    rb"|\b(?:tropical|great|economic|tropische|grote|economische) $",
    re.IGNORECASE,
)
# A line in a drawing, a swimmer's, a clock's, luck.
_LINE_BEHIND: Final = re.compile(
    rb"[ _-]?(?:width|cap|join|id|colou?r|style|type|weight|order|dash|opacity|pattern|path|ident|miter|offset|engine"
    rb"|play)\b|[ ]?[:=]? ?(?:none|#[0-9a-f]{3,8})\b| of (?!a\b[a-z ]{0,20}(?:vessel|artery))[a-z]",
    re.IGNORECASE,
)
_LINE_BEFORE: Final = re.compile(
    rb"\b(?:back|breast|butterfly|brush|key|pen|paint|two|four|one|single|up|down|bold|master)[ -]$", re.IGNORECASE
)
_MEANT: Final = re.compile(
    rb" (?:pauses?|silences?|words?|moments?|phrases?"
    rb"|with (?:meaning|significance|the|possibilit|promise|danger|expectation|implications?))\b",
    re.IGNORECASE,
)
# Called after a physician, as many families are: "Sarah Parkinson".
_EPONYMS: Final = frozenset({b"parkinson", b"alzheimer", b"crohn", b"hodgkin", b"huntington", b"lyme", b"pfeiffer"})
# "Great Depression", "Tropical Depression": a name in capitals within a sentence, of no state of mind.
_PROPER: Final = re.compile(
    rb"[a-z,] (?!Major |Severe |Chronic |Clinical |Recurrent |Mild |Moderate |Bipolar |Post)[A-Z][a-z]{3,12} $"
)
_CODE: Final = re.compile(rb"[A-Z]{2,4}")


def is_surname(text: bytes, start: int, end: int, anchors: Anchors) -> bool:
    """Whether it is a part of somebody's name."""
    if text[start:end].lower() not in _EPONYMS or not text[start : start + 1].isupper():
        return False
    return any(hit.kind == "name" and hit.start < start < hit.end for hit in anchors.last_before(start, _BEFORE_BYTES))


def is_no_illness(text: bytes, start: int, end: int) -> bool:
    """Whether the words around the one between `start` and `end` make it something else than what somebody has."""
    word = text[start:end].lower()
    behind, before = text[end : end + _BEHIND_BYTES], text[max(0, start - _BEFORE_BYTES) : start]
    if word == b"stroke" and (_LINE_BEHIND.match(behind) or _LINE_BEFORE.search(before)):
        return True
    if word == b"depression" and text[start : start + 1].isupper() and _PROPER.search(before):
        return True
    if word == b"pregnant" and _MEANT.match(behind):
        return True
    if _OF_MANY_BEHIND.match(behind) or _OF_MANY_BEFORE.search(before):
        return True
    if text[start : start + 1].isupper() and (_INSTITUTE.match(behind) or _JOURNAL.search(before)):
        return True
    return _is_among_codes(text, start, end)


def _is_among_codes(text: bytes, start: int, end: int) -> bool:
    """Whether it is one of a list of codes in capitals, a line each: an airport's, a department's."""
    if _CODE.fullmatch(text, start, end) is None:
        return False
    above = text[max(0, start - 12) : start].split(b"\n")
    below = text[end : end + 12].split(b"\n")
    if len(above) < 3 or len(below) < 3 or above[-1] or below[0]:
        return False
    return all(_CODE.fullmatch(line) is not None for line in (above[-2], below[1]))
