"""Outside copies: registered once, planned earlier, shown as time makes them."""

from __future__ import annotations

import pytest

from app.actions.agreements import approve
from app.domain.agreement import Place
from app.domain.copy import CopyState, Location
from app.domain.deadline import Trigger
from app.domain.errors import InputError, NotFoundError
from app.domain.finding import FindingState, ResolvedHow
from tests.actions.laptop import DAY, HOUR, WEEK, Laptop, refused


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


def test_what_is_shown_follows_from_time(laptop: Laptop) -> None:
    copy = laptop.app.copies.add_elsewhere("papier", laptop.usual().id).copy
    laptop.app.projects.close("P1")
    assert laptop.app.copies.show(copy.id).state is CopyState.KEPT
    laptop.passes(WEEK)
    assert laptop.app.copies.show(copy.id[:8]).state is CopyState.OVERDUE
    assert [view.state for view in laptop.app.copies.list(only_live=True)] == [CopyState.OVERDUE]
