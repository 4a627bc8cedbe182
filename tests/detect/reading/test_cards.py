"""Address cards, calendars and extracts of a directory."""

from __future__ import annotations

import base64

import pytest

from tests import samples
from tests.detect.reading.observed import read

OLD = (
    "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Bos;Zo=C3=AB\r\nFN:Zoe Bos\r\n"
    "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:eerste=0D=0A=\r\ntweede\r\nTEL;CELL:0612345678\r\nBDAY:19700201\r\nEND:VCARD\r\n"
)
NEW = (
    "BEGIN:VCARD\nVERSION:4.0\nFN:Zoë Bos\nitem1.EMAIL;TYPE=work:bos@voorbeeld.example\nTEL;VALUE=uri:tel:+31612345678\n"
    "ADR;TYPE=home:;;Kerkweg 1;Delft;;1234 AB;Nederland\nBDAY:1970-02-01\nNOTE:een lange re\n gel\\, met een komma\nEND:VCARD\n"
)


def test_cards_are_a_table_with_headers_that_people_use() -> None:
    header, *rows = read((NEW + NEW.replace("Zoë", "Daan")).encode()).only_table
    assert [row[header.index("Naam")] for row in rows] == ["Zoë Bos", "Daan Bos"]
    card = dict(zip(header, rows[0], strict=True))
    assert card["Geboortedatum"] == "1970-02-01"
    assert card["Adres"] == "Kerkweg 1, 1234 AB Delft, Nederland"
    assert card["Opmerking"] == "een lange regel, met een komma"
    assert (card["E-mail"], card["Telefoon"]) == ("bos@voorbeeld.example", "+31612345678")


def test_old_cards_are_unpacked() -> None:
    header, row = read(OLD.encode()).only_table
    card = dict(zip(header, row, strict=True))
    assert card["Achternaam, voornaam"] == "Bos, Zoë"
    assert "tweede" in card["Opmerking"]
    assert card["Geboortedatum"] == "1970-02-01"


def test_a_document_on_a_card_is_read_and_a_portrait_is_no_document() -> None:
    inside = base64.b64encode(samples.zip_of([("cv.txt", b"het verhaal van Pietersen")])).decode()
    portrait = base64.b64encode(b"\xff\xd8\xff\xe0" + bytes(90)).decode()
    seen = read(
        f"BEGIN:VCARD\nFN:Bos\nPHOTO;ENCODING=b;TYPE=JPEG:{portrait}\nATTACH;ENCODING=BASE64:{inside}\nEND:VCARD\n".encode()
    )
    assert "Pietersen" in seen.whole
    assert seen.why == set()


def test_who_asks_to_a_meeting_is_its_sender() -> None:
    seen = read(
        b'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Overleg\r\nORGANIZER;CN="Bos: Zoe":mailto:zoe@klant.example\r\n'
        b"ATTENDEE;CN=Mol;ROLE=REQ-PARTICIPANT:MAILTO:mol@bureau.example\r\nDESCRIPTION:eerste\\nregel\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    assert (seen.senders, seen.recipients) == (["zoe@klant.example"], ["mol@bureau.example"])
    assert seen.titles == ["Overleg"]
    assert "eerste regel" in seen.whole


@pytest.mark.parametrize("start", ["", "version: 1\n\n", "# een opmerking\n"])
def test_entries_of_a_directory_are_rows(start: str) -> None:
    name = base64.b64encode("Zoë Bos".encode()).decode()
    first = f"dn: cn=zoe,dc=x\ncn:: {name}\nmail: zoe@x.example\n\n"
    seen = read(f"{start}{first}dn: cn=mol,dc=x\ncn: Mol\nmail: mol@x.\n example\n\n".encode())
    assert seen.only_table == [
        ["dn", "cn", "mail"],
        ["cn=zoe,dc=x", "Zoë Bos", "zoe@x.example"],
        ["cn=mol,dc=x", "Mol", "mol@x.example"],
    ]
