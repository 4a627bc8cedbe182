"""What a few words tell of somebody, and whose a short paper is. VR-K1, VR-P5a, VR-P5b."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from app.detect.judging.names import without_trade
from app.detect.judging.papers.addressee import is_addressed_to
from app.detect.judging.papers.compounds import compounds_in
from app.detect.judging.papers.directory import is_directory
from app.detect.judging.papers.notices import is_notice
from app.detect.judging.papers.of_firm import opens_with, plans_own_people
from app.detect.judging.person_names import PersonName
from app.detect.judging.register import Register
from app.detect.process.worker_process import DetectionWorker
from app.domain.finding import Origin, Verdict
from app.domain.papers import Paper
from tests.detect.fakes import SHAREPOINT, context
from tests.detect.judging.aloud import judged
from tests.detect.judging.told_in_few_words import NOT_TELLING, TELLING

FROM_CLIENT = Origin(host=SHAREPOINT, zone=3)


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in TELLING.items() for text in texts])
def test_a_few_words_tell_it_of_somebody(kind: str, text: str) -> None:
    assert kind in judged(text).kinds


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in NOT_TELLING.items() for text in texts])
def test_the_same_words_tell_it_of_nobody(kind: str, text: str) -> None:
    assert kind not in judged(text).kinds


PAY_BY_MAIL = """From: HR <hr@voorbeeldstad.example>
To: robin@adviesbureau.example
Subject: Fwd: wrong net pay

- Emma Clarke (704412): paid 2,014.09, base pay is 3,240 gross
- Jan Verhulst (704977): correct IBAN is NL91 ABNA 0417 1643 00
Could you check the mapping of wage type 1070?
"""
MAPPING_BY_MAIL = """From: HR <hr@voorbeeldstad.example>
To: robin@adviesbureau.example
Subject: field mapping

