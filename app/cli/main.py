"""The entry of the command line: options for all commands, errors to exit codes."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType

import click

from app import __version__
from app.assistant import Site
from app.cli.console import Console
from app.cli.texts import LazyGroup
from app.cli.usage import NO_COMMAND, sentence
from app.domain.errors import AssistantError, EnvironmentLacking
from app.domain.messages import msg
from app.system.language import local_zone, pick_language, texts

COMMANDS = MappingProxyType(
    {
        "run": "run:run",
        "demo": "demo:demo",
        "scan": "scan:scan",
        "status": "status:status",
        "folder": "folder:folder",
        "client": "client:client",
        "project": "project:project",
        "agreement": "agreement:agreement",
        "finding": "finding:finding",
        "copy": "copy:copy",
        "vault": "vault:vault",
        "deadline": "deletion:deadline",
        "delete-due": "deletion:delete_due",
        "certificate": "certificate:certificate",
        "clock": "clock:clock",
        "card": "card:card",
        "team": "team:team",
        "whoami": "signin:whoami",
        "journal": "journal:journal",
        "config": "config:config",
        "policy": "config:policy",
        "doctor": "status:doctor",
        "backup": "backup:backup",
        "restore": "backup:restore",
        "completion": "completion:completion",
        "lock": "lock:lock",
        "sync": "sync:sync",
        "signin": "signin:signin",
        "signout": "signin:signout",
        "audience": "audience:audience",
        "health": "health:health",
        "terms": "planned:terms",
        "breach": "planned:breach",
        "rights": "planned:rights",
        "contacts": "planned:contacts",
        "processors": "planned:processors",
        "benchmark": "planned:benchmark",
        "publication": "planned:publication",
        "disclosure": "planned:disclosure",
        "complaints": "planned:complaints",
        "evidence": "planned:evidence",
        "device": "planned:device",
        "away": "planned:away",
    }
)
INTERRUPTED = 130  # as shells have it: 128 and the number of the signal


@click.group(cls=LazyGroup, lazy=COMMANDS, invoke_without_command=True)
@click.option("--data-dir", type=click.Path(path_type=Path))
@click.option("--lang", type=click.Choice(["nl", "en"]))
@click.option("--version", is_flag=True)
@click.pass_context
def root(ctx: click.Context, data_dir: Path | None, lang: str | None, version: bool) -> None:
    if version:
        click.echo(__version__)
    elif ctx.invoked_subcommand is None:
        ctx.fail(NO_COMMAND)  # who calls without a command gets the window, before the command line is asked


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code (contract: 0 fine, 1 attention, 2 input, 3 environment)."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        # Names of files can hold anything; a terminal that cannot show it must not stop the command.
        getattr(stream, "reconfigure", lambda **_: None)(errors="backslashreplace")
    try:
        console = console_for(value_of(arguments, "--data-dir"), value_of(arguments, "--lang"))
    except AssistantError as error:
        click.echo(str(error), err=True)  # the texts themselves are missing
        return error.exit_code
    try:
        return _run(console, arguments)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.UsageError as error:
        return _usage(console, error)
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except AssistantError as error:
        console.warn(error.message)
        return error.exit_code
    except Exception as error:
        if sys.flags.dev_mode:  # python -X dev shows where; a traceback can hold names of files
            raise
        console.warn(msg("command.unexpected", kind=type(error).__name__))
        return EnvironmentLacking.exit_code


def _run(console: Console, arguments: list[str]) -> int:
    stdout = sys.stdout
    try:
        root.main(args=arguments, prog_name="vroom-assistant", standalone_mode=False, obj=console)
    except SystemExit:
        if sys.stdout is stdout:
            raise  # a shell asked for completions
        console.code = 0  # click wrapped it because whoever read the output has gone: no reason for attention
    finally:
        console.close()
    return console.code


def console_for(data_dir: str | None, lang: str | None) -> Console:
    """A console whose assistant is built when a command first needs it."""

    zone = local_zone()
    return Console(
        site=Site(data_dir=Path(data_dir) if data_dir else None, language=lang),
        texts=texts(pick_language(lang), zone),
        zone=zone,
        texts_of_setting=None if lang else lambda language: texts(language, zone),
    )


def value_of(arguments: Sequence[str], option: str) -> str | None:
    """The value of an option that counts before the command line is parsed (errors and help need the language)."""
    for number, argument in enumerate(arguments):
        if argument == option and number + 1 < len(arguments):
            return arguments[number + 1]
        if argument.startswith(option + "="):
            return argument.partition("=")[2]
        if not argument.startswith("-") and (number == 0 or arguments[number - 1] not in ("--data-dir", "--lang")):
            return None  # the command begins: what follows is its own
    return None


def _usage(console: Console, error: click.UsageError) -> int:
    """One sentence in the person's language, and where help is to be found."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.message, err=True)  # a group without a command: its help
        return 2
    path = error.ctx.command_path if error.ctx else "vroom-assistant"
    console.warn(sentence(error))
    console.warn(msg("usage.help", command=path))
    return 2
