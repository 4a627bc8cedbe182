"""What one verdict leaves: findings and further copies; own and clean files leave nothing."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from app.domain.copy import Location
from app.domain.deletion import Outcome
from app.domain.finding import FindingState, Judgement, Reason, ReasonType, Verdict
from app.domain.rules import RuleState
from tests.actions.laptop import CLIENT, DAY, DOMAIN, HOUR, Laptop, open_paths

CLEAN = Judgement(verdict=Verdict.CLEAN)


# -- own and clean -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("verdict", [Verdict.OWN, Verdict.CLEAN, Verdict.DOCUMENTATION])
def test_a_file_judged_own_or_clean_leaves_no_path_kind_or_count(ready: Laptop, verdict: Verdict) -> None:
    """VT-B2, VR-K1: nothing of it is in the decrypted database, nor in the journal."""
    path = ready.file("loonstrook-geheimzinnig.pdf")
    digest = hashlib.sha256(path.read_bytes()).digest()
    kinds = {"geheime-soort": 7311}
    reasons = (Reason(type=ReasonType.CONTENT, detail="geheimzinnige reden"),)
    assert ready.judged(path, Judgement(verdict=verdict, kinds=kinds, reasons=reasons)) == 0
    stored = ready.everything_stored()
    for trace in ("geheim", "loonstrook", "7311", digest.hex()):
        assert trace.encode() not in stored
    assert digest not in stored


def test_an_unreadable_file_is_a_finding_only_when_something_points_to_a_client(ready: Laptop) -> None:
    """VR-K1: unknown is never clean, and no alarm for every locked file of one's own."""
    plain = ready.file("eigen.zip")
    theirs = ready.file("hunne.zip")
    unread = Judgement(verdict=Verdict.UNREADABLE, error="encrypted")
    by_name = (Reason(type=ReasonType.NAME, detail=CLIENT),)
    assert ready.judged(plain, unread) == 0
    assert ready.judged(theirs, Judgement(verdict=Verdict.UNREADABLE, error="encrypted", reasons=by_name)) == 1
    assert open_paths(ready) == ["hunne.zip"]


def test_a_finding_holds_kinds_and_counts_and_the_journal_no_name(ready: Laptop) -> None:
    """VT-B2, VR-P1a"""
    finding = ready.finding(ready.file("salarissen Jansen.xlsx"), kinds={"bsn": 214, "iban": 3})
    assert (finding.kinds, finding.state, finding.decide_by) == (
        {"bsn": 214, "iban": 3},
        FindingState.OPEN,
        finding.found_at + DAY,
    )
    (event,) = ready.events("finding.opened")
    assert "Jansen" not in repr(event)
    assert event.data is not None
    assert event.data["kinds"] == {"bsn": 214, "iban": 3}


def test_the_first_clean_up_has_thirty_days_and_stays_amber(ready: Laptop) -> None:
    """VR-P3: what was there before installation is one calm task."""
    finding = ready.finding(first=True)
    assert finding.decide_by == finding.found_at + 30 * DAY
    ready.passes(31 * DAY)
    rules = {rule.id: rule for rule in ready.app.status.status().rules}
    assert rules["VR-P3"].state is RuleState.ATTENTION


def test_an_unresolved_finding_turns_red_after_its_term(ready: Laptop) -> None:
    """VR-P3"""
    ready.finding()
    ready.passes(DAY - HOUR)
    assert {r.id: r.state for r in ready.app.status.status().rules}["VR-P3"] is RuleState.ATTENTION
    ready.passes(HOUR)
    rule = {r.id: r for r in ready.app.status.status().rules}["VR-P3"]
    assert (rule.state, rule.count, rule.since) == (RuleState.OVERDUE, 1, ready.now)


def test_the_same_file_seen_again_is_one_finding_that_is_refreshed(ready: Laptop) -> None:
    finding = ready.finding()
    path = Path(finding.path)
    path.write_bytes(b"meer regels " * 500)
    ready.judged(path, ready.judgement(kinds={"bsn": 999}))
    (again,) = ready.app.findings.list(only_open=True)
    assert (again.id, again.kinds, again.size_bytes) == (finding.id, {"bsn": 999}, path.stat().st_size)
    assert again.decide_by == finding.decide_by


