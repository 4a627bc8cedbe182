"""The client register, its import, and the client's own terms."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from app.actions.clients import parse_mailbox
from app.domain.client import Contact
from app.domain.errors import InputError
from app.domain.messages import Message
from tests.actions.laptop import CLIENT, DAY, DOMAIN, HOUR, Laptop, details


def test_values_are_kept_as_they_are_compared(laptop: Laptop) -> None:
    """VR-P1b: what people paste is a host, a tenant, a share."""
    client = laptop.client(
        domains=("https://www.Voorbeeldstad.example/contact", "@mail.voorbeeldstad.example"),
        hosts=("voorbeeldstad.sharepoint.com:443",),
        tenant_ids=("{11111111-2222-3333-4444-55555555ABCD}",),
        shares=("\\\\fs01.voorbeeldstad.example\\Personeel\\",),
        processor_domains=("Salarisverwerker.example.",),
    )
    assert client.domains == ("www.voorbeeldstad.example", "mail.voorbeeldstad.example")
    assert client.hosts == ("voorbeeldstad.sharepoint.com",)
    assert client.tenant_ids == ("11111111-2222-3333-4444-55555555abcd",)
    assert client.shares == ("//fs01.voorbeeldstad.example/personeel",)
    assert client.processor_domains == ("salarisverwerker.example",)


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ({"domains": ("geen domein",)}, "client.host"),
        ({"domains": ("",)}, "input.empty"),
        ({"hosts": ("a" * 300 + ".example",)}, "client.host"),
        ({"tenant_ids": ("1234",)}, "client.tenant"),
        ({"terms": {"deletion-days": "8"}}, "client.term-looser"),
        ({"terms": {"deletion-hours": "-1"}}, "client.term-looser"),
        ({"terms": {"decision-hours": "73"}}, "client.term-looser"),
        ({"terms": {"retention-years": "1"}}, "client.term-value"),
        ({"terms": {"deletion-days": "snel"}}, "client.term-value"),
        ({"terms": {"erasure": "1"}}, "client.term-unknown"),
        ({"keywords": ("rechts\u202enaar links",)}, "input.characters"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_added(
    laptop: Laptop, wrong: dict[str, object], expected: str
) -> None:
    with pytest.raises(InputError) as refused:
        laptop.client(**wrong)
    assert refused.value.message.id == expected
    assert laptop.app.clients.list() == ()


def test_a_name_belongs_to_one_client_whatever_case_accent_and_blanks(laptop: Laptop) -> None:
    laptop.client("Gemeente Één", variants=("GE",))
    for name in ("gemeente  één", "GEMEENTE E\u0301E\u0301N", "ge", "  Gemeente\nÉén "):
        with pytest.raises(InputError) as refused:
            laptop.app.clients.add(name, details())
        assert refused.value.message.id == "client.exists"
    laptop.app.clients.add("Gemeente Twee", details())
    for change in (
        lambda: laptop.app.clients.change("Gemeente Twee", details(variants=("GE",))),
        lambda: laptop.app.clients.change("Gemeente Twee", details(), new_name="Gemeente Één"),
        lambda: laptop.app.clients.add("Gemeente Drie", details(variants=("Gemeente Twee",))),
    ):
        with pytest.raises(InputError):
            change()


def test_a_renamed_client_is_still_found_by_its_old_name(laptop: Laptop) -> None:
    client = laptop.client()
    renamed = laptop.app.clients.change(CLIENT, details(variants=("Nieuwstad",)), new_name="Nieuwstad")
    assert (renamed.id, renamed.variants) == (client.id, (CLIENT,))
    assert laptop.app.clients.change(CLIENT, details()).name == "Nieuwstad"


@pytest.mark.parametrize(
    "text",
    ["", "Eva", "Eva <eva>", "Eva <>", "<@x.example>", "a b@x.example", "a@b@c.example", "a@x.example;b@x.example"],
)
def test_what_is_no_mailbox_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        parse_mailbox(text)


def test_a_mailbox_is_one_name_and_one_address() -> None:
    assert parse_mailbox(' "Eva  Smit" < Eva@Voorbeeldstad.Example > ') == Contact(
        name="Eva Smit", mail="eva@voorbeeldstad.example"
    )
    assert parse_mailbox("eva@voorbeeldstad.example").name == "eva@voorbeeldstad.example"


def test_a_stricter_term_counts_at_once_for_existing_copies_and_a_looser_one_never(laptop: Laptop) -> None:
    """VT-A4, VT-T3: the client's own values override, and only ever make it earlier."""
    copy = laptop.sealed(laptop.usual())
    closed_at = laptop.app.projects.close("P1").closed_at
    laptop.app.clients.change(
        CLIENT, details(terms={"deletion-days": "3"}, term_source="Verwerkersovereenkomst art. 8")
    )
    assert laptop.copy(copy.id).due_at == closed_at + 3 * DAY
    laptop.app.clients.change(CLIENT, details(terms={"deletion-days": "5"}))
    assert laptop.copy(copy.id).due_at == closed_at + 3 * DAY
    assert {e.data and e.data["name"] for e in laptop.events("term.set")} == {"deletion-days"}
    assert len(laptop.events("dpa.applied")) == 2


