"""Mails, mailboxes, appointments and address cards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from email import policy
from email.message import EmailMessage
from email.utils import format_datetime
from random import Random

TYPES = {
    "xlsx": ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "pdf": ("application", "pdf"),
    "csv": ("text", "csv"),
    "zip": ("application", "zip"),
    "png": ("image", "png"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """`sender` and `to` as `Name <address>`. `attachments`: name and bytes; a name on `.eml` is a forwarded mail."""

    sender: str
    to: tuple[str, ...]
    subject: str
    body: str
    sent: datetime
    html: bool = False
    cc: tuple[str, ...] = ()
    attachments: tuple[tuple[str, bytes], ...] = ()
    encoding: str = "quoted-printable"


def message(mail: Mail, rng: Random) -> EmailMessage:
    made = EmailMessage(policy=policy.SMTP)
    made["Date"] = format_datetime(mail.sent)
    made["From"] = mail.sender
    made["To"] = ", ".join(mail.to)
    if mail.cc:
        made["Cc"] = ", ".join(mail.cc)
    made["Subject"] = mail.subject
    domain = mail.sender.rsplit("@", 1)[1].strip(">")
    made["Message-ID"] = f"<{rng.getrandbits(64):x}.{rng.randrange(10**6)}@mail.{domain}>"
    if mail.html:
        paragraphs = "".join(f"<p>{part}</p>" for part in mail.body.split("\n\n"))
        made.set_content(f"<html><body>{paragraphs}</body></html>", subtype="html", cte=mail.encoding)
    else:
        made.set_content(mail.body, cte=mail.encoding)
    for name, data in mail.attachments:
        _attach(made, name, data)
    for i, part in enumerate(made.walk()):
        if part.is_multipart() and part.get_content_type() != "message/rfc822":
            part.set_boundary(f"----=_Deel_{i:03d}_{rng.getrandbits(48):012x}")
    return made


def _attach(made: EmailMessage, name: str, data: bytes) -> None:
    if name.endswith(".eml"):
        from email import message_from_bytes

        inner = message_from_bytes(data, policy=policy.SMTP)
        made.add_attachment(inner, filename=name)
        return
    maintype, subtype = TYPES.get(name.rsplit(".", 1)[-1].lower(), ("application", "octet-stream"))
    made.add_attachment(data, maintype=maintype, subtype=subtype, filename=name)


def eml(mail: Mail, rng: Random) -> bytes:
    return message(mail, rng).as_bytes()


def mbox(mails: Sequence[Mail], rng: Random) -> bytes:
    out = []
    for mail in mails:
        address = mail.sender.rsplit("<", 1)[-1].strip(">")
        body = eml(mail, rng).replace(b"\r\n", b"\n").replace(b"\nFrom ", b"\n>From ")
        out.append(f"From {address} {mail.sent:%a %b %d %H:%M:%S %Y}\n".encode() + body + b"\n")
    return b"".join(out)


def _fold(line: str) -> str:
    """RFC 5545: at most 75 octets a line, the rest behind a space."""
    out, current = [], ""
    for c in line:
        if len((current + c).encode()) > 74:
            out.append(current)
            current = " "
        current += c
    return "\r\n".join([*out, current])


def ics(events: Sequence[tuple[str, str, datetime, str, Sequence[tuple[str, str]]]]) -> bytes:
    """Events as summary, description, start, organiser's address, attendees (name, address)."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Agenda//NL"]
    for i, (summary, text, start, organiser, attendees) in enumerate(events):
        lines += ["BEGIN:VEVENT", f"UID:{start:%Y%m%dT%H%M}{i:04d}@agenda", f"DTSTAMP:{start:%Y%m%dT%H%M%SZ}"]
        lines += [f"DTSTART:{start:%Y%m%dT%H%M%SZ}", f"DTEND:{start + timedelta(hours=1):%Y%m%dT%H%M%SZ}"]
        lines += [f"ORGANIZER:mailto:{organiser}"]
        lines += [f'ATTENDEE;CN="{name}";PARTSTAT=ACCEPTED:mailto:{address}' for name, address in attendees]
        escaped = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
        lines += [f"SUMMARY:{summary}", f"DESCRIPTION:{escaped}", "END:VEVENT"]
    return "\r\n".join(_fold(line) for line in [*lines, "END:VCALENDAR", ""]).encode()


def vcf(cards: Sequence[Sequence[tuple[str, str]]]) -> bytes:
    """Cards as lines of property and value."""
    lines = []
    for card in cards:
        lines += ["BEGIN:VCARD", "VERSION:3.0", *(f"{name}:{value}" for name, value in card), "END:VCARD"]
    return "\r\n".join([*lines, ""]).encode()
