"""`team` and `whoami`."""

from __future__ import annotations

import click

from app.cli.console import Console, json_option, not_built, pass_console
from app.cli.moments import stamp
from app.cli.texts import TextCommand, TextGroup
from app.domain.messages import msg


@click.group(cls=TextGroup)
def team() -> None:
    pass


@team.command()
@click.argument("device")
@click.argument("fingerprint")
@json_option
@pass_console
def accept(console: Console, device: str, fingerprint: str, as_json: bool) -> None:
    accepted = console.assistant.team.accept(device, fingerprint)
    if as_json:
        console.document({"device": accepted.id, "fingerprint": accepted.fingerprint, "state": "accepted"})
    else:
        console.say(msg("team.accepted", device=accepted.id))


@team.command()
@click.argument("device")
@click.option("--reason", required=True)
@json_option
@pass_console
def retire(console: Console, device: str, reason: str, as_json: bool) -> None:
    retired = console.assistant.team.retire(device, reason)
    if as_json:
        console.document({"device": retired.id, "fingerprint": retired.fingerprint, "state": "retired"})
    else:
        console.say(msg("team.retired", device=retired.id))


@team.command()
@json_option
@pass_console
def status(console: Console, as_json: bool) -> None:
    raise not_built("team status")


@team.command()
@click.argument("file")
@click.option("--from", "start")
@click.option("--to", "end")
@json_option
@pass_console
def report(console: Console, file: str, start: str | None, end: str | None, as_json: bool) -> None:
    raise not_built("team report")


@team.command()
@json_option
@pass_console
def preview(console: Console, as_json: bool) -> None:
    raise not_built("team preview")


@click.command(cls=TextCommand)
@json_option
@pass_console
def whoami(console: Console, as_json: bool) -> None:
    me = console.assistant.team.whoami()
    document = {
        "device": me.device,
        "fingerprint": me.fingerprint,
        "signed_in": me.signed_in,
        "account": me.account,
        "tenant": me.tenant,
        "roles": list(me.roles),
        "expires_at": stamp(me.expires_at),
    }
    if as_json:
        console.document(document)
    else:
        console.tell(f"{me.device}\n{me.fingerprint}\n{', '.join(me.roles)}")
