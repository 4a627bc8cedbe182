"""Private and everyday things, and contact lists."""

from __future__ import annotations

from ..catalogue import Catalogue
from ..desk import Desk, Made
from ..people import Person
from ..world import Organisation
from ..writers import archive, mail, tables
from ..writers.parts import Block, Bullets, Document, Fields, Grid, Heading, Para, Row
from .signs import client_address, project_folder, sign

catalogue = Catalogue()
case = catalogue.case
HOME = ("Documents/Persoonlijk", "Documents", "Desktop", "Downloads", "Documents/Thuis")
JOBS = (
    "manager P&O",
    "applicatiebeheerder",
    "teamleider salarisadministratie",
    "inkoper",
    "accountmanager",
    "directiesecretaris",
    "controller",
    "HR business partner",
)


def _contact_row(desk: Desk, p: Person, org: Organisation) -> list[str]:
    return [
        desk.name(p),
        desk.pick(*JOBS),
        org.name,
        desk.mail(p.work_mail(org.domain)),
        desk.phone(desk.pick(p.mobile, p.landline)),
    ]


@case("contact list", "clean", 1.8)
def contacts(desk: Desk) -> Made:
    """Business contacts of one client or of several."""
    one = desk.chance(0.5)
    told = sign(desk, "origin", "name", "folder", "company")
    rows: list[Row] = [
        desk.pick(
            ["Naam", "Functie", "Organisatie", "E-mail", "Telefoon"],
            ["Contactpersoon", "Rol", "Bedrijf", "Mail (werk)", "Tel. werk"],
            ["Name", "Job title", "Company", "Email", "Phone"],
        )
    ]
    rows.extend(
        _contact_row(desk, p, told.org if one else desk.pick(*desk.world.clients, *desk.world.others))
        for p in desk.people(desk.count(4, 40))
    )
    properties = told.properties if one else desk.properties()
    kind, content = desk.grid(desk.book(rows, properties=properties), *(told.tables() if one else ()))
    name = f"{desk.pick('Contactenlijst', 'contactpersonen', 'Smoelenboek zakelijk', 'relaties export')}.{kind}"
    if one:
        return told.made(name, content, hard="contact list")
    return Made(name=name, data=content, hard="contact list")


@case("stakeholders in a document", "clean")
def stakeholders(desk: Desk) -> Made:
    org = desk.client
    rows = tuple(tuple(_contact_row(desk, p, org)) for p in (*org.contacts, *desk.people(desk.count(1, 6))))
    blocks: list[Block] = [
        Heading(f"Bereikbaarheid projectteam {org.name}"),
        Grid((("Naam", "Functie", "Organisatie", "Mail", "Tel."), *rows)),
        Para("Bij storing buiten kantoortijd: servicedesk."),
    ]
    kind, content = desk.write(
        Document(blocks=blocks, properties=desk.properties(company=org.name)), "docx", "pdf", "odt", "html"
    )
    name = f"{desk.pick('Bereikbaarheidslijst', 'contactgegevens project')}.{kind}"
    return Made(
        name=name,
        data=content,
        client=org.name,
        folder=desk.pick("", project_folder(desk, org)),
        origin_url=desk.pick(None, client_address(desk, org, name)),
        hard="contact list",
    )


@case("business cards", "clean")
def cards(desk: Desk) -> Made:
    made = []
    orgs = [desk.pick(*desk.world.clients, *desk.world.others) for _ in range(desk.count(1, 6))]
    for org in orgs:
        p = desk.person()
        made.append(
            [
                ("FN", desk.name(p)),
                ("N", f"{p.surname};{p.given};;;"),
                ("ORG", org.name),
                ("TITLE", desk.pick(*JOBS)),
                ("TEL;TYPE=WORK", desk.phone(p.mobile)),
                ("EMAIL;TYPE=WORK", desk.mail(p.work_mail(org.domain))),
            ]
        )
    return Made(
        name=desk.pick("contacten.vcf", "visitekaartjes.vcf", "card.vcf"), data=mail.vcf(made), hard="contact list"
    )


@case("appointment", "clean")
def appointment(desk: Desk) -> Made:
    org = desk.client
    guests = [(desk.name(p), desk.mail(p.work_mail(org.domain))) for p in org.contacts[:2]]
    text = desk.pick(
        "Agenda: planning, besluiten, rondvraag\nGraag vooraf de stukken lezen",
        "Doornemen procesontwerp ziekmelding",
        "Kennismaking nieuwe projectleider",
    )
    event = (
        desk.pick("Projectoverleg", "Werksessie", "Stuurgroep"),
        text,
        desk.moment(),
        desk.mail(desk.world.my_mail),
        guests,
    )
    return Made(
        name=desk.pick("invite.ics", "afspraak.ics", "vergadering.ics"),
        data=mail.ics([event]),
        client=org.name,
        hard="appointment",
    )


