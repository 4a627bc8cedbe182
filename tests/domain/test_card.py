"""Cards as they travel: what is accepted as a card at all, and whose card counts."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.card import CardKind, Refusal, Role, device_id, device_of_fingerprint
from app.domain.card_body import BODIES as SHAPES
from app.domain.card_body import line, paragraph
from app.domain.card_document import MAX_CARD, CardRefused, as_document, decode, encode, is_genuine
from app.domain.card_trust import Trust, devices_of_policy
from tests.domain.card_samples import ANNA, BODIES, BRAM, CHAIMA, CLIENT_BODY, make_card, signed
from tests.fakes import START

TRUST = Trust(known=frozenset({ANNA.device, BRAM.device}), leads=frozenset({BRAM.device}))


@pytest.mark.parametrize("kind", list(CardKind))
def test_a_card_of_each_kind_reads_back_as_it_was_signed(kind: CardKind) -> None:
    card = make_card(kind)
    assert decode(encode(card)) == card
    assert is_genuine(card)


def test_the_same_card_is_the_same_bytes_everywhere() -> None:
    card = make_card(CardKind.CLIENT)
    shuffled = json.dumps(dict(reversed(list(as_document(card).items()))), indent=3).encode()
    assert encode(decode(shuffled)) == encode(card)


def leaves(shape: Any, name: str = "") -> list[str]:
    info = msgspec.inspect.type_info(shape)
    if isinstance(info, msgspec.inspect.UnionType):
        return [leaf for part in info.types for leaf in leaves_of(part, name)]
    return leaves_of(info, name)


def leaves_of(info: Any, name: str) -> list[str]:
    if isinstance(info, msgspec.inspect.UnionType):
        return [leaf for part in info.types for leaf in leaves_of(part, name)]
    if isinstance(info, msgspec.inspect.StructType):
        return [leaf for f in info.fields for leaf in leaves_of(f.type, f"{name}.{f.encode_name}")]
    if isinstance(info, msgspec.inspect.ListType):
        return leaves_of(info.item_type, name)
    return [] if isinstance(info, msgspec.inspect.NoneType) else [name]


ALLOWED = {
    CardKind.CLIENT: {
        ".name",
        ".variants",
        ".domains",
        ".tenant_ids",
        ".keywords",
        ".hosts",
        ".shares",
        ".processor_domains",
        ".contacts.name",
        ".contacts.mail",
        ".revisions.what",
        ".revisions.value",
        ".revisions.times",
        ".terms.erasure_hours",
        ".terms.decision_hours",
        ".terms.retention_years",
        ".terms.hashed_names",
        ".terms.source",
    },
    CardKind.PROJECT: {".code", ".client", ".principal", ".goals"},
    CardKind.MEMBERS: {".members.name", ".members.mail", ".members.until"},
    CardKind.AGREEMENT: {
        ".scope",
        ".purpose",
        ".place",
        ".agreed_with.name",
        ".agreed_with.mail",
        ".agreed_at",
        ".registered_at",
        ".evidence.id",
        ".evidence.name",
        ".evidence.sha256",
        ".evidence.bytes",
        ".evidence.sender_domain",
        ".valid_until",
        ".hold",
    },
    CardKind.APPROVAL: {".approved_at"},
    CardKind.CLOSING: {".closed_at"},
    CardKind.REOPENING: {".closed_at", ".reopened_at"},
    CardKind.WITHDRAWAL: {
        ".withdrawn_at",
        ".evidence.id",
        ".evidence.name",
        ".evidence.sha256",
        ".evidence.bytes",
        ".evidence.sender_domain",
    },
    CardKind.FULFILLED: {".fulfilled_at"},
    CardKind.DELETION_REQUEST: {".evidence_sha256"},
    CardKind.ABSENCE: {".absent"},
}


@pytest.mark.parametrize("kind", list(CardKind))
def test_a_card_says_only_what_its_kind_lists(kind: CardKind) -> None:
    """VT-B2: no copies, findings, paths, mounts or counts; a new field must be added here knowingly."""
    assert set(leaves(SHAPES[kind])) == ALLOWED[kind]
    with pytest.raises(CardRefused) as refused:
        decode(encode(make_card(kind, {**BODIES[kind], "path": "/home/anna/salarissen.xlsx"})))
    assert refused.value.reason is Refusal.MALFORMED


@pytest.mark.parametrize(
    "change",
    [
        {"schema": 2},
        {"id": "../../etc"},
        {"id": "k" * 26 + "\n"},
        {"kind": "payroll"},
        {"subject": None},
        {"subject": "q" * 26},
        {"project": None},
        {"version": 0},
        {"version": 1.5},
        {"version": True},
        {"version": "1"},
        {"version": 10**12},
        {"author": "anna"},
        {"role": "director"},
        {"at": "2026-11-23T09:00:00+01:00"},
        {"at": "2026-06-31T09:00:00Z"},
        {"at": "٢٠٢٦-11-23T09:00:00Z"},
        {"body": []},
        {"body": {}},
        {"body": {"closed_at": "soon"}},
        {"body": {"closed_at": "9999-11-23T09:00:00Z"}},
        {"key": 5},
        {"signature": None},
        {"extra": 1},
    ],
)
def test_a_card_with_one_wrong_field_is_malformed(change: dict[str, object]) -> None:
    document = {**as_document(make_card(CardKind.CLOSING)), **change}
    with pytest.raises(CardRefused) as refused:
        decode(json.dumps(document).encode())
    assert refused.value.reason is Refusal.MALFORMED


@given(st.binary(max_size=400))
def test_junk_is_refused_and_never_breaks(content: bytes) -> None:
    with pytest.raises(CardRefused):
        decode(content)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(st.sampled_from(sorted(as_document(make_card(CardKind.CLIENT)))), JSON)
def test_any_value_in_any_field_gives_a_card_or_a_refusal(field: str, value: object) -> None:
    document = {**as_document(make_card(CardKind.CLIENT)), field: value}
    try:
        card = decode(json.dumps(document).encode())
    except CardRefused:
        return
    assert TRUST.refusal(card, START) in (None, Refusal.BAD_SIGNATURE)


@pytest.mark.parametrize("content", [b"[" * 100_000, b'{"a":' * 100_000, b'{"schema":1,"body":' + b"[" * 90_000])
def test_deep_nesting_is_malformed(content: bytes) -> None:
    with pytest.raises(CardRefused):
        decode(content)


def test_what_is_too_large_is_not_read() -> None:
    with pytest.raises(CardRefused) as refused:
        decode(b" " * (MAX_CARD + 1))
    assert refused.value.reason is Refusal.TOO_LARGE


def test_control_and_direction_characters_in_a_name_are_refused() -> None:
    for name in ("two\nlines", "\u202egnp.exe", "bell\x07", ""):
        with pytest.raises(CardRefused):
            decode(encode(make_card(CardKind.CLIENT, {**CLIENT_BODY, "name": name})))


@given(st.text(alphabet=st.characters(), max_size=600))
def test_any_local_text_becomes_one_a_card_may_carry(text: str) -> None:
    body = {**CLIENT_BODY, "name": line("x" + text), "keywords": [line(text)]}
    assert decode(encode(make_card(CardKind.CLIENT, body))).body == body
    goals = {**BODIES[CardKind.PROJECT], "goals": [paragraph(text)]}
    assert decode(encode(make_card(CardKind.PROJECT, goals))).body == goals


def test_names_that_are_not_utf8_can_be_told() -> None:
    assert line("akkoord\udce9.eml") == "akkoord?.eml"


class TestTrust:
    """VT-C4: caller and role are checked, whatever the card says."""

    def test_a_known_author_is_believed(self) -> None:
        assert TRUST.refusal(make_card(CardKind.CLOSING), START) is None

    def test_an_unknown_author_is_not(self) -> None:
        assert TRUST.refusal(make_card(CardKind.CLOSING, key=CHAIMA), START) is Refusal.UNKNOWN_AUTHOR

    @pytest.mark.parametrize(
        "change",
        [
            {"version": 9},
            {"body": {"closed_at": "2026-01-01T00:00:00Z"}},
            {"at": START - timedelta(days=9)},
            {"role": Role.LEAD},
            {"id": "z" * 26},
            {"subject": "q" * 26, "project_id": "q" * 26},
            {"signature": ""},
            {"signature": "AAAA"},
            {"signature": "é"},
            {"key": BRAM.public_key},
            {"key": "niets"},
            {"key": ""},
        ],
    )
    def test_a_changed_card_is_forged(self, change: dict[str, Any]) -> None:
        assert TRUST.refusal(replace(make_card(CardKind.CLOSING), **change), START) is Refusal.BAD_SIGNATURE

    def test_nobody_speaks_for_another_device(self) -> None:
        claimed = replace(make_card(CardKind.CLOSING, key=CHAIMA), author=ANNA.device)
        assert TRUST.refusal(signed(claimed, CHAIMA), START) is Refusal.BAD_SIGNATURE

    def test_only_a_lead_of_policy_approves(self) -> None:
        """VT-U1"""
        claims = make_card(CardKind.APPROVAL, role=Role.LEAD)
        silent = make_card(CardKind.APPROVAL, key=BRAM)
        lead = make_card(CardKind.APPROVAL, key=BRAM, role=Role.LEAD)
        assert TRUST.refusal(claims, START) is Refusal.NOT_A_LEAD
        assert TRUST.refusal(silent, START) is Refusal.NOT_A_LEAD
        assert TRUST.refusal(lead, START) is None

    def test_a_retired_device_is_refused(self) -> None:
        trust = replace(TRUST, retired=frozenset({ANNA.device}))
        assert trust.refusal(make_card(CardKind.CLOSING), START) is Refusal.RETIRED_DEVICE

    def test_what_lies_more_than_a_day_ahead_waits(self) -> None:
        ahead = START + timedelta(hours=24, seconds=1)
        told = make_card(CardKind.CLOSING, {"closed_at": ahead.strftime("%Y-%m-%dT%H:%M:%SZ")})
        assert TRUST.refusal(make_card(CardKind.CLOSING, at=ahead), START) is Refusal.FUTURE
        assert TRUST.refusal(told, START) is Refusal.FUTURE
        assert TRUST.refusal(make_card(CardKind.CLOSING, at=START + timedelta(hours=24)), START) is None


class TestPolicyEntries:
    @pytest.mark.parametrize(
        "entry",
        [
            ANNA.device,
            ANNA.device.upper(),
            ANNA.fingerprint,
            f"{ANNA.device} {ANNA.fingerprint}",
            f"anna@vroom.example={ANNA.fingerprint}",
            f"Anna de Vries = SHA256:{ANNA.fingerprint.upper()}",
            ":".join(ANNA.fingerprint[i : i + 2] for i in range(0, 64, 2)),
        ],
    )
    def test_a_device_is_named_by_id_or_fingerprint(self, entry: str) -> None:
        assert devices_of_policy([entry]) == {ANNA.device}

    @pytest.mark.parametrize(
        "entry",
        ["", "anna", "=", "anna=", f"{BRAM.device} {ANNA.fingerprint}", f"x {ANNA.fingerprint}", ANNA.fingerprint[:-1]],
    )
    def test_an_entry_that_is_not_clear_counts_for_nothing(self, entry: str) -> None:
        assert devices_of_policy([entry]) == frozenset()


def test_the_device_id_follows_from_the_fingerprint() -> None:
    assert device_of_fingerprint(ANNA.fingerprint) == device_id(ANNA.public_key) == ANNA.device
    for wrong in ("", "00", "zz" * 32):
        with pytest.raises(ValueError, match=r"finger|hexadecimal"):
            device_of_fingerprint(wrong)
