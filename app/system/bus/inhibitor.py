"""Asks logind to wait a little before sleep or shutdown (a "delay" inhibitor, five seconds unless it is set otherwise).

It holds as long as its file descriptor is open, whatever becomes of the connection it came by.
"""

# ruff: noqa: E402  # the platform is asserted first, for the type checker
from __future__ import annotations

import sys

assert sys.platform == "linux"

import socket
import time
from contextlib import closing

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
from jeepney.fds import FileDescriptor, fds_buf_size  # type: ignore[import-untyped]
from jeepney.io.blocking import prep_socket  # type: ignore[import-untyped]

from app.system.bus import INVALID, PATIENCE_SECONDS, Unanswered
from app.system.bus.logind import MANAGER

WHO = "Vroom assistant"
SHORTEST_SECONDS = 0.001  # a time-out of zero would not wait at all, and is no time-out


class Delay:
    """Of `what`: sleep, shutdown. Held from the moment it is made. Making it raises Unanswered: no logind, or it refuses."""

    def __init__(self, what: str, why: str) -> None:
        self._descriptor: FileDescriptor | None = _inhibit(what, why)

    def release(self) -> None:
        """It may come. Harmless when it was released."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            descriptor.close()


def _inhibit(what: str, why: str) -> FileDescriptor:
    address = DBusAddress(MANAGER.path, bus_name=MANAGER.name, interface=MANAGER.interface)
    question = new_method_call(address, "Inhibit", "ssss", (what, WHO, why, "delay"))
    question.header.flags |= MessageFlag.no_auto_start
    try:
        answer = _exchange(question)
    except TimeoutError as error:
        raise Unanswered("TimeoutError", came_late=True) from error
    except (OSError, ValueError, KeyError, RuntimeError) as error:  # KeyError: the environment names no bus
        raise Unanswered(type(error).__name__) from error
    if answer.header.message_type is MessageType.error:
        raise Unanswered(str(answer.header.fields.get(HeaderFields.error_name, "")))
    if len(answer.body) != 1 or not isinstance(answer.body[0], FileDescriptor):
        raise Unanswered(INVALID)
    return answer.body[0]


def _exchange(question: Message) -> Message:
    """jeepney's own connection waits for its first answer without a limit, so the exchange is made here."""
    end = time.monotonic() + PATIENCE_SECONDS
    with closing(prep_socket(get_bus(MANAGER.bus.value), enable_fds=True, timeout=PATIENCE_SECONDS)) as connection:
        parser = Parser()
        for serial, message in enumerate((message_bus.Hello(), question), start=1):
            connection.settimeout(PATIENCE_SECONDS)
            connection.sendall(message.serialise(serial=serial))
            answer = _answer_to(serial, connection, parser, end)
    return answer


def _answer_to(serial: int, connection: socket.socket, parser: Parser, end: float) -> Message:
    while True:
        message = parser.get_next_message()
        if message is None:
            connection.settimeout(max(end - time.monotonic(), SHORTEST_SECONDS))
            data, ancillary, _flags, _sender = connection.recvmsg(parser.bytes_desired(), fds_buf_size())
            if not data:
                raise ConnectionResetError
            parser.add_data(data, fds=FileDescriptor.from_ancdata(ancillary))
        elif message.header.fields.get(HeaderFields.reply_serial) == serial:
            return message
