"""Whether a document is marked as confidential; to speak of confidentiality marks nothing."""

from __future__ import annotations

from typing import Final

import re2

_WORD: Final = (
    r"(?:(?:strikt|zeer|streng|commercieel|bedrijfs|project|personeels|medisch|departementaal|strictly|highly|company"
    r"|commercial in)[ -]?){0,2}(?:vertrouwelijk|geheim|confidential|confidence|restricted)"
)
_MARKS: Final = (
    # A line of its own, as a stamp has it: "VERTROUWELIJK", "Vertrouwelijk - niet verspreiden", "Confidential | page 2".
    rf"(?m:^[^a-z0-9\n]{{0,6}}{_WORD}[^a-z0-9\n]{{0,6}}(?:$|[-|/(\t\x{{2013}}\x{{2014}}]))",
    r"\b(?:classificatie|vertrouwelijkheid(?:sniveau)?|rubricering|status|label|classification|sensitivity|bestandsklasse)"
    rf"[ \t]{{0,3}}[:=\t|][ \t]{{0,3}}(?:{_WORD}|hoog|high)\b",
    r"\bstri(?:kt|ctly) (?:vertrouwelijk|confidential|persoonlijk)\b",
    r"\bniet (?:verder )?verspreiden\b",
    r"\bniet voor verspreiding\b",
    r"\b(?:alleen|uitsluitend|slechts) voor intern gebruik\b",
    r"\binternal use only\b",
    r"\bstg\.? ?geheim\b",
    r"\bstaatsgeheim\b",
    r"\bdepartementaal vertrouwelijk\b",
    r"\bdo not (?:distribute|forward|share)\b",
    r"\bnot for distribution\b",
    r"\bonder embargo\b",
    r"\b(?:dit|deze|this|de inhoud van dit) (?:document|stuk|rapport|bestand|overzicht|notitie|memo|presentatie|report|file)"
    rf" (?:is|zijn|bevat|contains|wordt) (?:als )?(?:{_WORD})\b",
    r"\b(?:vertrouwelijk (?:document|stuk|rapport|memo|exemplaar)|confidential (?:document|report|memo))\b",
)


def _compiled(pattern: str, *, case_sensitive: bool = False) -> re2._Regexp:
    options = re2.Options()
    options.never_capture = True
    options.case_sensitive = case_sensitive
    return re2.compile(pattern.encode(), options)


_IN_TEXT: Final = _compiled("|".join(_MARKS))
_IN_CAPITALS: Final = _compiled(r"\b(?:VERTROUWELIJK|CONFIDENTIAL)\b", case_sensitive=True)
_IN_NAME: Final = _compiled(r"\b(?:vertrouwelijk|geheim|confidential)\b")
_OPEN_LABEL: Final = _compiled(r"\b(?:openbaar|publiek|public|unclassified|geen classificatie)\b")


def is_marked(folded: bytes) -> bool:
    return _IN_CAPITALS.search(folded) is not None or _IN_TEXT.search(folded) is not None


def is_named_so(folded: bytes) -> bool:
    """Whether a name, a title or a label calls it confidential."""
    return _IN_NAME.search(folded.replace(b"_", b" ")) is not None


def is_open_label(folded: bytes) -> bool:
    """Whether a sensitivity label says that everybody may read it."""
    return _OPEN_LABEL.search(folded) is not None
