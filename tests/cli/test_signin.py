"""`signin`, `signout` and `whoami` as people and scripts call them, against a tenant on this machine (VR-S3, VT-C5, VT-C6)."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.here import Here
from tests.cli.office365 import ManagedProgram, policy_file, policy_text
from tests.cli.program import LIMIT, ROOT
from tests.microsoft365 import Microsoft365
from tests.microsoft365.fixtures import microsoft365

__all__ = ["microsoft365"]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="there the policy is the machine's registry")

ANNA = "anna@vroom.example"


@pytest.fixture
def office(microsoft365: Microsoft365, tmp_path: Path) -> ManagedProgram:
    home = tmp_path / "home"
    home.mkdir()
    policy = policy_file(tmp_path, policy_text(microsoft365))
    return ManagedProgram(
        data_dir=tmp_path / "data", home=home, policy=policy, browser=microsoft365.browser_command(ANNA)
    )


def test_without_a_policy_it_says_that_it_sets_it_up(here: Here) -> None:
    for words in (("signin",), ("signin", "--device-code"), ("signout",)):
        for language, told in (("nl", "Dat doet IT"), ("en", "IT does that")):
            answer = here.run(*words, language=language)
            assert (answer.code, answer.out) == (3, "")
            assert told in answer.err
    me = here.done("whoami")
    assert (me["signed_in"], me["account"], me["tenant"], me["expires_at"]) == (False, None, None, None)
    assert me["state"] == "not-set-up"


def test_somebody_signs_in_looks_and_signs_out(office: ManagedProgram, microsoft365: Microsoft365) -> None:
    assert office.json("whoami").document["state"] == "signed-out"
    answer = office.json("signin")
    assert answer.code == 0, answer.err
    me = answer.document
    assert (me["signed_in"], me["account"], me["tenant"]) == (True, ANNA, microsoft365.tenant_id)
    assert me["roles"] == ["consultant", "Consultant"]
    assert me["expires_at"] > me["last_attempt"]["at"]
    assert me["last_attempt"]["outcome"] == "succeeded"
    assert office.done("whoami") == me

    (entry,) = office.done("journal", "list", "--event", "signin.succeeded")["items"]
    assert (entry["data"], entry["outcome"]) == ({"way": "browser"}, "ok")
    doctor = {each["id"]: each for each in office.json("doctor").document["checks"]}
    assert doctor["sign-in"]["state"] == "ok"
    assert "testserver" in doctor["office365"]["sentence"]
    status = office.json("status").document
    assert any("testserver" in notice for notice in status["notices"])
    rules = {each["id"]: each["state"] for each in status["rules"]}
    assert [rules[id_] for id_ in ("VR-S3", "VT-C6", "VT-S1")] == ["ok", "ok", "ok"]

    out = office.run("signout")
    assert (out.code, out.err) == (0, "")
    assert office.done("whoami")["signed_in"] is False
    assert office.run("signout").code == 0  # again is harmless


def test_the_cards_of_the_team_come_with_signing_in(
    office: ManagedProgram, microsoft365: Microsoft365, tmp_path: Path
) -> None:
    colleague = replace(office, data_dir=tmp_path / "colleague")
    assert colleague.run("signin").code == 0
    colleague.done("client", "add", "Gemeente Voorbeeldstad", "--domain", "voorbeeldstad.example")
    colleague.done("card", "publish")
    assert office.done("card", "list")["items"] == []
    assert office.run("signin").code == 0
    assert [(card["kind"], card["reason"]) for card in office.done("card", "list")["items"]] == [
        ("client", "unknown-author")
    ]


def test_what_people_read(office: ManagedProgram) -> None:
    answer = office.run("--lang", "en", "signin")
    assert answer.code == 0, answer.err
    assert "test server" in answer.out
    assert f"Signed in to Microsoft 365 as {ANNA}" in answer.out
    assert "Last sign-in" in office.run("--lang", "en", "whoami").out


def test_a_code_for_a_machine_without_a_browser(office: ManagedProgram, microsoft365: Microsoft365) -> None:
    """The code and the address are printed at once, and the program waits until they were typed somewhere else."""
    microsoft365.entra.devices.interval = 1
    with subprocess.Popen(
        office.command("--lang", "en", "signin", "--device-code"),
        cwd=ROOT,
        env=office.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as running:
        guard = threading.Timer(LIMIT, running.kill)
        guard.start()
        try:
            assert running.stdout is not None
            found = None
            while found is None and (line := running.stdout.readline()):
                found = re.search(r"(https://\S+) and type the code (\w+)", line)
            assert found is not None
            assert found[1] == f"{microsoft365.entra.address}/devicelogin"
            assert running.poll() is None
            microsoft365.entra.devices.approve(found[2], ANNA)
            assert running.wait(LIMIT) == 0
            assert ANNA in running.stdout.read()
        finally:
            guard.cancel()


def test_waiting_ends_with_ctrl_c(office: ManagedProgram) -> None:
    with subprocess.Popen(
        office.command("signin", "--device-code"),
        cwd=ROOT,
        env=office.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as running:
        assert running.stdout is not None
        while "devicelogin" not in running.stdout.readline():
            assert running.poll() is None
        running.send_signal(signal.SIGINT)
        assert running.wait(LIMIT) == 130
    (entry,) = office.done("journal", "list", "--event", "signin.failed")["items"]
    assert entry["data"] == {"way": "device-code", "reason": "stopped"}
    assert office.done("whoami")["signed_in"] is False


def test_with_json_the_code_is_no_part_of_the_document(office: ManagedProgram, microsoft365: Microsoft365) -> None:
    microsoft365.entra.devices.interval = 1
    microsoft365.entra.devices.approves = ANNA
    answer = office.json("signin", "--device-code")
    assert answer.code == 0, answer.err
    assert answer.document["account"] == ANNA
    assert "/devicelogin" in answer.err


@pytest.mark.parametrize("decision", ["cancel"])
def test_a_refusal_is_exit_3_with_a_sentence(office: ManagedProgram, microsoft365: Microsoft365, decision: str) -> None:
    from dataclasses import replace

    program = replace(office, browser=microsoft365.browser_command(ANNA, decision))
    answer = program.run("signin")
    assert answer.code == 3
    assert "geweigerd of afgebroken" in answer.err
    (entry,) = program.done("journal", "list", "--event", "signin.refused")["items"]
    assert entry["data"] == {"way": "browser", "reason": "declined"}
    assert entry["outcome"] == "refused"


def test_without_any_browser_the_other_way_is_told(office: ManagedProgram) -> None:
    from dataclasses import replace

    answer = replace(office, browser="/nergens/browser").run("signin")
    assert answer.code == 3
    assert "--device-code" in answer.err


def test_a_tenant_that_is_away_is_told_calmly(office: ManagedProgram, microsoft365: Microsoft365) -> None:
    microsoft365.faults.next("*", "*", refuse_line=True, times=9)
    answer = office.run("signin", "--device-code")
    assert answer.code == 3
    assert "niet bereikbaar" in answer.err


def test_settings_that_do_not_count_are_shown(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    text = '[office365]\ntenant_id = "vroom.example"\nclient_id = "a"\nsite = "s.example:/sites/x"\n'
    policy = policy_file(tmp_path, text + 'authority = "http://localhost:1"\n')
    program = ManagedProgram(data_dir=tmp_path / "data", home=home, policy=policy)
    shown = program.json("policy", "show").document
    assert any("https://" in problem for problem in shown["problems"])
    doctor = {each["id"]: each for each in program.json("doctor").document["checks"]}
    assert doctor["office365"]["state"] == "attention"
    assert program.run("signin").code == 3


def test_no_secret_is_left_readable(office: ManagedProgram, microsoft365: Microsoft365) -> None:
    """VT-C5"""
    office.done("signin")
    tokens = microsoft365.tokens
    for path in office.data_dir.rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        assert not any(secret.encode() in content for secret in (*tokens.access, *tokens.refresh, ANNA))
    assert (office.data_dir / "tokens.bin").stat().st_mode & 0o777 == 0o600
