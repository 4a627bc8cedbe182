"""Looking at files on request."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from app.domain.errors import InputError
from app.domain.finding import Judgement, Verdict
from app.domain.ports import PlaceInfo, PlaceKind
from tests.actions.laptop import CLIENT, Laptop
from tests.samples import payroll_xlsx


@pytest.fixture
def ready(laptop: Laptop) -> Laptop:
    laptop.client()
    laptop.project()
    return laptop


def tell(laptop: Laptop, path: Path) -> Path:
    laptop.detector.verdicts[path] = laptop.judgement()
    return path


def scan(laptop: Laptop, *paths: Path, register: bool = False) -> list[str]:
    return [Path(row.path).name for row in laptop.app.scanning.scan(paths, register=register)]


def test_rows_carry_client_and_project_by_name_and_nothing_is_registered_unasked(ready: Laptop) -> None:
    path = tell(ready, ready.file())
    (row,) = ready.app.scanning.scan([path])
    assert (row.client, row.project, row.needs_attention) == (CLIENT, "P1", True)
    assert ready.app.findings.list() == ()


def test_registering_makes_findings_once(ready: Laptop) -> None:
    tell(ready, ready.file("a.xlsx"))
    tell(ready, ready.file("b.xlsx"))
    for _ in range(2):
        assert scan(ready, ready.downloads, register=True) == ["a.xlsx", "b.xlsx"]
    findings = ready.app.findings.list()
    assert len(findings) == 2
    assert len({f.group for f in findings}) == 1


def test_a_folder_is_walked_in_order_without_following_links_or_reading_our_own_data(ready: Laptop) -> None:
    ready.file("b.txt")
    ready.file("a.txt", folder=ready.downloads / "diep")
    (ready.downloads / "link.txt").symlink_to(ready.downloads / "b.txt")
    (ready.downloads / "lus").symlink_to(ready.downloads)
    assert scan(ready, ready.downloads) == ["b.txt", "a.txt"]
    seen = [row.path for row in ready.app.scanning.scan([ready.root])]
    assert not any(path.startswith(str(ready.data_dir)) for path in seen)


def test_a_path_that_is_not_there_is_refused_before_anything_is_judged(ready: Laptop) -> None:
    for wrong in (ready.root / "niets", Path("~niemand/x"), ready.root / ("x" * 5000)):
        with pytest.raises(InputError) as refused:
            ready.app.scanning.scan([ready.file(), wrong])
        assert refused.value.message.id == "scan.missing"
    assert ready.detector.judged == []


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_said(ready: Laptop) -> None:
    closed = ready.downloads / "dicht"
    closed.mkdir(mode=0)
    (row,) = ready.app.scanning.scan([ready.downloads])
    closed.chmod(0o700)
    assert (row.path, row.judgement.verdict, row.judgement.error) == (str(closed), Verdict.UNREADABLE, "no-permission")


def test_a_folder_that_cannot_be_listed_is_no_clean_folder(ready: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    """VR-K1: unknown is never shown as clean."""
    ready.file("a.txt")
    closed = ready.downloads / "dicht"
    closed.mkdir()
    scandir = os.scandir

    def refusing(path: str | Path) -> object:
        if str(path) == str(closed):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    rows = list(ready.app.scanning.scan([ready.downloads]))
    assert [(Path(r.path).name, r.judgement.verdict) for r in rows] == [
        ("a.txt", Verdict.CLEAN),
        ("dicht", Verdict.UNREADABLE),
    ]


def test_in_a_clients_own_storage_it_is_told_and_not_registered(ready: Laptop) -> None:
    """VR-P1b: a match is no copy."""
    from tests.actions.laptop import details

    ready.app.clients.change(CLIENT, details(shares=("//fs01/personeel",)))
    ready.places.told[ready.downloads] = PlaceInfo(kind=PlaceKind.NETWORK, share="//fs01/personeel")
    tell(ready, ready.file())
    (row,) = ready.app.scanning.scan([ready.downloads], register=True)
    assert row.judgement.verdict is Verdict.CLIENT_DATA
    assert ready.app.findings.list() == ()


def test_the_real_detector_finds_a_payroll(ready: Laptop) -> None:
    """VR-K1: end to end, with the worker process."""
    del ready.app.__dict__["detector"]
    path = payroll_xlsx(ready.downloads / "salaris.xlsx", 30, client_name=CLIENT)
    (row,) = ready.app.scanning.scan([path], register=True)
    assert row.judgement.verdict is Verdict.CLIENT_DATA
    assert row.judgement.kinds["bsn"] == 30
    (finding,) = ready.app.findings.list()
    assert finding.kinds == row.judgement.kinds


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="POSIX")
def test_a_fifo_among_the_files_holds_nothing_up(ready: Laptop) -> None:
    os.mkfifo(ready.downloads / "pijp")
    ready.detector.verdicts[ready.downloads / "pijp"] = Judgement(verdict=Verdict.UNREADABLE, error="special-file")
    assert scan(ready, ready.downloads, register=True) == ["pijp"]
