"""What the content tells of persons, and how much that says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.detect.content.counts import Content
from app.detect.judging import weights
from app.domain.finding import SPECIAL_KINDS


@dataclass(frozen=True, slots=True)
class Told:
    """`kinds`: all, whoever they belong to; `foreign`: those that are not known to be the consultant's own; `persons`: others
    of whom something sensitive is told; `has_own_iban`: an account of the consultant is in it."""

    kinds: Mapping[str, int]
    foreign: Mapping[str, int]
    persons: int
    contacts: int
    has_own_iban: bool

    @classmethod
    def of(cls, content: Content) -> Told:
        kinds = content.kinds()
        foreign: Mapping[str, int] = content.foreign() if hasattr(content, "foreign") else kinds
        persons = content.persons() if hasattr(content, "persons") else content.persons_in_tables()
        contacts = max((foreign.get(kind, 0) for kind in ("name", "email", "phone")), default=0)
        return cls(kinds, foreign, persons, contacts, content.has_own_iban)

    @property
    def special(self) -> bool:
        return bool(SPECIAL_KINDS & set(self.foreign))

    @property
    def telling(self) -> frozenset[str]:
        """The kinds that are about a person more than a business card, an account or an address is."""
        return weights.TELLING_KINDS & set(self.foreign)

    @property
    def is_bulk(self) -> bool:
        return self.persons >= weights.BULK_PERSONS or self.foreign.get("bsn", 0) >= weights.BULK_NUMBERS

    def weight(self, *, is_dossier: bool) -> float:
        """`is_dossier`: the document is recognised as one that is kept about a person."""
        if self.is_bulk:
            return weights.BULK
        about_somebody = self.persons > 0 or (is_dossier and self.foreign.get("name", 0) > 0)
        if about_somebody and (self.special or len(self.telling) >= 2 or (is_dossier and self.telling)):
            return weights.DOSSIER
        if self.telling:
            return weights.SENSITIVE
        slight = [self.foreign[kind] for kind in weights.SLIGHT_KINDS & set(self.foreign)]
        if max(slight, default=0) >= weights.BULK_SLIGHT:
            return weights.SENSITIVE
        return weights.SLIGHT if slight else 0.0
