"""Whether a document says of itself that the persons in it do not exist."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from app.detect.content.expressions import Expression, compiled


def _compiled(*alternatives: str) -> Expression:
    return compiled("|".join(alternatives), any_case=True)


_MADE_UP: Final = r"(?:fictie(?:f|ve)|gefingeerde?|verzonnen|gefabriceerde|niet[- ]bestaande?|niet[- ]echte?)"
_WHAT: Final = (
    r"(?:personen|persoon|gegevens|namen|naam|data|medewerkers?|werknemers?|clienten|patienten|inwoners|leerlingen|klanten"
    r"|bsn(?:'?s|-nummers)?|burgerservicenummers|nummers|waarden|dataset|bestand|set|casus|casussen|organisatie|records|rijen)"
)
_IS_MADE_UP: Final = (
    r"(?:fictief|verzonnen|gefingeerd|bedacht|niet echt|gegenereerd|synthetisch|dummy|kunstmatig|nep|fictieve|testdata"
    r"|testgegevens)"
)
_WHAT_ENGLISH: Final = r"(?:data|people|persons?|names?|employees|records|patients|customers|values|dataset|numbers)"
_IS_MADE_UP_ENGLISH: Final = r"(?:fictitious|fictional|made[- ]up|invented|synthetic|not real|generated|fake)"
# Said in so many words.
_SAID: Final = _compiled(
    rf"\b{_MADE_UP} (?:test ?)?{_WHAT}",
    rf"\b{_WHAT}\b[^.\n]{{0,50}}\b(?:zijn|is|betreft|bevatten)\b[^.\n]{{0,30}}\b{_IS_MADE_UP}\b",
    r"\b(?:bestaan niet|bestaat niet) (?:echt|in werkelijkheid)",
    rf"\b(?:{_WHAT}|persona'?s)\b[^.\n]{{0,30}}\bbestaa(?:n|t) niet\b",
    r"\bberust(?:en)? op toeval",
    rf"\bgeen (?:echte|bestaande|werkelijke) (?:{_WHAT}|mensen|burgers)",
    rf"\b(?:fictitious|made[- ]up|fictional|invented|synthetic|fake|dummy|mock) (?:test )?{_WHAT_ENGLISH}",
    rf"\b{_WHAT_ENGLISH}\b[^.\n]{{0,40}}\b(?:is|are)\b[^.\n]{{0,20}}\b{_IS_MADE_UP_ENGLISH}\b",
    r"\bno real (?:persons?|people|data)\b",
    rf"\bsynthetische {_WHAT}",
    r"\b(?:test|oefen|demo|dummy|voorbeeld)[- ]?(?:data|gegevens|set|bestand|personen)\b[^\n]{0,60}\b(?:gegenereerd"
    r"|niet herleidbaar|generated|made[- ]up|niet echt)\b",
    r"\b(?:onderstaand|bovenstaand|dit|het|deze) (?:voorbeeld|voorbeelden|casus|persoon) (?:is|zijn) (?:geheel |volledig )?"
    r"(?:fictief|verzonnen|gefingeerd|bedacht)",
    r"\bkunstmatig gegenereerd",
    r"\b(?:is|zijn|are) (?:\w{1,12} ){0,2}(?:fictief|verzonnen|gefingeerd|fictitious|fictional|made[- ]up|invented)\b",
    r"\bgeen (?:echt|bestaand|werkelijk) (?:persoon|mens|iemand)",
)
# Words that a set of made-up data is called by; a set of test data may also be a copy of production.
_CALLED: Final = _compiled(
    rf"\btest ?-?(?:{_WHAT}|populatie|gevallen)",
    r"\bdummy",
    r"\bfictie(?:f|ve)\b",
    r"\bvoorbeeld ?-?(?:gegevens|data|personen|bestand|records)\b",
    r"\bfictitious\b",
    r"\bsyntheti(?:c|sch)",
    r"\b(?:mock|sample) ?-?data",
    r"\bgefingeerd",
    r"\b(?:oefen|demo) ?-?(?:data|gegevens|bestand|set)",
)
# What is put in where something must stand: "Test de Tester, Teststraat 1, 1234 AB Teststad".
_VALUES: Final = _compiled(
    r"\b(?:test|dummy|voorbeeld)(?:straat|weg|laan|stad|dorp|plaats|persoon|klant|medewerker|client|patient|er|naam)\b",
    r"\b1234 ?(?:AB|AA|XX)\b",
    r"\btest de tester\b",
)
_VALUES_LEAST: Final = 2
_REAL: Final = _compiled(
    r"\bproductie ?-?(?:data|gegevens|omgeving|kopie|bestand)",
    r"\buit productie",
    r"\bkopie (?:van )?productie",
    rf"\bechte {_WHAT}",
    r"\b(?:production (?:data|copy)|live data|real data)",
)
_NOT: Final = frozenset(b"geen no niet not nooit zonder never".split())
_NOT_BEFORE: Final = 28  # bytes: "niet herleidbaar tot echte medewerkers"


def declares(text: bytes) -> bool:
    """Whether folded text says that its persons or data are made up. Where it also speaks of production it does not."""
    return _SAID.search(text) is not None and not _is_about_real(text)


def is_called_made_up(names: Iterable[bytes]) -> int:
    """How many of the names and headings call what is there test data, dummies, examples."""
    return sum(_CALLED.search(name.replace(b"_", b" ")) is not None for name in names)


def has_made_up_values(text: bytes) -> bool:
    """Whether addresses and names in it are those that nobody has."""
    return _VALUES.count(text) >= _VALUES_LEAST


def _is_about_real(text: bytes) -> bool:
    # "Geen echte gegevens" and "no real data" are declarations themselves.
    before = (text[max(0, start - _NOT_BEFORE) : start].lower() for start, _ in _REAL.spans(text))
    return any(_NOT.isdisjoint(words.rpartition(b"\n")[2].rpartition(b". ")[2].split()) for words in before)
