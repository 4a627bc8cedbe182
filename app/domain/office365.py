"""Where the firm's Microsoft 365 is, as IT set it in policy, and what of it does not count. Source: contract (Settings).

Only Microsoft's own clouds are spoken to. A test server counts where sign-in and Graph are both on this machine; the program
says so wherever it speaks of them.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final
from urllib.parse import SplitResult, unquote, urlsplit

from app.domain.messages import Message, msg
from app.domain.settings import SettingValue

DEFAULT_AUTHORITY: Final = "https://login.microsoftonline.com"
DEFAULT_GRAPH: Final = "https://graph.microsoft.com"
GRAPH_VERSION: Final = "v1.0"
# Which Graph belongs to which sign-in. Source: https://learn.microsoft.com/graph/deployments
CLOUDS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "login.microsoftonline.com": frozenset({"graph.microsoft.com"}),
        "login.windows.net": frozenset({"graph.microsoft.com"}),
        "login.microsoftonline.us": frozenset({"graph.microsoft.us", "dod-graph.microsoft.us"}),
        "login.partner.microsoftonline.cn": frozenset({"microsoftgraph.chinacloudapi.cn"}),
        "login.chinacloudapi.cn": frozenset({"microsoftgraph.chinacloudapi.cn"}),
    }
)
# Names that let anybody in. Source: https://learn.microsoft.com/entra/identity-platform/v2-protocols#endpoints
ANYBODY: Final = frozenset({"common", "organizations", "consumers"})
PERSONAL_TENANT: Final = "9188040d-6c67-4c5b-b112-36a304b66dad"  # all private accounts of Microsoft
HTTPS: Final = 443
# Delegated permissions: never more than the person may do. Why these, and what is not asked: docs/office365-permissions.md
SCOPES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {"all-sites": ("Sites.ReadWrite.All",), "selected-sites": ("Files.ReadWrite", "Sites.Selected")}
)
DEFAULT_PERMISSIONS: Final = "all-sites"

_TENANT = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?")
_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_CLIENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
_SITE_ID = re.compile(r"(?P<host>[^,/:\s]+)(?::\d+)?,(?P<collection>[0-9A-Za-z-]{1,64}),(?P<web>[0-9A-Za-z-]{1,64})")
# What is behind a site when somebody copies the address of a page or a library out of the browser.
_WITHIN_SITE = re.compile(
    r"(?P<site>/(?:sites|teams)/[^/]+)/(?:_layouts|sitepages|lists|forms|shared documents|gedeelde documenten|documents"
    r"|documenten)(?:/.*)?",
    re.IGNORECASE,
)
_SITE_PATH = re.compile(r"(?P<host>[^/:,\s]+)(?::\d+)?:?(?P<path>/[^:?#]*)?:?/?")
_GUEST = re.compile(r"(?P<mail>[^\s@]+@[^\s@]+)\s+(?P<until>\d{4}-\d\d-\d\d)\s+(?P<reason>\S.*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestException:
    """Somebody of another organisation who is let in until the end of `until`, because IT says so. Source: VR-S3."""

    mail: str
    until: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Office365Settings:
    """`authority` ends with the tenant, `graph_url` with the version, neither with a slash. `site`: as Graph addresses it,
    "host:/sites/X", "host" (the root site) or "host,guid,guid". `site_host`: the host of SharePoint alone, in small letters.
    `scopes`: the permissions that are asked for, delegated ones only."""

    tenant_id: str
    client_id: str
    authority: str
    graph_url: str
    site: str
    site_host: str
    scopes: tuple[str, ...]
    ca_file: str | None = None
    guests: tuple[GuestException, ...] = ()
    is_test_server: bool = False

    def allows(self, url: str) -> bool:
        """Whether the program may speak to the host of `url`: sign-in, Graph, and the SharePoint of the configured site
        with its OneDrive (`-my`), which uploads and downloads are sent to. With a test server: this machine alone."""
        try:
            parts = urlsplit(url)
            place = (parts.hostname or "", parts.port or HTTPS)
        except ValueError:
            return False
        if parts.scheme != "https" or parts.username is not None or parts.password is not None:
            return False
        if self.is_test_server:
            return is_loopback(place[0])
        return place in self._places()

    def _places(self) -> Iterator[tuple[str, int]]:
        for url in (self.authority, self.graph_url):
            parts = urlsplit(url)
            yield parts.hostname or "", parts.port or HTTPS
        yield self.site_host, HTTPS
        name, dot, rest = self.site_host.partition(".")
        yield f"{name}-my{dot}{rest}", HTTPS


@dataclass(frozen=True, slots=True, kw_only=True)
class Office365Reading:
    """`settings` is None where nothing is set, or where something that is set cannot count; `problems` say what."""

    settings: Office365Settings | None = None
    problems: tuple[Message, ...] = ()


def office365_of(values: Mapping[str, SettingValue]) -> Office365Reading:
    """What policy says about Microsoft 365. Only whole and safe settings count: never half of them."""
    given = {key: _text(values, key) for key in _KEYS}
    if not any(given.values()):
        return Office365Reading()
    problems: list[Message] = []
    missing = [key for key in _NEEDED if not given[key]]
    problems += (msg("office365.missing", key=key) for key in missing)
    guests = _guests(values, problems)
    tenant = _tenant(given["office365.tenant_id"], problems)
    if given["office365.client_id"] and not _CLIENT.fullmatch(given["office365.client_id"]):
        problems.append(msg("office365.client"))
    ends = _ends(given["office365.authority"], given["office365.graph_url"], problems)
    authority = _authority(ends[0], tenant, problems) if ends else ""
    graph = _graph(ends[1], problems) if ends else ""
    site = _site(given["office365.site"], problems)
    if missing or not (tenant and authority and graph and site) or msg("office365.client") in problems:
        return Office365Reading(problems=tuple(problems))
    settings = Office365Settings(
        tenant_id=tenant,
        client_id=given["office365.client_id"],
        authority=authority,
        graph_url=graph,
        site=site[0],
        site_host=site[1],
        scopes=SCOPES[_text(values, "office365.permissions") or DEFAULT_PERMISSIONS],
        ca_file=given["office365.ca_file"] or None,
        guests=guests,
        is_test_server=is_loopback(urlsplit(authority).hostname or ""),
    )
    return Office365Reading(settings=settings, problems=tuple(problems))


_NEEDED: Final = ("office365.tenant_id", "office365.client_id", "office365.site")
_KEYS: Final = (*_NEEDED, "office365.authority", "office365.graph_url", "office365.ca_file")


def is_tenant_id(text: str) -> bool:
    """Whether it is the id of a tenant, not one of its domains."""
    return _ID.fullmatch(text.lower()) is not None


def is_loopback(host: str) -> bool:
    """Whether `host` is this machine itself, by its name."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _text(values: Mapping[str, SettingValue], key: str) -> str:
    value = values.get(key)
    return value.strip() if isinstance(value, str) else ""


