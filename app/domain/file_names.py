"""What a file's name alone tells: unfinished downloads, owner files, editors' temporary names; and names safe to write."""

from __future__ import annotations

import re
import unicodedata

MAX_NAME_BYTES = 250  # Linux and NTFS stop at 255; room is left for a suffix of our own
OWN_PREFIX = ".vroom-"  # private folders and temporary files of this product

_PARTIAL_ENDINGS = (
    ".crdownload",  # Chrome, Edge
    ".part",  # Firefox, KDE, many others
    ".partial",  # Internet Explorer, old Edge
    ".download",  # Safari, GNOME Web
    ".opdownload",  # Opera
    ".fdmdownload",
    ".filepart",  # WinSCP
    ".aria2",
    ".tmp",
)
_PARTIAL_STARTS = (".com.google.chrome.", ".org.chromium.chromium.", ".syncthing.", "~syncthing~")
_EDITOR_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"~wr[a-z][0-9a-f]{4}\.tmp",  # Word: ~WRD0001.tmp, ~WRL0003.tmp
        r"~df[0-9a-f]{4,16}\.tmp",  # OLE
        r"[0-9a-f]{8}\.tmp",  # the name Excel and Word give the old file while they save
        r"ppt[0-9a-f]{1,8}\.tmp",  # PowerPoint
        r"lu[0-9a-z]{6,}\.tmp",  # LibreOffice
        r"\.goutputstream-[0-9a-z]{6}",  # GLib, so gedit and Evince
        r"\.[^/]+\.sw[a-p]",  # Vim
        r"\.#.+",  # Emacs: its lock
        r"#.+#",  # Emacs: its autosave
        r"~[^~]+~[0-9a-f]{6,8}~?",  # SoftMaker and similar
    )
)
# Excel first writes a name of eight hexadecimal digits without an ending. A date such as 20261122 is no such name, so
# one letter is asked for.
_EXCEL_DANCE = re.compile(r"(?=[0-9A-F]*[A-F])[0-9A-F]{8}")

_FORBIDDEN = re.compile(r'[<>:"|?*]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])", re.IGNORECASE)
_JOINERS = "\u200c\u200d"  # needed by scripts and emoji, and they reorder nothing


def is_partial_download(name: str) -> bool:
    """Whether a browser or downloader has not finished it: it gets another name when it is done."""
    lowered = name.lower()
    return lowered.endswith(_PARTIAL_ENDINGS) or lowered.startswith(_PARTIAL_STARTS)


def is_owner_file(name: str) -> bool:
    """Whether it only says who has a document open: `~$report.docx` (Office), `.~lock.report.odt#` (LibreOffice)."""
    return name.startswith("~$") or (name.startswith(".~lock.") and name.endswith("#"))


def is_editor_temporary(name: str) -> bool:
    """Whether an editor uses the name for a moment while it saves; the document comes back under its own name."""
    return bool(_EXCEL_DANCE.fullmatch(name)) or any(p.fullmatch(name) for p in _EDITOR_PATTERNS)


def is_own_temporary(name: str) -> bool:
    """Whether this product made it: the private folder of a deletion, a file that is about to be put in place."""
    return name.startswith(OWN_PREFIX)


def is_passing(name: str) -> bool:
    """Whether a file of this name is not (yet) a document: one of the four above."""
    return is_partial_download(name) or is_owner_file(name) or is_editor_temporary(name) or is_own_temporary(name)


def owner_file_names(name: str) -> tuple[str, ...]:
    """The owner files that may stand beside the document `name` while it is open.

    Excel and PowerPoint put `~$` before the name; Word replaces the first one or two characters of a stem of seven or
    more by it, so that the name stays eight long.
    """
    stem = name.rpartition(".")[0] or name
    found = [f".~lock.{name}#", f"~${name}"]
    if len(stem) == 7:
        found.append(f"~${name[1:]}")
    elif len(stem) >= 8:
        found.append(f"~${name[2:]}")
    return tuple(found)


def safe_name(name: str) -> str:
    """One path component that can be written on Windows and Linux, whatever `name` is: the last component, without
    control characters, marks that change the reading direction or characters and names Windows refuses, at most 250
    bytes of UTF-8 with its ending kept. Never empty; applying it twice changes nothing more."""
    parts = [part for part in re.split(r"[/\\]", name) if part.strip(" .")]
    cleaned = "".join(_safe_character(char) for char in (parts[-1] if parts else ""))
    cleaned = _FORBIDDEN.sub("_", cleaned).strip(" ").rstrip(" .")
    if not cleaned.strip(" ._"):
        return "_"
    if _RESERVED.fullmatch(cleaned.split(".")[0].rstrip(" ")):
        cleaned = f"_{cleaned}"
    return _shortened(cleaned)


def _safe_character(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Cs":  # bytes that are no UTF-8, kept by Python as lone surrogates
        return "_"
    dropped = category in ("Cc", "Cf", "Zl", "Zp") and char not in _JOINERS
    return "" if dropped else char


def _shortened(name: str) -> str:
    if len(name.encode()) <= MAX_NAME_BYTES:
        return name
    stem, dot, ending = name.rpartition(".")
    if not dot or not stem or len(ending.encode()) > 20:
        stem, dot, ending = name, "", ""
    room = MAX_NAME_BYTES - len((dot + ending).encode())
    cut = stem.encode()[:room].decode("utf-8", errors="ignore")
    return (cut.rstrip(" .") or "_") + dot + ending
