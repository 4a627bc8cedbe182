"""The forms in which the name of an organisation or a person is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from app.detect.judging.phrases import key_of


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


# What stands before or behind a name and is left out as often as not.
_BEFORE: Final = re.compile(
    r"^(?:de|het|the|stichting|st\.?|vereniging|ver\.?|cooperatie(?:ve)?|coöperatie(?:ve)?|maatschap|firma|fa\.?)\s+",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(
    r"[\s,]+(?:b\.?\s?v\.?|n\.?\s?v\.?|v\.?o\.?f\.?|c\.?v\.?|u\.?\s?a\.?|b\.?a\.?|s\.?e\.?|ltd\.?|limited|inc\.?|gmbh"
    r"|s\.?a\.?|plc|llp|holding|groep|group|nederland)\.?$",
    re.IGNORECASE,
)
# A place or a field comes behind these: "Gemeente Elst" is written "Gem. Elst", and as "Elst" alone.
_BODIES: Final = {
    "gemeente": ("gem", "gemeentehuis", "stadhuis", "municipality of"),
    "provincie": ("prov", "province of"),
    "waterschap": ("ws",),
    "hoogheemraadschap": ("hhs",),
    "ministerie van": ("min van", "ministry of"),
    "ministerie": ("min", "ministry"),
    "omgevingsdienst": ("od",),
    "veiligheidsregio": ("vr",),
    "universiteit": ("univ", "university of"),
    "woningcorporatie": ("wonen",),
    "ziekenhuis": ("zkh", "hospital"),
}
_JOINED_LEAST: Final = 8  # letters: "GemeenteElst_lonen.xlsx"; shorter ones are other words
_BARE_LEAST: Final = 3

# Words that are names of organisations and mean something else nine times in ten.
_ORDINARY: Final = _listed(
    """actief advies akkoord aktief alert allure anders apart balans basis beheer beter bouw brug buiten centrum
    contact cultuur delta dialoog direct driehoek eigen energie focus forum friso fundament gezond goed groei groen
    helder hart herstel horizon idee impact impuls invest kans kern kompas kracht kwadraat leven licht lijn linie
    maas markt match meander midden natuur nexus nieuw noord noorderlicht novum onderwijs ons oost optimaal optiek
    parallel perspectief plan platform plus port prisma pro punt rijn rivier rond samen sint sociaal spectrum sport
    start sterk synergie thuis toekomst topaz transport trend unie vast veilig verder verbinding vernieuwing
    vertrouwen vervoer vesting visie vita vitaal vizier voorbeeld vooruit water welzijn werk west wijs wonen zeker
    zicht zorg zuid zuiver"""
)
# Surnames borne by many; alone they say nothing of who is meant.
_COMMON_SURNAMES: Final = _listed(
    """jong jansen vries berg bakker dijk visser janssen smit meijer boer mulder groot bos vos peters hendriks leeuwen
    dekker brink jacobs haan wit heuvel schouten beek willems vliet hoekstra maas verhoeven koster dam wal prins
    blom huisman peeters post kuipers veenstra postma kok kramer brouwer graaf linden kuiper kuijpers scholten
    vermeulen hermans driessen martens schipper jonge bosch bruin koning kleijn broek evers gerritsen ruiter sanders
    molenaar timmermans groen bijl klein mol wolf yilmaz kaya bouman smeets timmer hofman willemsen"""
)
_PREFIXES: Final = _listed(
    """van de der den het t te ten ter von el al da di du dos la le bin ben op in aan over onder uit vd v d 's s"""
)


_INITIALS: Final = 3  # letters that are written together: "RJ"
_TITLES: Final = _listed(
    """de heer dhr mevrouw mevr mw dr drs ir ing mr prof mrs ms miss heer fam familie jr sr bc msc bsc ma ba llm"""
)


def is_prefix(word: str) -> bool:
    """Whether a word stands before surnames, or is a title: written small in a name."""
    key = word.strip(".,'").lower()
    return key in _PREFIXES or key in _TITLES


