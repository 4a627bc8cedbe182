"""Wiring only: which parts there are and how they hang together. Each is built when it is first used."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

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
    from app.actions.about import AboutActions
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
    from app.actions.drafts import Drafts
    from app.actions.findings import FindingActions
    from app.actions.fingerprinting import Fingerprinting
    from app.actions.first_start import FirstStartActions
    from app.actions.folders import FolderActions, FolderChoice
    from app.actions.housekeeping import Housekeeping
    from app.actions.journal import JournalActions
    from app.actions.locking import LockActions
    from app.actions.news import NewsActions
    from app.actions.outside import OutsideActions
    from app.actions.pause import PauseActions
    from app.actions.procedure import ProcedureActions
    from app.actions.projects import ProjectActions
    from app.actions.residuals import ResidualRules
    from app.actions.scanning import ScanActions
    from app.actions.sealing import Sealing
    from app.actions.status import StatusActions
    from app.actions.team import TeamActions
    from app.actions.today import TodayActions
    from app.actions.vault import VaultActions
    from app.detect.process.worker_process import DetectionWorker
    from app.domain.ports import Disk, Power, Progress, Remote, Signer, Surroundings, Texts
    from app.guards.guard import Guard
    from app.guards.runner import Runner
    from app.report import Press
    from app.system.files import LocalFiles
    from app.system.idle import IdleClock
    from app.system.lock import SessionLock
    from app.system.places import LocalPlaces
    from app.vault import Vault, WorkingFolder

T = TypeVar("T")


class part(cached_property[T]):  # noqa: N801  # used as a decorator, like its base
    """Made when it is first used, once, whichever thread asks: window, guards and jobs share one assistant."""

    if not TYPE_CHECKING:  # typed like its base

        def __get__(self, instance, owner=None):
            if instance is None or self.attrname in instance.__dict__:
                return super().__get__(instance, owner)
            with instance.making:
                return super().__get__(instance, owner)


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
        self.making = threading.RLock()

    # -- ground -------------------------------------------------------------------------------------------------------

    @part
    def directory(self) -> DataDirectory:
        return data_directory(self._site)

    @part
    def _opened(self) -> Opened:
        from app.vault import assert_allowed

        assert_allowed(self.directory.root, self.places)  # before anything is written there
        return open_directory(self.directory, self._site.keys, self.system_clock)

    @part
    def system_clock(self) -> SystemClock:
        from app.system.clock import system_clock

        return self._site.system_clock or system_clock()

    @part
    def policy(self) -> PolicyReading:
        from app.system.policy import system_policy

        return self._site.policy if self._site.policy is not None else system_policy().read()

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
        return SettingsActions(self.office, self.policy.values, account)

    @part
    def home(self) -> Path:
        return self._site.home or Path.home()

    @part
    def files(self) -> LocalFiles:
        from app.system.files import local_files

        return local_files()

    @part
    def places(self) -> LocalPlaces:
        from app.system.places import local_places

        return local_places(self.home)

    @part
    def disk(self) -> Disk:
        from app.system.disk import system_disk

        return system_disk()

    @part
    def power(self) -> Power:
        from app.system.power import system_power

        return system_power()

    @part
    def session_lock(self) -> SessionLock:
        from app.system.lock import session_lock

        return session_lock()

    @part
    def idle_clock(self) -> IdleClock:
        from app.system.idle import idle_clock

        return idle_clock()

    @part
    def surroundings(self) -> Surroundings:
        from app.system.hiding.surroundings import LocalSurroundings

        return LocalSurroundings(self.home, self.files)

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
    def detector(self) -> DetectionWorker:
        from app.detect.process.worker_process import DetectionWorker
        from app.detect.reading import ocr
        from app.detect.reading.limits import DEFAULT_LIMITS

        reads_pictures = ocr.is_installed() and self.settings.flag("copies.read_pictures")
        return DetectionWorker(self.files, ocr.with_pictures_read(DEFAULT_LIMITS) if reads_pictures else DEFAULT_LIMITS)

    # -- actions ------------------------------------------------------------------------------------------------------

    @part
    def clients(self) -> ClientActions:
        from app.actions.clients import ClientActions

        return ClientActions(self.office)

    @part
    def _folder_choice(self) -> FolderChoice:
        from app.actions.folders import FolderChoice
        from app.system.places import forbidden_root

        return FolderChoice(self.places, lambda folder: forbidden_root(folder, self.directory.root, self.home))

    @part
    def folders(self) -> FolderActions:
        from app.actions.folders import FolderActions

        return FolderActions(self.office, self._folder_choice)

    @part
    def projects(self) -> ProjectActions:
        from app.actions.projects import ProjectActions

        return ProjectActions(self.office, self._vault, self._folder_choice, self._residual_rules)

    @part
    def agreements(self) -> AgreementActions:
        from app.actions.agreements import AgreementActions

        return AgreementActions(self.office, self._vault, self.settings, self._move_copy)

    def _move_copy(self, start: str, agreement_start: str, *, progress: Progress | None = None) -> object:
        """What copies need is built when the first one moves."""
        return self.copies.move(start, agreement_start, progress=progress)

    @part
    def sealing(self) -> Sealing:
        from app.actions.sealing import Sealing

        return Sealing(self.office, self._vault, self.files, self.places, self.fingerprinting)

    @part
    def fingerprinting(self) -> Fingerprinting:
        from app.actions.fingerprinting import Fingerprinting

        return Fingerprinting(self.office, lambda path, key: self.detector.sketch(path, key))

    @part
    def _drafts(self) -> Drafts:
        from app.actions.drafts import Drafts

        return Drafts(self.settings, self.texts, self.directory.drafts)

    @part
    def _asking(self) -> Asking:
        from app.actions.asking import Asking

        return Asking(self.office, self.settings, self._drafts)

    @part
    def findings(self) -> FindingActions:
        from app.actions.findings import FindingActions

        return FindingActions(self.office, self._vault, self.sealing, self.files, self.places, self._asking)

    @part
    def intake(self) -> Intake:
        return Intake(self.office, self.settings)

    @part
    def scanning(self) -> ScanActions:
        from app.actions.scanning import ScanActions

        return ScanActions(self.office, self.intake, self.detector, self.files, self.places)

    @part
    def copies(self) -> CopyActions:
        from app.actions.copies import CopyActions

        return CopyActions(self.office, self._vault, self.sealing, self.files, self.certificates)

    @part
    def vault(self) -> VaultActions:
        from app.actions.vault import VaultActions

        return VaultActions(self.office, self._vault, self._working, self.sealing, self.files, self.places)

    @part
    def certificates(self) -> CertificateActions:
        from app.actions.certificates import CertificateActions

        return CertificateActions(
            self.office,
            self.settings,
            self.signer,
            self.press,
            self.disk,
            self._opened.keys,
            self._vault,
            self._drafts,
            device=self.team.device,
            data_dir=self.directory.root,
        )

    @part
    def deadlines(self) -> DeadlineActions:
        from app.actions.deadline_list import DeadlineActions
        from app.system.language import local_zone

        return DeadlineActions(self.office, local_zone())

    @part
    def outside(self) -> OutsideActions:
        from app.actions.outside import OutsideActions
        from app.system.language import local_zone

        return OutsideActions(self.office, self.settings, self._residual_rules, local_zone())

    @part
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

    @part
    def deletion(self) -> DeletionActions:
        return self._deletion(self.office)

    @part
    def team(self) -> TeamActions:
        from app.actions.team import TeamActions

        return TeamActions(self.office, self.signer, self.settings)

    @part
    def cards(self) -> CardActions:
        from app.actions.cards.cards import CardActions

        return CardActions(self.office, self.signer, self.team, self.remote)

    @part
    def journal(self) -> JournalActions:
        from app.actions.journal import JournalActions

        return JournalActions(self.office)

    @part
    def locking(self) -> LockActions:
        """Opens nothing before it has locked."""
        from app.actions.locking import LockActions

        return LockActions(lambda: self.office, self.session_lock)

    @part
    def news(self) -> NewsActions:
        from app.actions.news import NewsActions
        from app.system.language import local_zone
        from app.system.places.standard import standard_folders

        standard = standard_folders(self.home)
        return NewsActions(self.office, self.settings, self.deadlines, standard, local_zone())

    @part
    def first_start(self) -> FirstStartActions:
        from app.actions.first_start import FirstStartActions
        from app.system.places.standard import standard_folders

        return FirstStartActions(
            self.office,
            self.settings,
            self.folders,
            self._folder_choice,
            self.clients,
            self.projects,
            self.cards,
            standard_folders(self.home),
            self.home,
            self.power,
        )

    @part
    def backup(self) -> BackupActions:
        from app.actions.backup import BackupActions

        return BackupActions(self.office, self._opened.store)

    @part
    def status(self) -> StatusActions:
        from app.actions.status import StatusActions
        from app.system.resources.requirements import requirement_titles

        titles = tuple(requirement_titles("nl"))
        return StatusActions(self.office, titles, self._opened.keys.source, self.policy.problems)

    @part
    def today(self) -> TodayActions:
        from app.actions.today import TodayActions
        from app.system.language import local_zone

        return TodayActions(self.office, self.status, self.settings, local_zone())

    @part
    def pause(self) -> PauseActions:
        from app.actions.pause import PauseActions

        return PauseActions(self.office)

    @part
    def procedure(self) -> ProcedureActions:
        from app.actions.procedure import ProcedureActions
        from app.system.resources.procedure import procedure_rows
        from app.system.resources.requirements import requirements

        return ProcedureActions(self.status, self.journal, requirements(), procedure_rows())

    @part
    def about(self) -> AboutActions:
        from app.actions.about import AboutActions
        from app.system.resources.parts import parts

        return AboutActions(
            self.team,
            self.settings,
            self.journal,
            data_dir=self.directory.root,
            key_source=self._opened.keys.source,
            parts=parts,
        )

    @part
    def client_report(self) -> ClientReportActions:
        from app.actions.client_report import ClientReportActions

        return ClientReportActions(self.office, self.settings, self.status, self.press)

    @part
    def housekeeping(self) -> Housekeeping:
        from app.actions.housekeeping import Housekeeping

        return Housekeeping(self.office, self._vault, self.sealing, self.files, self.files.recover_moved)

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

    # -- guards -------------------------------------------------------------------------------------------------------

    def runner(self, on_report: Callable[[GuardReport], None], warn: Warn | None = None) -> Runner:
        """All guards, not started. They act as "guard" in the journal. `warn` shows warnings of deletions to a person."""
        from app.guards.runner import Runner

        return Runner(self.guards(warn), self.clock, on_report)

    def guards(self, warn: Warn | None = None) -> tuple[Guard, ...]:
        from app.actions.alive import GuardsAlive
        from app.actions.locking import LockActions
        from app.guards.check_outs import CheckOutGuard
        from app.guards.deletion import DeletionGuard
        from app.guards.idle_lock import IdleLockGuard
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
            IdleLockGuard(self.idle_clock, LockActions(self.office.as_guard, self.session_lock), self.vault),
        ]
        deletion = self._deletion(self.office.as_guard())
        guards.append(DeletionGuard(deletion, self.deadlines, warn, self._deletion_stage))
        return tuple(guards)

    def _copies_guard(self) -> Guard:
        from app.guards.copies.guard import CopiesGuard, Surroundings
        from app.guards.copies.pausing import PausedScans
        from app.system.sessions import RemoteSessions
        from app.system.watch import file_probe, folder_watcher

        around = Surroundings(
            watcher=folder_watcher,
            probe=file_probe(),
            files=self.files,
            is_settled_open=self.files.settled_open,
            power=PausedScans(self.power, lambda: self.settings.flag("copies.pause_on_battery_saver")),
            places=self.places,
            mount_points=self.places.removable_drives,
            session_hosts=RemoteSessions().hosts,
        )
        intake = Intake(self.office.as_guard(), self.settings)
        return CopiesGuard(intake, self.detector, around, self._reconcile_every, self.pause.until)

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

    def rest(self) -> None:
        """Nobody looks just now: give back the memory that the last look took. Any thread."""
        from app.system.memory import give_back

        self._opened.store.rest()
        give_back()

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
