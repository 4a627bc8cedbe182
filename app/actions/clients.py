"""The client register: add, change, import. Source: VR-P1b, VT-A4, VT-T3."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

import msgspec

from app.actions.deadlines import refresh_project, refresh_retention
from app.actions.errors import required
from app.actions.office import Office, Work
from app.actions.reading import read_given
from app.domain.client import Client, ClientTerms, Contact, revised, with_term
from app.domain.errors import InputError
from app.domain.finding import FindingState
from app.domain.identity import new_id
from app.domain.messages import msg
from app.domain.project import ProjectStatus

_HOST = re.compile(r"^(?=.{1,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$")
_TENANT = re.compile(r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")
_MAIL = re.compile(r"[^@\s<>,;:()\[\]\\\"]+@[^@\s<>,;:()\[\]\\\"]+\.[^@\s<>,;:()\[\]\\\"]+")
MAX_IMPORT = 16 * 1024 * 1024  # bytes; a register of thousands of clients is far smaller


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientDetails:
    """What can be said of a client; lists are added to what is known."""

    domains: tuple[str, ...] = ()
    tenant_ids: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    shares: tuple[str, ...] = ()
    mounts: tuple[str, ...] = ()
    processor_domains: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    terms: Mapping[str, str] = field(default_factory=dict)
    term_source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientRow:
    """A client with what hangs on it. `overdue`: copies that should be gone."""

    client: Client
    projects: int
    active_projects: int
    open_findings: int
    copies: int
    overdue: int


LISTS = ("domains", "tenant_ids", "keywords", "hosts", "shares", "mounts", "processor_domains", "variants")


def parse_mailbox(text: str) -> Contact:
    """`Name <mail>` or a bare address. Raises InputError."""
    match = re.fullmatch(r"\s*(?P<name>[^<>]*?)\s*<\s*(?P<mail>[^<>]+?)\s*>\s*", text)
    name, mail = (match["name"], match["mail"]) if match else ("", text.strip())
    if not _MAIL.fullmatch(mail) or not mail.isprintable():
        raise InputError(msg("input.mailbox", text=text))
    return Contact(name=required(name.strip('" ') or mail, "name"), mail=_mail_of(mail))


def _mail_of(mail: str) -> str:
    """In small letters, its domain as domains of clients are kept: two ways to write one address are one address."""
    local, _, domain = mail.lower().rpartition("@")
    return f"{local}@{_host_of(domain)}"


class ClientActions:
    def __init__(self, office: Office) -> None:
        self._office = office

    def list(self) -> tuple[Client, ...]:
        with self._office.look() as session:
            return tuple(session.clients.all())

    def rows(self) -> tuple[ClientRow, ...]:
        """All clients with their counts, in the order in which they were added."""
        now = self._office.clock.now()
        with self._office.look() as session:
            clients, projects = session.clients.all(), session.projects.all()
            standing, findings = session.listing.standing(now), session.listing.open_findings()
        client_of = {project.id: project.client_id for project in projects}
        live, late, opened = Counter[str](), Counter[str](), Counter[str | None]()
        for project_id, project in standing.items():
            live[client_of[project_id]] += project.copies
            late[client_of[project_id]] += project.overdue
        for client_id, _, files in findings:
            opened[client_id] += files
        known = Counter(project.client_id for project in projects)
        active = Counter(project.client_id for project in projects if project.status is ProjectStatus.ACTIVE)
        return tuple(
            ClientRow(
                client=client,
                projects=known[client.id],
                active_projects=active[client.id],
                open_findings=opened[client.id],
                copies=live[client.id],
                overdue=late[client.id],
            )
            for client in clients
        )

    def add(self, name: str, details: ClientDetails) -> Client:
        """Add a client. Raises InputError for a name or variant that is taken, and for values that cannot be."""
        with self._office.change() as work:
            client = Client(id=new_id(), name=required(name, "name"), created_at=work.now)
            _refuse_taken(work, client.name, None)
            client = merged(client, details)
            _refuse_taken_variants(work, client, details)
            work.session.clients.add(client)
            _note_added(work, client)
            _note_terms(work, client, details)
            return client

    def change(self, name: str, details: ClientDetails, *, new_name: str | None = None) -> Client:
        """Add to what is known of a client; its terms count at once for existing copies (only ever earlier)."""
        with self._office.change() as work:
            client = work.session.clients.resolve(name)
            changed = merged(client, details)
            _refuse_taken_variants(work, changed, details)
            if new_name is not None:
                changed = _renamed(work, changed, required(new_name, "name"))
            return _changed(work, client, changed, details)

    def edit(self, name: str, details: ClientDetails, *, new_name: str | None = None) -> Client:
        """Say anew what is known of a client: what `details` does not list is forgotten, as a wrong domain or a contact that
        left. Terms are set as in `change`; those that are not named stay. Raises InputError."""
        with self._office.change() as work:
            client = work.session.clients.resolve(name)
            nothing: dict[str, Any] = dict.fromkeys((*LISTS, "contacts"), ())
            bare = replace(client, **nothing)
            changed = merged(bare, replace(details, contacts=tuple(map(_checked_contact, details.contacts))))
            _refuse_taken_variants(work, changed, details)
            if new_name is not None:
                changed = _renamed(work, changed, required(new_name, "name"))
            return _changed(work, client, changed, details)

    def import_file(self, path: Path) -> tuple[Client, ...]:
        """Add or complete the clients of a JSON list (contract: `client import`); importing again changes nothing.

        All or nothing: one wrong entry refuses the file. Raises InputError naming the entry.
        """
        entries = _read_import(path)
        with self._office.change() as work:
            return tuple(_import_entry(work, entry, number) for number, entry in enumerate(entries, 1))


class _ImportedContact(msgspec.Struct, forbid_unknown_fields=False):
    mail: str
    name: str = ""


class _ImportedClient(msgspec.Struct):
    name: str
    domains: list[str] = []
    tenant_ids: list[str] = []
    keywords: list[str] = []
    hosts: list[str] = []
    shares: list[str] = []
    mounts: list[str] = []
    variants: list[str] = []
    processor_domains: list[str] = []
    contacts: list[_ImportedContact] = []


def _read_import(path: Path) -> list[_ImportedClient]:
    content = read_given(path, MAX_IMPORT)
    try:
        return msgspec.json.decode(content, type=list[_ImportedClient])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(msg("client.import-form", path=str(path), why=str(error))) from error


def _import_entry(work: Work, entry: _ImportedClient, number: int) -> Client:
    try:
        details = ClientDetails(
            domains=tuple(entry.domains),
            tenant_ids=tuple(entry.tenant_ids),
            keywords=tuple(entry.keywords),
            hosts=tuple(entry.hosts),
            shares=tuple(entry.shares),
            mounts=tuple(entry.mounts),
            processor_domains=tuple(entry.processor_domains),
            variants=tuple(entry.variants),
            contacts=tuple(parse_mailbox(f"{c.name} <{c.mail}>") for c in entry.contacts),
        )
        known = work.session.clients.by_name(required(entry.name, "name"))
        client = merged(known or Client(id=new_id(), name=required(entry.name, "name"), created_at=work.now), details)
        _refuse_taken_variants(work, client, details)
    except InputError as error:
        raise InputError(msg("client.import-entry", n=number, problem=error.message)) from error
    if known is None:
        work.session.clients.add(client)
        _note_added(work, client)
    elif client != known:
        client = revised(known, client)
        work.session.clients.update(client)
        work.note("client.changed", client.id, data={"fields": _differing(known, client)})
    return client


def merged(client: Client, details: ClientDetails) -> Client:
    """`client` with `details` added; values are normalised and checked. Raises InputError."""
    lists: dict[str, Any] = {
        name: _joined(getattr(client, name), (_checked(name, value) for value in getattr(details, name)))
        for name in LISTS
    }
    told = {contact.mail: contact for contact in details.contacts}
    contacts = (*(c for c in client.contacts if c.mail not in told), *told.values())
    return replace(client, **lists, contacts=contacts, terms=_terms(client.terms, details))


def _changed(work: Work, client: Client, changed: Client, details: ClientDetails) -> Client:
    changed = revised(client, changed)
    if changed != client:
        work.session.clients.update(changed)
        work.note("client.changed", client.id, data={"fields": _differing(client, changed)})
        _note_terms(work, changed, details)
    if changed.terms != client.terms:
        apply_terms(work, changed)
    return changed


def _checked_contact(contact: Contact) -> Contact:
    return Contact(name=required(contact.name, "name"), mail=parse_mailbox(contact.mail).mail)


def _terms(terms: ClientTerms, details: ClientDetails) -> ClientTerms:
    for name, value in details.terms.items():
        terms = with_term(terms, name, value)
    return replace(terms, source=details.term_source) if details.term_source else terms


def _checked(name: str, value: str) -> str:
    text = required(value, name)
    if name in ("domains", "hosts", "processor_domains"):
        text = _host_of(text)
        if not _HOST.match(text):
            raise InputError(msg("client.host", value=value))
    if name == "tenant_ids":
        text = text.lower().strip("{}")
        if not _TENANT.match(text):
            raise InputError(msg("client.tenant", value=value))
    if name == "shares":
        text = "//" + text.replace("\\", "/").strip("/").lower()
    return text


def _host_of(text: str) -> str:
    """The host of what people paste: an address with scheme, path or port, `@domain`, or the bare name."""
    host = text.lower().split("://", 1)[-1].lstrip("@*.").split("/", 1)[0].split(":", 1)[0].rstrip(".")
    try:
        return host.encode("ascii").decode() if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return text


def _joined(known: tuple[str, ...], more: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*known, *more)))


def _differing(old: Client, new: Client) -> list[str]:
    differing = [f.name for f in fields(Client) if getattr(old, f.name) != getattr(new, f.name)]
    return [name for name in differing if name != "revisions"]  # they tell of the lists that are named already


def apply_terms(work: Work, client: Client) -> None:
    """A client's terms count at once: deadlines and decisions only earlier, records of closed projects only longer."""
    for project in work.session.projects.of_client(client.id):
        refresh_project(work, project)
        refresh_retention(work, project, client.terms)
    for finding in work.session.findings.all(FindingState.OPEN):
        if finding.client_id == client.id and client.terms.decision is not None and not finding.first_clean_up:
            earlier = min(finding.decide_by, finding.found_at + client.terms.decision)
            if earlier != finding.decide_by:
                work.session.findings.update(replace(finding, decide_by=earlier))


