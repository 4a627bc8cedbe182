"""Designs and tests of a project."""

from __future__ import annotations

from ..catalogue import Catalogue
from ..desk import Desk, Made
from ..writers import sheets
from ..writers.parts import Block, Book, Bullets, Document, Fields, Grid, Heading, Para, Row, Sheet
from .documentation import RISKS, ROLES, contact, told_by
from .signs import Sign, client_address, listing, paper, project_folder, tenant_address

catalogue = Catalogue()
case = catalogue.case


@case("process design", "documentation")
def process_design(desk: Desk) -> Made:
    told = told_by(desk)
    blocks: list[Block] = [
        Heading(
            (
                "Procesbeschrijving "
                f"{desk.pick('ziek- en herstelmelding', 'indiensttreding', 'wijziging bankrekening', 'uitdiensttreding')}"
            ),
            0,
        ),
        Fields((("Proceseigenaar", desk.pick(*ROLES)), ("Versie", "1.1"), ("Laatst gewijzigd", desk.on()))),
        Heading("Stappen"),
        Grid(
            (
                ("Stap", "Wie", "Wat", "Systeem"),
                (
                    "1",
                    "Leidinggevende",
                    "Meldt de medewerker ziek met ingangsdatum en verwachte duur; géén medische gegevens",
                    "Portaal",
                ),
                ("2", "Salarisadministratie", "Controleert IBAN en BSN op geldigheid (elfproef)", "Salarispakket"),
                ("3", "Arbodienst", "Plant binnen zes weken een gesprek met de bedrijfsarts", "Verzuimsysteem"),
                ("4", "Medewerker", "Uploadt kopie identiteitsbewijs en loonbelastingverklaring", "Portaal"),
            )
        ),
        Heading("Gegevens"),
        Para(
            "Nodig zijn: naam, geboortedatum, burgerservicenummer, adres, rekeningnummer, salarisschaal en "
            "dienstverband. De reden van verzuim wordt niet vastgelegd."
        ),
        Heading("Uitzonderingen"),
        Bullets(
            (
                "zwangerschapsverlof loopt via een aparte melding aan UWV",
                "bij een bedrijfsongeval volgt een melding aan de Arbeidsinspectie",
            )
        ),
    ]
    return paper(
        desk,
        told,
        blocks,
        file=desk.pick("Procesontwerp", "AO_IC processen", "processtappen v2"),
        formats=("docx", "docx", "odt", "pdf", "html"),
        hard="words of personal data",
    )


@case("functional design with field mapping", "documentation", 1.5)
def field_mapping(desk: Desk) -> Made:
    """Every column name of a personnel extract, and not a single value."""
    told = told_by(desk)
    fields = [
        ("PERNR", "Personeelsnummer", "N(8)", "MdwNr", "voorloopnullen verwijderen"),
        ("PERID", "BSN", "C(9)", "Burgerservicenummer", "elfproef; leeg toegestaan bij grensarbeiders"),
        ("NACHN", "Geslachtsnaam", "C(40)", "Achternaam", "één op één"),
        ("VORSW", "Voorvoegsel", "C(15)", "Tussenvoegsel", "tabel V04"),
        ("GBDAT", "Geboortedatum", "D(8) jjjjmmdd", "Geb.datum", "omzetten naar dd-mm-jjjj"),
        ("BANKN", "IBAN", "C(34)", "Rekening", "spaties eruit, hoofdletters"),
        ("STRAS", "Straat en huisnummer", "C(60)", "Straat / Huisnr / Toevoeging", "splitsen"),
        ("BET01", "Bedrag", "P(13,2)", "Salaris per maand", "alleen bij loonsoort 1000"),
        ("AWART", "Verzuimsoort", "C(4)", "Verlofcode", "conversietabel op blad 2"),
    ]
    rows: list[Row] = [["Bron", "Omschrijving", "Type", "Doel", "Conversieregel"], *map(list, desk.some(fields, 6, 9))]
    if desk.chance(0.5):
        codes: list[Row] = [
            ["Bron", "Doel", "Tekst"],
            ["0100", "VL", "Verlof"],
            ["0200", "ZK", "Ziek"],
            ["0210", "ZW", "Zwangerschap"],
        ]
        if told.line:
            rows.insert(0, [told.line])
        book = Book(
            sheets=[Sheet(name="Mapping", rows=rows, heads=(0,)), Sheet(name="Codes", rows=codes)],
            properties=told.properties,
        )
        return told.made(
            f"{desk.pick('Mapping PA', 'veldentabel', 'Conversie velden')}.xlsx",
            sheets.xlsx(book),
            hard="field mapping",
        )
    blocks: list[Block] = [
        Heading("Functioneel ontwerp koppeling", 0),
        Para("Dit document beschrijft per veld hoe gegevens van bron naar doel gaan."),
        Grid(tuple(tuple(str(c) for c in row) for row in rows)),
        Para(f"Vragen: {desk.name(desk.me)} ({desk.mail(desk.world.my_mail)})"),
    ]
    return paper(desk, told, blocks, file=desk.pick("FO koppeling", "Functioneel ontwerp v1.2"), hard="field mapping")


