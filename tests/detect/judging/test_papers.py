"""What documents are, and what follows from that: the consultant's own, the firm's, documentation, what may be outside."""

from __future__ import annotations

import pytest

from app.detect.content.folding import fold
from app.detect.judging.papers.declared import declares, is_called_made_up
from app.detect.judging.papers.structure import Structure
from app.detect.judging.papers.subject import Subject
from app.detect.judging.papers.vocabulary import VOCABULARY
from app.detect.judging.papers.words import expanded
from app.detect.judging.person_names import PersonName
from app.domain.finding import Judgement, Origin, ReasonType, Verdict
from app.domain.papers import Paper
from tests.detect.fakes import OWN_IBAN, SHAREPOINT
from tests.detect.judging import from_the_client, of_others, own_and_allowed
from tests.detect.judging.aloud import judged

ROBIN = PersonName.parse("Robin de Adviseur")
FROM_CLIENT = Origin(host=SHAREPOINT, zone=3)


def paper_of(judgement: Judgement) -> str | None:
    """The paper that the reasons name."""
    values = {paper.value for paper in Paper}
    details = [reason.detail for reason in judgement.reasons if reason.type is ReasonType.CONTENT]
    return next((detail for detail in details if detail in values), None)


@pytest.mark.parametrize(
    ("name", "paper"),
    [
        ("loonstrook", Paper.OWN_PAYSLIP),
        ("jaaropgave", Paper.OWN_ANNUAL_STATEMENT),
        ("aangifte", Paper.OWN_TAX_RETURN),
        ("brief van het ziekenhuis", Paper.OWN_MEDICAL_LETTER),
        ("cv", Paper.OWN_CV),
        ("verzekering", Paper.OWN_INSURANCE),
        ("hypotheek", Paper.OWN_MORTGAGE),
    ],
)
def test_a_paper_of_the_consultant_is_own(name: str, paper: Paper) -> None:
    judgement = judged(own_and_allowed.OWN[name])
    assert (judgement.verdict, paper_of(judgement)) == (Verdict.OWN, paper.value)


@pytest.mark.parametrize("name", own_and_allowed.OWN)
def test_an_own_paper_stays_own_when_it_came_from_a_processor(name: str) -> None:
    judgement = judged(own_and_allowed.OWN[name], origin=Origin(host="salarisverwerker.example"))
    assert judgement.verdict is Verdict.OWN


@pytest.mark.parametrize("name", sorted(set(own_and_allowed.OWN) - {"verzekering", "hypotheek", "cv"}))
def test_the_same_paper_of_somebody_else_is_client_data(name: str) -> None:
    text = own_and_allowed.OWN[name].replace("Robin de Adviseur", "Teun Hoekstra").replace(OWN_IBAN, "")
    for ours, theirs in (
        ("R. de Adviseur", "T. Hoekstra"),
        ("Adviseur, R. de", "Hoekstra, T."),
        ("heer De Adviseur", "heer Hoekstra"),
        ("robin@adviesbureau.example", "teun@elders.example"),
    ):
        text = text.replace(ours, theirs)
    assert judged(text).verdict is Verdict.CLIENT_DATA


@pytest.mark.parametrize("name", own_and_allowed.FIRM)
def test_a_paper_of_the_firm_is_own_although_it_names_the_client(name: str) -> None:
    assert judged(own_and_allowed.FIRM[name]).verdict is Verdict.OWN


@pytest.mark.parametrize("name", own_and_allowed.DOCUMENTATION)
@pytest.mark.parametrize("origin", [None, FROM_CLIENT])
def test_documentation_stays_documentation_whatever_names_the_client(name: str, origin: Origin | None) -> None:
    text = own_and_allowed.DOCUMENTATION[name]
    judgement = judged(
        text, origin=origin, name="Gemeente Voorbeeldstad/stuk.txt", properties=["Gemeente Voorbeeldstad"]
    )
    assert judgement.verdict is Verdict.DOCUMENTATION


@pytest.mark.parametrize("name", own_and_allowed.CLEAN)
def test_what_may_be_outside_is_clean(name: str) -> None:
    assert judged(own_and_allowed.CLEAN[name]).verdict is Verdict.CLEAN


@pytest.mark.parametrize(
    ("name", "paper"),
    [
        ("leeg formulier", Paper.EMPTY_FORM),
        ("sjabloon", Paper.TEMPLATE),
        ("testset", Paper.FICTITIOUS),
        ("kengetallen", Paper.BENCHMARK),
        ("wet", Paper.PUBLIC),
        ("log", Paper.LOG),
        ("code", Paper.CODE),
        ("factuur van een ander", Paper.INVOICE),
    ],
)
def test_what_was_let_through_says_why(name: str, paper: Paper) -> None:
    assert paper_of(judged(own_and_allowed.CLEAN[name])) == paper.value


@pytest.mark.parametrize("name", of_others.OF_OTHERS)
def test_papers_about_others_are_client_data_without_any_client(name: str) -> None:
    judgement = judged(of_others.OF_OTHERS[name], name="Plan van aanpak.txt")
    assert (judgement.verdict, judgement.client_id) == (Verdict.CLIENT_DATA, None)


