"""What this program is, which laptop it runs on, and where its data lies. Source: VR-C6, VT-B2."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app import __version__
from app.actions.journal import JournalActions
from app.actions.settings import SettingsActions
from app.actions.team import TeamActions
from app.domain.card import Role
from app.domain.part import Part
from app.domain.ports import KeySource


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """`contact`: where questions about the procedure go, as IT set it; empty: not set. `backed_up_at`: the last backup."""

    version: str
    device: str
    fingerprint: str
    role: Role
    data_dir: Path
    key_source: KeySource
    contact: str
    backed_up_at: datetime | None
    parts: tuple[Part, ...]


class AboutActions:
    def __init__(
        self,
        team: TeamActions,
        settings: SettingsActions,
        journal: JournalActions,
        *,
        data_dir: Path,
        key_source: KeySource,
        parts: Callable[[], Sequence[Part]],
    ) -> None:
        self._team = team
        self._settings = settings
        self._journal = journal
        self._data_dir = data_dir
        self._key_source = key_source
        self._look_parts_up = parts
        self._parts: tuple[Part, ...] = ()  # they stay the same as long as the program runs

    def about(self) -> About:
        device = self._team.whoami()
        self._parts = self._parts or tuple(self._look_parts_up())
        backup = self._journal.latest(("backup.made",))
        return About(
            version=__version__,
            device=device.device,
            fingerprint=device.fingerprint,
            role=device.roles[-1],
            data_dir=self._data_dir,
            key_source=self._key_source,
            contact=self._settings.text("contact.privacy").strip(),
            backed_up_at=None if backup is None else backup.at,
            parts=self._parts,
        )
