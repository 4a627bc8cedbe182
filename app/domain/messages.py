"""What inner layers say: a message id with arguments. The edges render it from the one catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from types import MappingProxyType
from typing import Literal, TypeAlias

# A moment is shown exact, in the person's zone; a `date` as a day ("vrijdag 4 december"), a `time` as hours and minutes.
Argument: TypeAlias = "str | int | datetime | date | time | Message | tuple[Message, ...]"


@dataclass(frozen=True, slots=True)
class Message:
    """`id` names an entry of the catalogue; `arguments` fill its `{placeholders}`. The argument `n` chooses the plural."""

    id: str
    arguments: MappingProxyType[str, Argument] = field(default_factory=lambda: MappingProxyType({}))

    def __str__(self) -> str:
        filled = ", ".join(f"{name}={value}" for name, value in self.arguments.items())
        return f"{self.id}({filled})" if filled else self.id


def msg(id_: str, /, **arguments: Argument) -> Message:
    """Make a message. Every literal id given here is checked by a test against both languages of the catalogue."""
    return Message(id_, MappingProxyType(dict(arguments)))


def kind_text(kind: str, count: int) -> Message:
    """A kind of data with its count ("214 BSN's"). The catalogue has an entry `kind.<kind>` for each kind of the contract."""
    return Message(f"kind.{kind}", MappingProxyType({"n": count}))


def listed(parts: Sequence[Message]) -> Message:
    """Several as people list them ("214 BSN's, 214 IBAN's en 3 namen"). Raises ValueError for none."""
    if not parts:
        raise ValueError("a list of nothing")
    if len(parts) == 1:
        return parts[0]
    before = parts[0]
    for part in parts[1:-1]:
        before = msg("list.comma", before=before, next=part)
    return msg("list.and", before=before, last=parts[-1])


def column_text(column: str) -> Message:
    """The heading of a column of the command line's tables."""
    return Message(f"column.{column}")


def help_text(command: str) -> Message:
    """What a command does; the words of the command joined by dashes."""
    return Message(f"help.{command}")


def option_text(option: str) -> Message:
    """What an option means, wherever it occurs."""
    return Message(f"option.{option}")


def argument_text(argument: str) -> Message:
    """What an argument of a command is."""
    return Message(f"argument.{argument}")


def value_text(value: str) -> Message:
    """A value of the contract (a state, a place, a method) as people read it in a table."""
    return Message(f"value.{value}")


def unreadable_text(why: str) -> Message:
    """Why a file could not be read."""
    return Message(f"unreadable.{why}")


def window_text(message: Message) -> Message:
    """The same sentence as the window says it, where it was written for the command line. Most have no such text."""
    return Message(f"window.{message.id}", message.arguments)


def field_text(field: str) -> Message:
    """What a person may have left empty, with its article."""
    return Message(f"field.{field}")


def setting_text(key: str, part: Literal["name", "help"]) -> Message:
    """What people call a setting, and in one sentence what it does."""
    return Message(f"setting.{key}.{part}")


def choice_text(choice: str) -> Message:
    """One of the values that a setting offers."""
    return Message(f"choice.{choice}")


def unit_text(unit: str, number: int) -> Message:
    """A number with what it counts ("24 uur")."""
    return Message(f"unit.{unit}", MappingProxyType({"n": number}))


def check_text(check: str) -> Message:
    """What one check of the doctor is about."""
    return Message(f"check.{check}")


def event_text(event: str) -> Message:
    """What happened, as a person says it of an entry of the journal."""
    return Message(f"event.{event}")


def rule_text(requirement_id: str, part: Literal["demand", "kept", "limits"]) -> Message:
    """What a rule of the procedure asks, how the assistant keeps it, what it cannot. For the rules that are built."""
    return Message(f"procedure.{requirement_id}.{part}")


def section_text(section: str) -> Message:
    """A part of the procedure; its words joined by dashes."""
    return Message(f"section.{section.replace(' ', '-')}")


def keeper_text(module: str) -> Message:
    """What keeps a rule: a module of `traceability` as people know it."""
    return Message(f"keeper.{module.removeprefix('app.')}")
