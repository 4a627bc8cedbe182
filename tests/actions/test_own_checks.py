"""What doctor tells of the assistant's place on this machine."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.actions.doctor import Check, CheckState, DoctorActions
from app.actions.own_checks import OWN_CHECKS
from app.domain.errors import EnvironmentLacking
from app.domain.messages import msg
from app.domain.ports import KeySource, PlaceInfo, PlaceKind
from app.system.autostart import AutostartState
from app.system.credentials.persistence import Persistence
from app.system.language import texts
from app.system.notify import Ability
from tests.actions.laptop import Laptop

OK, ATTENTION, FAILED, UNKNOWN = CheckState.OK, CheckState.ATTENTION, CheckState.FAILED, CheckState.UNKNOWN


def check(laptop: Laptop, id_: str, **changes: object) -> Check:
    """One check, where the machine answers otherwise."""
    doctor = laptop.app.doctor
    own = replace(doctor._surface.own, **changes)  # type: ignore[arg-type]
    surface = replace(doctor._surface, own=own)
    other = DoctorActions(laptop.app.office, doctor._store, laptop.app.vault, laptop.places, surface)
    found = {check.id: check for check in other.checks()}
    assert tuple(id_ for id_ in found if id_ in OWN_CHECKS) == OWN_CHECKS
    return found[id_]


@pytest.mark.parametrize(
    ("persistence", "state"),
    [(Persistence.MACHINE, OK), (Persistence.ROAMS, FAILED), (Persistence.SESSION, FAILED), (None, UNKNOWN)],
)
def test_keys_must_be_kept_and_stay_here(laptop: Laptop, persistence: Persistence | None, state: CheckState) -> None:
    """VT-C5"""
    found = check(laptop, "keyring", key_source=KeySource.CREDENTIAL_STORE, persistence=lambda: persistence)
    assert (found.state, found.fix is not None) == (state, state is FAILED)


def test_a_keyring_that_is_locked_says_so(laptop: Laptop) -> None:
    def locked() -> Persistence:
        raise EnvironmentLacking(msg("keys.locked"))

    found = check(laptop, "keyring", key_source=KeySource.CREDENTIAL_STORE, persistence=locked)
    assert (found.state, found.sentence.id) == (FAILED, "keys.locked")


def test_folders_that_are_not_heard_are_told(laptop: Laptop) -> None:
    """VR-P1a"""
    laptop.client()
    folder = laptop.watch()
    assert check(laptop, "watchers").state is OK
    with laptop.app.office.change() as work:
        work.session.notes.set(f"folder.{folder}", "attention")
    partly = check(laptop, "watchers")
    assert (partly.state, partly.fix is not None) == (ATTENTION, True)
    deaf = check(laptop, "watchers", hears_changes=lambda: False)
    assert (deaf.state, deaf.sentence.id) == (FAILED, "doctor.watchers-deaf")


@pytest.mark.parametrize(
    ("autostart", "state"),
    [
        (AutostartState.FOR_ALL, OK),
        (AutostartState.OWN, OK),
        (AutostartState.SWITCHED_OFF, ATTENTION),
        (AutostartState.OTHER_PROGRAM, ATTENTION),
        (AutostartState.ABSENT, ATTENTION),
        (None, UNKNOWN),
    ],
)
def test_an_assistant_that_is_not_started_guards_nothing(
    laptop: Laptop, autostart: AutostartState | None, state: CheckState
) -> None:
    laptop.autostart.told = autostart
    found = check(laptop, "autostart")
    assert (found.state, found.fix is not None) == (state, state is ATTENTION)


def test_the_setting_reaches_the_system(laptop: Laptop) -> None:
    laptop.app.settings.set("tray.start_with_session", False)
    assert laptop.autostart.told is AutostartState.ABSENT
    assert check(laptop, "autostart").sentence.id == "doctor.autostart-unwanted"
    laptop.app.settings.set("tray.start_with_session", True)
    assert laptop.autostart.told is AutostartState.OWN


def test_a_system_that_refuses_changes_no_setting(laptop: Laptop) -> None:
    laptop.autostart.refusal = PermissionError(13, "Permission denied")
    with pytest.raises(EnvironmentLacking):
        laptop.app.settings.set("tray.start_with_session", False)
    assert laptop.app.settings.flag("tray.start_with_session")
    laptop.autostart.refusal = FileNotFoundError("vroom-assistant")  # a checkout: there is nothing to start
    laptop.app.settings.set("tray.start_with_session", True)


def test_folders_that_onedrive_took_over_are_named(laptop: Laptop) -> None:
    """VR-P4: known, said; the declaration gives the end date."""
    assert check(laptop, "cloud-folders").sentence.id == "doctor.cloud-folders-none"
    for name in ("Desktop", "Documents"):
        place = PlaceInfo(kind=PlaceKind.SYNCHRONISED, synchronised_by="OneDrive")
        laptop.places.told[Path(laptop.home / name).resolve()] = place
    found = check(laptop, "cloud-folders")
    assert found.state is OK
    told = texts("nl").render(found.sentence)
    assert told.startswith("OneDrive synchroniseert: Bureaublad en Documenten.")
    assert "93 dagen" in told


def test_a_python_that_nobody_tried_asks_for_attention(laptop: Laptop) -> None:
    found = check(laptop, "versions", versions=lambda: {"program": "0.1.0", "python": "3.17.0", "system": "x"})
    assert (found.state, found.fix is not None) == (ATTENTION, True)
    assert check(laptop, "versions").state is OK


@pytest.mark.parametrize(
    ("ability", "state", "said"),
    [
        (Ability.BUTTONS, OK, "doctor.toasts-buttons"),
        (Ability.PLAIN, OK, "doctor.toasts-plain"),
        (Ability.TRAY, OK, "doctor.toasts-tray"),
        (Ability.SWITCHED_OFF, ATTENTION, "doctor.toasts-off"),
    ],
)
def test_how_news_reaches_the_person_is_told(laptop: Laptop, ability: Ability, state: CheckState, said: str) -> None:
    found = check(laptop, "toasts", toasts=lambda: ability)
    assert (found.state, found.sentence.id, found.fix is not None) == (state, said, state is ATTENTION)


def test_who_wants_no_toasts_is_not_told_to_switch_them_on(laptop: Laptop) -> None:
    laptop.app.settings.set("toasts.enabled", "false")
    found = check(laptop, "toasts", toasts=lambda: Ability.SWITCHED_OFF)
    assert (found.state, found.sentence.id) == (OK, "doctor.toasts-unwanted")
