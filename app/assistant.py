"""Wiring only: which parts there are and how they hang together. Each is built when it is first used."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from app.actions.intake import Intake
from app.actions.office import Office
from app.actions.opening import Opened, open_directory
from app.actions.settings import SettingsActions
from app.actions.time_keeping import TrustedClock
from app.domain.copy import OutsideCopy
from app.domain.ports import Keys, SystemClock
from app.domain.rules import GuardReport, Stage
from app.domain.settings import Source
from app.store.directory import DataDirectory
from app.system.policy import PolicyReading

if TYPE_CHECKING:
    from app.actions.agreements import AgreementActions
    from app.actions.asking import Asking
    from app.actions.backup import BackupActions
    from app.actions.cards.cards import CardActions
    from app.actions.certificates import CertificateActions
    from app.actions.client_report import ClientReportActions
    from app.actions.clients import ClientActions
    from app.actions.copies import CopyActions
    from app.actions.deadline_list import DeadlineActions
    from app.actions.deletion import DeletionActions
    from app.actions.doctor import DoctorActions
    from app.actions.findings import FindingActions
    from app.actions.folders import FolderActions, FolderChoice
    from app.actions.housekeeping import Housekeeping
    from app.actions.journal import JournalActions
    from app.actions.projects import ProjectActions
    from app.actions.residuals import ResidualRules
    from app.actions.scanning import ScanActions
    from app.actions.sealing import Sealing
    from app.actions.status import StatusActions
    from app.actions.team import TeamActions
    from app.actions.vault import VaultActions
    from app.detect.worker_process import DetectionWorker
    from app.domain.ports import Disk, Power, Remote, Signer, Surroundings, Texts
    from app.guards.guard import Guard
    from app.guards.runner import Runner
    from app.report import Press
    from app.system.files import LocalFiles
    from app.system.places import LocalPlaces
    from app.vault import Vault, WorkingFolder

# Shows a warning of coming deletions; says whether somebody was there to see it.
Warn = Callable[[Sequence[OutsideCopy]], bool]


@dataclass(frozen=True, kw_only=True)
class Site:
    """Where and how an assistant runs. None: the system's own. `keys` and `system_clock` are given by the demo and tests."""

    data_dir: Path | None = None
    language: str | None = None
    keys: Keys | None = None
    system_clock: SystemClock | None = None
    policy: PolicyReading | None = None
    account: Mapping[str, str] | None = None
    home: Path | None = None


def data_directory(site: Site) -> DataDirectory:
    """The directory of `site`, by default in the person's local (never roaming) application data."""
    from platformdirs import user_data_path

    folder = site.data_dir or user_data_path("vroom-assistant", appauthor=False, roaming=False)
    return DataDirectory(folder.expanduser().absolute())


def build(site: Site) -> Assistant:
    """Open (on an empty data directory: make) an assistant. Raises EnvironmentLacking."""
    return Assistant(site)


