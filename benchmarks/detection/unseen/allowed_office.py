"""Everyday papers that anybody may have: contacts, forms, templates, shopping, private matters."""
# ruff: noqa: E501
# Sentences with their variations stay on one line: broken up they cannot be read as a sentence.

from __future__ import annotations

from datetime import timedelta

from benchmarks.detection.unseen.draft import LETTER, OFFICE, SHEETS, Draft, template
from benchmarks.detection.unseen.names import BUSINESS_FUNCTIONS, DEPARTMENTS
from benchmarks.detection.unseen.paper import (
    Book,
    Bullets,
    Content,
    Heading,
    Mail,
    Pairs,
    Paper,
    Raw,
    Row,
    Sheet,
    Table,
    Text,
)
from benchmarks.detection.unseen.people import plain


@template("clean", "list of business contacts", "xlsx xlsx csv docx ods pdf", trace="documentation")
def contacts(d: Draft) -> Content:
    rows: list[Row] = []
    for _ in range(d.number(5, 40)):
        who, place = d.person(), d.place if d.chance(0.4) else d.other_place()
        rows.append(
            [
                d.name(who, "full"),
                d.pick(BUSINESS_FUNCTIONS),
                place.name,
                d.work_mail(who, place.domain),
                d.landline(place.phone),
            ]
        )
    header = [
        d.say("[Naam|Contact|Name]"),
        d.say("[Functie|Rol|Job title]"),
        d.say("[Organisatie|Bedrijf]"),
        d.say("[E-mail|Mail werk]"),
        d.say("[Telefoon|Tel. werk|Direct]"),
    ]
    return Book(
        name=d.say("[contactlijst|Contacten|relaties|adreslijst project] [2025|v2|partners]"),
        sheets=[Sheet(title="contacten", header=header, rows=rows)],
    )


@template("clean", "business cards", "vcf")
def business_cards(d: Draft) -> Content:
    d.mark("name", "email", "phone", "address")
    parts = []
    for _ in range(d.number(1, 6)):
        who, place = d.person(), d.other_place()
        parts.append(
            f"BEGIN:VCARD\r\nVERSION:3.0\r\nN:{who.last};{who.first};;;\r\nFN:{who.full}\r\nORG:{place.name}\r\nTITLE:{d.pick(BUSINESS_FUNCTIONS)}\r\nTEL;TYPE=WORK:{place.phone}\r\n"
            f"EMAIL;TYPE=WORK:{plain(who.first)[:1]}.{plain(who.last)}@{place.domain}\r\nADR;TYPE=WORK:;;{place.office.street} {place.office.number};{place.office.town};;{place.office.postcode};NL\r\nEND:VCARD"
        )
    return Raw(name=d.say("[visitekaartje|contact|beurs]"), extension="vcf", content="\r\n".join(parts).encode())


@template("clean", "organisation chart with functions and names", "pptx docx pdf xlsx")
def chart(d: Draft) -> Content:
    rows: list[Row] = [
        [d.pick(BUSINESS_FUNCTIONS), d.name(who, "full"), department]
        for department in d.some(DEPARTMENTS, 4, 8)
        for who in [d.person()]
    ]
    return Book(
        name=d.say("[organogram|Organisatieschema|wie is wie]"),
        sheets=[Sheet(title="Organogram", header=["Functie", "Naam", "Afdeling"], rows=rows)],
    )


FIELDS = (
    "Naam:",
    "Voornamen:",
    "BSN:",
    "Geboortedatum:",
    "Adres:",
    "Postcode en woonplaats:",
    "Telefoon:",
    "E-mail:",
    "IBAN:",
    "Ten name van:",
    "Nationaliteit:",
    "Documentnummer ID:",
    "Naam partner:",
    "Bruto salaris:",
    "Datum ziekmelding:",
)


@template("clean", "empty form", "docx docx pdf pdf odt html", hard="headers of personal data without values")
def form(d: Draft) -> Content:
    line = d.pick(("", "______________", "....................", "[invullen]"))
    return Paper(
        name=d.say(
            "[formulier|Aanmeldformulier|inschrijfformulier|Opgaaf gegevens loonheffingen|intakeformulier|ziekmelding] [leeg|2025|nieuw]"
        ),
        blocks=[
            Heading(
                d.say(
                    "[Formulier indiensttreding|Aanvraag bijzondere bijstand|Intakeformulier patiënt|Verklaring bankrekening|Formulier ziek- en hersteldmelding]"
                )
            ),
            Text(d.say("[In te vullen door de medewerker.|Vul in met blokletters.|Velden met * zijn verplicht.]")),
            Pairs([(field, line) for field in d.in_order(FIELDS, 6, 13)]),
            Text(d.say("[Plaats, datum en handtekening:|Handtekening aanvrager:] ............")),
        ],
    )