@case("test plan", "documentation")
def test_plan(desk: Desk) -> Made:
    told = told_by(desk)
    blocks: list[Block] = [
        Heading("Testplan acceptatietest", 0),
        Para(
            "De acceptatietest stelt vast of het ingerichte systeem doet wat in het ontwerp staat. Getest wordt "
            "met verzonnen medewerkers."
        ),
        Grid(
            (
                ("Testgeval", "Handeling", "Verwacht"),
                ("TG-01", "Voer een medewerker in zonder BSN", "Waarschuwing, opslaan mogelijk"),
                ("TG-02", "Voer een ongeldig IBAN in", "Melding en blokkade"),
                ("TG-03", "Meld een medewerker ziek met terugwerkende kracht", "Taak bij de leidinggevende"),
                ("TG-04", "Wijzig de salarisschaal per 1e van de maand", "Herrekening in de eerstvolgende run"),
            )
        ),
        Heading("Rollen"),
        Grid(
            (
                ("Naam", "Rol", "E-mail", "Tel."),
                *(contact(desk, p, told.org) for p in desk.some(told.org.contacts, 1, 3)),
            )
        ),
    ]
    return paper(
        desk, told, blocks, file=desk.pick("Testplan GAT", "testaanpak", "TP_01"), formats=("docx", "pdf", "odt", "md")
    )


@case("risk and issue log", "documentation")
def issue_log(desk: Desk) -> Made:
    told = told_by(desk)
    rows: list[Row] = [["ID", "Datum", "Omschrijving", "Eigenaar", "Prioriteit", "Status"]]
    for i in range(desk.count(6, 25)):
        text = desk.pick(
            *(r[0] for r in RISKS),
            "BSN wordt niet getoond in scherm 210",
            "IBAN-controle accepteert spaties niet",
            "Geboortedatum valt weg bij import",
        )
        rows.append(
            [
                f"I-{i + 1:03d}",
                desk.on(),
                text,
                desk.name(desk.pick(*told.org.contacts), "formal"),
                desk.pick("H", "M", "L"),
                desk.pick("open", "dicht"),
            ]
        )
    return listing(
        desk, told, rows, file=desk.pick("RAID-log", "bevindingen GAT", "Issuelijst"), hard="words of personal data"
    )


@case("design in a tenant of the client", "documentation")
def from_tenant(desk: Desk) -> Made:
    """A design downloaded from the client's own SharePoint: it stays documentation."""
    org = desk.client
    name = desk.pick("Ontwerp autorisaties.docx", "Inrichtingsdocument HR.docx", "Nota van uitgangspunten.docx")
    blocks: list[Block] = [
        Heading(name.rsplit(".", 1)[0], 0),
        Fields(
            (
                ("Opdrachtgever", desk.name(org.contacts[1])),
                ("E-mail", desk.mail(org.contacts[1].work_mail(org.domain))),
            )
        ),
        Para(
            "Uitgangspunt is dat ieder alleen ziet wat voor zijn werk nodig is. Rollen worden per functie "
            "toegekend, niet per persoon."
        ),
        Grid(
            (
                ("Rol", "Personalia", "Salaris", "Verzuim"),
                ("Leidinggevende", "lezen", "-", "melden"),
                ("P&O", "wijzigen", "lezen", "lezen"),
                ("Salaris", "lezen", "wijzigen", "-"),
            )
        ),
        Heading("Besluit"),
        Para("De stuurgroep stemt in met dit ontwerp. Openstaande punten gaan naar de volgende fase."),
    ]
    told = Sign(
        org=org,
        client=org.name,
        line=org.name,
        properties=desk.properties(company=org.name, label=desk.label(org)),
        folder=desk.pick("", project_folder(desk, org)),
        origin=desk.pick(tenant_address(desk, org, name), client_address(desk, org, name)),
        referrer=None,
        office=True,
    )
    kind, data = desk.write(Document(blocks=blocks, header=org.name, properties=told.properties), "docx")
    return told.made(f"{name.rsplit('.', 1)[0]}.{kind}", data, hard="documentation from the client")


