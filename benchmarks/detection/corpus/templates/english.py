# ruff: noqa: E501  # the text of a document reads best in one piece
"""Papers in English: at international clients, and what the consultant has in English."""

from __future__ import annotations

from benchmarks.detection.corpus import fields, numbers
from benchmarks.detection.corpus.blocks import Block, Cell, Grid, Heading, Sheet
from benchmarks.detection.corpus.scene import LETTER, Scene
from benchmarks.detection.corpus.template import Paper, template


@template("client-data", "compensation review in English")
def compensation(s: Scene) -> Paper:
    s.at_branch("company", "care")
    rows = fields.varied(
        s,
        s.people(8, 60),
        (s.pick("Employee ID", "Emp No", "Staff ID"), fields.staff_number(s)),
        (s.pick("Full name", "Employee name"), fields.name(s)),
        (s.pick("Date of birth", "DOB"), fields.born(s)),
        (s.pick("Job title", "Role"), fields.constant("Planner", "Team lead", "Warehouse operator", "Controller")),
        (s.pick("Base salary", "Gross monthly pay", "Current salary (EUR)"), fields.salary(s)),
        ("Merit %", fields.number(s, 0, 7)),
    )
    return s.workbook(
        s.pick("Compensation review", "merit cycle", "headcount and pay"), [Sheet(name="Review", rows=rows)]
    )


@template("client-data", "sickness letter in English")
def sick_letter(s: Scene) -> Paper:
    s.at_branch("company")
    person = s.person()
    blocks: list[Block] = [
        f"{s.organisation()}\nHuman Resources",
        f"{s.name(person)}\n{s.address(person, chr(10))}",
        f"Dear {person.first},",
        s.ink(
            "health",
            f"You have been on sick leave since {s.day_near():%d %B %Y} because of {s.pick('a slipped disc', 'stress-related complaints', 'complications after surgery')}. Our occupational physician expects that you can resume work for half days.",
        ),
        f"Kind regards,\n{s.name(s.contact())}\nHR business partner",
    ]
    return s.prose(s.pick("letter", "sick leave", f"letter {person.surname}"), blocks, LETTER)


@template("client-data", "disciplinary note in English", hard="one person in prose without numbers")
def disciplinary(s: Scene) -> Paper:
    s.at_branch("company")
    person, boss = s.person(), s.contact()
    blocks: list[Block] = [
        Heading(s.pick("Note to file", "Performance improvement plan")),
        f"Employee: {s.name(person)}, born {s.ink('date_of_birth', f'{person.born.day} {person.born:%B} {person.born.year}')}. Manager: {s.name(boss)}.",
        f"{person.first} was convicted last year for drink driving and did not report this. "
        + s.ink("criminal", "The conviction matters since the role requires a driving licence."),
        f"Monthly gross salary: EUR {s.salary(person.salary_cents)}. Company: {s.organisation()}.",
    ]
    return s.prose(s.pick("note to file", "PIP", "HR note"), blocks)


@template("documentation", "project plan in English", ties="any")
def english_plan(s: Scene) -> Paper:
    contact = s.contact()
    blocks: list[Block] = [
        Heading(s.pick("Project plan", "Project initiation document", "Functional design") + " payroll migration"),
        f"Prepared for {s.organisation()} by {s.owner.firm}\nSponsor: {s.name(contact)}, {s.work_mail(contact)}",
        "Scope: migration of employee master data, absence and payroll results of three years. Social security numbers and bank accounts are migrated encrypted.",
        Grid(
            [
                ["Milestone", "Date", "Owner"],
                ["Design complete", "1 March", "Lead consultant"],
                ["User acceptance test", "15 April", "Key users"],
                ["Go-live", "1 June", "Steering committee"],
            ]
        ),
        "Risks: key users are not available in the summer; quality of the data on sick leave is unknown.",
    ]
    return s.prose(s.pick("project plan", "PID", "functional design"), blocks)


@template("documentation", "minutes in English", ties="any")
def english_minutes(s: Scene) -> Paper:
    present = s.rng.sample(s.staff, 3)
    blocks: list[Block] = [
        Heading(s.pick("Minutes of the steering committee", "Meeting notes project team", "Status report")),
        "Present: "
        + ", ".join(f"{s.name(person)} ({person.department})" for person in present)
        + f", {s.name(s.consultant)}",
        "1. The previous minutes are approved.\n2. The interface with the bank is delayed by a week.\n3. Training starts in May.",
        Grid(
            [
                ["Action", "Owner", "Due"],
                ["Send updated planning", present[0].first, "next week"],
                ["Confirm test users", present[1].first, "next meeting"],
            ]
        ),
    ]
    return s.prose(s.pick("minutes", "meeting notes", "status report"), blocks)


@template(
    "clean", "brochure in English from a public website", hard="downloaded from a website of nobody in the register"
)
def english_brochure(s: Scene) -> Paper:
    blocks: list[Block] = [
        Heading(s.pick("Payroll in the cloud", "Absence management made easy", "Your HR suite")),
        "Our software helps you manage employee records, salaries, sick leave and social security numbers in one place.",
        f"Contact us: {s.ink('email', 'sales@softwarehuis.example')}, {s.phone(numbers.landline(s.rng))}",
    ]
    s.from_website(host="www.softwarehuis.example")
    return s.prose(s.pick("brochure", "datasheet", "whitepaper"), blocks, ("pdf", "pdf", "html"))


@template("own", "own curriculum vitae in English")
def english_cv(s: Scene) -> Paper:
    me = s.consultant
    blocks: list[Block] = [
        Heading(f"{s.name(me)} - resume"),
        f"Date of birth: {s.born(me)}\nE-mail: {s.firm_mail(me)}\nMobile: {s.phone(me.phone)}\nAddress: {s.address(me)}",
        Heading("Experience", 2),
        f"{s.owner.firm}, senior consultant, 2020 - present\nProject manager in local government, 2014 - 2020",
        Heading("Education", 2),
        "MSc Public Administration",
    ]
    return s.private(s.prose(s.pick("resume", f"CV {me.surname} EN"), blocks, ("docx", "pdf")))


@template("clean", "empty form in English", hard="labels of fields without values")
def english_form(s: Scene) -> Paper:
    labels = [
        "Full name",
        "Date of birth",
        "Citizen service number",
        "Bank account (IBAN)",
        "Home address",
        "Emergency contact",
        "Signature",
    ]
    rows: list[list[Cell]] = [[label, s.pick("", "", "__________")] for label in labels]
    if s.chance(0.4):
        return s.workbook("onboarding form", [Sheet(name="Form", rows=[["New employee form"], [], *rows])], ("xlsx",))
    return s.prose(
        "new employee form", [Heading("New employee form"), "Please complete all fields.", Grid(rows)], ("docx", "pdf")
    )
