"""Against the Microsoft 365 test server: cards in time, copies in the cloud, and who can open a project's place.

VR-P2, VR-P4, VR-U5b, VT-C4.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Literal

import pytest

from app.domain.agreement import Agreement, Place
from app.domain.audience import GrantFix
from app.domain.cloud_copy import CLOUD_BIN
from app.domain.copy import CopyState
from app.domain.deletion import Outcome, ResidualKind
from app.domain.project import ProjectStatus
from tests.actions.laptop import CLIENT, HOUR, WEEK, Laptop
from tests.actions.office365_laptops import policy_of, sign_in
from tests.actions.two_laptops import card_guard, runs_until, two_laptops
from tests.microsoft365 import Microsoft365
from tests.microsoft365.fixtures import microsoft365  # noqa: F401  # a fixture

ANNA, BAS = "anna@vroom.example", "bas@vroom.example"
FILE = "Documenten/salarissen.xlsx"


@pytest.fixture
def service(microsoft365: Microsoft365) -> Microsoft365:  # noqa: F811  # the fixture
    microsoft365.add_person(BAS, "Bas Visser", roles=("Consultant",))
    return microsoft365


@pytest.fixture
def pair(tmp_path: Path, service: Microsoft365) -> Iterator[tuple[Laptop, Laptop]]:
    with two_laptops(tmp_path, **policy_of(service)) as (anna, bas):
        sign_in(anna, service, ANNA)
        sign_in(bas, service, BAS)
        yield anna, bas


@pytest.mark.parametrize("minutes", [3, 44])
def test_a_closing_is_on_the_other_laptop_within_the_hour(
    pair: tuple[Laptop, Laptop], service: Microsoft365, minutes: int
) -> None:
    anna, bas = pair
    anna.usual()
    hers, his = card_guard(anna), card_guard(bas)
    hers.check(anna.now)
    runs_until(bas, his, timedelta(minutes=minutes))
    anna.app.projects.close("P1")
    hers.check(anna.now)
    runs_until(bas, his, HOUR)
    assert bas.app.projects.show("P1").project.status is ProjectStatus.CLOSED
    service.forget_requests()
    runs_until(bas, his, 4 * HOUR)
    assert len(service.requests) <= 4 * 2, "at rest"


class TestCloudCopies:
    @pytest.fixture
    def anna(self, pair: tuple[Laptop, Laptop]) -> Laptop:
        return pair[0]

    @pytest.fixture
    def agreement(self, anna: Laptop, service: Microsoft365) -> Agreement:
        service.own_drive(ANNA).put(FILE, b"persoonsgegevens")
        return anna.usual(place=Place.OFFICE365)

    def _due(self, anna: Laptop, agreement: Agreement) -> None:
        anna.app.agreements.fulfilled(agreement.id)
        anna.passes(WEEK)

    def test_one_in_the_own_onedrive_goes_past_the_bins(
        self, anna: Laptop, agreement: Agreement, service: Microsoft365
    ) -> None:
        copy = anna.app.copies.add_elsewhere(FILE, agreement.id).copy
        service.own_drive(ANNA).rename(FILE, "Documenten/heel anders.xlsx")
        self._due(anna, agreement)
        (told,) = anna.app.deletion.run_due().items
        assert (told.outcome, told.method, told.residuals) == (Outcome.DELETED, "cloud-removal", ())
        assert service.own_drive(ANNA).paths() == []
        assert service.own_drive(ANNA).in_recycle_bin() == []
        assert anna.copy(copy.id).state is CopyState.DELETED

    def test_where_the_service_keeps_a_bin_the_end_is_named_and_a_supplement_follows(
        self, anna: Laptop, agreement: Agreement, service: Microsoft365
    ) -> None:
        service.world.allows_permanent_delete = False
        anna.app.copies.add_elsewhere(FILE, agreement.id)
        self._due(anna, agreement)
        run = anna.app.deletion.run_due()
        assert [(r.kind, r.until) for r in run.items[0].residuals] == [
            (ResidualKind.CLOUD_SHADOW, anna.now + CLOUD_BIN)
        ]
        anna.passes(CLOUD_BIN)
        (supplement,) = anna.app.deletion.run_due().certificates
        assert anna.app.certificates.show(supplement).supplement_to == run.certificates[0]

    @pytest.mark.parametrize(("kept", "word"), [("hold", "cloud-on-hold"), ("record", "cloud-record")])
    def test_what_a_rule_keeps_is_said(
        self, anna: Laptop, agreement: Agreement, service: Microsoft365, kept: Literal["hold", "record"], word: str
    ) -> None:
        copy = anna.app.copies.add_elsewhere(FILE, agreement.id).copy
        service.own_drive(ANNA).hold(FILE, kept)
        self._due(anna, agreement)
        (told,) = anna.app.deletion.run_due().items
        assert (told.outcome, anna.copy(copy.id).blocked_by) == (Outcome.BLOCKED, word)
        assert [r.kind for r in told.residuals] == [ResidualKind.CLOUD_HOLD]

    def test_not_signed_in_it_waits_and_goes_afterwards(
        self, anna: Laptop, agreement: Agreement, service: Microsoft365
    ) -> None:
        copy = anna.app.copies.add_elsewhere(FILE, agreement.id).copy
        tokens = sign_in(anna, service, ANNA)
        tokens.refuses = True
        self._due(anna, agreement)
        anna.app.deletion.run_due()
        assert (anna.copy(copy.id).state, anna.copy(copy.id).blocked_by) == (CopyState.BLOCKED, "cloud-sign-in")
        tokens.refuses = False
        anna.app.deletion.run_due()
        assert anna.copy(copy.id).state is CopyState.DELETED

    def test_one_behind_an_address_of_the_site_is_followed(
        self, anna: Laptop, agreement: Agreement, service: Microsoft365
    ) -> None:
        service.drive.put("Klant/salarissen.xlsx", b"persoonsgegevens")
        address = f"{service.site_url}/Shared%20Documents/Klant/salarissen.xlsx"
        anna.app.copies.add_elsewhere(address, agreement.id)
        self._due(anna, agreement)
        (told,) = anna.app.deletion.run_due().items
        assert told.outcome is Outcome.DELETED
        assert "Klant/salarissen.xlsx" not in service.drive.paths()

    def test_one_named_by_its_path_in_the_site_is_found_there(
        self, anna: Laptop, agreement: Agreement, service: Microsoft365
    ) -> None:
        service.drive.put("Klant/Map/salarissen.xlsx", b"persoonsgegevens")
        anna.app.copies.add_elsewhere("Klant/Map/salarissen.xlsx", agreement.id)
        self._due(anna, agreement)
        (told,) = anna.app.deletion.run_due().items
        assert told.outcome is Outcome.DELETED
        assert "Klant/Map/salarissen.xlsx" not in service.drive.paths()


def test_who_can_open_the_place_and_what_to_do(pair: tuple[Laptop, Laptop], service: Microsoft365) -> None:
    anna, _ = pair
    drive = service.drive
    drive.put("P1/plan.docx", b"plan")
    drive.share("P1", mail=ANNA)
    drive.share("P1", mail=BAS)
    drive.share("P1", kind="site_group", name="Leden van de site")
    drive.share("P1", kind="link", scope="organization")
    anna.client()
    anna.app.projects.add("P1", CLIENT, members=(f"Anna <{ANNA}>",))
    seen = anna.app.audience.place("P1")
    assert seen.can_tell
    assert seen.address is not None
    own = [grant for grant in seen.grants if not grant.grant.is_inherited]
    told = {grant.grant.mail or grant.grant.scope or grant.grant.name: grant.fix for grant in own}
    assert told == {
        ANNA: GrantFix.NONE,
        BAS: GrantFix.REMOVE,
        "Leden van de site": GrantFix.LOOK_INTO_GROUP,
        "organization": GrantFix.REPLACE_LINK,
    }
