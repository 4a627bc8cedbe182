"""English papers, of clients with staff abroad and of projects in English."""
# ruff: noqa: E501
# Sentences with their variations stay on one line: broken up they cannot be read as a sentence.

from __future__ import annotations

from benchmarks.detection.unseen.draft import OFFICE, ROWS, Draft, template
from benchmarks.detection.unseen.names import DEPARTMENTS
from benchmarks.detection.unseen.paper import Bullets, Content, Heading, Mail, Pairs, Paper, Row, Table, Text


@template("client-data", "English employee list with home addresses", ROWS)
def employee_list(d: Draft) -> Content:
    chosen = [
        ("[Emp ID|Worker|Employee Number]", lambda who: who.staff_number, "employee_number"),
        ("[Legal Name|Full Name|Worker name]", lambda who: who.full, "name"),
        ("[Birth Date|DOB]", lambda who: who.born, "date_of_birth"),
        ("[Home Address|Primary Address]", lambda who: f"{who.home.street} {who.home.number}, {who.home.postcode} {who.home.town}", "address"),
        ("[Base Pay|Monthly Pay EUR|Comp]", lambda who: who.wage, "salary"),
        ("[Cost Center|Org unit]", lambda _: d.pick(DEPARTMENTS), ""),
    ]  # fmt: skip
    return d.book(
        "[workers|Headcount|census|comp_review]_[2025|Q2|final]",
        "[Workers|Census|Sheet1]",
        d.in_order(chosen[:5], 5, 5) + chosen[5:],
        d.people(8, 70),
    )


@template("client-data", "English mail on somebody's sick leave", "eml", special=True)
def sick_mail(d: Draft) -> Content:
    d.english = True
    d.mark("health")
    who, boss, me = d.person(), d.contact(), d.world.me
    return Mail(
        name=d.say("[RE coverage|FW absence|quick question|RE handover]"),
        sender=f"{boss.full} <{d.work_mail(boss, d.domain)}>",
        to=f"{me.full} <{d.box(*d.world.owner.mail.split('@'))}>",
        subject=d.say("[coverage|absence|handover]"),
        body=[
            d.say("[Hi|Hello]") + f" {me.first},",
            d.say(f"{d.name(who, 'full')} [is off sick until further notice after a stroke|has been diagnosed with leukaemia and starts treatment Monday|is on leave with severe anxiety]. [Please keep this to yourself.|The team does not know yet.]"),
            d.say("[Can you work with the stand-in for now?|Could we move the interviews?]"),
            f"Best,\n{d.name(boss, 'full')}",
        ],
        sent=d.moment(),
    )  # fmt: skip


@template("client-data", "English disciplinary notes", OFFICE + " md txt")
def disciplinary(d: Draft) -> Content:
    d.english = True
    who, boss = d.person(), d.contact()
    return Paper(
        name=d.say("[hearing notes|ER case|investigation] [draft|{}]".replace("{}", str(d.number(10, 90)))),
        blocks=[
            Heading(d.say("[Disciplinary hearing|Employee relations case]")),
            Pairs([("Employee", d.name(who, "full")), ("Employee no.", d.staff_number(who)), ("Chair", d.name(boss, "full")), ("Date", d.dated(d.day()))]),
            Text(d.say(f"{who.first} [admitted to falsifying timesheets|was reported for harassment of two colleagues|repeatedly refused instructions]. [Final written warning issued.|Dismissal is recommended.]")),
        ],
    )  # fmt: skip


@template("documentation", "English minutes", OFFICE + " md")
def minutes(d: Draft) -> Content:
    d.english = True
    people = [d.contact(), d.world.me, *d.world.colleagues[:2]]
    actions: list[Row] = [
        [
            d.say("[update the process map|book the room|draft the cut-over plan|anonymise test data]"),
            who.full,
            d.dated(d.day()),
        ]
        for who in people[:3]
    ]
    return Paper(
        name=d.say("[minutes|Meeting notes|SteerCo] [June|kick-off|{}]".replace("{}", str(d.number(1, 12)))),
        blocks=[
            Heading(d.say("[Minutes of the steering committee|Project meeting notes]")),
            Text("Present: " + ", ".join(d.name(who, "full") for who in people)),
            Bullets([d.say("[Payroll interface: build completed|Sick leave workflow approved]"), d.say("[Risk: data quality of birth dates|Budget on track]")]),
            Table(["Action", "Owner", "Due"], actions),
        ],
    )  # fmt: skip


@template("documentation", "English status report", OFFICE + " pptx")
def status(d: Draft) -> Content:
    d.english = True
    rows: list[Row] = [
        [name, d.pick(("green", "amber", "red")), d.say("[on track|waiting for sign-off|one sprint late]")]
        for name in d.some(("Design", "Build", "Migration", "Testing", "Training"), 3, 5)
    ]
    return Paper(
        name=d.say("[status report|Progress report|weekly status] [wk 23|June|7]"),
        blocks=[Heading(d.say("[Status report|Progress report] HR transformation")), Pairs([("Sponsor", d.name(d.contact(), "full")), ("Author", d.name(d.world.me, "full"))]), Table(["Stream", "Status", "Remark"], rows)],
    )  # fmt: skip
