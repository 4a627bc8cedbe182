"""Whether a text is a story: its persons speak, and nobody exists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_SPOKEN: Final = re.compile(
    rb"[,.?!]['\"]{1,2} (?:\w+ )?(?:zei|vroeg|riep|fluisterde|antwoordde|mompelde|schreeuwde"
    rb"|zuchtte|lachte|snikte|said|asked|whispered|cried"
    rb"|replied|answered|muttered|shouted|murmured|laughed)\b",
    re.IGNORECASE,
)
_CHAPTER: Final = re.compile(
    rb"[ #*_]{0,6}(?:hoofdstuk|chapter|deel|part|proloog|prologue|epiloog"
    rb"|epilogue) ?[a-z0-9]{0,12}\W{0,3}",
    re.IGNORECASE,
)
_SPOKEN_LEAST: Final = 3
_TITLE_LINES: Final = 4


def is_story(lines: Sequence[bytes]) -> bool:
    """`lines`: folded. A report quotes somebody once; in a story it is how it is told."""
    spoken = len(_SPOKEN.findall(b"\n".join(lines)))
    is_chapter = any(_CHAPTER.fullmatch(line) for line in lines[:_TITLE_LINES])
    return spoken >= _SPOKEN_LEAST or (is_chapter and spoken > 0)
