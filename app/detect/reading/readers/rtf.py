"""Rich text: its words without the control words."""

from __future__ import annotations

import re

from app.detect.reading.document import Part, Reading
from app.detect.reading.unread import Unread, UnreadableError

PICTURE_TEXT_CHARS = 60
PIECE = 4_000
# One token after another; every alternative is linear and begins differently.
_TOKEN = re.compile(r"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-z'])|([{}])|([^\\{}]+)", re.DOTALL)
_SKIPPED = frozenset(
    [
        "fonttbl",
        "colortbl",
        "stylesheet",
        "listtable",
        "listoverridetable",
        "rsidtbl",
        "generator",
        "themedata",
        "datastore",
        "latentstyles",
        "pict",
        "objdata",
        "xmlnstbl",
        "mmathPr",
        "pgptbl",
        "revtbl",
    ]
)
_BREAKS = {
    "par": "\n",
    "line": "\n",
    "sect": "\n",
    "page": "\n",
    "row": "\n",
    "cell": "\t",
    "tab": "\t",
    "nestcell": "\t",
}


def read_rtf(part: Part, reading: Reading) -> None:
    """Embedded objects and pictures cannot be looked at here: an object makes it unsupported, pictures alone a picture."""
    source = part.content(reading.budget).decode("latin-1")
    before = reading.evidence.chars
    has_picture, has_object = _Words(source, reading).run()
    if has_object:
        reading.evidence.cannot_read(Unread.UNSUPPORTED)
    if has_picture and reading.evidence.chars - before < PICTURE_TEXT_CHARS:
        raise UnreadableError(Unread.PICTURE)


class _Words:
    """Walks the tokens of one document."""

    def __init__(self, source: str, reading: Reading) -> None:
        self._source, self._reading = source, reading
        self._text: list[str] = []
        self._depth = 0
        self._skip_from: int | None = None
        self._skip_chars = 0  # what stands for a \u sign in old readers
        self._has = {"pict": False, "objdata": False}

    def run(self) -> tuple[bool, bool]:
        """Whether there was a picture, and an embedded object."""
        for match in _TOKEN.finditer(self._source):
            word, number, byte, sign, brace, plain = match.groups()
            if brace is not None:
                self._brace(brace)
            elif word is not None:
                self._word(word, number)
            elif byte is not None:
                self._letters(bytes([int(byte, 16)]).decode("cp1252", "replace"))
            elif sign is not None:
                self._sign(sign)
            elif plain is not None:
                self._letters(plain.replace("\r", "").replace("\n", ""))
            if len(self._text) > PIECE and self._text[-1] == "\n":
                self._flush()
        self._flush()
        return self._has["pict"], self._has["objdata"]

    def _brace(self, brace: str) -> None:
        self._depth += 1 if brace == "{" else -1
        if self._skip_from is not None and self._depth < self._skip_from:
            self._skip_from = None

    def _word(self, word: str, number: str | None) -> None:
        if word in self._has:
            self._has[word] = True
        if word in _SKIPPED and self._skip_from is None:
            self._skip_from = self._depth
        elif word == "u" and number is not None:
            self._letters(chr(int(number) % 0x10000).encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
            self._skip_chars = 1
        elif word in _BREAKS:
            self._letters(_BREAKS[word])

    def _sign(self, sign: str) -> None:
        self._letters({"~": " ", "_": "-", "-": "", "*": "", "\n": "\n", "\r": "\n"}.get(sign, sign))

    def _letters(self, text: str) -> None:
        if self._skip_from is not None or not text:
            return
        if self._skip_chars:
            text, self._skip_chars = text[self._skip_chars :], 0
        self._text.append(text)

    def _flush(self) -> None:
        self._reading.evidence.text("".join(self._text))
        self._text.clear()
