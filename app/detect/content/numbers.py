"""The checks of numbers: the eleven-proof of a citizen's number, the checksums of accounts, cards and travel documents.

Written out for speed (a column holds 100,000 of them; python-stdnum takes ten times as long); the tests compare them with
python-stdnum's `nl.bsn`, `iban` and `luhn`.
"""

from __future__ import annotations

from typing import Final

_ZEROS = 48 * (9 + 8 + 7 + 6 + 5 + 4 + 3 + 2 - 1)  # the weights of the code point of "0"
# Source: ISO 13616 registry.
_LENGTHS: Final = (
    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18"
    " FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20"
    " LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24"
    " SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30"
)
IBAN_LENGTHS: Final = {pair[:2].encode(): int(pair[2:]) for pair in _LENGTHS.split()}
_LETTERS = str.maketrans({chr(ord("A") + index): str(10 + index) for index in range(26)})
_LUHN_DOUBLED: Final = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)
# Visa, Mastercard (also its series 2221 to 2720), American Express, Diners, Discover, Maestro: start, lengths.
_CARD_BRANDS: Final = (
    (range(4000, 5000), (13, 16, 19)),
    (range(5100, 5600), (16,)),
    (range(2221, 2721), (16,)),
    (range(3400, 3500), (15,)),
    (range(3700, 3800), (15,)),
    (range(3600, 3700), (14,)),
    (range(3800, 3900), (14,)),
    (range(6011, 6012), (16,)),
    (range(6440, 6600), (16,)),
    (range(6759, 6770), (16, 18, 19)),
    (range(5018, 5039), (16, 18, 19)),
)
_MRZ_WEIGHTS: Final = (7, 3, 1)


def is_bsn(digits: bytes) -> bool:
    """Nine digits, not all zero, that pass the eleven-proof."""
    if len(digits) != 9 or not digits.isdigit() or digits == b"000000000":
        return False
    a, b, c, d, e, f, g, h, i = digits
    return (9 * a + 8 * b + 7 * c + 6 * d + 5 * e + 4 * f + 3 * g + 2 * h - i - _ZEROS) % 11 == 0


def is_iban(compact: bytes) -> bool:
    """`compact`: upper case without spaces. The country's length and the checksum of ISO 7064 mod 97,10."""
    if IBAN_LENGTHS.get(compact[:2]) != len(compact):
        return False
    if compact.startswith(b"NL") and not (compact[4:8].isalpha() and compact[8:].isdigit()):
        return False
    turned = (compact[4:] + compact[:4]).decode("ascii", "replace").translate(_LETTERS)
    return turned.isdigit() and int(turned) % 97 == 1


def is_card(digits: bytes) -> bool:
    """A number in a brand's range and length that passes the proof of Luhn (ISO/IEC 7812)."""
    if not digits.isdigit() or len(set(digits)) < 2:
        return False
    start = int(digits[:4])
    if not any(start in starts and len(digits) in lengths for starts, lengths in _CARD_BRANDS):
        return False
    total = sum(sign - 48 for sign in digits[-1::-2]) + sum(_LUHN_DOUBLED[sign - 48] for sign in digits[-2::-2])
    return total % 10 == 0


def mrz_digit(field: bytes) -> int:
    """The check digit of a field of a machine readable zone. Source: ICAO 9303 part 3, 4.9."""
    total = 0
    for index, sign in enumerate(field):
        value = sign - 48 if 48 <= sign <= 57 else sign - 55 if 65 <= sign <= 90 else 0
        total += value * _MRZ_WEIGHTS[index % 3]
    return total % 10
