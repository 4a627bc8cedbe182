"""Made-up records of laptops, each signed by a key of its own."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from app.domain.rules import RuleState
from app.domain.team_record import Head, Person, ProjectWord, RuleWord, TeamRecord, Versions, signed_bytes
from tests.domain.card_samples import DeviceKey

TODAY = date(2026, 11, 23)


ANNA, BO, CHRIS = DeviceKey("anna"), DeviceKey("bo"), DeviceKey("chris")


def words(**states: str) -> dict[str, RuleWord]:
    """Rules by id, with "_" for "-"."""
    return {id_.replace("_", "-"): RuleWord(state=RuleState(state), count=0) for id_, state in states.items()}


def make_record(key: DeviceKey = ANNA, **changes: Any) -> TeamRecord:
    """A genuine record of today; `changes` as in TeamRecord."""
    values: dict[str, Any] = {
        "schema": 1,
        "device": key.device,
        "person": Person(name="Anna de Vries", mail="anna@adviesbureau.example"),
        "team": "Zorg",
        "sequence": 1,
        "previous": None,
        "date": TODAY.isoformat(),
        "contact": None,
        "rules": words(VR_P4="ok", VR_S1a="ok"),
        "open_findings": 0,
        "overdue": 0,
        "next_due": "2026-12-04",
        "projects": {"abcdefghijklmnop": ProjectWord(copies=3, overdue=0, open_findings=0, due="2026-12-04")},
        "head": Head(seq=10, hash="0" * 64),
        "versions": Versions(app="0.1.0", store=10),
        "guards_run": True,
        "looked": {},
        "key": key.public_key,
        "signature": "",
    }
    return signed(TeamRecord(**(values | changes)), key)


def signed(record: TeamRecord, key: DeviceKey) -> TeamRecord:
    return msgspec.structs.replace(record, signature=key.sign(signed_bytes(record)))


def person(name: str) -> Person:
    return Person(name=name.title(), mail=f"{name}@adviesbureau.example")
