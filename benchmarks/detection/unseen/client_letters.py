"""Letters, mails, notes and chats about one employee or applicant."""
# ruff: noqa: E501
# Sentences with their variations stay on one line: broken up they cannot be read as a sentence.

from __future__ import annotations

from datetime import timedelta

from benchmarks.detection.unseen import columns as of
from benchmarks.detection.unseen.draft import LETTER, WORD, Draft, template
from benchmarks.detection.unseen.names import DEPARTMENTS, FUNCTIONS
from benchmarks.detection.unseen.paper import (
    Attachment,
    Block,
    Bullets,
    Content,
    Heading,
    Mail,
    Pairs,
    Paper,
    Row,
    Table,
    Text,
)
from benchmarks.detection.unseen.people import Person


def letter_head(d: Draft, to: Person, subject: str) -> list[Block]:
    """Addressee, date and subject, in one of several layouts."""
    address = f"{d.name(to, d.pick(('titled', 'formal')))}\n{d.home(to.home, lines=True)}"
    day = d.dated(d.day())
    if d.chance(0.4):
        pairs = [
            ("Aan", address.replace("\n", ", ")),
            ("Datum", day),
            (d.say("[Betreft|Onderwerp]"), subject),
            (d.say("[Ons kenmerk|Kenmerk]"), f"{d.pick(('HR', 'PZ', 'P&O'))}/{d.number(100, 9999)}"),
        ]
        return [Pairs(pairs)]
    return [
        Text(address),
        Text(f"{d.place.office.town}, {day}"),
        Text(f"{d.say('[Betreft|Onderwerp|Inzake]')}: {subject}"),
    ]


def closing(d: Draft, by: Person) -> list[Block]:
    job = d.pick(("Hoofd P&O", "HR-adviseur", "teammanager", "directeur", "leidinggevende"))
    return [
        Text(d.say("[Met vriendelijke groet|Hoogachtend|Vriendelijke groet]") + f",\n\n{d.name(by, 'formal')}\n{job}")
    ]


def greeting(d: Draft, to: Person) -> Text:
    return Text(d.say("[Geachte|Beste] ") + d.polite(to) + ",")


def letter(d: Draft, name: str, subject: str, to: Person, paragraphs: list[str], by: Person | None = None) -> Paper:
    head = d.at if d.chance(0.6) else ""
    return Paper(
        name=d.say(name),
        header=head,
        footer=d.say("[Vertrouwelijk|Persoonlijk en vertrouwelijk||]"),
        blocks=[
            *letter_head(d, to, d.say(subject)),
            greeting(d, to),
            *[Text(d.say(line)) for line in paragraphs],
            *closing(d, by or d.contact()),
        ],
    )


@template("client-data", "letter after reporting ill", LETTER, special=True)
def illness_letter(d: Draft) -> Content:
    who, boss = d.person(), d.contact()
    d.mark("health")
    cause = d.say(
        "[aanhoudende rugklachten|een burn-out|spanningsklachten|uw hartoperatie|een dubbele beenbreuk|chemokuren]"
    )
    body = [
        f"Op {d.dated(d.day())} [heeft u zich ziek gemeld|meldde u zich ziek] [vanwege|in verband met] {cause}. "
        "[Wij wensen u van harte beterschap.|Wij hopen dat het herstel voorspoedig verloopt.]",
        f"[De bedrijfsarts|Bedrijfsarts {d.name(d.person(), 'formal')}] [acht u voorlopig niet belastbaar|"
        "schat in dat u over zes weken voor halve dagen kunt beginnen|ziet mogelijkheden in aangepast werk].",
        f"[Uw casemanager|Aanspreekpunt] is {d.name(boss)}, [bereikbaar op|telefoon] {d.landline(d.place.phone)}.",
    ]
    return letter(
        d,
        "[brief ziekmelding|Brief|verzuimbrief|bevestiging] [def|mei|{n}|scan tekst]".replace(
            "{n}", str(d.number(1, 40))
        ),
        "[uw ziekmelding|Verzuim|afspraken bij ziekte]",
        who,
        d.in_order(body, 2, 3) if d.chance(0.3) else body,
        boss,
    )


