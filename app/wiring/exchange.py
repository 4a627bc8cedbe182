"""What goes to people and to other laptops: texts, papers, drafts of mail, the team's cards."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.settings import Source
from app.wiring.office365 import Office365Layer
from app.wiring.part import part

if TYPE_CHECKING:
    from app.actions.asking import Asking
    from app.actions.cards.cards import CardActions
    from app.actions.drafts import Drafts
    from app.actions.team import TeamActions
    from app.domain.ports import Remote, Texts
    from app.domain.team_board import StatusBoard
    from app.report import Press


class ExchangeLayer(Office365Layer):
    """Ways out of this laptop, and who is at the other end."""

    @part
    def texts(self) -> Texts:
        """The language of what is written to files: drafts, reports, declarations."""
        from app.system.language import ChosenTexts, texts

        return ChosenTexts(self._language, texts)

    def _language(self) -> str:
        """As it is chosen at this moment."""
        from app.system.language import pick_language

        chosen = self.settings.get("language")
        setting = str(chosen.value) if chosen.source is not Source.DEFAULT else None
        return pick_language(self._site.language, setting)

    @part
    def press(self) -> Press:
        from app.report import Bilingual, Press
        from app.system.language import texts

        return Press(Bilingual(nl=texts("nl"), en=texts("en")), self.texts)

    @part
    def remote(self) -> Remote:
        from app.remote import ChosenRemote

        return ChosenRemote(self._chosen_remote)

    def _chosen_remote(self) -> Remote:
        """As it is chosen at this moment."""
        from app.remote import FolderRemote

        if self.office365_settings is not None:
            return self.office365.collections
        folder = self.settings.text("remote.folder")
        if folder:
            return FolderRemote(Path(folder).expanduser().absolute())
        return FolderRemote(self.directory.local_remote, create=True)

    def status_board(self) -> StatusBoard:
        """Where the team's records are put, as it is chosen at this moment."""
        from app.remote.status_folder import FolderStatusBoard

        if self.office365_settings is not None:
            return self._office_board
        folder = self.settings.text("remote.folder")
        if folder:
            return FolderStatusBoard(Path(folder).expanduser().absolute(), is_private=False)
        return FolderStatusBoard(self.directory.local_remote, is_private=True)

    @part
    def _office_board(self) -> StatusBoard:
        from time import monotonic

        from app.remote.office365.downloads import Downloads
        from app.remote.office365.drive import SiteDrive
        from app.remote.office365.status_files import FileStatusBoard, ListOrFiles
        from app.remote.office365.status_list import ListStatusBoard

        office, name = self.office365, self.settings.text("team.list")
        files = FileStatusBoard(SiteDrive(office.client, office.site), Downloads(office.client, office.silence))
        assert self.office365_settings is not None
        place = f"{self.office365_settings.site} {name}"
        return ListOrFiles(ListStatusBoard(office.list(name)), files, place, monotonic)

    @part
    def _drafts(self) -> Drafts:
        from app.actions.drafts import Drafts

        return Drafts(self.settings, self.texts, self.directory.drafts)

    @part
    def _asking(self) -> Asking:
        from app.actions.asking import Asking

        return Asking(self.office, self.settings, self._drafts)

    @part
    def team(self) -> TeamActions:
        from app.actions.team import TeamActions

        return TeamActions(self.office, self.signer, self.settings, lambda: self.signing_in.seen())

    def on_signed_in(self) -> None:
        self.cards.pull()

    @part
    def cards(self) -> CardActions:
        from app.actions.cards.cards import CardActions

        return CardActions(self.office, self.signer, self.team, self.remote)
