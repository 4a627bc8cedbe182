"""Laptops of one firm whose remote is the Microsoft 365 test server: all as wired, but for the sign-in, which it gives."""

from __future__ import annotations

from app.actions.remote_memory import StoredMemory
from app.remote.office365.http import OfficeSession
from app.remote.office365.office365 import office365_on
from tests.actions.laptop import Laptop
from tests.microsoft365 import Microsoft365
from tests.remote.office365.laptop import ServerTokens, settings_of


def policy_of(service: Microsoft365) -> dict[str, str]:
    return {
        "office365.tenant_id": service.tenant_id,
        "office365.client_id": service.client_id,
        "office365.authority": service.authority,
        "office365.graph_url": service.graph_url,
        "office365.ca_file": str(service.ca_file),
        "office365.site": service.site_url,
    }


def sign_in(laptop: Laptop, service: Microsoft365, mail: str) -> ServerTokens:
    """The laptop speaks to the server in the name of `mail`."""
    settings, tokens = settings_of(service), ServerTokens(service, mail)
    session = OfficeSession(settings, "0.0")
    laptop.app.__dict__["office_session"] = session  # closed with the assistant
    laptop.app.__dict__["office365"] = office365_on(
        settings,
        session,
        tokens,
        StoredMemory(laptop.app.office),
        laptop.app.clock.now,
        wait=lambda seconds: None,
        chance=lambda: 0.5,
    )
    return tokens
