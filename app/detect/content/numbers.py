"""The checks of numbers: the eleven-proof of a citizen's number, the checksums of accounts, cards and travel documents.

Written out for speed (a column holds 100,000 of them; python-stdnum takes ten times as long); the tests compare them with
python-stdnum's `nl.bsn`, `iban` and `luhn`.
"""

from __future__ import annotations

from typing import Final

_ZEROS = 48 * (9 + 8 + 7 + 6 + 5 + 4 + 3 + 2 - 1)  # the weights of the code point of "0"
# Length by country. Source: ISO 13616 registry.
IBAN_LENGTHS: Final = {
    code.encode(): int(length)
    for code, length in (
        pair.split(":")
        for pair in (
            "AD:24 AE:23 AL:28 AT:20 AZ:28 BA:20 BE:16 BG:22 BH:22 BI:27 BR:29 BY:28 CH:21 CR:22 CY:28 CZ:24 DE:22 DJ:27 DK:18"
            " DO:28 EE:20 EG:29 ES:24 FI:18 FK:18 FO:18 FR:27 GB:22 GE:22 GI:23 GL:18 GR:27 GT:28 HN:28 HR:21 HU:28 IE:22"
            " IL:23 IQ:23 IS:26 IT:27 JO:30 KW:30 KZ:20 LB:28 LC:32 LI:21 LT:20 LU:20 LV:21 LY:25 MC:27 MD:24 ME:22 MK:19"
            " MN:20 MR:27 MT:31 MU:30 NI:28 NL:18 NO:15 OM:23 PK:24 PL:28 PS:29 PT:25 QA:29 RO:24 RS:22 RU:33 SA:24 SC:31"
            " SD:18 SE:24 SI:19 SK:24 SM:27 SO:23 ST:25 SV:28 TL:23 TN:24 TR:26 UA:29 VA:22 VG:24 XK:20 YE:30"
        ).split()
    )
}
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
    if not digits.isdigit() or len(set(digits)) < 3:
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
