"""What somebody earns: an amount beside a word for pay, of a person; not a scale, a budget or a vacancy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from app.detect.content.expressions import Span, any_of, compiled
from app.detect.content.text.anchors import Anchors
from app.detect.content.text.piece import Hit, Piece, values_right, values_under

_WORDS: Final = compiled(
    r"(?:\bloon uit (?:tegenwoordige |vroegere )?(?:dienstbetrekking|arbeid|werk)|\b(?:(?:bruto|netto|basis|vast|fulltime"
    r"|parttime|nieuw[e]?|huidige?|laatste|totaal|fiscaal|sv"
    r"|sociaal)[ -]?){0,2}"
    r"(?:maand|jaar|uur|week|periode|dag|basis|start|aanvangs|eind|functie|bruto|netto|toets|gezins|partner"
    r"|arbeids)?-?(?:salaris|loon|inkomen"
    r"|bezoldiging|wedde|traktement)"
    r"(?:s?(?:bedrag|indicatie|wens|eis|voorstel|aanbod|verwachting|betaling|niveau|verhoging|afspraak|toelage"
    r"|garantie|bod))?\b"
    r"|\bloon (?:voor|in) (?:de )?(?:loonheffing|volksverzekeringen|geld)|\bloonheffing(?:loon)?\b"
    r"|\bnetto (?:te betalen|uitbetaald|uitbetaling|uit te betalen)"
    r"|\b(?:bruto|netto) per (?:maand|uur|jaar|week|periode)\b|\bvakantie(?:geld|toeslag|uitkering)"
    r"|\beindejaarsuitkering|\b(?:dertiende|13e) maand"
    r"|\bbonus\b|\bgratificatie|\bpersoonlijke toelage|\btoelage\b|\bverdien(?:t|en|ste)?\b|\bearn(?:s|ed|ing)?\b"
    r"|\bnetto[ -]?(?:uit)?betaling|\bverdiende\b|\b(?:ww"
    r"|bijstands|aow|wia|zw|pensioen)-?uitkering"
    r"|\b(?:inkomsten|inkomen|opbrengst) uit (?:tegenwoordige |vroegere )?(?:werk|arbeid|loondienst|dienstbetrekking)"
    r"(?: en woning)?|\bbelastbaar (?:loon|inkomen)|\bverloond\b|\b(?:uit)?betaald loon"
    r"|\bverzamelinkomen|\bpensioengevend|\bjaaropgaaf|\bontslagvergoeding|\btransitievergoeding"
    r"|\bbeslag op (?:het )?loon|\bloonbeslag"
    r"|\bschaal:? ?(?:€|eur\b)|\b(?:eenmalige|bruto|netto|structurele) (?:uitkering|bonus|toeslag|vergoeding)"
    r"|\bsalary\b|\bwages?\b|\b(?:gross|net) (?:monthly|yearly|annual(?:ly)?|hourly|weekly"
    r"|per (?:month|year|hour|annum)|a (?:month|year))\b"
    r"|\b(?:gross|net|base|annual|basic|monthly|current|hourly) (?:pay|salary|income|wages?"
    r"|rate of pay)|\bschaal \d{1,2}[a-z]?,? ?(?:trede"
    r"|periodiek|regel) ?\d{1,2})",
    any_case=True,
)
AMOUNT: Final = compiled(
    r"(?:[€£$]|\beur(?:o)?\b)[ \t]{0,6}\n?[ \t]{0,6}\d{1,3}(?:[.,' ]?\d{3}){0,2}(?:[.,]\d{2}\b|,-+)?"
    r"|\b\d{1,3}(?:[.]\d{3}){1,2}(?:,\d{2}\b|,-+)?|\b\d{1,3}(?:,\d{3}){1,2}\.\d{2}\b"
    r"|\b\d{1,6}[.,]\d{2}\b|\b\d{3,6},-"
    r"|\b\d{1,3},\d{3} (?:gross|net|per (?:month|year|annum)|a (?:month|year))\b"
    r"|\b\d{2,6}(?:[.,]\d{2})? ?(?:€|euro?\b|bruto|netto)|\b\d{1,3}(?:[.,]\d)? ?k\b",
    any_case=True,
)
_PER_PERIOD: Final = compiled(
    r"\b(?:bruto|netto):? ?€ ?\d{1,3}(?:[.]?\d{3})?(?:,\d{2}|,-)? ?(?:per |p/|p\.)"
    # A contract in a few words: hours, then the sum; or the sum, then what for.
    r"|\b\d{1,2}(?:,\d{1,2})? uur(?: per week| p/?w)?[,;] ?(?:€|\beur(?:o)?) ?\d{1,3}[.]?\d{3}(?:,\d{2}|,-)?"
    r"|(?:€|\beur(?:o)?) ?\d{1,3}[.]?\d{3}(?:,\d{2}|,-)?[,;] ?functie:? [a-z]"
    # Paid out, and how much it should have been.
    r"|(?:€|\beur(?:o)?) ?\d{1,3}(?:[.]?\d{3})?(?:,\d{2}|,-)? (?:bruto |netto )?(?:verloond|(?:uit|na)betaald"
    r" (?:i\.?p\.?v|in plaats van))"
    r"|(?:€ ?)?\b\d{1,3}(?:[.]?\d{3})?(?:,\d{2}|,-)? (?:euro )?(?:bruto|netto|brt?\b)(?: ?(?:per|p\.?|p/"
    r"|/) ?(?:maand|mnd|m|uur"
    r"|u|jaar|jr|j|week|w)\b)?",
    any_case=True,
)
_SUM: Final = r"(?:€|\beuro?\b)?[ ]?\b\d{1,3}[. ]?\d{3}(?:,\d{2}|,-)?"
# A scale with its amount beside it: "schaal 7 (€ 2.872,29)", "trede 8: 4.301,00".
_IN_SCALE: Final = compiled(
    r"\b(?:schaal|functieschaal|salarisschaal|trede|periodiek|salarisnummer|scale|grade|fwg) ?-?[A-Z]?\d{1,3}[a-z]?"
    r"(?:[ ,/.-]{1,3}(?:(?:trede|periodiek|regel|nr\.?|anc(?:ienniteit)?\.?|step) ?)?\d{1,2})?[ ]?[(:=,-]{1,2}[ ]?"
    rf"(?:bruto |salaris )?{_SUM}",
    any_case=True,
)
# "Bruto nu 3.413,33 p/m", "netto 1.842,17": with cents, a currency or a period, and no other unit behind it.
_GROSS: Final = compiled(
    r"\b(?:bruto|netto|gross|net)(?: (?:nu|thans|is|was|wordt|werd|blijft|momenteel|huidig|circa|ca\.|ongeveer"
    r"|loon|salaris"
    r"|inkomen|maandloon|maandsalaris|per maand|p/m|uitbetaald|ontvangen|te ontvangen|uitgekomen op)){0,3}[ :=]{1,3}"
    r"(?:€|\beuro?\b)?[ ]?\b(?:\d{1,3}[. ]\d{3}(?:,\d{2}|,-)?|\d{3,6},(?:\d{2}|-)|\d{4})\b",
    any_case=True,
)
_BARE: Final = compiled(
    r"\b(?:[a-z]{0,12}salaris|[a-z]{0,9}loon|inkomen|salary)[ :=]{1,3}(?:is |van |nu |wordt |blijft "
    r"|was )?[1-9]\d{3}\b",
    any_case=True,
)
# Said aside: "zit nu op 2.494", "aanbod van een ander, 4400 + auto".
_ASIDE: Final = compiled(
    r"\b(?:zit|zat|staat|stond) (?:nu |al |thans |momenteel |inmiddels )?op (?:€ ?)?[1-9]\.?\d{3}(?:,\d\d|,-)?"
    r"|(?:€ ?)?\b[1-9]\.?\d{3} ?\+ ?(?:auto|bonus|lease(?:auto)?|opties)\b"
    r"|\b(?:vraagt|wil|biedt|bieden|geboden|krijgt) (?:€ ?)?[1-9]\.?\d{3}(?: ?\+ ?(?:auto|bonus|lease)| bruto| netto| p/m"
    r"| per maand)",
    any_case=True,
)
_YEAR_LIKE: Final = re.compile(rb"(?:^|\D)(?:19|20)\d\d$")
# What may follow an amount of pay; "4.100,00 m2" and "1.842 regels" are none.
_AFTER_PAY: Final = compiled(
    r"^(?:[ ]?(?:[.,;:)/|\t-]|$|\n|euro?\b|€|bruto|netto|per\b|p\.?/?m|pm\b|p/|in\b|op\b|aan\b|voor\b|bij\b|excl"
    r"|incl|en\b|naar\b"
    r"|met\b|uit\b|o\.b\.v|obv\b|ex\b|is\b|was\b|als\b|maar\b|over\b|van\b|gross|net\b|a month|a year|and\b|to\b"
    r"|dus\b|ipv\b"
    r"|i\.p\.v|\())",
    any_case=True,
)
# "Gaat € 2.890,50 verdienen", "3.100 euro verdient hij".
_EARNED: Final = compiled(
    r"(?:€ ?\d{1,3}[. ]?\d{3}(?:,\d{2}|,-)?|\b\d{1,3}[. ]?\d{3}(?:,\d{2}|,-)? (?:euro|bruto|netto))(?: (?:euro"
    r"|bruto|netto|per maand|p/m|per jaar"
    r"|gaan|gaat|te|zou|zal)){0,3} verdien(?:en|t|de|d)?\b",
    any_case=True,
)
# From one pay to another: "3.100,00 naar € 3.250,00 per maand".
_RAISE: Final = compiled(
    r"(?:€ ?)?\b\d{1,3}\.?\d{3}(?:,\d{2}|,-)? (?:naar|to) (?:€ ?)?\d{1,3}\.?\d{3}(?:,\d{2}|,-)?"
    r" (?:euro )?(?:bruto |netto )?(?:per|p/|p\.) ?(?:maand|uur|jaar|week|month|year|m\b|u\b)",
    any_case=True,
)
_NO_PAY: Final = compiled(
    r"\b(?:gemiddeld[e]?|mediaan|modaal|modale|minimum(?:loon|jeugdloon)?|maximum|maximaal|maximale|minimaal"
    r"|minimale|tussen|budget|begroting|begroot"
    r"|loonsom|loonkosten|salariskosten|personeelskosten|loonkostensubsidie|per fte|cao|vacature|bandbreedte"
    r"|salarisschalen|schalen|indexatie|norm(?:bedrag)?"
    r"|drempel|plafond|max|min|fictief|afhankelijk van|functiegroep|benchmark|median"
    r"|average"
    r"|maximum|minimum|budgeted|kosten|tarief"
    r"|kwartiel|percentiel|spreiding|(?:iedere?|elke?) (?:[a-z]+e )?(?:medewerk|werknem|collega|functie|schaal|deelnem|persoon"
    r"|fte|dienst|afdeling|team)[a-z]*|alle medewerkers|medewerkers ontvangen|werknemers|prognose|omzet"
    r"|bijstandsnorm|bespaart|besparing|mag u|u mag|mogen|bijverdienen|schaalbedrag"
    r"|licen[ct]ies?|licenses?|abonnement(?:en)?|hosting|onderhoudscontract|huurprijs|huur|omzet|marge|reiskosten"
    r"|declaraties?|servicecontract|subscription"
    r"|salaristabel|loontabel|salarisgebouw|(?:partner|wezen|ouderdoms)pensioen|bouwde op|opgebouwd pensioen"
    r"|vanaf (?:uw |je )?\d\d(?:e|ste)? jaar)\b|\b(?:van|vanaf) (?:€|eur) ?[0-9.,]+ tot|(?:€ ?\d[\d.,]*"
    r"|\d\.\d{3}[\d,]*) ?(?:-|tot) ?(?:€|eur)? ?\d",
    any_case=True,
)
# An example is of nobody, unless a citizen's number stands beside it.
_EXAMPLE: Final = compiled(r"\b(?:voorbeeld|bijv|bijvoorbeeld)\b", any_case=True)
_NUMBERED: Final = compiled(r"\b(?:bsn|burgerservicenummer|sofinummer):? ?\d{8,9}\b", any_case=True)
_OF_ONE: Final = compiled(
    r"\b(?:uw|jouw|je|u|mijn|zijn|haar|hij|zij|ik|werknemer|werkneemster|medewerker|medewerkster|betrokkene"
    r"|mevrouw|meneer|dhr|mw|your|my|his|her)\b",
    any_case=True,
)
_SPECIFIC: Final = compiled(
    r"(?:\bper (?:maand|uur|week|jaar|periode|[0-3]?\d )|\bp/m\b|\bmet ingang van|\bingaande)", any_case=True
)
_PAID_OUT: Final = compiled(
    r"(?:vakantie(?:geld|toeslag)|netto (?:te betalen|uitbetaald|uit te betalen|loon|salaris))\b", any_case=True
)
_PAYSLIP: Final = compiled(
    r"\b(?:loon ?staat|loon ?lijst|salaris ?lijst|salaris ?mutaties?|loon ?strook|salaris ?(?:strook|specificatie)"
    r"|loon ?specificatie|jaaropgaa?ve?|arbeids ?(?:overeenkomst"
    r"|contract)|aanstellings(?:besluit|brief)"
    r"|pay ?slip|employment contract|vaststellingsovereenkomst|werkgeversverklaring|uitkeringsspecificatie"
    r"|(?:rekening|bank|dag)afschrift|salarisbrief|salarisverhoging)\b",
    any_case=True,
)
_FIGURE: Final = compiled(r"\d[\d., ]{2,9}(?:\d|-)")
_RIGHT, _NEAR, _LEAST, _MOST = 90, 700, 5.0, 2_000_000.0

# In a list of pay: behind a person on the line.
_IN_LIST: Final = compiled(r"\b(?:bruto|netto):?[ \t]{1,12}\d{1,3}(?:\.?\d{3})?,\d{2}\b", any_case=True)
# "Oud: 3412, nieuw 3325": what somebody was paid and is, where pay is what they talk about.
_OLD_AND_NEW: Final = compiled(
    r"\b(?:oud|oude|vorige|vorig|was|eerst|old|before):? (?:€ ?)?[1-9]\.?\d{3}(?:,\d\d)?[ ,;/-]{1,3}(?:en )?"
    r"(?:nieuwe?|nu|wordt|werd|new|now|after):? (?:€ ?)?[1-9]\.?\d{3}(?:,\d\d)?\b",
    any_case=True,
)
_OF_PAY: Final = compiled(
    r"verlo(?:on|ning)|salaris|\bloon|loon\b|toelage|\bnetto\b|\bbruto\b|uitbetaal|nabetaling|inhouding|payroll|\bsalary\b",
    any_case=True,
)
_TALK_WITHIN: Final = 300
_ANY_PHRASE: Final = any_of(_PER_PERIOD, _RAISE, _EARNED, _IN_LIST)
_ANY_SAID: Final = any_of(_ASIDE, _IN_SCALE, _GROSS, _BARE, _OLD_AND_NEW)
TRIGGERS: Final = (_OLD_AND_NEW, _WORDS, _PER_PERIOD, _EARNED, _RAISE, _IN_LIST, _IN_SCALE, _GROSS, _BARE, _ASIDE)


def find_pay(piece: Piece, anchors: Anchors) -> Iterator[Hit]:
    """Unsure: of somebody who is named or numbered further away."""
    amounts = list(_amounts(piece, anchors))
    near = [anchors.within(max(0, word[0] - _NEAR), spans[-1][1] + _NEAR // 3) for word, spans in amounts]
    is_payslip = (
        not all(near) and _PAYSLIP.search(piece.text) is not None
    )  # asked of the whole text: only when it matters
    for (word, spans), is_near in zip(amounts, near, strict=True):
        first, last = piece.sentence(*word)
        sure = is_near or (is_payslip and bool(anchors.hits))
        if (
            sure
            or is_payslip
            or (piece.from_table and _IN_SCALE.match(piece.text, word[0]) is not None)
            or _is_row(piece, word)
            or _PAID_OUT.match(piece.text, word[0]) is not None
            or any(sign.search(piece.text, first, last) is not None for sign in (_OF_ONE, _SPECIFIC))
        ):
            for start, end in spans:
                yield Hit("salary", start, end, piece.text[start:end].strip().lower(), sure=sure)


def _amounts(piece: Piece, anchors: Anchors) -> Iterator[tuple[Span, list[Span]]]:
    """The amounts of pay, each with the place of the words that make it one."""
    if piece.has_where(_ANY_PHRASE):  # one look spares four
        yield from _phrased(piece, anchors)
    yield from _said(piece)
    under_until = 0
    for word in piece.matches(_WORDS):
        spans = _right_of(piece, word[1])
        if not spans and word[0] >= under_until and not piece.from_table and _is_heading(piece, word):
            spans = values_under(piece, word, AMOUNT)
            under_until = spans[-1][1] if spans else under_until
        spans = [span for span in spans if _is_pay(piece, word, span)]
        if spans:
            yield word, spans


def _phrased(piece: Piece, anchors: Anchors) -> Iterator[tuple[Span, list[Span]]]:
    """Amounts within a phrase that says whole what is paid."""
    for span in piece.matches(_PER_PERIOD):
        if _is_pay(piece, span, span):
            yield span, [span]
    for expression in (_RAISE, _EARNED):
        for span in piece.matches(expression):
            amounts = [found for found in AMOUNT.spans(piece.text, *span) if _is_pay(piece, found, found)]
            if amounts:
                yield span, amounts
    listed = [span for span in piece.matches(_IN_LIST) if anchors.within(*piece.line(*span))]
    if listed and _PAYSLIP.search(piece.text) is not None:
        yield from ((span, [span]) for span in listed)


def _said(piece: Piece) -> Iterator[tuple[Span, list[Span]]]:
    """Amounts that stand directly behind the scale or the one word that makes them pay."""
    if next(piece.matches(_ANY_SAID), None) is None:
        return
    for start, end in piece.matches(_ASIDE):
        amounts = list(_FIGURE.spans(piece.text, start, end))[-1:]
        is_left = amounts[0][1] < end or _AFTER_PAY.search(piece.after(end, 12)) is not None if amounts else False
        if is_left and _YEAR_LIKE.search(piece.text, start, amounts[0][1]) is None:
            yield (start, end), amounts
    for start, end in piece.matches(_OLD_AND_NEW):
        if (
            _OF_PAY.search(piece.text, max(0, start - _TALK_WITHIN), min(len(piece.text), end + _TALK_WITHIN))
            is not None
        ):
            yield (start, end), list(_FIGURE.spans(piece.text, start, end))
    for expression in (_IN_SCALE, _GROSS, _BARE):
        for start, end in piece.matches(expression):
            is_year = expression is not _IN_SCALE and _YEAR_LIKE.search(piece.text, start, end) is not None
            is_other = expression is not _IN_SCALE and _AFTER_PAY.search(piece.after(end, 12)) is None
            amounts = [(low, high) for low, high in _FIGURE.spans(piece.text, start, end) if high == end]
            if amounts and not is_year and not is_other and _is_pay(piece, (start, end), amounts[-1]):
                yield (start, end), amounts[-1:]


def _right_of(piece: Piece, word_end: int) -> list[Span]:
    """The first amount behind a word, on its line or where its sentence goes on in the next one."""
    spans = values_right(piece, word_end, AMOUNT, _RIGHT)[:1]
    if spans or piece.from_table:
        return spans
    line_end = piece.line(word_end, word_end)[1]
    if line_end - word_end > _RIGHT // 2 or not piece.is_wrapped(line_end):
        return []
    wrapped = list(AMOUNT.spans(piece.text, word_end, min(len(piece.text), line_end + _RIGHT // 2)))
    return [span for span in wrapped[:1] if b"\n" not in piece.text[line_end + 1 : span[1]]]


def _is_row(piece: Piece, word: Span) -> bool:
    """A row of a table that is about pay and nothing else: the word, then the amount."""
    return piece.from_table and not piece.before(word[0], 40).strip() and piece.after(word[1], 1) == b"\t"


def _is_heading(piece: Piece, word: Span) -> bool:
    """Whether the line ends behind the word, or goes on with another column."""
    behind = piece.after(word[1], 60)
    return not behind.strip(b" :.") or behind.startswith((b"  ", b"\t", b" |", b"|", b";"))


_NEXT_LABEL: Final = re.compile(rb"\n[A-Za-z][A-Za-z ]{2,24}: ")  # what is owed, below what comes in


def _is_pay(piece: Piece, word: Span, span: Span) -> bool:
    first, last = piece.sentence(*word)
    low, high = max(first, word[0] - 120), max(min(last, span[1] + 60), span[1])
    label = _NEXT_LABEL.search(piece.text, span[1], high)
    high = label.start() if label is not None else high
    if _NO_PAY.search(piece.text, low, high) is not None:
        return False
    if _EXAMPLE.search(piece.text, low, high) is not None and _NUMBERED.search(piece.text, first, last) is None:
        return False
    digits = piece.text[span[0] : span[1]]
    if word[1] <= span[0] and span[0] >= last and b"\n" not in piece.text[word[1] : span[0]]:
        return False  # in another sentence
    if digits[:1].isdigit() and (piece.is_part_of_more(*span) or piece.after(span[1], 2).startswith((b"%", b" %"))):
        return False
    figure = amount(digits)
    return figure is not None and _LEAST <= figure <= _MOST


def amount(written: bytes) -> float | None:
    """A sum in euros, with a Dutch or English decimal sign."""
    text = bytes(sign for sign in written if sign in b"0123456789.,").strip(b".,")
    if len(text) > 3 and text[-3] in b".,":
        whole, cents = text[:-3], text[-2:]
    else:
        whole, cents = text, b"0"
    whole = whole.translate(None, b".,")
    return float(b"%b.%b" % (whole, cents)) if whole.isdigit() and cents.isdigit() else None
