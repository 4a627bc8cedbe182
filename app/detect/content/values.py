"""What one cell of a table says: numbers with a proof, dates, amounts, addresses; and in what form its value is counted.

A count is of distinct values, so that a number in a letter and in a workbook is one: each form here is the bare value.
"""

from __future__ import annotations

import re
from typing import Final

from app.detect.content.folding import fold
from app.detect.content.numbers import is_bsn, is_card, is_iban

EARLIEST_BIRTH = 1900
SERIAL_DAYS: Final = range(367, 60_000)  # 1901 to 2064 as a spreadsheet counts days
SERIAL_YEAR_DAYS: Final = 365.25
PAY_CHARS = 60
PAY: Final = (5.0, 1_000_000.0)  # an hour's to a year's

_NO_WORDS: Final = """
- -- --- – — . .. ... … x n nee no geen none nvt n.v.t. n.v.t nvt. n/a n.a. na #n/a #n/b null nil nan (leeg) leeg onbekend
unknown unk ? ?? tbd tba ntb n.t.b. ntb. pm p.m. p.m false onwaar 0 0,0 0.0 0,00 0.00 0% 0,0% 0.0% 0,00% € 00-00-0000
0000-00-00 00000000 invullen geen. nee. ingevuld
"""
_NOTHING: Final = frozenset(_NO_WORDS.split()) | {
    "niet bekend",
    "niet van toepassing",
    "not applicable",
    "niet ingevuld",
    "vul in",
    "in te vullen",
    "€ 0,00",
    "€ -",
    "€ 0",
}
_BLANK: Final = re.compile(
    r"[\s._\-–—…*xX#/|]*|[<\[({«].*[>\])}»]|(?:dd|d|mm|m|jjjj|jj|yyyy|yy)(?:[-/. ]+(?:dd|d|mm|m|jjjj|jj|yyyy|yy))+"
)
_STARTS_OF_BLANK: Final = frozenset("xXdmjy")  # besides signs: most cells begin with another letter, or a digit
_MONTHS: Final = "jan feb mrt maa mar apr mei may jun jul aug sep okt oct nov dec"
_DATE: Final = re.compile(
    r"(?:(?P<iso>\d{4})[-/.](?:0?\d|1[0-2])[-/.][0-3]?\d|(?P<compact>(?:19|20)\d{2})(?:0\d|1[0-2])[0-3]\d"
    r"|[0-3]?\d[-/.][0-3]?\d[-/.](?P<year>\d{4}|\d{2})|(?P<start>[0-3]\d(?:0\d|1[0-2])(?:19|20)\d{2})"
    rf"|[0-3]?\d[ -](?:{_MONTHS.replace(' ', '|')})[a-z]*\.?[ -](?P<word>\d{{4}}|\d{{2}})"
    rf"|(?:{_MONTHS.replace(' ', '|')})[a-z]*\.? [0-3]?\d,? (?P<us>\d{{4}}))"
    r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?",
    re.IGNORECASE,
)
_AMOUNT: Final = re.compile(
    r"(?:(?:€|eur|euro) ?)?(?P<whole>\d{1,3}(?:[.,' \u00a0]\d{3})+|\d+)(?:[.,](?P<cents>\d{1,4}))?(?:,?-+)?"
    r"(?: ?(?:€|eur|euro))?",
    re.IGNORECASE,
)
_BESIDE_PAY: Final = re.compile(
    r"(?:^(?:bruto|netto|gross|net|ca\.?|circa) )|(?:[ ,;]+(?:\(.{1,40}\)|bruto|netto|gross|net|schaal.*|trede.*|p/?[mju]"
    r"|p\.[mju]\.?|(?:per|a|an|/) ?(?:maand|jaar|uur|week|periode|month|year|hour|annum|4 weken)|per (?:19|20)?\d.*))+$",
    re.IGNORECASE,
)
_EMAIL: Final = re.compile(r"(?:mailto:)?[\w.%+'-]{1,64}@(?:[\w-]{1,63}\.){1,8}[a-zA-Z]{2,24}")
_POSTCODE: Final = re.compile(r"[1-9]\d{3} ?[A-Za-z]{2}")
_FOREIGN_POSTCODE: Final = re.compile(r"(?:[A-Z]{1,2}-)?\d{4,5}(?:-\d{3,4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}")
_STREET_WORD: Final = re.compile(
    r"(?:straat|str\.|laan|weg|plein|gracht|kade|dijk|singel|hof|steeg|dreef|pad|park|plantsoen|baan|markt|wal|ring|kamp|veld"
    r"|burg|brink|akker|poort|haven|oord|horst|erf|kwartier|boulevard|allee|street|road|lane|avenue|strasse|straße|rue|zoom"
    r"|meent|donk|stee|gaarde|es|wei|weide|duin|berg|hoek|eind|einde|sluis|brug|toren|wijk)\b",
    re.IGNORECASE,
)
_STREET_AND_NUMBER: Final = re.compile(
    r"[^\W\d_][^\d\n]{2,50}[ ,]+\d{1,5}(?: ?-? ?[a-zA-Z0-9]{1,5})?(?:,? +[1-9]\d{3} ?[A-Z]{2}\b.*|, [A-Z'][A-Za-z' -]{2,30})?"
)
_HOUSE_NUMBER: Final = re.compile(r"\d{1,5}(?:\.0)?(?: ?[-/]? ?[a-zA-Z0-9]{1,4})?")
_PHONE: Final = re.compile(
    r"(?:\+|00)(?:\d[ \-()./]{0,3}){8,14}|\(?0[1-9](?:[ \-()./]{0,3}\d){8}"
    r"|(?:\(?0[1-9]\d{1,2}\)?)[ \-/.]{1,3}(?:\d ?){6,7}"
)
_SHORT_PHONE: Final = re.compile(r"6[ -]?(?:\d[ -]?){8}|[1-9]\d{8}|31[1-9]\d{8}")
_ID_DOCUMENT: Final = re.compile(r"(?=[A-Z0-9 ]*\d)[A-Z0-9][A-Z0-9 ]{5,11}[A-Z0-9]", re.IGNORECASE)
_DUTCH_DOCUMENT: Final = re.compile(r"[A-NP-Z]{2}[A-NP-Z0-9]{6}\d")
_ANY_DOCUMENT: Final = re.compile(r"[A-NP-Z]{2}[A-NP-Z0-9]{6}\d|\d{9,10}|[A-Z]{1,3} ?\d{6,8}[A-Z]?")
_MRZ: Final = re.compile(r"(?=.*<<)[A-Z0-9<]{28,44}")
_BIG: Final = re.compile(r"\d{9,11}")
_ICD: Final = re.compile(r"[A-TV-Z]\d{2}(?:\.\d{1,3})?")
_SIGNS_OF_NUMBERS: Final = str.maketrans("", "", " .,-'\u00a0")


