"""Each finding leads to the right page of the system's settings: which one is chosen, and what happens when it is not there."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from app.domain.health import SettingsPage
from app.system.settings_pages import settings_pages
from tests.health_samples import FakeSettingsPages


def test_the_fake_keeps_the_contract() -> None:
    for pages in (FakeSettingsPages(), settings_pages()):
        assert {type(pages.can_open(page)) for page in SettingsPage} == {bool}


@pytest.mark.skipif(sys.platform == "win32", reason="programs of Linux desktops")
class TestLinux:
    def opened(self, desktop: str, page: SettingsPage, *installed: str) -> list[Sequence[str]]:
        from app.system.settings_pages._linux import LinuxSettings

        started: list[Sequence[str]] = []
        pages = LinuxSettings(
            {"XDG_CURRENT_DESKTOP": desktop},
            lambda program: f"/usr/bin/{program}" if program in installed else None,
            started.append,
        )
        assert pages.can_open(page) is pages.open(page)
        return started

    @pytest.mark.parametrize(
        ("desktop", "page", "installed", "command"),
        [
            ("GNOME", SettingsPage.SCREEN_LOCK, "gnome-control-center", "gnome-control-center privacy"),
            ("ubuntu:GNOME", SettingsPage.UPDATES, "update-manager", "update-manager"),
            ("ubuntu:GNOME", SettingsPage.UPDATES, "gnome-software", "gnome-software --mode=updates"),
            ("KDE", SettingsPage.SCREEN_LOCK, "systemsettings5", "systemsettings5 kcm_screenlocker"),
            ("KDE", SettingsPage.FIREWALL, "systemsettings gufw", "systemsettings kcm_firewall"),
            ("XFCE", SettingsPage.FIREWALL, "gufw", "gufw"),
            ("X-Cinnamon", SettingsPage.SCREEN_LOCK, "cinnamon-settings", "cinnamon-settings screensaver"),
            ("", SettingsPage.ENCRYPTION, "gnome-disks", "gnome-disks"),
        ],
    )
    def test_the_desktops_own_page_comes_first(
        self, desktop: str, page: SettingsPage, installed: str, command: str
    ) -> None:
        program, *arguments = command.split()
        assert self.opened(desktop, page, *installed.split()) == [(f"/usr/bin/{program}", *arguments)]

    @pytest.mark.parametrize("page", list(SettingsPage))
    def test_without_such_a_program_nothing_is_opened(self, page: SettingsPage) -> None:
        assert self.opened("GNOME", page) == []

    def test_a_program_that_does_not_start_is_told(self) -> None:
        from app.system.settings_pages._linux import LinuxSettings

        def refuse(_command: Sequence[str]) -> None:
            raise OSError

        pages = LinuxSettings({}, lambda program: program, refuse)
        assert not pages.open(SettingsPage.FIREWALL)

    def test_what_was_started_is_nobodys_child(self, tmp_path: Path) -> None:
        """A real program in place of the settings: it stays when the assistant ends, and leaves nothing to wait for."""
        from app.system.settings_pages._linux import LinuxSettings

        told = tmp_path / "told"
        os.mkfifo(told)
        program = tmp_path / "gufw"
        program.write_text(f"#!/bin/sh\necho $PPID > {told}\n")
        program.chmod(0o755)
        pages = LinuxSettings({}, lambda name: str(program) if name == "gufw" else None)
        assert pages.open(SettingsPage.FIREWALL)
        assert int(told.read_text()) != os.getpid()


@pytest.mark.windows
@pytest.mark.skipif(sys.platform != "win32", reason="addresses of Windows")
class TestWindows:
    def test_every_page_has_an_address(self) -> None:
        from app.system.settings_pages._windows import ADDRESSES

        assert set(ADDRESSES) | {SettingsPage.OFFICE} == set(SettingsPage)
        assert {address.partition(":")[0] for address in ADDRESSES.values()} == {"ms-settings", "windowsdefender"}

    def test_the_page_is_opened_by_the_shell(self) -> None:
        from app.system.settings_pages._windows import WindowsSettings

        started: list[tuple[str, str]] = []
        pages = WindowsSettings({}, lambda target, arguments: started.append((target, arguments)))
        assert pages.open(SettingsPage.UPDATES)
        assert started == [("ms-settings:windowsupdate", "")]
        assert not pages.can_open(SettingsPage.OFFICE)
        assert not pages.open(SettingsPage.OFFICE)

    def test_office_is_updated_by_its_own_program(self, tmp_path: Path) -> None:
        from app.system.settings_pages._windows import OFFICE_UPDATER, WindowsSettings

        updater = tmp_path / OFFICE_UPDATER
        updater.parent.mkdir(parents=True)
        updater.touch()
        started: list[tuple[str, str]] = []
        pages = WindowsSettings(
            {"CommonProgramW6432": str(tmp_path)}, lambda target, arguments: started.append((target, arguments))
        )
        assert pages.open(SettingsPage.OFFICE)
        assert started == [(str(updater), "/update user")]

    def test_a_shell_that_refuses_is_told(self) -> None:
        from app.system.settings_pages._windows import WindowsSettings

        def refuse(_target: str, _arguments: str) -> None:
            raise OSError

        assert not WindowsSettings({}, refuse).open(SettingsPage.UPDATES)
