"""Whether the letters of a page are what they stand for: a font may keep to itself which letter each of its signs is."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

UNKNOWN_SHARE = 0.3  # of the letters: signs that mean something in their own font only
CODES_SHARE = 0.05  # numbers of signs in place of letters: more than a ligature now and then
FAR_SHARE, MIXED_SHARE = 0.3, 0.5  # of the words: not in Latin letters; and of these, in several scripts at once
SAMPLE_CHARS = 20_000
_CODES: Final = (frozenset("\ufffd") | frozenset(map(chr, range(32)))) - frozenset("\r\n\t\x02")
_NO_LETTERS: Final = _CODES | frozenset("\ufffe\uffff")
_FIRST_FAR: Final = "\u0370"  # Greek; before it stand the Latin letters of all of Europe
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_TOGETHER: Final = frozenset(
    ("CJK", "HIRAGANA", "KATAKANA", "HALFWIDTH", "FULLWIDTH", "HANGUL", "BOPOMOFO", "MODIFIER")
)


def unknown(text: str) -> int:
    """How many letters are not known for what they are."""
    count = sum(map(text.count, _NO_LETTERS))
    if not text.isascii():
        count += sum("\ue000" <= sign <= "\uf8ff" for sign in text)
    return count


def are_unknown(text: str, letters: int) -> bool:
    """Whether this is no text. `letters`: how many there are, without blanks."""
    if unknown(text) > UNKNOWN_SHARE * letters or sum(map(text.count, _CODES)) > CODES_SHARE * letters:
        return True
    return not text.isascii() and _mixes_scripts(text[:SAMPLE_CHARS])


def _mixes_scripts(text: str) -> bool:
    """Words of Greek, Arabic and Thai letters at once: a wrong table of signs."""
    words = _WORD.findall(text)
    far = [word for word in words if max(word) >= _FIRST_FAR]
    if not far or len(far) < FAR_SHARE * len(words):
        return False
    return sum(len(_scripts(word)) > 1 for word in far) > MIXED_SHARE * len(far)


def _scripts(word: str) -> set[str]:
    names = (unicodedata.name(letter, "") for letter in word if unicodedata.category(letter).startswith("L"))
    return {name.partition(" ")[0].partition("-")[0] for name in names if name} - _TOGETHER
