"""`team`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from app.cli import team_views
from app.cli.console import Console, json_option, pass_console
from app.cli.texts import TextGroup
from app.domain.messages import msg
from app.domain.team_view import Coverage

LAPTOPS = (
    ("device", "device"),
    ("person", "person"),
    ("state", "state"),
    ("last_seen", "last-seen"),
    ("overdue", "overdue"),
    ("next_due", "next-due"),
    ("wanting", "wanting"),
    ("problem", "problem"),
)
PROJECTS = (
    ("code", "project"),
    ("client", "client"),
    ("laptops", "laptops"),
    ("copies", "copies"),
    ("overdue", "overdue"),
    ("next_due", "next-due"),
)


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
    """What is read from others is judged first; then this laptop's own record is sent, if it has news."""
    found = console.assistant.team_status.status()
    console.needs_attention(found.needs_attention)
    document = team_views.team_status(found, console.texts)
    if as_json:
        console.document(document)
        return
    for notice in document["notices"]:
        console.tell(notice)
    rows = [
        {**item, "wanting": list(shown.wanting)} for item, shown in zip(document["items"], found.items, strict=True)
    ]
    console.table(LAPTOPS, rows, msg("team.nobody"))
    if document["projects"] and found.is_whole:
        console.tell("")
        console.table(PROJECTS, document["projects"], msg("team.no-projects"))
    _tell_coverage(console, found.coverage)


def _tell_coverage(console: Console, coverage: Coverage) -> None:
    if coverage.expected is not None:
        console.tell("")
        console.say(msg("team.covered", reporting=coverage.reporting, expected=coverage.expected))
        if coverage.missing:
            console.say(msg("team.missing", n=len(coverage.missing), who=", ".join(coverage.missing)))


@team.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--from", "start")
@click.option("--to", "end")
@json_option
@pass_console
def report(console: Console, file: Path, start: str | None, end: str | None, as_json: bool) -> None:
    written = console.assistant.team_status.report(file, _day(console, start), _day(console, end))
    if as_json:
        period = {"from": written.start.isoformat(), "to": written.end.isoformat()}
        console.document({"path": str(file), **period, "laptops": len(written.laptops)})
    else:
        console.say(msg("team.reported", n=len(written.laptops), path=str(file)))


def _day(console: Console, text: str | None) -> date | None:
    moment = console.when(text)
    return None if moment is None else moment.astimezone(console.zone).date()


@team.command()
@json_option
@pass_console
def preview(console: Console, as_json: bool) -> None:
    found = console.assistant.team_status.preview()
    if as_json:
        console.document(team_views.preview(found, console.texts))
        return
    console.tell(found.text)
    console.tell("")
    console.say(found.sentence)
    if found.before is not None:
        changed = ", ".join(found.changed) or "–"
        console.say(msg("team.changed", what=changed))
    console.say(found.readers.sentence)
    console.say(found.looks.sentence)
    for look in found.looks.items:
        console.tell(f"  {look.day.isoformat()}  {look.person}  {look.times}×")


@team.command()
@json_option
@pass_console
def publish(console: Console, as_json: bool) -> None:
    sent = console.assistant.team_status.publish()
    if as_json:
        console.items([] if sent is None else [team_views.sent(sent)])
    else:
        console.say(msg("team.nothing-to-send") if sent is None else msg("team.sent", sequence=sent.sequence))
