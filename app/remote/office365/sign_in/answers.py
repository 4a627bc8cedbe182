"""What an error answer of Entra means for the person, by its codes.

A code chooses the sentence alone. What is done does not depend on it, as Microsoft may change codes: whatever a tenant refuses
is told once, and the person signs in again.

Source: https://learn.microsoft.com/entra/identity-platform/reference-error-codes and the OAuth errors of RFC 6749 and 8628.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final

from app.domain.sign_in import SignInReason

_CODE: Final = re.compile(r"AADSTS(\d{4,7})")


def _by_code(*meanings: tuple[SignInReason, Iterable[int]]) -> Mapping[int, SignInReason]:
    return MappingProxyType({code: reason for reason, codes in meanings for code in codes})


CODES: Final = _by_code(
    (SignInReason.REVOKED, (50173, 50132, 50133, 50085)),
    (SignInReason.EXPIRED, (70000, 70008, 70043, 700081, 700082, 700084, 50089, 50078, 81010)),
    (SignInReason.DISABLED, (50057, 50034, 50053, 51004, 130500, 135011)),
    (SignInReason.PASSWORD, (50055, 50056, 50064, 50126, 50142, 50144)),
    (
        SignInReason.CONDITIONS,
        (*range(53000, 53005), 53009, 53010, 53011, 50097, 50129, 530001, 530002, 530003, 530004),
    ),
    (SignInReason.CONDITIONS, (530032, 530033, 530034, 530035, 530036, 50131, 50187, 70044)),
    (SignInReason.SECOND_FACTOR, (50072, 50074, 50076, 50079, 50158, 500121, 500125, 50203)),
    (SignInReason.CONSENT, (65001, 90094, 90093, 90095, 65005, 650052, 650053, 650056, 650057)),
    (SignInReason.DECLINED, (65004,)),
    (SignInReason.NOT_ASSIGNED, (50105, 501051)),
    (SignInReason.OTHER_TENANT, (50020, 50194, 500212, 500213, 51012, 90072)),
    (SignInReason.PERSONAL, (500200, 500202, 500208, 9002346)),
    (SignInReason.REGISTRATION, (90002, 700016, 700038, 700054, 7000112, 7000218, 50011, 500113, 500117, 70001, 70002)),
    (SignInReason.REGISTRATION, (70011, 28002, 28003, 50128, 50059, 50049, 90013, 90019, 90023, 900144, 900382)),
)
OAUTH: Final[Mapping[str, SignInReason]] = MappingProxyType(
    {
        "access_denied": SignInReason.DECLINED,
        "authorization_declined": SignInReason.DECLINED,
        "consent_required": SignInReason.CONSENT,
        "expired_token": SignInReason.TOO_LATE,
        "code_expired": SignInReason.TOO_LATE,
        "invalid_client": SignInReason.REGISTRATION,
        "unauthorized_client": SignInReason.REGISTRATION,
        "invalid_scope": SignInReason.REGISTRATION,
        "invalid_resource": SignInReason.REGISTRATION,
        "invalid_request": SignInReason.REGISTRATION,
        "unsupported_response_type": SignInReason.REGISTRATION,
        "redirect_uri_mismatch": SignInReason.REGISTRATION,
        "invalid_grant": SignInReason.EXPIRED,
        "interaction_required": SignInReason.CLAIMS,
        "login_required": SignInReason.EXPIRED,
        "temporarily_unavailable": SignInReason.UNREACHABLE,
        "server_error": SignInReason.UNREACHABLE,
    }
)


def reason_of(answer: Mapping[str, Any]) -> SignInReason:
    """Of an answer with `error`; what is asked for by claims comes before the code that goes with it."""
    codes = list(_codes(answer))
    for code in codes:
        if code in CODES:
            return CODES[code]
    if answer.get("claims"):
        return SignInReason.CLAIMS
    if codes and 90033 in codes:
        return SignInReason.UNREACHABLE
    return OAUTH.get(str(answer.get("error") or ""), SignInReason.REFUSED)


def claims_of(answer: Mapping[str, Any]) -> str | None:
    """What the next attempt must bring, as JSON text (a claims challenge of Entra itself)."""
    claims = answer.get("claims")
    return claims if isinstance(claims, str) and claims.strip() else None


def _codes(answer: Mapping[str, Any]) -> Iterable[int]:
    given = answer.get("error_codes")
    for code in given if isinstance(given, list | tuple) else ():
        if isinstance(code, int) or str(code).isdecimal():
            yield int(code)
    for found in _CODE.findall(str(answer.get("error_description") or "")):
        yield int(found)
