"""The bundle for whoever supports IT: all that helps, and nothing of anybody. VT-B2"""

from __future__ import annotations

import json
import logging
import os
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.actions.bundle import NAMES, BundleActions
from app.actions.doctor import CHECKS, DoctorActions
from app.domain.errors import EnvironmentLacking, InputError
from app.domain.messages import msg
from app.system.language import text_ids
from app.system.log import LOG_NAME, forget_log, keep_log, lines_of
from app.system.policy import PolicyReading, PolicyState
from tests.actions.conftest import MakeLaptop
from tests.actions.laptop import Laptop

PERSON, MAIL, CLIENT = "Wilhelmina Ketelaar", "w.ketelaar@planthof.example", "Waterschap Zilverbeek"
CODE, FOLDER, FILE = "ZILVER-26", "Zilverbeek Loonstaten", "loonstaat-ketelaar.xlsx"
PLANTED = (
    PERSON,
    MAIL,
    CLIENT,
    CODE,
    FOLDER,
    FILE,
    "planthof",
    "zilverbeek",
    "Ketelaar",
    "Kwartaalonderzoek",
    "10.20.30.40",
)


def opened(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as bundle:
        assert bundle.testzip() is None
        return {name: bundle.read(name).decode("utf-8") for name in bundle.namelist()}


@pytest.fixture
def planted(make_laptop: MakeLaptop) -> Laptop:
    """A laptop on which names, addresses and paths stand wherever they can."""
    reading = PolicyReading(
        values={"contact.privacy": f"{PERSON} <{MAIL}>", "lock.idle_seconds": 240, "team.leads": (MAIL,)},
        state=PolicyState.IN_FORCE,
        problems=(
            msg("policy.value-skipped", key=PERSON, where=f"/home/{PERSON}", why=msg("settings.unknown", key=MAIL)),
        ),
    )
    laptop = make_laptop(reading=reading, account={"own.name": PERSON, "own.mail": MAIL})
    laptop.client(CLIENT, domains=("zilverbeek.example",))
    laptop.app.projects.add(CODE, CLIENT, goals=("Kwartaalonderzoek",))
    work = laptop.root / FOLDER
    work.mkdir()
    laptop.watch(work)
    laptop.app.settings.set("own.firm", f"Adviesbureau {PERSON}")
    laptop.app.settings.set("remote.folder", str(laptop.root / f"stick van {PERSON}"))
    laptop.app.settings.set("toasts.enabled", False)
    laptop.finding(laptop.file(FILE, folder=work), client=CLIENT)
    (work / FILE).unlink()
    work.rmdir()
    return laptop


def log_much(folder: Path) -> None:
    """As careless code might: names as arguments, in the text itself, and in errors."""
    handler = keep_log(folder, text_ids())
    log = logging.getLogger("app.guards.copies")
    careless = logging.getLogger(f"app.{PERSON}")
    try:
        log.warning("guard %s could not look: %s", PERSON, "deletion.busy")
        log.warning("a sweep missed %d places, cut off: %s", 3, True)
        log.error(f"Not found: /home/{PERSON}/{FILE}")  # what must not get in
        careless.warning("lost %s", MAIL)
        try:
            Path(f"/nowhere/{PERSON}/{FILE}").read_bytes()
        except OSError as error:
            log.exception("it went wrong with %s", error)
            log.warning("left alone (%s)", error.strerror)
    finally:
        forget_log(handler)


def test_nothing_that_was_planted_gets_in(planted: Laptop, tmp_path: Path) -> None:
    """VT-B2"""
    log_much(planted.data_dir)
    planted.app.bundle.make(tmp_path / "it.zip")
    parts = opened(tmp_path / "it.zip")
    raw = "".join(parts.values())
    assert [word for word in PLANTED if word.lower() in raw.lower()] == []
    assert str(tmp_path) not in raw
    assert str(planted.home) not in raw
    assert "@" not in raw
    with planted.app.office.look() as session:
        ids = [*(c.id for c in session.clients.all()), *(p.id for p in session.projects.all())]
    assert [id_ for id_ in ids if id_ in raw] == []


def test_what_helps_is_in_it(planted: Laptop, tmp_path: Path) -> None:
    log_much(planted.data_dir)
    found = planted.app.bundle.make(tmp_path / "it.zip")
    parts = opened(tmp_path / "it.zip")
    assert tuple(parts) == NAMES
    checks = json.loads(parts["checks.json"])
    assert [check["id"] for check in checks] == list(CHECKS) == [check.id for check in found]
    assert {check["state"] for check in checks} <= {"ok", "attention", "failed", "unknown"}
    assert all(check["sentence"] for check in checks)
    assert json.loads(parts["versions.json"])["python"].startswith("3.")
    settings: dict[str, Any] = {row["key"]: row for row in json.loads(parts["settings.json"])}
    assert settings["lock.idle_seconds"] == {
        "key": "lock.idle_seconds",
        "value": 240,
        "source": "policy",
        "locked": False,
    }
    assert settings["toasts.enabled"]["value"] is False
    assert (settings["own.firm"]["value"], settings["team.leads"]["value"]) == ("…", 1)
    assert "copies.reconcile_minutes" not in settings  # it stands at its default
    journal = json.loads(parts["journal.json"])
    assert journal["valid"] is True
    assert journal["events"]["client.added"] == 1
    assert sum(journal["events"].values()) == journal["entries"]
    lines = [json.loads(line) for line in parts["log.jsonl"].splitlines()]
    assert [line["values"] for line in lines] == [["…", "deletion.busy"], [3, True], [], ["…"], ["…"], [os.strerror(2)]]
    assert [line["where"] for line in lines] == [*["app.guards.copies"] * 3, "…", *["app.guards.copies"] * 2]
    assert (lines[2]["what"], lines[4]["errors"]) == ("…", ["FileNotFoundError"])


def test_what_others_wrote_into_the_log_stays_out(laptop: Laptop, tmp_path: Path) -> None:
    """VT-B2: the file lies on a laptop, and anybody may have been at it."""
    line = {
        "at": "2026-11-28T10:00:00Z",
        "level": "ERROR",
        "where": "app.guards",
        "what": "lost",
        "values": [],
        "errors": [],
    }
    strange = (
        b"\xff\xfe",
        b"null",
        b"[1]",
        json.dumps({**line, "more": PERSON}).encode(),
        json.dumps({**line, "where": f"app.{PERSON}"}).encode(),
        json.dumps({**line, "what": f"lost {PERSON}"}).encode(),
        json.dumps({**line, "at": PERSON}).encode(),
        json.dumps({**line, "level": MAIL}).encode(),
        json.dumps({**line, "values": PERSON}).encode(),
        json.dumps(
            {**line, "values": [PERSON, {"a": MAIL}, 7], "errors": [PERSON, "OSError", f"app/{PERSON}.py:3"]}
        ).encode(),
    )
    laptop.client()  # the data directory is made with the first thing in it
    (laptop.data_dir / LOG_NAME).write_bytes(b"\n".join(strange) + b"\n")
    assert lines_of(laptop.data_dir, text_ids()) == [{**line, "values": ["…", "…", 7], "errors": ["OSError"]}]
    laptop.app.bundle.make(tmp_path / "it.zip")
    assert PERSON not in opened(tmp_path / "it.zip")["log.jsonl"]


def test_a_name_that_is_taken_is_left_alone(laptop: Laptop, tmp_path: Path) -> None:
    (tmp_path / "it.zip").write_bytes(b"mine")
    with pytest.raises(InputError):
        laptop.app.bundle.make(tmp_path / "it.zip")
    assert (tmp_path / "it.zip").read_bytes() == b"mine"


def test_a_folder_that_is_not_there_is_said(laptop: Laptop, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentLacking) as error:
        laptop.app.bundle.make(tmp_path / "nergens" / "it.zip")
    assert error.value.message.id == "doctor.bundle-refused"


def test_checks_that_fail_are_told_without_their_words(laptop: Laptop, tmp_path: Path) -> None:
    """VT-B2"""

    def refuse(_path: Path) -> None:
        raise EnvironmentLacking(msg("privacy.foreign", path=f"/home/{PERSON}"))

    doctor = laptop.app.doctor
    surface = replace(doctor._surface, check_privacy=refuse)
    other = DoctorActions(laptop.app.office, doctor._store, laptop.app.vault, laptop.places, surface)
    bundle: BundleActions = laptop.app.bundle
    bundle._doctor = other
    bundle.make(tmp_path / "it.zip")
    checks = {check["id"]: check for check in json.loads(opened(tmp_path / "it.zip")["checks.json"])}
    assert checks["privacy"]["state"] == "failed"
    assert PERSON not in str(checks)
