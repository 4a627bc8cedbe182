"""Reads what IT set for this machine. Missing or broken policy means the defaults, reported; one bad value costs itself."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from app.domain.errors import InputError
from app.domain.messages import Message, msg
from app.domain.settings import SettingValue, parse_setting


class PolicyState(StrEnum):
    NONE = "none"
    IN_FORCE = "in-force"
    BROKEN = "broken"  # there is one, but it cannot be trusted or read: nothing of it counts


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyReading:
    """`values` are parsed and within their bounds; `problems` say what was left out, and where."""

    values: Mapping[str, SettingValue] = field(default_factory=dict)
    state: PolicyState = PolicyState.NONE
    problems: tuple[Message, ...] = ()


class PolicySource(Protocol):
    def read(self) -> PolicyReading:
        """What counts now. Raises nothing: what goes wrong is in the reading."""
        ...


def system_policy() -> PolicySource:
    if sys.platform == "win32":
        from app.system.policy._windows import RegistryPolicy as SystemPolicy
    else:
        from app.system.policy._linux import FilePolicy as SystemPolicy
    return SystemPolicy()


def policy_place() -> str:
    """Where IT puts the policy of this machine, as IT names the place."""
    if sys.platform == "win32":
        from app.system.policy._windows import POLICY_KEY

        return f"HKLM\\{POLICY_KEY}"
    else:  # noqa: RET505  # so that the type checker knows the platform
        from app.system.policy._linux import POLICY_FILE

        return str(POLICY_FILE)


def accepted(raw: Iterable[tuple[str, object]], where: str) -> PolicyReading:
    """The reading of key and value pairs that were found at `where`; each bad one is left out and named."""
    values: dict[str, SettingValue] = {}
    problems: list[Message] = []
    for key, value in raw:
        try:
            values[key] = parse_setting(key, value)
        except InputError as error:  # unknown keys are such errors too
            problems.append(msg("policy.value-skipped", key=_shown(key), where=where, why=error.message))
    return PolicyReading(values=values, state=PolicyState.IN_FORCE, problems=tuple(problems))


def broken(problem: Message) -> PolicyReading:
    return PolicyReading(state=PolicyState.BROKEN, problems=(problem,))


def _shown(key: str) -> str:
    return "".join(char if char.isprintable() else "?" for char in key[:80])
