"""Where a word of illness says something else: the name of an institute, a share of a population, the stroke of a line."""

from __future__ import annotations

import re
from typing import Final

from app.detect.content.text.anchors import Anchors
from app.detect.content.text.figures import is_figure_of_speech

_BEHIND_BYTES, _BEFORE_BYTES = 40, 40
# "Cancer Research", "Breast Cancer Res Treat": institutes and journals are called after what they study.
_INSTITUTE: Final = re.compile(
    rb"(?: (?:and|of|&))? (?:Cent(?:er|re|rum)|Institut[e]?|Instituut|Society|Res(?:earch|\.)?|Lett(?:ers|\.)?|Causes"
    rb"|Epidemiol(?:ogy|\.)?|Registry|Foundation|Fonds|Fund|Stichting|Vereniging|Prevention|Biology|Discovery|Cell"
    rb"|Association|Consortium|Control|Statistics|Incidence|Therapy|Rates?|Care|Council|Alliance|Hospital|Clinic)\b"
)
_JOURNAL: Final = re.compile(
    rb"\b(?:Stichting|Vereniging|Fonds|Platform|Patientenvereniging|Expertisecentrum|Journal|J|Textbook|Archives"
    rb"|Annals|Institute|Centre|Center|Society|Epidemiology|Agency)"
    rb"(?:,? (?:for|of|on|in|the|and|Research|Natl|National|voor|van|de|het)){0,4} $"
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
_EPONYMS: Final = frozenset(
    {b"parkinson", b"alzheimer", b"crohn", b"hodgkin", b"huntington", b"lyme", b"pfeiffer", b"sjogren"}
)
# "Great Depression", "Tropical Depression": a name in capitals within a sentence, of no state of mind.
_PROPER: Final = re.compile(
    rb"[a-z,] (?!Major |Severe |Chronic |Clinical |Recurrent |Mild |Moderate |Bipolar |Post)[A-Z][a-z]{3,12} $"
)
_CODE: Final = re.compile(rb"[A-Z]{2,4}")
# Traffic, railways and firms have these ends of words, too: "seinstoornis", "verkeersinfarct", "zuivelcooperatie".
_COMPOUND_OF_THINGS: Final = re.compile(
    rb"(?:sein|trein|wissel|signaal|brug|net|licht|motor|verkeers|weg|spoor|besluit|bestuurs|stockholm|data|gas)"
    rb"(?:stoornis|infarct|ontsteking|verlamming|syndroom)$|cooperatie$|corporatie$",
    re.IGNORECASE,
)
# An operation of a firm, a project or an army.
_BUSINESS_BEFORE: Final = re.compile(
    rb"(?:\b(?:manager|directeur|director|hoofd|head|afdeling|chief|coordinator|team|unit|medewerker|lid|militaire"
    rb"|logistieke"
    rb"|commerciele|grootschalige|in|van de|ict|it|dagelijkse) |[a-z]-)$",
    re.IGNORECASE,
)
_MADE: Final = re.compile(
    rb"[- ](?:teams|office|project|word|excel|sql|windows|access|dynamics|outlook|visio|power|on|ons|in|nr|nummer)\b",
    re.IGNORECASE,
)
# Who complains here is no patient, and what is diagnosed is a fault.
_OF_USERS_BEHIND: Final = re.compile(
    rb" (?:(?:de|het|een|onze|deze|dit|alle|veel|diverse) )?(?:gebruikers|klanten|burgers|bewoners|inwoners|ouders"
    rb"|leveranciers"
    rb"|medewerkers|omwonenden|collega'?s|reizigers|huurders|buren|studenten|leerlingen|storing|server|systeem"
    rb"|netwerk|probleem"
    rb"|fout|incident|proces|project|organisatie|situatie|keten|koppeling|applicatie|vertraging|afdeling|migratie"
    rb"|performance"
    rb"|oud naar|bugs?|spam|uitval|capaciteit|meeruren|de huidige|trage?|langzame|vastlopende|lange|hoge|veel|ruis"
    rb"|storingen|fouten|foutmeldingen|wachttijden"
    rb"|kinderziektes?|files?|vertragingen|werkdruk|tocht|drukte)\b",
    re.IGNORECASE,
)
_WORKS_BEHIND: Final = re.compile(
    rb"(?:,? (?:te|aan het|achter|aan de slag|op kantoor) )?(?: ?werk(?:en|t|plek|end)?\b| te werken| achter de"
    rb"| aan het werk| in [A-Z])"
)
# A team's illness, a figure of speech, an operation with a name.
_SAID_OF_OTHERS: Final = re.compile(
    rb"wegens ziekte\| (?:in|binnen|bij|van|op) (?:het|de|ons|onze|een|mijn) |doof\| voor |griep\|(?: heerst|golf"
    rb"| in het land|prik)"
    rb"|(?:de )?operatie\| ['\"]|hoofdpijn\|(?:dossier| van (?:de|het|dit|die))|in de overgang\| (?:van|naar)",
    re.IGNORECASE,
)
# Of things: what fails, is repaired or strained is a machine or a plan.
_THINGS: Final = re.compile(
    rb"\b(?:server|systeem|stroom|koppeling|netwerk|internet|trein(?:en)?|les(?:sen)?|verwarming|pomp|machine|interface"
    rb"|applicatie|database|app|verbinding|lift|router|switch|wifi|website|portaal|batch|job|run|dienst(?:en"
    rb"|verlening)?|printer"
    rb"|omgeving|storing|project|budget|planning|backup|telefonie|software|module|levering|vlucht(?:en)?|bussen|airco)"
    rb"(?: [a-z0-9]+){0,4} $",
    re.IGNORECASE,
)
_FAILS: Final = (b"uitgevallen", b"hersteld", b"kampt", b"last van", b"valt ", b"viel ", b"herstelt", b"opgenomen")
_FIGURATIVE_BEFORE: Final = re.compile(rb"\b(?:er|daar|hier) (?:[a-z]+ )?$", re.IGNORECASE)


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
    if _is_of_things(word, before, behind) or is_figure_of_speech(word, before, behind):
        return True
    if text[start:end].rpartition(b" ")[2].isupper() and _MADE.match(behind):
        return True
    if _OF_MANY_BEHIND.match(behind) or _OF_MANY_BEFORE.search(before):
        return True
    if text[start : start + 1].isupper() and (_INSTITUTE.match(behind) or _JOURNAL.search(before)):
        return True
    return _is_among_codes(text, start, end)


def _is_of_things(word: bytes, before: bytes, behind: bytes) -> bool:
    """Whether a machine, a firm or a plan has it: it fails, is repaired, or is called after the body."""
    if _COMPOUND_OF_THINGS.search(word) or (word.endswith(b" ms") and _MADE.match(behind)):
        return True
    if word == b"operatie" and _BUSINESS_BEFORE.search(before):
        return True
    if word.endswith(
        (b"klachten van", b"diagnose van", b"diagnose", b"overgang", b"last van")
    ) and _OF_USERS_BEHIND.match(behind):
        return True
    if _SAID_OF_OTHERS.match(word + b"|" + behind) is not None:
        return True
    if word.startswith(b"zit ") and _WORKS_BEHIND.match(behind):
        return True
    if any(said in word for said in _FAILS) and _THINGS.search(before + b" " * (not before.endswith(b" "))):
        return True
    return word == b"hoofdpijn" and behind.startswith(b" van") and _FIGURATIVE_BEFORE.search(before) is not None


def _is_among_codes(text: bytes, start: int, end: int) -> bool:
    """Whether it is one of a list of codes in capitals, a line each: an airport's, a department's."""
    if _CODE.fullmatch(text, start, end) is None:
        return False
    above = text[max(0, start - 12) : start].split(b"\n")
    below = text[end : end + 12].split(b"\n")
    if len(above) < 3 or len(below) < 3 or above[-1] or below[0]:
        return False
    return all(_CODE.fullmatch(line) is not None for line in (above[-2], below[1]))
