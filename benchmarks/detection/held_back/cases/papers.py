"""Papers about one employee."""

from __future__ import annotations

from ..catalogue import Catalogue
from ..desk import Desk, Made
from ..numbers import card, document_number, mrz
from ..people import Person
from ..writers import pdf
from ..writers.parts import Block, Bullets, Fields, Grid, Heading, Para
from .signs import Sign, paper, sign

catalogue = Catalogue()
case = catalogue.case
MISDEEDS = (
    "geld uit de kas hebt verduisterd, waarvan aangifte is gedaan",
    "bent aangehouden op verdenking van diefstal bij de werkgever",
    "door de politierechter bent veroordeeld wegens mishandeling",
)
OBSTACLES = (
    "herstel na een herseninfarct",
    "aanhoudende vermoeidheid na chemotherapie",
    "een angststoornis",
)
LIMITS = (
    "last van concentratieproblemen en slaapstoornissen",
    "pijn bij tillen boven 5 kg door artrose",
    "terugkerende paniekaanvallen",
    "reuma in beide handen",
)
ILLNESSES = (
    "een burn-out",
    "ernstige rugklachten",
    "een hernia",
    "psychische klachten",
    "borstkanker",
    "een gebroken heup",
)


def head(desk: Desk, told: Sign) -> list[Block]:
    """The sender, when the content tells it."""
    return desk.letterhead(told.org) if told.line else []


def he(p: Person) -> str:
    return "hij" if p.sex == "M" else "zij"


def sir(desk: Desk, p: Person) -> str:
    return f"Geachte {'heer' if p.sex == 'M' else 'mevrouw'} {desk.surname(p)},"


@case("personnel file", "client-data", 1.3)
def file(desk: Desk) -> Made:
    told = sign(desk)
    p = desk.person()
    pairs = [
        ("Naam", desk.name(p)),
        ("Geboren", desk.birth(p)),
        ("BSN", desk.bsn(p)),
        ("Adres", desk.address(p)),
        ("Telefoon", desk.phone(p.mobile)),
        ("Burgerlijke staat", desk.pick("gehuwd", "ongehuwd", "samenwonend")),
        ("Bankrekening", desk.iban(p)),
        ("In dienst", desk.on(p.started)),
        ("Salaris", f"€ {desk.pay(p.salary)}"),
        ("Waarschuwen bij ongeval", f"{desk.name(desk.person())}, {desk.phone(desk.person().mobile)}"),
    ]
    blocks: list[Block] = [
        *head(desk, told),
        Heading(desk.pick("Personeelsdossier", "Stamkaart", "Medewerkerkaart")),
        Fields(tuple(pairs), desk.pick("left", "above", "table")),
        Heading("Aantekeningen", 2),
        Para(f"{desk.on()} gesprek over te laat komen. {he(p).capitalize()} wil minder gaan werken."),
    ]
    return paper(
        desk, told, blocks, file=desk.pick(f"dossier {p.family}", "stamkaart", f"{p.number}"), hard="form filled in"
    )


@case("letter about someone's illness", "client-data", 1.3)
def illness(desk: Desk) -> Made:
    told = sign(desk)
    p = desk.person()
    doctor = desk.person()
    blocks: list[Block] = [
        *head(desk, told),
        Para(f"{desk.name(p, 'polite')}\n{desk.address(p, chr(10))}"),
        Para(f"Onderwerp: uw verzuim\nOns kenmerk: {desk.pick('HR', 'PO', 'VZ')}/{desk.count(1000, 9999)}"),
        Para(sir(desk, p)),
        Para(
            f"Sinds {desk.on(notation='words')} bent u arbeidsongeschikt wegens "
            f"{desk.health(desk.pick(*ILLNESSES))}"
            f". De bedrijfsarts, {desk.name(doctor, 'formal')}, acht u voor 50 % belastbaar."
        ),
        Para("Wij verwachten u maandag om 10.00 uur voor een gesprek over uw re-integratie."),
        Para("Hoogachtend,\n\nhoofd Personeel"),
    ]
    return paper(
        desk,
        told,
        blocks,
        file=desk.pick("brief verzuim", f"uitnodiging {p.family}", "oproep"),
        formats=("docx", "pdf", "odt", "rtf", "docx"),
    )


