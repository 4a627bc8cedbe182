"""The one way out (VT-B4, VT-S1): configured hosts alone, TLS with checked certificates, nothing followed, nothing told."""

from __future__ import annotations

import logging
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
import requests

from app.domain.errors import EnvironmentLacking
from app.remote.office365.http import TALKATIVE, ForeignHost, OfficeSession, silence_libraries, trust
from tests.microsoft365 import Microsoft365
from tests.microsoft365.certificates import made_certificates, server_context
from tests.remote.office365.laptop import settings_of
from tests.system.wine import is_wine

LETS_PASS = pytest.mark.skipif(is_wine(), reason="Wine's certificate policy lets a chain without its root pass")


@pytest.fixture
def session(microsoft365: Microsoft365) -> Iterator[OfficeSession]:
    with OfficeSession(settings_of(microsoft365), "1.2.3") as made:
        yield made


@contextmanager
def server(context: ssl.SSLContext) -> Iterator[int]:
    """Something on loopback that makes a handshake with everybody, and says nothing more."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            try:
                line, _ = listening.accept()
                with line, context.wrap_socket(line, server_side=True):
                    pass
            except OSError:
                return

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield listening.getsockname()[1]
        finally:
            listening.close()
            thread.join(5)


class TestHosts:
    def test_a_configured_host_answers(self, session: OfficeSession, microsoft365: Microsoft365) -> None:
        answer = session.get(f"{microsoft365.authority}/v2.0/.well-known/openid-configuration")
        assert answer.status_code == 200

    @pytest.mark.parametrize(
        "url", ["https://graph.microsoft.com/v1.0", "http://localhost:80/x", "https://user@localhost/x"]
    )
    def test_no_other_is_contacted(self, session: OfficeSession, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """VT-B4"""
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_: pytest.fail("a name was looked up"))
        with pytest.raises(ForeignHost):
            session.get(url)

    def test_a_redirect_is_not_followed(self, session: OfficeSession, microsoft365: Microsoft365) -> None:
        microsoft365.faults.next("GET", "*/me", redirect=f"{microsoft365.authority}/discovery/v2.0/keys")
        answer = session.get(f"{microsoft365.graph_url}/me")
        assert answer.is_redirect
        assert len(microsoft365.requests) == 1
        with pytest.raises(ForeignHost):
            session.get("https://elsewhere.example/")

    def test_the_body_of_a_redirect_is_not_waited_for(self, session: OfficeSession, microsoft365: Microsoft365) -> None:
        """The library itself would read it to its end before it says where it points."""
        where = f"{microsoft365.graph_url}/elsewhere"
        microsoft365.faults.next("GET", "*/me", redirect=where, endless=True)
        with session.get(f"{microsoft365.graph_url}/me", stream=True, timeout=(5, 5)) as answer:
            assert answer.headers["Location"] == where


class TestTls:
    """VT-S1"""

    @LETS_PASS
    def test_an_unknown_certificate_is_refused(self, microsoft365: Microsoft365) -> None:
        without = replace(settings_of(microsoft365), ca_file=None)
        with OfficeSession(without, "1.2.3") as session, pytest.raises(requests.exceptions.SSLError):
            session.get(microsoft365.graph_url)
        assert microsoft365.requests == []

    @LETS_PASS
    def test_a_certificate_for_another_name_is_refused(self, microsoft365: Microsoft365, tmp_path: Path) -> None:
        """The server's is for localhost and this machine's addresses."""
        context = trust(str(microsoft365.ca_file))
        port = int(microsoft365.graph_url.split(":")[2].split("/")[0])
        with (
            socket.create_connection(("127.0.0.1", port), timeout=5) as line,
            pytest.raises(ssl.SSLCertVerificationError),
        ):
            context.wrap_socket(line, server_hostname="graph.microsoft.com")

    def test_an_old_tls_is_refused(self, tmp_path: Path) -> None:
        made_certificates().write(tmp_path)
        old = server_context(tmp_path)
        with pytest.warns(DeprecationWarning, match="TLSv1"):
            old.minimum_version, old.maximum_version = ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1
        old.set_ciphers("ALL:@SECLEVEL=0")
        with server(old) as port, socket.create_connection(("127.0.0.1", port), timeout=5) as line:
            line.settimeout(5)
            with pytest.raises(ssl.SSLError):
                trust(str(tmp_path / "ca.pem")).wrap_socket(line, server_hostname="localhost")

    @LETS_PASS
    @pytest.mark.parametrize("name", ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"])
    def test_the_environment_cannot_change_whose_certificates_count(
        self, name: str, microsoft365: Microsoft365, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """requests would take that file instead of ours, whatever it was told."""
        other = tmp_path / "other"
        other.mkdir()
        monkeypatch.setenv(name, str(made_certificates().write(other)))
        with OfficeSession(settings_of(microsoft365), "1.2.3") as session:
            assert session.get(f"{microsoft365.authority}/discovery/v2.0/keys").status_code == 200
        monkeypatch.setenv(name, str(microsoft365.ca_file))
        without = replace(settings_of(microsoft365), ca_file=None)
        with OfficeSession(without, "1.2.3") as session, pytest.raises(requests.exceptions.SSLError):
            session.get(microsoft365.graph_url)

    @LETS_PASS
    def test_a_caller_cannot_switch_the_check_off(self, microsoft365: Microsoft365) -> None:
        without = replace(settings_of(microsoft365), ca_file=None)
        with OfficeSession(without, "1.2.3") as session, pytest.raises(requests.exceptions.SSLError):
            session.get(microsoft365.graph_url, verify=False)

    def test_what_it_set_as_certificates_must_be_some(self, microsoft365: Microsoft365, tmp_path: Path) -> None:
        settings = settings_of(microsoft365)
        empty = tmp_path / "empty.pem"
        empty.write_text("no certificate")
        for path, message in ((tmp_path / "gone.pem", "ca-unreadable"), (empty, "ca-no-certificates")):
            with pytest.raises(EnvironmentLacking) as caught:
                OfficeSession(replace(settings, ca_file=str(path)), "1.2.3")
            assert caught.value.message.id == f"office365.{message}"


class TestNothingIsTold:
    def test_it_says_who_it_is_as_microsoft_asks(self, session: OfficeSession, microsoft365: Microsoft365) -> None:
        session.get(microsoft365.graph_url)
        assert microsoft365.requests[0].headers.get("User-Agent") == "NONISV|Vroom|VroomAssistant/1.2.3"

    def test_figures_about_its_use_are_left_out(self, session: OfficeSession, microsoft365: Microsoft365) -> None:
        """VT-B4: msal counts how it is used and sends it along."""
        session.get(microsoft365.graph_url, headers={"x-client-current-telemetry": "4|84,1|", "x-client-ver": "1"})
        sent = microsoft365.requests[0].headers
        assert (sent.get("x-client-current-telemetry"), sent.get("x-client-ver")) == (None, "1")

    def test_no_cookie_is_kept(self, session: OfficeSession, microsoft365: Microsoft365) -> None:
        from tests.microsoft365.messages import Answer

        microsoft365.faults.next("GET", "*", answer=Answer(200, headers={"Set-Cookie": "who=anna; Path=/"}))
        session.get(microsoft365.graph_url)
        session.get(microsoft365.graph_url)
        assert microsoft365.requests[1].headers.get("Cookie") is None
        assert list(session.cookies) == []

    def test_netrc_does_not_replace_our_token(
        self, session: OfficeSession, microsoft365: Microsoft365, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        netrc = tmp_path / "netrc"
        netrc.write_text("machine localhost login somebody password secret\n")
        netrc.chmod(0o600)
        monkeypatch.setenv("NETRC", str(netrc))
        session.get(microsoft365.graph_url, headers={"Authorization": "Bearer ours"})
        assert microsoft365.requests[0].headers.get("Authorization") == "Bearer ours"

    @pytest.mark.parametrize("name", TALKATIVE)
    def test_what_libraries_log_reaches_nobody(self, name: str, caplog: pytest.LogCaptureFixture) -> None:
        inner = logging.getLogger(f"{name}.deep.inside")
        silence_libraries()
        caplog.set_level(logging.DEBUG)
        logging.getLogger(name).critical("a token")
        inner.setLevel(logging.DEBUG)
        try:
            inner.critical("a token")
        finally:
            inner.setLevel(logging.NOTSET)
        assert caplog.records == []


class TestProxies:
    def test_those_of_the_system_are_used(self, microsoft365: Microsoft365, monkeypatch: pytest.MonkeyPatch) -> None:
        from app.remote.office365 import http

        monkeypatch.setenv("HTTPS_PROXY", "http://proxy.voorbeeld.example:3128")
        monkeypatch.setenv("NO_PROXY", "vroom.sharepoint.com")
        assert http._proxies("https://graph.microsoft.com/v1.0")["https"] == "http://proxy.voorbeeld.example:3128"
        assert "https" not in http._proxies("https://vroom.sharepoint.com/x")

    def test_this_machine_is_never_reached_by_a_proxy(
        self, session: OfficeSession, microsoft365: Microsoft365, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
        assert session.get(f"{microsoft365.authority}/discovery/v2.0/keys").status_code == 200


def test_a_host_that_does_not_answer_is_not_waited_for_for_ever(
    session: OfficeSession, microsoft365: Microsoft365, monkeypatch: pytest.MonkeyPatch
) -> None:
    from requests.adapters import HTTPAdapter

    given: list[object] = []

    def send(self: HTTPAdapter, request: object, **kwargs: object) -> requests.Response:
        given.append(kwargs["timeout"])
        raise requests.ConnectTimeout

    monkeypatch.setattr(HTTPAdapter, "send", send)
    with pytest.raises(requests.ConnectTimeout):
        session.get(microsoft365.graph_url)
    with pytest.raises(requests.ConnectTimeout):
        session.get(microsoft365.graph_url, timeout=3)
    assert given == [(10.0, 60.0), 3]
