"""This laptop's compliance, rule by rule. A rule that was not looked at is unknown; what is not built is planned."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.actions.alive import alive_at
from app.actions.intake import DRIVE_NOTE
from app.actions.office import Office
from app.actions.status_rules import RULES, Picture, narrowed
from app.domain.card import CardState
from app.domain.finding import FindingState
from app.domain.messages import Message, msg
from app.domain.moments import ClockJudgement, ClockState
from app.domain.ports import KeySource
from app.domain.rules import RuleState, RuleStatus, worst


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    state: RuleState
    clock: ClockJudgement
    next_deadline: datetime | None
    rules: tuple[RuleStatus, ...]
    notices: tuple[Message, ...]


class StatusActions:
    """`requirements`: all ids of the procedure, in order. `policy_problems`: what of IT's policy does not count, and why."""

    def __init__(
        self,
        office: Office,
        requirements: Sequence[str],
        key_source: KeySource,
        policy_problems: Sequence[Message] = (),
    ) -> None:
        self._office = office
        self._requirements = tuple(requirements)
        self._key_source = key_source
        self._policy_problems = tuple(policy_problems)

    def status(self) -> Status:
        judgement = self._office.clock.judgement()
        picture = self._picture(judgement)
        rules = tuple(self._rule(id_, picture) for id_ in self._requirements)
        notices = self._notices(judgement)
        states = [rule.state for rule in rules] + [RuleState.ATTENTION] * bool(notices)
        offers = self._offers(picture)
        due = [copy.due_at for copy in picture.live if copy.due_at is not None]
        return Status(
            state=worst([state for state in states if state is not RuleState.PLANNED]),
            clock=judgement,
            next_deadline=min(due, default=None),
            rules=rules,
            notices=(*notices, *offers),
        )

    def of_client(self, client_id: str) -> Mapping[str, RuleStatus]:
        """The rules by id as far as they concern one client: what is said to it must not speak of others."""
        picture = narrowed(self._picture(self._office.clock.judgement()), client_id)
        return {id_: self._rule(id_, picture) for id_ in self._requirements}

    def _picture(self, judgement: ClockJudgement) -> Picture:
        with self._office.look() as session:
            return Picture(
                now=judgement.now,
                trusted=judgement.state is ClockState.TRUSTED,
                clients=tuple(session.clients.all()),
                projects={project.id: project for project in session.projects.all()},
                agreements={agreement.id: agreement for agreement in session.agreements.all()},
                copies=tuple(session.copies.groups()),
                findings=(*session.findings.all(FindingState.OPEN), *session.findings.all(FindingState.WAITING)),
                folders=tuple(session.folders.all()),
                folder_states={
                    key.removeprefix("folder."): session.notes.get(key) or ""
                    for key in session.notes.listing("folder.")
                },
                guards_alive_at=alive_at(session),
                refused_cards=sum(card.state is CardState.REFUSED for card in session.cards.all()),
            )

    def _rule(self, id_: str, picture: Picture) -> RuleStatus:
        check = RULES.get(id_)
        if check is None:
            return RuleStatus(id=id_, state=RuleState.PLANNED, sentence=msg("rule.planned"))
        state, sentence, count, since = check(picture)
        return RuleStatus(id=id_, state=state, sentence=sentence, count=count, since=since)

    def _offers(self, picture: Picture) -> tuple[Message, ...]:
        """Removable drives that are there and not watched: offered, no reason for attention."""
        watched = {folder.path for folder in picture.folders}
        with self._office.look() as session:
            seen = [key.removeprefix(DRIVE_NOTE) for key in session.notes.listing(DRIVE_NOTE)]
        there = [path for path in seen if path not in watched and os.path.ismount(path)]
        return tuple(msg("status.drive", path=path) for path in there)

    def _notices(self, judgement: ClockJudgement) -> tuple[Message, ...]:
        notices = []
        if judgement.state is ClockState.SUSPECT:
            notices.append(msg("status.clock-suspect"))
        if self._key_source is KeySource.KEY_FILE:
            notices.append(msg("status.key-file"))
        if self._policy_problems:
            notices.append(msg("doctor.policy-broken", problems=self._policy_problems))
        return tuple(notices)
