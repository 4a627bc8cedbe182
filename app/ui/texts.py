"""The texts of the window: the one catalogue, with other words where a sentence was written for the command line."""

from __future__ import annotations

from datetime import datetime

from app.domain.messages import Argument, Message, value_text, window_text
from app.system.language import GettextTexts

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


class WindowTexts:
    """Renders messages for the window. Keeps the protocol `Texts`; any thread may use it."""

    def __init__(self, texts: GettextTexts) -> None:
        self._texts = texts
        self.language = texts.language
        self.zone = texts.zone

    def render(self, message: Message) -> str:
        arguments = {name: self._inner(value) for name, value in message.arguments.items()}
        own = window_text(Message(message.id, type(message.arguments)(arguments)))
        text = self._texts.render(own)
        return text if text != own.id else self._texts.render(Message(message.id, own.arguments))

    def moment(self, moment: datetime) -> str:
        return self._texts.moment(moment)

    def day(self, moment: datetime) -> str:
        return self._texts.day(moment)

    def relative(self, moment: datetime, now: datetime) -> str:
        return self._texts.relative(moment, now)

    def number(self, number: float) -> str:
        return self._texts.number(number)

    def size(self, size_bytes: int) -> str:
        return self._texts.size(size_bytes)

    def word(self, value: str) -> str:
        """A value of the contract (a state, a kind) where it stands on its own: with a capital."""
        word = self.render(value_text(value))
        return word[:1].upper() + word[1:]

    def when(self, moment: datetime, now: datetime) -> str:
        """As people say it, exact behind it: "over 3 dagen (vr 4 dec 2026 14:05)"."""
        return f"{self.relative(moment, now)} ({self.moment(moment)})"

    def _inner(self, value: Argument) -> Argument:
        """Sentences inside a sentence speak as the window does too."""
        if isinstance(value, Message):
            return self.render(value)
        if isinstance(value, tuple):
            return "; ".join(self.render(part) for part in value)
        return visible(value) if isinstance(value, str) else value


def visible(text: str) -> str:
    """A name from outside on one line: characters that hide, reorder or break the text around them are escaped."""
    return "".join(
        c if c.isprintable() or c == NO_BREAK_SPACE else c.encode("unicode_escape", "surrogatepass").decode("ascii")
        for c in text
    )
