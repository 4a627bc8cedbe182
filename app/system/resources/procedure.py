"""The tables of the procedure: one row a requirement, read by the names of their columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from app.domain.requirement import ProcedureRow
from app.system.resources import resource

# The headings of the columns, and the field that each fills. The tables differ in which they have.
COLUMNS: Final = {
    "Demand": "demand",
    "App must": "must",
    "App must (test)": "must",
    "Proof": "proof",
    "Proof / limit": "proof",
    "Cannot": "cannot",
    "Setting": "setting",
}
_ID: Final = re.compile(r"(V[RT]-\w+) [EAR]")
_NOTHING: Final = frozenset({"", "-", "–"})


def procedure_rows() -> Mapping[str, ProcedureRow]:
    """What the procedure says of each requirement, by id. Raises OSError where the program was installed without it."""
    return {row.id: row for row in _rows(resource("procedure", "procedure.md").read_text(encoding="utf-8"))}


def _rows(text: str) -> Iterator[ProcedureRow]:
    fields: list[str | None] = []
    for line in text.splitlines():
        cells = [cell.strip().replace("`", "") for cell in line.strip().strip("|").split(" | ")]
        if cells[0] == "id":
            fields = [COLUMNS.get(cell) for cell in cells[1:]]
        elif found := _ID.fullmatch(cells[0]):
            told = {
                field: None if cell in _NOTHING else cell
                for field, cell in zip(fields, cells[1:], strict=True)
                if field is not None
            }
            demand, must = told.pop("demand") or "", told.pop("must") or ""
            yield ProcedureRow(id=found[1], demand=demand, must=must, **told)
