"""Where a file came from, as a browser or mail program records it on this system."""

from __future__ import annotations

import os
import sys
from pathlib import Path

URL, REFERRER = "user.xdg.origin.url", "user.xdg.referrer.url"


def mark_origin(path: Path, url: str | None, referrer: str | None) -> None:
    """On a file system without attributes nothing is recorded: the manifest tells it too."""
    if sys.platform == "win32":
        values = {"ZoneId": "3", "ReferrerUrl": referrer, "HostUrl": url}
        lines = "\r\n".join(f"{name}={value}" for name, value in values.items() if value)
        if url or referrer:
            Path(f"{path}:Zone.Identifier").write_text(f"[ZoneTransfer]\r\n{lines}\r\n", encoding="utf-8", newline="")
        return
    for name, value in ((URL, url), (REFERRER, referrer)):
        if value is not None:
            try:
                os.setxattr(path, name, value.encode())
            except OSError:
                return
