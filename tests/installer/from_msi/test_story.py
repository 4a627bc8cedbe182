"""From the MSI: installed without a word, used, upgraded, repaired, not removed while somebody owes, removed without a trace.

Run by `python installer/build.py --check`, which names the installers. What is done stands in story.py.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from installer import signing, wine
from installer.freezing import MOST_BYTES
from installer.package import product_code
from installer.places import CONSOLE, TRAY, version
from tests.installer.from_msi import earlier, story
from tests.installer.from_msi.laptop import laptop_at
from tests.installer.from_msi.story import CLIENT_ID, MSI, SITE, TENANT, Told

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1_200)]

MOST_SECONDS_TO_TRAY = 3.0  # on a machine that does nothing beside it
PICTURES = ("window", "settings", "locked")
MANY_COLOURS = 200  # what is drawn has letters with soft edges; an empty window has a handful


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    with laptop_at(wine.prefixes() / "laptop") as laptop:
        earlier.leave_on(laptop)
        made = Told(laptop, tmp_path_factory.mktemp("msi"))
        made.tell(
            story.install,
            story.open_earlier,
            story.use,
            story.look_at_settings,
            story.upgrade,
            story.repair,
            story.remove,
        )
        yield made


# -- installed --------------------------------------------------------------------------------------------------------


def test_a_broken_policy_file_installs_nothing(told: Told) -> None:
    assert told.said["install with a broken policy"].code != 0
    assert told.seen["left by the broken policy"] == []


def test_it_installs_without_a_word(told: Told) -> None:
    assert told.said["install"].code == 0
    assert {CONSOLE, TRAY, "program"} <= set(told.seen["files"])
    assert 0 < told.seen["bytes"] < MOST_BYTES


def test_the_programs_tell_their_version_and_the_licences_are_there(told: Told) -> None:
    content = (told.laptop.disk / "signed.exe").read_bytes()
    for text in ("ProductVersion", version(), TRAY):
        assert text.encode("utf-16-le") in content
    assert told.seen["licences"] == ["LGPL-3.0.txt"]


def test_the_properties_of_the_installer_become_policy(told: Told) -> None:
    policy = told.seen["policy"]
    assert isinstance(policy, dict)
    assert policy["office365.tenant_id"] == TENANT
    assert policy["office365.site"] == SITE
    assert policy["office365.client_id"] == CLIENT_ID
    assert policy["lock.idle_seconds"] == "0x78"
    assert policy["team.leads"] == "leiding@voorbeeld.example"


def test_the_tray_starts_at_sign_in_and_by_a_task(told: Told) -> None:
    run = told.seen["run"]
    assert isinstance(run, dict)
    assert run["Vroom assistant"].endswith(rf'\{TRAY}" --in-tray')
    assert told.seen["task"]


def test_the_event_log_knows_the_source(told: Told) -> None:
    source = told.seen["event source"]
    assert isinstance(source, dict)
    assert source["EventMessageFile"].endswith("EventCreate.exe")


def test_installer_and_programs_are_signed(told: Told) -> None:
    """Verified where the certificate was made on the spot; whom to trust with another is for the system to say."""
    assert signing.is_signed(told.laptop.disk / "signed.exe")
    if root := os.environ.get("VROOM_SIGN_ROOT"):
        for file in (Path(MSI), told.laptop.disk / "signed.exe"):
            signing.verify(file, Path(root))


# -- used -------------------------------------------------------------------------------------------------------------


def test_the_installed_program_tells_its_version(told: Told) -> None:
    assert (told.said["version"].code, told.said["version"].text.strip()) == (0, version())


def test_the_doctor_finds_nothing_broken(told: Told) -> None:
    checks = {check["id"]: check["state"] for check in told.said["doctor"].document["checks"]}
    assert told.said["doctor"].code in (0, 1)
    assert {checks[name] for name in ("store", "keys", "journal", "vault", "detector")} == {"ok"}
    assert "failed" not in checks.values()


def test_the_demo_tells_its_story(told: Told) -> None:
    assert told.said["demo"].code == 0


def test_a_scan_reads_a_file_in_the_worker(told: Told) -> None:
    (verdict,) = told.said["scan"].document["items"]
    assert told.said["scan"].code == 1
    assert verdict["verdict"] == "client-data"
    assert verdict["path"].endswith("Ünïcode 🎉 lijst.csv")


def test_the_policy_of_the_registry_is_honoured_and_locked(told: Told) -> None:
    shown = {row["key"]: row for row in told.said["policy shown"].document["items"]}
    assert (shown["lock.idle_seconds"]["value"], shown["lock.idle_seconds"]["source"]) == (120, "policy")
    assert shown["team.leads"]["locked"]
    assert told.said["looser than the policy"].code == 2
    assert told.said["locked by the policy"].code == 2


def test_data_are_not_kept_on_a_share_or_in_a_synchronised_folder(told: Told) -> None:
    for name, why in (("data on a share", "is on a network"), ("data in OneDrive", "is synchronised by OneDrive")):
        assert told.said[name].code == 3, name
        assert why in told.said[name].text
    assert not (told.laptop.disk / story.ONEDRIVE.removeprefix("C:\\")).exists()


def test_all_that_was_installed_loads(told: Told) -> None:
    assert (told.said["complete"].code, told.said["complete"].text) == (0, "")


def test_the_tray_appears_soon_and_runs_without_an_error(told: Told) -> None:
    seconds, busy = told.seen["seconds to tray"], told.seen["busy"] / (os.cpu_count() or 1)
    if figures := os.environ.get("VROOM_FIGURES"):
        parts = ", ".join(f"{part.replace('_', ' ')} {took:.0f} s" for part, took in told.seconds.items())
        text = f"start to tray {seconds:.1f} s, installed {told.seen['bytes'] / 1e6:.0f} MB; {parts}"
        Path(figures).write_text(text, encoding="utf-8")
    assert seconds < MOST_SECONDS_TO_TRAY * max(1.0, busy)
    assert told.seen["runs on"]
    assert told.seen["tray said"] == ""
    assert told.seen["owed"]


def test_a_second_start_by_the_task_ends_by_itself(told: Told) -> None:
    assert not told.seen["second runs on"]
    assert told.seen["second ended with"] == 0


def test_the_window_comes_on_request_and_shows_the_settings(told: Told) -> None:
    """How they look is in docs/screenshots/windows; here that something is drawn, and another page than before."""
    assert told.seen["window asked for"]
    for name in PICTURES:
        assert len(told.seen[name].getcolors(1 << 24)) > MANY_COLOURS, name
    assert len({told.seen[name].tobytes() for name in PICTURES}) == len(PICTURES)
    if folder := os.environ.get("VROOM_PICTURES"):
        for name in PICTURES:
            told.seen[name].save(Path(folder) / f"{name}.png")


# -- what an earlier version left -------------------------------------------------------------------------------------


def test_the_data_of_an_earlier_version_are_all_there(told: Told) -> None:
    assert [row["name"] for row in told.said["earlier clients"].document["items"]] == [earlier.CLIENT]
    copies = {row["name"]: row["state"] for row in told.said["earlier copies"].document["items"]}
    assert copies == {earlier.KEPT: "kept", earlier.DELETED: "deleted"}
    assert len(told.said["earlier declarations"].document["items"]) == 1
    settings = {row["key"]: row["value"] for row in told.said["earlier settings"].document["items"]}
    assert settings["findings.decide_hours"] == earlier.DECIDE_HOURS


def test_what_an_earlier_version_sealed_and_noted_holds(told: Told) -> None:
    assert told.said["earlier vault"].code == 0
    assert told.said["earlier journal"].code == 0
    assert told.said["earlier journal"].document["entries"] > 16


# -- upgraded and repaired --------------------------------------------------------------------------------------------


def test_an_upgrade_ends_the_tray_and_keeps_data_and_policy(told: Told) -> None:
    assert told.said["upgrade"].code == 0
    assert not told.seen["runs on after the upgrade"]
    assert [row["name"] for row in told.said["clients after the upgrade"].document["items"]] == [
        "Gemeente Voorbeeldstad"
    ]
    assert told.seen["policy after the upgrade"] == told.seen["policy"]


def test_one_product_is_installed_after_the_upgrade(told: Told) -> None:
    assert told.seen["products"] == [product_code(version())]


def test_an_older_version_does_not_replace_a_newer_one(told: Told) -> None:
    assert told.said["downgrade"].code != 0


def test_a_repair_brings_a_lost_file_back(told: Told) -> None:
    assert told.said["repair"].code == 0
    assert told.seen["repaired"]


# -- removed ----------------------------------------------------------------------------------------------------------


def test_it_is_not_removed_while_somebody_owes_a_deletion(told: Told) -> None:
    assert told.said["remove while owing"].code != 0
    assert told.said["remove with an unreadable note"].code != 0
    assert told.seen["still there"]
    assert told.seen["task still there"]


def test_the_order_of_it_removes_everything_but_the_data(told: Told) -> None:
    assert told.said["remove all the same"].code == 0
    assert told.seen["left"] == []
    assert str(told.seen["record"]).endswith("1'}")  # one person owed
    assert {"store.db", "directory.json", "vault"} <= set(told.seen["data"])
