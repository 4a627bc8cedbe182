"""A lasting connection to a bus: questions with a limit, and the signals of a service, heard by a thread of its own."""

# ruff: noqa: E402  # the platform is asserted first, for the type checker
from __future__ import annotations

import sys

assert sys.platform == "linux"

import contextlib
import itertools
import socket
import struct
import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import Any

from jeepney import (  # type: ignore[import-untyped]  # jeepney has no types
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    Parser,
    message_bus,
    new_method_call,
)
from jeepney.bus import get_bus  # type: ignore[import-untyped]
from jeepney.io.blocking import prep_socket  # type: ignore[import-untyped]

from app.system.bus import CHUNK_BYTES, PATIENCE_SECONDS, Bus, Service, Unanswered

OnSignal = Callable[[str, tuple[Any, ...]], None]  # name, values


class Conversation:
    """With one service. `on_signal` is called in the thread that hears: it returns at once and asks nothing.

    Making it raises Unanswered where there is no bus. `close` ends the thread; so does a bus that goes.
    """

    def __init__(self, service: Service, on_signal: OnSignal) -> None:
        self._service = service
        self._on_signal = on_signal
        self._serials = itertools.count(1)
        self._waiting: dict[int, SimpleQueue[Message | None]] = {}
        self._sending = threading.Lock()
        self._ended = threading.Event()
        self._socket = _connected(service.bus)
        self._thread = threading.Thread(target=self._hear, name=f"bus-{service.name}", daemon=True)
        self._thread.start()
        try:
            self._call(message_bus.Hello())
            rule = MatchRule(
                type=MessageType.signal, sender=service.name, path=service.path, interface=service.interface
            )
            self._call(message_bus.AddMatch(rule))
        except Unanswered:
            self.close()
            raise

    @property
    def is_open(self) -> bool:
        return not self._ended.is_set()

    def ask(self, method: str, signature: str = "", arguments: tuple[object, ...] = ()) -> tuple[Any, ...]:
        """The values that the service answers within 2 s; it is started where it can be. Raises Unanswered."""
        service = self._service
        address = DBusAddress(service.path, bus_name=service.name, interface=service.interface)
        return self._call(new_method_call(address, method, signature or None, arguments))

    def close(self) -> None:
        """Harmless when it is closed already. Not from `on_signal`."""
        with contextlib.suppress(OSError):  # the bus went first
            self._socket.shutdown(socket.SHUT_RDWR)
        self._thread.join(PATIENCE_SECONDS)
        self._socket.close()

    def _call(self, question: Message) -> tuple[Any, ...]:
        answers: SimpleQueue[Message | None] = SimpleQueue()
        with self._sending:
            if self._ended.is_set():
                raise Unanswered("ConnectionResetError")
            serial = next(self._serials)
            self._waiting[serial] = answers
            self._send(question.serialise(serial=serial))
        try:
            answer = answers.get(timeout=PATIENCE_SECONDS)
        except Empty as error:
            raise Unanswered("TimeoutError", came_late=True) from error
        finally:
            self._waiting.pop(serial, None)
        if answer is None:
            raise Unanswered("ConnectionResetError")
        if answer.header.message_type is MessageType.error:
            raise Unanswered(str(answer.header.fields.get(HeaderFields.error_name, "")))
        return tuple(answer.body)

    def _send(self, data: bytes) -> None:
        try:
            self._socket.sendall(data)
        except OSError as error:
            raise Unanswered(type(error).__name__) from error

    def _hear(self) -> None:
        parser = Parser()
        try:
            while data := self._socket.recv(CHUNK_BYTES):
                parser.add_data(data)
                while (message := parser.get_next_message()) is not None:
                    self._take(message)
        except (OSError, ValueError):  # the bus went, or speaks no D-Bus
            return
        finally:
            self._ended.set()
            for answers in list(self._waiting.values()):
                answers.put(None)

    def _take(self, message: Message) -> None:
        fields = message.header.fields
        waiting = self._waiting.get(fields.get(HeaderFields.reply_serial, 0))
        if waiting is not None:
            waiting.put(message)
        elif message.header.message_type is MessageType.signal and fields.get(HeaderFields.path) == self._service.path:
            self._on_signal(str(fields.get(HeaderFields.member, "")), tuple(message.body))


def _connected(bus: Bus) -> socket.socket:
    """A socket past the greeting. What is sent has a limit too; hearing has none."""
    try:
        connection: socket.socket = prep_socket(get_bus(bus.value), timeout=PATIENCE_SECONDS)
    except (OSError, ValueError, KeyError, RuntimeError) as error:  # KeyError: the environment names no bus
        raise Unanswered(type(error).__name__) from error
    limit = struct.pack("ll", int(PATIENCE_SECONDS), 0)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, limit)
    return connection
