"""SQL: the text, and the rows that it inserts as tables, by the list of columns. INSERT in its dialects, COPY of PostgreSQL."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import Final

from app.detect.reading.document import Part, Reading
from app.detect.reading.readers.records import ROWS
from app.detect.reading.readers.text import LINE_CHARS, pieces

TABLES = 200
STATEMENT_CHARS = 1_000_000  # rows are taken out of a longer statement piece by piece
_NAME: Final = r"""[\w$."`'\[\]]+"""
_INSERT: Final = re.compile(
    rf"^\s*(?:INSERT|REPLACE)\s+(?:IGNORE\s+|OR\s+\w+\s+)?(?:INTO\s+)?({_NAME})\s*(?:\(([^()]*)\)\s*)?"
    r"(?:OVERRIDING\s+\w+\s+VALUE\s+)?VALUES?\s*",
    re.IGNORECASE,
)
_INSERT_WORD: Final = re.compile(r"^\s*(?:INSERT|REPLACE)\s", re.IGNORECASE)
_CREATE: Final = re.compile(rf"^\s*CREATE\s+(?:\w+\s+)?TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?({_NAME})\s*\(?", re.IGNORECASE)
_COLUMN: Final = re.compile(r"""^\s*,?\s*(?:"([^"]+)"|`([^`]+)`|\[([^\]]+)\]|(\w+))\s+\[?[A-Za-z]""")
_NO_COLUMN: Final = frozenset(
    {"primary", "key", "constraint", "unique", "foreign", "index", "check", "fulltext", "exclude", "period"}
)
_COPY: Final = re.compile(rf"^COPY\s+({_NAME})\s*(?:\(([^)]*)\)\s*)?FROM\s+stdin", re.IGNORECASE)
_BETWEEN_ROWS: Final = re.compile(r"\)\s*,\s*\(")
_CAST: Final = re.compile(r"(?i)\bCAST\(\s*(?:N?('(?:[^']|'')*')|([^\s']+))\s+AS\s+\w+\s*(?:\([^()]*\))?\s*\)")
_NATIONAL: Final = re.compile(r"(?<=[(,\s])N'")
_NULL: Final = frozenset({"null", "default", "\\n"})


def read_sql(part: Part, reading: Reading) -> None:
    tables = _Inserted(reading)
    try:
        for piece in pieces(part, reading):
            reading.evidence.text(piece)
            for line in piece.split("\n"):
                tables.line(line)
    finally:
        tables.close()


class _Inserted:
    """Follows the lines of a script and gathers what they insert."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._columns: dict[str, list[str]] = {}  # by table, as CREATE TABLE tells
        self._creating: str | None = None
        self._statement: list[str] = []
        self._chars = 0
        self._target: _Target | None = None  # whose rows follow
        self._copying: _Target | None = None
        self._targets: dict[tuple[str, tuple[str, ...]], _Target] = {}
        self._said: dict[tuple[str, str | None], _Target | None] = {}

    def line(self, line: str) -> None:
        if self._copying is not None:
            self._copy(line, self._copying)
        elif self._statement:
            self._go_on(line)
        elif _INSERT_WORD.match(line) is not None:
            self._creating = None
            self._go_on(line)
        elif (created := _CREATE.match(line)) is not None:
            self._creating = _plain(created.group(1))
            self._columns.setdefault(self._creating, [])
            self._define(line[created.end() :])
        elif (copied := _COPY.match(line)) is not None:
            self._copying = self._target_of(copied.group(1), copied.group(2))
        elif self._creating is not None:
            self._define(line)

    def close(self) -> None:
        self._end_statement()
        for target in self._targets.values():
            target.flush()

    def _define(self, line: str) -> None:
        """A line of CREATE TABLE: one column, or several when all stand on one line."""
        assert self._creating is not None
        known = self._columns[self._creating]
        for definition in re.split(r",(?![^(]*\))", line) if len(line) < 20_000 else [line[:200]]:
            column = _COLUMN.match(definition)
            if column is not None and len(known) < 500:
                name = next(group for group in column.groups() if group)
                if name.lower() not in _NO_COLUMN:
                    known.append(name)
        if line.rstrip().endswith((");", ";")) or line.strip() in (")", "GO"):
            self._creating = None

    def _copy(self, line: str, target: _Target) -> None:
        if line.startswith("\\."):
            self._copying = None
            return
        target.add([cell if cell != "\\N" else "" for cell in line.split("\t")])

    def _go_on(self, line: str) -> None:
        """A statement ends with its semicolon, or where the next one begins."""
        if self._statement and _INSERT_WORD.match(line) is not None:
            self._end_statement()
        self._statement.append(line)
        self._chars += len(line)
        stripped = line.rstrip()
        if stripped.endswith(";") or stripped == "GO" or (not stripped and self._chars):
            self._end_statement()
        elif self._chars > STATEMENT_CHARS:
            self._cut_statement()

    def _end_statement(self) -> None:
        statement, self._statement, self._chars = "\n".join(self._statement), [], 0
        if statement:
            self._rows(statement)
        self._target = None

    def _cut_statement(self) -> None:
        """The rows so far; the last one may go on."""
        statement = "\n".join(self._statement)
        at = statement.rfind("),", 0, len(statement))
        if at < 0:
            at = len(statement) if len(statement) >= LINE_CHARS else 0
        if at:
            self._rows(statement[: at + 1])
            rest = statement[at + 1 :].lstrip(", \n")
            self._statement, self._chars = [rest], len(rest)

    def _rows(self, statement: str) -> None:
        values = statement
        begun = _INSERT.match(statement)
        if begun is not None:
            self._target = self._target_of(begun.group(1), begun.group(2))
            values = statement[begun.end() :]
        if self._target is not None:
            for row in _tuples(values, escapes="`" in statement[:200] or "\\'" in values):
                self._target.add(row)

    def _target_of(self, name: str, columns: str | None) -> _Target | None:
        """The table that a statement names; statements name it in the same words again and again."""
        said = (name, columns)
        if said not in self._said:
            self._said[said] = self._found_target(name, columns)
        return self._said[said]

    def _found_target(self, name: str, columns: str | None) -> _Target | None:
        table = _plain(name)
        names = [_plain(column) for column in columns.split(",")] if columns else self._columns.get(table, [])
        key = (table, tuple(names))
        if key not in self._targets and len(self._targets) < TABLES:
            self._targets[key] = _Target(self._reading, names)
        return self._targets.get(key)


class _Target:
    """One table that rows go into."""

    def __init__(self, reading: Reading, names: list[str]) -> None:
        self._evidence = reading.evidence
        self._table = reading.evidence.open_table()
        self._rows: list[list[str]] = [names] if names else []

    def add(self, row: list[str]) -> None:
        self._rows.append(row)
        if len(self._rows) >= ROWS:
            self.flush()

    def flush(self) -> None:
        rows, self._rows = self._rows, []
        if rows:
            self._evidence.rows(self._table, rows)


def _tuples(values: str, *, escapes: bool) -> Iterator[list[str]]:
    """`(1,'x'),(2,'y');`: the cells of each. A row that is torn by its own text is read as text only."""
    if "CAST(" in values or "cast(" in values:
        values = _CAST.sub(lambda match: match.group(1) or match.group(2), values)
    if "N'" in values:
        values = _NATIONAL.sub("'", values)
    values = values.strip().removesuffix("GO").rstrip("; \n").removeprefix("(").removesuffix(")")
    rows = _BETWEEN_ROWS.split(values)
    escape = "\\" if escapes else None
    try:
        for row in csv.reader(rows, quotechar="'", skipinitialspace=True, escapechar=escape):
            yield ["" if cell.lower() in _NULL else cell for cell in row]
    except csv.Error:
        return


def _plain(name: str) -> str:
    """A name without its schema and quotes."""
    return name.strip().rpartition(".")[2].strip("`\"'[] ")
