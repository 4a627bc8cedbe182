"""What project documentation calls itself. Source: VR-P5a."""

from __future__ import annotations

import re
from typing import Final

# Read by the detector too, whose expressions are those of RE2.
TITLES: Final = (
    r"\b(?:project ?-?plan|plan van aanpak|project ?-?voorstel|offerte|voortgangs ?-?(?:rapport(?:age)?|verslag)"
    r"|status ?-?rapport(?:age)?|eind ?-?(?:rapport(?:age)?|verslag)|proces ?-?(?:ontwerp|beschrijving|model)"
    r"|functioneel ontwerp|technisch ontwerp|inrichtingsdocument|project ?-?(?:start|initiatie) ?-?(?:document|architectuur)"
    r"|test ?-?(?:plan|rapport)|implementatie ?-?plan|migratie ?-?plan|stuurgroep ?-?(?:verslag|rapportage)"
    r"|project plan|progress report|status report|final report|process (?:design|description)|functional design"
    r"|technical design|implementation plan|test plan|project initiation document)\b"
)
_TITLES = re.compile(TITLES, re.IGNORECASE)


def is_documentation_name(name: str) -> bool:
    """Whether a file is named as project documentation is: a plan, a progress report, a design."""
    return _TITLES.search(name.replace("_", " ")) is not None
