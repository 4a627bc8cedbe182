"""Lines that are records of private persons without being a table: messages that were sent to patients, records of fixed width,
payments of benefits in a statement, what was sent to a system and copied into a ticket."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from app.detect.content.expressions import compiled
from app.detect.content.numbers import is_bsn
from app.detect.content.people import is_likely, is_perhaps

_LEAST: Final = 3  # records
_SHARE: Final = 0.6  # of the lines that could be one

_TO: Final = re.compile(rb"(?:\+31|0031|\b0)[ -]?\(?0?\)?6[ -]?(?:\d[ -]?){8}\b")
_GREETS: Final = re.compile(rb"\b(?:beste|geachte|dag|hallo|dear|hi|hello)\b|\b(?:uw|your|je)\b", re.IGNORECASE)
_APPOINTED: Final = re.compile(
    rb"\b(?:afspraak|behandeling|recept|uitslag|intake|consult|opname|medicatie|medicijnen|spreekuur|controle|therapie"
    rb"|gesprek|appointment|prescription"
    rb"|test results?|treatment|session)\b",
    re.IGNORECASE,
)
_OF_CARE: Final = re.compile(
    rb"\b(?:verslavingszorg|ggz|psycholo[a-z]+|psychiat[a-z]+|poli(?:kliniek)?|fysio[a-z]*|huisarts[a-z]*|jeugd(?:zorg"
    rb"|hulp|arts)|schuldhulp[a-z]*|oncologie"
    rb"|[a-z]{3,14}ologie|kliniek|ziekenhuis|tandarts[a-z]*|verloskundige|apotheek|wijkteam|reclassering|arts|dokter"
    rb"|dialyse|chemo[a-z]*|therapeut|zorg"
    rb"|clinic|hospital|mental health|addiction|pharmacy|dentist|doctor|midwife|counsell?ing|medicatie|recept)\b",
    re.IGNORECASE,
)
_BENEFIT: Final = re.compile(
    rb"\b(?:uitk(?:ering)?|bijz(?:ondere)? ?bijst(?:and)?|bijstand|pw|wmo|pgb|ioaw|ioaz|bbz|toeslag|leefgeld"
    rb"|alimentatie|salaris|salary|loon|nettoloon|pensioen"
    rb"|wages?|vakantiegeld|wajong|wia|huurtoeslag|kwijtschelding|schuldhulp|budgetbeheer|inkomenstoeslag|benefits?"
    rb"|allowance)\b",
    re.IGNORECASE,
)
_IBAN: Final = re.compile(rb"\b[A-Z]{2}\d\d[A-Z]{4}\d{10}\b|\b[A-Z]{2}\d\d(?: [A-Z0-9]{4}){3,4}")
_PAID_OUT: Final = re.compile(
    rb"\b(?:salaris(?:sen)?|loon|nettoloon|wedde|uitkering|bijstand|leefgeld|vakantiegeld|salary|wages?|benefit)\b",
    re.IGNORECASE,
)
# A booking of what one person is paid: "bruto loon Vries JA de", "salaris mrt - A. Bakker", "wages SMITH J".
_POSTED: Final = re.compile(
    rb"\b(?:(?:bruto|netto|basis|uur|week|maand|vakantie|over)?[ -]?(?:loon|salaris|wedde|toeslag|geld|werk)|salary|wages?"
    rb"|gross pay|net pay|bonus|gratificatie|eindejaarsuitkering|transitievergoeding)[ :,/-]{1,3}"
    rb"(?:(?:jan|feb|mrt|maa|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*[ .:/-]{1,3}|\d{1,6}[ :/-]{1,3}){0,3}"
    rb"(?P<name>[A-Z][A-Za-z.' -]{3,40})",
    re.IGNORECASE,
)
_MONEY: Final = re.compile(rb"(?<![\d.,])\d{1,3}(?:[. ]?\d{3})*,\d\d(?!\d)|(?<![\d.,])\d{3,6}(?:\.\d\d)?(?!\d)")
_ACCOUNT_OWNER: Final = re.compile(rb"^:86:", re.MULTILINE)
_BORN: Final = re.compile(
    rb"(?:(?:19[3-9]\d|20[01]\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]"
    rb"|1[0-2])(?:19[3-9]\d|20[01]\d))"
)
# A surname and initials, padded to their places, and what stands beside them.
_PADDED: Final = re.compile(
    rb"(?P<before>[^A-Za-z]{6,60}[A-Z]?)(?<![A-Za-z])(?:[A-Z][A-Za-z'-]{1,24}"
    rb"|(?:[a-z']{1,4} ){1,3}[A-Z][A-Za-z'-]{1,24})"
    rb"(?: [A-Z][A-Za-z'-]{1,24}){0,2}[ ]{2,30}[A-Za-z. ']{1,12}(?P<behind>[^\n]{8,200})"
)
_RECORDS_LEAST: Final = 5
_RECORDS_SHARE: Final = 0.3  # of the lines: a person may have records of several kinds
_TICKET: Final = compiled(
    r"\[?\b[A-Z]{2,10}-\d{1,6}\b|\b(?:INC|REQ|TASK|CHG|CASE|MELDING|TICKET|BUG|I|M|W) ?\d{2}(?:\d{3,}| \d{3,4})\b"
    r"|\b(?:incident|ticket|issue|melding)(?:nr|nummer"
    r"| key| id)?\b"
)
# What a system was told of somebody, field by field.
_PAIR: Final = re.compile(
    rb"[\"'<]{1,2}(?P<key>[A-Za-z][A-Za-z_-]{1,30})[\"'>]{1,2}[ ]?:?[ ]?[\"']{0,2}(?P<value>[^\"'<>{}\n]{1,60})",
    re.IGNORECASE,
)
_FIELDS: Final = {
    "number": re.compile(
        rb"bsn|burgerservicenummer|citizenservicenumber|citizen_?service_?number|sofinr|sofinummer|ssn|nationalid",
        re.IGNORECASE,
    ),
    "born": re.compile(rb"geb(?:oorte)?_?(?:datum|dat|dt)|birth(?:_?date|day)?|date_?of_?birth|dob", re.IGNORECASE),
    "named": re.compile(
        rb"naam|achternaam|geslachtsnaam|voornaam|volledigenaam|name|surname|last_?name|first_?name|given_?name"
        rb"|full_?name|client(?:naam)?|patient",
        re.IGNORECASE,
    ),
    "told": re.compile(
        rb"ziek[a-z_]*|reden|verzuim[a-z_]*|diagnose|diagnosis|salaris|bruto[a-z_]*|salary|wage|iban|rekening[a-z]*"
        rb"|sick[a-z_]*",
        re.IGNORECASE,
    ),
}
_MADE_UP: Final = re.compile(
    rb"\b(?:test|dummy|voorbeeld|example|sample|foo|jan(?:sen)? jansen|john doe|jane doe|123456782|111222333"
    rb"|9999\d{5})",
    re.IGNORECASE,
)
_DATE: Final = re.compile(rb"\d{4}-\d\d-\d\d|\d\d?[-/]\d\d?[-/]\d{4}|\d{8}")
_FACTS_LEAST: Final = 2


def count_records(lines: Sequence[bytes]) -> int:
    """How many persons such lines tell of, at least. `lines`: folded."""
    return max(_messages(lines), _of_fixed_width(lines), _benefits(lines), _payments(lines), _postings(lines))


def copies_of_input(lines: Sequence[bytes]) -> int:
    """Of how many persons, in a ticket or a list of them, what was sent to a system is copied with his number, name, birth
    date. In code it would be an example."""
    text = b"\n".join(lines)
    if _TICKET.search(text) is None:
        return 0
    return sum(_is_of_person(line) for line in lines)


def _messages(lines: Sequence[bytes]) -> int:
    """Messages to patients and clients, each to a telephone of its own."""
    if len(set(_TO.findall(b"\n".join(lines)))) < _LEAST:
        return 0
    sent = (
        match[0]
        for line in lines
        if _APPOINTED.search(line) and _OF_CARE.search(line) and _GREETS.search(line) and (match := _TO.search(line))
    )
    return _enough(len(set(sent)))


def _benefits(lines: Sequence[bytes]) -> int:
    """Benefits and pay, each to an account, in a statement that may have a line between them."""
    if _ACCOUNT_OWNER.search(b"\n".join(lines)) is None:
        return 0
    accounts = [line for line in lines if _IBAN.search(line) is not None]
    paid = sum(_BENEFIT.search(line) is not None for line in accounts)
    return _enough(paid) if paid >= _SHARE * len(accounts) else 0


def _payments(lines: Sequence[bytes]) -> int:
    """Pay and benefits, each to an account of somebody else: on a statement of one's own the employer is the same."""
    accounts = {match[0]: line for line in lines if (match := _IBAN.search(line)) is not None}
    paid = sum(_PAID_OUT.search(line) is not None for line in accounts.values())
    return _enough(paid) if paid >= _SHARE * len(accounts) else 0


