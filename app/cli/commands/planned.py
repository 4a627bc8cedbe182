"""Commands of the contract that later versions bring: they say so and leave with exit 3, never a fake."""

from __future__ import annotations

from types import MappingProxyType

import click

from app.cli.console import Console, not_built, pass_console
from app.cli.texts import TextCommand

NAMES = (
    "terms",
    "breach",
    "rights",
    "contacts",
    "processors",
    "benchmark",
    "publication",
    "disclosure",
    "complaints",
    "evidence",
    "device",
    "away",
)


def _planned(name: str) -> click.Command:
    @click.command(name=name, cls=TextCommand, context_settings={"ignore_unknown_options": True})
    @click.argument("rest", nargs=-1, type=click.UNPROCESSED)
    @pass_console
    def command(_console: Console, rest: tuple[str, ...]) -> None:
        raise not_built(" ".join((name, *rest[:1])))

    return command


COMMANDS = MappingProxyType({name: _planned(name) for name in NAMES})


def __getattr__(name: str) -> click.Command:
    """Each planned command under its own name, for the lazy group."""
    try:
        return COMMANDS[name]
    except KeyError:
        raise AttributeError(name) from None
