"""How a text is built, line by line: blanks to fill in, places for a merge, labels with values, code, a log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import re2


def _compiled(pattern: str) -> re2._Regexp:
    options = re2.Options()
    options.never_capture = True
    options.case_sensitive = False
    return re2.compile(pattern.encode(), options)


_BLANK: Final = _compiled(r"_{4,}|\.{6,}|(?:\. ){5,}|\x{2026}{2,}|[\x{2610}\x{25A1}\x{25FB}\x{274F}]|\[ ?\]|\( {1,3}\)|-{8,}")
_EMPTY_LABEL: Final = _compiled(r"^[^\t:]{2,60}(?::[ \t|]*|\t+)$")
_FILLED_LABEL: Final = _compiled(r"^[^\t:]{2,45}(?::[ \t]+|\t+)[^\t \n_.\[{<].{0,90}$")
_PLACEHOLDER: Final = _compiled(
    r"\x{AB}[^\x{AB}\x{BB}\n]{1,60}\x{BB}|\{\{[^{}\n]{1,60}\}\}|\$\{[^{}\n]{1,60}\}|<<[^<>\n]{1,60}>>"
    r"|<[a-z][a-z0-9 _./-]{1,40}>|\[[a-z][a-z0-9 _,./'-]{1,60}\]|\bx{4,}\b|\bx{2}-x{2}-x{2,4}\b|\bMERGEFIELD\b|#[a-z_]{3,30}#|%[a-z_]{3,30}%"
    r"|\bdd[-/ ]mm[-/ ](?:jj|yy){1,2}\b|\blorem ipsum\b|\b(?:naam|datum|plaats|bedrag|adres) invullen\b|\b(?:vul|hier) (?:in|invullen)\b"
    r"|\x{201C}\x{2026}\x{201D}|\"\.{3}\""
)
_LOG: Final = _compiled(
    r"^\[?(?:\d{4}[-/]\d{2}[-/]\d{2}[T ]\d{2}:\d{2}|\d{2}[-/]\d{2}[-/]\d{2,4} \d{2}:\d{2}|\w{3} [ \d]\d \d{2}:\d{2}:\d{2}|\d{2}:\d{2}:\d{2}[.,]\d)"
    r"|\b(?:INFO|DEBUG|WARN(?:ING)?|ERROR|FATAL|TRACE)\b[ \]:|-]|^\S+ - - \[|^\s+at [\w$.]+\(|^Traceback "
)
_CODE: Final = _compiled(
    r"[;{}]\s*$|^\s*(?:def|class|import|from|return|if|for|while|else|elif|try|except|with|public|private|static|void|const|let|var|function|"
    r"SELECT|FROM|WHERE|INSERT INTO|CREATE (?:TABLE|VIEW|INDEX)|ALTER TABLE|UPDATE|DELETE FROM|JOIN|LEFT JOIN|GROUP BY|BEGIN|END|DECLARE|"
    r"package|using|namespace|#include|echo|export|fn|sub|dim|end if|end sub)\b[^.]{0,100}[(){};=:,]?\s*$"
    r"|^\s*(?://|/\*|\*/|#!|--|\"\"\"|@\w+)|=>|->|==|!=|\+=|&&|\|\||</?\w+>|\w+\(\w*\)"
)
_SENTENCE: Final = _compiled(r"[a-z,] [a-z]{2,} [^\n]{12,}[.!?](?:\s|$)")
_SHARE_LEAST: Final = 0.5
_LINES_LEAST: Final = 6


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

    @classmethod
    def of(cls, lines: Sequence[bytes]) -> Structure:
        text = b"\n".join(lines)
        return cls(
            lines=len(lines),
            blanks=len(_BLANK.findall(text)),
            empty_labels=sum(_EMPTY_LABEL.search(line) is not None for line in lines),
            filled_labels=sum(_FILLED_LABEL.search(line) is not None for line in lines),
            placeholders=len(set(_PLACEHOLDER.findall(text))),
            log=sum(_LOG.search(line) is not None for line in lines),
            code=sum(_CODE.search(line) is not None for line in lines),
            sentences=len(_SENTENCE.findall(text)),
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
        return to_fill >= 4 and to_fill > 1.5 * self.filled_labels

    @property
    def is_template(self) -> bool:
        return self.placeholders >= 3
