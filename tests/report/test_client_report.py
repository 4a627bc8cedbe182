"""What do you hold of us: counts and dates on one page, no names of files. VR-P3, VR-P4."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2 import PdfDocument

from app.domain.agreement import AgreementState
from app.domain.copy import CopyState
from app.domain.deletion import Residual, ResidualKind
from app.domain.errors import InputError
from app.domain.messages import msg
from app.domain.rules import RuleState
from app.report import Press
from app.report.client_report import (
    ClientReport,
    HeldCopies,
    ReportedAgreement,
    ReportedDeletion,
    agreement_state_text,
    client_report_document,
    copies_outside,
    copy_state_text,
)
from app.report.client_report_pdf import ATTACHMENT, client_report_pdf
from tests.report.fakes import BOTH, ISSUED, UNTIL


def report(rows: int = 2, name: str = "Gemeente Voorbeeldstad") -> ClientReport:
    return ClientReport(
        firm="Adviesbureau De Linde",
        client=name,
        as_of=ISSUED,
        agreements=tuple(
            ReportedAgreement(
                project="VBS-2026",
                scope=name,
                purpose="Formatieanalyse",
                agreed_with="Noor de Wit",
                agreed_at=ISSUED - timedelta(days=80),
                until=UNTIL if number % 2 else None,
                state="active",
            )
            for number in range(rows)
        ),
        copies=tuple(
            HeldCopies(location="vault", project="VBS-2026", due_at=UNTIL, state="kept", count=number + 1)
            for number in range(rows)
        ),
        deletions=(
            ReportedDeletion(
                project="VBS-2025",
                certificate="k7qz3m2xw5abc",
                issued_at=ISSUED,
                copies=3,
                methods=("cryptographic-erase", "unlink"),
                residuals=1,
            ),
        ),
        residuals=(Residual(kind=ResidualKind.CLOUD_SHADOW, where="OneDrive", until=UNTIL),),
        measures=(("VR-P4", RuleState.OK, msg("certificate.limit-time")),),
    )


def opened(pdf: bytes) -> tuple[list[str], dict[str, object]]:
    document = PdfDocument(pdf)
    try:
        texts = [document[number].get_textpage().get_text_bounded() for number in range(len(document))]
        attachment = document.get_attachment(0)
        assert attachment.get_name() == ATTACHMENT
        return texts, json.loads(bytes(attachment.get_data()))
    finally:
        document.close()


@pytest.mark.parametrize("texts", [BOTH.nl, BOTH.en], ids=["nl", "en"])
def test_an_ordinary_report_is_one_page_and_carries_its_json(texts: object) -> None:
    assert texts in (BOTH.nl, BOTH.en)
    chosen = BOTH.nl if texts is BOTH.nl else BOTH.en
    found, attached = opened(client_report_pdf(report(), chosen))
    assert len(found) == 1
    assert "VA-2026-K7QZ3M" in found[0]
    assert attached == client_report_document(report(), chosen)


def test_the_json_counts_and_names_no_file() -> None:
    document = client_report_document(report(), BOTH.nl)
    assert document["copies_outside"] == 3
    assert document["sentence"] == "Er staan 3 kopieën van gegevens van Gemeente Voorbeeldstad buiten jullie omgeving."
    assert document["agreements"][0]["until"] is None
    assert document["copies"][0] == {
        "location": "vault",
        "project": "VBS-2026",
        "due_at": "2027-02-28T08:00:00Z",
        "state": "kept",
        "count": 1,
    }
    assert not any("name" in key or "path" in key for copies in document["copies"] for key in copies)


def test_nothing_held_is_said_in_one_sentence() -> None:
    empty = ClientReport(firm="F", client="Klant", as_of=ISSUED)
    found, attached = opened(client_report_pdf(empty, BOTH.nl))
    assert attached["sentence"] == "Er staat niets van Klant buiten jullie omgeving."
    assert "Er zijn geen kopieën." in found[0]


def test_deleted_copies_are_not_counted_as_outside() -> None:
    gone = HeldCopies(location="vault", project="P", due_at=None, state="deleted", count=5)
    assert copies_outside(ClientReport(firm="F", client="K", as_of=ISSUED, copies=(gone,))) == 0


def test_a_long_report_runs_over_pages() -> None:
    found, _ = opened(client_report_pdf(report(200), BOTH.nl))
    assert len(found) > 3
    assert f"1 van {len(found)}" in found[0]


def test_every_state_has_words_in_both_languages() -> None:
    for texts in (BOTH.nl, BOTH.en):
        messages = [*map(agreement_state_text, AgreementState), *map(copy_state_text, CopyState)]
        assert all(texts.render(message) for message in messages)
        assert not any(message.id == "certificate.as-written" for message in messages)


def test_it_is_written_as_pdf_or_json_and_nothing_else(tmp_path: Path) -> None:
    press = Press(BOTH, BOTH.nl)
    for ending in ("pdf", "json"):
        press.write_client_report(report(), tmp_path / f"overzicht.{ending}")
    assert json.loads((tmp_path / "overzicht.json").read_text("utf-8"))["copies_outside"] == 3
    with pytest.raises(InputError):
        press.write_client_report(report(), tmp_path / "overzicht.html")
    assert len(list(tmp_path.iterdir())) == 2


@given(st.text(st.characters(), max_size=400))
@settings(max_examples=25, deadline=None)
def test_any_client_name_gives_a_report(name: str) -> None:
    _, attached = opened(client_report_pdf(report(name=name), BOTH.en))
    assert attached["client"] == client_report_document(report(name=name), BOTH.en)["client"]
