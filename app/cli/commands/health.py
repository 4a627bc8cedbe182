"""`health`: how well the devices are protected, and what people vouch for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from app.cli import health_views
from app.cli.console import Console, json_option, pass_console
from app.cli.texts import TextGroup
from app.domain.messages import msg

if TYPE_CHECKING:
    from app.actions.health_seen import HealthSeen

COLUMNS = (("device", "device"), ("check", "check"), ("state", "state"), ("sentence", "sentence"))


@click.group(cls=TextGroup)
def health() -> None:
    pass


@health.command("list")
@json_option
@pass_console
def list_(console: Console, as_json: bool) -> None:
    """The system is asked now, so that it is true without the guards too."""
    seen: HealthSeen = console.assistant.health.look()
    rows = health_views.rows(seen, console.assistant.team.device, console.assistant.clock.now(), console.texts)
    if as_json:
        console.items(rows)
        return
    console.table(COLUMNS, [health_views.readable(row, console.texts) for row in rows], msg("health.never-looked"))
    for row in rows:
        if row["fix"] is not None:
            console.tell(f"→ {row['fix']}")


@health.command()
@click.argument("device")
@click.option("--by", required=True)
@click.option("--until", required=True)
@json_option
@pass_console
def attest(console: Console, device: str, by: str, until: str, as_json: bool) -> None:
    attestation = console.assistant.health_records.attest(device, by, console.at(until))
    row = health_views.attested(attestation, console.assistant.clock.now(), console.texts)
    if as_json:
        console.document({"id": attestation.id, **row})
    else:
        console.say(msg("health.attested-now", device=attestation.device, until=attestation.until))


@health.command()
@click.option("--name", required=True)
@click.option("--contact", required=True)
@click.option("--reviewed", required=True)
@json_option
@pass_console
def partner(console: Console, name: str, contact: str, reviewed: str, as_json: bool) -> None:
    review = console.assistant.health_records.partner(name, contact, console.at(reviewed))
    if as_json:
        console.document({"id": review.id, **health_views.partner(review)})
    else:
        console.say(msg("health.partner-now", name=review.name, at=review.reviewed_at))