@case("mail about planning", "clean", 1.5)
def planning_mail(desk: Desk) -> Made:
    org = desk.client
    p = org.contacts[0]
    body = desk.one(
        lambda: (
            f"Ha {desk.me.given},\n\nKun je donderdag om 10 uur? We willen het procesontwerp afronden voor de "
            f"vakantie. Parkeren kan achter het gebouw.\n\nGroet,\n{desk.name(p)}\n{org.name}\n"
            f"{desk.phone(p.mobile)}"
        ),
        lambda: (
            f"Beste {desk.me.given},\n\nDank voor het concept. Twee opmerkingen: hoofdstuk 3 mag korter en de "
            f"planning schuift een week. De stuurgroep is akkoord.\n\nMet vriendelijke groet,\n\n{desk.name(p)}\nT "
            f"{desk.phone(org.phone)}\n{desk.place(org.street, org.postcode, org.town)}"
        ),
    )
    made = mail.Mail(
        sender=desk.mailbox(p, p.work_mail(org.domain)),
        to=(desk.my_mailbox(),),
        subject=desk.pick("Afspraak donderdag", "Re: concept", "Planning"),
        body=body,
        sent=desk.moment(),
        html=desk.chance(0.3),
    )
    kind, content = desk.send(made)
    return Made(
        name=f"{desk.pick('RE concept', 'Afspraak', 'planning')}.{kind}",
        data=content,
        client=org.name,
        folder=desk.pick("Mail/Postvak IN", "Downloads", f"Mail/{org.short}"),
        hard="mail of business contacts",
    )


@case("private mail", "clean", 1.5)
def private_mail(desk: Desk) -> Made:
    friend = desk.person()
    body = desk.pick(
        (
            f"Hoi {desk.me.given},\n\nLeuk dat je zaterdag komt! Neem je de tent mee? We eten om zes uur.\n\nliefs "
            f"{friend.given}"
        ),
        (
            f"He {desk.me.given},\n\nik heb de foto's van het weekend online gezet. Volgende keer weer met z'n allen "
            f"fietsen?\n\n{friend.given}"
        ),
        (
            "Beste buren,\n\nzondag is de straatbarbecue. Wie neemt salade mee? Kosten 12,50 per gezin.\n\nGroeten van "
            f"nummer {desk.count(3, 80)}, {friend.given}"
        ),
    )
    made = mail.Mail(
        sender=desk.mailbox(friend, friend.private_mail),
        to=(desk.mailbox(desk.me, desk.me.private_mail),),
        subject=desk.pick("zaterdag", "weekend", "bbq"),
        body=body,
        sent=desk.moment(),
        encoding=desk.pick("quoted-printable", "base64"),
    )
    kind, content = desk.send(made)
    return Made(
        name=f"{desk.pick('zaterdag', 'weekend', 'Fwd bbq')}.{kind}",
        data=content,
        folder=desk.pick("Mail/Vrienden", "Mail/Postvak IN", "Downloads"),
        hard="private mail",
    )


@case("mailbox of newsletters", "clean")
def newsletters(desk: Desk) -> Made:
    mails = []
    for _ in range(desk.count(3, 12)):
        sender = desk.pick("nieuwsbrief@hrvakblad.example", "info@tuinwinkel.example", "noreply@treinreis.example")
        mails.append(
            mail.Mail(
                sender=f"Nieuwsbrief <{desk.mail(sender)}>",
                to=(desk.my_mailbox(),),
                subject=desk.pick("Tips van de week", "Actie!", "Uw reis"),
                body=desk.pick(
                    "Lees deze week: verzuim voorkomen in vijf stappen.",
                    "Nu 20% korting op alle potgrond.",
                    "Uw trein vertrekt om 8.12 uur van spoor 4.",
                ),
                sent=desk.moment(),
                html=desk.chance(0.5),
            )
        )
    return Made(
        name=desk.pick("Nieuwsbrieven.mbox", "Archief.mbox"),
        data=mail.mbox(mails, desk.rng),
        folder="Mail",
        hard="newsletters",
    )


@case("recipe", "clean")
def recipe(desk: Desk) -> Made:
    blocks: list[Block] = [
        Heading(desk.pick("Hartige taart met prei", "Roti van tante", "Erwtensoep", "Linzensalade")),
        Bullets(
            tuple(
                desk.some(
                    ("300 g meel", "2 uien", "1 l bouillon", "150 g spek", "4 eieren", "2 tl komijn", "1 krop sla"),
                    3,
                    6,
                )
            )
        ),
        Para("Verwarm de oven voor op 180 graden. Bak 35 minuten. Voor 4 personen."),
    ]
    kind, content = desk.write(Document(blocks=blocks), "docx", "txt", "md", "odt", "html", "pdf")
    return Made(
        name=f"{desk.pick('recept', 'Erwtensoep', 'kerstmenu')}.{kind}",
        data=content,
        folder=desk.pick(*HOME),
        hard="private",
    )


