"""`backup` and `restore`."""

from __future__ import annotations

from pathlib import Path

import click

from app.cli.console import Console, json_option, pass_console
from app.cli.texts import TextCommand
from app.domain.messages import msg


@click.command(cls=TextCommand)
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@pass_console
def backup(console: Console, file: Path, as_json: bool) -> None:
    size = console.assistant.backup.backup(file)
    if as_json:
        console.document({"path": str(file), "bytes": size})
    else:
        console.say(msg("backup.made", path=str(file)))


@click.command(cls=TextCommand)
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@pass_console
def restore(console: Console, file: Path, as_json: bool) -> None:
    from app.actions.restoring import restore_backup
    from app.assistant import data_directory

    entries = restore_backup(data_directory(console.site), file)
    if as_json:
        console.document({"path": str(file), "entries": entries})
    else:
        console.say(msg("backup.restored", n=entries))
