"""Starts the program: `python -m app` and the console entry point."""

from __future__ import annotations

import gc
import os
import sys

IN_TRAY = "--in-tray"  # started at sign-in: no window until it is asked for
COMPLETING = "_VROOM_ASSISTANT_COMPLETE"  # a shell asks the command line what could follow; click's name for it
FOR_ALL = ("--data-dir", "--lang")  # options that hold for every command; each has a value


def main() -> int:
    """Run the tray app, or with a command the command line; gives the exit code of the contract. In a bundle the reader of
    files is this program too, and so is what the installer runs."""
    arguments = sys.argv[1:]
    if arguments[:1] == ["--detect-worker"]:
        from app.detect.process.worker import main as worker

        worker()
        return 0
    if arguments[:1] == ["--install-step"]:
        from app.system.installation import main as step

        return step(arguments[1:])
    if wants_window(arguments) and COMPLETING not in os.environ:
        from app.system.display import has_display

        if has_display():
            from app.ui.entry import main as window

            return window(arguments)
        arguments = without_window(arguments)
    gc.disable()  # one command is over before a cycle matters, and collecting 100,000 rows takes longer than listing them
    from app.cli.main import main as command_line  # late: importing this module costs nothing

    return command_line(arguments)


def wants_window(arguments: list[str]) -> bool:
    """Whether no command is given: only options that hold for all of them. Source: contract."""
    left = [argument for argument in arguments if argument != IN_TRAY]
    while left:
        name, is_joined, _ = left[0].partition("=")
        if name not in FOR_ALL or (not is_joined and len(left) < 2):
            return False
        left = left[1:] if is_joined else left[2:]
    return True


def without_window(arguments: list[str]) -> list[str]:
    """Without a display the rules are kept all the same."""
    return [*(part for part in arguments if part != IN_TRAY), "run"]


if __name__ == "__main__":
    sys.exit(main())
