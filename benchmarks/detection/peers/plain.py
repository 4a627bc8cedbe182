"""The plain patterns that most scanners use: a number with the eleven-proof, an IBAN, an address, a phone. No context.

Read by ripgrep too, for raw speed with the same patterns.
"""

from __future__ import annotations

import re
from collections import Counter

PATTERNS = {
    "bsn": r"\b[0-9]{9}\b|\b[0-9]{4}\.[0-9]{2}\.[0-9]{3}\b",
    "iban": r"\b[A-Z]{2}[0-9]{2}[ ]?(?:[A-Z0-9]{4}[ ]?){2,7}[A-Z0-9]{1,4}\b",
    "email": r"\b[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}\b",
    "phone": r"\b0[1-9](?:[ -]?[0-9]){8}\b|\+31(?:[ -]?[0-9]){9}\b",
}
_COMPILED = {kind: re.compile(pattern) for kind, pattern in PATTERNS.items()}


def kinds_in(text: str) -> Counter[str]:
    """Hits by kind; numbers only where their check fits."""
    found: Counter[str] = Counter()
    for kind, pattern in _COMPILED.items():
        for match in pattern.finditer(text):
            if kind == "bsn" and not passes_eleven_proof(match[0]):
                continue
            if kind == "iban" and not passes_mod_97(match[0]):
                continue
            found[kind] += 1
    return found


def passes_eleven_proof(number: str) -> bool:
    digits = [int(sign) for sign in number if sign.isdigit()]
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return len(digits) == 9 and any(digits) and sum(w * d for w, d in zip(weights, digits, strict=True)) % 11 == 0


def passes_mod_97(iban: str) -> bool:
    compact = iban.replace(" ", "")
    number = "".join(str(int(sign, 36)) for sign in compact[4:] + compact[:4])
    return int(number) % 97 == 1
