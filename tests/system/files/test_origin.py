"""The mark of the web, as written and as broken."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.finding import Origin
from app.system.files import local_files
from app.system.files.zone import STREAM_LIMIT, host_of, parse_zone

MARK = b"[ZoneTransfer]\r\nZoneId=3\r\nReferrerUrl=https://Portaal.Klant.example/lijst\r\nHostUrl=https://files.klant.example:8443/x?y=1\r\n"
EXPECTED = Origin(host="files.klant.example", referrer_host="portaal.klant.example", zone=3)


@pytest.mark.parametrize(
    "content",
    [
        MARK,
        MARK.replace(b"\r\n", b"\n"),
        b"\xef\xbb\xbf" + MARK,
        MARK.decode().encode("utf-16"),
        b"junk\n\x00\xff[other]\nHostUrl=https://wrong.example\n" + MARK + b"\n[more]\nZoneId=9\n",
        MARK.replace(b"ZoneTransfer", b"ZONETRANSFER").replace(b"HostUrl=", b" hosturl = "),
    ],
)
def test_hosts_are_read_from_the_stream(content: bytes) -> None:
    assert parse_zone(content) == EXPECTED


@pytest.mark.parametrize("content", [b"", b"\x00" * 100, b"[ZoneTransfer]", b"ZoneId=3", b"[ZoneTransfer]\nZoneId=-\n"])
def test_a_stream_that_tells_nothing_is_no_origin(content: bytes) -> None:
    assert parse_zone(content) is None


def test_no_more_than_the_limit_is_read() -> None:
    assert parse_zone(b";" * STREAM_LIMIT + b"\n" + MARK) is None


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://Naam:wachtwoord@Klant.Example./pad", "klant.example"),
        ("about:internet", None),
        ("data:text/plain,x", None),
        ("blob:https://app.example/1-2", "app.example"),
        ("\\\\FS01\\hr\\lijst.xlsx", "fs01"),
        ("file://fs01/hr/lijst.xlsx", "fs01"),
        ("https://müller.example/", "xn--mller-kva.example"),
        ("https://[2001:db8::1]/x", "2001:db8::1"),
        ("https://[kapot/x", None),
        ("https://a b.example/", None),
        ("https://" + "a" * 300 + ".example/", None),
        ("C:\\Users\\x\\a.zip", None),
    ],
)
def test_only_the_host_of_an_address_is_kept(url: str, host: str | None) -> None:
    assert host_of(url) == host


@given(st.binary(max_size=300))
def test_junk_never_breaks_the_reader(content: bytes) -> None:
    parse_zone(b"[ZoneTransfer]\nHostUrl=" + content)


@given(st.text(max_size=80))
def test_a_host_is_lower_case_ascii_without_separators(url: str) -> None:
    host = host_of("https://" + url)
    assert host is None or (host == host.lower() and host.isascii() and not set(host) & set("/\\@ \n"))


@pytest.fixture
def download(tmp_path: Path) -> Path:
    path = tmp_path / "lijst.xlsx"
    path.write_bytes(b"x")
    return path


def test_a_file_without_marks_has_no_origin(download: Path) -> None:
    assert local_files().origin(download) is None
    assert local_files().origin(download.parent / "nothing") is None


def test_the_stream_is_read_where_the_system_keeps_it(download: Path) -> None:
    """A stream on Windows; on Linux a file of that name beside it."""
    Path(f"{download}:Zone.Identifier").write_bytes(MARK)
    assert local_files().origin(download) == EXPECTED


@pytest.mark.skipif(sys.platform == "win32", reason="extended attributes")
def test_the_attributes_of_linux_browsers_count_first(download: Path) -> None:
    try:
        os.setxattr(download, "user.xdg.origin.url", b"https://mail.klant.example/a")
    except OSError:
        pytest.skip("no user attributes on this file system")
    os.setxattr(download, "user.xdg.referrer.url", b"\xff\xfe kapot")
    assert local_files().origin(download) == Origin(host="mail.klant.example")
    Path(f"{download}:Zone.Identifier").write_bytes(MARK)
    assert local_files().origin(download) == Origin(
        host="mail.klant.example", referrer_host="portaal.klant.example", zone=3
    )


@pytest.mark.skipif(sys.platform == "win32", reason="FIFO and link")
def test_a_mark_that_is_a_pipe_or_a_link_is_not_read(download: Path) -> None:
    mark = Path(f"{download}:Zone.Identifier")
    os.mkfifo(mark)
    assert local_files().origin(download) is None
    mark.unlink()
    (download.parent / "elsewhere").write_bytes(MARK)
    mark.symlink_to("elsewhere")
    assert local_files().origin(download) is None


@pytest.mark.skipif(sys.platform == "win32", reason="extended attributes")
def test_a_placeholder_of_nextcloud_is_cloud_only(download: Path) -> None:
    assert not local_files().is_cloud_only(download)
    try:
        os.setxattr(download, "user.nextcloud.hydrate_exec", b"/usr/bin/nextcloud")
    except OSError:
        pytest.skip("no user attributes on this file system")
    assert local_files().is_cloud_only(download)
