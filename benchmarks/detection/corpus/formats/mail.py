"""Mail: messages with attachments, messages in messages, mailboxes."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP

MIME = {
    "pdf": ("application", "pdf"),
    "xlsx": ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "zip": ("application", "zip"),
    "csv": ("text", "csv"),
}


def message(
    *,
    sender: str,
    to: str,
    subject: str,
    body: str,
    date: str,
    attachments: Sequence[tuple[str, bytes]] = (),
    html: str = "",
) -> EmailMessage:
    """`date` as in the header. An attachment whose name ends in `.eml` is attached as a message."""
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"], mail["Subject"], mail["Date"] = sender, to, subject, date
    mark = hashlib.sha256(f"{sender}{to}{subject}{body}".encode()).hexdigest()
    mail["Message-ID"] = f"<{mark[:24]}@{sender.rpartition('@')[2].rstrip('>')}>"
    mail.set_content(body)
    if html:
        mail.add_alternative(html, subtype="html")
    for name, content in attachments:
        kind, subkind = MIME.get(name.rpartition(".")[2].lower(), ("application", "octet-stream"))
        mail.add_attachment(content, maintype=kind, subtype=subkind, filename=name)
    return _steady(mail, mark)


def with_message(outer: EmailMessage, inner: EmailMessage) -> EmailMessage:
    """`outer` with `inner` attached as a message of its own."""
    outer.add_attachment(inner)
    return _steady(outer, hashlib.sha256(outer["Message-ID"].encode()).hexdigest())


def _steady(mail: EmailMessage, mark: str) -> EmailMessage:
    """Boundaries that do not change from run to run."""
    for number, part in enumerate(mail.walk()):
        if part.is_multipart() and part.get_content_maintype() == "multipart" and part.get_boundary() is None:
            part.set_boundary(f"=_{mark[24:48]}_{number}")
    return mail


def mbox_of(mails: Sequence[EmailMessage]) -> bytes:
    parts = []
    for mail in mails:
        lines = mail.as_bytes().replace(b"\r\n", b"\n").split(b"\n")
        quoted = b"\n".join(b">" + line if line.startswith(b"From ") else line for line in lines)
        parts.append(b"From MAILER Mon Mar  2 09:00:00 2026\n" + quoted.rstrip(b"\n") + b"\n\n")
    return b"".join(parts)
