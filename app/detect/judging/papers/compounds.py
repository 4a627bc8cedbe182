"""Titles that are the end of a compound, of which Dutch has no end: "migratiedraaiboek", "weekstatus", "looncodemapping"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from app.domain.papers import Paper

_ENDS: Final = {
    Paper.PLAN: rb"programmaplan|draaiboek|stappenplan|projectplan|mijlpalen|mijlpalenplanning|roadmap|runbook",
    Paper.PROGRESS_REPORT: rb"voortgangsrapport(?:age)?|statusrapport(?:age)?|weekstatus|projectstatus|risicolog|issuelog",
    Paper.PROCESS_DESIGN: rb"procesbeschrijving|procesontwerp|werkinstructie|werkproces|processchema"
    rb"|(?<!rouw)(?<!straf)(?<!groei)(?<!leer)(?<!ziekte)(?<!civiel)(?<!genezings)proces(?:flow|stappen|"
    rb" (?:op hoofdlijnen|in stappen|stap voor stap|at a glance))",
    Paper.FUNCTIONAL_DESIGN: rb"inrichtingsdocument|ontwerpdocument|autorisatiematrix|backlog",
    Paper.FIELD_MAPPING: rb"veldmapping|mapping|conversietabel",
    Paper.MINUTES: rb"notulen|overlegverslag|vergaderverslag|afsprakenlijst|actielijst|besluitenlijst",
    Paper.TEST_PLAN: rb"testplan|testscript|testscripts|testscenario'?s|testgevallen|testrapport",
    Paper.MANUAL: rb"handleiding|gebruiksaanwijzing",
}
# "FD-07 Absence management", "FO 12 Verlof": designs are numbered.
_NUMBERED_DESIGN: Final = re.compile(
    rb"(?:^|\n)\W{0,3}(?:FD|FO|TO|TD|FDD|FRS|SRS|BRD)[-_. ]?\d{1,3}\b[^\n]{3,60}(?:\n|$)"
)
_COMPOUND: Final = {
    paper: re.compile(rb"\b[a-z]{2,24}-?(?:" + ends + rb")\b", re.IGNORECASE) for paper, ends in _ENDS.items()
}


def compounds_in(titles: Iterable[bytes]) -> Iterator[Paper]:
    """The papers that titles call the document by the end of a word. `titles`: folded lines."""
    text = b"\n".join(titles)
    if _NUMBERED_DESIGN.search(text) is not None:
        yield Paper.FUNCTIONAL_DESIGN
    yield from (paper for paper, compound in _COMPOUND.items() if compound.search(text) is not None)
