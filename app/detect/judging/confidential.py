"""Whether a document is marked as confidential; to speak of confidentiality marks nothing."""

from __future__ import annotations

from typing import Final

from app.detect.content.expressions import compiled

_WORD: Final = (
    r"(?:(?:strikt|zeer|streng|commercieel|bedrijfs|project|personeels|medisch|departementaal|bestuurlijk|concern|raads"
    r"|persoonlijk|strictly|highly|company|commercial in|private and|niet openbaar)[ -]?(?:en |and |& ?|/ ?)?){0,2}"
    r"(?:vertrouwelijk|geheim|confidential|confidence|restricted)"
)
# How a stamp goes on: "Vertrouwelijk tot na gunning", "Vertrouwelijk, alleen voor het college".
_GOES_ON: Final = (
    r"(?:[-|/(\t.:;,!\x{00B7}\x{2013}\x{2014}]| (?:tot|t/m|totdat|voor|alleen|uitsluitend|niet|not|until|for|exemplaar|eigendom"
    r"|ter inzage|ter bespreking|concept|versie|document|stuk|memo|verslag|notitie)\b)"
)
_WHO: Final = (
    r"(?:directie|mt|managementteam|(?:dagelijks |algemeen )?bestuur|raad van (?:bestuur|toezicht|commissarissen)|rvb|rvt|rvc"
    r"|college|b en w|b&w|stuurgroep|genodigden|leden|intern(?: gebruik)?|eigen gebruik|commissie|fractie|the board"
    r"|directors|management)"
)
_THIS: Final = r"(?:dit|deze|this|de inhoud van (?:dit|deze))"
_PIECE: Final = (
    r"(?:document|stuk|rapport|bestand|overzicht|notitie|memo|presentatie|bijlage|voorstel|cijfers|informatie|report|file"
    r"|memorandum|deck|presentation)"
)
_STAMPS: Final = (
    # A line of its own, as a stamp has it: "VERTROUWELIJK", "Vertrouwelijk - niet verspreiden", "Confidential | page 2".
    rf"(?m:^[^a-z0-9\n]{{0,6}}{_WORD}[^a-z0-9\n]{{0,6}}(?:$|{_GOES_ON}))",
    # At the end of a line of its own: "Project Zeearend - vertrouwelijk".
    rf"(?m:^[^\n.]{{0,80}}[-|/(\t:\x{{00B7}}\x{{2013}}\x{{2014}}] ?{_WORD}(?:[^a-z0-9\n]{{0,4}}$|{_GOES_ON}))",
)
_MARKS: Final = (
    r"\b(?:classificatie|vertrouwelijkheid(?:sniveau)?|rubricering|status|label|classification|sensitivity|bestandsklasse"
    rf"|verspreiding|distribution)[ \t]{{0,3}}[:=\t|][ \t]{{0,3}}(?:{_WORD}|hoog|high|beperkt|besloten|niet openbaar)\b",
    r"\bstri(?:kt|ctly) (?:vertrouwelijk|confidential|persoonlijk)\b",
    r"\bniet (?:verder )?(?:verspreiden|doorsturen|delen|kopieren|vermenigvuldigen)\b",
    r"\bniet (?:buiten|met anderen|met derden) [^\n.]{0,30}\b(?:delen|bespreken)\b",
    r"\b(?:bespreek|deel|verspreid) (?:dit|deze|het|ze) (?:\w+ ){0,2}niet\b",
    r"\bniet voor (?:verspreiding|publicatie|derden)\b",
    rf"\b(?:alleen|uitsluitend|slechts|only) (?:bestemd |bedoeld )?(?:voor|for) (?:het |de |intern |internal )?{_WHO}\b",
    r"\b(?:internal use only|eyes only|for internal use|in strict confidence)\b",
    r"\b(?:stg\.? ?geheim|staatsgeheim|departementaal vertrouwelijk|koersgevoelig(?:e informatie)?|bedrijfsgeheim)\b",
    r"\b(?:onder|oplegging van) (?:embargo|geheimhouding)\b",
    r"\bgeheimhouding (?:opgelegd|ex art|op grond van)",
    r"\bdo not (?:distribute|forward|share|circulate|copy)\b",
    r"\bnot (?:for|to be) (?:distribution|distributed|shared|disclosed)\b",
    r"\bnog niet (?:openbaar|publiek|bekend bij|naar (?:de )?(?:raad|or|ondernemingsraad|pers))\b",
    rf"\b{_THIS} {_PIECE} (?:is|zijn|bevat|contains|wordt) (?:als )?(?:{_WORD})\b",
    rf"\b(?:vertrouwelijk {_PIECE}|confidential {_PIECE})\b",
)
# What a mail says of itself in the lines that stand under every mail.
_DISCLAIMER: Final = (
    r"\b(?:geadresseerde|ontvangers?|addressee|recipients?|afzender|sender|onbedoeld|per abuis|ten onrechte|in error|intended"
    r"|deze e-?mail|dit e-?mail|this e-?mail|this message|dit bericht|this communication|aansprakelijk|liability|virus(?:sen)?"
    r"|disclaimer|bijlagen? (?:is|zijn) (?:uitsluitend )?bestemd|vernietig(?:en)?|verwijder(?:en)?|openbaarmaking)\b"
)
_IN_CONFIDENCE: Final = (
    r"\b(?:strikt |zeer |graag |even |nog )?(?:vertrouwelijk|in vertrouwen|confidential(?:ly)?|in confidence)\b",
    r"\b(?:niet|not|nooit|never) (?:verder |met (?:anderen|derden) )?(?:delen|doorsturen|verspreiden|share|forward)\b",
    r"\bdo not (?:distribute|forward|share|circulate)\b",
    r"\b(?:onder ons|tussen ons|between us|embargo|geheim ?houden)\b",
    r"\b(?:nog niet (?:openbaar|publiek|naar (?:de )?(?:raad|or|pers)))\b",
)


