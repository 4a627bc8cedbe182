"""VR-S1a, VR-S1b on Linux: made system files, real programs, and services on a private bus (`in_desktop.py`)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.health import AntivirusProduct, Firewall, FirewallProfile, RestartReason, Unknown
from app.system.health import NotSeen
from tests.fakes import FakeLockSettings
from tests.system.desktop import assert_passes_inside, need_desktop

if sys.platform == "win32":
    pytest.skip("Linux only", allow_module_level=True)

from app.system.health import _linux_antivirus as antiviruses
from app.system.health import _linux_firewall as firewalls
from app.system.health import _linux_versions as versions
from app.system.health._linux import LinuxHealth
from app.system.health.programs import answer_of
from tests.system.health.test_health import ToldDisk

Put = Callable[..., Path]
HEADER = "ClamAV-VDB:22 Nov 2026 04-05 -0500:27400:2067000:90:X:X:build:1763802300"
OUTPUT_DROPS = "table inet filter { chain output { type filter hook output priority 0; policy drop; } }"


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Make a file of the system below `tmp_path`."""

    def make(name: str, content: str | bytes = "") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return make


def test_services_keep_the_contract_of_the_firewall(tmp_path: Path) -> None:
    """VR-S1a"""
    need_desktop()
    assert_passes_inside(Path(__file__).with_name("in_desktop.py"), tmp_path)


class TestAntivirus:
    def found(self, root: Path, *running: str, **answers: str) -> tuple[AntivirusProduct, ...]:
        def ask(command: tuple[str, ...]) -> str:
            assert command[1:3] == ("health", "--field")
            if command[3] not in answers:
                raise NotSeen(Unknown.NOT_TOLD)
            return answers[command[3]]

        return antiviruses.antivirus(root, frozenset(running), ask)

    def test_a_system_without_any_has_none(self, tmp_path: Path) -> None:
        """VR-S1a"""
        assert self.found(tmp_path, "bash", "Xorg", "") == ()

    @pytest.mark.parametrize("name", ["daily.cvd", "daily.cld"])
    def test_clamav_tells_when_its_signatures_were_made(self, tmp_path: Path, put: Put, name: str) -> None:
        """VR-S1a"""
        put(f"var/lib/clamav/{name}", HEADER.ljust(512).encode() + b"\x00\xff" * 100)
        (product,) = self.found(tmp_path, "clamd")
        assert product == AntivirusProduct(
            name="ClamAV", is_on=True, signatures_at=datetime(2026, 11, 22, 9, 5, tzinfo=UTC)
        )

    def test_the_newer_of_its_files_counts(self, tmp_path: Path, put: Put) -> None:
        put("var/lib/clamav/daily.cvd", HEADER)
        put("var/lib/clamav/daily.cld", HEADER.replace("22 Nov", "23 Nov"))
        (product,) = self.found(tmp_path, "clamonacc")
        assert product.signatures_at is not None
        assert product.signatures_at.day == 23

    @pytest.mark.parametrize(
        "header", ["", "ClamAV-VDB", "ClamAV-VDB:gisteren:1", "PK\x03\x04", "ClamAV-VDB:99 Foo 1:"]
    )
    def test_a_header_of_another_kind_tells_no_age(self, tmp_path: Path, put: Put, header: str) -> None:
        put("var/lib/clamav/daily.cvd", header)
        (product,) = self.found(tmp_path, "clamd")
        assert product.signatures_at is None

    def test_a_scanner_that_nobody_started_protects_nobody(self, tmp_path: Path, put: Put) -> None:
        """VR-S1a"""
        put("usr/bin/clamscan")
        (product,) = self.found(tmp_path, "bash")
        assert (product.name, product.is_on) == ("ClamAV", False)

    def test_defender_answers_for_itself(self, tmp_path: Path, put: Put) -> None:
        put("usr/bin/mdatp")
        answers = {"real_time_protection_enabled": "true [managed]", "definitions_updated_minutes_ago": "90"}
        (product,) = self.found(tmp_path, **answers)
        assert product.is_on
        assert product.signatures_at is not None
        age = datetime.now(UTC) - product.signatures_at
        assert timedelta(minutes=90) <= age < timedelta(minutes=92)

    def test_defender_that_does_not_answer_is_off(self, tmp_path: Path, put: Put) -> None:
        put("usr/bin/mdatp")
        assert [product.is_on for product in self.found(tmp_path)] == [False]

    def test_others_are_known_by_their_services_even_when_their_names_are_cut(self, tmp_path: Path) -> None:
        (product,) = self.found(tmp_path, "sophos_threat_detector"[:15])
        assert product == AntivirusProduct(name="Sophos", is_on=True)

    def test_real_processes_are_seen(self) -> None:
        assert any(name.startswith("py") for name in antiviruses.running_programs())


