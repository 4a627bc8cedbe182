"""Columns of tables about persons: wordings of the header, the value, its kinds. Styles are drawn once a table."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.detection.unseen.draft import Draft
from benchmarks.detection.unseen.names import DEPARTMENTS, FUNCTIONS
from benchmarks.detection.unseen.paper import Cell
from benchmarks.detection.unseen.people import Person, plain

Column = tuple[str, Callable[[Person], Cell], str]


def number(_: Draft) -> Column:
    header = (
        "[Pers.nr|PERNR|Personeelsnummer|Medewerkernr.|EMPL_ID|Medewerker code|Employee no.|Nr. werknemer|WN_NUMMER]"
    )
    return header, lambda who: who.staff_number, "employee_number"


def names(d: Draft) -> list[Column]:
    """One to four columns with the name."""
    ways: list[list[Column]] = [
        [("[Naam|Medewerker|Naam medewerker|Employee name|NAAM_VOLL|Werknemer]", lambda who: who.full, "name")],
        [
            (
                "[Naam|Weergavenaam|Display name|Roepnaam en naam]",
                lambda who: f"{who.surname}, {who.initials} {who.infix}".strip(),
                "name",
            )
        ],
        [
            ("[Voorletters|VOORL|Initialen]", lambda who: who.initials, ""),
            ("[Tussenvoegsel|TUSSENV|Tsv.|Voorvoegsel]", lambda who: who.infix, ""),
            ("[Achternaam|ACHTERN|Geboortenaam|Surname]", lambda who: who.surname, "name"),
        ],
        [
            ("[VORNA|First name|Roepnaam]", lambda who: who.first, ""),
            ("[NACHN|Last name|Achternaam]", lambda who: who.last, "name"),
        ],
    ]
    return d.pick(ways)


def bsn(d: Draft) -> Column:
    dotted, whole = d.chance(0.2), d.chance(0.3)

    def value(who: Person) -> Cell:
        if whole:
            return int(who.bsn)
        return f"{who.bsn[:4]}.{who.bsn[4:6]}.{who.bsn[6:]}" if dotted else who.bsn

    return (
        "[BSN|Burgerservicenummer|SOFI|PERID|Fiscaal nr|BSN-nummer|National ID|SOFINR|Burgerservicenr.]",
        value,
        "bsn",
    )


def born(_: Draft) -> Column:
    return "[Geb.datum|Geboortedatum|GBDAT|DOB|Date of birth|GEB_DD|Geboren]", lambda who: who.born, "date_of_birth"


def iban(d: Draft) -> Column:
    spaced = d.chance(0.3)
    return (
        "[IBAN|Rekeningnummer|BANKN|Bankrekening|Rek.nr|IBAN-nummer|Bank account]",
        lambda who: " ".join(who.iban[n : n + 4] for n in range(0, 18, 4)) if spaced else who.iban,
        "iban",
    )


def wage(d: Draft) -> Column:
    hundredths = d.chance(0.5)
    return (
        "[Bruto salaris|Salaris|BETRG|Maandloon|Schaalbedrag|Gross monthly|Bruto p/m|Basissalaris|LOON_BRUTO]",
        lambda who: who.wage + 0.25 if hundredths else who.wage,
        "salary",
    )


def address(d: Draft) -> list[Column]:
    ways: list[list[Column]] = [
        [
            ("[Straat|STRAS|Adres]", lambda who: who.home.street, ""),
            ("[Huisnr|HNR|Nr.]", lambda who: who.home.number, ""),
            ("[Postcode|PSTLZ|PC]", lambda who: who.home.postcode, "address"),
            ("[Woonplaats|ORT01|Plaats]", lambda who: who.home.town, ""),
        ],
        [
            ("[Adres|Woonadres|Straat + nr]", lambda who: f"{who.home.street} {who.home.number}", "address"),
            (
                "[Postcode en plaats|PC/Woonplaats]",
                lambda who: f"{who.home.postcode[:4]} {who.home.postcode[4:]}  {who.home.town}",
                "",
            ),
        ],
        [
            (
                "[Adres|Address|Volledig adres]",
                lambda who: f"{who.home.street} {who.home.number}, {who.home.postcode} {who.home.town}",
                "address",
            )
        ],
    ]
    return d.pick(ways)


def mobile(d: Draft) -> Column:
    dash = d.pick(("-", "", " "))
    return (
        "[Mobiel|Tel. privé|Telefoon|GSM|Mobile|Tel.nr]",
        lambda who: f"{who.mobile[:2]}{dash}{who.mobile[2:]}",
        "phone",
    )


def mail(_: Draft) -> Column:
    return "[E-mail privé|E-mail|Mailadres|Private e-mail|E-mailadres]", lambda who: who.mail, "email"


def work_mail(d: Draft) -> Column:
    domain = d.domain
    return (
        "[E-mail werk|UPN|E-mailadres|Work email|mail]",
        lambda who: f"{plain(who.first)[:1]}.{plain(who.infix + who.surname)}@{domain}",
        "email",
    )


def job(d: Draft) -> Column:
    return "[Functie|STELL|Job title|Functieomschrijving|Rol]", lambda _: d.pick(FUNCTIONS), ""


def department(d: Draft) -> Column:
    return "[Afdeling|ORGEH|Team|OE|Department|Kostenplaats]", lambda _: d.pick(DEPARTMENTS), ""


def started(_: Draft) -> Column:
    return "[In dienst|Datum in dienst|BEGDA|Hire date|Indienst dd]", lambda who: who.started, ""


def hours(d: Draft) -> Column:
    return "[Uren p/w|FTE %|Deeltijd|PT%|Contracturen]", lambda _: d.pick((40, 36, 32, 28, 24, 20, 16)), ""


def chosen(d: Draft, groups: list[Column | list[Column]], least: int, most: int) -> list[Column]:
    """Some of the groups, each whole: half an address is none."""
    picked = d.in_order(groups, least, most)
    return [column for group in picked for column in (group if isinstance(group, list) else [group])]


def code(d: Draft, header: str, values: tuple[Cell, ...]) -> Column:
    """A column without personal data."""
    return header, lambda _: d.pick(values), ""
