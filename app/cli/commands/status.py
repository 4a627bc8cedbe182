"""`status` (this laptop's compliance) and `doctor` (what is wrong with the assistant)."""

from __future__ import annotations

from pathlib import Path

import click

from app.cli import views
from app.cli.cells import word
from app.cli.console import Console, json_option, pass_console
from app.cli.texts import TextCommand
from app.domain.messages import msg
from app.domain.rules import RuleState

CALM = (RuleState.OK, RuleState.NOT_APPLICABLE, RuleState.PLANNED)


@click.command(cls=TextCommand)
@json_option
@pass_console
def status(console: Console, as_json: bool) -> None:
    result = console.assistant.status.status()
    document = views.status(result, console.assistant.requirement_titles(console.texts.language), console.texts)
    console.needs_attention(result.state not in CALM)
    if as_json:
        console.document(document)
        return
    wanting = [rule for rule in document["rules"] if rule["state"] not in [state.value for state in CALM]]
    console.say(msg("status.calm") if not wanting else msg("status.wanting", n=len(wanting)))
    for notice in document["notices"]:
        console.tell(notice)
    if result.next_deadline is not None:
        console.say(msg("status.next-deadline", at=result.next_deadline))
    columns = (("id", "id"), ("state", "state"), ("title", "title"), ("sentence", "sentence"))
    built = [rule for rule in document["rules"] if rule["state"] != RuleState.PLANNED.value]
    console.table(columns, built, msg("rule.planned"))
    planned = len(document["rules"]) - len(built)
    console.say(msg("status.planned", n=planned))


@click.command(cls=TextCommand)
@click.option("--bundle", type=click.Path(path_type=Path))
@click.option("--try-lock", is_flag=True)
@json_option
@pass_console
def doctor(console: Console, bundle: Path | None, try_lock: bool, as_json: bool) -> None:
    from app.actions.doctor import CheckState  # here, so that `status` need not load it

    if bundle is None:
        checks = console.assistant.doctor.checks(try_lock=try_lock)
    else:
        checks = console.assistant.bundle.make(bundle, try_lock=try_lock)
        if not as_json:
            console.warn(msg("doctor.bundled", path=str(bundle)))
    rows = [views.check(item, console.texts) for item in checks]
    wanting = [item for item in checks if item.state is not CheckState.OK]
    console.needs_attention(bool(wanting))
    if as_json:
        order = (CheckState.OK, CheckState.UNKNOWN, CheckState.ATTENTION, CheckState.FAILED)
        worst = max((item.state for item in checks), key=order.index)
        console.document({"state": worst.value, "checks": rows})
        return
    console.say(msg("doctor.fine") if not wanting else msg("doctor.wanting", n=len(wanting)))
    for row in rows:
        console.tell(f"{word(row['state'], console.texts):<12}  {row['id']:<16}  {row['sentence']}")
        if row["fix"] is not None:
            console.tell(f"{'':<12}  {'':<16}  → {row['fix']}")
