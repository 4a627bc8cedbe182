"""Outside copies: registered once, moved only with evidence of its own, planned earlier, confirmed."""

from __future__ import annotations

import pytest

from app.actions.agreements import approve
from app.actions.begun import DELETION
from app.actions.copy_notes import moved_from
from app.domain.agreement import Place
from app.domain.copy import AskedWhy, CopyState, Location
from app.domain.deadline import Trigger
from app.domain.errors import EnvironmentLacking, InputError, NotFoundError
from app.domain.finding import FindingState, ResolvedHow
from app.domain.messages import msg
from tests.actions.laptop import DAY, HOUR, WEEK, Laptop


def refused(error: pytest.ExceptionInfo[InputError]) -> str:
    return error.value.message.id


def sealed_names(laptop: Laptop) -> list[str]:
    return sorted(path.name for path in (laptop.data_dir / "vault").iterdir())


class TestAdding:
    def test_in_its_place_it_is_registered_and_its_finding_resolved(self, laptop: Laptop) -> None:
        """VR-P3"""
        agreement = laptop.usual()
        path = laptop.file()
        finding = laptop.finding(path)
        copy = laptop.app.copies.add(path, agreement.id, in_place=True).copy
        assert (copy.location, copy.path, path.exists()) == (Location.IN_PLACE, str(path), True)
        after = laptop.app.findings.show(finding.id)
        assert after.state is FindingState.RESOLVED
        assert after.resolution is not None
        assert after.resolution.how is ResolvedHow.KEPT

    def test_the_same_file_is_registered_once(self, laptop: Laptop) -> None:
        agreement = laptop.usual()
        path = laptop.file()
        laptop.app.copies.add(path, agreement.id, in_place=True)
        for in_place in (True, False):
            with pytest.raises(InputError) as error:
                laptop.app.copies.add(path, agreement.id, in_place=in_place)
            assert refused(error) == "copy.registered-already"
        assert path.exists()

    def test_a_new_file_with_the_number_of_one_that_went_is_a_new_copy(self, laptop: Laptop) -> None:
        agreement = laptop.usual()
        path = laptop.file("oud.xlsx")
        laptop.app.copies.add(path, agreement.id, in_place=True)
        path.unlink()
        fresh = laptop.file("nieuw.xlsx")  # a file system may well give it the same inode
        assert laptop.app.copies.add(fresh, agreement.id, in_place=True).copy.path == str(fresh)

    def test_special_categories_in_place_need_the_lead(self, laptop: Laptop) -> None:
        """VT-U1"""
        agreement = laptop.usual()
        path = laptop.file()
        with pytest.raises(InputError) as error:
            laptop.app.copies.add(path, agreement.id, in_place=True, special=True)
        assert refused(error) == "agreement.needs-approval"
        with laptop.app.office.change() as work:
            approve(work, work.session.agreements.get(agreement.id), work.now, "device")
        assert laptop.app.copies.add(path, agreement.id, in_place=True, special=True).copy.special

    def test_a_copy_under_a_known_end_gets_it_at_once(self, laptop: Laptop) -> None:
        agreement = laptop.usual(valid_until=laptop.now + DAY)
        copy = laptop.sealed(agreement)
        assert (copy.due_at, copy.trigger) == (laptop.now + DAY, Trigger.AGREEMENT_END)

    def test_elsewhere_needs_words_and_a_running_agreement(self, laptop: Laptop) -> None:
        agreement = laptop.usual()
        with pytest.raises(InputError):
            laptop.app.copies.add_elsewhere("  ", agreement.id)
        with pytest.raises(NotFoundError):
            laptop.app.copies.add_elsewhere("telefoon", "bestaat-niet")
        laptop.app.agreements.withdraw(agreement.id, laptop.mail("x.eml"))
        with pytest.raises(InputError):
            laptop.app.copies.add_elsewhere("telefoon", agreement.id)

    def test_the_closing_list_has_what_is_no_file_here_the_earliest_first(self, laptop: Laptop) -> None:
        laptop.sealed(laptop.usual())
        later = laptop.agreement(place=Place.ELSEWHERE)
        sooner = laptop.agreement(place=Place.OFFICE365, valid_until=laptop.now + DAY)
        for description, agreement in (("papier", later), ("lijst in Teams", sooner), ("stick", later)):
            laptop.app.copies.add_elsewhere(description, agreement.id)
        gone = laptop.app.copies.add_elsewhere("telefoon", later.id).copy
        laptop.app.copies.confirm(gone.id)
        assert [view.copy.name for view in laptop.app.copies.closing_list("P1")] == [
            "lijst in Teams",
            "papier",
            "stick",
        ]
        laptop.project("P2")
        assert laptop.app.copies.closing_list("P2") == ()


