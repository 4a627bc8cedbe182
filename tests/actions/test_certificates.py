"""Declarations: what they say is what happened, nothing more; and any change to one is found."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from app.domain.agreement import Agreement
from app.domain.certificate import IssuedCertificate
from app.domain.errors import InputError
from app.domain.ports import PlaceInfo, PlaceKind
from tests.actions.laptop import CLIENT, DAY, DOMAIN, HOUR, WEEK, Laptop

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
