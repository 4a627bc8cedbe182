"""The client register as the detector uses it: which host, tenant, domain, name or keyword belongs to whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from app.detect.content.fingerprint import Library
from app.detect.judging import weights
from app.detect.judging.hosts import (
    host_of,
    is_free_mail,
    is_rented,
    likely_tenant_hosts,
    of_one_tenant,
    with_parents,
)
from app.detect.judging.names import (
    distinctive_parts,
    forms_of_organisation,
    is_ordinary,
    place_of_body,
    short_form,
    without_trade,
)
from app.detect.judging.person_names import PersonName
from app.detect.judging.phrases import Phrases, key_of
from app.domain.client import Client
from app.domain.finding import ReasonType
from app.domain.ports import DetectionContext

_LABEL_LEAST: Final = 6  # letters of a domain that files are called by


class OriginKind(Enum):
    """The client environment itself, a processor of the client, a host that is most likely the client's tenant, or the
    website on which the client publishes to everybody."""

    ENVIRONMENT = "environment"
    PROCESSOR = "processor"
    LIKELY = "likely"
    WEBSITE = "website"


class Whose(Enum):
    """What a phrase that is no client's points at."""

    OWN_NAME = "own-name"
    OWN_FAMILY = "own-family"  # the surname alone
    OWN_MAIL = "own-mail"
    FIRM = "firm"
    FIRM_DOMAIN = "firm-domain"


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase that points at a client. `detail` is what may be shown: a contact is shown as the client's name.
    `needs_others`: a word that means something else nine times in ten counts beside another sign of the same client.
    `is_place`: in a text it is where somebody lives; it counts in names and titles. `literal`: how it must be written, when its
    words alone may be something else ("Elst NL12 ..." is not elst.nl)."""

    client_id: str
    type: ReasonType
    detail: str
    weight: float
    needs_others: bool = False
    is_place: bool = False
    literal: str = ""


class Register:
    """Answers for one context. Hosts and domains are compared in lower case, with their subdomains."""

    def __init__(self, context: DetectionContext) -> None:
        self.own = context.own
        self.digests, self._digest_sizes = context.digests, context.digest_sizes
        self.library = Library(context.sketches, context.sketch_key)
        self.own_person = PersonName.parse(context.own.name)
        self.own_ibans = frozenset(iban.replace(" ", "").upper() for iban in context.own.ibans)
        self._clients = {client.id: client for client in context.clients}
        self._own_domains = tuple(host_of(domain) for domain in context.own.domains) + _mail_domain(context.own.mail)
        self._own_tenants = {_tenant(tenant) for tenant in context.own.tenant_ids}
        self._tenants = {_tenant(t): c.id for c in context.clients for t in c.tenant_ids}
        self._domains = {host_of(d): c.id for c in context.clients for d in c.domains if d.strip()}
        self._hosts = _host_kinds(context.clients)
        self._processors = _processors(context.clients)
        self._contact_mails = {c.mail.strip().lower(): client.id for client in context.clients for c in client.contacts}
        marks = [phrase for client in context.clients for phrase in _phrases_of(client)]
        self._names: dict[str, set[Mention | Whose]] = {}
        for _, mark in marks:
            if mark.type is ReasonType.NAME:
                self._names.setdefault(mark.client_id, set()).add(mark)
        self.phrases: Phrases[Mention | Whose] = Phrases([*marks, *self._own_phrases()])
        # How folders and files are called; nothing that stands in a text is looked for by these.
        self.parts: Phrases[Mention] = Phrases(_parts_of(context.clients, marks), exact_up_to=0)
        self.contacts: Phrases[str] = Phrases(
            (form, client.id)
            for client in context.clients
            for contact in client.contacts
            for form in _forms_of_contact(contact.name)
        )

    def may_know(self, size_bytes: int) -> bool:
        """Whether content of that size is registered, so that its digest is worth its time."""
        return bool(self.digests) and (self._digest_sizes is None or size_bytes in self._digest_sizes)

    def name_of(self, client_id: str) -> str:
        client = self._clients.get(client_id)
        return client.name if client is not None else client_id

    def names_of(self, client_id: str) -> set[Mention | Whose]:
        """All forms of a client's name, as they are met."""
        return self._names.get(client_id, set())

    def client_of_host(self, host: str) -> tuple[str, OriginKind] | None:
        """Whose environment a host is. A bare domain or its `www.` is the public website, unless registered as a host."""
        host = host_of(host)
        for registered in _with_parents(host):
            if registered in self._hosts:
                return self._hosts[registered]
        found = with_parents(host, self._domains)
        if found is None:
            return None
        is_website = host in (found[0], f"www.{found[0]}")
        return found[1], OriginKind.WEBSITE if is_website else OriginKind.ENVIRONMENT

    def client_of_domain(self, domain: str) -> tuple[str, str] | None:
        """The client of a mail address's domain, or of its processor's, with the domain as it is registered."""
        found = with_parents(host_of(domain), self._domains)
        if found is not None:
            return found[1], found[0]
        processor = with_parents(host_of(domain), self._processors)
        return None if processor is None else (processor[1], processor[0])

    def client_of_mail(self, address: str) -> str | None:
        """The client of which this is the address of a contact, at whatever provider."""
        return self._contact_mails.get(address.strip().lower())

    def client_of_tenant(self, tenant_id: str) -> str | None:
        return self._tenants.get(_tenant(tenant_id))

    def is_own_tenant(self, tenant_id: str) -> bool:
        return _tenant(tenant_id) in self._own_tenants

    def is_own_domain(self, domain: str) -> bool:
        host = host_of(domain)
        return any(host == own or host.endswith("." + own) for own in self._own_domains)

    def _own_phrases(self) -> Iterator[tuple[str, Mention | Whose]]:
        own = self.own
        if own.name.strip():
            yield own.name, Whose.OWN_NAME
        if self.own_person is not None:
            for form in self.own_person.forms():
                yield form, Whose.OWN_NAME
            yield self.own_person.surname, Whose.OWN_FAMILY
        if own.mail.strip():
            yield own.mail, Whose.OWN_MAIL
        if own.firm.strip():
            for form, needs_others in forms_of_organisation(own.firm):
                if not needs_others:
                    yield form, Whose.FIRM
            if (short := without_trade(own.firm)) is not None:
                yield short, Whose.FIRM
        for domain in self._own_domains:
            yield domain, Whose.FIRM_DOMAIN


