r"""What an earlier version left on a laptop: its data directory, and its keys as Wine's Credential Manager keeps them.

`earlier.zip` was made by the commit e619038 (the third migration was its newest) on Windows CPython under Wine:

    set PYTHONPATH to that checkout; python -m app --data-dir C:\vroom-earlier
        client add "Gemeente Oudendam" --domain oudendam.example
        project add OUD-1 --client "Gemeente Oudendam" --goal Onderzoek
        agreement add OUD-1 --scope Salarislijst --purpose Onderzoek --agreed-with "Eva Mulder <e.mulder@oudendam.example>"
            --agreed-at 2026-01-05 --evidence akkoord.eml
        copy add lijst.csv --agreement …    copy add weg.csv --agreement …    copy delete … --reason klaar
        config set findings.decide_hours 12
    reg export "HKCU\Software\Wine\Credential Manager" keys.reg

A store moves with its keys: it is known by an id of its own, not by its place.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

from tests.installer.from_msi.laptop import Laptop

LEFT = Path(__file__).with_name("earlier.zip")
DATA_DIR = r"C:\vroom-assistant"
CLIENT, PROJECT, KEPT, DELETED = "Gemeente Oudendam", "OUD-1", "lijst.csv", "weg.csv"
DECIDE_HOURS = 12


def leave_on(laptop: Laptop) -> None:
    """Before anything else keeps a key there: Wine's key for all of them comes along."""
    with zipfile.ZipFile(LEFT) as left:
        left.extractall(laptop.disk)
    (laptop.disk / DATA_DIR.removeprefix("C:\\")).chmod(0o700)  # from it Wine makes the access list
    assert laptop.wine("reg", "import", r"C:\keys.reg").code == 0
    (laptop.disk / "keys.reg").unlink()
