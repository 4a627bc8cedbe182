"""Tables about staff: extracts of HR, payroll, absence and roster systems."""
# Sentences with their variations stay on one line: broken up they cannot be read as a sentence.

from __future__ import annotations

from datetime import timedelta

from benchmarks.detection.unseen import columns as of
from benchmarks.detection.unseen.draft import ROWS, SHEETS, Draft, template
from benchmarks.detection.unseen.names import DEPARTMENTS, FUNCTIONS
from benchmarks.detection.unseen.paper import Attachment, Bundle, Content, Heading, Pairs, Paper, Row, Sheet, Table
from benchmarks.detection.unseen.people import Person


def _above(d: Draft) -> list[str]:
    """Title rows that some systems print."""
    lines = [
        "[Rapport|Overzicht|Query]: [medewerkers actief|PERS_STAM_01|loonstaat per medewerker|stamgegevens]",
        f"Peildatum {d.dated(d.day())}",
        "Gebruiker: [SYSTEEM|EXPORT01|batch]",
        "Administratie [001|12|HRM-A]",
    ]
    return [d.say(line) for line in d.in_order(lines, 1, 3)] if d.chance(0.5) else []


@template("client-data", "personnel master extract", ROWS)
def master_data(d: Draft) -> Content:
    optional: list[of.Column | list[of.Column]] = [
        of.mobile(d),
        of.mail(d),
        of.iban(d),
        of.hours(d),
        of.department(d),
        of.address(d),
        of.started(d),
    ]
    chosen = [of.number(d), *of.names(d), of.born(d), *of.chosen(d, optional, 2, 7)]
    if d.chance(0.6):
        chosen.insert(d.number(1, len(chosen)), of.bsn(d))
    name = "[stamgegevens|medewerkers_export|PA0002_dump|Werknemers|HR extract|PersGegevens|employees]_[2025|mei|v2|def|0101]"
    return d.book(
        name,
        "[Blad1|Sheet1|Werknemers|export|Query1]",
        chosen,
        d.people(8, 120) if d.chance(0.9) else d.people(800, 2500),
        _above(d),
    )


@template("client-data", "payroll run", ROWS)
def payroll_run(d: Draft) -> Content:
    people = d.people(6, 90)
    tax = ("[Loonheffing|LH tabel|/401 Loonheffing|Wage tax]", lambda who: round(who.wage * 0.27, 2), "salary")
    net = ("[Netto|Nettoloon|Uit te betalen|/559|Net pay]", lambda who: round(who.wage * 0.69, 2), "salary")
    pension = ("[Pensioenpremie wn|Pens. prem.|ABP OP/NP]", lambda who: round(who.wage * 0.071, 2), "salary")
    chosen = [of.number(d), *of.names(d), of.wage(d), tax, net]
    chosen += d.some([pension, of.iban(d), of.bsn(d), of.hours(d), of.department(d)], 1, 4)
    name = "[loonstaat|verloning|Journaal per wn|salarisrun|payrun|loonlijst] [periode 4|P06|2025-05|mei 2025|13e mnd]"
    return d.book(name, "[periode|loonrun|Blad1|pay]", chosen, people, _above(d))


@template("client-data", "payroll codes without names", "xlsx csv csv tsv")
def cryptic_payroll(d: Draft) -> Content:
    chosen = [
        of.number(d),
        of.bsn(d),
        of.code(d, "[LGART|Looncode|CC]", ("1000", "2010", "/101", "M020", "3300")),
        of.wage(d),
        of.code(d, "[ABKRS|Verloningsgroep]", ("N1", "N4", "99")),
        of.born(d),
    ]
    return d.book(
        "[PA0008|IT0008_extract|wage_types|loonc_export|HCM_loon]_[prd|100|20250531]",
        "[PA0008|data]",
        chosen,
        d.people(15, 150),
    )


