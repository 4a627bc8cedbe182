"""The sender of a mail that proves something."""

from __future__ import annotations

import os
import random
from datetime import UTC, datetime

import pytest

from app.actions.evidence import MAX_EVIDENCE, MOST_HEADERS, EvidenceFacts, describe
from app.domain.agreement import Evidence
from app.domain.errors import InputError
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


class TestDescribing:
    """A dropped mail fills in who agreed and when; nothing is kept by looking."""

    def test_a_mail_says_who_sent_it_when_and_about_what(self, laptop: Laptop) -> None:
        content = (
            f"From: =?utf-8?q?E=C3=ABva?= Smit <Eva@{DOMAIN.upper()}>\r\nDate: Mon, 23 Nov 2026 10:15:30 +0100\r\n"
            "Subject: =?utf-8?b?QWtrb29yZCDigJMg\r\n c2FsYXJpc3Nlbg==?=\r\n\r\nFrom: nep@anders.example\r\n"
        ).encode()
        path = laptop.file("akkoord.EML", content)
        assert describe(path) == EvidenceFacts(
            name="akkoord.EML",
            bytes=len(content),
            is_mail=True,
            sender_name="Eëva Smit",
            sender_mail=f"eva@{DOMAIN}",
            date=datetime(2026, 11, 23, 9, 15, 30, tzinfo=UTC),
            subject="Akkoord – salarissen",
        )
        assert list((laptop.data_dir / "evidence").iterdir() if laptop.data_dir.exists() else []) == []

    @pytest.mark.parametrize(
        ("header", "name", "mail"),
        [
            (f"From: eva@{DOMAIN}", None, f"eva@{DOMAIN}"),
            (f'From: "jan@anders.example" <eva@{DOMAIN}>', "jan@anders.example", f"eva@{DOMAIN}"),
            (f"From: Eëva <eva@{DOMAIN}>", "Eëva", f"eva@{DOMAIN}"),
            (f"From: Eva\r\n  Smit\r\n <eva@{DOMAIN}>", "Eva Smit", f"eva@{DOMAIN}"),
            (f"from: Eva\u202e\x07 <eva@{DOMAIN}>", "Eva", f"eva@{DOMAIN}"),
            (f"From: =?x-nooit?q?Eva?= <eva@{DOMAIN}>", "=?x-nooit?q?Eva?=", f"eva@{DOMAIN}"),
            (f"From: Eva <eva@{DOMAIN}>\r\nFrom: Jan <jan@anders.example>", "Eva", f"eva@{DOMAIN}"),
            ("From: Eva <geen adres>", "Eva", None),
            ("From: Eva", None, None),
            ("Subject: geen afzender", None, None),
        ],
    )
    def test_a_sender_is_a_name_and_an_address_that_can_be(
        self, laptop: Laptop, header: str, name: str | None, mail: str | None
    ) -> None:
        found = describe(laptop.file("a.eml", f"{header}\r\nX-Other: 1\r\n\r\ntekst".encode()))
        assert found.is_mail
        assert (found.sender_name if mail or name else None, found.sender_mail) == (name, mail)

    @pytest.mark.parametrize(
        ("date", "expected"),
        [
            ("Mon, 23 Nov 2026 09:00:00 -0000", datetime(2026, 11, 23, 9, tzinfo=UTC)),
            ("23 Nov 2026 09:00:00 GMT", datetime(2026, 11, 23, 9, tzinfo=UTC)),
            ("gisteren", None),
            ("", None),
            (",,,", None),
            ("Mon, 99 Nov 2026 09:00:00 +0000", None),
            ("Fri, 31 Dec 9999 23:59:59 -1200", None),
            ("Mon, 23 Nov 2026 09:00:00 +9999", None),
            ("Mon, 23 Nov 20260000000000000 09:00:00 +0000", None),
        ],
    )
    def test_a_date_is_a_moment_or_nothing(self, laptop: Laptop, date: str, expected: datetime | None) -> None:
        found = describe(laptop.file("a.eml", f"From: eva@{DOMAIN}\r\nDate: {date}\r\n\r\n".encode()))
        assert found.date == expected

    def test_an_outlook_message_says_the_same(self, laptop: Laptop) -> None:
        headers = f"From: Eva Smit <eva@{DOMAIN}>\r\nDate: Mon, 23 Nov 2026 10:00:00 +0100\r\n\r\n"
        found = describe(laptop.file("akkoord.msg", outlook_message(headers=headers, subject="Akkoord")))
        assert (found.is_mail, found.sender_name, found.sender_mail) == (True, "Eva Smit", f"eva@{DOMAIN}")
        assert (found.date, found.subject) == (datetime(2026, 11, 23, 9, tzinfo=UTC), "Akkoord")
        inside = outlook_message(sender_address="/O=EXCHANGELABS/OU=X/CN=EVA", sender_smtp=f"eva@{DOMAIN}")
        assert describe(laptop.file("intern.msg", inside)).sender_mail == f"eva@{DOMAIN}"

    def test_what_is_no_mail_is_a_file_with_a_name_and_a_size(self, laptop: Laptop) -> None:
        for name, content in (
            ("brief.pdf", b"From: eva@voorbeeldstad.example\r\n\r\n"),
            ("geen.eml", b"PK\x03\x04 zomaar iets"),
            ("geen.eml", bytes(range(256)) * 40),
            ("leeg.eml", b"From:\r\nDate:\r\n\r\n"),
            ("stuk.msg", outlook_message(headers=f"From: eva@{DOMAIN}\r\n\r\n")[:700]),
            ("anders.msg", b"%PDF-1.7 geen mail"),
        ):
            assert describe(laptop.file(name, content)) == EvidenceFacts(name=name, bytes=len(content))

    @pytest.mark.parametrize(
        ("content", "expected"), [(b"", "evidence.empty"), (b" \r\n", "evidence.empty"), (None, "file.missing")]
    )
    def test_what_would_be_refused_as_evidence_is_refused(
        self, laptop: Laptop, content: bytes | None, expected: str
    ) -> None:
        path = laptop.root / "weg.eml" if content is None else laptop.file("a.eml", content)
        with pytest.raises(InputError) as refused:
            describe(path)
        assert refused.value.message.id == expected

    def test_a_folder_and_a_huge_file_are_refused(self, laptop: Laptop) -> None:
        large = laptop.file("groot.eml", b"x")
        os.truncate(large, MAX_EVIDENCE + 1)
        for path, expected in ((laptop.downloads, "file.no-file"), (large, "file.too-large")):
            with pytest.raises(InputError) as refused:
                describe(path)
            assert refused.value.message.id == expected

    def test_only_the_beginning_of_a_large_mail_is_read_as_headers(self, laptop: Laptop) -> None:
        content = b"X-Lang: " + b"a" * MOST_HEADERS + f"\r\nFrom: eva@{DOMAIN}\r\n\r\n".encode()
        assert not describe(laptop.file("a.eml", content)).is_mail

    def test_whatever_a_mail_holds_it_is_described(self, laptop: Laptop) -> None:
        rng = random.Random(11)
        headers = (
            f"From: =?utf-8?q?Eva?= <eva@{DOMAIN}>",
            "Date: Mon, 23 Nov 2026 10:00:00 +0100",
            "Subject: =?utf-8?b?QQ==?=",
        )
        sound = "\r\n".join((*headers, "", "x"))
        path = laptop.file("a.eml", "x")
        for _ in range(500):
            damaged = bytearray(sound.encode())
            for _ in range(rng.randint(1, 12)):
                damaged[rng.randrange(len(damaged))] = rng.randrange(256)
            path.write_bytes(bytes(damaged))
            found = describe(path)
            assert found.bytes == len(damaged)
            for text in (found.sender_name, found.subject):
                assert text is None or (text.isprintable() and len(text) <= 400)


def test_evidence_lies_sealed_and_says_what_it_is(laptop: Laptop) -> None:
    evidence = kept(laptop, "akkoord.eml", b"From: eva@voorbeeldstad.example\r\n\r\nAkkoord met salarisbestand")
    sealed = list((laptop.data_dir / "evidence").rglob("*.age"))
    assert len(sealed) == 1
    assert b"salarisbestand" not in sealed[0].read_bytes()
    assert laptop.app._vault.open_bytes(evidence.id, evidence.sha256).endswith(b"salarisbestand")
