"""One document in the making: what its template writes, and how it is laid on the laptop."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from email.message import EmailMessage

from benchmarks.detection.corpus.blocks import Block, Extras, Properties, Sheet, Slide
from benchmarks.detection.corpus.cast import Cast
from benchmarks.detection.corpus.formats import mail as mails
from benchmarks.detection.corpus.formats.offered import (
    LETTER,
    PROSE,
    SHEETS,
    SLIDES,
    TABLES,
    WITH_LABEL,
    WITH_PROPERTIES,
    written_prose,
    written_sheets,
    written_slides,
)
from benchmarks.detection.corpus.layout import explained, moved, with_filler
from benchmarks.detection.corpus.pens import Pens, euros
from benchmarks.detection.corpus.people import Person
from benchmarks.detection.corpus.template import Paper, Ties

__all__ = ["LETTER", "PROSE", "SHEETS", "SLIDES", "TABLES", "Scene", "euros"]

LOOSE_FOLDERS = ("Downloads", "Downloads", "Bureaublad", "Documenten", "Documenten/Diversen", "Documenten/Werk", "Temp")
PRIVATE_FOLDERS = ("Documenten/Privé", "Documenten/Thuis", "Downloads", "Documenten/Administratie", "Bureaublad")


class Scene(Pens):
    """Pens, and ways to hand in the paper. `made_by_firm`: the properties name the firm, unless a client's tie is in them."""

    def __init__(
        self, cast: Cast, rng: random.Random, ties: Ties, *, hard: str | None = None, made_by_firm: bool = False
    ) -> None:
        super().__init__(cast, rng, ties)
        self.hard, self.made_by_firm = hard, made_by_firm
        self.origin_url: str | None = None
        self.referrer_url: str | None = None

    def prose(
        self,
        stem: str,
        blocks: Sequence[Block],
        formats: Sequence[str] = PROSE,
        *,
        extras: Extras | None = None,
        hidden: bool = False,
        filler: bool = True,
    ) -> Paper:
        """A text document in one of the formats. `filler`: sentences without any data may come between the blocks."""
        suffix = self.rng.choice(formats)
        if filler and self.chance(0.4):
            blocks = with_filler(self.rng, blocks)
        content = written_prose(suffix, blocks, self.properties(suffix), self.rng, extras)
        return self.paper(f"{stem}.{suffix}", content, hidden=hidden)

    def workbook(
        self, stem: str, sheets: Sequence[Sheet], formats: Sequence[str] = TABLES, *, hidden: bool = False
    ) -> Paper:
        """A workbook; in a format without sheets the first one alone."""
        suffix = self.rng.choice(formats)
        sheets = moved(self.rng, sheets)
        if suffix in SHEETS:
            sheets = explained(self.rng, sheets)
        content = written_sheets(suffix, sheets, self.properties(suffix), self.rng)
        return self.paper(f"{stem}.{suffix}", content, hidden=hidden)

    def slides(
        self, stem: str, slides: Sequence[Slide], formats: Sequence[str] = SLIDES, *, hidden: bool = False
    ) -> Paper:
        suffix = self.rng.choice(formats)
        return self.paper(f"{stem}.{suffix}", written_slides(suffix, slides, self.properties(suffix)), hidden=hidden)

    def mail(self, stem: str, message: EmailMessage, *, hidden: bool = False) -> Paper:
        return self.paper(f"{stem}.eml", message.as_bytes(), hidden=hidden)

    def letter_mail(
        self,
        *,
        sender: Person,
        sender_mail: str,
        to: Person,
        to_mail: str,
        subject: str,
        body: str,
        attachments: Sequence[tuple[str, bytes]] = (),
        html: str = "",
    ) -> EmailMessage:
        """A message between two people; its headers name both."""
        self.kinds |= {"name", "email"}
        return mails.message(
            sender=f"{sender.full} <{sender_mail}>",
            to=f"{to.full} <{to_mail}>",
            subject=subject,
            body=body,
            date=self.stamp(),
            attachments=attachments,
            html=html,
        )

    def stamp(self) -> str:
        """The day as in the header of a mail."""
        weekday, month = _WEEKDAYS[self.day.weekday()], _MONTHS[self.day.month - 1]
        return f"{weekday}, {self.day.day:02d} {month} {self.day.year} 09:{self.rng.randint(10, 59)}:00 +0100"

    def paper(self, name: str, content: bytes, *, hidden: bool = False, folder: str | None = None) -> Paper:
        """Lay the document somewhere. A tie that nothing in it tells is told by its origin, its folder or its name."""
        if "origin" in self.ties and self.origin_url is None:
            self.origin_url, self.referrer_url = self._client_address(name)
            self.is_told = True
        place = folder or self.rng.choice(LOOSE_FOLDERS)
        if self.ties and not self.is_told:
            self.is_told = True
            called = self.rng.choice((self.client.name, *self.client.registered.variants))
            called = self.rng.choice((called, called, called, called.replace(" ", "_"), called.lower(), called.upper()))
            if self.chance(0.5):
                stem = self.pick("Documenten/Projecten/{}", "Klanten/{}/Ontvangen", "Documenten/{}", "OneDrive/{}")
                place = stem.format(called)
            else:
                stem, dot, suffix = name.rpartition(".")
                behind = f"{stem} {called}.{suffix}" if dot else f"{name} {called}"
                name = self.pick(f"{called} - {name}", f"{called}_{name}", behind)
        return Paper(
            name=name.replace("/", "-"),
            content=content,
            folder=place,
            hard=self.hard,
            hidden=hidden,
            origin_url=self.origin_url,
            referrer_url=self.referrer_url,
        )

    def private(self, paper: Paper) -> Paper:
        """The same paper among the consultant's own."""
        return replace(paper, folder=self.rng.choice(PRIVATE_FOLDERS))

    def from_website(self, *, host: str | None = None) -> None:
        """It was downloaded from a public website: of the client, unless another host is given."""
        host = host or self.rng.choice((f"www.{self.client.domain}", self.client.domain))
        self.is_told |= host.endswith(self.client.domain)
        section = self.pick("documenten", "bestanden", "publicaties")
        self.origin_url = f"https://{host}/{section}/{self.rng.randint(100, 999)}"
        self.referrer_url = f"https://{host}/"

    def properties(self, suffix: str) -> Properties:
        """What the program writes about a document of this format."""
        if suffix not in WITH_PROPERTIES:
            return Properties()
        if self.made_by_firm and not {"property", "label"} & self.ties:
            return self._firm_properties(suffix)
        has_names = "name" in self.kinds and bool(self.ties)
        author = self.contact().full if has_names else self.pick("", "Gebruiker", "Administrator")
        properties = Properties(author=author, changed_by=author)
        if "property" in self.ties:
            self.is_told = True
            properties = replace(properties, company=self.client.name)
        if "label" in self.ties and suffix in WITH_LABEL:
            self.is_told = True
            tenant = self.client.registered.tenant_ids[0]
            properties = replace(properties, label_tenant=tenant, label_part=self.chance(0.4))
        return properties

    def _firm_properties(self, suffix: str) -> Properties:
        author = self.consultant.full if "name" in self.kinds and self.chance(0.7) else ""
        company = self.owner.firm if self.chance(0.7) else ""
        tenant = self.owner.tenant_ids[0] if suffix in WITH_LABEL and self.chance(0.25) else ""
        return Properties(
            author=author, changed_by=author, company=company, label_tenant=tenant, label_part=self.chance(0.4)
        )

    def _client_address(self, name: str) -> tuple[str | None, str | None]:
        """An address in the client's environment, and the page that led to it."""
        registered = self.client.registered
        path = name.replace(" ", "%20")
        own_host = self.pick("portaal", "intranet", "afas", "hr") + f".{self.client.domain}"
        host = self.pick(
            registered.hosts[0], registered.hosts[0], registered.hosts[-1], own_host, registered.processor_domains[0]
        )
        host = self.pick(host, host, host, host.upper(), f"{host}:443")
        if ".sharepoint.com" in host.lower():
            page = f"sites/team{self.rng.randint(2, 40)}/_layouts/15/download.aspx?file={path}"
            return f"https://{host}/{page}", f"https://{host}/"
        if self.chance(0.2):
            return None, f"https://{host}/export"
        return f"https://{host}/export/{self.rng.randint(1000, 9999)}/{path}", (
            f"https://{host}/" if self.chance(0.6) else None
        )


_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
