"""Rich text: its words, tables, notes, headers, comments, properties, embedded objects. Source: RTF 1.9.1."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, replace
from typing import Final

from app.detect.reading.document import Part, Reading
from app.detect.reading.readers.lines import Lines
from app.detect.reading.readers.ole import read_native
from app.detect.reading.readers.ooxml_properties import about, custom_property
from app.detect.reading.readers.pictures import Pictures
from app.detect.reading.unread import Unread

# One token after another; every alternative is linear and begins differently.
_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|([^\\{}]+)|\\", re.DOTALL
)
_HEX = re.compile(r"[^0-9a-fA-F]+")
_CHECK_EVERY = 4_096  # tokens
_WITHOUT_TEXT: Final = frozenset(
    [
        "fonttbl",
        "colortbl",
        "stylesheet",
        "listtable",
        "listoverridetable",
        "rsidtbl",
        "generator",
        "themedata",
        "colorschememapping",
        "datastore",
        "latentstyles",
        "xmlnstbl",
        "mmathPr",
        "pgptbl",
        "pgdsctbl",
        "revtbl",
        "nonshppict",
        "pnseclvl",
        "filetbl",
        "fontemb",
        "blipuid",
        "htmltag",
        "panose",
        "falt",
        "objclass",
        "objname",
        "objalias",
        "passwordhash",
        "sn",
    ]
)
_ASIDE: Final = frozenset(
    [
        "footnote",
        "annotation",
        "header",
        "headerl",
        "headerr",
        "headerf",
        "footer",
        "footerl",
        "footerr",
        "footerf",
        "shptxt",
        "bkmkstart",
        "docvar",
        "sv",
        "mmquery",
        "mmdatasource",
        "mmconnectstr",
        "fname",
        "ffdeftext",
        "ffhelptext",
        "ffstattext",
        "ffl",
        "background",
    ]
)
_ABOUT: Final = frozenset({"title", "subject", "keywords", "category", "comment", "doccomm", "hlinkbase"})
_BY_WHOM: Final = frozenset({"author", "operator", "manager", "company", "atnauthor", "template"})
_CAPTURED: Final = _ABOUT | _BY_WHOM | {"atnid", "fldinst", "propname", "staticval", "pict", "objdata"}
_LETTERS: Final = {
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "line": "\n",
    "tab": "\t",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "softline": "\n",
}
_SIGNS: Final = {"~": " ", "_": "-", "-": "", "*": "", "\n": "\n", "\r": "\n", ":": "", "|": ""}
_END_PARAGRAPH: Final = frozenset({"par", "sect", "page", "column"})


def read_rtf(part: Part, reading: Reading) -> None:
    """Raises UnreadableError: picture."""
    source = part.content(reading.budget).decode("latin-1")
    pictures = Pictures(reading, part.depth)
    words = _Words(part, reading, pictures)
    try:
        words.run(source)
    finally:  # what was gathered before an error or a limit counts
        words.close()
    if not words.is_whole:
        reading.evidence.cannot_read(Unread.CORRUPT)
    pictures.conclude()


@dataclass(slots=True)
class _Group:
    """What holds until the closing brace. `after_unicode`: how many signs stand for a letter that old readers do not know."""

    is_silent: bool = False
    captured: str | None = None  # the destination whose text is gathered
    is_aside: bool = False
    in_list_mark: bool = False
    is_changed: bool = False  # tracked: deleted or inserted
    after_unicode: int = 1


class _Words(Lines):
    """Walks the tokens of one document."""

    def __init__(self, part: Part, reading: Reading, pictures: Pictures) -> None:
        super().__init__(reading.evidence)
        self._part, self._reading, self._pictures = part, reading, pictures
        self._group = _Group()
        self._groups: list[_Group] = []
        self._captured: list[str] = []
        self._codec = "cp1252"
        self._skip = 0  # signs left that stand for a letter told already
        self._after_row = False
        self._nested = False
        self._property = ""

    @property
    def is_whole(self) -> bool:
        """Whether every group was closed."""
        return not self._groups

    def run(self, source: str) -> None:
        at, seen = 0, 0
        while (match := _TOKEN.match(source, at)) is not None:
            at = match.end()
            word, number, byte, sign, brace, plain = match.groups()
            if brace == "{":
                self._open()
            elif brace is not None:
                self._shut()
                if not self._groups:  # what follows the document is none
                    return
            elif word is not None:
                if word == "bin" and number is not None:
                    size = max(int(number), 0)
                    if self._group.captured is not None:
                        self._captured.append(source[at : at + size].encode("latin-1").hex())
                    at += size
                else:
                    self._word(word, number)
            elif byte is not None:
                self._letters(bytes([int(byte, 16)]).decode(self._codec, "replace"))
            elif sign is not None:
                self._letters(_SIGNS.get(sign, sign))
            elif plain is not None:
                self._letters(plain.replace("\r", "").replace("\n", ""))
            seen += 1
            if seen % _CHECK_EVERY == 0:
                self._reading.budget.check_time()

    def _open(self) -> None:
        self._groups.append(self._group)
        self._group = replace(self._group, is_aside=False, is_changed=False)
        self._skip = 0

    def _shut(self) -> None:
        inner = self._group
        if not self._groups:
            return
        self._group = self._groups.pop()
        self._skip = 0
        if inner.captured is not None and self._group.captured != inner.captured:
            text = "".join(self._captured)
            self._captured = []
            self._reading.attempt(lambda: self._tell_captured(inner.captured or "", text))
        if inner.is_aside:
            self.end_aside()
        elif inner.is_changed:
            self._letters(" ")

    def _word(self, word: str, number: str | None) -> None:
        group = self._group
        if word == "u" and number is not None:
            self._letters(chr(int(number) % 0x10000).encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
            self._skip = group.after_unicode
        elif word == "uc":
            group.after_unicode = min(int(number or 1), 10)
        elif word == "ansicpg" and number is not None:
            self._set_codec(f"cp{number}")
        elif word == "mac":
            self._set_codec("mac_roman")
        elif word == "htmlrtf":  # what only readers that know no HTML shall see
            group.is_silent = number != "0"
        elif word in _LETTERS:
            self._letters(_LETTERS[word])
        elif word in ("deleted", "revised") and number != "0":
            self._letters(" ")
            group.is_changed = True
        elif not group.is_silent and not self._destination(word):
            self._layout(word)

    def _destination(self, word: str) -> bool:
        group = self._group
        if word in _WITHOUT_TEXT:
            group.is_silent = True
        elif word in _CAPTURED and group.captured is None:
            group.captured = word
            self._captured = []
        elif word in _ASIDE and not group.is_aside:
            group.is_aside = True
            self.begin_aside()
        elif word in ("listtext", "pntext"):
            group.in_list_mark = True
        else:
            return False
        return True

    def _layout(self, word: str) -> None:
        if word in _END_PARAGRAPH:
            self.end_line()
        elif word in ("cell", "nestcell"):
            self._end_cell(is_nested=word == "nestcell")
        elif word == "nestrow":
            self.end_row()
        elif word == "row":
            self._leave_nested()
            self.end_row()
            self._after_row = True
        elif word in ("trowd", "intbl"):
            self._after_row = False

    def _end_cell(self, *, is_nested: bool) -> None:
        """The letters of a cell come before anything says that it is one."""
        if not is_nested:
            self._leave_nested()
        if self._table is None or (is_nested and not self._nested):
            self.begin_table_at_cell()
            self._nested = is_nested
        self.end_cell()

    def _leave_nested(self) -> None:
        if self._nested:
            self.end_table_before_line()
            self._nested = False

    def _letters(self, text: str) -> None:
        if self._skip:
            skipped = min(self._skip, len(text))
            text, self._skip = text[skipped:], self._skip - skipped
        group = self._group
        if not text or group.is_silent:
            return
        if group.captured is not None:
            self._captured.append(text)
            return
        if self._after_row and text.strip():
            self._after_row = False
            self.end_table()
        self._line.append(text.replace("\t", " ") if group.in_list_mark else text)

    def _set_codec(self, name: str) -> None:
        try:
            "".encode(name)
        except LookupError:
            return
        self._codec = name

    def _tell_captured(self, what: str, text: str) -> None:
        evidence = self._reading.evidence
        if what == "pict":
            self._picture(text)
        elif what == "objdata":
            self._object(text)
        elif what == "fldinst":
            if '"' in text:
                evidence.text(text)
        elif what == "propname":
            self._property = text.strip()
        elif what == "staticval":
            custom_property(self._property, text.strip(), evidence)
        elif what in _ABOUT:
            about(what, text.strip(), evidence)
        elif what in _BY_WHOM and text.strip():
            evidence.property(text.strip())

    def _picture(self, text: str) -> None:
        content = _bytes(text)
        self._pictures.look("", len(content), lambda: io.BytesIO(content))

    def _object(self, text: str) -> None:
        """An object in the older wrapping: version, kind, three names, then its content. Source: MS-OLEDS 2.2.5."""
        content = _bytes(text)
        at = 8
        for _ in range(3):
            at += 4 + int.from_bytes(content[at : at + 4], "little")
        size = int.from_bytes(content[at : at + 4], "little")
        native = content[at + 4 : at + 4 + size]
        self._reading.budget.take_member()
        read_native(len(native).to_bytes(4, "little") + native, self._part.depth, self._reading)


def _bytes(text: str) -> bytes:
    digits = _HEX.sub("", text)
    return bytes.fromhex(digits[: len(digits) // 2 * 2])
