"""What IT sets counts; what nobody vouches for does not."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.system.language import texts
from app.system.policy import PolicyReading, PolicyState, accepted, policy_place, system_policy

linux = pytest.mark.skipif(sys.platform == "win32", reason="the policy file is Linux's")

GOOD = """
"certificate.firm_key" = "abc"
language = "en"
[team]
leads = ["d1", "d2"]
[findings]
decide_hours = 48
[stage]
copies = "act"
"""


def ids(reading: PolicyReading) -> list[str]:
    return [problem.id for problem in reading.problems]


def test_the_policy_of_this_machine_can_be_asked_for() -> None:
    assert system_policy().read().state in PolicyState


def test_one_bad_value_is_named_and_the_rest_holds() -> None:
    reading = accepted(
        [("language", "fr"), ("deletion.margin_hours", 24), ("no.such", 1), ("findings.decide_hours", 73)], "here"
    )
    assert reading.values == {"deletion.margin_hours": 24}
    assert reading.state is PolicyState.IN_FORCE
    assert ids(reading) == ["policy.value-skipped"] * 3
    assert [problem.arguments["key"] for problem in reading.problems] == [
        "language",
        "no.such",
        "findings.decide_hours",
    ]


@linux
class TestFile:
    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        folder = tmp_path / "vroom-assistant"
        folder.mkdir(mode=0o755)
        return folder / "policy.toml"

    def read(self, path: Path, content: bytes | None = None, mode: int = 0o644) -> PolicyReading:
        from app.system.policy._linux import FilePolicy

        if content is not None:
            path.write_bytes(content)
            path.chmod(mode)
        return FilePolicy(path, owner=os.geteuid()).read()

    def test_no_file_is_no_policy(self, path: Path) -> None:
        assert self.read(path) == PolicyReading()
        assert self.read(path.parent / "deeper" / "policy.toml") == PolicyReading()

    def test_nested_tables_become_dotted_keys(self, path: Path) -> None:
        reading = self.read(path, GOOD.encode())
        assert reading.state is PolicyState.IN_FORCE
        assert reading.problems == ()
        assert dict(reading.values) == {
            "certificate.firm_key": "abc",
            "language": "en",
            "team.leads": ("d1", "d2"),
            "findings.decide_hours": 48,
            "stage.copies": "act",
        }

    def test_an_empty_file_is_in_force_with_nothing_in_it(self, path: Path) -> None:
        assert self.read(path, b"") == PolicyReading(state=PolicyState.IN_FORCE)

    @pytest.mark.parametrize("mode", [0o664, 0o646, 0o666])
    def test_a_file_others_can_write_does_not_count(self, path: Path, mode: int) -> None:
        reading = self.read(path, GOOD.encode(), mode)
        assert (reading.state, ids(reading), dict(reading.values)) == (PolicyState.BROKEN, ["policy.writable"], {})

    def test_a_file_in_a_folder_others_can_write_does_not_count(self, path: Path) -> None:
        path.parent.chmod(0o777)
        assert ids(self.read(path, GOOD.encode())) == ["policy.writable"]

    def test_a_file_of_somebody_else_does_not_count(self, path: Path) -> None:
        from app.system.policy._linux import FilePolicy

        path.write_bytes(GOOD.encode())
        reading = FilePolicy(path, owner=os.geteuid() + 1).read()
        assert (reading.state, ids(reading)) == (PolicyState.BROKEN, ["policy.foreign"])

    def test_a_link_a_pipe_and_a_folder_do_not_count(self, path: Path) -> None:
        (path.parent / "real.toml").write_text(GOOD)
        path.symlink_to("real.toml")
        assert ids(self.read(path)) == ["policy.not-a-file"]
        path.unlink()
        os.mkfifo(path, 0o600)
        assert ids(self.read(path)) == ["policy.not-a-file"]
        path.unlink()
        path.mkdir()
        assert ids(self.read(path)) == ["policy.not-a-file"]

    @pytest.mark.parametrize(
        "content", [b"language = ", b"\xff\xfe", b"a = 1\na = 2", b"a = " + b"[" * 5000, b"\x00", b"<xml/>"]
    )
    def test_what_is_no_toml_does_not_count(self, path: Path, content: bytes) -> None:
        reading = self.read(path, content)
        assert (reading.state, ids(reading)) == (PolicyState.BROKEN, ["policy.not-toml"])

    def test_a_file_over_the_limit_does_not_count(self, path: Path) -> None:
        assert ids(self.read(path, b"#" * (1024 * 1024 + 1))) == ["policy.too-large"]
        assert self.read(path, b"#" * (1024 * 1024)).state is PolicyState.IN_FORCE

    def test_values_of_strange_types_are_skipped(self, path: Path) -> None:
        reading = self.read(path, b"language = 2026-01-01\nteam.leads = [1]\nremote.folder = 3.5\nown.name = 'J'\n")
        assert dict(reading.values) == {"own.name": "J"}
        assert len(reading.problems) == 3


@pytest.mark.windows
@pytest.mark.skipif(sys.platform != "win32", reason="Windows only")
class TestRegistry:
    KEY = r"Software\Policies\VroomTest\Assistant"

    @pytest.fixture(autouse=True)
    def _clean(self) -> Iterator[None]:
        self.remove()
        yield
        self.remove()

    def remove(self) -> None:
        import winreg

        for hive in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
            for key in (rf"{self.KEY}\team.leads", self.KEY):
                try:
                    winreg.DeleteKey(hive, key)
                except FileNotFoundError:
                    continue

    def read(self) -> PolicyReading:
        from app.system.policy._windows import RegistryPolicy

        return RegistryPolicy(self.KEY).read()

    def test_no_key_is_no_policy(self) -> None:
        assert self.read() == PolicyReading()

    def test_the_machine_comes_before_the_user_and_lists_have_two_forms(self) -> None:
        import winreg

        with winreg.CreateKey(winreg.HKEY_LOCAL_MACHINE, self.KEY) as key:
            winreg.SetValueEx(key, "findings.decide_hours", 0, winreg.REG_DWORD, 48)
            winreg.SetValueEx(key, "language", 0, winreg.REG_SZ, "en")
            winreg.SetValueEx(key, "team.devices", 0, winreg.REG_MULTI_SZ, ["a", "b"])
            winreg.SetValueEx(key, "copies.pause_on_battery_saver", 0, winreg.REG_DWORD, 0)
            winreg.SetValueEx(key, "own.name", 0, winreg.REG_BINARY, b"x")
            winreg.SetValueEx(key, "stage.copies", 0, winreg.REG_SZ, "never")
            with winreg.CreateKey(key, "team.leads") as below:
                winreg.SetValueEx(below, "1", 0, winreg.REG_SZ, "d1")
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, self.KEY) as key:
            winreg.SetValueEx(key, "language", 0, winreg.REG_SZ, "nl")
            winreg.SetValueEx(key, "own.firm", 0, winreg.REG_SZ, "Voorbeeld BV")
        reading = self.read()
        assert reading.state is PolicyState.IN_FORCE
        assert dict(reading.values) == {
            "findings.decide_hours": 48,
            "language": "en",
            "team.devices": ("a", "b"),
            "team.leads": ("d1",),
            "copies.pause_on_battery_saver": False,
            "own.firm": "Voorbeeld BV",
        }
        assert sorted(ids(reading)) == ["policy.value-kind", "policy.value-skipped"]

    def test_values_of_a_wrong_type_or_out_of_range_are_named_and_the_defaults_count(self) -> None:
        import winreg

        wrong: tuple[tuple[str, int, object], ...] = (
            ("lock.idle_seconds", winreg.REG_DWORD, 5),
            ("lock.grace_minutes", winreg.REG_DWORD, 0xFFFFFFFF),
            ("deletion.margin_hours", winreg.REG_SZ, "veel"),
            ("findings.decide_hours", winreg.REG_QWORD, 24),
            ("copies.reconcile_minutes", winreg.REG_BINARY, b"\x05"),
            ("copies.read_pictures", winreg.REG_SZ, "misschien"),
            ("language", winreg.REG_DWORD, 7),
            ("contact.privacy", winreg.REG_MULTI_SZ, ["a", "b"]),
            ("team.devices", winreg.REG_DWORD, 3),
            ("bestaat.niet", winreg.REG_SZ, "x"),
        )
        with winreg.CreateKey(winreg.HKEY_LOCAL_MACHINE, self.KEY) as key:
            for name, kind, value in wrong:
                winreg.SetValueEx(key, name, 0, kind, value)
            winreg.SetValueEx(key, "toasts.enabled", 0, winreg.REG_DWORD, 0)
        reading = self.read()
        assert dict(reading.values) == {"toasts.enabled": False}
        assert len(reading.problems) == len(wrong)
        for language in ("nl", "en"):
            told = [texts(language).render(problem) for problem in reading.problems]
            assert all(any(name in sentence for sentence in told) for name, _, _ in wrong)


def test_the_place_of_the_policy_is_named_as_it_knows_it():
    expected = (
        r"HKLM\Software\Policies\Vroom\Assistant" if sys.platform == "win32" else "/etc/vroom-assistant/policy.toml"
    )
    assert policy_place() == expected