@template("clean", "empty form as a sheet", "xlsx xlsx ods csv", hard="headers of personal data without values")
def form_sheet(d: Draft) -> Content:
    header = [
        "Personeelsnummer",
        "Achternaam",
        "Voorletters",
        "Geboortedatum",
        "BSN",
        "IBAN",
        "Straat",
        "Postcode",
        "Bruto salaris",
        "Datum in dienst",
        "Reden verzuim",
    ]
    return Book(
        name=d.say("[importsjabloon|template upload|aanlevering medewerkers|invulblad] [leeg|v2]"),
        sheets=[
            Sheet(
                title=d.say("[invoer|import]"),
                header=d.in_order(header, 6, 11),
                rows=[],
                above=[d.say("[Vul per medewerker een regel in|Sjabloon aanlevering, niet wijzigen]")],
            )
        ],
    )


@template("clean", "empty template with placeholders", OFFICE, hard="placeholders")
def placeholders(d: Draft) -> Content:
    a, b = d.pick((("<<", ">>"), ("{{", "}}"), ("«", "»"), ("<", ">")))
    return Paper(
        name=d.say("[sjabloon|Modelbrief|template|voorbeeldbrief] [ziekmelding|salaris|VSO|beschikking]"),
        blocks=[
            Text(f"{a}naam{b}\n{a}straat{b} {a}huisnummer{b}\n{a}postcode{b} {a}woonplaats{b}"),
            Text(f"Geachte {a}aanhef{b} {a}achternaam{b},"),
            Text(
                d.say(
                    f"[Per {a}datum{b} wijzigt uw salaris naar {a}bedrag{b}.|Op {a}datum ziekmelding{b} heeft u zich ziek gemeld.|Uw BSN {a}bsn{b} is bij ons bekend.]"
                )
            ),
            Text(f"Met vriendelijke groet,\n{a}ondertekenaar{b}"),
        ],
    )


@template(
    "clean", "training material on privacy and HR", "pptx pptx docx pdf", hard="full of the words of personal data"
)
def training(d: Draft) -> Content:
    return Paper(
        name=d.say("[training|e-learning|workshop|cursus] [AVG|privacy|verzuim|personeelsdossier]"),
        blocks=[
            Heading(d.say("[AVG in de praktijk|Omgaan met verzuimgegevens|Het personeelsdossier]")),
            Bullets(
                [
                    d.say(
                        "[Wat is een persoonsgegeven? Naam, adres, BSN, geboortedatum|Bijzonder: gezondheid, geloof, vakbond, strafrecht]"
                    ),
                    d.say("[Mag je vragen naar de zwangerschap? Nee.|Noteer nooit een diagnose.]"),
                ]
            ),
            Heading(d.say("[Oefening|Casus]"), 2),
            Text(
                d.say(
                    "[Een medewerker meldt zich ziek met rugklachten. Wat schrijf je op?|Je vindt een lijst met salarissen bij de printer. Wat doe je?|Een collega appt over de burn-out van een ander.]"
                )
            ),
        ],
        notes=[d.say("[Laat deelnemers vijf minuten overleggen.|]")],
    )


@template("clean", "invoice of a supplier", "pdf pdf docx")
def invoice(d: Draft) -> Content:
    seller = d.supplier()
    rows: list[Row] = [
        [d.say("[Zaalhuur|Drukwerk|Abonnement|Lunch 12 personen|Licentie]"), d.number(1, 20), d.number(5, 400)]
        for _ in range(d.number(1, 4))
    ]
    return Paper(
        name=d.say("[factuur|Invoice|rekening] ") + str(d.number(10000, 99999)),
        header=seller.name,
        blocks=[
            Text(
                f"{seller.name}\n{d.home(seller.office)}\nKvK {d.number(10**7, 10**8)} - BTW NL{d.number(10**8, 10**9)}B01\nIBAN {d.iban(seller.iban)}"
            ),
            Text(f"Factuur aan: {d.world.firm.name}, {d.home(d.world.firm.office)}"),
            Table(["Omschrijving", "Aantal", "Bedrag"], rows),
            Text(d.say("[Gelieve te betalen binnen 14 dagen.|Automatische incasso.]")),
        ],
    )


