"""What keeps the laptop sound: its lock, backups, and the doctor that looks at all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.wiring.documents import DocumentLayer
from app.wiring.part import part

if TYPE_CHECKING:
    from app.actions.backup import BackupActions
    from app.actions.bundle import BundleActions
    from app.actions.doctor import DoctorActions
    from app.actions.ending import EndingActions
    from app.actions.health import HealthActions
    from app.actions.health_records import HealthRecordActions
    from app.actions.health_terms import HealthTerms
    from app.actions.lock_terms import LockTerms
    from app.actions.locking import LockActions
    from app.actions.office import Office
    from app.system.health import DeviceHealth


class LaptopLayer(DocumentLayer):
    """The actions on the laptop itself."""

    @part
    def locking(self) -> LockActions:
        """Opens nothing before it has locked."""
        from app.actions.locking import LockActions

        return LockActions(lambda: self.office, self.session_lock)

    @part
    def lock_terms(self) -> LockTerms:
        from app.actions.lock_terms import LockTerms

        return LockTerms(lambda: self.settings, self.lock_settings)

    @part
    def device_health(self) -> DeviceHealth:
        from app.system.health import device_health

        return device_health(self.disk, self.directory.root)

    @part
    def health_terms(self) -> HealthTerms:
        from app.actions.health_terms import HealthTerms

        return HealthTerms(self.settings, self.read_baseline)

    def _health_by(self, office: Office) -> HealthActions:
        from app.actions.health import HealthActions

        return HealthActions(office, self.health_terms, self.device_health, self.settings_pages)

    @part
    def health(self) -> HealthActions:
        return self._health_by(self.office)

    @part
    def health_as_guard(self) -> HealthActions:
        return self._health_by(self.office.as_guard())

    @part
    def health_records(self) -> HealthRecordActions:
        from app.actions.health_records import HealthRecordActions

        return HealthRecordActions(self.office)

    @part
    def ending(self) -> EndingActions:
        from app.actions.ending import EndingActions

        return EndingActions(self.office, self.settings, self.deletion)

    @part
    def backup(self) -> BackupActions:
        from app.actions.backup import BackupActions

        return BackupActions(self.office, self._opened.store)

    @part
    def doctor(self) -> DoctorActions:
        from app.actions.doctor import DoctorActions, Surface
        from app.actions.own_checks import OwnSurface
        from app.actions.sign_in_checks import SignInSurface
        from app.actions.team_status.checks import TeamSurface
        from app.system.credentials.persistence import persistence
        from app.system.disk import free_bytes
        from app.system.notify import toast_ability
        from app.system.places.standard import standard_folders
        from app.system.privacy import check_private_folder
        from app.system.resources import resource
        from app.system.versions import versions
        from app.system.watch.trial import hears_changes

        own = OwnSurface(
            key_source=self._opened.keys.source,
            persistence=lambda: persistence(self._opened.keys),
            hears_changes=lambda: hears_changes(self.directory.root),
            autostart=self.autostart.state,
            wants_autostart=lambda: self.settings.flag("tray.start_with_session"),
            toasts=toast_ability,
            wants_toasts=lambda: self.settings.flag("toasts.enabled"),
            standard=lambda: standard_folders(self.home),
            versions=versions,
        )
        surface = Surface(
            data_dir=self.directory.root,
            key_source=self._opened.keys.source,
            policy_state=self.policy.state.value,
            policy_problems=self.policy.problems,
            free_bytes=free_bytes,
            check_privacy=check_private_folder,
            disk_encrypted=self.disk.is_encrypted,
            detector_answers=lambda: self.detector.judge(resource("requirements.toml"), None).error is None,
            isolation=lambda: self.detector.isolation(),
            list_remote=lambda: self.remote.names("cards"),
            lock_mechanism=self.locking.mechanism,
            is_locked=self.locking.is_locked,
            seconds_idle=self.idle_clock.seconds_idle,
            lock_now=self.locking.lock_now,
            lock_terms=self.lock_terms,
            device_health=lambda: self.health.examine(),
            own=own,
            stores=self.storage_places.all,
            team=TeamSurface(
                settings=self.settings, team=self.team, board=self.status_board, account=self.signed_in_account
            ),
            sign_in=SignInSurface(
                settings=self.office365_settings,
                problems=self.office365_problems,
                try_trust=lambda: self.office_session if self.office365_settings is not None else None,
                has_broker=self.signing_in.has_broker,
                seen=self.signing_in.seen,
            ),
        )
        return DoctorActions(self.office, self._opened.store, self.vault, self.places, surface)

    @part
    def bundle(self) -> BundleActions:
        from app.actions.bundle import BundleActions
        from app.system.files import write_atomically
        from app.system.language import text_ids
        from app.system.log import lines_of
        from app.system.versions import versions

        root = self.directory.root
        return BundleActions(
            self.office,
            self.doctor,
            self.settings,
            self.texts,
            versions,
            lambda: lines_of(root, text_ids()),
            write_atomically,
        )