def test_a_finding_that_turns_out_to_be_a_stricter_clients_has_its_term(ready: Laptop) -> None:
    """VT-A4"""
    ready.client("Waterschap", domains=("waterschap.example",), terms={"decision-hours": "2"})
    finding = ready.finding(client=None)
    ready.judged(Path(finding.path), ready.judgement(client="Waterschap"))
    assert ready.app.findings.show(finding.id).decide_by == finding.found_at + 2 * HOUR


def test_a_finding_whose_file_is_clean_by_now_is_forgotten(ready: Laptop) -> None:
    """VT-B2: a file judged clean leaves no path, kind or count, whatever it was before."""
    finding = ready.finding(ready.file("opgeschoond.xlsx"))
    path = Path(finding.path)
    path.write_bytes(b"zonder gegevens")
    ready.judged(path, CLEAN)
    assert ready.app.findings.list() == ()
    assert b"opgeschoond" not in ready.everything_stored()
    assert len(ready.events("finding.vanished")) == 1


def test_a_finding_whose_file_cannot_be_read_for_once_stays(ready: Laptop) -> None:
    finding = ready.finding()
    ready.judged(Path(finding.path), Judgement(verdict=Verdict.UNREADABLE, error="no-permission"))
    assert ready.app.findings.show(finding.id).state is FindingState.OPEN


