"""`copy`: client data that lawfully is outside."""

from __future__ import annotations

from pathlib import Path

import click

from app.actions.copy_view import CopyView
from app.cli import views
from app.cli.commands.deletion import tell_run
from app.cli.console import Console, json_option, pass_console
from app.cli.texts import TextGroup
from app.domain.copy import Location
from app.domain.errors import InputError
from app.domain.messages import msg

COLUMNS = (
    ("id", "id"),
    ("project", "project"),
    ("agreement", "agreement"),
    ("location", "location"),
    ("name", "name"),
    ("state", "state"),
    ("due_at", "due-at"),
)
DETAILS = (
    ("id", "id"),
    ("project", "project"),
    ("agreement", "agreement"),
    ("location", "location"),
    ("path", "path"),
    ("name", "name"),
    ("bytes", "bytes"),
    ("state", "state"),
    ("trigger", "trigger"),
    ("due_at", "due-at"),
    ("planned_at", "planned-at"),
    ("blocked_by", "blocked-by"),
    ("deleted_at", "deleted-at"),
    ("method", "method"),
    ("certificate", "certificate"),
)


@click.group(cls=TextGroup)
def copy() -> None:
    pass


def _show(console: Console, view: CopyView, as_json: bool) -> None:
    is_followed = view.copy.id in console.assistant.copies.followed()
    row = {**views.copy(view, console.codes), "followed": is_followed}
    if as_json:
        console.document(row)
        return
    console.details(DETAILS, row)
    if view.copy.is_live and view.copy.location is Location.OFFICE365:
        console.say(msg("cloud.is-followed") if is_followed else msg("cloud.is-attested"))


@copy.command(name="list")
@json_option
@pass_console
def list_(console: Console, as_json: bool) -> None:
    followed = console.assistant.copies.followed()
    rows = [
        {**views.copy(view, console.codes), "followed": view.copy.id in followed}
        for view in console.assistant.copies.list()
    ]
    if as_json:
        console.items(rows)
    else:
        console.table(COLUMNS, rows, msg("copy.none"))


@copy.command()
@click.argument("id")
@json_option
@pass_console
def show(console: Console, id: str, as_json: bool) -> None:  # noqa: A002  # the contract's word
    _show(console, console.assistant.copies.show(id), as_json)


@copy.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--agreement", "agreement_id", required=True)
@click.option("--in-place", is_flag=True)
@click.option("--elsewhere")
@click.option("--special", is_flag=True)
@json_option
@pass_console
def add(
    console: Console,
    file: Path | None,
    agreement_id: str,
    in_place: bool,
    elsewhere: str | None,
    special: bool,
    as_json: bool,
) -> None:
    if (file is None) == (elsewhere is None):
        raise InputError(msg("copy.file-or-elsewhere"))
    if file is not None:
        view = console.assistant.copies.add(file, agreement_id, in_place=in_place, special=special)
    else:
        view = console.assistant.copies.add_elsewhere(elsewhere or "", agreement_id)
    _show(console, view, as_json)


@copy.command()
@click.argument("id")
@click.option("--agreement", "agreement_id", required=True)
@json_option
@pass_console
def move(console: Console, id: str, agreement_id: str, as_json: bool) -> None:  # noqa: A002  # the contract's word
    _show(console, console.assistant.copies.move(id, agreement_id), as_json)


@copy.command()
@click.argument("id")
@click.argument("when")
@json_option
@pass_console
def plan(console: Console, id: str, when: str, as_json: bool) -> None:  # noqa: A002  # the contract's word
    _show(console, console.assistant.copies.plan(id, console.at(when)), as_json)


@copy.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--reason", required=True)
@json_option
@pass_console
def delete(console: Console, ids: tuple[str, ...], reason: str, as_json: bool) -> None:
    tell_run(console, console.assistant.deletion.delete_now(ids, reason), as_json)


@copy.command()
@click.argument("id")
@json_option
@pass_console
def confirm(console: Console, id: str, as_json: bool) -> None:  # noqa: A002  # the contract's word
    _show(console, console.assistant.copies.confirm(id), as_json)
