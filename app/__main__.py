"""Starts the program: `python -m app` and the console entry point."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Run the tray app, or with a command the command line; gives the exit code of the contract. In a bundle the reader of files is this program too."""
    if sys.argv[1:2] == ["--detect-worker"]:
        from app.detect.worker import main as worker

        worker()
        return 0
    if wants_window(sys.argv[1:]):
        from app.ui.entry import main as window

        return window(sys.argv[1:])
    gc.disable()  # one command is over before a cycle matters, and collecting 100,000 rows takes longer than listing them
    from app.cli.main import main as command_line  # late: importing this module costs nothing

    return command_line()


def wants_window(arguments: list[str]) -> bool:
    """Whether no command is given: only options that hold for all of them. Source: contract."""
    left = list(arguments)
    while left and left[0] in ("--data-dir", "--lang", "--in-tray"):
        left = left[1:] if left[0] == "--in-tray" else left[2:]
    return not [argument for argument in left if not argument.startswith(("--data-dir=", "--lang="))]


if __name__ == "__main__":
    sys.exit(main())
