"""The one way out: TLS with the system's certificates, the system's proxies, configured hosts alone. Source: VT-B4, VT-S1.

Redirects are not followed: whoever asked decides where it goes on. Nothing of what is sent is remembered (no cookies, no
netrc), and the environment cannot change whose certificates count (REQUESTS_CA_BUNDLE).
"""

from __future__ import annotations

import logging
import ssl
from collections.abc import Iterator
from http.cookiejar import DefaultCookiePolicy
from typing import Any, Final
from urllib.parse import urlsplit

import requests
import truststore
from requests.adapters import HTTPAdapter
from requests.cookies import RequestsCookieJar
from requests.utils import get_environ_proxies

from app.domain.causes import cause_of
from app.domain.errors import EnvironmentLacking
from app.domain.messages import msg
from app.domain.office365 import Office365Settings, is_loopback
from app.domain.remote_errors import RemoteRefused

CONNECT_SECONDS: Final = 10.0
READ_SECONDS: Final = 60.0  # between two pieces of an answer, not for the whole of it
MEASURING: Final = ("x-client-current-telemetry", "x-client-last-telemetry")  # how msal is used, for Microsoft (VT-B4)
# Of these libraries nothing is told: they write tokens, codes and upload addresses into their logs.
TALKATIVE: Final = ("msal", "msal_extensions", "pymsalruntime", "urllib3", "requests", "O365", "charset_normalizer")


class ForeignHost(RemoteRefused):
    """Something pointed to a host that IT did not configure. Nothing was sent there."""


class OfficeSession(requests.Session):
    """Speaks to the hosts of `settings` alone. `version`: of the program, for the User-Agent that Microsoft asks for.

    Raises ForeignHost, EnvironmentLacking (the CA file of policy cannot be read), and what requests raises.
    Several threads may use it. It is closed by whoever made it.
    """

    def __init__(self, settings: Office365Settings, version: str) -> None:
        super().__init__()
        silence_libraries()
        self._settings = settings
        self.trust_env = False  # else .netrc replaces our Authorization, and REQUESTS_CA_BUNDLE our certificates
        self.cookies = RequestsCookieJar(policy=DefaultCookiePolicy(allowed_domains=[]))
        # Source: https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online
        self.headers["User-Agent"] = f"NONISV|Vroom|VroomAssistant/{version}"
        self.adapters.clear()
        self.mount("https://", _SystemTrust(trust(settings.ca_file)))

    def send(self, request: requests.PreparedRequest, **kwargs: Any) -> requests.Response:
        url = request.url or ""
        if not self._settings.allows(url):
            raise ForeignHost(msg("office365.foreign-host", host=_host(url)))
        for name in MEASURING:
            request.headers.pop(name, None)
        kwargs.update(allow_redirects=False, verify=True, cert=None, proxies=_proxies(url))
        if kwargs.get("timeout") is None:
            kwargs["timeout"] = (CONNECT_SECONDS, READ_SECONDS)
        return super().send(request, **kwargs)

    def resolve_redirects(self, *_: Any, **__: Any) -> Iterator[requests.Response]:
        """None are followed. The library's own would read the whole body of the answer first, however long it is."""
        return iter(())


class _SystemTrust(HTTPAdapter):
    """One TLS context for everything; the library's own would add the certificates that it brings along."""

    def __init__(self, context: ssl.SSLContext) -> None:
        self._context = context
        super().__init__()

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs, ssl_context=self._context)

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:
        return super().proxy_manager_for(proxy, **kwargs, ssl_context=self._context)

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        conn.cert_reqs = "CERT_REQUIRED"


def trust(ca_file: str | None) -> ssl.SSLContext:
    """TLS 1.2 or later, with the certificates of the system, and those in `ca_file` (PEM). Raises EnvironmentLacking."""
    context: ssl.SSLContext = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if ca_file is not None:
        try:
            context.load_verify_locations(cafile=ca_file)
        except ssl.SSLError as error:  # before OSError, of which it is one
            raise EnvironmentLacking(msg("office365.ca-no-certificates", path=ca_file)) from error
        except OSError as error:
            raise EnvironmentLacking(msg("office365.ca-unreadable", path=ca_file, why=cause_of(error))) from error
    return context


def silence_libraries() -> None:
    """Nothing that these loggers are told goes on to any handler; those below them that exist by now are deaf too, whatever
    level somebody gives them."""
    for name in TALKATIVE:
        logger = logging.getLogger(name)
        logger.setLevel(logging.CRITICAL + 1)
        logger.propagate = False
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
    for name in list(logging.root.manager.loggerDict):
        if name.partition(".")[0] in TALKATIVE:
            logging.getLogger(name).disabled = True


def _proxies(url: str) -> dict[str, str]:
    """The system's, as environment or Windows tell it; never to this machine itself."""
    return {} if is_loopback(urlsplit(url).hostname or "") else dict(get_environ_proxies(url))


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or "?"
    except ValueError:
        return "?"
