"""How a file tells which client it belongs to, or does not tell it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from ..desk import Desk, Made
from ..world import Organisation
from ..writers.parts import Block, Document, Properties, Row

OFFICE_TABLES = ("xlsx", "xlsx", "xlsx", "xlsm", "xlsb")
OFFICE_PAPERS = ("docx", "docx", "pdf")
LIBRARIES = (
    "sites/PO/Gedeelde%20documenten",
    "teams/HR-Project/Shared%20Documents/General",
    "sites/Salarisadministratie/Documenten",
    "personal/h_devries/Documents/Bijlagen",
    "sites/Intranet/Shared%20Documents",
)
NEUTRAL = (
    "https://outlook.office.com/",
    "https://mail.google.com/",
    "https://wetransfer.com/downloads/0f3ab1c2",
    "https://we.tl/t-9SkQ2",
    "https://teams.microsoft.com/",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """`line` is the organisation's name where the content itself tells it, else empty."""

    org: Organisation
    client: str | None
    line: str
    properties: Properties
    folder: str
    origin: str | None
    referrer: str | None
    office: bool  # only Office and pdf files carry what tells

    def tables(self, *formats: str) -> tuple[str, ...]:
        return OFFICE_TABLES if self.office else formats

    def made(self, name: str, data: bytes, *, hard: str | None = None, hidden: bool = False) -> Made:
        return Made(
            name=name,
            data=data,
            client=self.client,
            folder=self.folder,
            hard=hard,
            hidden=hidden,
            origin_url=self.origin,
            referrer_url=self.referrer,
        )

    def papers(self, *formats: str) -> tuple[str, ...]:
        return OFFICE_PAPERS if self.office else formats


def tenant_address(desk: Desk, org: Organisation, name: str = "") -> str:
    """Where a browser or the Teams client fetched it: the client's own SharePoint."""
    file = quote(name or f"document{desk.count(2, 99)}.xlsx")
    return f"https://{org.sharepoint}/{desk.pick(*LIBRARIES)}/{file}"


def client_address(desk: Desk, org: Organisation, name: str = "") -> str:
    """The client's SharePoint, its system or the party that works for it."""
    return desk.pick(
        tenant_address(desk, org, name),
        tenant_address(desk, org, name),
        f"https://{org.host}/export/{desk.count(1000, 9999)}?download=1",
        f"https://portaal.{org.processor}/dossier/{desk.count(100, 999)}",
        (
            f"https://{desk.pick('intranet', 'mijn', 'werkplek', 'bestanden')}.{org.domain}"
            f"/bestand/{desk.count(100, 9999)}"
        ),
    )


def public_address(desk: Desk, org: Organisation, name: str) -> str:
    return (
        f"https://www.{org.domain}"
        f"/{desk.pick('sites/default/files', 'media', 'publicaties', 'over-ons/downloads')}/{quote(name)}"
    )


def neutral(desk: Desk, part: float = 0.25) -> str | None:
    """The address of a mail or a file transfer that tells no client."""
    return desk.pick(*NEUTRAL) if desk.chance(part) else None


def project_folder(desk: Desk, org: Organisation) -> str:
    topic = desk.pick("Implementatie", "HR-scan", "Migratie", "Functiehuis", "Begeleiding", "2025")
    return desk.pick(
        f"Projecten/{org.short} - {topic}", f"Documents/Klanten/{org.short}", f"Projecten/{org.name}/{topic}"
    )


def sign(desk: Desk, *ways: str, sectors: tuple[str, ...] = ()) -> Sign:
    """One of `ways`: origin, label, company, name, folder, none, other (an organisation that is no client).

    The organisation is of one of `sectors` where the laptop has such a one.
    """
    way = desk.pick(
        *(ways or ("origin", "origin", "label", "company", "name", "name", "folder", "none", "none", "other"))
    )
    told = way not in ("none", "other")
    # An unregistered organisation lends its functions where nothing tells a client: no contact of a client shines through.
    org = desk.organisation(sectors, registered=told)
    referrer = None
    origin = client_address(desk, org) if way == "origin" else neutral(desk)
    if way == "origin" and desk.chance(0.25):
        referrer, origin = tenant_address(desk, org), None
    elif origin and desk.chance(0.3):
        referrer = origin.rsplit("/", 1)[0] + "/"
    return Sign(
        org=org,
        client=org.name if told else None,
        line=org.name if way in ("name", "other") else "",
        properties=desk.properties(
            company=org.name if way == "company" else "", label=desk.label(org) if way == "label" else None
        ),
        folder=project_folder(desk, org) if way == "folder" else "",
        origin=origin,
        referrer=referrer,
        office=way in ("label", "company"),
    )


def titled(desk: Desk, rows: list[Row], line: str, title: str) -> tuple[list[Row], int]:
    """The table with or without lines above it; also the row in which its header stands."""
    top: list[Row] = [[line]] if line else []
    if line or desk.chance(0.45):
        stamp = desk.pick("Afgedrukt op", "Peildatum", "Datum selectie:", "Run")
        top += [[title], [f"{stamp} {desk.on()}"]]
        top += [[]] if desk.chance(0.7) else []
    return top + rows, len(top)


def listing(
    desk: Desk,
    told: Sign,
    rows: list[Row],
    *,
    file: str,
    title: str = "",
    sheet: str = "Blad1",
    formats: tuple[str, ...] = (),
    hard: str | None = None,
) -> Made:
    """A table of one sheet as a file."""
    rows, at = (
        titled(desk, rows, told.line, title)
        if title
        else (([[told.line]] if told.line else []) + rows, int(bool(told.line)))
    )
    kind, data = desk.grid(desk.book(rows, name=sheet, properties=told.properties, heads=(at,)), *told.tables(*formats))
    return told.made(f"{file}.{kind}", data, hard=hard)


def paper(
    desk: Desk,
    told: Sign,
    blocks: list[Block],
    *,
    file: str,
    formats: tuple[str, ...] = (),
    header: str = "",
    footer: str = "",
    hard: str | None = None,
) -> Made:
    """A running text as a file; the organisation's name goes into its header where the content tells it."""
    head = " · ".join(t for t in (told.line, header) if t)
    document = Document(blocks=blocks, header=head, footer=footer, properties=told.properties)
    kind, data = desk.write(document, *told.papers(*formats))
    return told.made(f"{file}.{kind}", data, hard=hard)
