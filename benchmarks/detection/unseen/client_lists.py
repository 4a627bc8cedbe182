"""Lists and copies: identity papers, members, payments, access logs, volunteers, customers."""
# ruff: noqa: E501
# Sentences with their variations stay on one line: broken up they cannot be read as a sentence.

from __future__ import annotations

from benchmarks.detection.unseen import columns as of
from benchmarks.detection.unseen.draft import ROWS, SHEETS, Draft, template
from benchmarks.detection.unseen.paper import Block, Content, Heading, Pairs, Paper, Raw, Table, Text
from benchmarks.detection.unseen.people import Person, plain


def machine_zone(who: Person) -> str:
    """The two lines under a passport's photo, with their check digits."""

    def check(text: str) -> str:
        values = (0 if sign == "<" else int(sign, 36) for sign in text)
        return str(sum(value * (7, 3, 1)[place % 3] for place, value in enumerate(values)) % 10)

    last = "<".join(plain(part).upper() for part in who.last.split())
    number, born, until = who.document, who.born.strftime("%y%m%d"), "310512"
    personal = "<" * 14  # since 2014 the citizen number is not in it any more
    parts = f"{number}{check(number)}", f"{born}{check(born)}", f"{until}{check(until)}", f"{personal}{check(personal)}"
    whole = "".join(parts)
    first_line = f"P<NLD{last}<<{plain(who.first).upper()}".ljust(44, "<")[:44]
    return f"{first_line}\n{parts[0]}NLD{parts[1]}{'F' if who.female else 'M'}{parts[2]}{parts[3]}{check(whole)}"


@template("client-data", "identity paper copied as text", "txt pdf docx rtf")
def passport(d: Draft) -> Content:
    who = d.person()
    pairs = [
        (d.say("[Naam/Surname|Naam|1. Achternaam]"), d.name(who, "formal")),
        (d.say("[Voornamen/Given names|Voornamen]"), who.first),
        (d.say("[Geboortedatum/Date of birth|Geb. datum]"), d.born(who)),
        (d.say("[Documentnummer|Document no.|Paspoortnr]"), d.document(who)),
        (d.say("[BSN|Persoonlijk nr/Personal no.|Burgerservicenummer]"), d.bsn(who)),
        (d.say("[Nationaliteit/Nationality|Nationaliteit]"), "Nederlandse"),
        (d.say("[Geldig tot/Date of expiry|Geldig tot]"), "12-05-2031"),
    ]
    blocks: list[Block] = [
        Heading(d.say("[Kopie ID|PASPOORT KONINKRIJK DER NEDERLANDEN|Identiteitsbewijs medewerker|WID-kopie]")),
        Pairs(pairs),
    ]
    if d.chance(0.6):
        blocks.append(Text(machine_zone(who)))
        d.mark("id_document", "date_of_birth")
    return Paper(
        name=d.say("[kopie id|paspoort|ID kaart|wid] [medewerker|{}|tekst]".replace("{}", who.surname)), blocks=blocks
    )


@template("client-data", "identity papers on a list", SHEETS)
def papers(d: Draft) -> Content:
    document = ("[Documentnr|Nr. ID-bewijs|WID nummer]", lambda who: who.document, "id_document")
    sort = ("[Soort|Type ID]", lambda _: d.pick(("PP", "ID", "paspoort", "verblijfsdoc.")), "")
    return d.book(
        "[WID controle|tewerkstellingscheck|ID bewijzen flex]",
        "[WID|controle]",
        [*of.names(d), of.born(d), sort, document, *d.some([of.bsn(d), of.number(d)], 0, 2)],
        d.people(5, 50),
    )


