"""The journal as a file that is checked on another machine: every change of it is found."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import InputError
from app.domain.journal import JournalCheck, JournalHead, JournalProblem
from app.store import Store, head_of_export, verify_export
from app.store.chain import JournalKey
from app.store.export import write_export
from tests.store.samples import DAY, HOUR, KEY, NOT_UTF8, NOW, SEED

TRANSACTIONS = 4


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("export")


@pytest.fixture(scope="module")
def exported(folder: Path) -> Path:
    """A journal of eight entries and a purge, two of the payloads gone."""
    with closing(Store.create(folder / "store.db", KEY, SEED, NOW)) as store:
        for number in range(TRANSACTIONS):
            with store.write(NOW + number * HOUR) as session:
                session.journal.append("copy.renewed", subject=f"copy{number}", actor="guard", project="p")
                session.journal.append(
                    "finding.opened", subject=f"f{number}", actor="guard", data={"kinds": {"bsn": number}}
                )
        with store.write(NOW + 184 * DAY + 2 * HOUR) as session:
            assert session.journal.purge(session.now or NOW) == 2
        with store.read() as session:
            session.journal.export(folder / "journal.jsonl")
    return folder / "journal.jsonl"


@pytest.fixture(scope="module")
def lines(exported: Path) -> list[bytes]:
    return exported.read_bytes().splitlines(keepends=True)


@pytest.fixture(scope="module")
def changed(folder: Path) -> Path:
    return folder / "changed.jsonl"


def fingerprint() -> str:
    return JournalKey(SEED).public.fingerprint


def found(path: Path, content: bytes, head: JournalHead | str | None = None) -> JournalCheck | None:
    """The check of the file with this content; None where it is refused as no export at all."""
    path.write_bytes(content)
    try:
        return verify_export(path, head=head, full=True)
    except InputError:
        return None


def is_found(path: Path, content: bytes) -> bool:
    check = found(path, content)
    return check is None or not check.valid


def test_a_whole_one_is_valid(exported: Path):
    check = verify_export(exported, full=True)
    assert (check.valid, check.entries, check.purged, check.problem, check.first_bad) == (True, 9, 2, None, None)
    assert (check.head_compared, check.key_compared) == (False, False)
    assert check.head == head_of_export(exported)


def test_the_key_and_a_head_from_elsewhere_are_compared(exported: Path):
    head = head_of_export(exported)
    spaced = ":".join(fingerprint()[i : i + 2] for i in range(0, 64, 2)).upper()
    for key in (fingerprint(), spaced):
        check = verify_export(exported, key, head)
        assert (check.valid, check.head_compared, check.key_compared) == (True, True, True)
    assert verify_export(exported, "00" * 32).problem is JournalProblem.SIGNATURE
    assert verify_export(exported, head="00" * 32).problem is JournalProblem.CUT


def test_a_journal_of_somebody_elses_making_has_another_key(folder: Path):
    path = folder / "foreign.jsonl"
    foreign = JournalKey(bytes(32))
    empty = JournalHead(seq=0, hash=foreign.public.start.hex())
    write_export(path, foreign, 0, empty, iter(()))
    assert verify_export(path).valid
    assert verify_export(path, fingerprint()).problem is JournalProblem.SIGNATURE


def test_it_is_checked_by_a_process_that_has_no_store(exported: Path):
    code = f"from pathlib import Path; from app.store import verify_export; verify_export(Path({str(exported)!r}))"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


@given(st.data())
def test_a_change_of_any_byte_is_found(exported: Path, changed: Path, data: st.DataObject):
    content = bytearray(exported.read_bytes())
    position = data.draw(st.integers(0, len(content) - 1))
    content[position] ^= data.draw(st.integers(1, 255))
    assert is_found(changed, bytes(content))


@given(st.data())
def test_a_byte_more_or_less_is_found(exported: Path, changed: Path, data: st.DataObject):
    content = exported.read_bytes()
    position = data.draw(st.integers(0, len(content) - 1))
    more = data.draw(st.binary(min_size=1, max_size=3))
    assert is_found(changed, content[:position] + content[position + 1 :])
    assert is_found(changed, content[:position] + more + content[position:])


@given(st.data())
def test_lines_that_changed_places_are_found(lines: list[bytes], changed: Path, data: st.DataObject):
    one, other = data.draw(st.tuples(st.integers(1, 9), st.integers(1, 9)).filter(lambda pair: pair[0] != pair[1]))
    swapped = list(lines)
    swapped[one], swapped[other] = lines[other], lines[one]
    check = found(changed, b"".join(swapped))
    assert check is not None
    assert (check.problem, check.first_bad) == (JournalProblem.REORDERED, min(one, other))


@pytest.mark.parametrize("number", range(1, 10))
def test_a_line_that_is_gone_is_found(lines: list[bytes], changed: Path, number: int):
    check = found(changed, b"".join([*lines[:number], *lines[number + 1 :]]))
    assert check is not None
    # The last one is not missed by its neighbours, but by the count in the first line.
    assert check.problem is (JournalProblem.REMOVED if number < 9 else JournalProblem.CUT)
    assert check.first_bad == number


@pytest.mark.parametrize("number", range(1, 10))
def test_a_line_that_is_there_twice_is_found(lines: list[bytes], changed: Path, number: int):
    check = found(changed, b"".join([*lines, lines[number]]))
    assert check is not None
    assert (check.problem, check.first_bad) == (JournalProblem.INSERTED, number)


@pytest.mark.parametrize("left", range(1, 9))
def test_a_cut_end_is_found(lines: list[bytes], exported: Path, changed: Path, left: int):
    check = found(changed, b"".join(lines[: left + 1]), head_of_export(exported))
    assert check is not None
    assert (check.problem, check.first_bad) == (JournalProblem.CUT, left + 1)
    without = found(changed, b"".join(lines[: left + 1]))
    assert without is not None
    assert not without.valid


def test_an_edited_field_is_found(lines: list[bytes], changed: Path):
    told = json.loads(lines[4])
    for field, value in (("subject", "other"), ("at", "2026-11-23T09:00:00Z"), ("event", "x"), ("seq", "4")):
        edited = json.dumps(told | {field: value}, sort_keys=True, separators=(",", ":")).encode() + b"\n"
        check = found(changed, b"".join([*lines[:4], edited, *lines[5:]]))
        assert check is not None
        assert (check.problem, check.first_bad) == (JournalProblem.EDITED, 4)


def test_an_edited_payload_is_found(lines: list[bytes], changed: Path):
    edited = lines[1].replace(b'"guard"', b'"other"')
    check = found(changed, b"".join([lines[0], edited, *lines[2:]]))
    assert check is not None
    assert (check.problem, check.first_bad) == (JournalProblem.EDITED, 1)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b"%PDF-1.7",
        b"{}",
        b"{}\n",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"\x00" * 4096,
        b'{"vroom_journal":1}\n',
    ],
    ids=["empty", "blank", "pdf", "object", "object-line", "deep-list", "deep-object", "zeros", "bare"],
)
def test_what_is_no_export_is_never_valid(changed: Path, content: bytes):
    assert is_found(changed, content)


def test_a_line_without_an_end_costs_no_memory(lines: list[bytes], changed: Path):
    check = found(changed, lines[0] + b"x" * (8 * 1024 * 1024))
    assert check is not None
    assert (check.problem, check.first_bad) == (JournalProblem.EDITED, 1)


def test_a_file_that_is_not_there_or_cannot_be_written_is_said(folder: Path, exported: Path):
    with pytest.raises(InputError):
        verify_export(folder / "missing.jsonl")
    with pytest.raises(InputError):
        head_of_export(folder / "missing.jsonl")
    with closing(Store.open(folder / "store.db", KEY, SEED)) as store, store.read() as session:
        with pytest.raises(InputError):
            session.journal.export(folder / "no-such-folder" / "journal.jsonl")
        with pytest.raises(InputError):
            session.journal.export(folder)
    assert not list(folder.glob("*.part"))


@pytest.mark.skipif(sys.platform == "win32", reason="such names are POSIX ones")
def test_an_odd_name_is_no_hindrance(folder: Path):
    with closing(Store.open(folder / "store.db", KEY, SEED)) as store, store.read() as session:
        session.journal.export(folder / NOT_UTF8)
    assert verify_export(folder / NOT_UTF8).valid