class TestFirewall:
    @pytest.mark.parametrize(
        ("text", "is_on"),
        [
            ("ENABLED=yes\nLOGLEVEL=low\n", True),
            ('ENABLED="yes"\n', True),
            ("ENABLED=no\n", False),
            ("#ENABLED=yes\n", False),
            ("", False),
        ],
    )
    def test_ufw_is_as_it_was_set(self, tmp_path: Path, put: Put, text: str, is_on: bool) -> None:
        """VR-S1a"""
        put("etc/ufw/ufw.conf", text)
        assert firewalls.firewall(tmp_path) == Firewall(profiles=(FirewallProfile(name="ufw", is_on=is_on),))

    def test_without_any_there_is_none(self, tmp_path: Path) -> None:
        assert firewalls.firewall(tmp_path) == Firewall()

    @pytest.mark.parametrize(
        ("rules", "refuses"),
        [
            ("chain input { type filter hook input priority filter; policy drop; ct state established accept }", True),
            (
                "chain input { type filter hook input priority 0;\n tcp dport 22 accept\n reject with icmp type x }",
                True,
            ),
            ("chain input {\n\t\ttype filter hook input priority filter;\n\t}\n\tchain forward {\n drop }", False),
            ("chain input { type filter hook input priority 0; policy accept; }", False),
            ("# chain input { type filter hook input priority 0; policy drop; }", False),
            (OUTPUT_DROPS, False),
            ("", False),
        ],
    )
    def test_rules_that_refuse_nothing_are_no_firewall(self, rules: str, refuses: bool) -> None:
        """VR-S1a: Debian's nftables.conf, as it comes, lets everything in."""
        assert firewalls.refuses(rules) is refuses


