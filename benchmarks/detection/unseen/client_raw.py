"""What is copied out of a client's systems as it is: dumps, tickets, configuration, recordings."""
# ruff: noqa: E501
# Sentences with their variations stay on one line: broken up they cannot be read as a sentence.

from __future__ import annotations

from benchmarks.detection.unseen import columns as of
from benchmarks.detection.unseen.draft import Draft, template
from benchmarks.detection.unseen.paper import Attachment, Content, Mail, Paper, Raw, Text
from benchmarks.detection.unseen.people import plain


@template("client-data", "database with persons", "db db sql")
def database(d: Draft) -> Content:
    return d.book(
        "[backup|app|prod_copy|crm]_[1|2025|tmp]",
        "[person|tbl_client|medewerker]",
        [("id", lambda who: who.staff_number, ""), *of.names(d), of.bsn(d), of.born(d), *of.address(d), of.mail(d)],
        d.people(10, 120),
    )


@template("client-data", "API answer with persons", "json jsonl")
def api_answer(d: Draft) -> Content:
    d.mark("name", "date_of_birth")
    chosen = [
        ("id", lambda who: who.staff_number, ""),
        ("firstName", lambda who: who.first, ""),
        ("lastName", lambda who: who.last, "name"),
        ("birthDate", lambda who: who.born, "date_of_birth"),
        *d.some(
            [
                ("citizenServiceNumber", lambda who: who.bsn, "bsn"),
                ("bankAccount", lambda who: who.iban, "iban"),
                ("privateEmail", lambda who: who.mail, "email"),
                ("monthlySalary", lambda who: who.wage, "salary"),
            ],
            1,
            4,
        ),
    ]
    return d.book("[response|employees_page1|get_workers|postman_output]", "items", chosen, d.people(4, 60))


@template("client-data", "ticket with screen text pasted", "txt md html docx")
def ticket(d: Draft) -> Content:
    who, by = d.person(), d.contact()
    screen = d.say(
        f"[Scherm|Foutmelding bij]: {d.name(who, 'reverse')} | BSN {d.bsn(who)} | geb. {d.born(who)} | [loon|schaal] {d.wage(who)}"
    )
    return Paper(
        name=d.say("[TOPdesk|incident|ticket|bug] {}".replace("{}", str(d.number(1000, 99999)))),
        blocks=[
            Text(f"{d.say('[Melder|Aangemeld door]')}: {d.name(by, 'full')}"),
            Text(
                d.say(
                    "[Berekening klopt niet bij deze medewerker.|Kan deze persoon niet opslaan.|Dubbele registratie.]"
                )
            ),
            Text(screen),
            Text(d.say("[Workaround: handmatig corrigeren.|Doorgezet naar leverancier.]")),
        ],
    )


@template("client-data", "transcript of a recorded talk", "txt docx md", special=True)
def transcript(d: Draft) -> Content:
    who, other = d.person(), d.world.me
    d.mark("health", "name")
    lines = [
        f"{other.full}: {d.say('[Hoe gaat het met je?|Kun je iets vertellen over je werk?]')}",
        f"{who.full}: {d.say('[Sinds mijn burn-out|Na de miskraam|Met mijn epilepsie|Sinds de diagnose borstkanker]')} {d.say('[werk ik halve dagen|is nachtdienst te zwaar|red ik de targets niet]')}.",
        f"{other.full}: {d.say('[En je leidinggevende?|Wie weet dat?]')}",
        f"{who.full}: {d.say('[Die doet alsof ik me aanstel.|Alleen de bedrijfsarts.|Ik durf het niet te zeggen.]')}",
    ]
    return Paper(
        name=d.say("[transcript|opname uitgewerkt|Recording] [1|3|interview]"), blocks=[Text("\n".join(lines))]
    )


