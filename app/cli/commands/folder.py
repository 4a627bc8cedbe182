"""`folder`: what is watched."""

from __future__ import annotations

from pathlib import Path

import click

from app.cli import views
from app.cli.console import Console, json_option, pass_console
from app.cli.texts import TextGroup
from app.domain.folder import FolderKind
from app.domain.messages import msg

COLUMNS = (("path", "path"), ("kind", "kind"), ("synchronised_by", "synchronised-by"))


@click.group(cls=TextGroup)
def folder() -> None:
    pass


@folder.command()
@click.argument("dir", type=click.Path(path_type=Path))
@json_option
@pass_console
def add(console: Console, dir: Path, as_json: bool) -> None:  # noqa: A002  # the contract's word
    added = console.assistant.folders.add(dir)
    if as_json:
        console.document(views.folder(added))
        return
    if added.kind is FolderKind.CLIENT_PLACE:
        console.say(msg("folder.is-client-place", path=added.path))
    else:
        console.say(msg("folder.added", path=added.path))
    if added.synchronised_by is not None:
        console.say(msg("folder.is-synchronised", by=added.synchronised_by))


@folder.command()
@click.argument("dir", type=click.Path(path_type=Path))
@json_option
@pass_console
def remove(console: Console, dir: Path, as_json: bool) -> None:  # noqa: A002  # the contract's word
    removed = console.assistant.folders.remove(dir)
    if as_json:
        console.document(views.folder(removed))
    else:
        console.say(msg("folder.removed", path=removed.path))


@folder.command(name="list")
@json_option
@pass_console
def list_(console: Console, as_json: bool) -> None:
    rows = [views.folder(item) for item in console.assistant.folders.list()]
    if as_json:
        console.items(rows)
    else:
        console.table(COLUMNS, rows, msg("rule.no-folders"))
