"""`client`: the register of clients."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from app.actions.clients import ClientDetails, parse_mailbox
from app.cli import views
from app.cli.console import Console, json_option, pass_console
from app.cli.texts import TextGroup
from app.domain.errors import InputError
from app.domain.messages import msg

COLUMNS = (("id", "id"), ("name", "name"), ("domains", "domains"), ("hosts", "hosts"), ("contacts", "contacts"))
DETAILS = (
    "domain",
    "tenant-id",
    "keyword",
    "host",
    "share",
    "mount",
    "processor-domain",
    "variant",
    "contact",
    "term",
)


@click.group(cls=TextGroup)
def client() -> None:
    pass


def details(function: Any) -> Any:
    """The options by which a client is described."""
    function = click.option("--term-source")(function)
    for name in reversed(DETAILS):  # the last that is put on stands first in the help
        function = click.option(f"--{name}", multiple=True)(function)
    return function


def _details(values: dict[str, Any]) -> ClientDetails:
    return ClientDetails(
        domains=values["domain"],
        tenant_ids=values["tenant_id"],
        keywords=values["keyword"],
        hosts=values["host"],
        shares=values["share"],
        mounts=values["mount"],
        processor_domains=values["processor_domain"],
        variants=values["variant"],
        contacts=tuple(parse_mailbox(text) for text in values["contact"]),
        terms=dict(_term(text) for text in values["term"]),
        term_source=values["term_source"],
    )


def _term(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign:
        raise InputError(msg("client.term-form", text=text))
    return name.strip(), value.strip()


@client.command()
@click.argument("name")
@details
@json_option
@pass_console
def add(console: Console, /, name: str, as_json: bool, **values: Any) -> None:
    added = console.assistant.clients.add(name, _details(values))
    console.assistant.folders.recognise_client_places()
    if as_json:
        console.document(views.client(added))
    else:
        console.say(msg("client.added", name=added.name))


@client.command()
@click.argument("name")
@click.option("--name", "new_name")
@details
@json_option
@pass_console
def change(console: Console, /, name: str, new_name: str | None, as_json: bool, **values: Any) -> None:
    changed = console.assistant.clients.change(name, _details(values), new_name=new_name)
    console.assistant.folders.recognise_client_places()
    if as_json:
        console.document(views.client(changed))
    else:
        console.say(msg("client.changed", name=changed.name))


@client.command(name="list")
@json_option
@pass_console
def list_(console: Console, as_json: bool) -> None:
    rows = [views.client(item) for item in console.assistant.clients.list()]
    if as_json:
        console.items(rows)
    else:
        shown = [{**row, "contacts": [contact["mail"] for contact in row["contacts"]]} for row in rows]
        console.table(COLUMNS, shown, msg("client.none"))


@client.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@pass_console
def import_(console: Console, file: Path, as_json: bool) -> None:
    imported = console.assistant.clients.import_file(file)
    console.assistant.folders.recognise_client_places()
    if as_json:
        console.items(views.client(item) for item in imported)
    else:
        console.say(msg("client.imported", n=len(imported)))


@client.command()
@click.argument("name")
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@pass_console
def report(console: Console, name: str, file: Path, as_json: bool) -> None:
    console.assistant.client_report.write(name, file)
    if as_json:
        console.document({"path": str(file)})
    else:
        console.say(msg("report.written", path=str(file)))
