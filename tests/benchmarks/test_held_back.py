"""The second laptop: the same seed makes the same files, and what a label says is in the file."""

from __future__ import annotations

import email
import hashlib
import html
import io
import os
import re
import zipfile
from collections import Counter
from email import policy
from pathlib import Path
from random import Random

import pytest
from stdnum import iban, luhn
from stdnum.nl import bsn

from benchmarks.detection.held_back import names, numbers
from benchmarks.detection.held_back.cases import CASES
from benchmarks.detection.held_back.laptop import Item, items, write
from benchmarks.detection.labels import FILES, MANIFEST, read_manifest

SEED, COUNT = 5, 280
PLAIN = {"txt", "csv", "tsv", "md", "json", "jsonl", "xml", "sql", "log", "vcf", "html", "hl7", "dat", "lst"}
ZIPPED = {"xlsx", "xlsm", "ods", "docx", "dotx", "docm", "odt", "odp", "pptx"}


@pytest.fixture(scope="module")
def made() -> list[Item]:
    return list(items(SEED, COUNT))


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def _members(data: bytes) -> str:
    """The text of every part of a package, packages in it included."""
    out = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            part = archive.read(name)
            out.append(_members(part) if part.startswith(b"PK\x03\x04") else part.decode("utf-8", "replace"))
    return "\n".join(out)


def _mail(data: bytes) -> str:
    out = []
    for part in email.message_from_bytes(data, policy=policy.default).walk():
        out += [str(value) for _, value in part.items()]
        if not part.is_multipart():
            payload = part.get_payload(decode=True)
            assert isinstance(payload, bytes)
            out.append(_members(payload) if payload.startswith(b"PK\x03\x04") else _decoded(payload))
    return "\n".join(out)


def _text(item: Item) -> str | None:
    """What the file says, without white space and markup; None where it takes a reader."""
    if item.labelled.truth == "unreadable":
        return None
    kind = item.labelled.path.rsplit(".", 1)[-1].lower()
    if item.data.startswith(b"PK\x03\x04") and kind in ZIPPED:
        text = _members(item.data)
    elif kind == "eml":
        text = _mail(item.data)
    elif kind in PLAIN and not item.data.startswith((b"PK", b"\xd0\xcf")):
        text = _decoded(item.data)
    else:
        return None
    return re.sub(r"\s+", "", html.unescape(re.sub(r"<[^>]*>", "", text)) + text)


def test_the_same_seed_makes_the_same_laptop(tmp_path: Path) -> None:
    def digest(folder: Path) -> dict[str, str]:
        write(folder, 3, 60)
        found = [p for p in folder.rglob("*") if p.is_file()]
        return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in found}

    assert digest(tmp_path / "one") == digest(tmp_path / "two")


def test_another_seed_makes_another_laptop() -> None:
    assert [i.labelled.path for i in items(1, 40)] != [i.labelled.path for i in items(2, 40)]


def test_every_file_of_the_manifest_lies_there_with_its_origin(tmp_path: Path) -> None:
    write(tmp_path, SEED, 80)
    laptop = read_manifest(tmp_path)
    on_disk = {str(p.relative_to(tmp_path / FILES)) for p in (tmp_path / FILES).rglob("*") if p.is_file()}
    assert {f.path for f in laptop.files} == on_disk
    assert len(laptop.files) == 80
    assert (tmp_path / MANIFEST).is_file()
    for file in laptop.files:
        path = tmp_path / FILES / file.path
        held = {n: os.getxattr(path, n).decode() for n in os.listxattr(path) if n.startswith("user.xdg.")}
        named = {"user.xdg.origin.url": file.origin_url, "user.xdg.referrer.url": file.referrer_url}
        assert held == {name: value for name, value in named.items() if value}


def test_a_laptop_is_never_written_over_another(tmp_path: Path) -> None:
    write(tmp_path, 1, 5)
    with pytest.raises(FileExistsError):
        write(tmp_path, 2, 5)


def test_every_labelled_kind_has_its_value_in_the_file(made: list[Item]) -> None:
    looked_into = 0
    for item in made:
        text = _text(item)
        if text is None:
            continue
        looked_into += 1
        for kind in item.labelled.kinds:
            for ways in item.content.values[kind]:
                there = any(re.sub(r"\s+", "", way) in text for way in ways)
                assert there, f"{item.labelled.case}: {kind} is not in {item.labelled.path}"
    assert looked_into > 130


def test_addresses_of_mail_are_labelled_wherever_they_stand(made: list[Item]) -> None:
    for item in made:
        text = _text(item)
        if text is not None and "email" not in item.labelled.kinds:
            assert not re.search(r"\w@[\w-]+\.(nl|com)\b", text), item.labelled.case


def test_the_parts_are_as_large_as_said(made: list[Item]) -> None:
    groups = Counter(i.labelled.truth for i in made)
    assert groups["client-data"] == round(COUNT * 0.35)
    assert groups["unreadable"] == round(COUNT * 0.05)


def test_there_are_many_templates_and_names() -> None:
    truths = Counter(c.truth for c in CASES)
    assert truths["client-data"] >= 50
    assert truths["clean"] + truths["own"] + truths["documentation"] >= 60
    assert len({c.name for c in CASES}) == len(CASES)
    assert len({*names.MEN, *names.WOMEN}) >= 200
    assert len({*names.PLAIN, *names.ELSEWHERE, *names.WORDS}) >= 300


def test_client_data_is_told_apart_from_papers_with_the_same_words(made: list[Item]) -> None:
    for item in made:
        label = item.labelled
        if label.truth == "documentation":
            assert not set(label.kinds) - {"name", "email", "phone", "address"}, label.case
        if label.truth == "client-data" and not label.kinds:
            assert label.client is not None, label.case


@pytest.mark.parametrize("notation", ["plain", "dots", "threes", "spaces", "dashes"])
def test_a_bsn_in_any_notation_passes(notation: str) -> None:
    rng = Random(notation)
    assert all(bsn.is_valid(numbers.write_bsn(numbers.bsn(rng), notation)) for _ in range(200))
    assert not any(bsn.is_valid(numbers.not_bsn(rng)) for _ in range(200))


def test_accounts_and_cards_pass_their_check() -> None:
    rng = Random(8)
    assert all(iban.is_valid(numbers.iban(rng), check_country=False) for _ in range(200))
    assert not any(iban.is_valid(numbers.iban_like(rng), check_country=False) for _ in range(200))
    assert all(luhn.is_valid(numbers.card(rng)) for _ in range(200))
