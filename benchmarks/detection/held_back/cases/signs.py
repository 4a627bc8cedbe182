"""How a file tells which client it belongs to, or does not tell it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from ..desk import Desk
from ..world import Organisation
from ..writers.parts import Properties

OFFICE_TABLES = ("xlsx", "xlsx", "xlsm")
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
        f"https://{desk.pick('intranet', 'mijn', 'werkplek', 'bestanden')}.{org.domain}/bestand/{desk.count(100, 9999)}",
    )


def public_address(desk: Desk, org: Organisation, name: str) -> str:
    return f"https://www.{org.domain}/{desk.pick('sites/default/files', 'media', 'publicaties', 'over-ons/downloads')}/{quote(name)}"


def neutral(desk: Desk, part: float = 0.25) -> str | None:
    """The address of a mail or a file transfer that tells no client."""
    return desk.pick(*NEUTRAL) if desk.chance(part) else None


def project_folder(desk: Desk, org: Organisation) -> str:
    topic = desk.pick("Implementatie", "HR-scan", "Migratie", "Functiehuis", "Begeleiding", "2025")
    return desk.pick(f"Projecten/{org.short} - {topic}", f"Documents/Klanten/{org.short}", f"Projecten/{org.name}/{topic}")


def sign(desk: Desk, *ways: str) -> Sign:
    """One of `ways`: origin, label, company, name, folder, none, other (an organisation that is no client)."""
    way = desk.pick(*(ways or ("origin", "origin", "label", "company", "name", "name", "folder", "none", "none", "other")))
    org = desk.other if way == "other" else desk.client
    told = way not in ("none", "other")
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