@template("client-data", "re-integration plan", "docx docx pdf odt rtf", special=True)
def reintegration(d: Draft) -> Content:
    who = d.person()
    d.mark("health")
    limits = (
        "niet langer dan 20 minuten staan",
        "geen deadlines",
        "beperkt in concentratie",
        "geen nachtdiensten",
        "mag niet tillen boven 5 kg",
        "energetisch beperkt tot 3 uur per dag",
    )
    pairs = [
        ("Werknemer", d.name(who)),
        ("Geboren", d.born(who)),
        ("Eerste ziektedag", d.dated(d.day())),
        (d.say("[Arbodienst|Bedrijfsarts]"), d.name(d.person(), "formal")),
        ("Functie", d.pick(FUNCTIONS)),
    ]
    if d.chance(0.5):
        pairs.insert(1, ("BSN", d.bsn(who)))
    blocks: list[Block] = [
        Heading(
            d.say(
                "[Plan van aanpak WIA|Plan van aanpak re-integratie|Bijstelling plan van aanpak|Eerstejaarsevaluatie]"
            )
        ),
        Pairs(pairs),
        Heading(d.say("[1. Beperkingen|1. Belastbaarheid]"), 2),
        Bullets(d.some(limits, 2, 4)),
        Heading(d.say("[2. Opbouw|2. Afspraken|2. Doel]"), 2),
        Text(
            d.say(
                f"{d.name(who, 'titled')} [hervat|start] [in eigen werk|op arbeidstherapeutische basis] voor "
                "[2 x 2|3 x 4|4 x 3] uur. [Na vier weken volgt evaluatie.|Het einddoel is volledige hervatting.]"
            )
        ),
        Text(d.say("[Datum en handtekening werknemer|Voor akkoord werknemer:] ................")),
    ]
    return Paper(
        name=d.say("[PvA|Plan van aanpak|bijstelling|evaluatie] [WVP|poortwachter|re-integratie] [1|2|jan]"),
        blocks=blocks,
    )


@template("client-data", "mail on a conflict between two colleagues", "eml")
def conflict_mail(d: Draft) -> Content:
    one, two, boss, hr = d.person(), d.person(), d.contact(), d.person()
    body = [
        d.say("[Ha|Hoi|Beste] ") + f"{hr.first},",
        d.say(
            f"[Ik loop vast met|Even over|Ik maak me zorgen over] {d.name(one, 'full')} en {d.name(two, 'full')}. "
            "[Ze praten niet meer met elkaar|Gisteren is er weer geschreeuwd op de afdeling|De sfeer is om te snijden]."
        ),
        d.say(
            f"{one.first} [zegt dat|beweert dat|vertelde me dat] {two.first} "
            "[haar steeds kleineert in overleggen|hem zwart maakt bij het team|dreigt met een klacht bij de vertrouwenspersoon]."
        ),
        d.say(
            "[Kun jij met beiden een gesprek voeren?|Ik denk aan mediation.|Kan een van de twee overgeplaatst worden?] "
            "[Graag dit nog niet delen.|Dit blijft tussen ons.|]"
        ),
        d.say("[Groet|Gr.|Dank]") + f",\n{d.name(boss, 'full')}",
    ]
    return Mail(
        name=d.say("[FW situatie team|even vertrouwelijk|RE sfeer op de afdeling|gesprek gisteren]"),
        sender=f"{boss.full} <{d.work_mail(boss, d.domain)}>",
        to=f"{hr.full} <{d.work_mail(hr, d.domain)}>",
        subject=d.say("[situatie|vertrouwelijk|gesprek|vraag]"),
        body=body,
        sent=d.moment(),
    )


@template("client-data", "pregnancy and leave letter", LETTER, special=True)
def pregnancy(d: Draft) -> Content:
    who = d.person((1985, 2001))
    while not who.female:
        who = d.person((1985, 2001))
    d.mark("health")
    due = d.day()
    body = [
        f"[Gefeliciteerd met je zwangerschap!|Wij ontvingen uw zwangerschapsverklaring.] De [uitgerekende datum|vermoedelijke bevallingsdatum] is {d.dated(due)}.",
        f"[Je verlof|Het zwangerschapsverlof] [gaat in|begint] op {d.dated(due - timedelta(days=42))} en duurt zestien weken. "
        f"[Wij vragen de uitkering aan bij het UWV onder burgerservicenummer|De WAZO-aanvraag loopt op BSN] {d.bsn(who)}.",
        "[Tijdens het verlof bouw je gewoon vakantie op.|Wil je ouderschapsverlof? Meld dat twee maanden van tevoren.]",
    ]
    return letter(
        d,
        "[verlofbrief|WAZO|bevestiging verlof|brief HR] [2025|def|verstuurd]",
        "[zwangerschaps- en bevallingsverlof|uw verlof]",
        who,
        body,
    )


