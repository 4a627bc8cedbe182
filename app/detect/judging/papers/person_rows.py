"""Tables whose rows are private persons by what stands beside each: a task of care, marks, a home and a private address, an
illness in a roster, pay. A list of business contacts has names, functions, organisations and how they are reached at work."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from app.detect.content.people import is_likely, is_perhaps
from app.detect.judging.hosts import is_free_mail
from app.detect.judging.papers.column_titles import AT_HOME, AT_WORK, OFFICIAL, PRIVATE_ROLE, SAID, whole
from app.detect.judging.papers.grids import Grid, are_persons, most

_LEAST: Final = 3  # rows
_SHARE: Final = 0.6  # of the filled cells of a column
_NEARLY_ALL: Final = 0.8
_TASKS_SHARE: Final = 0.3  # of the rows: not everybody needs what is on a list
_MARKED_COLUMNS: Final = 2


_OF_ANY_TRADE: Final = whole(
    r"(?:naam )?(?:client(?:e)?|participant|student|candidate|kandidaat|applicant)s?(?:[ _-]?naam|[ _-]?name)?"
)
_ELECTED: Final = whole(
    r"partij|lijst(?:nummer|nr|naam)?|fractie|party|kieslijst|stemmen|votes|score leverancier|leverancier|vendor"
)
_PERSON_KEY: Final = whole(
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
_WHERE: Final = whole(
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
_REGISTERED: Final = whole(
    r"(?:big|agb|skj|rbs|lrk|kp|nip|registratie|register|inschrijf|lidmaatschaps?|lid|leden|diploma|certificaat|pas|relatie"
    r"|personeels|registration|member(?:ship)?|licen[cs]e)[ _.-]?(?:nr|nummer|code|no|number)?|registratie"
)
_MOBILE: Final = re.compile(r"(?:\+31[ -]?\(?0?\)?|0031[ -]?|0)6[ -]?(?:\d[ -]?){7}\d")
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


def count_person_rows(tables: Sequence[Grid], names: Sequence[bytes] = ()) -> int:
    """How many private persons the largest such table has. `names`: of the file and its sheets."""
    is_called_key = _CALLED_KEY.search(b" ".join(names)) is not None
    found = (
        grid for grid in tables if any(tell(grid) for tell in _RULES) or (is_called_key and _is_pair_of_codes(grid))
    )
    return max((len(grid.rows) for grid in found), default=0)


def _person_columns(grid: Grid) -> list[int]:
    return [at for at in range(len(grid.head)) if are_persons(grid.column(at))]


def _are_private_by_role(grid: Grid) -> bool:
    """A column of clients, patients, pupils or applicants, by their names, and something beside each."""
    if any(_ELECTED.fullmatch(title) for title in grid.head):
        return False
    for at, title in enumerate(grid.head):
        if PRIVATE_ROLE.fullmatch(title) is None or not are_persons(grid.column(at)):
            continue
        # "Client" and "candidate" may be firms: then more than one word must make a name.
        whole = [cell for cell in grid.column(at) if len(cell.split()) > 1 and is_likely(cell)]
        if _OF_ANY_TRADE.fullmatch(title) is None or len(whole) >= max(_LEAST, _SHARE * len(grid.rows)):
            return True
    return False


def _is_key(grid: Grid) -> bool:
    """The pairs that undo a pseudonym: codes that no two rows share, and whose they are."""
    coded = any(
        _PERSON_KEY.fullmatch(title) and len(set(cells)) == len(cells) and most(cells, _CODE)
        for title, cells in grid.columns()
    )
    return coded and bool(_person_columns(grid))


def _is_pair_of_codes(grid: Grid) -> bool:
    """A code and a name, and hardly anything else."""
    coded = any(len(set(cells)) == len(cells) and most(cells, _CODE) for _, cells in grid.columns())
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
    if not _person_columns(grid) or any(AT_WORK.fullmatch(title) or OFFICIAL.fullmatch(title) for title in titles):
        return False
    return any(
        sum(_SERVICE.search(cell) is not None for cell in cells) >= max(2, _TASKS_SHARE * len(grid.rows))
        for _, cells in grid.columns()
    )


def are_reached_at_home(grid: Grid) -> bool:
    """Private mail or mobile telephones, and what is asked of nobody at his work."""
    if not _person_columns(grid):
        return False
    at_home = any(AT_HOME.fullmatch(title) and cells for title, cells in grid.columns())
    at_work = any(AT_WORK.fullmatch(title) and cells for title, cells in grid.columns())
    said = any(SAID.fullmatch(title) and len(cells) >= _LEAST for title, cells in grid.columns())
    has_mobile = any(most(cells, _MOBILE) for _, cells in grid.columns())
    if any(_are_free(cells) for _, cells in grid.columns()):
        return at_home or _are_registered(grid) or (said and not at_work)
    return has_mobile and at_home and not at_work


def _are_registered(grid: Grid) -> bool:
    """Whether each has a number of his own in a register: of a profession, of members, of whoever takes part."""
    return any(
        _REGISTERED.fullmatch(title) and most(cells, _CODE) and len(set(cells)) == len(cells)
        for title, cells in grid.columns()
    )


def _are_free(cells: Sequence[str]) -> bool:
    hosts = [match[1].lower() for cell in cells if (match := _ADDRESS.fullmatch(cell)) is not None]
    return sum(map(is_free_mail, hosts)) >= max(_LEAST, _SHARE * len(cells))


def _are_marked(grid: Grid) -> bool:
    """Marks of a school: on a scale to ten, under tests or subjects."""
    if not _person_columns(grid):
        return False
    marked = [cells for title, cells in grid.columns() if _TESTED.fullmatch(title) and most(cells, _MARK)]
    return len(marked) >= _MARKED_COLUMNS and any(most(cells, _DECIMAL) for cells in marked)


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
    # Surnames of no list, too, where hardly two are the same: "Afdeling A", "Afdeling B" are none.
    are_apart = len({label.split()[0] for label in turned}) >= _NEARLY_ALL * len(turned) and all(
        map(is_perhaps, turned)
    )
    is_known = are_apart or 3 * sum(map(is_likely, turned)) >= len(turned)
    return is_known and any(most(grid.column(at)[_HEAD_ROWS:], _AMOUNT) for at in paid)


_RULES: Final[tuple[Callable[[Grid], bool], ...]] = (
    _are_private_by_role,
    _is_key,
    _are_cared_for,
    _are_granted,
    are_reached_at_home,
    _are_marked,
    _are_on_duty_or_ill,
    _are_paid,
)
