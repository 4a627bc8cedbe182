"""One spelling for network shares."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.system.places.shares import gvfs_share, normalised_share


@pytest.mark.parametrize(
    ("source", "share"),
    [
        ("\\\\FS01\\HR\\Lijsten", "//fs01/hr"),
        ("//fs01.klant.example/HR$", "//fs01.klant.example/hr$"),
        ("\\\\?\\UNC\\fs01\\hr\\x", "//fs01/hr"),
        ("\\\\klant.sharepoint.example@SSL\\DavWWWRoot\\sites", "//klant.sharepoint.example/davwwwroot"),
        ("nas:/export/hr", "//nas/export/hr"),
        ("[2001:db8::1]:/export", "//2001:db8::1/export"),
        ("jan@host.example:docs", "//host.example/docs"),
        ("https://cloud.klant.example/remote.php/dav/", "//cloud.klant.example/remote.php/dav"),
        ("//fs01", "//fs01"),
        ("/dev/sda1", None),
        ("tmpfs", None),
        ("", None),
    ],
)
def test_every_spelling_of_a_share_becomes_one(source: str, share: str | None) -> None:
    assert normalised_share(source) == share


@pytest.mark.parametrize(
    ("name", "share"),
    [
        ("smb-share:server=FS01,share=hr,user=jan", "//fs01/hr"),
        ("sftp:host=host.example,user=jan", "//host.example"),
        ("dav:host=cloud.klant.example,ssl=true,prefix=%2Fremote.php%2Fdav", "//cloud.klant.example/remote.php/dav"),
        ("mtp:host=Phone", "//phone"),
        ("trash:", None),
        ("x", None),
    ],
)
def test_folders_of_the_virtual_file_system_name_their_share(name: str, share: str | None) -> None:
    assert gvfs_share(name) == share


@given(st.text(max_size=60))
def test_any_text_is_a_share_or_none(text: str) -> None:
    for share in (normalised_share(text), gvfs_share(text)):
        assert share is None or share.startswith("//")
