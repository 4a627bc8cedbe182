"""Takes over a list of clients from a file that a colleague or another program made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.domain.client import Client
from app.domain.messages import Message, msg
from app.ui.desk import Desk
from app.ui.jobs import Job
from app.ui.pages.projects.actions import Actions
from app.ui.widgets.dialog import ActionDialog
from app.ui.widgets.drop import DropZone
from app.ui.widgets.labels import Muted, Text


class ImportDialog(ActionDialog[tuple[Client, ...]]):
    """All or nothing: a file with one wrong entry changes nothing."""

    def __init__(self, desk: Desk, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(desk, msg("ui.clients.import-title"), msg("ui.clients.import-go"), parent=parent)
        self._actions = actions
        self.path: Path | None = None
        self.say(desk.text(msg("ui.clients.import-why")))
        self.drop = DropZone(desk, msg("ui.clients.import-drop"), name_filter="*.json")
        self.drop.dropped.connect(self._dropped)
        self.chosen = Text()
        self.chosen.hide()
        self.fields.addWidget(self.drop)
        self.fields.addWidget(self.chosen)
        self.fields.addWidget(Muted(desk.text(msg("ui.clients.import-form"))))
        self.go.setEnabled(False)

    def work(self) -> Callable[[Job[tuple[Client, ...]]], tuple[Client, ...]] | None:
        path, actions = self.path, self._actions
        if path is None:
            return None

        def act(_job: Job[tuple[Client, ...]]) -> tuple[Client, ...]:
            imported = actions.clients.import_file(path)
            actions.folders.recognise_client_places()
            return imported

        return act

    def news(self, answer: tuple[Client, ...]) -> Message:
        return msg("client.imported", n=len(answer))

    @Slot(list)
    def _dropped(self, paths: list[Path]) -> None:
        self.path = paths[0]
        self.problem.hide()
        self.chosen.setText(self.path.name)
        self.chosen.show()
        self.go.setEnabled(True)
