"""What the check of public documents calls blank, and what shows something."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from benchmarks.public_documents import letters_of, shows_something, without_text
from tests.detect.reading.packages import paragraph, word


def page(*, draws: bool) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    if draws:
        canvas.rect(100, 100, 200, 300, fill=1)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "shows"),
    [
        (page(draws=True), True),
        (page(draws=False), False),
        (word(paragraph("Een zin.")), True),
        (word(paragraph("")), False),
        (b" \n" * 200, False),
    ],
)
def test_a_blank_document_is_told_from_one_that_shows_something(tmp_path: Path, content: bytes, shows: bool) -> None:
    path = tmp_path / "document"
    path.write_bytes(content)
    assert shows_something(path) is shows


def test_letters_are_counted_and_blanks_are_not(tmp_path: Path) -> None:
    path = tmp_path / "brief.docx"
    path.write_bytes(word(paragraph("Een zin.")))
    assert letters_of(path) == len("Eenzin.")


def test_only_what_gave_no_text_is_looked_at(tmp_path: Path) -> None:
    for name, content in (
        ("a.docx", word(paragraph("Een zin."))),
        ("b.pdf", page(draws=True)),
        ("c.pdf", page(draws=False)),
    ):
        (tmp_path / name).write_bytes(content)
    showing, blank = without_text(sorted(tmp_path.iterdir()))
    assert ([path.name for path in showing], [path.name for path in blank]) == (["b.pdf"], ["c.pdf"])
