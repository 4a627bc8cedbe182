"""Declarations: what they say is what happened, nothing more; and any change to one is found."""

from __future__ import annotations

import email
import hashlib
import json
import re
from email import policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from app.domain.agreement import Agreement
from app.domain.certificate import IssuedCertificate
from app.domain.client import Contact
from app.domain.errors import InputError, NotFoundError
from app.domain.ports import PlaceInfo, PlaceKind
from tests.actions.conftest import MakeLaptop
from tests.actions.laptop import CLIENT, DAY, DOMAIN, HOUR, OWN_MAIL, WEEK, Laptop, details

NAME = "salarissen Jan Jansen.xlsx"


def deleted(laptop: Laptop, agreement: Agreement) -> IssuedCertificate:
    laptop.app.agreements.withdraw(agreement.id, laptop.mail(f"{len(laptop.events('agreement.withdrawn'))}.eml"))
    (id_,) = laptop.app.deletion.run_due().certificates
    return next(c for c in laptop.app.certificates.list() if c.id == id_)


def items(certificate: IssuedCertificate) -> list[dict[str, Any]]:
    return list(certificate.document["items"])


def test_it_says_what_went_when_how_and_under_which_agreement(laptop: Laptop) -> None:
    """contract, Certificate"""
    agreement = laptop.usual()
    copy = laptop.sealed(agreement, laptop.file(NAME))
    laptop.app.projects.close("P1")
    closed_at = laptop.now
    laptop.passes(WEEK + HOUR)
    (id_,) = laptop.app.deletion.run_due().certificates
    (certificate,) = laptop.app.certificates.list()
    document = certificate.document
    assert (certificate.id, document["client"], document["project"]) == (id_, CLIENT, "P1")
    assert document["agreement"]["evidence_sha256"] == agreement.evidence.sha256
    assert document["trigger"]["kind"] == "project-closed"
    assert document["trigger"]["at"] == closed_at.strftime("%Y-%m-%dT%H:%M:%SZ")
    (item,) = items(certificate)
    assert (item["copy"], item["name"], item["sha256"]) == (copy.id, NAME, copy.sha256)
    assert (item["method"], item["seconds_late"]) == ("cryptographic-erase", 3600)
    assert [place["where"] for place in item["places"]] == [laptop.downloads.as_posix()]
    assert (certificate.copies, certificate.complete, certificate.methods) == (1, True, ("cryptographic-erase",))
    head = laptop.events("copy.deleted")[-1]
    assert document["journal_head"]["seq"] >= head.seq - 1


def test_places_below_the_home_folder_carry_no_account_name(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(laptop.home))
    monkeypatch.setenv("USERPROFILE", str(laptop.home))
    agreement = laptop.usual()
    laptop.sealed(agreement, laptop.file(NAME))
    laptop.sealed(agreement, laptop.file("thuis.xlsx", folder=laptop.home))
    document = deleted(laptop, agreement).document
    places = {place["where"] for item in document["items"] for place in item["places"]}
    assert places == {"~/Downloads", "~"}
    assert str(laptop.home) not in json.dumps(document)


def test_where_the_client_wants_no_names_none_stands_anywhere(laptop: Laptop) -> None:
    """VT-A4, VT-T3: a keyed hash, the same for the same name on this laptop."""
    laptop.client(terms={"certificate-names": "hashed"}, term_source="verwerkersovereenkomst art. 7")
    laptop.project()
    agreement = laptop.agreement()
    other = laptop.agreement()
    laptop.watch()
    path = laptop.file(NAME)
    content = path.read_bytes()
    laptop.sealed(agreement, path)
    laptop.file(NAME, content, folder=laptop.downloads / "map")
    laptop.sealed(other, laptop.file(NAME, b"anders " * 300))
    first, second = deleted(laptop, agreement), deleted(laptop, other)
    names = {item["name"] for item in items(first)} | {item["name"] for item in items(second)}
    assert len(names) == 1
    assert re.fullmatch(r"hmac-sha256:[0-9a-f]{64}", names.pop())
    for certificate in (first, second):
        assert "Jansen" not in json.dumps(certificate.document)
        assert "salarissen" not in json.dumps(certificate.document)


