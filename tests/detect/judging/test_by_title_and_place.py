"""Papers told apart by what they call themselves, by their layout and by whom they go to; and which client a name is of."""

from __future__ import annotations

import pytest

from app.detect.judging.names import distinctive_parts, place_of_body, short_form
from app.detect.judging.papers.addressee import is_addressed_to
from app.detect.judging.papers.planning_grid import is_planning_grid
from app.detect.judging.papers.private_rows import has_homes_with_accounts
from app.detect.judging.papers.to_oneself import is_told_to_himself
from app.detect.judging.papers.working_rows import has_clock_times
from app.detect.judging.person_names import PersonName
from app.detect.judging.register import Register
from app.domain.finding import Origin, ReasonType, Verdict
from tests.detect.fakes import SHAREPOINT, client, context
from tests.detect.judging import by_title_and_place
from tests.detect.judging.aloud import evidence_of, judged


def named(*names: str, **changes: object) -> Register:
    bare = {"variants": (), "domains": (), "hosts": (), "keywords": (), "tenant_ids": (), "processor_domains": ()}
    clients = tuple(client(**(bare | {"id": name, "name": name} | changes)) for name in names)
    return Register(context(clients=clients))


def found(register: Register, *, name: str = "stuk.txt", text: str = "") -> str | None:
    return evidence_of(text, name=name, register=register).signs.of_one_client()[0]


@pytest.mark.parametrize("name", by_title_and_place.ABOUT_ONE)
def test_what_is_kept_of_persons_is_client_data(name: str) -> None:
    assert judged(by_title_and_place.ABOUT_ONE[name]).verdict is Verdict.CLIENT_DATA


@pytest.mark.parametrize("name", by_title_and_place.DOCUMENTATION)
def test_papers_of_a_project_are_documentation(name: str) -> None:
    assert judged(by_title_and_place.DOCUMENTATION[name]).verdict is Verdict.DOCUMENTATION


@pytest.mark.parametrize("name", by_title_and_place.CLEAN)
def test_what_is_of_no_project_and_of_nobody_is_clean(name: str) -> None:
    assert judged(by_title_and_place.CLEAN[name]).verdict is Verdict.CLEAN


@pytest.mark.parametrize("name", by_title_and_place.BUSINESS_OF_CLIENT)
def test_figures_from_the_client_are_its_business_whatever_they_look_like(name: str) -> None:
    origin = Origin(host=SHAREPOINT, zone=3)
    assert judged(by_title_and_place.BUSINESS_OF_CLIENT[name], origin=origin).verdict is Verdict.CLIENT_DATA


@pytest.mark.parametrize("name", by_title_and_place.STILL_ABOUT_PERSONS)
def test_what_looks_like_a_planning_or_a_manual_is_client_data_with_persons_in_it(name: str) -> None:
    assert judged(by_title_and_place.STILL_ABOUT_PERSONS[name]).verdict is Verdict.CLIENT_DATA


@pytest.mark.parametrize("name", by_title_and_place.OWN)
def test_papers_about_the_consultant_are_his_own(name: str) -> None:
    assert judged(by_title_and_place.OWN[name]).verdict is Verdict.OWN


@pytest.mark.parametrize(
    ("registered", "path"),
    [
        ("Jeugdhulp Zonnedauw", "Projecten/Zonnedauw/lijst.txt"),
        ("Scholengroep Het Kompas Noord", "Projecten/het kompas noord/lijst.txt"),
        ("Hardebol Techniek B.V.", "Klanten/Hardebol/lijst.txt"),
        ("Hardebol Techniek B.V.", "Downloads/lonenHardebol.txt"),
        ("Gemeente Zandwijk", "Projecten/Zandwijk/lijst.txt"),
        ("Hogeschool Lindeborg", "Downloads/lindeborg_cijfers.txt"),
    ],
)
def test_a_folder_or_file_is_called_by_the_part_that_tells_a_client_apart(registered: str, path: str) -> None:
    assert found(named(registered), name=path) == registered


@pytest.mark.parametrize(
    ("registered", "path"),
    [
        ("Zorggroep Samen", "Downloads/samen op vakantie.txt"),
        ("Jansen Techniek B.V.", "Documenten/brief Jansen.txt"),
        ("Stichting Scholengroep Noord", "Foto's/noord/lijst.txt"),
    ],
)
def test_an_ordinary_word_or_a_common_surname_in_a_name_tells_of_no_client(registered: str, path: str) -> None:
    assert found(named(registered), name=path) is None


def test_a_word_that_two_clients_share_tells_of_none() -> None:
    register = named("Zorggroep Zonnedauw", "Scholengroep Zonnedauw")
    assert found(register, name="Projecten/Zonnedauw/lijst.txt") is None


def test_an_abbreviation_in_small_letters_is_the_clients_unless_it_is_a_word() -> None:
    assert found(named("Stichting X", variants=("SOZH",)), name="check sozh.txt") == "Stichting X"
    assert found(named("Stichting X", variants=("GOL",)), name="gol van Ajax.txt") is None


def test_the_content_outweighs_the_folder() -> None:
    register = named("Jeugdhulp Zonnedauw", "Waterschap Elders")
    assert (
        found(register, name="Projecten/Zonnedauw/x.txt", text="Jaarplan van Waterschap Elders") == "Waterschap Elders"
    )


