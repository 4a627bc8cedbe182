"""What doctor tells of the assistant's place on this machine: how keys are kept, whether changes are heard, whether it starts
with the session, how news reaches the person, what is synchronised, and which versions run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from app.actions.checks import Check, CheckState
from app.domain.folder import FolderKind
from app.domain.messages import Message, listed, msg
from app.domain.ports import KeySource, PlaceKind, Places
from app.domain.rules import RuleState
from app.store import Store
from app.system.autostart import AutostartState
from app.system.credentials.persistence import Persistence
from app.system.notify import Ability

OWN_CHECKS: Final = ("keyring", "watchers", "autostart", "toasts", "cloud-folders", "versions")
PYTHONS: Final = ("3.11", "3.12", "3.13")  # that are supported
STANDARD: Final[Mapping[str, Message]] = MappingProxyType(
    {
        "desktop": msg("doctor.folder-desktop"),
        "documents": msg("doctor.folder-documents"),
        "downloads": msg("doctor.folder-downloads"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSurface:
    """What is looked at. The functions may raise AssistantError and OSError. `standard`: the person's standard folders."""

    key_source: KeySource
    persistence: Callable[[], Persistence | None]
    hears_changes: Callable[[], bool]
    autostart: Callable[[], AutostartState | None]
    wants_autostart: Callable[[], bool]
    toasts: Callable[[], Ability]
    wants_toasts: Callable[[], bool]
    standard: Callable[[], Mapping[str, Path]]
    versions: Callable[[], Mapping[str, str]]


def own_checks(surface: OwnSurface, store: Store, places: Places) -> Mapping[str, Callable[[str], Check]]:
    """By id, in the order of OWN_CHECKS."""
    return {
        "keyring": lambda id_: _keyring(id_, surface),
        "watchers": lambda id_: _watchers(id_, surface, store),
        "autostart": lambda id_: _autostart(id_, surface),
        "toasts": lambda id_: _toasts(id_, surface),
        "cloud-folders": lambda id_: _cloud_folders(id_, surface, places),
        "versions": lambda id_: _versions(id_, surface),
    }


def _keyring(id_: str, surface: OwnSurface) -> Check:
    if surface.key_source is not KeySource.CREDENTIAL_STORE:
        return Check(id=id_, state=CheckState.OK, sentence=msg("doctor.keyring-none"))
    found = surface.persistence()
    if found is Persistence.MACHINE:
        return Check(id=id_, state=CheckState.OK, sentence=msg("doctor.keyring-kept"))
    if found is None:
        return Check(id=id_, state=CheckState.UNKNOWN, sentence=msg("doctor.keyring-unknown"))
    if found is Persistence.ROAMS:
        fix = msg("doctor.fix-keyring-roams")
        return Check(id=id_, state=CheckState.FAILED, sentence=msg("doctor.keyring-roams"), fix=fix)
    fix = msg("doctor.fix-keyring-session")
    return Check(id=id_, state=CheckState.FAILED, sentence=msg("doctor.keyring-session"), fix=fix)


def _watchers(id_: str, surface: OwnSurface, store: Store) -> Check:
    """Whether this machine tells of changes at all, and whether it does of every watched folder."""
    if not surface.hears_changes():
        fix = msg("doctor.fix-watchers")
        return Check(id=id_, state=CheckState.FAILED, sentence=msg("doctor.watchers-deaf"), fix=fix)
    with store.read() as session:
        watched = [folder for folder in session.folders.all() if folder.kind is FolderKind.WATCHED]
        noted = [session.notes.get(f"folder.{folder.id}") for folder in watched]
    ailing = sum(state in (RuleState.ATTENTION.value, RuleState.UNKNOWN.value) for state in noted)
    if ailing:
        sentence, fix = msg("doctor.watchers-partly", n=ailing), msg("doctor.fix-watchers")
        return Check(id=id_, state=CheckState.ATTENTION, sentence=sentence, fix=fix)
    return Check(id=id_, state=CheckState.OK, sentence=msg("doctor.watchers-fine"))


def _autostart(id_: str, surface: OwnSurface) -> Check:
    state, wanted = surface.autostart(), surface.wants_autostart()
    if state is None:
        return Check(id=id_, state=CheckState.UNKNOWN, sentence=msg("doctor.autostart-unknown"))
    if state in (AutostartState.FOR_ALL, AutostartState.OWN):
        return Check(id=id_, state=CheckState.OK, sentence=msg("doctor.autostart-fine"))
    if state is AutostartState.OTHER_PROGRAM:
        fix = msg("doctor.fix-autostart-other")
        return Check(id=id_, state=CheckState.ATTENTION, sentence=msg("doctor.autostart-other"), fix=fix)
    sentence = msg("doctor.autostart-off") if wanted else msg("doctor.autostart-unwanted")
    return Check(id=id_, state=CheckState.ATTENTION, sentence=sentence, fix=msg("doctor.fix-autostart"))


def _toasts(id_: str, surface: OwnSurface) -> Check:
    if not surface.wants_toasts():
        return Check(id=id_, state=CheckState.OK, sentence=msg("doctor.toasts-unwanted"))
    match surface.toasts():
        case Ability.BUTTONS:
            return Check(id=id_, state=CheckState.OK, sentence=msg("doctor.toasts-buttons"))
        case Ability.PLAIN:
            return Check(id=id_, state=CheckState.OK, sentence=msg("doctor.toasts-plain"))
        case Ability.TRAY:
            return Check(id=id_, state=CheckState.OK, sentence=msg("doctor.toasts-tray"))
        case Ability.SWITCHED_OFF:
            sentence, fix = msg("doctor.toasts-off"), msg("doctor.fix-toasts")
            return Check(id=id_, state=CheckState.ATTENTION, sentence=sentence, fix=fix)


def _cloud_folders(id_: str, surface: OwnSurface, places: Places) -> Check:
    """Nobody has to change it: what is deleted in such a folder is told with its end date on the declaration."""
    found = {name: places.of(path) for name, path in surface.standard().items()}
    shared = {name: place for name, place in found.items() if place.kind is PlaceKind.SYNCHRONISED and name in STANDARD}
    if not shared:
        return Check(id=id_, state=CheckState.OK, sentence=msg("doctor.cloud-folders-none"))
    by = next((place.synchronised_by for place in shared.values() if place.synchronised_by), "cloud")
    names = tuple(STANDARD[name] for name in STANDARD if name in shared)
    return Check(id=id_, state=CheckState.OK, sentence=msg("doctor.cloud-folders", folders=listed(names), by=by))


def _versions(id_: str, surface: OwnSurface) -> Check:
    found = surface.versions()
    python = found.get("python", "")
    sentence = msg(
        "doctor.versions", program=found.get("program", "?"), python=python or "?", system=found.get("system", "?")
    )
    if python.rpartition(".")[0] not in PYTHONS:
        return Check(id=id_, state=CheckState.ATTENTION, sentence=sentence, fix=msg("doctor.fix-versions"))
    return Check(id=id_, state=CheckState.OK, sentence=sentence)