def says_nothing(cell: str) -> bool:
    """An empty cell, a dash, "n.v.t.", the dots or the hint of a form."""
    if cell.strip().lower() in _NOTHING:
        return True
    first = cell[:1]
    return (first in _STARTS_OF_BLANK or not first.isalnum()) and _BLANK.fullmatch(cell) is not None


def as_integer(cell: str) -> str | None:
    """The digits of a whole number as spreadsheets store and show them: `1.23456782E8`, `123456782.0`, `123.456.782`."""
    cell = cell.strip().lstrip("'")
    if cell.isdigit() and cell.isascii():
        return cell
    if len(cell) > 24 or not cell[:1].isdigit():
        return None
    if cell.endswith((".0", ",0", ".00", ",00")):
        cell = cell.rpartition(cell[-2] if cell[-2] in ".," else cell[-3])[0]
    elif "E" in cell or "e" in cell:
        return _of_exponent(cell)
    digits = cell.translate(_SIGNS_OF_NUMBERS)
    return digits if digits.isdigit() and digits.isascii() else None


def bsn(cell: str) -> bytes | None:
    """The nine digits of a citizen's number, with the zero that a spreadsheet drops."""
    if not 8 <= len(cell) <= 20:
        return None
    digits = as_integer(cell)
    if digits is None or not 8 <= len(digits) <= 9:
        return None
    found = digits.zfill(9).encode("ascii")
    return found if is_bsn(found) else None


def iban(cell: str) -> bytes | None:
    cell = cell.strip()
    if not 15 <= len(cell) <= 44 or not cell[:1].isalpha():
        return None
    compact = cell.translate(_SIGNS_OF_NUMBERS).upper()
    if not (compact.isascii() and compact.isalnum() and compact[2:4].isdigit() and len(compact) >= 15):
        return None
    found = compact.encode("ascii")
    return found if is_iban(found) else None


def email(cell: str) -> bytes | None:
    cell = cell.strip()
    return cell.lower().removeprefix("mailto:").encode() if "@" in cell and _EMAIL.fullmatch(cell) is not None else None


