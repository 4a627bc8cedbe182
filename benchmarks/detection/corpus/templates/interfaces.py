# ruff: noqa: E501  # the text of a document reads best in one piece
"""Messages between systems: care, municipalities, payroll and banks; fixed widths, attributes, segments."""

from __future__ import annotations

import json
from xml.sax.saxutils import escape, quoteattr

from benchmarks.detection.corpus import fields, numbers
from benchmarks.detection.corpus.blocks import Cell, Sheet
from benchmarks.detection.corpus.formats import plain
from benchmarks.detection.corpus.people import ascii_of
from benchmarks.detection.corpus.scene import Scene, euros
from benchmarks.detection.corpus.template import Paper, template


@template("client-data", "messages of a hospital in segments", hard="segments with signs as separators")
def segments(s: Scene) -> Paper:
    s.at_branch("care")
    s.kinds |= {"name", "bsn", "date_of_birth", "address", "health"}
    lines = []
    for person in s.people(4, 25):
        stamp = f"{s.day:%Y%m%d}{s.rng.randint(8, 17):02d}30"
        lines += [
            f"MSH|^~\\&|ZIS|HOSP|LAB|EXT|{stamp}||ADT^A01|{s.rng.randint(10**6, 10**7)}|P|2.4",
            f"PID|1||{person.bsn}^^^NLMINBIZA^NNNLD||{person.surname}^{person.first}^^^^^L||{person.born:%Y%m%d}|{'F' if person.is_woman else 'M'}|||{person.street_line}^^{person.town}^^{person.postcode}^NL",
            f"PV1|1|I|{s.pick('CARD', 'INT', 'CHIR')}^{s.rng.randint(1, 40)}|||",
            f"DG1|1||{s.pick('I21.9^Acuut myocardinfarct', 'C50.9^Mammacarcinoom', 'E11.9^Diabetes mellitus type 2', 'F32.1^Depressieve episode')}^ICD10",
        ]
    return s.paper(s.pick("ADT_20260312.hl7", "berichten.hl7", "export.txt"), "\r".join(lines).encode())


@template("client-data", "records of fixed width for a declaration of care", hard="fixed width without any header")
def fixed_width(s: Scene) -> Paper:
    s.at_branch("care", "municipality")
    s.kinds |= {"name", "bsn", "date_of_birth"}
    lines = [f"01{'437':<6}{s.day:%Y%m%d}{s.organisation()[:35]:<35}"]
    for number, person in enumerate(s.people(10, 60), start=1):
        lines.append(
            f"02{number:08d}{person.bsn}{person.born:%Y%m%d}{'2' if person.is_woman else '1'}{person.surname[:25]:<25}{person.particle:<10}{person.first[0]:<6}{person.postcode.replace(' ', '')}{person.house[:5]:<5}"
        )
        lines.append(f"04{number:08d}{s.pick('41A11', '43A04', '45A48')}{s.day:%Y%m%d}{s.rng.randint(100, 90_000):08d}")
    return s.paper(s.pick("AW319.txt", "declaratie.asc", "WMO303.dat"), "\r\n".join(lines).encode("cp1252", "replace"))


@template("client-data", "message of support to a provider as XML")
def support_message(s: Scene) -> Paper:
    s.at_branch("municipality", "care")
    s.kinds |= {"name", "bsn", "date_of_birth", "address"}
    clients = "".join(
        f"<iwmo:Client><iwmo:Bsn>{person.bsn}</iwmo:Bsn><iwmo:Geboortedatum><iwmo:Datum>{person.born.isoformat()}</iwmo:Datum></iwmo:Geboortedatum>"
        f"<iwmo:Naam><iwmo:Geslachtsnaam><iwmo:Naam>{escape(person.surname)}</iwmo:Naam><iwmo:Voorvoegsel>{escape(person.particle)}</iwmo:Voorvoegsel></iwmo:Geslachtsnaam><iwmo:Voornamen>{person.first}</iwmo:Voornamen></iwmo:Naam>"
        f"<iwmo:Adres><iwmo:Huis>{person.house}</iwmo:Huis><iwmo:Postcode>{person.postcode.replace(' ', '')}</iwmo:Postcode><iwmo:Straatnaam>{person.street}</iwmo:Straatnaam><iwmo:Plaatsnaam>{person.town}</iwmo:Plaatsnaam></iwmo:Adres></iwmo:Client>\n"
        for person in s.people(2, 20)
    )
    return s.paper(
        s.pick("WMO301.xml", "JW301_2026.xml", "toewijzing.xml"),
        f'<?xml version="1.0" encoding="UTF-8"?>\n<iwmo:Bericht xmlns:iwmo="urn:voorbeeld:iwmo">\n{clients}</iwmo:Bericht>\n'.encode(),
    )


