"""Everything that one piece of running text tells of persons."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Final, NamedTuple

from app.detect.content.text.accounts import find_cards, find_ibans
from app.detect.content.text.addresses import find_addresses
from app.detect.content.text.anchors import Anchors
from app.detect.content.text.citizens import OTHER_NINE, find_bsns
from app.detect.content.text.contacts import find_emails, find_phones
from app.detect.content.text.dates import birth_date_behind, find_birth_dates
from app.detect.content.text.documents import find_documents
from app.detect.content.text.health import find_health
from app.detect.content.text.name_places import find_placed_names
from app.detect.content.text.names import find_names
from app.detect.content.text.pay import find_pay
from app.detect.content.text.piece import Hit, Piece
from app.detect.content.text.special import find_special
from app.detect.content.text.staff import find_staff_numbers

# No kinds, but what they are compared with: numbers of nine digits that stand on the line of a person.
BSN_BESIDE_PERSON: Final = "bsn-beside-person"
NINE_BESIDE_PERSON: Final = "nine-digits-beside-person"

_FINDERS: Final[tuple[tuple[str, Callable[[Piece], Iterator[Hit]]], ...]] = (
    ("email", find_emails),
    ("phone", find_phones),
    ("iban", find_ibans),
    ("credit_card", find_cards),
    ("bsn", find_bsns),
    ("date_of_birth", find_birth_dates),
    ("address", find_addresses),
    ("id_document", find_documents),
    ("employee_number", find_staff_numbers),
    ("name", find_names),
    ("name", find_placed_names),
)
_TELLING: Final[tuple[tuple[str, Callable[[Piece, Anchors], Iterator[Hit]]], ...]] = (
    ("salary", find_pay),
    ("health", find_health),
    ("union", find_special),
)


class Scanned(NamedTuple):
    """The hits of a piece; `anchors`: those that say of whom."""

    hits: list[Hit]
    anchors: Anchors


def scan(piece: Piece, *, enough: Collection[str] = ()) -> Scanned:
    """`enough`: kinds of which so many are known that this piece is not searched for them."""
    hits: list[Hit] = []
    for kind, find in _FINDERS:
        if kind not in enough:
            hits += find(piece)
    names = [hit for hit in hits if hit.kind == "name"]
    if "date_of_birth" not in enough:
        hits += filter(None, (birth_date_behind(piece, name.end) for name in names))
    anchors = Anchors(hit for hit in hits if hit.sure or hit.kind == "name")
    hits = [_beside_person(piece, anchors, hit) if hit.kind in ("bsn", OTHER_NINE) else hit for hit in hits]
    for kind, find_told in _TELLING:
        if kind not in enough:
            hits += find_told(piece, anchors)
    return Scanned(hits, anchors)


def _beside_person(piece: Piece, anchors: Anchors, hit: Hit) -> Hit:
    """A number without a label is told apart by whether somebody is named on its line."""
    if hit.sure or not anchors.within(*piece.line(hit.start, hit.end)):
        return hit
    return hit._replace(kind=BSN_BESIDE_PERSON if hit.kind == "bsn" else NINE_BESIDE_PERSON)
