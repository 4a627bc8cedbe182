"""What the content tells of persons, and how much that says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from app.detect.content.counts import Content
from app.detect.judging import weights
from app.domain.finding import SPECIAL_KINDS


@dataclass(frozen=True, slots=True)
class Told:
    """`kinds`: all, whoever they belong to; `foreign`: those that are not known to be the consultant's own; `persons`: others
    of whom something sensitive is told; `has_own_iban`: an account of the consultant is in it; `in_one_breath`: it is told in
    the sentence that names the person, of one or two persons (see `narrative`)."""

    kinds: Mapping[str, int]
    foreign: Mapping[str, int]
    persons: int
    contacts: int
    has_own_iban: bool
    in_one_breath: bool = False

    @classmethod
    def of(cls, content: Content, *, has_own_iban: bool) -> Told:
        return cls(
            content.kinds(),
            content.foreign(),
            content.persons(),
            content.contacts(),
            content.has_own_iban or has_own_iban,
        )

    @property
    def special(self) -> bool:
        return bool(SPECIAL_KINDS & set(self.foreign))

    @property
    def telling(self) -> frozenset[str]:
        """The kinds that are about a person more than a business card, an account or an address is."""
        return weights.TELLING_KINDS & set(self.foreign)

    @property
    def is_bulk(self) -> bool:
        numbers = max(self.foreign.get(kind, 0) for kind in weights.IDENTIFYING_KINDS)
        return self.persons >= weights.BULK_PERSONS or numbers >= weights.BULK_NUMBERS

    @property
    def is_of_somebody(self) -> bool:
        """Whether it tells more of one person than a chance find does."""
        return self.persons > 0 or len(self.telling) >= 2

    @property
    def is_detailed(self) -> bool:
        """A birth date with an address, a number with an account: of somebody, whether he is named or not."""
        return bool(self.telling) and len(weights.SENSITIVE_KINDS & set(self.foreign)) >= 2

    @property
    def is_about_somebody(self) -> bool:
        """Whether more than one thing is told, or one of two persons: not of a number alone."""
        is_more = len(self.telling) >= 2 or self.is_detailed or sum(self.foreign[kind] for kind in self.telling) >= 2
        is_number_alone = self.telling == {"bsn"} and not self.foreign.get("name")
        return is_more and not is_number_alone

    @property
    def is_of_organisations(self) -> bool:
        """Whether addresses and accounts stand beside mail addresses and telephones, and nobody is named."""
        slight = max((self.foreign[kind] for kind in weights.SLIGHT_KINDS & set(self.foreign)), default=0)
        reachable = max(self.foreign.get("email", 0), self.foreign.get("phone", 0))
        return self.foreign.get("name", 0) <= 1 and 2 * reachable >= slight

    @property
    def is_chance(self) -> bool:
        """Whether it may be a word that stands near a name: one find, of one person at most, not told of him by name."""
        is_one = self.persons <= 1 and sum(self.foreign[kind] for kind in self.telling) <= 1
        return is_one and not self.in_one_breath

    @property
    def is_never_public(self) -> bool:
        """Whether it has what nobody publishes of anybody: a citizen's number, a card, a document."""
        return bool(weights.NEVER_PUBLIC & set(self.foreign))

    @property
    def is_numbered(self) -> bool:
        """Whether persons have a number and nothing else: the rows of a list of actions are numbered, too."""
        return weights.SENSITIVE_KINDS & set(self.foreign) == {"employee_number"}

    def without(self, kinds: frozenset[str]) -> Told:
        """What is told when these kinds are words of a table's heads only."""
        return replace(
            self,
            kinds={kind: count for kind, count in self.kinds.items() if kind not in kinds},
            foreign={kind: count for kind, count in self.foreign.items() if kind not in kinds},
        )

    def with_kinds(self, found: Iterable[tuple[str, int]]) -> Told:
        """What is told when rows were understood that no reading of a column explained."""
        more = {kind: count for kind, count in found if not self.kinds.get(kind)}
        return replace(self, kinds={**self.kinds, **more}, foreign={**self.foreign, **more})

    def weight(self, *, is_dossier: bool) -> float:
        """`is_dossier`: the document is recognised as one that is kept about a person, and names one."""
        if self.is_bulk:
            return weights.BULK
        slight = [self.foreign[kind] for kind in weights.SLIGHT_KINDS & set(self.foreign)]
        if is_dossier and (self.telling or len(slight) >= weights.DOSSIER_SLIGHT):
            return weights.DOSSIER
        names = self.foreign.get("name", 0)
        is_told_apart = "bsn" in self.foreign and len(weights.SENSITIVE_KINDS & set(self.foreign)) >= 2
        is_of_named = self.persons > 0 or names >= weights.SEVERAL or (names > 0 and is_told_apart)
        if self.in_one_breath or (is_of_named and self.is_about_somebody):
            return weights.DOSSIER
        if self.telling:
            return weights.SENSITIVE
        if max(slight, default=0) >= weights.BULK_SLIGHT and not self.is_of_organisations:
            return weights.SENSITIVE
        return weights.SLIGHT if slight else 0.0
