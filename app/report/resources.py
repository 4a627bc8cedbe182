"""The fonts and templates that reports are made with."""

from __future__ import annotations

from pathlib import Path

from app.domain.messages import msg
from app.report.errors import ResourceMissing

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "report"


def resource(name: str) -> bytes:
    """The bytes of one file beside the program. Raises ResourceMissing."""
    try:
        return (FOLDER / name).read_bytes()
    except OSError as error:
        raise ResourceMissing(msg("report.resource-missing", name=name)) from error
