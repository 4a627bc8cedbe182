"""VT-B2: what the journal may hold. A new field is argued for here, in this list, before it can be written."""

from __future__ import annotations

import re
from datetime import timedelta

from app.domain import events
from app.domain.events import EVENTS, Term

COUNT = "a count, or counts by kind"
NUMBER = "a version, a number of seconds, a place in a list"
ID = "an id, a hash or a fingerprint"
MOMENT = "a moment in UTC"
DATE = "a day without a time"
FLAG = "yes or no"
WORD = "a word of a closed list of the program itself, such as a state"

HARMLESS = {
    "about": WORD,
    "agreement": ID,
    "answer": WORD,
    "answers": COUNT,
    "approved": FLAG,
    "at": MOMENT,
    "attempts": NUMBER,
    "author": ID,
    "bytes": COUNT,
    "changed": FLAG,
    "check": WORD,
    "client": ID,
    "closed_at": MOMENT,
    "command": WORD,
    "complete": FLAG,
    "contacts": COUNT,
    "copies": COUNT,
    "count": COUNT,
    "day": DATE,
    "device": ID,
    "documents": COUNT,
    "domains": COUNT,
    "due_at": MOMENT,
    "entries": COUNT,
    "evidence": ID,
    "failed": COUNT,
    "fields": WORD,
    "files": COUNT,
    "fingerprint": ID,
    "first": NUMBER,
    "first_day": DATE,
    "from_agreement": ID,
    "from_version": NUMBER,
    "further_of": ID,
    "goal": NUMBER,
    "goals": COUNT,
    "guard": WORD,
    "hold": FLAG,
    "hosts": COUNT,
    "how": WORD,
    "key": WORD,
    "key_source": WORD,
    "kind": WORD,
    "kinds": COUNT,
    "laptops": COUNT,
    "last": NUMBER,
    "last_day": DATE,
    "late": FLAG,
    "location": WORD,
    "locked": COUNT,
    "members": COUNT,
    "method": WORD,
    "methods": WORD,
    "name": WORD,
    "not_confirmed": COUNT,
    "place": WORD,
    "planned_at": MOMENT,
    "problem": WORD,
    "processors": COUNT,
    "purpose": WORD,
    "reason": WORD,
    "reason_given": FLAG,
    "reasons": COUNT,
    "refused": COUNT,
    "released": FLAG,
    "residuals": COUNT,
    "result": WORD,
    "role": WORD,
    "schema": NUMBER,
    "seconds_late": NUMBER,
    "sequence": NUMBER,
    "source_given": FLAG,
    "special": FLAG,
    "state": WORD,
    "synchronised": FLAG,
    "taken_back": FLAG,
    "tenants": COUNT,
    "to_agreement": ID,
    "to_version": NUMBER,
    "trigger": WORD,
    "unknown": COUNT,
    "until": MOMENT,
    "verdict": WORD,
    "version": NUMBER,
    "what": WORD,
    "why": WORD,
    "way": WORD,
}

FORBIDDEN = re.compile(
    r"path|file_?name|mail|person|subject|title|text|value|contents|content|host$|user|address|bsn|iban"
)


def test_every_field_is_on_the_list_of_harmless_ones():
    """VT-B2"""
    written = {field for event in EVENTS.values() for field in event.fields}
    assert written - set(HARMLESS) == set()


def test_no_field_invites_names_paths_or_values():
    """VT-B2"""
    written = {field for event in EVENTS.values() for field in event.fields}
    assert [field for field in written if FORBIDDEN.search(field)] == []


def test_no_event_can_be_read_as_working_hours():
    """VT-B2: lock, session and health outcomes are daily counters and failures with a date; their entries bear no time either
    (`tests/actions/test_locking.py`)."""
    found = [name for name in EVENTS if re.match(r"(session|idle|lock|unlock|login|screen)\b", name)]
    assert found == ["lock.day", "lock.failed"]
    assert {HARMLESS[field] for name in found for field in EVENTS[name].fields} == {DATE, COUNT, WORD}


def test_what_is_seen_of_the_device_bears_a_day_and_no_time():
    """VT-B2: how often it was looked at would tell how long the laptop was on (`tests/actions/test_health.py`)."""
    found = {field: HARMLESS[field] for name in ("health.changed", "health.checked") for field in EVENTS[name].fields}
    assert found == {"day": DATE, "check": WORD, "state": WORD}


def test_events_are_named_alike():
    assert [name for name in EVENTS if not re.fullmatch(r"[a-z]+\.[a-z]+(-[a-z]+)*", name)] == []
    assert [name for name, event in EVENTS.items() if event.name != name] == []
    assert [f for event in EVENTS.values() for f in event.fields if not re.fullmatch(r"[a-z]+(_[a-z]+)*", f)] == []


def test_a_value_is_a_number_a_word_a_flag_or_counts():
    """VT-B2: no nested documents, no bytes, no fractions (a hash must not depend on how one prints)."""
    assert events.Value == str | int | bool | None | dict[str, int] | list[str]


def test_payloads_are_kept_as_long_as_the_rules_say():
    """Rules for every row: findings 6 months, sign-in 3 months, what belongs to a project 5 years."""
    assert timedelta(days=181) <= Term.FINDING.value <= timedelta(days=184)
    assert timedelta(days=89) <= Term.SIGN_IN.value <= timedelta(days=92)
    assert timedelta(days=5 * 365) <= Term.PROJECT.value <= timedelta(days=5 * 366)
    findings = {name for name in EVENTS if name.startswith("finding.")}
    assert {EVENTS[name].term for name in findings} == {Term.FINDING}
    proofs = {"copy.deleted", "certificate.issued", "agreement.linked", "deletion.intended"}
    assert {EVENTS[name].term for name in proofs} == {Term.PROJECT}
