"""`vault`: what lies sealed."""

from __future__ import annotations

from pathlib import Path

import click

from app.cli import views
from app.cli.cells import word
from app.cli.console import Console, json_option, pass_console
from app.cli.texts import TextGroup
from app.domain.errors import InputError
from app.domain.messages import msg

COLUMNS = (
    ("id", "id"),
    ("project", "project"),
    ("name", "name"),
    ("bytes", "bytes"),
    ("state", "state"),
    ("due_at", "due-at"),
)


@click.group(cls=TextGroup)
def vault() -> None:
    pass


@vault.command(name="list")
@json_option
@pass_console
def list_(console: Console, as_json: bool) -> None:
    rows = [views.vault_item(item, console.codes) for item in console.assistant.vault.list()]
    if as_json:
        console.items(rows)
    else:
        console.table(COLUMNS, rows, msg("vault.none"))


@vault.command(name="open")
@click.argument("id")
@click.option("--to", type=click.Path(path_type=Path))
@click.option("--wait", is_flag=True)
@json_option
@pass_console
def open_(console: Console, id: str, to: Path | None, wait: bool, as_json: bool) -> None:  # noqa: A002  # the contract's word
    copy_id, path = console.assistant.vault.open(id, to)
    if as_json:
        console.document({"id": copy_id, "path": str(path)})
    else:
        console.say(msg("vault.opened", path=str(path)))
    if wait:
        console.assistant.vault.wait(copy_id)


@vault.command()
@click.argument("id", required=False)
@click.option("--all", "everything", is_flag=True)
@json_option
@pass_console
def seal(console: Console, id: str | None, everything: bool, as_json: bool) -> None:  # noqa: A002  # the contract's word
    if (id is None) != everything:
        raise InputError(msg("vault.id-or-all"))
    actions = console.assistant.vault
    results = actions.seal_all() if id is None else (actions.seal(id),)
    held = [result for result in results if result.held_by]
    if as_json:
        console.items(
            {"id": r.copy.id, "state": "checked-out" if r.held_by else "sealed", "held_by": list(r.held_by)}
            for r in results
        )
    else:
        console.say(msg("vault.resealed", n=len(results) - len(held)))
    for result in held:
        console.warn(msg("vault.held", name=result.copy.name, by=", ".join(result.held_by)))


@vault.command()
@json_option
@pass_console
def check(console: Console, as_json: bool) -> None:
    result = console.assistant.vault.check()
    console.needs_attention(bool(result.problems))
    if as_json:
        items = [{"id": id_, "state": state, "problem": problem} for id_, state, problem in result.problems]
        console.document({"checked": result.checked, "failed": len(items), "items": items})
        return
    console.say(msg("vault.checked", n=result.checked, failed=len(result.problems)))
    for id_, state, problem in result.problems:
        console.tell(f"{id_[:8]}  {word(state, console.texts)}  {word(problem, console.texts)}")


@vault.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--identity", required=True, type=click.Path(path_type=Path))
@click.option("--to", type=click.Path(path_type=Path))
@json_option
@pass_console
def recover(console: Console, file: Path, identity: Path, to: Path | None, as_json: bool) -> None:
    from app.actions.vault import recover_file

    target = to or file.with_suffix("" if file.suffix == ".age" else ".recovered")
    recover_file(file, identity, target)
    if as_json:
        console.document({"path": str(target)})
    else:
        console.say(msg("vault.recovered", path=str(target)))
