"""Gathers what a document shows of itself, and tells which papers it may be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from app.detect.content.folding import fold
from app.detect.content.own import OwnValues
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
from app.detect.judging.papers.business_rows import (
    are_of_organisations,
    are_of_topics,
    counts_heads,
    holds_figures,
    sentences_in,
    without_officials,
)
from app.detect.judging.papers.directory import is_directory
from app.detect.judging.papers.grids import Grid, are_persons, grids
from app.detect.judging.papers.judged_persons import is_judgement_of_one
from app.detect.judging.papers.letters_home import is_letter_home
from app.detect.judging.papers.line_records import copies_of_input, count_records
from app.detect.judging.papers.of_firm import opens_with, plans_own_people
from app.detect.judging.papers.pay_column import has_pay_column
from app.detect.judging.papers.person_rows import count_person_rows
from app.detect.judging.papers.private_rows import has_answers, has_homes_with_accounts, has_payments, has_relations
from app.detect.judging.papers.project_lists import is_rights_matrix
from app.detect.judging.papers.recognition import OPENING_LINES, Shown, recognised
from app.detect.judging.papers.rows_in_parts import Rows, rows_in_parts
from app.detect.judging.papers.stories import is_story
from app.detect.judging.papers.structure import Structure
from app.detect.judging.papers.subject import Subject, says_my, speaks_of_himself, speaks_of_one
from app.detect.judging.papers.to_employer import asks_employer
from app.detect.judging.papers.to_oneself import is_told_to_himself
from app.detect.judging.papers.working_rows import has_clock_times, has_judgements, has_scales
from app.detect.judging.phrases import APART
from app.detect.judging.private_letters import is_application, is_private_letter
from app.detect.judging.private_persons import tells_of_private_person
from app.detect.judging.register import Mention, Register, Whose
from app.domain.papers import Paper

HEAD_BYTES: Final = 60_000  # what a document is shows in its beginning
LINE_BYTES: Final = 400
LINES: Final = 1_500
STRUCTURE_LINES: Final = 300
TABLE_ROWS: Final = 12  # of each batch: its header, and what stands above it
LETTERHEAD_LINES: Final = 3
FIRST_LINES: Final = 3
FIRM_OPENING: Final = 8  # lines in which a letter says whom it is to


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
        self._private_persons: int | None = None
        self._rows_in_parts: Rows | None = None
        self._tables: Sequence[Grid] | None = None
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
            self._is_of_one = self._private_persons = self._tables = self._rows_in_parts = None
            self.structure = Structure.of(self._lines[:STRUCTURE_LINES])
            self.subject = Subject.of(self._lines, self._register.own_person)
            self.is_declared_fictitious = self._declares()
            self.own_ibans = self._own_ibans()
            self.is_first_person = speaks_of_himself(self._lines)
            head = without_addressee(self._lines[:LETTERHEAD_LINES])
            self.letterhead = self._register.phrases.find(APART.join(head))
            self._papers = recognised(Shown(self._lines, self._titles, self._names, self.structure, self.subject))
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

    def private_persons(self) -> int:
        """How many private persons its rows or lines tell of, by what stands beside each; whatever their names look like."""
        self.papers()
        if self._private_persons is None:
            rows = max(count_person_rows(self._grids(), self._names), count_records(self._lines))
            self._private_persons = max(rows, self.rows_in_parts().persons)
        return self._private_persons

    def rows_in_parts(self) -> Rows:
        """What rows tell of persons that no head and no name says."""
        self.papers()
        if self._rows_in_parts is None:
            self._rows_in_parts = rows_in_parts(self._grids(), self._lines)
        return self._rows_in_parts

    def counts_heads(self) -> bool:
        """Whether what may be numbers of personnel are heads that were counted, beside shares of them."""
        found = self._grids()
        return bool(found) and all(map(counts_heads, found))

    def copies_of_input(self) -> int:
        """Of how many persons a ticket holds what was sent to a system."""
        return copies_of_input(self._lines)

    def is_to_be_filled(self) -> bool:
        """Whether a title calls it a template or a form, and there is more to fill in than was filled in."""
        self.papers()
        called = [*self._titles, *self._names, *self._lines[:FIRST_LINES]]
        return (self.structure.is_template or self.structure.is_unfilled) and declared.is_called_template(called)

    def is_called_exercise(self) -> bool:
        """Whether a title calls it a case or an exercise."""
        return declared.is_called_exercise([*self._titles, *self._names, *self._lines[:FIRST_LINES]])

    def is_table_of_figures(self) -> bool:
        """Whether its tables hold measures, percentages and averages in every column but the first."""
        found = self._grids()
        return bool(found) and all(map(holds_figures, found))

    def _grids(self) -> Sequence[Grid]:
        self.papers()
        if self._tables is None:
            self._tables = grids(self._lines)
        return self._tables

    def are_at_work(self) -> bool:
        """Whether whoever its rows name stands beside the organisation that he works for, and nothing private is asked."""
        found = self._grids()
        return bool(found) and all(map(are_of_organisations, found))

    def are_topics(self) -> bool:
        """Whether illness and pay are topics of its rows, and whoever is named deals with them."""
        found = self._grids()
        if not found or not all(map(are_of_topics, found)):
            return False
        said = [" ".join(row).encode() for grid in found for row in without_officials(grid)]
        return not tells_of_one(said, OwnValues(self._register).is_name, is_addressed=False)

    def tells_in_cells(self) -> bool:
        """Whether a sentence in a cell tells of somebody's health: a risk that is one person's illness."""
        said = [sentence for grid in self._grids() for sentence in sentences_in(grid)]
        return bool(said) and tells_of_one(said, OwnValues(self._register).is_name, is_addressed=False)

    def writes_of_himself(self) -> bool:
        """Whether the consultant sends it and speaks of what is his: to a doctor, to an insurer."""
        return self.subject.signs and not self.subject.others and says_my(self._lines)

    def speaks_of_one(self) -> bool:
        """Whether it tells of a lady or a gentleman, and goes on with a pronoun."""
        return speaks_of_one(self._lines)

    def is_story(self) -> bool:
        """Whether it is told as a story is."""
        return is_story(self._lines)

    def is_rights_matrix(self) -> bool:
        """Whether it says who may see what: "salary" and "absence" are names of screens there."""
        return is_rights_matrix(self._lines) and not any(are_persons(grid.column(0)) for grid in self._grids())

    def has_homes_with_accounts(self) -> bool:
        return has_homes_with_accounts(self._lines)

    def is_to_firm(self) -> bool:
        """Whether it is addressed to the consultant's firm."""
        find = self._register.phrases.find
        return is_addressed_to(self._lines, lambda line: Whose.FIRM in find(line))

    def is_directory(self) -> bool:
        return is_directory(self._lines)

    def plans_own_people(self) -> bool:
        return plans_own_people([*self._titles, *self._lines])

    def opens_with_oneself(self) -> bool:
        """Whether it begins with the consultant's name."""
        person = self._register.own_person
        return person is not None and opens_with(self._lines, person)

    def is_request(self) -> bool:
        """Whether it asks others for an offer."""
        return asks_for_offer(self._lines)

    def is_to_oneself(self) -> bool:
        """Whether somebody writes the consultant of his own health."""
        self.papers()
        return not self.subject.is_family and is_told_to_himself(self._lines, self._register.own_person)

    def tells_circumstances(self) -> bool:
        """Whether something private is told of somebody else: of whom the paper is about, to whom it is written, or of who is
        named."""
        self.papers()
        text = b"\n".join(self._lines)
        if self.subject.is_somebody_else and self.subject.labelled_others and places_of_circumstances(text):
            return True
        if self.subject.is_somebody_else and is_told_to_reader(text):
            return True
        is_own = OwnValues(self._register).is_name
        return tells_circumstances_of_one(self._lines, is_own)

    def tells_conduct(self) -> bool:
        """Whether somebody's behaviour, his being judged or dismissed is told in one breath with his name."""
        is_own = OwnValues(self._register).is_name
        tells = (
            tells_conduct_of_one,
            acts_of_one,
            is_talk_about_one,
            tells_line_by_line,
            is_note_about_one,
            is_judgement_of_one,
        )
        return any(tell(self._lines, is_own) for tell in tells)

    def is_private_letter(self) -> bool:
        """Whether somebody else writes it for himself, from his home or for a job."""
        is_own = OwnValues(self._register).is_name
        return is_private_letter(self._lines, is_own) or is_application(self._lines, is_own)

    def is_letter_home(self) -> bool:
        """Whether somebody else is written to at his home, on his rent, his benefit, his job."""
        return is_letter_home(self._lines, OwnValues(self._register).is_name)

    def tells_of_private_person(self, *, is_sent: bool) -> bool:
        """Whether somebody else stands beside his home and what is private of him. `is_sent`: it came from the client or went
        there; then it is enough how he is reached in private."""
        return tells_of_private_person(self._lines, OwnValues(self._register).is_name, is_sent=is_sent)

    def is_letter_to_firm(self) -> bool:
        """Whether the consultant writes the firm for himself: to go on leave, to have more pay."""
        self.papers()
        is_his = self.subject.signs or self.is_first_person
        return self._is_to_firm_in(FIRM_OPENING) and asks_employer(
            self._lines, self._register.own_person, is_signed=is_his
        )

    def _is_to_firm_in(self, count: int) -> bool:
        find = self._register.phrases.find
        return any(Whose.FIRM in find(line) or Whose.FIRM_DOMAIN in find(line) for line in self._lines[:count])

    def _own_ibans(self) -> int:
        text = b"\n".join(self._lines).replace(b" ", b"").upper()
        return sum(text.count(iban.encode()) for iban in self._register.own_ibans)

    def _declares(self) -> bool:
        called = [*self._titles, *self._names, *filter(declared.may_be_title, self._lines[:OPENING_LINES])]
        near = [*self._titles, *self._names, *self._lines[:OPENING_LINES]]
        text = b"\n".join([*near, *self._lines])
        self.is_declared_at_top = declared.declares(b"\n".join(near))
        is_declared = self.is_declared_at_top or declared.declares(text)
        is_declared |= declared.says_in_title(called) or declared.is_specification(self._lines[:STRUCTURE_LINES])
        is_declared |= declared.is_called_made_up(called) + declared.has_made_up_values(text) >= 2
        is_declared = is_declared and not declared.denies(text)
        self.is_declared_at_top &= is_declared
        return is_declared
