"""Figures of speech with words of illness: said of systems, markets and habits, of nobody's health."""

from __future__ import annotations

import re
from typing import Final

from app.detect.content.expressions import compiled

_MATTERS: Final = (
    rb"(?:excel|powerpoint|word|outlook|teams|sap|java|windows|jira|sharepoint|vergader|overleg|meeting|regel|bureaucrat"
    rb"|onzin|gezeur|gezeik|jargon|deadline|maandag|verander|spam|manage|ambten|smoes|consultant|e-?mail|mail|papier|politiek"
    rb"|hype|rapport|proces|procedure|kritiek|hierarchie|micromanagement|vaktaal|slogan|drukte|vage|bullshit|administrat"
    rb"|formulier|wachten|wachttijd|storing|update|vertrag|planning|jullie|het gedoe|gedoe|dat woord|deze discussie|reorganis)"
)
_HABITS: Final = (
    rb"(?:koffie|series|netflix|werk|chocola|sport|excel|zijn telefoon|haar telefoon|telefoon|social|lijstjes|drop|hardlopen"
    rb"|voetbal|adrenaline|snelheid|nieuws|cijfers|data|dashboards?|spreadsheets?|kaas|thee|sudoku|podcasts?|boeken|lezen"
    rb"|instagram|tiktok|linkedin|puzzel|tuinieren|wandelen|fietsen|mails?|vergaderen|succes|aandacht|luxe|subsidie|externe"
    rb"|inhuur|coffee|work|excel|his phone|her phone|running|chocolate|olie|gas|goedkope)"
)
_THINGS: Final = (
    rb"(?:code|software|systeem|systemen|applicatie|organisatie|samenleving|maatschappij|architectuur|database|keten|proces"
    rb"|processen|programma|landschap|koppeling|beleid|situatie|wereld|transistor|markt|economie|interface|database|data"
    rb"|model|functie|module|netwerk|begroting|cultuur|structuur|besluitvorming|planning|opzet|website|platform|gedachte"
    rb"|verhouding|houding van (?:de|het)|aanpak)"
)
_SAID: Final = re.compile(
    rb"(?:[a-z]*allergi(?:sch|e)?(?: voor)?)\| (?:(?:voor|al|dat|die|dit|deze|het|de|zulke?|te veel|veel|lange|slechte"
    rb"|nieuwe) )*"
    + _MATTERS
    + rb"|(?:ben |is )?(?:allergic)(?: to)?\| (?:to )?(?:excel|meetings|bureaucracy|emails?|mondays)"
    rb"|(?:tumou?r|kanker|gezwel|cancer|kwaadaardig)\| (?:in|van|of|within) (?:de |het |onze |deze |dit |the "
    rb"|our )?(?:[a-z]+ )?"
    + _THINGS
    + rb"|(?:hoog)?zwanger\| van (?:de |het |goede |mooie |nieuwe |alle )*(?:idee|betekenis|mogelijk|plannen|verwacht|beloft"
    rb"|symbol|ambitie|geschiedenis|goede)"
    rb"|(?:[a-z]*verslaafd(?:e)?(?: aan)?)\| (?:aan )?(?:de |het |zijn |haar |mijn |onze |nieuwe )*"
    + _HABITS
    + rb"|addicted\| to (?:coffee|work|excel|his phone|her phone|running)"
    rb"|(?:autistische?|schizofre(?:en|ne)|bipolaire?|manische?|depressieve?|hysterische?|psychotische?|invalide|gehandicapte?"
    rb"|dementerende?|paranoide?)\| (?:[a-z]+ )?"
    + _THINGS
    + rb"|(?:reanim(?:atie|eren)|amputatie|geopereerd|chirurgie|overlijden|euthanasie)\| van"
    rb" (?:de |het |een |onze |dit )?(?:[a-z]+ )?"
    rb"(?:project|programma|plan|systeem|module|functionaliteit|traject|applicatie|begroting|wet|idee|dossier|club|winkel)"
    rb"|(?:hartaanval|hartverzakking|beroerte|rolberoerte)\| (?:van|toen|als|bij) (?:[a-z]+ ){0,4}"
    rb"(?:schrik|rekening|factuur|planning|scherm|saldo|prijs|cijfers|melding)"
    rb"|(?:doof|blind|verlamd|immuun)\| voor |(?:paniek|paniekerig)\| (?:voetbal|reactie|in de (?:markt|organisatie|tent)"
    rb"|om niets)"
    rb"|koorts\| (?:voor het wk|rond het)|(?:in de war)\| (?:met|door) (?:de |het )?(?:versies?|datum|data|planning|code"
    rb"|bestand)"
    rb"|(?:rouw)\| (?:om|over) (?:de |het )?(?:app|systeem|software|project|club)|(?:ziek)\| van (?:al |alle |de |het |die )?"
    + _MATTERS
    + rb"|(?:helemaal op|dwaalt|stort(?:te)? in|ingestort|gecrasht|uitgedroogd|verward|somber(?:heid)?)\|[^.]{0,20}\b(?:server"
    rb"|beurs|markt|systeem|koers|budget|voorraad|economie|prognose|vooruitzicht|aandelen|toner|koffie|brug|dak|gebouw)",
    re.IGNORECASE,
)
# Of what is failing, or is called so, before the word.
_BEFORE: Final = re.compile(
    rb"\b(?:systeem|server|beurs|markt|brug|dak|gebouw|economie|koers|applicatie|website|budget|toner|papier|koffie|voorraad"
    rb"|muur|tunnel|netwerk|database|accu|batterij)(?: [a-z]+){0,3} (?:is |was |raakte |)?$",
    re.IGNORECASE,
)
_OF_BUILDINGS: Final = (
    b"ingestort",
    b"stort in",
    b"stortte in",
    b"helemaal op",
    b"uitgedroogd",
    b"zindelijk",
    b"uitgegleden",
)
# A price list, an offer: what is treated, whoever has it.
_PRICED: Final = compiled(
    r"(?:€|\beur(?:o)?\b) ?\d[\d.]*(?:,\d\d|,-)?(?: euro)?[ ,]*(?:per|p/|p\.|/) ?(?:uur|consult|sessie|behandeling"
    r"|gesprek|deelnemer|traject|keer|stuk|dag(?:deel)?|persoon|maand|intake|session|hour|treatment)\b"
    r"|\b(?:tarie(?:f|ven)|prijslijst|tarievenlijst|vergoeding uit|price list|rates)\b",
    any_case=True,
)


def is_figure_of_speech(word: bytes, before: bytes, behind: bytes) -> bool:
    """`word`: in lower case, the words of illness that were found."""
    if _SAID.match(word + b"|" + behind) is not None:
        return True
    return word.startswith(_OF_BUILDINGS) and _BEFORE.search(before + b" " * (not before.endswith(b" "))) is not None


def is_priced(sentence: bytes) -> bool:
    """Whether something is offered at a price in it."""
    return _PRICED.search(sentence) is not None
