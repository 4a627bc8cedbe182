"""Declarations: what they say, and that only the untouched one by a known signer is good. VR-P4."""

from __future__ import annotations

import base64
import contextlib
import copy
import json
import re
from datetime import UTC, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.certificate import PlainPlace
from app.domain.deletion import Method, Residual, ResidualKind
from app.domain.errors import InputError
from app.domain.signatures import canonical, is_signed_by
from app.report import (
    UnreadableDocument,
    make_statement,
    number_of,
    read,
    residuals_of,
    sign,
    statement_for,
    to_json,
    verify,
)
from tests.report.fakes import (
    BOTH,
    DEVICE,
    ENDLESS,
    FIRM,
    ISSUED,
    SHADOW,
    STRANGER,
    UNTIL,
    KeySigner,
    catalogue,
    content,
    item,
)

PERIOD = (ISSUED - timedelta(days=30), ISSUED + timedelta(days=300))
DOCUMENT = sign(content(), DEVICE, None, BOTH)


def check(
    document: object, *, firm_key: str | None = None, statements: tuple[str, ...] = (), key: str | None = None
) -> Any:
    return verify(document, firm_key=firm_key, statements=statements, fingerprint=key)


def test_a_declaration_holds_what_the_contract_asks_and_nothing_json_tools_disagree_on() -> None:
    text = to_json(DOCUMENT).decode()
    assert DOCUMENT["number"] == "VA-2026-K7QZ3M"
    assert DOCUMENT["issued_at"] == "2026-11-30T08:00:00Z"
    assert DOCUMENT["agreement"]["evidence_sha256"] == "ab" * 32
    assert DOCUMENT["trigger"] == {"kind": "project-closed", "at": "2026-11-23T10:00:00Z"}
    assert DOCUMENT["items"][0]["places"] == [{"where": "Downloads", "method": "unlink"}]
    assert DOCUMENT["journal_head"] == {"seq": 4711, "hash": "cd" * 32}
    assert DOCUMENT["receipt"]["received_by"] == ""
    assert len(DOCUMENT["limits"]["nl"]) == len(DOCUMENT["limits"]["en"]) >= 6
    assert {method["nist_sp_800_88"] for method in DOCUMENT["methods"]} == {"cryptographic-erase", "none"}
    assert json.loads(text) == DOCUMENT
    assert all(re.fullmatch(r"[a-z0-9_]+", key) for key in keys_of(DOCUMENT))
    assert not any(isinstance(value, float) for value in values_of(DOCUMENT))


def test_times_of_another_zone_are_written_in_utc_without_fractions() -> None:
    there = timezone(timedelta(hours=1))
    odd = content(issued_at=ISSUED.astimezone(there).replace(microsecond=999_999))
    assert sign(odd, DEVICE, None, BOTH)["issued_at"] == "2026-11-30T08:00:00Z"
    assert number_of("abcdef0", ISSUED.astimezone(UTC)) == "VA-2026-ABCDEF"


def test_the_signature_is_over_the_canonical_bytes_without_it() -> None:
    rest = {name: value for name, value in DOCUMENT.items() if name != "signature"}
    mark = DOCUMENT["signature"]
    assert mark["algorithm"] == "ecdsa-p256-sha256"
    assert is_signed_by(mark["key"], mark["value"], canonical(rest))


# -- what is claimed ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "outcome", "dutch"),
    [
        ({}, "destroyed", "vernietigd"),
        ({"residuals": (SHADOW,)}, "deleted-with-residuals", "verwijderd, met bekende resten tot 28-02-2027"),
        (
            {"residuals": (SHADOW, ENDLESS)},
            "deleted-with-residuals",
            "verwijderd, met bekende resten zonder bekende einddatum",
        ),
        ({"complete": False}, "deleted-incomplete", "verwijderd; onder deze afspraak zijn er nog andere kopieën"),
        (
            {"items": (item(1), item(2, method=Method.ATTESTED, attested_by="J. Jansen", places=()))},
            "deleted-attested",
            "verwijderd, deels op verklaring van een persoon",
        ),
        (
            {"disk_encrypted": None},
            "deleted-with-residuals",
            "verwijderd, met bekende resten zonder bekende einddatum",
        ),
        ({"disk_encrypted": False, "items": (item(1, places=()),)}, "destroyed", "vernietigd"),
        ({"items": ()}, "deleted-attested", "verwijderd, deels op verklaring van een persoon"),
    ],
)
def test_destroyed_is_said_only_where_nothing_remains(changes: dict[str, Any], outcome: str, dutch: str) -> None:
    """VR-P4: what is claimed is true."""
    document = sign(content(**changes), DEVICE, None, BOTH)
    assert document["outcome"] == outcome
    assert document["wording"]["nl"] == dutch
    assert ("vernietigd" in to_json(document).decode().lower()) == (outcome == "destroyed")
    assert ("destroyed" in to_json(document).decode().lower()) == (outcome == "destroyed")


