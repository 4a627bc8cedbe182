"""What the copies guard hands over."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.domain.finding import Judgement
from app.domain.identity import FileFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A settled file and its verdict. `group`: one download or one folder of the first clean-up."""

    path: Path
    facts: FileFacts
    judgement: Judgement
    group: str
    first_clean_up: bool = False