@template("client-data", "absence list", ROWS, special=True)
def absence_list(d: Draft) -> Content:
    d.mark("health")
    reasons = (
        "griep",
        "rugklachten",
        "burn-out",
        "operatie knie",
        "zwangerschap",
        "migraine",
        "hernia",
        "onbekend",
        "overspannen",
        "longontsteking",
        "gebroken pols",
    )
    reason = ("[Reden|Verzuimoorzaak|Oorzaak|Diagnose (intern)|Opmerking]", lambda _: d.pick(reasons), "health")
    since = ("[Ziek per|1e ziektedag|Aanvang verzuim|Datum ziekmelding]", lambda _: d.day(), "health")
    better = ("[Hersteld|Datum herstel|Einde verzuim]", lambda _: d.pick((None, d.day())), "")
    share = ("[% AO|Arbeidsongeschikt %|Verzuim%]", lambda _: d.pick((100, 50, 25, 75)), "health")
    chosen = [
        *d.some([of.number(d), of.department(d)], 0, 2),
        *of.names(d),
        since,
        reason,
        *d.in_order([better, share], 0, 2),
    ]
    name = "[ziekteverzuim|verzuimoverzicht|Verzuimlijst actueel|lopend verzuim|zieken] [jan-jun|week 23|2025|team]"
    return d.book(name, "[Verzuim|ziek|Lopend|Blad1]", chosen, d.people(4, 45), _above(d))


@template("client-data", "frequent absence without a reason column", "xlsx docx pdf ods", special=True)
def frequent_absence(d: Draft) -> Content:
    times = ("[Aantal meldingen|Freq. 12 mnd|# ziekmeldingen]", lambda _: d.number(3, 9), "health")
    days = ("[Verzuimdagen|Kal.dagen ziek|Dagen afwezig wegens ziekte]", lambda _: d.number(4, 180), "health")
    note = (
        "[Actie|Vervolg]",
        lambda _: d.pick(("gesprek plannen", "bedrijfsarts", "geen", "WIA-aanvraag in wk 88")),
        "",
    )
    return d.book(
        "[frequent verzuim|Topverzuimers|Bespreeklijst SMT] [Q2|2025|juni]",
        "[verzuim|frequent]",
        [*of.names(d), of.department(d), times, days, note],
        d.people(5, 25),
    )


@template("client-data", "appraisal scores", SHEETS)
def appraisal_scores(d: Draft) -> Content:
    score = (
        "[Eindoordeel|Score|Beoordeling 2024|Rating]",
        lambda _: d.pick(("A", "B", "C", "D", "voldoende", "matig", "4", "3")),
        "",
    )
    remark = (
        "[Toelichting|Opmerking manager|Comment]",
        lambda _: d.pick(
            (
                "ambitieus, kan doorgroeien",
                "functioneert onder de maat, verbetertraject",
                "stille kracht",
                "conflict met leidinggevende",
                "kandidaat voor opvolging",
                "weinig zelfinzicht",
                "topper",
                "wil minder gaan werken",
            )
        ),
        "",
    )
    extra = d.some([of.wage(d), of.born(d), of.department(d), of.job(d)], 1, 3)
    return d.book(
        "[beoordelingsronde|vlootschouw|talent review|9-grid|kalibratie] [2024|MT|vertrouwelijk]",
        "[scores|vlootschouw|review]",
        [of.number(d), *of.names(d), *extra, score, remark],
        d.people(6, 40),
    )


@template("client-data", "works council or redundancy list", SHEETS)
def redundancy_list(d: Draft) -> Content:
    status = (
        "[Boventallig|Status plaatsing|Plaatsing]",
        lambda _: d.pick(("boventallig", "plaatsbaar", "mens volgt werk", "uitwisselbaar")),
        "",
    )
    group = (
        "[Leeftijdscategorie|Afspiegelingsgroep]",
        lambda _: d.pick(("15-25", "25-35", "35-45", "45-55", "55+")),
        "",
    )
    chosen = [of.number(d), *of.names(d), of.born(d), of.started(d), of.job(d), group, status]
    chosen += [of.wage(d)] if d.chance(0.7) else []
    return d.book(
        "[afspiegeling|plaatsingslijst|boventalligen|Was-wordt lijst] [concept|v0.9|def]",
        "[lijst|afspiegeling]",
        chosen,
        d.people(8, 60),
    )


