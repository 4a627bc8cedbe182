"""What a careful privacy officer would say of papers that no vocabulary was written for. VR-K1, VR-P5a, VR-P5b."""

from __future__ import annotations

import pytest

from app.detect.judging.circumstances import is_told_to_reader
from app.detect.judging.confidential import is_marked, is_told_in_confidence
from app.detect.judging.papers.pay_column import has_pay_column
from app.detect.judging.papers.project_lists import lists_in
from app.detect.judging.verdict import judge_evidence
from app.detect.reading.unread import Unread
from app.domain.finding import Origin, Verdict, points_to_client
from app.domain.papers import Paper
from tests.detect.fakes import SHAREPOINT
from tests.detect.judging import further_papers
from tests.detect.judging.aloud import evidence_of, judged

FROM_CLIENT = Origin(host=SHAREPOINT, zone=3)


@pytest.mark.parametrize("name", further_papers.ABOUT_SOMEBODY)
def test_what_is_told_of_one_person_is_client_data_wherever_it_stands(name: str) -> None:
    assert judged(further_papers.ABOUT_SOMEBODY[name]).verdict is Verdict.CLIENT_DATA


@pytest.mark.parametrize("name", further_papers.CONFIDENTIAL_BUSINESS)
def test_confidential_business_of_a_client_is_client_data(name: str) -> None:
    judgement = judged(further_papers.CONFIDENTIAL_BUSINESS[name])
    assert (judgement.verdict, judgement.client_id) == (Verdict.CLIENT_DATA, "client-1")


@pytest.mark.parametrize("name", further_papers.ALLOWED_FROM_CLIENT)
def test_project_papers_and_empty_ones_are_let_through(name: str) -> None:
    text = further_papers.ALLOWED_FROM_CLIENT[name]
    assert judged(text, origin=FROM_CLIENT).verdict in (Verdict.CLEAN, Verdict.DOCUMENTATION)
    assert judged(text).verdict in (Verdict.CLEAN, Verdict.DOCUMENTATION)


@pytest.mark.parametrize("name", further_papers.ALLOWED)
def test_what_anybody_may_have_is_let_through(name: str) -> None:
    assert judged(further_papers.ALLOWED[name]).verdict is not Verdict.CLIENT_DATA


@pytest.mark.parametrize(
    ("text", "is_confidential"),
    [
        ("Vertrouwelijk tot de voorlopige gunning", True),
        ("Programma Delta | GEHEIM", True),
        ("Bespreek dit nog niet met de ondernemingsraad.", True),
        ("Alleen bestemd voor het dagelijks bestuur", True),
        ("Alleen bestemd voor de directie", True),
        ("Vertrouwelijke gegevens worden versleuteld bewaard.", False),
        ("Medewerkers gaan vertrouwelijk om met dossiers.", False),
        ("Dit bericht is uitsluitend bestemd voor de geadresseerde.", False),
    ],
)
def test_a_mark_is_told_from_talk_of_confidentiality(text: str, is_confidential: bool) -> None:
    assert is_marked(f"Notitie\n{text}\n".encode()) is is_confidential


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("Hierbij de cijfers, graag nog even vertrouwelijk.", True),
        ("Niet doorsturen svp, de raad weet het nog niet.", True),
        ("Dit bericht is vertrouwelijk en alleen voor de geadresseerde bestemd.", False),
        ("This e-mail is confidential. If you are not the intended recipient, do not share it.", False),
    ],
)
def test_a_mail_in_confidence_is_told_from_its_disclaimer(text: str, is_asked: bool) -> None:
    assert is_told_in_confidence(f"Dag Robin,\n\n{text}\n".encode()) is is_asked


def test_a_letter_tells_its_reader_of_himself() -> None:
    assert is_told_to_reader(b"Uw huurachterstand bedraagt inmiddels drie maanden.")
    assert not is_told_to_reader(b"Een huurachterstand wordt na drie maanden gemeld bij de gemeente.")


@pytest.mark.parametrize(
    ("head", "paper"),
    [
        (b"WBS\tActiviteit\tStart\tEind", Paper.PLAN),
        (b"Risico\tKans\tImpact\tEigenaar", Paper.PROGRESS_REPORT),
        (b"Testgeval\tInvoer\tVerwacht resultaat\tStatus", Paper.TEST_PLAN),
    ],
)
def test_a_project_list_is_known_by_its_heads_once_it_has_rows(head: bytes, paper: Paper) -> None:
    assert paper in set(lists_in([head, b"1\tkoppeling\topen\thoog"]))
    assert paper not in set(lists_in([head, b"\t\t\t"]))


def test_a_roster_of_codes_is_no_matrix_of_rights() -> None:
    roster = [b"Naam\tma\tdi\two\tdo\tvr", *[b"A. Kool\tV\tV\tL\tN\tZ"] * 5]
    rights = [b"Gegeven\tMedewerker\tManager\tHR\tBeheer", *[b"Adres\tR\tR\tW\t-"] * 5]
    assert not list(lists_in(roster))
    assert Paper.FUNCTIONAL_DESIGN in set(lists_in(rights))


def test_a_column_of_pay_is_found_below_other_tables() -> None:
    rows = [b"\t\tK. de Waal\tmonteur\t3412,50"] * 5
    assert has_pay_column([b"Totaal\t\t500000", b"", b"\t\tWie\tWat\tBruto", *rows])
    assert not has_pay_column([b"\t\tWie\tWat\tUren", *rows])


def test_a_file_that_was_cut_is_unreadable_and_still_a_finding_when_it_told_of_persons() -> None:
    rows = "".join(f"A{n} Kool\t{bsn}\n" for n, bsn in enumerate(("111222333", "123456782", "100000009", "999990019")))
    evidence = evidence_of(f"Naam\tBSN\n{rows}")
    assert judge_evidence(evidence).verdict is Verdict.CLIENT_DATA
    evidence.is_cut = True
    evidence.cannot_read(Unread.CORRUPT)
    judgement = judge_evidence(evidence)
    assert judgement.verdict is Verdict.UNREADABLE
    assert points_to_client(judgement.reasons)
