"""What is said in ordinary words is found by its kind, and the same words said of nobody are not. VR-K1."""

from __future__ import annotations

import pytest

from tests.detect.content.text.as_people_say import NOT_SAID, SAID
from tests.detect.content.text.told import kinds


def _all(cases: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(kind, text) for kind, texts in cases.items() for text in texts]


@pytest.mark.parametrize(("kind", "text"), _all(SAID))
def test_what_is_said_of_somebody_is_found(kind: str, text: str) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(("kind", "text"), _all(NOT_SAID))
def test_the_same_words_of_nobody_are_left(kind: str, text: str) -> None:
    assert kind not in kinds(text)


def test_a_zone_that_machines_read_tells_birth_and_citizens_number() -> None:
    zone = "P<NLDMOLENKAMP<<VINCENT<<<<<<<<<<<<<<<<<<<<<\nNX4K7P2F87NLD9208142M3109122123456782<<<<<86"
    assert {"id_document", "name", "date_of_birth", "bsn"} <= kinds(zone)


@pytest.mark.parametrize("accent", ["o\u0308", "\u00f6"])
def test_a_word_is_whole_however_its_accents_are_written(accent: str) -> None:
    assert kinds(f"Zuivelco{accent}peratie Noorderland, t.a.v. mevrouw Bakker sinds 3 mei") == {"name"}
