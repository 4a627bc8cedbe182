"""What the headers of columns and the labels of forms say."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.detect.content.fields import Field, Mark
from app.detect.content.header_words import WORDS
from app.detect.content.headers import read_header

MEANT = {
    Field.BSN: "BSN; Burgerservicenummer; burger service nr.; Sofi-nummer; Social Security Number; BSN/onderwijsnummer; PERID;"
    " SoSe; 01.01.20; BSN (zonder punten); Nationaal nummer BSN; bsn_nr; emp_bsn; BSN van de werknemer; sofinr",
    Field.BIRTH_DATE: "Geboortedatum; geb. dat.; gebdat; GBDT; Geb.datum; dateOfBirth; date_of_birth; dateofbirth; DOB;"
    " Birthday; Geboren op; emp_dob; GBDAT; P0002-GBDAT; t1.GBDAT; DaBi; Geboortedatum (dd-mm-jjjj); Verjaardag; 01.03.10",
    Field.EMPLOYEE_NUMBER: "Personeelsnummer; pers.nr.; Pers. nr; mdw nr; MdwNr; Medewerker ID; Employee Number; EmployeeID;"
    " PERNR; emp_no; Stamnummer; personeelsnr; EmId; Staff ID; Werknemersnummer",
    Field.PERSON_KEY: "Cliëntnummer; client_id; Patiëntnr.; Leerlingnummer; A-nummer; Onderwijsnummer; PGN; Verzekerdenummer",
    Field.LAST_NAME: "Achternaam; Geslachtsnaam; Last Name; lastName; SURNAME; NACHN; Meisjesnaam; Familienaam; 01.02.40",
    Field.FIRST_NAME: "Voornaam; Voornamen; Roepnaam; First Name; firstName; VORNA; Given name; 01.02.10",
    Field.INFIX: "Tussenvoegsel; Tussenv.; Voorvoegsel(s); VORSW; tussenvoegsels; tv",
    Field.INITIALS: "Voorletters; Voorl.; Initialen; initials; INITS",
    Field.NAME: "Naam medewerker; Werknemer; Naam cliënt; Volledige naam; Patiëntnaam; ENAME; Legal Name; Naam en voorletters;"
    " Leidinggevende; Contactpersoon; Medewerker",
    Field.WEAK_NAME: "Naam; Name; Naam / Omschrijving",
    Field.SALARY: "Salaris; Bruto mnd; Bruto maandsalaris; Bruto salaris (€); brutoloon; Uurloon; Gross salary; Annual Salary;"
    " Total Base Pay; ANSAL; Salaris bruto per maand; BRUTO_SAL; Loonelement 100",
    Field.HEALTH: "Ziek; % ao; AO-percentage; ziek d.d.; Eerste ziektedag; Datum ziekmelding; Verzuim %; Diagnose; ICD-10;"
    " Medicatie; WIA-uitkering; Reden verzuim; Aantal ziektedagen; Diagnosecode",
    Field.UNION: "Vakbond; Lid vakbond; Trade union; Vakbondslidmaatschap",
    Field.RELIGION: "Religie; Geloof; Kerkelijke gezindte; KONFE; Levensovertuiging",
    Field.ETHNICITY: "Etniciteit; Afkomst; Migratieachtergrond",
    Field.CRIMINAL: "Strafblad; Strafrechtelijk verleden; Justitiële gegevens; Veroordelingen",
    Field.ORIENTATION: "Seksuele geaardheid; Seksuele gerichtheid; Sexual orientation",
    Field.ID_DOCUMENT: "Paspoortnummer; Rijbewijsnr; ID-bewijs; Passport number; Legitimatiebewijs; ICNUM",
    Field.EMAIL: "E-mail; E-mailadres; Mail privé; emailadres; Email Address; e-mail werk",
    Field.PHONE: "Telefoon; Tel.nr.; Mobiel; 06-nummer; Telefoonnummer; Phone; TELNR; Telefoon noodcontact",
    Field.IBAN: "IBAN; Rek.nr.; Rekeningnummer; Bankrekening; IBAN00; BANKN",
    Field.STREET: "Straat; Straatnaam; STRAS; Straat + huisnr; 08.11.10",
    Field.POSTCODE: "Postcode; PC; PSTLZ; Zip code; 08.11.60",
    Field.ADDRESS: "Adres; Woonadres; Home address; Adresregel 1; Bezoekadres",
    Field.THING_NUMBER: "Ordernummer; Factuurnr; Zaaknummer; EAN; Polisnummer; Artikelnr",
    Field.ORGANISATION_NUMBER: "KvK-nummer; RSIN; BTW-nummer; RSIN leverancier; AGB-code; Klantnummer; UZOVI",
    Field.ORGANISATION: "Organisatie; Naam leverancier; Klant; Werkgever; Gemeente",
    Field.THING: "Projectnaam; Artikelnaam; Systeem; Product; Naam project",
    Field.COUNT: "Aantal; Aantal medewerkers; Totaal; Headcount; Personeelskosten",
    Field.PERSON_FACT: "Nationaliteit; Geboorteplaats; Parttime %; Fte; Burgerlijke staat; Geboorteland",
    Field.GENDER: "Geslacht; M/V; Gender; GESCH",
    Field.OPAQUE_KEY: "Pseudoniem; Respondent-ID; pseudo_id; Pseudoniem cliënt",
    Field.FIELD_NAME: "Veldnaam; Attribuut; Bronveld; Kolom",
}  # fmt: skip


@pytest.mark.parametrize(
    ("header", "field"), [(header.strip(), field) for field, headers in MEANT.items() for header in headers.split(";")]
)
def test_a_header_says_what_its_column_is(header: str, field: Field) -> None:
    assert read_header(header).field is field


@pytest.mark.parametrize(
    "header",
    [
        "",
        "   ",
        "---",
        "12",
        "jan@elders.example",
        "Jan Jansen",
        "gebruikt",
        "Lorem ipsum dolor sit",
        "x" * 500,
        "Doorlooptijd",
    ],
)
def test_other_texts_say_nothing(header: str) -> None:
    assert read_header(header).field is None


@pytest.mark.parametrize(
    ("header", "mark"),
    [
        ("Gemiddeld salaris", Mark.AGGREGATE),
        ("Aantal ziektedagen", Mark.COUNT),
        ("E-mail privé", Mark.PRIVATE),
        ("Projectleider", Mark.OFFICIAL),
        ("Bezoekadres", Mark.ORGANISATION),
        ("% parttime", Mark.PERCENTAGE),
        ("Inwoners", Mark.MANY),
        ("Achterstand", Mark.WORDY),
    ],
)
def test_a_header_says_more_than_its_field(header: str, mark: Mark) -> None:
    assert mark in read_header(header).marks


WAYS = (
    str.upper,
    str.lower,
    str.title,
    lambda words: words.replace(" ", "_"),
    lambda words: words.replace(" ", "").lower(),
    lambda words: "".join(map(str.capitalize, words.split())),
    lambda words: f"{words}:",
    lambda words: f" {words} *",
    lambda words: f"{words} (verplicht)",
    lambda words: words.replace(" ", "\n"),
    lambda words: f"mdw_{words}",
    lambda words: f"t1.{words}",
)


@given(
    words=st.sampled_from(
        ["geboorte datum", "bruto salaris", "achter naam", "burger service nummer", "date of birth", "social security"]
    ),
    ways=st.lists(st.sampled_from(WAYS), max_size=2),
)
def test_the_way_of_writing_makes_no_difference(words: str, ways: list[object]) -> None:
    written = words
    for way in ways:
        assert callable(way)
        written = way(written)
    assert read_header(written).field is read_header(words).field


@given(st.text(max_size=200))
def test_any_text_is_taken(text: str) -> None:
    assert read_header(text) == read_header(text)


def test_every_spelling_is_one_word_in_lower_case_without_accents() -> None:
    spelled = [word for line in WORDS.strip().splitlines() for word in line.partition(":")[2].split()]
    assert all(word.isascii() and word == word.lower() for word in spelled)


@pytest.mark.parametrize("word", ["dagen" * 24 + "x", "naamdatumbruto" * 8, "ennenen" * 17])
def test_glued_words_without_an_end_take_no_time(word: str) -> None:
    started = time.process_time()
    read_header(word)
    assert time.process_time() - started < 0.5
