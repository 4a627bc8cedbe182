"""What words of union, crime and orientation mean where they tell nothing of the kind."""

from __future__ import annotations

import re
from typing import Final

from app.detect.content.text.piece import Piece


def is_meant_otherwise(piece: Piece, span: tuple[int, int]) -> bool:
    """Whether it is a society of another kind ("de bond van ondernemers"), a trade ("BI-specialist") or a traffic jam."""
    said = piece.text[slice(*span)]
    behind = piece.after(span[1], 10)
    if _APPOSED.search(said) is not None:
        return _ENDED.match(behind) is None or _is_one_of_many(piece, span)
    if _WITH_WHOM.search(said) is not None:
        return not _is_of_same_sex(piece, span)
    if b"aangifte" in said.lower():
        return _is_report_of_others(piece, span)
    if said.endswith((b" bi", b" BI", b" Bi")):
        return said.endswith(b"BI") or behind.startswith(b"-")
    if said.lower().endswith(b"zit vast"):
        return behind.startswith((b" in ", b" op ", b" aan "))
    return said.lower().endswith(b" bond") and behind.startswith((b" van ", b" voor "))


# "Mw. De Wit: hervormd" is hers; "Stichting Elders, katholiek onderwijs" and "katholiek, protestants, openbaar" are nobody's.
_APPOSED: Final = re.compile(
    rb"[:,(] ?(?:moslima?|(?:rooms[- ]?)?katholiek|r\.?k|pkn|protestant|(?:nederlands )?hervormd"
    rb"|gereformeerd(?: \(?vrijgemaakt)?|joods|jehova'?s? getuige|hindoe|boeddhist|atheist|humanist|remonstrants|doopsgezind"
    rb"|evangelisch|luthers)$",
    re.IGNORECASE,
)
_ENDED: Final = re.compile(rb"\.?(?:[ ]?[,;.)/|]|\s*\Z| (?:en|maar|wil|wenst|heeft|gaat) )")
_DENOMINATIONS: Final = re.compile(
    rb"\b(?:katholieke?|protestants?e?|hervormde?|gereformeerde?|islam(?:itische?)?|joodse?|moslim|hindoe\w*|boeddhis\w*"
    rb"|openbaar|overig|geen|christelijke?|humanist\w*|atheist)\b",
    re.IGNORECASE,
)
_MANY: Final = 2  # besides the one that was found
_MANY_WITHIN: Final = 50


def _is_one_of_many(piece: Piece, span: tuple[int, int]) -> bool:
    """Whether it is one of those that may be chosen."""
    beside = piece.before(span[0], _MANY_WITHIN) + b" " + piece.after(span[1], _MANY_WITHIN)
    return len({match.group().lower() for match in _DENOMINATIONS.finditer(beside)}) >= _MANY


_WITH_WHOM: Final = re.compile(rb"met (?:een|zijn|haar) (man|vriend|vrouw|vriendin)$", re.IGNORECASE)
_HIS_OR_HERS: Final = frozenset({b"met zijn man", b"met zijn vriend", b"met haar vrouw", b"met haar vriendin"})
_SHE: Final = re.compile(rb"\b(?:zij|ze|mevrouw|mw|mevr)\b", re.IGNORECASE)
_HE: Final = re.compile(rb"\b(?:hij|de heer|meneer|dhr)\b", re.IGNORECASE)


def _is_of_same_sex(piece: Piece, span: tuple[int, int]) -> bool:
    """Only where the sentence says before it who is meant: "hij is getrouwd met een man"."""
    partner = _WITH_WHOM.search(piece.text[slice(*span)])
    if partner is not None and partner[0].lower() in _HIS_OR_HERS:
        return True
    before = piece.before(span[0], 40)
    is_man = partner is not None and partner[1].lower() in (b"man", b"vriend")
    same, other = (_HE, _SHE) if is_man else (_SHE, _HE)
    return same.search(before) is not None and other.search(before) is None


# Who reports a crime is its victim, and a declaration of taxes, of a birth or a loss is none.
_REPORTED: Final = re.compile(
    rb"\b(?:familie|ouders|moeder|vader|school|werkgever|gemeente|bedrijf|directie|slachtoffers?|stichting|organisatie"
    rb"|bestuur|buren"
    rb"|nabestaanden|wij|we|ik|hij|zij|ze) (?:heeft|hebben|had|hadden|heb) (?:[a-z]+ ){0,2}$",
    re.IGNORECASE,
)
_OF_TAXES: Final = re.compile(
    rb"\b(?:belasting|btw|omzet|loon|inkomsten|ib|erf|schenk|overlijden|geboorte|verlies|vermissing|huwelijk)[a-z-]*\b",
    re.IGNORECASE,
)
_AGAINST: Final = re.compile(rb"tegen|onder (?:proces|nummer|pv)|wegens", re.IGNORECASE)


def _is_report_of_others(piece: Piece, span: tuple[int, int]) -> bool:
    around = piece.before(span[0], 30) + piece.text[slice(*span)] + piece.after(span[1], 30)
    if _OF_TAXES.search(around) is not None:
        return True
    is_against = _AGAINST.search(piece.text[slice(*span)] + piece.after(span[1], 12)) is not None
    return not is_against and _REPORTED.search(piece.before(span[0], 40)) is not None
