"""A copy is brought under another agreement: longer only with evidence of its own, and all or nothing."""

from __future__ import annotations

import pytest

from app.actions.begun import DELETION
from app.actions.copy_notes import moved_from
from app.domain.errors import EnvironmentLacking, InputError
from app.domain.messages import msg
from tests.actions.laptop import DAY, HOUR, Laptop, refused, sealed_names


def test_a_sealed_copy_is_sealed_for_the_new_agreement(laptop: Laptop) -> None:
    """VR-P4: longer only by a new agreement with its own evidence; the content is the same."""
    old = laptop.usual(valid_until=laptop.now + DAY)
    path = laptop.file()
    content = path.read_bytes()
    copy = laptop.sealed(old, path)
    new = laptop.agreement()
    moved = laptop.app.copies.move(copy.id, new.id).copy
    assert (moved.agreement_id, moved.due_at, moved.path != copy.path) == (new.id, None, True)
    assert sealed_names(laptop) == [moved.path]
    assert laptop.app.vault.check().problems == ()
    _, working = laptop.app.vault.open(copy.id)
    assert working.read_bytes() == content
    with laptop.app.office.look() as session:
        assert moved_from(session, copy.id) == [old.id]


def test_the_same_evidence_makes_nothing_longer(laptop: Laptop) -> None:
    mail = laptop.mail()
    old = laptop.usual(valid_until=laptop.now + DAY, evidence=mail)
    copy = laptop.sealed(old)
    for until in (None, laptop.now + 2 * DAY):
        with pytest.raises(InputError) as error:
            laptop.app.copies.move(copy.id, laptop.agreement(evidence=mail, valid_until=until).id)
        assert refused(error) == "copy.move-own-evidence"
    shorter = laptop.agreement(evidence=mail, valid_until=laptop.now + HOUR)
    assert laptop.app.copies.move(copy.id, shorter.id).copy.due_at == laptop.now + HOUR


def test_only_to_a_running_agreement_of_the_same_client(laptop: Laptop) -> None:
    old = laptop.usual()
    copy = laptop.sealed(old)
    with pytest.raises(InputError) as error:
        laptop.app.copies.move(copy.id, old.id)
    assert refused(error) == "copy.same-agreement"
    laptop.client("Ander BV", domains=("ander.example",), contacts=())
    laptop.project("A1", client="Ander BV")
    other = laptop.agreement("A1", agreed_with="Piet <piet@ander.example>")
    with pytest.raises(InputError) as error:
        laptop.app.copies.move(copy.id, other.id)
    assert refused(error) == "agreement.other-client"
    ended = laptop.agreement()
    laptop.app.agreements.withdraw(ended.id, laptop.mail("x.eml"))
    with pytest.raises(InputError):
        laptop.app.copies.move(copy.id, ended.id)
    assert laptop.copy(copy.id).agreement_id == old.id


def test_not_while_it_is_out_or_being_deleted(laptop: Laptop) -> None:
    copy, new = laptop.sealed(laptop.usual()), laptop.agreement()
    laptop.app.vault.open(copy.id)
    with pytest.raises(InputError) as error:
        laptop.app.copies.move(copy.id, new.id)
    assert refused(error) == "copy.checked-out"
    laptop.app.vault.seal(copy.id)
    with laptop.app.office.change() as work:
        work.session.notes.set(DELETION + copy.id, "intended")
    with pytest.raises(InputError) as error:
        laptop.app.copies.move(copy.id, new.id)
    assert refused(error) == "copy.being-deleted"
    laptop.app.deletion.resume()
    with pytest.raises(InputError) as error:
        laptop.app.copies.move(copy.id, new.id)
    assert refused(error) == "copy.deleted-already"


def test_a_move_that_cannot_be_recorded_changes_nothing(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    copy, new = laptop.sealed(laptop.usual()), laptop.agreement()

    def full(*_: object) -> None:
        raise EnvironmentLacking(msg("store.full"))

    monkeypatch.setattr("app.actions.moving.note_moved_from", full)
    with pytest.raises(EnvironmentLacking):
        laptop.app.copies.move(copy.id, new.id)
    assert sealed_names(laptop) == [copy.path]
    assert laptop.copy(copy.id).agreement_id == copy.agreement_id
    assert laptop.app.vault.check().problems == ()


def test_one_that_another_process_sealed_meanwhile_is_not_moved_as_it_was(laptop: Laptop) -> None:
    copy, new = laptop.sealed(laptop.usual()), laptop.agreement()
    other = laptop.again()
    real = laptop.app._vault.rekey

    def meanwhile(*arguments: object) -> object:
        sealed = real(*arguments)  # type: ignore[arg-type]
        _, path = other.vault.open(copy.id)
        path.write_bytes(b"net veranderd")
        other.vault.seal(copy.id)
        return sealed

    laptop.app._vault.rekey = meanwhile  # type: ignore[assignment,method-assign]
    with pytest.raises(InputError) as error:
        laptop.app.copies.move(copy.id, new.id)
    assert refused(error) == "copy.overtaken"
    assert laptop.copy(copy.id).size_bytes == len(b"net veranderd")
    assert len(sealed_names(laptop)) == 1
    assert laptop.app.vault.check().problems == ()