def test_a_file_in_the_cloud_only_is_never_opened_for_its_digest(
    ready: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Placeholders are never fetched."""
    path = ready.file("alleen-in-de-cloud.xlsx")

    def fail(_path: Path) -> str:
        raise AssertionError("the file was opened")

    monkeypatch.setattr("app.actions.intake.sha256_of", fail)
    finding = ready.finding(path, verdict=Verdict.UNREADABLE, error="cloud-only")
    assert finding.sha256 is None


# -- further copies ----------------------------------------------------------------------------------------------------


def test_a_further_copy_joins_the_order_of_its_sibling(ready: Laptop) -> None:
    """VR-P4: shown, with the same deadline, and gone with it."""
    source = ready.file()
    twin = ready.root / "twin"
    shutil.copy(source, twin)
    first = ready.sealed(ready.agreement(valid_until=ready.now + DAY), source)
    further = ready.downloads / "salarissen (1).xlsx"
    shutil.copy(twin, further)
    assert ready.judged(further, CLEAN) == 0  # whatever the verdict: the content is known
    (joined,) = [v.copy for v in ready.app.copies.list() if v.copy.further_of]
    assert (joined.further_of, joined.location, joined.path, joined.due_at) == (
        first.id,
        Location.IN_PLACE,
        str(further),
        first.due_at,
    )
    third = ready.downloads / "map" / "derde.xlsx"
    third.parent.mkdir()
    shutil.copy(twin, third)
    ready.judged(third, CLEAN)
    assert {v.copy.further_of for v in ready.app.copies.list()} == {None, first.id}
    ready.passes(DAY)
    assert {item.outcome for item in ready.app.deletion.run_due().items} == {Outcome.DELETED}
    assert not further.exists()
    assert not third.exists()


def test_a_further_copy_of_an_open_finding_that_is_sealed_since_is_no_finding_any_more(ready: Laptop) -> None:
    first = ready.finding()
    other = ready.downloads / "salarissen (1).xlsx"
    shutil.copy(first.path, other)
    ready.finding(other)
    ready.app.findings.seal([first.id], ready.agreement().id)
    ready.judged(other, ready.judgement())
    assert open_paths(ready) == []
    assert [v.copy.path for v in ready.app.copies.list() if v.copy.further_of] == [str(other)]


def test_content_under_two_agreements_is_a_persons_decision(ready: Laptop) -> None:
    """VR-P3: also when the detector had not heard of them yet."""
    content = b"dezelfde inhoud " * 100
    for name in ("een.xlsx", "twee.xlsx"):
        ready.sealed(ready.agreement(), ready.file(name, content))
    third = ready.file("drie.xlsx", content)
    assert ready.judged(third, CLEAN) == 1
    (finding,) = ready.app.findings.list(only_open=True)
    assert {reason.type for reason in finding.reasons} == {ReasonType.FINGERPRINT}
    assert finding.client_id is not None


def test_the_same_few_bytes_are_chance(ready: Laptop) -> None:
    """Up to 1 KiB nothing joins an order."""
    ready.sealed(ready.agreement(), ready.file("klein.txt", b"x" * 1024))
    assert ready.judged(ready.file("ook klein.txt", b"x" * 1024), CLEAN) == 0
    assert len(ready.app.copies.list()) == 1


def test_a_checked_out_copy_is_no_finding(ready: Laptop) -> None:
    copy = ready.sealed(ready.agreement())
    path = ready.app.vault.open(copy.id, ready.downloads)[1]
    assert ready.judged(path, ready.judgement()) == 0
    assert len(ready.app.copies.list()) == 1


# -- exceptions --------------------------------------------------------------------------------------------------------


def test_what_was_called_no_client_data_is_passed_over_for_the_same_content_or_series(ready: Laptop) -> None:
    first = ready.finding(ready.file("urenstaat 2026-10.xlsx"), client=None)
    ready.app.findings.not_client_data([first.id], "Eigen uren")
    same = ready.file("anders.xlsx", Path(first.path).read_bytes())
    series = ready.file("urenstaat 2026-11.xlsx")
    other = ready.file("uren 2026-11.xlsx")
    assert [ready.judged(path, ready.judgement(client=None)) for path in (same, series, other)] == [0, 0, 1]


@pytest.mark.parametrize("kind", [ReasonType.ORIGIN, ReasonType.LABEL])
def test_no_exception_counts_against_a_clients_origin_or_label(ready: Laptop, kind: ReasonType) -> None:
    """VR-P3"""
    first = ready.finding(ready.file("urenstaat 2026-10.xlsx"), client=None)
    ready.app.findings.not_client_data([first.id], "Eigen uren")
    told = (Reason(type=kind, detail=DOMAIN), Reason(type=ReasonType.CONTENT, detail="bsn"))
    same = ready.file("urenstaat 2026-11.xlsx", Path(first.path).read_bytes())
    assert ready.judged(same, ready.judgement(reasons=told)) == 1


def test_a_series_counts_only_where_nothing_but_the_content_spoke(ready: Laptop) -> None:
    first = ready.finding(ready.file("urenstaat 2026-10.xlsx"), client=None)
    ready.app.findings.not_client_data([first.id], "Eigen uren")
    named = (Reason(type=ReasonType.NAME, detail=CLIENT),)
    assert ready.judged(ready.file("urenstaat 2026-11.xlsx"), ready.judgement(reasons=named)) == 1


def test_an_exception_of_a_file_from_the_client_makes_no_series(ready: Laptop) -> None:
    first = ready.finding(ready.file("urenstaat 2026-10.xlsx"))
    ready.app.findings.not_client_data([first.id], "Openbaar")
    assert ready.judged(ready.file("urenstaat 2026-11.xlsx"), ready.judgement(client=None)) == 1


def test_an_exception_ends_after_a_year(ready: Laptop) -> None:
    first = ready.finding(ready.file("urenstaat 2026-10.xlsx"), client=None)
    ready.app.findings.not_client_data([first.id], "Eigen uren")
    ready.passes(364 * DAY)
    assert ready.judged(ready.file("urenstaat 2026-11.xlsx"), ready.judgement(client=None)) == 0
    ready.passes(DAY)
    assert ready.judged(ready.file("urenstaat 2026-12.xlsx"), ready.judgement(client=None)) == 1


def test_taking_an_exception_back_has_everything_looked_at_again(ready: Laptop) -> None:
    first = ready.finding(ready.file("urenstaat 2026-10.xlsx"), client=None)
    before = ready.app.intake.context()[1]
    ready.app.findings.not_client_data([first.id], "Eigen uren")
    assert ready.app.intake.context()[1] == before
    ready.app.findings.forget(first.id)
    assert ready.app.intake.context()[1] != before
