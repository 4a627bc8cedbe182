"""`card`: what a team must know together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from app.actions.cards.items import CardItem, Merged, reason_text
from app.cli import views
from app.cli.console import Console, json_option, pass_console
from app.cli.moments import stamp
from app.cli.texts import TextGroup
from app.domain.messages import msg

COLUMNS = (
    ("id", "id"),
    ("kind", "kind"),
    ("version", "version"),
    ("author", "author"),
    ("project", "project"),
    ("at", "at"),
    ("state", "state"),
    ("why", "reason"),
)


@click.group(cls=TextGroup)
def card() -> None:
    pass


def _rows(console: Console, items: Sequence[CardItem]) -> list[views.Document]:
    return [
        {
            "id": item.id,
            "kind": item.kind,
            "version": item.version,
            "author": item.author,
            "role": item.role,
            "project": console.codes.get(item.project or "", item.project),
            "at": stamp(item.at),
            "state": item.state.value,
            "reason": item.reason,
            "why": None if item.reason is None else console.texts.render(reason_text(item.reason)),
        }
        for item in items
    ]


def _tell_merged(console: Console, merged: Merged, as_json: bool) -> None:
    rows = _rows(console, merged.items)
    if as_json:
        console.document({"accepted": merged.accepted, "refused": merged.refused, "known": merged.known, "items": rows})
        return
    console.say(msg("card.merged", n=merged.accepted, refused=merged.refused))
    if merged.refused:
        console.table(COLUMNS, [row for row in rows if row["reason"] is not None], msg("card.none"))


@card.command(name="list")
@json_option
@pass_console
def list_(console: Console, as_json: bool) -> None:
    rows = _rows(console, console.assistant.cards.list())
    if as_json:
        console.items(rows)
    else:
        console.table(COLUMNS, rows, msg("card.none"))


@card.command()
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@pass_console
def export(console: Console, file: Path, as_json: bool) -> None:
    count = console.assistant.cards.export_to(file)
    if as_json:
        console.document({"path": str(file), "cards": count})
    else:
        console.say(msg("card.exported", n=count, path=str(file)))


@card.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@pass_console
def import_(console: Console, file: Path, as_json: bool) -> None:
    _tell_merged(console, console.assistant.cards.import_from(file), as_json)


@card.command()
@json_option
@pass_console
def pull(console: Console, as_json: bool) -> None:
    _tell_merged(console, console.assistant.cards.pull(), as_json)


@card.command()
@json_option
@pass_console
def publish(console: Console, as_json: bool) -> None:
    rows = _rows(console, console.assistant.cards.publish())
    if as_json:
        console.items(rows)
    else:
        console.table(COLUMNS, rows, msg("card.nothing-new"))