class Assistant:
    """All actions on one data directory. Nothing is started by building it; `begin` finishes what a crash left."""

    def __init__(self, site: Site) -> None:
        self._site = site

    # -- ground -------------------------------------------------------------------------------------------------------

    @cached_property
    def directory(self) -> DataDirectory:
        return data_directory(self._site)

    @cached_property
    def _opened(self) -> Opened:
        from app.vault import assert_allowed

        assert_allowed(self.directory.root, self.places)  # before anything is written there
        return open_directory(self.directory, self._site.keys, self.system_clock)

    @cached_property
    def system_clock(self) -> SystemClock:
        from app.system.clock import system_clock

        return self._site.system_clock or system_clock()

    @cached_property
    def policy(self) -> PolicyReading:
        from app.system.policy import system_policy

        return self._site.policy if self._site.policy is not None else system_policy().read()

    @cached_property
    def clock(self) -> TrustedClock:
        return TrustedClock(self.system_clock, self._opened.store, self._opened.keys)

    @cached_property
    def office(self) -> Office:
        return Office(self._opened.store, self.clock)

    @cached_property
    def settings(self) -> SettingsActions:
        from app.system.account import system_account

        account = self._site.account
        if account is None:
            known = system_account()
            account = {"own.name": known.name, "own.mail": known.mail}
        return SettingsActions(self.office, self.policy.values, account)

    @cached_property
    def home(self) -> Path:
        return self._site.home or Path.home()

    @cached_property
    def files(self) -> LocalFiles:
        from app.system.files import local_files

        return local_files()

    @cached_property
    def places(self) -> LocalPlaces:
        from app.system.places import local_places

        return local_places(self.home)

    @cached_property
    def disk(self) -> Disk:
        from app.system.disk import system_disk

        return system_disk()

    @cached_property
    def power(self) -> Power:
        from app.system.power import system_power

        return system_power()

    @cached_property
    def surroundings(self) -> Surroundings:
        from app.system.hiding.surroundings import LocalSurroundings

        return LocalSurroundings(self.home, self.files)

    @cached_property
    def signer(self) -> Signer:
        from app.vault import DeviceKey

        return DeviceKey(self._opened.keys)

    @cached_property
    def _vault(self) -> Vault:
        from app.vault import Vault

        recovery = self.settings.text("vault.recovery_key") or None
        return Vault(self.directory.vault, self._opened.keys, recovery, self.directory.evidence)

    @cached_property
    def _working(self) -> WorkingFolder:
        from app.vault import WorkingFolder

        return WorkingFolder(self.directory.working)

    @cached_property
    def texts(self) -> Texts:
        """The language of what is written to files: drafts, reports, declarations."""
        from app.system.language import pick_language, texts

        chosen = self.settings.get("language")
        setting = str(chosen.value) if chosen.source is not Source.DEFAULT else None
        return texts(pick_language(self._site.language, setting))

    @cached_property
    def press(self) -> Press:
        from app.report import Bilingual, Press
        from app.system.language import texts

        return Press(Bilingual(nl=texts("nl"), en=texts("en")), self.texts)

    @cached_property
    def remote(self) -> Remote:
        from app.remote import FolderRemote

        folder = self.settings.text("remote.folder")
        if folder:
            return FolderRemote(Path(folder).expanduser().absolute())
        return FolderRemote(self.directory.local_remote, create=True)

    @cached_property
    def detector(self) -> DetectionWorker:
        from app.detect.worker_process import DetectionWorker

        return DetectionWorker(self.files)

    # -- actions ------------------------------------------------------------------------------------------------------

    @cached_property
    def clients(self) -> ClientActions:
        from app.actions.clients import ClientActions

        return ClientActions(self.office)

    @cached_property
    def _folder_choice(self) -> FolderChoice:
        from app.actions.folders import FolderChoice
        from app.system.places import forbidden_root

        return FolderChoice(self.places, lambda folder: forbidden_root(folder, self.directory.root, self.home))

    @cached_property
    def folders(self) -> FolderActions:
        from app.actions.folders import FolderActions

        return FolderActions(self.office, self._folder_choice)

    @cached_property
    def projects(self) -> ProjectActions:
        from app.actions.projects import ProjectActions

        return ProjectActions(self.office, self._vault, self._folder_choice, self._residual_rules)

    @cached_property
    def agreements(self) -> AgreementActions:
        from app.actions.agreements import AgreementActions

        return AgreementActions(self.office, self._vault, self.settings)

    @cached_property
    def sealing(self) -> Sealing:
        from app.actions.sealing import Sealing

        return Sealing(self.office, self._vault, self.files, self.places)

    @cached_property
    def _asking(self) -> Asking:
        from app.actions.asking import Asking

        return Asking(self.office, self.settings, self.texts, self.directory.drafts)

    @cached_property
    def findings(self) -> FindingActions:
        from app.actions.findings import FindingActions

        return FindingActions(self.office, self._vault, self.sealing, self.files, self.places, self._asking)

    @cached_property
    def intake(self) -> Intake:
        return Intake(self.office, self.settings)

    @cached_property
    def scanning(self) -> ScanActions:
        from app.actions.scanning import ScanActions

        return ScanActions(self.office, self.intake, self.detector, self.files, self.places)

    @cached_property
    def copies(self) -> CopyActions:
        from app.actions.copies import CopyActions

        return CopyActions(self.office, self._vault, self.sealing, self.files, self.certificates)

    @cached_property
    def vault(self) -> VaultActions:
        from app.actions.vault import VaultActions

        return VaultActions(self.office, self._vault, self._working, self.sealing, self.files, self.places)

    @cached_property
    def certificates(self) -> CertificateActions:
        from app.actions.certificates import CertificateActions

        return CertificateActions(
            self.office,
            self.settings,
            self.signer,
            self.press,
            self.disk,
            self._opened.keys,
            device=self.team.device,
            data_dir=self.directory.root,
        )

    @cached_property
    def deadlines(self) -> DeadlineActions:
        from app.actions.deadline_list import DeadlineActions
        from app.system.language import local_zone

        return DeadlineActions(self.office, local_zone())

    @cached_property
    def _residual_rules(self) -> ResidualRules:
        from app.actions.residuals import ResidualRules

        recovery = bool(self.settings.text("vault.recovery_key"))
        return ResidualRules(self.places, self.disk, self._opened.keys.source, has_recovery_key=recovery)

    def _deletion(self, office: Office) -> DeletionActions:
        from app.actions.deletion import DeletionActions
        from app.actions.further import FurtherCopies
        from app.actions.removal import Removal
        from app.system.lease import guard_lease

        removal = Removal(
            office,
            self._vault,
            self.files,
            self.places,
            FurtherCopies(office, self.files, self.places, self.surroundings),
            self._residual_rules,
            self.files.recover_moved,
            self._working,
        )
        turn = guard_lease(self.directory.lease("deletion"))
        return DeletionActions(office, self.settings, removal, self.certificates, turn)

    @cached_property
    def deletion(self) -> DeletionActions:
        return self._deletion(self.office)

    @cached_property
    def team(self) -> TeamActions:
        from app.actions.team import TeamActions

        return TeamActions(self.office, self.signer, self.settings)

    @cached_property
    def cards(self) -> CardActions:
        from app.actions.cards.cards import CardActions

        return CardActions(self.office, self.signer, self.team, self.remote)

    @cached_property
    def journal(self) -> JournalActions:
        from app.actions.journal import JournalActions

        return JournalActions(self.office)

    @cached_property
    def backup(self) -> BackupActions:
        from app.actions.backup import BackupActions

        return BackupActions(self.office, self._opened.store)

    @cached_property
    def status(self) -> StatusActions:
        from app.actions.status import StatusActions
        from app.system.resources.requirements import requirement_titles

        titles = tuple(requirement_titles("nl"))
        return StatusActions(self.office, titles, self._opened.keys.source, self.policy.problems)

    @cached_property
    def client_report(self) -> ClientReportActions:
        from app.actions.client_report import ClientReportActions

        return ClientReportActions(self.office, self.settings, self.status, self.press)

    @cached_property
    def housekeeping(self) -> Housekeeping:
        from app.actions.housekeeping import Housekeeping

        return Housekeeping(self.office, self._vault, self.sealing, self.files, self.files.recover_moved)

    @cached_property
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
            list_remote=lambda: self.remote.names("cards"),
        )
        return DoctorActions(self.office, self._opened.store, self.vault, self.places, surface)

    # -- guards -------------------------------------------------------------------------------------------------------

    def runner(self, on_report: Callable[[GuardReport], None], warn: Warn | None = None) -> Runner:
        """All guards, not started. They act as "guard" in the journal. `warn` shows warnings of deletions to a person."""
        from app.guards.runner import Runner

        return Runner(self.guards(warn), self.clock, on_report)

    def guards(self, warn: Warn | None = None) -> tuple[Guard, ...]:
        from app.actions.alive import GuardsAlive
        from app.guards.check_outs import CheckOutGuard
        from app.guards.deletion import DeletionGuard
        from app.guards.team_cards import CardGuard
        from app.guards.upkeep import UpkeepGuard
        from app.system.language import local_zone

        alive = GuardsAlive(self.office.as_guard())
        deletion = self._deletion(self.office.as_guard())
        guards: list[Guard] = [
            UpkeepGuard(
                self.clock.keep,
                alive.note,
                self.housekeeping.after_start,
                self.housekeeping.purge,
                lambda: deletion.ask_ahead(local_zone()),
            ),
            self._copies_guard(),
            CheckOutGuard(self.vault),
            CardGuard(self.cards),
        ]
        deletion = self._deletion(self.office.as_guard())
        guards.append(DeletionGuard(deletion, self.deadlines, warn, self._deletion_stage))
        return tuple(guards)

    def _copies_guard(self) -> Guard:
        from app.guards.copies.guard import CopiesGuard, Surroundings
        from app.guards.copies.pausing import PausedScans
        from app.system.watch import file_probe, folder_watcher

        around = Surroundings(
            watcher=folder_watcher,
            probe=file_probe(),
            files=self.files,
            is_settled_open=self.files.settled_open,
            power=PausedScans(self.power, lambda: self.settings.flag("copies.pause_on_battery_saver")),
            places=self.places,
            mount_points=self.places.removable_drives,
        )
        intake = Intake(self.office.as_guard(), self.settings)
        return CopiesGuard(intake, self.detector, around, self._reconcile_every)

    def _deletion_stage(self) -> Stage:
        return Stage(self.settings.text("stage.deletion"))

    def _reconcile_every(self) -> timedelta:
        return timedelta(minutes=self.settings.number("copies.reconcile_minutes"))

    # -- life ---------------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """What every call does first: note the time, journal a migration, take up what a crash interrupted."""
        self.clock.keep()
        if not self._is_anything_begun():
            return
        self.housekeeping.after_start()
        if self.housekeeping.has_interrupted_deletion():
            self.deletion.resume()

    def _is_anything_begun(self) -> bool:
        """A glance that spares most calls from loading the parts that take things up."""
        from app.actions.begun import is_anything_begun

        with self.office.look() as session:
            return is_anything_begun(session)

    def store_version(self) -> int:
        """Changes when any process changed the store."""
        return self._opened.store.data_version()

    def requirement_titles(self, language: str) -> Mapping[str, str]:
        from app.system.resources.requirements import requirement_titles

        return requirement_titles(language)

    def project_codes(self) -> Mapping[str, str]:
        with self.office.look() as session:
            return {project.id: project.code for project in session.projects.all()}

    def client_names(self) -> Mapping[str, str]:
        with self.office.look() as session:
            return {client.id: client.name for client in session.clients.all()}

    def close(self) -> None:
        """Stop the worker, if one was started, and close the store."""
        if "detector" in self.__dict__:
            self.detector.close()
        if "_opened" in self.__dict__:
            self._opened.store.close()
