# ruff: noqa: E501  # the text of a document reads best in one piece
"""Further allowed papers that look like client data: terms, judgments, numbers, minutes, own calendars."""

from __future__ import annotations

from datetime import timedelta

from benchmarks.detection.corpus import numbers
from benchmarks.detection.corpus.blocks import Block, Cell, Grid, Heading, Sheet
from benchmarks.detection.corpus.scene import LETTER, SHEETS, Scene, euros
from benchmarks.detection.corpus.template import Paper, template


@template("clean", "general terms of an insurance", hard="illness and disability in general")
def insurance_terms(s: Scene) -> Paper:
    blocks: list[Block] = [
        Heading(s.pick("Algemene voorwaarden verzuimverzekering", "Polisvoorwaarden arbeidsongeschiktheid")),
        "Artikel 1. Arbeidsongeschikt is de verzekerde die door ziekte of ongeval zijn werk niet kan doen. Burn-out, rugklachten en zwangerschap vallen onder de dekking na een eigen risico van 30 dagen.",
        "Artikel 2. Uitgesloten is schade door opzet of door een strafbaar feit van de verzekerde.",
        "Artikel 3. Bij hiv-infectie, kanker of een psychische aandoening gelden geen bijzondere voorwaarden.",
    ]
    return s.prose(s.pick("voorwaarden", "polisvoorwaarden", "algemene voorwaarden"), blocks, ("pdf", "docx", "html"))


@template("clean", "judgment without names", hard="a criminal case without anybody in it")
def judgment(s: Scene) -> Paper:
    blocks: list[Block] = [
        Heading("Uitspraak"),
        f"Zaaknummer {s.rng.randint(10, 30)}/{s.rng.randint(1000, 9999)}",
        "[Appellant], wonende te [woonplaats], tegen het college van burgemeester en wethouders.",
        "Appellant is in 2019 veroordeeld wegens bijstandsfraude. De Raad oordeelt dat het college het recht op bijstand terecht heeft ingetrokken. Appellant lijdt aan een depressie; dat is geen dringende reden.",
        "De Raad bevestigt de aangevallen uitspraak.",
    ]
    s.from_website(host="uitspraken.rechtspleging.example")
    return s.prose(s.pick("uitspraak", "ECLI", "jurisprudentie"), blocks, ("html", "pdf", "txt"))


@template("clean", "minutes of a council, published", ties="words", hard="names of elected persons in public minutes")
def council(s: Scene) -> Paper:
    s.at_branch("municipality")
    speakers = s.rng.sample(s.staff, 5)
    blocks: list[Block] = [
        Heading(f"Besluitenlijst gemeenteraad {s.organisation()}"),
        "Aanwezig: " + ", ".join(s.name(person, "titled") for person in speakers),
        f"De heer {speakers[0].last} vraagt naar het ziekteverzuim bij de gemeente. De wethouder zegt een overzicht per kwartaal toe.",
        "Het voorstel wordt met algemene stemmen aangenomen.",
    ]
    s.from_website()
    return s.prose(s.pick("besluitenlijst", "raadsnotulen", "verslag raad"), blocks, ("pdf", "html"))


@template("clean", "code of tests with well-known test numbers", hard="numbers declared fictitious in code")
def test_code(s: Scene) -> Paper:
    text = f'# Fictieve testnummers, geen bestaande personen\nGELDIG = ["123456782", "111222333", "{numbers.bsn(s.rng)}"]\nONGELDIG = ["123456789", "000000000"]\n\n\ndef test_geldig():\n    assert all(is_bsn(nummer) for nummer in GELDIG)\n\n\ndef test_ongeldig():\n    assert not any(is_bsn(nummer) for nummer in ONGELDIG)\n'
    return s.paper(s.pick("test_bsn.py", "test_validatie.py"), text.encode())


@template("clean", "list of numbers of all sorts", hard="book, chassis, parcel and meter numbers")
def all_sorts(s: Scene) -> Paper:
    rows: list[list[Cell]] = [["Soort", "Nummer", "Datum"]]
    rows += [
        [
            s.pick("ISBN", "kenteken", "pakket", "chassis", "serienummer"),
            s.pick(
                f"97890{s.rng.randint(10**7, 10**8 - 1)}",
                f"{s.pick('G', 'K', 'T')}-{s.rng.randint(100, 999)}-XB",
                f"3S{s.rng.randint(10**11, 10**12 - 1)}",
                numbers.nine_digits(s.rng),
            ),
            s.day_near(),
        ]
        for _ in range(s.rng.randint(20, 100))
    ]
    return s.workbook(
        s.pick("inventaris", "nummers", "register bedrijfsmiddelen"), [Sheet(name="Inventaris", rows=rows)]
    )


@template("clean", "form with an explanation of every field", hard="explanations with shapes of numbers, no values")
def explained_form(s: Scene) -> Paper:
    blocks: list[Block] = [
        Heading(s.pick("Toelichting bij het aanvraagformulier", "Invulinstructie wijzigingsformulier")),
        Grid(
            [
                ["Vraag", "Zo vult u dit in", "Uw antwoord"],
                ["BSN", "negen cijfers, zonder punten", ""],
                ["Geboortedatum", "dd-mm-jjjj", ""],
                ["IBAN", "begint met NL, 18 tekens", ""],
                ["Ziek sinds", "eerste dag van de ziekmelding", ""],
                ["Telefoon", "10 cijfers", ""],
            ]
        ),
    ]
    return s.prose(s.pick("toelichting formulier", "invulinstructie"), blocks, LETTER)


