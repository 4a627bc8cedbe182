"""Folders that are synchronised: from the clients' own settings, from what they leave in the folder, from its name.

A client whose settings cannot be read tells nothing; then marker and name are left.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_LIMIT = 1024 * 1024
_GUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_NAMED = re.compile(r"OneDrive(?: - .+)?")
_MARKERS = (
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
    (".dropbox.cache", "Dropbox"),  # not .dropbox: in the home that is the client's settings folder
    (".stfolder", "Syncthing"),
    (".tmp.driveupload", "Google Drive"),
    (".SeaDrive", "Seafile"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncRoot:
    """A folder that `client` synchronises; `tenant_id` (lower case) where it tells."""

    folder: Path
    client: str
    tenant_id: str | None = None


def by_marker(folder: Path) -> SyncRoot | None:
    """The nearest folder, upwards from `folder`, that carries a client's mark or name."""
    for level in (folder, *folder.parents):
        if level == Path(level.anchor):
            break
        if _NAMED.fullmatch(level.name):
            return SyncRoot(folder=level, client="OneDrive")
        for marker, client in _MARKERS:
            if _is_there(level / marker):
                return SyncRoot(folder=level, client=client)
    return None


def _is_there(path: Path) -> bool:
    try:
        path.lstat()
    except OSError:
        return False
    return True


def configured(home: Path, config_dirs: Mapping[str, Path]) -> Iterator[SyncRoot]:
    """What the clients' settings name. `config_dirs`: where each client keeps them (see the platform modules)."""
    readers = {
        "OneDrive": _onedrive,
        "Nextcloud": _owncloud_like,
        "ownCloud": _owncloud_like,
        "Dropbox": _dropbox,
        "Syncthing": _syncthing,
    }
    for client, reader in readers.items():
        folder = config_dirs.get(client)
        if folder is not None:
            yield from reader(home, folder, client)
    for client, name in (("Insync", "Insync"), ("iCloud", "iCloudDrive"), ("Google Drive", "My Drive")):
        root, settings = home / name, config_dirs.get(client)
        if settings is not None and settings.is_dir() and root.is_dir():
            yield SyncRoot(folder=root, client=client)


def _onedrive(home: Path, folder: Path, client: str) -> Iterator[SyncRoot]:
    """The free client for Linux (abraunegg): one settings folder an account, `onedrive`, `onedrive-firm` and so on."""
    try:
        accounts = sorted(path for path in folder.parent.glob(f"{folder.name}*") if path.is_dir())
    except OSError:
        return
    for account in accounts:
        text = _text(account / "config")
        if text is None and not (account / "refresh_token").exists():
            continue
        values = dict(re.findall(r'^\s*(\w+)\s*=\s*"([^"\n]*)"', text or "", re.MULTILINE))
        tenant = values.get("azure_tenant_id", "")
        yield SyncRoot(
            folder=_expanded(values.get("sync_dir") or "~/OneDrive", home),
            client=client,
            tenant_id=tenant.lower() if _GUID.fullmatch(tenant) else None,
        )


def _owncloud_like(home: Path, folder: Path, client: str) -> Iterator[SyncRoot]:
    text = _text(folder / f"{client.lower()}.cfg") or ""
    for path in re.findall(r"^[^=\n]*\\localPath=(.+)$", text, re.MULTILINE):
        yield SyncRoot(folder=_expanded(path.strip().strip('"'), home), client=client)


def _dropbox(home: Path, folder: Path, client: str) -> Iterator[SyncRoot]:
    try:
        accounts = json.loads(_text(folder / "info.json") or "{}")
    except (ValueError, RecursionError):
        return
    for account in accounts.values() if isinstance(accounts, dict) else ():
        path = account.get("path") if isinstance(account, dict) else None
        if isinstance(path, str) and path:
            yield SyncRoot(folder=_expanded(path, home), client=client)


def _syncthing(home: Path, folder: Path, client: str) -> Iterator[SyncRoot]:
    # The template for new folders has an empty id and the whole home as its path: it is no folder.
    for tag in re.findall(r"<folder\s[^>]*>", _text(folder / "config.xml") or ""):
        values = dict(re.findall(r'(\w+)="([^"]*)"', tag))
        if values.get("id") and values.get("path"):
            yield SyncRoot(folder=_expanded(html.unescape(values["path"]), home), client=client)


def _expanded(path: str, home: Path) -> Path:
    if path == "~" or path.startswith(("~/", "~\\")):
        return home / path[2:]
    return home / path  # an absolute path stays what it is


def _text(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return file.read(_LIMIT).decode("utf-8", errors="replace")
    except OSError:
        return None
