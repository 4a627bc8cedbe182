"""Citizens, patients, pupils, tenants: files of municipalities, care, schools and housing."""
# ruff: noqa: E501
# Sentences with their variations stay on one line: broken up they cannot be read as a sentence.

from __future__ import annotations

from datetime import timedelta

from benchmarks.detection.unseen import columns as of
from benchmarks.detection.unseen.client_letters import closing, greeting, letter_head
from benchmarks.detection.unseen.draft import LETTER, ROWS, SHEETS, WORD, Draft, template
from benchmarks.detection.unseen.paper import Block, Bullets, Content, Heading, Mail, Pairs, Paper, Row, Table, Text


@template("client-data", "WMO report of a visit at home", WORD, special=True, sorts="municipality")
def home_visit(d: Draft) -> Content:
    who, aide = d.person((1930, 1965)), d.contact()
    d.mark("health")
    facts = [
        "[Mevrouw|Cliënt|Betrokkene] loopt met een rollator [en valt regelmatig|sinds de heupoperatie|door reuma].",
        "[Er is sprake van beginnende dementie|De longen gaan achteruit (COPD Gold 3)|Ziet nog 20% door maculadegeneratie].",
        "[De dochter doet de was|De mantelzorger is overbelast|Kinderen wonen ver weg].",
        "[Traplift aangevraagd|Huishoudelijke hulp 3 uur per week|Scootmobiel geïndiceerd].",
    ]
    pairs = [
        ("Naam", d.name(who)),
        ("Geboortedatum", d.born(who)),
        ("BSN", d.bsn(who)),
        ("Adres", d.home(who.home)),
        ("Telefoon", d.landline(who.landline)),
        ("Consulent", d.name(aide)),
        ("Datum huisbezoek", d.dated(d.day())),
    ]
    return Paper(
        name=d.say(
            "[onderzoeksverslag|Keukentafelgesprek|gespreksverslag|Wmo verslag] [{}|concept|getekend]".replace(
                "{}", str(d.number(1000, 9999))
            )
        ),
        header=d.at if d.chance(0.5) else "",
        blocks=[
            Heading(d.say("[Verslag keukentafelgesprek|Onderzoeksverslag maatwerkvoorziening|Wmo-melding]")),
            Pairs(d.in_order(pairs, 4, 7)),
            Heading(d.say("[Situatie|Bevindingen]"), 2),
            Text(" ".join(d.say(fact) for fact in [facts[0], facts[1], *d.some(facts[2:], 1, 2)])),
            Text(d.say("[Advies: toekennen|Besluit volgt binnen twee weken|Afgewezen, zie beschikking]")),
        ],
    )


@template("client-data", "debt help file", WORD, sorts="municipality welfare")
def debts(d: Draft) -> Content:
    who = d.person()
    rows: list[Row] = [
        [creditor, d.number(120, 8000), d.pick(("deurwaarder", "betalingsregeling", "geen reactie"))]
        for creditor in d.some(
            ("Belastingdienst", "Zorgverzekeraar", "Energie", "Postorder", "Verhuurder", "CJIB", "Telecom"), 3, 6
        )
    ]
    pairs = [
        ("Cliënt", d.name(who)),
        ("BSN", d.bsn(who)),
        ("Inkomen", d.wage(who) + " bruto per maand"),
        ("Rekening", d.iban(who.iban)),
        ("Adres", d.home(who.home)),
        ("Geboren", d.born(who)),
    ]
    return Paper(
        name=d.say(
            "[schuldenoverzicht|dossier SHV|Aanmelding schuldhulp|crediteurenlijst] [{}|]".replace(
                "{}", str(d.number(100, 999))
            )
        ),
        blocks=[
            Heading(d.say("[Schuldregeling|Intake schuldhulpverlening|Budgetplan]")),
            Pairs([pairs[0], *d.some(pairs[1:], 2, 5)]),
            Table(["Schuldeiser", "Bedrag", "Stand"], rows),
            Text(
                d.say(
                    "[Cliënt is sinds kort gescheiden.|Partner is niet op de hoogte.|Dreigende huisuitzetting per 1e van de maand.]"
                )
            ),
        ],
    )


