"""Who this laptop is, and whose cards count. Source: VT-C4, design: Cards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.card import Role
from app.domain.errors import InputError, NotFoundError
from tests.actions.laptops import Laptop
from tests.domain.card_samples import BRAM, CHAIMA
from tests.fakes import FakeClock


@pytest.fixture
def laptop(tmp_path: Path, clock: FakeClock) -> Iterator[Laptop]:
    laptop = Laptop("anna", tmp_path, clock)
    yield laptop
    laptop.store.close()


def test_whoami_tells_device_and_fingerprint_without_claiming_a_sign_in(laptop: Laptop) -> None:
    me = laptop.team.whoami()
    assert (me.device, me.fingerprint) == (laptop.key.device, laptop.key.fingerprint)
    assert (me.seen.is_signed_in, me.seen.account, me.seen.tenant, me.seen.expires_at) == (False, None, None, None)
    assert me.roles == (Role.CONSULTANT,)


def test_a_lead_is_one_by_policy_alone(tmp_path: Path, clock: FakeClock) -> None:
    """VT-C4"""
    fingerprint = Laptop("x", tmp_path / "a", clock).key.fingerprint
    lead = Laptop("x", tmp_path / "b", clock, {"team.leads": (f"x@vroom.example={fingerprint}",)})
    assert lead.team.role is Role.LEAD
    assert lead.team.whoami().roles == (Role.CONSULTANT, Role.LEAD)
    with pytest.raises(InputError):
        lead.team._settings.set("team.leads", "x")


@pytest.mark.parametrize("start", [26, 6])
def test_accepting_takes_the_id_or_its_start_and_is_journalled_once(laptop: Laptop, start: int) -> None:
    for fingerprint in (BRAM.fingerprint, BRAM.fingerprint.upper()):
        accepted = laptop.team.accept(f" {BRAM.device[:start].upper()} ", fingerprint)
        assert (accepted.id, accepted.fingerprint) == (BRAM.device, BRAM.fingerprint)
    assert laptop.events("team.accepted") == [{"fingerprint": BRAM.fingerprint}]


@pytest.mark.parametrize(
    ("device", "fingerprint"),
    [
        (BRAM.device, CHAIMA.fingerprint),
        (BRAM.device, BRAM.fingerprint[:-1]),
        (BRAM.device, "g" * 64),
        (BRAM.device, ""),
        ("", BRAM.fingerprint),
        (BRAM.device[:5], BRAM.fingerprint),
        ("anna", BRAM.fingerprint),
    ],
)
def test_a_fingerprint_that_is_not_the_devices_is_refused(laptop: Laptop, device: str, fingerprint: str) -> None:
    """VT-C4"""
    with pytest.raises(InputError):
        laptop.team.accept(device, fingerprint)
    assert laptop.events("team.accepted") == []


def test_the_own_laptop_is_neither_accepted_nor_retired(laptop: Laptop) -> None:
    with pytest.raises(InputError):
        laptop.team.accept(laptop.device, laptop.key.fingerprint)
    with pytest.raises(InputError):
        laptop.team.retire(laptop.device, "weg")


def test_retiring_needs_a_known_device_and_a_reason(laptop: Laptop) -> None:
    with pytest.raises(NotFoundError):
        laptop.team.retire(BRAM.device, "gestolen")
    laptop.team.accept(BRAM.device, BRAM.fingerprint)
    with pytest.raises(InputError):
        laptop.team.retire(BRAM.device, "  ")
    retired = laptop.team.retire(BRAM.device[:6], "gestolen")
    assert retired.retired_at == laptop.clock.now()
    assert laptop.team.retire(BRAM.device, "nogmaals") == retired
    assert laptop.events("team.retired") == [{"reason_given": True}]


def test_a_retired_device_can_be_accepted_anew(laptop: Laptop) -> None:
    laptop.team.accept(BRAM.device, BRAM.fingerprint)
    laptop.team.retire(BRAM.device, "kwijt")
    with laptop.office.look() as session:
        assert BRAM.device in laptop.team.named().trust(session).retired
    laptop.team.accept(BRAM.device, BRAM.fingerprint)
    with laptop.office.look() as session:
        trust = laptop.team.named().trust(session)
    assert BRAM.device in trust.known
    assert BRAM.device not in trust.retired


def test_a_device_that_policy_names_can_be_retired_here(tmp_path: Path, clock: FakeClock) -> None:
    laptop = Laptop("dirk", tmp_path, clock, {"team.devices": (BRAM.fingerprint,), "team.leads": (CHAIMA.device,)})
    for device in (BRAM.device, CHAIMA.device):
        laptop.team.retire(device, "uit dienst")
    with laptop.office.look() as session:
        trust = laptop.team.named().trust(session)
    assert trust.retired == {BRAM.device, CHAIMA.device}
    laptop.store.close()