@template("client-data", "salary increase letter", LETTER)
def increase(d: Draft) -> Content:
    who = d.person()
    new = who.wage + d.number(80, 520)
    body = [
        "[Met genoegen bevestig ik|Hierbij bevestigen wij|Naar aanleiding van de beoordelingsronde laten wij u weten]"
        f" [dat uw salaris wijzigt|een periodieke verhoging|uw bevordering] per {d.dated(d.day())}.",
        f"[Uw bruto maandsalaris wordt|U gaat verdienen:|Het nieuwe salaris bedraagt] {d.wage(who, new)} "
        f"[in plaats van|tegen voorheen] {d.wage(who)} [bruto per maand|] bij {d.pick((36, 40, 32))} uur.",
        "[Dit is een blijk van waardering voor uw inzet.|De overige arbeidsvoorwaarden blijven gelijk.|Een kopie gaat naar het personeelsdossier.]",
    ]
    return letter(
        d,
        "[salarisverhoging|Bevestiging periodiek|brief salaris|promotie] [2025|{n}|ondertekend]".replace(
            "{n}", str(d.number(2, 30))
        ),
        "[wijziging salaris|periodieke verhoging|bevordering]",
        who,
        body,
    )


@template("client-data", "dismissal or settlement agreement", "docx docx pdf odt")
def settlement(d: Draft) -> Content:
    who, boss = d.person(), d.contact()
    articles = [
        f"De arbeidsovereenkomst eindigt [met wederzijds goedvinden|op initiatief van werkgever] op {d.dated(d.day())}.",
        f"Werkgever betaalt een [transitievergoeding|beëindigingsvergoeding] van {d.euro(who.wage * 6.5)} bruto.",
        f"Werknemer is tot de einddatum vrijgesteld van werk met behoud van salaris ad {d.wage(who)} per maand.",
        "Partijen verlenen elkaar finale kwijting.",
        "Werknemer heeft veertien dagen bedenktijd (art. 7:670b BW).",
        f"Betaling vindt plaats op rekening {d.iban(who.iban)}.",
    ]
    return Paper(
        name=d.say("[VSO|vaststellingsovereenkomst|beëindiging|concept VSO] [v2|def|getekend|werknemer]"),
        blocks=[
            Heading(d.say("[Vaststellingsovereenkomst|Beëindigingsovereenkomst]")),
            Text(
                d.say(
                    f"De ondergetekenden: {d.at}, [vertegenwoordigd door|te dezen] {d.name(boss)}, en {d.name(who, 'titled')}, "
                    f"geboren {d.born(who)}, wonende te {d.home(who.home)}, [hierna: werknemer|'werknemer'];"
                )
            ),
            Text(
                d.say(
                    "[In aanmerking nemende dat een verschil van inzicht bestaat|Overwegende dat de functie vervalt],"
                )
            ),
            Bullets([d.say(article) for article in d.in_order(articles, 4, 6)], numbered=True),
        ],
    )


@template("client-data", "misconduct investigation or warning", LETTER, special=True)
def misconduct(d: Draft) -> Content:
    who = d.person()
    d.mark("criminal")
    deed = d.say(
        "[het wegnemen van geld uit de kas|diefstal van gereedschap|fraude met declaraties|het mishandelen van een collega]"
    )
    body = [
        f"Op {d.dated(d.day())} [is geconstateerd|bleek uit camerabeelden] dat u zich schuldig hebt gemaakt aan {deed}.",
        "[Wij hebben hiervan aangifte gedaan bij de politie.|Aangifte is gedaan onder proces-verbaal PL0600-2025.|De politie heeft u als verdachte gehoord.]",
        "[U bent met onmiddellijke ingang geschorst.|Wij ontslaan u op staande voet wegens een dringende reden.|U ontvangt hierbij een laatste schriftelijke waarschuwing.]",
        f"[Bij het gesprek waren aanwezig|Getuigen:] {d.name(d.person())} en {d.name(d.person())}.",
    ]
    return letter(
        d,
        "[schorsing|Officiële waarschuwing|brief OSV|onderzoek integriteit]",
        "[schorsing|waarschuwing|ontslag op staande voet]",
        who,
        [*body[:3], *d.some(body[3:], 0, 1)],
    )


