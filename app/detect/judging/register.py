"""The client register as the detector uses it: which host, tenant, domain, name or keyword belongs to whom."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import TypeAlias

from app.detect.judging.phrases import Phrases
from app.domain.client import Client
from app.domain.finding import ReasonType
from app.domain.ports import DetectionContext

FREE_MAIL = frozenset(
    [
        "gmail.com",
        "googlemail.com",
        "outlook.com",
        "hotmail.com",
        "hotmail.nl",
        "live.nl",
        "live.com",
        "msn.com",
        "icloud.com",
        "me.com",
        "yahoo.com",
        "proton.me",
        "protonmail.com",
        "ziggo.nl",
        "kpnmail.nl",
        "planet.nl",
        "xs4all.nl",
        "upcmail.nl",
        "home.nl",
        "gmx.net",
    ]
)


# The client's id, what of it was mentioned (None: one of its hosts or domains), and how that is called.
Mention: TypeAlias = "tuple[str, ReasonType | None, str]"


class OriginKind(Enum):
    """The client environment itself, or the website on which the client publishes to everybody."""

    ENVIRONMENT = "environment"
    WEBSITE = "website"


class Register:
    """Answers for one context. Hosts and domains are compared in lower case, with their subdomains."""

    def __init__(self, context: DetectionContext) -> None:
        self.own = context.own
        self.digests = context.digests
        self._clients = {client.id: client for client in context.clients}
        self._own_domains = tuple(_host(domain) for domain in context.own.domains) + _mail_domain(context.own.mail)
        self._own_tenants = {tenant.lower().strip("{}") for tenant in context.own.tenant_ids}
        self.own_ibans = frozenset(iban.replace(" ", "").upper() for iban in context.own.ibans)
        self._tenants = {t.lower().strip("{}"): c.id for c in context.clients for t in c.tenant_ids}
        self._domains = {_host(d): c.id for c in context.clients for d in c.domains if d.strip()}
        self._environment = {
            _host(h): c.id for c in context.clients for h in (*c.hosts, *c.processor_domains) if h.strip()
        }
        self.phrases = Phrases(phrase for client in context.clients for phrase in _phrases_of(client))
        own_names = [(name, True) for name in (context.own.name, context.own.mail) if name.strip()]
        self.own_phrases = Phrases(own_names)
        self.firm_phrases = Phrases([(context.own.firm, True)] if context.own.firm.strip() else [])

    def name_of(self, client_id: str) -> str:
        client = self._clients.get(client_id)
        return client.name if client is not None else client_id

    def client_of_host(self, host: str) -> tuple[str, OriginKind] | None:
        """Whose environment a host is. A bare domain or its `www.` is the public website, unless registered as a host."""
        host = _host(host)
        inside = _with_parents(host, self._environment)
        if inside is not None:
            return inside[1], OriginKind.ENVIRONMENT
        found = _with_parents(host, self._domains)
        if found is None:
            return None
        is_website = host in (found[0], f"www.{found[0]}")
        return found[1], OriginKind.WEBSITE if is_website else OriginKind.ENVIRONMENT

    def client_of_domain(self, domain: str) -> tuple[str, str] | None:
        """The client of a mail address's domain, with the domain as it is registered."""
        found = _with_parents(_host(domain), self._domains)
        return None if found is None else (found[1], found[0])

    def client_of_tenant(self, tenant_id: str) -> str | None:
        return self._tenants.get(tenant_id.lower().strip("{}"))

    def is_own_tenant(self, tenant_id: str) -> bool:
        return tenant_id.lower().strip("{}") in self._own_tenants

    def is_own_domain(self, domain: str) -> bool:
        host = _host(domain)
        return any(host == own or host.endswith("." + own) for own in self._own_domains)


def _host(text: str) -> str:
    """The host of what a person typed: a host, a domain, an address with a scheme, path or port."""
    host = text.strip().lower().rpartition("://")[2].partition("/")[0]
    return host.rpartition("@")[2].partition(":")[0].rstrip(".").removeprefix("*.").lstrip(".")


def _mail_domain(mail: str) -> tuple[str, ...]:
    """The consultant's own domain, unless the address is at a provider that everybody uses."""
    domain = _host(mail) if "@" in mail else ""
    return (domain,) if domain and domain not in FREE_MAIL else ()


def _with_parents(host: str, known: dict[str, str]) -> tuple[str, str] | None:
    """The registered host that `host` is or lies under, and its client."""
    parts = host.split(".")
    for start in range(len(parts)):
        candidate = ".".join(parts[start:])
        if candidate in known:
            return candidate, known[candidate]
    return None


def _phrases_of(client: Client) -> Iterator[tuple[str, Mention]]:
    for name in (client.name, *client.variants):
        yield name, (client.id, ReasonType.NAME, client.name)
    for keyword in client.keywords:
        yield keyword, (client.id, ReasonType.KEYWORD, keyword)
    for domain in (*client.domains, *client.hosts):
        yield _host(domain), (client.id, None, _host(domain))
