"""SQL: the text, and the rows that it inserts as tables, by the list of columns. INSERT in its dialects, COPY of PostgreSQL."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from app.detect.judging.evidence import Evidence
from app.detect.reading.document import Part, Reading
from app.detect.reading.readers.records import FEW, ROWS, as_text
from app.detect.reading.readers.text import LINE_CHARS, pieces

TABLES = 200
COLUMNS = 500
LINES = 200
DEFINITION_CHARS = 20_000
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
    script = _Script(reading)
    try:
        for piece in pieces(part, reading):
            for line in piece.split("\n"):
                script.line(line)
    finally:
        script.close()


class _Script:
    """Follows the lines of a script: what they insert are rows of tables, the other lines are text."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._lines: list[str] = []  # of text
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
        elif self._statement or _INSERT_WORD.match(line) is not None:
            self._creating = None
            self._go_on(line)
        else:
            self._tell(line)
            self._other(line)

    def close(self) -> None:
        self._end_statement()
        for target in self._targets.values():
            target.close()
        self._tell_lines()

    def _tell(self, text: str) -> None:
        self._lines.append(text)
        if len(self._lines) >= LINES or len(text) > STATEMENT_CHARS // 4:
            self._tell_lines()

    def _tell_lines(self) -> None:
        lines, self._lines = self._lines, []
        self._reading.evidence.text("\n".join(lines))

    def _other(self, line: str) -> None:
        created = _CREATE.match(line)
        copied = _COPY.match(line)
        if created is not None:
            self._creating = _plain(created.group(1))
            self._columns.setdefault(self._creating, [])
            self._define(line[created.end() :])
        elif copied is not None:
            self._copying = self._target_of(copied.group(1), copied.group(2))
        elif self._creating is not None:
            self._define(line)

    def _define(self, line: str) -> None:
        """A line of CREATE TABLE: one column, or several when all stand on one line."""
        assert self._creating is not None
        known = self._columns[self._creating]
        for definition in re.split(r",(?![^(]*\))", line) if len(line) < DEFINITION_CHARS else [line[:200]]:
            column = _COLUMN.match(definition)
            if column is not None and len(known) < COLUMNS:
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
        if stripped.endswith(";") or stripped == "GO" or not stripped:
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
        at = statement.rfind("),")
        end = at + 1 if at >= 0 else len(statement)
        self._rows(statement[:end])
        rest = statement[end:].lstrip(", \n")
        self._statement, self._chars = [rest], len(rest)

    def _rows(self, statement: str) -> None:
        begun = _INSERT.match(statement)
        if begun is not None:
            self._target = self._target_of(begun.group(1), begun.group(2))
        values = statement if begun is None else statement[begun.end() :]
        if self._target is None:
            self._tell(statement)
            return
        try:
            for row in _tuples(values, escapes="`" in statement[:200] or "\\'" in values):
                self._target.add(row)
        except csv.Error:
            self._tell(statement)

    def _target_of(self, name: str, columns: str | None) -> _Target | None:
        """The table that a statement names; statements name it in the same words again and again."""
        said = (name, columns)
        if said not in self._said:
            self._said[said] = self._found_target(name, columns)
        return self._said[said]

    def _found_target(self, name: str, columns: str | None) -> _Target | None:
        self._tell(f"{name} {columns or ''}")
        table = _plain(name)
        names = [_plain(column) for column in columns.split(",")] if columns else self._columns.get(table, [])
        key = (table, tuple(names))
        if key not in self._targets and len(self._targets) < TABLES:
            self._targets[key] = _Target(self._reading.evidence, names)
        return self._targets.get(key)


class _Target:
    """One table that rows go into."""

    def __init__(self, evidence: Evidence, names: list[str]) -> None:
        self._evidence = evidence
        self._table = evidence.open_table()
        self._names = names
        self._rows: list[list[str]] = [names] if names else []
        self._is_large = False

    def add(self, row: list[str]) -> None:
        self._rows.append(row)
        if len(self._rows) >= ROWS:
            self._is_large = True
            self._flush()

    def close(self) -> None:
        if not self._is_large and len(self._rows) <= FEW:  # so few rows say more as lines of a name and a value
            for row in self._rows[1:] if self._names else self._rows:
                as_text(self._evidence, dict(zip_longest(self._names, row, fillvalue="")))
        self._flush()

    def _flush(self) -> None:
        rows, self._rows = self._rows, []
        if rows:
            self._evidence.rows(self._table, rows)


def _tuples(values: str, *, escapes: bool) -> Iterator[list[str]]:
    """`(1,'x'),(2,'y');`: the cells of each. Raises csv.Error."""
    if "CAST(" in values or "cast(" in values:
        values = _CAST.sub(lambda match: match.group(1) or match.group(2), values)
    if "N'" in values:
        values = _NATIONAL.sub("'", values)
    values = values.strip().removesuffix("GO").rstrip("; \n").removeprefix("(").removesuffix(")")
    csv.field_size_limit(2 * LINE_CHARS)
    rows = csv.reader(
        _BETWEEN_ROWS.split(values), quotechar="'", skipinitialspace=True, escapechar="\\" if escapes else None
    )
    for row in rows:
        yield ["" if cell.lower() in _NULL else cell for cell in row]


def _plain(name: str) -> str:
    """A name without its schema and quotes."""
    return name.strip().rpartition(".")[2].strip("`\"'[] ")
