"""Whether a document says of itself that the persons in it do not exist."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import re2


def _compiled(pattern: str) -> re2._Regexp:
    options = re2.Options()
    options.never_capture = True
    options.case_sensitive = False
    return re2.compile(pattern.encode(), options)


# Said in so many words.
_SAID: Final = _compiled(
    r"\b(?:fictie(?:f|ve)|gefingeerde?|verzonnen|gefabriceerde|niet[- ]bestaande?|niet[- ]echte?) (?:test ?)?(?:personen|persoon|gegevens"
    r"|namen|naam|data|medewerkers?|werknemers?|clienten|patienten|inwoners|leerlingen|klanten|bsn|burgerservicenummers|waarden|dataset"
    r"|bestand|set|casus|organisatie)"
    r"|\b(?:gegevens|namen|personen|data|nummers|waarden|bsn'?s?|records|rijen|medewerkers|inwoners|patienten|casussen)\b[^.\n]{0,50}"
    r"\b(?:zijn|is|betreft|bevatten)\b[^.\n]{0,30}\b(?:fictief|verzonnen|gefingeerd|bedacht|niet echt|gegenereerd|synthetisch|dummy"
    r"|kunstmatig|nep|fictieve|testdata|testgegevens)\b"
    r"|\b(?:bestaan niet|bestaat niet) (?:echt|in werkelijkheid)|\bberust(?:en)? op toeval|\bgeen (?:echte|bestaande|werkelijke) (?:personen"
    r"|gegevens|data|medewerkers|mensen|burgers|clienten|patienten)"
    r"|\b(?:fictitious|made[- ]up|fictional|invented|synthetic|fake|dummy|mock) (?:test )?(?:data|people|persons?|names|employees|records"
    r"|patients|customers|values|dataset|numbers)"
    r"|\b(?:data|names|persons|people|records|numbers)\b[^.\n]{0,40}\b(?:is|are)\b[^.\n]{0,20}\b(?:fictitious|fictional|made[- ]up|invented"
    r"|synthetic|not real|generated|fake)\b|\bno real (?:persons?|people|data)\b|\bsynthetische (?:data|gegevens|dataset|personen)"
    r"|\bkunstmatig gegenereerd"
)
# Words that a set of made-up data is called by; a set of test data may also be a copy of production.
_CALLED: Final = _compiled(
    r"\btest ?-?_?(?:data|gegevens|personen|persoon|set|bsn|bestand|medewerkers?|dataset|records?|clienten|populatie|casus|casussen|gevallen)"
    r"|\bdummy|\bfictie(?:f|ve)\b|\bvoorbeeld ?-?_?(?:gegevens|data|personen|bestand|records)\b|\bfictitious\b|\bsynthetisch|\bmock ?-?_?data"
    r"|\bsample ?-?_?data|\btestset\b|\bgefingeerd|\boefen ?-?(?:data|gegevens|bestand|set)|\bdemo ?-?_?(?:data|gegevens|bestand)|\bsynthetic"
)
_REAL: Final = _compiled(
    r"\b(?:productie ?-?(?:data|gegevens|omgeving|kopie|bestand)|uit productie|kopie (?:van )?productie|echte (?:gegevens|data|personen|bsn)"
    r"|production (?:data|copy)|live data|real data)"
)


def declares(text: bytes) -> bool:
    """Whether folded text says that its persons or data are made up. Where it also speaks of production it does not."""
    return _SAID.search(text) is not None and not _is_about_real(text)


def is_called_made_up(names: Iterable[bytes]) -> int:
    """How many of the names and headings call what is there test data, dummies, examples."""
    return sum(_CALLED.search(name.replace(b"_", b" ")) is not None for name in names)


def _is_about_real(text: bytes) -> bool:
    # "Geen echte gegevens" and "no real data" are declarations themselves.
    return any(
        not text[max(0, match.start() - 8) : match.start()]
        .lower()
        .rstrip()
        .endswith((b"geen", b"no", b"niet", b"niet uit"))
        for match in _REAL.finditer(text)
    )
