"""Which way fits a group of findings, and which ways there are. VR-P1a, VR-P3, VR-P5a, VR-P5b, VT-U1."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.agreement import Agreement, Place
from app.domain.client import Client, Contact
from app.domain.documentation import is_documentation_name
from app.domain.finding import FindingState, Reason, ReasonType, ResolvedHow, Verdict, can_undo
from app.domain.finding_group import FindingGroup, most_urgent_first, urgency
from app.domain.messages import msg
from app.domain.project import Project
from app.domain.recommendation import Facts, FirstStep, Recommendation, possible, recommend
from app.domain.rules import RuleState
from tests.domain.samples import DAY, HOUR, MONDAY
from tests.domain.samples import agreement as an_agreement

EVA = Contact(name="Eva Smit", mail="eva@voorbeeldstad.example")
CLIENT = Client(
    id="c" * 26,
    name="Gemeente Voorbeeldstad",
    created_at=MONDAY,
    domains=("voorbeeldstad.example",),
    contacts=(EVA,),
)
PROJECT = Project(id="p" * 26, code="P-100", client_id=CLIENT.id, created_at=MONDAY)
ORIGIN = Reason(type=ReasonType.ORIGIN, detail="intra.voorbeeldstad.example")
AGREED = an_agreement(registered_at=MONDAY)


def a_group(**changes: object) -> FindingGroup:
    values: dict[str, object] = {
        "id": "g" * 26,
        "state": FindingState.OPEN,
        "count": 3,
        "verdicts": (Verdict.CLIENT_DATA,),
        "client_id": CLIENT.id,
        "project_id": None,
        "special": False,
        "kinds": {"bsn": 214},
        "reasons": (ORIGIN,),
        "folder": "/home/robin/Downloads",
        "first_name": "lonen.xlsx",
        "found_at": MONDAY,
        "decide_by": MONDAY + DAY,
        "first_clean_up": False,
        "is_place": False,
        "bytes": 1000,
        "waiting": 0,
    }
    return FindingGroup(**(values | changes))  # type: ignore[arg-type]


def facts(*agreements: Agreement, **changes: object) -> Facts:
    values: dict[str, object] = {
        "group": a_group(),
        "client": CLIENT,
        "agreements": agreements,
        "projects": (PROJECT,),
        "askable": True,
    }
    return Facts(**(values | changes))  # type: ignore[arg-type]


def step(found: Facts) -> tuple[ResolvedHow | None, str | None]:
    recommended = recommend(found)
    return (None, None) if recommended is None else (recommended.how, recommended.why.id)


# -- in general -------------------------------------------------------------------------------------------------------

some_reasons = st.lists(
    st.sampled_from(
        [
            ORIGIN,
            *(Reason(type=kind, detail="x") for kind in ReasonType if kind is not ReasonType.CONTENT),
            Reason(type=ReasonType.KEYWORD, detail="vertrouwelijk"),
        ]
    ),
    unique=True,
).map(tuple)
groups = st.builds(
    a_group,
    state=st.sampled_from([FindingState.OPEN, FindingState.WAITING]),
    verdicts=st.sampled_from(
        [(Verdict.CLIENT_DATA,), (Verdict.UNREADABLE,), (Verdict.CLIENT_DATA, Verdict.UNREADABLE)]
    ),
    special=st.booleans(),
    kinds=st.dictionaries(st.sampled_from(["bsn", "name", "email", "health"]), st.integers(1, 300), max_size=3),
    reasons=some_reasons,
    first_clean_up=st.booleans(),
    is_place=st.booleans(),
    several_clients=st.booleans(),
)
some_agreements = st.lists(
    st.builds(
        an_agreement,
        id=st.sampled_from(["a" * 26, "b" * 26]),
        place=st.sampled_from(Place),
        approved_at=st.sampled_from([None, MONDAY]),
        registered_at=st.sampled_from([MONDAY, MONDAY + DAY]),
    ),
    max_size=3,
).map(tuple)
all_facts = st.builds(
    Facts,
    group=groups,
    client=st.sampled_from([None, CLIENT]),
    agreements=some_agreements,
    projects=st.sampled_from([(), (PROJECT,)]),
    has_ended=st.booleans(),
    askable=st.booleans(),
    ground=st.sampled_from(Place),
    is_document_like=st.booleans(),
    is_answer_late=st.booleans(),
    asked_at=st.sampled_from([None, MONDAY, MONDAY + HOUR]),
)


@given(all_facts)
@settings(max_examples=400)
def test_what_is_recommended_is_always_possible(found: Facts) -> None:
    ways, recommended = possible(found), recommend(found)
    assert set(ways) == set(ResolvedHow)
    assert any(refusal is None for refusal in ways.values())
    if recommended is not None:
        assert ways[recommended.how] is None
        needs_agreement = recommended.how in (ResolvedHow.SEALED, ResolvedHow.KEPT)
        assert (recommended.agreement_id is not None) == needs_agreement


@given(all_facts)
@settings(max_examples=400)
def test_deleting_is_recommended_only_where_the_client_has_the_original_or_was_told(found: Facts) -> None:
    recommended = recommend(found)
    if recommended is not None and recommended.how is ResolvedHow.DELETED:
        from_client = any(r.type in (ReasonType.ORIGIN, ReasonType.SENDER) for r in found.group.reasons)
        was_told = found.is_waiting and found.is_answer_late
        assert was_told or (from_client and found.client is not None)


@given(all_facts)
@settings(max_examples=400)
def test_special_categories_go_nowhere_without_an_agreement_that_the_lead_approved(found: Facts) -> None:
    """VT-U1"""
    recommended = recommend(found)
    if recommended is None or not found.group.special or found.is_waiting or found.group.is_place:
        return
    assert recommended.how is not ResolvedHow.DOCUMENTATION
    if recommended.agreement_id is not None:
        approved = {a.id for a in found.agreements if a.approved_at is not None}
        assert recommended.agreement_id in approved


@given(all_facts)
@settings(max_examples=200)
def test_not_client_data_is_for_a_person_to_say_alone(found: Facts) -> None:
    recommended = recommend(found)
    assert recommended is None or recommended.how is not ResolvedHow.NOT_CLIENT_DATA


# -- what is recommended ----------------------------------------------------------------------------------------------


def test_what_was_agreed_goes_into_the_vault() -> None:
    """VR-P3"""
    assert recommend(facts(AGREED)) == Recommendation(
        how=ResolvedHow.SEALED,
        why=recommend(facts(AGREED)).why,  # type: ignore[union-attr]  # the line before says that there is one
        agreement_id=AGREED.id,
        project_id=AGREED.project_id,
    )


def test_the_agreement_of_the_files_own_project_comes_first_then_the_latest() -> None:
    older = an_agreement(id="b" * 26, project_id=PROJECT.id, registered_at=MONDAY - DAY)
    newer = an_agreement(id="d" * 26, project_id="q" * 26, registered_at=MONDAY)
    latest, own = recommend(facts(older, newer)), recommend(facts(older, newer, group=a_group(project_id=PROJECT.id)))
    assert latest is not None
    assert own is not None
    assert (latest.agreement_id, own.agreement_id) == (newer.id, older.id)


def test_nothing_agreed_means_asking_the_client() -> None:
    """VR-P3"""
    recommended = recommend(facts())
    assert recommended is not None
    assert recommended.how is ResolvedHow.ASKED
    assert recommended.why == msg("advice.why-ask", n=3, client=CLIENT.name)
    assert step(facts(askable=False)) == (ResolvedHow.RETURNED, "advice.why-return")


def test_an_agreement_for_another_place_is_none_for_the_vault() -> None:
    on_365 = an_agreement(place=Place.OFFICE365)
    assert step(facts(on_365))[0] is ResolvedHow.ASKED
    assert step(facts(on_365, ground=Place.OFFICE365)) == (ResolvedHow.KEPT, "advice.why-agreed-place")


def test_special_categories_are_asked_for_unless_the_lead_approved() -> None:
    """VT-U1"""
    special = a_group(special=True, kinds={"health": 3})
    assert step(facts(AGREED, group=special)) == (ResolvedHow.ASKED, "advice.why-ask-special")
    approved = replace(AGREED, approved_at=MONDAY)
    assert step(facts(AGREED, approved, group=special))[0] is ResolvedHow.SEALED
    recommended = recommend(facts(AGREED, replace(approved, id="z" * 26), group=special))
    assert recommended is not None
    assert recommended.agreement_id == "z" * 26


@pytest.mark.parametrize(
    ("changes", "how"),
    [
        ({}, ResolvedHow.DOCUMENTATION),
        ({"kinds": {"bsn": 1}}, ResolvedHow.SEALED),
        ({"special": True, "kinds": {}}, ResolvedHow.ASKED),
        ({"verdicts": (Verdict.UNREADABLE,)}, ResolvedHow.SEALED),
        ({"reasons": (Reason(type=ReasonType.LABEL, detail=CLIENT.name),)}, ResolvedHow.SEALED),
        ({"reasons": (Reason(type=ReasonType.KEYWORD, detail="vertrouwelijk"),)}, ResolvedHow.SEALED),
    ],
)
def test_a_plan_with_business_contacts_is_project_documentation(changes: dict[str, object], how: ResolvedHow) -> None:
    """VR-P5a, VR-P5b: unless the client marked it, or it holds more."""
    plan = a_group(**({"kinds": {"name": 4, "email": 4}} | changes))
    assert step(facts(AGREED, group=plan, is_document_like=True))[0] is how
    assert step(facts(AGREED, group=plan))[0] is not ResolvedHow.DOCUMENTATION


def test_documentation_goes_with_the_files_own_project() -> None:
    other = Project(id="q" * 26, code="P-200", client_id=CLIENT.id, created_at=MONDAY + DAY)
    plan = a_group(kinds={}, project_id=PROJECT.id)
    own = recommend(facts(group=plan, projects=(PROJECT, other), is_document_like=True))
    newest = recommend(facts(group=replace(plan, project_id=None), projects=(PROJECT, other), is_document_like=True))
    assert own is not None
    assert newest is not None
    assert (own.project_id, newest.project_id) == (PROJECT.id, other.id)


def test_what_was_there_before_goes_when_the_client_has_the_original() -> None:
    old = a_group(first_clean_up=True)
    assert step(facts(group=old)) == (ResolvedHow.DELETED, "advice.why-old")
    assert step(facts(group=replace(old, reasons=())))[0] is ResolvedHow.ASKED
    assert step(facts(AGREED, group=old))[0] is ResolvedHow.SEALED


def test_when_all_work_is_over_nothing_is_kept() -> None:
    ended = facts(projects=(), has_ended=True)
    assert step(ended) == (ResolvedHow.DELETED, "advice.why-ended")
    assert step(replace(ended, group=a_group(reasons=()))) == (ResolvedHow.RETURNED, "advice.why-ended-return")


def test_a_client_place_is_left_by_stopping_the_sync() -> None:
    """VR-P1b"""
    place = a_group(is_place=True, kinds={})
    recommended = recommend(facts(group=place))
    assert recommended is not None
    assert (recommended.how, recommended.first) == (ResolvedHow.RETURNED, FirstStep.STOP_SYNC)
    ways = possible(facts(group=place))
    assert [how for how, refusal in ways.items() if refusal is None] == [ResolvedHow.RETURNED]
    agreed = facts(an_agreement(place=Place.OFFICE365), group=place)
    assert step(agreed) == (ResolvedHow.KEPT, "advice.why-place-agreed")


def test_of_an_unknown_client_a_person_picks_whom_to_ask() -> None:
    unknown = facts(AGREED, client=None, group=a_group(client_id=None))
    recommended = recommend(unknown)
    assert recommended is not None
    assert (recommended.how, recommended.first) == (ResolvedHow.ASKED, FirstStep.PICK_CLIENT)
    assert recommend(replace(unknown, agreements=(), askable=False)) is None


def test_what_waits_goes_under_the_agreement_or_away_when_the_client_stays_silent() -> None:
    waiting = a_group(state=FindingState.WAITING, waiting=3)
    assert recommend(facts(group=waiting)) is None
    assert step(facts(group=waiting, is_answer_late=True)) == (ResolvedHow.DELETED, "advice.why-no-answer")
    assert step(facts(AGREED, group=waiting)) == (ResolvedHow.SEALED, "advice.why-answered")
    ways = possible(facts(AGREED, group=waiting))
    assert {how for how, refusal in ways.items() if refusal is None} == {
        ResolvedHow.SEALED,
        ResolvedHow.RETURNED,
        ResolvedHow.DELETED,
    }


def test_what_was_agreed_before_the_question_is_no_answer_to_it() -> None:
    waiting = a_group(state=FindingState.WAITING, waiting=3)
    earlier, later = an_agreement(registered_at=MONDAY), an_agreement(id="b" * 26, registered_at=MONDAY + DAY)
    asked = facts(earlier, group=waiting, asked_at=MONDAY + HOUR)
    assert recommend(asked) is None
    assert possible(asked)[ResolvedHow.SEALED] is None  # a person may know better
    assert step(replace(asked, is_answer_late=True)) == (ResolvedHow.DELETED, "advice.why-no-answer")
    answered = recommend(replace(asked, agreements=(earlier, later)))
    assert answered is not None
    assert (answered.how, answered.agreement_id) == (ResolvedHow.SEALED, later.id)


def test_files_of_several_clients_are_decided_on_client_by_client() -> None:
    several = facts(AGREED, client=None, group=a_group(client_id=None, several_clients=True))
    assert recommend(several) is None
    refused = {how for how, refusal in possible(several).items() if refusal is not None}
    assert refused == {ResolvedHow.SEALED, ResolvedHow.KEPT, ResolvedHow.ASKED, ResolvedHow.DOCUMENTATION}


# -- what is possible -------------------------------------------------------------------------------------------------


def refusal(found: Facts, how: ResolvedHow) -> str | None:
    message = possible(found)[how]
    return None if message is None else message.id


def test_every_refusal_says_what_is_lacking() -> None:
    assert refusal(facts(), ResolvedHow.SEALED) == "advice.no-agreement-with"
    assert refusal(facts(client=None), ResolvedHow.SEALED) == "advice.no-agreement"
    assert refusal(facts(), ResolvedHow.KEPT) == "advice.no-agreement-with"
    assert refusal(facts(AGREED, group=a_group(special=True)), ResolvedHow.KEPT) == "advice.needs-approval"
    assert refusal(facts(AGREED, group=a_group(special=True)), ResolvedHow.SEALED) is None
    assert refusal(facts(askable=False), ResolvedHow.ASKED) == "advice.no-contact"
    assert refusal(facts(client=None, askable=False), ResolvedHow.ASKED) == "advice.no-client"
    assert refusal(facts(), ResolvedHow.DOCUMENTATION) == "advice.too-personal"
    assert refusal(facts(group=a_group(verdicts=(Verdict.UNREADABLE,))), ResolvedHow.DOCUMENTATION) == "advice.unread"
    assert refusal(facts(group=a_group(kinds={}), projects=()), ResolvedHow.DOCUMENTATION) == "advice.no-project"
    assert refusal(facts(group=a_group(is_place=True)), ResolvedHow.DELETED) == "advice.not-at-client"


# -- groups and undoing -----------------------------------------------------------------------------------------------


def test_only_what_left_the_file_alone_can_be_taken_back() -> None:
    assert {how for how in ResolvedHow if can_undo(how)} == {ResolvedHow.NOT_CLIENT_DATA, ResolvedHow.DOCUMENTATION}


@pytest.mark.parametrize(
    ("changes", "later", "state"),
    [
        ({}, 23 * HOUR, RuleState.ATTENTION),
        ({}, DAY, RuleState.OVERDUE),
        ({"first_clean_up": True}, DAY, RuleState.ATTENTION),
        ({"state": FindingState.WAITING}, 23 * HOUR, RuleState.OK),
        ({"state": FindingState.WAITING}, DAY, RuleState.ATTENTION),
        ({"state": FindingState.RESOLVED, "resolved_at": MONDAY}, 9 * DAY, RuleState.OK),
    ],
)
def test_how_urgent_a_group_is(changes: dict[str, object], later: timedelta, state: RuleState) -> None:
    """VR-P3"""
    assert urgency(a_group(**changes), MONDAY + later) is state


def test_groups_come_by_their_term_and_decided_ones_the_last_on_top() -> None:
    soon, later = a_group(id="1"), a_group(id="2", decide_by=MONDAY + 2 * DAY)
    old = a_group(id="3", decide_by=MONDAY, first_clean_up=True)
    assert [group.id for group in most_urgent_first([old, later, soon])] == ["1", "2", "3"]
    done = [a_group(id=str(n), state=FindingState.RESOLVED, resolved_at=MONDAY + n * DAY) for n in range(3)]
    assert [group.id for group in most_urgent_first(done)] == ["2", "1", "0"]


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("Plan van aanpak zaaksysteem.docx", True),
        ("projectplan_v2.docx", True),
        ("VOORTGANGSRAPPORTAGE oktober.pdf", True),
        ("salarissen.xlsx", False),
        ("plan.xlsx", False),
        ("", False),
    ],
)
def test_documentation_is_known_by_its_name(name: str, is_one: bool) -> None:
    """VR-P5a"""
    assert is_documentation_name(name) is is_one
