"""Groups of findings on a real laptop: what is listed, what is advised, and that the advice can be followed."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.agreement import Place
from app.domain.errors import InputError, NotFoundError
from app.domain.finding import FindingState, Reason, ReasonType, ResolvedHow, Verdict, can_undo
from app.domain.folder import FolderKind
from app.domain.identity import new_id
from app.domain.ports import PlaceInfo, PlaceKind
from app.domain.recommendation import FirstStep
from tests.actions.laptop import CLIENT, DAY, DOMAIN, Laptop, details

GROUP = "g" * 26


def found(laptop: Laptop, *names: str, group: str = GROUP, **judgement: object) -> None:
    for name in names:
        laptop.finding(laptop.file(name), group=group, **judgement)  # type: ignore[arg-type]


def test_a_download_is_one_group_added_up(laptop: Laptop) -> None:
    laptop.usual()
    found(laptop, "a.xlsx", "b.xlsx")
    found(laptop, "c.xlsx", kinds={"iban": 3})
    (group,) = laptop.app.findings.groups()
    assert (group.id, group.count, group.kinds) == (GROUP, 3, {"bsn": 428, "iban": 3})
    assert (group.folder, group.first_name) == (str(laptop.downloads), "a.xlsx")
    assert [finding.path for finding in laptop.app.findings.of_group(GROUP, offset=1, limit=1)] == [
        str(laptop.downloads / "b.xlsx")
    ]
    assert laptop.app.findings.of_group(GROUP, FindingState.WAITING) == ()


def test_a_group_of_which_a_part_is_decided_is_listed_with_what_is_left(laptop: Laptop) -> None:
    laptop.usual()
    found(laptop, "a.xlsx", "b.xlsx", "c.xlsx")
    first, second, _ = laptop.app.findings.of_group(GROUP)
    laptop.app.findings.ask([first.id], f"eva@{DOMAIN}")
    laptop.app.findings.delete([second.id])
    listed = {state: laptop.app.findings.groups(state) for state in FindingState}
    assert [[group.count for group in groups] for groups in listed.values()] == [[1]] * len(FindingState)
    assert listed[FindingState.OPEN][0].waiting == 1
    assert listed[FindingState.RESOLVED][0].hows == (ResolvedHow.DELETED,)
    assert laptop.app.findings.of_group(GROUP, FindingState.OPEN)[0].path == str(laptop.downloads / "c.xlsx")


def test_the_most_urgent_group_is_on_top(laptop: Laptop) -> None:
    """VR-P3"""
    laptop.usual()
    found(laptop, "oud.xlsx", group=new_id(), first=True)
    found(laptop, "nu.xlsx", group=new_id())
    laptop.passes(DAY / 2)
    found(laptop, "later.xlsx", group=new_id())
    assert [group.first_name for group in laptop.app.findings.groups()] == ["nu.xlsx", "later.xlsx", "oud.xlsx"]


# -- advice -----------------------------------------------------------------------------------------------------------


def test_under_an_agreement_the_advice_is_the_vault_and_it_can_be_followed(laptop: Laptop) -> None:
    """VR-P3"""
    agreement = laptop.usual()
    found(laptop, "a.xlsx", "b.xlsx")
    advice = laptop.app.findings.advice(GROUP)
    step = advice.recommendation
    assert step is not None
    assert (step.how, step.agreement_id, step.project_id) == (ResolvedHow.SEALED, agreement.id, agreement.project_id)
    done = laptop.app.findings.seal([GROUP], agreement.id)
    assert [one.finding.state for one in done] == [FindingState.RESOLVED] * 2


@pytest.mark.parametrize("ended", ["withdrawn", "fulfilled", "closed"])
def test_an_agreement_that_ended_is_advised_no_more(laptop: Laptop, ended: str) -> None:
    agreement = laptop.usual()
    found(laptop, "a.xlsx")
    if ended == "withdrawn":
        laptop.app.agreements.withdraw(agreement.id, laptop.mail("intrekking.eml"))
    elif ended == "fulfilled":
        laptop.app.agreements.fulfilled(agreement.id)
    else:
        laptop.app.projects.close("P1")
    advice = laptop.app.findings.advice(GROUP)
    assert advice.recommendation is not None
    assert advice.recommendation.how is not ResolvedHow.SEALED
    assert advice.possible[ResolvedHow.SEALED] is not None


def test_a_hold_goes_on_taking_files_in_after_the_closing(laptop: Laptop) -> None:
    agreement = laptop.usual(hold=True)
    laptop.app.projects.close("P1")
    found(laptop, "a.xlsx")
    step = laptop.app.findings.advice(GROUP).recommendation
    assert step is not None
    assert (step.how, step.agreement_id) == (ResolvedHow.SEALED, agreement.id)
    laptop.app.findings.seal([GROUP], agreement.id)


def test_without_an_agreement_the_client_is_asked_and_while_it_is_nothing_else_is_advised(laptop: Laptop) -> None:
    """VR-P3"""
    laptop.client()
    laptop.project()
    found(laptop, "a.xlsx")
    step = laptop.app.findings.advice(GROUP).recommendation
    assert step is not None
    assert step.how is ResolvedHow.ASKED
    laptop.app.findings.ask([GROUP], f"eva@{DOMAIN}")
    assert laptop.app.findings.advice(GROUP).recommendation is None
    laptop.passes(8 * DAY)
    late = laptop.app.findings.advice(GROUP).recommendation
    assert late is not None
    assert late.how is ResolvedHow.DELETED
    agreement = laptop.agreement()
    answered = laptop.app.findings.advice(GROUP, which=FindingState.WAITING).recommendation
    assert answered is not None
    assert answered.agreement_id == agreement.id


def test_an_agreement_from_before_the_question_is_not_taken_for_the_answer(laptop: Laptop) -> None:
    """VR-P3"""
    earlier = laptop.usual()
    found(laptop, "a.xlsx")
    laptop.passes(DAY)
    laptop.app.findings.ask([GROUP], f"eva@{DOMAIN}")
    (waiting,) = laptop.app.findings.of_group(GROUP, FindingState.WAITING)
    assert laptop.app.findings.advice(GROUP).recommendation is None
    assert laptop.app.findings.advice_on_files([waiting]).recommendation is None
    laptop.passes(DAY)
    answer = laptop.agreement(scope="Wat is gevraagd")
    for step in (laptop.app.findings.advice(GROUP), laptop.app.findings.advice_on_files([waiting])):
        assert step.recommendation is not None
        assert step.recommendation.agreement_id == answer.id != earlier.id


def test_a_client_of_which_nobody_is_known_gets_it_back(laptop: Laptop) -> None:
    laptop.client(domains=(), contacts=(), hosts=("intra.voorbeeldstad.example",))
    laptop.project()
    found(laptop, "a.xlsx")
    advice = laptop.app.findings.advice(GROUP)
    assert advice.recommendation is not None
    assert advice.recommendation.how is ResolvedHow.RETURNED
    assert advice.possible[ResolvedHow.ASKED] is not None


def test_of_an_unknown_client_somebody_is_to_be_picked(laptop: Laptop) -> None:
    laptop.usual()
    found(laptop, "a.xlsx", client=None)
    step = laptop.app.findings.advice(GROUP).recommendation
    assert step is not None
    assert (step.how, step.first) == (ResolvedHow.ASKED, FirstStep.PICK_CLIENT)


def test_a_plan_of_a_running_project_is_documentation(laptop: Laptop) -> None:
    """VR-P5a: and the action agrees."""
    laptop.client()
    project = laptop.project()
    found(laptop, "Plan van aanpak.docx", kinds={"name": 2, "email": 2})
    step = laptop.app.findings.advice(GROUP).recommendation
    assert step is not None
    assert (step.how, step.project_id) == (ResolvedHow.DOCUMENTATION, project.id)
    laptop.app.findings.documentation([GROUP], project.code)
    laptop.app.findings.undo([GROUP])
    found(laptop, "lonen.xlsx", kinds={"name": 2})
    mixed = laptop.app.findings.advice(GROUP).recommendation
    assert mixed is not None
    assert mixed.how is not ResolvedHow.DOCUMENTATION


def test_where_files_stand_in_the_firms_cloud_its_agreement_lets_them_stay(laptop: Laptop) -> None:
    agreement = laptop.usual(place=Place.OFFICE365)
    found(laptop, "a.xlsx")
    assert laptop.app.findings.advice(GROUP).possible[ResolvedHow.KEPT] is not None
    laptop.places.told[laptop.downloads] = PlaceInfo(kind=PlaceKind.SYNCHRONISED, synchronised_by="OneDrive")
    step = laptop.app.findings.advice(GROUP).recommendation
    assert step is not None
    assert (step.how, step.agreement_id) == (ResolvedHow.KEPT, agreement.id)
    laptop.app.findings.keep([GROUP], agreement.id)


def test_a_client_place_is_one_finding_whose_remedy_is_stopping_the_sync(laptop: Laptop) -> None:
    """VR-P1b"""
    laptop.client(tenant_ids=("11111111-2222-3333-4444-555555555555",))
    place = laptop.home / "Voorbeeldstad"
    place.mkdir()
    tenant = "11111111-2222-3333-4444-555555555555"
    laptop.places.told[place] = PlaceInfo(kind=PlaceKind.SYNCHRONISED, synchronised_by="OneDrive", tenant_id=tenant)
    folder = laptop.app.folders.add(place)
    assert folder.kind is FolderKind.CLIENT_PLACE
    laptop.app.intake.place(folder)
    (group,) = laptop.app.findings.groups()
    step = laptop.app.findings.advice(group.id).recommendation
    assert (group.is_place, group.folder) == (True, str(place))
    assert step is not None
    assert (step.how, step.first) == (ResolvedHow.RETURNED, FirstStep.STOP_SYNC)


def test_nothing_left_to_decide_and_unknown_groups_are_said(laptop: Laptop) -> None:
    laptop.usual()
    found(laptop, "a.xlsx")
    laptop.app.findings.delete([GROUP])
    with pytest.raises(InputError) as decided:
        laptop.app.findings.advice(GROUP)
    assert decided.value.message.id == "finding.resolved-already"
    with pytest.raises(NotFoundError):
        laptop.app.findings.advice("z" * 26)


def test_no_advice_holds_a_path_or_a_value(laptop: Laptop) -> None:
    """VT-B2"""
    laptop.usual()
    found(laptop, "lonen van Anna Jansen.xlsx")
    advice = laptop.app.findings.advice(GROUP)
    words = f"{advice.sentence} {' '.join(map(str, advice.chips))} {advice.recommendation} {advice.possible}"
    assert "Anna" not in words
    assert str(laptop.downloads) not in words


def test_names_that_are_not_utf8_are_grouped_too(laptop: Laptop) -> None:
    laptop.usual()
    name = "lonen-\udcff.xlsx"
    try:
        found(laptop, name, reasons=(Reason(type=ReasonType.NAME, detail="Zoë \udcff"),), verdict=Verdict.CLIENT_DATA)
    except OSError:
        pytest.skip("this file system takes no such names")
    (group,) = laptop.app.findings.groups()
    assert group.first_name == name
    assert group.reasons[0].detail == "Zoë \udcff"


# -- undoing ----------------------------------------------------------------------------------------------------------


def test_several_decisions_are_taken_back_at_once(laptop: Laptop) -> None:
    laptop.client()
    laptop.project()
    found(laptop, "a.xlsx", "b.xlsx", client=None, kinds={"name": 30})
    first, second = laptop.app.findings.of_group(GROUP)
    laptop.app.findings.not_client_data([first.id], "Eigen lijst")
    laptop.app.findings.documentation([second.id], "P1")
    back = laptop.app.findings.undo([first.id, second.id, GROUP])
    assert {finding.id for finding in back} == {first.id, second.id}
    assert {finding.state for finding in laptop.app.findings.of_group(GROUP)} == {FindingState.OPEN}
    assert len(laptop.events("finding.forgotten")) == 2


def test_all_or_none_are_taken_back(laptop: Laptop) -> None:
    laptop.usual()
    found(laptop, "a.xlsx", group=new_id())
    found(laptop, "b.xlsx", group=new_id())
    kept, gone = (group.id for group in laptop.app.findings.groups())
    laptop.app.findings.not_client_data([kept], "Eigen lijst")
    laptop.app.findings.delete([gone])
    with pytest.raises(InputError) as refused:
        laptop.app.findings.undo([kept, gone])
    assert refused.value.message.id == "finding.not-forgettable"
    assert laptop.app.findings.groups() == ()
    assert laptop.app.findings.undo([kept])[0].state is FindingState.OPEN


def test_of_a_group_what_can_be_taken_back_is(laptop: Laptop) -> None:
    laptop.usual()
    found(laptop, "a.xlsx", "b.xlsx")
    first, second = laptop.app.findings.of_group(GROUP)
    laptop.app.findings.not_client_data([first.id], "Eigen lijst")
    laptop.app.findings.delete([second.id])
    assert [finding.id for finding in laptop.app.findings.undo([GROUP])] == [first.id]


@pytest.mark.parametrize("how", ResolvedHow)
def test_what_can_be_undone_is_what_undo_takes_back(laptop: Laptop, how: ResolvedHow) -> None:
    agreement = laptop.usual()
    found(laptop, "a.xlsx", kinds={"name": 2})
    acts = {
        ResolvedHow.SEALED: lambda: laptop.app.findings.seal([GROUP], agreement.id),
        ResolvedHow.KEPT: lambda: laptop.app.findings.keep([GROUP], agreement.id),
        ResolvedHow.ASKED: lambda: laptop.app.findings.ask([GROUP], f"eva@{DOMAIN}"),
        ResolvedHow.RETURNED: lambda: laptop.app.findings.returned([GROUP]),
        ResolvedHow.DELETED: lambda: laptop.app.findings.delete([GROUP]),
        ResolvedHow.DOCUMENTATION: lambda: laptop.app.findings.documentation([GROUP], "P1"),
        ResolvedHow.NOT_CLIENT_DATA: lambda: laptop.app.findings.not_client_data([GROUP], "Eigen lijst"),
    }
    acts[how]()
    if can_undo(how):
        assert laptop.app.findings.undo([GROUP])[0].state is FindingState.OPEN
    else:
        with pytest.raises(InputError):
            laptop.app.findings.undo([GROUP])


def test_a_second_client_of_the_register_changes_no_advice(laptop: Laptop) -> None:
    """VR-P3: an agreement of another client is never put forward."""
    laptop.usual()
    other = laptop.app.clients.add("Waterschap", details(domains=("waterschap.example",)))
    laptop.project("W1", "Waterschap")
    laptop.agreement("W1", agreed_with="Wim <wim@waterschap.example>")
    found(laptop, "a.xlsx")
    step = laptop.app.findings.advice(GROUP).recommendation
    assert step is not None
    project = laptop.app.projects.show("P1").project
    assert step.project_id == project.id
    assert other.name != CLIENT
    assert Path(laptop.app.findings.groups()[0].folder) == laptop.downloads
