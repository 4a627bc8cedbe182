"""The story of the product, told by the command line on real files; what every call answered is kept."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

from tests.cli.program import Answer, Program
from tests.samples import CLIENT_DOMAIN, CLIENT_NAME, mail_eml, payroll_xlsx

CONTACT = f"Eva Mulder <e.mulder@{CLIENT_DOMAIN}>"
GOAL = "Salarisanalyse"


@dataclass
class Story:
    """`said`: a name for each call, with its answer."""

    program: Program
    folder: Path
    said: dict[str, Answer] = field(default_factory=dict)

    def call(self, name: str, *words: object) -> Answer:
        self.said[name] = self.program.run(*words)
        return self.said[name]

    def json(self, name: str, *words: object) -> dict[str, Any]:
        return self.call(name, *words, "--json").document


def agreed(evidence: Path, code: str = "VBS-1", *more: object) -> tuple[object, ...]:
    """The words that record an agreement."""
    return (
        *("agreement", "add", code, "--scope", "Salarisbestand 2026", "--purpose", GOAL),
        *("--agreed-with", CONTACT, "--agreed-at", "2026-06-01", "--evidence", evidence, *more),
    )


def mail_of_the_client(path: Path) -> Path:
    return mail_eml(path, CONTACT, "b.smit@adviesbureau.example", "Akkoord", "Akkoord, voor de salarisanalyse.")


class Caller(Protocol):
    def done(self, *words: object) -> dict[str, Any]: ...


def set_up(program: Caller, folder: Path) -> str:
    """Who we are, a client, a project and an agreement; gives the agreement's id."""
    program.done("config", "set", "own.mail", "b.smit@adviesbureau.example")
    program.done("client", "add", CLIENT_NAME, "--domain", CLIENT_DOMAIN, "--contact", CONTACT)
    program.done("project", "add", "VBS-1", "--client", CLIENT_NAME, "--goal", GOAL)
    evidence = mail_of_the_client(folder / "akkoord.eml")
    return str(program.done(*agreed(evidence))["id"])


def tell(program: Program, folder: Path) -> Story:
    story = Story(program, folder)
    _prepare(story)
    _find_and_seal(story)
    _work(story)
    _close_and_delete(story)
    _prove(story)
    _look(story)
    return story


def _prepare(story: Story) -> None:
    story.json("status of nothing", "status")
    story.json("own mail", "config", "set", "own.mail", "b.smit@adviesbureau.example")
    story.json("client", "client", "add", CLIENT_NAME, "--domain", CLIENT_DOMAIN, "--contact", CONTACT)
    story.json(
        *("project", "project", "add", "VBS-1", "--client", CLIENT_NAME, "--goal", GOAL),
        *("--member", "Bram Smit <b.smit@adviesbureau.example>"),
    )
    evidence = mail_of_the_client(story.folder / "akkoord.eml")
    story.json("agreement", *agreed(evidence))


def _find_and_seal(story: Story) -> None:
    downloads = story.program.home / "Downloads"
    downloads.mkdir()
    file = payroll_xlsx(downloads / "salarissen.xlsx", 40, CLIENT_NAME)
    story.json("folder", "folder", "add", downloads)
    story.json("scan", "scan", file)
    story.call("scan lines", "scan", downloads, "--jsonl")
    story.json("scan and register", "scan", downloads, "--register")
    found = story.json("findings", "finding", "list", "--open")["items"]
    agreement = story.said["agreement"].document["id"]
    story.json("finding", "finding", "show", found[0]["id"])
    story.json("sealed", "finding", "resolve", found[0]["id"][:6], "--seal", agreement[:6])


def _work(story: Story) -> None:
    story.json("vault", "vault", "list")
    copy = story.said["vault"].items[0]["id"]
    opened = story.json("opened", "vault", "open", copy)
    story.said["opened content"] = Answer(0, Path(opened["path"]).read_bytes()[:2].decode(), "")
    story.json("copies while open", "copy", "list")
    story.json("resealed", "vault", "seal", copy)
    story.json("vault check", "vault", "check")
    story.json("copies", "copy", "list")
    story.json(
        *("elsewhere", "copy", "add", "--elsewhere", "Afdruk in map 3"),
        *("--agreement", story.said["agreement"].document["id"]),
    )


