"""`lock`: the screen, at once."""

from __future__ import annotations

import click

from app.cli.console import Console, json_option, pass_console
from app.cli.texts import TextCommand
from app.domain.errors import EnvironmentLacking
from app.domain.locking import LockOutcome


@click.command(cls=TextCommand)
@json_option
@pass_console
def lock(console: Console, as_json: bool) -> None:
    """The screen first: the store is opened after that, to count it."""
    attempt = console.unopened.locking.lock_now()
    if attempt.unrecorded is not None:
        console.warn(attempt.unrecorded)
    else:
        console.speak_as_set()
    if attempt.outcome is not LockOutcome.LOCKED:
        raise EnvironmentLacking(attempt.sentence)
    if as_json:
        console.document({"outcome": attempt.outcome.value})
    else:
        console.say(attempt.sentence)