@template("client-data", "union members", ROWS, special=True)
def union(d: Draft) -> Content:
    member = ("[Vakbond|Lid van|Bond]", lambda _: d.pick(("FNV", "CNV", "VCP", "FNV Metaal", "De Unie")), "union")
    fee = ("[Contributie|Inh. contributie|/6VK]", lambda _: d.number(9, 22) + 0.5, "")
    return d.book(
        "[vakbondscontributie|Leden {}|inhoudingen vakbond|bondsleden]".replace("{}", d.pick(("FNV", "CNV"))),
        "[leden|inhouding]",
        [of.number(d), *of.names(d), member, *d.some([fee, of.department(d), of.iban(d)], 1, 3)],
        d.people(4, 50),
    )


@template("client-data", "members or donors with belief", ROWS, special=True, sorts="care welfare")
def members(d: Draft) -> Content:
    belief = (
        "[Kerkgenootschap|Geloof|Gezindte|Levensovertuiging]",
        lambda _: d.pick(("PKN", "rooms-katholiek", "gereformeerd vrijgemaakt", "islamitisch", "joods")),
        "religion",
    )
    return d.book(
        "[ledenlijst|cliëntkenmerken|Bewoners geestelijke verzorging]",
        "[leden|bewoners]",
        [*of.names(d), of.born(d), belief, *of.chosen(d, [of.address(d), of.mobile(d), of.mail(d)], 1, 3)],
        d.people(5, 40),
    )


@template("client-data", "members of an association", ROWS, sorts="welfare")
def association(d: Draft) -> Content:
    since = ("[Lid sinds|Inschrijfdatum]", lambda who: who.started, "")
    sort = ("[Soort lid|Lidmaatschap]", lambda _: d.pick(("senior", "jeugd", "rustend", "donateur")), "")
    return d.book(
        "[ledenbestand|Ledenadministratie|leden export]",
        "[leden|export]",
        [*of.names(d), *of.address(d), of.born(d), of.mail(d), sort, since],
        d.people(10, 100),
    )


@template("client-data", "applicants on a list", SHEETS)
def applicants(d: Draft) -> Content:
    verdict = (
        "[Oordeel|Beslissing|Ronde]",
        lambda _: d.pick(("afgewezen - te duur", "2e gesprek", "twijfel, veel gaten in cv", "aanbod")),
        "",
    )
    return d.book(
        "[sollicitanten|longlist|Kandidaten] [vacature|ronde 1|projectleider]",
        "[kandidaten|longlist]",
        [*of.names(d), of.born(d), of.mobile(d), of.mail(d), verdict],
        d.people(4, 30),
    )


@template("client-data", "SEPA batch of salaries", "xml")
def sepa(d: Draft) -> Content:
    people = d.people(4, 60)
    d.mark("name", "iban", "salary")
    place = d.place
    lines = "".join(
        f'<CdtTrfTxInf><PmtId><EndToEndId>{who.staff_number}-05</EndToEndId></PmtId><Amt><InstdAmt Ccy="EUR">{who.wage * 0.7:.2f}</InstdAmt></Amt>'
        f"<Cdtr><Nm>{who.initials} {who.last}</Nm></Cdtr><CdtrAcct><Id><IBAN>{who.iban}</IBAN></Id></CdtrAcct>"
        f"<RmtInf><Ustrd>{d.say('[Salaris mei 2025|Loon periode 5|Nettoloon]')}</Ustrd></RmtInf></CdtTrfTxInf>"
        for who in people
    )
    text = (
        f'<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.03"><CstmrCdtTrfInitn><GrpHdr>'
        f"<MsgId>SAL{d.number(1000, 9999)}</MsgId><CreDtTm>2025-05-23T08:00:00</CreDtTm><NbOfTxs>{len(people)}</NbOfTxs><InitgPty><Nm>{d.at}</Nm></InitgPty>"
        f"</GrpHdr><PmtInf><PmtMtd>TRF</PmtMtd><DbtrAcct><Id><IBAN>{place.iban}</IBAN></Id></DbtrAcct>{lines}</PmtInf></CstmrCdtTrfInitn></Document>"
    )
    return Raw(
        name=d.say("[SEPA|pain001|betaalbestand|batch] [salarissen|05|mei]"), extension="xml", content=text.encode()
    )