@case("problem analysis", "client-data")
def analysis(desk: Desk) -> Made:
    told = sign(desk)
    p = desk.person()
    blocks: list[Block] = [
        Heading("Probleemanalyse"),
        Fields(
            (
                ("Werknemer", desk.name(p, "formal")),
                ("BSN", desk.bsn(p)),
                ("Geboortedatum", desk.birth(p)),
                ("Eerste ziektedag", desk.on()),
                ("Werkgever", told.line or "zie aanbiedingsbrief"),
            ),
            desk.pick("left", "table", "above"),
        ),
        Heading("Beperkingen en mogelijkheden", 2),
        Para(
            "Werknemer heeft "
            f"{desk.health(desk.pick(*LIMITS))}"
            f". {he(p).capitalize()} kan drie maal twee uur per week aangepast werk doen."
        ),
        Para("Prognose: volledig herstel binnen vier maanden."),
    ]
    return paper(desk, told, blocks, file=desk.pick("PA bedrijfsarts", "probleemanalyse", "terugkoppeling spreekuur"))


@case("plan of action for one sick employee", "client-data", 1.4)
def reintegration(desk: Desk) -> Made:
    """It is called a plan of action, and it is somebody's re-integration."""
    told = sign(desk)
    p = desk.person()
    blocks: list[Block] = [
        Heading("Plan van aanpak", 0),
        Fields(
            (
                ("Werknemer", desk.name(p)),
                ("Geb.dat.", desk.birth(p)),
                ("Functie", desk.pick(*told.org.functions)),
                ("Casemanager", desk.name(desk.person(), "formal")),
            )
        ),
        Para(f"Doel: terugkeer in eigen werk. Belemmering: {desk.health(desk.pick(*OBSTACLES))}."),
        Grid(
            (
                ("Afspraak", "Wanneer", "Wie"),
                ("Start 2x2 uur", desk.on(), "werknemer"),
                ("Evaluatie", desk.on(), "leidinggevende"),
                ("Gesprek psycholoog", desk.on(), "werknemer"),
            )
        ),
        Para("Handtekening werknemer:                    Handtekening werkgever:"),
    ]
    return paper(
        desk,
        told,
        blocks,
        file=desk.pick("Plan van aanpak", "PvA WVP", "Plan van aanpak bijstelling"),
        hard="plan of action of a person",
    )


@case("performance review", "client-data")
def review(desk: Desk) -> Made:
    told = sign(desk)
    p = desk.person()
    blocks: list[Block] = [
        *head(desk, told),
        Heading(desk.pick("Beoordelingsformulier", "Verslag functioneringsgesprek", "Jaargesprek")),
        Fields(
            (
                ("Medewerker", desk.name(p)),
                ("Personeelsnr.", desk.staff_number(p)),
                ("Geboortedatum", desk.birth(p)),
                ("Huidig salaris", f"€ {desk.pay(p.salary)} (schaal {p.scale})"),
            ),
            desk.pick("left", "table"),
        ),
        Grid(
            (
                ("Competentie", "Score", "Toelichting"),
                ("Samenwerken", "2", "Botst regelmatig met collega's"),
                ("Plannen", "3", "Levert op tijd"),
                ("Resultaat", "2", f"{he(p).capitalize()} maakt nog te veel fouten in de administratie"),
            )
        ),
        Para("Afspraak: verbetertraject van zes maanden; bij onvoldoende resultaat volgt een gesprek over ander werk."),
    ]
    return paper(desk, told, blocks, file=desk.pick("beoordeling", f"FG {p.initials}{p.family}", "jaargesprek 2025"))


