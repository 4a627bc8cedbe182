"""What a reader gives the evidence, kept for tests: texts, tables, names, people of a mail, and what it could not read."""

from __future__ import annotations

from collections.abc import Sequence

from app.detect.content.tables import Table
from app.detect.judging.evidence import Evidence
from app.detect.judging.register import Register
from app.detect.reading.budget import Budget
from app.detect.reading.document import Part, Reading, of_bytes
from app.detect.reading.limits import DEFAULT_LIMITS, Limits
from app.detect.reading.unread import LimitReachedError
from app.domain.ports import DetectionContext


class Observed(Evidence):
    def __init__(self, limits: Limits) -> None:
        super().__init__(Register(DetectionContext()), Budget(limits), lambda _evidence: None)
        self.texts: list[str] = []
        self.names: list[str] = []
        self.titles: list[str] = []
        self.senders: list[str] = []
        self.recipients: list[str] = []
        self.properties: list[str] = []
        self.labels: list[str] = []
        self.tables: dict[int, list[list[str]]] = {}
        self._kept: list[Table] = []  # an id is of one table only as long as that table lives
        self.is_limited = False

    def text(self, text: str) -> None:
        self.texts.append(text)
        super().text(text)

    def name(self, name: str) -> None:
        self.names.append(name)
        super().name(name)

    def title(self, text: str) -> None:
        self.titles.append(text)
        super().title(text)

    def sender(self, address: str) -> None:
        self.senders.append(address)
        super().sender(address)

    def recipient(self, address: str) -> None:
        self.recipients.append(address)
        super().recipient(address)

    def label(self, tenant_id: str) -> None:
        self.labels.append(tenant_id)
        super().label(tenant_id)

    def rows(self, table: Table, rows: Sequence[Sequence[str]]) -> None:
        if id(table) not in self.tables:
            self._kept.append(table)
        self.tables.setdefault(id(table), []).extend(list(row) for row in rows)
        super().rows(table, rows)

    @property
    def whole(self) -> str:
        """All text and all cells, a row a line."""
        return "\n".join([*self.texts, *("\t".join(row) for rows in self.tables.values() for row in rows)])

    @property
    def why(self) -> set[str]:
        return {str(why) for why in self.unread}

    @property
    def left_out_why(self) -> set[str]:
        return {str(why) for why in self.left_out}

    @property
    def only_table(self) -> list[list[str]]:
        (rows,) = self.tables.values()
        return rows

    def table_with(self, header: str) -> list[list[str]]:
        """The one whose first row has this header."""
        return next(rows for rows in self.tables.values() if rows and header in rows[0])

    def property(self, value: str) -> None:  # behind the properties of this class: it hides their decorator
        self.properties.append(value)
        super().property(value)


def read(content: bytes, name: str = "bestand", limits: Limits = DEFAULT_LIMITS) -> Observed:
    """The document as the worker reads it, in this process."""
    return read_part(of_bytes(name, content, 0), limits)


def read_part(part: Part, limits: Limits = DEFAULT_LIMITS) -> Observed:
    evidence = Observed(limits)
    try:
        Reading(evidence).read(part)
    except LimitReachedError as error:
        evidence.cannot_read(error.why)
        evidence.is_limited = True
    evidence.flush()
    return evidence
