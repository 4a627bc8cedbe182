"""Letters that are what they stand for, and signs that a font keeps to itself."""

from __future__ import annotations

import pytest

from app.detect.reading.readers.pdf_letters import are_unknown

DUTCH = (
    "Overeenkomst tussen de gemeente en mevrouw Žižková-Łukasz: vergoeding € 1.250, reïntegratie vanaf 1 maart.\n" * 3
)


@pytest.mark.parametrize(
    "text",
    [
        DUTCH,
        DUTCH.replace("tus", "\x0c"),  # a ligature without a name
        DUTCH + "\uf0b7 eerste punt\n\uf0b7 tweede punt",  # bullets of a font for signs
        "Договор между сторонами вступает в силу",
        "操作マニュアルのインストールについて説明します",
        "Η σύμβαση α2 με την Gemeente Voorbeeldstad",
    ],
)
def test_text_is_text(text: str) -> None:
    assert not are_unknown(text, len("".join(text.split())))


@pytest.mark.parametrize(
    "text",
    [
        "".join(
            chr(ord(sign) - 29) if sign > " " else "\x03" for sign in DUTCH
        ),  # numbers of signs in a subset of a font
        "".join(chr(ord(sign) + 1) if sign > " " else "\x01" for sign in DUTCH),
        "".join(chr(0xF000 + ord(sign)) for sign in DUTCH if sign > " "),
        "ϝƥνȥੀм੧ ϝнϟƥ୧ୡйȥ բఓထʤಮӆ ϝဎюȥᎠಱ " * 9,
    ],
)
def test_signs_of_a_font_of_its_own_are_no_text(text: str) -> None:
    assert are_unknown(text, len("".join(text.split())))