def test_what_remains_is_listed_with_its_end(laptop: Laptop) -> None:
    agreement = laptop.usual()
    laptop.places.told[laptop.downloads] = PlaceInfo(kind=PlaceKind.SYNCHRONISED, synchronised_by="OneDrive")
    laptop.app.copies.add(laptop.file(), agreement.id, in_place=True)
    certificate = deleted(laptop, agreement)
    shadow = next(r for r in certificate.document["residuals"] if r["kind"] == "cloud-shadow")
    assert shadow["until"] == (laptop.now + 93 * DAY).strftime("%Y-%m-%dT%H:%M:%SZ")
    assert certificate.document["outcome"] == "deleted-with-residuals"


class TestComplete:
    def test_not_while_a_copy_under_the_agreement_is_left(self, laptop: Laptop) -> None:
        agreement = laptop.usual()
        copies = [laptop.sealed(agreement, laptop.file(f"{n}.xlsx")) for n in range(2)]
        phone = laptop.app.copies.add_elsewhere("telefoon", agreement.id).copy
        for copy in copies:
            laptop.app.deletion.delete_now([copy.id], "klaar")
        laptop.app.copies.confirm(phone.id)
        assert [c.complete for c in laptop.app.certificates.list()] == [False, False, True]

    def test_not_when_one_could_not_be_proven_gone(self, laptop: Laptop) -> None:
        """Glossary: *verwijderd* only when a delete was verified."""
        agreement = laptop.usual()
        gone = laptop.file("weg.xlsx")
        laptop.app.copies.add(gone, agreement.id, in_place=True)
        laptop.sealed(agreement, laptop.file("hier.xlsx"))
        gone.unlink()
        assert not deleted(laptop, agreement).complete


def test_one_declaration_for_each_agreement_and_run(laptop: Laptop) -> None:
    first, second = laptop.usual(), laptop.agreement()
    for number, agreement in enumerate((first, first, second)):
        laptop.sealed(agreement, laptop.file(f"{number}.xlsx"))
    laptop.app.projects.close("P1")
    laptop.passes(WEEK)
    run = laptop.app.deletion.run_due()
    assert len(run.certificates) == 2
    assert sorted(c.copies for c in laptop.app.certificates.list()) == [1, 2]
    assert [e.subject for e in laptop.events("certificate.issued")] == list(run.certificates)


def test_nothing_deleted_nothing_declared(laptop: Laptop) -> None:
    agreement = laptop.usual()
    path = laptop.file()
    laptop.app.copies.add(path, agreement.id, in_place=True)
    path.unlink()
    laptop.app.agreements.withdraw(agreement.id, laptop.mail("x.eml"))
    assert laptop.app.deletion.run_due().certificates == ()
    assert laptop.app.certificates.list() == ()