@template("client-data", "youth care plan", "docx docx pdf odt", special=True, sorts="municipality welfare")
def youth(d: Draft) -> Content:
    child, parent = d.person((2008, 2018)), d.person((1975, 1992))
    d.mark("health")
    return Paper(
        name=d.say(
            "[gezinsplan|1G1P|plan jeugdhulp|verwijzing jeugd|perspectiefplan] [casus|{}|juni]".replace(
                "{}", str(d.number(10, 400))
            )
        ),
        blocks=[
            Heading(d.say("[Gezinsplan|Perspectiefplan jeugdhulp|Ondersteuningsplan]")),
            Pairs(
                [
                    (d.say("[Jeugdige|Kind]"), d.name(child, "full")),
                    ("Geboortedatum", d.born(child)),
                    *([("BSN", d.bsn(child))] if d.chance(0.5) else []),
                    (d.say("[Ouder/verzorger|Moeder|Gezaghebbende]"), d.name(parent)),
                    ("Adres", d.home(parent.home)),
                    ("Mobiel", d.mobile(parent)),
                ]
            ),
            Text(
                d.say(
                    f"{child.first} [heeft een diagnose ADHD en ODD|laat kenmerken van autisme zien|is getraumatiseerd na geweld thuis, PTSS|slikt medicatie voor angsten]. "
                    "[Op school escaleert het|Vader is uit beeld|Er ligt een zorgmelding bij Veilig Thuis]."
                )
            ),
            Bullets(
                [
                    d.say("[EMDR via de GGZ|Gezinscoach 2x per week|Dagbehandeling]"),
                    d.say("[Evaluatie na 3 maanden|Terugkoppeling huisarts]"),
                ]
            ),
        ],
    )


@template("client-data", "neighbour's objection to a permit", "docx docx pdf pdf txt", sorts="municipality")
def objection(d: Draft) -> Content:
    who, other = d.person(), d.person()
    grounds = (
        "[het uitzicht|de bezonning van onze tuin] [verdwijnt|wordt ontnomen]",
        "[de parkeerdruk|het verkeer] neemt toe",
        "[de dakkapel|de aanbouw|de schuur] past niet in het bestemmingsplan",
        "onze privacy wordt aangetast",
    )
    return Paper(
        name=d.say(
            "[bezwaarschrift|zienswijze|Bezwaar omgevingsvergunning|zienswijzen bundel] [{}|Z-{}|buren]".replace(
                "{}", str(d.number(1000, 90000))
            )
        ),
        blocks=[
            Text(f"{d.name(who)}\n{d.home(who.home, lines=True)}\n{d.mobile(who)}"),
            Text(f"Aan: {d.at}, college van B&W"),
            Text(
                d.say(
                    f"[Bezwaar tegen|Zienswijze op] de vergunning voor {d.home(other.home)} (zaak {d.number(10000, 99999)}), aanvrager {d.name(other)}"
                )
            ),
            Text(d.say("[Hierbij maak ik bezwaar|Ik ben het niet eens met uw besluit]. [Mijn gronden|Redenen]:")),
            Bullets([d.say(ground) for ground in d.some(grounds, 2, 4)]),
            Text(f"Hoogachtend,\n{who.full}"),
        ],
    )


