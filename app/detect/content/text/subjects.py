"""Of whom something sensitive is told: the persons of a piece, without those who only write or handle it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from app.detect.content.expressions import compiled
from app.detect.content.text.anchors import Anchors
from app.detect.content.text.name_places import CONTACT
from app.detect.content.text.piece import Hit, Piece

SENSITIVE: Final = frozenset(
    {
        "bsn",
        "date_of_birth",
        "salary",
        "health",
        "id_document",
        "union",
        "religion",
        "criminal",
        "ethnicity",
        "orientation",
        "politics",
        "employee_number",
    }
)
BEFORE, AFTER = 800, 250  # how far from what is told its person stands
ADDRESS_BEFORE = 120
_ORGANISATION: Final = compiled(
    r"\b(?:b\.?v\.?|n\.?v\.?|gemeente|provincie|waterschap|ministerie|stichting|vereniging|groep|advies|kvk|btw|afdeling|college|school"
    r"|ziekenhuis|universiteit|hogeschool|kantoor|postbus|bezoekadres|holding|bank|verzekering(?:en)?|accountants|advocaten|iban)\b",
    any_case=True,
)


def subjects(piece: Piece, hits: list[Hit], anchors: Anchors, is_own: Callable[[bytes], bool]) -> Iterator[bytes]:
    """A key for each person of whom something is told: a name, or a citizen's number where no name is near."""
    may_be_writer = _FIRST_PERSON.search(piece.text) is not None  # one search spares one of each sentence
    for hit in hits:
        if not hit.sure or (hit.kind not in SENSITIVE and not (hit.kind == "address" and _is_private(piece, hit))):
            continue
        name = _subject(piece, anchors, hit, may_be_writer=may_be_writer)
        if name is not None:
            if not is_own(name.value):
                yield name.value
        elif hit.kind == "bsn":
            yield hit.value


def _subject(piece: Piece, anchors: Anchors, hit: Hit, *, may_be_writer: bool) -> Hit | None:
    """Who is named on the same line, else last before it, else first behind it. `may_be_writer`: the piece says "I"."""
    if (
        may_be_writer
        and hit.kind in _SAID_OF_ONESELF
        and _FIRST_PERSON.search(piece.text, *piece.sentence(hit.start, hit.end)) is not None
    ):
        signed = (
            name for name in anchors.first_after(hit.end, SIGNED_WITHIN) if name.kind == "name" and name.role == CONTACT
        )
        return next(signed, None)
    first, last = piece.line(hit.start, hit.end)
    before = [name for name in anchors.last_before(hit.start, BEFORE) if _is_subject(name)]
    behind = [name for name in anchors.first_after(hit.end, AFTER) if _is_subject(name)]
    on_line = [name for name in (*before, *behind) if first <= name.start < last]
    return next(iter((*on_line, *before, *behind)), None)


_FIRST_PERSON: Final = compiled(r"\b(?:ik|mijn|mij|me|my|i am|i have|i\'m)\b", any_case=True)
_SAID_OF_ONESELF: Final = SENSITIVE - {"bsn", "id_document", "employee_number"}
SIGNED_WITHIN = 1_200


def _is_subject(hit: Hit) -> bool:
    return hit.kind == "name" and hit.sure and hit.role != CONTACT


def _is_private(piece: Piece, hit: Hit) -> bool:
    """An address right under or behind a name, with no organisation around."""
    window = piece.text[max(0, hit.start - ADDRESS_BEFORE) : hit.end + 60]
    return _ORGANISATION.search(window) is None


class PersonCounter:
    """How many persons there are at least: `Jan de Vries`, `J. de Vries` and `de Vries` may be one. Keeps hashes only."""

    def __init__(self) -> None:
        self._numbers: set[int] = set()
        self._firsts: dict[int, set[int]] = {}  # by surname: first letters

    def add(self, key: bytes) -> None:
        if len(self._firsts) + len(self._numbers) >= PERSONS_AT_MOST:
            return
        if key.isdigit():
            self._numbers.add(hash(key))
            return
        words = key.replace(b".", b" ").replace(b",", b" ").split()
        is_turned = b"," in key
        surname = words[0] if is_turned else words[-1]
        others = words[1:] if is_turned else words[:-1]
        letters = self._firsts.setdefault(hash(surname), set())
        if others and others[0] not in _BEFORE_SURNAMES:
            letters.add(hash(others[0][:1]))

    def count(self) -> int:
        return len(self._numbers) + sum(max(1, len(letters)) for letters in self._firsts.values())


PERSONS_AT_MOST = 200_000
_BEFORE_SURNAMES: Final = frozenset(b"van de den der het 't ten ter te von el al la le du di da".split())