def test_the_word_is_in_one_text_of_the_catalogue_only() -> None:
    def said(language: str, word: str) -> set[str]:
        own = [entry for entry in catalogue(language) if str(entry.id).startswith(("certificate.", "client-report."))]
        return {str(entry.id) for entry in own if word in str(entry.string).lower()}

    assert said("nl", "vernietigd") == {"certificate.wording-destroyed"}
    assert said("en", "destroyed") == {"certificate.wording-destroyed"}


def test_freed_blocks_on_a_disk_that_may_be_unencrypted_are_named_although_nobody_listed_them() -> None:
    found = residuals_of(content(disk_encrypted=None))
    assert [residual.kind for residual in found] == [ResidualKind.STORAGE_BLOCKS]
    blocks = Residual(kind=ResidualKind.STORAGE_BLOCKS, where="SSD", until=UNTIL)
    assert residuals_of(content(disk_encrypted=False, residuals=(blocks,))) == (blocks,)


def test_hashed_names_and_attested_copies_are_marked() -> None:
    """VT-A4: where the client wants no names, the declaration carries keyed hashes."""
    hashed = item(1, name="hmac-sha256:" + "0" * 64)
    told = item(2, method=Method.ATTESTED, attested_by="J. Jansen", sha256=None, places=())
    document = sign(content(items=(hashed, told)), DEVICE, None, BOTH)
    assert [one["name_is_keyed_hash"] for one in document["items"]] == [True, False]
    assert document["attested"] == [{"copy": told.copy_id, "by": "J. Jansen", "at": "2026-11-30T07:59:00Z"}]
    assert any("verklaard" in text for text in document["limits"]["nl"])


def test_a_missed_deadline_is_told() -> None:
    late = item(1, due_at=ISSUED - timedelta(hours=3))
    assert sign(content(items=(late,)), DEVICE, None, BOTH)["items"][0]["seconds_late"] == 3 * 3600 - 60


def test_names_that_are_no_utf8_are_signed_with_their_bytes_shown() -> None:
    odd = item(1, name="b\udcff\x7f\ud83d.txt", places=(PlainPlace(where="/tmp/\udce9", method=Method.UNLINK),))
    document = sign(content(items=(odd,)), DEVICE, None, BOTH)
    assert document["items"][0]["name"] == "b\\xff\\x7f\\ud83d.txt"
    assert document["items"][0]["places"][0]["where"] == "/tmp/\\xe9"
    assert check(document).signature == "valid"


@given(st.text(st.characters(), max_size=60))
def test_any_name_can_be_signed_and_checked(name: str) -> None:
    document = sign(content(items=(item(1, name=name),), client=name), DEVICE, None, BOTH)
    assert check(json.loads(to_json(document))).signature == "valid"


# -- who signed --------------------------------------------------------------------------------------------------------


def test_without_a_key_to_compare_with_the_signer_is_unknown() -> None:
    found = check(DOCUMENT)
    assert (found.valid, found.signature, found.signer) == (True, "valid", "unknown")
    assert (found.fingerprint, found.problem) == (DEVICE.fingerprint, "certificate.problem-signer-unknown")


@pytest.mark.parametrize("spelling", ["{}", " {} ", "upper", "colons"])
def test_a_fingerprint_that_fits_the_device_makes_the_signer_known(spelling: str) -> None:
    digits = DEVICE.fingerprint
    pairs = ":".join(digits[start : start + 2] for start in range(0, 64, 2))
    given_ = {"upper": digits.upper(), "colons": pairs}.get(spelling, spelling.format(digits))
    found = check(DOCUMENT, key=given_)
    assert (found.valid, found.signer, found.problem) == (True, "known", None)


def test_another_fingerprint_makes_it_not_valid() -> None:
    found = check(DOCUMENT, key=STRANGER.fingerprint)
    assert (found.valid, found.signature, found.signer) == (False, "valid", "unknown")
    assert found.problem == "certificate.problem-signer-other"


