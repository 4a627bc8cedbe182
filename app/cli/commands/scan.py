"""`scan`: verdicts with reasons, one object a file."""

from __future__ import annotations

from pathlib import Path

import click

from app.cli import views
from app.cli.cells import cell, visible, word
from app.cli.console import Console, json_option, pass_console
from app.cli.texts import TextCommand
from app.domain.messages import msg, unreadable_text
from app.domain.ports import Texts


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
            console.tell(_line(document, console.texts))
    if as_json and not jsonl:
        console.items(rows)
    elif not jsonl and not console.code:
        console.say(msg("scan.calm"))


def _line(row: views.Document, texts: Texts) -> str:
    """A file in one line: what it is, where, whose, and which kinds of data are in it."""
    kinds = cell("kinds", row["kinds"], texts) if row["kinds"] else None
    why = texts.render(unreadable_text(row["error"])) if row["error"] else None
    parts = (f"{word(row['verdict'], texts):<16} {visible(row['path'])}", row["client"], kinds, why)
    return "  ".join(part for part in parts if part)
