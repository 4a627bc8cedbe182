"""Pictures: alone they are not looked into; in a document it depends on what else stands there."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Sequence
from enum import Enum, auto
from math import inf
from typing import Final

from app.detect.reading.document import Part, Reading
from app.detect.reading.ocr import Piece, picture_reader
from app.detect.reading.readers.archive import open_member
from app.detect.reading.readers.metafile import MOST_BYTES, is_metafile, text_of
from app.detect.reading.readers.picture_facts import HEAD_BYTES, metadata_of, size_of
from app.detect.reading.readers.placed_text import NARROW, Cell, Columns
from app.detect.reading.unread import Unread, UnreadableError

TEXT_CHARS = 60  # a document with a picture and less text than this is a picture
TEXT_CHARS_A_PICTURE = 20  # and so much more for every further large one: a title under each does not make it a text
LARGE_BYTES = 40_000
LARGE_SIDE = 300
SCAN_PIXELS, SCAN_BYTES = 1_000_000, 6_000  # a page in black and white packs well
LEGIBLE_WIDTH, LEGIBLE_HEIGHT, LEGIBLE_BYTES = 200, 80, 3_000
LEAST_METAFILE_BYTES = 200
_SUFFIXES: Final = (
    ".png",
    ".jpg",
    ".jpeg",
    ".jpe",
    ".jfif",
    ".gif",
    ".bmp",
    ".dib",
    ".tif",
    ".tiff",
    ".emf",
    ".wmf",
    ".emz",
    ".wmz",
    ".pct",
    ".pict",
    ".svm",
    ".webp",
    ".wdp",
    ".jxr",
    ".ico",
    ".heic",
    ".heif",
    ".avif",
    ".jp2",
    ".mp4",
    ".m4v",
    ".mov",
    ".avi",
    ".wmv",
    ".mpg",
    ".mpeg",
    ".mp3",
    ".m4a",
    ".wav",
    ".wma",
    ".aif",
    ".aiff",
    ".mid",
    ".ogg",
    ".webm",
    ".mkv",
    ".glb",
    ".3mf",
)
_METAFILES: Final = (".emf", ".wmf")


class Picture(Enum):
    """What a picture may hold, judged by its size alone."""

    ORNAMENT = auto()  # a logo, an icon, a line
    LEGIBLE = auto()  # some words
    LARGE = auto()  # a page, a photograph, a screen


def is_picture_name(name: str) -> bool:
    """Pictures, sound and film as they are named in the packages of office documents. `name`: in small letters."""
    return name.endswith(_SUFFIXES)


def kind_of(size_bytes: int, pixels: tuple[int, int] | None) -> Picture:
    """`pixels`: width and height; None where they cannot be told."""
    if pixels is None:
        return Picture.LARGE if size_bytes >= LARGE_BYTES else Picture.ORNAMENT
    width, height = pixels
    is_heavy = size_bytes >= LARGE_BYTES or (width * height >= SCAN_PIXELS and size_bytes >= SCAN_BYTES)
    if is_heavy and min(width, height) >= LARGE_SIDE:
        return Picture.LARGE
    if width >= LEGIBLE_WIDTH and height >= LEGIBLE_HEIGHT and size_bytes >= LEGIBLE_BYTES:
        return Picture.LEGIBLE
    return Picture.ORNAMENT


class Pictures:
    """The pictures of one document. `begin` when its properties were told, `conclude` when all was read."""

    def __init__(self, reading: Reading, depth: int) -> None:
        self._reading, self._depth = reading, depth
        self._chars = reading.evidence.chars
        self._large = self._legible = 0

    def begin(self) -> None:
        self._chars = self._reading.evidence.chars

    def pass_over(self, chars: int) -> None:
        """So much of the text is of the paper that it is written on: headers, footers, patterns of slides."""
        self._chars += chars

    def look_at_member(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
        self.look(info.filename, info.file_size, lambda: open_member(archive, info, self._reading.budget))

    def look(self, name: str, size_bytes: int, opened: Callable[[], io.BufferedIOBase]) -> None:
        if size_bytes < (LEAST_METAFILE_BYTES if name.endswith(_METAFILES) else LEGIBLE_BYTES):
            return
        with opened() as stream:
            head = stream.read(HEAD_BYTES)
        kind = kind_of(size_bytes, size_of(head))
        if is_metafile(head) and size_bytes <= MOST_BYTES and self._words(opened):
            return
        if kind is Picture.ORNAMENT or self._look_into(size_bytes, opened):
            return
        self._large += kind is Picture.LARGE
        self._legible += kind is Picture.LEGIBLE

    def _words(self, opened: Callable[[], io.BufferedIOBase]) -> bool:
        """Tell the text of a metafile; False where it shows a picture only."""
        try:
            with opened() as stream:
                text = text_of(stream.read())
        except UnreadableError:  # it unpacks like a bomb: a large one that shows hardly anything
            return False
        self._reading.evidence.text(text)
        return bool(text.strip())

    def _look_into(self, size_bytes: int, opened: Callable[[], io.BufferedIOBase]) -> bool:
        if not self._reading.budget.limits.reads_pictures:
            return False
        self._reading.budget.check_memory(size_bytes)
        with opened() as stream:
            return look_into(stream.read(), self._reading)

    def conclude(self) -> None:
        """Raises UnreadableError when the document is mostly pictures; says so when it has large ones beside its text."""
        text = self._reading.evidence.chars - self._chars
        least = TEXT_CHARS + TEXT_CHARS_A_PICTURE * max(self._large - 1, 0)
        if (self._large or self._legible) and text < least:
            raise UnreadableError(Unread.PICTURE)
        if self._large:
            self._reading.evidence.leave_out(Unread.PICTURES_BESIDE)


def read_picture(part: Part, reading: Reading) -> None:
    """A picture alone: what was written about it counts. Raises UnreadableError (picture)."""
    with part.open() as stream:
        head = stream.read(HEAD_BYTES)
    tell_metadata(head, reading)
    words = text_of(part.content(reading.budget)) if is_metafile(head) else ""
    if words.strip():
        return reading.evidence.text(words)
    if not reading.budget.limits.reads_pictures or not look_into(part.content(reading.budget), reading):
        raise UnreadableError(Unread.PICTURE)
    return None


def note(content: bytes, reading: Reading) -> None:
    """A picture beside a text (in a mail, a page): its metadata count, and a large one is said not to be looked into."""
    tell_metadata(content[:HEAD_BYTES], reading)
    kind = kind_of(len(content), size_of(content[:HEAD_BYTES]))
    if kind is not Picture.ORNAMENT and look_into(content, reading):
        return
    if kind is Picture.LARGE:
        reading.evidence.leave_out(Unread.PICTURES_BESIDE)


def look_into(picture: bytes, reading: Reading) -> bool:
    """Tell the text on a picture; False where pictures are not read, or not this one."""
    reader = picture_reader(reading.budget.limits)
    if reader is None:
        return False
    reading.budget.check_time()
    try:
        pieces = reader.read(picture)
    except ValueError:
        return False
    Columns(reading.evidence).page(lines_of_pieces(pieces))
    return True


def lines_of_pieces(pieces: Sequence[Piece]) -> list[list[Cell]]:
    """Pieces that stand at one height are a line; those with a gap between them are cells."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: piece.top + piece.bottom):
        middle = (piece.top + piece.bottom) / 2
        if lines and lines[-1][0].top < middle < lines[-1][0].bottom:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [_cells(sorted(line, key=lambda piece: piece.left)) for line in lines]


def _cells(line: Sequence[Piece]) -> list[Cell]:
    cells: list[Cell] = []
    for piece in line:
        height = max(piece.bottom - piece.top, 1.0)
        gap = (piece.left - cells[-1].right) / height if cells else inf
        if gap > NARROW:
            cells.append(Cell(piece.left, piece.right, piece.bottom, height, piece.text, gap))
        else:
            cells[-1].right = piece.right
            cells[-1].text += f" {piece.text}"
    return cells


def bitmap_file(pixels: bytes, width: int, height: int) -> bytes:
    """Pixels of four bytes (blue, green, red, nothing), from top to bottom, as a file that every reader knows."""
    head = struct.pack("<IiiHHIIiiII", 40, width, -height, 1, 32, 0, len(pixels), 0, 0, 0, 0)
    return struct.pack("<2sIHHI", b"BM", 14 + len(head) + len(pixels), 0, 0, 14 + len(head)) + head + pixels


def tell_metadata(head: bytes, reading: Reading) -> None:
    facts = metadata_of(head)
    for name in facts.made_by:
        reading.evidence.property(name)
    for text in facts.says:
        reading.evidence.text(text)