@case("conversion plan", "documentation", 1.5)
def conversion(desk: Desk) -> Made:
    told = told_by(desk)
    blocks: list[Block] = [
        Heading(f"Conversieplan {desk.pick('personeelsgegevens', 'verlofsaldi', 'cliëntdossiers')}", 0),
        Para(
            "Gegevens worden in drie slagen overgezet. Na elke slag tekent de proceseigenaar voor juistheid en "
            "volledigheid."
        ),
        Grid(
            (
                ("Object", "Bron", "Aantal", "Controle"),
                ("Personalia", "oud pakket", str(desk.count(200, 4000)), "steekproef van 25 dossiers"),
                ("Dienstverbanden", "oud pakket", str(desk.count(200, 6000)), "aansluiting op fte per afdeling"),
                (
                    "Rekeningnummers",
                    "oud pakket",
                    str(desk.count(200, 4000)),
                    "IBAN-toets en vergelijking met betaalrun",
                ),
                ("Verzuimhistorie", "arbosysteem", str(desk.count(100, 3000)), "aantallen per soort, zonder reden"),
            )
        ),
        Heading("Terugval"),
        Para("Lukt de omzetting niet vóór zondag 18.00 uur, dan draait het oude systeem nog een maand door."),
        Heading("Wie tekent"),
        Fields(
            tuple(
                (role, desk.name(p))
                for role, p in zip(("Proceseigenaar", "Projectleider"), told.org.contacts, strict=False)
            )
        ),
    ]
    return paper(desk, told, blocks, file=desk.pick("Conversieplan", "migratieaanpak v0.4", "draaiboek conversie"))


@case("authorisation matrix", "documentation")
def authorisation(desk: Desk) -> Made:
    told = told_by(desk)
    rows: list[Row] = [["Scherm", "Medewerker", "Leidinggevende", "P&O", "Salaris", "Beheer"]]
    rows.extend(
        [screen, *(desk.pick("L", "M", "-", "LM") for _ in range(5))]
        for screen in (
            "Adres en telefoon",
            "BSN",
            "Bankrekening",
            "Salaris",
            "Verzuim",
            "Verzuimreden (vervalt)",
            "Beoordeling",
            "Nevenwerk",
        )
    )
    return listing(
        desk,
        told,
        rows,
        file=desk.pick("Autorisatiematrix", "rollen en rechten v3"),
        title="Autorisaties",
        sheet="Matrix",
        hard="words of personal data",
    )


@case("test report", "documentation")
def test_report(desk: Desk) -> Made:
    told = told_by(desk)
    lead = told.org.contacts[0]
    done = desk.count(40, 120)
    blocks: list[Block] = [
        Heading("Testrapport ketentest"),
        Para(f"Uitgevoerd onder leiding van {desk.name(lead)}, {desk.mail(lead.work_mail(told.org.domain))}."),
        Grid(
            (
                ("Keten", "Gevallen", "Geslaagd", "Open"),
                ("Instroom", str(done), str(done - 3), "3"),
                ("Ziekmelding", "22", "22", "0"),
                ("Loonrun", "31", "29", "2"),
            )
        ),
        Para("De bevinding over het afkappen van lange geslachtsnamen is opgelost. Vrijgave wordt geadviseerd."),
    ]
    return paper(desk, told, blocks, file=desk.pick("Testrapport", "Vrijgaveadvies", "resultaten ketentest"))


@case("work instruction", "documentation")
def instruction(desk: Desk) -> Made:
    told = told_by(desk)
    blocks: list[Block] = [
        Heading(
            "Werkinstructie "
            f"{desk.pick('nieuwe medewerker invoeren', 'ziekmelding verwerken', 'loonbeslag vastleggen')}"
        ),
        Fields(
            (
                ("Voor", "medewerkers personeels- en salarisadministratie"),
                ("Eigenaar", desk.name(told.org.contacts[1])),
                ("Versie", "2"),
            )
        ),
        Para(
            "1. Open de taak en controleer of alle bijlagen er zijn: identiteitsbewijs, loonheffingsformulier, bankpas."
        ),
        Para("2. Neem BSN en geboortedatum over van het identiteitsbewijs, niet van het formulier."),
        Para("3. Laat een collega de invoer controleren. Sla daarna het bericht op in het personeelsdossier."),
    ]
    return paper(
        desk,
        told,
        blocks,
        file=desk.pick("Werkinstructie", "WI-014", "instructie invoer"),
        hard="words of personal data",
    )
