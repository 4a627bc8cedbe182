"""The consultant's own contracts, insurances, travels and diplomas."""

from __future__ import annotations

from ..catalogue import Catalogue
from ..desk import Desk, Made
from ..numbers import card, document_number, euro, mrz, write_date
from ..writers import mail
from ..writers.parts import Block, Fields, Grid, Heading, Para
from .own import DRAWERS, MIJN, addressed, own

catalogue = Catalogue()
case = catalogue.case


@case("own rental contract", "own")
def rent(desk: Desk) -> Made:
    me = desk.me
    landlord = desk.person()
    blocks: list[Block] = [
        Heading("Huurovereenkomst woonruimte", 0),
        Para(
            f"Verhuurder: {desk.name(landlord)}, te {landlord.town}\nHuurder: {desk.name(me)}, geboren "
            f"{desk.birth(me, 'words')}"
        ),
        Para(f"Het gehuurde: {desk.address(me)}. De kale huur bedraagt € {euro(desk.count(900, 1700))} per maand."),
        Para(f"De huur wordt voldaan op rekening {desk.bank(landlord.iban)}."),
        Para(
            "Artikel 4. Huurder betaalt een waarborgsom van twee maanden huur.\nArtikel 5. Onderhuur is niet "
            "toegestaan."
        ),
    ]
    return own(desk, blocks, desk.pick("huurcontract", "Huurovereenkomst getekend"), "pdf", "docx", hard="own contract")


@case("own employment contract", "own")
def contract(desk: Desk) -> Made:
    me, world = desk.me, desk.world
    director = desk.world.colleagues[0]
    blocks: list[Block] = [
        Heading("Arbeidsovereenkomst voor onbepaalde tijd"),
        Para(
            f"{world.firm}, vertegenwoordigd door {desk.name(director)}, en {desk.name(me)}, geboren op "
            f"{desk.birth(me, 'words')}, wonende {desk.address(me)},"
        ),
        Para(
            f"komen overeen: de werknemer treedt per {desk.on(me.started, 'words')} in dienst als adviseur tegen "
            f"een salaris van € {desk.pay(me.salary * 1.3)} bruto per maand bij 40 uur."
        ),
    ]
    return own(desk, blocks, desk.pick("arbeidsovereenkomst", "contract KN"), "pdf", "docx", hard="own contract")


@case("own mortgage or insurance", "own")
def mortgage(desk: Desk) -> Made:
    me = desk.me
    what = desk.pick("hypotheek", "overlijdensrisicoverzekering", "inboedelverzekering", "autoverzekering")
    blocks: list[Block] = [
        addressed(desk, f"{desk.pick('Geldhuis', 'Verzekeringen Onderling', 'Hypotheekfonds Noord')} N.V."),
        Para(f"Betreft: {what}, polis {desk.count(10**8, 10**9)}"),
        Para(
            f"Verzekerde / schuldenaar: {desk.name(me, 'formal')}, geboortedatum {desk.birth(me)}. Wij schrijven "
            f"maandelijks € {euro(desk.count(12, 1600))} af van {desk.iban(me)}."
        ),
    ]
    return own(desk, blocks, f"{what}_polis", "pdf", "pdf", "docx", hard="own insurance")


@case("own passport data", "own")
def passport(desk: Desk) -> Made:
    me = desk.me
    number = document_number(desk.rng, "paspoort")
    lines = mrz(number, me.surname, me.given, me.born, "M" if me.sex == "M" else "F", desk.day(2027, 2033), "")
    desk.put("id_document", number)
    desk.put("id_document", lines[1])
    desk.put("date_of_birth", write_date(me.born, "dashes"))
    text = (
        f"Paspoort {desk.name(me)}\nnummer {number}\ngeboren {write_date(me.born, 'dashes')}\n\n{lines[0]}\n"
        f"{lines[1]}\n"
    )
    return Made(
        name=desk.pick("paspoort.txt", "id voor hotel.txt"),
        data=text.encode(),
        folder=desk.pick(*DRAWERS),
        hard="own ID document",
    )


@case("own card and travel", "own")
def travel(desk: Desk) -> Made:
    me = desk.me
    number = desk.put("credit_card", card(desk.rng))
    blocks: list[Block] = [
        Heading("Boekingsbevestiging"),
        Para(f"Beste {desk.name(me)},\n\nBedankt voor je boeking. Reisnummer {desk.count(10**6, 10**7)}."),
        Fields(
            (
                ("Reiziger", desk.name(me, "formal")),
                ("E-mail", desk.mail(me.private_mail)),
                ("Betaald met", f"creditcard {number}"),
                ("Bedrag", f"€ {euro(desk.count(200, 2400))}"),
            )
        ),
    ]
    return own(desk, blocks, desk.pick("boeking", "Reis voorjaar", "e-ticket"), "pdf", "html", "txt", hard="own card")


@case("own pension overview", "own")
def pension(desk: Desk) -> Made:
    me = desk.me
    blocks: list[Block] = [
        addressed(desk, "Pensioenfonds voor Adviseurs"),
        Heading("Uniform pensioenoverzicht 2025", 2),
        Para(f"Geboortedatum {desk.birth(me)}, BSN {desk.bsn(me)}"),
        Grid(
            (
                ("Ouderdomspensioen", f"€ {euro(desk.count(9000, 24000))} per jaar"),
                ("Pensioengevend salaris", f"€ {desk.pay(me.salary * 14)}"),
            )
        ),
    ]
    return own(desk, blocks, desk.pick("UPO2025", "pensioen"), "pdf", hard="own pension", origin=desk.pick(None, *MIJN))


@case("own diploma or certificate of conduct", "own")
def conduct(desk: Desk) -> Made:
    me = desk.me
    blocks: list[Block] = [
        Heading("Verklaring van Scholing"),
        Para(
            f"Hierbij verklaart het opleidingsinstituut dat {desk.name(me)}, geboren {desk.birth(me, 'words')} te "
            f"{me.town}, de opleiding Praktijkdiploma Loonadministratie met goed gevolg heeft afgesloten."
        ),
    ]
    return own(desk, blocks, desk.pick("diploma PDL", "certificaat"), "pdf", "docx", hard="own diploma")


@case("own mail about own illness", "own")
def sick_mail(desk: Desk) -> Made:
    boss = desk.world.colleagues[0]
    body = (
        f"Hoi {boss.given},\n\nIk heb me vanochtend afgemeld: "
        f"{desk.health(desk.pick('griep', 'door mijn rug gegaan', 'keelontsteking'))}. "
        "Ik verwacht donderdag weer te werken. De afspraak van morgen heb ik verzet.\n\nGroet,\n" + desk.name(desk.me)
    )
    made = mail.Mail(
        sender=desk.my_mailbox(),
        to=(desk.mailbox(boss, boss.work_mail(desk.world.firm_domain)),),
        subject="Afmelding",
        body=body,
        sent=desk.moment(),
    )
    kind, content = desk.send(made)
    return Made(name=f"Afmelding.{kind}", data=content, folder="Mail/Verzonden", hard="own illness")
