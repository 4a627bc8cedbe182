"""What was wrong with a command line, in one sentence of the person's language."""

from __future__ import annotations

from collections.abc import Iterable

import click

from app.cli.cells import visible
from app.domain.messages import Message, msg

EXTRA = "Got unexpected extra argument"  # click gives these errors no class of their own
NO_COMMAND = "Missing command"


def sentence(error: click.UsageError) -> Message:
    """click's errors as messages of the catalogue."""
    if isinstance(error, click.NoSuchOption):
        return _no_option(error)
    if isinstance(error, click.exceptions.NoSuchCommand):
        return _no_command(error)
    if isinstance(error, click.MissingParameter):
        return msg("usage.missing", what=_name(error.param))
    if isinstance(error, click.BadParameter):
        return _bad_value(error)
    if isinstance(error, click.BadOptionUsage):
        lacking = "requires" in error.message
        return msg("usage.no-value" if lacking else "usage.takes-no-value", option=visible(error.option_name))
    if error.message.startswith(EXTRA):
        return msg("usage.too-many", what=visible(error.message.partition("(")[2].removesuffix(")")))
    if error.message.startswith(NO_COMMAND) and error.ctx is not None and isinstance(error.ctx.command, click.Group):
        return msg("usage.missing-command", commands=", ".join(error.ctx.command.list_commands(error.ctx)))
    return msg("usage.other", why=visible(error.message))


def _no_option(error: click.NoSuchOption) -> Message:
    if error.ctx is not None:
        known = [name for param in error.ctx.command.get_params(error.ctx) for name in param.opts if name[:1] == "-"]
        near = _nearest(error.option_name, known)
        if near is not None:
            return msg("usage.no-option-near", option=visible(error.option_name), near=near)
    return msg("usage.no-option", option=visible(error.option_name))


def _no_command(error: click.exceptions.NoSuchCommand) -> Message:
    if error.ctx is not None and isinstance(error.ctx.command, click.Group):
        near = _nearest(error.command_name, error.ctx.command.list_commands(error.ctx))
        if near is not None:
            return msg("usage.no-command-near", command=visible(error.command_name), near=near)
    return msg("usage.no-command", command=visible(error.command_name))


def _bad_value(error: click.BadParameter) -> Message:
    what = _name(error.param)
    kind = error.param.type if error.param is not None else None
    if isinstance(kind, click.Choice):
        return msg("usage.bad-choice", what=what, choices=", ".join(map(str, kind.choices)))
    if isinstance(kind, (click.IntRange, click.FloatRange)):
        return msg("usage.bad-number", what=what, least=str(kind.min))
    return msg("usage.bad-value", what=what, why=visible(error.message))


def _name(param: click.Parameter | None) -> str:
    if param is None or not param.opts:
        return ""
    name = param.opts[-1]
    return name if name.startswith("-") else (param.human_readable_name or name).rstrip(".")


def _nearest(word: str, known: Iterable[str]) -> str | None:
    from difflib import get_close_matches  # only for who made a mistake

    return next(iter(get_close_matches(word, list(known), n=1)), None)
