"""The O365 library as a second opinion: it signs in, uploads, lists and downloads here as at Microsoft."""

from __future__ import annotations

import importlib
import logging
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msal
import pytest

from tests.microsoft365.fixtures import microsoft365
from tests.microsoft365.microsoft365 import Microsoft365

__all__ = ["microsoft365"]
O365 = pytest.importorskip("O365")
SCOPES = ["Files.ReadWrite.All", "Sites.ReadWrite.All", "User.Read"]


@pytest.fixture
def account(microsoft365: Microsoft365) -> Iterator[Any]:
    """Signed in; its logger tells tokens and upload addresses, so it is kept silent."""

    class Local(O365.MSGraphProtocol):  # type: ignore[misc, name-defined]  # O365 has no types
        _protocol_url = microsoft365.graph_url.removesuffix("v1.0")

    logging.getLogger("O365").setLevel(logging.CRITICAL)
    made = O365.Account(
        (microsoft365.client_id,),
        auth_flow_type="public",
        tenant_id=microsoft365.tenant_id,
        protocol=Local(timezone="UTC"),  # it would compare the zone of this machine with what tests made of it
        token_backend=importlib.import_module("O365.utils.token").MemoryTokenBackend(),
        verify_ssl=str(microsoft365.ca_file),
        requests_delay=0,
    )
    app = msal.PublicClientApplication(
        microsoft365.client_id,
        authority=microsoft365.authority,
        instance_discovery=False,
        verify=str(microsoft365.ca_file),
        token_cache=made.con.token_backend,
    )
    made.con._msal_client = app
    flow = app.initiate_auth_code_flow(SCOPES, redirect_uri="http://localhost:1/", response_mode="form_post")
    browser = microsoft365.browser("anna@vroom.example")
    browser.open(flow["auth_uri"])
    assert "access_token" in app.acquire_token_by_auth_code_flow(flow, browser.told)
    made.username = "anna@vroom.example"
    yield made
    made.con.session.close()
    app.http_client.close()


def test_it_uploads_lists_and_downloads(microsoft365: Microsoft365, account: Any, tmp_path: Path) -> None:
    small, large = tmp_path / "small.txt", tmp_path / "large.bin"
    small.write_bytes(b"hello")
    large.write_bytes(os.urandom(5 * 1024 * 1024 + 7))
    site = account.sharepoint().get_site(microsoft365.site_id)
    root = site.get_default_document_library().get_root_folder()
    folder = root.create_child_folder("Dossier")
    assert folder.upload_file(small).name == "small.txt"
    assert folder.upload_file(large).size == large.stat().st_size
    assert sorted(item.name for item in folder.get_items()) == ["large.bin", "small.txt"]
    target = tmp_path / "back"
    target.mkdir()
    item = site.get_default_document_library().get_item_by_path("/Dossier/large.bin")
    assert item.download(target, name="large.bin")
    assert (target / "large.bin").read_bytes() == large.read_bytes()
    assert microsoft365.drive.read("Dossier/small.txt") == b"hello"


def test_it_meets_the_second_session_and_the_lost_answer(
    microsoft365: Microsoft365, account: Any, tmp_path: Path
) -> None:
    """What the library does not do: it never asks an upload session how far it is."""
    large = tmp_path / "large.bin"
    large.write_bytes(os.urandom(6 * 1024 * 1024))
    root = account.sharepoint().get_site(microsoft365.site_id).get_default_document_library().get_root_folder()
    microsoft365.faults.next("PUT", "*/uploadSession", lose_answer=True)
    with pytest.raises(Exception, match=r"416|409"):
        root.upload_file(large)
    assert microsoft365.drive.paths() == []


def test_it_reads_a_list(microsoft365: Microsoft365, account: Any) -> None:
    records = microsoft365.add_list("Team status")
    records.add({"Title": "one"}, microsoft365.people["anna@vroom.example"])
    site = account.sharepoint().get_site(microsoft365.site_id)
    found = site.get_list_by_name("Team status")
    assert [item.fields["Title"] for item in found.get_items(expand_fields=True)] == ["one"]