@template("client-data", "appraisal form filled in", "docx docx pdf odt rtf")
def appraisal(d: Draft) -> Content:
    who, boss = d.person(), d.contact()
    marks = ("Klantgerichtheid", "Samenwerken", "Vakkennis", "Resultaat", "Zelfstandigheid", "Omgaan met feedback")
    rows: list[Row] = [
        [
            theme,
            d.pick(("goed", "voldoende", "onvoldoende", "++", "+/-")),
            d.say(
                "[komt afspraken na|reageert kortaf op collega's|heeft sturing nodig|groeide zichtbaar|is vaak te laat]"
            ),
        ]
        for theme in d.some(marks, 3, 6)
    ]
    return Paper(
        name=d.say("[beoordeling|Verslag jaargesprek|Functioneringsgesprek|R&O gesprek] ") + who.last,
        blocks=[
            Heading(d.say("[Verslag beoordelingsgesprek|Jaargesprek|Formulier functioneren]")),
            Pairs(
                [
                    ("Medewerker", d.name(who)),
                    ("Personeelsnr.", d.staff_number(who)),
                    ("Functie", d.pick(FUNCTIONS)),
                    ("Leidinggevende", d.name(boss)),
                    ("Datum", d.dated(d.day())),
                ]
            ),
            Table(["Onderwerp", "Oordeel", "Toelichting"], rows),
            Text(
                d.say(
                    f"{who.first} [geeft aan|vertelt] [dat de werkdruk hoog is door de zorg voor haar moeder|zich niet gezien te voelen|"
                    "te willen doorgroeien naar een leidinggevende rol]. [Eindoordeel: matig|Eindoordeel: ruim voldoende]."
                )
            ),
        ],
    )


@template("client-data", "salary proposal for one candidate", "docx pdf md")
def salary_proposal(d: Draft) -> Content:
    who = d.person()
    pairs = [
        ("Kandidaat", d.name(who)),
        ("Huidig salaris", d.wage(who)),
        (d.say("[Voorstel|Bod]"), d.wage(who, who.wage + 310)),
        ("Geboortedatum", d.born(who)),
        ("Mobiel", d.mobile(who)),
        ("Startdatum", d.dated(d.day())),
    ]
    return Paper(
        name=d.say("[arbeidsvoorwaardenvoorstel|bod|Salarisvoorstel|offer] [kandidaat|intern|2e ronde]"),
        blocks=[
            Heading(d.say(f"[Voorstel|Arbeidsvoorwaarden] {d.pick(FUNCTIONS)}")),
            Pairs(d.in_order(pairs[:3], 3, 3) + d.some(pairs[3:], 1, 3)),
            Text(
                d.say(
                    "[Kandidaat wil niet onder zijn huidige pakket zakken.|Ruimte tot maximaal periodiek 9.|"
                    "Let op: zit boven interne collega's in dezelfde functie.]"
                )
            ),
        ],
    )


@template("client-data", "group chat pasted in a note", "txt txt md docx html")
def chat(d: Draft) -> Content:
    one, two, third = d.person(), d.person(), d.person()
    d.mark("health", "name")
    hour = d.number(8, 20)
    lines = [
        (one, "[weet jij al iets over|heb je het gehoord van|hoe is het nu met] " + third.full + "?"),
        (
            two,
            "[ja heftig, ligt weer in het ziekenhuis|zit thuis met een burn out|is opgenomen geweest, depressie|borstkanker, ze begint volgende week met chemo]",
        ),
        (one, "[pff|jeetje|oh nee] [en wie doet nu de rapportage?|wordt dat vervangen?|weet het team dit?]"),
        (two, "[niet rondvertellen aub|HR wil het stilhouden|ik vraag het morgen aan " + d.contact().first + "]"),
        (two, "[stuur maar een appje naar|bel even met] " + d.mobile(third)),
    ]
    style = d.pick(("[{t}] {n}: {x}", "{t} - {n}: {x}", "{n} {t}\n{x}", "{n} ({t}): {x}"))
    said = []
    for step, (who, text) in enumerate(lines[: d.number(4, 5)]):
        minute = f"{hour:02d}:{10 + step * 7:02d}"
        said.append(style.replace("{t}", minute).replace("{n}", who.full).replace("{x}", d.say(text)))
    return Paper(name=d.say("[chat|Teams gesprek|appjes|Nieuw tekstdocument|plaksel]"), blocks=[Text("\n".join(said))])


