"""From which agreements a person chooses, and what is said of some files of a group. VR-P3, VT-U1."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.agreement import Place
from app.domain.card import Role
from app.domain.errors import InputError
from app.domain.finding import Finding, FindingState, ResolvedHow
from app.domain.finding_group import part_of
from app.domain.messages import Message
from app.domain.ports import PlaceInfo, PlaceKind
from tests.actions.laptop import CLIENT, DAY, WEEK, Laptop

SEALED, KEPT = ResolvedHow.SEALED, ResolvedHow.KEPT


@pytest.fixture
def ready(laptop: Laptop) -> Laptop:
    laptop.client()
    laptop.client("Waterschap", domains=("waterschap.example",), contacts=())
    laptop.project()
    laptop.project("W1", "Waterschap")
    laptop.watch()
    return laptop


def offered(laptop: Laptop, finding: Finding, how: ResolvedHow = SEALED) -> list[tuple[str, str | None]]:
    """Each agreement's scope, and the id of what speaks against it."""
    found = laptop.app.findings.agreements_for([finding.id], how)
    return [(c.agreement.scope, None if c.refusal is None else c.refusal.id) for c in found]


class TestWhichAgreements:
    def test_those_of_the_client_the_newest_first(self, ready: Laptop) -> None:
        ready.agreement(scope="Eerste", agreed_at=ready.now - DAY)
        ready.agreement(scope="Tweede")
        ready.agreement(
            "W1", scope="Van een ander", agreed_with="Wim <wim@waterschap.example>", evidence=ready.mail("w.eml")
        )
        assert offered(ready, ready.finding()) == [("Tweede", None), ("Eerste", None)]

    def test_of_an_unknown_client_those_of_all(self, ready: Laptop) -> None:
        ready.agreement(scope="Eerste", agreed_at=ready.now - DAY)
        ready.agreement(
            "W1", scope="Van een ander", agreed_with="Wim <wim@waterschap.example>", evidence=ready.mail("w.eml")
        )
        found = ready.app.findings.agreements_for([ready.finding(client=None).id], SEALED)
        assert [(c.client, c.project_code) for c in found] == [("Waterschap", "W1"), (CLIENT, "P1")]

    def test_none_for_files_of_several_clients(self, ready: Laptop) -> None:
        ready.agreement()
        one, other = ready.finding(), ready.finding(ready.file("ander.xlsx"), client="Waterschap")
        assert ready.app.findings.agreements_for([one.id, other.id], SEALED) == ()

    def test_not_those_that_ended_nor_those_of_a_closed_project(self, ready: Laptop) -> None:
        ended = ready.agreement(scope="Klaar")
        ready.app.agreements.fulfilled(ended.id)
        ready.project("P2")
        ready.agreement("P2", scope="Van een gesloten project")
        ready.app.projects.close("P2")
        assert offered(ready, ready.finding()) == []

    def test_one_for_another_place_stands_last_and_says_why(self, ready: Laptop) -> None:
        ready.agreement(scope="Laptop", agreed_at=ready.now - DAY)
        ready.agreement(scope="Cloud", place=Place.OFFICE365)
        assert offered(ready, ready.finding()) == [("Laptop", None), ("Cloud", "agreement.other-place")]

    def test_for_a_file_that_stays_in_a_synchronised_folder_it_fits(self, ready: Laptop) -> None:
        ready.agreement(scope="Cloud", place=Place.OFFICE365)
        ready.places.told[ready.downloads] = PlaceInfo(kind=PlaceKind.SYNCHRONISED, synchronised_by="OneDrive")
        assert offered(ready, ready.finding(), KEPT) == [("Cloud", None)]

    def test_special_categories_stay_in_place_only_with_the_leads_approval(self, ready: Laptop) -> None:
        agreement = ready.agreement(scope="Verzuim")
        finding = ready.finding(kinds={"health": 3}, special=True)
        assert offered(ready, finding, KEPT) == [("Verzuim", "agreement.needs-approval")]
        assert offered(ready, finding, SEALED) == [("Verzuim", None)]
        (candidate,) = ready.app.findings.agreements_for([finding.id], SEALED)
        assert candidate.awaits_approval
        ready.app.agreements.approve(agreement.id, role=Role.LEAD, device="d1")
        (candidate,) = ready.app.findings.agreements_for([finding.id], KEPT)
        assert (candidate.refusal, candidate.awaits_approval) == (None, False)

    def test_what_is_refused_here_the_action_refuses_too(self, ready: Laptop) -> None:
        """The list never offers what cannot be done, and never hides what can."""
        agreements = [ready.agreement(scope="Laptop"), ready.agreement(scope="Cloud", place=Place.OFFICE365)]
        for how in (SEALED, KEPT):
            for special in (False, True):
                for agreement in agreements:
                    finding = ready.finding(ready.file(f"{how}-{special}-{agreement.scope}.xlsx"), special=special)
                    found = ready.app.findings.agreements_for([finding.id], how)
                    refusal = next(c.refusal for c in found if c.agreement.id == agreement.id)
                    assert _refusal_of(ready, finding, how, agreement.id) == (refusal.id if refusal else None)

    def test_the_end_is_when_copies_must_be_gone(self, ready: Laptop) -> None:
        until = ready.now + timedelta(days=30)
        ready.agreement(valid_until=until)
        ready.agreement(scope="Zonder einde", agreed_at=ready.now - DAY)
        found = ready.app.findings.agreements_for([ready.finding().id], SEALED)
        assert [c.due_at for c in found] == [until, None]


