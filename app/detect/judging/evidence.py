"""Everything that was found out about one document, before a verdict is drawn from it."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from itertools import chain, groupby
from pathlib import PurePath

from app.detect.content.counts import Content, fold_rows
from app.detect.content.fingerprint import Features, Library
from app.detect.content.folding import fold
from app.detect.content.regions import Rest
from app.detect.content.tables import Table
from app.detect.judging import weights
from app.detect.judging.citations import count_citations
from app.detect.judging.confidential import is_marked, is_named_so, is_open_label, is_told_in_confidence
from app.detect.judging.papers.outline import Outline
from app.detect.judging.register import Register
from app.detect.judging.shapes import Shapes
from app.detect.judging.signs import Signs
from app.detect.reading.budget import Budget
from app.detect.reading.unread import Unread
from app.domain.finding import Origin

PIECE_CHARS = 256_000  # text is looked at in pieces of this size
OPENING_BYTES = 2_000  # where a document says what it is about
FOLDERS = 4  # how many folders above the file may name a client
TELL_SECONDS = 0.3
TOLD_AT_ONCE = 20  # times: of the mails of a large mailbox the rest are told now and then
SMALL_TABLE = 30  # rows
TITLE_LINES = 3
TITLE_WORDS = 9
_OF_A_RESIDENCE = re.compile(
    rb"\d{4} ?[A-Z]{2}\b|\b(?:te|in|uit|from|at|wonend[a-z]*|woonachtig|geboren|born|woonplaats|plaats|city|adres|address)\b"
    rb"|[\t;|:<>\"@]|,.*,|, ?\d|[a-z]\.? \d{1,3}(?: ?[a-z])?\b|[.,]$",
    re.IGNORECASE,
)


class Evidence:
    """Filled by the readers. `tell` is called now and then, so that what is known survives the worker."""

    def __init__(self, register: Register, budget: Budget, tell: Callable[[Evidence], None]) -> None:
        self.register = register
        self.budget = budget
        self.content = Content(register)
        self.signs = Signs(register)
        self.outline = Outline(register)
        self.shapes = Shapes()
        self.unread: set[Unread] = set()
        self.left_out: set[Unread] = set()  # see leave_out
        self.is_confidential = self.is_labelled_open = self.is_published_format = False
        self.is_mail = False
        self.has_parts = (
            False  # mails, members, attachments: what is told in one of them is told, however long the others are
        )
        self.is_cut = False  # the file itself is a part of what it was: no program opens it any more
        self.chars = 0  # text seen so far
        self.citations = 0  # of scientific literature
        self.features: Features | None = None  # gathered where registered content is to be recognised
        self._tell = tell
        self._tell_at = self._tell_not_before = 0.0
        self._told = 0
        self._pieces: list[str] = []
        self._piece_chars = 0
        self._opening_left = OPENING_BYTES
        self._in_mail = 0
        self._unsettled: list[Table] = []  # those that may still keep their first rows

    def path(self, path: str) -> None:
        """The name of the file and of the folders it is in."""
        parts = PurePath(path).parts
        self.signs.called("/".join(parts[-1:]), weights.NAMED_BY_FILE)
        self.signs.called("/".join(parts[-1 - FOLDERS : -1]), weights.NAMED_BY_FOLDER)
        self._named(parts[-1] if parts else "")

    def name(self, name: str) -> None:
        """A name of an attachment, a member or a sheet."""
        self.has_parts = True
        self.signs.called(name, weights.NAMED_BY_FILE)
        self._named(PurePath(name).name)

    def _named(self, name: str) -> None:
        self.outline.name(name)
        self.is_confidential |= is_named_so(fold(name))

    def title(self, text: str) -> None:
        """A title that is marked as one: a property, the subject of a mail."""
        self.outline.title(text)
        self.signs.phrases(fold(text), weights.NAMED_BY_FILE)
        self.is_confidential |= not self._in_mail and is_named_so(fold(text))

    def origin(self, origin: Origin | None) -> None:
        if origin is not None:
            self.signs.origin(origin)

    def digest(self, sha256: str) -> None:
        client_id = self.register.digests.get(sha256)
        if client_id is not None:
            self.signs.fingerprint(client_id, weights.FINGERPRINT)

    def recognise(self, library: Library) -> None:
        """Registered content that was changed, cut, aggregated or put in another format. When all was read."""
        if self.features is None:
            return
        for client_id, kinship in library.kin(self.features).items():
            self.signs.fingerprint(client_id, weights.KIN[kinship])

    def label(self, tenant_id: str) -> None:
        """The tenant of a sensitivity label (SiteId)."""
        self.signs.label(tenant_id)

    def label_name(self, text: str) -> None:
        """What a sensitivity label is called: "Vertrouwelijk", "Intern", "Openbaar"."""
        self.is_confidential |= is_named_so(fold(text))
        self.is_labelled_open |= is_open_label(fold(text))

    def property(self, value: str) -> None:
        """A document property: company, author, template, who changed it last, title."""
        self.signs.property(fold(value))

    def sender(self, address: str) -> None:
        """Of a mail's sender the address, or its domain."""
        self.signs.sender(address)

    def recipient(self, address: str) -> None:
        """Of a mail's recipient the address, or its domain."""
        self.signs.recipient(address)

    def cannot_read(self, why: Unread) -> None:
        self.unread.add(why)

    def leave_out(self, why: Unread) -> None:
        """Something beside the text, a photograph in a report, that was not looked into: said, but the text is judged."""
        self.left_out.add(why)

    def enter_mail(self) -> None:
        """From here to `leave_mail` the text is a mail's: its disclaimer calls everything confidential."""
        self.flush()
        self.is_mail |= self._in_mail == 0 and self.chars == 0
        self.has_parts = True
        self._in_mail += 1

    def leave_mail(self) -> None:
        self.flush()
        self._in_mail -= 1

    def text(self, text: str) -> None:
        """A piece of text, cut at a line; columns of a table parted by tabs."""
        self.budget.take_text(len(text))
        self.chars += len(text)
        self._pieces.append(text)
        self._piece_chars += len(text)
        if self._piece_chars >= PIECE_CHARS:
            self.flush()

    def flush(self) -> None:
        """Look at the text gathered so far, and at the first rows of tables."""
        for table in self._unsettled:
            self._left_of(table.settle())
        self._unsettled = [table for table in self._unsettled if not table.is_laid_out]
        if not self._pieces:
            return
        text = "\n".join(self._pieces)
        self._pieces, self._piece_chars = [], 0
        folded = fold(text)
        self.content.text(fold(self._without_tables(text)) if "\t" in text else folded)
        self.outline.text(folded)
        self.citations += count_citations(folded)
        if self.features is not None:
            self.features.text(folded)
        self._running_text(folded)
        self._tell_if_due()

    def _without_tables(self, text: str) -> str:
        """The text with each table counted by its columns, and what these do not explain in its place."""
        lines: list[str] = []
        for has_tabs, run in groupby(text.split("\n"), lambda line: "\t" in line):
            found = list(run)
            is_table = has_tabs and (len(found) > 1 or found[0].count("\t") > 1)
            lines += self._columns_of(found, _title_of(lines)) if is_table else found
        return "\n".join(lines)

    def _columns_of(self, lines: Sequence[str], title: str) -> Sequence[str]:
        rows = [line.split("\t") for line in lines]
        self.budget.take_cells(sum(map(len, rows)))
        table = Table(title)
        rest = table.rows(rows)
        rest.add(table.settle())
        self.content.table(table)
        self.shapes.add(table)
        if not (table.kinds() or table.has_header or table.is_mapping):
            return lines  # a layout rather than a table
        # Names stay in the text: what is told below a small table is told of them.
        is_told_below = len(rows) <= SMALL_TABLE and not table.is_contact_list
        return [*rest.unexplained, *(rest.spoken if is_told_below else ())]

    def open_table(self) -> Table:
        """A table that comes in batches of rows; it counts from the first batch on."""
        title = _title_of(self._pieces[-1].split("\n")) if self._pieces else ""
        self.flush()
        table = Table(title)
        self.content.tables.append(table)
        self.shapes.open(table)
        self._unsettled.append(table)
        return table

    def close_table(self, table: Table) -> None:
        """No more rows come: what it held is taken over, so that a thousand tables are not added up each time."""
        self.flush()
        self.content.close(table)
        self.shapes.close(table)

    def rows(self, table: Table, rows: Sequence[Sequence[str]]) -> None:
        chars = sum(map(len, chain.from_iterable(rows)))
        self.budget.take_cells(sum(map(len, rows)))
        self.budget.take_text(chars)
        self.chars += chars
        self._left_of(table.rows(rows))
        self.outline.rows(rows)
        if self.features is not None:
            self.features.rows(rows, fold_rows(rows))
        self._tell_if_due()

    def _left_of(self, rest: Rest) -> None:
        """Look at what the columns of a table did not explain, and for names at what they did."""
        if rest.unexplained:
            self.content.text(fold("\n".join(rest.unexplained)), from_table=True)
        if rest.unexplained or rest.spoken or rest.headings:
            self._running_text(fold("\n".join((*rest.headings, *rest.unexplained, *rest.spoken))))

    def tell(self) -> None:
        """Readers ask for it where they found something that is worth keeping, whatever comes next."""
        started = time.monotonic()
        if started < self._tell_not_before:
            return
        self._tell(self)
        ended = time.monotonic()
        self._told += 1
        # A large document has much to add up: telling never takes more than a tenth of the time.
        rest = 10 * (ended - started)
        self._tell_at = ended + max(TELL_SECONDS, rest)
        if self._told >= TOLD_AT_ONCE:
            self._tell_not_before = ended + rest

    def _tell_if_due(self) -> None:
        self.budget.check_time()
        if time.monotonic() >= self._tell_at:
            self.tell()

    def _running_text(self, folded: bytes) -> None:
        if self._opening_left > 0:
            opening = folded[: self._opening_left]
            self.signs.phrases(
                b"\n".join(line for line in opening.split(b"\n") if _is_title(line)), weights.NAMED_IN_OPENING
            )
            self.signs.phrases(opening, weights.NAMED_IN_OPENING, is_running=True)
            self._opening_left -= len(folded)
        self.signs.phrases(folded, is_running=True)
        if not self.is_confidential:
            self.is_confidential = is_told_in_confidence(folded) if self._in_mail else is_marked(folded)


def _is_title(line: bytes) -> bool:
    """Whether a place in it may stand for the municipality: not in an address, a row, a sentence or a date line."""
    words = line.split()
    return 2 <= len(words) <= TITLE_WORDS and _OF_A_RESIDENCE.search(line) is None


def _title_of(lines: Sequence[str]) -> str:
    """The last line above a table."""
    return next((line.strip() for line in reversed(lines[-TITLE_LINES:]) if line.strip()), "")
