"""Small lists and notes in which each line begins with a person, often a first name alone, and goes on with what is told of
him: "Noah: vader in detentie", "fam. Akkerman - 3 mnd achter". One such line may be anything, two are a list of persons."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from app.detect.content.lexicon import FIRST_NAMES, NOT_NAMES, SURNAMES
from app.detect.content.text.piece import Piece
from app.detect.content.text.scan import scan
from app.detect.judging.circumstances import places_of_circumstances
from app.domain.finding import SPECIAL_KINDS

_LEAST: Final = 2  # lines
_LINES: Final = 300  # looked at: it is a small list
_SHARE: Final = 0.3  # of the lines that are not empty
_ROOMS: Final = "k|kamer|bed|app"
_ROLES: Final = "bewoner|bewoonster|client|cliente|patient|patiente|leerling|huurder|kandidaat|collega"
_TITLES: Final = "mw|mevr|mevrouw|dhr|de heer|hr|fam|familie|gezin|mr|mrs|ms"
_BEFORE_NAMES: Final = frozenset(f"{_ROOMS}|{_ROLES}|{_TITLES}".replace(" ", "|").encode().split(b"|"))
_FIRST_WORD: Final = re.compile(rb"[-*# \t]{0,4}([A-Za-z]+)")
_HEAD: Final = re.compile(
    rf"[-*# \t]{{0,4}}(?:(?:{_ROOMS})[. ]?\d{{1,4}}[ :]{{1,2}})?"
    rf"(?:(?i:{_ROLES}) )?"
    rf"(?:(?P<title>(?i:{_TITLES})\.? )".encode()
    + rb"(?:(?:van|de|der|den|ter|ten|te|el) ){0,3}[A-Z][A-Za-z-]{1,25}"
    rb"|(?P<name>[A-Z][a-z-]{1,20})(?: (?:(?:van|de|der|den|ter|ten|te|el) ){0,3}[A-Z][A-Za-z-]{1,25}| [A-Z]\.?){0,3})"
    rb"(?: ?\([^()\n]{1,40}\))?[ \t]{0,3}(?::|->|-|;|,)?[ \t]+(?P<rest>[^\n]{4})"
)
_REST_BYTES: Final = 300
# Pay by its scale and step, or what it becomes: of those who are named at the head of the line.
_PAID: Final = re.compile(
    rb"\b(?:schaal|scale|grade) ?\d{1,2}\b[^\n]{0,16}\b(?:trede|periodiek|step) ?\d"
    rb"|\b[1-9][.,]?\d{3}(?:,\d\d|,-)? ?(?:->|=>|naar|to) ?(?:eur )?[1-9][.,]?\d{3}\b",
    re.IGNORECASE,
)
# What is said of a matter at hand, of whoever deals with it.
_OF_A_TASK: Final = re.compile(
    rb"\b(?:leverancier|applicatie|systeem|module|koppeling|planning|project|proces|scherm|testen|testset|ontwerp"
    rb"|opleveren|inregelen|uitwerken|afstemmen|beleid|protocol|vakantie|verlofplanning|supplier|release|deploy"
    rb"|training|workshop"
    rb"|cursus|import|export|wens|veld|knop|bug|foutmelding|traag|gaat mis|registr|presentatie|template|brochure"
    rb"|teksten|folder|poster|website|artikel|pagina|inkopen|reserveren|bestellen)[a-z]*\b",
    re.IGNORECASE,
)


def tells_line_by_line(lines: Sequence[bytes], is_own: Callable[[bytes], bool]) -> bool:
    """`lines`: folded; `is_own`: whether a name is the consultant's."""
    filled = sum(bool(line.strip()) for line in lines[:_LINES])
    least = max(_LEAST, _SHARE * filled)
    headed = [(head.lower(), rest) for head, rest in _headed(lines[:_LINES])]
    if len(headed) < least:
        return False
    return len({head for head, rest in headed if _is_private(rest) and not is_own(head)}) >= least


def _headed(lines: Sequence[bytes]) -> Iterator[tuple[bytes, bytes]]:
    for line in lines:
        match = _HEAD.match(line) if _may_name(line) else None
        if match is not None and (match["title"] is not None or _is_first_name(match["name"])):
            rest = line[match.start("rest") :]
            if len(rest) <= _REST_BYTES:
                yield line[: match.start("rest")].strip(b" -*:;,>"), rest


def _may_name(line: bytes) -> bool:
    """By the first word: of all lines that is one in twenty."""
    found = _FIRST_WORD.match(line)
    return found is not None and (found[1].lower() in _BEFORE_NAMES or _is_first_name(found[1]))


def _is_first_name(word: bytes) -> bool:
    first = word.lower().partition(b"-")[0]
    return first in FIRST_NAMES and first not in NOT_NAMES and first not in SURNAMES - FIRST_NAMES


def _is_private(rest: bytes) -> bool:
    if is_about_a_task(rest):
        return False
    if _PAID.search(rest) is not None or places_of_circumstances(rest):
        return True
    return any(hit.kind in SPECIAL_KINDS for hit in scan(Piece(b"Betrokkene: " + rest)).hits)


def is_about_a_task(line: bytes) -> bool:
    """Whether a line speaks of work at hand, in which the words of private matters are topics."""
    return _OF_A_TASK.search(line) is not None
