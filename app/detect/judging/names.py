"""The forms in which the name of an organisation is written, and names that are words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from app.detect.content.lexicon import FIRST_NAMES, NOT_NAMES, ORGANISATION_WORDS, PLACES
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
# Bodies that are called after the place where half of their persons live.
_OF_PLACES: Final = (
    "gemeente",
    "gem",
    "municipality of",
    "provincie",
    "prov",
    "province of",
    "universiteit",
    "city of",
)
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
# What a kind of organisation is called by, at the end of a compound: "scholengroep", "werkbedrijf", "kabeltechniek".
_KINDS: Final = tuple(
    sorted(
        _listed(
            """zorg groep scholen stichting bedrijf bedrijven techniek wonen hulp dienst diensten vereniging cooperatie
            verzekeringen verzekeraar ziekenhuis ziekenhuizen college logistiek transport bouw advies adviseurs corporatie
            regio schap verband centrum centra fonds beheer services systems industrie industries school onderwijs
            universiteit academie instituut opvang kliniek klinieken huizen metaal makelaars makelaardij partners recycling
            installaties"""
        )
    )
)
_DISTINCTIVE_LEAST: Final = 5  # letters
_ORDINARY_TOGETHER: Final = 2  # ordinary words; more of them together are nobody else's name
_ABBREVIATION: Final = range(3, 5)  # letters
# What a bureau does, at the end of its name; and how many words must be left without it.
_TRADES: Final = _listed(
    "adviseurs advies adviesgroep adviesbureau consultants consultancy consulting partners bureau advisory"
)
_SHORT_LEAST: Final = 2
# Words of so few letters that may be in the name of any file; an abbreviation that is one of them counts in capitals only.
_SHORT_WORDS: Final = _listed(
    """aan als auto baan bak bal ban bar bed bel ben bij blad bod boek bol bon bos bot bril brug bus but cap car cas cao cel
    cent com con cor cup cv dag dak dal dam dan dat day deel dek den der deur die dit doc doe dos dot due een eis end erf
    euro far fase feb fee file fin fit foto for from gaan gas gat gel gem geo get gids gil god gol gom had hal has hem hen
    her het hij hoe hof hok hoo hou how huis hul hun iban ik ing ins int item jan jan job jong jul jun kan kant kap kar kas
    kat ken keuze kin klas kop lab lag lan las lat led lege les let lid lijn line link list log lok lol lot maal maand map
    mar max meer mei men met min mis mob model mol mond mov naam nee net new niet nog non nota nov now nul oct off okt old
    oma one ons oog oom oor oost ora out pak pan pas pdf per pil pin plan plat pluk pop pot pro prod punt put raad rad ram
    rap rek rol roc rond rust saar sap sein sep set sla slot sms sol som sort spel spil spot sta stap start stem stil sub
    tak tal tas taxi team tel ten ter test text tip tol tom ton toon top tot tour tram tree tuin twee two uit uur vak val
    van vast vat vel ver via vis vol voor vos vrij vuur waar wal wat web week weg wel wens werk wet wie wij wil wit wol
    won you zak zee zeg zet zie zij zin zon zorg zus zuid"""
)
_PREFIXES: Final = _listed(
    """van de der den het t te ten ter von el al da di du dos la le bin ben op in aan over onder uit vd v d 's s"""
)


def is_surname_prefix(word: str) -> bool:
    """`word`: in small letters, without signs."""
    return word in _PREFIXES


def is_borne_by_many(word: str) -> bool:
    """Whether a surname, without its prefix, says nothing of who is meant."""
    return word in _COMMON_SURNAMES


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


def place_of_body(name: str) -> str | None:
    """The place that a municipality, a province or a university is called after."""
    lowered = key_of(name).decode()
    body = next((body for body in _OF_PLACES if lowered.startswith(body + " ")), None)
    return lowered.removeprefix(body).strip() if body is not None else None


def distinctive_parts(name: str) -> Iterator[str]:
    """What of a name people call a folder or a file by: "Noorderbrug" of "Jeugdhulp Noorderbrug", "Het Baken" of "Scholengroep
    Het Baken". Never a word that many organisations or persons have in their names."""
    words = key_of(_without_legal_form(name)).decode().split()
    start = next((at for at, word in enumerate(words) if not _is_kind(word)), len(words))
    end = next((at for at in range(len(words), start, -1) if not _is_kind(words[at - 1])), start)
    rest = words[start:end]
    own = [word for word in rest if len(word) >= _DISTINCTIVE_LEAST and _is_distinctive(word)]
    is_told_apart = any(len(word) > 3 and _is_distinctive(word) for word in rest)
    if len(rest) > _ORDINARY_TOGETHER or (len(rest) > 1 and is_told_apart):
        yield " ".join(rest)
        yield "".join(rest)
    yield from own


def short_form(name: str) -> str | None:
    """An abbreviation that is no word, as files are called by it in small letters, too."""
    key = key_of(name).decode()
    is_abbreviation = name.strip().isupper() and key.isalpha() and len(key) in _ABBREVIATION
    return key if is_abbreviation and key not in _SHORT_WORDS and key.encode() not in FIRST_NAMES else None


def without_trade(name: str) -> str | None:
    """What a bureau calls itself for short: "Kompas & Koers" of "Kompas & Koers Adviseurs"; None for a single word, which may
    be anybody's."""
    words = _without_legal_form(name).split()
    while words and words[-1].lower().strip(".,") in _TRADES:
        words.pop()
    is_shorter = len(words) < len(_without_legal_form(name).split())
    return " ".join(words) if is_shorter and sum(map(_is_name_word, words)) >= _SHORT_LEAST else None


def _is_name_word(word: str) -> bool:
    return word.isalpha() and not is_surname_prefix(word.lower()) and word.lower() != "en"


def _is_kind(word: str) -> bool:
    folded = word.encode()
    return (
        folded in ORGANISATION_WORDS
        or word in _BODIES
        or word.endswith(_KINDS)
        or word in ("sg", "zg", "roc", "vo", "po")
    )


def _is_distinctive(word: str) -> bool:
    folded = word.encode()
    is_common = word in _ORDINARY or word in _COMMON_SURNAMES or word in _PREFIXES
    return not (is_common or _is_kind(word) or folded in FIRST_NAMES or (folded in NOT_NAMES and folded not in PLACES))


def _without_legal_form(name: str) -> str:
    core = name.strip()
    while True:
        shorter = _BEHIND.sub("", _BEFORE.sub("", core)).strip()
        if shorter == core or len(key_of(shorter)) < _BARE_LEAST:
            return core
        core = shorter
