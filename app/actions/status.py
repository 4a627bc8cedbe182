"""This laptop's compliance, rule by rule. A rule that was not looked at is unknown; what is not built is planned."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from app.actions.alive import alive_at
from app.actions.documents.seen import documents_seen
from app.actions.folder_rows import drives_offered
from app.actions.health_seen import HealthStandards, health_seen
from app.actions.locking import is_on_the_road, seen_in
from app.actions.office import Office
from app.actions.pause import paused_until
from app.actions.picture import SOON, Picture, narrowed
from app.actions.status_rules import RULES
from app.actions.team_seen import TeamTerms, team_seen
from app.actions.working_files import counted
from app.domain.messages import Message, msg
from app.domain.moments import ClockJudgement
from app.domain.ports import KeySource
from app.domain.rules import RuleState, RuleStatus, worst
from app.domain.sign_in import SignInSeen
from app.domain.storage_place import StoragePlace


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    state: RuleState
    clock: ClockJudgement
    next_deadline: datetime | None
    rules: tuple[RuleStatus, ...]
    notices: tuple[Message, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the settings tell: the stores in use, the person's own address, and what holds for the team's status.
    `documents_only_here`: they are filed in a folder of this laptop alone."""

    storage: tuple[StoragePlace, ...] = ()
    own_mail: str = ""
    documents_only_here: bool = False
    team: TeamTerms = field(default_factory=TeamTerms)


class StatusActions:
    """`requirements`: all ids of the procedure, in order. `policy_problems`: what of IT's policy does not count, and why.
    `standards`: what the device's protection is judged by. `sign_in`: how it stands with Microsoft 365.
    `surroundings`: where stores stand, and who the person is."""

    def __init__(
        self,
        office: Office,
        requirements: Sequence[str],
        key_source: KeySource,
        policy_problems: Sequence[Message] = (),
        standards: Callable[[], HealthStandards] = HealthStandards,
        sign_in: Callable[[], SignInSeen] = SignInSeen,
        surroundings: Callable[[], Surroundings] = lambda: Surroundings(),
    ) -> None:
        self._surroundings = surroundings
        self._office = office
        self._requirements = tuple(requirements)
        self._key_source = key_source
        self._policy_problems = tuple(policy_problems)
        self._standards = standards
        self._sign_in = sign_in

    def status(self, picture: Picture | None = None) -> Status:
        """`picture`: one that was taken already."""
        picture = picture or self.picture()
        rules = tuple(_rule(id_, picture) for id_ in self._requirements)
        notices = _notices(picture)
        states = [rule.state for rule in rules] + [RuleState.ATTENTION] * bool(notices)
        offers = tuple(msg("status.drive", path=path) for path in picture.drives)
        return Status(
            state=worst([state for state in states if state is not RuleState.PLANNED]),
            clock=picture.clock,
            next_deadline=min((group.due_at for group in picture.copies if group.due_at is not None), default=None),
            rules=rules,
            notices=(*notices, *offers),
        )

    def of_client(self, client_id: str) -> Mapping[str, RuleStatus]:
        """The rules by id as far as they concern one client: what is said to it must not speak of others."""
        picture = narrowed(self.picture(), client_id)
        return {id_: _rule(id_, picture) for id_ in self._requirements}

    def picture(self, edges: Callable[[datetime], Iterable[datetime]] = lambda now: ()) -> Picture:
        """One snapshot of all that the rules look at. `edges(now)`: moments at which deadlines are to be counted apart."""
        clock = self._office.clock.judgement()
        standards, sign_in, around = self._standards(), self._sign_in(), self._surroundings()
        with self._office.look() as session:
            folders = tuple(session.folders.all())
            return Picture(
                clock=clock,
                clients=tuple(session.clients.all()),
                projects={project.id: project for project in session.projects.all()},
                agreements={agreement.id: agreement for agreement in session.agreements.all()},
                copies=tuple(session.copies.standing([clock.now, clock.now + SOON, *edges(clock.now)])),
                wanting=tuple(session.copies.wanting(clock.now)),
                findings=tuple(session.findings.standing(clock.now)),
                unreceived=tuple(session.certificates.unreceived()),
                folders=folders,
                folder_states={
                    key.removeprefix("folder."): state or "" for key, state in session.notes.listing("folder.").items()
                },
                guards_alive_at=alive_at(session),
                refused_cards=session.cards.count_refused(),
                paused_until=paused_until(session, clock.now),
                on_the_road=is_on_the_road(session),
                lock_seen=seen_in(session),
                drives=drives_offered(session, folders),
                key_source=self._key_source,
                policy_problems=self._policy_problems,
                health=health_seen(session, clock.now, standards),
                working=counted(session),
                documents=documents_seen(session, only_here=around.documents_only_here),
                record_decisions={decision.id: decision for decision in session.record_decisions.all()},
                place_looks={look.id: look for look in session.place_looks.all()},
                storage=around.storage,
                own_mail=around.own_mail,
                followed=session.cloud_copies.followed_by_agreement(),
                sign_in=sign_in,
                team=team_seen(session, around.team),
            )


def _rule(id_: str, picture: Picture) -> RuleStatus:
    check = RULES.get(id_)
    if check is None:
        return RuleStatus(id=id_, state=RuleState.PLANNED, sentence=msg("rule.planned"))
    state, sentence, number, since = check(picture)
    return RuleStatus(id=id_, state=state, sentence=sentence, count=number, since=since)


def _notices(picture: Picture) -> tuple[Message, ...]:
    notices = []
    if not picture.trusted:
        notices.append(msg("status.clock-suspect"))
    if picture.key_source is KeySource.KEY_FILE:
        notices.append(msg("status.key-file"))
    if picture.policy_problems:
        notices.append(msg("doctor.policy-broken", problems=picture.policy_problems))
    if picture.sign_in.is_test_server:
        notices.append(msg("office365.test-server"))
    return tuple(notices)
