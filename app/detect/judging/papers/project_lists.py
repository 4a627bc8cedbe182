"""Lists that a project keeps about itself, told apart by the heads of their columns: a planning, a log of risks, a list of
actions, a matrix of who may see what. Their rows have no sentences, so that their words alone say little."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final

from app.detect.judging.papers.planning_grid import is_planning_grid
from app.domain.papers import Paper

_ROWS: Final = 60  # looked at
_HEADS_LEAST: Final = 3  # columns of a kind of list, one of them its own
_HEADS_OF_FEW: Final = 2  # columns of a small planning
_FILLED_LEAST: Final = 2
_TICKET: Final = re.compile(rb"[A-Z]{0,4}[ -]?\d{5,}(?:[ -]\d{2,})?|[A-Z]{1,4} ?2\d[ -]\d{3,5}")
_TICKETS_LEAST: Final = 3
_CODES_LEAST: Final = 12  # cells of a matrix
_CODES_SHARE: Final = 0.6
_CODE: Final = re.compile(
    rb"(?:[xvlmsrwcuadnij/*+?-]|ja|nee|j/n|[lrmwcudaie]{2,4}|[raci](?:[/,][raci]){0,3}"
    rb"|lezen|schrijven|wijzigen|muteren|raadplegen|inzien|geen|alles?|read|write|edit|view|none|full|eigen|team|afdeling|own|all"
    rb"|yes|no|n\.?v\.?t\.?|beperkt|volledig)"
    rb"(?: ?[/+&] ?(?:[a-z]|lezen|schrijven|read|write))?(?: \(?(?:eigen|team|alles|alle|afdeling|own|all|unit|beperkt"
    rb"|[a-z]{3,12})(?: [a-z]{3,12})?\)?)?",
    re.IGNORECASE,
)
_HEADS: Final = 3  # rows that may be the header of a matrix
_RIGHTS: Final = re.compile(
    rb"\b(?:rol|rollen|rechten|autorisatie|medewerker|leidinggevende|manager|beheer|beheerder|hr|p&o|payroll|salaris"
    rb"|admin|gebruiker"
    rb"|role|roles|user|employee|permission|access|lezen|wijzigen|read|write|functioneel|raadplegen|muteren|scherm"
    rb"|gegeven)\b",
    re.IGNORECASE,
)
_HEADS_WITHIN: Final = 8  # rows
_DAY_HEAD: Final = re.compile(rb"(?:datum|dag|date|day|wanneer)(?: .{0,12})?")
_HOURS_HEAD: Final = re.compile(
    rb"(?:aantal |gewerkte |totaal |declarabele )?(?:uren|uur|hours?|hrs|tijd)(?: .{0,14}|\W{0,3})?|aantal|duur"
)
_NAMED_HEAD: Final = re.compile(
    rb"(?:naam|medewerk(?:er|ster)|werknemer|employee|name|personeels.{0,8})"
)  # of a whole staff
_DAY: Final = re.compile(
    rb"\d{1,4}[-/. ](?:\d{1,2}|[a-z]{3,9})|(?:ma|di|wo|do|vr|za|zo|mon|tue|wed|thu|fri|sat|sun)", re.IGNORECASE
)
_HOURS: Final = re.compile(rb"(?:1?\d|2[0-4])(?:[.,:]\d{1,2})?(?: ?(?:u|uur|h))?", re.IGNORECASE)
_DAYS_SHARE: Final = 0.6
_RUNS_LEAST: Final = 5
_OUTCOMES_SHARE: Final = 0.8
_OUTCOME: Final = re.compile(
    rb"(?:pass(?:ed)?|fail(?:ed|ure)?|error|skipped|success|ok|nok|warning|timeout|geslaagd|mislukt|gefaald)",
    re.IGNORECASE,
)
_EXPECTED: Final = re.compile(rb"\b(?:verwacht[a-z]*|expected|stap|step|handeling|actie|action)\b", re.IGNORECASE)
_MEASURED: Final = re.compile(
    rb"(?:run|build|job)(?:[ _-]?(?:id|nr|nummer|number))?|duur(?:[ _(-].{1,8})?|doorlooptijd.{0,8}|duration.{0,8}"
    rb"|elapsed.{0,8}|.{1,12}[_ (](?:ms|sec)\)?"
    rb"|start(?:ed)?[ _-]?(?:at|tijd|time)|commit|pipeline|time[ _-]?stamp|tijdstempel",
    re.IGNORECASE,
)
_WORDS: Final = re.compile(rb"[a-z]+")


def _listed(words: str) -> frozenset[bytes]:
    return frozenset(word.encode() for word in words.split())


# The first: heads that only such a list has; the second: those that it shares with others.
_LISTS: Final = {
    Paper.PLAN: (
        _listed(
            """wbs activiteit activiteiten mijlpaal mijlpalen voorganger voorgangers afhankelijkheid afhankelijkheden
            fase sprint predecessor predecessors milestone milestones deliverable deliverables werkpakket epic
            doorlooptijd fallback rollback terugvaloptie
            terugvalscenario terugdraaien cutover draaiboekstap task tasks taak taaknaam oplevering gepland
            planned duration duur iteratie"""
        ),
        _listed(
            """id nr nummer start begin startdatum begindatum eind einde einddatum eigenaar trekker verantwoordelijke
            status gereed voortgang uren dagen week opmerking opmerkingen toelichting wie owner finish end progress
            deadline planning wanneer rol team tijd tijdstip stap uitvoerder time step who wk omschrijving resource
            resources werk effort verwacht datum prioriteit door handeling controle
            verificatie check systeem system action actie bevestiging executor afgetekend akkoord"""
        ),
    ),
    Paper.PROGRESS_REPORT: (
        _listed(
            """risico risicos issue issues kans impact maatregel maatregelen beheersmaatregel mitigatie oorzaak gevolg
            bevinding bevindingen besluit wijziging probability mitigation likelihood severity actiehouder actie
            acties knelpunt oplossing risk response ernst aandachtspunt wijzigingsverzoek action escalatie
            prioriteit prio priority melder"""
        ),
        _listed(
            """id nr nummer datum omschrijving eigenaar status deadline gereed categorie owner description date open
            dicht toelichting opmerking wie wanneer type score opgelost gemeld onderwerp door planning afgehandeld
            soort verantwoordelijke trekker"""
        ),
    ),
    Paper.TEST_PLAN: (
        _listed(
            """testgeval testcase testgevallen teststap stap verwacht resultaat verwachting uitkomst werkelijk expected
            actual scenario step precondities testscript testresultaat retest"""
        ),
        _listed(
            """id nr omschrijving actie invoer status ok tester datum opmerking bevinding result input description
            geslaagd proces onderdeel handeling"""
        ),
    ),
    Paper.FUNCTIONAL_DESIGN: (
        _listed(
            """looncode looncomponent formule grondslag inrichten instelling instellingen parameter parameters rekenregel
            berekeningswijze setting configuratie requirement eis eisen wens moscow userstory story
            acceptatiecriteria acceptatiecriterium functionaliteit
            usecase"""
        ),
        _listed(
            """id nr omschrijving prioriteit status bron proces opmerking toelichting description categorie sprint punten
            code grootboek percentage waarde soort type akkoord value module"""
        ),
    ),
}


_OF_A_LIST: Final = frozenset(word for own, _ in _LISTS.values() for word in own)


def lists_in(lines: Sequence[bytes]) -> Iterator[Paper]:
    """The kinds of lists that the tables begin as. `lines`: folded, columns parted by tabs."""
    rows = [line.split(b"\t") for line in lines[:_ROWS] if b"\t" in line]
    if _is_timesheet(rows):
        yield Paper.TIMESHEET
        return
    if is_planning_grid(lines):
        yield Paper.PLAN
    for row, below in itertools.pairwise(rows):
        if sum(bool(cell.strip()) for cell in below) >= _FILLED_LEAST:  # an empty one is a form
            yield from _headed(row)
    if _is_matrix(rows):
        yield Paper.FUNCTIONAL_DESIGN


def _is_timesheet(rows: Sequence[Sequence[bytes]]) -> bool:
    """Whether day by day the hours are noted that somebody worked for whom."""
    for at, row in enumerate(rows[:_HEADS_WITHIN]):
        heads = [cell.strip().lower() for cell in row]
        days = [column for column, head in enumerate(heads) if _DAY_HEAD.fullmatch(head)]
        hours = [column for column, head in enumerate(heads) if _HOURS_HEAD.fullmatch(head)]
        if not days or not hours or any(map(_NAMED_HEAD.fullmatch, heads)):
            continue
        below = [other for other in rows[at + 1 :] if len(other) > max(*days, *hours)]
        worked = sum(
            _DAY.match(other[days[0]].strip()) is not None and _HOURS.fullmatch(other[hours[-1]].strip()) is not None
            for other in below
        )
        if worked >= max(2, _DAYS_SHARE * len(below)):
            return True
    return False


def _headed(row: Sequence[bytes]) -> Iterator[Paper]:
    if _OF_A_LIST.isdisjoint(_WORDS.findall(b"\t".join(row).lower())):
        return
    heads = [frozenset(_WORDS.findall(cell.lower())) for cell in row if cell.strip()]
    for paper, (own, shared) in _LISTS.items():
        of_its_own = sum(bool(head & own) for head in heads)
        together = sum(bool(head & (own | shared)) for head in heads)
        is_small = len(heads) == _HEADS_OF_FEW and paper is Paper.PLAN
        least = _HEADS_OF_FEW if is_small else _HEADS_LEAST
        if of_its_own and together >= least and together * 2 > len(heads) and _is_short(row):
            yield paper


def is_rights_matrix(lines: Sequence[bytes]) -> bool:
    """Whether it is a matrix of who may see or do what."""
    return _is_matrix([line.split(b"\t") for line in lines[:_ROWS] if b"\t" in line])


def is_run_report(lines: Sequence[bytes]) -> bool:
    """Whether row by row a run of tests or of a job says how it went and how long it took: a dump of a tool."""
    rows = [[cell.strip() for cell in line.split(b"\t")] for line in lines[:_ROWS] if b"\t" in line]
    if len(rows) <= _RUNS_LEAST:
        return False
    outcomes = sum(any(_OUTCOME.fullmatch(cell) for cell in row) for row in rows[1:])
    if any(_EXPECTED.search(cell) for row in rows[:_HEADS] for cell in row):
        return False  # a script, with what came of it
    measured = any(_MEASURED.fullmatch(cell) for row in rows[:_HEADS] for cell in row)
    return measured and outcomes >= _OUTCOMES_SHARE * len(rows[1:])


def are_tickets(lines: Sequence[bytes]) -> bool:
    """Whether the rows are numbered as a service desk numbers them: that is a dump, not a list of the project."""
    below = [line.split(b"\t") for line in lines[:_ROWS] if b"\t" in line][1:]
    numbered = sum(_TICKET.fullmatch(row[0].strip()) is not None for row in below)
    return numbered >= _TICKETS_LEAST and numbered * 2 > len(below)


def _is_short(row: Sequence[bytes]) -> bool:
    """Whether it is a header: no sentences, no numbers."""
    return all(cell.count(b" ") <= 4 and not any(48 <= sign <= 57 for sign in cell) for cell in row)


def _is_matrix(rows: Sequence[Sequence[bytes]]) -> bool:
    """Whether the cells behind the first of each row are marks: an X, a letter for reading or writing."""
    if not any(_RIGHTS.search(b"\t".join(row)) for row in rows[:_HEADS]):
        return False  # a roster of shifts has codes, too
    cells = [cell.strip() for row in rows[1:] for cell in row[1:]]
    filled = [cell for cell in cells if cell]
    marks = sum(_CODE.fullmatch(cell) is not None for cell in filled)
    return marks >= _CODES_LEAST and marks >= _CODES_SHARE * len(filled)
