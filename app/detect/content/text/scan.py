"""Everything that one piece of running text tells of persons."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple, TypeAlias

from app.detect.content.expressions import Expression, any_of
from app.detect.content.lexicon import CLEAR_FIRST_NAMES, MILD_FIRST_NAMES, NOT_NAMES, SURNAMES
from app.detect.content.text import (
    accounts,
    addresses,
    batches,
    birthdays,
    citizens,
    contacts,
    dates,
    documents,
    first_names,
    fixed_width,
    health,
    keyed,
    name_forms,
    name_places,
    names,
    pay,
    special,
    staff,
    standards,
)
from app.detect.content.text.anchors import MENTION, Anchors
from app.detect.content.text.citizens import BSN_CALLED_OTHERWISE, OTHER_NINE
from app.detect.content.text.piece import Hit, Piece

# No kinds, but what they are compared with: numbers of nine digits that stand on the line of a person.
BSN_BESIDE_PERSON: Final = "bsn-beside-person"
NINE_BESIDE_PERSON: Final = "nine-digits-beside-person"

Finder: TypeAlias = "tuple[str, Callable[[Piece], Iterator[Hit]]]"
TellingFinder: TypeAlias = "tuple[str, Callable[[Piece, Anchors], Iterator[Hit]]]"

_EVERYWHERE: Final[tuple[Finder, ...]] = (("email", contacts.find_emails), ("name", first_names.find_listed_names))
# Of a group: what few texts have. One look tells whether these finders have anything to look at where the group has.
_SELDOM: Final[Mapping[Callable[[Piece], Iterator[Hit]], Expression]] = {
    **dict.fromkeys(
        (accounts.find_ibans, accounts.find_cards, citizens.find_bsns),
        any_of(*accounts.TRIGGERS, *citizens.NUMBERS, *citizens.LABELS),
    ),
    **dict.fromkeys(
        (
            birthdays.find_birthdays,
            documents.find_documents,
            staff.find_staff_numbers,
            standards.find_records,
            fixed_width.find_fixed_width,
            batches.find_batches,
        ),
        any_of(
            *birthdays.TRIGGERS,
            *documents.TRIGGERS,
            *staff.TRIGGERS,
            *standards.TRIGGERS,
            *fixed_width.TRIGGERS,
            *batches.TRIGGERS,
        ),
    ),
}
# One pass over the text tells on which lines the finders of a group have something to look at.
_GROUPS: Final[tuple[tuple[Expression, tuple[Finder, ...]], ...]] = (
    (
        any_of(*contacts.TRIGGERS, *accounts.TRIGGERS, *citizens.NUMBERS, *citizens.LABELS),
        (
            ("phone", contacts.find_phones),
            ("iban", accounts.find_ibans),
            ("credit_card", accounts.find_cards),
            ("bsn", citizens.find_bsns),
        ),
    ),
    (any_of(*addresses.TRIGGERS), (("address", addresses.find_addresses),)),
    (
        any_of(
            *dates.TRIGGERS,
            *birthdays.TRIGGERS,
            *documents.TRIGGERS,
            *staff.TRIGGERS,
            *standards.TRIGGERS,
            *batches.TRIGGERS,
            *fixed_width.TRIGGERS,
            *keyed.TRIGGERS,
        ),
        (
            ("date_of_birth", dates.find_birth_dates),
            ("date_of_birth", birthdays.find_birthdays),
            ("id_document", documents.find_documents),
            ("employee_number", staff.find_staff_numbers),
            ("bsn", standards.find_records),
            ("bsn", fixed_width.find_fixed_width),
            ("name", keyed.find_keyed),
            ("name", batches.find_batches),
        ),
    ),
    (
        any_of(*names.TRIGGERS, *name_places.TRIGGERS, *name_forms.TRIGGERS),
        (
            ("name", names.find_titled_names),
            ("name", name_places.find_placed_names),
            ("name", name_forms.find_name_forms),
        ),
    ),
)
_TOLD: Final = any_of(*pay.TRIGGERS, *health.TRIGGERS, *special.TRIGGERS)
_TELLING: Final[tuple[TellingFinder, ...]] = (
    ("salary", pay.find_pay),
    ("health", health.find_health),
    ("union", special.find_special),
)


class Scanned(NamedTuple):
    """The hits of a piece; `anchors`: those that say of whom."""

    hits: list[Hit]
    anchors: Anchors


def scan(piece: Piece, *, enough: frozenset[str] = frozenset()) -> Scanned:
    """`enough`: kinds of which so many are known that this piece is not searched for them."""
    hits = _without_parts(list(_found(piece, enough)))
    if "date_of_birth" not in enough:
        hits += [born for hit in hits if (born := _birth_date_behind(piece, hit)) is not None]
    if "bsn" not in enough:
        hits = _behind_birth_dates(piece, hits)
    if "employee_number" not in enough:
        numbers = (staff.number_behind(piece, hit) for hit in hits if hit.kind == "name")
        hits += [hit for hit in numbers if hit is not None]
        hits += staff.numbers_in_brackets(piece, hits)
        hits += staff.numbers_before(piece, hits)
    hits += name_places.addressees(piece, hits)
    hits += _surnames_before(piece, hits)
    hits = _in_one_role(hits)
    anchors = Anchors(hit for hit in hits if hit.sure or hit.kind in ("name", MENTION))
    accounts_at = [hit for hit in hits if hit.kind == "iban"]
    hits = [
        _beside_person(piece, anchors, hit, accounts_at) if not hit.sure and hit.kind in _BY_PLACE else hit
        for hit in hits
    ]
    if piece.look_where(_TOLD):
        for kind, find in _TELLING:
            if kind not in enough:
                hits += find(piece, anchors)
    return Scanned(hits, anchors)


def _birth_date_behind(piece: Piece, hit: Hit) -> Hit | None:
    """The date right behind a name, a number or a way to reach somebody, when it is of birth."""
    if hit.kind in ("phone", "email"):
        return birthdays.birth_date_in_contacts(piece, hit)
    if hit.kind not in ("name", "bsn"):
        return None
    if hit.kind == "bsn" and hit.sure and (before := dates.birth_date_before(piece, hit)) is not None:
        return before
    born = dates.birth_date_behind(piece, hit) if hit.sure else None
    return born or (birthdays.childs_birth_date(piece, hit) if hit.kind == "name" else None)


def _behind_birth_dates(piece: Piece, hits: list[Hit]) -> list[Hit]:
    """A number that passes the proof is a citizen's when it stands right behind his birth date: `24-02-1989, 123456782`."""
    ends = {hit.end for hit in hits if hit.kind == "date_of_birth"}
    if not ends:
        return hits
    return [
        hit._replace(kind="bsn", sure=True)
        if hit.kind in ("bsn", BSN_CALLED_OTHERWISE) and not hit.sure and _starts_behind(piece, hit, ends)
        else hit
        for hit in hits
    ]


