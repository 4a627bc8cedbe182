"""What a column tells of persons by its own words: a belief, a union, an origin, an offence."""

from __future__ import annotations

import re
from typing import Final

from app.detect.content.shapes import Sample

_CALLED: Final[dict[str, re.Pattern[str]]] = {
    kind: re.compile(pattern, re.IGNORECASE)
    for kind, pattern in {
        "ethnicity": (
            r"(?:nederlands|turks|marokkaans|surinaams|antilliaans|moluks|arubaans|hindoestaans|creools|javaans|koerdisch|syrisch"
            r"|eritrees|somalisch|afghaans|iraans|iraaks|pools|roma|sinti|chinees|indonesisch|indisch|ghanees|kaapverdisch"
            r"|(?:niet-)?westers|allochtoon|autochtoon|turkish|moroccan|surinamese|molukse?|berbers|arabisch|afrikaans|aziatisch"
            r"|latijns-amerikaans|kroatisch|servisch|roemeens|bulgaars|pakistaans|ethiopisch|nigeriaans|oekraiens|vietnamees)"
            r"e?(?:[ -]\w+){0,2}|(?:van )?gemengde (?:afkomst|achtergrond)|.*migratieachtergrond"
        ),
        "religion": (
            r"(?:rooms-?)?katholiek|r\.?k\.?|protestants?|pkn|hervormd|gereformeerd|islam(?:itisch)?|moslim|muslim|joods|hindoe\w*"
            r"|belijdend(?: lid)?|dooplid|gedoopt(?: lid)?|(?:on)?gelovig"
            r"|boeddhis\w*|evangelisch|jehova\w*|christelijk|catholic|protestant|jewish|hindu"
        ),
        "union": (
            r"(?:ja,? ?|lid |(?:contributie|lidmaatschap|inhouding|bijdrage|premie) ?(?:vakbond|bond)? ?)?"
            r"(?:fnv|cnv|vcp|aob|abvakabo|avv|nu'?91|de unie|vhp|acop|cmhf|ambtenarencentrum|fbz|lad|vakbond)"
            r"\b.*"
        ),
        "orientation": r"homo\w*|hetero\w*|lesbi\w*|bi(?:seksueel)?|panseksueel|aseksueel|queer|gay|straight",
        "criminal": (
            r".*\b(?:veroordeeld|taakstraf|celstraf|gevangenisstraf|diefstal|mishandeling|fraude|inbraak|rijden onder invloed"
            r"|verduistering|heling|oplichting|transactie om|convicted|winkeldiefstal|werkstraf|dagvaarding|gedagvaard|sepot"
            r"|om-afdoening|strafbeschikking|halt-?(?:straf|afdoening|verwijzing)?|rijden o\.?i)\b.*"
        ),
    }.items()
}
_ANY_CALLED: Final = re.compile("|".join(f"(?:{pattern.pattern})" for pattern in _CALLED.values()), re.IGNORECASE)


def called(sample: Sample) -> str | None:
    """The kind that at least half of a column's cells name: "FNV", "katholiek", "Surinaams"."""
    if not sample.is_mostly(_is_called, 0.5):
        return None
    for kind, pattern in _CALLED.items():
        if 2 * sum(pattern.fullmatch(cell.strip()) is not None for cell in sample.cells) >= len(sample) >= 2:
            return kind
    return None


def _is_called(cell: str) -> bool:
    return _ANY_CALLED.fullmatch(cell.strip()) is not None
