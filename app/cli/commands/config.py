"""`config` and `policy`."""

from __future__ import annotations

import click

from app.cli import views
from app.cli.console import Console, json_option, pass_console
from app.cli.texts import TextGroup
from app.domain.messages import msg
from app.domain.settings import Source

COLUMNS = (("key", "key"), ("value", "value"), ("source", "source"), ("locked", "locked"), ("allowed", "allowed"))


@click.group(cls=TextGroup)
def config() -> None:
    pass


@config.command(name="list")
@json_option
@pass_console
def list_(console: Console, as_json: bool) -> None:
    rows = [views.setting(item) for item in console.assistant.settings.list()]
    if as_json:
        console.items(rows)
    else:
        console.table(COLUMNS, rows, msg("settings.none"))


@config.command()
@click.argument("key")
@json_option
@pass_console
def get(console: Console, key: str, as_json: bool) -> None:
    row = views.setting(console.assistant.settings.get(key))
    if as_json:
        console.document(row)
    else:
        value = row["value"]
        console.tell(", ".join(value) if isinstance(value, list) else str(value))


@config.command(name="set")
@click.argument("key")
@click.argument("value")
@json_option
@pass_console
def set_(console: Console, key: str, value: str, as_json: bool) -> None:
    row = views.setting(console.assistant.settings.set(key, value))
    if as_json:
        console.document(row)
    else:
        console.details(COLUMNS, row)


@click.group(cls=TextGroup)
def policy() -> None:
    pass


@policy.command()
@json_option
@pass_console
def show(console: Console, as_json: bool) -> None:
    rows = [views.setting(item) for item in console.assistant.settings.list()]
    reading = console.assistant.policy
    if as_json:
        problems = [console.texts.render(problem) for problem in reading.problems]
        console.document({"state": reading.state, "problems": problems, "items": rows})
        return
    for problem in reading.problems:
        console.say(problem)
    by_policy = [row for row in rows if row["source"] == Source.POLICY.value]
    console.table(COLUMNS, by_policy, msg("doctor.policy-none"))
