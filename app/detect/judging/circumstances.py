"""What is private about a person and is no kind of data: debts, a dismissal, violence at home, an addiction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import re2

_DEBTS: Final = (
    r"(?:huur|betalings|premie|hypotheek)?achterstand(?:en)?|schuldsanering|schuldhulp(?:verlening)?"
    r"|(?:loon)?beslag|deurwaarder"
    r"|ontruim(?:ing|d|en)|bewindvoer(?:ing|der)|onder bewind|faillissement|dwangbevel|wanbetal(?:er|ing)|budgetbeheer"
    r"|(?:problematische|hoge) schuld(?:en)?|in de schulden|rent arrears|garnishment|evict(?:ed|ion)|bankruptcy"
)
_CONDUCT: Final = (
    r"(?:laatste |officiele |schriftelijke |formele )+waarschuwing|gewaarschuwd|berisp(?:t|ing)|geschorst"
    r"|schorsing|op non-?actief"
    r"|ontslag op staande voet|ontslagen|ontslagdossier|wordt? ontslag|functioneert (?:\w+ ){0,4}(?:onvoldoende"
    r"|matig|slecht|niet)"
    r"|onvoldoende functioneren|disfunction[a-z]+|verbetertraject|verzuimt zonder|plichtsverzuim|onder invloed"
    r"|gestolen|diefstal"
    r"|fraude|grensoverschrijdend|intimidatie|pest(?:en|gedrag)|gepest|agressie[fv]?e?|agressief|misconduct|written warning"
    r"|dismiss(?:ed|al)|absent without leave|under the influence|harass(?:ed|ment)|performance improvement|suspended"
)
_HOME: Final = (
    r"huiselijk geweld|veilig thuis|mishandel(?:d|ing)|verwaarloz(?:ing|en)|verwaarloosd|uithuisgeplaatst|uithuisplaatsing"
    r"|onder toezicht|voogd(?:ij)?|(?:echt)?scheiding|gescheiden|dakloos|thuisloos|verslaa(?:fd|ving)"
    r"|alcohol(?:ist|isme|gebruik)"
    r"|drugs(?:gebruik)?|suicid[a-z]+|zelfmoord|asielzoeker|statushouder|verblijfsvergunning|uitgeprocedeerd|mantelzorg"
    r"|bijstandsuitkering|in de bijstand|ww-uitkering|wia-uitkering|wajong|zwanger(?:schap)?|bevalling"
    r"|domestic violence|custody"
    r"|divorc(?:e|ed)|homeless|addict(?:ed|ion)|refugee|pregnan(?:t|cy)"
)
_ABSENCE: Final = (
    r"ziek gemeld|ziekgemeld|ziek thuis|zit (?:ziek )?thuis|is (?:langdurig |al )?ziek|uitgevallen|overspannen"
    r"|arbeidsongeschikt"
    r"|opgenomen in|in behandeling (?:bij|voor)|geopereerd|off sick|sick leave|hospitali[sz]ed"
)
_PRIVATE: Final = rf"(?:{_DEBTS}|{_CONDUCT}|{_HOME}|{_ABSENCE})"
_YOU: Final = r"\b(?:u|uw|jij|je|jou|jouw|you|your)\b"


def _compiled(pattern: str) -> re2._Regexp:
    options = re2.Options()
    options.never_capture = True
    options.case_sensitive = False
    return re2.compile(pattern.encode(), options)


_TOLD: Final = _compiled(rf"\b{_PRIVATE}\b")
_TOLD_TO: Final = _compiled(rf"{_YOU}[^.\n]{{0,80}}\b{_PRIVATE}\b|\b{_PRIVATE}\b[^.\n]{{0,50}}{_YOU}")


def places_of_circumstances(folded: bytes) -> Sequence[tuple[int, int]]:
    """Where something of the kind is said."""
    return [match.span() for match in _TOLD.finditer(folded)]


def is_told_to_reader(folded: bytes) -> bool:
    """Whether the reader of a letter is told so of himself: "uw huurachterstand"."""
    return _TOLD_TO.search(folded) is not None
