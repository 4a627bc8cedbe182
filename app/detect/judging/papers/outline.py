"""Gathers what a document shows of itself, and tells which papers it may be."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from app.detect.content.expressions import compiled
from app.detect.content.folding import fold
from app.detect.content.own import OwnValues
from app.detect.judging import weights
from app.detect.judging.circumstances import is_told_to_reader, places_of_circumstances
from app.detect.judging.line_by_line import tells_line_by_line
from app.detect.judging.narrative import (
    acts_of_one,
    is_talk_about_one,
    tells_circumstances_of_one,
    tells_conduct_of_one,
    tells_of_one,
)
from app.detect.judging.notes import is_note_about_one
from app.detect.judging.papers import declared
from app.detect.judging.papers.addressee import asks_for_offer, is_addressed_to, without_addressee
from app.detect.judging.papers.compounds import compounds_in
from app.detect.judging.papers.pay_column import has_pay_column
from app.detect.judging.papers.private_rows import has_answers, has_homes_with_accounts, has_payments, has_relations
from app.detect.judging.papers.project_lists import are_tickets, lists_in
from app.detect.judging.papers.structure import Structure
from app.detect.judging.papers.subject import Subject, speaks_of_himself
from app.detect.judging.papers.to_oneself import is_told_to_himself
from app.detect.judging.papers.vocabulary import Word, loose_titles, terms, titles
from app.detect.judging.papers.working_rows import has_clock_times, has_judgements, has_scales
from app.detect.judging.phrases import APART, Words
from app.detect.judging.private_letters import is_private_letter
from app.detect.judging.register import Mention, Register, Whose
from app.domain.papers import DOCUMENTATION_PAPERS, Paper

HEAD_BYTES: Final = 60_000  # what a document is shows in its beginning
LINE_BYTES: Final = 400
LINES: Final = 1_500
STRUCTURE_LINES: Final = 300
TABLE_ROWS: Final = 12  # of each batch: its header, and what stands above it
OPENING_LINES: Final = 14
LETTERHEAD_LINES: Final = 3
HEADING_BYTES, HEADING_WORDS = 80, 9
LABEL_BYTES: Final = 45
_SUBJECT: Final = re.compile(
    rb"\s*(?:betreft|betr\.?|onderwerp|subject|re|inzake|titel|title|document|soort|aanwezig(?:en)?|attendees)\s*[:\t]",
    re.IGNORECASE,
)

_MINUTES: Final = re.compile(rb"\s*(?:(?:kort|concept|beknopt) )?verslag\b", re.IGNORECASE)
_RACI: Final = re.compile(rb"\t[RACI](?:/[RACI])?(?=\t|$)", re.MULTILINE)  # who is responsible, who is consulted
RACI_LEAST: Final = 6
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
EVENT_SENTENCES: Final = 3
# "2022 - heden  Waterschap ...": a life, year by year.
_YEARS: Final = re.compile(
    rb"\W{0,3}(?:19|20)\d\d(?: ?(?:-|/|\xe2\x80\x93|t/m) ?(?:(?:19|20)?\d\d|heden|nu|present|now))?[\s:,]"
)
YEARS_LEAST: Final = 3
FIRST_LINES, FIRST_BYTES = 4, 110
AMOUNTS_LEAST: Final = 2
_ABBREVIATIONS: Final = (b"B.V.", b"N.V.", b"U.A.", b"b.v.", b"n.v.", b"e.o.", b"c.s.", b"e.d.")


class Outline:
    """Filled piece by piece. What it tells is worked out anew only when more was seen."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._lines: list[bytes] = []
        self._left = HEAD_BYTES
        self._names: list[bytes] = []  # of the file, of attachments and sheets
        self._titles: list[bytes] = []
        self._changed = True
        self._papers: Mapping[Paper, float] = {}
        self._is_of_one: bool | None = None
        self.structure = Structure()
        self.subject = Subject()
        self.is_declared_fictitious = self.is_declared_at_top = self.is_first_person = False
        self.letterhead: set[Mention | Whose] = set()  # who is named in the first lines, where a sender stands
        self.own_ibans = 0  # how often an account of the consultant is named

    def name(self, name: str) -> None:
        self._names.append(fold(name)[:LINE_BYTES])
        self._changed = True

    def title(self, text: str) -> None:
        """A title that is marked as one: a property, the subject of a mail."""
        self._titles.append(fold(text)[:LINE_BYTES])
        self._changed = True

    def text(self, folded: bytes) -> None:
        """Running text, folded."""
        if self._left > 0 and len(self._lines) < LINES:
            self._take(folded[: self._left].split(b"\n"))

    def rows(self, rows: Sequence[Sequence[str]]) -> None:
        if self._left > 0 and len(self._lines) < LINES:
            self._take([fold("\t".join(row)) for row in rows[:TABLE_ROWS]])

    def _take(self, lines: Sequence[bytes]) -> None:
        kept = [line[:LINE_BYTES].rstrip() for line in lines]
        kept = [line for line in kept if line]
        self._lines += kept
        self._left -= sum(map(len, kept))
        self._changed = True

    def papers(self) -> Mapping[Paper, float]:
        """How much says that the document is that paper, 0..1; what nothing says is left out."""
        if self._changed:
            self._changed = False
            self._is_of_one = None
            self.structure = Structure.of(self._lines[:STRUCTURE_LINES])
            self.subject = Subject.of(self._lines, self._register.own_person)
            self.is_declared_fictitious = self._declares()
            self.own_ibans = self._own_ibans()
            self.is_first_person = speaks_of_himself(self._lines)
            head = without_addressee(self._lines[:LETTERHEAD_LINES])
            self.letterhead = self._register.phrases.find(APART.join(head))
            self._papers = self._recognised()
        return self._papers

    def tells_of_one(self) -> bool:
        """Whether something is told of a person in one breath with his name, in what was looked at."""
        self.papers()
        if self._is_of_one is None:
            self._is_of_one = tells_of_one(
                self._lines,
                OwnValues(self._register).is_name,
                is_addressed=self.subject.is_somebody_else and self.subject.addressed > 0,
            )
        return self._is_of_one

    def has_pay_column(self) -> bool:
        return has_pay_column(self._lines)

    def has_private_rows(self) -> bool:
        """Whether its rows are what somebody answered in a survey, who is close to him, or what he is paid."""
        tells = (has_answers, has_relations, has_payments, has_clock_times, has_judgements, has_scales)
        return any(tell(self._lines) for tell in tells)

    def has_homes_with_accounts(self) -> bool:
        return has_homes_with_accounts(self._lines)

    def is_to_firm(self) -> bool:
        """Whether it is addressed to the consultant's firm."""
        find = self._register.phrases.find
        return is_addressed_to(self._lines, lambda line: Whose.FIRM in find(line))

    def is_request(self) -> bool:
        """Whether it asks others for an offer."""
        return asks_for_offer(self._lines)

    def is_to_oneself(self) -> bool:
        """Whether somebody writes the consultant of his own health."""
        return is_told_to_himself(self._lines, self._register.own_person)

    def tells_circumstances(self) -> bool:
        """Whether something private is told of somebody else: of whom the paper is about, to whom it is written, or of who is
        named."""
        self.papers()
        text = b"\n".join(self._lines)
        if self.subject.is_somebody_else and self.subject.others and places_of_circumstances(text):
            return True
        if self.subject.is_somebody_else and is_told_to_reader(text):
            return True
        is_own = OwnValues(self._register).is_name
        return tells_circumstances_of_one(self._lines, is_own)

    def tells_conduct(self) -> bool:
        """Whether somebody's behaviour, his being judged or dismissed is told in one breath with his name."""
        is_own = OwnValues(self._register).is_name
        tells = (tells_conduct_of_one, acts_of_one, is_talk_about_one, tells_line_by_line, is_note_about_one)
        return any(tell(self._lines, is_own) for tell in tells)

    def is_private_letter(self) -> bool:
        """Whether somebody else writes it for himself, from his home."""
        return is_private_letter(self._lines, OwnValues(self._register).is_name)

    def _recognised(self) -> dict[Paper, float]:
        headings = [line for line in self._lines if _is_heading(line)]
        opening = [line for line in self._lines[:OPENING_LINES] if _is_heading(line) or _is_subject(line)]
        opening += [
            line for line, below in itertools.pairwise((*self._lines[:FIRST_LINES], b"")) if _is_first(line, below)
        ]
        labels = [label for line in self._lines if (label := _label_of(line))]
        cells = [line for line in self._lines if b"\t" in line]
        everything = Words(APART.join(self._lines))
        entitled = Words(APART.join([*self._titles, *opening]))
        found = _Found()
        called, of_terms = titles(), terms()
        in_loose = loose_titles().find_in(entitled)
        if not self._lines[:1] or not self._lines[0].startswith(b"From:"):  # a mail on a plan is no plan
            found.add(in_loose, weights.PAPER_LOOSE_TITLE, 1)
        # Each word counts once, where it says most; the name of the file says the same thing once more.
        in_title = called.find_in(entitled)
        in_headings = called.find(APART.join(headings)) - in_title
        found.add(in_title, weights.PAPER_TITLE, 1)
        found.add(called.find(APART.join(self._names)), weights.PAPER_NAME, 1)
        found.add(in_headings, weights.PAPER_HEADING, 2)
        found.add(called.find_in(everything) - in_title - in_headings, weights.PAPER_MENTION, 2)
        in_sight = of_terms.find(APART.join([*self._titles, *opening, *headings, *labels, *cells]))
        found.add(in_sight, weights.PAPER_LABEL, weights.PAPER_LABELS_AT_MOST)
        of_length = next(weight for length, weight in weights.PAPER_TERM if everything.length <= length)
        found.add(of_terms.find_in(everything) - in_sight, of_length, weights.PAPER_TERMS_AT_MOST)
        for paper in set(lists_in(self._lines)):
            found.hints.setdefault(paper, []).append(weights.PAPER_LIST)
        for paper in compounds_in([*self._titles, *opening]):
            found.hints.setdefault(paper, []).append(weights.PAPER_COMPOUND)
        if len(_RACI.findall(b"\n".join(cells))) >= RACI_LEAST:
            found.hints.setdefault(Paper.PROCESS_DESIGN, []).append(weights.PAPER_TITLE)
        first_lines = b"\n".join(self._lines[:OPENING_LINES])
        if _OF_THE_PAST.search(first_lines) is not None or _PRESS.search(first_lines) is not None:
            found.hints.setdefault(Paper.PUBLIC, []).append(weights.PAPER_TITLE)
        if self.structure.amounts >= AMOUNTS_LEAST:
            found.hints.setdefault(Paper.FIGURES, []).append(weights.PAPER_HEADING)
        if any(map(_MINUTES.match, opening)):
            found.hints.setdefault(Paper.MINUTES, []).append(weights.PAPER_HEADING)
        if self.subject.opens and sum(_YEARS.match(line) is not None for line in self._lines) >= YEARS_LEAST:
            found.hints.setdefault(Paper.OWN_CV, []).append(weights.PAPER_HEADING)
        is_event = any(line.startswith(_EVENT) for line in self._lines)
        if (is_event or are_tickets(self._lines)) and self.structure.sentences <= EVENT_SENTENCES:
            # The invitation to a meeting is no record of it, nor what a service desk exports a list of the project.
            in_sight = {word for word in in_sight if word.paper not in DOCUMENTATION_PAPERS}
            for paper in DOCUMENTATION_PAPERS:
                found.hints.pop(paper, None)
        if self.subject.heads:
            found.hints.setdefault(Paper.OWN_CV, []).append(weights.PAPER_HEADING)
        return _with_common_words({paper: weights.together(hints) for paper, hints in found.hints.items()}, in_sight)

    def _own_ibans(self) -> int:
        text = b"\n".join(self._lines).replace(b" ", b"").upper()
        return sum(text.count(iban.encode()) for iban in self._register.own_ibans)

    def _declares(self) -> bool:
        near = [*self._titles, *self._names, *self._lines[:OPENING_LINES]]
        text = b"\n".join([*near, *self._lines])
        is_declared = declared.declares(text)
        self.is_declared_at_top = is_declared and declared.declares(b"\n".join(near))
        return is_declared or declared.is_called_made_up(near) + declared.has_made_up_values(text) >= 2


