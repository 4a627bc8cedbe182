"""Mails, chats, tickets and agendas in which people are talked about."""

from __future__ import annotations

import json

from ..catalogue import Catalogue
from ..desk import Desk, Made
from ..people import Person
from ..world import Organisation
from ..writers import mail, sheets, tables
from ..writers.parts import Row
from .signs import sign

catalogue = Catalogue()
case = catalogue.case
INBOX = ("Mail/Postvak IN", "Mail", "Downloads", "Desktop")


def _between(desk: Desk) -> tuple[Organisation, Person, str | None]:
    """Organisation and sender of a mail; a stranger's organisation tells no client."""
    if desk.chance(0.75):
        return desk.client, desk.pick(*desk.client.contacts, desk.person()), desk.client.name
    return desk.other, desk.person(), None


def _mail(
    desk: Desk, org: Organisation, sender: Person, subject: str, body: str, *attachments: tuple[str, bytes]
) -> mail.Mail:
    return mail.Mail(
        sender=desk.mailbox(sender, sender.work_mail(org.domain)),
        to=(desk.my_mailbox(),),
        subject=subject,
        body=body,
        sent=desk.moment(),
        html=desk.chance(0.3),
        encoding=desk.pick("quoted-printable", "base64"),
        attachments=attachments,
    )


@case("sloppy mail about someone's illness", "client-data", 1.4)
def sloppy(desk: Desk) -> Made:
    org, sender, client = _between(desk)
    p = desk.person()
    what = desk.health(
        desk.pick("een burnout", "overspannen", "een hernia", "borstkanker", "een miskraam gehad", "depressief")
    )
    body = desk.one(
        lambda: (
            f"hoi\n\n{desk.name(p)} is weer ziek, schijnt {what} te zijn/hebben. kun jij kijken wat we nog moeten "
            f"doorbetalen?? bsn {desk.bsn(p)}\n\ngr {sender.given}"
        ),
        lambda: (
            f"Ha,\n\neven snel: {desk.name(p, 'short')} van de administratie komt voorlopig niet terug ({what}). "
            f"Thuisadres is {desk.address(p)}, bloemetje?\n\n{sender.given}\n\nVerzonden vanaf mijn telefoon"
        ),
        lambda: (
            f"dag {desk.me.given}\n\nik heb {desk.name(p)} gesproken, mob {desk.phone(p.mobile)}. Diagnose: {what}. "
            f"Niet verder vertellen aub\n\nmvg\n{sender.given}"
        ),
    )
    kind, content = desk.send(_mail(desk, org, sender, desk.pick("ziek", "even snel", "vraagje"), body))
    return Made(
        name=f"{desk.pick('ziek', 'FW ff snel', 'vraagje')}.{kind}",
        data=content,
        client=client,
        folder=desk.pick(*INBOX),
        hard="sloppy mail",
    )


@case("mail with an extract attached", "client-data", 1.2)
def with_extract(desk: Desk) -> Made:
    org, sender, client = _between(desk)
    rows: list[Row] = [["persnr", "naam", "geb", "bsn", "salaris"]]
    rows.extend(
        [desk.staff_number(p), desk.name(p, "sorted"), desk.birth(p), desk.bsn(p), desk.pay_cell(p.salary)]
        for p in desk.people(desk.count(4, 40))
    )
    kind = desk.pick("xlsx", "csv")
    content = sheets.xlsx(desk.book(rows)) if kind == "xlsx" else tables.delimited(desk.book(rows))
    made = _mail(
        desk,
        org,
        sender,
        "Aanlevering",
        f"Beste {desk.me.given},\n\nHierbij het bestand zoals afgesproken.\n\nGroet, {sender.given}\n",
        (f"aanlevering.{kind}", content),
    )
    kind, content = desk.send(made)
    return Made(name=f"Aanlevering.{kind}", data=content, client=client, folder=desk.pick(*INBOX), hard="attachment")


@case("mailbox of a project with one bad mail", "client-data")
def mailbox(desk: Desk) -> Made:
    org, sender, client = _between(desk)
    mails = [
        _mail(
            desk,
            org,
            sender,
            "Planning",
            desk.pick("Vrijdag kan ik niet.", "Akkoord met het voorstel.", "Zaal is geboekt.") + "\n",
        )
        for _ in range(desk.count(3, 12))
    ]
    p = desk.person()
    mails.insert(
        len(mails) // 2,
        _mail(
            desk,
            org,
            sender,
            "tja",
            f"Het gaat om {desk.name(p)}, geboren {desk.birth(p)}, bsn {desk.bsn(p)}, rekening {desk.iban(p)}.\n",
        ),
    )
    return Made(
        name=desk.pick("project.mbox", f"{org.short}.mbox") if client else "project.mbox",
        data=mail.mbox(mails, desk.rng),
        client=client,
        folder="Mail",
        hard="one mail among many",
    )


@case("agenda with talks about absence", "client-data")
def agenda(desk: Desk) -> Made:
    org, sender, client = _between(desk)
    events = []
    for p in desk.people(desk.count(1, 5)):
        text = (
            f"Re-integratie {desk.name(p)}; "
            f"{desk.health(desk.pick('burn-out', 'rugklachten', 'PTSS', 'herstel na operatie'))}. Geb. "
            f"{desk.birth(p, 'dashes')}"
        )
        events.append(
            (
                "Verzuimgesprek",
                text,
                desk.moment(),
                desk.mail(sender.work_mail(org.domain)),
                [(desk.name(sender), sender.work_mail(org.domain))],
            )
        )
    return Made(
        name=desk.pick("agenda.ics", "spreekuren.ics"),
        data=mail.ics(events),
        client=client,
        hard="appointment about illness",
    )