@pytest.mark.parametrize("wrong", ["", "abc", "g" * 64, "0" * 63, "é" * 64])
def test_something_that_is_no_fingerprint_is_refused(wrong: str) -> None:
    with pytest.raises(InputError):
        check(DOCUMENT, key=wrong)


@pytest.mark.parametrize("carried", [True, False])
@pytest.mark.parametrize("way", ["public key", "fingerprint", "--key"])
def test_the_firms_statement_makes_the_device_known(carried: bool, way: str) -> None:
    text = make_statement(FIRM, DEVICE.fingerprint, *PERIOD)
    document = sign(content(), DEVICE, statement_for([text], DEVICE.fingerprint, ISSUED) if carried else None, BOTH)
    firm_key = {"public key": FIRM.public_key, "fingerprint": FIRM.fingerprint}.get(way)
    key = FIRM.fingerprint if way == "--key" else None
    found = check(document, firm_key=firm_key, statements=() if carried else ("junk", text), key=key)
    assert (found.valid, found.signer, found.problem) == (True, "known", None)


@pytest.mark.parametrize(
    ("signer", "device", "period", "problem"),
    [
        (STRANGER, DEVICE, PERIOD, "certificate.problem-signer-other"),
        (FIRM, STRANGER, PERIOD, "certificate.problem-signer-other"),
        (FIRM, DEVICE, (PERIOD[0], ISSUED - timedelta(seconds=1)), "certificate.problem-statement-period"),
        (FIRM, DEVICE, (ISSUED + timedelta(seconds=1), PERIOD[1]), "certificate.problem-statement-period"),
    ],
)
def test_a_statement_that_does_not_fit_leaves_the_signer_unknown(
    signer: KeySigner, device: KeySigner, period: Any, problem: str
) -> None:
    text = make_statement(signer, device.fingerprint, *period)
    found = check(DOCUMENT, firm_key=FIRM.public_key, statements=(text,))
    assert (found.valid, found.signer, found.problem) == (False, "unknown", problem)


def test_a_statement_that_was_changed_vouches_for_nobody() -> None:
    statement = json.loads(base64.b64decode(make_statement(FIRM, STRANGER.fingerprint, *PERIOD)))
    statement["device_fingerprint"] = DEVICE.fingerprint
    text = base64.b64encode(json.dumps(statement).encode()).decode()
    assert not check(DOCUMENT, firm_key=FIRM.public_key, statements=(text,)).valid


def test_a_firm_key_that_it_mistyped_does_not_make_every_signer_good() -> None:
    assert not check(DOCUMENT, firm_key="not a key").valid


def test_statements_have_an_end_after_their_start_and_a_real_fingerprint() -> None:
    with pytest.raises(InputError):
        make_statement(FIRM, DEVICE.fingerprint, ISSUED, ISSUED)
    with pytest.raises(InputError):
        make_statement(FIRM, "abc", *PERIOD)


@given(st.text(max_size=200) | st.binary(max_size=200).map(lambda raw: base64.b64encode(raw).decode()))
def test_junk_in_the_policys_statements_is_passed_over(text: str) -> None:
    assert statement_for([text], DEVICE.fingerprint, ISSUED) is None
    assert not check(DOCUMENT, firm_key=FIRM.public_key, statements=(text,)).valid


# -- forgery -----------------------------------------------------------------------------------------------------------

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def keys_of(value: object) -> list[str]:
    if isinstance(value, dict):
        return [*value, *(key for member in value.values() for key in keys_of(member))]
    return [key for member in value for key in keys_of(member)] if isinstance(value, list) else []


def values_of(value: object) -> list[object]:
    if isinstance(value, dict):
        return [one for member in value.values() for one in values_of(member)]
    return [one for member in value for one in values_of(member)] if isinstance(value, list) else [value]


def paths_of(value: object, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for key, member in inner for found in paths_of(member, (*path, key)))]


PATHS = [path for path in paths_of(DOCUMENT) if path]


@settings(max_examples=400)
@given(st.sampled_from(PATHS), JSON)
def test_a_declaration_with_any_part_replaced_is_never_valid(path: tuple[Any, ...], value: Any) -> None:
    changed = copy.deepcopy(DOCUMENT)
    place: Any = changed
    for key in path[:-1]:
        place = place[key]
    if type(place[path[-1]]) is type(value) and place[path[-1]] == value:
        return
    place[path[-1]] = value
    found = check(changed)
    assert (found.valid, found.signature) == (False, "invalid")
    assert found.problem is not None
    assert found.problem.startswith("certificate.problem-")


