"""What a deletion leaves is named for every place where plain text was, with its end where there is one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.actions.residuals import CLOUD_BIN, ResidualRules, short_folder
from app.domain.copy import Location, OutsideCopy
from app.domain.deletion import Method, Residual, ResidualKind
from app.domain.ports import KeySource, PlaceInfo, PlaceKind
from tests.actions.laptop import ToldPlaces
from tests.fakes import START

HERE = Path("/home/robin/Downloads/a.xlsx")


class ToldDisk:
    def __init__(self, encrypted: bool | None) -> None:
        self.encrypted = encrypted

    def is_encrypted(self, path: Path) -> bool | None:
        return self.encrypted


def rules(
    *,
    places: ToldPlaces | None = None,
    encrypted: bool | None = True,
    keys: KeySource = KeySource.CREDENTIAL_STORE,
    recovery: bool = False,
) -> ResidualRules:
    return ResidualRules(places or ToldPlaces(), ToldDisk(encrypted), keys, has_recovery_key=recovery)


def copy(**changes: object) -> OutsideCopy:
    values: dict[str, object] = {
        "id": "c",
        "project_id": "p",
        "agreement_id": "a",
        "location": Location.VAULT,
        "name": "a.xlsx",
        "created_at": START,
        "original_path": str(HERE),
    }
    return OutsideCopy(**(values | changes))  # type: ignore[arg-type]


@given(
    destroyed=st.booleans(),
    recovery=st.sampled_from([True, False, None]),
    policy=st.booleans(),
    keys=st.sampled_from(list(KeySource)),
)
def test_an_erase_is_only_claimed_when_no_key_is_left_anywhere(
    destroyed: bool, recovery: bool | None, policy: bool, keys: KeySource
) -> None:
    """design, Deletion: `cryptographic-erase` (vault copies whose key went, no key file, no recovery copy)."""
    method = rules(keys=keys, recovery=policy).erase_method(key_destroyed=destroyed, has_recovery_copy=recovery)
    way_in = recovery if recovery is not None else policy
    expected = destroyed and not way_in and keys is not KeySource.KEY_FILE
    assert (method is Method.CRYPTOGRAPHIC_ERASE) == expected


@pytest.mark.parametrize(("encrypted", "left"), [(True, False), (False, True), (None, True)])
def test_freed_blocks_remain_unless_the_disk_is_known_to_be_encrypted(encrypted: bool | None, left: bool) -> None:
    found = rules(encrypted=encrypted).of_places((HERE,), START)
    assert (Residual(kind=ResidualKind.STORAGE_BLOCKS, where=short_folder(HERE)) in found) == left


def test_every_synchronised_place_has_its_shadow_once() -> None:
    places = ToldPlaces({HERE.parent: PlaceInfo(kind=PlaceKind.SYNCHRONISED, synchronised_by="OneDrive")})
    found = rules(places=places).of_places((HERE, HERE.with_name("b.xlsx"), Path("/x/c.xlsx")), START)
    assert found == (Residual(kind=ResidualKind.CLOUD_SHADOW, where="OneDrive", until=START + CLOUD_BIN),)


def test_what_keeps_an_unlink_from_being_an_erase_is_said() -> None:
    both = rules(keys=KeySource.KEY_FILE, recovery=True).of_sealed(key_destroyed=False)
    assert {residual.kind for residual in both} == {
        ResidualKind.KEY_FILE,
        ResidualKind.RECOVERY_KEY,
        ResidualKind.STORAGE_BLOCKS,
    }
    assert rules().of_sealed(key_destroyed=True) == ()


def test_what_a_closing_will_leave_is_foretold() -> None:
    assert rules().foretold(copy(), START) == ()
    by_file = rules(keys=KeySource.KEY_FILE).foretold(copy(), START)
    assert [residual.kind for residual in by_file] == [ResidualKind.KEY_FILE]
    assert rules(encrypted=None).foretold(copy(location=Location.ELSEWHERE, original_path=None), START) == ()
    in_place = copy(location=Location.IN_PLACE, path="/srv/data/x.csv", original_path=None)
    assert rules(encrypted=False).foretold(in_place, START) == (
        Residual(kind=ResidualKind.STORAGE_BLOCKS, where="/srv/data"),
    )


@pytest.mark.parametrize(
    ("path", "shown"),
    [("home/Downloads/x.csv", "~/Downloads"), ("home/x.csv", "~"), ("home/a/b/x.csv", "~/a/b")],
)
def test_a_place_below_the_home_folder_carries_no_account_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, shown: str
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    assert short_folder(tmp_path / path) == shown
    assert short_folder(tmp_path / "other" / "x.csv") == (tmp_path / "other").as_posix()
