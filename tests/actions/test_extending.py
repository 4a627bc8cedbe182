"""Longer only by a new agreement: with evidence of its own, and whatever cannot come under it is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.actions.agreements import Extended, NewAgreement
from app.actions.begun import Begun
from app.domain.agreement import Agreement, AgreementState, Place
from app.domain.copy import CopyState
from app.domain.deadline import Trigger
from app.domain.errors import InputError, NotFoundError, Stopped
from tests.actions.laptop import CLIENT, DAY, EVA, GOAL, WEEK, Laptop


def new(laptop: Laptop, **changes: object) -> NewAgreement:
    values: dict[str, object] = {
        "project_code": "P1",
        "scope": "Salarisbestand 2026",
        "purpose": GOAL,
        "agreed_with": EVA,
        "agreed_at": laptop.now,
        "evidence": laptop.mail("langer.eml", text=f"Akkoord tot later {laptop.now}"),
        "valid_until": laptop.now + 60 * DAY,
    }
    return NewAgreement(**(values | changes))  # type: ignore[arg-type]


def extended(laptop: Laptop, old: Agreement, **changes: object) -> Extended:
    return laptop.app.agreements.extend(old.id[:6], new(laptop, **changes))


def test_all_live_copies_come_under_the_new_agreement_with_its_end(laptop: Laptop) -> None:
    """VR-P4: longer only by a new agreement."""
    old = laptop.usual(valid_until=laptop.now + DAY)
    sealed = laptop.sealed(old, laptop.file("kluis.xlsx"))
    kept = laptop.app.copies.add(laptop.file("plek.xlsx"), old.id, in_place=True).copy
    phone = laptop.app.copies.add_elsewhere("telefoon", old.id).copy
    gone = laptop.sealed(old, laptop.file("weg.xlsx"))
    laptop.app.deletion.delete_now([gone.id], "klaar")
    content = opened(laptop, sealed.id)
    result = extended(laptop, old)
    assert set(result.moved) == {sealed.id, kept.id, phone.id}
    assert result.left == ()
    for copy in (laptop.copy(id_) for id_ in result.moved):
        assert (copy.agreement_id, copy.due_at) == (result.agreement.id, result.agreement.valid_until)
        assert copy.trigger is Trigger.AGREEMENT_END
    assert laptop.copy(gone.id).agreement_id == old.id
    assert opened(laptop, sealed.id) == content
    assert {e.subject for e in laptop.events("copy.moved")} == set(result.moved)
    assert laptop.app.agreements.show(old.id)[0] == old


def opened(laptop: Laptop, copy_id: str) -> bytes:
    _, path = laptop.app.vault.open(copy_id)
    content = path.read_bytes()
    laptop.app.vault.seal(copy_id)
    return content


def test_after_the_closing_a_copy_lives_on_under_an_agreement_that_knew_of_it(laptop: Laptop) -> None:
    old = laptop.usual()
    copy = laptop.sealed(old)
    laptop.app.projects.close("P1")
    laptop.passes(DAY)
    assert laptop.copy(copy.id).due_at == laptop.now - DAY + WEEK
    result = extended(laptop, old)
    assert result.moved == (copy.id,)
    assert laptop.copy(copy.id).due_at == result.agreement.valid_until


def test_what_cannot_move_stays_and_is_said(laptop: Laptop) -> None:
    old = laptop.usual()
    out, damaged, fine = (laptop.sealed(old, laptop.file(name)) for name in ("uit.xlsx", "stuk.xlsx", "goed.xlsx"))
    laptop.app.vault.open(out.id)
    sealed = laptop.data_dir / "vault" / (damaged.path or "")
    sealed.write_bytes(sealed.read_bytes()[:-20] + bytes(20))
    result = extended(laptop, old)
    assert result.moved == (fine.id,)
    assert {id_: message.id for id_, message in result.left} == {
        out.id: "copy.checked-out",
        damaged.id: "vault.damaged",
    }
    assert {laptop.copy(c.id).agreement_id for c in (out, damaged)} == {old.id}
    assert laptop.copy(out.id).state is CopyState.CHECKED_OUT


def test_without_copies_it_is_a_new_agreement(laptop: Laptop) -> None:
    old = laptop.usual()
    result = extended(laptop, old)
    assert (result.moved, result.left) == ((), ())
    assert {a.id for a, _ in laptop.app.agreements.list()} == {old.id, result.agreement.id}


def test_the_evidence_must_be_its_own(laptop: Laptop) -> None:
    mail = laptop.mail("akkoord.eml")
    check_refused(laptop, laptop.usual(evidence=mail), "copy.move-own-evidence", evidence=mail)
    again = laptop.file("kopie.eml", mail.read_bytes(), folder=laptop.root)
    check_refused(laptop, laptop.app.agreements.list()[0][0], "copy.move-own-evidence", evidence=again)


def test_it_is_for_the_same_client_and_place_and_may_be_agreed(laptop: Laptop) -> None:
    old = laptop.usual()
    laptop.client("Waterschap", domains=("waterschap.example",), contacts=())
    laptop.project("W1", "Waterschap")
    check_refused(laptop, old, "agreement.other-client", project_code="W1", agreed_with="Jan <jan@waterschap.example>")
    check_refused(laptop, old, "agreement.extend-place", place=Place.OFFICE365)
    check_refused(laptop, old, "agreement.not-the-client", agreed_with="Jan <jan@elders.example>")
    check_refused(laptop, old, "agreement.not-a-goal", purpose="Reclame")
    check_refused(laptop, old, "moment.in-future", agreed_at=laptop.now + DAY)
    check_refused(laptop, old, "file.missing", evidence=Path(laptop.root / "weg.eml"))
    check_refused(laptop, old, "evidence.empty", evidence=laptop.file("leeg.eml", b" "))
    with pytest.raises(NotFoundError):
        laptop.app.agreements.extend("onbekend", new(laptop))


def check_refused(laptop: Laptop, old: Agreement, expected: str, **changes: object) -> None:
    before, head = sorted((laptop.data_dir / "evidence").iterdir()), laptop.app.journal.head()
    with pytest.raises(InputError) as refused:
        extended(laptop, old, **changes)
    assert refused.value.message.id == expected
    assert (sorted((laptop.data_dir / "evidence").iterdir()), laptop.app.journal.head()) == (before, head)


def test_it_may_be_for_another_project_of_the_same_client(laptop: Laptop) -> None:
    old = laptop.usual()
    copy = laptop.sealed(old)
    laptop.project("P2")
    result = extended(laptop, old, project_code="P2")
    assert result.moved == (copy.id,)
    assert laptop.copy(copy.id).project_id == result.agreement.project_id != old.project_id


def test_stopped_halfway_what_was_moved_is_moved_and_the_rest_is_said(
    laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.vault.counting.PACE_SECONDS", 0.0)
    old = laptop.usual()
    copies = [laptop.sealed(old, laptop.file(f"{n}.bin", bytes([n]) * 3_000_000)) for n in range(3)]
    phone = laptop.app.copies.add_elsewhere("telefoon", old.id).copy
    words: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        words.append((done, total))
        if done > 4_000_000:
            raise Stopped

    result = laptop.app.agreements.extend(old.id, new(laptop), progress=progress)
    assert result.moved == (copies[0].id,)
    assert [(id_, message.id) for id_, message in result.left] == [
        (id_, "progress.stopped") for id_ in (copies[1].id, copies[2].id, phone.id)
    ]
    assert {total for _, total in words} == {9_000_000}
    assert laptop.copy(copies[0].id).agreement_id == result.agreement.id
    assert [laptop.copy(c.id) for c in (*copies[1:], phone)] == [*copies[1:], phone]
    with laptop.app.office.look() as session:
        assert session.notes.listing(Begun.SEALING.value) == {}
    assert len(list((laptop.data_dir / "vault").iterdir())) == 3


class TestRows:
    def test_a_row_says_whose_it_is_how_it_stands_and_what_is_under_it(self, laptop: Laptop) -> None:
        first = laptop.usual(valid_until=laptop.now + 10 * DAY)
        laptop.sealed(first)
        laptop.app.copies.add_elsewhere("telefoon", first.id)
        gone = laptop.sealed(first, laptop.file("weg.xlsx"))
        laptop.app.deletion.delete_now([gone.id], "klaar")
        laptop.project("P2")
        second = laptop.agreement("P2", hold=True)
        rows = laptop.app.agreements.rows()
        assert [(row.agreement.id, row.project, row.client) for row in rows] == [
            (first.id, "P1", CLIENT),
            (second.id, "P2", CLIENT),
        ]
        assert [(row.copies, row.state) for row in rows] == [(2, AgreementState.ACTIVE), (0, AgreementState.HOLD)]
        assert [(row.ends_at, row.due_at) for row in rows] == [(first.valid_until, first.valid_until), (None, None)]
        assert [row.evidence for row in rows] == [first.evidence.name, second.evidence.name]
        assert [row.agreement.id for row in laptop.app.agreements.rows("p2")] == [second.id]
        with pytest.raises(NotFoundError):
            laptop.app.agreements.rows("P9")

    def test_the_earliest_end_counts_and_copies_have_the_clients_term(self, laptop: Laptop) -> None:
        laptop.client(terms={"deletion-days": "2"})
        laptop.project()
        agreement = laptop.agreement(valid_until=laptop.now + 30 * DAY)
        laptop.app.agreements.fulfilled(agreement.id)
        (row,) = laptop.app.agreements.rows()
        assert (row.ends_at, row.due_at) == (laptop.now, laptop.now + 2 * DAY)
        assert row.state is AgreementState.ENDED

    def test_one_without_an_end_asks_for_attention_after_ninety_days(self, laptop: Laptop) -> None:
        laptop.usual()
        assert [row.needs_review for row in laptop.app.agreements.rows()] == [False]
        laptop.passes(90 * DAY)
        assert [row.needs_review for row in laptop.app.agreements.rows()] == [True]
