"""The vault's page: what is outside, wherever it is, with all that a row says; and who has a row's file open."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path

import pytest

from app.actions.vault_list import FRESH, VaultPage, VaultRow
from app.domain.agreement import Place
from app.domain.copy import AskedWhy, CopyState, Location
from app.domain.errors import NotFoundError
from app.domain.vault_list import RowState, VaultOrder, VaultQuery
from app.store import ListLayout
from app.store.listing import Listing
from tests.actions.laptop import CLIENT, DAY, DOMAIN, HOUR, WEEK, Laptop
from tests.actions.programs import held_open

EVERYTHING = VaultQuery(order=VaultOrder.NAME)


def page(laptop: Laptop, query: VaultQuery = EVERYTHING) -> VaultPage:
    return laptop.app.vault.page(query, 0, 200)


def row_of(laptop: Laptop, id_: str) -> VaultRow:
    return next(row for row in page(laptop).rows if row.id == id_)


def test_every_live_copy_and_every_waiting_file_is_a_row(laptop: Laptop) -> None:
    """VR-P3: what is outside, and under which agreement."""
    agreement = laptop.usual()
    sealed = laptop.sealed(agreement, laptop.file("kluis.xlsx"))
    kept = laptop.app.copies.add(laptop.file("plek.xlsx"), agreement.id, in_place=True).copy
    phone = laptop.app.copies.add_elsewhere("telefoon", agreement.id).copy
    cloud = laptop.app.copies.add_elsewhere("teamsite", laptop.agreement(place=Place.OFFICE365).id).copy
    finding = laptop.finding(laptop.file("vraag.xlsx"))
    laptop.app.findings.ask([finding.id], f"eva@{DOMAIN}")
    gone = laptop.sealed(agreement, laptop.file("weg.xlsx"))
    laptop.app.deletion.delete_now([gone.id], "klaar")
    laptop.finding(laptop.file("open.xlsx"))
    found = page(laptop)
    assert found.total == 5
    assert [(row.name, row.location, row.state) for row in found.rows] == [
        ("kluis.xlsx", Location.VAULT, RowState.KEPT),
        ("plek.xlsx", Location.IN_PLACE, RowState.KEPT),
        ("teamsite", Location.OFFICE365, RowState.KEPT),
        ("telefoon", Location.ELSEWHERE, RowState.KEPT),
        ("vraag.xlsx", Location.VAULT, RowState.WAITING),
    ]
    assert {row.client for row in found.rows} == {CLIENT}
    assert laptop.app.vault.ids(EVERYTHING) == (sealed.id, kept.id, cloud.id, phone.id, finding.id)
    row = row_of(laptop, sealed.id)
    assert (row.project, row.agreement_id, row.scope) == ("P1", agreement.id, "Salarisbestand 2026")
    assert (row.size_bytes, row.sealed_at, row.due_at) == (sealed.size_bytes, sealed.sealed_at, None)
    assert row_of(laptop, kept.id).path == kept.path
    waiting = row_of(laptop, finding.id)
    assert (waiting.agreement_id, waiting.scope, waiting.due_at) == (None, None, None)
    assert waiting.answer_by == laptop.now + WEEK
    assert waiting.sealed_at == laptop.now


def test_a_row_says_its_end_its_plan_and_what_is_asked(laptop: Laptop) -> None:
    agreement = laptop.usual()
    planned = laptop.sealed(agreement, laptop.file("a.xlsx"))
    late = laptop.sealed(laptop.agreement(valid_until=laptop.now + HOUR), laptop.file("b.xlsx"))
    laptop.app.projects.close("P1")
    laptop.app.copies.plan(planned.id, laptop.now + DAY)
    laptop.passes(2 * HOUR)
    row = row_of(laptop, planned.id)
    assert (row.due_at, row.planned_at) == (laptop.copy(planned.id).due_at, laptop.copy(planned.id).planned_at)
    assert row.planned_at is not None
    assert row_of(laptop, late.id).state is RowState.OVERDUE
    only_late = laptop.app.vault.page(VaultQuery(states=frozenset({RowState.OVERDUE})), 0, 10)
    assert [row.id for row in only_late.rows] == [late.id]
    asked = laptop.agreement(agreed_at=laptop.now - 30 * DAY)
    copy = laptop.sealed(asked, laptop.file("c.xlsx"))
    laptop.app.agreements.fulfilled(asked.id, laptop.now - 20 * DAY)
    row = row_of(laptop, copy.id)
    assert (row.state, row.asked_why) == (RowState.ASKED, AskedWhy.PAST_DEADLINE)


def test_what_is_out_says_where_until_it_is_back(laptop: Laptop) -> None:
    copy = laptop.sealed(laptop.usual())
    _, path = laptop.app.vault.open(copy.id)
    row = row_of(laptop, copy.id)
    assert (row.state, row.checked_out_path, row.checked_out_at) == (RowState.CHECKED_OUT, str(path), laptop.now)
    laptop.app.vault.seal(copy.id)
    row = row_of(laptop, copy.id)
    assert (row.state, row.checked_out_path, row.checked_out_at) == (RowState.KEPT, None, None)


def test_a_sealed_file_that_is_gone_or_cut_is_said(laptop: Laptop) -> None:
    agreement = laptop.usual()
    missing, cut, sound = (laptop.sealed(agreement, laptop.file(name)) for name in ("a", "b", "c"))
    vault = laptop.data_dir / "vault"
    (vault / (missing.path or "")).unlink()
    os.truncate(vault / (cut.path or ""), 10)
    problems = {row.id: row.problem for row in page(laptop).rows}
    assert problems == {missing.id: "missing", cut.id: "damaged", sound.id: None}


@pytest.mark.parametrize(
    ("offset", "limit", "count"), [(0, 2, 2), (2, 2, 1), (3, 2, 0), (99, 5, 0), (-4, 2, 2), (0, -1, 0)]
)
def test_any_page_may_be_asked_for(laptop: Laptop, offset: int, limit: int, count: int) -> None:
    agreement = laptop.usual()
    for name in "abc":
        laptop.sealed(agreement, laptop.file(name))
    found = laptop.app.vault.page(EVERYTHING, offset, limit)
    assert (len(found.rows), found.total) == (count, 3)


class TestPaging:
    """What is remembered of a query counts while nothing changes, here or in another process, and no longer."""

    @pytest.fixture
    def laid_out(self, monkeypatch: pytest.MonkeyPatch) -> list[VaultQuery]:
        asked: list[VaultQuery] = []
        real = Listing.layout

        def layout(self: Listing, query: VaultQuery, now: datetime, *, time_trusted: bool) -> ListLayout:
            asked.append(query)
            return real(self, query, now, time_trusted=time_trusted)

        monkeypatch.setattr(Listing, "layout", layout)
        return asked

    def test_going_through_a_query_counts_once(self, laptop: Laptop, laid_out: list[VaultQuery]) -> None:
        agreement = laptop.usual()
        for name in "abcd":
            laptop.sealed(agreement, laptop.file(name))
        query = VaultQuery(order=VaultOrder.NAME, states=frozenset({RowState.KEPT}))
        names = [laptop.app.vault.page(query, offset, 1).rows[0].name for offset in range(4)]
        assert (names, laid_out) == (["a", "b", "c", "d"], [query])
        page(laptop)
        assert laid_out == [query, EVERYTHING]

    def test_a_change_is_seen_at_once_also_one_of_another_process(self, laptop: Laptop) -> None:
        agreement = laptop.usual()
        copy = laptop.sealed(agreement, laptop.file("a"))
        assert page(laptop).total == 1
        laptop.sealed(agreement, laptop.file("b"))
        assert [row.name for row in page(laptop).rows] == ["a", "b"]
        laptop.again().deletion.delete_now([copy.id], "klaar")
        found = page(laptop)
        assert ([row.name for row in found.rows], found.total) == (["b"], 1)

    def test_what_falls_due_is_seen_although_nothing_was_written(self, laptop: Laptop) -> None:
        agreement = laptop.usual(valid_until=laptop.now + HOUR)
        copy = laptop.sealed(agreement)
        late = VaultQuery(states=frozenset({RowState.OVERDUE}))
        assert page(laptop, late).total == 0
        laptop.clock.advance(HOUR + FRESH)
        found = page(laptop, late)
        assert ([row.id for row in found.rows], found.total) == ([copy.id], 1)


def test_names_of_any_kind_are_rows(laptop: Laptop) -> None:
    agreement = laptop.usual()
    names = ["100%.xlsx", "é_x.csv", " spatie.txt"]
    if sys.platform != "win32":
        names.append("rare\udcffnaam.xlsx")
    ids = {laptop.sealed(agreement, laptop.file(name)).id for name in names}
    assert {row.name for row in page(laptop).rows} == set(names)
    assert set(laptop.app.vault.ids(VaultQuery(text="P1"))) == ids


class TestHolders:
    def test_of_what_lies_in_the_vault_there_are_none(self, laptop: Laptop) -> None:
        agreement = laptop.usual()
        copy = laptop.sealed(agreement)
        phone = laptop.app.copies.add_elsewhere("telefoon", agreement.id).copy
        finding = laptop.finding(laptop.file("vraag.xlsx"))
        laptop.app.findings.ask([finding.id], f"eva@{DOMAIN}")
        assert [laptop.app.vault.holders(id_) for id_ in (copy.id, phone.id, finding.id)] == [(), (), ()]

    @pytest.mark.skipif(sys.platform == "win32", reason="POSIX programs")
    def test_a_program_that_has_the_working_file_or_the_file_in_place_open_is_named(self, laptop: Laptop) -> None:
        agreement = laptop.usual()
        copy = laptop.sealed(agreement)
        _, path = laptop.app.vault.open(copy.id)
        kept = laptop.app.copies.add(laptop.file("plek.xlsx"), agreement.id, in_place=True).copy
        for id_, file in ((copy.id, path), (kept.id, Path(kept.path or ""))):
            with held_open(file):
                found = laptop.app.vault.holders(id_)
                assert found is not None
                assert len(found) == 1
                assert "python" in found[0].lower()
            assert laptop.app.vault.holders(id_) == ()

    def test_an_owner_file_beside_it_tells_too(self, laptop: Laptop) -> None:
        copy = laptop.app.copies.add(laptop.file("plek.xlsx"), laptop.usual().id, in_place=True).copy
        laptop.file("~$plek.xlsx")
        assert laptop.app.vault.holders(copy.id) == ("~$plek.xlsx",)

    def test_that_it_cannot_be_told_is_no_answer(self, laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
        agreement = laptop.usual()
        copy = laptop.sealed(agreement)
        laptop.app.vault.open(copy.id)
        kept = laptop.app.copies.add(laptop.file("plek.xlsx"), agreement.id, in_place=True).copy
        monkeypatch.setattr(type(laptop.app.files), "holders", lambda *_: None)
        assert [laptop.app.vault.holders(id_) for id_ in (copy.id, kept.id)] == [None, None]

    def test_what_is_unknown_is_said(self, laptop: Laptop) -> None:
        with pytest.raises(NotFoundError):
            laptop.app.vault.holders("onbekend")


def test_a_row_has_every_state_that_a_live_copy_can_show() -> None:
    shown = {state.value for state in CopyState} - {"deleted", "not-proven"}
    assert {state.value for state in RowState} == shown | {"waiting"}
