"""`agreement`: what the client agreed to."""

from __future__ import annotations

from pathlib import Path

import click

from app.actions.agreements import NewAgreement
from app.cli import views
from app.cli.console import Console, json_option, pass_console
from app.cli.texts import TextGroup
from app.domain.agreement import Agreement, Place
from app.domain.messages import msg

COLUMNS = (
    ("id", "id"),
    ("project", "project"),
    ("scope", "scope"),
    ("purpose", "purpose"),
    ("agreed_with", "agreed-with"),
    ("until", "until"),
    ("state", "state"),
)
DETAILS = (
    ("id", "id"),
    ("project", "project"),
    ("scope", "scope"),
    ("purpose", "purpose"),
    ("place", "location"),
    ("agreed_with", "agreed-with"),
    ("agreed_at", "agreed-at"),
    ("until", "until"),
    ("hold", "hold"),
    ("evidence", "evidence"),
    ("purpose_fulfilled_at", "fulfilled-at"),
    ("withdrawn_at", "withdrawn-at"),
    ("approved_at", "approved-at"),
    ("state", "state"),
)


@click.group(cls=TextGroup)
def agreement() -> None:
    pass


def _show(console: Console, item: Agreement, as_json: bool) -> None:
    shown, state = console.assistant.agreements.show(item.id)
    document = views.agreement(shown, state, console.codes[shown.project_id])
    if as_json:
        console.document(document)
    else:
        console.details(DETAILS, {**_readable(document), "evidence": document["evidence"]["name"]})


def _readable(document: views.Document) -> views.Document:
    return {**document, "agreed_with": document["agreed_with"]["name"]}


@agreement.command()
@click.argument("code")
@click.option("--scope", required=True)
@click.option("--purpose", required=True)
@click.option("--agreed-with", required=True)
@click.option("--agreed-at", required=True)
@click.option("--evidence", required=True, type=click.Path(path_type=Path))
@click.option("--place", type=click.Choice([place.value for place in Place]), default=Place.LAPTOP.value)
@click.option("--until")
@click.option("--hold", is_flag=True)
@json_option
@pass_console
def add(
    console: Console,
    code: str,
    scope: str,
    purpose: str,
    agreed_with: str,
    agreed_at: str,
    evidence: Path,
    place: str,
    until: str | None,
    hold: bool,
    as_json: bool,
) -> None:
    new = NewAgreement(
        project_code=code,
        scope=scope,
        purpose=purpose,
        agreed_with=agreed_with,
        agreed_at=console.at(agreed_at),
        evidence=evidence,
        place=Place(place),
        valid_until=console.when(until),
        hold=hold,
    )
    _show(console, console.assistant.agreements.add(new), as_json)


@agreement.command()
@click.argument("id")
@click.option("--at")
@json_option
@pass_console
def fulfilled(console: Console, id: str, at: str | None, as_json: bool) -> None:  # noqa: A002  # the contract's word
    _show(console, console.assistant.agreements.fulfilled(id, console.when(at)), as_json)


@agreement.command()
@click.argument("id")
@click.option("--evidence", required=True, type=click.Path(path_type=Path))
@json_option
@pass_console
def withdraw(console: Console, id: str, evidence: Path, as_json: bool) -> None:  # noqa: A002  # the contract's word
    _show(console, console.assistant.agreements.withdraw(id, evidence), as_json)


@agreement.command()
@click.argument("id")
@json_option
@pass_console
def approve(console: Console, id: str, as_json: bool) -> None:  # noqa: A002  # the contract's word
    team = console.assistant.team
    _show(console, console.assistant.agreements.approve(id, role=team.role, device=team.device), as_json)


@agreement.command(name="list")
@json_option
@pass_console
def list_(console: Console, as_json: bool) -> None:
    rows = [
        views.agreement(item, state, console.codes[item.project_id])
        for item, state in console.assistant.agreements.list()
    ]
    if as_json:
        console.items(rows)
    else:
        console.table(COLUMNS, [_readable(row) for row in rows], msg("agreement.none"))


@agreement.command()
@click.argument("id")
@json_option
@pass_console
def show(console: Console, id: str, as_json: bool) -> None:  # noqa: A002  # the contract's word
    _show(console, console.assistant.agreements.show(id)[0], as_json)
