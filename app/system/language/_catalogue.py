"""Reads a gettext catalogue: the compiled file, or its newer source in a checkout."""

from __future__ import annotations

import io
import struct
from functools import lru_cache
from gettext import GNUTranslations
from pathlib import Path

from app.domain.errors import EnvironmentLacking
from app.domain.messages import msg

DOMAIN = "vroom"


def read_catalogue(folder: Path, language: str) -> GNUTranslations:
    """The catalogue of `language` under `folder`. Raises EnvironmentLacking when there is none or it cannot be read."""
    source = folder / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    compiled = source.with_suffix(".mo")
    try:
        if _is_current(compiled, source):
            with compiled.open("rb") as file:
                return GNUTranslations(file)
        return GNUTranslations(io.BytesIO(_compiled(source, source.stat().st_mtime_ns)))
    except (OSError, ValueError, struct.error) as error:
        raise EnvironmentLacking(msg("language.catalogue-unreadable", language=language)) from error


def ids_in(catalogue: GNUTranslations) -> frozenset[str]:
    """The ids of all texts; gettext keeps one with a plural once for each form."""
    keys: dict[str | tuple[str, int], str] = catalogue._catalog  # type: ignore[attr-defined]  # it has no list of them
    return frozenset(key if isinstance(key, str) else key[0] for key in keys if key)


def _is_current(compiled: Path, source: Path) -> bool:
    """A program that was built has no source: then the compiled file counts as it is."""
    if not source.exists():
        return True
    return compiled.exists() and compiled.stat().st_mtime_ns >= source.stat().st_mtime_ns


@lru_cache(maxsize=4)
def _compiled(source: Path, _modified_ns: int) -> bytes:
    """The source as the compiled file would be. Kept, because a program asks for a language more than once."""
    from babel.messages.mofile import write_mo  # 30 ms, and only for who edits the catalogue
    from babel.messages.pofile import read_po

    with source.open("rb") as file:
        catalogue = read_po(file)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    return compiled.getvalue()
