"""Marks of confidentiality, and talk of it."""

from __future__ import annotations

import pytest

from app.detect.content.folding import fold
from app.detect.judging.confidential import is_marked, is_named_so, is_open_label


@pytest.mark.parametrize(
    "text",
    [
        "VERTROUWELIJK\nReorganisatie",
        "Notitie\n  Strikt vertrouwelijk  \nTekst",
        "Vertrouwelijk - niet verder verspreiden",
        "Classificatie: Vertrouwelijk",
        "Dit rapport is strikt vertrouwelijk.",
        "For internal use only",
        "pagina 3 | CONFIDENTIAL",
        "Uitsluitend voor intern gebruik",
        "Bedrijfsvertrouwelijk",
    ],
)
def test_a_stamp_is_a_mark(text: str) -> None:
    assert is_marked(fold(text))


@pytest.mark.parametrize(
    "text",
    [
        "De medewerker gaat vertrouwelijk om met gegevens.",
        "Risico: vertrouwelijke gegevens komen buiten de organisatie.",
        "De vertrouwenspersoon is bereikbaar.",
        "All parties keep confidential what they learn.",
        "",
    ],
)
def test_to_speak_of_it_is_none(text: str) -> None:
    assert not is_marked(fold(text))


def test_names_and_labels_say_it_in_one_word() -> None:
    assert is_named_so(fold("memo_vertrouwelijk_v2.docx"))
    assert not is_named_so(fold("vertrouwensman.docx"))
    assert is_open_label(b"Openbaar")
    assert not is_open_label(b"Intern")
