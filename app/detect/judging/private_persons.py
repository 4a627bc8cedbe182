"""One private person, told of to somebody who works for a client: a customer at his home who is reached in private, a tenant
who cannot pay, an employee whose pay is seized. No kind of data in it says so alone; together, and with the client, they do."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from app.detect.content.lexicon import ORGANISATION_WORDS
from app.detect.content.text.name_places import CONTACT
from app.detect.content.text.piece import Hit, Piece
from app.detect.content.text.scan import scan
from app.detect.judging import weights
from app.detect.judging.circumstances import places_of_circumstances
from app.detect.judging.hosts import is_free_mail

_BESIDE: Final = 60  # bytes between a name and a home
_NAME_AT_MOST: Final = 80
_WITHIN: Final = 300  # bytes around the two, in which stands how he is reached, or what is the matter
_WORDS_BEFORE: Final = 3
_PARTING: Final = frozenset((b"van", b"aan", b"door", b"tegen", b"bij", b"met", b"of", b"from", b"by"))
_LETTERHEAD: Final = 60  # bytes of a line that is no sentence
_ENDS: Final = re.compile(rb"[.!?;:] ")
_CLOSES: Final = re.compile(
    rb"\b(?:(?:vriendelijke|hartelijke|warme|beste) groet(?:en|jes)?|groet(?:en|jes)?|mvg|hoogachtend|met dank|kind regards"
    rb"|regards|best wishes|sincerely|cheers)\b",
    re.IGNORECASE,
)
_MOBILE: Final = re.compile(rb"(?:\+31|0031|\b0)[ -]?\(?0?\)?6[ -]?(?:\d[ -]?){7}\d")
# A home is no post box, and nobody trades there, works there or sends a bill from there.
_AT_WORK: Final = re.compile(
    rb"\b(?:postbus|antwoordnummer|p\.?o\.? ?box|kvk|kamer van koophandel|btw|vat|factuur(?:nummer|adres)?|functie|afdeling"
    rb"|bezoekadres|vestiging|kantoor|www|makelaar|notaris|aannemer|department|office|company)\b",
    re.IGNORECASE,
)


class _Near(NamedTuple):
    """The text around a name and a home, the kinds of data in it, and whether the two sign what stands above them."""

    text: bytes
    kinds: frozenset[str]
    is_signed: bool


def tells_of_private_person(lines: Sequence[bytes], is_own: Callable[[bytes], bool], *, is_sent: bool) -> bool:
    """Whether somebody else stands beside his home and what is private of him: a debt, an illness. `lines`: folded; `is_own`:
    whether a name is the consultant's; `is_sent`: then it is enough how he is reached in private."""
    return any(_is_told(near) or (is_sent and _is_reached(near)) for near in _at_home(lines, is_own))


def _at_home(lines: Sequence[bytes], is_own: Callable[[bytes], bool]) -> Iterator[_Near]:
    """What stands around each name beside a home."""
    piece = Piece(b"\n".join(lines))
    hits = sorted(scan(piece).hits, key=lambda hit: hit.start)
    places = [hit.start for hit in hits]
    names = [hit for hit in hits if hit.kind == "name" and hit.role != CONTACT and not is_own(hit.value)]
    starts = [name.start for name in names]
    for home in (hit for hit in hits if hit.kind == "address"):
        for name in _beside(names, starts, home):
            low, high = min(name.start, home.start) - _WITHIN, max(name.end, home.end) + _WITHIN
            if not _is_at_work(piece, name, home):
                is_signed = _CLOSES.search(piece.text[max(0, low) : min(name.start, home.start)]) is not None
                kinds = frozenset(hit.kind for hit in hits[bisect_left(places, low) : bisect_left(places, high)])
                yield _Near(piece.text[max(0, low) : high], kinds, is_signed)


def _beside(names: Sequence[Hit], starts: Sequence[int], home: Hit) -> Iterator[Hit]:
    """Of `names`, which begin at `starts`, those near a home."""
    first = bisect_left(starts, home.start - _BESIDE - _NAME_AT_MOST)
    for name in names[first : bisect_left(starts, home.end + _BESIDE)]:
        if max(home.start - name.end, name.start - home.end) <= _BESIDE:
            yield name


def _is_at_work(piece: Piece, name: Hit, home: Hit) -> bool:
    """Whether an organisation stands right before them, between them or above them, or the words of a business card."""
    low, high = min(name.start, home.start), max(name.end, home.end)
    first, last = piece.line(low, low)[0], piece.line(high, high)[1]
    above = piece.text[slice(*piece.line(max(0, first - 1), max(0, first - 1)))]
    words = [*_before(piece.text[first:low]), *piece.text[low:high].split()]
    words += above.split() if len(above) <= _LETTERHEAD else ()
    is_card = _AT_WORK.search(above + b"\n" + piece.text[first:last]) is not None
    return is_card or any(word.strip(b".,:;()").lower() in ORGANISATION_WORDS for word in words)


def _before(line: bytes) -> list[bytes]:
    """The words right before a name: "de praktijk van", but of "bij Gemeente Elders van" the last two."""
    words = _ENDS.split(line)[-1].split()[-_WORDS_BEFORE:]
    parted = [at for at, word in enumerate(words) if word in _PARTING]
    return words[max(0, parted[-1] - 1) :] if parted else words


def _is_reached(near: _Near) -> bool:
    """By private mail, or by a mobile telephone; under a mail stands that of whoever writes for his work."""
    hosts = re.findall(rb"@([A-Za-z0-9.-]{4,60})", near.text)
    is_free = any(is_free_mail(host.decode("ascii", "replace").lower().rstrip(".")) for host in hosts)
    return is_free or not (hosts or near.is_signed or _MOBILE.search(near.text) is None)


def _is_told(near: _Near) -> bool:
    return bool(weights.TELLING_KINDS & near.kinds) or bool(places_of_circumstances(near.text))
