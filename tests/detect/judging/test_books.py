"""Books and articles name many and tell a little of some by chance; a file of persons tells of them close together."""

from __future__ import annotations

import pytest

from app.detect.judging import weights
from app.detect.judging.citations import count_citations
from app.detect.judging.papers.pay_column import has_pay_column
from app.domain.finding import Verdict
from tests.detect.judging.aloud import evidence_of, judged

CHAPTER = (
    "The valley lay quiet under the rain, and nothing was heard but the mill. Nobody spoke of the harvest any more.\n"
    "Along the road stood poplars, planted long ago, and behind them the wide fields went down to the river.\n"
) * 30
NAMES = ("Anna Berger", "Peter Johnson", "Paul Fischer", "Linda Kramer", "Robert Hoffman", "Maria Jansen")
NOTE = "\nHe had diabetes and his doctor knew since 1912.\n"


def book(notes: int) -> str:
    chapters = [f"{CHAPTER}\nThen came {NAMES[at % len(NAMES)]} to the house.\n{CHAPTER}" for at in range(9)]
    return "".join(chapter + (NOTE if at < notes else "") for at, chapter in enumerate(chapters))


def test_the_text_is_as_long_as_a_book() -> None:
    assert len(book(0)) > weights.BOOK


@pytest.mark.parametrize("notes", [0, 1, 2])
def test_a_book_with_a_few_words_of_illness_is_no_dossier(notes: int) -> None:
    assert judged(book(notes), name="roman.txt").verdict is not Verdict.CLIENT_DATA


def test_a_sentence_about_a_named_person_counts_in_a_text_of_any_length() -> None:
    told = book(0) + "\nMevrouw Anna Berger is sinds 3 mei 2024 ziek thuis met een burn-out.\n"

    assert judged(told, name="verslag.txt").verdict is Verdict.CLIENT_DATA


def test_a_long_file_of_persons_is_client_data() -> None:
    file = book(0) + "".join(
        f"\nNaam: {name}\nGeboortedatum: 0{at + 1}-02-1980\nDiagnose: diabetes\n" for at, name in enumerate(NAMES)
    )

    assert judged(file, name="dossiers.txt").verdict is Verdict.CLIENT_DATA


def test_what_is_told_in_an_attachment_is_not_outweighed_by_the_rest() -> None:
    evidence = evidence_of(book(0))
    evidence.name("bijlage.txt")

    assert evidence.has_parts


def test_citations_are_counted() -> None:
    text = b"Laden F et al., Cancer Prev 8:41-44; vol. 128, no. 8, pp. 1872-1880; doi:10.1007/s10549. Paid 12(3) euro."

    assert count_citations(text) >= 3
    assert count_citations(b"Mevrouw De Vries, geboren 12-03-1975, is op 3 mei ziek gemeld.") == 0


def test_net_and_gross_of_a_trade_are_no_pay() -> None:
    heads = b"Book\tManager\tMarket value\tGross\tNet"
    rows = [b"Fund %d\tAnna Berger\t%d00\t1200\t1100" % (at, at + 1) for at in range(6)]

    assert not has_pay_column([heads, *rows])
    assert has_pay_column([b"Name\tGross\tNet", *(b"Anna Berger\t3200\t2100" for _ in range(6))])
