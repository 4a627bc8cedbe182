"""What inner layers say: a message id with arguments. The edges render it from the one catalogue."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import TypeAlias

Argument: TypeAlias = "str | int | datetime | Message | tuple[Message, ...]"


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


def field_text(field: str) -> Message:
    """What a person may have left empty, with its article."""
    return Message(f"field.{field}")
