"""What the program is made of, with the licences: what the firm's lawyer, IT and the LGPL ask for."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any, Final

from app.domain.part import Part
from app.system.resources import resource

# As most packages name it; some bring a folder of texts instead.
_NAMES: Final = (re.compile(r"/(?:LICEN[CS]E|COPYING)[^/]*$", re.IGNORECASE), re.compile(r"\.dist-info/licenses/"))


def parts() -> tuple[Part, ...]:
    """Those whose licence lets a person replace them first, then by name. What is not installed here is left out."""
    listed = tomllib.loads(resource("licences", "parts.toml").read_text(encoding="utf-8"))["part"]
    found = (part for row in listed if (part := _part(row)) is not None)
    return tuple(sorted(found, key=lambda part: (not part.is_replaceable, part.name.casefold())))


def _part(row: dict[str, Any]) -> Part | None:
    package = _distribution(row["package"]) if "package" in row else None
    if "package" in row and package is None:
        return None
    text = resource(*row["text"].split("/")) if "text" in row else _text_in(package)
    return Part(
        name=row["name"],
        licence=row["licence"],
        version=None if package is None else package.version,
        text=text if text is not None and text.is_file() else None,
        is_replaceable=row["licence"].startswith("LGPL"),
    )


def _distribution(package: str) -> Distribution | None:
    try:
        return distribution(package)
    except PackageNotFoundError:  # of another system, or of another version of Python
        return None


def _text_in(package: Distribution | None) -> Path | None:
    """The first licence text that a package brings."""
    files = sorted(package.files or [], key=str) if package is not None else []
    return next((Path(str(file.locate())) for name in _NAMES for file in files if name.search(str(file))), None)