@template("client-data", "patient letter", LETTER, special=True, sorts="hospital")
def patient(d: Draft) -> Content:
    who, doctor, gp = d.person((1935, 2005)), d.person(), d.person()
    d.mark("health")
    disease = d.say(
        "[boezemfibrilleren|diabetes mellitus type 2|coloncarcinoom T2N0|reumatoïde artritis|COPD|epilepsie]"
    )
    pairs = [
        ("Patiënt", d.name(who)),
        ("Geb.", d.born(who)),
        ("Patiëntnr.", str(d.number(1000000, 9999999))),
        ("BSN", d.bsn(who)),
    ]
    pairs += [("Adres", d.home(who.home))] if d.chance(0.4) else []
    extra = []
    if d.chance(0.3):
        big = f"{d.pick('1279')}9{d.number(100000000, 999999999)}"
        extra = [Text(f"BIG-registratie: {big}")]
        d.mark("big_number")
    return Paper(
        name=d.say(
            "[ontslagbrief|specialistenbrief|Brief huisarts|poliklinisch verslag] [{}|cardio|int]".replace(
                "{}", str(d.number(100, 9000))
            )
        ),
        blocks=[
            Text(d.say(f"[Geachte collega|Beste collega {gp.last}],")),
            Pairs(d.in_order(pairs, 3, 5)),
            Text(
                d.say(
                    f"[Bovengenoemde patiënt zagen wij op|Polibezoek d.d.] {d.dated(d.day())}. [Conclusie|Diagnose]: {disease}."
                )
            ),
            Text(
                d.say(
                    "[Medicatie|Rx]: [metoprolol 50 mg|metformine 2dd 500 mg|apixaban 5 mg|prednison afbouwschema]. [Controle over 3 maanden|Terugverwezen naar huisarts]."
                )
            ),
            Text(
                f"{d.say('[Met collegiale groet|Hoogachtend]')},\n{d.name(doctor, 'formal')}, {d.say('[cardioloog|internist|longarts]')}"
            ),
            *extra,
        ],
    )


@template("client-data", "patients on a list", ROWS, special=True, sorts="hospital")
def patients(d: Draft) -> Content:
    codes = (
        "[DBC|Diagnose|Zorgproduct|ICD10|Indicatie]",
        lambda _: d.pick(("I48 boezemfibrilleren", "E11 diabetes", "J44 COPD", "C18 darmkanker", "F32 depressie")),
        "health",
    )
    header = ("[Patientnr|MRN|PID]", lambda _: d.number(1000000, 9999999), "")
    d.mark("health")
    chosen = [header, *of.names(d), of.born(d), codes, *of.chosen(d, [of.bsn(d), of.mobile(d), of.address(d)], 0, 2)]
    return d.book(
        "[wachtlijst|polilijst|opnames|Chipsoft_export|verwijzingen] [wk 22|cardio|mei]",
        "[pat|lijst]",
        chosen,
        d.people(5, 60),
    )


@template("client-data", "pupils of a school", ROWS, special=True, sorts="school")
def pupils(d: Draft) -> Content:
    group = ("[Groep|Klas|Stamgroep]", lambda _: d.pick(("3a", "h2b", "4 vmbo-k", "1ga", "groep 7")), "")
    advice = ("[Advies|Uitstroomprofiel|OPP]", lambda _: d.pick(("havo", "vmbo-t", "vwo", "praktijkonderwijs")), "")
    care = (
        "[Zorg|Bijzonderheden|Ondersteuning]",
        lambda _: d.pick(("dyslexie", "ADHD, medicatie om 12 u", "diabetes", "astma", "notenallergie")),
        "health",
    )
    parent = ("[Ouder 1|Contactpersoon]", lambda _: d.person().full, "name")
    chosen = [*of.names(d), of.born(d), group, care, *d.some([advice, parent, of.mobile(d), of.bsn(d)], 1, 3)]
    return d.book(
        "[leerlingen|Leerlingenlijst|magister export|parnassys_llg|Zorgoverzicht IB]",
        "[leerlingen|groep]",
        chosen,
        [d.person((2006, 2018)) for _ in range(d.number(6, 60))],
    )


@template("client-data", "tenants with arrears", ROWS, sorts="housing")
def arrears(d: Draft) -> Content:
    debt = ("[Achterstand|Saldo|Openstaand]", lambda _: d.number(300, 7000) + 0.45, "")
    months = ("[Mnd|Aantal maanden]", lambda _: d.number(1, 9), "")
    step = (
        "[Status|Traject|Fase]",
        lambda _: d.pick(("aanmaning", "deurwaarder", "ontruiming aangezegd", "regeling", "vroegsignalering")),
        "",
    )
    return d.book(
        "[huurachterstanden|achterstandenlijst|Incasso huur|debiteuren huur] [mei|tranche 2|2025]",
        "[huurders|Incasso]",
        [
            of.code(d, "[Contractnr|VHE]", ("VHE-20331", "VHE-11872", "VHE-40021")),
            *of.names(d),
            *of.address(d),
            debt,
            months,
            step,
            *d.some([of.mobile(d), of.iban(d), of.born(d)], 0, 2),
        ],
        d.people(6, 80),
    )


