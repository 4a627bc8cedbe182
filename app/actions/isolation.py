"""How `doctor` tells what holds the process that reads documents."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from app.detect.process.measures import Force, Measure, Measures
from app.domain.messages import Message, msg

NAMES: Final[Mapping[Measure, Message]] = MappingProxyType(
    {
        Measure.LIMITS: msg("isolation.limits"),
        Measure.HANDED_OVER: msg("isolation.handed-over"),
        Measure.PRIVATE: msg("isolation.private"),
        Measure.ENDS_WITH_PARENT: msg("isolation.ends-with-parent"),
        Measure.NO_PRIVILEGES: msg("isolation.no-privileges"),
        Measure.FILES: msg("isolation.files"),
        Measure.CONNECTIONS: msg("isolation.connections"),
        Measure.SIGNALS: msg("isolation.signals"),
        Measure.SYSTEM_CALLS: msg("isolation.system-calls"),
        Measure.PROGRAMS: msg("isolation.programs"),
        Measure.LIBRARIES: msg("isolation.libraries"),
        Measure.DESKTOP: msg("isolation.desktop"),
        Measure.PYTHON_CODE: msg("isolation.python-code"),
    }
)


def in_force(measures: Measures) -> tuple[Message, ...]:
    return tuple(NAMES[measure] for measure in Measure if measures.get(measure) is Force.IN_FORCE)


def not_in_force(measures: Measures) -> tuple[Message, ...]:
    """Each with whether this system lacks it or did not grant it."""
    lacking = ((measure, measures[measure]) for measure in Measure if measure in measures)
    return tuple(_lacking(measure, force) for measure, force in lacking if force is not Force.IN_FORCE)


def _lacking(measure: Measure, force: Force) -> Message:
    return msg("isolation.absent" if force is Force.ABSENT else "isolation.refused", measure=NAMES[measure])