class TestOnPaper:
    @pytest.mark.parametrize("ending", [".json", ".html", ".pdf"])
    def test_every_form_can_be_checked(self, laptop: Laptop, ending: str) -> None:
        agreement = laptop.usual()
        laptop.sealed(agreement, laptop.file(NAME))
        certificate = deleted(laptop, agreement)
        target = laptop.root / f"verklaring{ending}"
        laptop.app.certificates.export(certificate.id[:8], target)
        check = laptop.app.certificates.verify(target)
        assert (check.valid, check.signature, check.signer) == (True, "valid", "unknown")
        known = laptop.app.certificates.verify(target, check.fingerprint)
        assert (known.valid, known.signer) == (True, "known")
        assert not laptop.app.certificates.verify(target, "0" * 64).valid

    def test_a_changed_one_is_found(self, laptop: Laptop) -> None:
        agreement = laptop.usual()
        laptop.sealed(agreement, laptop.file(NAME))
        certificate = deleted(laptop, agreement)
        for member, value in (
            ("client", "Ander"),
            ("complete", False),
            ("residuals", []),
            ("issued_at", "2020-01-01T00:00:00Z"),
        ):
            document = json.loads(json.dumps(certificate.document))
            if document[member] == value:
                continue
            target = laptop.root / f"{member}.json"
            target.write_text(json.dumps(document | {member: value}))
            check = laptop.app.certificates.verify(target)
            assert (check.valid, check.signature) == (False, "invalid"), member

    def test_nothing_is_overwritten(self, laptop: Laptop) -> None:
        agreement = laptop.usual()
        laptop.sealed(agreement)
        certificate = deleted(laptop, agreement)
        target = laptop.file("verklaring.json", b"van mij")
        with pytest.raises(InputError):
            laptop.app.certificates.export(certificate.id, target)
        assert target.read_bytes() == b"van mij"

    def test_what_is_not_there_is_a_sentence(self, laptop: Laptop) -> None:
        with pytest.raises(InputError) as refusal:
            laptop.app.certificates.verify(Path(laptop.root / "weg.json"))
        assert refusal.value.message.id == "file.missing"