@given(st.sampled_from(PATHS))
def test_a_declaration_with_any_part_removed_is_never_valid(path: tuple[Any, ...]) -> None:
    changed = copy.deepcopy(DOCUMENT)
    place: Any = changed
    for key in path[:-1]:
        place = place[key]
    del place[path[-1]]
    assert not check(changed).valid


@given(st.text(max_size=10), JSON)
def test_a_declaration_with_anything_added_is_never_valid(key: str, value: Any) -> None:
    if key not in DOCUMENT:
        assert not check({**DOCUMENT, key: value}).valid
    if key not in DOCUMENT["signature"]:
        assert not check({**DOCUMENT, "signature": {**DOCUMENT["signature"], key: value}}).valid


@given(JSON)
def test_no_junk_is_valid_or_crashes_the_check(document: Any) -> None:
    assert not check(document).valid
    assert not check({"type": "declaration-of-destruction", "schema": 1, "signature": document}).valid


@given(st.integers(min_value=0), st.sampled_from(["key", "value"]), st.characters(max_codepoint=0x2FFF))
def test_a_signature_with_one_character_changed_is_never_valid(at: int, part: str, character: str) -> None:
    """Base64 has several spellings for the same bytes; only one of them counts."""
    text = DOCUMENT["signature"][part]
    at %= len(text)
    if text[at] == character:
        return
    changed = text[:at] + character + text[at + 1 :]
    assert not check({**DOCUMENT, "signature": {**DOCUMENT["signature"], part: changed}}).valid


def test_what_the_device_signed_for_another_purpose_is_no_declaration() -> None:
    card = {key: value for key, value in DOCUMENT.items() if key != "signature"} | {"type": "card"}
    mark = {"algorithm": "ecdsa-p256-sha256", "key": DEVICE.public_key, "value": DEVICE.sign(canonical(card))}
    assert check({**card, "signature": mark}).problem == "certificate.problem-no-declaration"


def test_keys_of_other_kinds_are_refused_without_being_parsed() -> None:
    for raw in (
        b"",
        b"\x30\x59",
        b"\x00" * 91,
        bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d03010703420004") + b"\x00" * 64,
    ):
        key = base64.b64encode(raw).decode()
        assert not check({**DOCUMENT, "signature": {**DOCUMENT["signature"], "key": key}}).valid


# -- reading -----------------------------------------------------------------------------------------------------------


def test_a_json_file_is_read_with_and_without_a_byte_order_mark(tmp_path: Path) -> None:
    for head in (b"", b"\xef\xbb\xbf", b"\n"):
        path = tmp_path / "verklaring.json"
        path.write_bytes(head + to_json(DOCUMENT))
        assert read(path) == DOCUMENT


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"null",
        b"[]",
        b"{",
        b'{"a": 1, "a": 2}',
        b'{"a": NaN}',
        b'{"a": Infinity}',
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"a": ' + b"9" * 5000 + b"}",
        b"\xff\xfe\x00",
        b"%PDF-1.4\n",
        b"%PDF-1.4\n%%EOF\x00\xff",
        b"<html></html>",
        b'<script type="application/json" id="certificate">{}</script>' * 2,
        b'<script type="application/json" id="certificate">junk</script>',
    ],
    ids=range(16),
)
def test_a_file_without_a_declaration_is_refused_with_a_sentence(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "file.json"
    path.write_bytes(raw)
    with pytest.raises(UnreadableDocument) as refused:
        read(path)
    assert refused.value.exit_code == 2


def test_missing_files_folders_and_impossible_names_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.json", tmp_path, Path("nul\0l.json"), tmp_path / ("x" * 5000)):
        with pytest.raises(UnreadableDocument):
            read(path)


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(21 * 1024 * 1024)
    with pytest.raises(UnreadableDocument) as refused:
        read(path)
    assert refused.value.message.id == "certificate.file-too-large"


@given(st.binary(max_size=300), st.sampled_from([b"", b"%PDF-1.7\n", b"<", b"{"]))
@settings(max_examples=60, deadline=None)
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, raw: bytes, head: bytes) -> None:
    path = tmp_path_factory.mktemp("any") / "file"
    path.write_bytes(head + raw)
    with contextlib.suppress(UnreadableDocument):
        assert isinstance(read(path), dict)
