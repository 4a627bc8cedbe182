"""The door for developers, and the locks it installs from."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

import pytest

import dev

ROOT = Path(__file__).resolve().parents[1]
LOCKS = sorted((ROOT / "installer" / "lock").glob("*.txt"))
# Each package with all lines that belong to it.
PINNED = re.compile(
    r"^([a-z0-9-]+)==(\S+)( ; [^\\]+)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n?)+)", re.MULTILINE
)


def pins(lock: Path) -> dict[str, str]:
    return {name: version for name, version, _, _ in PINNED.findall(lock.read_text())}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_pins_everything_by_hash_and_names_no_index(lock: Path):
    text = lock.read_text()
    assert pins(lock)
    assert PINNED.sub("", text).strip() == ""
    assert not re.search(r"://|index-url|find-links", text)


def test_what_ships_is_what_was_tested():
    application, development, windows = (pins(ROOT / "installer" / "lock" / f"{name}.txt") for name in
                                         ("application", "development", "windows"))  # fmt: skip
    assert application.items() <= development.items()
    assert {name: version for name, version in windows.items() if development.get(name, version) != version} == {}
    frozen = pins(ROOT / "installer" / "lock" / "build.txt")
    assert {name: version for name, version in frozen.items() if windows.get(name, version) != version} == {}


def test_every_dependency_is_locked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    named = (re.match(r"[A-Za-z0-9_.-]+", line)[0] for line in project["dependencies"])
    wanted = {re.sub(r"[-_.]+", "-", name).lower() for name in named}
    assert wanted - set(pins(ROOT / "installer" / "lock" / "application.txt")) == set()


@pytest.mark.parametrize("name", ["windows.txt", "build.txt"])
def test_windows_packages_carry_no_conditions(name: str):
    """They are laid out by the pip of another system, which would judge conditions by itself."""
    assert ";" not in (ROOT / "installer" / "lock" / name).read_text()


def test_an_unknown_command_shows_what_there_is(capsys: pytest.CaptureFixture[str]):
    assert dev.main(["tset"]) == 2
    assert "test --windows" in capsys.readouterr().out
    assert dev.main([]) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="packages of a Linux distribution")
def test_what_is_missing_is_named_where_it_cannot_be_installed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("PATH", "")
    assert not dev.need({"age": "age", "pdfdetach": "poppler-utils"})
    told = capsys.readouterr().err
    assert "missing on this machine: age, pdfdetach" in told
    assert "apt-get install age poppler-utils" in told


def test_nothing_is_missing_nothing_is_said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    assert dev.need({})
    assert capsys.readouterr().err == ""


def test_a_changed_lock_asks_for_another_set_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    before = dev._fingerprint()
    assert before == dev._fingerprint()
    for lock in LOCKS:
        (tmp_path / lock.name).write_bytes(lock.read_bytes() + b"\n")
    monkeypatch.setattr(dev, "LOCKS", tmp_path)
    assert dev._fingerprint() != before