def test_a_term_of_nothing_means_at_once(laptop: Laptop) -> None:
    """VT-A4"""
    copy = laptop.sealed(laptop.usual())
    laptop.app.clients.change(CLIENT, details(terms={"deletion-hours": "0"}))
    laptop.app.projects.close("P1")
    assert laptop.copy(copy.id).due_at == laptop.now


def test_a_stricter_term_to_decide_counts_for_open_findings(laptop: Laptop) -> None:
    """VT-A4, VR-P3"""
    laptop.client()
    laptop.project()
    finding = laptop.finding()
    old = laptop.finding(laptop.file("oud.xlsx"), first=True)
    laptop.passes(HOUR)
    laptop.app.clients.change(CLIENT, details(terms={"decision-hours": "4"}))
    assert laptop.app.findings.show(finding.id).decide_by == finding.found_at + 4 * HOUR
    assert laptop.app.findings.show(old.id).decide_by == old.decide_by  # the first clean-up has its own, calm term


class TestEditing:
    def test_what_is_not_listed_any_more_is_forgotten(self, laptop: Laptop) -> None:
        """VR-P1b: a wrong domain, a contact that left."""
        laptop.client(domains=(DOMAIN, "fout.example"), keywords=("Zaaksysteem",), variants=("VBS",))
        jan = Contact(name="Jan", mail=f"jan@{DOMAIN}")
        edited = laptop.app.clients.edit(CLIENT, details(domains=(f"https://{DOMAIN}/x",), contacts=(jan,)))
        assert (edited.domains, edited.contacts) == ((DOMAIN,), (jan,))
        assert (edited.keywords, edited.variants) == ((), ())
        assert laptop.app.clients.list() == (edited,)
        (entry,) = laptop.events("client.changed")
        assert entry.data == {"fields": ["variants", "domains", "keywords", "contacts"]}

    def test_a_domain_that_was_removed_agrees_for_nobody(self, laptop: Laptop) -> None:
        laptop.client(domains=(DOMAIN, "fout.example"))
        laptop.project()
        laptop.app.clients.edit(CLIENT, details(domains=(DOMAIN,)))
        with pytest.raises(InputError):
            laptop.agreement(agreed_with="Jan <jan@fout.example>")

    def test_terms_that_are_not_named_stay_and_those_that_are_count_at_once(self, laptop: Laptop) -> None:
        """VT-A4"""
        client = laptop.client(terms={"decision-hours": "5"}, term_source="art. 3")
        laptop.project()
        copy = laptop.sealed(laptop.agreement())
        laptop.app.projects.close("P1")
        assert laptop.app.clients.edit(CLIENT, details(domains=(DOMAIN,))).terms == client.terms
        edited = laptop.app.clients.edit(CLIENT, details(domains=(DOMAIN,), terms={"deletion-days": "1"}))
        assert (edited.terms.decision, edited.terms.source) == (5 * HOUR, "art. 3")
        assert laptop.copy(copy.id).due_at == laptop.now + DAY

    def test_the_same_again_changes_nothing(self, laptop: Laptop) -> None:
        client = laptop.client()
        head = laptop.app.journal.head()
        same = details(domains=client.domains, contacts=client.contacts)
        assert laptop.app.clients.edit(CLIENT, same) == client
        assert laptop.app.journal.head() == head

    def test_a_new_name_keeps_the_old_one_as_a_variant(self, laptop: Laptop) -> None:
        laptop.client(variants=("VBS",))
        edited = laptop.app.clients.edit(CLIENT, details(), new_name="Nieuwstad")
        assert (edited.name, edited.variants) == ("Nieuwstad", (CLIENT,))

    @pytest.mark.parametrize(
        ("wrong", "expected"),
        [
            ({"domains": ("geen domein",)}, "client.host"),
            ({"tenant_ids": ("1234",)}, "client.tenant"),
            ({"terms": {"deletion-days": "8"}}, "client.term-looser"),
            ({"variants": ("Waterschap",)}, "client.exists"),
            ({"contacts": (Contact(name="Jan", mail="geen adres"),)}, "input.mailbox"),
            ({"contacts": (Contact(name=" ", mail=f"jan@{DOMAIN}"),)}, "input.empty"),
        ],
    )
    def test_what_cannot_be_is_refused_and_nothing_is_changed(
        self, laptop: Laptop, wrong: dict[str, object], expected: str
    ) -> None:
        client = laptop.client()
        laptop.client("Waterschap", contacts=())
        with pytest.raises(InputError) as refused:
            laptop.app.clients.edit(CLIENT, details(**wrong))
        assert refused.value.message.id == expected
        assert client in laptop.app.clients.list()
        assert laptop.events("client.changed") == []

    def test_one_address_is_one_contact(self, laptop: Laptop) -> None:
        laptop.client()
        twice = (Contact(name="Eva", mail=f"EVA@{DOMAIN}"), Contact(name="Eva Smit", mail=f"eva@{DOMAIN}"))
        edited = laptop.app.clients.edit(CLIENT, details(contacts=twice))
        assert edited.contacts == (Contact(name="Eva Smit", mail=f"eva@{DOMAIN}"),)


