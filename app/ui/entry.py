"""`vroom-assistant` without a command, where there is a display: the options, then the tray app."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from app.assistant import Site
from app.domain.messages import msg
from app.system.language import LANGUAGES, pick_language, texts

IN_TRAY = "--in-tray"


def main(arguments: Sequence[str]) -> int:
    """Exit codes of the contract: 0 when the person quit, 2 for a wrong option, 3 when it cannot run."""
    given = options(arguments)
    language = given.get("--lang")
    if language is not None and language not in LANGUAGES:
        print(texts(pick_language()).render(msg("ui.start.language", given=language)), file=sys.stderr)
        return 2
    from app.ui.start import run

    data_dir = given.get("--data-dir")
    site = Site(data_dir=Path(data_dir) if data_dir else None, language=language)
    return run(site, opens_window=IN_TRAY not in arguments)


def options(arguments: Sequence[str]) -> dict[str, str]:
    """`--data-dir` and `--lang`, in either way of writing."""
    found: dict[str, str] = {}
    left = [part for part in arguments if part != IN_TRAY]
    while left:
        name, is_joined, value = left.pop(0).partition("=")
        found[name] = value if is_joined else left.pop(0)
    return found
