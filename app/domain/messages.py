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