class TestVersions:
    def test_a_debian_is_known_with_its_point_release(self, tmp_path: Path, put: Put) -> None:
        """VR-S1b"""
        put("etc/os-release", 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\nVERSION_ID="12"\n')
        put("etc/debian_version", "12.8\n")
        found = versions.system_version(tmp_path)
        assert (found.id, found.release, found.revision) == ("debian", "12", 8)
        assert found.name == "Debian GNU/Linux 12 (bookworm)"

    def test_an_ubuntu_tells_it_in_its_version(self, tmp_path: Path, put: Put) -> None:
        put("etc/os-release", 'ID=ubuntu\nVERSION_ID="24.04"\nVERSION="24.04.1 LTS (Noble Numbat)"\n')
        assert versions.system_version(tmp_path).revision == 1

    def test_a_system_that_only_rolls_has_no_version(self, tmp_path: Path, put: Put) -> None:
        put("etc/os-release", "ID=arch\nPRETTY_NAME=Arch\n")
        with pytest.raises(NotSeen):
            versions.system_version(tmp_path)

    def test_without_os_release_it_is_not_seen(self, tmp_path: Path) -> None:
        with pytest.raises(NotSeen):
            versions.system_version(tmp_path)

    def test_this_system_is_known(self) -> None:
        assert versions.system_version(Path("/")).id

    @pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
    def test_the_version_of_a_real_libreoffice_is_read(self) -> None:
        """VR-S1b"""
        assert any(office.version.count(".") >= 2 for office in versions.offices(Path("/")))

    def test_libreoffice_of_snap_and_flatpak_is_described(self, tmp_path: Path, put: Put) -> None:
        put("snap/libreoffice/current/meta/snap.yaml", "name: libreoffice\nversion: 7.6.4.1\n")
        flatpak = "var/lib/flatpak/app/org.libreoffice.LibreOffice/current/active/files/share/metainfo/x.metainfo.xml"
        put(flatpak, '<releases><release date="2026-10-01" version="26.2.1"/><release version="25.8"/></releases>')
        assert [office.version for office in versions.offices(tmp_path)] == ["7.6.4.1", "26.2.1"]

    def test_one_that_does_not_say_it_is_not_seen(self, tmp_path: Path, put: Put) -> None:
        put("opt/libreoffice25.8/share/registry/main.xcd", "<oor:data/>")
        with pytest.raises(NotSeen):
            versions.offices(tmp_path)

    def test_looking_leaves_nothing_in_the_home(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("HOME", str(tmp_path / "home"))
        LinuxHealth(ToldDisk(answer=True), tmp_path, settings=FakeLockSettings()).facts()
        assert not (tmp_path / "home").exists()

    def test_without_office_there_is_none(self, tmp_path: Path) -> None:
        assert versions.offices(tmp_path) == ()


class TestRestart:
    def test_the_note_of_the_package_manager_is_seen(self, tmp_path: Path, put: Put) -> None:
        """VR-S1b"""
        assert versions.restart(tmp_path) == ()
        put("run/reboot-required", "*** System restart required ***\n")
        assert versions.restart(tmp_path) == (RestartReason.UPDATES,)

    def test_a_kernel_whose_modules_went_is_an_old_one(self, tmp_path: Path, put: Put) -> None:
        put("lib/modules/6.12.9/modules.dep")
        assert versions.restart(tmp_path, "6.12.9") == ()
        assert versions.restart(tmp_path, "6.12.8") == (RestartReason.KERNEL,)

    def test_a_system_without_modules_tells_nothing_of_kernels(self, tmp_path: Path) -> None:
        (tmp_path / "lib/modules").mkdir(parents=True)
        assert versions.restart(tmp_path, "6.12.8") == ()


class TestGlance:
    def test_a_change_of_a_file_shows_in_the_mark(self, tmp_path: Path, put: Put) -> None:
        health = LinuxHealth(ToldDisk(answer=True), tmp_path, tmp_path)
        before = health.mark()
        put("run/reboot-required")
        after = health.mark()
        assert before != after
        put("etc/ufw/ufw.conf", "ENABLED=yes")
        assert health.mark() not in (before, after)
        third = health.mark()
        os.utime(tmp_path / "etc/ufw/ufw.conf", (0, 0))
        assert health.mark() != third


class TestPrograms:
    def test_what_a_program_prints_is_its_answer(self) -> None:
        assert answer_of((sys.executable, "-c", "print(' ja ')")) == "ja"

    @pytest.mark.parametrize("code", ["raise SystemExit(1)", "import os; os.kill(os.getpid(), 9)"])
    def test_one_that_fails_tells_nothing(self, code: str) -> None:
        with pytest.raises(NotSeen) as refusal:
            answer_of((sys.executable, "-c", code))
        assert refusal.value.why is Unknown.NOT_TOLD

    def test_one_that_is_not_there_tells_nothing(self) -> None:
        with pytest.raises(NotSeen):
            answer_of(("/nonexistent/program",))

    def test_one_that_hangs_is_not_waited_for(self) -> None:
        with pytest.raises(NotSeen) as refusal:
            answer_of((sys.executable, "-c", "import sys; sys.stdin.read(); import time; time.sleep(60)"), 0.2)
        assert refusal.value.why is Unknown.SLOW
        assert isinstance(refusal.value.__cause__, subprocess.TimeoutExpired)
