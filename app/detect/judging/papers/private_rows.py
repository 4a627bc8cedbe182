"""Rows of persons with something private beside each that is no kind of data: what they answered in a survey, who is to be
called when something happens to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from app.detect.content.lexicon import ORGANISATION_WORDS

_LEAST: Final = 3  # rows
_SHARE: Final = 0.6  # of the rows of a table
_ROWS: Final = 40  # looked at
_ANSWERS_LEAST: Final = 2  # columns of answers on a scale
_SCALE: Final = re.compile(
    rb"(?:10|[0-9])(?:[.,]0)?|(?:helemaal |zeer |volledig |beetje |enigszins )?(?:mee )?(?:on)?(?:eens|tevreden)"
    rb"|neutraal|(?:heel )?"
    rb"(?:vaak|soms|nooit|altijd|zelden|regelmatig)|(?:strongly |somewhat )?(?:dis)?agree|neutral"
    rb"|(?:very )?(?:dis)?satisfied"
    rb"|never|often|always|sometimes|[+-]{1,2}",
    re.IGNORECASE,
)
# A head that asks or states something, or the number of a question: not the name of a property.
_ASKED: Final = re.compile(
    rb"(?:.*\?\s*|(?:ik|mijn|wij|we|i|my|hoe|wat|waarom|welke|in hoeverre|bent u|heeft u|voel|how|what|why|do you"
    rb"|are you)\b.{6,}"
    rb"|(?:q|v|vr|vraag|question|stelling|item|s)[ ._-]?\d{1,3}(?:[ ._:-].{0,60})?|(?:open|laatste) (?:vraag"
    rb"|antwoord|opmerking)(?:en)?.{0,20}"
    rb"|(?:werkdruk|werkplezier|veiligheid|leiding(?:gevende)?|tevredenheid|vertrouwen|enps|nps|cijfer|score|balans"
    rb"|stress"
    rb"|workload|manager|satisfaction|engagement|wellbeing)[a-z _-]{0,20})",
    re.IGNORECASE,
)
_OWN_QUESTION: Final = re.compile(
    rb"(?:(?:\S+ ){2,}\S+ ?\?\s*|(?:ik|mijn|wij|i|my)\b.{6,}|(?:q|v|vr|vraag|question"
    rb"|stelling)[ ._-]?\d{1,3}[ ._:-].{3,60}"
    rb"|(?:open|laatste) (?:vraag|antwoord|opmerking).{0,20})",
    re.IGNORECASE,
)
_RESPONDENT: Final = re.compile(
    rb"^resp(?:ondent)?(?:nr|_?id)?\b|\b(?:optioneel|anoniem|optional|anonymous|ingevuld|invuller)\b", re.IGNORECASE
)
_MARK: Final = re.compile(
    rb"(?:rapport|eind)?(?:cijfer|score|waardering|rating|grade|mark|nps|enps)|tevredenheid|satisfaction", re.IGNORECASE
)
_REMARK: Final = re.compile(
    rb"(?:open |vrije )?(?:toelichting(?:en)?|opmerking(?:en)?|antwoord(?:en)?|reactie|motivatie"
    rb"|suggesties?|tips?|comments?|remarks?"
    rb"|feedback|verbatim|answers?|explanation)(?: .{0,30})?",
    re.IGNORECASE,
)
_RELATION: Final = re.compile(
    rb"(?:partner|echtgeno(?:ot|te)|man|vrouw|vriend(?:in)?|(?:schoon|stief|pleeg)?(?:vader|moeder|zoon|dochter"
    rb"|broer|zus(?:ter)?)"
    rb"|ouders?|oma|opa|tante|oom|neef|nicht|buur(?:man|vrouw)|buren|kind|huisgenoot|ex(?:-?partner|-man|-vrouw)?"
    rb"|mantelzorger"
    rb"|husband|wife|mother|father|son|daughter|brother|sister|parent|neighbou?r|friend|spouse|aunt|uncle|flatmate)",
    re.IGNORECASE,
)
# A movement that says what it is for. Source: MT940, pain.001 and older batches say it in words.
_PAID: Final = re.compile(
    rb"\b(?:salaris|salary|loon|nettoloon|wages?|pensioen|uitkering|wedde|vakantiegeld|bijstand|alimentatie"
    rb"|toelage)\b",
    re.IGNORECASE,
)
_LONG_NUMBER: Final = re.compile(rb"\d{7}")
_POSTCODE: Final = re.compile(rb"\b[1-9]\d{3} ?[A-Z]{2}\b")
_IBAN: Final = re.compile(rb"\b[A-Z]{2}\d\d ?[A-Z]{4}[ \d]{10,20}")
_WORD: Final = re.compile(rb"[a-z]+")
_ROWS_OF_HOMES: Final = 5
_FIRMS_SHARE: Final = 0.1
_DELIMITERS: Final = (b"\t", b";", b"|", b",")


def has_answers(lines: Sequence[bytes]) -> bool:
    """Whether a table has columns of answers under questions. `lines`: folded, cells parted by tabs or as in a file of
    delimited values. Who answered is for the caller to know."""
    return any(_are_answers(head, rows) for head, rows in _tables(lines))


def has_relations(lines: Sequence[bytes]) -> bool:
    """Whether a column says what somebody is to the person of its row: partner, mother, neighbour."""
    return any(
        _filled(column, _RELATION) >= _LEAST and _filled(column, _RELATION) >= _SHARE * len(column)
        for _, rows in _tables(lines)
        for column in _columns(rows)
    )


def has_payments(lines: Sequence[bytes]) -> bool:
    """Whether line by line pay or a benefit is paid to an account."""
    paid = sum(_PAID.search(line) is not None and _LONG_NUMBER.search(line) is not None for line in lines)
    return paid >= _LEAST and paid >= _SHARE * len(lines)


def has_homes_with_accounts(lines: Sequence[bytes]) -> bool:
    """Whether line by line an address has an account, and hardly any line names an organisation: of people, whatever their
    names look like."""
    rows = [line for line in lines if _POSTCODE.search(line) is not None and _IBAN.search(line) is not None]
    firms = sum(not ORGANISATION_WORDS.isdisjoint(_WORD.findall(line.lower())) for line in rows)
    return len(rows) >= _ROWS_OF_HOMES and firms <= _FIRMS_SHARE * len(rows)


def _tables(lines: Sequence[bytes]) -> Iterator[tuple[list[bytes], list[list[bytes]]]]:
    """Every line that may be a header, with the rows below it that have as many cells."""
    for delimiter in _DELIMITERS:
        rows = [
            [cell.strip(b" \"'") for cell in line.split(delimiter)] for line in lines[: 4 * _ROWS] if delimiter in line
        ]
        for at, head in enumerate(rows[: len(rows) - _LEAST]):
            if len(head) < _LEAST or any(_SCALE.fullmatch(cell) for cell in head):
                continue
            below = [row for row in rows[at + 1 : at + 1 + _ROWS] if abs(len(row) - len(head)) <= 1]
            if len(below) >= _LEAST:
                yield head, below
                break


def _are_answers(head: Sequence[bytes], rows: Sequence[Sequence[bytes]]) -> bool:
    columns = list(_columns(rows))
    asked = [column for title, column in zip(head, columns, strict=False) if _ASKED.fullmatch(title)]
    questions = sum(_OWN_QUESTION.fullmatch(title) is not None for title in head)
    if _is_about_respondents(head, rows):
        return True
    on_scale = sum(_filled(column, _SCALE) >= max(_LEAST, _SHARE * len(column)) for column in asked)
    return questions >= _ANSWERS_LEAST or (questions > 0 and on_scale >= _ANSWERS_LEAST)


def _is_about_respondents(head: Sequence[bytes], rows: Sequence[Sequence[bytes]]) -> bool:
    """Whether it is of whoever answered: a mark given, and what was said with it."""
    marked = any(
        _MARK.fullmatch(title) and _filled(column, _SCALE) >= _LEAST
        for title, column in zip(head, _columns(rows), strict=False)
    )
    is_said = any(_REMARK.fullmatch(title) for title in head)
    return marked and is_said and any(_RESPONDENT.search(title) for title in head)


def _columns(rows: Sequence[Sequence[bytes]]) -> Iterator[list[bytes]]:
    """The filled cells of each column."""
    for at in range(max(map(len, rows), default=0)):
        yield [row[at] for row in rows if len(row) > at and row[at]]


def _filled(column: Sequence[bytes], said: re.Pattern[bytes]) -> int:
    return sum(said.fullmatch(cell) is not None for cell in column)
