"""The team's status for window, commands and guard: one door to telling, reading and showing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path

from app.actions.access import AccessDenied
from app.actions.team_status.desk import TeamDesk
from app.actions.team_status.reading import Reading
from app.actions.team_status.sending import Sending
from app.actions.team_status.showing import OPEN_FOR, Showing
from app.actions.team_status.telling import Telling
from app.actions.team_status.views import Looks, Readers, RecordPreview, SentRecord
from app.domain.errors import AssistantError, EnvironmentLacking, InputError
from app.domain.events import Value
from app.domain.messages import Message, msg
from app.domain.remote_errors import RemoteConflict
from app.domain.team_board import Reach
from app.domain.team_view import TeamStatus
from app.report import Press
from app.report.team_report import TeamReport

REACH = "team.reach"  # note: who could read this laptop's record when the remote was last asked


class TeamStatusActions:
    """Methods may take seconds (they ask the remote), unless said otherwise: never on the window's thread.

    `titles`: those of the rules by id, in a language."""

    def __init__(self, desk: TeamDesk, press: Press, titles: Callable[[str], Mapping[str, str]]) -> None:
        self._desk = desk
        self._press = press
        self._titles = titles
        self._sending = Sending(desk)
        self._reading = Reading(desk)
        self._showing = Showing(desk, self._sending.draft)
        self._telling = Telling(desk, self._sending)

    def status(self, *, refresh: bool = True) -> TeamStatus:
        """The team as far as this person may see it. `refresh` False: what this laptop knows already, without the remote.
        A remote that cannot be reached is a notice, never an error."""
        whole = self._desk.may_see_all
        notices: list[Message] = [] if whole else [msg("team.own-only")]
        if refresh and not whole:
            self._note_denied("team-status")
        troubles = self._refresh(whole=whole) if refresh else []
        stood = self._showing.remember() if refresh and whole else None
        notices += [*troubles, *self._standing_notices(ask=refresh and not troubles)]
        status = self._showing.show(whole=whole, notices=tuple(notices), stood=stood)
        if refresh and whole:
            self._showing.note_look(sum(not row.is_own for row in status.items))
        return status

    def preview(self) -> RecordPreview:
        """The record as it would be sent now."""
        return self._telling.preview()

    def publish(self) -> SentRecord | None:
        """Send the record now, because a person asked. None: sharing is off, or the team knows all of it already.
        Raises EnvironmentLacking, RemoteConflict."""
        if not self._desk.is_shared or not (self._sending.has_news() or self._is_missing()):
            return None
        self._sending.send()
        return self._telling.what_was_sent()[0]

    def publish_if_due(self, now: datetime) -> bool:
        """For the guard; whether it was sent. Raises EnvironmentLacking, RemoteConflict."""
        if not self._desk.is_shared or not self._sending.is_due(now):
            return False
        self._sending.send()
        return True

    def report(self, target: Path, start: date | None = None, end: date | None = None) -> TeamReport:
        """Write the report (.pdf, .csv, .json) of a period, by default of the last 90 days. Raises InputError."""
        last = end or self._desk.today()
        first = start or last - OPEN_FOR
        if first > last:
            raise InputError(msg("team.report-period"))
        if not self._desk.may_see_all:
            self._note_denied("team-report")
            raise AccessDenied(msg("access.not-your-role"))
        status = self.status()
        report = TeamReport(
            firm=self._desk.settings.text("own.firm"),
            as_of=status.as_of or status.now,
            start=first,
            end=last,
            laptops=status.items,
            coverage=status.coverage,
            history=self._showing.history(first, last),
            titles=self._titles(self._press.language),
        )
        self._press.write_team_report(report, target)
        with self._desk.office.change() as work:
            data: dict[str, Value] = {"first_day": first.isoformat(), "last_day": last.isoformat()}
            data["laptops"] = len(report.laptops)
            work.note("team.reported", self._desk.device, data=data)
        return report

    def what_was_sent(self) -> tuple[SentRecord, ...]:
        """What this laptop sent, latest first, at most 90 days back. Asks no remote."""
        return self._telling.what_was_sent()

    def who_can_read(self) -> Readers:
        return self._telling.who_can_read()

    def who_looked(self) -> Looks:
        """Asks no remote: what the leads' own records told when they were last read."""
        return self._telling.who_looked()

    def shows_others(self) -> bool:
        """For doctor: whether this laptop can read the record of another one, tried for real."""
        return self._desk.board().shows_others(self._desk.device)

    # -- parts --------------------------------------------------------------------------------------------------------

    def _refresh(self, *, whole: bool) -> list[Message]:
        """Read what changed, then tell what is new here: in this order, so that what was tampered with is seen."""
        notices: list[Message] = []
        try:
            if whole:
                self._reading.everything()
            else:
                self._reading.own()
            if self._desk.is_shared and self._sending.has_news():
                self._sending.send()
        except RemoteConflict:
            notices.append(msg("team.send-conflict"))
        except EnvironmentLacking as error:
            notices.append(msg("team.not-reached", why=error.message))
        except AssistantError as error:
            notices.append(msg("team.not-read", why=error.message))
        return notices

    def _standing_notices(self, *, ask: bool) -> list[Message]:
        """`ask` False: who can read it, as it was when the remote was last asked."""
        if not self._desk.is_shared:
            return [msg("team.readers-off")]
        reach = self._reach() if ask else self._known_reach()
        notices = [msg("team.readers-site")] if reach is Reach.SITE else []
        if reach is not Reach.NOBODY and self._desk.consent_day() is None:
            notices.append(self._desk.no_consent())
        return notices

    def _reach(self) -> Reach:
        reach = self._telling.who_can_read().reach
        if reach is not self._known_reach():
            with self._desk.office.change() as work:
                work.session.notes.set(REACH, reach.value)
        return reach

    def _known_reach(self) -> Reach | None:
        with self._desk.office.look() as session:
            noted = session.notes.get(REACH)
        return None if noted is None else Reach(noted)

    def _is_missing(self) -> bool:
        """Whether something else stands at the board than what was sent last."""
        with self._desk.office.look() as session:
            sent = session.team_records.last_posted()
        there = self._desk.board().own(self._desk.device)
        return there is None or sent is None or there.content != sent.record.encode()

    def _note_denied(self, command: str) -> None:
        with self._desk.office.change() as work:
            role = self._desk.team.role.value
            work.note("access.denied", self._desk.device, outcome="refused", data={"command": command, "role": role})
