"""Everything that was found out about one document, before a verdict is drawn from it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from app.detect.content import patterns
from app.detect.content.counts import Content, fold_rows
from app.detect.content.fingerprint import Features, Library
from app.detect.content.folding import fold
from app.detect.content.tables import Table
from app.detect.judging import weights
from app.detect.judging.register import Mention, OriginKind, Register, Whose
from app.detect.reading.budget import Budget
from app.detect.reading.unread import Unread
from app.domain.finding import Origin, ReasonType

PIECE_CHARS = 256_000  # text is looked at in pieces of this size
TITLE_CHARS = 3_000  # a title stands at the start
FOLDERS = 4  # how many folders above the file may name a client
TELL_SECONDS = 0.3


@dataclass(frozen=True, slots=True)
class Sign:
    """One hint. `client_id` is None for what points at no registered client."""

    type: ReasonType
    detail: str
    client_id: str | None
    weight: float


class Evidence:
    """Filled by the readers. `tell` is called now and then, so that what is known survives the worker."""

    def __init__(self, register: Register, budget: Budget, tell: Callable[[Evidence], None]) -> None:
        self.register = register
        self.budget = budget
        self.content = Content(register)
        self.signs: set[Sign] = set()
        self.unread: set[Unread] = set()
        self.is_own_labelled = self.names_own = self.names_firm = False
        self.is_confidential = self.is_documentation = self.is_published_format = False
        self.is_from_website = False
        self.chars = 0  # text seen so far
        self.features: Features | None = None  # gathered where registered content is to be recognised
        self._tell = tell
        self._tell_at = 0.0
        self._pieces: list[str] = []
        self._piece_chars = 0
        self._title_left = TITLE_CHARS
        self._in_mail = 0
        self._marks: set[Mention | Whose] = set()

    def path(self, path: str) -> None:
        """The name of the file and of the folders it is in."""
        parts = PurePath(path).parts
        self.name("/".join(parts[-1 - FOLDERS :]))

    def name(self, name: str) -> None:
        """A name of a file, an attachment or a sheet."""
        self._phrases(fold(name))
        self.title(PurePath(name).name)

    def title(self, text: str) -> None:
        self.is_documentation |= patterns.DOCUMENTATION.search(fold(text)) is not None

    def origin(self, origin: Origin | None) -> None:
        if origin is None:
            return
        for host in (origin.host, origin.referrer_host):
            found = self.register.client_of_host(host) if host else None
            if found is None or host is None:
                continue
            client_id, kind = found
            is_website = kind is OriginKind.WEBSITE and origin.zone != 1  # zone 1: the system calls it the intranet
            self.is_from_website |= is_website
            weight = weights.ORIGIN_WEBSITE if is_website else weights.ORIGIN_ENVIRONMENT
            self.signs.add(Sign(ReasonType.ORIGIN, host, client_id, weight))

    def digest(self, sha256: str) -> None:
        client_id = self.register.digests.get(sha256)
        if client_id is not None:
            detail = self.register.name_of(client_id)
            self.signs.add(Sign(ReasonType.FINGERPRINT, detail, client_id, weights.FINGERPRINT))

    def recognise(self, library: Library) -> None:
        """Registered content that was changed, cut, aggregated or put in another format. When all was read."""
        if self.features is None:
            return
        for client_id, kinship in library.kin(self.features).items():
            detail = self.register.name_of(client_id)
            self.signs.add(Sign(ReasonType.FINGERPRINT, detail, client_id, weights.KIN[kinship]))

    def label(self, tenant_id: str) -> None:
        """The tenant of a sensitivity label (SiteId)."""
        tenant = tenant_id.strip().strip("{}").lower()
        client_id = self.register.client_of_tenant(tenant)
        if client_id is not None:
            self.signs.add(Sign(ReasonType.LABEL, self.register.name_of(client_id), client_id, weights.LABEL))
        elif self.register.is_own_tenant(tenant):
            self.is_own_labelled = True
        elif len(tenant) == 36 and all(sign in "0123456789abcdef-" for sign in tenant):
            self.signs.add(Sign(ReasonType.LABEL, tenant, None, weights.LABEL_UNKNOWN_TENANT))

    def property(self, value: str) -> None:
        """A document property: company, author, who changed it last, title."""
        folded = fold(value)
        for mark in self.register.phrases.find(folded):
            if isinstance(mark, Mention):
                self._point(ReasonType.PROPERTY, self.register.name_of(mark.client_id), mark.client_id)
            else:
                self._whose(mark)

    def sender(self, domain: str) -> None:
        """The domain of a mail's sender."""
        found = self.register.client_of_domain(domain)
        if found is not None:
            self._point(ReasonType.SENDER, found[1], found[0])

    def cannot_read(self, why: Unread) -> None:
        self.unread.add(why)

    def enter_mail(self) -> None:
        """From here to `leave_mail` the text is a mail's: its disclaimer calls everything confidential."""
        self.flush()
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
        """Look at the text gathered so far."""
        if not self._pieces:
            return
        text = "\n".join(self._pieces)
        self._pieces, self._piece_chars = [], 0
        for rows in _tabular(text):
            table = Table()
            self.budget.take_cells(sum(map(len, rows)))
            table.rows(rows)
            self.content.table(table)
        folded = fold(text)
        self.content.text(folded)
        if self.features is not None:
            self.features.text(folded)
        self._running_text(folded)
        self._tell_if_due()

    def open_table(self) -> Table:
        """A table that comes in batches of rows; it counts from the first batch on."""
        self.flush()
        table = Table()
        self.content.tables.append(table)
        return table

    def rows(self, table: Table, rows: Sequence[Sequence[str]]) -> None:
        self.budget.take_cells(sum(map(len, rows)))
        table.rows(rows)
        folded = fold_rows(rows)
        self.budget.take_text(len(folded))
        self.chars += len(folded)
        self.content.text(folded, from_table=True)
        if self.features is not None:
            self.features.rows(rows, folded)
        self._running_text(folded)
        self._tell_if_due()

    def tell(self) -> None:
        started = time.monotonic()
        self._tell(self)
        ended = time.monotonic()
        # A large document has much to add up: telling never takes more than a tenth of the time.
        self._tell_at = ended + max(TELL_SECONDS, 10 * (ended - started))

    def _tell_if_due(self) -> None:
        self.budget.check_time()
        if time.monotonic() >= self._tell_at:
            self.tell()

    def _running_text(self, folded: bytes) -> None:
        self._phrases(folded)
        if not self._in_mail and not self.is_confidential:
            self.is_confidential = patterns.CONFIDENTIAL.search(folded) is not None
        if self._title_left > 0:
            self.is_documentation |= patterns.DOCUMENTATION.search(folded[: self._title_left]) is not None
            self._title_left -= len(folded)

    def _phrases(self, folded: bytes) -> None:
        for mark in self.register.phrases.find(folded, self._marks):
            self._marks.add(mark)
            if isinstance(mark, Mention):
                self.signs.add(Sign(mark.type, mark.detail, mark.client_id, mark.weight))
            else:
                self._whose(mark)

    def _whose(self, mark: Whose) -> None:
        self.names_own |= mark in (Whose.OWN_NAME, Whose.OWN_MAIL)
        self.names_firm |= mark is Whose.FIRM

    def _point(self, kind: ReasonType, detail: str, client_id: str) -> None:
        self.signs.add(Sign(kind, detail, client_id, weights.POINTERS[kind]))


def _tabular(text: str) -> Iterator[list[list[str]]]:
    """The runs of lines that have tabs: tables of a document, or of text that was copied from one."""
    if "\t" not in text:
        return
    rows: list[list[str]] = []
    for line in text.split("\n"):
        if "\t" in line:
            rows.append(line.split("\t"))
            continue
        if len(rows) > 1:
            yield rows
        rows = []
    if len(rows) > 1:
        yield rows
