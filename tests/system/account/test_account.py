"""Who works here, as far as the system tells."""

from __future__ import annotations

import sys

import pytest

from app.system.account import device_name, system_account

linux = pytest.mark.skipif(sys.platform == "win32", reason="Linux only")


def test_the_account_of_this_machine_is_text_without_surprises() -> None:
    account = system_account()
    assert account.device == device_name()
    assert account.device
    for text in (account.name, account.mail, account.device):
        assert text == text.strip()
        assert text.isprintable()


@linux
@pytest.mark.parametrize(
    ("gecos", "name", "mail"),
    [
        ("Jan de Vries,,,", "Jan de Vries", ""),
        ("Jan de Vries,12,,,jan@firma.example", "Jan de Vries", "jan@firma.example"),
        ("& de Vries", "Jdv de Vries", ""),
        ("jdv", "", ""),
        ("", "", ""),
    ],
)
def test_the_account_field_is_read(gecos: str, name: str, mail: str) -> None:
    from app.system.account._linux import from_gecos

    assert from_gecos(gecos, "jdv") == (name, mail)


@linux
@pytest.mark.parametrize(
    ("found", "shown"),
    [(("Jan\x00 de\nVries ", "Jan@Firma.Example"), ("Jan de Vries", "jan@firma.example")), (("", "no mail"), ("", ""))],
)
def test_only_plain_names_and_whole_addresses_are_taken(
    monkeypatch: pytest.MonkeyPatch, found: tuple[str, str], shown: tuple[str, str]
) -> None:
    from app.system.account import _linux

    monkeypatch.setattr(_linux, "name_and_mail", lambda: found)
    account = system_account()
    assert (account.name, account.mail) == shown
