"""Counts kinds of personal data in text and tables. Remembers hashes to count what is distinct, never a value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.detect.content.folding import fold
from app.detect.content.own import OwnValues
from app.detect.content.tables import Table
from app.detect.content.text.anchors import MENTION, Anchors
from app.detect.content.text.citizens import BSN_CALLED_OTHERWISE, NINE_CALLED_OTHERWISE, OTHER_NINE
from app.detect.content.text.piece import Hit, Piece
from app.detect.content.text.scan import BSN_BESIDE_PERSON, NINE_BESIDE_PERSON, scan
from app.detect.content.text.subjects import PersonCounter, subjects
from app.detect.judging.register import Register

DISTINCT_AT_MOST = 200_000  # a count of this size says enough
ENOUGH_OF_A_TABLE = 2_000  # of a kind in a table's text: its columns count the rest
UNLABELLED_LEAST = 5  # random numbers pass the eleven-proof once in eleven: five in a row, once in 160,000
UNLABELLED_SHARE = 0.9
BESIDE_SHARE = 0.5  # of the numbers that stand on the line of a person
WEAK_NAMES_LEAST = 2
UNSURE_TOLD_LEAST = 2  # of a kind, in a document that names somebody and has no number or birth date of anybody
UNSURE_PHONES_AT_MOST = 50
IDENTIFYING = frozenset({"bsn", "date_of_birth", "employee_number"})
TOLD_KINDS = ("health", "salary", "union", "religion", "criminal", "ethnicity", "orientation", "politics")
CONTACT_KINDS = ("name", "email", "phone")

Values = dict[str, set[int]]


class Content:
    """The kinds of one document, filled piece by piece."""

    def __init__(self, register: Register) -> None:
        self._own = OwnValues(register)
        self._sure: Values = {}
        self._unsure: Values = {}
        self._own_values: Values = {}
        self._table_names: set[int] = set()  # in text of tables: a column may count the same names
        self._persons = PersonCounter()
        self._persons_in_tables = 0
        self.tables: list[Table] = []  # those that are still being filled
        self.has_own_iban = False

    def text(self, folded: bytes, *, from_table: bool = False) -> None:
        """`folded` as of folding.fold. Text from a table: cells that its columns do not explain, one a line."""
        piece = Piece(folded, from_table=from_table)
        hits, anchors = scan(piece, enough=self._enough(from_table))
        hits += self._own_names(piece)
        for hit in hits:
            self._add(hit, from_table=from_table)
        for person in subjects(
            piece, hits, Anchors(hits) if len(hits) != len(anchors.hits) else anchors, self._own.is_name
        ):
            self._persons.add(person)

    def table(self, table: Table) -> None:
        """Take over what a finished table's columns held."""
        self._sure = _united(self._sure, table.kinds())
        self._unsure = _united(self._unsure, table.unclaimed())
        self._persons_in_tables = max(self._persons_in_tables, table.persons())

    def close(self, table: Table) -> None:
        """One of `tables` grows no more."""
        self.tables.remove(table)
        self.table(table)

    def persons_in_tables(self) -> int:
        """Persons in the largest table that also tells something sensitive about them."""
        return max([self._persons_in_tables, *(table.persons() for table in self.tables)])

    def persons(self) -> int:
        """At least so many persons, the consultant not among them, of whom something sensitive is told."""
        return max(self.persons_in_tables(), self._persons.count())

    def contacts(self) -> int:
        """At least so many persons or organisations of whom a business card is there, the consultant not among them."""
        foreign = self.foreign()
        return max(foreign.get(kind, 0) for kind in CONTACT_KINDS)

    def kinds(self) -> Mapping[str, int]:
        """Distinct values by kind, whoever they belong to."""
        return _counted(self._values())

    def foreign(self) -> Mapping[str, int]:
        """Distinct values by kind without those of the consultant."""
        own = self._own_values
        return _counted(
            {kind: values - own[kind] if kind in own else values for kind, values in self._values().items()}
        )

    def _values(self) -> Values:
        """What counts, by now: what is unsure counts beside other things only."""
        values, unsure = self._sure, self._unsure
        for table in self.tables:
            values = _united(values, table.kinds())
            unsure = _united(unsure, table.unclaimed())
        values = _united(values, {"bsn": self._bsns_by_proof()})
        if len(self._table_names) > len(values.get("name", ())):
            values = values | {"name": self._table_names}
        more: Values = {}
        is_about_persons = bool(IDENTIFYING & {kind for kind, found in values.items() if found})
        is_told = any(values.get(kind) for kind in TOLD_KINDS)
        names = self._unsure.get("name", set())
        if is_about_persons or is_told or values.get("name") or len(names) >= WEAK_NAMES_LEAST:
            more["name"] = names | self._unsure.get(MENTION, set()) if is_told else names
        if is_about_persons or values.get("name"):
            least = 1 if is_about_persons else UNSURE_TOLD_LEAST
            more |= {kind: found for kind in TOLD_KINDS if len(found := unsure.get(kind, set())) >= least}
        phones = self._unsure.get("phone", set())
        if values.get("phone") and len(phones) <= UNSURE_PHONES_AT_MOST:
            more["phone"] = phones
        return _united(values, more)

    def _bsns_by_proof(self) -> set[int]:
        """The numbers without a label that are BSNs because too many of them pass the proof for chance."""
        beside, other_beside = self._unsure.get(BSN_BESIDE_PERSON, set()), self._unsure.get(NINE_BESIDE_PERSON, set())
        found = beside if len(beside) > BESIDE_SHARE * (len(beside) + len(other_beside)) else set()
        called = self._unsure.get(BSN_CALLED_OTHERWISE, set())
        not_passing = len(self._unsure.get(NINE_CALLED_OTHERWISE, ()))
        if len(called) >= UNLABELLED_LEAST and len(called) >= UNLABELLED_SHARE * (len(called) + not_passing):
            found = found | called
        passing = self._unsure.get("bsn", set()) | beside
        failing = len(self._unsure.get(OTHER_NINE, ())) + len(other_beside)
        if len(passing) >= UNLABELLED_LEAST and len(passing) >= UNLABELLED_SHARE * (len(passing) + failing):
            return passing
        return found

    def _add(self, hit: Hit, *, from_table: bool) -> None:
        key = hash(hit.value)
        if self._own.has(hit):
            self._own_values.setdefault(hit.kind, set()).add(key)
            self.has_own_iban |= hit.kind == "iban"
        if from_table and hit.kind == "name":
            known = self._table_names if hit.sure else self._unsure.setdefault("name", set())
        else:
            known = (self._sure if hit.sure else self._unsure).setdefault(hit.kind, set())
        if len(known) < DISTINCT_AT_MOST:
            known.add(key)

    def _own_names(self, piece: Piece) -> list[Hit]:
        return [Hit("name", start, end, self._own.name) for start, end in self._own.places_of_name(piece.text)]

    def _enough(self, from_table: bool) -> frozenset[str]:
        limit = ENOUGH_OF_A_TABLE if from_table else DISTINCT_AT_MOST
        found = {kind for kind, values in self._sure.items() if len(values) >= limit}
        if from_table and len(self._table_names) >= limit:
            found.add("name")
        return frozenset(found)


def fold_rows(rows: Sequence[Sequence[str]]) -> bytes:
    """A table as running text: a row a line."""
    return fold("\n".join(map("\t".join, rows)))


def _counted(values: Values) -> dict[str, int]:
    return {kind: len(found) for kind, found in sorted(values.items()) if found}


def _united(values: Values, more: Mapping[str, set[int]]) -> Values:
    """Shares the sets that only one side has: they hold 100,000 hashes, and this is asked several times a document."""
    joint = {kind: values[kind] | found if values.get(kind) else found for kind, found in more.items()}
    return values | joint
