"""`scan`: verdicts with reasons, one object a file."""

from __future__ import annotations

from pathlib import Path

import click

from app.cli import views
from app.cli.console import Console, json_option, pass_console, visible
from app.cli.texts import TextCommand
from app.domain.messages import msg


@click.command(cls=TextCommand)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path))
@click.option("--jsonl", is_flag=True)
@click.option("--register", is_flag=True)
@json_option
@pass_console
def scan(console: Console, paths: tuple[Path, ...], jsonl: bool, register: bool, as_json: bool) -> None:
    rows = []
    for row in console.assistant.scanning.scan(paths, register=register):
        console.needs_attention(row.needs_attention)
        document = views.scan_row(row)
        if jsonl:
            console.line(document)
        elif as_json:
            rows.append(document)
        else:
            kinds = ", ".join(f"{kind} {count}" for kind, count in document["kinds"].items())
            name = f"{document['verdict']:<14} {visible(document['path'])}"
            console.tell("  ".join(part for part in (name, document["client"], kinds, document["error"]) if part))
    if as_json and not jsonl:
        console.items(rows)
    elif not jsonl and not console.code:
        console.say(msg("scan.calm"))
