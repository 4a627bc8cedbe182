"""`deadline` and `delete-due`."""

from __future__ import annotations

import click

from app.actions.deletion import DeletionRun
from app.cli import views
from app.cli.console import Console, json_option, pass_console
from app.cli.texts import TextCommand, TextGroup
from app.domain.deletion import Outcome
from app.domain.messages import msg

QUIET_OUTCOMES = (Outcome.DELETED,)  # anything else that is due is still there: exit 1


@click.group(cls=TextGroup)
def deadline() -> None:
    pass


@deadline.command(name="list")
@json_option
@pass_console
def list_(console: Console, as_json: bool) -> None:
    rows = [views.deadline(row, console.codes) for row in console.assistant.deadlines.list()]
    if as_json:
        console.items(rows)
        return
    columns = (
        ("copy", "copy"),
        ("project", "project"),
        ("trigger", "trigger"),
        ("due_at", "due-at"),
        ("state", "state"),
    )
    console.table(columns, rows, msg("deadline.none"))


@click.command(name="delete-due", cls=TextCommand)
@click.option("--dry-run", is_flag=True)
@json_option
@pass_console
def delete_due(console: Console, dry_run: bool, as_json: bool) -> None:
    run = console.assistant.deletion.run_due(dry_run=dry_run)
    console.needs_attention(any(item.outcome not in QUIET_OUTCOMES for item in run.items))
    tell_run(console, run, as_json)


def tell_run(console: Console, run: DeletionRun, as_json: bool) -> None:
    """Show a deletion run, of what is due or of what a person chose."""
    items = [views.deletion_item(item, console.texts) for item in run.items]
    if as_json:
        console.document(
            {
                "dry_run": run.dry_run,
                "clock": {"state": run.clock.state.value, "reason": run.clock.reason.value},
                "items": items,
                "certificates": list(run.certificates),
            }
        )
        return
    columns = (("copy", "copy"), ("name", "name"), ("outcome", "outcome"), ("method", "method"), ("reason", "reason"))
    console.table(columns, items, msg("deletion.nothing-due"))
    if run.certificates:
        console.say(msg("deletion.certificates", n=len(run.certificates)))
