"""Declarations by the command line: the mail to the client, and its word that it received one."""

from __future__ import annotations

import email
import hashlib
from email import policy
from pathlib import Path

import pytest

from tests.cli import contract
from tests.cli.contract import lacking
from tests.cli.here import Here
from tests.cli.story import mail_of_the_client, set_up


@pytest.fixture
def declared(here: Here) -> str:
    """The id of a declaration of one deleted copy."""
    agreement = set_up(here, here.folder)
    path = here.folder / "salarissen.xlsx"
    path.write_bytes(b"verzonnen " * 400)
    copy = here.done("copy", "add", path, "--agreement", agreement)["id"]
    here.done("copy", "delete", copy, "--reason", "klaar")
    (item,) = here.done("certificate", "list")["items"]
    assert item["receipt"] is None
    return str(item["id"])


def test_the_mail_to_the_client_is_a_draft_with_the_declaration(here: Here, declared: str):
    answer = here.done("certificate", "draft", declared[:6])
    assert answer["id"] == declared
    mail = email.message_from_bytes(Path(answer["draft"]).read_bytes(), policy=policy.default)
    assert (mail["X-Unsent"], mail["To"]) == ("1", "e.mulder@voorbeeldstad.example")
    (pdf,) = [part for part in mail.walk() if part.get_content_type() == "application/pdf"]
    target = here.folder / "bijlage.pdf"
    content = pdf.get_payload(decode=True)
    assert isinstance(content, bytes)
    target.write_bytes(content)
    assert here.done("certificate", "verify", target)["valid"]


def test_the_clients_receipt_is_listed_with_the_declaration(here: Here, declared: str):
    answer = mail_of_the_client(here.folder / "ontvangen.eml")
    filed = here.done("certificate", "receipt", declared[:6], answer)
    assert lacking(filed, contract.CERTIFICATE) == set()
    (item,) = here.done("certificate", "list")["items"]
    assert filed == {"schema": 1, **item}
    content = answer.read_bytes()
    receipt = item["receipt"]
    assert (receipt["name"], receipt["bytes"]) == ("ontvangen.eml", len(content))
    assert receipt["sha256"] == hashlib.sha256(content).hexdigest()
    (entry,) = here.done("journal", "list", "--event", "certificate.receipt")["items"]
    assert (entry["subject"], entry["data"]["evidence"]) == (declared, receipt["sha256"])


def test_what_is_wrong_is_one_sentence(here: Here, declared: str):
    empty = here.folder / "leeg.eml"
    empty.write_bytes(b"")
    for words in (
        ("certificate", "draft", "onbekend"),
        ("certificate", "receipt", "onbekend", empty),
        ("certificate", "receipt", declared, empty),
        ("certificate", "receipt", declared, here.folder / "weg.eml"),
    ):
        answer = here.run(*words)
        assert (answer.code, answer.out) == (2, ""), words
        assert len(answer.err.strip().splitlines()) == 1, answer.err
