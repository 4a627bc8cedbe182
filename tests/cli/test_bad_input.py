"""What cannot be: exit 2, one clear sentence in the person's language, and nothing changed."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.here import Here
from tests.cli.story import agreed, set_up
from tests.samples import CLIENT_NAME, payroll_csv

Words = tuple[object, ...]


@dataclass(frozen=True)
class Place:
    """A client, a project, an agreement, a finding and a copy, and files that are wrong in some way."""

    here: Here
    agreement: str
    finding: str
    copy: str
    evidence: Path
    empty: Path

    @property
    def home(self) -> Path:
        return self.here.program.home


@pytest.fixture
def place(here: Here) -> Place:
    agreement = set_up(here, here.folder)
    downloads = here.program.home / "Downloads"
    downloads.mkdir()
    payroll_csv(downloads / "een.csv", 30)
    payroll_csv(downloads / "twee.csv", 31)
    here.json("scan", downloads, "--register")
    first, second = (row["id"] for row in here.done("finding", "list")["items"])
    copy = here.done("finding", "resolve", first, "--seal", agreement)["items"][0]["copy"]
    empty = here.folder / "leeg.eml"
    empty.write_bytes(b"")
    return Place(here, agreement, second, copy, here.folder / "akkoord.eml", empty)


def agreement_with(place: Place, /, **changes: object) -> Words:
    """The words of a right agreement, with something wrong put in."""
    words = list(agreed(place.evidence))
    for option, value in changes.items():
        name = "--" + option.replace("_", "-")
        if name in words:
            words[words.index(name) + 1] = value
        else:
            words += [name, value]
    return tuple(words)


REFUSED: dict[str, Callable[[Place], Words]] = {
    # dates
    "agreed in the future": lambda p: agreement_with(p, agreed_at="2099-01-01"),
    "end before start": lambda p: agreement_with(p, until="2026-05-01"),
    "no date": lambda p: agreement_with(p, agreed_at="gisteren"),
    "a day that does not exist": lambda p: agreement_with(p, agreed_at="2026-02-30"),
    "fulfilled in the future": lambda p: ("agreement", "fulfilled", p.agreement, "--at", "2099-01-01"),
    "closed in the future": lambda p: ("project", "close", "VBS-1", "--at", "2099-01-01T00:00:00Z"),
    "dry run in the future": lambda p: ("project", "close", "VBS-1", "--at", "2099-01-01", "--dry-run"),
    "planned in the past": lambda p: ("copy", "plan", p.copy, "2020-01-01"),
    "member until the past": lambda p: ("project", "member", "add", "VBS-1", "a@b.example", "--until", "2020-01-01"),
    # ids and names
    "unknown project": lambda p: ("project", "show", "VBS-9"),
    "unknown client": lambda p: ("project", "add", "VBS-2", "--client", "Gemeente Elders"),
    "unknown agreement": lambda p: ("finding", "resolve", p.finding, "--seal", "abcdefgh"),
    "unknown finding": lambda p: ("finding", "resolve", "abcdefgh", "--delete"),
    "unknown copy": lambda p: ("copy", "confirm", "abcdefgh"),
    "unknown certificate": lambda p: ("certificate", "export", "abcdefgh", p.here.folder / "v.pdf"),
    "an id that is too short": lambda p: ("copy", "show", p.copy[:3]),
    "an empty id": lambda p: ("copy", "show", ""),
    "unknown setting": lambda p: ("config", "set", "no.such", "1"),
    "unknown member": lambda p: ("project", "member", "remove", "VBS-1", "a@b.example"),
    "unknown device": lambda p: ("team", "retire", "abcdefgh", "--reason", "weg"),
    "duplicate project": lambda p: ("project", "add", "vbs-1", "--client", CLIENT_NAME),
    "duplicate client": lambda p: ("client", "add", CLIENT_NAME.upper()),
    "empty client": lambda p: ("client", "add", "  "),
    "empty project": lambda p: ("project", "add", "", "--client", CLIENT_NAME),
    # agreements
    "an own colleague agreed": lambda p: agreement_with(p, agreed_with="Bram Smit <b.smit@adviesbureau.example>"),
    "a stranger agreed": lambda p: agreement_with(p, agreed_with="Iemand <iemand@elders.example>"),
    "nobody agreed": lambda p: agreement_with(p, agreed_with="Eva Mulder"),
    "missing evidence": lambda p: agreement_with(p, evidence=p.here.folder / "weg.eml"),
    "empty evidence": lambda p: agreement_with(p, evidence=p.empty),
    "a folder as evidence": lambda p: agreement_with(p, evidence=p.home),
    "a purpose that is no goal": lambda p: agreement_with(p, purpose="Marketing"),
    "empty scope": lambda p: agreement_with(p, scope=" "),
    "withdrawn without evidence": lambda p: ("agreement", "withdraw", p.agreement, "--evidence", p.empty),
    # findings and copies
    "no way": lambda p: ("finding", "resolve", p.finding),
    "two ways at once": lambda p: ("finding", "resolve", p.finding, "--delete", "--seal", p.agreement),
    "resolved already": lambda p: (
        *("finding", "resolve", p.here.done("finding", "list")["items"][0]["id"], "--delete"),
    ),
    "asking nobody of the client": lambda p: ("finding", "resolve", p.finding, "--ask", "x@elders.example"),
    "documentation with personal data": lambda p: ("finding", "resolve", p.finding, "--documentation", "VBS-1"),
    "no reason": lambda p: ("finding", "resolve", p.finding, "--not-client-data", " "),
    "nothing to forget": lambda p: ("finding", "forget", p.finding),
    "file and elsewhere": lambda p: ("copy", "add", p.evidence, "--elsewhere", "papier", "--agreement", p.agreement),
    "neither file nor elsewhere": lambda p: ("copy", "add", "--agreement", p.agreement),
    "a file that is not there": lambda p: ("copy", "add", p.home / "weg.xlsx", "--agreement", p.agreement),
    "a folder as a copy": lambda p: ("copy", "add", p.home, "--agreement", p.agreement),
    "moved to its own agreement": lambda p: ("copy", "move", p.copy, "--agreement", p.agreement),
    "confirmed without a question": lambda p: ("copy", "confirm", p.copy),
    "seal one and all": lambda p: ("vault", "seal", p.copy, "--all"),
    "seal what is not out": lambda p: ("vault", "seal", p.copy),
    "open into nowhere": lambda p: ("vault", "open", p.copy, "--to", p.home / "weg"),
    "reopen what is open": lambda p: ("project", "reopen", "VBS-1", "--reason", "vervolg"),
    # folders
    "the whole disk": lambda p: ("folder", "add", Path(p.home.anchor)),
    "the home": lambda p: ("folder", "add", p.home),
    "the own data": lambda p: ("folder", "add", p.here.program.data_dir),
    "inside the own data": lambda p: ("folder", "add", p.here.program.data_dir / "vault"),
    "around the own data": lambda p: ("folder", "add", p.here.program.data_dir.parent),
    "a folder that is not there": lambda p: ("folder", "add", p.home / "weg"),
    "a file as a folder": lambda p: ("folder", "add", p.evidence),
    "not watched": lambda p: ("folder", "remove", p.home / "Downloads"),
    "documentation in the home": lambda p: ("project", "change", "VBS-1", "--documents", p.home),
    # clients and settings
    "a host that is none": lambda p: ("client", "change", CLIENT_NAME, "--host", "niet goed!"),
    "a tenant that is none": lambda p: ("client", "change", CLIENT_NAME, "--tenant-id", "1234"),
    "a term without value": lambda p: ("client", "change", CLIENT_NAME, "--term", "deletion-days"),
    "a term that is looser": lambda p: ("client", "change", CLIENT_NAME, "--term", "deletion-days=8"),
    "an unknown term": lambda p: ("client", "change", CLIENT_NAME, "--term", "coffee=3"),
    "a looser setting": lambda p: ("config", "set", "findings.decide_hours", "48"),
    "a setting of IT": lambda p: ("config", "set", "team.leads", "ik@adviesbureau.example"),
    "a value that is none": lambda p: ("config", "set", "language", "fr"),
    # files in and out
    "an import that is not there": lambda p: ("client", "import", p.here.folder / "weg.json"),
    "an import that is no list": lambda p: ("client", "import", p.evidence),
    "a report of a strange kind": lambda p: ("client", "report", CLIENT_NAME, p.here.folder / "r.docx"),
    "a declaration that is none": lambda p: ("certificate", "verify", p.evidence),
    "a declaration that is not there": lambda p: ("certificate", "verify", p.here.folder / "weg.json"),
    "a journal that is not there": lambda p: ("journal", "verify", p.here.folder / "weg.jsonl"),
    "a head that is none": lambda p: ("journal", "verify", "--head", "geen"),
    "cards that are none": lambda p: ("card", "import", p.evidence),
    "cards that are not there": lambda p: ("card", "import", p.here.folder / "weg.json"),
    "a scan of nothing": lambda p: ("scan", p.home / "weg"),
    "a backup over a file": lambda p: ("backup", p.evidence),
    "a journal over a file": lambda p: ("journal", "export", p.evidence),
    # the line itself
    "unknown command": lambda p: ("clientt", "list"),
    "unknown option": lambda p: ("client", "list", "--jsn"),
    "missing argument": lambda p: ("client", "add"),
    "missing option": lambda p: ("project", "add", "VBS-3"),
    "missing value": lambda p: ("journal", "list", "--since"),
    "too much": lambda p: ("client", "list", "alles"),
    "a choice that is none": lambda p: agreement_with(p, place="mars"),
    "a number that is none": lambda p: ("journal", "list", "--limit", "0"),
}


def test_what_cannot_be_is_refused_in_one_sentence_and_changes_nothing(place: Place):
    """One data directory for all: what a refusal left behind would show in the next."""
    before = place.here.kept()
    wrong = {}
    for name, words in REFUSED.items():
        dutch, english = place.here.run(*words(place)), place.here.run(*words(place), language="en")
        said = [line for line in dutch.err.splitlines() if not line.startswith("Hulp:")]
        fine = (dutch.code, english.code, dutch.out, english.out) == (2, 2, "", "") and len(said) == 1
        if not fine or dutch.err == english.err or " " not in said[0] or place.here.kept() != before:
            wrong[name] = (dutch, english)
    assert wrong == {}


def test_what_a_role_does_not_allow_is_refused_and_written_down(place: Place):
    """VT-C1, VT-C3"""
    answer = place.here.run("agreement", "approve", place.agreement)
    assert (answer.code, answer.out) == (2, "")
    (entry,) = place.here.done("journal", "list", "--event", "access.denied")["items"]
    assert (entry["outcome"], entry["data"]) == ("refused", {"command": "agreement-approve", "role": "consultant"})


def test_the_start_of_an_id_that_fits_several_is_refused(place: Place):
    copies = [
        place.here.done("copy", "add", "--elsewhere", f"map {n}", "--agreement", place.agreement)["id"]
        for n in range(40)
    ]
    first = min(copies)
    answer = place.here.run("copy", "show", first[:1])
    assert answer.code == 2
    assert answer.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="POSIX has named pipes")
def test_a_pipe_as_evidence_does_not_hang(place: Place):
    pipe = place.here.folder / "pijp.eml"
    os.mkfifo(pipe)
    answer = place.here.run(*agreement_with(place, evidence=pipe))
    assert (answer.code, answer.out) == (2, "")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_names_that_no_terminal_likes_are_shown_safely(here: Here):
    set_up(here, here.folder)
    folder = here.program.home / "Downloads"
    folder.mkdir()
    raw = os.fsencode(folder) + b"/na\nam \xe2\x80\xae \xff.csv"
    payroll_csv(Path(os.fsdecode(raw)), 30)
    answer = here.run("scan", folder)
    assert answer.code == 1
    assert len(answer.out.splitlines()) == 2  # where it is, and why
    assert "\\n" in answer.out
    assert "\\u202e" in answer.out
    row = here.json("scan", folder).items[0]
    assert row["path"].encode("utf-8", "surrogateescape") == raw


def test_reports_never_overwrite_a_file(place: Place):
    target = place.here.folder / "r.pdf"
    target.write_text("van iemand anders", encoding="utf-8")
    assert place.here.run("client", "report", CLIENT_NAME, target).code == 2
    assert target.read_text(encoding="utf-8") == "van iemand anders"
