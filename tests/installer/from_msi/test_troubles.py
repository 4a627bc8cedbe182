"""What goes wrong while it is installed or upgraded: a full disk, two at once, the plug pulled; and nobody without rights.

Run by `python installer/build.py --check`. The tests are one story on one laptop and run in this order.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.system.installation.whole import not_whole
from installer import wine
from installer.build import EARLIER
from installer.package import product_code
from installer.places import CONSOLE, version
from tests.installer.from_msi.laptop import Laptop, laptop_at
from tests.installer.from_msi.story import MSI, POLICY_KEY, PREVIOUS, Told, left, products, task, windows

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

# Of what msiexec says, the eight bits that Wine hands on.
BUSY = 1618 & 0xFF  # ERROR_INSTALL_ALREADY_RUNNING
RESTART = 3010 & 0xFF  # ERROR_SUCCESS_REBOOT_REQUIRED
FAILED = 1627 & 0xFF  # ERROR_FUNCTION_FAILED
SMALL_MB = 48  # a third of what is installed
PROBES = ("babel", "zipp")  # packages whose description nobody reads; files are written in the order of their names
PATIENCE = 120.0  # seconds, for what takes a few where nothing else runs


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    with laptop_at(wine.prefixes() / "troubled-laptop") as laptop:
        made = Told(laptop, tmp_path_factory.mktemp("troubles"))
        made.policy_file = made.with_policy()
        yield made


@contextlib.contextmanager
def small_disk(folder: Path) -> Iterator[None]:
    """In place of the folder, for as long as it lasts; with it what was written there goes."""
    folder.mkdir(parents=True)
    command = ["mount", "-t", "tmpfs", "-o", f"size={SMALL_MB}m,mode=755", "none", str(folder)]
    if os.geteuid() != 0 or shutil.which("mount") is None or subprocess.run(command, check=False).returncode:
        folder.rmdir()
        pytest.skip("no disk may be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def until(condition: Callable[[], bool], what: str) -> None:
    ends = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < ends, what
        time.sleep(0.02)  # another process works meanwhile


def runs(laptop: Laptop) -> bool:
    return laptop.console("--version").text.strip() == version()


def test_without_rights_a_sentence_says_so() -> None:
    """In the tables: Wine knows no person without rights. 1033 is where Windows looks whether it is for the whole machine."""
    tables = {name: _table(name) for name in ("Property", "LaunchCondition", "InstallExecuteSequence")}
    assert ["ALLUSERS", "1"] in tables["Property"]
    assert [row[1] for row in tables["LaunchCondition"] if row[0].startswith("Privileged OR")] == [
        "Vroom assistant is installed for everybody on this computer: run its installer as an administrator."
    ]
    at = {row[0]: int(row[2]) for row in tables["InstallExecuteSequence"]}
    assert at["LaunchConditions"] < at["InstallInitialize"]


def test_without_room_nothing_is_left(told: Told) -> None:
    """Windows asks for the room before it begins. Wine does not, and writes short files: the program's own look finds them."""
    with small_disk(told.laptop.installed.parent):
        told.msi("without room", "/i", windows(PREVIOUS), told.policy_file)
    told.laptop.installed.parent.rmdir()  # where the small disk was
    assert told.said["without room"].code != 0
    assert left(told.laptop) == []
    assert products(told.laptop) == []


def test_what_the_policy_file_set_outlives_the_version_that_set_it(told: Told) -> None:
    """As Windows removes a version that is replaced: it tells by whom, which Wine does not."""
    told.msi("former", "/i", windows(PREVIOUS), told.policy_file)
    assert told.said["former"].code == 0
    told.seen["policy"] = told.laptop.registry(POLICY_KEY)
    assert "lock.idle_seconds" in told.seen["policy"]
    told.msi("replaced", "/x", product_code(EARLIER), f"UPGRADINGPRODUCTCODE={product_code(version())}")
    assert told.said["replaced"].code == 0
    assert not (told.laptop.installed / CONSOLE).exists()
    assert told.laptop.registry(POLICY_KEY) == told.seen["policy"]
    assert task(told.laptop).exists()
    told.msi("the next version", "/i", windows(MSI))
    assert told.said["the next version"].code == 0
    shown = {row["key"]: row for row in told.call("policy", "policy", "show", "--json").document["items"]}
    assert (shown["lock.idle_seconds"]["value"], shown["team.leads"]["locked"]) == (120, True)
    told.msi("removed", "/x", product_code(version()), "IGNOREOWED=1")  # no tray has told yet what is owed
    assert told.said["removed"].code == 0
    assert left(told.laptop) == []


def test_an_upgrade_that_was_cut_off_is_made_good_by_the_next(told: Told) -> None:
    """Windows goes back to the former version at its next start; Wine does not, so that the worst case is seen here."""
    told.msi("former again", "/i", windows(PREVIOUS), told.policy_file)
    assert told.said["former again"].code == 0
    assert told.laptop.console("client", "add", "Gemeente Voorbeeldstad", "--domain", "voorbeeldstad.example").code == 0
    early, late = (next((told.laptop.installed / "program").glob(f"{name}-*.dist-info/METADATA")) for name in PROBES)
    for probe in (early, late):
        probe.unlink()
    upgrading = told.laptop.msiexec_begun("/i", windows(MSI), told.policy_file)
    until(early.exists, "no file is written")
    told.laptop.pull_the_plug()
    upgrading.wait(PATIENCE)
    assert not late.exists()
    told.msi("again", "/i", windows(MSI), told.policy_file)
    assert told.said["again"].code == 0
    assert not_whole(told.laptop.installed) == []
    assert runs(told.laptop)
    clients = told.call("clients", "client", "list", "--json").document["items"]
    assert [row["name"] for row in clients] == ["Gemeente Voorbeeldstad"]
    assert told.call("journal", "journal", "verify", "--json").code == 0
    assert told.laptop.registry(POLICY_KEY) == told.seen["policy"]


def test_of_two_at_once_one_installs_it(told: Told) -> None:
    """Windows lets the second wait or end with 1618. Wine lets both go on, and they ask for a restart because of the other."""
    both = [told.laptop.msiexec_begun("/i", windows(MSI), told.policy_file) for _ in range(2)]
    codes = {each.wait(PATIENCE * 3) for each in both}
    assert codes & {0, RESTART}
    assert codes <= {0, RESTART, BUSY, FAILED}
    assert products(told.laptop) == [product_code(version())]
    assert not_whole(told.laptop.installed) == []
    assert runs(told.laptop)


def _table(name: str) -> list[list[str]]:
    """The rows of a table of the MSI, in Windows' own format: three lines of headings first."""
    said = subprocess.run(["msiinfo", "export", MSI, name], capture_output=True, text=True, check=True).stdout
    return [line.split("\t") for line in said.splitlines()[3:]]
