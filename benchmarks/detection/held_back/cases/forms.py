"""Forms without answers, templates, and sets that say of themselves that they are made up."""

from __future__ import annotations

from ..catalogue import Catalogue
from ..desk import Desk, Made
from ..numbers import write_date
from ..writers import pdf, sheets, word
from ..writers.parts import Block, Book, Document, Fields, Grid, Heading, Para, Row, Sheet
from .signs import OFFICE_PAPERS, client_address, project_folder

catalogue = Catalogue()
case = catalogue.case
LABELS = (
    "Achternaam",
    "Voorletters",
    "Roepnaam",
    "Geboortedatum",
    "Burgerservicenummer (BSN)",
    "Straat en huisnummer",
    "Postcode en woonplaats",
    "Telefoon privé",
    "E-mailadres",
    "IBAN",
    "Ten name van",
    "Soort identiteitsbewijs",
    "Documentnummer",
    "Datum in dienst",
    "Functie",
    "Bruto maandsalaris",
    "Aantal uren per week",
    "Handtekening",
)


def _place(desk: Desk, file: str) -> tuple[str | None, str, str | None]:
    """Client, folder and origin of an empty form: of a client or of nobody."""
    if desk.chance(0.4):
        org = desk.client
        return org.name, desk.pick("", project_folder(desk, org)), client_address(desk, org, file)
    return None, "", None


def _form(desk: Desk, kind: str, data: bytes, file: str, hard: str) -> Made:
    client, folder, origin = _place(desk, f"{file}.{kind}")
    return Made(name=f"{file}.{kind}", data=data, client=client, folder=folder, origin_url=origin, hard=hard)


@case("empty intake form", "clean", 1.6)
def intake(desk: Desk) -> Made:
    blank = desk.pick("", "............................", "________________________", "…")
    fields = tuple((label, blank) for label in desk.some(LABELS, 9, 16))
    blocks: list[Block] = [
        Heading(
            desk.pick(
                "Intakeformulier nieuwe medewerker",
                "Personalia",
                "Gegevens indiensttreding",
                "Inschrijfformulier cliënt",
            )
        ),
        Para("Vul dit formulier volledig in en lever het in bij P&O, samen met een kopie van je identiteitsbewijs."),
        Fields(fields, desk.pick("left", "above", "table")),
        Para("☐ Ja, ik wil de loonheffingskorting laten toepassen   ☐ Nee"),
    ]
    kind, data = desk.write(
        Document(blocks=blocks, properties=desk.properties()), "docx", "docx", "odt", "html", "rtf", "dotx"
    )
    return _form(
        desk, kind, data, desk.pick("Intakeformulier", "form_indienst", "Personaliaformulier leeg"), "empty form"
    )


@case("empty form with fields", "clean")
def acro(desk: Desk) -> Made:
    fields = [(label, "") for label in desk.some(LABELS, 6, 14)]
    data = pdf.form(
        desk.pick("Aanvraag bijzondere bijstand", "Wijziging persoonsgegevens", "Aanmelding leerling"),
        "Invullen in blokletters.",
        fields,
    )
    return _form(desk, "pdf", data, desk.pick("aanvraagformulier", "wijzigingsformulier"), "empty form")


@case("empty absence form", "clean")
def absence(desk: Desk) -> Made:
    rows: list[Row] = [
        ["Verzuimmelding"],
        ["Naam medewerker", ""],
        ["Personeelsnummer", ""],
        ["Eerste ziektedag", ""],
        ["Aard van de klachten (niet invullen!)", ""],
        ["Vangnetregeling (zwangerschap, orgaandonatie)", "ja / nee"],
        [],
        ["Datum contact", "Afspraak", "Paraaf"],
        *([["", "", ""]] * 8),
    ]
    kind, data = desk.grid(desk.book(rows, properties=desk.properties()), "xlsx", "ods")
    return _form(desk, kind, data, desk.pick("Verzuimformulier", "ziekmelding blanco"), "empty form")


@case("empty load template", "clean", 1.2)
def load_template(desk: Desk) -> Made:
    """Only the header of a personnel table, with what may be filled in below it."""
    head: Row = [
        "Personeelsnummer*",
        "Achternaam*",
        "Voorvoegsel",
        "Geboortedatum*",
        "BSN*",
        "IBAN",
        "Straat",
        "Postcode",
        "Salaris",
        "Contractsoort",
    ]
    hint: Row = [
        "max. 8 posities",
        "tekst 50",
        "lijst",
        "dd-mm-jjjj",
        "9 cijfers, elfproef",
        "NL..",
        "tekst",
        "9999 AA",
        "bedrag",
        "B/O",
    ]
    rows: list[Row] = [head, hint] if desk.chance(0.6) else [head]
    if desk.chance(0.5):
        book = Book(
            sheets=[
                Sheet(name="Invoer", rows=rows, heads=(0,)),
                Sheet(name="Keuzelijsten", rows=[["B", "Bepaalde tijd"], ["O", "Onbepaald"]]),
            ]
        )
        kind, data = "xlsx", sheets.xlsx(book)
    else:
        kind, data = desk.grid(desk.book(rows), "xlsx", "csv", "ods")
    return _form(
        desk,
        kind,
        data,
        desk.pick("Importsjabloon medewerkers", "laadbestand_template", "template_employees"),
        "header without rows",
    )


