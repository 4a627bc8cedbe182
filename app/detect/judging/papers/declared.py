"""Whether a document says of itself that the persons in it do not exist."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from app.detect.content.expressions import Expression, compiled


def _compiled(*alternatives: str) -> Expression:
    return compiled("|".join(alternatives), any_case=True)


_MADE_UP: Final = r"(?:fictie(?:f|ve)|gefingeerde?|verzonnen|gefabriceerde|niet[- ]bestaande?|niet[- ]echte?)"
_WHAT: Final = (
    r"(?:personen|persoon|gegevens|namen|naam|data|medewerkers?|werknemers?|clienten|patienten|inwoners|leerlingen"
    r"|klanten"
    r"|bsn(?:'?s|-nummers)?|burgerservicenummers|nummers|waarden|dataset|bestand|set|casus|casussen|organisatie"
    r"|records|rijen)"
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
    r"\b(?:onderstaand|bovenstaand|dit|het|deze) (?:voorbeeld|voorbeelden|casus|persoon) (?:is|zijn) (?:geheel "
    r"|volledig )?"
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
    r"\b(?:fixtures?|mocks?|stubs?)\b",
    r"\b(?:oefen|demo) ?-?(?:data|gegevens|bestand|set)",
)
# What is put in where something must stand: "Test de Tester, Teststraat 1, 1234 AB Teststad".
_VALUES: Final = _compiled(
    r"\b(?:test|dummy|voorbeeld)(?:straat|weg|laan|stad|dorp|plaats|persoon|klant|medewerker|client|patient|er|naam)\b",
    r"\b1234 ?(?:AB|AA|XX)\b",
    r"\b99999\d{4}\b|\b123456782\b",  # numbers kept for tests; source: the test set of the citizens' register
    r"\btest de tester\b",
)
_VALUES_LEAST: Final = 2
_ENTITLED: Final = _compiled(
    r"\b(?:[a-z]{0,12}casus(?:sen)?|(?:case|voorbeeld|persona'?s?|oefening|opgave|set|dataset|bestand|testdata|lijst"
    r"|export)[a-z]{0,8})\b[^.\n\t;]{0,40}"
    r"\b(?:fictief|verzonnen|gefingeerd|fictitious|fictional|made[- ]up)\b",
)
_TEMPLATE: Final = _compiled(
    r"\b(?:[a-z]{2,20})?(?:sjabloon|formulier|template)\b",
    r"\b(?:model|format|blanco|leeg|invul(?:bestand|lijst|document)?|in te vullen|concept-?format|blank|empty form)\b",
)
_EXERCISE: Final = _compiled(
    r"\b(?:[a-z]{2,14})?(?:casus|casussen|oefening(?:en)?|rollenspel|opgaven?)\b",
    r"\b(?:case study|cases|persona'?s?|role ?play|exercises?|oefen[a-z]*|training[a-z]*)\b",
)
_SPECIFIES: Final = re.compile(
    rb"\s*[{]?\s*[\"']?(?:openapi|swagger|asyncapi|\$schema|raml)[\"']?\s*[:=]|\s*#%RAML"
    rb"|\s*<\?*(?:xs:schema|xsd:schema|wsdl:|definitions )",
    re.IGNORECASE,
)
_SPECIFIED_WITHIN: Final = 5  # lines
_TESTS: Final = re.compile(
    rb"\s*(?:(?:async )?def test_|class Test|@(?:Test|pytest)\b|(?:it|describe"
    rb"|test)\([\"'`]|func Test[A-Z]|public void (?:test|should)|assert\b|self\.assert"
    rb"|expect\(|Assert\.|assert(?:That|Equals|True|False)\()"
)
_TESTS_LEAST: Final = 2  # lines
# Copies of production and what is said to be real. It beats every declaration.
_REAL: Final = _compiled(
    r"\bproductie ?-?(?:data|gegevens|kopie|bestand|database|dump|export|extract)\b",
    r"\b(?:uit|vanuit) (?:de )?productie(?:omgeving|database|systeem)?\b",
    r"\b(?:kopie|dump|restore|backup|extract|afslag|export|snapshot) (?:van|uit|vanuit|op basis van) (?:de |het )?"
    r"(?:productie[a-z]{0,10}|prod|live)\b",
    r"\bkopie productie\b",
    rf"\bechte (?:{_WHAT}|persoonsgegevens|mensen|burgers)",
    r"\breal (?:data|people|persons?|employees|patients|customers|citizens)\b|\blive data\b",
    r"\bproduction (?:data|copy|dump|extract|export|database)\b",
    r"\b(?:copy|dump|extract|export|snapshot|restore) (?:of|from) (?:the )?(?:prod|production|live)\b",
)
_IS_REAL: Final = _compiled(
    r"\b(?:niet|nog niet) (?:\w{2,10} )?(?:ge)?(?:anonimiseerd|pseudonimiseerd|anonymiseerd|maskeerd|scrambled"
    r"|schoond)\b",
    r"\bongeanonimiseerd",
    r"\b(?:not|never|un)(?: yet| been)? ?-?(?:anonymi[sz]ed|pseudonymi[sz]ed|masked|scrambled|obfuscated)\b",
    rf"\b{_WHAT} (?:zijn|is) (?:dus |wel |gewoon |helaas |nog )?(?:echt(?:\W|$)|niet (?:fictief|verzonnen))",
    rf"\b{_WHAT_ENGLISH} (?:is|are) (?:real|not (?:fictitious|synthetic|made up))\b",
)
_NEED_NOT: Final = re.compile(rb"\b(?:hoef|hoeft|hoeven|need|needs|echt niet)\b", re.IGNORECASE)
_NOT: Final = frozenset(
    b"geen no niet not nooit zonder never noch nor i.p.v. instead"
    b" doesn't isn't aren't don't plaats vervangt vervangen replaces rather lijken lijkt resemble resembles like alsof".split()
)
_NOT_BEFORE: Final = 36  # bytes: "niet herleidbaar tot echte medewerkers"
_TITLE_CELLS: Final = re.compile(rb"[\t;|]")


def denies(text: bytes) -> bool:
    """Whether folded text says that its data are real: a copy of production, not anonymised."""
    said = (text[max(0, start - _NOT_BEFORE) : end] for start, end in _IS_REAL.spans(text))
    return any(_NEED_NOT.search(words) is None for words in said) or _is_about_real(text)


def declares(text: bytes) -> bool:
    """Whether folded text says that its persons or data are made up, and does not deny it."""
    return _SAID.search(text) is not None and not denies(text)


def says_in_title(names: Iterable[bytes]) -> bool:
    """Whether a title says it of the whole: "Oefencasus (fictief)"."""
    return any(_ENTITLED.search(name.replace(b"_", b" ")) is not None for name in names)


def is_specification(lines: Sequence[bytes]) -> bool:
    """Whether it describes an interface, or is the code of a test: what is in it are examples."""
    described = any(_SPECIFIES.match(line) is not None for line in lines[:_SPECIFIED_WITHIN])
    return described or sum(_TESTS.match(line) is not None for line in lines) >= _TESTS_LEAST


def is_called_template(names: Iterable[bytes]) -> bool:
    """Whether a title says that it is to be filled in."""
    return any(_TEMPLATE.search(name.replace(b"_", b" ")) is not None for name in names)


def is_called_exercise(names: Iterable[bytes]) -> bool:
    return any(_EXERCISE.search(name.replace(b"_", b" ")) is not None for name in names)


def may_be_title(line: bytes) -> bool:
    """Whether a line is of the whole set: no row of a table, in which a word is the head of one column."""
    return sum(bool(cell.strip()) for cell in _TITLE_CELLS.split(line)) == 1


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