@template("documentation", "minutes with many who attended", ties="any", hard="twelve names in a documentation")
def many_attended(s: Scene) -> Paper:
    names = ", ".join(s.name(person, s.pick("full", "formal")) for person in s.staff[:12])
    blocks: list[Block] = [
        Heading(
            s.pick("Verslag werksessie", "Verslag klankbordgroep", "Notulen kerngroep") + " nieuwe salarisadministratie"
        ),
        f"Aanwezig: {names}.\nAfwezig met bericht: {s.name(s.contact())}.",
        "De groep bespreekt het procesontwerp. Vragen over de ziekmelding en de controle van het BSN worden in de volgende versie verwerkt.",
        f"Actie: {s.name(s.staff[0], 'first')} levert de lijst met looncomponenten aan.",
    ]
    return s.prose(s.pick("verslag werksessie", "verslag klankbordgroep", "notulen"), blocks)


@template("documentation", "readme of a project", ties="words", hard="plain text with commands")
def readme(s: Scene) -> Paper:
    blocks: list[Block] = [
        Heading("Functioneel ontwerp conversie"),
        f"Conversie van personeelsgegevens voor {s.organisation()}.",
        Heading("Gebruik", 2),
        "python convert.py --bron P0002.csv --doel medewerkers.json",
        "De bron bevat BSN, naam en geboortedatum; zet nooit echte gegevens in deze map.",
        Heading("Contact", 2),
        f"{s.name(s.consultant)} <{s.firm_mail(s.consultant)}>",
    ]
    return s.prose(s.pick("README", "leesmij", "FO conversie"), blocks, ("md", "txt", "md"))


@template("documentation", "sizing and costs of a project", ties="any")
def costs(s: Scene) -> Paper:
    rows: list[list[Cell]] = [
        [f"Projectbegroting bij het projectplan, {s.organisation()}"],
        [],
        ["Fase", "Dagen", "Tarief", "Kosten"],
    ]
    rows += [
        [phase, days, 1_080, days * 1_080]
        for phase, days in (
            ("Analyse", s.rng.randint(5, 20)),
            ("Ontwerp", s.rng.randint(8, 30)),
            ("Bouw", s.rng.randint(10, 60)),
            ("Test", s.rng.randint(5, 20)),
        )
    ]
    return s.workbook(
        s.pick("projectbegroting", "raming projectplan", "kosten project"), [Sheet(name="Begroting", rows=rows)], SHEETS
    )


@template("own", "own appointments of a whole year", hard="visits to doctors in one's own calendar")
def own_calendar(s: Scene) -> Paper:
    s.kinds |= {"email", "health", "name"}
    events = "".join(
        f"BEGIN:VEVENT\r\nUID:{s.rng.getrandbits(64):x}\r\nDTSTART:{s.day + timedelta(days=number * 9):%Y%m%d}T080000\r\nSUMMARY:{s.pick('Tandarts', 'Fysio knie', 'Controle cardioloog', 'Ouderavond', 'APK')}\r\nORGANIZER;CN={s.consultant.full}:mailto:{s.owner.mail}\r\nEND:VEVENT\r\n"
        for number in range(s.rng.randint(10, 40))
    )
    return s.private(
        s.paper(
            s.pick("mijn agenda.ics", "agenda 2026.ics"),
            f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//agenda\r\n{events}END:VCALENDAR\r\n".encode(),
        )
    )


@template("own", "own report of sickness to the firm", hard="own illness in a mail")
def own_sick(s: Scene) -> Paper:
    me, boss = s.consultant, s.colleague()
    body = (
        f"Hoi {boss.first},\n\n"
        + s.ink(
            "health",
            s.pick(
                "Ik lig met griep op bed en meld me ziek voor vandaag.",
                "De uitslag is binnen: het is toch een hernia. Ik word over twee weken geopereerd.",
            ),
        )
        + f"\n\nGroet,\n{me.first}\n"
    )
    mail = s.letter_mail(
        sender=me,
        sender_mail=s.firm_mail(me),
        to=boss,
        to_mail=s.firm_mail(boss),
        subject=s.pick("ziek", "afwezig"),
        body=body,
    )
    return s.private(s.mail(s.pick("ziek", "ziekmelding"), mail))


@template("own", "own receipt of a webshop")
def receipt(s: Scene) -> Paper:
    me = s.consultant
    blocks: list[Block] = [
        Heading(s.pick("Bestelbevestiging", "Kassabon", "Uw bestelling")),
        f"Bezorgadres: {s.name(me)}, {s.address(me)}\nE-mail: {s.private_mail(me)}",
        Grid([["Artikel", "Prijs"], [s.pick("Koptelefoon", "Boek", "Regenjas"), euros(s.rng.randint(900, 20_000))]]),
        f"Bestelnummer {numbers.nine_digits(s.rng)}",
    ]
    return s.private(s.prose(s.pick("bestelling", "bon", "orderbevestiging"), blocks, ("pdf", "html", "txt")))