@case("letter template with merge fields", "clean", 1.2)
def merge_letter(desk: Desk) -> Made:
    fields = (
        "Aanhef",
        "Voorletters",
        "Achternaam",
        "Straat",
        "Postcode",
        "Woonplaats",
        "Geboortedatum",
        "BSN",
        "Salaris_nieuw",
    )
    style = desk.pick("«{}»", "[{}]", "<<{}>>", "{{{}}}")
    put = style.format if style != "{{{}}}" else lambda f: "{{" + f + "}}"
    blocks: list[Block] = [
        Para(
            f"{put('Aanhef')} {put('Voorletters')} {put('Achternaam')}\n{put('Straat')}\n{put('Postcode')} "
            f"{put('Woonplaats')}"
        ),
        Para("Betreft: wijziging van uw salaris"),
        Para(
            f"Geachte {put('Aanhef')} {put('Achternaam')},\n\nPer {put('Ingangsdatum')} bedraagt uw salaris € "
            f"{put('Salaris_nieuw')} bruto per maand. Uw BSN in onze administratie is {put('BSN')}."
        ),
        Para("Met vriendelijke groet,\n\n{Naam ondertekenaar}"),
    ]
    document = Document(blocks=blocks, merge_fields=fields)
    kind = desk.pick("docx", "dotx", "docm")
    data = word.word(document, kind)
    return _form(
        desk,
        kind,
        data,
        desk.pick("Brief salariswijziging (sjabloon)", "mailmerge_basis", "Sjabloon brief"),
        "merge fields",
    )


@case("empty personnel file checklist", "clean")
def checklist(desk: Desk) -> Made:
    blocks: list[Block] = [
        Heading("Checklist personeelsdossier"),
        Grid(
            (
                ("Onderdeel", "Aanwezig", "Datum"),
                *(
                    (item, "☐", "")
                    for item in (
                        "Kopie identiteitsbewijs",
                        "Arbeidsovereenkomst",
                        "VOG",
                        "Loonbelastingverklaring",
                        "Verslag functioneringsgesprek",
                        "Medische keuring (niet in dossier)",
                    )
                ),
            )
        ),
        Para("Naam medewerker: ______________________   Personeelsnummer: ______"),
    ]
    kind, data = desk.write(Document(blocks=blocks), *OFFICE_PAPERS, "odt")
    return _form(desk, kind, data, desk.pick("Checklist dossier", "checklist P-dossier"), "empty form")


@case("test set declared fictitious", "clean", 1.6)
def fictitious(desk: Desk) -> Made:
    """Looks like an extract in every cell; a line above it says that nobody in it exists."""
    claim = desk.pick(
        "FICTIEVE TESTGEGEVENS - geen bestaande personen",
        "Let op: alle personen in dit bestand zijn verzonnen (testset)",
        "Testdata, gegenereerd. Niet herleidbaar tot echte medewerkers.",
        "Synthetische dataset t.b.v. acceptatietest; namen en nummers zijn niet echt",
    )
    rows: list[Row] = [[claim], ["Testgeval", "Naam", "BSN", "Geb.dat", "IBAN", "Salaris", "Verwacht resultaat"]]
    for i, p in enumerate(desk.people(desk.count(5, 30)), 1):
        rows.append(
            [
                f"TC{i:03d}",
                desk.name(p),
                desk.put("bsn", p.bsn),
                desk.birth(p),
                desk.iban(p),
                desk.pay_cell(p.salary),
                desk.pick("geaccepteerd", "foutmelding E12", "waarschuwing"),
            ]
        )
    kind, data = desk.grid(desk.book(rows, heads=(1,)), "xlsx", "csv", "xlsx", "ods")
    return _form(
        desk, kind, data, desk.pick("testset medewerkers", "TESTDATA_v2", "fictieve personen"), "declared fictitious"
    )


@case("test script with made-up persons", "clean", 1.2)
def script(desk: Desk) -> Made:
    p = desk.person()
    blocks: list[Block] = [
        Heading("Testscript 07 – wijzigen rekeningnummer", 0),
        Para(
            f"Gebruik de fictieve medewerker {desk.name(p)} "
            f"({desk.pick('testpersoon', 'bestaat niet echt', 'verzonnen')})."
        ),
        Grid(
            (
                ("Stap", "Actie", "Invoer", "Verwacht", "OK?"),
                ("1", "Zoek medewerker", desk.put("bsn", p.bsn), "1 resultaat", ""),
                ("2", "Wijzig IBAN", desk.iban(p), "opgeslagen", ""),
                ("3", "Wijzig geboortedatum", desk.birth(p), "waarschuwing leeftijd", ""),
            )
        ),
        Para("Uitgevoerd door: ____________  Datum: __________"),
    ]
    kind, data = desk.write(Document(blocks=blocks), "docx", "pdf", "odt", "html")
    return _form(desk, kind, data, desk.pick("Testscript 07", "TS_rekening"), "declared fictitious")


@case("example filled in with a stock name", "clean")
def example(desk: Desk) -> Made:
    """How to fill in a form, with numbers that pass no check."""
    blocks: list[Block] = [
        Heading("Zo vul je het formulier in"),
        Para("Onderstaand voorbeeld is verzonnen en dient alleen als uitleg."),
        Fields(
            (
                ("Achternaam", "Voorbeeld"),
                ("Voorletters", "V.O."),
                ("Geboortedatum", "dd-mm-jjjj"),
                ("BSN", "123456789"),
                ("IBAN", "NL00 BANK 0123 4567 89"),
            ),
            desk.pick("left", "table", "above"),
        ),
        Para(f"Laatst bijgewerkt {write_date(desk.day(), 'words')}"),
    ]
    kind, data = desk.write(Document(blocks=blocks), "pdf", "docx", "html")
    return _form(desk, kind, data, desk.pick("Invulinstructie", "voorbeeld ingevuld"), "example values")