@case("sports club rota", "clean")
def rota(desk: Desk) -> Made:
    """Bar shifts of a club; names and nothing else."""
    rows: list[Row] = [["Datum", "Dienst 1", "Dienst 2", "Team"]]
    rows.extend(
        [desk.on(), desk.name(desk.person()), desk.name(desk.person()), desk.pick("JO11-2", "Dames 3", "Veteranen")]
        for _ in range(desk.count(6, 20))
    )
    kind, content = desk.grid(desk.book(rows), "xlsx", "ods", "csv")
    return Made(
        name=f"{desk.pick('bardienst', 'rijschema', 'kantinerooster')}.{kind}",
        data=content,
        folder=desk.pick(*HOME),
        hard="private",
    )


@case("notes to self", "clean")
def notes(desk: Desk) -> Made:
    text = desk.pick(
        "todo\n- slides af\n- trein boeken\n- uren mei invullen!!\n- vragen: wie beheert de loonmodellen?\n",
        (
            "call leverancier\nmodule verzuim kost extra, levertijd 6 wkn\nkoppeling = SFTP, 1x per nacht\n"
            "terugkoppelen ma\n"
        ),
        (
            "idee voor artikel: waarom zelfroosteren faalt\n1 niemand vraagt het team\n2 planner houdt regie\n3 te "
            "veel regels\n"
        ),
    )
    return Made(
        name=desk.pick("notitie.txt", "aantekeningen", "todo.md", "nieuw tekstdocument.txt"),
        data=text.encode(desk.pick("utf-8", "cp1252", "utf-16")),
        folder=desk.pick(*HOME),
        hard="private",
    )


@case("household letter", "clean")
def household(desk: Desk) -> Made:
    blocks: list[Block] = [
        Heading("Onderhoud cv-ketel"),
        Para(
            f"Op {desk.on(notation='words')} komt onze monteur tussen 8 en 12 uur langs. Ketelnummer "
            f"{desk.count(10**8, 10**9)}, contract {desk.count(10**8, 10**9)}."
        ),
        Para(f"Verhinderd? Bel {desk.phone(desk.person().landline)}."),
    ]
    kind, content = desk.write(Document(blocks=blocks), "pdf", "docx", "txt")
    return Made(
        name=f"{desk.pick('ketel', 'afspraak monteur')}.{kind}", data=content, folder=desk.pick(*HOME), hard="private"
    )


@case("travel planning", "clean")
def trip(desk: Desk) -> Made:
    rows: list[Row] = [["dag", "van", "naar", "km", "slapen"]]
    rows.extend(
        [
            i,
            desk.pick("Gent", "Reims", "Dijon", "Annecy"),
            desk.pick("Lyon", "Nice", "Turijn"),
            desk.count(80, 400),
            desk.pick("camping", "hotel", "gîte"),
        ]
        for i in range(1, desk.count(6, 15))
    )
    kind, content = desk.grid(desk.book(rows), "xlsx", "ods", "csv")
    return Made(
        name=f"{desk.pick('route frankrijk', 'vakantie', 'roadtrip')}.{kind}",
        data=content,
        folder=desk.pick(*HOME),
        hard="private",
    )


@case("questionnaire without answers", "clean")
def questionnaire(desk: Desk) -> Made:
    blocks: list[Block] = [
        Heading("Vragenlijst interview leidinggevenden"),
        Fields((("Naam geïnterviewde", ""), ("Functie", ""), ("Datum", ""))),
        Bullets(
            (
                "Hoe verloopt een ziekmelding nu?",
                "Wie wijzigt het salaris of het rekeningnummer?",
                "Welke lijsten houdt u zelf bij, bijvoorbeeld van verjaardagen of verlof?",
            )
        ),
    ]
    kind, content = desk.write(Document(blocks=blocks), "docx", "odt", "pdf")
    return Made(name=f"{desk.pick('interviewvragen', 'Vragenlijst nulmeting')}.{kind}", data=content, hard="empty form")


@case("lists of words", "clean")
def words(desk: Desk) -> Made:
    """Places, streets, products with surnames for names: tables of words in capitals."""
    rows: list[Row] = [["Nr", "Zaal", "Capaciteit", "Gebouw"]]
    rows.extend(
        [
            i,
            desk.pick("Zaal De Vries", "Van Gogh", "Rembrandt", "Koning", "Bakker", "De Haan", "Visser"),
            desk.count(4, 80),
            desk.pick("A", "B", "Willem-Alexander"),
        ]
        for i in range(1, desk.count(8, 30))
    )
    content = tables.delimited(desk.book(rows), separator=";")
    return Made(name=desk.pick("zalen.csv", "ruimtes.csv"), data=content, hard="surname is a word")


@case("holiday pictures list in a zip", "clean")
def listing_zip(desk: Desk) -> Made:
    members = {
        f"vakantie/IMG_{desk.count(1000, 9999)}.txt": f"{desk.pick('strand', 'museum', 'berg')} dag {i}\n".encode()
        for i in range(4)
    }
    return Made(name="vakantie.zip", data=archive.zipped(members), folder=desk.pick(*HOME), hard="private")