class TestLookedAt:
    def test_a_row_says_all_without_the_document(self, laptop: Laptop) -> None:
        agreement = laptop.usual()
        laptop.sealed(agreement, laptop.file(NAME))
        certificate = deleted(laptop, agreement)
        (row,) = laptop.app.certificates.rows()
        assert (row.id, row.number, row.client, row.project) == (
            certificate.id,
            certificate.document["number"],
            CLIENT,
            "P1",
        )
        assert (row.issued_at, row.copies, row.methods) == (laptop.now, 1, ("cryptographic-erase",))
        assert (row.residuals, row.complete, row.receipt) == (certificate.residuals, True, None)

    def test_the_outcome_of_a_row_is_the_one_that_was_signed(self, laptop: Laptop) -> None:
        """*Vernietigd* is said of nothing else than of what the declaration says it."""
        agreement = laptop.usual()
        laptop.sealed(agreement)
        phone = laptop.app.copies.add_elsewhere("telefoon", agreement.id).copy
        laptop.app.copies.confirm(phone.id)  # the other one is still there
        deleted(laptop, agreement)
        paper = laptop.app.copies.add_elsewhere("papier", laptop.agreement("P1").id).copy
        laptop.app.copies.confirm(paper.id)
        signed = {issued.id: issued.document["outcome"] for issued in laptop.app.certificates.list()}
        assert {row.id: row.outcome.value for row in laptop.app.certificates.rows()} == signed
        assert set(signed.values()) == {"deleted-incomplete", "deleted-attested", "deleted-with-residuals"}

    def test_its_pages_are_pictures_and_nothing_is_written(
        self, laptop: Laptop, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        agreement = laptop.usual()
        for number in range(60):
            laptop.sealed(agreement, laptop.file(f"{number}.xlsx"))
        certificate = deleted(laptop, agreement)
        before = everything_below(laptop.root)

        def refused(*_: object, **__: object) -> None:
            raise AssertionError("a file was written")

        monkeypatch.setattr("app.report.press.write_new", refused)
        monkeypatch.setattr("tempfile.mkstemp", refused)
        count = laptop.app.certificates.pages(certificate.id[:6])
        pictures = laptop.app.certificates.preview(certificate.id[:6], 400)
        assert len(pictures) == count > 3
        assert {picture.width for picture in pictures} == {400}
        assert len({picture.rgba for picture in pictures}) == count
        assert laptop.app.certificates.preview(certificate.id, 400, first=count - 1, most=5) == pictures[-1:]
        assert everything_below(laptop.root) == before

    def test_the_last_one_printed_is_not_taken_for_another(self, laptop: Laptop) -> None:
        first, second = laptop.usual(), laptop.agreement()
        laptop.sealed(first, laptop.file("een.xlsx"))
        laptop.sealed(second, laptop.file("twee.xlsx"))
        one, two = deleted(laptop, first), deleted(laptop, second)
        shown = [laptop.app.certificates.preview(c.id, 300)[0].rgba for c in (one, two, one)]
        assert shown[0] == shown[2] != shown[1]

    def test_what_is_unknown_is_a_sentence(self, laptop: Laptop) -> None:
        laptop.client()
        for ask in (
            lambda: laptop.app.certificates.pages("onbekend"),
            lambda: laptop.app.certificates.preview("onbekend", 300),
            lambda: laptop.app.certificates.draft("onbekend"),
            lambda: laptop.app.certificates.file_receipt("onbekend", laptop.mail()),
        ):
            with pytest.raises(NotFoundError):
                ask()


class TestMailed:
    @pytest.mark.parametrize(("language", "word"), [("nl", "Uitkomst: "), ("en", "Outcome: ")])
    def test_a_draft_carries_the_declaration_and_claims_what_it_claims(
        self, make_laptop: MakeLaptop, language: str, word: str
    ) -> None:
        laptop = make_laptop(language=language)
        agreement = laptop.usual()
        laptop.sealed(agreement, laptop.file(NAME))
        certificate = deleted(laptop, agreement)
        path = laptop.app.certificates.draft(certificate.id[:6])
        assert path.parent == laptop.data_dir / "drafts"
        mail = email.message_from_bytes(path.read_bytes(), policy=policy.default)
        assert isinstance(mail, EmailMessage)
        assert (mail["To"], mail["From"], mail["X-Unsent"]) == (f"eva@{DOMAIN}", OWN_MAIL, "1")
        assert certificate.document["number"] in mail["Subject"]
        body = mail.get_body()
        assert body is not None
        text = body.get_content()
        assert word + certificate.document["wording"][language] in text
        for part in (CLIENT, "P1", certificate.document["number"], "Robin de Adviseur"):
            assert part in text
        assert "Jansen" not in text
        (attachment,) = mail.iter_attachments()
        assert attachment.get_filename() == f"{certificate.document['number']}.pdf"
        target = laptop.root / "bijlage.pdf"
        target.write_bytes(attachment.get_content())
        assert laptop.app.certificates.verify(target).valid

    def test_it_is_written_where_one_asks_and_replaces_nothing(self, laptop: Laptop) -> None:
        agreement = laptop.usual()
        laptop.sealed(agreement)
        certificate = deleted(laptop, agreement)
        folder = laptop.root / "mails"
        with pytest.raises(InputError) as refused:
            laptop.app.certificates.draft(certificate.id, folder)
        assert refused.value.message.id == "folder.missing"
        folder.mkdir()
        paths = {laptop.app.certificates.draft(certificate.id, folder) for _ in range(2)}
        assert {path.parent for path in paths} == {folder}
        assert len(paths) == 2

    def test_whoever_agreed_is_asked_while_they_speak_for_the_client(self, laptop: Laptop) -> None:
        piet = Contact(name="Piet", mail="piet@inhuur.example")
        laptop.client(contacts=(piet, Contact(name="Eva", mail=f"eva@{DOMAIN}")))
        laptop.project()
        agreement = laptop.agreement(agreed_with="Piet <piet@inhuur.example>")
        laptop.sealed(agreement)
        certificate = deleted(laptop, agreement)

        def addressee() -> str:
            path = laptop.app.certificates.draft(certificate.id)
            return str(email.message_from_bytes(path.read_bytes(), policy=policy.default)["To"])

        assert addressee() == piet.mail
        laptop.app.clients.edit(CLIENT, details(domains=(DOMAIN,), contacts=(Contact(name="E", mail=f"eva@{DOMAIN}"),)))
        assert addressee() == f"eva@{DOMAIN}"
        laptop.app.clients.edit(CLIENT, details(domains=(DOMAIN,)))
        assert addressee() == piet.mail  # nobody else is known


class TestReceived:
    def test_the_clients_word_is_filed_sealed_with_its_hash(self, laptop: Laptop) -> None:
        """anchors, Client-side receipt"""
        agreement = laptop.usual()
        laptop.sealed(agreement)
        certificate = deleted(laptop, agreement)
        answer = laptop.mail("ontvangen.eml", text="Ontvangen, dank")
        known = laptop.app.certificates.file_receipt(certificate.id[:6], answer)
        assert known.receipt is not None
        assert (known.receipt.name, known.receipt.size_bytes) == ("ontvangen.eml", answer.stat().st_size)
        assert (known.receipt.sender_domain, known.receipt_at) == (DOMAIN, laptop.now)
        assert known.receipt.sha256 == hashlib.sha256(answer.read_bytes()).hexdigest()
        assert laptop.app._vault.open_bytes(known.receipt.id, known.receipt.sha256) == answer.read_bytes()
        assert laptop.app.certificates.list() == (known,)
        assert laptop.app.certificates.rows()[0].receipt == known.receipt
        assert known.document == certificate.document
        (entry,) = laptop.events("certificate.receipt")
        assert (entry.subject, entry.project) == (certificate.id, certificate.project_id)
        assert entry.data == {"evidence": known.receipt.sha256, "changed": False}
        assert answer.exists()

    def test_the_same_word_again_changes_nothing_and_another_takes_its_place(self, laptop: Laptop) -> None:
        agreement = laptop.usual()
        laptop.sealed(agreement)
        certificate = deleted(laptop, agreement)
        wrong = laptop.mail("verkeerd.eml", text="Iets anders")
        first = laptop.app.certificates.file_receipt(certificate.id, wrong)
        kept = evidence_files(laptop)
        assert laptop.app.certificates.file_receipt(certificate.id, wrong) == first
        assert evidence_files(laptop) == kept
        second = laptop.app.certificates.file_receipt(certificate.id, laptop.mail("ontvangen.eml", text="Ontvangen"))
        assert first.receipt is not None
        assert second.receipt is not None
        assert evidence_files(laptop) == kept - {f"{first.receipt.id}.age"} | {f"{second.receipt.id}.age"}
        assert [entry.data and entry.data["changed"] for entry in laptop.events("certificate.receipt")] == [False, True]
        assert laptop.app.certificates.list() == (second,)

    @pytest.mark.parametrize("content", [b"", b" \n", None])
    def test_what_is_no_evidence_is_refused_and_files_nothing(self, laptop: Laptop, content: bytes | None) -> None:
        agreement = laptop.usual()
        laptop.sealed(agreement)
        certificate = deleted(laptop, agreement)
        path = laptop.root / "weg.eml" if content is None else laptop.file("leeg.eml", content)
        with pytest.raises(InputError):
            laptop.app.certificates.file_receipt(certificate.id, path)
        assert laptop.app.certificates.list() == (certificate,)
        assert laptop.events("certificate.receipt") == []


def everything_below(folder: Path) -> dict[str, int]:
    """Files but the database's own, by their path with their size."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("store.db"))
    return {str(path): path.stat().st_size for path in files}


def evidence_files(laptop: Laptop) -> set[str]:
    return {path.name for path in (laptop.data_dir / "evidence").iterdir()}


def test_the_journal_holds_no_name_of_what_was_deleted(laptop: Laptop) -> None:
    """VT-B2"""
    agreement = laptop.usual()
    laptop.sealed(agreement, laptop.file(NAME))
    deleted(laptop, agreement)
    with laptop.app.office.look() as session:
        text = repr(list(session.journal.entries()))
    assert "Jansen" not in text
    assert DOMAIN not in text
    assert str(laptop.home) not in text
