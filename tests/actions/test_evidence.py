"""The sender of a mail that proves something."""

from __future__ import annotations

import random

import pytest

from app.domain.agreement import Evidence
from tests.actions.laptop import DOMAIN, Laptop
from tests.actions.outlook import outlook_message


def kept(laptop: Laptop, name: str, content: bytes) -> Evidence:
    from app.actions.evidence import keep_evidence

    return keep_evidence(laptop.app._vault, laptop.file(name, content))


@pytest.mark.parametrize(
    ("header", "domain"),
    [
        (f"From: Eva Smit <eva@{DOMAIN}>", DOMAIN),
        (f"From: eva@{DOMAIN.upper()}", DOMAIN),
        (f"From: =?utf-8?q?E=C3=ABva?= <eva@{DOMAIN}>", DOMAIN),
        (f'From: "jan@anders.example" <eva@{DOMAIN}>', DOMAIN),
        (f"From: Eva\r\n <eva@{DOMAIN}>", DOMAIN),
        ("From: Eva", None),
        ("From: \xff\xfe <\x00>", None),
        ("Subject: geen afzender", None),
    ],
)
def test_the_sender_of_a_mail_is_read_from_its_header(laptop: Laptop, header: str, domain: str | None) -> None:
    content = f"{header}\r\nTo: ik@adviesbureau.example\r\n\r\nFrom: nep@anders.example\r\n".encode("latin-1")
    assert kept(laptop, "akkoord.EML", content).sender_domain == domain


def test_the_sender_of_an_outlook_message_is_read(laptop: Laptop) -> None:
    by_header = outlook_message(headers=f"From: Eva Smit <eva@{DOMAIN}>\r\nSubject: Akkoord\r\n\r\n")
    inside = outlook_message(sender_address="/O=EXCHANGELABS/OU=X/CN=EVA", sender_smtp=f"eva@{DOMAIN}")
    assert kept(laptop, "akkoord.msg", by_header).sender_domain == DOMAIN
    assert kept(laptop, "intern.msg", inside).sender_domain == DOMAIN


def test_a_damaged_outlook_message_still_is_evidence_without_a_sender(laptop: Laptop) -> None:
    from app.actions.evidence import _outlook_sender

    sound = outlook_message(headers=f"From: Eva Smit <eva@{DOMAIN}>\r\n\r\n")
    assert kept(laptop, "stuk.msg", sound[:700]).sender_domain is None
    assert kept(laptop, "anders.msg", b"%PDF-1.7 geen mail").sender_domain is None
    rng = random.Random(7)
    for _ in range(300):
        damaged = bytearray(sound)
        for _ in range(rng.randint(1, 10)):
            damaged[rng.randrange(2600)] = rng.randrange(256)
        _outlook_sender(bytes(damaged))  # answers, whatever the answer is


def test_other_documents_have_no_sender(laptop: Laptop) -> None:
    assert kept(laptop, "brief.pdf", b"From: eva@voorbeeldstad.example\r\n\r\n").sender_domain is None


def test_evidence_lies_sealed_and_says_what_it_is(laptop: Laptop) -> None:
    evidence = kept(laptop, "akkoord.eml", b"From: eva@voorbeeldstad.example\r\n\r\nAkkoord met salarisbestand")
    sealed = list((laptop.data_dir / "evidence").rglob("*.age"))
    assert len(sealed) == 1
    assert b"salarisbestand" not in sealed[0].read_bytes()
    assert laptop.app._vault.open_bytes(evidence.id, evidence.sha256).endswith(b"salarisbestand")
