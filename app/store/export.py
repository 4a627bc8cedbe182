"""The journal as a file: one JSON object a line, checked on another machine without the store.

First line: `vroom_journal` (format version), `entries`, `head`, `public_key` (Ed25519, raw, hexadecimal) and `signature`
over the canonical JSON of the others. Then a line for each entry; `payload` and `salt` are null once purged.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from app.domain.causes import cause_of
from app.domain.errors import InputError
from app.domain.identity import new_id
from app.domain.journal import JournalCheck, JournalHead, JournalProblem
from app.domain.messages import msg
from app.store.chain import JournalKey, PublicKey, Record, canonical
from app.store.chain_check import check_chain
from app.store.values import pack_moment, unpack_moment

FORMAT = 1
MAX_LINE = 1024 * 1024  # bytes; the longest entry is a purge of 500 runs
SIGNED = b"vroom-assistant journal export 1\x00"
FIELDS = frozenset(
    {"seq", "at", "event", "subject", "payload_hash", "previous", "hash", "signature", "salt", "payload"}
)


def write_export(path: Path, key: JournalKey, entries: int, head: JournalHead, records: Iterator[Record]) -> None:
    """Write beside, sync, move into place. Raises InputError when `path` cannot be written."""
    partial = path.with_name(f"{path.name}.{new_id()[:8]}.part")
    try:
        try:
            with partial.open("xb") as file:
                file.write(_first_line(key, entries, head))
                file.writelines(map(_line, records))
                file.flush()
                os.fsync(file.fileno())
            partial.replace(path)
        finally:
            with contextlib.suppress(FileNotFoundError):  # it was moved into place, or never made
                partial.unlink()
    except OSError as error:
        raise InputError(msg("journal.export-failed", path=str(path), why=cause_of(error))) from error


def _first_line(key: JournalKey, entries: int, head: JournalHead) -> bytes:
    told = {
        "vroom_journal": FORMAT,
        "entries": entries,
        "head": {"seq": head.seq, "hash": head.hash, "at": None if head.at is None else pack_moment(head.at)},
        "public_key": key.public.raw.hex(),
    }
    return canonical({**told, "signature": key.sign(SIGNED + canonical(told)).hex()}) + b"\n"


def _line(record: Record) -> bytes:
    told = {
        "seq": record.seq,
        "at": record.at,
        "event": record.event,
        "subject": record.subject,
        "payload_hash": record.payload_hash.hex(),
        "previous": record.previous.hex(),
        "hash": record.hash.hex(),
        "signature": record.signature.hex() if record.signature is not None else None,
        "salt": record.salt.hex() if record.salt is not None else None,
        "payload": None if record.payload is None else json.loads(record.payload),
    }
    return canonical(told) + b"\n"


def verify_export(
    path: Path, key_fingerprint: str | None = None, head: JournalHead | str | None = None, *, full: bool = False
) -> JournalCheck:
    """Check an exported journal. `key_fingerprint`: of the key that must have signed, learnt another way; without it a
    file that somebody signed with a key of their own passes. Raises InputError for what is no export."""
    try:
        with path.open("rb") as file:
            return _verify(file, key_fingerprint, head, full=full)
    except OSError as error:
        raise InputError(msg("journal.export-unreadable", path=str(path), why=cause_of(error))) from error


def head_of_export(path: Path) -> JournalHead:
    """The head that an export names: to be compared with a journal later. Raises InputError for what is no export."""
    try:
        with path.open("rb") as file:
            first = _parse_first(_read_line(file))
    except OSError as error:
        raise InputError(msg("journal.export-unreadable", path=str(path), why=cause_of(error))) from error
    if first is None:
        raise InputError(msg("journal.not-an-export"))
    return first.head


class _First(NamedTuple):
    entries: int
    head: JournalHead
    key: PublicKey
    is_signed: bool


class _Malformed(Exception):
    """Line `number` (0 is the first) is not as it was written."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def _verify(file: BinaryIO, key_fingerprint: str | None, head: JournalHead | str | None, *, full: bool) -> JournalCheck:
    line = _read_line(file)
    if not line.startswith(b"{"):
        raise InputError(msg("journal.not-an-export"))
    first = _parse_first(line)
    if first is None:
        nobody = PublicKey(bytes(32))
        return _bad(JournalProblem.EDITED, None, JournalHead(seq=0, hash=""), nobody, compared=head is not None)
    start = file.tell()

    def records() -> Iterator[Record]:
        file.seek(start)
        return _records(file)

    # Without a head from elsewhere the one in the first line still shows a cut end.
    check = _checked(records, first, head or (first.head if first.is_signed else None), full=full)
    check = replace(check, head_compared=head is not None)
    if check.valid:
        check = _compare_first(check, first)
    if key_fingerprint is None:
        return check
    if first.key.fingerprint != _digits(key_fingerprint):
        check = replace(check, valid=False, problem=check.problem or JournalProblem.SIGNATURE)
    return replace(check, key_compared=True)


