"""A check of the whole vault: every sealed file is read, and what is wrong is said in words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.actions.vault_rows import VaultCheck
from app.domain.messages import Message, msg
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.pages.vault.actions import Actions
from app.ui.widgets.dialog import ActionDialog


class CheckDialog(ActionDialog[VaultCheck]):
    def __init__(self, desk: Desk, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(desk, msg("ui.vault.check-title"), msg("ui.vault.check-go"), parent=parent)
        self._actions = actions
        self.say(desk.text(msg("ui.vault.check-why")))

    def work(self) -> Callable[[Job[VaultCheck]], VaultCheck]:
        return lambda job: self._actions.vault.check(job.progress)


def check_outcome(check: VaultCheck) -> Message:
    """ "12 verzegelde bestanden gecontroleerd: alles is heel." """
    wrong = len(check.problems)
    if not check.checked:
        return msg("ui.vault.check-empty")
    if not wrong:
        return msg("ui.vault.check-fine", n=check.checked)
    return msg("ui.vault.check-wrong", n=wrong, checked=check.checked)
