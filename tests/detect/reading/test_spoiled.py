"""Documents of every format, spoiled: reading ends, raises nothing, and what was lost is said or read as something else."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import sqlite3
import tarfile
import time
import zlib
from collections.abc import Callable
from contextlib import closing
from email.message import EmailMessage
from functools import cache

import py7zr
import pytest
from backports import zstd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.detect.reading.formats import format_of
from tests import samples
from tests.detect.reading.compound import attached, attached_item, compound_file, outlook_item
from tests.detect.reading.observed import read

CSV = b"naam;plaats\nBos;Delft\nMol;Gouda\n" * 3


def mail() -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "zoe@klant.example", "a@b.example", "Verslag van één dag"
    message.set_content("De tekst van Zoë\n")
    message.add_alternative("<p>De tekst</p>", subtype="html")
    message.add_attachment(CSV, "application", "octet-stream", filename="één.csv")
    return message.as_bytes()


def tar() -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        info = tarfile.TarInfo("map/" * 40 + "é.csv")
        info.size = len(CSV)
        archive.addfile(info, io.BytesIO(CSV))
    return buffer.getvalue()[:2_600]


def seven_zip(**filters: object) -> bytes:
    buffer = io.BytesIO()
    with py7zr.SevenZipFile(buffer, "w", **filters) as archive:  # type: ignore[arg-type]
        archive.writestr(CSV, "namen.csv")
        archive.writestr(b"tekst", "b.txt")
    return buffer.getvalue()


def database() -> bytes:
    with closing(sqlite3.connect(":memory:")) as made:
        made.execute("PRAGMA page_size = 512")
        made.execute("CREATE TABLE medewerker (naam TEXT, plaats TEXT, PRIMARY KEY (naam)) WITHOUT ROWID")
        made.execute("INSERT INTO medewerker VALUES ('Bos', 'Delft'), ('Mol', 'Gouda')")
        made.commit()
        return bytes(made.serialize())


def message() -> bytes:
    inner = outlook_item({0x0037: "Binnen", 0x1000: "De tekst"}, header_bytes=24)
    outer = outlook_item(
        {0x0037: "Verslag", 0x1000: "De tekst"},
        recipients=({0x39FE: "a@b.example"},),
        attachments=(attached("a.csv", CSV), attached_item("in", inner)),
    )
    return compound_file(outer)


DOCUMENTS: dict[str, Callable[[], bytes]] = {
    "csv": lambda: CSV,
    "utf-16": lambda: CSV.decode().encode("utf-16"),
    "columns": lambda: b"".join(
        b"%-10s%-12s%08d\n" % (name, b"Delft", index) for index, name in enumerate([b"Bos", b"Mol"] * 6)
    ),
    "json": lambda: json.dumps([{"naam": "Bos", "adres": {"plaats": "Delft"}}, {"naam": "Mol"}]).encode(),
    "xml": lambda: (
        b"<?xml version='1.0'?><r><m nr='1'><naam>Bos</naam><plaats>Delft</plaats></m><row><cell>x</cell></row></r>"
    ),
    "html": lambda: (
        b'<!DOCTYPE html><html><script>x=[{"a":1},{"a":2}]</script><table><tr><td>Bos<td>Delft</table></html>'
    ),
    "sql": lambda: (
        b"CREATE TABLE m (\n a int,\n b text\n);\nINSERT INTO m VALUES (1,'x'),(2,'y');\nCOPY m (a) FROM stdin;\n1\n\\.\n"
    ),
    "card": lambda: (
        b"BEGIN:VCARD\nN;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB;=\nBos\nPHOTO;ENCODING=b:/9j/\nADR:;;a;b;c;d;e\nEND:VCARD\n"
    ),
    "calendar": lambda: (
        b'BEGIN:VCALENDAR\nBEGIN:VEVENT\nATTENDEE;CN="a:b":mailto:a@b.example\nEND:VEVENT\nEND:VCALENDAR\n'
    ),
    "directory": lambda: b"dn: cn=Bos\ncn:: Qm9z\nmail: a@b.example\n\ndn: cn=Mol\ncn: Mol\n\n",
    "mail": mail,
    "mbox": lambda: b"From x\n" + mail() + b"\nFrom y\n" + mail(),
    "message": message,
    "zip": lambda: samples.zip_of([("a.csv", CSV), ("b.zip", samples.zip_of([("c.txt", b"tekst")]))]),
    "7z": seven_zip,
    "7z by deflate": lambda: seven_zip(filters=[{"id": py7zr.FILTER_DEFLATE}]),
    "7z by zstandard": lambda: seven_zip(filters=[{"id": py7zr.FILTER_ZSTD}]),
    "7z by bcj": lambda: seven_zip(filters=[{"id": py7zr.FILTER_X86}, {"id": py7zr.FILTER_LZMA}]),
    "tar": tar,
    "gzip": lambda: gzip.compress(tar()),
    "bzip2": lambda: bz2.compress(CSV),
    "xz": lambda: lzma.compress(CSV),
    "zstandard": lambda: zstd.compress(CSV),
    "zlib": lambda: zlib.compress(b"blob 12\0" + CSV),
    "sqlite": database,
}


@cache
def document(kind: str) -> bytes:
    """Made once: some hold the time at which they were made."""
    return DOCUMENTS[kind]()


@st.composite
def spoiled(draw: st.DrawFn, content: bytes) -> bytes:
    """Bytes changed, cut out, doubled or moved; numbers set to what breaks sizes and offsets."""
    made = bytearray(content)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(len(made) - 1, 0)))
        how = draw(st.integers(0, 4))
        if how == 0:
            made[at : at + 1] = bytes([draw(st.integers(0, 255))])
        elif how == 1:
            made[at : at + 4] = draw(
                st.sampled_from([b"\0\0\0\0", b"\xff\xff\xff\xff", b"\xff\xff\xff\x7f", b"\x01\0\0\0"])
            )
        elif how == 2:
            del made[at : at + draw(st.integers(1, 64))]
        elif how == 3:
            made[at:at] = made[at : at + draw(st.integers(1, 200))]
        else:
            del made[at:]
    return bytes(made)


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_a_whole_document_is_read(kind: str) -> None:
    seen = read(document(kind))
    assert seen.why == set()
    assert seen.whole


@pytest.mark.parametrize("kind", DOCUMENTS)
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_spoiled_document_ends_well(kind: str, data: st.DataObject) -> None:
    content = data.draw(spoiled(document(kind)))
    format_of(content)
    read(content)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted(DOCUMENTS)), st.binary(max_size=300))
def test_rubbish_behind_a_beginning_ends_well(kind: str, rubbish: bytes) -> None:
    read(document(kind)[:24] + rubbish)


HOSTILE: dict[str, Callable[[int], bytes]] = {
    "digits": lambda size: b"1" * size,
    "letters": lambda size: b"a" * size,
    "at signs": lambda size: b"@" * size,
    "quotes": lambda size: b'a;b\n"' + b'"' * size,
    "brackets": lambda size: b"[" * size,
    "braces": lambda size: b'{"a":' * (size // 5),
    "tags": lambda size: b"<a>" * (size // 3),
    "open tags": lambda size: b"<html>" + b"<div " * (size // 5),
    "comments": lambda size: b"<!--" * (size // 4),
    "boundaries": lambda size: (
        b"From: a@b.example\nTo: c@d.example\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n"
        + b"--b-\n" * (size // 5)
    ),
    "headers": lambda size: b"From: a@b.example\nTo: " + b"a@b.example, " * (size // 13) + b"\nSubject: x\n\n",
    "folded headers": lambda size: (
        b"From: a@b.example\nTo: c@d.example\nSubject: =?utf-8?Q?" + b"\n =?utf-8?Q?x?=" * (size // 15)
    ),
    "cards": lambda size: b"BEGIN:VCARD\n" + b"N:\n " * (size // 4),
    "rows": lambda size: b"INSERT INTO t VALUES " + b"(1)," * (size // 4),
    "open rows": lambda size: b"INSERT INTO t VALUES " + b"(" * size,
    "line ends": lambda size: b"a" + b"\n" * size,
    "columns": lambda size: b"a;" * (size // 2),
    "blanks": lambda size: b"a" + b" " * size,
    "empty members": lambda size: b"PK\x03\x04" * (size // 4),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_twice_the_content_takes_at_most_twice_the_time(kind: str) -> None:
    """Four times the content in at most ten times the time, not sixteen: a machine that does other things stays a machine."""

    def seconds(size: int) -> float:
        content = HOSTILE[kind](size)
        best = []
        for _ in range(2):
            started = time.process_time()
            read(content)
            best.append(time.process_time() - started)
        return min(best)

    small, large = seconds(100_000), seconds(400_000)
    assert large < 10 * max(small, 0.06)  # a clock of 16 ms must not decide