@case("warning or dismissal", "client-data")
def dismissal(desk: Desk) -> Made:
    told = sign(desk)
    p = desk.person()
    blocks: list[Block] = [
        *head(desk, told),
        Para(f"AANGETEKEND\n\n{desk.name(p, 'polite')}\n{desk.address(p, chr(10))}"),
        Para(f"Betreft: {desk.pick('officiële waarschuwing', 'ontslag op staande voet', 'vaststellingsovereenkomst')}"),
        Para(sir(desk, p)),
        Para(f"Op {desk.on(notation='words')} is vastgesteld dat u {desk.put('criminal', desk.pick(*MISDEEDS))}."),
        Para("Wij behouden ons alle rechten voor."),
    ]
    return paper(
        desk,
        told,
        blocks,
        file=desk.pick("brief 12", "waarschuwing def", f"VSO {p.family}"),
        formats=("docx", "pdf", "rtf", "odt"),
    )


@case("employment contract of someone else", "client-data")
def contract(desk: Desk) -> Made:
    told = sign(desk)
    p = desk.person()
    blocks: list[Block] = [
        Heading(desk.pick("Arbeidsovereenkomst", "Aanstellingsbesluit", "Wijziging arbeidsovereenkomst")),
        Para(
            f"{told.line or 'De werkgever'} en {desk.name(p, 'polite')}, geboren {desk.birth(p, 'words')}, wonende "
            f"te {desk.address(p)}, komen overeen:"
        ),
        Bullets(
            (
                f"functie: {desk.pick(*told.org.functions)}",
                f"salaris: € {desk.pay(p.salary)} per maand, schaal {p.scale} trede {p.step}",
                f"omvang: {p.hours} uur",
                f"betaling op {desk.iban(p)}",
            )
        ),
        Para("Aldus in tweevoud opgemaakt."),
    ]
    return paper(
        desk,
        told,
        blocks,
        file=desk.pick(f"AOK {p.family}", "contract nieuw", "aanstelling"),
        formats=("docx", "pdf", "odt"),
    )


@case("application letter and life of a candidate", "client-data")
def candidate(desk: Desk) -> Made:
    told = sign(desk, "origin", "folder", "none", "none", "other")
    p = desk.person()
    blocks: list[Block] = [
        Heading(f"Curriculum vitae {desk.name(p)}"),
        Fields(
            (
                ("Adres", desk.address(p)),
                ("Mobiel", desk.phone(p.mobile)),
                ("E-mail", desk.mail(p.private_mail)),
                ("Geboortedatum", desk.birth(p)),
                ("Nationaliteit", "Nederlandse"),
            )
        ),
        Para(f"2016 - nu: {desk.pick(*told.org.functions)}\n2009 - 2016: administratief medewerker"),
        Para("Hobby's: hardlopen, koor. Referenties op aanvraag."),
    ]
    return paper(
        desk,
        told,
        blocks,
        file=desk.pick(f"CV {p.full}", "cv", "Sollicitatie"),
        formats=("docx", "pdf", "odt"),
        hard="CV of someone else",
    )


@case("copy of an identity document as text", "client-data")
def identity(desk: Desk) -> Made:
    told = sign(desk, "origin", "folder", "none", "name")
    p = desk.person()
    number = desk.put("id_document", document_number(desk.rng, "paspoort"))
    one, two = mrz(number, p.surname, p.given, p.born, "M" if p.sex == "M" else "F", desk.day(2027, 2033), p.bsn)
    desk.put("id_document", two)
    desk.put("bsn", p.bsn)
    blocks: list[Block] = [
        Para("KONINKRIJK DER NEDERLANDEN   PASPOORT"),
        Para(f"{desk.name(p, 'upper')}\ngeboren / born {desk.birth(p)}\nno. {number}\nBSN / personal no. {p.bsn}"),
        Para(f"{one}\n{two}"),
    ]
    return paper(
        desk,
        told,
        blocks,
        file=desk.pick("WID kopie", f"id {p.family}", "scan_ocr"),
        formats=("txt", "pdf", "docx"),
        hard="machine-readable zone",
    )


