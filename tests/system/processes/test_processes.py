"""Who still lives."""

from __future__ import annotations

import subprocess
import sys

from app.system.processes import is_alive, own_token


def test_this_process_lives_and_its_token_stays_the_same() -> None:
    assert own_token() == own_token()
    assert is_alive(own_token())


def test_a_process_that_ended_does_not_live() -> None:
    code = "from app.system.processes import own_token; print(own_token())"
    token = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
    assert not is_alive(token)


def test_a_process_id_that_was_given_out_again_is_another_process() -> None:
    pid = own_token().partition(":")[0]
    assert not is_alive(f"{pid}:some-earlier-birth")
    assert not is_alive("")
    assert not is_alive("nonsense")
