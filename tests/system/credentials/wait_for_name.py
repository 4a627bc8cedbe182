"""Waits until a name is owned on the session bus: `python -m tests.system.credentials.wait_for_name NAME`."""

from __future__ import annotations

import sys

from jeepney import MatchRule, message_bus
from jeepney.bus_messages import DBus
from jeepney.io.blocking import Proxy, open_dbus_connection

PATIENCE_SECONDS = 20


def main(name: str) -> None:
    with open_dbus_connection() as connection:
        bus = Proxy(DBus(), connection)
        rule = MatchRule(type="signal", interface=message_bus.interface, member="NameOwnerChanged")
        rule.add_arg_condition(0, name)
        bus.AddMatch(rule)
        with connection.filter(rule) as changes:
            while not bus.NameHasOwner(name)[0]:
                connection.recv_until_filtered(changes, timeout=PATIENCE_SECONDS)


if __name__ == "__main__":
    main(sys.argv[1])
