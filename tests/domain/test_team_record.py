"""What a laptop may tell its team, and what may never travel. VT-B2, VT-C4."""

from __future__ import annotations

import json
import re
from datetime import date
from types import UnionType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import team_record
from app.domain.team_record import (
    Person,
    RecordProblem,
    RecordRefused,
    TeamRecord,
    as_document,
    changed_fields,
    decode,
    digest_of,
    encode,
    is_genuine,
    signed_bytes,
    told,
    urgent,
)
from tests.domain.team_samples import ANNA, BO, make_record, signed, words

# Every field of the record, by its path, and what it may hold. A field that is added has to be added here, by a person who
# thought about it: no name of a file or client, no value, no path, no time of day.
ALLOWED = {
    "schema": "version of this form",
    "device": "id of the key",
    "person.name": "name of who works there",
    "person.mail": "work mail of who works there",
    "team": "name of the team",
    "sequence": "number",
    "previous": "digest",
    "date": "day",
    "contact": "day",
    "rules.*.state": "state",
    "rules.*.count": "count",
    "open_findings": "count",
    "overdue": "count",
    "next_due": "day",
    "projects.*.copies": "count",
    "projects.*.overdue": "count",
    "projects.*.open_findings": "count",
    "projects.*.due": "day",
    "head.seq": "count",
    "head.hash": "digest",
    "versions.app": "version",
    "versions.store": "version",
    "guards_run": "yes or no",
    "looked.*": "count",
    "key": "public key",
    "signature": "signature",
}
FREE_TEXT = {"person.name", "team"}
SECRETS = (
    "Gemeente Voorbeeldstad",
    "/home/anna/Downloads/salarissen.xlsx",
    "C:\\Users\\anna\\salarissen.xlsx",
    "salarissen.xlsx",
    "2026-11-23T09:14:00Z",
    "09:14",
    "111222333",
    "NL91ABNA0417164300",
)


def paths(kind: Any, start: str = "") -> dict[str, Any]:
    """The fields of a struct, deep, with their types; keys of mappings as "*"."""
    found: dict[str, Any] = {}
    hints = get_type_hints(kind, vars(team_record), include_extras=True)
    for field in kind.__struct_fields__:
        found |= _paths(hints[field], f"{start}{field}")
    return found


def _paths(hint: Any, path: str) -> dict[str, Any]:
    if get_origin(hint) is Annotated:
        inner = get_args(hint)[0]
        return {path: hint} if get_origin(inner) is None else _paths(inner, path)
    if get_origin(hint) is dict:
        return _paths(get_args(hint)[1], f"{path}.*")
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return paths(hint, f"{path}.")
    return {path: hint}


def test_the_record_has_no_other_fields_than_those_allowed() -> None:
    """VT-B2"""
    assert set(paths(TeamRecord)) == set(ALLOWED)


def test_every_text_in_it_has_a_form_and_a_length() -> None:
    """VT-B2: a plain `str` could hold anything."""
    free = [path for path, hint in paths(TeamRecord).items() if _is_free(hint)]
    assert free == []


def _is_free(hint: Any) -> bool:
    if isinstance(hint, UnionType):
        return any(_is_free(part) for part in get_args(hint))
    return hint is str or hint is Any or hint is object


@pytest.mark.parametrize("path", [path for path in ALLOWED if path not in {*FREE_TEXT, "key", "signature"}])
@pytest.mark.parametrize("secret", SECRETS)
def test_nothing_else_fits_in_a_field(path: str, secret: str) -> None:
    """VT-B2: names, paths, values and times of day are refused wherever one puts them."""
    document = as_document(make_record(looked={"2026-11-23": 1}))
    _put(document, path, secret)
    with pytest.raises(RecordRefused) as error:
        decode(json.dumps(document).encode())
    assert error.value.problem is RecordProblem.MALFORMED


@pytest.mark.parametrize("at", ["", "person", "head", "versions", "rules.VR-P4", "projects.abcdefghijklmnop"])
def test_a_field_that_is_not_listed_refuses_the_record(at: str) -> None:
    """VT-B2"""
    document = as_document(make_record())
    place: Any = document
    for name in filter(None, at.split(".")):
        place = place[name]
    place["file"] = "salarissen.xlsx"
    with pytest.raises(RecordRefused):
        decode(json.dumps(document).encode())


@pytest.mark.parametrize("name", ["rules", "projects", "looked"])
@pytest.mark.parametrize("secret", SECRETS)
def test_keys_of_mappings_are_ids_and_days(name: str, secret: str) -> None:
    """VT-B2"""
    document = as_document(make_record(looked={"2026-11-23": 1}))
    document[name] = {secret: next(iter(document[name].values()))}
    with pytest.raises(RecordRefused):
        decode(json.dumps(document).encode())


def _put(document: dict[str, Any], path: str, value: object) -> None:
    *before, last = path.split(".")
    place: Any = document
    for name in before:
        place = next(iter(place.values())) if name == "*" else place[name]
    if last == "*":
        last = next(iter(place))
    place[last] = value


