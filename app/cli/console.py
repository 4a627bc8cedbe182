"""What every command shares: the assistant, the language, JSON or readable output, exit codes."""

from __future__ import annotations

import json
import logging
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click
import msgspec

from app.cli.cells import cell, visible
from app.cli.moments import parse_when, stamp
from app.domain.errors import NotBuiltYet
from app.domain.messages import Message, column_text, msg
from app.domain.ports import Texts
from app.domain.settings import Source

if TYPE_CHECKING:
    from app.assistant import Assistant, Site

ATTENTION = 1
READABLE_BYTES = 1_000_000  # nobody reads more by eye: then without indentation
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
log = logging.getLogger(__name__)


@dataclass
class Console:
    """One call of the command line. The assistant of `site` is built when a command first needs it."""

    site: Site
    texts: Texts
    zone: ZoneInfo
    texts_of_setting: Callable[[str], Texts] | None = None  # None: the language was given with the call
    code: int = 0

    @cached_property
    def unopened(self) -> Assistant:
        """The assistant before anything of it is opened: for what must not wait for the store."""
        from app.assistant import build
        from app.system.privacy import harden_process

        for refused in harden_process():
            log.warning("process protection refused: %s", refused)
        return build(self.site)

    @cached_property
    def assistant(self) -> Assistant:
        assistant = self.unopened
        self.speak_as_set()
        assistant.begin()
        return assistant

    def speak_as_set(self) -> None:
        """In the language of the settings, unless one was given with the call."""
        if self.texts_of_setting is not None:
            language = self.unopened.settings.get("language")
            if language.source is not Source.DEFAULT:  # else the system's own language stays
                self.texts = self.texts_of_setting(str(language.value))

    def close(self) -> None:
        """Stop what the command started."""
        if "unopened" in self.__dict__:
            self.unopened.close()

    def when(self, text: str | None) -> datetime | None:
        """WHEN as a moment in UTC; None stays None. Raises InputError."""
        return None if text is None else parse_when(text, self.zone)

    def at(self, text: str) -> datetime:
        return parse_when(text, self.zone)

    @cached_property
    def codes(self) -> Mapping[str, str]:
        """Project ids to the codes that people know."""
        return self.assistant.project_codes()

    @cached_property
    def clients(self) -> Mapping[str, str]:
        return self.assistant.client_names()

    def document(self, document: Mapping[str, Any]) -> None:
        """One JSON document on stdout, and nothing else there."""
        click.echo(as_json({"schema": 1, **document}, indent=2))

    def items(self, items: Iterable[Mapping[str, Any]]) -> None:
        self.document({"items": list(items)})

    def line(self, item: Mapping[str, Any]) -> None:
        """One object a line, written at once."""
        click.echo(as_json(item))
        sys.stdout.flush()

    def say(self, message: Message) -> None:
        click.echo(visible(self.texts.render(message)))

    def warn(self, message: Message) -> None:
        """On stderr: stdout may be read by a script."""
        click.echo(visible(self.texts.render(message)), err=True)

    def tell(self, text: str) -> None:
        click.echo(text)

    def needs_attention(self, condition: bool = True) -> None:
        if condition:
            self.code = ATTENTION

    def table(self, columns: Sequence[tuple[str, str]], rows: Sequence[Mapping[str, Any]], empty: Message) -> None:
        """`columns`: field and heading id. Ids are shortened to what is enough to name them."""
        if not rows:
            self.say(empty)
            return
        heads = [self.texts.render(column_text(heading)) for _, heading in columns]
        cells = [[cell(name, row.get(name), self.texts) for name, _ in columns] for row in rows]
        widths = [min(60, max(len(head), *(len(row[i]) for row in cells))) for i, head in enumerate(heads)]
        for row in (heads, *cells):
            *fitted, last = row  # what is last may be as long as it is
            click.echo("  ".join((*(_fit(text, width) for text, width in zip(fitted, widths, strict=False)), last)))

    def details(self, columns: Sequence[tuple[str, str]], row: Mapping[str, Any]) -> None:
        """One thing, a field a line. `columns`: field and heading id."""
        lines = [
            (self.texts.render(column_text(heading)), cell(name, row.get(name), self.texts))
            for name, heading in columns
        ]
        width = max(len(head) for head, _ in lines)
        for head, text in lines:
            click.echo(f"{head.ljust(width)}  {text}")


def _fit(text: str, width: int) -> str:
    return text.ljust(width) if len(text) <= width else text[: width - 1] + "…"


def as_json(document: Mapping[str, Any], indent: int = 0) -> str:
    """JSON text, moments in UTC as the contract has them; names that are not UTF-8 as surrogate escapes, which the quick
    encoder does not know. In ASCII, for what Windows writes into a pipe is in the code page of the machine."""
    try:
        encoded = msgspec.json.encode(document)
    except UnicodeEncodeError:
        return json.dumps(document, indent=indent or None, default=stamp)
    if indent and len(encoded) < READABLE_BYTES:
        encoded = msgspec.json.format(encoded, indent=indent)
    return _NOT_ASCII.sub(lambda found: json.dumps(found.group())[1:-1], encoded.decode("utf-8"))


def not_built(command: str) -> NotBuiltYet:
    return NotBuiltYet(msg("command.not-built", command=command))


pass_console = click.make_pass_decorator(Console)


def json_option(function: Callable[..., Any]) -> Callable[..., Any]:
    return click.option("--json", "as_json", is_flag=True)(function)
