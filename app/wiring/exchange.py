"""What goes to people and to other laptops: texts, papers, drafts of mail, the team's cards."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.settings import Source
from app.wiring.ground import GroundLayer
from app.wiring.part import part

if TYPE_CHECKING:
    from app.actions.asking import Asking
    from app.actions.cards.cards import CardActions
    from app.actions.drafts import Drafts
    from app.actions.team import TeamActions
    from app.domain.ports import Remote, Texts
    from app.report import Press


class ExchangeLayer(GroundLayer):
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

        folder = self.settings.text("remote.folder")
        if folder:
            return FolderRemote(Path(folder).expanduser().absolute())
        return FolderRemote(self.directory.local_remote, create=True)

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

        return TeamActions(self.office, self.signer, self.settings)

    @part
    def cards(self) -> CardActions:
        from app.actions.cards.cards import CardActions

        return CardActions(self.office, self.signer, self.team, self.remote)
