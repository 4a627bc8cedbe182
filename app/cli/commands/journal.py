"""`journal`: the tamper-evident log."""

from __future__ import annotations

from pathlib import Path

import click

from app.actions.journal import JournalFilter, verify_file
from app.cli import views
from app.cli.console import Console, json_option, pass_console
from app.cli.texts import TextGroup
from app.domain.messages import msg

COLUMNS = (
    ("seq", "seq"),
    ("at", "at"),
    ("event", "event"),
    ("actor", "actor"),
    ("project", "project"),
    ("subject", "subject"),
)


@click.group(cls=TextGroup)
def journal() -> None:
    pass


@journal.command(name="list")
@click.option("--since")
@click.option("--event")
@click.option("--project")
@click.option("--limit", type=click.IntRange(min=1))
@json_option
@pass_console
def list_(
    console: Console, since: str | None, event: str | None, project: str | None, limit: int | None, as_json: bool
) -> None:
    wanted = JournalFilter(since=console.when(since), event=event, project=project, limit=limit)
    rows = [views.journal_entry(entry, console.codes) for entry in console.assistant.journal.list(wanted)]
    if as_json:
        console.items(rows)
    else:
        console.table(COLUMNS, rows, msg("journal.none"))


@journal.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--head")
@click.option("--key")
@click.option("--full", is_flag=True)
@json_option
@pass_console
def verify(console: Console, file: Path | None, head: str | None, key: str | None, full: bool, as_json: bool) -> None:
    if file is not None:
        check = verify_file(file, head=head, key=key)
    else:
        check = console.assistant.journal.verify(full=full, head=head, key=key)
    console.needs_attention(not check.valid)
    if as_json:
        console.document(views.journal_check(check))
    elif check.valid:
        console.say(msg("doctor.journal-fine", n=check.entries))
    else:
        console.say(msg("doctor.journal-broken", seq=check.first_bad or 0))


@journal.command()
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@pass_console
def export(console: Console, file: Path, as_json: bool) -> None:
    head = console.assistant.journal.export(file)
    if as_json:
        console.document({"path": str(file), "head": views.journal_head(head)})
    else:
        console.say(msg("report.written", path=str(file)))
