"""How signs, content and the kind of a document come together. VR-K1, VR-P1a, VR-P5a, VR-P5b."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.detect.judging import weights
from app.detect.judging.evidence import Evidence
from app.detect.judging.register import Register
from app.detect.judging.told import Told
from app.detect.judging.verdict import judge_evidence
from app.detect.reading.budget import Budget
from app.detect.reading.limits import Limits
from app.detect.reading.unread import Unread
from app.domain.client import Contact
from app.domain.finding import Origin, ReasonType, Verdict, points_to_client
from tests.detect.fakes import OWN_IBAN, OWN_TENANT, SHAREPOINT, TENANT, client, context
from tests.detect.judging.aloud import evidence_of, judged
from tests.detect.judging.own_and_allowed import CLEAN, DOCUMENTATION, FIRM, OWN

FROM_CLIENT = Origin(host=SHAREPOINT, zone=3)
ROWS = "\n".join(
    f"{1000 + index}\t{name}\t{number}\t0{index + 1}-02-1980\t2500,00"
    for index, (name, number) in enumerate(
        [
            ("Fenna Oosterhof", "123456782"),
            ("Teun Hoekstra", "111222333"),
            ("Marloes Terpstra", "999990019"),
            ("Ilse Wiersma", "100000009"),
        ]
    )
)
EXTRACT = f"Persnr\tNaam\tBSN\tGeboortedatum\tSalaris\n{ROWS}\n"


def told(persons: int = 0, **foreign: int) -> Told:
    return Told(kinds=foreign, foreign=foreign, persons=persons, contacts=0, has_own_iban=False)


@pytest.mark.parametrize(
    ("content", "is_dossier", "weight"),
    [
        (told(), False, 0.0),
        (told(email=40, phone=40, name=40), False, 0.0),  # business contacts are no sensitive content
        (told(iban=1), False, weights.SLIGHT),
        (told(address=12), False, weights.SENSITIVE),
        (told(bsn=1), False, weights.SENSITIVE),
        (told(persons=1, health=2), False, weights.DOSSIER),
        (told(persons=1, bsn=1, date_of_birth=1), False, weights.DOSSIER),
        (told(salary=1, name=1), True, weights.DOSSIER),
        (told(persons=3, salary=3), False, weights.BULK),
        (told(bsn=3), False, weights.BULK),
    ],
)
def test_content_weighs_by_what_it_tells_of_whom(content: Told, is_dossier: bool, weight: float) -> None:
    assert content.weight(is_dossier=is_dossier) == weight


@given(st.lists(st.floats(0, 1), max_size=8), st.floats(0, 1))
def test_a_further_hint_never_lessens_the_score(hints: list[float], more: float) -> None:
    assert 0 <= weights.together(hints) <= weights.together([*hints, more]) <= 1


def test_who_is_one_is_enough_alone_and_pointers_are_not() -> None:
    assert weights.BULK >= weights.CLIENT_DATA_FROM
    assert weights.DOSSIER >= weights.CLIENT_DATA_FROM
    assert max(weights.POINTERS.values()) < weights.CLIENT_DATA_FROM


@pytest.mark.parametrize("name", DOCUMENTATION)
def test_a_table_of_persons_makes_documentation_client_data(name: str) -> None:
    """VR-P5a"""
    assert judged(f"{DOCUMENTATION[name]}\n\n{EXTRACT}").verdict is Verdict.CLIENT_DATA


@pytest.mark.parametrize("text", [*FIRM.values(), CLEAN["leeg formulier"], CLEAN["sjabloon"], CLEAN["persbericht"]])
def test_an_extract_behind_anything_allowed_is_client_data(text: str) -> None:
    assert judged(f"{text}\n\n{EXTRACT}").verdict is Verdict.CLIENT_DATA


def test_the_consultant_among_many_makes_no_payroll_his_own() -> None:
    rows = EXTRACT + f"1099\tRobin de Adviseur\t123456782\t14-03-1985\t4650,00\t{OWN_IBAN}\n"
    assert judged(f"Salarisspecificaties\nRobin de Adviseur\n{rows}").verdict is Verdict.CLIENT_DATA


def test_who_wrote_about_somebody_is_not_whom_it_is_about() -> None:
    text = (
        "Terugkoppeling spreekuur bedrijfsarts\nOpgesteld door Robin de Adviseur\n\n"
        "Werknemer: M. Terpstra, geboren 12-05-1979\nZij is ziek wegens een burn-out en krijgt medicatie."
    )
    assert judged(text, properties=["Robin de Adviseur"]).verdict is Verdict.CLIENT_DATA


def test_the_author_of_a_workbook_is_not_its_subject() -> None:
    assert judged(EXTRACT, properties=["Robin de Adviseur", "Adviesbureau Voorbeeld"]).verdict is Verdict.CLIENT_DATA


def test_names_keywords_and_senders_alone_are_not_enough() -> None:
    evidence = evidence_of("Gemeente Voorbeeldstad, Zaaksysteem Delta: dinsdag om tien uur.")
    evidence.sender("voorbeeldstad.example")
    judgement = judge_evidence(evidence)
    assert judgement.verdict is Verdict.CLEAN
    assert judgement.client_id == client().id
    assert judgement.score <= weights.POINTERS_AT_MOST


def test_a_session_is_weak_alone_and_counts_beside_content() -> None:
    session = Origin(session_hosts=("werkplek.voorbeeldstad.example",))
    assert judged("Een notitie.", origin=session).verdict is Verdict.CLEAN
    found = judged("BSN: 111222333", origin=session)
    assert (found.client_id, found.reasons[0].type) == (client().id, ReasonType.SESSION)
    assert found.score > judged("BSN: 111222333").score


def test_figures_with_keyword_and_mark_are_client_data_without_persons() -> None:
    text = "Gemeente Voorbeeldstad\nBegroting Zaaksysteem Delta\nPersoneelskosten 412.000\nOnvoorzien 50.000"
    assert judged(text).verdict is Verdict.CLEAN
    assert judged(f"STRIKT VERTROUWELIJK\n{text}").verdict is Verdict.CLIENT_DATA


def test_the_label_says_whose_and_its_name_how_confidential() -> None:
    evidence = evidence_of("Reorganisatie van de afdeling, 14 fte minder.", name="Gemeente Voorbeeldstad.txt")
    evidence.label_name("Vertrouwelijk")
    assert judge_evidence(evidence).verdict is Verdict.CLIENT_DATA
    evidence = evidence_of("Notitie over de planning.")
    evidence.label(TENANT)
    assert judge_evidence(evidence).client_id == client().id


def test_the_firms_label_makes_a_letter_the_firms() -> None:
    evidence = evidence_of("Beste collega's, vrijdag is er taart.")
    evidence.label(OWN_TENANT)
    assert judge_evidence(evidence).verdict is Verdict.OWN


@pytest.mark.parametrize("why", [Unread.LIMIT, Unread.ENCRYPTED, Unread.CORRUPT])
def test_what_was_not_read_whole_is_never_clean_own_or_documentation(why: Unread) -> None:
    for text in (CLEAN["wet"], OWN["loonstrook"], DOCUMENTATION["notulen"], ""):
        evidence = evidence_of(text)
        evidence.cannot_read(why)
        assert judge_evidence(evidence).verdict is Verdict.UNREADABLE


def test_what_was_read_before_a_limit_counts() -> None:
    evidence = evidence_of(EXTRACT)
    evidence.cannot_read(Unread.LIMIT)
    judgement = judge_evidence(evidence)
    assert judgement.verdict is Verdict.CLIENT_DATA
    assert ReasonType.LIMIT in {reason.type for reason in judgement.reasons}


@pytest.mark.parametrize(
    "evidence",
    [
        evidence_of("", origin=FROM_CLIENT),
        evidence_of("", name="Klanten/Gemeente Voorbeeldstad/kluis.zip"),
    ],
)
def test_what_cannot_be_read_points_to_its_client(evidence: Evidence) -> None:
    evidence.cannot_read(Unread.ENCRYPTED)
    judgement = judge_evidence(evidence)
    assert (judgement.verdict, judgement.client_id) == (Verdict.UNREADABLE, client().id)
    assert points_to_client(judgement.reasons)


def test_registered_content_is_client_data_whatever_it_looks_like() -> None:
    for text in (DOCUMENTATION["proces"], OWN["loonstrook"], CLEAN["wet"]):
        evidence = evidence_of(text)
        evidence.signs.fingerprint(client().id, weights.FINGERPRINT)
        assert judge_evidence(evidence).verdict is Verdict.CLIENT_DATA


def test_no_reason_holds_a_value() -> None:
    contact = Contact(name="Joke Willemse", mail="joke.willemse@gmail.com")
    register = Register(context(clients=(client(contacts=(contact,)),)))
    text = f"Van Joke Willemse, joke.willemse@gmail.com\n{EXTRACT}\nRekening NL20INGB0001234567"
    judgement = judged(text, register=register, properties=["Joke Willemse"])
    told_of = " ".join(reason.detail for reason in judgement.reasons).lower()
    for secret in ("joke", "willemse", "oosterhof", "123456782", "2500", "nl20ingb", "gmail"):
        assert secret not in told_of


def test_judging_often_costs_little() -> None:
    """A large document is judged again and again while it is read."""
    evidence = Evidence(Register(context()), Budget(Limits()), lambda _: None)
    evidence.text(DOCUMENTATION["plan van aanpak"] * 400)
    evidence.flush()
    judge_evidence(evidence)
    started = time.process_time()
    for _ in range(100):
        judge_evidence(evidence)
    assert time.process_time() - started < 0.5


def test_running_text_is_looked_at_fast() -> None:
    clients = tuple(
        client(id=f"c{i}", name=f"Stichting Woonzorg Plaats{i}", domains=(f"plaats{i}.example",)) for i in range(50)
    )
    evidence = Evidence(Register(context(clients=clients)), Budget(Limits()), lambda _: None)
    text = (
        b"De begroting van het project is vastgesteld door de stuurgroep, met een voorbehoud op onderdelen.\n" * 20_000
    )
    best = 9.0
    for _ in range(4):
        started = time.process_time()
        evidence._running_text(text)
        best = min(best, time.process_time() - started)
    assert len(text) / best > 20_000_000  # measured: 70 MB/s; a busy machine gets its time
