"""Messages as the store keeps them between two processes: ids with plain arguments, so that each renders its own language."""

from __future__ import annotations

from datetime import datetime
from types import MappingProxyType
from typing import Any

from app.domain.messages import Argument, Message


def noted_message(message: Message) -> dict[str, Any]:
    return {"id": message.id, "arguments": {name: _plain(value) for name, value in message.arguments.items()}}


def message_of(noted: dict[str, Any]) -> Message:
    return Message(noted["id"], MappingProxyType({name: _value(value) for name, value in noted["arguments"].items()}))


def _plain(value: Argument) -> object:
    if isinstance(value, Message):
        return {"message": noted_message(value)}
    if isinstance(value, datetime):
        return {"moment": value.isoformat()}
    return value if isinstance(value, str | int) else str(value)


def _value(value: Any) -> Argument:
    if isinstance(value, dict):
        return message_of(value["message"]) if "message" in value else datetime.fromisoformat(value["moment"])
    return str(value) if isinstance(value, str) else int(value)