@case("form of the welfare office filled in", "client-data")
def filled_form(desk: Desk) -> Made:
    told = sign(desk, "origin", "folder", "none")
    p = desk.person()
    fields = [
        ("Achternaam en voorletters", desk.name(p, "sorted")),
        ("BSN", desk.bsn(p)),
        ("Geboortedatum", desk.birth(p)),
        ("Straat en nummer", desk.street(p)),
        ("Postcode, plaats", f"{p.postcode} {p.town}"),
        ("IBAN", desk.iban(p)),
        ("Telefoon", desk.phone(p.mobile)),
    ]
    content = pdf.form("Opgaaf gegevens voor de loonheffingen", "In te vullen door de werknemer", fields)
    return told.made(f"{desk.pick('loonheffingen', 'opgaaf_ingevuld')}.pdf", content, hard="form fields filled in")


@case("social medical meeting", "client-data", 1.2)
def social_medical(desk: Desk) -> Made:
    """Minutes, with what people suffer from."""
    told = sign(desk)
    blocks: list[Block] = [
        Heading(desk.pick("Verslag sociaal-medisch overleg", "Notulen SMT", "Actielijst SMO")),
        Para(f"Aanwezig: bedrijfsarts, casemanager {desk.name(desk.person(), 'formal')}, teamleiders"),
    ]
    for p in desk.people(desk.count(3, 8)):
        text = desk.health(
            desk.pick(
                "is opgenomen in een kliniek",
                "heeft een terugval (depressie)",
                "start chemotherapie",
                "is zwanger, zware bekkenklachten",
                "zit thuis met een burn-out",
                "wacht op een heupoperatie",
            )
        )
        blocks.append(
            Para(
                f"{desk.name(p, desk.pick('full', 'short', 'formal'))} ({desk.pick(*told.org.departments)}): {text}"
                f". Afspraak: {desk.pick('bellen', 'spreekuur', 'tweede spoor')}."
            )
        )
    return paper(
        desk,
        told,
        blocks,
        file=desk.pick("Notulen SMO", "verslag SMT okt", "actiepunten overleg"),
        hard="minutes about illness",
    )


@case("complaint about an employee", "client-data")
def complaint(desk: Desk) -> Made:
    told = sign(desk)
    p, other = desk.person(), desk.person()
    blocks: list[Block] = [
        Heading("Melding ongewenst gedrag"),
        Para(f"Melder: {desk.name(p)}, {desk.phone(p.mobile)}, {desk.address(p)}"),
        Para(
            f"Het gaat om {desk.name(other)}. Tijdens de lunch zei {he(other)}: 'jij hoort hier niet, ga terug naar "
            "je eigen land'. Melder is "
            f"{desk.put('ethnicity', desk.pick('van Surinaamse afkomst', 'van Marokkaanse afkomst', 'van Turkse komaf'))}"
            " en voelt zich niet veilig."
        ),
    ]
    return paper(
        desk,
        told,
        blocks,
        file=desk.pick("melding vertrouwenspersoon", "klacht"),
        formats=("docx", "pdf", "odt", "txt"),
    )


@case("corporate cards", "client-data")
def corporate_cards(desk: Desk) -> Made:
    told = sign(desk, "origin", "name", "folder", "none")
    rows = [("Kaarthouder", "Kaartnummer", "Limiet", "Privéadres")]
    rows.extend(
        (desk.name(p), desk.put("credit_card", card(desk.rng)), "2500", desk.address(p))
        for p in desk.people(desk.count(2, 8))
    )
    return paper(
        desk,
        told,
        [Heading("Uitgegeven creditcards"), Grid(tuple(rows))],
        file=desk.pick("creditcards", "kaarten MT"),
        formats=("docx", "html", "pdf", "odt"),
    )
