"""Known values that are put into documents and looked for in all that is said of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from random import Random

from benchmarks.fuzzing.containers import is_text

NAME, MAIL = "Kwetternest-Zilverduin", "p.kwetternest@zilverduin.example"
BSN, IBAN, PHONE = "731948269", "NL30KWET0731948263", "06-73194826"
CANARIES = (NAME, MAIL, BSN, IBAN, PHONE, "Kwetternest")
_LINE = f" Mevrouw P. {NAME}, BSN {BSN}, rekening {IBAN}, {MAIL}, {PHONE}, geboren 14-03-1979, ziek gemeld "
_PLACE = re.compile(rb">[^<>\x00-\x08]{4,}<|\"[^\"\x00-\x08]{4,}\"|\([^()\x00-\x08]{4,}\)|[\n,;\t][\w ]{4,}[\n,;\t]")
_LETTERS = re.compile(rb"[\x20-\x7e\r\n]{%d,}" % len(_LINE))
_WIDE_LETTERS = re.compile(rb"(?:[\x20-\x7e\r\n]\x00){%d,}" % len(_LINE))


def plant(content: bytes, rng: Random) -> bytes:
    """The values in a text, somewhere a text may stand; in another piece in the place of as many letters, if there are."""
    if is_text(content):
        places = [match.start() + 1 for match in _PLACE.finditer(content, 0, 500_000)]
        at = rng.choice(places) if places else len(content)
        return content[:at] + _LINE.encode() + content[at:]
    for letters, line in ((_WIDE_LETTERS, _LINE.encode("utf-16-le")), (_LETTERS, _LINE.encode())):
        runs = [match.start() for match in letters.finditer(content)]
        if runs:
            at = rng.choice(runs)
            return content[:at] + line + content[at + len(line) :]
    return content


def found_in(said: Iterable[str | bytes]) -> str | None:
    """The first of the values that stands in what was said."""
    for piece in said:
        for canary in CANARIES:
            if isinstance(piece, str):
                if canary.lower() in piece.lower():
                    return canary
            elif any(canary.encode(encoding).lower() in piece.lower() for encoding in ("utf-8", "utf-16-le")):
                return canary
    return None
