"""What is said of a group of findings: a sentence, chips and ways, never a value of the data."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.advice import advice_on, advice_on_all, chips_of
from app.domain.client import Client
from app.domain.explaining import explanation, sentence_of
from app.domain.finding import Judgement, Reason, ReasonType, ResolvedHow, Verdict
from app.domain.finding_group import FindingGroup
from app.domain.messages import Message, kind_text, listed
from app.domain.papers import Paper, paper_text
from app.system.language import texts
from tests.domain.samples import agreement as an_agreement
from tests.domain.test_recommendation import CLIENT, a_group, facts, groups

NL = texts("nl", ZoneInfo("Europe/Amsterdam"))
EN = texts("en", ZoneInfo("Europe/Amsterdam"))


def said(group: FindingGroup, client: Client | None = CLIENT) -> str:
    return NL.render(sentence_of(group, client))


def because(*reasons: tuple[ReasonType, str], **changes: object) -> FindingGroup:
    found = tuple(Reason(type=kind, detail=detail) for kind, detail in reasons)
    return a_group(reasons=found, **changes)


def test_the_sentence_says_what_whose_how_much_and_from_where() -> None:
    salaries = a_group(kinds={"salary": 214, "bsn": 214, "iban": 214})
    assert said(salaries) == (
        "Salarisgegevens van Gemeente Voorbeeldstad: 214 BSN's en 214 IBAN's, gedownload van de omgeving van de klant."
    )
    mixed = a_group(kinds={"email": 40, "name": 300, "salary": 40, "iban": 40, "date_of_birth": 40, "bsn": 40})
    assert said(mixed).startswith(
        "Salarisgegevens van Gemeente Voorbeeldstad: 40 BSN's, 40 IBAN's en 40 geboortedatums, "
    )
    assert EN.render(sentence_of(a_group(kinds={"bsn": 1}), CLIENT)) == (
        "Personal data of Gemeente Voorbeeldstad: 1 citizen service number, downloaded from the client's environment."
    )


@pytest.mark.parametrize(
    ("group", "told"),
    [
        (because(kinds={"name": 30}), "Contactgegevens van Gemeente Voorbeeldstad: 30 namen."),
        (
            because(kinds={"bsn": 900, "health": 2, "iban": 3, "name": 7}, special=True),
            "Bijzondere persoonsgegevens van Gemeente Voorbeeldstad: 2 gezondheidsgegevens, 900 BSN's en 3 IBAN's.",
        ),
        (
            because((ReasonType.KEYWORD, "vertrouwelijk"), kinds={}),
            "Vertrouwelijke gegevens van Gemeente Voorbeeldstad.",
        ),
        (
            because((ReasonType.LABEL, CLIENT.name), kinds={}, verdicts=(Verdict.UNREADABLE,), count=2),
            "2 bestanden van Gemeente Voorbeeldstad die niet gelezen konden worden, "
            "met een gevoeligheidslabel van de klant.",
        ),
        (
            because((ReasonType.SENDER, "voorbeeldstad.example"), kinds={}),
            "Gegevens van Gemeente Voorbeeldstad, uit een mail van de klant.",
        ),
        (
            because((ReasonType.ORIGIN, "www.voorbeeldstad.example"), kinds={"name": 1}),
            "Contactgegevens van Gemeente Voorbeeldstad: 1 naam, gedownload van de website van de klant.",
        ),
        (
            because((ReasonType.FINGERPRINT, "2"), kinds={"bsn": 3}),
            "Persoonsgegevens van Gemeente Voorbeeldstad: 3 BSN's, gelijk aan een kopie die al is vastgelegd.",
        ),
        (
            because((ReasonType.ORIGIN, "OneDrive"), kinds={}, is_place=True),
            "De opslag van Gemeente Voorbeeldstad staat ook op deze laptop: OneDrive synchroniseert haar.",
        ),
        (
            because((ReasonType.ORIGIN, "network"), kinds={}, is_place=True),
            "De opslag van Gemeente Voorbeeldstad is verbonden met deze laptop.",
        ),
    ],
)
def test_the_sentence_fits_what_was_found(group: FindingGroup, told: str) -> None:
    assert said(group) == told


def test_of_an_unknown_client_no_client_is_named() -> None:
    assert said(because(kinds={"bsn": 12}), None) == "Persoonsgegevens: 12 BSN's."
    assert said(because((ReasonType.ORIGIN, "files.example"), kinds={"salary": 2}), None) == (
        "Salarisgegevens: 2 salarisgegevens, gedownload van files.example."
    )


def test_chips_tell_each_reason_once_and_then_what_is_in_it() -> None:
    group = because(
        (ReasonType.ORIGIN, "intra.voorbeeldstad.example"),
        (ReasonType.LABEL, CLIENT.name),
        (ReasonType.KEYWORD, "vertrouwelijk"),
        (ReasonType.KEYWORD, "Project Zonneveld"),
        (ReasonType.KEYWORD, "voorbeeldstad.example"),
        (ReasonType.NAME, CLIENT.name),
        (ReasonType.CONTENT, "bsn 214"),
        (ReasonType.FINGERPRINT, "2"),
        (ReasonType.FINGERPRINT, "3"),
        (ReasonType.LIMIT, "timeout"),
        kinds={"bsn": 214},
    )
    assert [NL.render(chip) for chip in chips_of(group, CLIENT)] == [
        "Gedownload van intra.voorbeeldstad.example",
        "Gevoeligheidslabel van Gemeente Voorbeeldstad",
        "Noemt zich vertrouwelijk",
        "Trefwoord: Project Zonneveld",
        "Noemt voorbeeldstad.example",
        "Noemt Gemeente Voorbeeldstad",
        "Zelfde inhoud als een vastgelegde kopie",
        "Het lezen duurde te lang en is gestopt.",
        "214 BSN's",
    ]


def test_a_tenant_that_nobody_knows_is_not_shown_as_a_number() -> None:
    group = because((ReasonType.LABEL, "11111111-2222-3333-4444-555555555555"), kinds={})
    assert [NL.render(chip) for chip in chips_of(group, None)] == ["Gevoeligheidslabel van een andere organisatie"]


@given(groups, st.sampled_from([None, CLIENT]))
def test_every_sentence_and_chip_has_its_text_in_both_languages(group: FindingGroup, client: Client | None) -> None:
    for catalogue in (NL, EN):
        for message in (sentence_of(group, client), *chips_of(group, client)):
            text = catalogue.render(message)
            assert "{" not in text
            assert "advice." not in text
            assert "chip." not in text


def test_several_groups_are_advised_on_as_one() -> None:
    agreed = facts(an_agreement())
    both = advice_on_all([agreed, replace(agreed, group=a_group(id="h" * 26, count=4))])
    assert both.recommendation == advice_on(agreed).recommendation
    assert NL.render(both.sentence) == "7 bestanden in 2 groepen."
    assert both.chips == ()
    assert both.possible[ResolvedHow.SEALED] is None


def test_what_one_of_several_groups_does_not_allow_is_allowed_for_none() -> None:
    agreed, place = facts(an_agreement()), facts(an_agreement(), group=a_group(is_place=True))
    both = advice_on_all([agreed, place])
    assert both.recommendation is None
    assert both.possible[ResolvedHow.DELETED] is not None
    assert both.possible[ResolvedHow.RETURNED] is None


def test_for_groups_that_each_want_another_way_nothing_is_recommended() -> None:
    sealed, special = facts(an_agreement()), facts(an_agreement(), group=a_group(special=True, kinds={"health": 1}))
    assert advice_on(sealed).recommendation is not None
    assert advice_on(special).recommendation is not None
    assert advice_on_all([sealed, special]).recommendation is None


def test_groups_of_several_clients_are_not_put_under_one_agreement() -> None:
    """VR-P3"""
    other = replace(CLIENT, id="o" * 26, name="Waterschap")
    both = advice_on_all([facts(an_agreement()), facts(an_agreement(id="o" * 26), client=other)])
    assert both.recommendation is None
    assert both.possible[ResolvedHow.SEALED] is not None
    assert both.possible[ResolvedHow.ASKED] is not None
    assert both.possible[ResolvedHow.DELETED] is None


def test_a_list_reads_as_people_say_it() -> None:
    kinds = [kind_text("bsn", 2), kind_text("iban", 3), kind_text("name", 4)]
    assert [NL.render(listed(kinds[:n])) for n in (1, 2, 3)] == [
        "2 BSN's",
        "2 BSN's en 3 IBAN's",
        "2 BSN's, 3 IBAN's en 4 namen",
    ]
    with pytest.raises(ValueError, match="nothing"):
        listed([])


def test_a_single_group_is_advised_on_as_itself() -> None:
    assert advice_on_all([facts()]) == advice_on(facts())
    assert isinstance(advice_on(facts()).sentence, Message)


def test_the_sentence_calls_a_paper_by_its_name() -> None:
    payroll = a_group(
        kinds={"salary": 214, "bsn": 214, "iban": 214},
        reasons=(
            Reason(type=ReasonType.ORIGIN, detail="voorbeeldstad.sharepoint.com"),
            Reason(type=ReasonType.CONTENT, detail="payroll"),
            Reason(type=ReasonType.CONTENT, detail="bsn 214"),
        ),
    )
    assert said(payroll) == (
        "Salarisadministratie van Gemeente Voorbeeldstad: 214 BSN's en 214 IBAN's, "
        "gedownload van de SharePoint van de klant."
    )
    assert "Salarisadministratie" in [NL.render(chip) for chip in chips_of(payroll, CLIENT)]


def test_several_papers_in_a_group_are_called_what_they_have_in_common() -> None:
    mixed = because(
        (ReasonType.CONTENT, "payroll"), (ReasonType.CONTENT, "absence"), kinds={"health": 3, "salary": 2}, special=True
    )
    assert said(mixed).startswith("Bijzondere persoonsgegevens van Gemeente Voorbeeldstad")


@pytest.mark.parametrize("paper", list(Paper))
def test_every_paper_has_a_name_that_can_begin_a_sentence(paper: Paper) -> None:
    for language in (NL, EN):
        assert language.render(paper_text(paper))[0].isupper()


def test_what_is_let_through_is_explained_by_what_it_is() -> None:
    own = Judgement(verdict=Verdict.OWN, reasons=(Reason(type=ReasonType.CONTENT, detail="own-payslip"),))
    found = explanation(own, None)
    assert found is not None
    assert NL.render(found) == "Eigen loonstrook"
    assert explanation(Judgement(verdict=Verdict.CLEAN), None) is None
    assert explanation(Judgement(verdict=Verdict.UNREADABLE, error="encrypted"), None) is None
