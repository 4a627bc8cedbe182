"""Whether a document is marked as confidential; to speak of confidentiality marks nothing."""

from __future__ import annotations

from typing import Final

import re2

_WORD: Final = (
    r"(?:(?:strikt|zeer|streng|commercieel|bedrijfs|project|personeels|medisch|departementaal|strictly|highly|company|commercial in)[ -]?){0,2}"
    r"(?:vertrouwelijk|geheim|confidential|confidence|restricted)"
)
_MARK: Final = (
    # A line of its own, as a stamp has it: "VERTROUWELIJK", "Vertrouwelijk - niet verspreiden", "Confidential | page 2".
    rf"(?im)^[^a-z0-9\n]{{0,6}}{_WORD}[^a-z0-9\n]{{0,6}}(?:$|[-|/(\t\x{{2013}}\x{{2014}}])"
    rf"|(?i)\b(?:classificatie|vertrouwelijkheid(?:sniveau)?|rubricering|status|label|classification|sensitivity|bestandsklasse)"
    rf"[ \t]{{0,3}}[:=\t|][ \t]{{0,3}}(?:{_WORD}|hoog|high)\b"
    r"|\bVERTROUWELIJK\b|\bCONFIDENTIAL\b|\bSTRIKT VERTROUWELIJK\b"
    r"|(?i)\bstri(?:kt|ctly) (?:vertrouwelijk|confidential|persoonlijk)\b|\bniet (?:verder )?verspreiden\b|\bniet voor verspreiding\b"
    r"|\b(?:alleen|uitsluitend|slechts) voor intern gebruik\b|\bfor internal use only\b|\binternal use only\b|\bstg\.? ?geheim\b"
    r"|\bstaatsgeheim\b|\bdepartementaal vertrouwelijk\b|\bdo not (?:distribute|forward|share)\b|\bonder embargo\b|\bnot for distribution\b"
    r"|\b(?:dit|deze|this|de inhoud van dit) (?:document|stuk|rapport|bestand|overzicht|notitie|memo|presentatie|report|file)"
    rf" (?:is|zijn|bevat|contains|wordt) (?:als )?(?:{_WORD})\b"
    r"|\bvertrouwelijk (?:document|stuk|rapport|memo|exemplaar)\b|\bconfidential (?:document|report|memo)\b"
)
_NAME: Final = r"(?i)\b(?:vertrouwelijk|geheim|confidential)\b"


def _compiled(pattern: str) -> re2._Regexp:
    options = re2.Options()
    options.never_capture = True
    return re2.compile(pattern.encode(), options)


_IN_TEXT: Final = _compiled(_MARK)
_IN_NAME: Final = _compiled(_NAME)
_OPEN_LABEL: Final = _compiled(r"(?i)\b(?:openbaar|publiek|public|unclassified|geen classificatie)\b")


def is_marked(folded: bytes) -> bool:
    return _IN_TEXT.search(folded) is not None


def is_named_so(folded: bytes) -> bool:
    """Whether a name, a title or a label calls it confidential."""
    return _IN_NAME.search(folded.replace(b"_", b" ")) is not None


def is_open_label(folded: bytes) -> bool:
    """Whether a sensitivity label says that everybody may read it."""
    return _OPEN_LABEL.search(folded) is not None
