"""What a header is about when it has all the words of a phrase; the longest phrase wins, of equal ones the first.

The words are the meanings of `header_words.WORDS`, in any order and with any other words around them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.detect.content.fields import Field, Mark

PHRASES: Final[Mapping[Field, str]] = {
    Field.BSN: (
        "nationaal nummer, nationaal id, nationaal, bsn, burger service nummer, burger service,"
        " social security, social security nummer, sv nummer, social fiscaal nummer,"
        " fiscaal nummer medewerker, fiscaal nummer client, fiscaal nummer persoon"
    ),
    Field.LAST_NAME: "eigen naam, achter naam, achter, geslacht naam, meisjes naam, geboorte naam, infix achter naam",
    Field.FIRST_NAME: "voor naam, roep naam, roep",
    Field.INFIX: "infix",
    Field.INITIALS: "initialen",
    Field.NAME: (
        "volledig naam, volledig, medewerker naam, medewerker, client naam, client, persoon naam, persoon,"
        " voor naam achter naam, initialen achter naam, naam leidinggevende, leidinggevende, naam initialen,"
        " naam infix, nood naam"
    ),
    Field.WEAK_NAME: "naam",
    Field.BIRTH_DATE: "geboorte datum, geboorte, geboorte dag",
    Field.BIRTH_YEAR: "geboorte jaar",
    Field.PERSON_FACT: "geboorte plaats, geboorte ding, nationaliteit, burgerlijke staat, deeltijd, opleiding, klas",
    Field.EMPLOYEE_NUMBER: "medewerker nummer, medewerker id, medewerker code",
    Field.PERSON_KEY: "client nummer, client id, client code, client dossier",
    Field.PERSON_NUMBER: "persoon nummer, persoon id, persoon code",
    Field.OPAQUE_KEY: (
        "pseudoniem, pseudoniem id, pseudoniem client, pseudoniem medewerker, pseudoniem nummer,"
        " sleutel persoon, sleutel client, sleutel medewerker"
    ),
    Field.ID_DOCUMENT: (
        "document nummer id, document id, client document nummer, medewerker document nummer, paspoort,"
        " paspoort nummer, rijbewijs, rijbewijs nummer, rijbewijs licence, rijbewijs licence nummer,"
        " identiteit, identiteit nummer, id bewijs, id bewijs nummer, paspoort id, paspoort id bewijs,"
        " paspoort rijbewijs"
    ),
    Field.BIG_NUMBER: "big, big nummer",
    Field.CREDIT_CARD: "credit, credit bewijs, credit nummer, credit bewijs nummer, bewijs nummer",
    Field.EMAIL: "email, email adres, email leidinggevende, email medewerker, email client",
    Field.PHONE: (
        "telefoon, telefoon nummer, telefoon woon, telefoon leidinggevende, telefoon medewerker,"
        " telefoon client, nood nummer, prive nummer, zakelijk nummer"
    ),
    Field.IBAN: "iban, iban nummer, rekening, rekening nummer, bank rekening, bank nummer",
    Field.STREET: "straat, straat naam, straat huisnummer, straat huis nummer, adres straat",
    Field.HOUSE_NUMBER: "huisnummer, huis nummer, toevoeging, huisnummer toevoeging, huis nummer toevoeging",
    Field.POSTCODE: "postcode, post code, postcode code, postcode nummer",
    Field.ADDRESS: "adres, woon adres, post adres, bezoek adres, adres postcode plaats, straat postcode plaats",
    Field.CITY: "plaats, woon plaats, adres plaats, postcode plaats",
    Field.FUNCTION: "functie, functie naam, functie medewerker, functie leidinggevende",
    Field.DEPARTMENT: "afdeling, afdeling naam, afdeling code, afdeling nummer",
    Field.ORGANISATION: "organisatie, organisatie naam",
    Field.SALARY: (
        "salaris, bruto salaris, netto salaris, salaris bedrag, schaal bedrag, bruto maand, netto maand, bruto jaar,"
        " netto jaar, bruto uur, salaris maand, salaris jaar, medewerker salaris, salaris deeltijd,"
        " looncomponent bedrag, uitkering maand, uitkering bedrag, bruto uitkering, netto uitkering,"
        " netto uitbetaald, salaris uitbetaald, pensioengrondslag, pensioen grondslag, pensioen gevend salaris"
    ),
    Field.PAY_PART: "bruto, netto",
    Field.AMOUNT: "bedrag, bruto bedrag, netto bedrag",
    Field.WAGE_TYPE: "looncomponent, looncomponent code",
    Field.SCALE: "schaal, trede, schaal trede, salaris schaal, salaris trede",
    Field.HEALTH: (
        "ziek uur, ziek medewerker, ziek client, ziek persoon, ziek week, ziek maand, ziek jaar, ziek,"
        " ziek datum, ziek dagen, ziek reden, ziek percentage, diagnose, diagnose code, medisch, zwanger,"
        " bedrijfsarts, ao percentage, arbeidsongeschikt, arbeidsongeschikt percentage, reintegratie,"
        " reden ziek, ziek begin, ziek eind, begin ziek datum, afwezig percentage"
    ),
    Field.WEAK_HEALTH: "zorg, herstel, herstel datum, ao, zorg datum, zorg begin",
    Field.LEAVE: (
        "uur ding, dag ding, afwezig ding, afwezig, afwezig reden, afwezig code, verlof ding, verlof, verlof reden,"
        " verlof code"
    ),
    Field.UNION: "vakbond, vakbond client, vakbond naam",
    Field.RELIGION: "religie",
    Field.ORIGIN: "herkomst",
    Field.ETHNICITY: "etniciteit, migratie achtergrond, cultureel achtergrond",
    Field.CRIMINAL: "veroordeling, straf feit, straf",
    Field.ORIENTATION: "seksueel, seksueel gerichtheid",
    Field.POLITICS: "politiek gerichtheid, politiek organisatie, politiek",
    Field.GENDER: "geslacht",
    Field.AGE: "leeftijd",
    Field.PERSON_DATE: "indienst, dienst datum, indienst datum, datum indienst",
    Field.COUNT: "aantal, aantal medewerker, aantal client, totaal, aantal dagen, percentage, minimum",
    Field.MEASURE: "bruto begroot, netto begroot, gemiddeld, begroot, uur, dagen, week, jaar, maand",
    Field.DATE: "datum, begin datum, eind datum, begin, eind",
    Field.THING_NUMBER: (
        "document nummer, document code, order, order nummer, factuur, factuur nummer, zaak, zaak nummer,"
        " dossier, dossier nummer, polis, polis nummer, barcode, boeking, boeking nummer, kenteken, ip,"
        " ding nummer, ding id, ding code, afdeling nummer, functie nummer, functie code"
    ),
    Field.ORGANISATION_NUMBER: (
        "kvk, kvk nummer, kvk code, organisatie nummer, organisatie code, organisatie id, fiscaal organisatie nummer"
    ),
    Field.FISCAL_NUMBER: "fiscaal nummer, fiscaal id",
    Field.LANGUAGE: "taal",
    Field.THING: "document, ding, ding naam, gebruiker, gebruiker naam, zorgverzekering",
    Field.NUMBER: "nummer, id, code",
    Field.FIELD_NAME: "veld, veld naam, bron veld",
    Field.DATA_TYPE: "type, bron, veld type",
    Field.EXAMPLE: "voorbeeld, voorbeeld waarde",
    Field.VALUE: "waarde",
    Field.TEXT: "tekst, reden",
}

MARKS: Final[dict[Mark, frozenset[str]]] = {
    Mark.AGGREGATE: frozenset({"gemiddeld"}),
    Mark.COUNT: frozenset({"aantal", "totaal", "begroot", "minimum"}),
    Mark.PERSON: frozenset({"medewerker", "client", "persoon"}),
    Mark.CLIENT: frozenset({"client"}),
    Mark.OFFICIAL: frozenset({"leidinggevende"}),
    Mark.ORGANISATION: frozenset({"organisatie", "vestigings", "bezoek"}),
    Mark.THING: frozenset({"ding", "order", "factuur", "zaak", "polis", "afdeling", "barcode"}),
    Mark.PRIVATE: frozenset({"prive", "woon", "nood"}),
    Mark.BUSINESS: frozenset({"zakelijk"}),
    Mark.MANY: frozenset({"meer"}),
    Mark.PUPIL: frozenset({"klas"}),
    Mark.PERCENTAGE: frozenset({"percentage"}),
}

_PERIODS: Final = """
jan januari january feb februari february mrt maart mar march apr april mei may jun juni june jul juli july aug augustus august
sep sept september okt oktober oct october nov november dec december kwartaal quarter periode period ma di wo do vr za zo
"""

_UNIONS: Final = ("fnv", "cnv", "fnv cnv", "cnv fnv", "vcp", "aob")
_OF_UNIONS: Final = {
    before + name: Field.UNION
    for name in (*_UNIONS, "vakbond")
    for before in ("", "contributie ", "lid ", "inhouding ")
}
_SUBJECTS: Final = (
    "sid",
    "subjid",
    "usubjid",
    "subject id",
    "subj id",
    "subject nr",
    "resp id",
    "respid",
    "proefpersoon",
    "ppn",
)
_OF_SUBJECTS: Final = dict.fromkeys(_SUBJECTS, Field.OPAQUE_KEY)  # of a study: a number instead of a name

# A header as a whole, in lower case, words parted by one space.
EXACT: Final[dict[str, Field]] = (
    {
        "bsn onderwijsnummer": Field.BSN,
        "bsn onderwijsnr": Field.BSN,
        "sofi bsn": Field.BSN,
        "svnr": Field.BSN,
        "svnummer": Field.BSN,
        "persoonsgebonden nummer": Field.BSN,
        "persoonsgebonden nr": Field.BSN,
        "d o b": Field.BIRTH_DATE,
        # The digits of a postcode are a district of thousands, as a town is: no address.
        "pc 4": Field.CITY,
        "postcode 4": Field.CITY,
        "pc 3": Field.CITY,
        "g datum": Field.BIRTH_DATE,
        "g dat": Field.BIRTH_DATE,
        "gb dt": Field.BIRTH_DATE,
        "dt gb": Field.BIRTH_DATE,
        "gb dat": Field.BIRTH_DATE,
        "dat gb": Field.BIRTH_DATE,
        "gb datum": Field.BIRTH_DATE,
        "datum gb": Field.BIRTH_DATE,
        "mw nr": Field.EMPLOYEE_NUMBER,
        "e naam": Field.LAST_NAME,
        "samengestelde naam": Field.NAME,
        "naam samengesteld": Field.NAME,
        "cl naam": Field.NAME,
        "cl nr": Field.PERSON_KEY,
        "zorgnummer": Field.PERSON_KEY,
        "zorgnr": Field.PERSON_KEY,
        "hn": Field.HOUSE_NUMBER,
        "waar": Field.ADDRESS,
        "rijlabels": Field.ROW_LABEL,
        "row labels": Field.ROW_LABEL,
        "zeilenbeschriftungen": Field.ROW_LABEL,
        "a nummer": Field.PERSON_KEY,
        "anummer": Field.PERSON_KEY,
        "v nummer": Field.PERSON_KEY,
        "onderwijsnummer": Field.PERSON_KEY,
        "id": Field.NUMBER,
        "nr": Field.NUMBER,
        "no": Field.NUMBER,
        "n": Field.COUNT,
        "m v": Field.GENDER,
        "m v x": Field.GENDER,
        "v m": Field.GENDER,
        "in dienst": Field.PERSON_DATE,
        "uit dienst": Field.PERSON_DATE,
        "in dienst per": Field.PERSON_DATE,
        "datum in dienst": Field.PERSON_DATE,
        "datum uit dienst": Field.PERSON_DATE,
        "contact": Field.NAME,
        "wie": Field.NAME,
        "pt": Field.PERSON_FACT,
        "status": Field.THING,
        "in behandeling": Field.THING,
        "account": Field.NUMBER,
        "aanhef": Field.PERSON_FACT,
        "tav": Field.NAME,
        "t a v": Field.NAME,
        "06": Field.PHONE,
        "06 nummer": Field.PHONE,
        "06 nr": Field.PHONE,
        "gemeente": Field.ORGANISATION,
        "school": Field.ORGANISATION,
        "kind": Field.NAME,
        "contract": Field.THING,
        "pers nr": Field.EMPLOYEE_NUMBER,
        "base": Field.PAY_PART,
        "annual base": Field.SALARY,
        "base annual": Field.SALARY,
        "inkomsten uit werk": Field.SALARY,
        "inkomen uit werk": Field.SALARY,
        "inkomen uit werk en woning": Field.SALARY,
        "inkomsten uit arbeid": Field.SALARY,
        "inkomsten uit loondienst": Field.SALARY,
        "inkomsten uit dienstbetrekking": Field.SALARY,
        "loon uit dienstbetrekking": Field.SALARY,
        "loon uit tegenwoordige dienstbetrekking": Field.SALARY,
        "belastbaar loon": Field.SALARY,
        "belastbaar inkomen": Field.SALARY,
        "fiscaal loon": Field.SALARY,
        "verzamelinkomen": Field.SALARY,
        "toetsingsinkomen": Field.SALARY,
        "comp": Field.PAY_PART,
        "compensation": Field.PAY_PART,
        "base comp": Field.SALARY,
        "comp rate": Field.SALARY,
        "compensation rate": Field.SALARY,
        "uit te betalen": Field.PAY_PART,
        "te betalen netto": Field.PAY_PART,
        "ikb": Field.PAY_PART,
        "ikb budget": Field.PAY_PART,
        "annual rate": Field.PAY_PART,
        "hourly rate": Field.PAY_PART,
        "take home": Field.PAY_PART,
        "take home pay": Field.SALARY,
        "ttl": Field.SALARY,
        "ote": Field.SALARY,
        "rsp": Field.SALARY,
        "file nummer": Field.PERSON_NUMBER,
        "file number": Field.PERSON_NUMBER,
        "file no": Field.PERSON_NUMBER,
        "file nr": Field.PERSON_NUMBER,
        "associate id": Field.PERSON_NUMBER,
        "assignment number": Field.PERSON_NUMBER,
        "doc nr": Field.THING_NUMBER,
    }
    | dict.fromkeys(_PERIODS.split(), Field.MEASURE)
    | _OF_UNIONS
    | _OF_SUBJECTS
)
