"""`sync`: documentation of projects, filed at the remote and brought back."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from app.cli.cells import visible
from app.cli.console import Console, json_option, pass_console
from app.cli.moments import stamp
from app.cli.texts import TextGroup
from app.domain.document import DocumentRow, DocumentState, Restored, SyncStatus, Why
from app.domain.errors import EnvironmentLacking
from app.domain.messages import msg

COLUMNS = (("id", "id"), ("project", "project"), ("state", "state"), ("path", "path"))
OFFERED = frozenset({Why.OFFERED, Why.REMOTE_ONLY})


@click.group(cls=TextGroup)
def sync() -> None:
    pass


@sync.command()
@json_option
@pass_console
def status(console: Console, as_json: bool) -> None:
    _show(console, console.assistant.documents.status(with_filed=as_json), as_json)


@sync.command()
@click.option("--yes", "agreed", is_flag=True)
@json_option
@pass_console
def once(console: Console, agreed: bool, as_json: bool) -> None:
    progress = _tell_progress if not as_json and sys.stderr.isatty() else None
    found = console.assistant.documents.once(progress, agreed=agreed, with_filed=as_json)
    _show(console, found, as_json)
    console.needs_attention(found.needs_a_person)
    if found.trouble is not None:
        console.code = EnvironmentLacking.exit_code
        if as_json:
            console.warn(found.trouble)


@sync.command()
@click.argument("id")
@click.argument("whose", type=click.Choice(["mine", "theirs", "both"]))
@json_option
@pass_console
def keep(console: Console, id: str, whose: str, as_json: bool) -> None:  # noqa: A002  # the contract's word
    documents = console.assistant.documents
    act = {"mine": documents.keep_mine, "theirs": documents.keep_theirs, "both": documents.keep_both}[whose]
    _show_row(console, act(id), as_json)


@sync.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--reason", required=True)
@json_option
@pass_console
def release(console: Console, ids: tuple[str, ...], reason: str, as_json: bool) -> None:
    rows = console.assistant.documents.release(ids, reason)
    if as_json:
        console.items(row_view(row, console) for row in rows)
    else:
        console.say(msg("sync.released", n=len(rows)))


@sync.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--reason", required=True)
@json_option
@pass_console
def leave(console: Console, ids: tuple[str, ...], reason: str, as_json: bool) -> None:
    count = console.assistant.documents.leave_out(ids, reason)
    if as_json:
        console.document({"left_out": count})
    else:
        console.say(msg("sync.left-out", n=count))


@sync.command()
@click.argument("code", required=False)
@pass_console
def agree(console: Console, code: str | None) -> None:
    console.assistant.documents.agree(code)
    console.say(msg("sync.agreed"))


@sync.command()
@click.argument("code")
@click.argument("dir", type=click.Path(path_type=Path))
@json_option
@pass_console
def restore(console: Console, code: str, dir: Path, as_json: bool) -> None:  # noqa: A002  # the contract's word
    _show_restored(console, console.assistant.documents.restore(code, dir), as_json)


@sync.command()
@click.argument("code")
@json_option
@pass_console
def drill(console: Console, code: str, as_json: bool) -> None:
    _show_restored(console, console.assistant.documents.drill(code), as_json)


# -- how --------------------------------------------------------------------------------------------------------------


def status_view(found: SyncStatus, console: Console) -> dict[str, Any]:
    """Contract: `sync status`."""
    return {
        "remote": found.remote,
        "last_success_at": stamp(found.last_success_at),
        "counts": {state.value: found.counts.get(state, 0) for state in DocumentState},
        "items": [row_view(row, console) for row in found.items],
        "trouble": None if found.trouble is None else console.texts.render(found.trouble),
        "trouble_since": stamp(found.trouble_since),
        "questions": [
            {
                "project": q.project,
                "changed": q.changed,
                "vanished": q.vanished,
                "filed": q.filed,
                "since": stamp(q.since),
            }
            for q in found.questions
        ],
        "drilled_at": stamp(found.drilled_at),
        "left_out": found.left_out,
    }


def row_view(row: DocumentRow, console: Console) -> dict[str, Any]:
    return {
        "id": row.id,
        "project": row.project,
        "path": row.path,
        "state": row.state.value,
        "reason": None if row.reason is None else console.texts.render(row.reason),
        "why": None if row.why is None else row.why.value,
        "at": stamp(row.at),
        "ways": sorted(way.value for way in row.ways),
        "by": row.by,
        "copy_path": row.copy_path,
    }


def _show(console: Console, found: SyncStatus, as_json: bool) -> None:
    if as_json:
        console.document(status_view(found, console))
        return
    counts = {state: found.counts.get(state, 0) for state in DocumentState}
    if not any(counts.values()) and not found.projects:
        console.say(msg("sync.no-folders"))
        return
    if found.trouble is not None:
        console.warn(found.trouble)
    for question in found.questions:
        console.warn(
            msg(
                "sync.question",
                project=question.project,
                changed=question.changed,
                vanished=question.vanished,
                filed=question.filed,
            )
        )
    shown = [row for row in found.items if row.needs_a_person or row.why in OFFERED]
    if shown:
        console.table(COLUMNS, [row_view(row, console) for row in shown], msg("sync.all-filed"))
        for row in shown:
            if row.reason is not None:
                console.tell(f"{row.id[:8]}  {visible(console.texts.render(row.reason))}")
    console.say(_summary(found, counts))


def _summary(found: SyncStatus, counts: dict[DocumentState, int]) -> Any:
    waiting = counts[DocumentState.QUEUED] + counts[DocumentState.CHECKING] + counts[DocumentState.UPLOADING]
    wanting = counts[DocumentState.HELD_BACK] + counts[DocumentState.CONFLICT] + counts[DocumentState.FAILED]
    if waiting or wanting:
        return msg("sync.summary", filed=counts[DocumentState.FILED], waiting=waiting, wanting=wanting)
    return msg("sync.all-filed-count", n=counts[DocumentState.FILED])


def _show_row(console: Console, row: DocumentRow, as_json: bool) -> None:
    if as_json:
        console.document(row_view(row, console))
    else:
        console.say(msg("sync.kept", path=row.path))


def _show_restored(console: Console, found: Restored, as_json: bool) -> None:
    if as_json:
        console.document(
            {
                "project": found.project,
                "path": found.target,
                "files": found.files,
                "bytes": found.size_bytes,
                "rewritten": found.rewritten,
                "not_verified": [
                    {"path": item.path, "reason": console.texts.render(item.reason)} for item in found.not_verified
                ],
            }
        )
    else:
        for item in found.not_verified:
            console.warn(msg("sync.not-verified", path=item.path, reason=item.reason))
        if found.target is None:
            console.say(msg("sync.drilled", n=found.files))
        else:
            console.say(msg("sync.restored", n=found.files, path=found.target))
    if not found.is_complete:
        console.code = EnvironmentLacking.exit_code


def _tell_progress(done: int, total: int) -> None:
    click.echo(f"\r{done} / {total}", nl=done == total, err=True)