class TestMoving:
    def test_a_sealed_copy_is_sealed_for_the_new_agreement(self, laptop: Laptop) -> None:
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

    def test_the_same_evidence_makes_nothing_longer(self, laptop: Laptop) -> None:
        mail = laptop.mail()
        old = laptop.usual(valid_until=laptop.now + DAY, evidence=mail)
        copy = laptop.sealed(old)
        for until in (None, laptop.now + 2 * DAY):
            with pytest.raises(InputError) as error:
                laptop.app.copies.move(copy.id, laptop.agreement(evidence=mail, valid_until=until).id)
            assert refused(error) == "copy.move-own-evidence"
        shorter = laptop.agreement(evidence=mail, valid_until=laptop.now + HOUR)
        assert laptop.app.copies.move(copy.id, shorter.id).copy.due_at == laptop.now + HOUR

    def test_only_to_a_running_agreement_of_the_same_client(self, laptop: Laptop) -> None:
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

    def test_not_while_it_is_out_or_being_deleted(self, laptop: Laptop) -> None:
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

    def test_a_move_that_cannot_be_recorded_changes_nothing(
        self, laptop: Laptop, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        copy, new = laptop.sealed(laptop.usual()), laptop.agreement()

        def full(*_: object) -> None:
            raise EnvironmentLacking(msg("store.full"))

        monkeypatch.setattr("app.actions.moving.note_moved_from", full)
        with pytest.raises(EnvironmentLacking):
            laptop.app.copies.move(copy.id, new.id)
        assert sealed_names(laptop) == [copy.path]
        assert laptop.copy(copy.id).agreement_id == copy.agreement_id
        assert laptop.app.vault.check().problems == ()

    def test_one_that_another_process_sealed_meanwhile_is_not_moved_as_it_was(self, laptop: Laptop) -> None:
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


class TestPlanning:
    def test_a_plan_is_never_later_than_the_deadline_nor_past(self, laptop: Laptop) -> None:
        """VR-P4"""
        copy = laptop.sealed(laptop.usual())
        laptop.app.projects.close("P1")
        with pytest.raises(InputError) as error:
            laptop.app.copies.plan(copy.id, laptop.now + WEEK + HOUR)
        assert refused(error) == "copy.plan-after-deadline"
        with pytest.raises(InputError) as error:
            laptop.app.copies.plan(copy.id, laptop.now - HOUR)
        assert refused(error) == "copy.plan-past"
        assert laptop.app.copies.plan(copy.id, laptop.now + WEEK).copy.planned_at == laptop.now + WEEK

    def test_a_copy_that_is_gone_is_not_planned(self, laptop: Laptop) -> None:
        copy = laptop.sealed(laptop.usual())
        laptop.app.deletion.delete_now([copy.id], "klaar")
        with pytest.raises(InputError):
            laptop.app.copies.plan(copy.id, laptop.now + HOUR)


class TestConfirming:
    def test_only_what_is_asked_is_confirmed(self, laptop: Laptop) -> None:
        copy = laptop.sealed(laptop.usual())
        with pytest.raises(InputError) as error:
            laptop.app.copies.confirm(copy.id)
        assert refused(error) == "copy.nothing-asked"

    def test_a_past_deadline_is_meant(self, laptop: Laptop) -> None:
        copy = laptop.sealed(laptop.usual())
        laptop.app.projects.close("P1", laptop.now - 8 * DAY)
        assert laptop.copy(copy.id).asked_why is AskedWhy.PAST_DEADLINE
        answered = laptop.app.copies.confirm(copy.id).copy
        assert (answered.state, answered.asked_why) == (CopyState.KEPT, None)

    def test_a_changed_file_that_is_gone_by_then_is_a_sentence(self, laptop: Laptop) -> None:
        agreement = laptop.usual()
        path = laptop.file()
        copy = laptop.app.copies.add(path, agreement.id, in_place=True).copy
        path.write_bytes(b"anders " * 300)
        laptop.app.agreements.withdraw(agreement.id, laptop.mail("x.eml"))
        laptop.app.deletion.run_due()
        path.unlink()
        with pytest.raises(InputError) as error:
            laptop.app.copies.confirm(copy.id)
        assert refused(error) == "file.missing"
        assert laptop.copy(copy.id).asked_why is AskedWhy.CHANGED

    def test_an_elsewhere_copy_with_a_past_deadline_is_attested_at_once(self, laptop: Laptop) -> None:
        copy = laptop.app.copies.add_elsewhere("stick", laptop.usual().id).copy
        laptop.app.projects.close("P1", laptop.now - 8 * DAY)
        assert laptop.app.copies.confirm(copy.id).state is CopyState.DELETED


def test_what_is_shown_follows_from_time(laptop: Laptop) -> None:
    copy = laptop.app.copies.add_elsewhere("papier", laptop.usual().id).copy
    laptop.app.projects.close("P1")
    assert laptop.app.copies.show(copy.id).state is CopyState.KEPT
    laptop.passes(WEEK)
    assert laptop.app.copies.show(copy.id[:8]).state is CopyState.OVERDUE
    assert [view.state for view in laptop.app.copies.list(only_live=True)] == [CopyState.OVERDUE]
