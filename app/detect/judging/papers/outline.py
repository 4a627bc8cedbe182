"""Gathers what a document shows of itself, and tells which papers it may be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from app.detect.content.folding import fold
from app.detect.judging import weights
from app.detect.judging.papers import declared
from app.detect.judging.papers.structure import Structure
from app.detect.judging.papers.subject import Subject, speaks_of_himself
from app.detect.judging.papers.vocabulary import Word, terms, titles
from app.detect.judging.phrases import APART
from app.detect.judging.register import Mention, Register, Whose
from app.domain.papers import Paper

HEAD_BYTES: Final = 60_000  # what a document is shows in its beginning
LINE_BYTES: Final = 400
LINES: Final = 1_500
STRUCTURE_LINES: Final = 300
TABLE_ROWS: Final = 12  # of each batch: its header, and what stands above it
OPENING_LINES: Final = 14
LETTERHEAD_LINES: Final = 3
HEADING_BYTES, HEADING_WORDS = 80, 9
LABEL_BYTES: Final = 45


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
        self.structure = Structure()
        self.subject = Subject()
        self.is_declared_fictitious = self.is_first_person = False

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
            self.structure = Structure.of(self._lines[:STRUCTURE_LINES])
            self.subject = Subject.of(self._lines, self._register.own_person)
            self.is_declared_fictitious = self._declares()
            self.is_first_person = speaks_of_himself(self._lines)
            self._papers = self._recognised()
        return self._papers

    def letterhead(self) -> set[Mention | Whose]:
        """Who is named in the first lines, where the sender of a letter stands."""
        return self._register.phrases.find(APART.join(self._lines[:LETTERHEAD_LINES]))

    def _recognised(self) -> dict[Paper, float]:
        opening = [line for line in self._lines[:OPENING_LINES] if len(line) <= LINE_BYTES // 2]
        headings = [line for line in self._lines if _is_heading(line)]
        labels = [
            label for line in self._lines if (label := line[:LABEL_BYTES].partition(b":")[0]) != line[:LABEL_BYTES]
        ]
        cells = [line for line in self._lines if b"\t" in line]
        everything = APART.join(self._lines)
        shown = APART.join([*self._titles, *opening, *headings, *labels, *cells])
        hints: dict[Paper, list[float]] = {}
        called = titles()
        _add(hints, called.find(APART.join([*self._titles, *opening])), weights.PAPER_TITLE, 1)
        _add(hints, called.find(APART.join(self._names)), weights.PAPER_NAME, 1)
        _add(hints, called.find(APART.join(headings)), weights.PAPER_HEADING, 2)
        _add(hints, called.find(everything), weights.PAPER_MENTION, 3)
        of_terms = terms()
        in_sight = of_terms.find(shown)
        _add(hints, in_sight, weights.PAPER_LABEL, weights.PAPER_LABELS_AT_MOST)
        _add(hints, of_terms.find(everything) - in_sight, weights.PAPER_TERM, weights.PAPER_TERMS_AT_MOST)
        return {paper: weights.together(found) for paper, found in hints.items()}

    def _declares(self) -> bool:
        near = [*self._titles, *self._names, *self._lines[:OPENING_LINES]]
        return declared.declares(b"\n".join([*near, *self._lines])) or declared.is_called_made_up(near) >= 2


def _is_heading(line: bytes) -> bool:
    is_short = len(line) <= HEADING_BYTES and line.count(b" ") < HEADING_WORDS
    return is_short and b"\t" not in line and line[-1:] not in b".,;:"


def _add(hints: dict[Paper, list[float]], found: set[Word], weight: float, at_most: int) -> None:
    """Each word of a paper is a hint of its own, the first few of them."""
    counts: dict[Paper, int] = {}
    for word in found:
        counts[word.paper] = counts.get(word.paper, 0) + 1
    for paper, count in counts.items():
        hints.setdefault(paper, []).extend([weight] * min(count, at_most))