@template("client-data", "ClieOp batch", "txt")
def clieop(d: Draft) -> Content:
    people = d.people(4, 40)
    d.mark("name", "salary")
    # The old batch has accounts of ten digits, which are no IBAN.
    lines = [f"0001A230525CLIEOP03{'SALAR':<5}01" + " " * 20, "0010B00" + f"{d.place.iban[-10:]}0001EUR"]
    for who in people:
        lines += [
            f"0100A1002{int(who.wage * 70):012d}{who.iban[-10:]}",
            f"0160A{d.say('[SALARIS MEI|NETTOLOON]')}",
            f"0170B{(who.initials + ' ' + who.last).upper():<35}",
            f"0173B{who.home.town.upper():<35}",
        ]
    lines.append("9999A" + " " * 45)
    return Raw(
        name=d.say("[CLIEOP03|clieop|salarisbatch]"),
        extension="txt",
        content="\r\n".join(lines).encode("cp1252", "replace"),
    )


@template("client-data", "log of who opened which file", "log", trace="free")
def access_log(d: Draft) -> Content:
    people, seen = d.people(4, 12), d.people(3, 9)
    d.mark("name", "bsn")
    style = d.pick(
        (
            '{t} INFO user={u} ({n}) action={a} bsn={b} subject="{s}"',
            "{t};{u};{n};{a};{b};{s}",
            "[{t}] {n} <{u}> {a} dossier {b} {s}",
        )
    )
    lines = []
    for _ in range(d.number(20, 120)):
        who, about = d.pick(people), d.pick(seen)
        line = (
            style.replace("{t}", d.moment().isoformat())
            .replace("{u}", plain(who.surname)[:6] + "01")
            .replace("{n}", who.full)
        )
        lines.append(
            line.replace("{a}", d.pick(("VIEW", "EDIT", "PRINT")))
            .replace("{b}", about.bsn)
            .replace("{s}", f"{about.initials} {about.last}")
        )
    return Raw(
        name=d.say("[audit|raadplegingen|access|nen7513]_[2025|prod|0512]"),
        extension="log",
        content="\n".join(sorted(lines)).encode(),
    )


@template("client-data", "door passes with persons", ROWS)
def doors(d: Draft) -> Content:
    door = ("[Deur|Lezer|Zone]", lambda _: d.pick(("Hoofdingang", "Serverruimte", "P2", "Magazijn")), "")
    when = ("[Tijd|Event time|Boeking]", lambda _: d.moment(), "")
    card = ("[Pasnr|Badge]", lambda _: d.number(10000, 99999), "")
    people = d.people(4, 15)
    return d.book(
        "[toegangslog|kloktijden|badge events|boekingen pas]",
        "[log|events]",
        [card, of.number(d), *of.names(d), door, when],
        [d.pick(people) for _ in range(d.number(20, 120))],
    )


@template("client-data", "customers of a shop or utility", ROWS, sorts="retail insurer water transport")
def customers(d: Draft) -> Content:
    turnover = ("[Omzet|Besteed|LTV]", lambda _: d.number(20, 4000), "")
    chosen = [
        of.code(d, "[Klantnr|customer_id]", (88120, 88121, 90441)),
        *of.names(d),
        *of.address(d),
        of.mail(d),
        *d.some([of.mobile(d), of.born(d), of.iban(d), turnover], 1, 3),
    ]
    return d.book(
        "[klanten|customers|crm_export|adressenbestand mailing] [2025|nl|v3]",
        "[customers|klanten]",
        chosen,
        d.people(10, 120),
    )


@template("client-data", "volunteers with convictions checked", SHEETS, special=True)
def convictions(d: Draft) -> Content:
    found = (
        "[VOG|Justitiële documentatie|Antecedenten]",
        lambda _: d.pick(
            (
                "veroordeeld wegens mishandeling 2016",
                "VOG geweigerd: diefstal 2019",
                "geen bijzonderheden",
                "taakstraf wegens fraude 2018",
            )
        ),
        "criminal",
    )
    chosen = [*of.names(d), of.born(d), found, *d.some([of.mobile(d), of.mail(d)], 0, 1)]
    book = d.book("[screening|VOG overzicht|integriteitscheck]", "[screening|vog]", chosen, d.people(8, 30))
    book.sheets[0].rows[0][[column for column, _, _ in chosen].index(found[0])] = "veroordeeld wegens mishandeling 2016"
    return book


