"""Where the files beside the code are: in a source checkout, or in the folder of a frozen program."""

from __future__ import annotations

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """The path of a resource, such as `resource("i18n")`; whether it exists is for the reader to find out."""
    bundle = getattr(sys, "_MEIPASS", None)  # set by PyInstaller's loader
    root = Path(bundle) if isinstance(bundle, str) else Path(__file__).resolve().parents[3]
    return root.joinpath("resources", *parts)
