"""RapidOCR: models in its own package, run by onnxruntime on the processor."""

from __future__ import annotations

import io
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from app.detect.reading.ocr import Piece

LEAST_SURE = 0.5
LONGEST_SIDE = 2_400  # a page at 200 dots an inch; larger pictures are made smaller
MOST_PIXELS = 100_000_000  # no picture is unpacked that would take more than 300 MB


class RapidReader:
    def __init__(self) -> None:
        _optional("cv2").setNumThreads(1)  # the machine has other work
        self._numpy = _optional("numpy")
        self._image = _optional("PIL.Image")
        self._image.MAX_IMAGE_PIXELS = MOST_PIXELS
        self._engine = _optional("rapidocr").RapidOCR(
            params={
                "Global.log_level": "critical",
                "Global.use_cls": False,  # pages stand upright
                "Global.text_score": LEAST_SURE,
                "EngineConfig.onnxruntime.intra_op_num_threads": 1,
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            }
        )

    def read(self, picture: bytes) -> Sequence[Piece]:
        found = self._engine(self._pixels(picture))
        if found.boxes is None:
            return []
        pieces = []
        for box, text in zip(found.boxes, found.txts, strict=True):
            across, down = [float(corner[0]) for corner in box], [float(corner[1]) for corner in box]
            pieces.append(Piece(min(across), min(down), max(across), max(down), text))
        return pieces

    def _pixels(self, picture: bytes) -> Any:
        """Blue, green, red, a byte each. Raises ValueError."""
        try:
            with self._image.open(io.BytesIO(picture)) as image:
                image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
                return self._numpy.asarray(image.convert("RGB"))[:, :, ::-1]
        except (OSError, SyntaxError, self._image.DecompressionBombError) as error:
            raise ValueError("no picture") from error


def _optional(package: str) -> Any:  # the type checker need not have it
    return import_module(package)
