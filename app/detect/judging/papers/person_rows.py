"""Tables whose rows are private persons by what stands beside each: a task of care, marks, a home and a private address, an
illness in a roster, pay. A list of business contacts has names, functions, organisations and how they are reached at work."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from app.detect.content.people import is_likely
from app.detect.judging.hosts import is_free_mail
from app.detect.judging.papers.grids import Grid, are_persons, grids

_LEAST: Final = 3  # rows
_SHARE: Final = 0.6  # of the filled cells of a column
_TASKS_SHARE: Final = 0.3  # of the rows: not everybody needs what is on a list
_MARKED_COLUMNS: Final = 2


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern})\W{{0,3}}", re.IGNORECASE)


# Whoever is called so is a private person to the one who keeps the list.
_PRIVATE_ROLE: Final = _whole(
    r"(?:(?:volledige )?naam[ _-]?(?:van )?(?:de |het )?)?(?:client(?:e)?|patient(?:e)?|bewoner|leerling|student|pupil"
    r"|kandidaat|sollicitant|huurder|inwoner"
    r"|burger|schuldenaar|uitkeringsgerechtigde|kind|gezin|zorgvrager|hulpvrager|cursist|jeugdige|verdachte"
    r"|slachtoffer|proefpersoon|bezwaarmaker|klager|belanghebbende|overledene|nabestaande|verzekerde|gedetineerde"
    r"|budgethouder|statushouder|inburgeraar"
    r"|resident|tenant|applicant|candidate|child|debtor|service user|participant)(?:[ _-]?naam|[ _-]?name|s|en)?"
)
_OF_ANY_TRADE: Final = _whole(
    r"(?:naam )?(?:client(?:e)?|participant|student|candidate|kandidaat|applicant)s?(?:[ _-]?naam|[ _-]?name)?"
)
_ELECTED: Final = _whole(
    r"partij|lijst(?:nummer|nr|naam)?|fractie|party|kieslijst|stemmen|votes|score leverancier|leverancier|vendor"
)
_PERSON_KEY: Final = _whole(
    r"(?:pseudo(?:niem|nym|-?id|code|nummer)?|sleutel|respondent(?:nr|nummer|code|-?id)?|onderzoeks?-?(?:nr|nummer"
    r"|code)|studie-?(?:nr|nummer|code|id)"
    r"|study ?(?:id|code|number)|subject ?(?:id|code|number)|proefpersoon ?(?:nr|nummer|code)?|participant ?(?:id|code"
    r"|number)|key|hash)"
)
_CALLED_KEY: Final = re.compile(
    rb"\b(?:sleutel|key|koppel|pseudo|her?identificatie|re-?identification|link(?:age)?)(?:[ _-]?(?:bestand|tabel"
    rb"|lijst|file|table|list))?\b|pseudoniem",
    re.IGNORECASE,
)
_PAIR_COLUMNS: Final = 3
_CODE: Final = re.compile(r"[A-Za-z]{0,6}[-_ ]?(?=[A-Za-z-]*\d)[A-Za-z0-9-]{3,40}")
_WHERE: Final = _whole(
    r"waar|adres|straat|kamer(?:nr|nummer)?|bed|app(?:artement)?|woning|sleutel(?:kluis|nummer|nr|code)?|huisnr"
    r"|huisnummer|postcode|woonplaats|plaats"
    r"|locatie|address|room|street|key ?safe|bel bij geen gehoor|contactpersoon|mantelzorger"
)
_CARE: Final = re.compile(
    r"\b(?:medicatie|medicijnen|insuline|wond(?:zorg|verzorging)?|steunkousen|kousen (?:aan|uit)|katheter[a-z]*"
    r"|stoma[a-z]*|adl|hulp bij (?:wassen|douchen"
    r"|aankleden|eten|opstaan)|wassen|douchen|injectie|injecteren|oog(?:druppel[a-z]*|zalf)|druppelen"
    r"|incontinentie[a-z]*|sonde(?:voeding)?|zwachtelen"
    r"|bloedsuiker|bloeddruk|toilet(?:gang|hulp)|palliatief|terminaal|dementie|tillift|transfer|decubitus|zalven|spalk"
    r"|morfine|pleister[s]?|naar bed brengen"
    r"|medication|insulin|wound|catheter|personal care|bathing|dressing change|eye drops|injection|dementia"
    r"|stockings)\b",
    re.IGNORECASE,
)
# What a municipality or an institution grants or lends to somebody.
_SERVICE: Final = re.compile(
    r"\b(?:dagbesteding|beschermd wonen|(?:ambulante|individuele|woon)[ ]?begeleiding|huishoudelijke hulp"
    r"|hulp bij het huishouden|scootmobiel|traplift"
    r"|rolstoel|douchestoel|pgb|bijstand|(?:bijzondere|individuele) (?:bijstand|inkomenstoeslag)|uitkering"
    r"|schuld(?:hulp|sanering|regeling)[a-z]*"
    r"|leefgeld|jeugdhulp|pleegzorg|crisisopvang|maatschappelijke opvang|respijtzorg|logeeropvang|leerlingenvervoer"
    r"|taxivervoer|urgentieverklaring"
    r"|inburgering|kwijtschelding|thuiszorg|wijkverpleging|zzp ?\d|vv ?\d|gz ?\d|home care|sheltered housing"
    r"|wheelchair|housing benefit|foster care)\b",
    re.IGNORECASE,
)
_ILL: Final = re.compile(
    r"(?:deels |gedeeltelijk |langdurig |nog |weer |half )?ziek(?:te|melding|te ?verlof|enhuis| thuis"
    r"| gemeld)?(?:\W.{0,30})?"
    r"|(?:zwangerschaps|bevallings|ouderschaps|zorg|rouw)[ -]?verlof.{0,20}|(?:met |op )?zwangerschap.{0,20}"
    r"|burn-?out.{0,20}|overspannen|griep|corona|migraine"
    r"|(?:bij|naar) (?:de |het )?(?:[a-z]{2,14}loog|huisarts|arts|dokter|ziekenhuis|psychiater|therapeut|fysio[a-z]*"
    r"|bedrijfsarts|kliniek|tandarts)"
    r"|operatie.{0,20}|geopereerd|revalidatie|herstel(?:lend)?|re-?integratie.{0,20}|arbeidsongeschikt|wia"
    r"|(?:off )?sick(?: leave)?.{0,20}|ill|maternity(?: leave)?|pregnan(?:t|cy).{0,20}|hospital.{0,20}|surgery.{0,20}",
    re.IGNORECASE,
)
_SHIFTS: Final = re.compile(
    r"(?:ma|di|wo|do|vr|za|zo|mon?|tue?|wed?|thu?|fri?|sat?|sun?|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag"
    r"|zondag|monday|tuesday|wednesday|thursday"
    r"|friday|saturday|sunday)(?:[ .-]?\d{1,2}.{0,8})?|\d{1,2}(?:[-/ ](?:\d{1,2}|[a-z]{3,9}))?|(?:wk|week|dag"
    r"|dienst)[ .]?\d{1,2}",
    re.IGNORECASE,
)
_MARK: Final = re.compile(r"(?:10|[1-9])[.,]\d|10|[1-9]|[govmu]|[zr]?[gvom]|nb|vr", re.IGNORECASE)
_DECIMAL: Final = re.compile(r"(?:10|[1-9])[.,]\d")
_TESTED: Final = re.compile(
    r"(?:h|hst|hoofdstuk|t|toets|so|se|ce|po|pta|rep|repetitie|proefwerk|cijfer|eind(?:cijfer)?|gem(?:iddelde?)?|p"
    r"|periode|blok|tentamen|rapport|kwartaal|test"
    r"|exam|quiz|grade|mark|final|assignment|opdracht|presentatie|praktijk|theorie|mondeling|dictee|cito"
    r"|ne(?:derlands)?|en(?:gels)?|wi(?:skunde)?|rekenen"
    r"|taal|lezen|spelling|biologie|bi|sk|na|ak|gs|du|fa|ec|scheikunde|natuurkunde|aardrijkskunde|geschiedenis|duits"
    r"|frans|economie|gedrag|inzet)"
    r"[ ._-]{0,2}\d{0,2}(?: .{0,15})?",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"[^@\t;]{1,60}@([a-z0-9.-]{4,60})", re.IGNORECASE)
_MOBILE: Final = re.compile(r"(?:\+31[ -]?\(?0?\)?|0031[ -]?|0)6[ -]?(?:\d[ -]?){7}\d")
# What is asked of a private person; a work place or an office is no part of it.
_AT_HOME: Final = _whole(
    r"(?:woon)?adres|woonplaats|straat(?:naam)?|postcode|huisnummer|leeftijd|geslacht|m/v|dieet(?:wensen)?"
    r"|allergie(?:en)?|medicijnen|huidige werkgever"
    r"|vorige werkgever|burgerlijke staat|gezinssituatie|kinderen|ouder[s]?|moeder|vader|verzorger[s]?|nationaliteit"
    r"|herkomst|geboorteland|motivatie"
    r"|salaris(?:wens|indicatie)|beschikbaar(?:heid)?|opzegtermijn|noodnummer|noodcontact|ice|iban|rekening(?:nr"
    r"|nummer)?|thuissituatie|inkomen|uitkering"
    r"|opleiding|home address|city|street|age|gender|diet(?:ary.{0,20})?|allergies|emergency.{0,20}|parents?"
    r"|current employer|notice period|nationality"
)
_SAID: Final = _whole(
    r"notitie[s]?|opmerking(?:en)?|bijzonderheden|toelichting|indruk|notes?|remarks?|comments?|reden|vraag|hulpvraag"
    r"|klacht(?:en)?|situatie"
)
_AT_WORK: Final = _whole(
    r"organisatie|bedrijf(?:snaam)?|instelling|firma|functie|rol|afdeling|team|organi[sz]ation|company|function|role"
    r"|job title|title|department|werkgever"
    r"|leverancier|vakgebied|portefeuille"
)
_OFFICIAL: Final = _whole(
    r"(?:actie|risico|proces)?eigenaar|trekker|verantwoordelijke|actiehouder|spreker[s]?|docent|trainer|inleider"
    r"|presentator|auteur|workshopleider"
    r"|dagvoorzitter|uitvoerder|tester|owner|speaker[s]?|author|presenter|lead|responsible|assigned to|action owner"
    r"|instructor"
)
_SUBJECT_ROLE: Final = _whole(
    r"medewerk(?:er|ster)(?:naam)?|werknemer|naam|name|employee|collega|betrokkene|casus|bsn|geboortedatum"
    r"|personeels(?:nr|nummer)|dossier(?:nr|nummer)?"
    r"|client(?:nr|nummer)|patient(?:nr|nummer)|kamer|bed"
)
_ORGANISATION: Final = _whole(
    r"organisatie|bedrijf(?:snaam)?|instelling|firma|organi[sz]ation|company|employer|account"
)
_AT_HOME_ONLY: Final = _whole(
    r"geboorte ?datum|burgerlijke staat|leeftijd|noodnummer|partner|kinderen|iban|bsn|birthday|date of birth|age"
    r"|home address"
)
_NEARLY_ALL: Final = 0.8
_NUMBER: Final = re.compile(
    r"[<>≈€+-]{0,2} ?\d[\d.,]*(?: ?(?:%|pct|fte|mln|k|eur|dagen|uur))?|-|n\.?v\.?t\.?|n/?a", re.IGNORECASE
)
_MEASURE: Final = re.compile(r"-?\d+[.,]\d+.{0,5}|-?\d+ ?%")
_PAY: Final = re.compile(
    r"\b(?:salaris|loon|ort|bijtelling|vakantie(?:geld|toeslag)|bruto|netto|uurloon|bonus|gratificatie"
    r"|eindejaarsuitkering|pensioenpremie|loonheffing|overwerk"
    r"|onregelmatigheidstoeslag|maandloon|maandsalaris|basisloon|salary|wages?|overtime pay|allowance|base pay"
    r"|gross pay|net pay)\b",
    re.IGNORECASE,
)
_TRADED: Final = re.compile(
    r"\b(?:omzet|revenue|prijs|price|btw|vat|factuur|marge|budget|kostenplaats|grootboek|declarabel|tarief|rate"
    r"|begroting|realisatie)\b",
    re.IGNORECASE,
)
_AMOUNT: Final = re.compile(r"(?:€|eur)? ?-?\d{1,3}(?:[., ]?\d{3})*(?:[.,]\d{1,2})?|-", re.IGNORECASE)
_TURNED: Final = re.compile(
    r"(?:[A-Z][A-Za-z'-]{1,20} ){1,3}(?:[A-Z]\.?){1,4}(?:,? (?:van|de|der|den|ter|ten|te|het|'t))*"
)
_TOTAL: Final = re.compile(r"(?:eind)?tota(?:al|len)|grand total|\(leeg\)|total", re.IGNORECASE)
_HEAD_ROWS: Final = 2  # a pivot names its columns in the second row


def count_person_rows(lines: Sequence[bytes], names: Sequence[bytes] = ()) -> int:
    """How many private persons the largest such table has. `lines`: folded; `names`: of the file and its sheets."""
    is_called_key = _CALLED_KEY.search(b" ".join(names)) is not None
    found = (
        grid
        for grid in grids(lines)
        if any(tell(grid) for tell in _RULES) or (is_called_key and _is_pair_of_codes(grid))
    )
    return max((len(grid.rows) for grid in found), default=0)


def are_of_organisations(grid: Grid) -> bool:
    """Business contacts: an organisation beside nearly everybody, and nothing that is asked of a private person."""
    filled = (len(cells) for title, cells in grid.columns() if _ORGANISATION.fullmatch(title))
    is_private = any(_AT_HOME_ONLY.fullmatch(title) for title in grid.head) or _are_reached_at_home(grid)
    return max(filled, default=0) >= _NEARLY_ALL * len(grid.rows) and not is_private


def are_of_topics(grid: Grid) -> bool:
    """A log of risks, a programme: whoever is named owns the risk or speaks about it, and nobody else is named."""
    named = [grid.head[at] for at in range(len(grid.head)) if _are_called(grid.column(at))]
    is_of_subjects = any(_PRIVATE_ROLE.fullmatch(title) or _SUBJECT_ROLE.fullmatch(title) for title in grid.head)
    return bool(named) and all(map(_OFFICIAL.fullmatch, named)) and not is_of_subjects


def without_officials(grid: Grid) -> list[list[str]]:
    """The rows without those who own or tell what stands in them."""
    kept = [at for at, title in enumerate(grid.head) if _OFFICIAL.fullmatch(title) is None]
    return [[row[at] for at in kept if at < len(row)] for row in grid.rows]


def _are_called(cells: Sequence[str]) -> bool:
    """Whether a column is of names, also of few persons."""
    filled = [cell for cell in cells if cell]
    return sum(map(is_likely, filled)) >= max(2, _SHARE * len(filled))


def holds_figures(grid: Grid) -> bool:
    """A table of measures: beside the first column numbers alone, some with decimals, thousands or a percentage."""
    beside = [cells for _, cells in list(grid.columns())[1:] if cells]
    is_measured = any(_MEASURE.fullmatch(cell) for cells in beside for cell in cells)
    return bool(beside) and is_measured and all(_most(cells, _NUMBER) for cells in beside)


def _person_columns(grid: Grid) -> list[int]:
    return [at for at in range(len(grid.head)) if are_persons(grid.column(at))]


def _are_private_by_role(grid: Grid) -> bool:
    """A column of clients, patients, pupils or applicants, by their names, and something beside each."""
    if any(_ELECTED.fullmatch(title) for title in grid.head):
        return False
    for at, title in enumerate(grid.head):
        if _PRIVATE_ROLE.fullmatch(title) is None or not are_persons(grid.column(at)):
            continue
        # "Client" and "candidate" may be firms: then more than one word must make a name.
        whole = [cell for cell in grid.column(at) if len(cell.split()) > 1 and is_likely(cell)]
        if _OF_ANY_TRADE.fullmatch(title) is None or len(whole) >= max(_LEAST, _SHARE * len(grid.rows)):
            return True
    return False


def _is_key(grid: Grid) -> bool:
    """The pairs that undo a pseudonym: codes that no two rows share, and whose they are."""
    coded = any(
        _PERSON_KEY.fullmatch(title) and len(set(cells)) == len(cells) and _most(cells, _CODE)
        for title, cells in grid.columns()
    )
    return coded and bool(_person_columns(grid))


def _is_pair_of_codes(grid: Grid) -> bool:
    """A code and a name, and hardly anything else."""
    coded = any(len(set(cells)) == len(cells) and _most(cells, _CODE) for _, cells in grid.columns())
    return coded and len(grid.head) <= _PAIR_COLUMNS and bool(_person_columns(grid))


def _are_cared_for(grid: Grid) -> bool:
    if not _person_columns(grid) or not any(_WHERE.fullmatch(title) for title in grid.head):
        return False
    return any(
        sum(_CARE.search(cell) is not None for cell in cells) >= max(2, _TASKS_SHARE * len(grid.rows))
        for _, cells in grid.columns()
    )


def _are_granted(grid: Grid) -> bool:
    """Care, benefits or appliances beside names, of people whose work is nowhere asked."""
    titles = [title for title, cells in grid.columns() if cells]
    if not _person_columns(grid) or any(_AT_WORK.fullmatch(title) or _OFFICIAL.fullmatch(title) for title in titles):
        return False
    return any(
        sum(_SERVICE.search(cell) is not None for cell in cells) >= max(2, _TASKS_SHARE * len(grid.rows))
        for _, cells in grid.columns()
    )


def _are_reached_at_home(grid: Grid) -> bool:
    """Private mail or mobile telephones, and what is asked of nobody at his work."""
    if not _person_columns(grid):
        return False
    at_home = any(_AT_HOME.fullmatch(title) and cells for title, cells in grid.columns())
    at_work = any(_AT_WORK.fullmatch(title) and cells for title, cells in grid.columns())
    said = any(_SAID.fullmatch(title) and len(cells) >= _LEAST for title, cells in grid.columns())
    has_mobile = any(_most(cells, _MOBILE) for _, cells in grid.columns())
    if any(_are_free(cells) for _, cells in grid.columns()):
        return at_home or (said and not at_work)
    return has_mobile and at_home and not at_work


def _are_free(cells: Sequence[str]) -> bool:
    hosts = [match[1].lower() for cell in cells if (match := _ADDRESS.fullmatch(cell)) is not None]
    return sum(map(is_free_mail, hosts)) >= max(_LEAST, _SHARE * len(cells))


def _are_marked(grid: Grid) -> bool:
    """Marks of a school: on a scale to ten, under tests or subjects."""
    if not _person_columns(grid):
        return False
    marked = [cells for title, cells in grid.columns() if _TESTED.fullmatch(title) and _most(cells, _MARK)]
    return len(marked) >= _MARKED_COLUMNS and any(_most(cells, _DECIMAL) for cells in marked)


def _are_on_duty_or_ill(grid: Grid) -> bool:
    """A roster: days across, persons down, and illness in it."""
    days = sum(_SHIFTS.fullmatch(title) is not None for title in grid.head)
    if days < _LEAST or not are_persons(grid.column(0)):
        return False
    return any(_ILL.fullmatch(cell) for row in grid.rows for cell in row[1:])


def _are_paid(grid: Grid) -> bool:
    """Rows of a pivot: persons down, components of pay across."""
    heads = [grid.head, *grid.rows[:_HEAD_ROWS]]
    if any(_TRADED.search(cell) for row in heads for cell in row):
        return False
    paid = {at for row in heads for at, cell in enumerate(row) if _PAY.search(cell)} - {0}
    labels = [row[0] for row in grid.rows if row and row[0] and _TOTAL.fullmatch(row[0]) is None]
    turned = [label for label in labels if _TURNED.fullmatch(label) or is_likely(label)]
    if len(turned) < max(_LEAST, _SHARE * len(labels)) or 2 * len({label.split()[0] for label in turned}) < len(turned):
        return False
    is_known = 3 * sum(map(is_likely, turned)) >= len(turned)
    return is_known and any(_most(grid.column(at)[_HEAD_ROWS:], _AMOUNT) for at in paid)


def _most(cells: Sequence[str], said: re.Pattern[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return sum(said.fullmatch(cell) is not None for cell in filled) >= max(_LEAST, _SHARE * len(filled))


_RULES: Final[tuple[Callable[[Grid], bool], ...]] = (
    _are_private_by_role,
    _is_key,
    _are_cared_for,
    _are_granted,
    _are_reached_at_home,
    _are_marked,
    _are_on_duty_or_ill,
    _are_paid,
)
