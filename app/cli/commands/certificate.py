"""`certificate`: declarations of destruction."""

from __future__ import annotations

from pathlib import Path

import click

from app.cli import views
from app.cli.console import Console, json_option, pass_console
from app.cli.texts import TextGroup
from app.domain.certificate import CertificateCheck
from app.domain.messages import Message, msg

COLUMNS = (
    ("id", "id"),
    ("project", "project"),
    ("issued_at", "issued-at"),
    ("copies", "copies"),
    ("methods", "method"),
    ("residuals", "residuals"),
)


@click.group(cls=TextGroup)
def certificate() -> None:
    pass


@certificate.command(name="list")
@json_option
@pass_console
def list_(console: Console, as_json: bool) -> None:
    rows = [views.certificate(item, console.codes) for item in console.assistant.certificates.list()]
    if as_json:
        console.items(rows)
    else:
        console.table(COLUMNS, rows, msg("certificate.none"))


@certificate.command()
@click.argument("id")
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@pass_console
def export(console: Console, id: str, file: Path, as_json: bool) -> None:  # noqa: A002  # the contract's word
    issued = console.assistant.certificates.export(id, file)
    if as_json:
        console.document({"id": issued.id, "path": str(file)})
    else:
        console.say(msg("report.written", path=str(file)))


@certificate.command()
@click.argument("id")
@json_option
@pass_console
def draft(console: Console, id: str, as_json: bool) -> None:  # noqa: A002  # the contract's word
    certificates = console.assistant.certificates
    issued = certificates.show(id)
    path = certificates.draft(issued.id)
    if as_json:
        console.document({"id": issued.id, "draft": str(path)})
    else:
        console.say(msg("certificate.drafted", path=str(path)))


@certificate.command()
@click.argument("id")
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@pass_console
def receipt(console: Console, id: str, file: Path, as_json: bool) -> None:  # noqa: A002  # the contract's word
    issued = console.assistant.certificates.file_receipt(id, file)
    if as_json:
        console.document(views.certificate(issued, console.codes))
    else:
        console.say(msg("certificate.receipt-filed"))


@certificate.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--key")
@json_option
@pass_console
def verify(console: Console, file: Path, key: str | None, as_json: bool) -> None:
    result = console.assistant.certificates.verify(file, key)
    console.needs_attention(not result.valid)
    if as_json:
        console.document(
            {
                "valid": result.valid,
                "signature": result.signature,
                "signer": result.signer,
                "fingerprint": result.fingerprint,
                "problem": _problem(result),
            }
        )
        return
    console.say(msg("certificate.is-valid") if result.valid else msg("certificate.is-invalid"))
    if result.problem is not None:
        console.say(Message(result.problem))


def _problem(result: CertificateCheck) -> str | None:
    """What is wrong, in a word; that nobody knows the signer is said by `signer` and makes nothing invalid."""
    if result.valid or result.problem is None:
        return None
    return result.problem.removeprefix("certificate.problem-")
