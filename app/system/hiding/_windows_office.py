"""Where Office's own settings say that Outlook keeps opened attachments, and the programs what they save by themselves.

Policies of IT count as well as the person's choice, and the versions that are still found. A value of another kind, a
folder that is not there, a network path or a whole drive is left out.
"""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import ctypes
import os
import re
import winreg
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from app.system.hiding import HidingKind, HidingPlace, is_real_folder

_ROOTS: Final = (r"Software\Microsoft\Office", r"Software\Policies\Microsoft\Office")
_VERSIONS: Final = ("16.0", "15.0", "14.0")
_SETTINGS: Final = (
    (HidingKind.MAIL_ATTACHMENTS, r"Outlook\Security", "OutlookSecureTempFolder"),
    (HidingKind.AUTOSAVE, r"Word\Options", "AUTOSAVE-PATH"),
    (HidingKind.AUTOSAVE, r"Excel\Options", "AutoRecoverPath"),
    (HidingKind.AUTOSAVE, r"PowerPoint\Options", "PathToAutoRecoveryInfo"),
    (HidingKind.AUTOSAVE, r"Common\General", "UnsavedFilesPath"),
)
_VARIABLE: Final = re.compile(r"%([^%]+)%")
_REMOTE: Final = 4


def named_folders(
    environment: Mapping[str, str] = os.environ, roots: tuple[str, ...] = _ROOTS
) -> Iterator[HidingPlace]:
    """Each folder once. `roots`: keys below HKEY_CURRENT_USER."""
    seen: set[Path] = set()
    for kind, text in _values(roots):
        folder = _folder(text, environment)
        if folder is not None and folder not in seen:
            seen.add(folder)
            yield HidingPlace(kind=kind, folder=folder)


def _values(roots: tuple[str, ...]) -> Iterator[tuple[HidingKind, str]]:
    for root in roots:
        for version in _VERSIONS:
            for kind, key, name in _SETTINGS:
                text = _text(f"{root}\\{version}\\{key}", name)
                if text is not None:
                    yield kind, text


def _text(key: str, name: str) -> str | None:
    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
            value, kind = winreg.QueryValueEx(opened, name)
    except OSError:
        return None
    is_text = kind in (winreg.REG_SZ, winreg.REG_EXPAND_SZ) and isinstance(value, str)
    return value.strip("\0 ") if is_text else None


def _folder(text: str, environment: Mapping[str, str]) -> Path | None:
    """The real folder that is meant; None for what must not be walked."""
    known = {name.upper(): value for name, value in environment.items()}
    path = Path(_VARIABLE.sub(lambda found: known.get(found[1].upper(), found[0]), text))
    if not path.is_absolute() or path.anchor.startswith("\\\\"):
        return None
    if ctypes.WinDLL("kernel32").GetDriveTypeW(path.anchor) == _REMOTE or not is_real_folder(path):
        return None
    real = Path(os.path.realpath(path))
    home = Path(os.path.realpath(Path.home()))
    return None if real == home or real in home.parents else real
