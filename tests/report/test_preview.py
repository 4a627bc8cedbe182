"""Pages as pictures: of the width asked for, upright, in their colours, and one thread at a time in PDFium."""

from __future__ import annotations

import io
import threading
from functools import cache

import pytest
from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from app.domain.errors import InputError
from app.report import Press, page_count, page_images
from app.report.preview import MOST_HEIGHT, MOST_PAGES, WIDTHS, PageImage
from tests.report.fakes import BOTH, DEVICE, content

RED, BLUE, WHITE = (255, 0, 0, 255), (0, 0, 255, 255), (255, 255, 255, 255)


def drawn(pages: int = 1, size: tuple[float, float] = (200, 100)) -> bytes:
    """A red square at the left above, a blue one at the right below, and so many dots as the page's number says."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=size)
    for page in range(pages):
        canvas.setFillColor(Color(1, 0, 0))
        canvas.rect(0, size[1] - 40, 40, 40, stroke=0, fill=1)
        canvas.setFillColor(Color(0, 0, 1))
        canvas.rect(size[0] - 40, 0, 40, 40, stroke=0, fill=1)
        canvas.drawString(60, 40, str(page))
        canvas.showPage()
    canvas.save()
    return target.getvalue()


@cache
def declaration() -> bytes:
    press = Press(BOTH, BOTH.nl)
    return press.pdf(press.sign(content(), DEVICE, None))


def pixel(image: PageImage, x: int, y: int) -> tuple[int, ...]:
    start = (y * image.width + x) * 4
    return tuple(image.rgba[start : start + 4])


def test_a_page_is_upright_and_has_its_colours() -> None:
    (image,) = page_images(drawn(), 400)
    assert (image.width, image.height, len(image.rgba)) == (400, 200, 400 * 200 * 4)
    assert pixel(image, 5, 5) == RED
    assert pixel(image, 395, 195) == BLUE
    assert pixel(image, 395, 5) == WHITE


@pytest.mark.parametrize("width", [17, 100, 333, 801, 1000, 1537, 1920])
def test_it_is_as_wide_as_was_asked(width: int) -> None:
    for image in page_images(declaration(), width):
        assert image.width == width
        assert abs(image.height - width * 2**0.5) < 2
        assert len(image.rgba) == image.width * image.height * 4
        assert set(image.rgba[3::4]) == {255}


@pytest.mark.parametrize(("asked", "given"), [(0, WIDTHS[0]), (-5, WIDTHS[0]), (10**9, WIDTHS[-1])])
def test_a_width_that_makes_no_sense_becomes_the_nearest_that_does(asked: int, given: int) -> None:
    (image,) = page_images(drawn(), asked)
    assert image.width == given


def test_a_page_as_long_as_a_roll_does_not_fill_the_memory() -> None:
    (image,) = page_images(drawn(size=(20, 14_000)), 4000)
    assert image.height <= MOST_HEIGHT + 1


def test_pages_come_in_portions() -> None:
    pdf = drawn(MOST_PAGES + 5)
    assert page_count(pdf) == MOST_PAGES + 5
    everything = page_images(pdf, 100, most=100)
    assert len(page_images(pdf, 100)) == MOST_PAGES
    assert page_images(pdf, 100, first=3, most=2) == everything[3:5]
    assert page_images(pdf, 100, first=MOST_PAGES) == everything[MOST_PAGES:]
    assert page_images(pdf, 100, first=99) == page_images(pdf, 100, most=0) == page_images(pdf, 100, most=-1) == ()


@pytest.mark.parametrize("damaged", [b"", b"%PDF-1.7", b"geen pdf", b"\0" * 5000])
def test_what_is_no_pdf_is_a_sentence(damaged: bytes) -> None:
    for ask in (page_count, lambda pdf: page_images(pdf, 100)):
        with pytest.raises(InputError) as refused:
            ask(damaged)
        assert refused.value.message.id == "certificate.file-unreadable"


def test_several_threads_may_look_at_once() -> None:
    """PDFium itself knows nothing of threads: without a lock this ends the process."""
    pdf = declaration()
    expected = page_images(pdf, 300)
    found: list[tuple[PageImage, ...]] = []
    threads = [threading.Thread(target=lambda: found.append(page_images(pdf, 300))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 8
