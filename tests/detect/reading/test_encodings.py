"""Text in the encodings that Dutch systems write, and what is no text."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.detect.reading.encodings import encoding_of, has_binary

DUTCH = "De coördinatoren Zoë en Renée vonden het reünieverslag financiële crème: één geïnteresseerde, België.\n"


@pytest.mark.parametrize(
    "encoding",
    [
        *("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"),
        *("cp1252", "iso8859-15", "mac_roman", "cp850", "cp500"),
    ],
)
@pytest.mark.parametrize("text", [DUTCH, DUTCH * 50, "Naam;Plaats\r\nZoë;Delft\r\nRené;Gouda\r\n"])
def test_the_letters_are_the_same_in_every_encoding(encoding: str, text: str) -> None:
    content = text.encode(encoding)
    found = encoding_of(content)
    assert found is not None
    assert content.decode(found).replace("\x85", "\n") == text


def test_the_euro_of_windows_and_of_latin_9_are_told_apart() -> None:
    text = "De kosten zijn € 120 per café. Één rekening van € 80 voor Zoë.\n"
    assert text.encode("cp1252").decode(encoding_of(text.encode("cp1252")) or "") == text
    assert text.encode("iso8859-15").decode(encoding_of(text.encode("iso8859-15")) or "") == text


def test_one_broken_letter_does_not_make_utf_8_another_encoding() -> None:
    assert encoding_of(DUTCH.encode() * 20 + "Zoë".encode("cp1252") + DUTCH.encode()) == "utf-8"


@pytest.mark.parametrize("seed", range(8))
def test_packed_content_is_no_text(seed: int) -> None:
    assert encoding_of(random.Random(seed).randbytes(4_000)) is None


def test_a_log_with_some_rubbish_in_it_is_text() -> None:
    line = b"2026-11-03 10:00:00 INFO aanvraag verwerkt\n"
    assert encoding_of(line * 50 + b"\x00\x01\x02" + line * 50) == "utf-8"
    assert encoding_of(bytes(20_000) + line * 400) == "utf-8"
    assert not has_binary(line * 900 + b"\x00\x01\x02\x03" + line * 900)


def test_a_document_behind_a_text_is_seen() -> None:
    line = b"2026-11-03 10:00:00 INFO aanvraag verwerkt\n"
    assert has_binary(line * 3_000 + random.Random(1).randbytes(9_000) + line * 3_000)


@given(st.binary(max_size=600))
def test_what_is_said_to_be_text_can_be_read_as_such(content: bytes) -> None:
    encoding = encoding_of(content)
    if encoding is not None:
        content.decode(encoding, "replace")