@template("client-data", "interview notes with health told", WORD, special=True)
def interview(d: Draft) -> Content:
    who = d.person()
    d.mark("health")
    notes = [
        "[werkt hier sinds|in dienst vanaf] " + str(who.started.year),
        "[vindt het nieuwe systeem traag|mist uitleg bij de invoer|kent de werkwijze goed]",
        "[is diabeet en moet op tijd kunnen pauzeren|heeft MS, vertelt dat ze snel moe is|zit in een scheiding en slikt antidepressiva|is slechthorend aan rechts]",
        "[twijfelt over leidinggevende, voelt zich niet veilig|wil geen naam in het rapport|noemt pesterijen in de kantine]",
    ]
    title = d.say("[Interview|Gesprek|Aantekeningen|Notities] ") + f"{d.name(who, 'full')}, {d.dated(d.day())}"
    said = [d.say(note) for note in notes]
    blocks: list[Block] = [
        Heading(title),
        Bullets(said) if d.chance(0.6) else Text(". ".join(map(str.capitalize, said)) + "."),
    ]
    return Paper(name=d.say("[aantekeningen|interview|gespreksnotities|verslagje] [1|2|3|ma|kantine]"), blocks=blocks)


@template("client-data", "applicant's letter", LETTER)
def application(d: Draft) -> Content:
    who = d.person((1970, 2003))
    job = d.pick(FUNCTIONS)
    return Paper(
        name=d.say(f"[sollicitatie|motivatiebrief|Brief] {who.last} [{job}|vacature|]"),
        blocks=[
            Text(f"{d.name(who, 'full')}\n{d.home(who.home, lines=True)}\n{d.mobile(who)}\n{d.mail(who)}"),
            Text(d.say(f"[Betreft: sollicitatie|Onderwerp: functie van] {job} [bij|te] {d.at}")),
            Text(d.say(f"[Geachte selectiecommissie|Beste {d.contact().first}|L.s.],")),
            Text(
                d.say(
                    "[Met veel belangstelling las ik uw vacature.|Op uw website zag ik de functie.] [Ik ben toe aan een nieuwe stap|"
                    "Na een reorganisatie zoek ik een baan] [waarin ik mijn ervaring kwijt kan|dichter bij huis]."
                )
            ),
            Text(
                d.say(
                    "[Ik ben nauwkeurig en houd van aanpakken.|Collega's noemen mij een verbinder.] [Graag licht ik mijn brief toe.|Ik ben per direct beschikbaar.]"
                )
            ),
            Text(f"Met vriendelijke groet,\n{who.full}"),
        ],
    )


@template("client-data", "applicant's CV", "pdf pdf docx odt")
def resume(d: Draft) -> Content:
    who = d.person((1970, 2002))
    jobs: list[Row] = [
        [f"{year}-{year + d.number(1, 4)}", d.pick(FUNCTIONS), d.other_place().name]
        for year in d.some(range(2001, 2022), 2, 4)
    ]
    pairs = [
        ("Naam", d.name(who, "full")),
        ("Adres", d.home(who.home)),
        ("Telefoon", d.mobile(who)),
        ("E-mail", d.mail(who)),
        ("Geboortedatum", d.born(who)),
        ("Rijbewijs", "B"),
    ]
    return Paper(
        name=f"{d.say('[CV|cv|Curriculum vitae|Resume]')} {who.full}",
        blocks=[
            Heading("Curriculum vitae"),
            Pairs(pairs),
            Heading(d.say("[Werkervaring|Loopbaan]"), 2),
            Table(["Periode", "Functie", "Werkgever"], jobs),
            Heading("Opleiding", 2),
            Text(d.say("[hbo|mbo|wo] [Bedrijfskunde|Logistiek|Verpleegkunde|Rechten]")),
        ],
    )


