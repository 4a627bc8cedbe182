"""Changes to texts with a grammar (XML, JSON, CSV, mail, RTF, SQL, the drawing of a PDF page): its tokens, not its bytes."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

MOST_NESTED = 20_000
LONG = 50_000  # letters of a run
_TOKEN = re.compile(rb"<[^<>]{1,400}>|\"[^\"\n]{0,400}\"|-?[0-9]+(?:\.[0-9]+)?|[A-Za-z_]{2,}|[\[\]{}(),;:=\t\n\\]")
_NUMBER = re.compile(rb"-?[0-9]+(?:\.[0-9]+)?")
_EXTREMES = (
    *(b"-1", b"0", b"1", b"65536", b"2147483647", b"4294967296", b"-2147483649", b"18446744073709551616", b"1e309"),
    *(b"NaN", b"", b"0x7f", b"00000000000000000000001", b"9" * 400, b"1048577", b"16385", b"\xc3\x28"),
)
_BRACKETS = (b"[", b"{", b"(", b"<a>", b"<w:p>", b"<div>", b"{\\*", b"[{", b'{"a":', b"<table><tr><td>", b"<<", b"((")
_RUNS = (
    b"1",
    b"a",
    b"@",
    b" ",
    b"\t",
    b";",
    b'"',
    b"<",
    b"&amp;",
    b"1.",
    b"a@",
    b"A ",
    b"-",
    b"=",
    b"=?",
    b"\\'e9",
    b"\r\n ",
)
Change = Callable[[bytes, list[tuple[int, int]], Random], bytes]


def mutated_text(content: bytes, rng: Random) -> bytes:
    """The same text with one to eight of its tokens changed."""
    for _ in range(rng.choice((1, 1, 2, 8))):
        spans = _spans_near(content, rng)
        if not spans:
            return content
        content = rng.choice(CHANGES)(content, spans, rng)
    return content


def _spans_near(content: bytes, rng: Random) -> list[tuple[int, int]]:
    """Tokens of a stretch of the text; a long text is not taken apart as a whole."""
    start = rng.randrange(max(len(content) - 8_000, 0) + 1)
    return [match.span() for match in _TOKEN.finditer(content, start, start + 8_000)]


def drop(content: bytes, spans: list[tuple[int, int]], rng: Random) -> bytes:
    start, end = rng.choice(spans)
    return content[:start] + content[end:]


def double(content: bytes, spans: list[tuple[int, int]], rng: Random) -> bytes:
    start, end = rng.choice(spans)
    return content[:end] + content[start:end] * rng.choice((1, 2, 1_000)) + content[end:]


def swap(content: bytes, spans: list[tuple[int, int]], rng: Random) -> bytes:
    (start, end), (other_start, other_end) = sorted((rng.choice(spans), rng.choice(spans)))
    if end > other_start:
        return content
    middle = content[end:other_start]
    return content[:start] + content[other_start:other_end] + middle + content[start:end] + content[other_end:]


def extreme(content: bytes, spans: list[tuple[int, int]], rng: Random) -> bytes:
    """A number becomes one that fits nowhere."""
    numbers = [span for span in spans if _NUMBER.fullmatch(content, *span)]
    start, end = rng.choice(numbers or spans)
    return content[:start] + rng.choice(_EXTREMES) + content[end:]


def nest(content: bytes, spans: list[tuple[int, int]], rng: Random) -> bytes:
    """What opens is opened again and again."""
    start, end = rng.choice(spans)
    token = content[start:end]
    piece = token if token[:1] == b"<" and rng.random() < 0.5 else rng.choice(_BRACKETS)
    return content[:start] + piece * rng.choice((2, 40, 500, MOST_NESTED)) + content[start:]


def run(content: bytes, spans: list[tuple[int, int]], rng: Random) -> bytes:
    """A long run of what expressions like to try again."""
    start, _ = rng.choice(spans)
    return content[:start] + rng.choice(_RUNS) * rng.choice((100, LONG)) + content[start:]


def cut_inside(content: bytes, spans: list[tuple[int, int]], rng: Random) -> bytes:
    start, end = rng.choice(spans)
    return content[: rng.randrange(start, end + 1)]


CHANGES: tuple[Change, ...] = (drop, double, swap, extreme, extreme, nest, run, cut_inside)