def _tenant(raw: str, problems: list[Message]) -> str:
    if not raw:
        return ""
    if raw.lower() in ANYBODY or raw.lower() == PERSONAL_TENANT or not _TENANT.fullmatch(raw):
        problems.append(msg("office365.tenant"))
        return ""
    return raw


def _ends(raw_authority: str, raw_graph: str, problems: list[Message]) -> tuple[SplitResult, SplitResult] | None:
    """Both addresses. Loopback counts only where both are; elsewhere they must be the two of one cloud of Microsoft."""
    authority = _https(raw_authority or DEFAULT_AUTHORITY, "office365.authority", problems)
    graph = _https(raw_graph or DEFAULT_GRAPH, "office365.graph_url", problems)
    if authority is None or graph is None:
        return None
    sign_in, data = (authority.hostname or "").lower(), (graph.hostname or "").lower()
    if is_loopback(sign_in) and is_loopback(data):
        return authority, graph
    if is_loopback(sign_in) or is_loopback(data):
        problems.append(msg("office365.half-loopback"))
        return None
    if data not in CLOUDS.get(sign_in, ()) or {_port(authority), _port(graph)} != {HTTPS}:
        problems.append(msg("office365.foreign-cloud"))
        return None
    return authority, graph


def _port(parts: SplitResult) -> int:
    return parts.port or HTTPS


def _https(url: str, key: str, problems: list[Message]) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        problems.append(msg("office365.address", key=key))
        return None
    is_plain = parts.username is None and not parts.query and not parts.fragment
    if parts.scheme.lower() != "https" or not parts.hostname or not is_plain:
        problems.append(msg("office365.address", key=key))
        return None
    return parts


def _authority(parts: SplitResult, tenant: str, problems: list[Message]) -> str:
    """With the tenant of policy in its path, whether or not it was written there."""
    segments = [part for part in parts.path.split("/") if part]
    if segments and segments[-1].lower() == "v2.0":
        segments.pop()
    if len(segments) > 1 or (segments and segments[0].lower() not in {*ANYBODY, tenant.lower()}):
        problems.append(msg("office365.authority-tenant"))
        return ""
    return f"https://{parts.netloc.lower()}/{tenant}" if tenant else ""


def _graph(parts: SplitResult, problems: list[Message]) -> str:
    path = parts.path.rstrip("/")
    if path.lower().endswith("/beta"):
        problems.append(msg("office365.graph-beta"))
        return ""
    if not path.endswith(f"/{GRAPH_VERSION}"):
        path = f"{path}/{GRAPH_VERSION}"
    return f"https://{parts.netloc.lower()}{path}"


def _site(raw: str, problems: list[Message]) -> tuple[str, str] | None:
    """As Graph addresses it, and its host."""
    if not raw:
        return None
    if (by_id := _SITE_ID.fullmatch(raw)) is not None:
        return raw, by_id["host"].lower()
    scheme, separator, rest = raw.partition("://")
    found = _SITE_PATH.fullmatch(unquote((rest if separator else raw).partition("?")[0]))
    if found is None or (separator and scheme.lower() != "https") or not _TENANT.fullmatch(found["host"]):
        problems.append(msg("office365.site"))
        return None
    host, path = found["host"].lower(), (found["path"] or "").rstrip("/")
    within = _WITHIN_SITE.fullmatch(path)
    path = within["site"] if within else path
    is_id = not path and "." not in host and host != "localhost"  # "root", or an id as it is
    return (found["host"] if is_id else f"{host}:{path}" if path else host), host


def _guests(values: Mapping[str, SettingValue], problems: list[Message]) -> tuple[GuestException, ...]:
    raw = values.get("office365.guests", ())
    found = []
    for number, entry in enumerate(raw if isinstance(raw, tuple) else (), start=1):
        guest = _guest(entry.strip())
        if guest is None:
            problems.append(msg("office365.guest", number=number))
        else:
            found.append(guest)
    return tuple(found)


def _guest(entry: str) -> GuestException | None:
    match = _GUEST.fullmatch(entry)
    if match is None:
        return None
    try:
        until = date.fromisoformat(match["until"])
    except ValueError:
        return None
    return GuestException(mail=match["mail"].lower(), until=until, reason=match["reason"].strip())
