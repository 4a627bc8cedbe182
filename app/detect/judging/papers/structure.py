"""How a text is built, line by line: blanks to fill in, places for a merge, labels with values, code, a log."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.detect.content.expressions import Expression, compiled

# What is seldom there is looked for by RE2, which passes over a text many times as fast. What most lines have, and what begins
# with any signs up to a number, is left to the standard library, over lines of bounded length: RE2 costs a microsecond a match
# in Python, and builds a state for each number of signs.


def _compiled(*alternatives: str) -> re.Pattern[bytes]:
    return re.compile("|".join(alternatives).encode(), re.IGNORECASE | re.MULTILINE)


def _seldom(*alternatives: str) -> Expression:
    return compiled(f"(?m:{'|'.join(alternatives)})", any_case=True)


_BLANK: Final = _seldom(r"_{4,}", r"\.{6,}", r"(?:\. ){5,}", r"(?:☐|□|◻|❏)", r"\[ ?\]", r"\( {1,3}\)")
_EMPTY_LABEL: Final = _seldom(r"^[^\t:\n]{2,60}(?::[ \t|]{0,9}|\t{1,9})$")
_FILLED_LABEL: Final = _compiled(r"^[^\t:\n]{2,45}(?::[ \t]{1,9}|\t{1,9})[^\t \n_.\[{<«☐□◻❏○◯][^\n]{0,90}$")
_AT_CELL_END: Final = r"(?=\t|$)"
_PLACEHOLDER: Final = _compiled(
    r"«[^\n]{1,60}?»",
    r"\{\{[^{}\n]{1,60}\}\}",
    r"\$\{[^{}\n]{1,60}\}",
    r"<<[^<>\n]{1,60}>>",
    r"<[a-z][a-z0-9 _.-]{1,40}>",
    r"\[[a-z][a-z0-9 _,./'-]{1,60}\]",
    r"\bx{4,}\b",
    r"\bx{2}-x{2}-x{2,4}\b",
    r"\bMERGEFIELD\b",
    r"#[a-z_]{3,30}#",
    r"%[a-z_]{3,30}%",
    r"\bdd[-/ ]mm[-/ ](?:jj|yy){1,2}\b",
    r"\blorem ipsum\b",
    r"\b(?:naam|datum|plaats|bedrag|adres|tekst) invullen\b",
    r"\b(?:vul|hier) (?:in|invullen)\b",
    r"[\"“]\.{3}[\"”]",
    r"\bmax(?:\.|imaal)? \d{1,4} (?:posities|tekens|karakters|cijfers|characters|chars|digits)\b",
    r"\b(?:tekst|text|char|numeriek|num|alfanumeriek|string|getal)[ (]{1,2}\d{1,4}\)?",
    r"\b\d{1,2} (?:cijfers|posities|tekens|karakters|digits|characters)\b",
    r"\b9999 ?[ax]{2}\b|\b(?:1234|0000) ?(?:ab|aa|xx)\b|\bnl(?:00|99|\.\.)[ a-z0.]{0,24}",
    r"\b(?:jjjj|yyyy)[-/]?mm[-/]?dd\b",
    r"\t(?:verplicht|optioneel|required|optional|ja/nee|j/n|m/v(?:/x)?|keuzelijst|lijst|vrije tekst|bedrag|b/o)"
    + _AT_CELL_END,
)
_MAY_BE_PLACEHOLDER: Final = _seldom(_PLACEHOLDER.pattern.decode().replace(_AT_CELL_END, ""))
_LOG: Final = _compiled(
    r"^\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d",
    r"^\[?\d\d[-/]\d\d[-/]\d{2,4} \d\d:\d\d",
    r"^[a-z]{3} [ \d]\d \d\d:\d\d:\d\d",
    r"^\d\d:\d\d:\d\d[.,]\d",
    r"^[^\n]{0,80}?\b(?:INFO|DEBUG|WARN|WARNING|ERROR|FATAL|TRACE)\b[ \]:|-]",
    r"^\S{1,60} - - \[",
    r"^\s{1,20}at [\w$.]{3,120}\(",
    r"^Traceback ",
)
_CODE: Final = _compiled(
    r"^[^\n]{0,300}[;{}][ \t]{0,9}$",
    r"^\s{0,40}(?:def|class|import|from|return|if|for|while|elif|else|try|except|with|public|private|static|void|const|let|var"
    r"|function|select|insert into|create (?:table|view|index)|alter table|update|delete from|left join|inner join|group by"
    r"|declare|package|using|namespace|#include|echo|export|end if|end sub|order by|where)\b[^.\n]{0,100}[(){};=:,*\"'\w]"
    r"[ \t]{0,9}$",
    r"^\s{0,40}(?://|/\*|\*/|#!|-- |\"\"\"|@[a-z]{2})",
    r"^[^\n]{0,120}?(?:=>|->|==|!=|\+=|&&|\|\||</?[a-z]{1,20}>|\b[a-z_]{1,40}\([a-z_0-9, .'\"]{0,60}\))",
)
_SENTENCE: Final = _compiled(r"[a-z,] [a-z]{2,30} [^\n]{12,300}?[a-z)\d][.!?](?=\s|$)")
_AMOUNT: Final = _seldom(
    r"(?:€|\beur\b|\beuro\b)[ \t]{0,2}-?\d[\d.,]{2,}",
    r"\b\d[\d.,]{0,9} ?(?:mln|miljoen|mio|mld|miljard|million|billion|k€|k euro|euro|eur)\b",
    r"[(\[]?x ?(?:€ ?)?1[.,]?000\b",
    r"\b(?:ebitda|ebit|wacc|roi|npv|cao-ruimte|solvabiliteit|liquiditeit|current ratio|nettowinst|brutomarge)\b",
)
_NUMBERED: Final = _compiled(r"^[^\n]{3,300}?(?<![a-z0-9])\d{2,}[^\n]*$")
_BARE_LEAST: Final = 5  # lines
_NUMBERED_SHARE: Final = 0.2
_SHARE_LEAST: Final = 0.5
_LINES_LEAST: Final = 6
_TO_FILL_LEAST: Final = 4
_PLACEHOLDERS_LEAST: Final = 3


@dataclass(frozen=True, slots=True)
class Structure:
    """Counts of lines, and of places in them (`blanks`, `placeholders`)."""

    lines: int = 0
    blanks: int = 0
    empty_labels: int = 0
    filled_labels: int = 0
    placeholders: int = 0
    log: int = 0
    code: int = 0
    sentences: int = 0
    numbered: int = 0  # lines with a number that is no numbering
    amounts: int = 0  # of money, and measures of a business

    @classmethod
    def of(cls, lines: Sequence[bytes]) -> Structure:
        text = b"\n".join(lines)
        return cls(
            lines=len(lines),
            blanks=_BLANK.count(text),
            empty_labels=_EMPTY_LABEL.count(text),
            filled_labels=len(_FILLED_LABEL.findall(text)),
            placeholders=len(set(_PLACEHOLDER.findall(text))) if _MAY_BE_PLACEHOLDER.search(text) is not None else 0,
            log=sum(_LOG.match(line) is not None for line in lines),
            code=sum(_CODE.match(line) is not None for line in lines),
            sentences=len(_SENTENCE.findall(text)),
            numbered=len(_NUMBERED.findall(text)),
            amounts=_AMOUNT.count(text),
        )

    @property
    def is_log(self) -> bool:
        return self.lines >= _LINES_LEAST and self.log >= _SHARE_LEAST * self.lines

    @property
    def is_code(self) -> bool:
        return self.lines >= _LINES_LEAST and self.code >= _SHARE_LEAST * self.lines and self.code > self.sentences

    @property
    def is_unfilled(self) -> bool:
        """More to fill in than was filled in."""
        to_fill = self.blanks + self.empty_labels
        return to_fill >= _TO_FILL_LEAST and to_fill > 1.5 * self.filled_labels and to_fill > self.code

    @property
    def is_bare(self) -> bool:
        """Labels without sentences and without numbers."""
        return self.lines >= _BARE_LEAST and self.sentences <= 1 and self.numbered <= _NUMBERED_SHARE * self.lines

    @property
    def is_numeric(self) -> bool:
        """Mostly rows of figures."""
        return self.numbered > _SHARE_LEAST * self.lines

    @property
    def is_template(self) -> bool:
        return self.placeholders >= _PLACEHOLDERS_LEAST and self.code <= self.lines / 2
