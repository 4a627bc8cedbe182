"""The log that IT may see: what went wrong in the assistant, when, where in its code. No name, no path, no value ever gets in.

Of a record only its fixed text is kept, with numbers, truth values, the ids of our own sentences and the names of kinds of
errors; whatever else was filled in is a "…". Of a traceback: the kinds of errors and the lines of our own code.
"""

from __future__ import annotations

import builtins
import errno
import json
import logging
import os
import re
import threading
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

LOG_NAME: Final = "log.jsonl"
LEFT_OUT: Final = "…"
MOST_BYTES: Final = 512 * 1024  # then the older half goes
OWN: Final = "app"
_FIELDS: Final = ("at", "level", "where", "what", "values", "errors")
_KINDS: Final = frozenset(name for name, kind in vars(builtins).items() if isinstance(kind, type))
_REASONS: Final = frozenset(os.strerror(number) for number in errno.errorcode)
_OWN_ERROR: Final = re.compile(r"[A-Z][A-Za-z]{2,40}(?:Error|Lacking|Missing|Locked|Unavailable|Damaged|Stopped)")
_PLACE: Final = re.compile(r"app(?:[/.][a-z_]+)+(?:\.py:\d{1,5})?")
_FIXED: Final = re.compile(r"[a-z ,:;()'%\n-]{1,300}")  # our texts have no capitals; names do
_FILE: Final = re.compile(r"app(?:/[a-z_]+)+\.py")


class KeptLog(logging.Handler):
    """Writes to `folder`, where there is one by then. A log that cannot be written costs nothing but itself."""

    def __init__(self, folder: Path, *, is_own_text: frozenset[str] = frozenset()) -> None:
        super().__init__(logging.WARNING)
        self._path = folder / LOG_NAME
        self._own_texts = is_own_text
        self._writing = threading.Lock()

    def emit(self, record: logging.LogRecord) -> None:
        line = json.dumps(kept(record, self._own_texts), ensure_ascii=False) + "\n"
        try:
            with self._writing:
                self._make_room(len(line))
                flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
                with os.fdopen(os.open(self._path, flags, 0o600), "a", encoding="utf-8", newline="\n") as file:
                    file.write(line)
        except OSError:
            return

    def _make_room(self, wanted: int) -> None:
        if self._path.exists() and self._path.stat().st_size + wanted > MOST_BYTES:
            content = self._path.read_bytes()
            self._path.write_bytes(content[content.index(b"\n", len(content) // 2) + 1 :])


def keep_log(folder: Path, own_texts: frozenset[str]) -> KeptLog:
    """From now on, until `forget_log`. `own_texts`: ids of the catalogue, which may stand in the log."""
    handler = KeptLog(folder, is_own_text=own_texts)
    logging.getLogger(OWN).addHandler(handler)
    return handler


def forget_log(handler: KeptLog) -> None:
    logging.getLogger(OWN).removeHandler(handler)
    handler.close()


def kept(record: logging.LogRecord, own_texts: frozenset[str]) -> dict[str, Any]:
    """What of a record is written down."""
    arguments = record.args if isinstance(record.args, tuple) else ()
    error = record.exc_info[1] if record.exc_info else None
    return {
        "at": datetime.fromtimestamp(record.created, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "level": record.levelname,
        "where": record.name if _PLACE.fullmatch(record.name) else LEFT_OUT,
        "what": _fixed_text(record),
        "values": [_value(value, own_texts) for value in arguments],
        "errors": [] if error is None else list(_errors(error)),
    }


def _fixed_text(record: logging.LogRecord) -> str:
    """The text as it stands in our code. One that was put together elsewhere, or brings signs that ours has not, is left
    out: then the place tells enough."""
    return record.msg if isinstance(record.msg, str) and _FIXED.fullmatch(record.msg) else LEFT_OUT


def _value(value: object, own_texts: frozenset[str]) -> object:
    if value is None or isinstance(value, bool | int | float):
        return value
    text = str(value) if isinstance(value, str) else LEFT_OUT
    is_ours = text in own_texts or text in _KINDS or text in _REASONS
    return text if is_ours or _OWN_ERROR.fullmatch(text) else LEFT_OUT


def _errors(error: BaseException) -> Iterator[str]:
    """Kinds of the error and its causes, each with the lines of our own code it came through."""
    seen: BaseException | None = error
    for _ in range(10):
        if seen is None:
            return
        yield type(seen).__name__
        for frame in traceback.extract_tb(seen.__traceback__):
            found = _FILE.search(Path(frame.filename).as_posix())
            if found is not None and frame.filename.replace("\\", "/").endswith(found[0]):
                yield f"{found[0]}:{frame.lineno}"
        seen = seen.__cause__


def lines_of(folder: Path, own_texts: frozenset[str], most: int = 1000) -> list[dict[str, Any]]:
    """The last lines as they may leave the laptop: looked through once more, as anybody may have written in the file."""
    try:
        with (folder / LOG_NAME).open("rb") as file:
            raw = file.read(2 * MOST_BYTES).splitlines()[-most:]
    except OSError:
        return []
    return [line for line in (_checked(text, own_texts) for text in raw) if line is not None]


def _checked(text: bytes, own_texts: frozenset[str]) -> dict[str, Any] | None:
    try:
        line = json.loads(text)
    except ValueError:
        return None
    if not isinstance(line, dict) or set(line) != set(_FIELDS):
        return None
    at, level, where, what, values, errors = (line[field] for field in _FIELDS)
    texts = (at, level, where, what)
    if not all(isinstance(text, str) for text in texts) or not isinstance(values, list) or not isinstance(errors, list):
        return None
    is_known = (
        re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", at)
        and level in ("WARNING", "ERROR", "CRITICAL")
        and (where == LEFT_OUT or _PLACE.fullmatch(where))
        and (what == LEFT_OUT or _FIXED.fullmatch(what))
    )
    if not is_known:
        return None
    known = [error for error in errors if isinstance(error, str) and _is_known_error(error)]
    return {**line, "values": [_value(value, own_texts) for value in values], "errors": known}


def _is_known_error(text: str) -> bool:
    return text in _KINDS or _OWN_ERROR.fullmatch(text) is not None or _PLACE.fullmatch(text) is not None
