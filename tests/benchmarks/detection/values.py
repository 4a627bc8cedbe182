"""Which kinds of data stand in a text, by looking for the very values that a generator made up."""

from __future__ import annotations

import re
from collections.abc import Iterable

from benchmarks.detection.corpus.formats.plain import western
from benchmarks.detection.corpus.pens import euros
from benchmarks.detection.corpus.people import MONTHS, Person

MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+\w")
IBAN = re.compile(r"\b[A-Z]{2} ?[0-9]{2}(?: ?[A-Z]{4})(?: ?[0-9]{1,4}){3,5}\b", re.IGNORECASE)
PHONE = re.compile(r"(?<![\w.])(?:\+31|0031|0)[ (]*[1-9][\d ()-]{7,14}\d")
POSTCODE = re.compile(r"\b[1-9][0-9]{3} {0,2}[A-Z]{2}\b")
SHORT_MONTHS = ("JAN", "FEB", "MRT", "APR", "MEI", "JUN", "JUL", "AUG", "SEP", "OKT", "NOV", "DEC")


def kinds_in(text: str, people: Iterable[Person]) -> set[str]:
    """The kinds that can be told by their values. With a question mark: perhaps; nobody made up has that very value."""
    text = western(text)  # some formats cannot hold every letter
    digits = re.sub(r"[ .\-\u00a0]", "", text)
    flat = re.sub(r"\s+", " ", text)
    found = set()
    if MAIL.search(text):
        found.add("email")
    if any(_is_iban(hit.group(0)) for hit in IBAN.finditer(text)):
        found.add("iban")
    if any(9 < len(re.sub(r"\D", "", hit.group(0))) < 14 for hit in PHONE.finditer(text)):
        found.add("phone?")
    if POSTCODE.search(text):
        found.add("address?")
    for person in people:
        if _has_number(digits, person.bsn):
            found.add("bsn")
        called = tuple(map(western, (person.full, person.formal, person.listed, person.titled)))
        called += tuple(form.upper() for form in called)
        if any(form in flat for form in called) or (
            _word(flat, western(person.surname)) and _word(flat, western(person.first))
        ):
            found.add("name")
        if _word(flat, western(person.surname)):
            found.add("name?")
        if any(form in flat or form in flat.replace(" - ", "-") for form in _dates(person)):
            found.add("date_of_birth")
        if person.street_line in flat or (_word(flat, person.street) and person.postcode in flat):
            found.add("address")
        if any(re.search(rf"(?<![\d.])(?<!\d,){re.escape(form)}(?![\d])", flat) for form in _amounts(person)):
            found.add("salary")
        if re.sub(r"\D", "", person.phone)[1:] in re.sub(r"[ \-()]", "", text):
            found.add("phone")
    return found


def _is_iban(text: str) -> bool:
    number = text.replace(" ", "").upper()
    return 15 <= len(number) <= 34 and int("".join(str(int(sign, 36)) for sign in number[4:] + number[:4])) % 97 == 1


def _has_number(digits: str, number: str) -> bool:
    return re.search(rf"(?<!\d)0?{number.lstrip('0')}(?!\d)", digits) is not None or number in digits


def _word(text: str, word: str) -> bool:
    return re.search(rf"(?<![^\W\d]){re.escape(word)}(?!\w)", text) is not None


def _dates(person: Person) -> tuple[str, ...]:
    day = person.born
    return (
        f"{day:%d-%m-%Y}", f"{day.day}-{day.month}-{day.year}", f"{day:%d/%m/%Y}", f"{day:%d.%m.%Y}", f"{day:%Y-%m-%d}",
        f"{day:%Y%m%d}", f"{day.day} {MONTHS[day.month - 1]} {day.year}", f"{day:%d-%m-%y}", f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%B} {day.year}",
        f"{day:%d} {SHORT_MONTHS[day.month - 1]} {day.year}",
    )  # fmt: skip


def _amounts(person: Person) -> tuple[str, ...]:
    cents = person.salary_cents
    return (
        euros(cents), f"{cents / 100:.2f}", f"{cents / 100:.2f}".replace(".", ","), f"{cents / 100}",
        euros(cents * 12), f"{cents * 12 / 100}", euros(cents // 156),
    )  # fmt: skip