@template("client-data", "emergency contacts", "docx xlsx pdf ods")
def emergency(d: Draft) -> Content:
    relation = ("[Relatie|Verwant]", lambda _: d.pick(("partner", "moeder", "broer", "buurvrouw")), "")
    nearest = ("[Contact bij nood|ICE-naam|Te waarschuwen]", lambda _: d.person().full, "name")
    return d.book(
        "[noodcontacten|ICE lijst|BHV calamiteitenlijst]",
        "[nood|ICE]",
        [*of.names(d), nearest, relation, of.mobile(d), *of.address(d)],
        d.people(5, 30),
    )


@template("client-data", "birthdays and presents of a team", "xlsx docx odt csv")
def birthdays(d: Draft) -> Content:
    gift = ("[Cadeau|Jubileum]", lambda _: d.pick(("bon 25 euro", "12,5 jaar", "bloemen", "")), "")
    return d.book(
        "[verjaardagen|jubilea|attenties] [2025|afdeling|team]",
        "[jarig|lijst]",
        [*of.names(d), of.born(d), *of.address(d), gift],
        d.people(6, 30),
    )


@template("client-data", "fines and lease drivers", SHEETS)
def lease(d: Draft) -> Content:
    plate = ("[Kenteken|Kent.]", lambda _: d.pick(("G-123-XK", "TR-482-B", "8-KLP-51", "N-911-RV")), "")
    fine = ("[CJIB bedrag|Boete]", lambda _: d.number(40, 380), "")
    return d.book(
        "[leaserijders|boetes doorbelasten|wagenpark bijtelling]",
        "[lease|wagenpark]",
        [of.number(d), *of.names(d), *of.address(d), plate, fine, of.wage(d)],
        d.people(5, 30),
    )


@template("client-data", "diversity counts with origin per person", SHEETS, special=True)
def origins(d: Draft) -> Content:
    land = (
        "[Herkomst|Etniciteit|Migratieachtergrond]",
        lambda _: d.pick(("Surinaams", "Turkse achtergrond", "Marokkaans", "Antilliaans", "Nederlands")),
        "ethnicity",
    )
    return d.book(
        "[diversiteit|D&I meting|barometer] [ruwe data|per persoon]",
        "[data|meting]",
        [of.number(d), *of.names(d), of.born(d), land, of.department(d)],
        d.people(8, 50),
    )


@template("client-data", "minutes in which one employee is discussed", "docx pdf odt md", hard="looks like minutes")
def case_minutes(d: Draft) -> Content:
    who, chair = d.person(), d.contact()
    offer = d.euro(who.wage * d.number(4, 12))  # a settlement, not a salary
    rows = [[d.say("[VSO opstellen|aanbod doen|dossier aanvullen]"), chair.full, "15-7"]]
    return Paper(
        name=d.say("[notulen|verslag] [MT besloten|kernteam HR|directieoverleg] [juni|12-6]"),
        blocks=[
            Heading(d.say("[Notulen besloten deel|Verslag MT vertrouwelijk]")),
            Text(f"Aanwezig: {d.name(chair)}, {d.name(d.person())}"),
            Text(
                d.say(
                    f"{d.name(who, 'full')} [functioneert al langer niet|heeft opnieuw een collega uitgescholden|weigert de nieuwe functie]. "
                    f"[Besloten wordt tot beëindiging met|Aanbod:] {offer}. [Privéadres voor de koerier|Stukken naar]: {d.home(who.home)}."
                )
            ),
            Table(["Actie", "Wie", "Wanneer"], [list(row) for row in rows]),
        ],
    )