def _checked(records: Any, first: _First, head: JournalHead | str | None, *, full: bool) -> JournalCheck:
    try:
        return check_chain(records, first.key, full=full, head=head)
    except _Malformed as error:
        return _bad(JournalProblem.EDITED, error.number, first.head, first.key, compared=head is not None)


def _compare_first(check: JournalCheck, first: _First) -> JournalCheck:
    """The first line says how long the journal is, so that a cut end shows without a head from elsewhere."""
    problem: JournalProblem | None = None
    if not first.is_signed:
        problem = JournalProblem.SIGNATURE
    elif check.head != first.head or check.entries != first.entries:
        problem = JournalProblem.CUT
    if problem is None:
        return check
    first_bad = check.head.seq + 1 if problem is JournalProblem.CUT else None
    return replace(check, valid=False, problem=problem, first_bad=first_bad)


def _bad(
    problem: JournalProblem, first_bad: int | None, head: JournalHead, key: PublicKey, *, compared: bool
) -> JournalCheck:
    return JournalCheck(
        valid=False,
        entries=0,
        purged=0,
        first_bad=first_bad,
        problem=problem,
        head=head,
        head_compared=compared,
        fingerprint=key.fingerprint,
    )


def _read_line(file: BinaryIO) -> bytes:
    return file.readline(MAX_LINE)


def _object(line: bytes) -> Mapping[str, Any] | None:
    """The object in a line that is written exactly as we write it; None for anything else."""
    try:
        told = json.loads(line)
        same = isinstance(told, dict) and canonical(told) + b"\n" == line
    except (ValueError, RecursionError):
        return None
    return told if same else None


def _parse_first(line: bytes) -> _First | None:
    told = _object(line)
    try:
        if told is None or told["vroom_journal"] != FORMAT:
            return None
        key = PublicKey(_bytes(told["public_key"]))
        signed = canonical({name: value for name, value in told.items() if name != "signature"})
        at = told["head"]["at"]
        return _First(
            entries=int(told["entries"]),
            head=JournalHead(
                seq=int(told["head"]["seq"]),
                hash=str(told["head"]["hash"]),
                at=None if at is None else unpack_moment(at),
            ),
            key=key,
            is_signed=key.has_signed(_bytes(told["signature"]), SIGNED + signed),
        )
    except (ValueError, KeyError, TypeError):
        return None


def _records(file: BinaryIO) -> Iterator[Record]:
    number = 0
    while line := _read_line(file):
        number += 1
        yield _parse(line, number)


def _parse(line: bytes, number: int) -> Record:
    told = _object(line)
    try:
        if told is None or told.keys() != FIELDS or type(told["seq"]) is not int:
            raise _Malformed(number)
        if not all(isinstance(told[name], str) for name in ("at", "event", "subject")):
            raise _Malformed(number)
        return Record(
            seq=told["seq"],
            at=told["at"],
            event=told["event"],
            subject=told["subject"],
            payload_hash=_bytes(told["payload_hash"]),
            previous=_bytes(told["previous"]),
            hash=_bytes(told["hash"]),
            signature=None if told["signature"] is None else _bytes(told["signature"]),
            salt=None if told["salt"] is None else _bytes(told["salt"]),
            payload=None if told["payload"] is None else canonical(told["payload"]),
        )
    except (ValueError, TypeError) as error:
        raise _Malformed(number) from error


def _bytes(digits: str) -> bytes:
    """Strictly: capitals and blanks would be a second way to write the same. Raises ValueError, TypeError."""
    content = bytes.fromhex(digits)
    if content.hex() != digits:
        raise ValueError("not as we write it")
    return content


def _digits(fingerprint: str) -> str:
    """A fingerprint as people write it: with colons or blanks, in capitals."""
    return fingerprint.replace(":", "").replace(" ", "").strip().lower()
