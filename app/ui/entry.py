"""`vroom-assistant` without a command: the tray app, or the guards alone where there is no display."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from app.assistant import Site
from app.domain.messages import msg
from app.system.display import has_display
from app.system.language import LANGUAGES, pick_language, texts

IN_TRAY = "--in-tray"  # started at sign-in: no window until it is asked for


def main(arguments: Sequence[str]) -> int:
    """Exit codes of the contract: 0 when the person quit, 2 for a wrong option, 3 when it cannot run."""
    given = options(arguments)
    language = given.get("--lang")
    if language is not None and language not in LANGUAGES:
        print(texts(pick_language()).render(msg("ui.start.language", given=language)), file=sys.stderr)
        return 2
    if not has_display():
        return without_display(arguments, pick_language(language))
    from app.ui.start import run

    data_dir = given.get("--data-dir")
    site = Site(data_dir=Path(data_dir) if data_dir else None, language=language)
    return run(site, opens_window=IN_TRAY not in arguments)


def without_display(arguments: Sequence[str], language: str) -> int:
    """The rules are kept all the same."""
    from app.cli.main import main as command_line

    print(texts(language).render(msg("ui.start.no-display")), file=sys.stderr)
    return command_line([*(part for part in arguments if part != IN_TRAY), "run", "--headless"])


def options(arguments: Sequence[str]) -> dict[str, str]:
    """`--data-dir` and `--lang`, in either way of writing."""
    found: dict[str, str] = {}
    left = [part for part in arguments if part != IN_TRAY]
    while left:
        name, is_joined, value = left.pop(0).partition("=")
        found[name] = value if is_joined else (left.pop(0) if left else "")
    return found
