"""Mail in every form that it is saved in: encodings of transport, names of attachments, mails in mails, archives."""

from __future__ import annotations

import base64
import quopri
from email.message import EmailMessage

import pytest

from app.detect.reading.limits import Limits
from tests import samples
from tests.detect.reading.observed import read

CSV = b"naam;plaats\nBos;Delft\nMol;Gouda\n"
ROWS = [["naam", "plaats"], ["Bos", "Delft"], ["Mol", "Gouda"]]
LOGO = b"\x89PNG\r\n\x1a\n" + bytes(300)


def mail(body: str = "De tekst van Zoë.\n") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Zoë Bos <zoe@klant.example>"
    message["To"] = 'robin@bureau.example, "Mol, K." <mol@elders.example>'
    message["Cc"] = "Groep: een@groep.example, twee@groep.example;"
    message["Subject"] = "Verslag van één dag"
    message["Message-ID"] = "<1@klant.example>"
    message.set_content(body)
    return message


def test_people_subject_and_text() -> None:
    seen = read(mail().as_bytes())
    assert seen.senders == ["zoe@klant.example"]
    assert {"robin@bureau.example", "mol@elders.example", "twee@groep.example"} <= set(seen.recipients)
    assert seen.titles == ["Verslag van één dag"]
    assert "De tekst van Zoë.\n" in seen.texts
    assert seen.why == set()


def attached(name_header: str, encoding: str, body: bytes) -> bytes:
    head = (
        "From: zoe@klant.example\nTo: a@b.example\nSubject: x\nMIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="grens"\n\ninleiding\n--grens\nContent-Type: text/plain\n\nhallo\n--grens\n'
        f"Content-Type: application/octet-stream\nContent-Disposition: attachment; {name_header}\n"
        f"Content-Transfer-Encoding: {encoding}\n\n"
    )
    return head.replace("\n", "\r\n").encode() + body + b"\r\n--grens--\r\nnaschrift\r\n"


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ('filename="namen.csv"', "namen.csv"),
        ("filename*=UTF-8''namen%20van%20Zo%C3%AB.csv", "namen van Zoë.csv"),
        ("filename*0*=UTF-8''namen%20; filename*1*=van%20Zo%C3%AB.csv", "namen van Zoë.csv"),
        ('filename="=?utf-8?Q?namen_van_Zo=C3=AB.csv?="', "namen van Zoë.csv"),
        ('filename="=?iso-8859-1?B?WW/rLmNzdg==?="', "Yoë.csv"),
    ],
)
def test_attachments_have_their_names(header: str, name: str) -> None:
    seen = read(attached(header, "8bit", CSV))
    assert name in seen.names
    assert seen.only_table == ROWS


def uuencoded(content: bytes) -> bytes:
    import binascii

    lines = b"".join(binascii.b2a_uu(content[at : at + 45]) for at in range(0, len(content), 45))
    return b"begin 644 namen.csv\n" + lines + b"`\nend\n"


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("7bit", CSV),
        ("8bit", CSV),
        ("binary", CSV),
        ("BASE64", base64.encodebytes(CSV)),
        ("base64", base64.encodebytes(CSV).replace(b"\n", b" \r\n").rstrip(b"= \r\n")),
        ("quoted-printable", quopri.encodestring(CSV)),
        ("x-uuencode", uuencoded(CSV)),
        ("iets-anders", CSV),
    ],
)
def test_every_encoding_of_transport_is_undone(encoding: str, body: bytes) -> None:
    assert read(attached("filename=a.csv", encoding, body)).only_table == ROWS


def test_an_attachment_of_old_stands_in_the_text() -> None:
    content = b"From: a@b.example\nTo: c@d.example\nSubject: x\n\nhallo\n" + uuencoded(CSV) + b"tot ziens\n"
    seen = read(content)
    assert seen.only_table == ROWS
    assert "namen.csv" in seen.names
    assert "tot ziens" in seen.whole


def test_mails_in_mails_count_with_their_people() -> None:
    inner, middle, outer = mail("Van Pietersen\n"), mail(), mail()
    del inner["From"]
    inner["From"] = "diep@binnen.example"
    middle.add_attachment(inner)
    outer.add_attachment(middle)
    seen = read(outer.as_bytes())
    assert "diep@binnen.example" in seen.senders
    assert "Van Pietersen" in [text.strip() for text in seen.texts]


def test_a_chain_of_mails_that_is_too_long_is_said() -> None:
    message = mail()
    for _ in range(8):
        outer = mail()
        outer.add_attachment(message)
        message = outer
    assert read(message.as_bytes()).why == {"limit"}


def test_text_and_page_are_both_read() -> None:
    message = mail()
    message.add_alternative("<p>De pagina <b>van</b> Zoë</p>", subtype="html", charset="iso-8859-1")
    assert "De pagina van Zoë" in read(message.as_bytes()).texts


@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
def test_an_archive_of_mails_is_read_mail_by_mail(line_end: bytes) -> None:
    one, two = mail("Eerste\n").as_bytes(), attached("filename=a.csv", "8bit", CSV)
    parts = [b"From zoe Mon Nov  2 10:00:00 2026\n" + content.replace(b"\r\n", b"\n") + b"\n" for content in (one, two)]
    seen = read(b"".join(parts).replace(b"\n", line_end))
    assert seen.only_table == ROWS
    assert len(seen.senders) == 2


