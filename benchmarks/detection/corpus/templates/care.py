"""Health care: patients, clients of care, registered professionals."""

# ruff: noqa: E501  # the text of a document reads best in one piece
from __future__ import annotations

from benchmarks.detection.corpus import fields, numbers
from benchmarks.detection.corpus.blocks import Grid, Heading, Sheet, Slide
from benchmarks.detection.corpus.scene import Scene
from benchmarks.detection.corpus.template import Paper, template

COMPLAINTS = (
    "COPD",
    "diabetes type 2",
    "hartfalen",
    "dementie",
    "reumatoïde artritis",
    "depressieve klachten",
    "heupfractuur",
    "Parkinson",
    "decubitus graad 2",
)
MEDICINES = (
    "metformine 500 mg",
    "salbutamol",
    "furosemide 40 mg",
    "paracetamol 4 dd 1 g",
    "citalopram 20 mg",
    "insuline glargine",
)


@template("client-data", "list of patients with diagnoses")
def patients(s: Scene) -> Paper:
    s.at_branch("care")
    rows = fields.varied(
        s,
        s.people(8, 80),
        (s.pick("Patiëntnr", "Cliëntnummer", "PID"), fields.number(s, 100_000, 999_999)),
        ("Naam", fields.name(s, "listed")),
        (s.pick("Geb.dat", "Geboortedatum"), fields.born(s)),
        ("BSN", fields.bsn(s)),
        (s.pick("Diagnose", "Hoofddiagnose", "Grondslag"), fields.drawn(s, *COMPLAINTS, kind="health")),
        (s.pick("Medicatie", "Med."), fields.drawn(s, *MEDICINES, kind="health")),
        ("Afdeling", fields.drawn(s, "A1", "B2", "Revalidatie", "PG")),
    )
    return s.workbook(
        s.pick("patientenlijst", "bewoners per afdeling", "caseload", "ECD export"), [Sheet(name="Lijst", rows=rows)]
    )


@template("client-data", "handover of a ward")
def handover(s: Scene) -> Paper:
    s.at_branch("care")
    s.kinds.add("health")
    blocks: list[str | Heading | Grid] = [
        Heading(s.pick("Overdracht nachtdienst", "Dagrapportage afdeling", "Overdracht")),
        f"{s.organisation()}, {s.written(s.day)}",
    ]
    notes = (
        "heeft onrustig geslapen en was om drie uur uit bed. RR 150/85. Extra vocht aangeboden.",
        "is gevallen in de badkamer, geen letsel. MIC-melding gedaan, dochter gebeld.",
        "klaagt over pijn in de linkerheup; paracetamol gegeven volgens afspraak met de huisarts.",
        "weigert medicatie. Suiker was 14,2 voor het ontbijt; 6 EH gespoten.",
        "had benauwdheid; verneveld en daarna rustig.",
    )
    blocks += [
        f"{s.name(person, 'titled')} (kamer {s.rng.randint(1, 48)}) {s.pick(*notes)}" for person in s.people(4, 9)
    ]
    return s.prose(s.pick("overdracht", "rapportage nacht", "dagrapport"), blocks)


@template("client-data", "care plan of one client")
def care_plan(s: Scene) -> Paper:
    s.at_branch("care")
    person, nurse = s.person(), s.contact()
    blocks: list[str | Heading | Grid] = [
        Heading(s.pick("Zorgleefplan", "Ondersteuningsplan", "Behandelplan")),
        Grid(
            [
                ["Naam", s.name(person)],
                ["Geboortedatum", s.born(person)],
                ["BSN", s.bsn(person)],
                ["Adres", s.address(person)],
                ["Eerste contactpersoon", f"{s.name(s.person())}, {s.phone(person.phone)}"],
                ["Indicatie", f"ZZP {s.rng.randint(3, 8)} VV"],
            ]
        ),
        Heading("Gezondheid", 2),
        s.ink("health", f"Bekend met {s.pick(*COMPLAINTS)} en {s.pick(*COMPLAINTS)}. Gebruikt {s.pick(*MEDICINES)}."),
        Heading("Doelen", 2),
        "Zelfstandig aankleden binnen drie maanden; twee keer per week deelnemen aan de dagbesteding.",
        f"Besproken met {s.name(nurse)}, {s.organisation()}.",
    ]
    return s.prose(s.pick("zorgplan", "ondersteuningsplan v2", f"plan {person.surname}"), blocks)


@template("client-data", "registrations of care professionals", hard="BIG numbers, not citizen service numbers")
def professionals(s: Scene) -> Paper:
    s.at_branch("care")
    s.kinds.add("big_number")
    rows = fields.varied(
        s,
        s.people(6, 40),
        ("Naam", fields.name(s)),
        (s.pick("BIG-nummer", "BIG-registratie", "BIG"), lambda _: numbers.big(s.rng)),
        ("Beroep", fields.constant("verpleegkundige", "arts", "fysiotherapeut", "GZ-psycholoog")),
        ("Geboortedatum", fields.born(s)),
        ("Vervaldatum", fields.day(s, lambda _: s.day_near())),
    )
    return s.workbook(
        s.pick("BIG-registraties", "bevoegd en bekwaam", "herregistratie"), [Sheet(name="BIG", rows=rows)]
    )


@template("client-data", "case in the notes of a presentation", hard="speaker notes")
def case_in_notes(s: Scene) -> Paper:
    s.at_branch("care")
    person = s.person()
    notes = f"Casus (niet tonen): {s.name(person)}, geboren {s.born(person)}, BSN {s.bsn(person)}. " + s.ink(
        "health", f"Diagnose {s.pick(*COMPLAINTS)}, opgenomen sinds {s.written(s.day_near())}."
    )
    slides = [
        Slide(title="Samenwerken in de keten", lines=["Waarom deze bijeenkomst", "Drie leervragen"]),
        Slide(title="Casus mevrouw X", lines=["Wie doet wat?", "Waar ging het mis?"], notes=notes),
        Slide(title="Vervolg", lines=["Werkafspraken", "Evaluatie in het voorjaar"]),
    ]
    return s.slides(s.pick("casuïstiek", "ketenoverleg", "themamiddag"), slides, ("pptx", "pptx", "odp"), hidden=True)


@template("client-data", "file of a young person in care", hard=None)
def youth_file(s: Scene) -> Paper:
    s.at_branch("care", "municipality")
    child, mother = s.person(), s.person()
    blocks: list[str | Heading | Grid] = [
        Heading(s.pick("Verslag huisbezoek", "Gezinsplan", "Contactjournaal")),
        f"Jeugdige: {s.name(child)}, geboren {s.born(child)}. Moeder: {s.name(mother)}, {s.address(mother)}, telefoon {s.phone(mother.phone)}.",
        s.ink(
            "health",
            f"{child.first} heeft de diagnose ADHD en zit sinds {s.written(s.day_near())} bij de kinderpsycholoog. De school meldt toenemend verzuim en ruzies in de klas.",
        ),
        "Moeder geeft aan dat het thuis niet meer gaat. Vader is sinds de scheiding uit beeld. Afgesproken is een vervolggesprek met de wijkcoach.",
        f"Opgesteld door {s.name(s.contact())}, {s.organisation()}",
    ]
    return s.prose(s.pick("verslag", "gezinsplan", "journaal", f"dossier {child.first}"), blocks)