@template("clean", "receipt", "txt pdf html")
def receipt(d: Draft) -> Content:
    shop = d.supplier()
    return Paper(
        name=d.say("[bon|kassabon|receipt|parkeerbewijs]"),
        blocks=[
            Text(
                f"{shop.name}\n{d.home(shop.office)}\n{d.moment():%d-%m-%Y %H:%M}\nTotaal EUR {d.number(3, 90)},{d.number(10, 99)}\nPIN kaart **** {d.number(1000, 9999)}"
            )
        ],
    )


@template("own", "web shop order with an address label", "html pdf")
def order(d: Draft) -> Content:
    me = d.world.me
    return Paper(
        name=d.say("[bestelling|Retourlabel|orderbevestiging|verzendlabel] ") + str(d.number(10**6, 10**7)),
        blocks=[
            Heading(d.say("[Bedankt voor je bestelling|Verzendlabel]")),
            Text(f"{d.name(me, 'full')}\n{d.home(me.home, lines=True)}"),
            Table(
                ["Artikel", "EAN", "Prijs"],
                [
                    [
                        d.say("[Laptoptas|HDMI-kabel|Koffiebonen]"),
                        str(8700000000000 + d.number(10**8, 10**10)),
                        d.number(5, 90),
                    ]
                ],
            ),
            Text(f"Track & trace 3S{d.pick('ABCD')}{d.number(10**9, 10**10)}"),
        ],
    )


@template("clean", "private mail", "eml")
def private_mail(d: Draft) -> Content:
    friend, me = d.person(), d.world.me
    return Mail(
        name=d.say("[RE weekend|etentje|verhuisdozen|Fw foto's]"),
        sender=f"{d.name(friend, 'full')} <{d.mail(friend)}>",
        to=f"{d.name(me, 'full')} <{d.mail(me)}>",
        subject=d.say("[zaterdag|etentje|fietsen|boek]"),
        body=[
            f"Hoi {me.first},",
            d.say(
                "[Zullen we zaterdag gaan fietsen?|Heb jij mijn boormachine nog?|Dank voor het eten gisteren!] [Neem je regenjas mee.|De kinderen vonden het geweldig.]"
            ),
            f"Liefs, {friend.first}",
        ],
        sent=d.moment(),
    )


@template("clean", "list of family photographs", "txt md")
def photos(d: Draft) -> Content:
    lines = [
        f"IMG_{d.number(1000, 9999)}.jpg  {d.say('[strand|verjaardag|vakantie Texel|kerst|tuin]')} {d.pick(('Fenna', 'oma', 'Ruben en Tess', 'Noor'))}"
        for _ in range(d.number(6, 30))
    ]
    return Paper(name=d.say("[fotolijst|foto's 2023|album]"), blocks=[Text("\n".join(lines))])


@template(
    "own",
    "holiday booking, passport fields still empty",
    "pdf html docx",
    hard="headers of personal data without values",
)
def holiday(d: Draft) -> Content:
    me = d.world.me
    return Paper(
        name=d.say("[boeking|reisbescheiden|Booking] [Kreta|Lissabon|ferry]"),
        blocks=[
            Heading(d.say("[Uw boeking|Boekingsbevestiging]")),
            Pairs(
                [
                    ("Hoofdboeker", d.name(me, "full")),
                    ("Boekingsnummer", f"{d.pick('XQZ')}{d.number(10000, 99999)}"),
                    ("Paspoortnummer", ""),
                    ("Geldig tot", ""),
                    ("Geboortedatum reiziger 2", ""),
                ]
            ),
            Text(d.say("[Vul de paspoortgegevens uiterlijk 14 dagen voor vertrek in.|Check online in.]")),
        ],
    )


