"""What a column's cells are, judged by all of them together: the share that passes each test."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache, cached_property
from itertools import islice
from typing import Final, TypeAlias

from app.detect.content import values
from app.detect.content.expressions import Expression, compiled, one_of
from app.detect.content.folding import fold
from app.detect.content.health_words import CARE, HEALTH
from app.detect.content.lexicon import ILLNESSES

Test: TypeAlias = Callable[[str], object]

YOUNGEST, OLDEST = 14, 110  # of people who work, in years
BIRTH_DATES_LEAST = MONTH_PAYS_LEAST = 5
MEDIAN_AGE = 25  # the middle of a column of birth dates; dates of entry lie nearer
SPREAD_YEARS = 10  # between the tenth and the ninetieth of a hundred birth dates
SHORT_CHARS, SHORT_WORDS = 30, 3
MONTH_PAY: Final = (1_000.0, 15_000.0)
_SURE_GENDERS: Final = frozenset({"m", "v", "f", "man", "vrouw", "male", "female", "mannelijk", "vrouwelijk"})
_GENDERS: Final = _SURE_GENDERS | {"x", "o", "u", "n", "d", "w", "0", "1", "2", "9", "onbekend", "non-binair"}
_CODE: Final = re.compile(r"[A-Za-z_#-]{0,16}[ _-]?\d{1,12}[A-Za-z]?|[A-Fa-f0-9]{8,64}|[A-Z]")
_HASH: Final = re.compile(
    r"[A-Fa-f0-9]{16,128}|[A-Fa-f0-9]{8}(?:-[A-Fa-f0-9]{4}){3}-[A-Fa-f0-9]{12}|[A-Za-z0-9+/]{22,88}={0,2}"
)
_CENTS: Final = re.compile(r".*\d[.,]\d{2}")
_TYPES: Final = re.compile(
    r"(?:var|n|nvar)?char(?:acter)?2?(?: ?\(?\d+\)?)?|an?\.{1,2} ?\d*|n\.{1,2} ?\d+|string|tekst|alfanumeriek|numeriek"
    r"|numeric|getal|int(?:eger)?|big ?int|small ?int|decimal(?: ?\(.*\))?|float|double|datum|date|date ?time|timestamp"
    r"|bool(?:ean)?|ja/nee|j/n|geheel getal|keuzelijst|picklist|enum|uuid|guid|blob|memo|optioneel|verplicht|required|optional"
    r"|mandatory|not null|null(?:able)?|pk|fk|1:1|conversie"
    r"|(?:char|text|tekst|datum|date|num|numeriek|string|alfanumeriek|number) ?\(?[\d.,a-z-]{1,12}\)?",
    re.IGNORECASE,
)
_BESIDE_TYPES: Final = re.compile(
    r"[xv]|ja|nee|yes|no|j|n|o|m|\d{1,4}|\d{1,3}[.,]\d{1,2}|n\.?v\.?t\.?|direct|geen", re.IGNORECASE
)
_UNIT: Final = re.compile(
    r"[(\[]?(?:€|eur|euro|k€|x ?€ ?1\.?000|%|percentage|uren|uur|dagen|dgn|jaar|jaren|maanden|fte|aantal|st|stuks|m2|km|kg"
    r"|dd[-/]mm[-/]jjjj|jjjj[-/]mm[-/]dd|yyyy[-/]mm[-/]dd|dd[-/]mm[-/]yyyy|ja/nee|j/n|m/v|tekst|getal|datum|bruto|netto|p/?m"
    r"|per maand|per jaar)[)\]]?",
    re.IGNORECASE,
)
_SPECIFIED: Final = re.compile(
    r"(?:max(?:imaal)?\.? |min(?:imaal)?\.? |exact )?\d+ (?:posities|tekens|karakters|cijfers|characters|digits|chars)"
    r"(?:,? .{1,30})?"
    r"|lijst|keuze(?:lijst)?|vrije tekst|bedrag|9{4,9}|9999 ?(?:aa|xx|ab)|nl(?:\.\.|99.*|xx.*)|x{3,}|a{3,}"
    r"|[a-z](?:/[a-z]){1,4}|zie (?:tabel|lijst|blad).*|one of.*|een van.*|formaat .*",
    re.IGNORECASE,
)
_DAY_AND_MONTH: Final = re.compile(
    r"[0-3]?\d[-/. ](?:[01]?\d|(?:jan|feb|m(?:aa)?r|apr|mei|jun|jul|aug|sep|o[kc]t|nov|dec)[a-z]*)\.?", re.IGNORECASE
)
_SICKNESS: Final = re.compile(
    r"(?:\w{1,4}[ .-]+)?(?:ziek(?:te|melding|teverzuim|teverlof|gemeld|uren)?|zwanger(?:schap(?:sverlof)?)?"
    r"|sick(?:ness|[ -]leave)?|illness|(?:kort|lang)durig ziek|langdurig verzuim|ziek .{1,12})(?: \(.{1,12}\))?",
    re.IGNORECASE,
)
_WAGE_TYPE: Final = re.compile(
    r"loon|salaris|bruto|netto|vakantie(?:geld|toeslag)|eindejaars|toeslag|toelage|pensioen|premie|heffing|overwerk|bonus"
    r"|gratificatie|onregelmatig|inhouding|reiskosten|dertiende|\b(?:pay|wage|salary|allowance|overtime)\b|uitkering|nabetaling",
    re.IGNORECASE,
)
PAID_CHARS = 80
_PAY_REMARK: Final = re.compile(
    r"(?:bruto|netto|basis|maand)? ?(?:salaris|loon)"
    r"|(?:(?:maand|netto|bruto)?(?:salaris|loon)|sal|lonen|salarissen|wages?|salary|payroll"
    r"|vakantiegeld|eindejaarsuitkering|bonus)"
    r"(?:betaling|uitbetaling|payment)?\.? (?:.{0,20}[ -])?(?:(?:19|20)\d\d|\d{1,2}|periode.*|januari|februari|maart|april|mei"
    r"|juni|juli|augustus|september|oktober|november|december)",
    re.IGNORECASE,
)
# "SALARIS", "Salaris mei 2025": a payment to one person; "salarissen", "loonheffing" are an employer's.
_PAID_PAY: Final = re.compile(
    r"(?:sepa |overboeking |bijschrijving )?(?:(?:netto|bruto|maand)[ -]?)?(?:salaris|loon|salary|wages)"
    r"(?:betaling|uitbetaling)?(?:[ .:/-].{0,40})?",
    re.IGNORECASE,
)
_TRUANCY: Final = re.compile(
    r"absoluut(?: verzuim)?|relatief(?: verzuim)?|luxe ?-?verzuim|luxe|spijbel\w*|te ?laat(?: ?komen)?"
    r"|ongeoorloofd\w*|signaal ?verzuim"
    r"|thuiszitter|schorsing|vrijstelling|licht verzuim|zorgwekkend(?: verzuim)?",
    re.IGNORECASE,
)
_ILLNESSES: Final = frozenset(ILLNESSES)


class Sample:
    """Distinct cells of one column. A test looks at each cell once at most, and at no more of them than its question takes:
    most columns pass none of thirty tests."""

    def __init__(self, cells: Sequence[str]) -> None:
        self.cells = cells
        self._tried: dict[Test, tuple[int, int]] = {}  # how many cells were looked at, how many of them passed

    def __len__(self) -> int:
        return len(self.cells)

    @cached_property
    def _text(self) -> bytes:
        return fold("\n".join(self.cells))

    def is_mostly(self, test: Test, least: float) -> bool:
        """Whether the share of the cells that pass, 0 to 1 and 0 of nothing, is at least that."""
        count = len(self.cells)
        needed = math.ceil(least * count - _ROUNDING) if count else 1
        looked, passed = self._tried.get(test) or self._begun(test)
        for cell in islice(self.cells, looked, None):
            if passed >= needed or looked - passed > count - needed:
                break
            looked += 1
            passed += bool(test(cell))
        self._tried[test] = looked, passed
        return passed >= needed

    def has(self, test: Test) -> bool:
        """Whether a cell passes."""
        return bool(self.cells) and self.is_mostly(test, 1 / len(self.cells))

    def _begun(self, test: Test) -> tuple[int, int]:
        """One look at all cells tells of some tests that none passes."""
        sign = _SIGNS_OF.get(test)
        return (0, 0) if sign is None or sign.search(self._text) is not None else (len(self.cells), 0)


def is_whole_bsn(cell: str) -> bool:
    """Nine digits as they are written, or as a number: in a column without a name a lost zero proves nothing."""
    return values.bsn(cell) is not None


def is_code(cell: str) -> bool:
    """An id without meaning: `P0012`, `Medewerker 7`, a hash."""
    return _CODE.fullmatch(cell.strip()) is not None


def is_data_type(cell: str) -> bool:
    return _TYPES.fullmatch(cell.strip()) is not None or _BESIDE_TYPES.fullmatch(cell.strip()) is not None


def are_data_types(cells: Sequence[str]) -> bool:
    """What a data dictionary says of its fields instead of values: `char 9`, "verplicht", lengths and yes or no."""
    types = sum(_TYPES.fullmatch(cell.strip()) is not None for cell in cells)
    beside = sum(_BESIDE_TYPES.fullmatch(cell.strip()) is not None for cell in cells)
    return 4 * types >= len(cells) > 0 and 2 * (types + beside) >= len(cells)


def is_hash(cell: str) -> bool:
    return _HASH.fullmatch(cell.strip()) is not None


def is_unit(cell: str) -> bool:
    return _UNIT.fullmatch(cell.strip()) is not None


def is_specification(cell: str) -> bool:
    """What a template says of a field instead of a value: its type, its length, its pattern."""
    cell = cell.strip()
    return is_unit(cell) or any(form.fullmatch(cell) is not None for form in (_TYPES, _SPECIFIED))


def is_health_word(cell: str) -> bool:
    return HEALTH.search(cell) is not None or cell.strip().lower() in _ILLNESSES


def is_care(cell: str) -> bool:
    """Whether it says what a nurse or a carer does for somebody."""
    return CARE.search(cell) is not None


def tells_of_illness(text: str) -> bool:
    """Whether a sentence names an illness, or what a carer does for somebody."""
    return _illnesses().search(fold(text)) is not None


@cache
def _illnesses() -> Expression:
    return compiled(rf"\b{one_of(ILLNESSES)}\b|{CARE.pattern}", any_case=True)


def is_short(cell: str) -> bool:
    """As codes and choices are, no sentence."""
    return len(cell) <= SHORT_CHARS and len(cell.split()) <= SHORT_WORDS


def is_sickness(cell: str) -> bool:
    """One of the reasons to be absent: "ziek", "zwangerschapsverlof"."""
    return _SICKNESS.fullmatch(cell.strip()) is not None


def is_wage_type(cell: str) -> bool:
    """What a line of a payslip is called."""
    return _WAGE_TYPE.search(cell) is not None


def is_staff_number(cell: str) -> bool:
    return cell.isascii() and cell.isdigit() and 4 <= len(cell) <= 8


def is_pay_remark(cell: str) -> bool:
    """What stands with a payment of pay: "Salaris september 2025"."""
    return _PAY_REMARK.fullmatch(cell.strip()) is not None


def is_paid_pay(cell: str) -> bool:
    """What a bank statement says of pay that came in."""
    return len(cell) <= PAID_CHARS and _PAID_PAY.fullmatch(cell.strip()) is not None


def is_truancy(cell: str) -> bool:
    """A sort of absence from school that is no illness."""
    return _TRUANCY.fullmatch(cell.strip()) is not None


def are_genders(sample: Sample) -> bool:
    found = {cell.strip().lower() for cell in sample.cells}
    return bool(found & _SURE_GENDERS) and found <= _GENDERS


def are_birth_dates(sample: Sample) -> bool:
    """Dates of people who work, not of their contracts. Needs no header."""
    if len(sample) < BIRTH_DATES_LEAST or not sample.is_mostly(_is_date, 0.9):
        return False
    years = sorted(year for cell in sample.cells if (year := values.year_of(cell)) is not None)
    if len(years) < BIRTH_DATES_LEAST:
        return False
    now = this_year()
    plausible = sum(now - OLDEST <= year <= now - YOUNGEST for year in years)
    spread = years[int(0.9 * (len(years) - 1))] - years[int(0.1 * (len(years) - 1))]
    return plausible >= 0.95 * len(years) and years[len(years) // 2] <= now - MEDIAN_AGE and spread >= SPREAD_YEARS


def are_month_pays(sample: Sample) -> bool:
    """Amounts of a month's pay, most with cents. Needs no header, but persons beside it."""
    return len(sample) >= MONTH_PAYS_LEAST and sample.is_mostly(_is_months, 0.9) and sample.is_mostly(_has_cents, 0.5)