@template("client-data", "wage return of an employer", hard="values stand in attributes and short elements")
def wage_return(s: Scene) -> Paper:
    s.kinds |= {"name", "bsn", "date_of_birth", "salary"}
    items = "".join(
        f'<InkomstenverhoudingInitieel NumIV="1"><NatuurlijkPersoon SofiNr="{person.bsn}" Gebdat="{person.born.isoformat()}" SignNm={quoteattr(person.surname)} Voorv={quoteattr(person.particle)} Voorl="{person.first[0]}"/>'
        f"<Werknemersgegevens><LnLbPh>{person.salary_cents / 100:.2f}</LnLbPh><LnSV>{person.salary_cents / 100:.2f}</LnSV><IngLbPh>{person.salary_cents // 300}</IngLbPh></Werknemersgegevens></InkomstenverhoudingInitieel>\n"
        for person in s.people(5, 50)
    )
    return s.paper(
        s.pick("loonaangifte_2026_09.xml", "LH_aangifte.xml"),
        f'<?xml version="1.0" encoding="UTF-8"?>\n<Loonaangifte xmlns="http://xml.voorbeeld.example/lh"><AdministratieveEenheid><LhNr>{numbers.rsin(s.rng)}L01</LhNr>\n{items}</AdministratieveEenheid></Loonaangifte>\n'.encode(),
    )


@template("client-data", "dump of a system as one long line of JSON", hard="nested and without line breaks")
def long_json(s: Scene) -> Paper:
    s.kinds |= {"name", "bsn", "date_of_birth", "email", "phone", "health"}
    value = {
        "meta": {"generated": s.day.isoformat(), "count": 1},
        "data": {
            str(number): {
                "p": {
                    "vn": person.first,
                    "tv": person.particle,
                    "an": person.surname,
                    "gd": person.born.isoformat(),
                    "bsn": int(person.bsn),
                },
                "c": [{"t": "mail", "v": person.private_mail}, {"t": "tel", "v": person.phone}],
                "verzuim": [
                    {"van": s.day_near().isoformat(), "reden": s.pick("griep", "overspannen", "operatie knie")}
                ],
            }
            for number, person in enumerate(s.people(8, 80))
        },
    }
    return s.paper(
        s.pick("dump.json", "state.json", "api_response.json"),
        json.dumps(value, ensure_ascii=s.chance(0.5), separators=(",", ":")).encode(),
    )


@template(
    "client-data", "statement of a client's bank with salaries", hard="a bank statement, but not the consultant's"
)
def client_statement(s: Scene) -> Paper:
    s.kinds |= {"name", "iban", "salary"}
    account = numbers.iban(s.rng)
    lines = [":20:STMT", f":25:{account}", ":28C:00214/001", f":60F:C{s.day:%y%m%d}EUR900000,00"]
    for person in s.people(10, 60):
        lines.append(f":61:{s.day:%y%m%d}D{person.salary_cents / 100:.2f}N544NONREF".replace(".", ","))
        lines.append(
            f":86:/TRTP/SEPA OVERBOEKING/IBAN/{person.iban}/NAME/{person.formal.upper()}/REMI/SALARIS {s.day.month:02d}-{s.day.year}"
        )
    return s.paper(
        s.pick("MT940.sta", "afschrift_0214.940", "bank.txt"), "\r\n".join(lines).encode("cp1252", "replace")
    )


@template(
    "client-data",
    "addresses for a mailing, one label under another",
    hard="names and addresses without any header or comma",
)
def labels(s: Scene) -> Paper:
    people = s.people(10, 60)
    text = "\r\n\r\n".join(
        f"{s.pick('Fam.', 'Dhr.', 'Mevr.')} {s.name(person, 'formal')}\r\n{s.address(person, chr(13) + chr(10))}"
        for person in people
    )
    return s.paper(s.pick("etiketten.txt", "mailing.txt", "adreslabels.txt"), text.encode("utf-8"))


