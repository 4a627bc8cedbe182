"""What is told of somebody's health: illness, absence, medicines, pregnancy, handicap, care."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app.detect.content.expressions import any_of, compiled, one_of
from app.detect.content.lexicon import ILLNESSES, MEDICINES
from app.detect.content.text.anchors import Anchors
from app.detect.content.text.distress import DISTRESS
from app.detect.content.text.figures import is_priced
from app.detect.content.text.lay_health import LAY
from app.detect.content.text.no_illness import is_no_illness, is_surname
from app.detect.content.text.piece import Hit, Piece
from app.detect.content.text.told import told

_STATUS: Final = (
    r"wia-?aanvraag|verzekeringsarts|keuringsarts|ziek ?gemeld|(?:meldt|meldde|meld|gemeld) (?:zich |u "
    r"|je )?(?:weer |opnieuw |gisteren |vandaag )?ziek"
    r"|(?:is|was|ben|bent|blijft|werd) (?:nog |al |steeds |langdurig |vaak |regelmatig |ernstig |weer "
    r"|sinds [a-z0-9 ]{2,20} ){0,3}ziek"
    r"|ziek thuis|ziek (?:sinds|vanaf|per|geworden)|langdurig ziek|uitgevallen (?:met|wegens|door|vanwege|op)"
    r"|(?:arbeids|werk)ongeschikt"
    r"|gedeeltelijk arbeidsgeschikt|(?:eerste|1e) (?:ziekte|verzuim)dag|ziekmelding van|afwezig wegens ziekte"
    r"|wegens ziekte"
    r"|(?:uw|haar|zijn|mijn|jouw|je|diens) (?:ziekmelding|ziekte|ziekteverzuim|verzuim|re-?integratie|herstel"
    r"|klachten|behandeling"
    r"|diagnose|arbeidsongeschiktheid|beperkingen|beperking|zwangerschap|medicatie|aandoening|gezondheid|operatie"
    r"|burn-?out)"
    r"|zwanger|zwangerschapsverlof|uitgerekend(?:e datum)?|bevallen|bevalling|miskraam|hersteld gemeld"
    r"|(?:betermelding|hersteldmelding)"
    r"|(?:volledig|gedeeltelijk|weer) hersteld|herstellende|wia-?uitkering|wao-?uitkering|(?:heeft|ontvangt|krijgt"
    r"|in de) (?:een )?wajong|ziektewet ?-?uitkering|iva-?uitkering"
    r"|wga-?uitkering|(?:in|onder) behandeling (?:bij|van|voor|wegens)|opgenomen (?:in|op) (?:het |de "
    r"|een )?(?:[a-z]* ?ziekenhuis|[a-z]*kliniek|[a-z]*afdeling|instelling|ggz(?:-kliniek)?|paaz|psychiatrie"
    r"|intensive care|hartbewaking|revalidatiecentrum|hospice|verpleeghuis|ic\b)"
    r"|(?:met spoed|gedwongen|psychiatrisch) opgenomen|(?:lig|ligt|lag) (?:weer |nog |nu |al "
    r"|sinds [a-z]+ )*in het ziekenhuis"
    r"|in het ziekenhuis (?:ligt|lig|lag|is opgenomen|terechtgekomen)|opgenomen (?:sinds|geweest)"
    r"|(?:uit het )?ziekenhuis ontslagen|lijdt aan|leed aan|lijdend aan"
    r"|gediagnosticeerd|diagnose (?:is|luidt|gesteld|van|werd)|kampt met|last van|geopereerd|operatie"
    r"|belastbaarheid|beperkt belastbaar"
    r"|medische (?:beperking(?:en)?|klachten|achtergrond|redenen|situatie)|lichamelijke klachten|fysieke klachten"
    r"|gebruikt (?:medicatie|medicijnen)"
    r"|allergisch voor|allergie voor|rolstoel(?:gebruiker)?|verslaafd|blijvende? (?:letsel|beperking)"
    r"|chronisch ziek|terminaal|palliatie[fv]"
    r"|(?:wlz|wmo|jeugdwet|zorg)-?(?:indicatie|zorgprofiel|profiel)|rolstoelvoorziening|zorgzwaartepakket \d"
    r"|(?:(?:have been|has been|is|are|am|was|went) on|took|taking) sick leave|called in sick|long-term sick"
    r"|pregnant|maternity leave|suffers from|suffering from|diagnosed with"
    r"|re-?integratie(?:traject)? (?:van|bij|in)|opbouw van uren|spoor 2|tweede spoor|probleemanalyse"
    r"|functionele mogelijkhedenlijst"
)
# What carers write down of a day, and what a doctor's letter says: a word alone is weak, told of somebody it is not.
_CARE: Final = (
    r"(?:hartkloppingen|flauwgevallen|epileptische aanval(?:len)?|kalmeringsmiddel(?:en)?|slaapmiddelen|autistic"
    r"|dyslexic"
    r"|miscarriage|paniekaanval(?:len)?|hyperventil[a-z]+|kwaadaardig|gezwel|gedotterd|gehecht|uitbehandeld"
    r"|complicaties (?:bij|na|tijdens)|krukken|rollator|in het gips"
    r"|wachtlijst voor (?:een )?(?:operatie|nieuwe|behandeling)|bloedtransfusie|nierdialyse"
    r"|[a-z]{3,14}allergie|epipen|gebruikt (?:veel |overmatig |dagelijks )?(?:alcohol|drugs|cannabis)"
    r"|drinkt (?:te )?veel"
    r"|chemo(?:kuur|therapie|'s)?|bestraling(?:en)?|immuuntherapie|(?:vanwege|wegens|heeft|door) ms|ms vastgesteld"
    r"|(?:meniscus|kruisband|spier|pees|achillespees|enkelband)(?:scheur|ruptuur|letsel)"
    r"|(?:bot|heup|pols|enkel|been|arm|rib|sleutelbeen|wervel|lies|schedel|kaak|neus|middenvoets|onderbeen|bovenbeen|dijbeen"
    r"|scheenbeen|kuitbeen|onderarm|bovenarm|spaakbeen|hand|voet|hiel|teen|vinger|duim|bekken|elleboog|schouder"
    r"|jukbeen|oogkas|knieschijf|nek|navel)breuk"
    r"|(?:ontwennings|afkick|verslavings)kliniek|nierfunctie[ :]{1,3}\d{1,3}|visus[ :]{1,3}(?:\d|links|rechts|o[ds])"
    r"|audiogram|gehoorverlies|(?:tijdelijk|blijvend|medisch|volledig) (?:on)?geschikt"
    r"|(?:on)?geschikt (?:bevonden |verklaard )?voor (?:het )?(?:eigen werk|werken op hoogte|nachtdienst(?:en)?"
    r"|besturen van|rijden)|(?:ik heb|jij hebt|u hebt|u heeft|je hebt) ms"
    r"|hiv-?positief|dementiezorg|insulinepomp|gehoorapparaat|prothese)|"
    r"(?:(?:afspraak|controle|consult|poli|intake|bezoek|verwijzing) (?:bij |met |naar )?(?:de "
    r"|een )?(?:cardioloog|internist|neuroloog|oncoloog|gynaecoloog"
    r"|dermatoloog|orthopeed|uroloog|psychiater|psycholoog|reumatoloog|longarts|oogarts|kno-arts"
    r"|fysio(?:therapeut)?|dietist|ggz|polikliniek|verloskundige|mdl-arts)"
    r"|fysio (?:knie|rug|schouder|nek|heup|enkel)|licht verstandelijk beperkt|verstandelijk beperkt"
    r"|lichamelijk beperkt|urenbeperking|beperkt belastbaar|beperkt: "
    r"|(?:tillen|knielen|bukken|staan|zitten|lopen|reiken|traplopen|concentreren) (?:tot|max(?:imaal)?|niet"
    r"|beperkt)\b|geen nachtdiensten|psychotisch|depressief|dement(?:erend)?|autistisch|manisch|schizofreen"
    r"|hulpbehoevend|invalide|blind geworden|doof|per ambulance"
    r"|hoog cholesterol|bronchitis|cholesterol|gehandicapt|verlamd|bedlegerig|ondervoed|suicidaal|klaagt over"
    r"|last van|klachten van|pijn (?:in|aan|op|bij)|pijnklachten|buikpijn|hoofdpijn|rugpijn|borstpijn|koorts"
    r"|misselijk|benauwd|kortademig"
    r"|duizelig|verward|delirant|onrustig geslapen|incontinent|katheter|infuus|sondevoeding|stoma|wondzorg"
    r"|decubitus|doorligwond|bloeddruk|bloedsuiker"
    r"|(?:weigert|weigerde|kreeg|krijgt|nam) (?:haar |zijn |de )?(?:medicatie|medicijnen|pillen)|paracetamol"
    r"|ibuprofen|gevallen (?:in|bij|van|uit|over|op)"
    r"|(?:brak|breekt) (?:een |haar |zijn |de |beide )?"
    r"(?:heup|pols|enkel|been|arm|rib(?:ben)?|sleutelbeen|vinger|teen|neus|knie)"
    r"|(?:sneed|verbrandde|verwondde|bezeerde|brandde|verslikte|verstapte|vertilde) zich|diabeet|epilepticus"
    r"|valincident|letsel"
    r"|RR \d{2,3}/\d{2,3}|(?:mri(?:-scan)?|ct-scan|rontgenfoto|(?:een|de) echo|bloedonderzoek|biopsie"
    r"|kijkoperatie)|fysiotherapie (?:gestart|gekregen|nodig|gehad)|revalidatie|ergotherapie|logopedie"
    r"|doorverwezen naar (?:de |een )?(?:specialist|[a-z]*arts|[a-z]*loog|psychiater|ggz)|poliklinische?"
    r"|incontinentie|mantelzorg nodig"
    r"|[a-z]{3,14}(?:kanker|ontsteking|aandoening|stoornis|tumor|fractuur|infarct|bloeding|syndroom|carcinoom|sarcoom"
    r"|fibrilleren|neuropathie|insufficientie|stenose|sclerose|artritis|trombose|embolie|hernia"
    r"|dementie|verlamming|transplantatie)|(?:visuele|auditieve|verstandelijke|lichamelijke|motorische"
    r"|psychische) beperking"
    r"|(?:hart|long|nier|lever|oog|huid|spier|darm|maag|rug|nek|knie|schouder|heup|hoofdpijn|gewrichts|stress"
    r"|slaap)(?:klachten|problemen|patient|ziekte))"
)
_LABELS: Final = (
    r"(?:hoofd|neven|medische |werk)?diagnoses?|ziektebeeld|aandoening(?:en)?|medicatie|medicijn(?:en|gebruik)"
    r"|klachten|beperkingen?"
    r"|allergie(?:en)?|ziekmelding(?: op| per| d\.?d\.?)?|ziek gemeld(?: op| per)?|ziek (?:sinds|vanaf|per)"
    r"|(?:datum )?(?:eerste|1e) (?:ziekte|verzuim)dag"
    r"|reden (?:van |van het )?(?:verzuim|afwezigheid|ziekmelding|uitval)|verzuimreden"
    r"|aard (?:van )?(?:de )?(?:ziekte|klachten|beperking)"
    r"|(?:verwachte |datum )?herstel(?:datum|melding)?|arbeidsongeschiktheid(?:s ?percentage)?|(?:percentage "
    r"|% )?arbeidsongeschikt|belastbaarheid"
    r"|advies bedrijfsarts|indicatie(?:besluit)?|zorgvraag|hulpvraag|zorgbehoefte|icd(?:-?10)?(?: ?-?code)?"
    r"|dsm(?:-?(?:iv|5))?(?: ?code)?|beloop|anamnese"
    r"|behandeling|behandelplan|gezondheid(?:stoestand)?|handicap|bloedgroep|zwanger|uitgerekende datum|diagnosis"
    r"|reason for referral|letsel|verwonding(?:en)?|aard (?:van het )?letsel|symptomen|symptoms|injury|injuries|condition"
    r"|medication|reason (?:for|of) absence"
)
_TERMS: Final = compiled(
    rf"\b(?:{one_of((*ILLNESSES, *MEDICINES))}|{_STATUS}|{_CARE}|{LAY}|{DISTRESS})\b", any_case=True
)
_LABEL: Final = compiled(
    rf"(?:^|[\n\t;|])[ *-]{{0,6}}(?:{_LABELS})(?: ?\([^()\n]{{1,25}}\))?[ ]?[:\t][ \t]{{0,20}}", any_case=True
)
_NO_VALUE: Final = compiled(
    r"^(?:[ ._*:|-]*(?:$|\n)|\.\.|__"
    r"|\[|<|\{|n\.?v\.?t|geen\b|nee\b|niet van toepassing|onbekend|invullen|tekst|text|string|varchar|char"
    r"|date|datum|dd|n\d|an?\d|ja ?/ ?nee|j/n|verplicht|optioneel|vrije|keuze|zie|wordt|veld|numeriek|alfanumeriek"
    r"|keuzelijst|elfproef|formaat|niet in (?:de|het)|niet (?:leeg|verplicht|wijzigbaar|zichtbaar)|[jny]\t"
    r"|moet|mag |max|min\b|\d+ ?- ?\d+ *(?:$|\n)"
    r"|boolean|enum|integer|0[1-9]?\t|\d+(?:\t\d+)+)",
    any_case=True,
)

_NAMED: Final = frozenset(word.encode() for word in (*ILLNESSES, *MEDICINES))
_VISITS: Final = (b"afspraak", b"controle", b"consult", b"fysio", b"intake")
# Steps of the procedure in every case of illness: they say less of one person than a diagnosis does.
_STEPS: Final = (b"probleemanalyse", b"spoor 2", b"tweede spoor", b"functionele")
# What one has of a server, too, unless the sentence says of whom it is.
_SLIGHT: Final = (*_STEPS, b"last van", b"kampt met", b"klachten van", b"klaagt over")
CONCLUDED_BYTES = 80
_CONCLUDED: Final = compiled(
    r"\b(?:letsel|klachten|beperking(?:en)?|belemmerende factoren|belemmeringen|belemmerend|aandachtspunten"
    r"|ondersteuningsbehoefte|bijzonderheden|medisch|gezondheid"
    r"|onderzoek|diagnose|conclusie|beoordeling|indruk|uitslag|werkdiagnose|oorzaak|reden|aanleiding|voorgeschiedenis"
    r"|diagnosis|conclusion)"
    r"[ ]?: ?[^.:\n]{0,50}$",
    any_case=True,
)
# What a test of one patient showed: "De MRI toont een scheur", "De biopsie was goedaardig."
_RESULT: Final = compiled(
    r"^(?:[a-z-]{0,8})? ?(?:toonde?|toonden|was|waren|is|gaf|laat|liet|wees|bevestigt|bevestigde) [a-z]",
    any_case=True,
)
_TESTS: Final = (
    b"mri",
    b"ct-scan",
    b"rontgen",
    b"een echo",
    b"de echo",
    b"bloedonderzoek",
    b"biopsie",
    b"kijkoperatie",
)
# A note of a shift: its day or hour and who wrote it down.
_SHIFT_NOTE: Final = compiled(
    r"^[ *-]*(?:\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?)?[ ,]*(?:\d{1,2}[:.]\d{2})?[ ,]*[A-Z]{2,3}[ ]?[:|-] "
    r"|^[ *-]*\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?,?(?: \d{1,2}[:.]\d{2})?"
    r"(?: (?:nacht|dag|avond|ochtend|middag|vroeg|laat|late|vroege)(?:dienst)?)?[ ]?[:|-] "
)
_NOTED_OR_CONCLUDED: Final = any_of(_SHIFT_NOTE, _CONCLUDED)
TRIGGERS: Final = (_TERMS, _LABEL)


def find_health(piece: Piece, anchors: Anchors) -> Iterator[Hit]:
    """Unsure: told of somebody who is not named near it."""
    text = piece.text
    has_prices = is_priced(text)
    for start, end in piece.matches(_TERMS):
        if text[start - 1 : start] in (b"-", b"_") or text[end : end + 1] == b"_":
            continue
        if is_no_illness(text, start, end) or is_surname(text, start, end, anchors):
            continue
        if has_prices and _is_offered(piece, anchors, start, end):
            continue
        is_cell = piece.from_table and _is_value(text, start, end)
        is_value = (
            is_cell
            or _is_cause(piece, start, end)
            or _is_result(piece, start, end)
            or _NOTED_OR_CONCLUDED.search(piece.before(start, CONCLUDED_BYTES)) is not None
        )
        word = 1 if text[start:end].lower().startswith(_SLIGHT) else 2
        found = told(piece, anchors, start, end, word=word, is_value=is_value)
        if found.is_sure or found.is_possible:
            yield Hit("health", start, end, text[start:end].lower(), sure=found.is_sure)
    for start, end in piece.matches(_LABEL):
        value = piece.after(end, 60)
        if not value.strip() or _NO_VALUE.search(value) is not None:
            continue
        found = told(piece, anchors, end, end, word=2, is_value=True)
        if found.is_sure or found.is_possible:
            yield Hit("health", start, end + len(value), value.strip().lower(), sure=found.is_sure)


def _is_offered(piece: Piece, anchors: Anchors, start: int, end: int) -> bool:
    """Whether the sentence offers a treatment at a price, and names nobody."""
    first, last = piece.sentence(start, end)
    return is_priced(piece.text[first:last]) and not anchors.within(first, last)


def _is_cause(piece: Piece, start: int, end: int) -> bool:
    """Whether somebody cannot do something by it: "door reuma in beide handen lukt koken niet meer"."""
    if piece.text[start:end].lower() not in _NAMED:
        return False
    first, last = piece.sentence(start, end)
    is_by = _BY.search(piece.text[first:start]) is not None
    return is_by and _CANNOT.search(piece.text[end:last]) is not None


_BY: Final = compiled(
    r"\b(?:door|vanwege|wegens|i\.?v\.?m\.?|als gevolg van|ten gevolge van|due to|because of)\b[^.;:\n]{0,50}$",
    any_case=True,
)
_CANNOT: Final = compiled(
    r"\b(?:niet (?:meer|langer|goed|zelf)|nauwelijks|moeizaam|moeilijk|slecht|onmogelijk|no longer|cannot|hardly)\b",
    any_case=True,
)


def _is_result(piece: Piece, start: int, end: int) -> bool:
    said = piece.text[start:end].lower()
    return said.startswith(_TESTS) and _RESULT.search(piece.after(end, 40)) is not None


def _is_value(text: bytes, start: int, end: int) -> bool:
    """Whether a cell says nothing but an illness, a medicine or a visit to a doctor."""
    said = text[start:end].lower()
    if said not in _NAMED and not said.startswith(_VISITS):
        return False
    is_whole = text[start - 1 : start] in (b"", b"\n") and text[end : end + 1] in (b"", b"\n")
    return is_whole or (
        text[end : end + 1] == b")" and _BEHIND_CODE.search(text[max(0, start - 8) : start]) is not None
    )


# `Z (hernia)`: a cell of a roster, with the reason behind the code of the day.
_BEHIND_CODE: Final = compiled(r"(?:^|[\n\t ;|])[A-Za-z]{1,6} ?\($")
