"""Where a sentence goes on about whoever was named in the one before it, without a name or a pronoun of its own."""

from __future__ import annotations

import re
from typing import Final

_DOCTOR: Final = (
    rb"(?:bedrijfsarts|huisarts|arboarts|arbodienst|verzekeringsarts|keuringsarts|arts|specialist|psycholoog|psychiater"
    rb"|behandelaar|therapeut|neuroloog|cardioloog|oncoloog|internist|orthopeed|chirurg|fysiotherapeut|verloskundige"
    rb"|casemanager|arbeidsdeskundige|echtgenoot|echtgenote|partner|moeder|vader|company doctor|occupational physician"
    rb"|doctor|gp|psychologist|therapist)"
)
_SPEAKS: Final = (
    rb"(?:spreekt|sprak|adviseert|adviseerde|acht|achtte|verwacht|denkt|vindt|schrijft|stelde|stelt vast|raadt"
    rb"|geeft aan|gaf aan"
    rb"|meldt|meldde|zegt|zei|constateert|constateerde|concludeert|concludeerde|diagnosticeerde|vermoedt|noemt"
    rb"|noemde|schat|vreest"
    rb"|heeft (?:hem|haar|vastgesteld|een)|houdt het op|diagnosed|says|said|expects|advised|suspects|thinks"
    rb"|confirmed|speaks|spoke)"
)
# Bullets, and whoever speaks next in a chat.
_LEAD: Final = (
    rb"\s*(?:[A-Z][^\n]{2,40}\d\d?:\d\d[^\n]{0,8}\s{0,4}|\[?\d\d?:\d\d[^\n:]{0,12} [A-Z][^\n:]{1,30}: ?"
    rb"|\d\d?:\d\d(?::\d\d)?[ \t]{1,3}(?:[A-Z][a-z]{2,20}: ?)?|[A-Z][a-z]{2,20}: )?"
    rb"(?:(?:[-*]|\xe2\x80\xa2) )?"
)
_GOES_ON: Final = re.compile(
    _LEAD + rb"(?i:(?:(?:de|haar|zijn|een|onze|the|his|her|our) )?" + _DOCTOR + rb" " + _SPEAKS + rb"\b"
    rb"|(?:volgens|according to) (?:de|haar|zijn|een|the|his|her) [a-z]"
    rb"|(?:werk|hoofd)?diagnose\b|(?:de |als )?(?:reden|oorzaak|aanleiding|prognose|klachten|aandoening|diagnosis"
    rb"|reason|cause)"
    rb"(?: (?:is|was|hiervan|daarvan|hiervoor|of this))?[ :]"
    rb"|(?:er|daar|there) (?:is|was|lijkt|zou) (?:ook |vermoedelijk |waarschijnlijk |nu |bij (?:hem|haar) )?"
    rb"(?:sprake|een vermoeden|een verdenking|talk)\b"
    rb"|het (?:gaat om|betreft|zou gaan om|blijkt(?: om)?|lijkt op|is) (?:een |om een |toch )?[a-z]"
    rb"|(?:vermoedelijk|waarschijnlijk|kennelijk|blijkbaar|schijnbaar|naar verluidt|probably|apparently)\b"
    rb"|(?:inmiddels|sindsdien|daarnaast|bovendien|eerder|vorig jaar|ook)"
    rb" (?:is|heeft|krijgt|kreeg|kampt|slikt|had|volgt|vastgesteld|gediagnosticeerd|onder behandeling|in behandeling)\b"
    rb"|(?:de|the) (?:latest )?(?:scans?|mri|biopsie|biopsy|uitslag(?:en)?|results?|tests?|bloedonderzoek|foto|echo|ultrasound)"
    rb"(?: [a-z]+){0,2} (?:show(?:s|ed)?|toonde?|laat|liet|wees|was|were|is|gaf|came back|confirm(?:s|ed)|bevestigde?)\b"
    rb"|die (?:is|was|zit|heeft|had|ligt|slikt|krijgt|gaat|komt|moet|loopt|kampt|kan)\b)"
)
_PRONOUN: Final = re.compile(
    _LEAD + rb"(?i:(?:[a-z]+ ){0,3}(?:hij|zij|ze|hem|haar|he|she|him|her)\b|(?:zijn|his) [a-z])"
)


def goes_on(text: bytes, start: int) -> bool:
    """Whether the sentence from `start` on says what is the matter with whoever was named before it."""
    return _GOES_ON.match(text, start) is not None


def begins_with_pronoun(text: bytes, start: int) -> bool:
    """`Zij krijgt vanaf maandag chemo`: of the last who was named."""
    return _PRONOUN.match(text, start) is not None
