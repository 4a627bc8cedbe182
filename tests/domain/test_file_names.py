"""Names as browsers, Office and senders of documents make them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.file_names import (
    MAX_NAME_BYTES,
    is_editor_temporary,
    is_own_temporary,
    is_owner_file,
    is_partial_download,
    is_passing,
    owner_file_names,
    safe_name,
)

DOCUMENTS = (
    "lijst.xlsx", "20261122", "Deelnemers 2026.csv", "part", "download.pdf", "verslag~1.docx", "~nota.docx",
    "DEADBEEF.xlsx", "rapport.tmp.docx", ".bashrc", "decade", "#1 plan.docx",
)  # fmt: skip


@pytest.mark.parametrize(
    "name",
    ["lijst.xlsx.crdownload", "Unconfirmed 123456.crdownload", "a.pdf.PART", "a.partial", "a.opdownload", "x.tmp",
     "a.zip.download", ".com.google.Chrome.aB3dE9"],
)  # fmt: skip
def test_unfinished_downloads_are_known(name: str) -> None:
    assert is_partial_download(name)
    assert is_passing(name)


@pytest.mark.parametrize("name", ["~$rapport.docx", "~$", ".~lock.rapport.odt#"])
def test_owner_files_are_known(name: str) -> None:
    assert is_owner_file(name)


@pytest.mark.parametrize(
    "name",
    ["~WRD0001.tmp", "~wrl3142.tmp", "4F8A2C00", "A1B2C3D4.tmp", "ppt7E1.tmp", "lu1234abcd.tmp", ".rapport.odt.swp",
     ".goutputstream-8QZ1Z2", ".#nota.txt", "#nota.txt#"],
)  # fmt: skip
def test_temporary_names_of_editors_are_known(name: str) -> None:
    assert is_editor_temporary(name)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents_are_no_passing_files(name: str) -> None:
    assert not is_passing(name)


def test_own_private_folders_are_known() -> None:
    assert is_own_temporary(".vroom-0123456789abcdef")


@pytest.mark.parametrize(
    ("document", "owner"),
    [("a.docx", "~$a.docx"), ("rapport.docx", "~$apport.docx"),
     ("jaarverslag.docx", "~$arverslag.docx"), ("jaarverslag.xlsx", "~$jaarverslag.xlsx"),
     ("brief.odt", ".~lock.brief.odt#")],
)  # fmt: skip
def test_the_owner_file_of_a_document_is_found_by_its_name(document: str, owner: str) -> None:
    assert owner in owner_file_names(document)


@pytest.mark.parametrize(
    ("given_name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\..\\Windows\\win.ini", "win.ini"),
        ("C:evil.txt", "C_evil.txt"),
        ("naam.txt:stream", "naam.txt_stream"),
        ("con", "_con"),
        ("NUL.txt", "_NUL.txt"),
        ("com1 .log", "_com1 .log"),
        ("lijst\u202excod.exe", "lijstxcod.exe"),
        ("a\nb\tc\x00d", "abcd"),
        ("rapport.docx. . .", "rapport.docx"),
        ("..", "_"),
        ("", "_"),
        ("///", "_"),
        ("naam\udcff.txt", "naam_.txt"),
        ("👩\u200d💻.txt", "👩\u200d💻.txt"),
        ("Zoë's lijst 'x'.docx", "Zoë's lijst 'x'.docx"),
    ],
)
def test_names_become_safe(given_name: str, safe: str) -> None:
    assert safe_name(given_name) == safe


def test_a_long_name_keeps_its_ending() -> None:
    short = safe_name("é" * 300 + ".docx")
    assert short.endswith("é.docx")
    assert len(short.encode()) <= MAX_NAME_BYTES


@given(st.text(alphabet=st.characters(), max_size=400))
def test_a_safe_name_is_one_component_and_stays_as_it_is(name: str) -> None:
    safe = safe_name(name)
    assert safe
    assert safe not in (".", "..")
    assert not set(safe) & set('/\\<>:"|?*')
    assert not safe.endswith((" ", "."))
    assert not any(unicodedata.category(char) in ("Cc", "Zl", "Zp", "Cs") for char in safe)
    assert len(safe.encode()) <= MAX_NAME_BYTES
    assert safe_name(safe) == safe