def _close_and_delete(story: Story) -> None:
    copy = story.said["vault"].items[0]["id"]
    closed = datetime.now(UTC) - timedelta(days=8)
    story.json("would close", "project", "close", "VBS-1", "--dry-run")
    story.json("project after dry run", "project", "show", "VBS-1")
    story.json("closed", "project", "close", "VBS-1", "--at", closed.strftime("%Y-%m-%dT%H:%M:%SZ"))
    story.json("deadlines", "deadline", "list")
    story.json("not yet", "delete-due")
    story.json("confirmed", "copy", "confirm", copy)
    story.json("would delete", "delete-due", "--dry-run")
    story.json("gone elsewhere", "copy", "confirm", story.said["elsewhere"].document["id"])
    story.json("deleted", "delete-due")
    story.json("nothing left", "delete-due")


def _prove(story: Story) -> None:
    story.json("certificates", "certificate", "list")
    number = story.said["deleted"].document["certificates"][0]
    for ending in ("pdf", "json", "html"):
        file = story.folder / f"verklaring.{ending}"
        story.json(f"export {ending}", "certificate", "export", number, file)
        story.json(f"verify {ending}", "certificate", "verify", file)
    document = json.loads((story.folder / "verklaring.json").read_text(encoding="utf-8"))
    document["client"] = "Gemeente Elders"
    tampered = story.folder / "vervalst.json"
    tampered.write_text(json.dumps(document), encoding="utf-8")
    story.json("verify tampered", "certificate", "verify", tampered)
    fingerprint = story.said["verify json"].document["fingerprint"]
    story.json("verify known", "certificate", "verify", story.folder / "verklaring.json", "--key", fingerprint)
    story.json("client report", "client", "report", CLIENT_NAME, story.folder / "overzicht.json")
    story.json("client report pdf", "client", "report", CLIENT_NAME, story.folder / "overzicht.pdf")


def _look(story: Story) -> None:
    journal = story.folder / "logboek.jsonl"
    story.json("journal", "journal", "list")
    story.json("journal of one event", "journal", "list", "--event", "copy.deleted", "--limit", "1")
    story.json("journal check", "journal", "verify", "--full")
    story.json("journal export", "journal", "export", journal)
    story.json("journal check of export", "journal", "verify", journal)
    lines = journal.read_text(encoding="utf-8").splitlines(keepends=True)
    (story.folder / "afgeknipt.jsonl").write_text("".join(lines[:-1]), encoding="utf-8", newline="\n")
    story.json("journal check of cut export", "journal", "verify", story.folder / "afgeknipt.jsonl")
    story.json("card export", "card", "export", story.folder / "kaarten.json")
    story.json("card import", "card", "import", story.folder / "kaarten.json")
    story.json("card publish", "card", "publish")
    story.json("card pull", "card", "pull")
    story.json("cards", "card", "list")
    story.json("clients", "client", "list")
    story.json("projects", "project", "list")
    story.json("agreements", "agreement", "list")
    story.json("all findings", "finding", "list")
    story.json("all copies", "copy", "list")
    story.json("vault in the end", "vault", "list")
    story.json("folders", "folder", "list")
    story.json("status", "status")
    story.json("doctor", "doctor")
    story.json("doctor with a bundle", "doctor", "--bundle", story.folder / "voor-it.zip")
    story.json("settings", "config", "list")
    story.json("policy", "policy", "show")
    story.json("clock", "clock", "status")
    story.json("attested", "health", "attest", "Tablet 14", "--by", "IT-beheer", "--until", "2099-01-01")
    reviewed = ("--name", "Netwerkbeheer", "--contact", "Servicedesk", "--reviewed", "2026-01-02")
    story.json("partner", "health", "partner", *reviewed)
    story.json("health", "health", "list")
    story.json("who", "whoami")
    story.json("backup", "backup", story.folder / "reserve.vroom")
