"""The mail to the client: ready to send, in its language, without a value of the data."""

from __future__ import annotations

import email
from email import policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from app.domain.client import Contact
from tests.actions.conftest import MakeLaptop
from tests.actions.laptop import CLIENT, DOMAIN, OWN_MAIL, Laptop

MAIL = f"eva@{DOMAIN}"


def asked(laptop: Laptop, *names: str, **judgement: object) -> EmailMessage:
    findings = [laptop.finding(laptop.file(name), **judgement) for name in names]
    (draft,) = {item.draft for item in laptop.app.findings.ask([f.id for f in findings], MAIL)}
    assert draft is not None
    message = email.message_from_bytes(Path(draft).read_bytes(), policy=policy.default)
    assert isinstance(message, EmailMessage)
    assert message.defects == []
    return message


@pytest.fixture
def ready(laptop: Laptop) -> Laptop:
    laptop.client()
    laptop.project()
    return laptop


def test_the_draft_is_a_mail_that_opens_unsent(ready: Laptop) -> None:
    message = asked(ready, "salarissen Jansen.xlsx", kinds={"bsn": 214, "iban": 1})
    assert (message["To"], message["From"], message["X-Unsent"]) == (MAIL, OWN_MAIL, "1")
    assert CLIENT in message["Subject"]
    assert message["Date"].datetime == ready.now


def test_it_tells_kinds_where_until_when_and_who_and_no_value_nor_name(ready: Laptop) -> None:
    """VR-P3, VT-B2"""
    body = asked(ready, "salarissen Jansen.xlsx", kinds={"bsn": 214, "iban": 1}).get_content()
    for part in ("214", "BSN", "IBAN", "kluis", "versleuteld", "ma 30 nov 2026", "Robin de Adviseur", "waarvoor"):
        assert part in body, part
    assert "Jansen" not in body
    assert "verklaring" not in body  # none is given for what was never agreed


def test_one_mail_asks_for_several_files(ready: Laptop) -> None:
    body = asked(ready, "a.xlsx", "b.xlsx", "c.xlsx", kinds={"bsn": 2}).get_content()
    assert "3 bestanden" in body
    assert "6 " in body


def test_without_kinds_it_speaks_of_confidential_data(ready: Laptop) -> None:
    body = asked(ready, "plan.docx", kinds={}).get_content()
    assert "vertrouwelijke" in body


def test_in_english_it_is_english(make_laptop: MakeLaptop) -> None:
    laptop = make_laptop(language="en")
    laptop.client()
    laptop.project()
    body = asked(laptop, "a.xlsx", kinds={"bsn": 214}).get_content()
    assert "vault" in body
    assert "kluis" not in body


def test_whatever_the_client_is_called_it_stays_one_mail(make_laptop: MakeLaptop) -> None:
    laptop = make_laptop(account={"own.name": "Zoë\r\nBcc: x@anders.example", "own.mail": "zoë@bureau.example"})
    laptop.client("Gemeente “Één & Twee” " + "x" * 300 + " 🏛")
    laptop.project(client=laptop.app.clients.list()[0].name)
    finding = laptop.finding(client=laptop.app.clients.list()[0].name)
    (item,) = laptop.app.findings.ask([finding.id], MAIL)
    assert item.draft is not None
    message = email.message_from_bytes(Path(item.draft).read_bytes(), policy=policy.default)
    assert message["Bcc"] is None
    assert "🏛" in message["Subject"]


def test_the_client_of_the_file_is_chosen_where_two_share_a_contact(laptop: Laptop) -> None:
    shared = Contact(name="Eva Smit", mail=MAIL)
    laptop.client("Regiobureau", domains=("regio.example",), contacts=(shared,))
    laptop.client()
    laptop.project()
    assert CLIENT in asked(laptop, "a.xlsx")["Subject"]
