"""Registered content is recognised when it was changed, cut, sorted or aggregated; other content is not. Design: Deletion."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.detect.content.fingerprint import SAMPLE, Features, Kinship, Library, Sketch
from app.detect.content.folding import fold
from tests.samples import make_bsn, make_iban, make_name

KEY = b"k" * 32
DEPARTMENTS = (
    "Burgerzaken",
    "Sociaal domein",
    "Financiën",
    "Beheer",
    "Handhaving",
    "Griffie",
    "Communicatie",
    "Archief",
)
WORDS = (
    "besluit",
    "afdeling",
    "plaatsing",
    "voorstel",
    "reorganisatie",
    "medewerker",
    "functie",
    "uren",
    "budget",
    "ruimte",
    "gesprek",
    "planning",
    "kader",
    "college",
    "overleg",
    "advies",
    "traject",
    "fase",
    "bijlage",
    "toelichting",
    "wijziging",
    "rapport",
    "onderzoek",
    "uitkomst",
    "samenwerking",
)
Rows = list[list[str]]


def extract(rows: int, seed: int) -> Rows:
    rng = random.Random(seed)
    header = ["Nr", "Naam", "BSN", "IBAN", "Afdeling", "Salaris"]
    return [header] + [
        [
            str(rng.randint(100_000, 999_999)),
            " ".join(make_name(rng)),
            make_bsn(rng),
            make_iban(rng),
            rng.choice(DEPARTMENTS),
            f"{rng.randint(2000, 9000)}.{rng.randint(10, 99)}",
        ]
        for _ in range(rows)
    ]


def report(sentences: int, seed: int) -> list[str]:
    rng = random.Random(seed)
    return [" ".join(rng.choices(WORDS, k=rng.randint(8, 18))).capitalize() + "." for _ in range(sentences)]


def of_rows(rows: Rows, batch: int = 500) -> Features:
    features = Features()
    for start in range(0, len(rows), batch):
        piece = rows[start : start + batch]
        features.rows(piece, fold("\n".join("\t".join(row) for row in piece)))
    return features


def of_text(*pieces: str) -> Features:
    features = Features()
    for piece in pieces:
        features.text(fold(piece))
    return features


def library(*known: Features, key: bytes = KEY) -> Library:
    return Library({f"client-{number}": [found.sketch(key).pack()] for number, found in enumerate(known)}, key)


@pytest.mark.parametrize("rows", [12, 200, 20_000])
def test_an_extract_is_known_again_in_another_order_and_format(rows: int) -> None:
    known = extract(rows, 1)
    changed = [[row[2], row[1], row[5].replace(".", ","), row[0]] for row in random.Random(2).sample(known, len(known))]
    lines = "\n".join(" | ".join(row) for row in changed)
    assert library(of_rows(known)).kin(of_text(lines)) == {"client-0": Kinship.NEAR}


@pytest.mark.parametrize(("rows", "share"), [(200, 0.2), (2_000, 0.1), (20_000, 0.05)])
def test_a_part_of_an_extract_is_known(rows: int, share: float) -> None:
    known = extract(rows, 3)
    part = random.Random(4).sample(known, int(rows * share))
    assert library(of_rows(known)).kin(of_rows(part)) == {"client-0": Kinship.PART}


def test_a_pivot_of_an_extract_is_known() -> None:
    pivot = [["Rijlabels", "Som van Salaris", "Aantal"]]
    pivot += [[name, str(1000 + number), str(number)] for number, name in enumerate(DEPARTMENTS)]
    pivot += [["Eindtotaal", "9999", "88"]]
    assert library(of_rows(extract(400, 5))).kin(of_rows(pivot)) == {"client-0": Kinship.PIVOT}


def test_a_text_is_known_again_with_other_line_breaks_and_changed_sentences() -> None:
    sentences = report(60, 6)
    changed = [*sentences[:20], *report(6, 7), *sentences[24:]]
    text = " ".join(changed)
    broken = "\n".join(text[start : start + 77] for start in range(0, len(text), 77))  # cuts words as a bad export does
    wrapped = " ".join(changed).replace(" voorstel", "\nvoorstel").replace(" uren", "\nuren")
    known = library(of_text("\n\n".join(sentences)))
    assert known.kin(of_text(wrapped)) == {"client-0": Kinship.NEAR}
    assert known.kin(of_text(broken)).keys() <= {"client-0"}


def test_some_paragraphs_of_a_long_report_are_a_part() -> None:
    sentences = report(400, 8)
    assert library(of_text(" ".join(sentences))).kin(of_text(" ".join(sentences[100:130]))) == {
        "client-0": Kinship.PART
    }


def test_other_content_of_the_same_kind_is_no_kin() -> None:
    known = library(of_rows(extract(2_000, 9)), of_text(" ".join(report(80, 10))))
    assert known.kin(of_rows(extract(2_000, 11))) == {}
    assert known.kin(of_text(" ".join(report(80, 12)))) == {}


def test_a_contact_list_with_the_departments_of_the_extract_is_no_pivot() -> None:
    rng = random.Random(13)
    contacts = [[" ".join(make_name(rng)) + f" {n}", rng.choice(DEPARTMENTS), "Adviseur"] for n in range(40)]
    assert library(of_rows(extract(400, 14))).kin(of_rows(contacts)) == {}


def test_the_client_with_the_kin_content_is_named_among_many() -> None:
    many = [of_rows(extract(50, seed)) for seed in range(20, 40)]
    assert library(*many).kin(of_rows(extract(50, 33))) == {"client-13": Kinship.NEAR}


def test_with_another_key_nothing_is_known_and_no_value_is_in_a_sketch() -> None:
    rows = extract(50, 15)
    packed = of_rows(rows).sketch(KEY).pack()
    assert Library({"client": [packed]}, b"other key" * 3).kin(of_rows(rows)) == {}
    assert not any(cell.encode() in packed for row in rows for cell in row if len(cell) > 3)


def test_a_sketch_is_small_and_what_is_none_is_left_out() -> None:
    packed = of_rows(extract(5_000, 16)).sketch(KEY).pack()
    assert len(packed) < 3 * 8 * SAMPLE + 16
    assert not Library({"client": [b"", packed[:-1], b"\x09" + packed[1:]]}, KEY)


@given(st.lists(st.lists(st.text(max_size=12), max_size=5), max_size=30), st.binary(min_size=16, max_size=64))
def test_every_table_has_a_sketch_that_comes_back_as_it_was(rows: Sequence[list[str]], key: bytes) -> None:
    sketch = of_rows(list(rows)).sketch(key)
    again = Sketch.unpack(sketch.pack())
    assert (again.numbers, again.passages, again.labels) == (sketch.numbers, sketch.passages, sketch.labels)


@given(st.binary(max_size=64))
def test_what_is_no_sketch_is_refused_or_read(packed: bytes) -> None:
    try:
        sketch = Sketch.unpack(packed)
    except ValueError:
        return
    assert sketch.pack() == packed
