"""One spelling for network shares: `//server/share`, lower case, whatever system or protocol named it."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

_SSH = re.compile(r"(?:[^@/]*@)?(\[[^\]]+\]|[^:/]+):(.*)")
_GVFS_HOST = ("server", "host")


def normalised_share(source: str) -> str | None:
    """From `\\\\server\\share\\folder`, `//server/share`, `server:/export`, `user@host:path` or `https://host/path`; None
    when there is no server in it. Of a UNC path only server and share are kept."""
    text = source.strip().replace("\\", "/")
    if text.lower().startswith("//?/unc/"):
        text = "//" + text[8:]
    if text.startswith("//"):
        server, _, rest = text[2:].partition("/")
        return _joined(server.split("@")[0], rest.split("/")[0])
    if "://" in text:
        parts = urlsplit(text)
        return _joined(parts.hostname or "", unquote(parts.path))
    ssh = _SSH.fullmatch(text)
    return _joined(ssh.group(1).strip("[]"), ssh.group(2)) if ssh else None


def gvfs_share(name: str) -> str | None:
    """From a folder of GNOME's virtual file system: `smb-share:server=fs01,share=hr`, `sftp:host=…`, `dav:host=…`."""
    _, _, listed = name.partition(":")
    values = dict(part.partition("=")[::2] for part in listed.split(","))
    server = next((unquote(values[key]) for key in _GVFS_HOST if values.get(key)), "")
    return _joined(server, unquote(values.get("share") or values.get("prefix") or ""))


def _joined(server: str, path: str) -> str | None:
    if not server:
        return None
    tail = path.strip("/")
    return (f"//{server}/{tail}" if tail else f"//{server}").lower()