def is_ordinary(name: str) -> bool:
    """Whether a name of one word is a word or a surname that mostly means something else."""
    key = key_of(name).decode()
    return " " not in key and (key in _ORDINARY or key in _COMMON_SURNAMES)


def forms_of_organisation(name: str) -> Iterator[tuple[str, bool]]:
    """The forms in which `name` is written, the name itself among them, with whether that form needs other signs."""
    yield name, is_ordinary(name)
    core = _without_legal_form(name)
    if core != name:
        yield core, is_ordinary(core)
    lowered = core.lower()
    for body, shorts in _BODIES.items():
        if not lowered.startswith(body + " "):
            continue
        bare = core[len(body) :].strip()
        for short in shorts:
            yield f"{short} {bare}", False
        if len(key_of(bare)) >= _BARE_LEAST:
            yield bare, True
        break
    for form in {name, core}:
        joined = key_of(form).replace(b" ", b"").decode()
        if b" " in key_of(form) and len(joined) >= _JOINED_LEAST:
            yield joined, False


def _without_legal_form(name: str) -> str:
    core = name.strip()
    while True:
        shorter = _BEHIND.sub("", _BEFORE.sub("", core)).strip()
        if shorter == core or len(key_of(shorter)) < _BARE_LEAST:
            return core
        core = shorter


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in parts, as words without signs. `surname` has its prefix ("de vries")."""

    first: str
    surname: str

    @classmethod
    def parse(cls, name: str) -> PersonName | None:
        """None for what is no name of two words. Takes "Anna de Vries" and "Vries, Anna de"."""
        before, comma, behind = name.partition(",")
        if comma:
            given = key_of(behind).decode().split()
            prefixes = [part for part in given[1:] if part in _PREFIXES]
            given = given[:1]
            surname = [*prefixes, *key_of(before).decode().split()]
        else:
            parts = key_of(name).decode().split()
            start = next((i for i, part in enumerate(parts) if i and part in _PREFIXES), max(1, len(parts) - 1))
            given, surname = parts[:start], parts[start:]
        if not given or not surname:
            return None
        return cls(first=given[0], surname=" ".join(surname))

    @property
    def is_common(self) -> bool:
        return self.surname.split()[-1] in _COMMON_SURNAMES

    def forms(self) -> Iterator[str]:
        """How others write it: with an initial, the surname first, the prefix behind."""
        core = [part for part in self.surname.split() if part not in _PREFIXES] or self.surname.split()
        prefix = [part for part in self.surname.split() if part in _PREFIXES]
        behind = " ".join(core)
        for given in (self.first, self.first[0]):
            yield f"{given} {self.surname}"
            yield f"{self.surname} {given}"
            if prefix:
                yield f"{behind} {given} {' '.join(prefix)}"

    def fits(self, text: str) -> bool:
        """Whether `text` names this person: the surname with the first name or its initial."""
        parts = key_of(text).decode().split()
        rest = _without(parts, self.surname.split())
        if rest is None:
            return False
        given = [part for part in rest if part not in _TITLES]
        return any(part == self.first or (part[0] == self.first[0] and len(part) <= _INITIALS) for part in given)

    def is_surname(self, text: str) -> bool:
        """Whether `text` is this surname and nothing but a title: "mevrouw De Vries"."""
        rest = _without(key_of(text).decode().split(), self.surname.split())
        return rest is not None and all(part in _TITLES for part in rest)

    def is_family(self, text: str) -> bool:
        """Whether `text` names somebody with the same surname."""
        return _without(key_of(text).decode().split(), self.surname.split()) is not None


def _without(parts: list[str], surname: list[str]) -> list[str] | None:
    """`parts` without the surname, whose prefix may stand elsewhere; None when it is not in it."""
    rest = list(parts)
    core = [part for part in surname if part not in _PREFIXES] or surname
    if not all(part in rest for part in core):
        return None
    if any(part in _PREFIXES and part not in rest for part in surname):
        return None
    for part in surname:
        rest.remove(part)
    return rest
