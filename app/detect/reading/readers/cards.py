"""Address cards (vCard), calendars (iCalendar) and extracts of a directory (LDIF): lines of a name and a value."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from typing import Final

from app.detect.reading.document import Part, Reading, of_bytes
from app.detect.reading.formats import Format, format_of
from app.detect.reading.readers.mail import addresses_of
from app.detect.reading.readers.records import Records, as_text
from app.detect.reading.readers.text import lines
from app.detect.reading.unread import Unread

CELL_CHARS = 2_000
VALUE_CHARS = 30_000_000
ICON_BYTES = 100_000  # the portrait on a card
# What a property is called in a header that people read.
_HEADERS: Final = {
    "FN": "Naam", "N": "Achternaam, voornaam", "EMAIL": "E-mail", "TEL": "Telefoon", "ADR": "Adres", "LABEL": "Adres",
    "BDAY": "Geboortedatum", "ORG": "Organisatie", "TITLE": "Functie", "ROLE": "Rol", "NOTE": "Opmerking",
    "NICKNAME": "Roepnaam",
    "SUMMARY": "Onderwerp", "DESCRIPTION": "Omschrijving", "LOCATION": "Plaats", "GENDER": "Geslacht",
    "ATTENDEE": "Deelnemers", "ORGANIZER": "Organisator", "COMMENT": "Opmerking", "CONTACT": "Contactpersoon",
}  # fmt: skip
_ESCAPED: Final = re.compile(r"\\([nN,;:\\])")
_ENDS: Final = frozenset({"VCARD", "VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY"})
_NOTHING: Final = frozenset(
    {
        "VERSION",
        "PRODID",
        "UID",
        "DTSTAMP",
        "CREATED",
        "LAST-MODIFIED",
        "SEQUENCE",
        "RRULE",
        "TRANSP",
        "CALSCALE",
        "METHOD",
        "REV",
    }
)


def read_cards(part: Part, reading: Reading) -> None:
    records = Records(reading.evidence)
    record: dict[str, str] = {}
    try:
        for line in _unfolded(lines(part, reading)):
            head, separator, value = _split(line)
            if not separator:
                reading.evidence.text(line)
                continue
            name, _, parameters = head.partition(";")
            name = name.rpartition(".")[2].upper().strip()
            if name == "END" and value.strip().upper() in _ENDS:
                records.add(value.strip().upper(), record)
                record = {}
            elif name not in ("BEGIN", "END"):
                _take(name, parameters, value, record, part, reading)
        records.add("", record)
    finally:
        records.close()


def read_directory(part: Part, reading: Reading) -> None:
    """Entries parted by empty lines; a value after two colons is base64."""
    records = Records(reading.evidence)
    record: dict[str, str] = {}

    def end_entry() -> None:
        if len(record) > 1:
            records.add("", dict(record))
        else:
            as_text(reading.evidence, record)  # the version of the form
        record.clear()

    try:
        for line in _unfolded(lines(part, reading)):
            name, separator, value = line.partition(":")
            if not line.strip():
                end_entry()
            elif not separator or line.startswith("#"):
                reading.evidence.text(line)
            else:
                text = _from_base64(value[1:], part, reading) if value.startswith(":") else value.strip()
                _put(record, name.partition(";")[0], text, reading)
        end_entry()
    finally:
        records.close()


def _put(record: dict[str, str], key: str, text: str, reading: Reading) -> None:
    """Several values of one name share a cell, up to a length; what is more is text."""
    known = record.get(key)
    if known is None:
        record[key] = text
    elif len(known) < CELL_CHARS:
        record[key] = f"{known}, {text}"
    else:
        reading.evidence.text(f"{key}: {text}")


def _unfolded(source: Iterator[str]) -> Iterator[str]:
    """A line that starts with a blank goes on with the one before; so does one behind a soft end (quoted-printable)."""
    pieces: list[str] = []
    chars, is_soft = 0, False
    for raw in source:
        line = raw.rstrip("\r\n")
        if pieces and chars < VALUE_CHARS and (is_soft or line[:1] in (" ", "\t")):
            pieces.append(line if is_soft else line[1:])
        else:
            if pieces:
                yield "".join(pieces)
            pieces, chars = [line], 0
        chars += len(line)
        is_soft = line.endswith("=") and "QUOTED-PRINTABLE" in pieces[0][:200].upper()
        if is_soft:
            pieces[-1] = pieces[-1][:-1]
    if pieces:
        yield "".join(pieces)


def _split(line: str) -> tuple[str, str, str]:
    """At the first colon outside quotes: parameters may hold addresses."""
    first = line.find(":")
    if '"' not in line[:first]:
        return line.partition(":")
    at, quoted = 0, False
    for at, sign in enumerate(line):
        if sign == '"':
            quoted = not quoted
        elif sign == ":" and not quoted:
            return line[:at], ":", line[at + 1 :]
    return line.partition(":") if quoted else (line, "", "")


def _take(name: str, parameters: str, value: str, record: dict[str, str], part: Part, reading: Reading) -> None:
    upper = parameters.upper()
    if "ENCODING=B" in upper or value[:5] == "data:":
        encoded = value.partition("base64,")[2] if value[:5] == "data:" else value
        _from_base64(encoded, part, reading, is_portrait=name in ("PHOTO", "LOGO"))
        return
    if "QUOTED-PRINTABLE" in upper:
        value = _from_quoted(value, upper)
    if name in _NOTHING or not value.strip("; \t"):
        return
    if name in ("ORGANIZER", "ATTENDEE"):
        value = _person(name, parameters, value, reading)
    if name == "SUMMARY":
        reading.evidence.title(value)
    text = _readable(name, value)
    if name in _HEADERS:
        _put(record, _HEADERS[name], text, reading)
    else:
        reading.evidence.text(f"{name.capitalize()}: {text}")


def _person(name: str, parameters: str, value: str, reading: Reading) -> str:
    """Who asks and who is asked to a meeting: sender and receivers."""
    told = value.strip()
    if told[:7].lower() == "mailto:":
        told = told[7:]
    for address in addresses_of([told]):
        if name == "ORGANIZER":
            reading.evidence.sender(address)
        else:
            reading.evidence.recipient(address)
    called = re.search(r'CN=(?:"([^"]*)"|([^;:]*))', parameters, re.IGNORECASE)
    shown = (called.group(1) or called.group(2) or "") if called else ""
    return f"{shown} <{told}>"


def _readable(name: str, value: str) -> str:
    if name == "ADR":  # box, extra, street, place, region, postcode, country
        parts = [_unescaped(piece).strip() for piece in re.split(r"(?<!\\);", value)] + [""] * 7
        box, extra, street, place, region, postcode, country = parts[:7]
        return ", ".join(
            piece for piece in (box, extra, street, f"{postcode} {place}".strip(), region, country) if piece
        )
    if name in ("N", "ORG"):
        return ", ".join(_unescaped(piece) for piece in value.split(";") if piece.strip())
    if name == "BDAY":
        digits = value.strip()[:8]
        if len(digits) == 8 and digits.isdigit():
            return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
    return _unescaped(value.removeprefix("tel:") if name == "TEL" else value)


def _unescaped(value: str) -> str:
    return _ESCAPED.sub(lambda match: " " if match.group(1) in "nN" else match.group(1), value)


def _from_quoted(value: str, parameters: str) -> str:
    raw = binascii.a2b_qp(value.encode("utf-8", "replace"))
    charset = re.search(r"CHARSET=([\w-]{2,20})", parameters)
    for encoding in (charset.group(1) if charset else "utf-8", "utf-8"):
        try:
            return raw.decode(encoding)
        except (LookupError, UnicodeError):
            continue
    return raw.decode("cp1252", "replace")


def _from_base64(value: str, part: Part, reading: Reading, *, is_portrait: bool = False) -> str:
    """Text as it is; a document is read. A portrait is no document."""
    try:
        content = binascii.a2b_base64(value.encode("ascii", "replace"))
    except binascii.Error:
        reading.evidence.cannot_read(Unread.CORRUPT)
        return ""
    found = format_of(content[:512])
    if found is Format.PICTURE and (is_portrait or len(content) <= ICON_BYTES):
        return ""
    if found is Format.UNKNOWN and len(content) <= 4_096:
        return ""  # ids and keys of a directory
    if found is Format.TEXT and len(content) <= ICON_BYTES:
        return content.decode("utf-8", "replace").replace("\n", " ")
    reading.budget.take_member()
    reading.budget.expand(len(content))
    reading.read(of_bytes("", content, part.depth + 1))
    return ""
