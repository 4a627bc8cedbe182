"""The export of a directory of accounts: who logs on with which name, since when, from where; no list of contacts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_ATTRIBUTE: Final = re.compile(
    rb"\b(?:samaccountname|userprincipalname|distinguishedname|last-?logon(?:timestamp|date)?|pwdlastset|passwordlastset"
    rb"|objectguid|objectsid|useraccountcontrol|accountenabled|accountexpires|whencreated|memberof|badpwdcount|logoncount"
    rb"|homedirectory|proxyaddresses|mailnickname|employeeid|last ?sign-?in[a-z]*|(?:laatste|last) (?:aanmelding|login|logon)"
    rb"|login ?na(?:am|me)|account ?status)\b",
    re.IGNORECASE,
)
_LEAST: Final = 2  # attributes
_WITHIN: Final = 60  # lines: of records written one below the other


def is_directory(lines: Sequence[bytes]) -> bool:
    """`lines`: folded, the first of a document."""
    found = _ATTRIBUTE.finditer(b"\n".join(lines[:_WITHIN]))
    return len({match.group().lower() for match in found}) >= _LEAST