def test_it_reads_back_the_same_and_is_the_same_bytes_everywhere() -> None:
    record = make_record()
    assert decode(encode(record)) == record
    assert encode(decode(encode(record))) == encode(record)
    assert not re.search(rb"\d\d:\d\d", encode(record))


@pytest.mark.parametrize("day", ["2026-06-31", "2026-02-29", "26-11-23", "2026-11-23T00:00:00Z", ""])
@pytest.mark.parametrize("name", ["date", "contact", "next_due"])
def test_a_day_that_does_not_exist_is_refused(day: str, name: str) -> None:
    document = as_document(make_record()) | {name: day}
    with pytest.raises(RecordRefused):
        decode(json.dumps(document).encode())


@given(st.binary(max_size=300))
def test_any_bytes_are_refused_or_read_and_nothing_else(content: bytes) -> None:
    with pytest.raises(RecordRefused):
        decode(content)


@pytest.mark.parametrize("content", [b"[" * 100_000, b"{}", b"null", b"\xff\xfe", b'{"schema":2}', b"x" * 1_000_000])
def test_what_is_no_record_is_refused(content: bytes) -> None:
    with pytest.raises(RecordRefused):
        decode(content)


class TestSignature:
    """VT-C4"""

    def test_a_genuine_record_is(self) -> None:
        assert is_genuine(make_record())

    @given(st.sampled_from(sorted(TeamRecord.__struct_fields__)))
    def test_no_field_can_be_changed(self, name: str) -> None:
        record, other = make_record(), make_record(BO, sequence=7, overdue=3, date="2026-11-22", team="Onderwijs")
        if name == "schema" or getattr(record, name) == getattr(other, name):
            return
        assert not is_genuine(msgspec.structs.replace(record, **{name: getattr(other, name)}))

    def test_a_key_cannot_speak_for_another_device(self) -> None:
        forged = msgspec.structs.replace(make_record(), key=BO.public_key)
        assert not is_genuine(signed(forged, BO))

    @pytest.mark.parametrize("key", ["", "AAAA", "not base64!", "é"])
    def test_a_key_that_is_none_makes_it_no_record(self, key: str) -> None:
        assert not is_genuine(msgspec.structs.replace(make_record(), key=key))

    def test_the_signature_covers_everything_but_itself(self) -> None:
        record = make_record()
        assert json.loads(signed_bytes(record)) == {
            name: value for name, value in as_document(record).items() if name != "signature"
        }


class TestNews:
    def test_counts_that_rise_while_somebody_works_are_told_once_a_day(self) -> None:
        """VT-B2: what is sent at once must not tell when somebody works."""
        before, after = make_record(open_findings=1), make_record(open_findings=4)
        assert urgent(before) == urgent(after)
        assert told(before) != told(after)

    def test_whether_the_screen_locks_waits_for_the_day(self) -> None:
        calm, out = words(VR_P4="ok", VR_P6="ok"), words(VR_P4="ok", VR_P6="unknown")
        assert urgent(make_record(rules=calm)) == urgent(make_record(rules=out))

    @pytest.mark.parametrize(
        "changes", [{"overdue": 1}, {"next_due": "2026-12-01"}, {"next_due": None}, {"rules": words(VR_P4="overdue")}]
    )
    def test_states_and_deadlines_are_told_soon(self, changes: dict[str, Any]) -> None:
        assert urgent(make_record()) != urgent(make_record(**changes))

    @pytest.mark.parametrize("changes", [{"sequence": 2}, {"contact": "2026-11-22"}, {"looked": {"2026-11-23": 1}}])
    def test_what_changes_by_itself_is_no_news(self, changes: dict[str, Any]) -> None:
        assert told(make_record()) == told(make_record(**changes))

    def test_what_changed_is_told_by_its_path(self) -> None:
        before, after = as_document(make_record()), as_document(make_record(overdue=2, rules=words(VR_P4="overdue")))
        assert [path for path in changed_fields(before, after) if path != "signature"] == [
            "overdue",
            "rules.VR-P4.state",
            "rules.VR-S1a.count",
            "rules.VR-S1a.state",
        ]
        assert set(changed_fields(None, before)) >= {"overdue", "person.mail"}
        assert changed_fields(before, before) == ()


def test_a_digest_names_the_bytes() -> None:
    assert digest_of(encode(make_record(ANNA))) != digest_of(encode(make_record(BO)))


def test_days_are_days() -> None:
    record = make_record()
    assert (record.day, record.next_due_day) == (date(2026, 11, 23), date(2026, 12, 4))
    assert make_record(next_due=None).next_due_day is None


@pytest.mark.parametrize("name", ["Anna\nde Vries", "x" * 500, "a\u202eb"])
def test_a_name_is_one_line_that_reads_as_it_is(name: str) -> None:
    document = as_document(make_record())
    document["person"] = msgspec.to_builtins(Person(name=name, mail=""))
    with pytest.raises(RecordRefused):
        decode(json.dumps(document).encode())
