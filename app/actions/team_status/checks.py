"""What doctor tells of the team's status: tried for real with this person's own rights. Source: VT-C4, VT-B4."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from app.actions.checks import Check, CheckState
from app.actions.settings import SettingsActions
from app.actions.team import TeamActions
from app.actions.team_seen import day_of
from app.actions.team_status.desk import is_lead
from app.domain.card import Role
from app.domain.errors import EnvironmentLacking
from app.domain.messages import msg
from app.domain.remote_ports import SignedIn
from app.domain.team_board import Reach, StatusBoard

TEAM_CHECKS: Final = ("team-status", "team-consent")


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamSurface:
    settings: SettingsActions
    team: TeamActions
    board: Callable[[], StatusBoard]
    account: Callable[[], SignedIn | None]

    @property
    def is_shared(self) -> bool:
        return self.settings.text("team.status") == "on"


def team_checks(surface: TeamSurface) -> Mapping[str, Callable[[str], Check]]:
    """By id, in the order of TEAM_CHECKS."""
    return {"team-status": lambda id_: _who_reads(id_, surface), "team-consent": lambda id_: _consent(id_, surface)}


def _who_reads(id_: str, surface: TeamSurface) -> Check:
    """Whether a colleague's record can be read from here. Where only leads may, one who is none must not be able to."""
    if not surface.is_shared:
        return Check(id=id_, state=CheckState.OK, sentence=msg("team.readers-off"))
    board = surface.board()
    try:
        shows_others = board.shows_others(surface.team.device)  # asked first: then it is known which board there is
        readers = board.readers()
    except EnvironmentLacking as error:  # no line, nobody signed in: other checks tell
        return Check(id=id_, state=CheckState.UNKNOWN, sentence=msg("team.readers-unknown", why=error.message))
    if readers.reach is Reach.SITE:
        return Check(id=id_, state=CheckState.ATTENTION, sentence=readers.sentence, fix=msg("doctor.fix-team-list"))
    if readers.reach is Reach.LEADS and shows_others and not _is_lead(surface):
        sentence, fix = msg("doctor.team-open"), msg("doctor.fix-team-open")
        return Check(id=id_, state=CheckState.ATTENTION, sentence=sentence, fix=fix)
    return Check(id=id_, state=CheckState.OK, sentence=readers.sentence)


def _consent(id_: str, surface: TeamSurface) -> Check:
    is_told = surface.is_shared and _leaves_the_laptop(surface)
    consent = day_of(surface.settings.text("team.council_date"))
    if is_told and consent is None:
        fix = msg("doctor.fix-consent")
        return Check(id=id_, state=CheckState.ATTENTION, sentence=msg("team.no-consent"), fix=fix)
    if consent is None:
        return Check(id=id_, state=CheckState.OK, sentence=msg("doctor.consent-not-needed"))
    return Check(id=id_, state=CheckState.OK, sentence=msg("doctor.consent-given", day=consent))


def _leaves_the_laptop(surface: TeamSurface) -> bool:
    try:
        return surface.board().readers().reach is not Reach.NOBODY
    except EnvironmentLacking:  # only what is elsewhere can be out of reach
        return True


def _is_lead(surface: TeamSurface) -> bool:
    return surface.team.role is Role.LEAD or is_lead(surface.account())
