"""What do you hold of us: agreements, copies, deletions, residuals and measures of one client."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.domain.errors import InputError, NotFoundError
from tests.actions.laptop import CLIENT, DAY, DOMAIN, WEEK, Laptop, details


@pytest.fixture
def ready(laptop: Laptop) -> Laptop:
    """Two copies deleted, one in the vault, one elsewhere, one lost; and another client's."""
    laptop.app.settings.set("own.firm", "Adviesbureau Voorbeeld")
    agreement = laptop.usual(valid_until=laptop.now + DAY)
    laptop.sealed(agreement, laptop.file("salarissen-Jansen.xlsx"))
    lost = laptop.file("verdwenen-Jansen.xlsx")
    laptop.app.copies.add(lost, agreement.id, in_place=True)
    lost.unlink()
    laptop.passes(DAY)
    laptop.app.deletion.run_due()
    other = laptop.agreement()
    laptop.sealed(other, laptop.file("tweede-Jansen.xlsx"))
    laptop.app.copies.add_elsewhere("Uitdraai", other.id)
    laptop.app.projects.close("P1")
    laptop.client("Waterschap", domains=("waterschap.example",))
    laptop.project("W1", "Waterschap")
    theirs = laptop.agreement("W1", agreed_with="Jan <jan@waterschap.example>", scope="Geheim van een ander")
    laptop.sealed(theirs, laptop.file("anders.xlsx"))
    return laptop


def written(laptop: Laptop, name: str = CLIENT) -> dict[str, object]:
    target = laptop.root / "antwoord.json"
    laptop.app.client_report.write(name, target)
    document: dict[str, object] = json.loads(target.read_text(encoding="utf-8"))
    return document


def test_it_answers_with_counts_dates_and_agreements(ready: Laptop) -> None:
    report = written(ready)
    assert (report["schema"], report["client"], report["firm"]) == (1, CLIENT, "Adviesbureau Voorbeeld")
    assert report["copies_outside"] == 3
    copies = report["copies"]
    assert isinstance(copies, list)
    due = (ready.now + WEEK).strftime("%Y-%m-%dT%H:%M:%SZ")
    found = sorted((c["location"], c["state"], c["count"], c["due_at"] == due) for c in copies)
    assert found == [("elsewhere", "kept", 1, True), ("in-place", "not-proven", 1, False), ("vault", "kept", 1, True)]
    assert [a["agreed_with"] for a in report["agreements"]] == ["Eva Smit", "Eva Smit"]  # type: ignore[attr-defined]
    (deletion,) = report["deletions"]  # type: ignore[misc]
    assert (deletion["copies"], deletion["methods"]) == (1, ["cryptographic-erase"])
    assert {m["rule"] for m in report["measures"]} >= {"VR-P3", "VR-P4", "VT-U1"}  # type: ignore[attr-defined]
    assert all(m["sentence"] for m in report["measures"])  # type: ignore[attr-defined]


def test_no_file_name_and_nothing_of_another_client_stands_in_it(ready: Laptop) -> None:
    """VT-B2"""
    text = json.dumps(written(ready), ensure_ascii=False)
    for trace in ("Jansen", ".xlsx", "Waterschap", "Geheim van een ander", "W1"):
        assert trace not in text


def test_a_client_that_holds_nothing_here_gets_that_answer(laptop: Laptop) -> None:
    laptop.client()
    report = written(laptop)
    assert (report["copies_outside"], report["copies"], report["agreements"], report["deletions"]) == (0, [], [], [])


def test_it_is_one_printed_page_or_json_and_overwrites_nothing(ready: Laptop) -> None:
    target = ready.root / "antwoord.pdf"
    ready.app.client_report.write(CLIENT, target)
    content = target.read_bytes()
    assert content.startswith(b"%PDF-")
    with pytest.raises(InputError):
        ready.app.client_report.write(CLIENT, target)
    assert target.read_bytes() == content
    for wrong in ("antwoord.docx", "antwoord"):
        with pytest.raises(InputError):
            ready.app.client_report.write(CLIENT, ready.root / wrong)
    with pytest.raises(NotFoundError):
        ready.app.client_report.write("Onbekend", Path("x.pdf"))


def test_an_old_name_of_the_client_finds_it(ready: Laptop) -> None:
    ready.app.clients.change(CLIENT, details(), new_name="Nieuwstad")
    assert written(ready)["client"] == "Nieuwstad"
    assert DOMAIN not in json.dumps(written_again(ready))


def written_again(laptop: Laptop) -> dict[str, object]:
    (laptop.root / "antwoord.json").unlink()
    return written(laptop)
