"""Data that stands in running text: behind keys, in identifiers, in elements of the population register."""

from __future__ import annotations

import pytest

from tests.detect.content.text.told import kinds


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            'ERROR rejected {"first_name":"Froukje","last_name":"Sluijter","dob":"1990-04-11"}',
            {"name", "date_of_birth"},
        ),
        (
            "body={'roepnaam': 'Youssef', 'achternaam': 'Amrani', 'geboortedatum': '02-11-1984'}",
            {"name", "date_of_birth"},
        ),
        (r'payload "{\"familyName\":\"Terpstra\",\"birthDate\":\"1971-02-28\"}"', {"name", "date_of_birth"}),
        ('"system": "urn:oid:2.16.840.1.113883.2.4.6.3",\n    "value": "123456782"', {"bsn"}),
        ('{"system":"http://example.nl/NamingSystem/bsn","value":"123456782"}', {"bsn"}),
        ('{"citizen_service_number": "123456782"}', {"bsn"}),
        ("01200091234567820210006Marijn0240007Hendrik03100081979110311600061234AC", {"bsn", "date_of_birth"}),
        ('"postalCode": "5017 BL"', {"address"}),
    ],
)
def test_what_stands_behind_a_key_is_found(text: str, wanted: set[str]) -> None:
    assert wanted <= kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        '{"name":"Administrators","type":"group"}',
        '{"name": "customer-service", "family": "Arial"}',
        '"birth": "n/a"',
        '"system": "http://example.nl/NamingSystem/bsn", "value": "123456789"',
        "0120009123456789",
    ],
)
def test_keys_of_things_name_nobody(text: str) -> None:
    assert not {"name", "bsn", "date_of_birth"} & kinds(text)