class _Found:
    """The hints of each paper."""

    def __init__(self) -> None:
        self.hints: dict[Paper, list[float]] = {}

    def add(self, words: Iterable[Word], weight: float, at_most: int) -> None:
        """Each word of a paper is a hint of its own, the first few of them."""
        for paper, count in Counter(word.paper for word in words).items():
            self.hints.setdefault(paper, []).extend([weight] * min(count, at_most))


def _with_common_words(papers: dict[Paper, float], in_sight: Iterable[Word]) -> dict[Paper, float]:
    """Documentation of a kind of its own (a log of risks, a matrix of roles) has the words of several kinds."""
    common = {word.text for word in in_sight if word.paper in DOCUMENTATION_PAPERS}
    best = max(DOCUMENTATION_PAPERS, key=lambda paper: (papers.get(paper, 0.0), paper))
    if best in papers:
        labels = [weights.PAPER_LABEL] * min(len(common), weights.PAPER_LABELS_AT_MOST)
        title = (
            max(0.0, *(papers.get(paper, 0.0) >= weights.PAPER_TITLE for paper in DOCUMENTATION_PAPERS))
            * weights.PAPER_TITLE
        )
        papers[best] = max(papers[best], weights.together([*labels, title]))
    return papers


def _is_first(line: bytes, below: bytes) -> bool:
    """A title may be longer than the headings below it, and stand beside empty cells; it does not go on on the next line."""
    cells = line.split(b"\t")
    is_open = line[-1:] not in b".,;:" and len(line) <= FIRST_BYTES and b". " not in line
    return (
        is_open
        and not line[:1].islower()
        and not below[:1].islower()
        and (len(cells) == 1 or (b"" in cells and len(cells) > 2))
    )


def _is_heading(line: bytes) -> bool:
    line = line.strip(b"\t ")  # a title in a sheet has empty cells beside it
    is_short = len(line) <= HEADING_BYTES and line.count(b" ") < HEADING_WORDS
    is_open = line[-1:] not in b".,;:" or line.endswith(_ABBREVIATIONS)
    return is_short and is_open and b"\t" not in line


def _is_subject(line: bytes) -> bool:
    """A line of a letter or a form that says what it is about."""
    return _SUBJECT.match(line) is not None


def _label_of(line: bytes) -> bytes:
    label, colon, _ = line[:LABEL_BYTES].partition(b":")
    return label if colon else b""
