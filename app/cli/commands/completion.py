"""`completion`: the script that completes commands in a shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from app.cli.console import Console, pass_console
from app.cli.texts import TextCommand


@click.command(cls=TextCommand)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish", "powershell"]))
@pass_console
def completion(console: Console, shell: str) -> None:
    from app.cli.main import root

    kind = get_completion_class(shell)
    assert kind is not None  # the choices above are click's own
    console.tell(kind(root, {}, "vroom-assistant", "_VROOM_ASSISTANT_COMPLETE").source())
