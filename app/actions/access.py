"""Asks leave before an act, and writes down what was refused. Source: VT-C1, VT-C3."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from app.actions.office import Office
from app.actions.settings import SettingsActions
from app.domain.access import Act, Denial, denial
from app.domain.card import Role
from app.domain.errors import InputError
from app.domain.messages import Message, msg


class AccessDenied(InputError):
    """Whoever asked may not do this, here or now."""


class Leave(Protocol):
    """Raises AccessDenied, written down, for whoever may not; gives nothing for whoever may."""

    def __call__(self, act: Act, project_id: str | None = None) -> None: ...


class Access:
    """Implements `Leave`. `role`: this laptop's, by policy, at this moment."""

    def __init__(self, office: Office, settings: SettingsActions, role: Callable[[], Role]) -> None:
        self._office = office
        self._settings = settings
        self._role = role

    def __call__(self, act: Act, project_id: str | None = None) -> None:
        role, mail = self._role(), self._settings.own().mail
        with self._office.look() as session:
            project = None if project_id is None else session.projects.find(project_id)
        why = denial(act.value, role, mail, project, self._office.clock.now())
        if why is None:
            return
        with self._office.change() as work:
            data = {"command": act.value, "role": role.value}
            work.note("access.denied", project_id or act.value, project=project_id, outcome="refused", data=data)
        raise AccessDenied(_reason(act, why, "" if project is None else project.code))


def _reason(act: Act, why: Denial, code: str) -> Message:
    if why is Denial.MEMBERSHIP_ENDED:
        return msg("access.membership-ended", code=code)
    return msg("agreement.approve-lead") if act is Act.AGREEMENT_APPROVE else msg("access.not-your-role")
