"""Commands and options whose help comes from the catalogue, in the language of the call."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any

import click

from app.cli.console import Console
from app.domain.messages import argument_text, help_text, msg, option_text
from app.domain.ports import Texts


def _texts(ctx: click.Context) -> Texts | None:
    console = ctx.find_root().obj
    return console.texts if isinstance(console, Console) else None


def _name_of(ctx: click.Context) -> str:
    return "-".join(ctx.command_path.split()[1:]) or "all"


def _fill(ctx: click.Context, command: click.Command, texts: Texts) -> None:
    """Put the texts of this language into the command, its options and its arguments."""
    name = _name_of(ctx)
    command.help = _with_examples(texts.render(help_text(name)))
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            parameter.help = _option_help(texts, name, parameter.opts[-1].lstrip("-"))
        elif isinstance(parameter, click.Argument):
            parameter.help = texts.render(argument_text(parameter.opts[-1]))


def _option_help(texts: Texts, command: str, option: str) -> str:
    """The option's text; one that is written for this command comes first."""
    own = option_text(f"{command}.{option}")
    text = texts.render(own)
    return text if text != own.id else texts.render(option_text(option))


def _with_examples(text: str) -> str:
    """Paragraphs that are indented are examples: marked so that click leaves their lines as they are."""
    return "\n\n".join(f"\b\n{part}" if part.startswith("  ") else part for part in text.split("\n\n"))


class TextCommand(click.Command):
    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        texts = _texts(ctx)
        if texts is not None:
            _fill(ctx, self, texts)
        super().format_help(ctx, formatter)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        texts = _texts(ctx)
        if texts is None:
            super().format_usage(ctx, formatter)
            return
        pieces = " ".join(self.collect_usage_pieces(ctx))
        pieces = pieces.replace("[OPTIONS]", f"[{texts.render(msg('help.word-options')).upper()}]")
        for theirs in ("[COMMAND] [ARGS]...", "COMMAND [ARGS]..."):
            pieces = pieces.replace(theirs, texts.render(msg("help.word-command")))
        formatter.write_usage(ctx.command_path, pieces, texts.render(msg("help.word-usage")) + " ")

    def format_arguments(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        texts = _texts(ctx)
        arguments = [param for param in self.get_params(ctx) if isinstance(param, click.Argument)]
        if texts is None or not arguments:
            return
        with formatter.section(texts.render(msg("help.word-arguments"))):
            formatter.write_dl([(param.make_metavar(ctx), param.help or "") for param in arguments])

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        texts = _texts(ctx)
        if texts is None:
            super().format_options(ctx, formatter)
            return
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [record for option in options if (record := option.get_help_record(ctx)) is not None]
        with formatter.section(texts.render(msg("help.word-options"))):
            formatter.write_dl([_translated(record, texts) for record in records])


def _translated(record: tuple[str, str], texts: Texts) -> tuple[str, str]:
    """click's own fixed words in the language of the call."""
    left, right = record
    if left == "--help":
        return left, texts.render(msg("help.word-show"))
    for word, own in (
        ("TEXT", msg("help.word-text")),
        ("PATH", msg("help.word-path")),
        ("INTEGER RANGE", msg("help.word-number")),
        ("FLOAT RANGE", msg("help.word-number")),
    ):
        left = left.replace(f" {word}", f" {texts.render(own)}")
    return left, right.replace("[required]", f"[{texts.render(msg('help.word-required'))}]")


class TextGroup(TextCommand, click.Group):
    command_class = TextCommand

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        texts = _texts(ctx)
        if texts is None:
            super().format_commands(ctx, formatter)
            return
        words = ctx.command_path.split()[1:]
        rows = [
            (name, texts.render(help_text("-".join([*words, name]))).split("\n", 1)[0])
            for name in self.list_commands(ctx)
        ]
        with formatter.section(texts.render(msg("help.word-commands"))):
            formatter.write_dl(rows)


class LazyGroup(TextGroup):
    """Imports a command's module when the command is called: `status` need not load what `certificate` needs."""

    def __init__(self, *args: Any, lazy: Mapping[str, str], **kwargs: Any) -> None:  # click's own arguments
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