@case("private cards of staff", "client-data")
def cards(desk: Desk) -> Made:
    """Home addresses and birthdays as contacts of a phone."""
    made = [
        [
            ("FN", desk.name(p)),
            ("N", f"{p.surname};{p.given};;;"),
            ("BDAY", desk.birth(p, "iso")),
            ("TEL;TYPE=CELL", desk.phone(p.mobile)),
            ("EMAIL;TYPE=HOME", desk.mail(p.private_mail)),
            ("ADR;TYPE=HOME", f";;{desk.street(p)};{p.town};;{p.postcode};NL"),
        ]
        for p in desk.people(desk.count(3, 20))
    ]
    told = sign(desk, "origin", "folder", "none")
    return told.made(desk.pick("team.vcf", "bellijst thuis.vcf"), mail.vcf(made), hard="private addresses")


@case("chat export", "client-data")
def chat(desk: Desk) -> Made:
    told = sign(desk, "origin", "folder", "none")
    a, b, p = desk.person(), desk.person(), desk.person()
    one, two = desk.name(a), desk.name(b)
    lines = [
        (one, f"weet jij het nr van {desk.name(p)}?"),
        (two, f"ja {desk.phone(p.mobile)}"),
        (
            one,
            (
                "hij moet nog "
                f"{desk.health(desk.pick('geopereerd worden aan zijn knie', 'naar de psychiater', 'chemo'))} toch"
            ),
        ),
        (two, f"klopt. salaris was {desk.pay(p.salary)} bruto dacht ik"),
        (one, "ok thx"),
    ]
    if desk.chance(0.5):
        items = [
            {"from": {"displayName": who}, "createdDateTime": desk.moment().isoformat(), "body": {"content": text}}
            for who, text in lines
        ]
        return told.made(
            "chat_export.json", json.dumps({"messages": items}, ensure_ascii=False, indent=1).encode(), hard="chat"
        )
    text = "\n".join(
        f"[{desk.count(1, 28):02d}-09-2025 {desk.count(8, 17):02d}:{desk.count(0, 59):02d}] {who}: {text}"
        for who, text in lines
    )
    return told.made(desk.pick("WhatsApp-chat.txt", "chat.txt"), text.encode(), hard="chat")


def _request(desk: Desk) -> str:
    p = desk.person()
    return desk.one(
        lambda: f"Strook klopt niet, mijn BSN is {desk.bsn(p)}", lambda: f"Graag IBAN wijzigen in {desk.iban(p)}"
    )


@case("tickets of a service desk", "client-data")
def tickets(desk: Desk) -> Made:
    told = sign(desk)
    rows: list[Row] = [["Nummer", "Aanmelder", "E-mail", "Categorie", "Verzoek", "Status"]]
    for p in desk.people(desk.count(8, 40)):
        text = (
            desk.pick("Wachtwoord vergeten", "Printer hapert", "Account nieuwe medewerker")
            if desk.chance(0.6)
            else _request(desk)
        )
        rows.append(
            [
                f"M25{desk.count(10, 12)} {desk.count(100, 999)}",
                desk.name(p, "sorted"),
                desk.mail(p.work_mail(told.org.domain if told.client else "werkgever.example")),
                desk.pick("HR", "ICT", "Salaris"),
                text,
                desk.pick("Gesloten", "In behandeling"),
            ]
        )
    q = desk.person()
    rows.append(
        [
            "M2510 077",
            desk.name(q, "sorted"),
            "",
            "Salaris",
            f"Rekeningnummer moet zijn {desk.iban(q)}, bsn {desk.bsn(q)}",
            "Open",
        ]
    )
    kind, content = desk.grid(
        desk.book([[told.line], *rows] if told.line else rows, properties=told.properties), *told.tables("xlsx", "csv")
    )
    return told.made(f"{desk.pick('Topdesk meldingen', 'tickets')}.{kind}", content, hard="values in free text")


@case("interview notes", "client-data")
def notes(desk: Desk) -> Made:
    """What a consultant types during a talk."""
    told = sign(desk, "folder", "name", "none", "origin")
    p, q = desk.person(), desk.person()
    text = (
        f"{told.line}\ngesprek {desk.name(p)} {desk.on()}\n\n- werkt er 12 jr, schaal {p.scale}, "
        f"{desk.pay(p.salary)} br\n"
        f"- teamleider = {desk.name(q)}, drinkt volgens {p.given} (vorig jaar "
        f"{desk.health(desk.pick('opgenomen in een kliniek', 'in behandeling voor verslaving'))})\n"
        "- zelf ook slecht: "
        f"{desk.health(desk.pick('slaapt niet, antidepressiva', 'hoge bloeddruk', 'ms vastgesteld'))}\n- wil weg "
        "voor 1 jan\n"
    ).lstrip()
    return told.made(
        f"{desk.pick('aant', 'gesprek', 'notes 3')}.{desk.pick('txt', 'md')}",
        text.encode(desk.pick("utf-8", "cp1252", "utf-16")),
        hard="notes",
    )
