"""Whether a document tells something of one person in one breath: a name, and what is known of him, in the same sentence.

A word of illness pages away from the names of the attendees is part of a process; "mevrouw X is sinds mei thuis" is not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from app.detect.content.text.name_places import CONTACT
from app.detect.content.text.piece import Hit, Piece
from app.detect.content.text.scan import scan
from app.detect.judging import weights
from app.detect.judging.circumstances import places_of_circumstances
from app.domain.finding import SPECIAL_KINDS

# A line that goes on in small letters is one that was wrapped.
_END: Final = re.compile(rb"[!?](?=\s)|(?<=[a-z0-9)%]{2})\.(?=\s)|\n(?![ \t]{0,8}[a-z])")
# "Rek. NL..", "geb. 3 mei": a sentence goes on behind these.
_SHORTENED: Final = re.compile(
    rb"(?:^|[^a-z])(?:rek|geb|tel|nr|no|pers|adr|dhr|hr|mw|mevr|fam|dr|ir|ing|drs|mr|prof|st|ca|bijv|evt|incl|excl|max|min|jl|resp"
    rb"|afd|ong|gld|bsn|wnd|ivm|art|vgl|betr|sal|mob|mrs|ms|dept|approx)$",
    re.IGNORECASE,
)
_REACH: Final = 240  # bytes between a name and what is told of it
_GOES_ON: Final = re.compile(rb"\s*(?:hij|zij|ze|haar|zijn|hem|he|she|his|her|diens|betrokkene)\b", re.IGNORECASE)
_ALONE_NOT_ENOUGH: Final = frozenset({"address", "employee_number", "iban", "big_number"})
_SLIGHT_LEAST: Final = 2


# Who is quoted, or has an office, is not whom it is about: "zegt onderzoeker Linda Kamp".
_SPEAKER: Final = re.compile(
    rb"\b(?:zegt|aldus|volgens|stelt|vindt|meldt|says|according to|by|door|auteur|onderzoeker|hoogleraar|prof(?:essor)?\.?"
    rb"|lector|wethouder|burgemeester|minister|staatssecretaris|kamerlid|woordvoerder|voorzitter|directeur|bestuurder|spreker"
    rb"|journalist|redacteur|trainer|docent|bedrijfsarts|arts|psycholoog|adviseur|consultant|advocaat|rechter)[ \t:]{1,3}$",
    re.IGNORECASE,
)
_OFFICE_BEHIND: Final = re.compile(
    rb"[ \t]{0,3}[(,] ?(?:hoogleraar|onderzoeker|bedrijfsarts|arts|adviseur|projectleider|manager|teamleider|directeur"
    rb"|wethouder|docent|trainer|spreker|voorzitter|psycholoog|consultant|beheerder|functioneel beheer)",
    re.IGNORECASE,
)
_YOU: Final = re.compile(rb"\b(?:u|uw|je|jij|jou|jouw|you|your)\b", re.IGNORECASE)
_TITLE_BYTES: Final = 24


def tells_of_one(lines: Sequence[bytes], is_own: Callable[[bytes], bool], *, is_addressed: bool) -> bool:
    """`lines`: folded, of running text; `is_own`: whether a name is the consultant's; `is_addressed`: it is a letter to
    somebody else, who is told of himself."""
    piece = Piece(b"\n".join(lines))
    hits = list(scan(piece).hits)
    names = [hit for hit in hits if hit.kind == "name" and hit.sure and not is_own(hit.value)]
    told = [hit for hit in hits if hit.sure and hit.kind in weights.SENSITIVE_KINDS]
    special = [hit for hit in told if hit.kind in SPECIAL_KINDS]
    is_of_named = any(_is_told(piece, name, told) for name in names if _is_subject(piece.text, name))
    return is_of_named or (is_addressed and _is_of_reader(piece, special)) or _is_list(piece, names, special)


def _is_of_reader(piece: Piece, special: Iterable[Hit]) -> bool:
    return any(_YOU.search(piece.text[slice(*piece.sentence(hit.start, hit.end))]) is not None for hit in special)


def _is_list(piece: Piece, names: Iterable[Hit], special: Iterable[Hit]) -> bool:
    """Whether line by line something is told of somebody, whatever else stands beside the names."""
    told = {piece.line(hit.start, hit.end)[0] for hit in special}
    return len({name.value for name in names if piece.line(name.start, name.end)[0] in told}) >= weights.BULK_PERSONS


def tells_circumstances_of_one(lines: Sequence[bytes], is_own: Callable[[bytes], bool]) -> bool:
    """Whether a debt, a dismissal or the like is told in one breath with a name that is not the consultant's."""
    text = b"\n".join(lines)
    places = places_of_circumstances(text)
    if not places:
        return False
    piece = Piece(text)
    names = [hit for hit in scan(piece).hits if hit.kind == "name" and hit.sure and not is_own(hit.value)]
    names = [hit for hit in names if _is_subject(text, hit)]
    said = [Hit("circumstance", start, end, b"") for start, end in places]
    return any(_is_in_one_breath(text, name, hit) for name in names for hit in said)


def _is_subject(text: bytes, hit: Hit) -> bool:
    if hit.role == CONTACT:
        return False
    before = text[max(0, hit.start - _TITLE_BYTES) : hit.start]
    return _SPEAKER.search(before) is None and _OFFICE_BEHIND.match(text, hit.end) is None


def _is_told(piece: Piece, name: Hit, told: Iterable[Hit]) -> bool:
    kinds = {hit.kind for hit in told if _is_in_one_breath(piece.text, name, hit)}
    return bool(kinds - _ALONE_NOT_ENOUGH) or len(kinds) >= _SLIGHT_LEAST


def _is_in_one_breath(text: bytes, name: Hit, hit: Hit) -> bool:
    first, last = sorted((name, hit), key=lambda found: found.start)
    if last.start - first.end > _REACH:
        return False
    between = text[first.end : last.start]
    return all(_GOES_ON.match(between, end) is not None for end in _ends(between))


def _ends(between: bytes) -> Iterator[int]:
    for match in _END.finditer(between):
        if match.group() != b"." or _SHORTENED.search(between, max(0, match.start() - 6), match.start()) is None:
            yield match.end()
