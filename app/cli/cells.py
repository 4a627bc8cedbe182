"""What stands in a cell of a table: ids short, moments as days, states in the person's words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from app.domain.messages import kind_text, value_text
from app.domain.ports import Texts

ID_CHARACTERS = 26
SHORT_ID = 8  # more than the 6 that are enough to name something
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"  # between a number and its unit
WORDS = frozenset(
    {
        *("action", "kind", "location", "locked", "methods", "method", "outcome", "place", "role", "source"),
        *("state", "status", "trigger", "type", "verdict"),
    }
)
MOMENTS = frozenset({"at", "until", "retention_until", "decide_by"})  # and all whose names end in _at


def cell(name: str, value: object, texts: Texts) -> str:
    """The value of field `name` for people; "–" where there is none."""
    if value is None or value == "":
        return "–"
    if isinstance(value, Mapping):
        return ", ".join(kind(str(key), count, texts) for key, count in value.items()) or "–"
    if isinstance(value, (list, tuple)):
        return ", ".join(cell(name, part, texts) for part in value) or "–"
    if isinstance(value, bool) or name in WORDS:
        return word(str(value).lower(), texts)
    if isinstance(value, datetime):
        return texts.day(value)
    if isinstance(value, str) and (name in MOMENTS or name.endswith("_at")):
        return texts.day(datetime.fromisoformat(value))
    text = visible(str(value))
    return text[:SHORT_ID] if len(text) == ID_CHARACTERS and _is_id(text) else text


def word(value: str, texts: Texts) -> str:
    """A value of the contract in the person's language; one without a word stays as it is."""
    message = value_text(value)
    text = texts.render(message)
    return visible(value) if text == message.id else text


def kind(name: str, count: int, texts: Texts) -> str:
    message = kind_text(name, count)
    text = texts.render(message)
    return f"{name} {count}" if text == message.id else text


def visible(text: str) -> str:
    """`text` on one line, safe for a terminal: control and direction characters and lone surrogates are escaped."""
    return "".join(
        c if c.isprintable() or c == NO_BREAK_SPACE else c.encode("unicode_escape", "surrogatepass").decode("ascii")
        for c in text
    )


def _is_id(text: str) -> bool:
    return text.isalnum() and text == text.lower()
