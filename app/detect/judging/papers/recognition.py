"""Which papers the words of a document say it may be, by where they stand: in a title, a heading, a label, the text."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from app.detect.content.expressions import compiled
from app.detect.judging import weights
from app.detect.judging.papers.compounds import compounds_in
from app.detect.judging.papers.notices import is_notice
from app.detect.judging.papers.project_lists import are_tickets, is_run_report, lists_in
from app.detect.judging.papers.structure import Structure
from app.detect.judging.papers.subject import Subject
from app.detect.judging.papers.vocabulary import Word, loose_titles, terms, titles
from app.detect.judging.phrases import APART, Words
from app.domain.papers import DOCUMENTATION_PAPERS, Paper

OPENING_LINES: Final = 14
_HEADING_BYTES, _HEADING_WORDS = 80, 9
_LABEL_BYTES: Final = 45
_FIRST_LINES, _FIRST_BYTES = 4, 110
_SUBJECT: Final = re.compile(
    rb"\s*(?:betreft|betr\.?|onderwerp|subject|re|inzake|titel|title|document|soort|aanwezig(?:en)?"
    rb"|attendees)\s*[:\t]",
    re.IGNORECASE,
)
_MINUTES: Final = re.compile(rb"\s*(?:(?:kort|concept|beknopt) )?verslag\b", re.IGNORECASE)
_SEEKS_STAFF: Final = re.compile(
    rb"\b(?:wij|we) (?:zoeken|bieden)\b|\bzoek(?:t|en) (?:wij |we )?(?:een|per direct)\b|\bwe (?:are looking|offer)\b",
    re.IGNORECASE,
)
_APPLY: Final = re.compile(
    rb"\b(?:solliciteer|solliciteren|stuur je cv|je cv naar|apply (?:now|before|by|via))\b", re.IGNORECASE
)
_SESSION: Final = re.compile(
    rb"\b(?:[a-z]{0,12}workshop|(?:werk|ontwerp|brainstorm|klankbord|evaluatie|project)?sessie|bijeenkomst"
    rb"|[a-z]{0,12}overleg"
    rb"|kick-?off|retrospective|vergadering|bespreking|meeting|stand-?up|session)\b",
    re.IGNORECASE,
)
_PRESENT: Final = re.compile(
    rb"\W{0,4}(?:deelnemers|aanwezig(?:en)?|present|attendees|participants|erbij)\b[^:\t]{0,20}[:\t]", re.IGNORECASE
)
_RACI: Final = re.compile(rb"\t([RACI])(?:/[RACI])?(?=\t|$)", re.MULTILINE)  # who is responsible, who is consulted
_RACI_LEAST: Final = 6
_RACI_LETTERS: Final = frozenset({b"R", b"A"})  # a roster of shifts has letters, too
# "(Elst, 3 mei 1824 - aldaar, 1903)": of the dead nothing is confidential, as works of reference have them.
_OF_THE_PAST: Final = compiled(
    r"\([^()\n]{0,40}\b1[5-9]\d\d\b[^()\n]{1,40}\b1[5-9]\d\d\)|\b(?:werd|was|is|in"
    r"|on) (?:\w+ ){0,3}1[5-8]\d\d (?:geboren|overleden)"
    r"|(?:geboren|overleden|stierf|born|died) (?:te \w+ )?(?:in|op|on|te) (?:\w+ ){0,3}1[5-8]\d\d\b"
)
_PRESS: Final = compiled(  # "LOS ANGELES - Zanger ...", "DEN HAAG (ANP) - ..."
    r"(?:^|\n)[A-Z][A-Z' -]{3,25}(?: ?[/(][A-Za-z/ ]{2,15}\)?)? - (?:De|Het|Een|In|Zanger(?:es)?|Acteur|Actrice"
    r"|Oud-|Minister"
    r"|The|A|Singer|Actor|Actress|Former)\b[^\n]{60}"
)
_EVENT: Final = (b"Dtstart", b"DTSTART")
_EVENT_SENTENCES: Final = 3
# "2022 - heden  Waterschap ...": a life, year by year.
_YEARS: Final = re.compile(
    rb"\W{0,3}(?:19|20)\d\d(?: ?(?:-|/|\xe2\x80\x93|t/m) ?(?:(?:19|20)?\d\d|heden|nu|present|now))?[\s:,]"
)
_YEARS_LEAST: Final = 3
_AMOUNTS_LEAST: Final = 2
_CELLS_LEAST: Final = 3  # semicolons in a line of a file of delimited values
# What somebody works on says nothing of the paper: "Functie: adviseur payroll"; nor does the line of a bill.
_OF_A_FIELD: Final = re.compile(
    rb"\W{0,4}(?:(?:huidige )?functie|rol|vakgebied(?:en)?|specialis(?:me|atie|ms?)|expertise|afdeling"
    rb"|ervaring(?: met)?|kennis(?: van)?"
    rb"|werkzaam als|beroep|aandachtsgebied(?:en)?|discipline|projecten|opdrachten|role|job title|position|field"
    rb"|skills|speciali[sz]ation)"
    rb"[ \w]{0,16}[:\t]",
    re.IGNORECASE,
)
_BILLED: Final = re.compile(rb"\d,\d\d\b")
_ABBREVIATIONS: Final = (b"B.V.", b"N.V.", b"U.A.", b"b.v.", b"n.v.", b"e.o.", b"c.s.", b"e.d.")


@dataclass(frozen=True, slots=True)
class Shown:
    """What a document shows of itself. `lines`: folded; `titles`: marked as such; `names`: of the file, of attachments and
    sheets."""

    lines: Sequence[bytes]
    titles: Sequence[bytes]
    names: Sequence[bytes]
    structure: Structure
    subject: Subject


def recognised(shown: Shown) -> dict[Paper, float]:
    """How much says that the document is each of the papers, 0..1."""
    found, in_sight = _by_vocabulary(shown)
    opening = _opening(shown)
    for paper in set(lists_in(shown.lines)):
        found.hint(paper, weights.PAPER_LIST)
    for paper in compounds_in([*shown.titles, *opening]):
        found.hint(paper, weights.PAPER_COMPOUND)
    _hint_by_marks(shown, opening, found)
    if _is_no_documentation(shown):
        in_sight = {word for word in in_sight if word.paper not in DOCUMENTATION_PAPERS}
        for paper in DOCUMENTATION_PAPERS:
            found.hints.pop(paper, None)
    if shown.subject.heads:
        found.hint(Paper.OWN_CV, weights.PAPER_HEADING)
    return _with_common_words({paper: weights.together(hints) for paper, hints in found.hints.items()}, in_sight)


class _Found:
    """The hints of each paper."""

    def __init__(self) -> None:
        self.hints: dict[Paper, list[float]] = {}

    def hint(self, paper: Paper, weight: float) -> None:
        self.hints.setdefault(paper, []).append(weight)

    def add(self, words: Iterable[Word], weight: float, at_most: int) -> None:
        """Each word of a paper is a hint of its own, the first few of them."""
        for paper, count in Counter(word.paper for word in words).items():
            self.hints.setdefault(paper, []).extend([weight] * min(count, at_most))


def _by_vocabulary(shown: Shown) -> tuple[_Found, set[Word]]:
    """The hints, and the terms that stand where they are seen. Each word counts once, where it says most; the name of the file
    says the same thing once more."""
    lines, opening = shown.lines, _opening(shown)
    headings = [line for line in lines if _is_heading(line)]
    labels = [label for line in lines if (label := _label_of(line))]
    cells = [line for line in lines if b"\t" in line or line.count(b";") >= _CELLS_LEAST]
    everything = Words(APART.join(lines))
    entitled = Words(APART.join([*shown.titles, *opening]))
    found = _Found()
    called, of_terms = titles(), terms()
    if not lines[:1] or not lines[0].startswith(b"From:"):  # a mail on a plan is no plan
        found.add(loose_titles().find_in(entitled), weights.PAPER_LOOSE_TITLE, 1)
    in_title = called.find_in(entitled)
    in_headings = called.find(APART.join(headings)) - in_title
    found.add(in_title, weights.PAPER_TITLE, 1)
    found.add(called.find(APART.join(shown.names)), weights.PAPER_NAME, 1)
    found.add(in_headings, weights.PAPER_HEADING, 2)
    found.add(called.find_in(everything) - in_title - in_headings, weights.PAPER_MENTION, 2)
    in_sight = of_terms.find(APART.join([*shown.titles, *opening, *headings, *labels, *cells]))
    found.add(in_sight, weights.PAPER_LABEL, weights.PAPER_LABELS_AT_MOST)
    of_length = next(weight for length, weight in weights.PAPER_TERM if everything.length <= length)
    found.add(of_terms.find_in(everything) - in_sight, of_length, weights.PAPER_TERMS_AT_MOST)
    return found, in_sight


def _hint_by_marks(shown: Shown, opening: Sequence[bytes], found: _Found) -> None:
    """What is seen of a paper without its words."""
    lines = shown.lines
    letters = _RACI.findall(b"\n".join(line for line in lines if b"\t" in line))
    if len(letters) >= _RACI_LEAST and _RACI_LETTERS.issubset(letters):
        found.hint(Paper.PROCESS_DESIGN, weights.PAPER_TITLE)
    first_lines = b"\n".join(lines[:OPENING_LINES])
    if _OF_THE_PAST.search(first_lines) is not None or _PRESS.search(first_lines) is not None:
        found.hint(Paper.PUBLIC, weights.PAPER_TITLE)
    if shown.structure.amounts >= _AMOUNTS_LEAST:
        found.hint(Paper.FIGURES, weights.PAPER_HEADING)
    if any(map(_MINUTES.match, opening)):
        found.hint(Paper.MINUTES, weights.PAPER_HEADING)
    if any(map(_SESSION.search, lines[:_FIRST_LINES])) and any(map(_PRESENT.match, lines[:OPENING_LINES])):
        found.hint(Paper.MINUTES, weights.PAPER_TITLE)
    text = b"\n".join(lines)
    if _SEEKS_STAFF.search(text) is not None and _APPLY.search(text) is not None:
        found.hint(Paper.PUBLIC, weights.PAPER_TITLE)
    if shown.subject.opens and sum(_YEARS.match(line) is not None for line in lines) >= _YEARS_LEAST:
        found.hint(Paper.OWN_CV, weights.PAPER_HEADING)


def _is_no_documentation(shown: Shown) -> bool:
    """The invitation to a meeting is no record of it; what a service desk or a run of tests exports is no list of the
    project."""
    is_event = any(line.startswith(_EVENT) for line in shown.lines)
    if is_notice(shown.lines):
        return True
    is_export = is_event or are_tickets(shown.lines) or is_run_report(shown.lines)
    return is_export and shown.structure.sentences <= _EVENT_SENTENCES


def _with_common_words(papers: dict[Paper, float], in_sight: Iterable[Word]) -> dict[Paper, float]:
    """Documentation of a kind of its own (a log of risks, a matrix of roles) has the words of several kinds."""
    common = {word.text for word in in_sight if word.paper in DOCUMENTATION_PAPERS}
    best = max(DOCUMENTATION_PAPERS, key=lambda paper: (papers.get(paper, 0.0), paper))
    if best in papers:
        labels = [weights.PAPER_LABEL] * min(len(common), weights.PAPER_LABELS_AT_MOST)
        is_titled = any(papers.get(paper, 0.0) >= weights.PAPER_TITLE for paper in DOCUMENTATION_PAPERS)
        papers[best] = max(papers[best], weights.together([*labels, is_titled * weights.PAPER_TITLE]))
    return papers


def _opening(shown: Shown) -> list[bytes]:
    """The first lines that may be titles."""
    lines = shown.lines
    opening = [line for line in lines[:OPENING_LINES] if _is_heading(line) or _SUBJECT.match(line) is not None]
    first = (*lines[:_FIRST_LINES], b"")
    return opening + [line for line, below in itertools.pairwise(first) if _is_first(line, below)]


def _is_first(line: bytes, below: bytes) -> bool:
    """A title may be longer than the headings below it, and stand beside empty cells; it does not go on on the next line."""
    if _OF_A_FIELD.match(line) is not None or _BILLED.search(line) is not None:
        return False
    cells = line.split(b"\t")
    is_above_table = len(cells) <= 2 and below.count(b"\t") >= _CELLS_LEAST - 1
    line = cells[0] if is_above_table else line
    for short in _ABBREVIATIONS:
        line = line.replace(short, short.rstrip(b"."))
    is_open = line[-1:] not in b".,;:" and len(line) <= _FIRST_BYTES and b". " not in line
    is_alone = (
        (len(cells) == 1 and line.count(b";") < _CELLS_LEAST) or (b"" in cells and len(cells) > 2) or is_above_table
    )
    return is_open and not line[:1].islower() and not below[:1].islower() and is_alone


def _is_heading(line: bytes) -> bool:
    line = line.strip(b"\t ")  # a title in a sheet has empty cells beside it
    is_short = len(line) <= _HEADING_BYTES and line.count(b" ") < _HEADING_WORDS
    is_open = line[-1:] not in b".,;:" or line.endswith(_ABBREVIATIONS)
    if _OF_A_FIELD.match(line) is not None or _BILLED.search(line) is not None:
        return False
    return is_short and is_open and b"\t" not in line and line.count(b";") < _CELLS_LEAST


def _label_of(line: bytes) -> bytes:
    label, colon, _ = line[:_LABEL_BYTES].partition(b":")
    return label if colon else b""
