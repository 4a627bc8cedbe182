"""What is the consultant's own: addresses of the firm's domains, own accounts, the own name in its usual forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from app.detect.content.folding import fold
from app.detect.content.text.piece import Hit
from app.detect.judging.register import Register

_PLACES: Final = 100  # of a name in one piece of text: more say no more
# Initials and given names before a surname, or behind it as registers and banks write them.
_GIVEN_BEFORE: Final = re.compile(rb"(?:[A-Za-z][A-Za-z.'-]*[ ]){1,5}\Z")
_GIVEN_BEHIND: Final = re.compile(rb",?(?: [A-Z][A-Za-z.'-]*){1,3}")
_REACH: Final = 60  # bytes


class OwnValues:
    """Answers for one register."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._mail = register.own.mail.strip().lower().encode("utf-8")
        self._ibans = {iban.encode("utf-8", "replace") for iban in register.own_ibans}
        self.name = b" ".join(fold(register.own.name).lower().split())
        self._words = [word for word in self.name.replace(b".", b" ").split() if len(word) > 1]
        person = register.own_person
        self._last_words = person.last_words if person is not None else ()
        self._domains: dict[bytes, bool] = {}

    def has(self, hit: Hit) -> bool:
        if hit.kind == "email":
            return self._is_address(hit.value)
        if hit.kind == "iban":
            return hit.value in self._ibans
        return hit.kind == "name" and self.is_name(hit.value)

    def is_name(self, value: bytes) -> bool:
        """`Robin de Adviseur`, `R. de Adviseur`, `de Adviseur`, `Adviseur, R.`, `Robin`; not `Anna de Adviseur`."""
        if not self._words:
            return False
        words = value.replace(b".", b" ").replace(b",", b" ").split()
        person = self._register.own_person
        if person is None or not any(word in value for word in self._last_words):
            return words == [self._words[0]]
        text = value.decode("utf-8", "replace")
        return person.is_surname(text) or person.fits(text) or self._words[0] in words

    def places_of_name(self, folded: bytes) -> list[tuple[int, int]]:
        """Where the whole name stands, in any case: it may be in no list."""
        if len(self._words) < 2:
            return []
        lower = folded.lower()
        found: list[tuple[int, int]] = []
        at = lower.find(self.name)
        while at >= 0 and len(found) < _PLACES:
            end = at + len(self.name)
            if not (lower[at - 1 : at].isalnum() or lower[end : end + 1].isalnum()):
                found.append((at, end))
            at = lower.find(self.name, end)
        return found or list(self._other_forms(folded, lower))

    def _other_forms(self, folded: bytes, lower: bytes) -> Iterator[tuple[int, int]]:
        """`W J Adviseur`, `ADVISEUR RJ`, `Adviseur Robin Maria`: on a statement, a passport, a list."""
        person = self._register.own_person
        for last in self._last_words if person is not None else ():
            at = lower.find(last)
            for _ in range(_PLACES):
                if at < 0 or person is None:
                    break
                end = at + len(last)
                before = _GIVEN_BEFORE.search(folded, max(0, at - _REACH), at)
                behind = _GIVEN_BEHIND.match(folded, end, end + _REACH)
                spans = ((before.start() if before else at, end), (at, behind.end() if behind else end))
                if not (lower[at - 1 : at].isalnum() or lower[end : end + 1].isalnum()):
                    yield from (
                        span
                        for span in spans
                        if span != (at, end) and person.fits(folded[slice(*span)].decode("utf-8", "replace"))
                    )
                at = lower.find(last, end)

    def _is_address(self, address: bytes) -> bool:
        if address == self._mail:
            return True
        domain = address.rpartition(b"@")[2]
        known = self._domains.get(domain)
        if known is None:
            known = self._domains[domain] = self._register.is_own_domain(domain.decode("ascii", "replace"))
        return known
