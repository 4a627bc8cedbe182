"""The firm's word for a device key: a small signed object, base64 in policy, so that a client needs one fingerprint only."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from app.domain.errors import InputError
from app.domain.messages import msg
from app.domain.ports import Signer
from app.domain.signatures import ALGORITHM, canonical
from app.report.plain import iso, moment_of
from app.report.signed import signed_by

TYPE = "device-statement"
MAX_CHARACTERS = 8192


def make_statement(firm: Signer, device_fingerprint: str, valid_from: datetime, valid_until: datetime) -> str:
    """What IT puts into the policy `certificate.statements`: base64 of the signed JSON. `device_fingerprint`: 64 hexadecimal
    digits, as `whoami` shows it. Raises InputError for an end before the start or a wrong fingerprint."""
    known = normal_fingerprint(device_fingerprint)
    if known is None:
        raise InputError(msg("certificate.key-format"))
    if valid_until <= valid_from:
        raise InputError(msg("certificate.statement-period"))
    statement: dict[str, Any] = {
        "schema": 1,
        "type": TYPE,
        "device_fingerprint": known,
        "valid_from": iso(valid_from),
        "valid_until": iso(valid_until),
    }
    value = firm.sign(canonical(statement))
    statement["signature"] = {"algorithm": ALGORITHM, "key": firm.public_key, "value": value}
    return base64.b64encode(canonical(statement)).decode("ascii")


def read_statement(text: str) -> Mapping[str, Any] | None:
    """The object in a policy value; None for anything that is none (policy is typed by people)."""
    try:
        if len(text) > MAX_CHARACTERS:
            return None
        found = json.loads(base64.b64decode("".join(text.split()), validate=True))
    except (ValueError, binascii.Error, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def statement_for(statements: Sequence[str], device_fingerprint: str, at: datetime) -> Mapping[str, Any] | None:
    """The statement of the policy that vouches for this device at that time; None when there is none."""
    text = fitting_statement(statements, device_fingerprint, at)
    return None if text is None else read_statement(text)


def fitting_statement(statements: Sequence[str], device_fingerprint: str, at: datetime | None) -> str | None:
    """As `statement_for`, as it stands in the policy. Of several the one that ends last; without `at` the time is not looked
    at."""
    fitting: list[tuple[str, str]] = []
    for text in statements:
        statement = read_statement(text)
        if statement is None or vouches(statement, device_fingerprint) is None:
            continue
        if at is None or is_valid_at(statement, at):
            fitting.append((str(statement.get("valid_until")), text))
    return max(fitting)[1] if fitting else None


def vouches(statement: object, device_fingerprint: str) -> str | None:
    """The fingerprint of the key that signed `statement` for this device; None when it does not or is not genuine."""
    if not isinstance(statement, Mapping) or statement.get("type") != TYPE:
        return None
    if statement.get("device_fingerprint") != device_fingerprint:
        return None
    return signed_by(statement)


def is_valid_at(statement: Mapping[str, Any], at: datetime) -> bool:
    start, end = moment_of(statement.get("valid_from")), moment_of(statement.get("valid_until"))
    return start is not None and end is not None and start <= at <= end


def normal_fingerprint(text: str) -> str | None:
    """64 lower-case hexadecimal digits; people type capitals, colons and spaces. None when it is no fingerprint."""
    digits = "".join(text.split()).replace(":", "").replace("-", "").lower()
    return digits if len(digits) == 64 and all(digit in "0123456789abcdef" for digit in digits) else None