def _starts_behind(piece: Piece, hit: Hit, ends: set[int]) -> bool:
    before = piece.before(hit.start, _BETWEEN_NUMBERS)
    gap = len(before) - len(before.rstrip(b" ,;|/()\t-"))
    return any(hit.start - back in ends for back in range(1, gap + 1))


_BETWEEN_NUMBERS: Final = 4


def _in_one_role(hits: list[Hit]) -> list[Hit]:
    """Who signs or is a contact stays that, also where the name alone was found at the same place."""
    roles = {at: hit.role for hit in hits if hit.kind == "name" and hit.role for at in (hit.start, hit.end)}
    if not roles:
        return hits
    return [
        hit._replace(role=roles.get(hit.start, roles.get(hit.end, "")))
        if hit.kind == "name" and not hit.role and (hit.start in roles or hit.end in roles)
        else hit
        for hit in hits
    ]


def _found(piece: Piece, enough: frozenset[str]) -> Iterator[Hit]:
    """What needs no person beside it."""
    for kind, find in _EVERYWHERE:
        if kind not in enough:
            yield from find(piece)
    for trigger, finders in _GROUPS:
        if not enough.issuperset(kind for kind, _ in finders) and piece.look_where(trigger):
            are_there: dict[Expression, bool] = {}
            for kind, find in finders:
                if kind not in enough and _has_any(piece, _SELDOM.get(find), are_there):
                    yield from find(piece)


