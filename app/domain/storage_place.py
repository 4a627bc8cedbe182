"""Where the firm's stores stand, in which country and under which law. Source: VT-O1.

The European Economic Area: the countries of the Union with Norway, Iceland and Liechtenstein (ISO 3166-1, two letters).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

_UNION: Final = (
    *("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT"),
    *("LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"),
)
EEA: Final = frozenset((*_UNION, "IS", "LI", "NO"))


class StoreKind(StrEnum):
    OFFICE365 = "office365"
    FOLDER = "folder"
    LAPTOP = "laptop"  # the encrypted store and the vault: where the person is


@dataclass(frozen=True, slots=True, kw_only=True)
class StoragePlace:
    """`country`: two letters, None where nobody recorded it. `law`: the law that rules there, in words."""

    kind: StoreKind
    country: str | None = None
    law: str | None = None

    @property
    def is_known(self) -> bool:
        return self.kind is StoreKind.LAPTOP or self.country is not None

    @property
    def is_outside_eea(self) -> bool:
        """What nobody recorded is not known to be outside."""
        return self.country is not None and self.country not in EEA


def country_of(text: str) -> str | None:
    """The country that a setting names, as two letters; None for none, or for what is no country's code."""
    code = text.strip().upper()
    code = {"EL": "GR", "UK": "GB"}.get(code, code)  # as the Union writes Greece, and as people write Great Britain
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None
