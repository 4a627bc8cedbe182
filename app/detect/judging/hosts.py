"""Hosts and mail domains: whose they are, and which are nobody's."""

from __future__ import annotations

from typing import Final


def _listed(hosts: str) -> frozenset[str]:
    return frozenset(hosts.split())


FREE_MAIL: Final = _listed(
    """gmail.com googlemail.com outlook.com outlook.nl hotmail.com hotmail.nl live.nl live.com msn.com icloud.com
    me.com mac.com yahoo.com yahoo.nl ymail.com proton.me protonmail.com pm.me tutanota.com ziggo.nl kpnmail.nl
    kpnplanet.nl planet.nl xs4all.nl upcmail.nl home.nl hetnet.nl casema.nl chello.nl quicknet.nl tele2.nl
    telfort.nl zonnet.nl wanadoo.nl freeler.nl versatel.nl solcon.nl caiway.nl caiway.net online.nl gmx.net gmx.com
    gmx.de web.de aol.com mail.com fastmail.com zoho.com telenet.be skynet.be"""
)
# Where everybody may read: a page that a client's intranet links to is still public.
_PUBLISHERS: Final = _listed(
    """overheid.nl rijksoverheid.nl wetten.nl europa.eu cbs.nl rivm.nl rechtspraak.nl belastingdienst.nl uwv.nl svb.nl
    autoriteitpersoonsgegevens.nl tweedekamer.nl eerstekamer.nl officielebekendmakingen.nl vng.nl kvk.nl
    rekenkamer.nl raadvanstate.nl cpb.nl scp.nl pbl.nl ncsc.nl digitaleoverheid.nl duo.nl nza.nl
    zorginstituutnederland.nl igj.nl wikipedia.org wikimedia.org arxiv.org who.int
    oecd.org iso.org nen.nl"""
)
_SHAREPOINT: Final = ".sharepoint.com"
# Where an organisation rents a place of its own, behind a sign-in: registered as its domain it is still no public website.
_RENTED: Final = _listed(
    """sharepoint.com onmicrosoft.com dynamics.com powerapps.com azurewebsites.net windows.net service-now.com
    salesforce.com force.com workday.com myworkday.com successfactors.com successfactors.eu ondemand.com oraclecloud.com
    afas.online afasonline.com afasinsite.nl visma.net nmbrs.nl topdesk.net zendesk.com atlassian.net slack.com
    box.com egnyte.com sharefile.eu sharefile.com"""
)
_LABEL_LEAST: Final = 4  # letters of a domain that may be the name of a tenant too


def host_of(text: str) -> str:
    """The host of what a person typed: a host, a domain, a mail address, an address with a scheme, path or port."""
    host = text.strip().lower().rpartition("://")[2].partition("/")[0]
    return host.rpartition("@")[2].partition(":")[0].rstrip(".").removeprefix("*.").lstrip(".")


def is_free_mail(domain: str) -> bool:
    return domain in FREE_MAIL


def is_publisher(host: str) -> bool:
    """Whether what comes from there was meant for everybody. Clients among them are asked for first."""
    return with_parents(host, dict.fromkeys(_PUBLISHERS, "")) is not None


def is_rented(host: str) -> bool:
    """Whether it is an organisation's own place at a provider, where its people sign in."""
    return host not in _RENTED and with_parents(host, dict.fromkeys(_RENTED, "")) is not None


def of_one_tenant(host: str) -> tuple[str, ...]:
    """The hosts of one Microsoft 365 tenant: libraries, and the personal folders of its people."""
    if not host.endswith(_SHAREPOINT):
        return (host,)
    tenant = host.removesuffix(_SHAREPOINT).removesuffix("-my").removesuffix("-admin")
    return (f"{tenant}{_SHAREPOINT}", f"{tenant}-my{_SHAREPOINT}", f"{tenant}-files{_SHAREPOINT}")


def likely_tenant_hosts(domain: str) -> tuple[str, ...]:
    """The hosts that the tenant of an organisation with this domain most likely has; none for a short name."""
    if domain.endswith(".onmicrosoft.com"):
        name = domain.removesuffix(".onmicrosoft.com")
    else:
        name = domain.split(".")[-2] if "." in domain else ""
    if len(name) < _LABEL_LEAST:
        return ()
    names = {name, name.replace("-", "")}
    return tuple(host for form in sorted(names) for host in of_one_tenant(form + _SHAREPOINT))


def with_parents(host: str, known: dict[str, str]) -> tuple[str, str] | None:
    """The registered host that `host` is or lies under, with what is known of it."""
    parts = host.split(".")
    for start in range(len(parts)):
        candidate = ".".join(parts[start:])
        if candidate in known:
            return candidate, known[candidate]
    return None
