"""Mutants of real documents: still what they were to their reader, changed inside; known values in them are found again."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from random import Random

import pytest

from benchmarks.fuzzing.canaries import BSN, NAME, found_in, plant
from benchmarks.fuzzing.containers import changed_inside, mutate_piece
from benchmarks.fuzzing.mutations import MUTATIONS, Mutation, mutated_bytes
from benchmarks.fuzzing.tokens import CHANGES, mutated_text
from tests.detect.reading.compound import compound_file
from tests.detect.reading.packages import paragraph, word

SEEDS = range(30)
LETTER = b'<html><body><p>Een gewone brief van 12 regels, met "woorden" en [haken].</p></body></html>'


def pdf(text: bytes) -> bytes:
    packed = zlib.compress(b"BT (%s) Tj ET" % text)
    return b"%%PDF-1.7\n1 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (len(packed), packed)


@pytest.mark.parametrize("change", MUTATIONS)
def test_every_change_of_bytes_changes_something(change: Mutation) -> None:
    def changed(seed: int) -> bytes:
        content = bytearray(LETTER)
        change(content, Random(seed))
        return bytes(content)

    assert any(changed(seed) != LETTER for seed in SEEDS)


@pytest.mark.parametrize("change", dict.fromkeys(CHANGES), ids=lambda change: change.__name__)
def test_every_change_of_tokens_changes_something(change: object) -> None:
    assert callable(change)
    spans = [(0, 6), (25, 28), (30, 40)]
    assert any(change(LETTER, spans, Random(seed)) != LETTER for seed in SEEDS)


def test_the_same_seed_makes_the_same_mutant() -> None:
    assert mutated_text(LETTER, Random(4)) == mutated_text(LETTER, Random(4))
    assert mutated_bytes(LETTER, Random(4)) == mutated_bytes(LETTER, Random(4))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_package_can_still_be_unpacked(seed: int) -> None:
    changed = changed_inside(word(paragraph("Een zin om te veranderen.")), Random(seed), mutate_piece)
    with zipfile.ZipFile(io.BytesIO(changed)) as archive:
        assert archive.testzip() is None


def test_a_packed_file_and_a_stream_of_a_pdf_can_still_be_unpacked() -> None:
    packed = changed_inside(gzip.compress(LETTER), Random(1), plant)
    assert found_in([gzip.decompress(packed)]) == NAME
    planted = [changed_inside(pdf(b"Een zin van deze bladzijde"), Random(seed), plant) for seed in SEEDS]
    assert any(found_in(_streams(content)) for content in planted)


def _streams(content: bytes) -> list[bytes]:
    packed = content.partition(b"stream\n")[2].partition(b"\nendstream")[0]
    return [zlib.decompressobj().decompress(packed)]


@pytest.mark.parametrize(
    "content", [b"no container", b"PK\x03\x04 spoiled", b"\xd0\xcf\x11\xe0 spoiled", b"\x1f\x8b spoiled"]
)
def test_what_cannot_be_taken_apart_is_changed_as_it_is(content: bytes) -> None:
    assert changed_inside(content, Random(1), lambda piece, _: piece + b"!") == content + b"!"


def test_known_values_take_the_place_of_letters_where_lengths_matter() -> None:
    wide = b"\x00\x01\x02" + ("Een lange zin van een oud document. " * 9).encode("utf-16-le")
    planted = plant(wide, Random(1))
    assert len(planted) == len(wide)
    assert found_in([planted]) == NAME


def test_a_value_is_found_in_whatever_way_it_is_told() -> None:
    assert found_in([f"gelezen: {BSN}"]) == BSN
    assert found_in([NAME.upper()]) == NAME
    assert found_in([b"\x00" + BSN.encode("utf-16-le")]) == BSN
    assert found_in(["client-data", b"1 BSN"]) is None


def test_a_stream_of_a_compound_file_is_changed_where_it_lies() -> None:
    stream = b"A stream of some length. " * 300
    content = compound_file({"WordDocument": stream})
    changed = changed_inside(content, Random(1), lambda piece, _: piece.upper() + b"longer")
    assert len(changed) == len(content)
    assert stream.upper() in changed
