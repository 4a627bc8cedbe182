"""What project documentation calls itself. Source: VR-P5a."""

from __future__ import annotations

import re
from typing import Final

# Read by the detector too, whose expressions are those of RE2.
TITLES: Final = (
    r"\b(?:project ?-?plan|plan van aanpak|project ?-?(?:voorstel|begroting|planning)|offerte|roadmap|draaiboek"
    r"|(?:voortgangs|status|week|maand) ?-?(?:rapport(?:age)?|verslag|bericht)|eind ?-?(?:rapport(?:age)?|verslag)"
    r"|proces ?-?(?:ontwerp|beschrijving|model|plaat)|werkinstructie|functioneel ontwerp|technisch ontwerp"
    r"|inrichtingsdocument|project ?-?(?:start|initiatie) ?-?(?:document|architectuur)|programma van eisen|user stories"
    r"|test ?-?(?:plan|rapport|script|gevallen)|(?:implementatie|migratie|conversie|communicatie) ?-?plan"
    r"|stuurgroep ?-?(?:verslag|rapportage|notitie)|notulen|(?:overleg|vergader|interview) ?-?verslag|actielijst|besluitenlijst"
    r"|(?:risico|issue) ?-?(?:log|register|lijst)|(?:veld|data) ?-?mapping|autorisatie ?-?matrix|dpia"
    r"|project plan|progress report|status report|final report|process (?:design|description)|functional design"
    r"|technical design|implementation plan|migration plan|test plan|test cases|project initiation document|meeting minutes"
    r"|risk register|field mapping)\b"
)
_TITLES = re.compile(TITLES, re.IGNORECASE)


def is_documentation_name(name: str) -> bool:
    """Whether a file is named as project documentation is: a plan, a progress report, a design."""
    return _TITLES.search(name.replace("_", " ")) is not None
