"""`scan`: verdicts with reasons, one object a file."""

from __future__ import annotations

from pathlib import Path

import click

from app.cli import views
from app.cli.cells import cell, visible, word
from app.cli.console import Console, json_option, pass_console
from app.cli.texts import TextCommand
from app.domain.messages import Message, msg, unreadable_text
from app.domain.ports import Texts

VERDICT = 16  # the width of the first column


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
            console.tell(_line(document, row.explanation, console.texts))
    if as_json and not jsonl:
        console.items(rows)
    elif not jsonl and not console.code:
        console.say(msg("scan.calm"))


def _line(row: views.Document, explanation: Message | None, texts: Texts) -> str:
    """What a file is and where; under it why, in one sentence."""
    why = texts.render(unreadable_text(row["error"])) if row["error"] else None
    kinds = cell("kinds", row["kinds"], texts) if row["kinds"] else None
    said = (visible(texts.render(explanation)), why) if explanation is not None else (row["client"], kinds, why)
    told = "  ".join(part for part in said if part)
    place = f"{word(row['verdict'], texts):<{VERDICT}} {visible(row['path'])}"
    return f"{place}\n{'':<{VERDICT}} {told}" if told else place
