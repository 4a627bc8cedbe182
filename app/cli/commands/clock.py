"""`clock`: whether the time can be trusted."""

from __future__ import annotations

import click

from app.cli import views
from app.cli.console import Console, json_option, pass_console
from app.cli.texts import TextGroup
from app.domain.messages import msg
from app.domain.moments import ClockJudgement, ClockState


@click.group(cls=TextGroup)
def clock() -> None:
    pass


def _show(console: Console, judgement: ClockJudgement, as_json: bool) -> None:
    if as_json:
        console.document(views.clock(judgement))
    elif judgement.state is ClockState.TRUSTED:
        console.say(msg("doctor.clock-fine"))
    else:
        console.say(msg("status.clock-suspect"))


@clock.command()
@json_option
@pass_console
def status(console: Console, as_json: bool) -> None:
    _show(console, console.assistant.clock.judgement(), as_json)


@clock.command()
@json_option
@pass_console
def confirm(console: Console, as_json: bool) -> None:
    _show(console, console.assistant.clock.confirm(), as_json)
