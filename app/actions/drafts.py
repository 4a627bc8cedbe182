"""Mails that are ready to be sent by the person: drafts (.eml) that open unsent in Outlook and Thunderbird."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from email import policy
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

from app.actions.settings import SettingsActions
from app.domain.card_body import line, paragraph
from app.domain.causes import cause_of
from app.domain.errors import EnvironmentLacking, InputError
from app.domain.messages import Message, msg
from app.domain.ports import Texts
from app.system.files import write_atomically


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """`kind`: a media type such as application/pdf."""

    name: str
    kind: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What is written to `to`; the sender is the person themselves."""

    to: str
    subject: Message
    body: Message
    at: datetime
    attachment: Attachment | None = None


class Drafts:
    """`folder`: where they are kept unless told otherwise; `texts`: the language of what is written."""

    def __init__(self, settings: SettingsActions, texts: Texts, folder: Path) -> None:
        self._settings = settings
        self._texts = texts
        self._folder = folder

    @property
    def texts(self) -> Texts:
        return self._texts

    def write(self, draft: Draft, name: str, folder: Path | None = None) -> Path:
        """Write `<name>.eml`. Raises InputError for a folder that is not there, EnvironmentLacking when it is not writable."""
        if folder is not None and not folder.is_dir():
            raise InputError(msg("folder.missing", path=str(folder)))
        path = (folder or self._folder) / f"{name}.eml"
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_atomically(path, bytes(self._mail(draft)))
        except OSError as error:
            raise EnvironmentLacking(msg("file.unwritable", path=str(path), why=cause_of(error))) from error
        return path

    def _mail(self, draft: Draft) -> EmailMessage:
        own = self._settings.own()
        mail = EmailMessage(policy=policy.SMTP)
        mail["Subject"] = line(self._texts.render(draft.subject))
        mail["To"] = draft.to
        if own.mail:
            mail["From"] = line(own.mail)
        mail["Date"] = format_datetime(draft.at)
        mail["X-Unsent"] = "1"
        mail.set_content(paragraph(self._texts.render(draft.body)))
        if draft.attachment is not None:
            main, _, sub = draft.attachment.kind.partition("/")
            content, name = draft.attachment.content, draft.attachment.name
            mail.add_attachment(content, maintype=main, subtype=sub, filename=name)
        return mail