def _refusal_of(laptop: Laptop, finding: Finding, how: ResolvedHow, agreement_id: str) -> str | None:
    act = laptop.app.findings.seal if how is SEALED else laptop.app.findings.keep
    try:
        act([finding.id], agreement_id)
    except InputError as error:
        return error.message.id
    return None


class TestSomeFilesOfAGroup:
    @pytest.fixture
    def group(self, ready: Laptop) -> tuple[Finding, ...]:
        """A payroll file and two lists of business contacts, downloaded together."""
        kinds = ({"bsn": 20, "name": 20}, {"name": 3, "email": 3}, {"name": 5})
        for number, found in enumerate(kinds):
            ready.finding(ready.file(f"blad {number}.xlsx"), group="a" * 26, kinds=found)
        return ready.app.findings.of_group("a" * 26, FindingState.OPEN)

    def test_what_is_possible_for_them_may_not_be_for_all(self, ready: Laptop, group: tuple[Finding, ...]) -> None:
        whole = ready.app.findings.advice("a" * 26)
        assert isinstance(whole.possible[ResolvedHow.DOCUMENTATION], Message)
        some = ready.app.findings.advice_on_files(group[1:])
        assert some.possible[ResolvedHow.DOCUMENTATION] is None
        assert ready.app.findings.advice_on_files(group).possible == whole.possible

    def test_they_are_added_up_as_the_store_does_it(self, ready: Laptop, group: tuple[Finding, ...]) -> None:
        (whole,) = ready.app.findings.groups(FindingState.OPEN)
        assert part_of(whole, group) == whole
        part = part_of(whole, group[1:])
        assert (part.count, part.kinds, part.first_name) == (2, {"name": 8, "email": 3}, "blad 1.xlsx")
        assert part.bytes == sum(finding.size_bytes for finding in group[1:])

    def test_there_is_no_part_without_files(self, ready: Laptop, group: tuple[Finding, ...]) -> None:
        (whole,) = ready.app.findings.groups(FindingState.OPEN)
        with pytest.raises(ValueError, match="part of nothing"):
            part_of(whole, ())

    def test_once_they_are_decided_on_there_is_nothing_to_advise(
        self, ready: Laptop, group: tuple[Finding, ...]
    ) -> None:
        ready.app.findings.delete(["a" * 26])
        with pytest.raises(InputError) as error:
            ready.app.findings.advice_on_files(group)
        assert error.value.message.id == "finding.resolved-already"


class TestLookingForAFile:
    @pytest.mark.parametrize(
        ("text", "groups"),
        [
            ("loon", {"a"}),
            ("MAART loon", {"a"}),
            ("maart begroting", set()),
            ("xlsx", {"a", "b"}),
            ("cafe\N{COMBINING ACUTE ACCENT}", {"b"}),
            ("downloads", set()),
        ],
    )
    def test_every_word_occurs_in_one_name(self, ready: Laptop, text: str, groups: set[str]) -> None:
        for name, group in (("loon maart.xlsx", "a"), ("loon april.xlsx", "a"), ("begroting CAFÉ.xlsx", "b")):
            ready.finding(ready.file(name), group=group * 26)
        assert ready.app.findings.groups_with(text) == {group * 26 for group in groups}

    def test_only_among_those_that_stand_so(self, ready: Laptop) -> None:
        finding = ready.finding(ready.file("loon maart.xlsx"), group="a" * 26)
        ready.app.findings.delete([finding.id])
        assert ready.app.findings.groups_with("loon") == frozenset()
        assert ready.app.findings.groups_with("loon", FindingState.RESOLVED) == {"a" * 26}


def test_a_week_after_a_closing_an_agreement_takes_nothing_more(ready: Laptop) -> None:
    ready.agreement()
    finding = ready.finding()
    ready.app.projects.close("P1")
    ready.passes(WEEK)
    assert offered(ready, finding) == []
