"""The open data directory and what stands on it: store, keys, trusted time, settings, vault, detector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.actions.office import Office
from app.actions.opening import Opened, open_directory
from app.actions.settings import SettingsActions
from app.actions.time_keeping import TrustedClock
from app.store.directory import DataDirectory
from app.wiring.part import part
from app.wiring.site import data_directory
from app.wiring.system import SystemLayer

if TYPE_CHECKING:
    from app.detect.process.worker_process import DetectionWorker
    from app.domain.ports import Signer
    from app.domain.settings import SettingValue
    from app.vault import Vault, WorkingFolder


class GroundLayer(SystemLayer):
    """What every action is made of."""

    @part
    def directory(self) -> DataDirectory:
        return data_directory(self._site)

    @part
    def _opened(self) -> Opened:
        from app.vault import assert_allowed

        assert_allowed(self.directory.root, self.places)  # before anything is written there
        return open_directory(self.directory, self._site.keys, self.system_clock)

    @part
    def clock(self) -> TrustedClock:
        return TrustedClock(self.system_clock, self._opened.store, self._opened.keys)

    @part
    def office(self) -> Office:
        return Office(self._opened.store, self.clock)

    @part
    def settings(self) -> SettingsActions:
        from app.system.account import system_account

        account = self._site.account
        if account is None:
            known = system_account()
            account = {"own.name": known.name, "own.mail": known.mail}
        return SettingsActions(
            self.office, self.policy.values, account, {"tray.start_with_session": self._start_with_session}
        )

    def _start_with_session(self, on: SettingValue) -> None:
        from app.actions.starting import start_with_session

        start_with_session(self.autostart, on=on is True)

    @part
    def signer(self) -> Signer:
        from app.vault import DeviceKey

        return DeviceKey(self._opened.keys)

    @part
    def _vault(self) -> Vault:
        from app.vault import Vault

        recovery = self.settings.text("vault.recovery_key") or None
        return Vault(self.directory.vault, self._opened.keys, recovery, self.directory.evidence)

    @part
    def _working(self) -> WorkingFolder:
        from app.vault import WorkingFolder

        return WorkingFolder(self.directory.working)

    @part
    def detector(self) -> DetectionWorker:
        from app.detect.process.worker_process import DetectionWorker
        from app.detect.reading import ocr
        from app.detect.reading.limits import DEFAULT_LIMITS

        reads_pictures = ocr.is_installed() and self.settings.flag("copies.read_pictures")
        return DetectionWorker(self.files, ocr.with_pictures_read(DEFAULT_LIMITS) if reads_pictures else DEFAULT_LIMITS)

    def store_version(self) -> int:
        """Changes when any process changed the store."""
        return self._opened.store.data_version()

    def rest(self) -> None:
        """Nobody looks just now: give back the memory that the last look took. Any thread."""
        from app.system.memory import give_back

        self._opened.store.rest()
        give_back()

    def close(self) -> None:
        """Stop the worker, if one was started, and close the store."""
        if self.is_made("detector"):
            self.detector.close()
        if self.is_made("_opened"):
            self._opened.store.close()
