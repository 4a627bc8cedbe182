"""Starts the program: `python -m app` and the console entry point."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Run the command line; gives the exit code of the contract. In a bundle the reader of files is this program too."""
    if sys.argv[1:2] == ["--detect-worker"]:
        from app.detect.worker import main as worker

        worker()
        return 0
    gc.disable()  # one command is over before a cycle matters, and collecting 100,000 rows takes longer than listing them
    from app.cli.main import main as command_line  # late: importing this module costs nothing

    return command_line()


if __name__ == "__main__":
    sys.exit(main())