@template("client-data", "pseudonymised rows with their key sheet", "xlsx xlsx ods")
def pseudonyms(d: Draft) -> Content:
    people = d.people(10, 60)
    codes = {who: f"{d.pick('RPK')}{number:04d}" for number, who in enumerate(people, d.number(1, 5000))}
    topics = ("[Score werkdruk|Werkstress]", "[Score leiding|Vertrouwen in leiding]", "[Vertrekintentie|Wil weg]")
    header = [d.say("[Respondent|Code|Pseudoniem|ID]"), d.say("[Team|Afd.]"), *map(d.say, topics)]
    rows: list[Row] = [[codes[who], d.pick(DEPARTMENTS), *(d.number(1, 5) for _ in topics)] for who in people]
    key_of = ("[Code|ID|Pseudoniem]", lambda who: codes[who], "")
    header2, rows2 = d.table([key_of, *of.names(d), of.number(d)], people)
    book = d.book(d.say("[onderzoek MTO|dataset|analyse] [gepseudonimiseerd|anoniem|gecodeerd]"), "x", [], [])
    book.sheets = [
        Sheet(title=d.say("[data|metingen|antwoorden]"), header=header, rows=rows),
        Sheet(title=d.say("[sleutel|key|koppeltabel|vertaling]"), header=header2, rows=rows2, hidden=d.chance(0.5)),
    ]
    return book


@template("client-data", "roster with private numbers", SHEETS)
def roster(d: Draft) -> Content:
    shifts = [
        (day, lambda _: d.pick(("V", "D", "L", "N", "", "vrij", "D")), "")
        for day in ("ma", "di", "wo", "do", "vr", "za", "zo")
    ]
    chosen = [*of.names(d), of.mobile(d), *(of.address(d) if d.chance(0.5) else [of.born(d)]), *shifts]
    d.mark("name", "phone")
    return d.book(
        "[dienstrooster|oproeplijst|bereikbaarheid|Piketrooster] [wk 31|zomer|juli]",
        "[rooster|wk31]",
        chosen,
        d.people(5, 30),
    )


@template("client-data", "leave and illness balances hidden behind a summary", "xlsx", hidden=True)
def hidden_sheet(d: Draft) -> Content:
    people = d.people(10, 60)
    header, rows = d.table([of.number(d), *of.names(d), of.bsn(d), of.wage(d), of.born(d)], people)
    teams = d.some(DEPARTMENTS, 4, 7)
    book = d.book("[formatieoverzicht|Dashboard HR|stuurinformatie|KPI personeel] [mei|Q2|2025]", "x", [], [])
    book.sheets = [
        Sheet(
            title=d.say("[Samenvatting|Dashboard|Totaal]"),
            header=["Team", "fte", "gem. verzuim %"],
            rows=[[team, d.number(4, 40), d.number(20, 90) / 10] for team in teams],
        ),
        Sheet(title=d.say("[bron|data|draai]"), header=header, rows=rows, hidden=True),
    ]
    return book


@template("client-data", "sideways sheet of a few employees", "xlsx")
def sideways(d: Draft) -> Content:
    book = d.book(
        "[vergelijking inschaling|inschaling nieuwe mdw|arbeidsvoorwaarden instroom]",
        "[vergelijk|Blad1]",
        [*of.names(d), of.born(d), of.wage(d), of.job(d), *of.address(d)],
        d.people(2, 6),
    )
    book.sideways = True
    return book


