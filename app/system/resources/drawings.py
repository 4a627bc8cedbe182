"""The vector drawings of the window: one SVG file a name."""

from __future__ import annotations

from app.system.resources import resource


def drawing(name: str) -> str:
    """The text of `resources/icons/<name>.svg`. Raises OSError where the program was installed without it."""
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")
