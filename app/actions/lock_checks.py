"""What doctor tells of the idle lock: its limit, and what the system itself does on waking and at the lid. Source: VR-P6."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from types import MappingProxyType
from typing import Final, Protocol

from app.actions.checks import Check, CheckState
from app.domain.idle import IdleTerms
from app.domain.lock_settings import LockSettings, OnLid
from app.domain.locking import span
from app.domain.messages import Message, msg
from app.domain.rules import Stage

LOCK_CHECKS: Final = ("lock-limit", "lock-wake", "lock-lid", "lock-dynamic")
LIDS: Final[Mapping[OnLid, Message]] = MappingProxyType(
    {
        OnLid.LOCKS: msg("doctor.lid-locks"),
        OnLid.SLEEPS: msg("doctor.lid-sleeps"),
        OnLid.HIBERNATES: msg("doctor.lid-sleeps"),
        OnLid.SHUTS_DOWN: msg("doctor.lid-shuts-down"),
    }
)


class Terms(Protocol):
    def terms(self, *, on_the_road: bool) -> IdleTerms: ...

    def stage(self) -> Stage: ...

    def system(self) -> LockSettings: ...


def lock_checks(terms: Terms) -> Mapping[str, Callable[[str], Check]]:
    """By id, in the order of LOCK_CHECKS."""
    return {
        "lock-limit": lambda id_: _limit(id_, terms),
        "lock-wake": lambda id_: _wake(id_, terms.system()),
        "lock-lid": lambda id_: _lid(id_, terms.system()),
        "lock-dynamic": lambda id_: _dynamic(id_, terms.system()),
    }


def _limit(id_: str, terms: Terms) -> Check:
    """Who locks, and after how long: the assistant, the system, or both."""
    if terms.stage() is not Stage.ACT:
        return Check(
            id=id_, state=CheckState.ATTENTION, sentence=msg("lock.held-back"), fix=msg("doctor.fix-lock-stage")
        )
    after, system = span(terms.terms(on_the_road=False).limit), terms.system().locks_after
    if system is None:
        return Check(id=id_, state=CheckState.OK, sentence=msg("doctor.limit-system-unknown", after=after))
    if system == timedelta(0):
        return Check(id=id_, state=CheckState.OK, sentence=msg("doctor.limit-ours", after=after))
    return Check(id=id_, state=CheckState.OK, sentence=msg("doctor.limit-both", after=after, system=span(system)))


def _wake(id_: str, system: LockSettings) -> Check:
    if system.asks_on_wake is None:
        return Check(id=id_, state=CheckState.UNKNOWN, sentence=msg("doctor.wake-unknown"), fix=msg("doctor.fix-wake"))
    if system.asks_on_wake:
        return Check(id=id_, state=CheckState.OK, sentence=msg("doctor.wake-asks"))
    return Check(id=id_, state=CheckState.ATTENTION, sentence=msg("doctor.wake-open"), fix=msg("doctor.fix-wake"))


def _lid(id_: str, system: LockSettings) -> Check:
    if system.on_lid is None:
        return Check(id=id_, state=CheckState.UNKNOWN, sentence=msg("doctor.lid-unknown"), fix=msg("doctor.fix-lid"))
    sentence = LIDS.get(system.on_lid)
    if sentence is None:
        return Check(id=id_, state=CheckState.ATTENTION, sentence=msg("doctor.lid-nothing"), fix=msg("doctor.fix-lid"))
    return Check(id=id_, state=CheckState.OK, sentence=sentence)


def _dynamic(id_: str, system: LockSettings) -> Check:
    """Reported only: nobody has to have it."""
    if system.dynamic_lock is None:
        return Check(id=id_, state=CheckState.OK, sentence=msg("doctor.dynamic-none"))
    sentence = msg("doctor.dynamic-on") if system.dynamic_lock else msg("doctor.dynamic-off")
    return Check(id=id_, state=CheckState.OK, sentence=sentence)