@template("client-data", "complaint of a resident or patient", LETTER, sorts="hospital care housing municipality")
def complaint(d: Draft) -> Content:
    who, accused = d.person(), d.person()
    subject = d.say("[klacht over bejegening|uw klacht|Klacht 2025-{}]".replace("{}", str(d.number(10, 600))))
    body = d.say(
        f"[Op|Wij ontvingen op] {d.dated(d.day())} [heeft u een klacht ingediend over|uw brief over] "
        f"[onze medewerker|de wijkverpleegkundige|de baliemedewerker] {d.name(accused, 'formal')}. U [voelde zich afgesnauwd|vond de wachttijd onacceptabel|kreeg geen antwoord]."
    )
    blocks: list[Block] = [
        *letter_head(d, who, subject),
        greeting(d, who),
        Text(body),
        Text(d.say("[Wij bieden excuses aan.|De klacht is ongegrond.|De commissie hoort u op een zitting.]")),
        *closing(d, d.contact()),
    ]
    return Paper(
        name=d.say("[klacht|afhandeling klacht|Reactie klacht] [{}|brief]".replace("{}", str(d.number(10, 600)))),
        header=d.at,
        blocks=blocks,
    )


@template("client-data", "citizen's mail to a municipality forwarded", "eml", sorts="municipality")
def citizen_mail(d: Draft) -> Content:
    who, clerk = d.person(), d.contact()
    plea = d.say(
        "[Mijn uitkering is gestopt en ik kan de huur niet betalen|Ik wacht al weken op bijzondere bijstand|De buurman bedreigt ons elke avond]"
    )
    return Mail(
        name=d.say("[FW uitkering|Fwd vraag inwoner|RE urgent|melding]"),
        sender=f"{clerk.full} <{d.work_mail(clerk, d.domain)}>",
        to=f"{d.name(d.world.me, 'full')} <{d.box(*d.world.owner.mail.split('@'))}>",
        subject=d.say("[FW: hulp|Fwd: klacht|Casus voor procesanalyse]"),
        body=[
            d.say("[Zie onder, typisch geval.|Zo komen ze binnen.|Voorbeeld voor je analyse]"),
            "-----Oorspronkelijk bericht-----",
            f"Van: {d.name(who, 'full')} <{d.mail(who)}>",
            f"{plea}. {d.say('[Mijn BSN is|Ik sta bij u bekend onder]')} {d.bsn(who)}. "
            f"{d.say('[U kunt mij bellen|Bel mij]')}: {d.mobile(who)}.",
            f"{who.full}, {d.home(who.home)}",
        ],
        sent=d.moment(),
    )


@template("client-data", "benefit decisions extract", ROWS, sorts="municipality")
def benefits(d: Draft) -> Content:
    sort = (
        "[Regeling|Wet|Soort uitkering]",
        lambda _: d.pick(("PW alleenstaande", "IOAW", "Bbz", "bijz. bijstand")),
        "",
    )
    amount = ("[Bedrag|Norm|Uitkering p/m]", lambda _: d.number(600, 1700), "")
    begin = ("[Ingangsdatum|Toekenning per]", lambda _: d.day(), "")
    return d.book(
        "[suite_uitkering|GWS4all selectie|Cliëntenbestand|bijstand] [actueel|2025|selectie]",
        "[clienten|uitk]",
        [
            of.code(d, "[Dossiernr|Cliëntnr]", (20114, 30417, 11250)),
            of.bsn(d),
            *of.names(d),
            of.born(d),
            sort,
            amount,
            begin,
            *of.chosen(d, [of.iban(d), of.address(d)], 0, 2),
        ],
        d.people(6, 100),
    )