def _has_any(piece: Piece, seldom: Expression | None, are_there: dict[Expression, bool]) -> bool:
    """`are_there`: what was looked for in this group, so that it is looked for once."""
    if seldom is None:
        return True
    if seldom not in are_there:
        are_there[seldom] = piece.has_where(seldom)
    return are_there[seldom]


def _without_parts(hits: list[Hit]) -> list[Hit]:
    """Without the telephone numbers that are digits of an account: `NL00 BANK 0612 3456 78`."""
    accounts_at = [hit for hit in hits if hit.kind in ("iban", "credit_card")]
    if not accounts_at:
        return hits
    ends = {position for hit in accounts_at for position in range(hit.start, hit.end)}
    return [hit for hit in hits if hit.kind != "phone" or hit.start not in ends]


_GROUPED: Final = re.compile(rb"\d{3}([.-])\d{3}\1\d{3}|\d{4}([.-])\d{2}\2\d{3}")


def _is_beside_account(piece: Piece, hit: Hit, accounts_at: list[Hit]) -> bool:
    """Whether a number in the groups in which people write their own stands on the line of an account."""
    if _GROUPED.fullmatch(piece.text, hit.start, hit.end) is None:
        return False
    first, last = piece.line(hit.start, hit.end)
    return any(first <= account.start < last for account in accounts_at)


def _surnames_before(piece: Piece, hits: list[Hit]) -> Iterator[Hit]:
    """`Mulder, 123-456-782`: the surname alone before a number that may be a citizen's, or before an account."""
    for hit in hits:
        if hit.kind in ("bsn", BSN_CALLED_OTHERWISE, "iban"):
            before = _SURNAME_BEFORE.search(piece.before(hit.start, 60))
            if before is not None and before[2].lower() in SURNAMES and before[2].lower() not in NOT_NAMES:
                start = hit.start - len(before.group())
                yield Hit("name", start, start + len(before[1]), before[1].lower())


_SURNAME_BEFORE: Final = re.compile(
    rb"((?:(?:[Vv]an(?: de[rn]?)?|[Dd]e|[Dd]en|[Tt]er|[Tt]en) )?\b([A-Z][a-z]{2,20})) ?[,:=|(-] ?\Z"
)


def _beside_person(piece: Piece, anchors: Anchors, hit: Hit, accounts_at: list[Hit]) -> Hit:
    """A number without a label is told apart by whether somebody is named on its line."""
    if hit.kind == BSN_CALLED_OTHERWISE:
        return hit._replace(kind="bsn", sure=True) if _is_beside_account(piece, hit, accounts_at) else hit
    is_known = hit.kind != "phone" and (_is_beside_account(piece, hit, accounts_at) or _is_of_first_name(piece, hit))
    if is_known and hit.kind == "bsn":
        return hit._replace(sure=True)
    if not is_known and (not anchors.within(*piece.line(hit.start, hit.end)) or _has_other_label(piece, anchors, hit)):
        return hit
    if hit.kind == "phone":
        return hit._replace(sure=True)
    return hit._replace(kind=BSN_BESIDE_PERSON if hit.kind == "bsn" else NINE_BESIDE_PERSON)


_BY_PLACE: Final = frozenset({"bsn", BSN_CALLED_OTHERWISE, OTHER_NINE, "phone"})
_WORD_BEFORE: Final = re.compile(rb"[A-Za-z]{3,}[ ]?[:#=]?[ ]{0,2}\Z")
_FIRST_NAME_BEFORE: Final = re.compile(rb"\b([A-Z][a-z]{2,20})[ ]?[:=][ ]?\Z")


def _is_of_first_name(piece: Piece, hit: Hit) -> bool:
    """`Loes = 123456782`"""
    before = _FIRST_NAME_BEFORE.search(piece.before(hit.start, 24))
    return before is not None and before[1].lower() in CLEAR_FIRST_NAMES | MILD_FIRST_NAMES


def _has_other_label(piece: Piece, anchors: Anchors, hit: Hit) -> bool:
    """Whether a word stands right before a number, a booking's, that is no end of a name."""
    if _WORD_BEFORE.search(piece.before(hit.start, 24)) is None:
        return False
    return not any(hit.start - anchor.end <= 2 for anchor in anchors.last_before(hit.start, 80))
