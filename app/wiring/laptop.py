"""What keeps the laptop sound: its lock, backups, and the doctor that looks at all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.wiring.part import part
from app.wiring.registers import RegisterLayer

if TYPE_CHECKING:
    from app.actions.backup import BackupActions
    from app.actions.doctor import DoctorActions
    from app.actions.locking import LockActions


class LaptopLayer(RegisterLayer):
    """The actions on the laptop itself."""

    @part
    def locking(self) -> LockActions:
        """Opens nothing before it has locked."""
        from app.actions.locking import LockActions

        return LockActions(lambda: self.office, self.session_lock)

    @part
    def backup(self) -> BackupActions:
        from app.actions.backup import BackupActions

        return BackupActions(self.office, self._opened.store)

    @part
    def doctor(self) -> DoctorActions:
        from app.actions.doctor import DoctorActions, Surface
        from app.system.disk import free_bytes
        from app.system.privacy import check_private_folder
        from app.system.resources import resource

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
        )
        return DoctorActions(self.office, self._opened.store, self.vault, self.places, surface)
