"""Asks the services of a Linux desktop over D-Bus: one question at a time, each with a limit. jeepney comes with keyring."""

# ruff: noqa: E402  # the platform is asserted first, for the type checker
from __future__ import annotations

import sys

assert sys.platform == "linux"

import socket
import time
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from jeepney import (  # type: ignore[import-untyped]  # jeepney has no types
    DBusAddress,
    HeaderFields,
    Message,
    MessageFlag,
    MessageType,
    Parser,
    message_bus,
    new_method_call,
)
from jeepney.bus import get_bus  # type: ignore[import-untyped]
from jeepney.io.blocking import prep_socket  # type: ignore[import-untyped]

PATIENCE_SECONDS = 2.0  # for a whole question: reaching the bus, and the answer
CHUNK_BYTES = 4096
PROPERTIES = "org.freedesktop.DBus.Properties"
INVALID = "org.freedesktop.DBus.Error.InvalidSignature"
# Nobody there who could do it: no bus, no such service, or one that carries the name and not the method.
ABSENT = frozenset(
    (
        *("ConnectionRefusedError", "FileNotFoundError", "KeyError", "PermissionError"),
        *(f"org.freedesktop.DBus.Error.{name}" for name in ("NameHasNoOwner", "NotSupported", "ServiceUnknown")),
        *(f"org.freedesktop.DBus.Error.Unknown{name}" for name in ("Interface", "Method", "Object")),
        *(f"org.freedesktop.login1.{name}" for name in ("NoSessionForPID", "NoSuchSession", "NoSuchUser")),
    )
)


class Bus(StrEnum):
    SESSION = "SESSION"
    SYSTEM = "SYSTEM"


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    bus: Bus
    name: str
    path: str
    interface: str


class Unanswered(Exception):
    """`code`: the D-Bus name of the error, or the kind of Python's. `came_late`: the service may have heard it all the same."""

    def __init__(self, code: str, *, came_late: bool = False) -> None:
        super().__init__(code)
        self.code = code
        self.came_late = came_late

    @property
    def is_absent(self) -> bool:
        return self.code in ABSENT


def ask(
    service: Service, method: str, takes: str = "", arguments: tuple[object, ...] = (), *, gives: str | None = None
) -> tuple[Any, ...]:
    """The values that `method` of `service` answers, within 2 s; `takes` and `gives` are D-Bus signatures.

    Starts no service. Raises Unanswered, also when the answer is not what it should give.
    """
    address = DBusAddress(service.path, bus_name=service.name, interface=service.interface)
    question = new_method_call(address, method, takes or None, arguments)
    question.header.flags |= MessageFlag.no_auto_start
    try:
        answer = _exchange(service.bus, question)
    except TimeoutError as error:
        raise Unanswered("TimeoutError", came_late=True) from error
    except (OSError, ValueError, KeyError, RuntimeError) as error:  # KeyError: the environment names no bus
        raise Unanswered(type(error).__name__) from error
    if answer.header.message_type is MessageType.error:
        raise Unanswered(str(answer.header.fields.get(HeaderFields.error_name, "")))
    if gives is not None and answer.header.fields.get(HeaderFields.signature, "") != gives:
        raise Unanswered(INVALID)
    return tuple(answer.body)


def properties(service: Service) -> Mapping[str, Any]:
    """All properties of the interface, without their types. Raises Unanswered."""
    (found,) = ask(replace(service, interface=PROPERTIES), "GetAll", "s", (service.interface,), gives="a{sv}")
    return {name: value for name, (_, value) in found.items()}


def is_there(bus: Bus, name: str) -> bool:
    """Whether somebody answers to `name` now. Raises Unanswered."""
    service = Service(bus=bus, name=message_bus.bus_name, path=message_bus.object_path, interface=message_bus.interface)
    return bool(ask(service, "NameHasOwner", "s", (name,), gives="b")[0])


def _exchange(bus: Bus, question: Message) -> Message:
    """jeepney's own connection waits for its first answer without a limit, so the exchange is made here."""
    end = time.monotonic() + PATIENCE_SECONDS
    with closing(prep_socket(get_bus(bus.value), timeout=PATIENCE_SECONDS)) as connection:
        parser = Parser()
        for serial, message in enumerate((message_bus.Hello(), question), start=1):
            _within(connection, end).sendall(message.serialise(serial=serial))
            answer = _answer_to(serial, connection, parser, end)
    return answer


def _answer_to(serial: int, connection: socket.socket, parser: Parser, end: float) -> Message:
    while True:
        message = parser.get_next_message()
        if message is None:
            data = _within(connection, end).recv(CHUNK_BYTES)
            if not data:
                raise ConnectionResetError
            parser.add_data(data)
        elif message.header.fields.get(HeaderFields.reply_serial) == serial:
            return message


def _within(connection: socket.socket, end: float) -> socket.socket:
    left = end - time.monotonic()
    if left <= 0:
        raise TimeoutError
    connection.settimeout(left)
    return connection