@template("client-data", "incident report", WORD, special=True, sorts="care hospital industry")
def incident(d: Draft) -> Content:
    victim, witness, by = d.person((1930, 2000)), d.person(), d.contact()
    d.mark("health")
    return Paper(
        name=d.say(
            "[MIC melding|incidentrapport|VIM|ongevalsmelding] [{}|mei|]".replace("{}", str(d.number(100, 990)))
        ),
        blocks=[
            Heading(d.say("[Melding incident|Ongevallenrapport|MIC-formulier]")),
            Pairs(
                [
                    ("Datum/tijd", d.moment().strftime("%d-%m-%Y %H:%M")),
                    (d.say("[Betrokkene|Cliënt|Slachtoffer]"), d.name(victim)),
                    ("Geboren", d.born(victim)),
                    (d.say("[Getuige|Gezien door]"), d.name(witness)),
                    ("Melder", d.name(by)),
                ]
            ),
            Text(
                d.say(
                    f"{victim.full} [is gevallen bij de douche en brak een heup|kreeg een dubbele dosis oxazepam|sneed zich diep in de hand aan machine 4|raakte bewusteloos na een hypo]. "
                    "[Ambulance gebeld|Huisarts is geweest|Arbeidsinspectie ingelicht]."
                )
            ),
        ],
    )


@template("client-data", "care notes per day", "txt docx html", special=True, sorts="care")
def care_notes(d: Draft) -> Content:
    who = d.person((1930, 1958))
    d.mark("health")
    start = d.day()
    notes = (
        "at slecht, wondzorg hiel gedaan",
        "onrustig in de nacht, 1 mg lorazepam",
        "incontinent van urine, huid rood",
        "suiker 14.2, insuline gegeven",
        "dochter op bezoek, verdrietig",
        "koorts 38.9, arts gebeld",
    )
    rows = [
        f"{(start + timedelta(days=day)).strftime('%d-%m')} {d.pick(('VD', 'AD', 'ND'))}: {note}"
        for day, note in enumerate(d.some(notes, 4, 6))
    ]
    return Paper(
        name=d.say("[rapportage|zorgdossier|dagrapportages] [kamer 12|cliënt|wk 20]"),
        blocks=[
            Heading(d.say("[Rapportage|Zorgplan en rapportages] ") + d.name(who, "titled")),
            Pairs([("Geb.datum", d.born(who)), ("Afdeling", "De Linde")]),
            Text("\n".join(rows)),
        ],
    )


@template("client-data", "client satisfaction with private addresses", SHEETS)
def satisfaction(d: Draft) -> Content:
    score = ("[Cijfer|NPS|Tevredenheid]", lambda _: d.number(1, 10), "")
    said = (
        "[Toelichting|Opmerking|Open antwoord]",
        lambda _: d.pick(("prima geholpen", "te lang aan de lijn", "monteur kwam niet opdagen", "vriendelijk", "")),
        "",
    )
    return d.book(
        "[klanttevredenheid|KTO ruwe data|nps respons|enquete huurders]",
        "[respons|antwoorden]",
        [*of.names(d), *of.address(d), of.mail(d), score, said],
        d.people(8, 80),
    )


@template("client-data", "raw survey answers with names", ROWS)
def survey(d: Draft) -> Content:
    questions = [
        "[Q1|Ik voel mij veilig op het werk|V1_veilig]",
        "[Q2|Mijn leidinggevende luistert|V2_leiding]",
        "[Q3|Ik overweeg te vertrekken|V3_vertrek]",
    ]
    chosen = [("[Tijdstempel|Start time|submitdate]", lambda _: d.moment(), ""), *of.names(d), of.work_mail(d)]
    chosen += [(question, lambda _: d.number(1, 5), "") for question in questions]
    chosen.append(
        (
            "[Wat wilt u kwijt?|Open vraag|Comments]",
            lambda _: d.pick(
                (
                    "mijn manager schreeuwt",
                    "gaat goed",
                    "ik ben bang voor de reorganisatie",
                    "te weinig salaris voor dit werk",
                    "",
                )
            ),
            "",
        )
    )
    return d.book(
        "[Forms respons|enquête medewerkers|survey_raw|MTO antwoorden] [1-88|def]",
        "[Form1|respons]",
        chosen,
        d.people(6, 60),
    )
