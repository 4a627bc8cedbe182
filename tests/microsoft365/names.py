"""Names that SharePoint and OneDrive refuse. Source: https://support.microsoft.com/office/64883a5d-228e-48f5-b3d2-eb39e07630fa"""

from __future__ import annotations

from tests.microsoft365.messages import GraphError

MAX_PATH = 400
MAX_NAME = 255
_CHARACTERS = set('"*:<>?/\\|')
_RESERVED = {".lock", "con", "prn", "aux", "nul", "desktop.ini"} | {
    f"{kind}{n}" for kind in ("com", "lpt") for n in range(10)
}


def check_name(name: str, *, at_root: bool = False) -> None:
    """400 invalidRequest for a name that the service does not take."""
    problem = _problem(name, at_root)
    if problem:
        raise GraphError(400, "invalidRequest", f"The provided name is not valid: {problem}.", inner="invalidPath")


def check_path(path: str) -> None:
    """`path`: below the library, decoded, "/" between folders."""
    if len(path) > MAX_PATH:
        raise GraphError(400, "invalidRequest", "The path is too long.", inner="pathIsTooLong")


def _problem(name: str, at_root: bool) -> str | None:
    lowered = name.lower()
    if not name or name in (".", ".."):
        return "empty"
    if _CHARACTERS & set(name) or any(ord(character) < 32 or ord(character) == 127 for character in name):
        return "a character that is not allowed"
    if name != name.strip(" ") or name.endswith("."):
        return "a space or full stop at its end"
    if lowered in _RESERVED or name.startswith("~$") or "_vti_" in lowered:
        return "reserved"
    if at_root and lowered == "forms":
        return "reserved at the root"
    if len(name) > MAX_NAME:
        return "too long"
    return None
