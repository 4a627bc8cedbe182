"""The forms in which the name of a person is written: by insurers, banks and the tax office, too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from app.detect.content.lexicon import FIRST_NAMES
from app.detect.judging.names import is_borne_by_many, is_surname_prefix
from app.detect.judging.phrases import key_of

_INITIALS: Final = 3  # letters that are written together: "RJ"


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_TITLES: Final = _listed(
    """de heer dhr mevrouw mevr mw mej dr drs ir ing mr prof mrs ms miss heer fam familie jr sr bc msc bsc ma ba llm"""
)
_SHORT_PREFIXES: Final = _listed("v d h t vd vdr vdn vh vt vande vander vanden vant")  # "v.d. Berg" for "van den Berg"


def is_prefix(word: str) -> bool:
    """Whether a word stands before surnames, or is a title: written small in a name."""
    key = word.strip(".,'").lower()
    return is_surname_prefix(key) or key in _TITLES


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in parts, as words without signs. `surname` has its prefix ("de vries"); `partners`: the one behind a
    dash, of whoever is married: either may be left out."""

    first: str
    surname: str
    partners: str = ""

    @classmethod
    def parse(cls, name: str) -> PersonName | None:
        """None for what is no name of two words. Takes "Anna de Vries", "Vries, Anna de", "Anna de Vries-Bos"."""
        before, comma, behind = name.partition(",")
        if comma:
            given = key_of(behind).decode().split()
            prefixes = [part for part in given[1:] if is_surname_prefix(part)]
            given = given[:1]
            surname, partners = [*prefixes, *key_of(before).decode().split()], ""
        else:
            own, partners = _parted_at_dash(name)
            parts = key_of(own).decode().split()
            start = next((i for i, part in enumerate(parts) if i and is_surname_prefix(part)), max(1, len(parts) - 1))
            given, surname = parts[:start], parts[start:]
        if not given or not surname:
            return None
        return cls(first=given[0], surname=" ".join(surname), partners=partners)

    @property
    def surnames(self) -> tuple[str, ...]:
        return (self.surname, self.partners) if self.partners else (self.surname,)

    @property
    def is_common(self) -> bool:
        return is_borne_by_many(self.surname.split()[-1])

    def may_be_in(self, line: bytes) -> bool:
        """Whether a word stands in it that is in every text that names this person. `line`: folded, in lower case."""
        return any(word in line for word in self.last_words)

    @property
    def last_words(self) -> tuple[bytes, ...]:
        """One of them stands in every text that names this person."""
        return tuple(surname.rsplit(" ", 1)[-1].encode() for surname in self.surnames)

    def forms(self) -> Iterator[str]:
        """How others write it: with an initial, the surname first, the prefix behind."""
        for surname in self.surnames:
            core = _core(surname)
            prefix = [part for part in surname.split() if is_surname_prefix(part)]
            behind = " ".join(core)
            for given in (self.first, self.first[0]):
                yield f"{given} {surname}"
                yield f"{surname} {given}"
                if prefix:
                    yield f"{behind} {given} {' '.join(prefix)}"

    def fits(self, text: str) -> bool:
        """Whether `text` names this person: a surname, with the first name or with initials of which the first is this
        person's. The other initials need not be known; a prefix may be short, behind, or, of a surname that few bear, left
        out."""
        parts = key_of(text).decode().split()
        for surname in self.surnames:
            rest = _without(parts, surname)
            if rest is None:
                rest = _without_prefixes(parts, surname)
            if rest is not None and self._is_given(rest):
                return True
        return False

    def is_surname(self, text: str) -> bool:
        """Whether `text` is this surname and nothing but a title: "mevrouw De Vries". Of one that few bear the prefix may be
        left out."""
        parts = key_of(text).decode().split()
        known = self.partners.split()
        for surname in self.surnames:
            rest = _without(parts, surname)
            if rest is None:
                rest = _without_prefixes(parts, surname)
            if rest is not None and all(part in _TITLES or part in known for part in rest):
                return True
        return False

    def is_family(self, text: str) -> bool:
        """Whether `text` names somebody with the same surname."""
        parts = key_of(text).decode().split()
        return any(_without(parts, surname) is not None for surname in self.surnames)

    def _is_given(self, rest: Sequence[str]) -> bool:
        """Whether the first word beside the surname that is given to a person is this person's."""
        for part in rest:
            if part == self.first or (part not in _TITLES and _are_initials(part)):
                return part == self.first or part[0] == self.first[0]
            if len(self.first) == 1 and part.encode() in FIRST_NAMES:
                return part[0] == self.first
            if part.encode() in FIRST_NAMES:
                return False  # somebody else's; another word may be a surname beside it
        return False


def _are_initials(part: str) -> bool:
    is_written_together = len(part) <= _INITIALS and part.encode() not in FIRST_NAMES and not is_surname_prefix(part)
    return len(part) == 1 or is_written_together


def _parted_at_dash(name: str) -> tuple[str, str]:
    """The name up to a dash in its surname, and the words behind it. A dash in a first name parts nothing."""
    first, blank, behind = name.strip().partition(" ")
    own, _, partners = behind.partition("-")
    return f"{first}{blank}{own}", " ".join(key_of(partners).decode().split())


def _core(surname: str) -> list[str]:
    words = surname.split()
    return [part for part in words if not is_surname_prefix(part)] or words


def _without(parts: Sequence[str], surname: str) -> list[str] | None:
    """`parts` without the surname, whose prefix may stand elsewhere; None when it is not in it."""
    rest = list(parts)
    for part in surname.split():
        if part not in rest:
            return None
        rest.remove(part)
    return rest


def _without_prefixes(parts: Sequence[str], surname: str) -> list[str] | None:
    """The same where the prefix is short, or left out of a surname that few bear; None where there is another one."""
    rest = _without(parts, " ".join(_core(surname)))
    if rest is None or len(_core(surname)) == len(surname.split()):
        return None
    at = list(parts).index(_core(surname)[0])
    short = 0
    while short < at and parts[at - short - 1] in _SHORT_PREFIXES and at - short - 1 > 0:
        short += 1
    if not short and is_borne_by_many(surname.split()[-1]):
        return None
    for part in parts[at - short : at]:
        rest.remove(part)
    others = [part for part in rest if len(part) > 1 and is_surname_prefix(part) and part not in surname.split()]
    return None if others else [part for part in rest if part not in surname.split() or len(part) == 1]