@template(
    "client-data", "comma separated export with a separator line and broken lines", hard="line breaks in quoted cells"
)
def broken_lines(s: Scene) -> Paper:
    people = s.people(8, 50)
    notes = (
        "Gebeld,\ngeen gehoor.",
        "Wil na de bevalling\n3 dagen werken; akkoord",
        "Zit thuis met een hernia.\nTerugbelafspraak maken",
        "geen",
    )
    rows = fields.varied(
        s,
        people,
        ("Naam", fields.name(s)),
        ("Geb.datum", fields.born(s)),
        ("Tel", fields.phone(s)),
        ("Notitie", fields.constant(*notes)),
    )
    s.kinds.add("health")
    content = b"sep=,\r\n" + plain.delimited(rows, delimiter=",", quoted=True)
    return s.paper(s.pick("crm_export.csv", "notities.csv", "contactmomenten.csv"), content)


@template("client-data", "months in columns, persons in rows", hard="a crosstab of persons and months")
def crosstab(s: Scene) -> Paper:
    people = s.people(8, 40)
    s.kinds |= {"name", "health"}
    rows: list[list[Cell]] = [
        ["Ziekte-uren per medewerker"],
        [],
        ["", *(["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]), "Totaal"],
    ]
    for person in people:
        hours = [s.rng.choice((0, 0, 0, 4, 8, 16, 160)) for _ in range(12)]
        rows.append([person.listed, *hours, sum(hours)])
    return s.workbook(s.pick("ziekte per maand", "verzuimuren", "kruistabel"), [Sheet(name="Kruistabel", rows=rows)])


@template("client-data", "subtitles of a recorded meeting", hard="spoken words, one name a line")
def subtitles(s: Scene) -> Paper:
    absent = s.person()
    speakers = [s.contact() for _ in range(3)]
    s.kinds |= {"name", "health"}
    said = (
        "Goed, dan het volgende punt, de bezetting.",
        f"Ja, {absent.full} is dus uitgevallen, die heeft een tia gehad.",
        "Jeetje. En hoe is het nu met haar?",
        "Ze ligt nog op neurologie. Haar man belt me morgen. Mag het niet verder vertellen eigenlijk.",
        "Oké. Dan vragen we een uitzendkracht.",
    )
    cues = [
        f"{number + 1}\n00:{number:02d}:05.000 --> 00:{number:02d}:11.500\n<v {s.rng.choice(speakers).full}>{line}</v>"
        for number, line in enumerate(said)
    ]
    return s.paper(s.pick("overleg.vtt", "Teams transcript.vtt"), ("WEBVTT\n\n" + "\n\n".join(cues) + "\n").encode())


@template("client-data", "text of a scan with mistakes of recognition", hard="spaces in numbers, letters for digits")
def recognised(s: Scene) -> Paper:
    person = s.person()
    spaced = " ".join(s.ink("bsn", person.bsn))
    text = (
        f"AANVRAAGF0RMULIER  BIJZONDERE  BIJSTAND\n\nNaam  : {s.name(person).upper()}\nGeb. datum : {person.born:%d - %m - %Y}\n"
        f"Burgerservicenummer : {spaced}\nAdres : {s.address(person)}\nHuur per maand : € {euros(s.rng.randint(90_000, 150_000))}\n"
        "Reden aanvraag : wasmachine kapot , geen geld door schu|den\n"
    )
    s.kinds.add("date_of_birth")
    return s.paper(s.pick("scan_ocr.txt", "OCR 0031.txt", "aanvraag_gescand.txt"), text.encode())


@template("client-data", "list of users with rights and private data", hard="accounts beside private data")
def users(s: Scene) -> Paper:
    s.kinds |= {"name", "email", "phone", "date_of_birth"}
    lines = ["dn,sAMAccountName,displayName,mail,mobile,extensionAttribute4"]
    lines += [
        f'"CN={person.full},OU=Gebruikers,DC=org",{ascii_of(person.first[:1])}{ascii_of(person.surname)[:7]},{person.full},{person.private_mail},{person.phone},{person.born:%Y-%m-%d}'
        for person in s.people(10, 80)
    ]
    return s.paper(s.pick("ad_export.csv", "gebruikers.csv", "users.ldif.csv"), "\r\n".join(lines).encode())
