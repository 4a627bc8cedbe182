"""Commands and options whose help comes from the catalogue, in the language of the call."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any

import click

from app.cli.console import Console
from app.domain.messages import help_text, msg, option_text
from app.domain.ports import Texts


def _texts(ctx: click.Context) -> Texts | None:
    console = ctx.find_root().obj
    return console.texts if isinstance(console, Console) else None


def _name_of(ctx: click.Context) -> str:
    return "-".join(ctx.command_path.split()[1:]) or "all"


def _fill(ctx: click.Context, command: click.Command) -> None:
    """Put the texts of this language into the command and its options."""
    texts = _texts(ctx)
    if texts is None:
        return
    command.help = texts.render(help_text(_name_of(ctx)))
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            name = (parameter.opts[-1]).lstrip("-")
            parameter.help = texts.render(option_text(name))


class TextCommand(click.Command):
    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _fill(ctx, self)
        super().format_help(ctx, formatter)


class TextGroup(click.Group):
    command_class = TextCommand

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _fill(ctx, self)
        super().format_help(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        texts = _texts(ctx)
        rows = []
        for name in self.list_commands(ctx):
            prefix = "-".join([*ctx.command_path.split()[1:], name])
            text = texts.render(help_text(prefix)) if texts else ""
            rows.append((name, text.split("\n", 1)[0]))
        if rows:
            with formatter.section(texts.render(msg("help.commands")) if texts else "Commands"):
                formatter.write_dl(rows)


class LazyGroup(TextGroup):
    """Imports a command's module when the command is called: `status` need not load what `certificate` needs."""

    def __init__(self, *args: Any, lazy: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self._lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        place = self._lazy.get(cmd_name)
        if place is None:
            return None
        module, _, name = place.partition(":")
        command = getattr(importlib.import_module(f"app.cli.commands.{module}"), name)
        assert isinstance(command, click.Command)
        return command
