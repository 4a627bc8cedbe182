"""Numbers that pass their check and the notations in which they are written."""

from __future__ import annotations

from datetime import date
from random import Random

BANKS = ("INGB", "RABO", "ABNA", "SNSB", "TRIO", "ASNB", "KNAB", "BUNQ", "RBRB")
POSTCODE_LETTERS = "ABCDEGHJKLMNPRSTVWXZ"
MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]


def is_bsn(digits: str) -> bool:
    """Eleven-proof: weights 9 to 2, the last digit counts -1."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return len(digits) == 9 and sum(w * int(d) for w, d in zip(weights, digits, strict=True)) % 11 == 0


def bsn(rng: Random) -> str:
    """Nine digits that pass; one in eight starts with a zero."""
    while True:
        start = rng.randrange(1_000_000, 9_999_999) if rng.random() < 0.125 else rng.randrange(10_000_000, 39_999_999)
        eight = f"{start:08d}"
        last = sum(w * int(d) for w, d in zip(range(9, 1, -1), eight, strict=True)) % 11
        if last < 10:
            return eight + str(last)


def not_bsn(rng: Random) -> str:
    """Nine digits that fail the eleven-proof."""
    while True:
        digits = str(rng.randrange(100_000_000, 999_999_999))
        if not is_bsn(digits):
            return digits


def write_bsn(digits: str, notation: str) -> str:
    match notation:
        case "dots":
            return f"{digits[:4]}.{digits[4:6]}.{digits[6:]}"
        case "threes":
            return f"{digits[:3]}.{digits[3:6]}.{digits[6:]}"
        case "spaces":
            return f"{digits[:3]} {digits[3:6]} {digits[6:]}"
        case "dashes":
            return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
        case "short":
            return digits.lstrip("0")
        case _:
            return digits


def _iban_check(country: str, body: str) -> str:
    number = "".join(str(int(c, 36)) for c in body + country + "00")
    return f"{98 - int(number) % 97:02d}"


def iban(rng: Random) -> str:
    """Mostly Dutch; one in thirty Belgian or German. Mod 97."""
    roll = rng.random()
    if roll < 0.017:
        country, body = "BE", f"{rng.randrange(10**10):010d}"
        body += f"{int(body) % 97 or 97:02d}"
    elif roll < 0.034:
        country, body = "DE", f"{rng.randrange(10**18):018d}"
    else:
        country, body = "NL", f"{rng.choice(BANKS)}0{rng.randrange(10**8, 10**9):09d}"
    return country + _iban_check(country, body) + body


def iban_like(rng: Random) -> str:
    """A reference in the shape of an IBAN that fails mod 97."""
    while True:
        text = f"NL{rng.randrange(10, 99)}{rng.choice(('REFT', 'ZAAK', 'INGB', 'ABNA'))}{rng.randrange(10**9, 10**10)}"
        if text[2:4] != _iban_check("NL", text[4:]):
            return text


def write_iban(plain: str, notation: str) -> str:
    match notation:
        case "fours":
            return " ".join(plain[i : i + 4] for i in range(0, len(plain), 4))
        case "dots":
            return ".".join(plain[i : i + 4] for i in range(0, len(plain), 4))
        case "lower":
            return plain.lower()
        case "bank":
            return f"{plain[:2]} {plain[2:4]} {plain[4:8]} {plain[8:]}"
        case _:
            return plain


def mobile(rng: Random) -> str:
    return f"06{rng.randrange(10_000_000, 69_999_999)}"


def landline(rng: Random) -> str:
    area = rng.choice(("010", "020", "030", "038", "040", "050", "058", "070", "0115", "0228", "0315", "0511", "0592"))
    return area + str(rng.randrange(10 ** (9 - len(area)) * 2, 10 ** (9 - len(area)) * 9)).zfill(10 - len(area))


def write_phone(digits: str, notation: str) -> str:
    """`digits` as dialled inside the country, ten of them."""
    area = 2 if digits.startswith("06") else 3 if digits[:3] in _THREES else 4
    head, rest = digits[:area], digits[area:]
    match notation:
        case "dash":
            return f"{head}-{rest}"
        case "space":
            return f"{head} {rest}"
        case "brackets":
            return f"({head}) {rest[: len(rest) - 4]} {rest[-4:]}"
        case "pairs":
            return f"{head} {_pairs(rest)}"
        case "country":
            return f"+31 {head[1:]} {_pairs(rest)}"
        case "tight":
            return f"+31{digits[1:]}"
        case "zeros":
            return f"0031 {head[1:]} {rest}"
        case "trunk":
            return f"+31 (0){head[1:]} {rest}"
        case "number":
            return digits[1:]
        case _:
            return digits


_THREES = {"010", "020", "030", "038", "040", "050", "058", "070"}


def _pairs(rest: str) -> str:
    odd = len(rest) % 2
    parts = [rest[: 2 + odd]] + [rest[i : i + 2] for i in range(2 + odd, len(rest), 2)]
    return " ".join(parts)


def postcode(rng: Random) -> str:
    return f"{rng.randrange(1000, 9999)} {rng.choice(POSTCODE_LETTERS)}{rng.choice(POSTCODE_LETTERS)}"


def document_number(rng: Random, kind: str) -> str:
    """Passport and identity card: two letters, six letters or digits, a digit (no O); driving licence: ten digits."""
    if kind == "rijbewijs":
        return f"{rng.randrange(4_000_000_000, 5_999_999_999)}"
    start = rng.choice(("NP", "NX", "NR", "BN")) if kind == "paspoort" else rng.choice(("IX", "IR", "IM"))
    return start + "".join(rng.choice("ABCDEFGHJKLMNPRSTUVWXYZ0123456789") for _ in range(6)) + str(rng.randrange(10))


def _mrz_digit(text: str) -> str:
    total = sum((0 if c == "<" else int(c, 36)) * (7, 3, 1)[i % 3] for i, c in enumerate(text))
    return str(total % 10)


def mrz(number: str, surname: str, given: str, born: date, sex: str, valid: date, personal: str) -> tuple[str, str]:
    """The two lines of a Dutch passport (ICAO 9303, TD3)."""
    upper = (surname.upper().replace(" ", "<").replace("'", "") + "<<" + given.upper().replace(" ", "<"))[:39]
    first = ("P<NLD" + "".join(c if c.isascii() and (c.isalpha() or c == "<") else "<" for c in upper)).ljust(44, "<")
    a = number + _mrz_digit(number)
    b = f"{born:%y%m%d}" + _mrz_digit(f"{born:%y%m%d}")
    c = f"{valid:%y%m%d}" + _mrz_digit(f"{valid:%y%m%d}")
    d = personal.ljust(14, "<")
    d += _mrz_digit(d)
    return first, f"{a}NLD{b}{sex}{c}{d}{_mrz_digit(a + b + c + d)}"


def card(rng: Random) -> str:
    """A credit card number of sixteen digits (Luhn)."""
    body = rng.choice(("4", "51", "53", "55"))
    body += "".join(str(rng.randrange(10)) for _ in range(15 - len(body)))
    total = 0
    for i, c in enumerate(reversed(body)):
        d = int(c) * (2 if i % 2 == 0 else 1)
        total += d - 9 if d > 9 else d
    return body + str(-total % 10)


def big(rng: Random) -> str:
    """Registration of a care professional: eight or nine digits and a two-digit profession code, eleven in all."""
    return (
        f"{rng.choice(('1', '2', '3', '4', '5', '8', '9'))}9{rng.randrange(10**7, 10**8 - 1):07d}"
        f"{rng.choice(('01', '04', '16', '25', '30'))}"
    )[:11]


def write_date(day: date, notation: str) -> str:
    match notation:
        case "iso":
            return day.isoformat()
        case "dots":
            return f"{day:%d.%m.%Y}"
        case "slashes":
            return f"{day:%d/%m/%Y}"
        case "sap":
            return f"{day:%Y%m%d}"
        case "words":
            return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
        case "short":
            return f"{day.day}-{day.month}-{day.year}"
        case _:
            return f"{day:%d-%m-%Y}"


DATE_NOTATIONS = ("dashes", "iso", "dots", "slashes", "sap", "words", "short")


def euro(amount: float) -> str:
    """As a Dutch letter writes it: 3.456,50."""
    return f"{amount:,.2f}".replace(",", " ").replace(".", ",").replace(" ", ".")