@template("client-data", "leavers and joiners", ROWS)
def turnover(d: Draft) -> Content:
    leaving = (
        "[Uit dienst|Einddatum|ENDDA|Reden uitstroom per]",
        lambda who: who.started + timedelta(days=d.number(200, 2500)),
        "",
    )
    why = (
        "[Reden|Uitstroomreden|MASSG]",
        lambda _: d.pick(
            ("eigen verzoek", "einde tijdelijk contract", "pensioen", "VSO", "ontslag op staande voet", "01", "07")
        ),
        "",
    )
    chosen = [
        of.number(d),
        *of.names(d),
        of.born(d),
        of.started(d),
        leaving,
        why,
        *of.chosen(d, [of.address(d), of.mail(d)], 1, 2),
    ]
    return d.book(
        "[in-uit dienst|mutaties|verloop|in_uit_door] [2024|H1|kwartaal 2]", "[mutaties|uit]", chosen, d.people(5, 50)
    )


@template("client-data", "training and certificates per employee", SHEETS)
def certificates(d: Draft) -> Content:
    valid = ("[VCA geldig tot|BHV tot|Code 95 tot|Verloopt]", lambda _: d.day(2024), "")
    course = (
        "[Cursus|Certificaat|Opleiding]",
        lambda _: d.pick(("VCA-VOL", "BHV", "heftruck", "AVG e-learning", "code 95")),
        "",
    )
    return d.book(
        "[opleidingsmatrix|certificaten|Scholing personeel]",
        "[scholing|matrix]",
        [of.number(d), *of.names(d), of.born(d), course, valid],
        d.people(8, 70),
    )


@template("client-data", "zip with payslips and a list", "zip")
def zipped(d: Draft) -> Content:
    people = d.people(3, 6)
    columns = [of.number(d), *of.names(d), of.bsn(d), of.wage(d)]
    parts = [Attachment(d.book("[totaal|verzamellijst|controle]", "lijst", columns, people), d.pick(("xlsx", "csv")))]
    parts += [Attachment(payslip_of(d, who), "pdf") for who in people[:2]]
    return Bundle(name=d.say("[loonstroken|specificaties|verloning] [mei|P5|batch 3]"), parts=parts)


def payslip_of(d: Draft, who: Person, job: str | None = None) -> Content:
    """A payslip of `who`."""
    pairs = [
        (d.say("[Werknemer|Naam|Medewerker]"), d.name(who)),
        (d.say("[Burgerservicenr.|BSN]"), d.bsn(who)),
        (d.say("[Geboortedatum|Geb. dd]"), d.born(who)),
        (d.say("[Personeelsnr.|Werknr.]"), d.staff_number(who)),
        (d.say("[Adres|Woonadres]"), d.home(who.home)),
        (d.say("[Functie|Rol]"), job or d.pick(FUNCTIONS)),
        (d.say("[Loonheffingskorting|LHK toegepast]"), "ja"),
    ]
    d.rng.shuffle(pairs)
    lines: list[Row] = [
        ["Salaris", who.wage, None],
        [d.say("[Reiskosten|Reiskostenverg.]"), d.number(30, 240), None],
        [d.say("[Loonheffing|Inh. loonheffing]"), None, round(who.wage * 0.26, 2)],
        [d.say("[Pensioen|Pensioenpremie]"), None, round(who.wage * 0.06, 2)],
    ]
    return Paper(
        name=f"{d.say('[Loonstrook|Salarisspecificatie|strook]')} {d.pick(('mei 2025', 'P04', '2025-06'))} {d.number(1, 99)}",
        blocks=[
            Heading(d.say("[Salarisspecificatie|Loonspecificatie|Salarisstrook]")),
            Pairs(pairs),
            Table(["Omschrijving", "Betaling", "Inhouding"], lines),
            Pairs(
                [
                    (d.say("[Netto te betalen|Netto loon|Uitbetaald]"), d.wage(who, who.wage * 0.7)),
                    (d.say("[op rekening|IBAN]"), d.iban(who.iban)),
                ]
            ),
        ],
    )
