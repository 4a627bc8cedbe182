"""`finding`: what was found, and the seven ways to resolve it."""

from __future__ import annotations

from collections.abc import Sequence

import click

from app.actions.finding_records import Resolved
from app.actions.findings import FindingActions
from app.cli import views
from app.cli.cells import visible, word
from app.cli.console import Console, json_option, pass_console
from app.cli.texts import TextGroup
from app.domain.errors import InputError
from app.domain.explaining import papers_in
from app.domain.finding import Finding, ReasonType
from app.domain.messages import msg
from app.domain.papers import paper_text

COLUMNS = (
    ("id", "id"),
    ("group", "group"),
    ("path", "path"),
    ("client", "client"),
    ("kinds", "kinds"),
    ("state", "state"),
    ("decide_by", "decide-by"),
)
DETAILS = (
    ("id", "id"),
    ("group", "group"),
    ("path", "path"),
    ("verdict", "verdict"),
    ("client", "client"),
    ("project", "project"),
    ("kinds", "kinds"),
    ("special", "special"),
    ("state", "state"),
    ("found_at", "found-at"),
    ("decide_by", "decide-by"),
    ("draft", "draft"),
)


@click.group(cls=TextGroup)
def finding() -> None:
    pass


def _rows(console: Console, findings: Sequence[Finding]) -> list[views.Document]:
    return [views.finding(item, console.clients, console.codes) for item in findings]


@finding.command(name="list")
@click.option("--open", "only_open", is_flag=True)
@json_option
@pass_console
def list_(console: Console, only_open: bool, as_json: bool) -> None:
    rows = _rows(console, console.assistant.findings.list(only_open=only_open))
    if as_json:
        console.items(rows)
    else:
        console.table(COLUMNS, rows, msg("finding.none"))


@finding.command()
@click.argument("id")
@json_option
@pass_console
def show(console: Console, id: str, as_json: bool) -> None:  # noqa: A002  # the contract's word
    found = console.assistant.findings.show(id)
    row = _rows(console, [found])[0]
    if as_json:
        console.document(row)
        return
    console.details(DETAILS, row)
    for paper in papers_in(found.reasons):
        what = console.texts.render(paper_text(paper))
        console.tell(f"  {word(ReasonType.CONTENT.value, console.texts)}: {visible(what)}")
    for reason in (r for r in row["reasons"] if r["type"] != ReasonType.CONTENT.value):  # the kinds say the rest
        console.tell(f"  {word(reason['type'], console.texts)}: {visible(reason['detail'])}")


@finding.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--seal")
@click.option("--keep")
@click.option("--ask")
@click.option("--returned", is_flag=True)
@click.option("--delete", is_flag=True)
@click.option("--documentation")
@click.option("--not-client-data")
@json_option
@pass_console
def resolve(console: Console, /, ids: tuple[str, ...], as_json: bool, **ways: str | bool | None) -> None:
    chosen = {name: value for name, value in ways.items() if value}
    if len(chosen) != 1:
        raise InputError(msg("finding.one-way"))
    ((way, value),) = chosen.items()
    resolved = _act(console.assistant.findings, ids, way, value)
    if as_json:
        console.items(_resolved_row(console, item) for item in resolved)
        return
    console.say(msg("finding.resolved", n=len(resolved)))
    for draft in dict.fromkeys(item.draft for item in resolved if item.draft):
        console.say(msg("finding.draft", path=draft))


def _act(findings: FindingActions, ids: tuple[str, ...], way: str, value: str | bool | None) -> tuple[Resolved, ...]:
    text = str(value)
    match way:
        case "seal":
            return findings.seal(ids, text)
        case "keep":
            return findings.keep(ids, text)
        case "ask":
            return findings.ask(ids, text)
        case "documentation":
            return findings.documentation(ids, text)
        case "not_client_data":
            return findings.not_client_data(ids, text)
        case "returned":
            return findings.returned(ids)
        case _:
            return findings.delete(ids)


def _resolved_row(console: Console, item: Resolved) -> views.Document:
    row = views.finding(item.finding, console.clients, console.codes)
    return {**row, "copy": item.copy_id, "draft": item.draft or row["draft"]}


@finding.command()
@click.argument("id")
@json_option
@pass_console
def forget(console: Console, id: str, as_json: bool) -> None:  # noqa: A002  # the contract's word
    row = _rows(console, [console.assistant.findings.forget(id)])[0]
    if as_json:
        console.document(row)
    else:
        console.details(DETAILS, row)