def test_a_mail_of_apple_has_a_length_before_and_a_list_behind() -> None:
    content = mail("De tekst\n").as_bytes()
    seen = read(str(len(content)).encode() + b"   \n" + content + b"<?xml version='1.0'?><plist><dict/></plist>")
    assert seen.senders == ["zoe@klant.example"]
    assert "plist" not in seen.whole


def test_a_saved_page_is_read_and_its_pictures_are_part_of_it() -> None:
    page = "<html><body><p>" + "De tekst van Pietersen, lang genoeg om een pagina te zijn. " * 3 + "</p></body></html>"
    picture = base64.encodebytes(LOGO + bytes(200_000)).decode()
    content = (
        'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"; type="text/html"\n\n--b\nContent-Type: text/html\n'
        f"Content-Location: https://voorbeeld.example/\n\n{page}\n--b\nContent-Type: image/png\n"
        f"Content-Transfer-Encoding: base64\n\n{picture}\n--b--\n"
    )
    seen = read(content.encode())
    assert "Pietersen" in seen.whole
    assert seen.why == set()


def test_a_logo_in_the_text_is_no_picture_to_look_into_and_a_scan_is() -> None:
    message = mail()
    message.add_attachment(LOGO, "image", "png", disposition="inline", cid="<logo@1>")
    assert read(message.as_bytes()).why == set()
    message.add_attachment(LOGO, "image", "png", filename="paspoort.png")
    assert read(message.as_bytes()).why == {"picture"}


@pytest.mark.parametrize(
    "kind",
    [
        'multipart/encrypted; boundary="b"',
        "application/pkcs7-mime; smime-type=enveloped-data",
        "application/pgp-encrypted",
    ],
)
def test_a_locked_mail_is_said_to_be_locked(kind: str) -> None:
    content = f"From: zoe@klant.example\nTo: a@b.example\nSubject: x\nContent-Type: {kind}\n\n--b\n\nxx\n--b--\n"
    seen = read(content.encode())
    assert "encrypted" in seen.why
    assert seen.senders == ["zoe@klant.example"]


def der(tag: int, *values: bytes) -> bytes:
    body = b"".join(values)
    size = bytes([len(body)]) if len(body) < 128 else b"\x82" + len(body).to_bytes(2, "big")
    return bytes([tag]) + size + body


def signed_mail(content: bytes, *, is_open: bool) -> bytes:
    """SignedData with nothing but its content. Source: RFC 5652."""
    octets = b"\x24\x80" + der(4, content[:50]) + der(4, content[50:]) + b"\0\0" if is_open else der(4, content)
    data = bytes.fromhex("2a864886f70d0107")
    inside = der(0x30, der(6, data + b"\x01"), der(0xA0, octets))
    return der(0x30, der(6, data + b"\x02"), der(0xA0, der(0x30, der(2, b"\x01"), der(0x31), inside)))


@pytest.mark.parametrize("is_open", [False, True])
def test_a_signed_mail_is_read(is_open: bool) -> None:
    inside = mail("De tekst van Pietersen\n").as_bytes()
    seen = read(signed_mail(inside, is_open=is_open))
    assert "De tekst van Pietersen\n" in seen.texts
    assert seen.why == set()


def test_boundaries_that_begin_alike_are_told_apart() -> None:
    inner = "--b1\nContent-Type: text/plain\n\nbinnen\n--b1--\n"
    content = (
        "From: a@b.example\nTo: c@d.example\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
        f"Content-Type: multipart/alternative; boundary=b1\n\n{inner}--b\nContent-Type: text/plain\n\nbuiten\n--b--\n"
    )
    seen = read(content.encode())
    assert [text.strip() for text in seen.texts if "binnen" in text or "buiten" in text] == ["binnen", "buiten"]


@pytest.mark.parametrize(
    "content",
    [
        b"From: a@b.example\nTo: c@d.example\nSubject: x\nContent-Type: multipart/mixed; boundary=weg\n\nvan Pietersen\n",
        b"From: a@b.example\nTo: c@d.example\nSubject: x\nContent-Type: multipart/mixed\n\nde tekst van Pietersen\n",
        b"From: a@b.example\nTo: c@d.example\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nvan Pietersen",
        b"From: a@b.example\nTo: c@d.example\nSubject: x\nContent-Type: text/plain; charset=punycode\n\nvan Pietersen",
        b"From: a@b.example\nTo: c@d.example\nSubject: =?x-onbekend?B?AAA?=\nContent-Type: zin\n\nvan Pietersen",
    ],
)
def test_a_mail_that_breaks_the_rules_is_read_all_the_same(content: bytes) -> None:
    assert "Pietersen" in read(content).whole


def test_parts_within_parts_end_at_a_depth() -> None:
    start = b"From: a@b.example\nTo: c@d.example\nSubject: x\n"
    levels = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (level, level) for level in range(3_000)
    )
    assert read(start + levels + b"\ntekst\n").why == {"limit"}


def test_a_mail_of_an_archive_that_is_too_large_costs_only_itself() -> None:
    large = b"From x\nFrom: a@b.example\nSubject: groot\n\n" + b"regel tekst\n" * 60_000
    content = large + b"\nFrom y\nFrom: c@d.example\nSubject: klein\n\nde tekst van Pietersen\n"
    seen = read(content, limits=Limits(member_bytes=1_000_000))
    assert seen.why == {"limit"}
    assert "Pietersen" in seen.whole


def test_zip_in_a_mail_is_opened() -> None:
    content = samples.zip_of([("b.txt", b"van Pietersen")])
    assert "Pietersen" in read(attached("filename=b.zip", "base64", base64.encodebytes(content))).whole