@template("client-data", "calendar of a manager with private talks", "ics", special=True)
def calendar(d: Draft) -> Content:
    events = []
    d.mark("health", "name")
    for who in d.people(2, 5):
        start = d.moment()
        events.append(
            f"BEGIN:VEVENT\r\nUID:{d.number(10**8, 10**9)}@agenda\r\nDTSTART:{start:%Y%m%dT%H%M%S}\r\nSUMMARY:{d.say('[Verzuimgesprek|Gesprek ziekmelding|Re-integratie]')} {who.full}\r\n"
            f"DESCRIPTION:{d.say('[terugkeer na burn-out|operatie in juli|WIA-keuring bespreken|herstel na depressie]')}\r\nEND:VEVENT"
        )
    return Raw(
        name=d.say("[agenda|calendar|export outlook]"),
        extension="ics",
        content=("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + "\r\n".join(events) + "\r\nEND:VCALENDAR\r\n").encode(),
    )


@template("client-data", "private cards of persons", "vcf")
def cards(d: Draft) -> Content:
    d.mark("name", "phone", "address", "date_of_birth", "email")
    parts = [
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nN:{who.last};{who.first};;;\r\nFN:{who.full}\r\nTEL;TYPE=HOME:{who.mobile}\r\nEMAIL:{who.mail}\r\nBDAY:{who.born.isoformat()}\r\n"
        f"ADR;TYPE=HOME:;;{who.home.street} {who.home.number};{who.home.town};;{who.home.postcode};NL\r\nEND:VCARD"
        for who in d.people(3, 25)
    ]
    return Raw(
        name=d.say("[contacten vrijwilligers|vcards|cliënten]"), extension="vcf", content="\r\n".join(parts).encode()
    )


@template("client-data", "configuration and code of the client", "py", trace="always")
def code(d: Draft) -> Content:
    text = f"# {d.at} - interne koppeling\nENDPOINT = 'https://gw.{d.domain}/v{d.number(1, 3)}/zaak'\nRETRIES = {d.number(2, 9)}\n\ndef push(item):\n    return client.post(ENDPOINT, json=item, timeout={d.number(5, 60)})\n"
    return Raw(name=d.say("[koppeling|sync_zaak|interface_hr]"), extension=d.pick(("py", "txt")), content=text.encode())


@template("client-data", "mail thread on a pay error with a number", "eml")
def pay_error(d: Draft) -> Content:
    who, clerk, me = d.person(), d.contact(), d.world.me
    return Mail(
        name=d.say("[RE loonheffing|vraag verloning|FW correctie]"),
        sender=f"{clerk.full} <{d.work_mail(clerk, d.domain)}>",
        to=f"{me.full} <{d.box(*d.world.owner.mail.split('@'))}>",
        subject=d.say("[RE: correctie|verloning mei|nabetaling]"),
        body=[
            d.say("[Hoi|Dag]") + f" {me.first},",
            d.say(
                f"[Bij|Voor] {d.name(who, 'full')} ([pers.nr|nr.] {d.staff_number(who)}) is {d.wage(who)} [uitbetaald|verloond] i.p.v. {d.wage(who, who.wage + 150)}."
            ),
            d.say(f"[BSN voor de aangifte|Haar BSN|BSN]: {d.bsn(who)}. [Terugstorten op|Rekening] {d.iban(who.iban)}."),
            f"Gr. {d.name(clerk, 'full')}",
        ],
        sent=d.moment(),
    )


@template("client-data", "comment with private data in a neutral text", "docx", hidden=True)
def hidden_comment(d: Draft) -> Content:
    who = d.person()
    return Paper(
        name=d.say("[werkinstructie|handleiding aanvraag|Procesbeschrijving] [v3|concept]"),
        blocks=[
            Text(
                d.say(
                    "[Stap 1: open de zaak. Stap 2: controleer de gegevens.|De aanvraag wordt binnen acht weken beoordeeld.]"
                )
            ),
            Text(d.say("[Bij twijfel: vraag de senior.|Zie bijlage.]")),
        ],
        notes=[
            f"{d.say('[voorbeeld uit productie|zie deze zaak]')}: {d.name(who, 'full')}, BSN {d.bsn(who)}, {d.home(who.home)}"
        ],
    )


@template("client-data", "attachment in an attachment", "eml", hidden=True)
def nested(d: Draft) -> Content:
    clerk, me = d.contact(), d.world.me
    book = d.book("[lijst|uitdraai]", "lijst", [of.number(d), *of.names(d), of.bsn(d), of.born(d)], d.people(5, 30))
    inner = Mail(
        name="doorgestuurd",
        sender=f"{clerk.full} <{d.work_mail(clerk, d.domain)}>",
        to="team",
        subject="lijst",
        body=["zie bijlage"],
        sent=d.moment(),
        attachments=[Attachment(book, d.pick(("xlsx", "csv")))],
    )
    return Mail(
        name=d.say("[fwd stukken|FW Fw bijlage]"),
        sender=f"{d.name(clerk, 'full')} <{d.work_mail(clerk, d.domain)}>",
        to=f"{me.full} <{d.box(*d.world.owner.mail.split('@'))}>",
        subject=d.say("[fw: stukken|fyi]"),
        body=[d.say("[ter info|zie onder]") + f", {plain(clerk.first)[:1].upper()}."],
        sent=d.moment(),
        attachments=[Attachment(inner, "eml")],
    )
