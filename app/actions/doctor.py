"""What is wrong with the assistant itself, and how to mend it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Final

from app.actions.begun import Begun, left_behind
from app.actions.checks import Check as Check
from app.actions.checks import CheckState as CheckState
from app.actions.deletion import INTENT as DELETION_INTENT
from app.actions.isolation import in_force, not_in_force
from app.actions.lock_checks import LOCK_CHECKS, lock_checks
from app.actions.lock_terms import LockTerms
from app.actions.office import Office
from app.actions.own_checks import OWN_CHECKS, OwnSurface, own_checks
from app.actions.sign_in_checks import SIGN_IN_CHECKS, SignInSurface, sign_in_checks
from app.actions.storage_checks import STORAGE_CHECKS, storage_checks
from app.actions.team_status.checks import TEAM_CHECKS, TeamSurface, team_checks
from app.actions.vault import VaultActions
from app.detect.process.measures import Measures
from app.domain.causes import cause_of
from app.domain.errors import AssistantError
from app.domain.folder import FolderKind
from app.domain.health import HealthFinding
from app.domain.health_judging import summed
from app.domain.locking import LockAttempt, LockOutcome
from app.domain.messages import Argument, Message, listed, msg
from app.domain.moments import ClockState
from app.domain.ports import KeySource, PlaceKind, Places, Progress
from app.domain.rules import RuleState
from app.domain.storage_place import StoragePlace
from app.store import Store

LEAST_FREE = 200 * 1024 * 1024  # bytes


def impersonal(check: Check) -> Check:
    """The same without what was filled in as text: paths and names do not leave the laptop with it."""
    fix = None if check.fix is None else _without_texts(check.fix)
    return replace(check, sentence=_without_texts(check.sentence), fix=fix)


def _without_texts(message: Message) -> Message:
    return Message(message.id, MappingProxyType({name: _counted(value) for name, value in message.arguments.items()}))


def _counted(value: Argument) -> Argument:
    if isinstance(value, Message):
        return _without_texts(value)
    if isinstance(value, tuple):
        return tuple(_without_texts(part) for part in value)
    return "…" if isinstance(value, str) else value


# In the order in which they run.
CHECKS: Final = (
    *("store", "keys", "journal", "vault", "interrupted", "privacy", "place", "disk-space", "disk-encryption"),
    *("clock", "policy", "detector", "isolation", "folders", *SIGN_IN_CHECKS, "remote", *STORAGE_CHECKS),
    *("lock", *LOCK_CHECKS, "health", *OWN_CHECKS, *TEAM_CHECKS),
)
# From calm to what asks most.
SEVERITY: Final = (CheckState.OK, CheckState.UNKNOWN, CheckState.ATTENTION, CheckState.FAILED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """All checks, as they were found at one moment."""

    at: datetime
    checks: tuple[Check, ...]

    @property
    def wanting(self) -> tuple[Check, ...]:
        """What is not in order, what asks most first."""
        wanting = (check for check in self.checks if check.state is not CheckState.OK)
        return tuple(sorted(wanting, key=lambda check: SEVERITY.index(check.state), reverse=True))

    @property
    def fine(self) -> tuple[Check, ...]:
        return tuple(check for check in self.checks if check.state is CheckState.OK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surface:
    """What doctor looks at outside of the store. The functions may raise AssistantError; then the check has failed."""

    data_dir: Path
    key_source: KeySource
    policy_state: str
    policy_problems: Sequence[Message]
    free_bytes: Callable[[Path], int]
    check_privacy: Callable[[Path], None]
    disk_encrypted: Callable[[Path], bool | None]
    detector_answers: Callable[[], bool]
    isolation: Callable[[], Measures]
    list_remote: Callable[[], Iterable[str]]
    lock_mechanism: Callable[[], str | None]
    is_locked: Callable[[], bool | None]
    seconds_idle: Callable[[], float | None]
    lock_now: Callable[[], LockAttempt]
    lock_terms: LockTerms
    device_health: Callable[[], Sequence[HealthFinding]]
    own: OwnSurface
    team: TeamSurface
    sign_in: SignInSurface = field(default_factory=SignInSurface)
    stores: Callable[[], Sequence[StoragePlace]] = tuple


class DoctorActions:
    def __init__(self, office: Office, store: Store, vault: VaultActions, places: Places, surface: Surface) -> None:
        self._office = office
        self._store = store
        self._vault = vault
        self._places = places
        self._surface = surface
        self._last: Examination | None = None

    def checks(self, *, try_lock: bool = False, progress: Progress | None = None) -> tuple[Check, ...]:
        """Every check, none of which changes anything. A check that cannot run is `unknown` or `failed`, never `ok`.

        With `try_lock` the screen is locked for real, and what came of it counts. `progress` counts checks.
        """
        checks = self._all(try_lock=try_lock)
        found = []
        for number, id_ in enumerate(CHECKS):
            if progress is not None:
                progress(number, len(CHECKS))
            found.append(self._run(id_, checks[id_]))
        return tuple(found)

    def examine(self, *, try_lock: bool = False, progress: Progress | None = None) -> Examination:
        """The same, remembered until the next time or the end of the process."""
        checks = self.checks(try_lock=try_lock, progress=progress)
        self._last = Examination(at=self._office.clock.now(), checks=checks)
        return self._last

    def last(self) -> Examination | None:
        """What the last examination of this process found."""
        return self._last

    def _all(self, *, try_lock: bool) -> Mapping[str, Callable[[str], Check]]:
        return {
            "store": self._store_check,
            "keys": self._keys,
            "journal": self._journal,
            "vault": self._vault_check,
            "interrupted": self._interrupted,
            "privacy": self._privacy,
            "place": self._place,
            "disk-space": self._space,
            "disk-encryption": self._encryption,
            "clock": self._clock,
            "policy": self._policy,
            "detector": self._detector,
            "isolation": self._isolation,
            "folders": self._folders,
            **sign_in_checks(self._surface.sign_in),
            "remote": self._remote,
            **storage_checks(self._surface.stores),
            "lock": self._tried_lock if try_lock else self._lock,
            **lock_checks(self._surface.lock_terms),
            "health": self._health,
            **own_checks(self._surface.own, self._store, self._places),
            **team_checks(self._surface.team),
        }

    def _run(self, id_: str, check: Callable[[str], Check]) -> Check:
        try:
            return check(id_)
        except AssistantError as error:
            return Check(id=id_, state=CheckState.FAILED, sentence=error.message, fix=msg("doctor.fix-ask-it"))
        except OSError as error:
            why = cause_of(error)
            return Check(id=id_, state=CheckState.UNKNOWN, sentence=msg("doctor.not-run", why=why))

    def _store_check(self, id_: str) -> Check:
        problem = self._store.quick_check()
        if problem is None:
            return Check(id=id_, state=CheckState.OK, sentence=msg("doctor.store-fine"))
        return Check(
            id=id_, state=CheckState.FAILED, sentence=msg("doctor.store-damaged"), fix=msg("doctor.fix-restore")
        )

    def _keys(self, id_: str) -> Check:
        if self._surface.key_source is KeySource.KEY_FILE:
            fix = msg("doctor.fix-key-file")
            return Check(id=id_, state=CheckState.ATTENTION, sentence=msg("status.key-file"), fix=fix)
        return Check(id=id_, state=CheckState.OK, sentence=msg("doctor.keys-fine"))

    def _journal(self, id_: str) -> Check:
        with self._office.look() as session:
            check = session.journal.verify()
        if check.valid:
            return Check(id=id_, state=CheckState.OK, sentence=msg("doctor.journal-fine", n=check.entries))
        return Check(
            id=id_,
            state=CheckState.FAILED,
            sentence=msg("doctor.journal-broken", seq=check.first_bad or 0),
            fix=msg("doctor.fix-journal"),
        )

    def _vault_check(self, id_: str) -> Check:
        check = self._vault.check()
        if not check.problems:
            return Check(id=id_, state=CheckState.OK, sentence=msg("doctor.vault-fine", n=check.checked))
        return Check(
            id=id_,
            state=CheckState.FAILED,
            sentence=msg("doctor.vault-damaged", n=len(check.problems)),
            fix=msg("doctor.fix-vault"),
        )

    def _interrupted(self, id_: str) -> Check:
        with self._office.look() as session:
            left = [key for what in Begun for key in left_behind(session, what)]
            left += session.notes.listing(DELETION_INTENT)
        if not left:
            return Check(id=id_, state=CheckState.OK, sentence=msg("doctor.nothing-interrupted"))
        return Check(
            id=id_,
            state=CheckState.ATTENTION,
            sentence=msg("doctor.interrupted", n=len(left)),
            fix=msg("doctor.fix-interrupted"),
        )

    def _privacy(self, id_: str) -> Check:
        self._surface.check_privacy(self._surface.data_dir)  # says what is wrong by its error
        return Check(id=id_, state=CheckState.OK, sentence=msg("doctor.private"))

    def _place(self, id_: str) -> Check:
        info = self._places.of(self._surface.data_dir)
        if info.kind in (PlaceKind.LOCAL, PlaceKind.REMOVABLE):
            return Check(id=id_, state=CheckState.OK, sentence=msg("doctor.place-local"))
        sentence = msg("doctor.place-shared", where=info.synchronised_by or info.kind.value)
        return Check(id=id_, state=CheckState.FAILED, sentence=sentence, fix=msg("doctor.fix-place"))

    def _space(self, id_: str) -> Check:
        free = self._surface.free_bytes(self._surface.data_dir)
        megabytes = free // 1024**2
        if free < LEAST_FREE:
            sentence = msg("doctor.space-low", megabytes=megabytes)
            return Check(id=id_, state=CheckState.ATTENTION, sentence=sentence, fix=msg("doctor.fix-space"))
        return Check(id=id_, state=CheckState.OK, sentence=msg("doctor.space-fine", megabytes=megabytes))

    def _encryption(self, id_: str) -> Check:
        encrypted = self._surface.disk_encrypted(self._surface.data_dir)
        if encrypted is None:
            return Check(id=id_, state=CheckState.UNKNOWN, sentence=msg("doctor.encryption-unknown"))
        if encrypted:
            return Check(id=id_, state=CheckState.OK, sentence=msg("doctor.encrypted"))
        fix = msg("doctor.fix-encryption")
        return Check(id=id_, state=CheckState.ATTENTION, sentence=msg("doctor.not-encrypted"), fix=fix)

    def _clock(self, id_: str) -> Check:
        if self._office.clock.judgement().state is ClockState.TRUSTED:
            return Check(id=id_, state=CheckState.OK, sentence=msg("doctor.clock-fine"))
        fix = msg("doctor.fix-clock")
        return Check(id=id_, state=CheckState.ATTENTION, sentence=msg("status.clock-suspect"), fix=fix)

    def _policy(self, id_: str) -> Check:
        problems = tuple(self._surface.policy_problems)
        if problems:
            sentence = msg("doctor.policy-broken", problems=problems)
            return Check(id=id_, state=CheckState.ATTENTION, sentence=sentence, fix=msg("doctor.fix-policy"))
        if self._surface.policy_state == "none":
            return Check(id=id_, state=CheckState.OK, sentence=msg("doctor.policy-none"))
        return Check(id=id_, state=CheckState.OK, sentence=msg("doctor.policy-fine"))

    def _detector(self, id_: str) -> Check:
        if self._surface.detector_answers():
            return Check(id=id_, state=CheckState.OK, sentence=msg("doctor.detector-fine"))
        fix = msg("doctor.fix-ask-it")
        return Check(id=id_, state=CheckState.FAILED, sentence=msg("doctor.detector-silent"), fix=fix)

    def _isolation(self, id_: str) -> Check:
        measures = self._surface.isolation()
        held, lacking = in_force(measures), not_in_force(measures)
        if not measures:
            return Check(id=id_, state=CheckState.UNKNOWN, sentence=msg("doctor.isolation-unknown"))
        if not held:
            fix = msg("doctor.fix-ask-it")
            return Check(id=id_, state=CheckState.FAILED, sentence=msg("doctor.isolation-none"), fix=fix)
        if lacking:
            sentence = msg("doctor.isolation-part", n=len(lacking), lacking=listed(lacking), held=listed(held))
            return Check(id=id_, state=CheckState.ATTENTION, sentence=sentence, fix=msg("doctor.fix-isolation"))
        return Check(id=id_, state=CheckState.OK, sentence=msg("doctor.isolation-fine", held=listed(held)))

    def _folders(self, id_: str) -> Check:
        with self._office.look() as session:
            folders = [f for f in session.folders.all() if f.kind is FolderKind.WATCHED]
        gone = [folder for folder in folders if not Path(folder.path).is_dir()]
        if not folders:
            fix = msg("doctor.fix-no-folders")
            return Check(id=id_, state=CheckState.ATTENTION, sentence=msg("rule.no-folders"), fix=fix)
        if gone:
            sentence = msg("doctor.folders-gone", n=len(gone))
            return Check(id=id_, state=CheckState.ATTENTION, sentence=sentence, fix=msg("doctor.fix-folders"))
        return Check(id=id_, state=CheckState.OK, sentence=msg("doctor.folders-fine", n=len(folders)))

    def _remote(self, id_: str) -> Check:
        try:
            for _ in self._surface.list_remote():
                break
        except AssistantError as error:
            fix = msg("doctor.fix-remote")
            return Check(id=id_, state=CheckState.ATTENTION, sentence=error.message, fix=fix)
        return Check(id=id_, state=CheckState.OK, sentence=msg("doctor.remote-fine"))

    def _lock(self, id_: str) -> Check:
        mechanism = self._surface.lock_mechanism()
        if mechanism is None:
            fix = msg("doctor.fix-no-lock")
            return Check(id=id_, state=CheckState.ATTENTION, sentence=msg("doctor.lock-none"), fix=fix)
        if self._surface.is_locked() is None:
            sentence = msg("doctor.lock-unseen", mechanism=mechanism)
            return Check(id=id_, state=CheckState.UNKNOWN, sentence=sentence, fix=msg("doctor.fix-try-lock"))
        if self._surface.seconds_idle() is None:
            sentence = msg("doctor.lock-blind", mechanism=mechanism)
            return Check(id=id_, state=CheckState.UNKNOWN, sentence=sentence, fix=msg("doctor.fix-lock-yourself"))
        return Check(id=id_, state=CheckState.OK, sentence=msg("doctor.lock-fine", mechanism=mechanism))

    def _tried_lock(self, id_: str) -> Check:
        attempt = self._surface.lock_now()
        if attempt.outcome is LockOutcome.LOCKED:
            return Check(id=id_, state=CheckState.OK, sentence=msg("doctor.lock-tried"))
        failed = attempt.outcome is LockOutcome.FAILED
        state = CheckState.FAILED if failed else CheckState.UNKNOWN
        return Check(id=id_, state=state, sentence=attempt.sentence, fix=msg("doctor.fix-lock-yourself"))

    def _health(self, id_: str) -> Check:
        """The device's own protection in one line; the page of the device has it check by check."""
        state, sentence, _ = summed(self._surface.device_health())
        if state is RuleState.OK:
            return Check(id=id_, state=CheckState.OK, sentence=sentence)
        state_here = CheckState.UNKNOWN if state is RuleState.UNKNOWN else CheckState.ATTENTION
        return Check(id=id_, state=state_here, sentence=sentence, fix=msg("doctor.fix-health"))