@pytest.mark.parametrize("name", from_the_client.ALLOWED)
def test_allowed_papers_from_the_client_are_let_through(name: str) -> None:
    assert judged(from_the_client.ALLOWED[name], origin=FROM_CLIENT).verdict is not Verdict.CLIENT_DATA


@pytest.mark.parametrize("name", from_the_client.CLIENT_DATA)
def test_what_comes_from_the_client_is_client_data_otherwise(name: str) -> None:
    judgement = judged(from_the_client.CLIENT_DATA[name], origin=FROM_CLIENT, name="Voortgangsrapportage.txt")
    assert (judgement.verdict, judgement.client_id) == (Verdict.CLIENT_DATA, "client-1")


def test_a_set_that_declares_itself_fictitious_above_its_rows_stays_clean_wherever_it_comes_from() -> None:
    text = own_and_allowed.CLEAN["testset"]
    assert judged(text).verdict is Verdict.CLEAN
    assert judged(text, origin=FROM_CLIENT).verdict is Verdict.CLEAN


def test_a_declaration_below_its_rows_does_not_save_an_extract_from_the_client() -> None:
    declaration = "Alle personen en nummers in dit bestand zijn fictief."
    rows = own_and_allowed.CLEAN["testset"].replace(declaration, "Salarisconversie") * 4
    assert judged(f"{rows}\n{declaration}\n", origin=FROM_CLIENT).verdict is Verdict.CLIENT_DATA


def test_a_name_that_holds_the_word_example_declares_nothing() -> None:
    text = own_and_allowed.CLEAN["testset"].replace(
        "Alle personen en nummers in dit bestand zijn fictief.", "Voorbeeld"
    )
    text = text.replace("Testset salarisconversie", "Salarissen Voorbeeldstad").replace(
        "Test Persoon", "Fenna Oosterhof"
    )
    assert judged(text).verdict is Verdict.CLIENT_DATA


def test_a_filled_form_about_another_is_no_empty_form() -> None:
    judgement = judged(of_others.OF_OTHERS["ingevuld formulier"])
    assert paper_of(judgement) == Paper.PERSONNEL_FILE.value


@pytest.mark.parametrize(
    "text",
    [
        "Alle gegevens zijn fictief.",
        "De personen in deze set zijn verzonnen.",
        "Dit bestand bevat niet-bestaande personen",
        "Synthetische data voor de acceptatietest",
        "All persons in this file are made up.",
        "Geen echte gegevens",
        "Dummy data, generated for training",
    ],
)
def test_declarations(text: str) -> None:
    assert declares(fold(text))


@pytest.mark.parametrize(
    "text",
    [
        "Voorbeeld van een overzicht",
        "Gemeente Voorbeeldstad",
        "Kopie productie, dus geen fictieve gegevens maar echte gegevens",
        "Testbestand op basis van productiedata; namen zijn niet fictief gemaakt",
        "Het testplan beschrijft de test.",
    ],
)
def test_no_declarations(text: str) -> None:
    assert not declares(fold(text))


def test_names_that_call_it_test_data() -> None:
    assert is_called_made_up([b"testset_v2.xlsx", b"dummy"]) == 2
    assert is_called_made_up([b"toets.xlsx", b"Gemeente Voorbeeldstad"]) == 0


def test_the_subject_of_a_form_is_who_stands_behind_its_labels() -> None:
    lines = [b"Werknemer: R. de Adviseur", b"Leidinggevende: K. Bos", b"Opgesteld door: S. Kolk"]
    assert Subject.of(lines, ROBIN) == Subject(own=1)
    lines = [b"Naam medewerker\tTeun Hoekstra", b"Adviseur: Robin de Adviseur"]
    assert not Subject.of(lines, ROBIN).is_own or Subject.of(lines, ROBIN).others == 1


def test_a_name_in_parts_is_one_name() -> None:
    lines = [b"Achternaam: de Adviseur", b"Voornamen: Robin"]
    assert Subject.of(lines, ROBIN).is_own
    assert Subject.of([b"Achternaam: de Adviseur", b"Voornamen: Mees"], ROBIN).is_family


def test_the_structure_of_forms_logs_and_code() -> None:
    form = own_and_allowed.CLEAN["leeg formulier"].encode().split(b"\n")
    assert Structure.of([line for line in form if line]).is_unfilled
    assert Structure.of(own_and_allowed.CLEAN["log"].encode().split(b"\n")).is_log
    assert Structure.of([line for line in own_and_allowed.CLEAN["code"].encode().split(b"\n") if line]).is_code
    prose = own_and_allowed.DOCUMENTATION["plan van aanpak"].encode().split(b"\n")
    found = Structure.of(prose)
    assert [found.is_unfilled, found.is_log, found.is_code, found.is_template] == [False] * 4


def test_words_are_written_out() -> None:
    assert list(expanded("loon~{strook,lijst} | {in,} dienst")) == [
        "loonstrook",
        "loon strook",
        "loonlijst",
        "loon lijst",
        "in dienst",
        "dienst",
    ]


def test_every_paper_of_words_can_be_called_by_a_name() -> None:
    assert [paper for paper, words in VOCABULARY.items() if not list(expanded(words.titles))] == []