def test_a_row_counts_what_hangs_on_a_client(laptop: Laptop) -> None:
    agreement = laptop.usual()
    laptop.project("P2")
    laptop.client("Waterschap", domains=("waterschap.example",), contacts=())
    for name in ("a.xlsx", "b.xlsx"):
        laptop.sealed(agreement, laptop.file(name))
    gone = laptop.sealed(agreement, laptop.file("weg.xlsx"))
    laptop.app.deletion.delete_now([gone.id], "klaar")
    late = laptop.agreement("P2", valid_until=laptop.now + HOUR)
    laptop.sealed(late, laptop.file("laat.xlsx"))
    laptop.finding(laptop.file("open.xlsx"))
    asked = laptop.finding(laptop.file("vraag.xlsx"))
    laptop.app.findings.ask([asked.id], f"eva@{DOMAIN}")
    laptop.app.projects.close("P2")
    laptop.passes(2 * HOUR)
    first, second = laptop.app.clients.rows()
    assert (first.client.name, first.projects, first.active_projects) == (CLIENT, 2, 1)
    assert (first.open_findings, first.copies, first.overdue) == (1, 3, 1)
    assert (second.client.name, second.projects, second.open_findings, second.copies) == ("Waterschap", 0, 0, 0)


def write(path: Path, content: object) -> Path:
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def test_an_import_adds_completes_and_may_be_repeated(laptop: Laptop) -> None:
    entry = {"name": CLIENT, "domains": [DOMAIN], "contacts": [{"name": "Eva", "mail": f"Eva@{DOMAIN}"}], "later": 1}
    path = write(laptop.root / "klanten.json", [entry, {"name": "Waterschap"}])
    first = laptop.app.clients.import_file(path)
    head = laptop.app.journal.head()
    assert laptop.app.clients.import_file(path) == first
    assert laptop.app.journal.head() == head
    write(path, [{"name": CLIENT.upper(), "keywords": ["Zaaksysteem"]}])
    laptop.app.clients.import_file(path)
    assert [(c.name, c.keywords) for c in laptop.app.clients.list()] == [(CLIENT, ("Zaaksysteem",)), ("Waterschap", ())]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{}",
        "[1]",
        '[{"name": 3}]',
        '[{"domains": []}]',
        "[" * 100_000,
        '[{"name": "a", "x": ' + "[" * 100_000,
        '[{"name": "A"}, {"name": "B", "domains": ["geen domein"]}]',
        '[{"name": "A"}, {"name": " "}]',
        '[{"name": "A", "contacts": [{"mail": "geen"}]}]',
        '[{"name": "\ud800"}]'.encode("utf-8", "surrogatepass").decode("latin-1"),
        "\x00",
    ],
)
def test_a_wrong_import_is_one_sentence_and_takes_nothing_over(laptop: Laptop, content: str) -> None:
    path = laptop.root / "klanten.json"
    path.write_bytes(content.encode("latin-1"))
    with pytest.raises(InputError):
        laptop.app.clients.import_file(path)
    assert laptop.app.clients.list() == ()


def test_a_wrong_entry_is_named(laptop: Laptop) -> None:
    path = write(laptop.root / "k.json", [{"name": "A"}, {"name": "B", "domains": ["geen domein"]}])
    with pytest.raises(InputError) as refused:
        laptop.app.clients.import_file(path)
    problem = refused.value.message.arguments["problem"]
    assert refused.value.message.arguments["n"] == 2
    assert isinstance(problem, Message)
    assert problem.id == "client.host"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="POSIX")
def test_an_import_from_a_fifo_does_not_wait(laptop: Laptop) -> None:
    os.mkfifo(laptop.root / "pijp.json")
    with pytest.raises(InputError):
        laptop.app.clients.import_file(laptop.root / "pijp.json")


def test_a_mount_of_an_unknown_person_disturbs_nobody(laptop: Laptop) -> None:
    """A path that cannot be filled in belongs to no file here."""
    laptop.client(mounts=("~niemand/klant", "Z:\\klant"))
    laptop.project()
    assert laptop.sealed(laptop.agreement()).is_live
