"""`project`: projects, members, closing and reopening."""

from __future__ import annotations

from pathlib import Path

import click

from app.actions.projects import Closing, ProjectView
from app.cli import keeping_views, views
from app.cli.console import Console, json_option, pass_console
from app.cli.texts import TextGroup
from app.domain.errors import InputError
from app.domain.messages import msg
from app.domain.project_declaration import is_complete

COLUMNS = (
    ("code", "code"),
    ("client", "client"),
    ("status", "status"),
    ("closed_at", "closed-at"),
    ("open_findings", "open-findings"),
    ("copies", "copies"),
    ("overdue", "overdue"),
)
DETAILS = (
    ("code", "code"),
    ("client", "client"),
    ("principal", "principal"),
    ("goals", "goals"),
    ("members", "members"),
    ("documents", "documents"),
    ("status", "status"),
    ("closed_at", "closed-at"),
    ("retention_until", "retention-until"),
    ("open_findings", "open-findings"),
    ("copies", "copies"),
    ("overdue", "overdue"),
)

RETENTION = (
    ("project", "project"),
    ("client", "client"),
    ("state", "state"),
    ("retention_until", "retention-until"),
    ("keep_until", "keep-until"),
    ("client_asked", "client-asked"),
)
RETENTION_DETAILS = (*RETENTION, ("closed_at", "closed-at"), ("review_since", "review-since"), ("reason", "reason"))
LAPTOPS = (("device", "device"), ("person", "person"), ("state", "state"), ("at", "at"))


@click.group(cls=TextGroup)
def project() -> None:
    pass


def _show(console: Console, view: ProjectView, as_json: bool) -> None:
    if as_json:
        console.document(views.project(view))
        return
    document = views.project(view)
    console.details(DETAILS, {**document, "members": [member["mail"] for member in document["members"]]})


@project.command()
@click.argument("code")
@click.option("--client", "client_name", required=True)
@click.option("--goal", "goals", multiple=True)
@click.option("--documents", multiple=True, type=click.Path(path_type=Path))
@click.option("--member", "members", multiple=True)
@click.option("--principal")
@json_option
@pass_console
def add(
    console: Console,
    code: str,
    client_name: str,
    goals: tuple[str, ...],
    documents: tuple[Path, ...],
    members: tuple[str, ...],
    principal: str | None,
    as_json: bool,
) -> None:
    view = console.assistant.projects.add(
        code, client_name, goals=goals, documents=documents, members=members, principal=principal
    )
    _show(console, view, as_json)


@project.command(name="list")
@json_option
@pass_console
def list_(console: Console, as_json: bool) -> None:
    rows = [views.project(view) for view in console.assistant.projects.list()]
    if as_json:
        console.items(rows)
    else:
        console.table(COLUMNS, rows, msg("project.none"))


@project.command()
@click.argument("code")
@json_option
@pass_console
def show(console: Console, code: str, as_json: bool) -> None:
    _show(console, console.assistant.projects.show(code), as_json)


@project.command()
@click.argument("code")
@click.option("--goal", "goals", multiple=True)
@click.option("--documents", multiple=True, type=click.Path(path_type=Path))
@click.option("--principal")
@click.option("--code", "new_code")
@json_option
@pass_console
def change(
    console: Console,
    code: str,
    goals: tuple[str, ...],
    documents: tuple[Path, ...],
    principal: str | None,
    new_code: str | None,
    as_json: bool,
) -> None:
    view = console.assistant.projects.change(
        code, goals=goals, documents=documents, principal=principal, new_code=new_code
    )
    _show(console, view, as_json)


@project.group(cls=TextGroup)
def member() -> None:
    pass


@member.command(name="add")
@click.argument("code")
@click.argument("mailbox")
@click.option("--until")
@json_option
@pass_console
def member_add(console: Console, code: str, mailbox: str, until: str | None, as_json: bool) -> None:
    _show(console, console.assistant.projects.add_member(code, mailbox, console.when(until)), as_json)


@member.command(name="remove")
@click.argument("code")
@click.argument("mailbox")
@click.option("--until")
@json_option
@pass_console
def member_remove(console: Console, code: str, mailbox: str, until: str | None, as_json: bool) -> None:
    _show(console, console.assistant.projects.remove_member(code, mailbox, console.when(until)), as_json)


@project.command()
@click.argument("code")
@click.option("--at")
@click.option("--dry-run", is_flag=True)
@json_option
@pass_console
def close(console: Console, code: str, at: str | None, dry_run: bool, as_json: bool) -> None:
    plan = console.assistant.projects.close(code, console.when(at), dry_run=dry_run)
    if as_json:
        console.document(views.closing(plan))
    else:
        _tell_closing(console, code, plan)