_IN_TEXT: Final = compiled("|".join(_MARKS), any_case=True)
_STAMPED: Final = compiled("|".join(_STAMPS), any_case=True)
_OF_STAMPS: Final = compiled(_WORD, any_case=True)
_IN_CAPITALS: Final = compiled(r"\b(?:VERTROUWELIJK|CONFIDENTIAL)\b")
_IN_NAME: Final = compiled(r"\b(?:vertrouwelijk|geheim|confidential)\b", any_case=True)
_OPEN_LABEL: Final = compiled(r"\b(?:openbaar|publiek|public|unclassified|geen classificatie)\b", any_case=True)
_IN_MAIL: Final = compiled("|".join(_IN_CONFIDENCE), any_case=True)
_UNDER_MAILS: Final = compiled(_DISCLAIMER, any_case=True)


def is_marked(folded: bytes) -> bool:
    if _IN_CAPITALS.search(folded) is not None or _IN_TEXT.search(folded) is not None:
        return True
    # What may stand before the word of a stamp costs far more than to see that there is no such word.
    return _OF_STAMPS.search(folded) is not None and _STAMPED.search(folded) is not None


def is_told_in_confidence(folded: bytes) -> bool:
    """Whether the writer of a mail asks to keep it to oneself, in a paragraph that is no disclaimer."""
    if _IN_MAIL.search(folded) is None:
        return False
    lines = folded.split(b"\n")
    return any(
        _IN_MAIL.search(line) is not None and _UNDER_MAILS.search(b" ".join(lines[max(0, at - 2) : at + 3])) is None
        for at, line in enumerate(lines)
    )


def is_named_so(folded: bytes) -> bool:
    """Whether a name, a title or a label calls it confidential."""
    return _IN_NAME.search(folded.replace(b"_", b" ")) is not None


def is_open_label(folded: bytes) -> bool:
    """Whether a sensitivity label says that everybody may read it."""
    return _OPEN_LABEL.search(folded) is not None
