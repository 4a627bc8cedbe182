"""The check-out guard: takes back what nobody uses, and says what has been out too long."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from app.domain.copy import Location, OutsideCopy
from app.domain.errors import EnvironmentLacking, GuardError
from app.domain.messages import msg
from app.domain.rules import RuleState
from app.guards.check_outs import OFTEN, CheckOutGuard
from tests.fakes import START


def out(id_: str) -> OutsideCopy:
    return OutsideCopy(
        id=id_,
        project_id="p",
        agreement_id="a",
        location=Location.VAULT,
        name="x.xlsx",
        created_at=START,
        checked_out_path="/w/x.xlsx",
        checked_out_at=START,
    )


class FakeVault:
    def __init__(self, *copies: OutsideCopy, quiet: bool = False, late: Sequence[OutsideCopy] = ()) -> None:
        self.copies = list(copies)
        self.quiet = quiet
        self.late = late
        self.looks = 0
        self.fails = False

    def checked_out(self) -> tuple[OutsideCopy, ...]:
        return tuple(self.copies)

    def seal_quiet(self) -> tuple[object, ...]:
        self.looks += 1
        if self.fails:
            raise EnvironmentLacking(msg("vault.disk-full", path="/w"))
        if self.quiet:
            self.copies.clear()
        return ()

    def out_too_long(self) -> Sequence[OutsideCopy]:
        return self.late


def test_with_nothing_out_it_does_nothing() -> None:
    vault = FakeVault()
    report = CheckOutGuard(vault).check(START)
    assert (report.state, report.sentence.id, report.next_check_at) == (RuleState.OK, "guard.nothing-out", None)
    assert vault.looks == 0


def test_while_something_is_out_it_looks_every_ten_seconds() -> None:
    """VR-P3"""
    report = CheckOutGuard(FakeVault(out("c"))).check(START)
    assert (report.sentence.id, report.sentence.arguments["n"]) == ("guard.checked-out", 1)
    assert report.next_check_at == START + OFTEN


def test_what_went_back_is_no_longer_told() -> None:
    report = CheckOutGuard(FakeVault(out("c"), quiet=True)).check(START)
    assert (report.sentence.id, report.next_check_at) == ("guard.nothing-out", None)


def test_more_than_twelve_hours_asks_for_attention() -> None:
    copy = out("c")
    report = CheckOutGuard(FakeVault(copy, late=(copy,))).check(START)
    assert (report.state, report.sentence.id) == (RuleState.ATTENTION, "guard.out-too-long")


def test_a_file_that_cannot_be_taken_back_is_unknown_never_green() -> None:
    vault = FakeVault(out("c"))
    vault.fails = True
    with pytest.raises(GuardError) as failure:
        CheckOutGuard(vault).check(START)
    assert failure.value.message.id == "vault.disk-full"
