"""Numbers with the checks that real ones have: citizen service number, bank account, VAT, cards, machine-readable zone."""

from __future__ import annotations

import random
from typing import Final

BANKS: Final = ("ABNA", "INGB", "RABO", "TRIO", "SNSB", "ASNB", "KNAB", "BUNQ")
MRZ_WEIGHTS: Final = (7, 3, 1)


def passes_eleven(digits: str) -> bool:
    """The eleven-proof of the citizen service number (nine digits)."""
    numbers = [int(digit) for digit in digits]
    return (sum(w * d for w, d in zip(range(9, 1, -1), numbers, strict=False)) - numbers[8]) % 11 == 0


def bsn(rng: random.Random, *, leading_zero: bool = False) -> str:
    while True:
        first = "0" if leading_zero else str(rng.randint(1, 9))
        number = first + f"{rng.randint(0, 10**8 - 1):08d}"
        if passes_eleven(number) and number[1] != "0":
            return number


def nine_digits(rng: random.Random) -> str:
    """Nine digits without any check: one in eleven passes the eleven-proof by chance."""
    return str(rng.randint(100_000_000, 999_999_999))


def iban(rng: random.Random, *, country: str = "NL") -> str:
    if country == "NL":
        account = rng.choice(BANKS) + f"{rng.randint(10**7, 10**10 - 1):010d}"
    else:
        account = f"{rng.randint(10**11, 10**12 - 1)}" if country == "BE" else f"{rng.randint(10**17, 10**18 - 1)}"
    number = "".join(str(int(sign, 36)) for sign in f"{account}{country}00")
    return f"{country}{98 - int(number) % 97:02d}{account}"


def grouped(text: str, size: int, separator: str = " ") -> str:
    return separator.join(text[start : start + size] for start in range(0, len(text), size))


def card(rng: random.Random) -> str:
    """A card number with its Luhn digit."""
    digits = [rng.choice((4, 5)), *(rng.randint(0, 9) for _ in range(14))]
    total = sum(sum(divmod(digit * 2, 10)) if place % 2 == 0 else digit for place, digit in enumerate(digits))
    return "".join(map(str, digits)) + str(-total % 10)


def mobile(rng: random.Random) -> str:
    """Ten digits, as 0612345678."""
    return f"06{rng.randint(10_000_000, 59_999_999)}"


def landline(rng: random.Random) -> str:
    """Ten digits with an area code of three or four."""
    return rng.choice(("020", "030", "040", "058", "070", "079")) + f"{rng.randint(2_000_000, 7_999_999)}"


def phone_notation(rng: random.Random, number: str) -> str:
    """One of the ways in which people write it."""
    area = 2 if number.startswith("06") else 3
    head, tail = number[:area], number[area:]
    return rng.choice(
        (
            number,
            f"{head}-{tail}",
            f"{head} {grouped(tail, 2)}" if area == 2 else f"({head}) {tail[:3]} {grouped(tail[3:], 2)}",
            f"+31 {number[1:area]} {tail}" if area == 3 else f"+31 6 {tail}",
            f"+31{number[1:]}",
            f"0031 {number[1:]}",
            f"{head} - {tail[:3]} {grouped(tail[3:], 2)}",
        )
    )


def bsn_notation(rng: random.Random, number: str) -> str:
    return rng.choice(
        (number, number, f"{number[:4]}.{number[4:6]}.{number[6:]}", grouped(number, 3), grouped(number, 3, "-"))
    )


def iban_notation(rng: random.Random, number: str) -> str:
    return rng.choice(
        (
            number,
            grouped(number, 4),
            number.lower(),
            f"{number[:2]} {number[2:4]} {number[4:8]} {grouped(number[8:], 4)}",
        )
    )


def chamber(rng: random.Random) -> str:
    """A number of the Chamber of Commerce: eight digits."""
    return str(rng.randint(10_000_000, 89_999_999))


def rsin(rng: random.Random) -> str:
    """The number of a legal entity: it passes the eleven-proof like a citizen's."""
    return "8" + bsn_tail(rng)


def bsn_tail(rng: random.Random) -> str:
    while True:
        tail = f"{rng.randint(0, 10**8 - 1):08d}"
        if passes_eleven("8" + tail):
            return tail


def vat(rng: random.Random) -> str:
    return f"NL{rsin(rng)}B{rng.randint(1, 9):02d}"


def document_number(rng: random.Random) -> str:
    """Of a passport or identity card: two letters, six signs, a digit; never the letter O."""
    letters = "ABCDEFGHIJKLMNPQRSTUVWXYZ"
    return (
        rng.choice("NSIX")
        + rng.choice(letters)
        + "".join(rng.choice(letters + "0123456789") for _ in range(6))
        + str(rng.randint(0, 9))
    )


def big(rng: random.Random) -> str:
    """Of the register of professions in health care: eleven digits, the second group tells the profession."""
    profession = rng.choice(("01", "02", "30", "25", "05"))
    return f"{rng.choice('1245679')}90{rng.randint(10_000, 99_999)}{profession}{rng.randint(0, 9)}"


def check_digit(text: str) -> str:
    """Of a machine-readable zone (ICAO 9303)."""
    total = 0
    for place, sign in enumerate(text):
        value = 0 if sign == "<" else int(sign, 36)
        total += value * MRZ_WEIGHTS[place % 3]
    return str(total % 10)
