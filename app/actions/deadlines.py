"""Brings a change of project, agreement or client terms to the copies that exist. Source: VR-P4, design: Deadline."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from app.actions.office import Work
from app.domain.agreement import Agreement
from app.domain.client import ClientTerms
from app.domain.copy import AskedWhy, CopyState, OutsideCopy
from app.domain.deadline import Deadline, Trigger, deadline, earliest, lies_in_the_past
from app.domain.project import Project, retention_until

BEFORE_CLOSING = "before-closing."  # note by project: the ends its copies had before it was closed
Rule = Callable[[OutsideCopy, Deadline | None], Deadline | None]


def refresh_project(work: Work, project: Project, rule: Rule | None = None) -> tuple[OutsideCopy, ...]:
    """Set `due_at` of all live copies of `project`; returns those that changed. Without `rule` an end only moves earlier."""
    terms = terms_of(work, project)
    agreements = {a.id: a for a in work.session.agreements.of_project(project.id)}
    changed: list[OutsideCopy] = []
    before: dict[str, list[str] | None] = {}
    for copy in work.session.copies.of_project(project.id):
        agreement = agreements.get(copy.agreement_id)
        if not copy.is_live or agreement is None:
            continue
        new = refresh_copy(work, copy, deadline(agreement, project, terms), rule or _only_earlier)
        if new is not None:
            changed.append(new)
            if new.trigger is Trigger.PROJECT_CLOSED:
                before[copy.id] = _noted(copy)
    if before and project.closed_at is not None:
        _note_before(work, project, before)
    return tuple(changed)


def refresh_retention(work: Work, project: Project, terms: ClientTerms) -> None:
    """Records of a closed project are kept for the longer of what is set and what the client asks (VT-T3)."""
    if project.closed_at is None:
        return
    until = retention_until(project.closed_at, terms)
    if project.retention_until is None or project.retention_until < until:
        work.session.projects.update(replace(project, retention_until=until))


def refresh_agreement(work: Work, agreement: Agreement) -> tuple[OutsideCopy, ...]:
    project = work.session.projects.get(agreement.project_id)
    end = deadline(agreement, project, terms_of(work, project))
    copies = [copy for copy in work.session.copies.of_agreement(agreement.id) if copy.is_live]
    changed = [refresh_copy(work, copy, end, _only_earlier) for copy in copies]
    return tuple(copy for copy in changed if copy is not None)


def _note_before(work: Work, project: Project, ends: dict[str, list[str] | None]) -> None:
    """What copies had before this closing, should it be taken back; the first word on each counts."""
    closing = stamp(project.closing_known_at)
    noted = work.session.notes.get(BEFORE_CLOSING + project.id) or {}
    first = noted.get("ends", {}) if noted.get("closing") == closing else {}
    work.session.notes.set(BEFORE_CLOSING + project.id, {"closing": closing, "ends": ends | first})


def take_back_closing(work: Work, project: Project, known_at: datetime | None) -> tuple[OutsideCopy, ...]:
    """After a reopening within 24 h: copies get back what they had before the closing, or what set an earlier end since.

    `project` is the reopened one; `known_at`: when the closing was recorded. Ends of an earlier closing that stood stay.
    """
    noted = work.session.notes.get(BEFORE_CLOSING + project.id) or {}
    before = noted.get("ends", {}) if noted.get("closing") == stamp(known_at) else {}

    def rule(copy: OutsideCopy, end: Deadline | None) -> Deadline | None:
        if copy.id in before:
            return earliest(_end_of(before[copy.id]), end)
        is_new = known_at is not None and copy.created_at >= known_at
        return end if is_new and copy.trigger is Trigger.PROJECT_CLOSED else _only_earlier(copy, end)

    return refresh_project(work, project, rule)


def _noted(copy: OutsideCopy) -> list[str] | None:
    return None if copy.due_at is None or copy.trigger is None else [copy.due_at.isoformat(), copy.trigger.value]


def _end_of(noted: list[str] | None) -> Deadline | None:
    return None if noted is None else Deadline(datetime.fromisoformat(noted[0]), Trigger(noted[1]))


def refresh_copy(work: Work, copy: OutsideCopy, end: Deadline | None, rule: Rule) -> OutsideCopy | None:
    """Store what `rule` makes of the known and the new end; None when nothing changed."""
    kept = rule(copy, end)
    due_at, trigger = (kept.due_at, kept.trigger) if kept else (None, None)
    if due_at == copy.due_at:
        return None
    changed = replace(copy, due_at=due_at, trigger=trigger, planned_at=_plan_within(copy, due_at))
    changed = _ask_or_not(work, changed)
    work.session.copies.update(changed)
    work.note(
        "copy.due-set",
        copy.id,
        project=copy.project_id,
        data={"due_at": stamp(due_at), "trigger": trigger.value if trigger else None},
    )
    return changed


def terms_of(work: Work, project: Project) -> ClientTerms:
    return work.session.clients.get(project.client_id).terms


def stamp(moment: datetime | None) -> str | None:
    """A moment as the journal carries it."""
    return None if moment is None else moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _only_earlier(copy: OutsideCopy, end: Deadline | None) -> Deadline | None:
    known = Deadline(copy.due_at, copy.trigger) if copy.due_at is not None and copy.trigger is not None else None
    return earliest(known, end)


def _plan_within(copy: OutsideCopy, due_at: datetime | None) -> datetime | None:
    """A plan is only ever earlier than the deadline; one that the deadline overtook is dropped."""
    overtaken = copy.planned_at is not None and due_at is not None and copy.planned_at > due_at
    return None if overtaken else copy.planned_at


def _ask_or_not(work: Work, copy: OutsideCopy) -> OutsideCopy:
    """A deadline that already lies in the past when its date is entered waits for one confirmation or 24 h."""
    if copy.due_at is None or not lies_in_the_past(copy.due_at, work.now):
        if copy.asked_why is AskedWhy.PAST_DEADLINE:
            state = CopyState.KEPT if copy.state is CopyState.ASKED else copy.state
            return replace(copy, state=state, asked_why=None, asked_at=None)
        return copy
    if copy.asked_why is not None:
        return copy
    work.note("copy.asked", copy.id, project=copy.project_id, data={"why": AskedWhy.PAST_DEADLINE.value})
    # A checked-out copy stays shown as such; the question goes with it.
    shown = CopyState.ASKED if copy.state is CopyState.KEPT else copy.state
    return replace(copy, state=shown, asked_why=AskedWhy.PAST_DEADLINE, asked_at=work.now)