def _renamed(work: Work, client: Client, name: str) -> Client:
    """The old name stays known as a variant."""
    if name == client.name:
        return client
    _refuse_taken(work, name, client.id)
    variants = tuple(variant for variant in client.variants if variant != name)
    return replace(client, name=name, variants=_joined(variants, (client.name,)))


def _refuse_taken_variants(work: Work, client: Client, details: ClientDetails) -> None:
    """A variant that another client has would make every sentence with that name mean two clients."""
    for variant in details.variants:
        _refuse_taken(work, variant, client.id)


def _refuse_taken(work: Work, name: str, own_id: str | None) -> None:
    known = work.session.clients.by_name(name)
    if known is not None and known.id != own_id:
        raise InputError(msg("client.exists", name=name))


def _note_added(work: Work, client: Client) -> None:
    counts = {
        "domains": len(client.domains),
        "tenants": len(client.tenant_ids),
        "hosts": len(client.hosts),
        "processors": len(client.processor_domains),
        "contacts": len(client.contacts),
    }
    work.note("client.added", client.id, data=dict(counts))


def _note_terms(work: Work, client: Client, details: ClientDetails) -> None:
    for name in details.terms:
        work.note("term.set", client.id, data={"name": name, "source_given": client.terms.source is not None})
    if details.terms:
        work.note("dpa.applied", client.id, data={"name": "+".join(sorted(details.terms))})
