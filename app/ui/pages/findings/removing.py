"""Delete now, or say that it is back with the client: what happens, that it cannot be taken back, and what stays."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from app.actions.findings import FindingActions
from app.domain.finding import ResolvedHow
from app.domain.messages import Message, msg
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.pages.findings.decision import Decision, Outcome
from app.ui.pages.findings.target import Target


class _Words(NamedTuple):
    title: Message
    consequence: Message
    verb: Message


class RemovingDialog(Decision):
    """`how`: DELETED or RETURNED."""

    def __init__(
        self, desk: Desk, findings: FindingActions, target: Target, how: ResolvedHow, parent: QWidget | None = None
    ) -> None:
        words = _words(target, how)
        super().__init__(desk, findings, target, words.title, words.verb, danger=not target.is_place, parent=parent)
        self._how = how
        self.say(desk.text(words.consequence))
        if not target.is_place:
            self.say(desk.text(msg("ui.findings.delete-stays"))).look("muted")

    def work(self) -> Callable[[Job[Outcome]], Outcome]:
        remove = self.findings.delete if self._how is ResolvedHow.DELETED else self.findings.returned
        ids = self.target.ids
        return lambda _job: remove(ids)


def _words(target: Target, how: ResolvedHow) -> _Words:
    n = target.count
    if target.is_place:
        return _Words(
            msg("ui.findings.place-title"), msg("ui.findings.place-consequence"), msg("ui.findings.place-verb")
        )
    if how is ResolvedHow.RETURNED:
        return _Words(
            msg("ui.findings.returned-title", n=n),
            msg("ui.findings.returned-consequence", n=n),
            msg("ui.findings.returned-verb", n=n),
        )
    consequence = (
        msg("ui.findings.delete-sealed", n=n) if target.is_waiting else msg("ui.findings.delete-consequence", n=n)
    )
    return _Words(msg("ui.findings.delete-title", n=n), consequence, msg("ui.findings.delete-verb", n=n))