def phone(cell: str, *, sure: bool = False) -> bytes | None:
    """Digits after the country code or the zero. `sure`: the header says so, and the zero may be lost."""
    cell = cell.strip()
    if not 9 <= len(cell) <= 25:
        return None
    if _PHONE.fullmatch(cell) is None and not (sure and _SHORT_PHONE.fullmatch(cell) is not None):
        return None
    digits = "".join(filter(str.isdigit, cell.replace("(0)", "")))
    return digits.removeprefix("00").removeprefix("31" if len(digits) > 10 else "").lstrip("0").encode("ascii")


def is_written_phone(cell: str) -> bool:
    """A number with the signs that only numbers of telephones have: a code of a country, an area code apart."""
    return phone(cell) is not None and not cell.strip().isdigit()


def year_of(cell: str) -> int | None:
    """The year of a date however it is written; None for what is no date. Of two digits: the past hundred years."""
    match = _DATE.fullmatch(cell.strip())
    if match is None:
        return None
    digits = match["iso"] or match["compact"] or match["year"] or match["word"] or match["us"] or match["start"][-4:]
    year = int(digits)
    return year if len(digits) == 4 else year + (1900 if year > 30 else 2000)


def serial_year(cell: str) -> int | None:
    """The year of a date that a spreadsheet keeps as a number of days."""
    whole = cell.partition(".")[0]
    if not (whole.isdigit() and len(whole) <= 5 and int(whole) in SERIAL_DAYS):
        return None
    return 1900 + int(int(whole) / SERIAL_YEAR_DAYS)


def amount(cell: str) -> float | None:
    """A sum of money or another figure that is not negative, with a Dutch or English decimal sign."""
    match = _AMOUNT.fullmatch(cell.strip())
    if match is None:
        return None
    whole = match["whole"].translate(_SIGNS_OF_NUMBERS)
    return float(f"{whole}.{match['cents'] or 0}")


def is_pay(cell: str) -> bool:
    """A sum that may be somebody's pay, also with its scale or period: "€ 3.100,00 (schaal 8)", "3.100 bruto per maand"."""
    found = amount(cell)
    if found is None and len(cell) <= PAY_CHARS and any(map(str.isdigit, cell)):
        found = amount(_BESIDE_PAY.sub("", _BESIDE_PAY.sub("", cell.strip())))
    return found is not None and PAY[0] <= found <= PAY[1]


def card(cell: str) -> bytes | None:
    digits = cell.replace(" ", "").replace("-", "")
    if not (13 <= len(digits) <= 19 and digits.isascii() and digits.isdigit()):
        return None
    found = digits.encode("ascii")
    return found if is_card(found) else None


def is_postcode(cell: str, *, sure: bool = False) -> bool:
    """`sure`: the header says so, and other countries count."""
    cell = cell.strip()
    return _POSTCODE.fullmatch(cell) is not None or (sure and _FOREIGN_POSTCODE.fullmatch(cell) is not None)


def is_street_and_number(cell: str) -> bool:
    return _STREET_AND_NUMBER.fullmatch(cell.strip()) is not None and _STREET_WORD.search(cell) is not None


def is_street(cell: str) -> bool:
    """The name of a street without its number."""
    return _STREET_WORD.search(cell) is not None and not any(map(str.isdigit, cell)) and len(cell) <= 60


def is_house_number(cell: str) -> bool:
    return _HOUSE_NUMBER.fullmatch(cell.strip()) is not None


def is_id_document(cell: str) -> bool:
    return _ID_DOCUMENT.fullmatch(cell.strip()) is not None or is_mrz(cell)


def is_dutch_document(cell: str) -> bool:
    """The number of a Dutch passport or identity card: nine signs, no letter O, a digit at the end. Source: RvIG."""
    return _DUTCH_DOCUMENT.fullmatch(cell.strip()) is not None


def may_be_document(cell: str) -> bool:
    """The number of a Dutch document, of a driving licence (ten digits), or of a passport of another country."""
    return _ANY_DOCUMENT.fullmatch(cell.strip()) is not None


def is_mrz(cell: str) -> bool:
    """A line of the machine readable zone of a travel document (ICAO 9303)."""
    return _MRZ.fullmatch(cell.strip()) is not None


def is_big(cell: str) -> bool:
    digits = as_integer(cell)
    return digits is not None and _BIG.fullmatch(digits) is not None


def is_icd(cell: str) -> bool:
    """A code of the International Classification of Diseases, tenth revision."""
    return _ICD.fullmatch(cell.strip()) is not None


def plain(cell: str) -> bytes:
    """Any other value: without accents, case and double spaces."""
    folded = cell.encode() if cell.isascii() else fold(cell)  # a call less: every cell of a table comes here
    return b" ".join(folded.lower().split())


def _of_exponent(cell: str) -> str | None:
    try:
        number = float(cell.replace(",", "."))
    except ValueError:
        return None
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else None
