"""The reader that Windows has: it needs one of the languages installed for it, and knows Dutch when Windows does."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from app.detect.reading.ocr import PictureReader, Piece

LANGUAGE = "nl"


def windows_reader() -> PictureReader | None:
    """None when no language is installed."""
    engines: Any = import_module("winrt.windows.media.ocr").OcrEngine  # optional: not known to the type checker
    language = import_module("winrt.windows.globalization").Language(LANGUAGE)
    engine = None
    if engines.is_language_supported(language):
        engine = engines.try_create_from_language(language)
    engine = engine or engines.try_create_from_user_profile_languages()
    return None if engine is None else WindowsReader(engine, int(engines.max_image_dimension))


class WindowsReader:
    """`longest_side`: in pixels; larger pictures are made smaller. Operations are waited for: the worker has one thread."""

    def __init__(self, engine: Any, longest_side: int) -> None:
        self._engine, self._longest_side = engine, longest_side
        self._imaging: Any = import_module("winrt.windows.graphics.imaging")
        self._streams: Any = import_module("winrt.windows.storage.streams")

    def read(self, picture: bytes) -> Sequence[Piece]:
        try:
            bitmap = self._bitmap(picture)
        except OSError as error:
            raise ValueError("no picture") from error
        found = self._engine.recognize_async(bitmap).get()
        pieces = []
        for line in found.lines:
            for word in line.words:
                place = word.bounding_rect
                right, bottom = place.x + place.width, place.y + place.height
                pieces.append(Piece(place.x, place.y, right, bottom, word.text))
        return pieces

    def _bitmap(self, picture: bytes) -> Any:
        stream = self._streams.InMemoryRandomAccessStream()
        writer = self._streams.DataWriter(stream.get_output_stream_at(0))
        writer.write_bytes(picture)
        writer.store_async().get()
        imaging = self._imaging
        decoder = imaging.BitmapDecoder.create_async(stream).get()
        transform = imaging.BitmapTransform()
        longest = max(decoder.pixel_width, decoder.pixel_height, 1)
        if longest > self._longest_side:
            transform.scaled_width = max(decoder.pixel_width * self._longest_side // longest, 1)
            transform.scaled_height = max(decoder.pixel_height * self._longest_side // longest, 1)
        return decoder.get_software_bitmap_async(
            imaging.BitmapPixelFormat.BGRA8,
            imaging.BitmapAlphaMode.PREMULTIPLIED,
            transform,
            imaging.ExifOrientationMode.RESPECT_EXIF_ORIENTATION,
            imaging.ColorManagementMode.DO_NOT_COLOR_MANAGE,
        ).get()
