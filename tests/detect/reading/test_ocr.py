"""Text on pictures: where words stand becomes lines and columns; without the optional packages pictures stay pictures."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from app.detect.reading import ocr
from app.detect.reading.limits import Limits
from app.detect.reading.ocr import Piece, picture_reader, with_pictures_read
from app.detect.reading.readers import pictures
from tests.detect.reading.observed import read
from tests.detect.reading.packages import paragraph, word

LIMITS = with_pictures_read(Limits())
ROWS = [["Naam", "Plaats", "Loon"], *([f"Bos{n}", "Den Haag", "2000"] for n in range(5))]


class FakePictureReader:
    """Reads the same words on every picture; what is no picture it cannot open."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces

    def read(self, picture: bytes) -> Sequence[Piece]:
        if not picture.startswith((b"\x89PNG", b"\xff\xd8", b"BM")):
            raise ValueError("no picture")
        return self._pieces


def words(line: str, top: float = 100) -> list[Piece]:
    """Words of a line one beside another, ten pixels a letter."""
    pieces, left = [], 50.0
    for text in line.split(" "):
        pieces.append(Piece(left, top, left + 10 * len(text), top + 20, text))
        left += 10 * (len(text) + 1)
    return pieces


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        pictures,
        "picture_reader",
        lambda limits: FakePictureReader(words("Bijzonder woord")) if limits.reads_pictures else None,
    )


def noise(width: int, height: int) -> bytes:
    buffer = io.BytesIO()
    Image.effect_noise((width, height), 90).save(buffer, "PNG")
    return buffer.getvalue()


def scan() -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    canvas.drawImage(ImageReader(io.BytesIO(noise(600, 800))), 0, 0, *A4)
    canvas.save()
    return buffer.getvalue()


CASES = {
    "a picture alone": lambda: noise(400, 300),
    "a scan": scan,
    "a picture in a document": lambda: word(paragraph("Bijlage"), **{"media/image1.png": noise(400, 400)}),
}


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize("case", CASES)
def test_the_text_on_a_picture_is_read_where_that_is_allowed(case: str) -> None:
    seen = read(CASES[case](), limits=LIMITS)
    assert "Bijzonder woord" in seen.whole
    assert (seen.why, seen.left_out_why) == (set(), set())


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize("case", CASES)
def test_a_picture_is_not_looked_into_where_that_is_not_allowed(case: str) -> None:
    assert read(CASES[case]()).why == {"picture"}


@pytest.mark.usefixtures("reader")
def test_what_the_reader_cannot_open_stays_a_picture() -> None:
    assert read(b"8BPS" + bytes(90_000), limits=LIMITS).why == {"picture"}


def test_nothing_is_read_where_the_packages_are_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "_found", lambda module: False)
    ocr._loaded.cache_clear()
    assert not ocr.is_installed()
    assert picture_reader(LIMITS) is None
    ocr._loaded.cache_clear()


def test_words_on_one_height_are_a_line_whatever_their_order() -> None:
    pieces = [*words("tweede regel", 140), *reversed(words("eerste regel met woorden", 100))]
    lines = pictures.lines_of_pieces(pieces)
    assert [[cell.text for cell in line] for line in lines] == [["eerste regel met woorden"], ["tweede regel"]]


def test_words_that_stand_apart_are_the_columns_of_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    pieces = [
        Piece(left, 100 + 40 * line, left + 10 * len(cell), 120 + 40 * line, cell)
        for line, row in enumerate(ROWS)
        for left, cell in zip((50, 300, 600), row, strict=True)
    ]
    monkeypatch.setattr(pictures, "picture_reader", lambda _limits: FakePictureReader(pieces))
    assert read(noise(900, 400), limits=LIMITS).only_table == ROWS


def test_pixels_as_a_file_are_the_same_picture() -> None:
    picture = Image.effect_noise((31, 17), 90).convert("RGB")
    blue_first = picture.convert("RGBA").tobytes("raw", "BGRA")
    with Image.open(io.BytesIO(pictures.bitmap_file(blue_first, 31, 17))) as again:
        assert again.convert("RGB").tobytes() == picture.tobytes()


def test_the_real_reader_reads_a_page() -> None:
    pytest.importorskip("rapidocr", exc_type=ImportError)
    from PIL import ImageDraw, ImageFont

    page = Image.new("L", (900, 200), 255)
    ImageDraw.Draw(page).text((40, 60), "Burgerservicenummer: 123456782", fill=0, font=ImageFont.load_default(32))
    buffer = io.BytesIO()
    page.save(buffer, "PNG")
    assert "123456782" in read(buffer.getvalue(), limits=LIMITS).whole
