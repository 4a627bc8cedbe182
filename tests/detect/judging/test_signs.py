"""Which client is meant: hosts, tenants, addresses, names and their weights."""

from __future__ import annotations

import pytest

from app.detect.content.folding import fold
from app.detect.judging.register import OriginKind, Register
from app.detect.judging.signs import Signs
from app.domain.client import Client, Contact
from app.domain.finding import Origin, ReasonType
from tests.detect.fakes import OTHER_TENANT, OWN_TENANT, SHAREPOINT, TENANT, client, context


def other(**changes: object) -> Client:
    bare = {"id": "client-2", "variants": (), "domains": (), "hosts": (), "keywords": (), "tenant_ids": ()}
    return client(**(bare | {"processor_domains": ()} | changes))


def signs(*clients: Client) -> Signs:
    return Signs(Register(context(clients=clients or (client(),))))


@pytest.mark.parametrize(
    ("host", "kind"),
    [
        (SHAREPOINT, OriginKind.ENVIRONMENT),
        ("voorbeeldstad-my.sharepoint.com", OriginKind.ENVIRONMENT),
        ("SALARISVERWERKER.example", OriginKind.PROCESSOR),
        ("portaal.salarisverwerker.example", OriginKind.PROCESSOR),
        ("intranet.voorbeeldstad.example", OriginKind.ENVIRONMENT),
        ("www.voorbeeldstad.example", OriginKind.WEBSITE),
    ],
)
def test_a_host_is_the_clients_in_its_own_way(host: str, kind: OriginKind) -> None:
    assert Register(context()).client_of_host(host) == ("client-1", kind)


@pytest.mark.parametrize("host", ["zorgamstel.sharepoint.com", "zorgamstel-my.sharepoint.com", "amstel.afas.online"])
def test_a_rented_place_that_is_registered_as_a_domain_is_no_website(host: str) -> None:
    register = Register(context(clients=(other(domains=("zorgamstel.sharepoint.com", "amstel.afas.online")),)))
    assert register.client_of_host(host) == ("client-2", OriginKind.ENVIRONMENT)
    assert register.client_of_host("afas.sharepoint.com") is None


def test_the_tenant_of_a_domain_is_likely_the_clients() -> None:
    register = Register(context(clients=(other(domains=("zorg-amstel.example",)),)))
    assert register.client_of_host("zorgamstel-my.sharepoint.com") == ("client-2", OriginKind.LIKELY)
    assert register.client_of_host("zorg.sharepoint.com") is None


def test_what_is_registered_wins_over_what_is_likely() -> None:
    clients = (other(domains=("voorbeeldstad.test",)), client())
    assert Register(context(clients=clients)).client_of_host(SHAREPOINT) == ("client-1", OriginKind.ENVIRONMENT)


def test_what_the_intranet_links_to_may_be_public() -> None:
    found = signs()
    found.origin(Origin(host="wetten.overheid.nl", referrer_host="intranet.voorbeeldstad.example"))
    assert found.of_one_client() == (None, ())
    assert found.is_from_publisher


def test_a_session_at_the_client_is_a_weak_sign() -> None:
    found = signs()
    found.origin(Origin(session_hosts=("werkplek.voorbeeldstad.example",)))
    client_id, (sign,) = found.of_one_client()
    assert (client_id, sign.type) == ("client-1", ReasonType.SESSION)
    assert sign.weight < 0.3


def test_a_contact_at_a_free_provider_is_known_but_not_told() -> None:
    contact = Contact(name="Joke Willemse", mail="joke.willemse@gmail.com")
    found = signs(client(contacts=(contact,)))
    found.sender("Joke.Willemse@gmail.com")
    client_id, (sign,) = found.of_one_client()
    assert (client_id, sign.type, sign.detail) == ("client-1", ReasonType.SENDER, client().name)


def test_a_contact_as_author_is_a_property_of_the_client() -> None:
    found = signs(client(contacts=(Contact(name="Joke Willemse", mail="j@voorbeeldstad.example"),)))
    found.property(fold("Willemse, Joke"))
    client_id, (sign,) = found.of_one_client()
    assert (client_id, sign.type, sign.detail) == ("client-1", ReasonType.PROPERTY, client().name)


def test_what_the_consultant_sends_to_the_client_says_less_than_what_comes_from_it() -> None:
    to, of = signs(), signs()
    to.recipient("j.willemse@voorbeeldstad.example")
    of.sender("voorbeeldstad.example")
    assert to.of_one_client()[1][0].weight < of.of_one_client()[1][0].weight


def test_labels_are_of_the_client_of_the_firm_or_of_nobody_known() -> None:
    found = signs()
    for tenant in (f"{{{TENANT.upper()}}}", OWN_TENANT, OTHER_TENANT, "no tenant"):
        found.label(tenant)
    client_id, kept = found.of_one_client()
    assert (client_id, [sign.client_id for sign in kept]) == ("client-1", ["client-1", None])
    assert found.is_own_labelled


def test_of_two_clients_with_like_names_the_longer_one_is_meant() -> None:
    found = signs(other(name="Zorg Noord"), client(id="client-3", name="Zorg Noord Holland", variants=(), domains=()))
    found.phrases(fold("Jaarplan van Zorg Noord Holland"))
    assert found.of_one_client()[0] == "client-3"


def test_the_client_in_the_name_of_the_file_is_meant_rather_than_one_in_the_text() -> None:
    found = signs(client(), other(name="Waterschap Elders"))
    found.phrases(fold("Waterschap Elders lonen.xlsx"), emphasis=0.2)
    found.phrases(fold("Vergelijking met de gemeente Voorbeeldstad"))
    assert found.of_one_client()[0] == "client-2"


def test_a_place_alone_is_a_weak_name_and_confirms_another_sign() -> None:
    clients = (other(name="Gemeente Elst", domains=("elst.example",)), client())
    alone, beside = signs(*clients), signs(*clients)
    alone.phrases(fold("De fabriek in Elst"))
    assert alone.of_one_client()[1][0].weight < 0.3
    beside.phrases(fold("De fabriek in Elst, Gemeente Voorbeeldstad"))
    assert beside.of_one_client()[0] == "client-1"


def test_the_address_of_a_host_is_no_name_of_the_client() -> None:
    found = signs(client(variants=("Voorbeeldstad",)))
    found.phrases(b"j.willemse@voorbeeldstad.example")
    assert {sign.type for sign in found.of_one_client()[1]} == {ReasonType.KEYWORD}
