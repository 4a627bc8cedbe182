"""A Linux desktop made of python-dbusmock's services, on a bus of its own.

Debian's package belongs to the system's own Python, so each service is a process of that one.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

if sys.platform != "win32":  # where tests that are skipped import this all the same
    from jeepney import DBusAddress, MatchRule, MessageType, message_bus, new_method_call
    from jeepney.bus_messages import DBus
    from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection

ROOT = Path(__file__).resolve().parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
MOCK, PROPERTIES = "org.freedesktop.DBus.Mock", "org.freedesktop.DBus.Properties"
LOGIND, LOGIND_PATH = "org.freedesktop.login1", "/org/freedesktop/login1"
SESSION = f"{LOGIND}.Session"
PATIENCE_SECONDS = 20


def need_desktop() -> None:
    """Skip the test where the services cannot be made."""
    missing = [program for program in ("dbus-run-session", SYSTEM_PYTHON) if shutil.which(program) is None]
    if not missing and subprocess.run([SYSTEM_PYTHON, "-c", "import dbusmock"], stderr=subprocess.DEVNULL).returncode:
        missing = ["python3-dbusmock"]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")


def run_inside(home: Path, *words: object) -> subprocess.CompletedProcess[str]:
    """Run Python with `words` where nobody but the test offers services; the system's bus is the same private one."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("DBUS_", "XDG_", "GNOME_", "PYTEST", "DISPLAY", "WAYLAND_"))
    }
    script = 'DBUS_SYSTEM_BUS_ADDRESS="$DBUS_SESSION_BUS_ADDRESS" exec "$@"'
    with tempfile.TemporaryDirectory() as runtime:  # short: a socket's path holds 107 bytes
        environment |= {"HOME": str(home), "XDG_RUNTIME_DIR": runtime}
        command = ["dbus-run-session", "--", "sh", "-ec", script, "sh", sys.executable, *map(str, words)]
        return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=100)


def assert_passes_inside(tests: Path, tmp_path: Path) -> None:
    """The tests of a file that is not collected by itself: it would lock the screen of whoever runs them."""
    done = run_inside(tmp_path, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--basetemp", tmp_path / "in", tests)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "passed" in done.stdout
    assert "skipped" not in done.stdout


class Desktop:
    """Starts and stops services on the bus of this session, and says how they answer."""

    def __init__(self) -> None:
        self._connection: DBusConnection = open_dbus_connection()
        self._processes: dict[str, subprocess.Popen[bytes]] = {}

    def close(self) -> None:
        for name in list(self._processes):
            self.stop(name)
        self._connection.close()

    def start(self, name: str, path: str, interface: str | None = None) -> None:
        """A service without methods."""
        self._start(name, name, path, interface or name)

    def start_template(self, template: str, name: str, **parameters: str) -> None:
        """One of dbusmock's own: "logind", "gnome_screensaver", "notification_daemon"."""
        self._start(name, "--template", template, "--parameters", json.dumps(parameters))

    def stop(self, name: str) -> None:
        process = self._processes.pop(name)
        process.send_signal(signal.SIGCONT)  # a stopped one would not hear
        process.terminate()
        process.wait(PATIENCE_SECONDS)
        self._until(name, is_owned=False)

    def freeze(self, name: str) -> None:
        """The service hangs: it hears everything and answers nothing."""
        self._processes[name].send_signal(signal.SIGSTOP)

    def method(self, name: str, path: str, interface: str, method: str, gives: str, code: str, takes: str = "") -> None:
        """`code`: Python that runs in the service; `ret` is what is answered."""
        self._mock(name, path, "AddMethod", "sssss", interface, method, takes, gives, code)

    def change(self, name: str, path: str, interface: str, **properties: tuple[str, object]) -> None:
        """`properties`: their D-Bus type and value."""
        for key, value in properties.items():
            self._call(name, path, PROPERTIES, "Set", "ssv", interface, key, value)

    def add_session(self, session_id: str, kind: str) -> str:
        """A session of logind with a `Type` such as "wayland" or "tty". Returns its path."""
        arguments = (session_id, "seat0", os.getuid(), "robin", True)
        (path,) = self._mock(LOGIND, LOGIND_PATH, "AddSession", "ssusb", *arguments)
        self.change(LOGIND, path, SESSION, Type=("s", kind))
        return str(path)

    def calls(self, name: str, path: str, method: str) -> int:
        """How often `method` was called so far."""
        (made,) = self._mock(name, path, "GetMethodCalls", "s", method)
        return len(made)

    def wait_for_call(self, name: str, path: str, method: str) -> None:
        """Return when `method` was called for the first time."""
        rule = MatchRule(type="signal", interface=MOCK, member="MethodCalled", path=path)
        rule.add_arg_condition(0, method)
        bus = Proxy(DBus(), self._connection)
        bus.AddMatch(rule)
        with self._connection.filter(rule) as heard:
            while not self.calls(name, path, method):
                self._connection.recv_until_filtered(heard, timeout=PATIENCE_SECONDS)
        bus.RemoveMatch(rule)

    def heard(self, name: str, path: str, method: str) -> list[tuple[Any, ...]]:
        """The arguments of each call of `method` so far, without their types."""
        (made,) = self._mock(name, path, "GetMethodCalls", "s", method)
        return [tuple(value for _, value in arguments) for _, arguments in made]

    def emit(self, name: str, path: str, signal_name: str, gives: str, *values: tuple[str, object]) -> None:
        """`values`: each with its D-Bus type. The interface is called like the service."""
        self._mock(name, path, "EmitSignal", "sssav", name, signal_name, gives, list(values))

    def add_object(self, name: str, path: str, new_path: str, interface: str) -> None:
        """Another object of the service, without methods."""
        self._mock(name, path, "AddObject", "ssa{sv}a(ssss)", new_path, interface, {}, [])

    def add_property(self, name: str, path: str, interface: str, key: str, value: str) -> None:
        """A text that an object tells of itself; `change` sets those that are there."""
        self._mock(name, path, "AddProperty", "ssv", interface, key, ("s", value))

    def _start(self, name: str, *words: str) -> None:
        command = [SYSTEM_PYTHON, "-m", "dbusmock", *words]
        self._processes[name] = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        self._until(name, is_owned=True)

    def _mock(self, name: str, path: str, method: str, takes: str, *arguments: object) -> tuple[Any, ...]:
        return self._call(name, path, MOCK, method, takes, *arguments)

    def _call(
        self, name: str, path: str, interface: str, method: str, takes: str, *arguments: object
    ) -> tuple[Any, ...]:
        address = DBusAddress(path, bus_name=name, interface=interface)
        call = new_method_call(address, method, takes, arguments)
        answer = self._connection.send_and_get_reply(call, timeout=PATIENCE_SECONDS)
        assert answer.header.message_type is MessageType.method_return, answer.body
        return tuple(answer.body)

    def _until(self, name: str, *, is_owned: bool) -> None:
        bus = Proxy(DBus(), self._connection)
        rule = MatchRule(type="signal", interface=message_bus.interface, member="NameOwnerChanged")
        rule.add_arg_condition(0, name)
        bus.AddMatch(rule)
        with self._connection.filter(rule) as changes:
            while bool(bus.NameHasOwner(name)[0]) is not is_owned:
                self._connection.recv_until_filtered(changes, timeout=PATIENCE_SECONDS)
        bus.RemoveMatch(rule)
