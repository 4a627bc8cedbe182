"""Reads the mark of the web: hosts only, whatever junk the stream holds."""

from __future__ import annotations

import codecs
import re
from urllib.parse import urlsplit

from app.domain.finding import Origin

STREAM = "Zone.Identifier"
STREAM_LIMIT = 64 * 1024  # bytes that are read of it

_UNC = re.compile(r"^(?:\\\\|//)(?!\?\\|\.\\)([^\\/]+)[\\/]")
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_.\-]{0,251}[a-z0-9_])?|[0-9a-f:.]{2,45}")


def parse_zone(content: bytes) -> Origin | None:
    """The origin in a `Zone.Identifier` stream; None when it holds no `[ZoneTransfer]` section with anything of use."""
    values = _section(_decoded(content[:STREAM_LIMIT]))
    zone = values.get("zoneid", "")
    return origin_of(
        url=values.get("hosturl"),
        referrer=values.get("referrerurl"),
        zone=int(zone) if re.fullmatch(r"[0-9]{1,3}", zone) else None,
    )


def origin_of(*, url: str | None, referrer: str | None, zone: int | None = None) -> Origin | None:
    host = host_of(url) if url else None
    referrer_host = host_of(referrer) if referrer else None
    if host is None and referrer_host is None and zone is None:
        return None
    return Origin(host=host, referrer_host=referrer_host, zone=zone)


def merged(first: Origin | None, second: Origin | None) -> Origin | None:
    """What both tell together; `first` wins."""
    if first is None or second is None:
        return first or second
    return Origin(
        host=first.host or second.host,
        referrer_host=first.referrer_host or second.referrer_host,
        zone=second.zone if first.zone is None else first.zone,
    )


def host_of(url: str) -> str | None:
    """The host of an address or of a UNC path, lower case, ASCII; None when there is none (`about:internet`, `data:`)."""
    text = url.strip().strip("\x00").removeprefix("blob:")
    share = _UNC.match(text)
    try:
        host = share.group(1) if share else urlsplit(text).hostname
        host = (host or "").rstrip(".").lower()
        if not host.isascii():
            host = host.encode("idna").decode("ascii")
    except ValueError:  # a broken address, or a label that IDNA refuses
        return None
    return host if _HOST.fullmatch(host) else None


def _decoded(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace")
    return content.removeprefix(codecs.BOM_UTF8).decode("utf-8", errors="replace")


def _section(text: str) -> dict[str, str]:
    """The first values of `[ZoneTransfer]`, keys in lower case."""
    values: dict[str, str] = {}
    inside = False
    for line in re.split(r"[\r\n\x00]+", text):
        stripped = line.strip()
        if stripped.startswith("["):
            inside = stripped.lower() == "[zonetransfer]"
        elif inside and "=" in stripped:
            key, _, value = stripped.partition("=")
            values.setdefault(key.strip().lower(), value.strip())
    return values
