"""What is done with the installers, in order; what was seen at each point is judged by test_story.py."""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PIL import Image

from installer.freezing import size_of
from installer.package import product_code
from installer.places import CONSOLE, TRAY, version
from tests.installer.from_msi import earlier
from tests.installer.from_msi.laptop import Laptop, Running, Said, shows_tray
from tests.samples import payroll_csv

MSI, PREVIOUS = os.environ.get("VROOM_MSI", ""), os.environ.get("VROOM_PREVIOUS_MSI", "")
POLICY_KEY = r"HKLM\Software\Policies\Vroom\Assistant"
OWN_KEY = r"HKLM\Software\Vroom\Assistant"
RUN_KEY = r"HKLM\Software\Microsoft\Windows\CurrentVersion\Run"
SOURCE_KEY = r"HKLM\SYSTEM\CurrentControlSet\Services\EventLog\Application\Vroom assistant"
TENANT, SITE = "11111111-2222-3333-4444-555555555555", "https://voorbeeld.sharepoint.com/sites/projecten"
CLIENT_ID = "66666666-7777-8888-9999-000000000000"
POLICY = """
[lock]
idle_seconds = 120

[removal]
while_owing = "refuse"

[team]
leads = ["leiding@voorbeeld.example"]

[own]
firm = "Adviesbureau Voorbeeld"
"""
ONEDRIVE_KEY, ONEDRIVE = r"HKCU\Software\Microsoft\OneDrive\Accounts\Business1", r"C:\OneDrive - Adviesbureau"
TRAY_SECONDS = 30.0
PATIENCE = 60.0  # for what takes a second or two where nothing else runs
STARTS = 3  # of the tray; the best counts: the others wait for what the machine does beside it
CTRL, PAGE_8, FIND = 0x11, ord("8"), ord("F")  # the eighth page of the window: settings


@dataclass
class Told:
    """`said`: what programs answered; `seen`: what was on the machine; `seconds`: how long each part took."""

    laptop: Laptop
    folder: Path
    said: dict[str, Said] = field(default_factory=dict)
    seen: dict[str, Any] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    policy_file: str = ""
    tray: Running | None = None

    def tell(self, *parts: Callable[[Told], None]) -> None:
        for part in parts:
            begun = time.monotonic()
            part(self)
            self.seconds[part.__name__] = time.monotonic() - begun

    def call(self, name: str, *words: str) -> Said:
        self.said[name] = self.laptop.console(*words)
        return self.said[name]

    def msi(self, name: str, *words: str) -> Said:
        self.said[name] = self.laptop.msiexec(*words)
        return self.said[name]

    def with_policy(self) -> str:
        """The property that names the policy file of IT."""
        policy = self.folder / "policy.toml"
        policy.write_text(POLICY, encoding="utf-8")
        return f"POLICYFILE={windows(policy)}"


def install(told: Told) -> None:
    broken = told.folder / "broken.toml"
    broken.write_text("[lock]\nidle_seconds = 5\n", encoding="utf-8")
    told.msi("install with a broken policy", "/i", windows(PREVIOUS), f"POLICYFILE={windows(broken)}")
    told.seen["left by the broken policy"] = left(told.laptop)
    told.policy_file = told.with_policy()
    told.msi(
        "install",
        "/i",
        windows(PREVIOUS),
        f"TENANT={TENANT}",
        f"CLIENTID={CLIENT_ID}",
        f"SITE={SITE}",
        told.policy_file,
    )
    told.seen["files"] = sorted(path.name for path in told.laptop.installed.iterdir())
    shutil.copy2(told.laptop.installed / TRAY, told.laptop.disk / "signed.exe")  # the program itself goes again
    told.seen["licences"] = [path.name for path in (told.laptop.installed / "program").rglob("LGPL-3.0.txt")]
    told.seen["bytes"] = size_of(told.laptop.installed)
    told.seen["policy"] = told.laptop.registry(POLICY_KEY)
    told.seen["run"] = told.laptop.registry(RUN_KEY)
    told.seen["event source"] = told.laptop.registry(SOURCE_KEY)
    told.seen["task"] = task(told.laptop).exists()


def open_earlier(told: Told) -> None:
    """What the version before the tray left; nobody but the installed program opens it."""
    for name, words in {
        "clients": ("client", "list", "--json"),
        "copies": ("copy", "list", "--json"),
        "declarations": ("certificate", "list", "--json"),
        "settings": ("config", "list", "--json"),
        "vault": ("vault", "check", "--json"),
        "journal": ("journal", "verify", "--json"),
    }.items():
        told.call(f"earlier {name}", "--data-dir", earlier.DATA_DIR, *words)


def use(told: Told) -> None:
    """The tray, and the console beside it: an ordinary day."""
    told.call("client", "client", "add", "Gemeente Voorbeeldstad", "--domain", "voorbeeldstad.example", "--json")
    tray, begun = _started(told), time.monotonic()
    told.call("version", "--version")
    told.call("complete", "--install-step", "complete")
    told.call("doctor", "doctor", "--json")
    told.call("demo", "--lang", "en", "demo")
    payroll = payroll_csv(told.folder / "Ünïcode 🎉 lijst.csv", 25)
    told.call("scan", "scan", windows(payroll), "--json")
    told.call("policy shown", "policy", "show", "--json")
    told.call("looser than the policy", "config", "set", "lock.idle_seconds", "300")
    told.call("locked by the policy", "config", "set", "team.leads", "iemand@voorbeeld.example")
    told.call("data on a share", "--lang", "en", "--data-dir", r"\\server\profiles\robin\vroom", "status")
    told.laptop.wine("reg", "add", ONEDRIVE_KEY, "/v", "UserFolder", "/d", ONEDRIVE, "/f")
    told.call("data in OneDrive", "--lang", "en", "--data-dir", rf"{ONEDRIVE}\vroom", "status")
    told.laptop.wine("reg", "delete", ONEDRIVE_KEY, "/f")
    told.seen["runs on"] = tray.runs_on(max(0.1, begun + TRAY_SECONDS - time.monotonic()))
    told.seen["owed"] = (told.laptop.data_dir / "owed.json").exists()
    second = told.laptop.tray("--in-tray")
    told.seen["second runs on"] = second.runs_on(PATIENCE)
    told.seen["second ended with"] = second.code
    second.end()
    told.tray = tray