@template("clean", "newsletter", "html html pdf")
def newsletter(d: Draft) -> Content:
    sender = d.other_place()
    return Paper(
        name=d.say("[nieuwsbrief|Newsletter|update] [mei|nr 4|zomer]"),
        blocks=[
            Heading(d.say("[Nieuws uit het vakgebied|HR Nieuws|Privacy update]")),
            Text(
                d.say(
                    f"[Verzuim stijgt door griepgolf, zegt {d.name(d.person(), 'full')} van {sender.name}.|Directeur {d.name(d.person(), 'full')} neemt afscheid.|Nieuwe regels voor loonbeslag.]"
                )
            ),
            Text(d.say("[Lees verder op onze site.|Meld je aan voor het congres.]")),
            Text(
                f"{sender.name}, {d.home(sender.office)} - {d.box('info', sender.domain)} - {d.say('[Afmelden|Uitschrijven]')}"
            ),
        ],
    )


@template("clean", "job advert", LETTER.replace("rtf", "html"), hard="pay scale, not a person's pay")
def advert(d: Draft) -> Content:
    place, who = d.place, d.person()
    return Paper(
        name=d.say("[vacature|Vacaturetekst|functieprofiel] [adviseur|controller|wijkverpleegkundige]"),
        blocks=[
            Heading(d.say("[Vacature|Wij zoeken een] ") + d.pick(BUSINESS_FUNCTIONS)),
            Text(
                d.say(
                    f"{place.name} [zoekt versterking|heeft een plek vrij]. [Je werkt 32-36 uur.|Standplaats {place.office.town}.]"
                )
            ),
            Bullets(
                [
                    d.say("[Een salaris in schaal 9 (max. € 4.900)|Marktconform salaris]"),
                    d.say("[Pensioen en verlof goed geregeld|Een VOG is vereist]"),
                ]
            ),
            Text(f"Informatie: {d.name(who, 'full')}, {d.landline(place.phone)}, {d.work_mail(who, place.domain)}"),
        ],
    )


@template("clean", "invitation in a calendar", "ics", trace="never")
def invitation(d: Draft) -> Content:
    who, place, start = d.person(), d.other_place(), d.moment()
    text = (
        f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:{d.number(10**9, 10**10)}@{place.domain}\r\nDTSTART:{start:%Y%m%dT%H%M%S}\r\nDTEND:{start + timedelta(hours=1):%Y%m%dT%H%M%S}\r\nSUMMARY:{d.say('[Kennissessie|Projectoverleg|Demo|Lunch]')}\r\n"
        f"ORGANIZER;CN={d.name(who, 'full')}:mailto:{d.work_mail(who, place.domain)}\r\nLOCATION:{d.say('[Teams|zaal 3|online]')}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    return Raw(name=d.say("[uitnodiging|invite|afspraak]"), extension="ics", content=text.encode())


@template("clean", "meter readings and energy", SHEETS)
def meter(d: Draft) -> Content:
    rows: list[Row] = [[d.day(), d.number(10000, 99999), d.number(1000, 9999)] for _ in range(d.number(6, 30))]
    return Book(
        name=d.say("[meterstanden|energieverbruik|gas en stroom]"),
        sheets=[Sheet(title="standen", header=["Datum", "kWh", "m3"], rows=rows)],
    )


@template("clean", "packing list, to-do list, recipe", "txt md docx")
def notes(d: Draft) -> Content:
    return Paper(
        name=d.say("[todo|boodschappen|recept|paklijst|notitie]"),
        blocks=[
            Bullets(
                [
                    d.say(line)
                    for line in d.some(
                        (
                            "[melk|havermelk]",
                            "printer resetten",
                            "[band plakken|fiets ophalen]",
                            "cadeau kopen",
                            "500 g bloem",
                            "kapper bellen",
                            "wachtwoord wijzigen",
                        ),
                        3,
                        6,
                    )
                ]
            )
        ],
    )


@template("clean", "quotation of a supplier", OFFICE)
def other_quotation(d: Draft) -> Content:
    seller, who = d.other_place(), d.person()
    return Paper(
        name=d.say("[offerte|prijsopgave|Quote] ") + str(d.number(100, 9999)),
        header=seller.name,
        blocks=[
            Heading("Offerte"),
            Text(f"{seller.name}, {d.home(seller.office)}"),
            Table(
                ["Product", "Aantal", "Prijs"],
                [[d.say("[Licentie verzuimmodule|Scanstraat|Bureaustoel]"), d.number(1, 60), d.number(20, 900)]],
            ),
            Text(
                f"{d.name(who, 'full')}, accountmanager, {d.landline(seller.phone)}, {d.work_mail(who, seller.domain)}"
            ),
        ],
    )
