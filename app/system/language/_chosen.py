"""Texts in the language that is chosen at this moment: a person may choose another one while the program runs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from app.domain.messages import Message
from app.domain.ports import Texts


class ChosenTexts:
    """Keeps the protocol `Texts`; asks `choose` for the language and `texts` for its texts, once for each language."""

    def __init__(self, choose: Callable[[], str], texts: Callable[[str], Texts]) -> None:
        self._choose = choose
        self._texts = texts
        self._known: dict[str, Texts] = {}

    @property
    def language(self) -> str:
        return self._choose()

    def render(self, message: Message) -> str:
        return self._now().render(message)

    def moment(self, moment: datetime) -> str:
        return self._now().moment(moment)

    def day(self, moment: datetime) -> str:
        return self._now().day(moment)

    def size(self, size_bytes: int) -> str:
        return self._now().size(size_bytes)

    def _now(self) -> Texts:
        language = self._choose()
        if language not in self._known:
            self._known[language] = self._texts(language)
        return self._known[language]
