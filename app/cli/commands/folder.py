"""`folder`: what is watched."""

from __future__ import annotations

from pathlib import Path

import click

from app.cli import views
from app.cli.console import Console, json_option, pass_console
from app.cli.texts import TextGroup
from app.domain.folder import FolderKind
from app.domain.messages import msg

WORKING = (("path", "path"), ("project", "project"), ("modified_at", "modified-at"), ("bytes", "bytes"))
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


@folder.command()
@json_option
@pass_console
def working(console: Console, as_json: bool) -> None:
    """Working files that stand outside of filed folders for too long (VR-U5a)."""
    rows = [views.working_file(item) for item in console.assistant.working_files.list()]
    if as_json:
        console.items(rows)
        return
    console.table(WORKING, rows, msg("rule.working-filed"))
    if rows:
        console.say(msg("working.offer"))


@folder.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("code")
@json_option
@pass_console
def move(console: Console, file: Path, code: str, as_json: bool) -> None:
    moved = console.assistant.working_files.move(file, code)
    if as_json:
        console.document({"path": str(moved.target), "from": str(moved.source), "project": moved.project})
    else:
        console.say(msg("working.moved", path=str(moved.target), code=moved.project))
