"""Titles that are the end of a compound, of which Dutch has no end: "migratiedraaiboek", "weekstatus", "looncodemapping"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from app.domain.papers import Paper

_ENDS: Final = {
    Paper.PLAN: rb"draaiboek|stappenplan|projectplan|mijlpalen|mijlpalenplanning|roadmap|runbook",
    Paper.PROGRESS_REPORT: rb"voortgangsrapport(?:age)?|statusrapport(?:age)?|weekstatus|projectstatus|risicolog|issuelog",
    Paper.PROCESS_DESIGN: rb"procesbeschrijving|procesontwerp|werkinstructie|werkproces|processchema",
    Paper.FUNCTIONAL_DESIGN: rb"inrichtingsdocument|ontwerpdocument|autorisatiematrix|backlog",
    Paper.FIELD_MAPPING: rb"veldmapping|mapping|conversietabel",
    Paper.MINUTES: rb"notulen|overlegverslag|vergaderverslag|afsprakenlijst|actielijst|besluitenlijst",
    Paper.TEST_PLAN: rb"testplan|testscript|testscripts|testscenario'?s|testgevallen|testrapport",
    Paper.MANUAL: rb"handleiding|gebruiksaanwijzing",
}
_COMPOUND: Final = {
    paper: re.compile(rb"\b[a-z]{2,24}-?(?:" + ends + rb")\b", re.IGNORECASE) for paper, ends in _ENDS.items()
}


def compounds_in(titles: Iterable[bytes]) -> Iterator[Paper]:
    """The papers that titles call the document by the end of a word. `titles`: folded lines."""
    text = b"\n".join(titles)
    return (paper for paper, compound in _COMPOUND.items() if compound.search(text) is not None)
