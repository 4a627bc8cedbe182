"""Presidio with Dutch recognisers added: its own for mail, IBAN, phones and cards; patterns with a check and context words
for the rest, as its documentation shows. No Dutch language model comes in a package, so names are found by patterns."""

from __future__ import annotations

from collections import Counter
from typing import Any

import spacy
import tldextract
from peers.plain import passes_eleven_proof
from presidio_analyzer import AnalyzerEngine, Pattern, PatternRecognizer, RecognizerRegistry
from presidio_analyzer.nlp_engine import SpacyNlpEngine
from presidio_analyzer.predefined_recognizers import (
    CreditCardRecognizer,
    EmailRecognizer,
    IbanRecognizer,
    PhoneRecognizer,
)

KINDS = {
    "EMAIL_ADDRESS": "email",
    "IBAN_CODE": "iban",
    "PHONE_NUMBER": "phone",
    "CREDIT_CARD": "credit_card",
    "NL_BSN": "bsn",
    "NL_ADDRESS": "address",
    "NL_BIRTH": "date_of_birth",
    "NL_NAME": "name",
    "NL_SALARY": "salary",
    "NL_HEALTH": "health",
}
ACCEPTED = 0.4
_DUTCH = {
    "NL_ADDRESS": (r"\b[1-9][0-9]{3} ?[A-Z]{2}\b", 0.4, ["straat", "adres", "postcode", "woonplaats"]),
    "NL_BIRTH": (
        r"(?i)(?:geboortedatum|geboren|geb\.)[^0-9\n]{0,20}[0-9]{1,4}[-/. ](?:[0-9]{1,2}|[a-z]+)[-/. ][0-9]{2,4}",
        0.6,
        ["geboren"],
    ),
    "NL_NAME": (
        r"\b(?:dhr\.?|mw\.?|mevr\.?|mevrouw|meneer|de heer|Naam:|Beste|Geachte) (?:[A-Z]\.)*\s?(?:(?:van|de|der|den|ten|ter) )*"
        r"[A-Z][a-z]+(?: (?:(?:van|de|der|den|ten|ter) )*[A-Z][a-z]+)?",
        0.5,
        ["naam"],
    ),
    "NL_SALARY": (r"(?i)(?:salaris|loon|bruto|netto)[^0-9\n]{0,20}[0-9.]{3,7}(?:,[0-9]{2})?", 0.5, ["salaris"]),
    "NL_HEALTH": (r"(?i)\b(?:ziekmelding|diagnose|arbeidsongeschikt|burn-?out|medicatie|ziek gemeld)\b", 0.5, ["ziek"]),
}


class _WithoutModel(SpacyNlpEngine):
    """Presidio wants a pipeline; the blank Dutch one parts words, which its context words need."""

    def __init__(self) -> None:
        super().__init__(models=[{"lang_code": "nl", "model_name": "blank"}])
        self.nlp = {"nl": spacy.blank("nl")}

    def load(self) -> None:
        """There already."""


class _Bsn(PatternRecognizer):
    def validate_result(self, pattern_text: str) -> bool | None:
        return None if passes_eleven_proof(pattern_text) else False


def analyser() -> Any:
    tldextract.extract = tldextract.TLDExtract(suffix_list_urls=())  # it would fetch a list
    registry = RecognizerRegistry(supported_languages=["nl"])
    for recogniser in (EmailRecognizer, IbanRecognizer, CreditCardRecognizer):
        registry.add_recognizer(recogniser(supported_language="nl"))
    registry.add_recognizer(PhoneRecognizer(supported_language="nl", supported_regions=("NL", "BE", "DE")))
    bsn = Pattern("bsn", r"\b[0-9]{9}\b|\b[0-9]{4}\.[0-9]{2}\.[0-9]{3}\b", 0.3)
    registry.add_recognizer(
        _Bsn("NL_BSN", patterns=[bsn], supported_language="nl", context=["bsn", "burgerservicenummer", "sofinummer"])
    )
    for entity, (pattern, score, context) in _DUTCH.items():
        registry.add_recognizer(
            PatternRecognizer(
                entity, patterns=[Pattern(entity, pattern, score)], supported_language="nl", context=context
            )
        )
    return AnalyzerEngine(registry=registry, nlp_engine=_WithoutModel(), supported_languages=["nl"])


class Presidio:
    def __init__(self) -> None:
        self._analyser = analyser()
        self._analyser.nlp_engine.nlp["nl"].max_length = 5_000_000

    def kinds_in(self, text: str) -> Counter[str]:
        found = self._analyser.analyze(text, language="nl", score_threshold=ACCEPTED)
        return Counter(KINDS[result.entity_type] for result in found if result.entity_type in KINDS)