@pytest.mark.parametrize("variants", [(), ("Zandwijk",)])
@pytest.mark.parametrize(
    "text",
    [
        "F. Hazelaar\nLindelaan 4, 1234 AB Zandwijk\nGeboren te Zandwijk",
        "naam;woonplaats;rekening\nHazelaar;Zandwijk;NL39RABO0300065264\nOoms;Zandwijk;NL91ABNA0417164300",
        "Beste Robin, de beller woont in Zandwijk en vraagt wanneer haar brief komt.",
        "Zandwijk, 4 mei 2026",
        "Zandwijk NL39RABO0300065264",
    ],
)
def test_where_somebody_lives_is_no_client(variants: tuple[str, ...], text: str) -> None:
    register = named("Gemeente Zandwijk", variants=variants, domains=("zandwijk.nl",))
    assert found(register, text=text) is None


def test_a_place_in_a_title_is_the_municipality() -> None:
    assert found(named("Gemeente Zandwijk"), text="Formatieplan Zandwijk\nDe afdeling groeit.\n") == "Gemeente Zandwijk"


def test_the_named_employer_is_meant_and_not_the_place_of_residence() -> None:
    register = named("Gemeente Zandwijk", "Zuivelcooperatie Klaverveen U.A.", variants=())
    text = "Medewerker: F. Hazelaar\nLindelaan 4, 1234 AB Zandwijk\nAkkoord: S. Ooms, HR, Zuivelcooperatie Klaverveen\n"
    assert found(register, text=text) == "Zuivelcooperatie Klaverveen U.A."


def test_a_domain_is_mentioned_only_as_it_is_written() -> None:
    register = named("Stichting X", domains=("zonnedauw.nl",))
    assert found(register, text="Dauwstraat 4 Zonnedauw NL") is None
    assert found(register, text="zie www.zonnedauw.nl") == "Stichting X"


def test_the_mail_of_a_processor_is_of_its_only_client() -> None:
    evidence = evidence_of("", register=named("Stichting X", processor_domains=("loonbureau.example",)))
    evidence.sender("loonbureau.example")
    client_id, signs = evidence.signs.of_one_client()
    assert (client_id, signs[0].type) == ("Stichting X", ReasonType.SENDER)
    shared = evidence_of("", register=named("Stichting X", "Stichting Y", processor_domains=("loonbureau.example",)))
    shared.sender("loonbureau.example")
    assert shared.signs.of_one_client()[0] is None


def test_the_parts_of_a_name() -> None:
    assert set(distinctive_parts("Stichting Scholengroep Meerkoet West")) >= {"meerkoet", "meerkoet west"}
    assert list(distinctive_parts("Advies Groep Nederland B.V.")) == []
    assert place_of_body("Gemeente Oost-Zandwijk") == "oost zandwijk"
    assert place_of_body("Zorggroep Zandwijk") is None
    assert (short_form("SOZH"), short_form("GOL"), short_form("Gol")) == ("sozh", None, None)


@pytest.mark.parametrize(
    ("text", "is_grid"),
    [
        ("Taak\tjan\tfeb\tmrt\nBouw\tx\tx\t\nTest\t\tx\tx", True),
        ("Naam\twk 1\twk 2\nAnke\t16\t24\nBram\t8\t8", True),
        ("Naam\twk 1\twk 2\nAnke\tziek\tziek\nBram\t8\t8", False),
        ("Naam\tma\tdi\nAnke\tN\tN\nBram\tD\tD", False),
        ("Naam\tjan\tfeb\nAnke\t3.120,50\t3.120,50\nBram\t2.980,10\t3.010,00", False),
    ],
)
def test_a_planning_is_told_from_a_roster_and_from_pay(text: str, is_grid: bool) -> None:
    assert is_planning_grid(text.encode().split(b"\n")) is is_grid


def test_a_schedule_of_talks_is_no_list_of_clock_times() -> None:
    rows = [b"naam\tvan\ttot\tzaal", *(b"F. Hazelaar\t09:00\t10:00\t2.14",) * 5]
    assert not has_clock_times(rows)


def test_whom_a_bill_is_addressed_to() -> None:
    def names(line: bytes) -> bool:
        return b"Bureau Elders" in line

    assert is_addressed_to([b"Drukkerij", b"Bill to: Bureau Elders"], names)
    assert is_addressed_to([b"Drukkerij", b"Factuuradres:", b"Bureau Elders"], names)
    assert not is_addressed_to([b"Bureau Elders", b"Aan: Gemeente Voorbeeldstad"], names)


@pytest.mark.parametrize(
    ("text", "is_his"),
    [
        ("Beste Robin,\nHoe gaat het met je griep? Sterkte met je herstel.", True),
        ("Beste Robin,\nKun je kijken waarom de ziekmelding van Femke Hazelaar (griep) niet doorkomt?", False),
        ("Beste Anne,\nDank voor je ziekmelding, griep is vervelend.", False),
    ],
)
def test_a_mail_about_the_readers_own_health(text: str, is_his: bool) -> None:
    person = PersonName.parse("Robin de Adviseur")
    assert is_told_to_himself(text.encode().split(b"\n"), person) is is_his


def test_homes_with_accounts_are_of_people_and_addresses_of_suppliers_are_not() -> None:
    people = "naam;adres;rekening\n" + "\n".join(
        f"{name};Lindelaan {at}, 12{at}4 AB Elders;NL{at}9RABO030006526{at}" for at, name in enumerate(_SURNAMES, 1)
    )
    firms = people
    for at, name in enumerate(_SURNAMES, 1):
        firms = firms.replace(f"\n{name};", f"\n{name} {_TRADES[at - 1]};")
    lines, of_firms = people.encode().split(b"\n"), firms.encode().split(b"\n")
    assert has_homes_with_accounts(lines)
    assert not has_homes_with_accounts(of_firms)


_TRADES = ("Drukkerij", "Techniek", "Transport", "Catering", "Software", "Bouw")
_SURNAMES = ("Hazelaar", "Oomsema", "Bruggink", "Wiegersma", "Kraanstra", "Roodhart")