def _tell_closing(console: Console, code: str, plan: Closing) -> None:
    if plan.dry_run:
        console.say(msg("project.would-close", code=code, n=len(plan.items)))
    else:
        console.say(msg("project.closed", code=code, n=len(plan.items)))
    columns = (("copy", "copy"), ("name", "name"), ("location", "location"), ("due_at", "due-at"), ("action", "action"))
    console.table(columns, views.closing(plan)["items"], msg("project.closes-empty"))
    elsewhere = [item for item in plan.items if item.action == "attest"]
    if elsewhere:
        console.say(msg("project.closing-attest", n=len(elsewhere)))


@project.command()
@click.argument("code")
@click.option("--reason", required=True)
@json_option
@pass_console
def reopen(console: Console, code: str, reason: str, as_json: bool) -> None:
    _show(console, console.assistant.projects.reopen(code, reason), as_json)


@project.command(name="client-request")
@click.argument("code")
@click.option("--evidence", required=True, type=click.Path(path_type=Path))
@json_option
@pass_console
def client_request(console: Console, code: str, evidence: Path, as_json: bool) -> None:
    _show(console, console.assistant.projects.client_request(code, evidence), as_json)


@project.command()
@click.argument("code", required=False)
@click.option("--keep-until")
@click.option("--reason")
@click.option("--release", is_flag=True)
@json_option
@pass_console
def retention(
    console: Console, code: str | None, keep_until: str | None, reason: str | None, release: bool, as_json: bool
) -> None:
    actions = console.assistant.retention
    if code is None:
        rows = [keeping_views.retention(row) for row in actions.rows()]
        if as_json:
            console.items(rows)
        else:
            console.table(RETENTION, rows, msg("retention.none"))
        return
    if (release and keep_until is not None) or (reason is not None and keep_until is None):
        raise InputError(msg("retention.keep-or-release"))
    if keep_until is not None:
        row = actions.keep(code, console.at(keep_until), reason or "")
    else:
        row = actions.release(code) if release else actions.show(code)
    if as_json:
        console.document(keeping_views.retention(row))
    else:
        console.details(RETENTION_DETAILS, keeping_views.retention(row))


@project.command(name="delete-records")
@click.argument("code")
@click.option("--filed", is_flag=True)
@click.option("--confirm", is_flag=True)
@json_option
@pass_console
def delete_records(console: Console, code: str, filed: bool, confirm: bool, as_json: bool) -> None:
    done = console.assistant.retention.delete_records(code, confirmed=confirm, with_filed=filed)
    if as_json:
        console.document(keeping_views.records_deletion(done))
        return
    if done.removal is not None:
        removed = sum(n for answer, n in done.removal.answers.items() if answer.value in ("gone", "in-recycle-bin"))
        console.say(msg("retention.removed-there", n=removed))
        held = sum(n for answer, n in done.removal.answers.items() if answer.value in ("on-hold", "is-record"))
        if held:
            console.say(msg("retention.held-there", n=held))
        if done.removal.failed:
            console.say(msg("retention.failed-there", n=done.removal.failed))
            return
    if done.dry_run:
        console.say(msg("retention.would-delete", code=done.row.code, n=done.evidence))
    else:
        console.say(msg("retention.deleted", code=done.row.code, n=done.evidence))
    if done.filed_at is not None:
        console.say(msg("retention.filed-stays", where=done.filed_at))


@project.command()
@click.argument("code")
@json_option
@pass_console
def declare(console: Console, code: str, as_json: bool) -> None:
    issued = console.assistant.declaring.declare(code)
    if as_json:
        laptops = list(issued.document["laptops"])
        console.document({**views.certificate(issued, console.codes), "laptops": laptops})
        return
    number = str(issued.document["number"])
    if issued.complete:
        console.say(msg("project.declared", code=code, number=number))
    else:
        silent = sum(laptop["state"] != "reported" for laptop in issued.document["laptops"])
        console.say(msg("project.declared-incomplete", code=code, number=number, n=silent))


@project.command()
@click.argument("code")
@json_option
@pass_console
def laptops(console: Console, code: str, as_json: bool) -> None:
    reports = console.assistant.declaring.laptops(code)
    rows = [keeping_views.laptop(report) for report in reports]
    if as_json:
        console.document({"complete": is_complete(reports), "items": rows})
    else:
        console.table(LAPTOPS, rows, msg("retention.none"))