Could you check the mapping of wage type 1070? Source field is lgart, target field is wage_type.
"""
DIRECTORY = """sAMAccountName;displayName;mail;mobile;department;lastLogon
""" + "".join(
    f"{name.lower()};{name} Verhulst;{name.lower()}@voorbeeldstad.example;+31 6 1234 56{at:02};Staf;2026-02-0{at + 1}T08:00Z\n"
    for at, name in enumerate(("Anna", "Bart", "Els", "Jan", "Noor", "Piet", "Sami", "Tess"))
)
CONTACTS = """Naam;Functie;Organisatie;E-mail;Telefoon
""" + "".join(
    f"{name} Verhulst;Adviseur;Gemeente Voorbeeldstad;{name.lower()}@voorbeeldstad.example;030-12345{at:02}\n"
    for at, name in enumerate(("Anna", "Bart", "Els", "Jan", "Noor", "Piet", "Sami", "Tess"))
)


def test_pay_and_an_account_by_mail_are_no_mapping() -> None:
    assert judged(PAY_BY_MAIL).verdict is Verdict.CLIENT_DATA
    assert judged(MAPPING_BY_MAIL).verdict is not Verdict.CLIENT_DATA


def test_an_example_with_a_number_and_pay_is_of_somebody_unless_it_is_declared_made_up() -> None:
    text = "Proces instroom\nVoorbeeld: Bart Verhulst, BSN 123456782, bruto salaris € 2.950,00 per maand.\n"
    assert judged(text).verdict is Verdict.CLIENT_DATA
    assert judged(f"{text}Alle personen in dit document zijn fictief.\n").verdict is not Verdict.CLIENT_DATA


def test_the_accounts_of_a_client_are_no_list_of_contacts(detector: DetectionWorker, tmp_path: Path) -> None:
    accounts, contacts = tmp_path / "export.csv", tmp_path / "contacten.csv"
    accounts.write_text(DIRECTORY, encoding="utf-8")
    contacts.write_text(CONTACTS, encoding="utf-8")
    assert detector.judge(accounts, FROM_CLIENT).verdict is Verdict.CLIENT_DATA
    assert detector.judge(contacts, FROM_CLIENT).verdict is not Verdict.CLIENT_DATA


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        (b"userPrincipalName,pwdLastSet,memberOf", True),
        (b"Naam;Laatste aanmelding;Login naam", True),
        (b"Naam;Functie;E-mail;Telefoon", False),
        (b"Wanneer was de laatste login?", False),
    ],
)
def test_a_directory_is_known_by_its_attributes(line: bytes, is_one: bool) -> None:
    assert is_directory([line]) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("From: a\nSubject: Out of office\nBack on Monday.", True),
        ("From: a\nSubject: stand van zaken\nIk ben met vakantie en op 4 mei terug.", True),
        ("From: a\nSubject: heidag roadmap\nInloop om 9 uur. Dieetwensen graag doorgeven.", True),
        ("From: a\nSubject: voortgang\nBijgaand het rapport; we lopen op schema.", False),
        ("Draaiboek\nInloop om 9 uur, daarna lunch.", False),
    ],
)
def test_a_notice_is_no_paper_of_the_project(text: str, is_one: bool) -> None:
    assert is_notice(text.encode().split(b"\n")) is is_one


@pytest.mark.parametrize(
    ("title", "paper"),
    [
        (b"FD-12 Leave management", Paper.FUNCTIONAL_DESIGN),
        (b"Inkoopproces op hoofdlijnen", Paper.PROCESS_DESIGN),
        (b"Stadsprogrammaplan 2027", Paper.PLAN),
    ],
)
def test_titles_call_a_paper_by_a_number_or_a_compound(title: bytes, paper: Paper) -> None:
    assert paper in set(compounds_in([title]))


@pytest.mark.parametrize("title", [b"Rouwproces op hoofdlijnen", b"Adviseur HR-processen", b"FD Persoonlijk"])
def test_other_titles_call_none(title: bytes) -> None:
    assert not set(compounds_in([title]))


@pytest.mark.parametrize(
    ("line", "is_to_firm"),
    [
        (b"Factuur 2026-118 aan Bureau Elders, t.a.v. de administratie", True),
        (b"Invoice 55 to Bureau Elders", True),
        (b"Factuur 2026-118 van Bureau Elders aan Gemeente Doorn", False),
        (b"Bureau Elders factuur 2026-118", False),
    ],
)
def test_a_bill_says_whom_it_is_for(line: bytes, is_to_firm: bool) -> None:
    assert is_addressed_to([line], lambda part: b"Bureau Elders" in part) is is_to_firm


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Kompas & Koers Adviseurs", "Kompas & Koers"),
        ("Groene Reiger Consultancy B.V.", "Groene Reiger"),
        ("De Wit Advies", None),
        ("Adviesbureau Voorbeeld", None),
        ("Helder Advies", None),
    ],
)
def test_a_bureau_leaves_out_what_it_does(name: str, short: str | None) -> None:
    assert without_trade(name) == short


def with_firm(firm: str) -> Register:
    own = dataclasses.replace(context().own, firm=firm)
    return Register(context(own=own))


def test_an_appraisal_that_begins_with_the_consultant_is_his_own() -> None:
    register = with_firm("Kompas & Koers Adviseurs")
    own = "Kompas & Koers - jaargesprek\nRobin de Adviseur, met Els Verhulst (partner). Beoordeling goed. Salaris € 5.020.\n"
    others = own.replace("Robin de Adviseur, met Els Verhulst", "Els Verhulst, met Robin de Adviseur")
    assert judged(own, register=register).verdict is Verdict.OWN
    assert judged(others, register=register).verdict is not Verdict.OWN


def test_the_firm_plans_its_own_people() -> None:
    register = with_firm("Kompas & Koers Adviseurs")
    rows = "Wie;wk 10;wk 11;wk 12\nAnna;vrij;intern;Doorn\nBart;Doorn;Doorn;vrij\nEls;intern;vrij;Doorn\n"
    assert judged(f"Planning consultants Kompas & Koers\n{rows}", register=register).verdict is Verdict.OWN
    assert judged(f"Projectplanning Gemeente Doorn\n{rows}", register=register).verdict is not Verdict.OWN


def test_who_opens_a_paper_and_what_is_planned_is_seen_in_the_first_lines() -> None:
    person = PersonName.parse("Robin de Adviseur")
    assert person is not None
    assert opens_with([b"Jaargesprek", b"Robin de Adviseur, adviseur"], person)
    assert not opens_with([b"Els Verhulst met Robin de Adviseur"], person)
    assert plans_own_people([b"Bezetting adviseurs week 12"])
    assert not plans_own_people([b"Projectplanning fase 2"])


def test_numbers_of_births_in_a_table_are_no_birth_dates(detector: DetectionWorker, tmp_path: Path) -> None:
    counted, born = tmp_path / "regio.csv", tmp_path / "lijst.csv"
    rows = "".join(f"GM{at:04};2025;{20_000 + at * 311};{1_200 + at * 37};{900 + at * 41}\n" for at in range(1, 30))
    counted.write_text(f"Gemeente;Jaar;Bevolking;Geboren;Overleden\n{rows}", encoding="utf-8")
    rows = "".join(
        f"{at};{name} Verhulst;{at + 10}-03-19{60 + at}\n" for at, name in enumerate(("Anna", "Bart", "Els", "Jan"))
    )
    born.write_text(f"Nr;Naam;Geboren\n{rows}", encoding="utf-8")
    assert "date_of_birth" not in detector.judge(counted, None).kinds
    assert "date_of_birth" in detector.judge(born, None).kinds


def test_the_digits_of_a_postcode_are_no_address(detector: DetectionWorker, tmp_path: Path) -> None:
    for digits, letters, is_address in ((4, "", False), (6, " KD", True)):
        path = tmp_path / f"rijen{digits}.csv"
        rows = "".join(f"p{at:03};19{50 + at}-02-1{at % 9};{3_541 + at * 13}{letters}\n" for at in range(1, 25))
        path.write_text(f"pseudo;geboortedatum;pc{digits}\n{rows}", encoding="utf-8")
        assert ("address" in detector.judge(path, None).kinds) is is_address