@template("client-data", "English personnel letter", "docx pdf rtf")
def english_letter(d: Draft) -> Content:
    d.english = True
    who, boss = d.person(), d.contact()
    topic = d.pick(("pay", "sick", "probation"))
    text = {
        "pay": f"your gross monthly salary will [increase to|be adjusted to] {d.wage(who, who.wage + 200)} as of {d.dated(d.day())}",
        "sick": f"we received your sick note of {d.dated(d.day())} stating [severe depression|a herniated disc|post-surgery recovery]",
        "probation": f"we have decided to end your employment during the probationary period, effective {d.dated(d.day())}",
    }[topic]
    if topic == "sick":
        d.mark("health")
    return Paper(
        name=d.say("[letter|Letter HR|confirmation|employment letter] [signed|final|copy]"),
        header=d.at,
        blocks=[
            Text(f"{d.name(who, 'mr')}\n{d.home(who.home, lines=True)}"),
            Text(d.dated(d.day())),
            Text(f"Dear {d.polite(who)},"),
            Text(d.say(f"[Further to our conversation,|With this letter we confirm that|As discussed,] {text}.")),
            Text(d.say("[Please sign and return the enclosed copy.|A copy will be kept in your personnel file.]")),
            Text(f"Kind regards,\n{d.name(boss, 'full')}\nHR Manager"),
        ],
    )


@template("client-data", "mail with a list of staff attached", "eml")
def attached_list(d: Draft) -> Content:

    sender, me = d.contact(), d.world.me
    book = d.book(
        "[lijst|uitdraai|personeel|export]",
        "lijst",
        [of.number(d), *of.names(d), of.bsn(d), of.born(d), of.wage(d)],
        d.people(5, 40),
    )
    d.mark("name", "email")
    return Mail(
        name=d.say("[RE bestand|gevraagde uitdraai|FW lijst|zoals besproken]"),
        sender=f"{sender.full} <{d.work_mail(sender, d.domain)}>",
        to=f"{me.full} <{d.world.owner.mail}>",
        subject=d.say("[bestand|zoals besproken|uitdraai]"),
        body=[
            f"Hoi {me.first},",
            d.say("[Bijgaand|Hierbij] [het bestand|de uitdraai] [waar je om vroeg|van gisteren]."),
            f"Groet,\n{sender.full}",
        ],
        sent=d.moment(),
        attachments=[Attachment(book, d.pick(("xlsx", "csv", "ods")))],
    )


@template("client-data", "client extract called a plan", "docx xlsx pdf csv", hard="renamed as a plan")
def renamed(d: Draft) -> Content:

    chosen = [
        of.number(d),
        *of.names(d),
        of.born(d),
        *d.some([of.bsn(d), of.wage(d), of.iban(d), of.department(d)], 2, 3),
    ]
    return d.book(
        "[Plan van aanpak|Voortgangsrapportage|Functioneel ontwerp|Notulen stuurgroep] [v1.0|def|juni]",
        "[Plan van aanpak|Voortgang|Bijlage A]",
        chosen,
        d.people(8, 40),
    )


@template(
    "client-data",
    "action list with departments and private circumstances",
    "docx odt md",
    special=True,
    hard="looks like minutes",
)
def social_team(d: Draft) -> Content:
    d.mark("health", "name")
    rows: list[Row] = [
        [
            f"{who.full}",
            d.pick(DEPARTMENTS),
            d.say(
                "[ziek sinds maart, longcovid|schulden, loonbeslag|zwanger, verlof vanaf september|"
                "terug na hersenschudding|rouw, gesprek met maatschappelijk werk]"
            ),
            d.pick(("casemanager", "bedrijfsarts", "HR")),
        ]
        for who in d.people(3, 8)
    ]
    if not any(word in str(row[2]) for row in rows for word in ("ziek", "zwanger", "hersen")):
        rows[0][2] = "ziek sinds maart, longcovid"
    return Paper(
        name=d.say("[verslag SMT|Sociaal medisch overleg|SMO notulen] [juni|14-05|concept]"),
        blocks=[
            Heading(d.say("[Verslag sociaal medisch team|SMO]")),
            Text(f"Aanwezig: {d.name(d.contact())}, {d.name(d.person())}"),
            Table(["Naam", "Afdeling", "Situatie", "Actie"], rows),
        ],
    )
