"""IT's baseline: which versions of systems and Office it wants to see, and until when they are supported.

A file that IT keeps up to date, never knowledge of the program: what is newest changes every month. Source: VR-S1b.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

import msgspec

from app.domain.errors import InputError
from app.domain.health import OfficeVersion, SystemVersion
from app.domain.messages import Message, msg

OLDEST_BASELINE = timedelta(days=45)  # VR-S1b: an older one does not know what is newest
AHEAD = timedelta(days=2)  # a file dated later than that was dated wrongly


class SystemEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`release`, `revision`: as in SystemVersion; `revision` is the least that will do. Without `editions`: for all."""

    id: str
    release: str
    name: str = ""
    revision: int | None = None
    editions: tuple[str, ...] = ()
    supported_until: date | None = None


class OfficeEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`version` is the least that will do. Without `channel`: for every channel."""

    product: str
    version: str
    channel: str | None = None
    supported_until: date | None = None


class Baseline(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`as_of`: the day on which IT made sure that it is right."""

    as_of: date
    system: tuple[SystemEntry, ...] = ()
    office: tuple[OfficeEntry, ...] = ()

    def for_system(self, found: SystemVersion) -> SystemEntry | None:
        """The entry of this release; one for its edition goes before one for all."""
        alike = [e for e in self.system if e.id.lower() == found.id.lower() and e.release == found.release]
        own = [e for e in alike if found.edition is not None and found.edition in e.editions]
        return next(iter((*own, *(e for e in alike if not e.editions))), None)

    def for_office(self, found: OfficeVersion) -> OfficeEntry | None:
        """The entry of this product and channel; one for the channel goes before one for all."""
        alike = [e for e in self.office if e.product == found.product]
        own = [e for e in alike if e.channel is not None and e.channel == found.channel]
        return next(iter((*own, *(e for e in alike if e.channel is None))), None)

    def knows_newer_system(self, found: SystemVersion) -> bool:
        """Whether it lists a later release of the same system: then an unlisted one is an old one."""
        return any(numbers(e.release) > numbers(found.release) for e in self.system if e.id.lower() == found.id.lower())


@dataclass(frozen=True, slots=True, kw_only=True)
class BaselineReading:
    """What was found where IT puts the baseline; `problem`: why it does not count. Both None: IT put none there."""

    baseline: Baseline | None = None
    problem: Message | None = None


def parse_baseline(content: bytes) -> Baseline:
    """The baseline in a TOML file. Raises InputError, which says nothing of its content but what is wrong."""
    try:
        return msgspec.convert(tomllib.loads(content.decode("utf-8-sig")), type=Baseline)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(msg("baseline.not-toml")) from error
    except msgspec.ValidationError as error:
        raise InputError(msg("baseline.wrong-value", where=_place(str(error)))) from error


def is_current(baseline: Baseline, now: datetime) -> bool:
    """Whether it may still be trusted to know what is newest, and does not claim to come from the future."""
    age = now - datetime.combine(baseline.as_of, time(), UTC)
    return -AHEAD <= age <= OLDEST_BASELINE


def numbers(version: str) -> tuple[int, ...]:
    """`16.0.19231.20246` as numbers that compare; what is no number counts as 0, so a strange version is an old one."""
    return tuple(int(part) if part.isascii() and part.isdigit() else 0 for part in version.split("."))


def _place(problem: str) -> str:
    """Where in the file, as msgspec names it (`$.system[0].release`); the file itself when it names nothing."""
    return problem.rpartition("`")[0].rpartition("`")[2] if problem.endswith("`") else "$"
