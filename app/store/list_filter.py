"""Which live copies a list shows, as a condition on the columns that its indexes hold."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, NamedTuple

from app.domain.vault_list import GoesBetween, RowState, VaultQuery
from app.store.copies import LIVE
from app.store.register import folded
from app.store.values import Cell, pack_moment, pack_text

MOST_TEXT = 1000  # characters; SQLite refuses patterns that are longer than a few times this
_NOTHING: Final = ("FALSE", ())


class ProjectName(NamedTuple):
    """What a list says of a project: its code, and the name of its client."""

    id: str
    code: str
    client: str


class Condition(NamedTuple):
    sql: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFilter:
    """`copies`: the condition on live copies, or None for all. `waiting`: whether a waiting file is shown, by its name, its
    project's id and its client's name; None for none."""

    copies: Condition | None
    waiting: Callable[[str, str | None, str], bool] | None


def list_filter(
    query: VaultQuery, projects: Mapping[str, ProjectName], now: datetime, *, time_trusted: bool
) -> ListFilter:
    text = query.text.strip()
    named = frozenset(project.id for project in projects.values() if _is_named(project, text))
    parts = [
        *([] if query.project is None else [Condition("project_id = ?", (query.project,))]),
        *([] if query.states is None else [_in_states(query.states, now, time_trusted=time_trusted)]),
        *([] if query.goes is None else [_goes(query.goes)]),
        *([] if not text or len(named) == len(projects) else [_with_text(text, named)]),
    ]
    whole = Condition(" AND ".join(f"({p.sql})" for p in parts), tuple(cell for p in parts for cell in p.cells))

    def is_shown(name: str, project_id: str | None, client: str) -> bool:
        return (query.project is None or project_id == query.project) and (
            not text or project_id in named or _contains(name, text) or folded(text) in folded(client)
        )

    shows_waiting = query.goes is None and (query.states is None or RowState.WAITING in query.states)
    return ListFilter(copies=whole if parts else None, waiting=is_shown if shows_waiting else None)


def _is_named(project: ProjectName, text: str) -> bool:
    return folded(text) in folded(project.code) or folded(text) in folded(project.client)


def _contains(name: str, text: str) -> bool:
    return unicodedata.normalize("NFC", text).casefold() in unicodedata.normalize("NFC", name).casefold()


def _in_states(states: Collection[RowState], now: datetime, *, time_trusted: bool) -> Condition:
    """As `shown_state` has it: what is kept or checked out is shown as late once its moment has come."""
    late = RowState.OVERDUE if time_trusted else RowState.WAITING_FOR_TIME
    moment = pack_moment(now)
    parts = [
        Condition("state = ? AND (due_at IS NULL OR due_at > ?)", (state.value, moment))
        for state in (RowState.KEPT, RowState.CHECKED_OUT)
        if state in states
    ]
    if late in states:
        parts.append(Condition("state IN ('kept', 'checked-out') AND due_at <= ?", (moment,)))
    parts += [Condition("state = ?", (state.value,)) for state in (RowState.BLOCKED, RowState.ASKED) if state in states]
    return _any(parts)


def _goes(goes: GoesBetween) -> Condition:
    """What falls due then and is not planned before, and what is planned then and not due before. Looked up in an index of
    its own, for those of the lists do not hold the plan."""
    end, due_end = pack_moment(goes.end), pack_moment(goes.end + goes.margin)
    due, planned = "due_at < ?", "planned_at < ?"
    cells: tuple[Cell, ...] = (due_end, end)
    if goes.start is not None:
        start, due_start = pack_moment(goes.start), pack_moment(goes.start + goes.margin)
        due += " AND due_at >= ? AND (planned_at IS NULL OR planned_at >= ?)"
        planned += " AND planned_at >= ? AND (due_at IS NULL OR due_at >= ?)"
        cells = (due_end, due_start, start, end, start, due_start)
    where = f"{LIVE} AND (({due}) OR ({planned}))"
    return Condition(f"rowid IN (SELECT rowid FROM copies INDEXED BY copies_live_alike WHERE {where})", cells)


def _with_text(text: str, named: Collection[str]) -> Condition:
    """Either the name has the text, or project or client do."""
    of_projects = Condition(f"project_id IN ({', '.join('?' * len(named))})", tuple(sorted(named)))
    return _any([_named(text), *([of_projects] if named else [])])


def _named(text: str) -> Condition:
    """The name has `text` in it, with its accents written in one sign or in two."""
    if len(text) > MOST_TEXT or "\0" in text:
        return Condition(*_NOTHING)
    return _any([_named_as(form) for form in dict.fromkeys((_composed(text), _decomposed(text)))])


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _named_as(text: str) -> Condition:
    # LIKE is three times as quick as GLOB, but knows upper and lower case of ASCII alone: it goes first.
    like = Condition("name LIKE ? ESCAPE '\\'", (pack_text(f"%{''.join(map(_like, text))}%"),))
    if text.isascii():
        return like
    return Condition(f"{like.sql} AND name GLOB ?", (*like.cells, pack_text(f"*{''.join(map(_glob, text))}*")))


def _like(character: str) -> str:
    if not character.isascii():
        return "_"
    return f"\\{character}" if character in "\\%_" else character


def _glob(character: str) -> str:
    """A class of the character in upper and lower case, or what stands for the character itself."""
    cases = {case for case in (character, character.lower(), character.upper()) if len(case) == 1}
    return f"[{''.join(sorted(cases))}]" if len(cases) > 1 or character in "*?[" else character


def _any(parts: Collection[Condition]) -> Condition:
    if not parts:
        return Condition(*_NOTHING)
    return Condition(" OR ".join(f"({p.sql})" for p in parts), tuple(cell for p in parts for cell in p.cells))
