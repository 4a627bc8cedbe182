"""Whether a letter or a bill is addressed to the consultant's firm: then its name on the paper does not make it the firm's."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

_OPENING: Final = 25  # lines in which an address stands
_LABEL: Final = re.compile(
    rb"\W{0,4}(?:aan|t\.?a\.?v\.?|ter attentie van|factuur ?adres|aflever ?adres|factuur aan"
    rb"|gefactureerd aan|in rekening gebracht aan"
    rb"|klant(?:gegevens|naam)?|debiteur|afnemer|besteller|geadresseerde|opdrachtgever|naam klant|verzonden aan|geleverd aan"
    rb"|to|bill(?:ed)? to|invoice to|sold to|ship to|deliver to|attn|attention|customer|client)\b[ .:\t]",
    re.IGNORECASE,
)
_LABEL_ALONE: Final = re.compile(_LABEL.pattern.removesuffix(rb"[ .:\t]") + rb"[ .:\t]{0,4}", re.IGNORECASE)
_ASKED: Final = re.compile(
    rb"\b(?:offerte|prijs)[ -]?(?:aanvraag|verzoek)\b|\brequest for (?:a )?(?:quotation|quote|proposal|offer)\b"
    rb"|\bontvang(?:en)? (?:ik|wij|we) (?:graag|van u)|\bgraag ontvang(?:en)? (?:ik|wij"
    rb"|we) [^\n.]{0,30}(?:offerte|prijsopgave|aanbieding)"
    rb"|\b(?:kunt|wilt) u (?:mij|ons) een (?:offerte|prijsopgave|aanbieding)|\bplease (?:send"
    rb"|provide) (?:me|us) (?:a|your) (?:quote|quotation)",
    re.IGNORECASE,
)
# "Factuur 2026-118 aan Bureau Elders": billed to whom stands behind it.
_BILLED_TO: Final = re.compile(
    rb"\W{0,4}(?:[a-z]{0,10}factuur|[a-z]{0,8}nota|rekening|invoice|bill|offerte|quotation)\b[^\n]{0,40}? (?:aan|voor|to|for)"
    rb":? (?=[A-Z])([^,;\n]{3,60})",
    re.IGNORECASE,
)
_TO: Final = re.compile(rb"[a-z.] (?:aan|voor|to|for) (?=[A-Z])")  # "Offerte Bureau Elders aan Gemeente Elst"
_ATTENTION: Final = re.compile(rb"\W{0,4}(?:t\.?a\.?v\.?|ter attentie van|attn|attention)\b", re.IGNORECASE)


def is_addressed_to(lines: Sequence[bytes], names: Callable[[bytes], bool]) -> bool:
    """`lines`: folded; `names`: whether the firm is named in a line."""
    opening = lines[:_OPENING]
    return any(
        ((_LABEL.match(line) or _is_attended(opening, at) or _is_labelled(opening, at)) and names(_TO.split(line)[-1]))
        or ((billed := _BILLED_TO.match(line)) is not None and names(billed[1]))
        for at, line in enumerate(opening)
    )


def asks_for_offer(lines: Sequence[bytes]) -> bool:
    """Whether somebody asks others for an offer: it is none."""
    return _ASKED.search(b"\n".join(lines)) is not None


def without_addressee(lines: Sequence[bytes]) -> list[bytes]:
    return [line for line in lines if _LABEL.match(line) is None]


def _is_attended(lines: Sequence[bytes], at: int) -> bool:
    """Whether the line below it says for whose attention it is."""
    return at + 1 < len(lines) and _ATTENTION.match(lines[at + 1]) is not None


def _is_labelled(lines: Sequence[bytes], at: int) -> bool:
    return at > 0 and _LABEL_ALONE.fullmatch(lines[at - 1]) is not None