def _postings(lines: Sequence[bytes]) -> int:
    """Bookings in a ledger that name whose pay it is; those of one person are his own, those of departments nobody's."""
    found = (
        match for line in lines if (match := _POSTED.search(line)) is not None and _MONEY.search(line, match.end())
    )
    posted = [match["name"].strip().decode("ascii", "replace") for match in found]
    likely = sum(map(is_likely, posted))
    return _enough(len({name.lower() for name in posted if is_perhaps(name)})) if likely >= _SHARE * len(posted) else 0


def _of_fixed_width(lines: Sequence[bytes]) -> int:
    """Records of equal length in which a number, a padded name and a birth date have their places."""
    found = [line for line in lines if _is_padded(line)]
    usual = max((len(line) for line in found), key=[len(line) for line in found].count, default=0)
    alike = sum(abs(len(line) - usual) <= 2 for line in found)
    return alike if alike >= max(_RECORDS_LEAST, _RECORDS_SHARE * len(lines)) else 0


def _is_padded(line: bytes) -> bool:
    match = _PADDED.match(line.replace(b"\t", b"  ")) if b";" not in line else None  # parted where it is padded
    if match is None:
        return False
    return _BORN.search(match["behind"]) is not None or _BORN.search(match["before"]) is not None


def _is_of_person(line: bytes) -> bool:
    if (b"{" not in line and b"<" not in line) or _MADE_UP.search(line) is not None:
        return False
    facts = {fact for match in _PAIR.finditer(line) for fact in _facts_of(match["key"], match["value"].strip())}
    return len(facts) >= _FACTS_LEAST and bool(facts & {"number", "named", "born"})


def _facts_of(key: bytes, value: bytes) -> list[str]:
    return [fact for fact, called in _FIELDS.items() if called.fullmatch(key) and _is_value(fact, value)]


def _is_value(fact: str, value: bytes) -> bool:
    if fact == "number":
        digits = re.sub(rb"\D", b"", value)
        return len(digits) in (8, 9) and is_bsn(digits.rjust(9, b"0"))
    if fact == "born":
        return _DATE.fullmatch(value) is not None
    if fact == "named":
        return value[:1].isupper() and not any(48 <= sign <= 57 for sign in value)
    return len(value) > 1 and value.lower() not in (b"null", b"none", b"string", b"true", b"false")


def _enough(count: int) -> int:
    return count if count >= _LEAST else 0
