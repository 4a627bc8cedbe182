"""Whether bytes are text at all, and in which encoding: by a mark, by strict UTF-8, by what their letters would mean."""

from __future__ import annotations

import codecs
from typing import Final

BLOCK_BYTES = 4_096
SAMPLE = 2_000  # signs beyond ASCII that a guess looks at
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What no text has: control codes, but for bell, backspace, white space, end of file (DOS) and escape (colours of logs).
_RUBBISH: Final = bytes({*range(1, 32)} - {7, 8, 9, 10, 11, 12, 13, 26, 27})
_FEW = 64  # in a whole piece: not worth a closer look
_DENSE = BLOCK_BYTES // 40  # packed or encrypted content has three times as many
_PADDING: Final = bytes(64)
_HIGH: Final = bytes(range(128, 256))
_LOW: Final = bytes(range(128))
# Of a Western text: EBCDIC's letters, digits, space, punctuation and line ends. Source: code pages 037 and 500.
_EBCDIC: Final = bytes.fromhex("0d 15 25") + b"".join(
    bytes(range(start, end)) for start, end in ((0x40, 0x80), (0x81, 0x8A), (0x91, 0x9A), (0xA2, 0xAA), (0xC1, 0xCA))
) + b"".join(bytes(range(start, end)) for start, end in ((0xD1, 0xDA), (0xE2, 0xEA), (0xF0, 0xFA)))  # fmt: skip
_WESTERN: Final = ("cp1252", "iso8859-15", "mac_roman", "cp850")
_COMMON: Final = frozenset("éëïöüèÉ")
_LETTERS: Final = frozenset("êáóíçàâôûñäËÏÖÜÈÁÓÇÄîùúßøåæÅØ")
_SIGNS: Final = frozenset("€’‘“”–—…°§•´«»±½£²³©®·\xa0")


def encoding_of(head: bytes) -> str | None:
    """The encoding of a text; None when this is no text. `head`: its first bytes, some thousands of them."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    if b"\x00" in head and (wide := _utf16_without_mark(head)) is not None:
        return wide
    if not _is_text(head):
        return "cp500" if _is_ebcdic(head) else None
    try:
        codecs.getincrementaldecoder("utf-8")("strict").decode(head)
    except UnicodeDecodeError:
        return "cp500" if _is_ebcdic(head) else "utf-8" if _is_mostly_utf8(head) else _guessed(head)
    return "utf-8"


def has_binary(piece: bytes) -> bool:
    """Whether a stretch of this piece of text is something else. A broken sign here and there is not."""
    if len(piece) - len(piece.translate(None, _RUBBISH)) <= _FEW:
        return False
    blocks = (piece[start : start + BLOCK_BYTES] for start in range(0, len(piece), BLOCK_BYTES))
    return any(len(block) - len(block.translate(None, _RUBBISH)) > _DENSE for block in blocks)


def _is_text(head: bytes) -> bool:
    rubbish = len(head) - len(head.translate(None, _RUBBISH))
    zeros = head.count(0)
    if zeros > len(head) // 200:  # a log that was cut while it was written has long runs of zeros
        head = head.replace(_PADDING, b"").strip(b"\x00")
        return not rubbish and not head.count(0) and 10 * (len(head) - len(head.translate(None, _HIGH))) <= len(head)
    if zeros > max(2, len(head) // 200) or rubbish > max(1, len(head) // 100):
        return False
    high = len(head) - len(head.translate(None, _HIGH))
    return not (rubbish or zeros) or 3 * high <= len(head)


def _utf16_without_mark(head: bytes) -> str | None:
    """Text in a Western language has every other byte zero."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if half and odd > 0.6 * half and even < 0.05 * half:
        return "utf-16-le"
    if half and even > 0.6 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _is_ebcdic(head: bytes) -> bool:
    """A mainframe's text: nearly only its signs, most of them letters and digits, which lie beyond ASCII, and blanks."""
    others = len(head.translate(None, _EBCDIC))
    high = len(head) - len(head.translate(None, _HIGH))
    return (
        len(head) >= 20
        and others <= len(head) // 50
        and high + head.count(0x40) >= 0.6 * len(head)
        and high > len(head) // 4
    )


def _is_mostly_utf8(head: bytes) -> bool:
    """A few broken signs in UTF-8: two files put together, a text cut at a byte."""
    high = len(head) - len(head.translate(None, _HIGH))
    good = head.decode("utf-8", "ignore").encode("utf-8")
    kept = len(good) - len(good.translate(None, _HIGH))
    return kept >= 0.8 * high


def _guessed(head: bytes) -> str:
    """Of the Western encodings the one whose signs make sense; else what the guesser says."""
    scores = {encoding: _sense(head, encoding) for encoding in _WESTERN}
    best = max(_WESTERN, key=lambda encoding: scores[encoding])
    if scores[best] > 0:
        return best
    import chardet  # 30 ms: most texts do not come here

    guess = chardet.detect(head[:20_000])
    encoding = guess["encoding"] if (guess["confidence"] or 0) > 0.5 else None
    try:
        codecs.lookup(encoding or "")
    except LookupError:
        return "cp1252"
    # What is ASCII or UTF-8 to the guesser was refused by the strict reading above.
    return "cp1252" if encoding is None or encoding.lower() in ("ascii", "utf-8") else encoding


def _sense(head: bytes, encoding: str) -> int:
    """How well the signs beyond ASCII fit a Dutch text: letters within a word for, rare signs against."""
    text = f" {head.decode(encoding, 'replace')} "
    score = seen = 0
    for at in range(1, len(text) - 1):
        sign = text[at]
        if sign < "\x80":
            continue
        in_word = (text[at - 1].isalpha() and text[at - 1] < "\x80") or (
            text[at + 1].isalpha() and text[at + 1] < "\x80"
        )
        if sign in _COMMON or sign in _LETTERS:
            score += -1 if not in_word else 3 if sign in _COMMON else 2
        else:
            score += 1 if sign in _SIGNS else -3
        seen += 1
        if seen >= SAMPLE:
            break
    return score
