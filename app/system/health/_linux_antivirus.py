"""Anti-virus on Linux: ClamAV by its service and the date in its signatures, Defender by its own program, others by their
services.
"""

# ruff: noqa: E402  # the platform is asserted first, for the type checker
from __future__ import annotations

import sys

assert sys.platform == "linux"

import re
from collections.abc import Callable, Collection
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path

import psutil

from app.domain.health import AntivirusProduct
from app.system.health import NotSeen
from app.system.health.programs import answer_of

CLAMAV = "ClamAV"
CLAMAV_SERVICES = ("clamd", "clamonacc")
CLAMAV_PROGRAMS = ("usr/sbin/clamd", "usr/bin/clamscan", "usr/sbin/clamonacc")
SIGNATURES = ("daily.cld", "daily.cvd")  # what freshclam keeps: changed in pieces, and as it came
HEADER_BYTES = 512
DEFENDER = "Microsoft Defender"
DEFENDER_PROGRAM = "usr/bin/mdatp"
# Others by the services they run; they tell the age of their signatures to an administrator alone.
OTHERS = {
    "Sophos": frozenset({"sophos_threat_detector", "savscand", "soapd"}),
    "ESET": frozenset({"oaeventd", "esets_daemon", "scand"}),
    "Bitdefender": frozenset({"bdsecd", "bdsrvscand"}),
    "CrowdStrike Falcon": frozenset({"falcon-sensor", "falcon-sensor-b"}),
    "SentinelOne": frozenset({"s1-agent", "sentinelone-agent"}),
    "Kaspersky": frozenset({"kesl", "klnagent"}),
    "Trend Micro": frozenset({"ds_am", "tmxbc"}),
}
_ZONE = re.compile(r"([+-]\d{4})$")


def running_programs() -> frozenset[str]:
    """Names of all processes, as far as the system shows them."""
    return frozenset(process.info["name"] or "" for process in psutil.process_iter(["name"]))


def antivirus(
    root: Path, running: Collection[str], ask: Callable[[tuple[str, ...]], str] = answer_of
) -> tuple[AntivirusProduct, ...]:
    """What is installed or runs; empty when nothing is. `root` is where the system's files begin."""
    found = [_clamav(root, running), _defender(root, ask)]
    found += [_other(name, services, running) for name, services in OTHERS.items()]
    return tuple(product for product in found if product is not None)


def _clamav(root: Path, running: Collection[str]) -> AntivirusProduct | None:
    """On means that its service runs: a program that scans when it is called protects nobody who does not call it."""
    is_on = any(service in running for service in CLAMAV_SERVICES)
    if not is_on and not any((root / program).exists() for program in CLAMAV_PROGRAMS):
        return None
    return AntivirusProduct(name=CLAMAV, is_on=is_on, signatures_at=_made_at(root / "var/lib/clamav"))


def _made_at(folder: Path) -> datetime | None:
    """The newest of its signature files says in its header when it was made: `ClamAV-VDB:22 Nov 2026 04-05 -0500:…`."""
    moments = [moment for name in SIGNATURES if (moment := _header_moment(folder / name)) is not None]
    return max(moments, default=None)


def _header_moment(path: Path) -> datetime | None:
    try:
        with path.open("rb") as file:
            header = file.read(HEADER_BYTES)
    except OSError:
        return None
    parts = header.decode("ascii", "replace").split(":")
    if parts[0] != "ClamAV-VDB" or len(parts) < 3:
        return None
    text = re.sub(r"(\d{2})-(\d{2})(?=\s|$)", r"\1:\2:00", parts[1].strip(), count=1)
    try:
        moment = parsedate_to_datetime(text if _ZONE.search(text) else f"{text} +0000")
    except ValueError:
        return None
    return moment.astimezone(UTC)


def _defender(root: Path, ask: Callable[[tuple[str, ...]], str]) -> AntivirusProduct | None:
    """Its own program answers everybody: https://learn.microsoft.com/defender-endpoint/linux-resources."""
    program = root / DEFENDER_PROGRAM
    if not program.exists():
        return None
    try:
        is_on = _health(program, "real_time_protection_enabled", ask).startswith("true")
    except NotSeen:
        return AntivirusProduct(name=DEFENDER, is_on=False)  # its service does not answer
    return AntivirusProduct(name=DEFENDER, is_on=is_on, signatures_at=_updated_at(program, ask))


def _updated_at(program: Path, ask: Callable[[tuple[str, ...]], str]) -> datetime | None:
    try:
        minutes = _health(program, "definitions_updated_minutes_ago", ask)
    except NotSeen:
        return None
    return datetime.now(UTC) - timedelta(minutes=int(minutes)) if minutes.isdigit() else None


def _health(program: Path, field: str, ask: Callable[[tuple[str, ...]], str]) -> str:
    return ask((str(program), "health", "--field", field)).strip().strip('"').lower()


def _other(name: str, services: Collection[str], running: Collection[str]) -> AntivirusProduct | None:
    # The system cuts names of processes after 15 characters.
    cut = {service[:15] for service in services}
    return AntivirusProduct(name=name, is_on=True) if cut & {program[:15] for program in running} else None