def _started(told: Told) -> Running:
    """The last of several; the others are ended."""
    took = []
    for number in range(STARTS):
        tray = told.laptop.tray("--in-tray")
        took.append(tray.seconds_to_tray())
        if number < STARTS - 1:
            tray.end()
            while shows_tray(told.laptop.display):
                time.sleep(0.05)  # its icon goes a moment after it
    told.seen["seconds to tray"], told.seen["busy"] = min(took), os.getloadavg()[0]
    return tray


def look_at_settings(told: Told) -> None:
    """A second start asks the tray for its window; a shortcut opens the page."""
    before = told.laptop.picture()
    asked = told.laptop.tray()
    told.seen["window asked for"] = not asked.runs_on(PATIENCE)
    asked.end()
    told.seen["window"] = _settled(told.laptop, before)
    told.laptop.press(CTRL, PAGE_8)
    told.seen["settings"] = _settled(told.laptop, told.seen["window"])
    told.laptop.press(CTRL, FIND)
    for letter in "FIRM":  # set by the policy; in Wine's language, English
        told.laptop.press(ord(letter))
    told.seen["locked"] = _settled(told.laptop, told.seen["settings"])


def _settled(laptop: Laptop, before: Image.Image, seconds: float = PATIENCE) -> Image.Image:
    """The screen, when it shows something else than before and has come to rest."""
    ends, last = time.monotonic() + seconds, before
    while time.monotonic() < ends:
        time.sleep(0.7)  # another process draws meanwhile
        now = laptop.picture()
        if now.tobytes() == last.tobytes() != before.tobytes():
            return now
        last = now
    return last


def upgrade(told: Told) -> None:
    """While the tray runs. Wine 8 does not tell the former version that it is replaced (UPGRADINGPRODUCTCODE), so that it takes
    the policy file's values along as if it were removed; the file is given again. As Windows does it: test_troubles.py."""
    assert told.tray is not None
    told.msi("upgrade", "/i", windows(MSI), told.policy_file)
    told.seen["runs on after the upgrade"] = told.tray.runs_on(5)
    told.seen["tray said"] = told.tray.said
    told.tray.end()
    told.seen["policy after the upgrade"] = told.laptop.registry(POLICY_KEY)
    told.call("clients after the upgrade", "client", "list", "--json")
    told.seen["products"] = products(told.laptop)
    told.msi("downgrade", "/i", windows(PREVIOUS))


def repair(told: Told) -> None:
    (told.laptop.installed / TRAY).unlink()
    told.msi("repair", "/i", product_code(version()), "REINSTALL=ALL", "REINSTALLMODE=amus")  # what /fa says
    told.seen["repaired"] = (told.laptop.installed / TRAY).exists()


def remove(told: Told) -> None:
    note = told.laptop.data_dir / "owed.json"
    note.write_text('{"owed": 2, "schema": 1}', encoding="utf-8")
    told.msi("remove while owing", "/x", product_code(version()))
    told.seen["still there"] = (told.laptop.installed / CONSOLE).exists()
    told.seen["task still there"] = task(told.laptop).exists()
    # Wine 8 forgets a product whose removal it takes back.
    told.msi("install again", "/i", windows(MSI), told.policy_file)
    note.write_text("{", encoding="utf-8")
    told.msi("remove with an unreadable note", "/x", product_code(version()))
    told.msi("install once more", "/i", windows(MSI), told.policy_file)
    told.msi("remove all the same", "/x", product_code(version()), "IGNOREOWED=1")
    told.seen["left"] = left(told.laptop)
    told.seen["record"] = told.laptop.registry(OWN_KEY)
    told.seen["data"] = sorted(path.name for path in told.laptop.data_dir.iterdir())


def windows(path: str | Path) -> str:
    return "Z:" + str(path).replace("/", "\\")


def task(laptop: Laptop) -> Path:
    return laptop.disk / "windows" / "system32" / "tasks" / "Vroom" / "Assistant"


def products(laptop: Laptop) -> list[str]:
    key = r"HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall"
    said = laptop.wine("reg", "query", key, "/s")
    return re.findall(r"^HKEY_LOCAL_MACHINE\\.*\\(\{.*\})\s*$", said.text, re.MULTILINE)


def left(laptop: Laptop) -> list[str]:
    """What of the program is on the machine, a person's data left aside."""
    menus = laptop.disk.glob("**/Start Menu/Programs/Vroom assistant.lnk")
    found = [path.name for path in (laptop.installed.parent, task(laptop), *menus) if path.exists()]
    found += [key for key in (POLICY_KEY, SOURCE_KEY) if laptop.registry(key)]
    return found + [name for name in laptop.registry(RUN_KEY) if name == "Vroom assistant"]
