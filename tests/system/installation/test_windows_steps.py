"""The installer's steps against a real registry."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

pytestmark = pytest.mark.windows

if sys.platform == "win32":
    import winreg

    from app.system.installation import _windows_policy as policies
    from app.system.installation import _windows_records as records
    from app.system.installation import _windows_steps as steps
    from app.system.installation import past_removals
    from app.system.installation._windows_profiles import data_directories
    from app.system.installation.owed import Owing, PastRemoval
    from app.system.installation.removing import WhileOwing
    from app.system.installation.whole import list_contents
    from app.system.policy._windows import RegistryPolicy

    PLACE = r"Software\VroomAssistantTest"

    @pytest.fixture
    def keys(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
        """The installer's two keys, in the person's own hive."""
        monkeypatch.setattr(policies, "_MACHINE", winreg.HKEY_CURRENT_USER)
        monkeypatch.setattr(records, "_MACHINE", winreg.HKEY_CURRENT_USER)
        monkeypatch.setattr(records, "OWN_KEY", rf"{PLACE}\Own")
        monkeypatch.setattr(policies, "POLICY_KEY", rf"{PLACE}\Policy")
        monkeypatch.setattr(policies, "OWN_KEY", rf"{PLACE}\Own")
        monkeypatch.setattr(policies, "system_policy", lambda: RegistryPolicy(rf"{PLACE}\Policy"))
        yield rf"{PLACE}\Policy"
        for key in (rf"{PLACE}\Policy", rf"{PLACE}\Own", PLACE):
            try:
                winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)
            except FileNotFoundError:
                continue

    def imported(tmp_path: Path, text: str) -> int:
        file = tmp_path / "beleid ü.toml"
        file.write_text(text, encoding="utf-8")
        return steps.run(["policy", str(file)])

    def test_a_policy_file_becomes_policy(keys: str, tmp_path: Path) -> None:
        text = '[lock]\nidle_seconds = 120\n[team]\nleads = ["a@b.example"]\n[toasts]\nenabled = false\n'
        assert imported(tmp_path, text) == steps.GO_ON
        assert RegistryPolicy(keys).read().values == {
            "lock.idle_seconds": 120,
            "team.leads": ("a@b.example",),
            "toasts.enabled": False,
        }

    @pytest.mark.parametrize("text", ["[lock]\nidle_seconds = 5\n", "unknown = 1\n", "[", "lock = 3\n"])
    def test_one_wrong_value_and_nothing_is_taken_over(keys: str, tmp_path: Path, text: str) -> None:
        assert imported(tmp_path, f'language = "en"\n{text}') == steps.STOP
        assert RegistryPolicy(keys).read().values == {}

    def test_a_policy_file_that_is_not_there_stops_the_installer(keys: str, tmp_path: Path) -> None:
        assert steps.run(["policy", str(tmp_path / "none.toml")]) == steps.STOP

    def test_only_what_was_taken_over_goes_again(keys: str, tmp_path: Path) -> None:
        imported(tmp_path, 'language = "en"\n')
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, keys) as key:
            winreg.SetValueEx(key, "contact.privacy", 0, winreg.REG_SZ, "fg@adviesbureau.example")
        policies.forget_policy()
        assert RegistryPolicy(keys).read().values == {"contact.privacy": "fg@adviesbureau.example"}

    def test_the_policy_says_what_happens_while_something_is_owed(keys: str, tmp_path: Path) -> None:
        assert policies.while_owing() is WhileOwing.WARN
        imported(tmp_path, '[removal]\nwhile_owing = "refuse"\n')
        assert policies.while_owing() is WhileOwing.REFUSE

    @pytest.mark.parametrize(("order", "code", "recorded"), [((), "STOP", 0), (("1",), "GO_ON", 1)])
    def test_a_removal_is_refused_unless_it_is_ordered_and_then_recorded(
        keys: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, order: tuple[str, ...], code: str, recorded: int
    ) -> None:
        """VR-P4"""
        imported(tmp_path, '[removal]\nwhile_owing = "refuse"\n')
        monkeypatch.setattr(steps, "owing", lambda _directories: Owing(people=2, copies=3, unread=1))
        assert steps.run(["remove", *order]) == getattr(steps, code)
        assert past_removals() == (PastRemoval(on=datetime.now(UTC).date(), people=2),) * recorded

    def test_what_was_not_written_whole_stops_the_installer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        program = tmp_path / "vroom-assistant.exe"
        program.write_bytes(b"whole")
        (tmp_path / "program").mkdir()
        listed = list_contents(tmp_path)
        monkeypatch.setattr(sys, "executable", str(program))
        assert steps.run(["whole"]) == steps.GO_ON
        program.write_bytes(b"wh")
        assert steps.run(["whole"]) == steps.STOP
        listed.unlink()
        assert steps.run(["whole"]) == steps.STOP

    def test_the_people_of_this_machine_are_found(tmp_path: Path) -> None:
        local = Path.home() / "AppData" / "Local" / "vroom-assistant"
        assert local in data_directories()

    def test_an_unknown_step_is_refused() -> None:
        assert steps.run(["format"]) == steps.UNKNOWN
        assert steps.run([]) == steps.UNKNOWN
