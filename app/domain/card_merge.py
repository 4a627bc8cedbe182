"""How what laptops tell each other becomes one state: joins that give the same in any order and however often repeated.

The earliest end wins, terms become the stricter of both, lists are united, removed is a state. Only names and codes follow
the highest version.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from app.domain.agreement import Agreement
from app.domain.card import Card
from app.domain.card_body import MembersBody, body_of, members_of
from app.domain.client import SHARED_LISTS, Client, ClientTerms, Revision, contact_mark, revisions_of
from app.domain.project import Member, Project, takes_back

_NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """A closing: the moment it counts from, and when it was entered (later, when it was entered afterwards)."""

    closed_at: datetime
    entered_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Stood:
    """A closing that was reopened too late to be taken back: what existed by then keeps its end."""

    closed_at: datetime
    reopened_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectEnds:
    """`closed_at`: the closing in force (None: active), `entered_at`: when the first closing in force was entered; `stood`:
    earlier ones that still bind older copies."""

    closed_at: datetime | None
    stood: tuple[Stood, ...] = ()
    entered_at: datetime | None = None


def ends_of(closings: Iterable[Closed], reopenings: Iterable[datetime]) -> ProjectEnds:
    """What all known closings and reopenings of a project come to, in whatever order they arrive.

    A reopening ends the closings entered before it: it takes back those of the last 24 h, and leaves the others binding for
    what existed by then. Source: design, Deadline.
    """
    reopened = sorted(set(reopenings))
    in_force: list[Closed] = []
    stood: set[tuple[datetime, datetime]] = set()
    for closing in closings:
        later = [moment for moment in reopened if moment >= closing.entered_at]
        if not later:
            in_force.append(closing)
        elif not takes_back(closing.closed_at, later[0]):
            stood.add((closing.closed_at, later[0]))
    return ProjectEnds(
        closed_at=min((closing.closed_at for closing in in_force), default=None),
        entered_at=min((closing.entered_at for closing in in_force), default=None),
        stood=tuple(Stood(closed_at=closed_at, reopened_at=moment) for closed_at, moment in sorted(stood)),
    )


def is_taken_back(closing: Closed, reopenings: Iterable[datetime]) -> bool:
    later = [moment for moment in reopenings if moment >= closing.entered_at]
    return bool(later) and takes_back(closing.closed_at, min(later))


def earlier(one: datetime | None, other: datetime | None) -> datetime | None:
    """The earlier end; None is no end."""
    return min((moment for moment in (one, other) if moment is not None), default=None)


def stricter_terms(ours: ClientTerms, theirs: ClientTerms) -> ClientTerms:
    """The stricter of both in each point; records are kept for the longer of both. The source follows what was given."""
    return ClientTerms(
        erasure=_least(ours.erasure, theirs.erasure),
        decision=_least(ours.decision, theirs.decision),
        retention_years=_most(ours.retention_years, theirs.retention_years),
        hashed_names=ours.hashed_names or theirs.hashed_names,
        source=ours.source or theirs.source,
    )


def merge_client(known: Client, told: Client, *, newer: bool) -> Client:
    """All that either of them knows, but what a person removed; `newer`: whether `told` has the last word on names."""
    name = told.name if newer else known.name
    revisions = _latest(known.revisions, told.revisions)
    removed = {(revision.what, revision.value) for revision in revisions if revision.is_removed}
    lists: dict[str, Any] = {
        what: tuple(v for v in _united(getattr(known, what), getattr(told, what)) if (what, v) not in removed)
        for what in SHARED_LISTS
    }
    others = tuple(text for text in (known.name, told.name) if ("variants", text) not in removed)
    lists["variants"] = tuple(text for text in _united(lists["variants"], others) if text != name)
    contacts = {contact.mail: contact for contact in (*known.contacts, *told.contacts)}
    if not newer:
        contacts |= {contact.mail: contact for contact in known.contacts}
    kept = tuple(contact for contact in contacts.values() if ("contacts", contact_mark(contact.mail)) not in removed)
    terms = stricter_terms(known.terms, told.terms)
    return replace(known, name=name, contacts=kept, terms=terms, revisions=revisions, **lists)


def _latest(ours: tuple[Revision, ...], theirs: tuple[Revision, ...]) -> tuple[Revision, ...]:
    times: dict[tuple[str, str], int] = {}
    for revision in (*ours, *theirs):
        key = (revision.what, revision.value)
        times[key] = max(revision.times, times.get(key, 0))
    return revisions_of(times)


def merge_project(known: Project, code: str, principal: str | None, goals: Iterable[str], *, newer: bool) -> Project:
    """Code and principal follow the newest; goals are added; the client stays (another client has other terms)."""
    return replace(
        known,
        code=code if newer else known.code,
        principal=(principal or known.principal) if newer else (known.principal or principal),
        goals=_united(known.goals, tuple(goals)),
    )


def merge_agreement(known: Agreement, told: Agreement) -> Agreement:
    """An agreement does not change: its end may come earlier and a hold may end; longer takes a new agreement."""
    return replace(known, valid_until=earlier(known.valid_until, told.valid_until), hold=known.hold and told.hold)


def fold_members(cards: Iterable[Card]) -> tuple[Member, ...]:
    """The need-to-know list that all accepted member cards of a project come to. Each person follows the highest version
    that names them; of two versions made at the same time the earlier end counts. Nobody vanishes: removed is a state."""
    told: dict[str, tuple[tuple[int, timedelta, datetime, str], Member]] = {}
    for card in cards:
        for member in members_of(body_of(card, MembersBody)):
            # Ordered so that the greatest is the newest, and among equals the one that ends first.
            rank = (card.version, _NEVER - (member.until or _NEVER), card.at, card.id)
            known = told.get(member.mail)
            if known is None or rank > known[0]:
                told[member.mail] = (rank, member)
    return tuple(told[mail][1] for mail in sorted(told))


def code_told(known_code: str, told_code: str) -> bool:
    """Whether a project carries the code of its card, perhaps with the number that told two projects apart here."""
    return known_code == told_code or re.fullmatch(re.escape(told_code) + r" \(\d+\)", known_code) is not None


def free_code(code: str, taken: Callable[[str], bool]) -> str:
    """`code`, or with the first number that tells it apart: two clients may use the same code for different work."""
    candidates = itertools.chain((code,), (f"{code} ({number})" for number in itertools.count(2)))
    return next(candidate for candidate in candidates if not taken(candidate))


def _united(ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*ours, *theirs)))


def _least(one: timedelta | None, other: timedelta | None) -> timedelta | None:
    return min((term for term in (one, other) if term is not None), default=None)


def _most(one: int | None, other: int | None) -> int | None:
    return max((term for term in (one, other) if term is not None), default=None)
