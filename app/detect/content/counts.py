"""Counts kinds of personal data in text and tables. Remembers hashes to count what is distinct, never a value."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from app.detect.content import patterns
from app.detect.content.folding import fold
from app.detect.content.numbers import is_bsn, is_iban
from app.detect.content.tables import Table
from app.detect.judging.register import Register

DISTINCT_AT_MOST = 200_000  # a count of this size says enough
LABEL_TO_NUMBER, NUMBER_TO_LABEL = 60, 35  # how near, in signs, the word BSN makes a number one
UNLABELLED_LEAST = 5  # random numbers pass the eleven-proof once in eleven: five in a row, once in 160,000
UNLABELLED_SHARE = 0.9
LABELLED_LEAST = 3
LABELLED_SHARE = 0.7
ADDRESSES_LEAST = 3  # a letterhead is no data
ABOUT_PERSONS = frozenset({"bsn", "date_of_birth", "employee_number", "salary"})
_SEPARATORS = b" ."


class Content:
    """The kinds of one document, filled piece by piece."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._values: dict[str, set[int]] = {}
        self._nine_digits: set[int] = set()
        self._passing: set[int] = set()
        self._says_bsn = False
        self._health_words = 0
        self._addresses: set[int] = set()
        self.tables: list[Table] = []  # those that are still being filled
        self._persons = 0
        self.has_own_iban = False

    def text(self, folded: bytes, *, from_table: bool = False) -> None:
        """`folded` as of folding.fold. In text from a table the word BSN counts on its own row only."""
        self._emails(folded)
        folded = folded.replace(b"_", b" ")  # "client_bsn": to a pattern an underscore is a letter
        self._ibans(folded)
        self._labelled_bsns(folded, same_line=from_table)
        if not from_table:  # there the columns are looked at
            self._unlabelled_numbers(folded)
        self._phones(folded)
        for kind, pattern in patterns.PHRASED.items():
            self._add(kind, pattern.findall(folded))
        self._health_words += len(patterns.HEALTH.findall(folded))
        self._addresses.update(map(hash, patterns.ADDRESS.findall(folded)))

    def table(self, table: Table) -> None:
        """Take over what a finished table's columns held."""
        for kind, values in table.kinds().items():
            known = self._values.setdefault(kind, set())
            if len(known) < DISTINCT_AT_MOST:
                known |= values
        self._persons = max(self._persons, table.persons())

    def persons_in_tables(self) -> int:
        """Persons in the largest table that also tells something sensitive about them."""
        return max([self._persons, *(table.persons() for table in self.tables)])

    def kinds(self) -> Mapping[str, int]:
        """Distinct values by kind."""
        values = self._values
        for table in self.tables:
            values = _united(values, table.kinds())
        values = _united(values, {"bsn": self._unlabelled()})
        counts = {kind: len(distinct) for kind, distinct in values.items() if distinct}
        if len(self._addresses) >= ADDRESSES_LEAST:
            counts["address"] = max(counts.get("address", 0), len(self._addresses))
        if self._health_words and ABOUT_PERSONS & set(counts):
            counts["health"] = max(counts.get("health", 0), self._health_words)
        return dict(sorted(counts.items()))

    def _add(self, kind: str, found: Collection[bytes]) -> None:
        if found:
            known = self._values.setdefault(kind, set())
            if len(known) < DISTINCT_AT_MOST:
                known.update(map(hash, found))

    def _emails(self, folded: bytes) -> None:
        if b"@" not in folded:
            return
        own = self._register.own.mail.lower().encode("utf-8")
        by_domain: dict[bytes, set[bytes]] = {}
        for hit in patterns.EMAIL.findall(folded):
            address = hit.lower()
            if address != own:
                by_domain.setdefault(address.rpartition(b"@")[2], set()).add(address)
        for domain, addresses in by_domain.items():
            if not self._register.is_own_domain(domain.decode("ascii")):
                self._add("email", addresses)

    def _ibans(self, folded: bytes) -> None:
        kept = []
        for hit in set(patterns.IBAN.findall(folded)):
            compact = hit.replace(b" ", b"")
            if not is_iban(compact):
                continue
            if compact.decode("ascii") in self._register.own_ibans:
                self.has_own_iban = True
            else:
                kept.append(compact)
        self._add("iban", kept)

    def _labelled_bsns(self, folded: bytes, *, same_line: bool) -> None:
        """Numbers right behind or before the word BSN; in a form the label may stand above the value."""
        for match in patterns.BSN_WORDS.finditer(folded):
            self._says_bsn = True
            start, end = match.span()
            lines = folded[end : end + LABEL_TO_NUMBER].split(b"\n", 1 if same_line else 2)
            behind = lines[0] if same_line else b"\n".join(lines[:2])
            before = folded[max(0, start - NUMBER_TO_LABEL) : start].rpartition(b"\n")[2]
            for near in (behind, before):
                found = [digits.translate(None, _SEPARATORS) for digits in patterns.NINE_DIGITS.findall(near)]
                self._add("bsn", [digits for digits in found if is_bsn(digits)])

    def _unlabelled_numbers(self, folded: bytes) -> None:
        """Gather all numbers of nine digits: when nearly all pass the proof, that is no chance."""
        others = patterns.NOT_BSN_WORDS.search(folded) is not None
        for match in patterns.NINE_DIGITS.finditer(folded):
            start, end = match.span()
            if len(self._nine_digits) >= DISTINCT_AT_MOST or _is_part_of_more(folded, start, end):
                continue
            if others and patterns.NOT_BSN_WORDS.search(folded[max(0, start - LABEL_TO_NUMBER) : start]) is not None:
                continue
            digits = folded[start:end].translate(None, _SEPARATORS)
            self._nine_digits.add(hash(digits))
            if is_bsn(digits):
                self._passing.add(hash(digits))

    def _phones(self, folded: bytes) -> None:
        spans = (match.span() for match in patterns.PHONE.finditer(folded))
        self._add("phone", [folded[start:end] for start, end in spans if not _is_part_of_more(folded, start, end)])

    def _unlabelled(self) -> set[int]:
        """The numbers that are BSNs because nearly all of them pass the proof."""
        least, share = (LABELLED_LEAST, LABELLED_SHARE) if self._says_bsn else (UNLABELLED_LEAST, UNLABELLED_SHARE)
        passing = len(self._passing)
        return self._passing if passing >= least and passing >= share * len(self._nine_digits) else set()


def _is_part_of_more(folded: bytes, start: int, end: int) -> bool:
    """Whether the digits belong to a longer number: a fraction, a reference with dashes, a path."""
    joins = b".,-/+:"
    before = start >= 2 and folded[start - 1] in joins and folded[start - 2 : start - 1].isdigit()
    return before or (end + 1 < len(folded) and folded[end] in joins and folded[end + 1 : end + 2].isdigit())


def fold_rows(rows: Sequence[Sequence[str]]) -> bytes:
    """A table as running text: a row a line."""
    return fold("\n".join(map("\t".join, rows)))


def _united(values: Mapping[str, set[int]], more: Mapping[str, set[int]]) -> dict[str, set[int]]:
    """Shares the sets that only one side has: they hold 100,000 hashes, and this is asked several times a document."""
    joint = {kind: values[kind] | found if values.get(kind) else found for kind, found in more.items()}
    return dict(values) | joint
