"""Where the firm's Microsoft 365 is (VR-S3, VT-B4, VT-S1): which settings of IT count, whom the program may speak to."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.office365 import PERSONAL_TENANT, Office365Reading, Office365Settings, office365_of
from app.domain.settings import SettingValue

TENANT = "7b0e4c52-93a1-4d0f-8a6e-1f2d3c4b5a69"
SITE = "https://vroom.sharepoint.com/sites/Projecten"
LOOPBACK = {"office365.authority": "https://localhost:8443", "office365.graph_url": "https://127.0.0.1:8444"}


def read(**changed: SettingValue) -> Office365Reading:
    values: dict[str, SettingValue] = {
        "office365.tenant_id": TENANT,
        "office365.client_id": "3f1c2d4e-5a6b-4c7d-8e9f-a0b1c2d3e4f5",
        "office365.site": SITE,
    }
    return office365_of({**values, **{f"office365.{name}": value for name, value in changed.items()}})


def settings(**changed: SettingValue) -> Office365Settings:
    found = read(**changed)
    assert found.settings is not None, [str(problem) for problem in found.problems]
    assert found.problems == ()
    return found.settings


def problem(**changed: SettingValue) -> str:
    """The one problem that keeps all of it from counting."""
    found = read(**changed)
    assert found.settings is None
    assert len(found.problems) == 1, [str(each) for each in found.problems]
    return found.problems[0].id


class TestWhatCounts:
    def test_nothing_set_is_no_problem(self) -> None:
        assert office365_of({}) == Office365Reading()
        assert office365_of({"office365.permissions": "all-sites"}) == Office365Reading()

    def test_microsofts_own_addresses_are_the_default(self) -> None:
        found = settings()
        assert found.authority == f"https://login.microsoftonline.com/{TENANT}"
        assert found.graph_url == "https://graph.microsoft.com/v1.0"
        assert not found.is_test_server

    @pytest.mark.parametrize("key", ["tenant_id", "client_id", "site"])
    def test_half_of_it_does_not_count(self, key: str) -> None:
        assert problem(**{key: ""}) == "office365.missing"

    @pytest.mark.parametrize("tenant", ["common", "Organizations", "consumers", PERSONAL_TENANT, "a b", "../x"])
    def test_the_tenant_must_be_one_firms_own(self, tenant: str) -> None:
        assert problem(tenant_id=tenant) == "office365.tenant"

    @pytest.mark.parametrize(
        "authority",
        [
            "https://login.microsoftonline.com/",
            f"https://login.microsoftonline.com/{TENANT}",
            f"https://login.microsoftonline.com/{TENANT.upper()}/v2.0/",
            "https://login.microsoftonline.com/common",
        ],
    )
    def test_the_tenant_of_policy_is_in_the_address_whether_or_not_it_was_written_there(self, authority: str) -> None:
        assert settings(authority=authority).authority == f"https://login.microsoftonline.com/{TENANT}"

    def test_an_address_of_another_tenant_does_not_count(self) -> None:
        assert problem(authority="https://login.microsoftonline.com/elders.example") == "office365.authority-tenant"

    @pytest.mark.parametrize("graph_url", ["https://graph.microsoft.com", "https://graph.microsoft.com/v1.0/"])
    def test_the_version_of_graph_is_added(self, graph_url: str) -> None:
        assert settings(graph_url=graph_url).graph_url == "https://graph.microsoft.com/v1.0"

    def test_the_trial_version_of_graph_does_not_count(self) -> None:
        assert problem(graph_url="https://graph.microsoft.com/beta") == "office365.graph-beta"

    @pytest.mark.parametrize(
        ("written", "site"),
        [
            (SITE, "vroom.sharepoint.com:/sites/Projecten"),
            (SITE + "/", "vroom.sharepoint.com:/sites/Projecten"),
            ("vroom.sharepoint.com:/sites/Projecten", "vroom.sharepoint.com:/sites/Projecten"),
            ("vroom.sharepoint.com:/sites/Projecten:", "vroom.sharepoint.com:/sites/Projecten"),
            ("https://vroom.sharepoint.com/sites/Alle%20projecten", "vroom.sharepoint.com:/sites/Alle projecten"),
            (SITE + "/Gedeelde%20documenten/Forms/AllItems.aspx?id=%2Fsites", "vroom.sharepoint.com:/sites/Projecten"),
            (SITE + "/Noord", "vroom.sharepoint.com:/sites/Projecten/Noord"),
            ("vroom.sharepoint.com,1,2", "vroom.sharepoint.com,1,2"),
            ("https://vroom.sharepoint.com", "vroom.sharepoint.com"),
            (f"vroom.sharepoint.com,{TENANT},{TENANT}", f"vroom.sharepoint.com,{TENANT},{TENANT}"),
        ],
    )
    def test_a_site_is_an_address_or_an_id(self, written: str, site: str) -> None:
        found = settings(site=written)
        assert (found.site, found.site_host) == (site, "vroom.sharepoint.com")

    def test_a_bare_id_stays_as_it_is_written(self) -> None:
        assert settings(site="Site-1").site == "Site-1"

    @pytest.mark.parametrize(
        "site", ["http://vroom.sharepoint.com/sites/x", "ftp://a.example/b", "/sites/x", "een site"]
    )
    def test_something_else_is_no_site(self, site: str) -> None:
        assert problem(site=site) == "office365.site"

    def test_permissions_are_the_ones_it_chose(self) -> None:
        assert settings().scopes == ("Sites.ReadWrite.All",)
        assert settings(permissions="selected-sites").scopes == ("Files.ReadWrite", "Sites.Selected")


class TestAddresses:
    @pytest.mark.parametrize("key", ["authority", "graph_url"])
    @pytest.mark.parametrize(
        "address",
        [
            "http://login.microsoftonline.com",
            "login.microsoftonline.com",
            "https://a@graph.microsoft.com",
            "https://x:y:z",
        ],
    )
    def test_only_https_counts(self, key: str, address: str) -> None:
        """VT-S1"""
        found = read(**{key: address})
        assert found.settings is None
        assert "office365.address" in [each.id for each in found.problems]

    @pytest.mark.parametrize(
        ("authority", "graph_url"),
        [
            ("https://login.microsoftonline.com.example", ""),
            ("https://login.voorbeeld.example", "https://graph.microsoft.com"),
            ("", "https://graph.voorbeeld.example"),
            ("https://login.microsoftonline.us", "https://graph.microsoft.com"),  # two clouds
            ("https://login.microsoftonline.com:8443", ""),
        ],
    )
    def test_only_the_two_addresses_of_one_cloud_of_microsoft_count(self, authority: str, graph_url: str) -> None:
        assert problem(authority=authority, graph_url=graph_url) == "office365.foreign-cloud"

    def test_another_cloud_of_microsoft_counts(self) -> None:
        found = settings(authority="https://login.microsoftonline.us", graph_url="https://graph.microsoft.us")
        assert found.graph_url == "https://graph.microsoft.us/v1.0"

    @pytest.mark.parametrize("key", ["authority", "graph_url"])
    def test_loopback_counts_only_where_both_are(self, key: str) -> None:
        assert problem(**{key: LOOPBACK[f"office365.{key}"]}) == "office365.half-loopback"

    def test_a_test_server_is_one_by_its_addresses(self) -> None:
        found = settings(authority="https://localhost:8443", graph_url="https://[::1]:8444/v1.0")
        assert found.is_test_server
        assert found.authority == f"https://localhost:8443/{TENANT}"


class TestHosts:
    """VT-B4"""

    @pytest.mark.parametrize(
        "url",
        [
            f"https://login.microsoftonline.com/{TENANT}/oauth2/v2.0/token",
            "https://graph.microsoft.com/v1.0/sites",
            "https://graph.microsoft.com:443/v1.0/sites",
            "https://vroom.sharepoint.com/_layouts/15/download.aspx?tempauth=x",
            "https://vroom-my.sharepoint.com/personal/x/_api/uploadSession",
            "https://VROOM.sharepoint.com/x",
        ],
    )
    def test_configured_hosts_may_be_spoken_to(self, url: str) -> None:
        assert settings().allows(url)

    @pytest.mark.parametrize(
        "url",
        [
            "http://graph.microsoft.com/v1.0",
            "https://graph.microsoft.com:8443/",
            "https://graph.microsoft.com.voorbeeld.example/",
            "https://anders.sharepoint.com/",
            "https://vroom@graph.microsoft.com/",
            "https://graph.microsoft.com@voorbeeld.example/",
            "https://localhost:8443/",
            "https://graph.microsoft.com:x/",
            "",
            "file:///etc/passwd",
        ],
    )
    def test_no_other_host_may(self, url: str) -> None:
        assert not settings().allows(url)

    def test_a_test_server_keeps_everything_on_this_machine(self) -> None:
        found = settings(authority="https://localhost:8443", graph_url="https://localhost:8444")
        assert found.allows("https://localhost:9999/upload")
        assert found.allows("https://127.0.0.1:1/x")
        assert not found.allows("https://graph.microsoft.com/v1.0")
        assert not found.allows("https://vroom.sharepoint.com/sites/Projecten")

    @given(st.text(max_size=80))
    def test_whatever_is_asked_is_answered(self, url: str) -> None:
        assert settings().allows(url) in (True, False)


class TestGuests:
    """VR-S3: a dated exception, with its reason."""

    def test_an_entry_is_mail_date_and_reason(self) -> None:
        found = settings(guests=("Kim@Partner.example 2026-12-31 werkt mee aan P-100",)).guests
        assert [(guest.mail, guest.until, guest.reason) for guest in found] == [
            ("kim@partner.example", date(2026, 12, 31), "werkt mee aan P-100")
        ]

    @pytest.mark.parametrize(
        "entry",
        [
            "kim@partner.example",
            "kim@partner.example 2026-12-31",
            "kim@partner.example 2026-13-01 x",
            "2026-12-31 kim x",
        ],
    )
    def test_an_entry_without_one_of_them_lets_nobody_in(self, entry: str) -> None:
        found = read(guests=(entry,))
        assert found.settings is not None
        assert found.settings.guests == ()
        assert [(each.id, each.arguments["number"]) for each in found.problems] == [("office365.guest", 1)]
