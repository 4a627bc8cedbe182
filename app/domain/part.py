"""What the program is made of besides its own code."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """`licence` as SPDX writes it. `version` None: it cannot be told here. `text`: the file with the licence; None: there is
    none on this machine. `is_replaceable`: its licence (LGPL) lets a person put another version in its place."""

    name: str
    licence: str
    version: str | None = None
    text: Path | None = None
    is_replaceable: bool = False