def _is_months(cell: str) -> bool:
    found = values.amount(cell)
    return found is not None and MONTH_PAY[0] <= found <= MONTH_PAY[1]


def _has_cents(cell: str) -> bool:
    return _CENTS.fullmatch(cell) is not None


def _is_date(cell: str) -> bool:
    return values.year_of(cell) is not None


def is_day_and_month(cell: str) -> bool:
    """A day of the year: `12-03`, `12 maart`."""
    return _DAY_AND_MONTH.fullmatch(cell.strip()) is not None


def is_birth_date(cell: str) -> bool:
    """Under a header that says so: any date of the past that a living person may be born on, also as a number of days."""
    year = values.year_of(cell)
    if year is None:
        # A small number of days is a number: how many were born in a municipality.
        year = values.serial_year(cell)
        return year is not None and this_year() - OLDEST <= year <= this_year()
    return values.EARLIEST_BIRTH <= year <= this_year()


@cache
def this_year() -> int:
    return datetime.now(UTC).year


# The ends of words left out, this finds at least what the tests find.
_WORD_ENDS: Final = re.compile(r"\\b|\\w(?:\*|\{\d,\})")
_ROUNDING: Final = 1e-9
_SIGNS_OF: Final[Mapping[Test, Expression]] = {
    values.email: compiled("@"),
    values.is_mrz: compiled("<<"),
    is_health_word: compiled(f"{_WORD_ENDS.sub('', HEALTH.pattern)}|{one_of(ILLNESSES)}", any_case=True),
    is_care: compiled(_WORD_ENDS.sub("", CARE.pattern), any_case=True),
    is_wage_type: compiled(_WORD_ENDS.sub("", _WAGE_TYPE.pattern), any_case=True),
    is_sickness: compiled("ziek|zwanger|verzuim|sick|illness", any_case=True),
}
"""What a cell that passes a test has somewhere, folded."""