def _tenant(tenant_id: str) -> str:
    return tenant_id.strip().strip("{}").lower()


def _mail_domain(mail: str) -> tuple[str, ...]:
    """The consultant's own domain, unless the address is at a provider that everybody uses."""
    domain = host_of(mail) if "@" in mail else ""
    return (domain,) if domain and not is_free_mail(domain) else ()


def _with_parents(host: str) -> Iterator[str]:
    parts = host.split(".")
    return (".".join(parts[start:]) for start in range(len(parts)))


def _host_kinds(clients: tuple[Client, ...]) -> dict[str, tuple[str, OriginKind]]:
    """What is registered comes before what is likely, whichever client it is of."""
    found: dict[str, tuple[str, OriginKind]] = {}
    for client in clients:
        for domain in map(host_of, client.domains):
            for host in () if is_rented(domain) else likely_tenant_hosts(domain):
                found.setdefault(host, (client.id, OriginKind.LIKELY))
    for client in clients:
        for host in filter(str.strip, client.processor_domains):
            found[host_of(host)] = (client.id, OriginKind.PROCESSOR)
    for client in clients:
        rented = (domain for domain in client.domains if is_rented(host_of(domain)))
        for registered in filter(str.strip, (*client.hosts, *rented)):
            for host in of_one_tenant(host_of(registered)):
                found[host] = (client.id, OriginKind.ENVIRONMENT)
    return found


def _processors(clients: tuple[Client, ...]) -> dict[str, str]:
    """The mail domains of processors that work for one client only."""
    found: dict[str, set[str]] = {}
    for client in clients:
        for domain in filter(str.strip, client.processor_domains):
            found.setdefault(host_of(domain), set()).add(client.id)
    return {domain: next(iter(ids)) for domain, ids in found.items() if len(ids) == 1}


def _phrases_of(client: Client) -> Iterator[tuple[str, Mention]]:
    names = (client.name, *client.variants)
    places = {place for name in names if (place := place_of_body(name))}
    for name in names:
        for form, needs_others in forms_of_organisation(name):
            is_place = key_of(form).decode() in places
            is_weak = needs_others or is_place
            weight = weights.BARE_NAME if is_weak else weights.POINTERS[ReasonType.NAME]
            yield form, Mention(client.id, ReasonType.NAME, client.name, weight, is_weak, is_place)
    for keyword in client.keywords:
        yield keyword, Mention(client.id, ReasonType.KEYWORD, keyword, weights.POINTERS[ReasonType.KEYWORD])
    for domain in (*client.domains, *client.hosts):
        host = host_of(domain)
        yield host, Mention(client.id, ReasonType.KEYWORD, host, weights.DOMAIN_MENTION, literal=host)
    for contact in client.contacts:
        if contact.mail.strip():
            yield contact.mail, Mention(client.id, ReasonType.KEYWORD, client.name, weights.DOMAIN_MENTION)


def _parts_of(clients: tuple[Client, ...], marks: Iterable[tuple[str, Mention]]) -> Iterator[tuple[str, Mention]]:
    """What folders and files of one client alone are called by."""
    parts = [(key_of(part), client) for client in clients for part in _called(client)]
    owners: dict[bytes, set[str]] = {}
    for key, client in parts:
        owners.setdefault(key, set()).add(client.id)
    for phrase, mark in marks:
        key = key_of(phrase)
        if key in owners:
            owners[key].add(mark.client_id)
    weight = weights.POINTERS[ReasonType.NAME]
    for key, client in parts:
        if len(owners[key]) == 1:
            mention = Mention(client.id, ReasonType.NAME, client.name, weight, needs_others=True)
            yield key.decode(), mention


def _called(client: Client) -> Iterator[str]:
    for name in (client.name, *client.variants):
        if place_of_body(name) is None:
            yield from distinctive_parts(name)
        short = short_form(name)
        if short is not None:
            yield short
    for domain in client.domains:
        label = host_of(domain).rpartition(".")[0].rpartition(".")[2]
        if len(label) >= _LABEL_LEAST and not is_ordinary(label):
            yield label


def _forms_of_contact(name: str) -> Iterator[str]:
    yield name
    person = PersonName.parse(name)
    if person is not None:
        yield from person.forms()
