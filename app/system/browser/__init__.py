"""The person's own browser."""

from __future__ import annotations

import webbrowser


def open_address(address: str) -> bool:
    """Show `address` (https) in the browser; False where there is none. May wait until a browser that is a command ends."""
    try:
        return webbrowser.open(address)
    except (webbrowser.Error, OSError):
        return False
