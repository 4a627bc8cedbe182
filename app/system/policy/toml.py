"""A policy as TOML: the file of a Linux machine, and what the Windows installer is given to put into the registry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping


def flattened(table: Mapping[str, object], before: str = "") -> Iterator[tuple[str, object]]:
    """`[team] leads = […]` as `team.leads`."""
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from flattened(value, f"{before}{key}.")
        else:
            yield f"{before}{key}", value
