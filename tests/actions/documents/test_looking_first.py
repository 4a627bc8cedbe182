"""What is held back, why, and how it gets on. Source: VR-P5a, VR-P5b, VR-P1a."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.document import Way, Why
from app.domain.errors import EnvironmentLacking, InputError
from app.domain.finding import Judgement, Origin, Reason, ReasonType, Verdict
from tests.actions.documents.conftest import FILED, Filer

ORIGIN = Reason(type=ReasonType.ORIGIN, detail="voorbeeldstad.example")
CONTENT = Reason(type=ReasonType.CONTENT, detail="salary 12")


def judge(filer: Filer, path: Path, verdict: Verdict, **told: object) -> None:
    filer.laptop.detector.verdicts[path] = Judgement(verdict=verdict, **told)  # type: ignore[arg-type]


def test_client_data_is_held_back_and_becomes_a_finding(filer: Filer):
    """VR-P5a, VR-P1a"""
    path = filer.write("export.csv", "a client's file" * 100)
    client = filer.app.clients.list()[0].id
    judge(filer, path, Verdict.CLIENT_DATA, reasons=(ORIGIN,), client_id=client)
    status = filer.sync()
    assert filer.stored() == {}
    row = filer.row("export.csv")
    assert (row.state.value, row.why, row.ways) == ("held-back", Why.CLIENT_DATA, frozenset({Way.LEAVE}))
    assert row.reason is not None
    assert status.needs_a_person
    assert [f.path for f in filer.app.findings.list(only_open=True)] == [str(path)]
    assert [event["why"] for event in filer.events("doc.flagged")] == ["client-data"]


def test_a_finding_that_was_called_documentation_is_filed(filer: Filer):
    path = filer.write("plan.docx")
    judge(filer, path, Verdict.CLIENT_DATA, reasons=(ORIGIN,))
    filer.sync()
    (finding,) = filer.app.findings.list(only_open=True)
    filer.app.findings.documentation((finding.id,), "P1")
    filer.sync()
    assert filer.states() == {"plan.docx": FILED}


def test_business_contacts_pass(filer: Filer):
    """VR-P5b"""
    path = filer.write("contacten.txt")
    judge(filer, path, Verdict.DOCUMENTATION, kinds={"name": 4, "email": 4, "phone": 2, "address": 1})
    filer.sync()
    assert filer.states() == {"contacten.txt": FILED}


def test_personal_data_beyond_business_contacts_is_flagged(filer: Filer):
    """VR-P5b"""
    path = filer.write("lijst.txt")
    judge(filer, path, Verdict.CLEAN, kinds={"name": 4, "date_of_birth": 3})
    filer.sync()
    row = filer.row("lijst.txt")
    assert (row.why, row.ways) == (Why.PERSONAL_DATA, frozenset({Way.RELEASE, Way.LEAVE}))
    assert [event["why"] for event in filer.events("doc.flagged")] == ["personal-data"]


def test_a_word_with_a_reason_releases_this_content_alone(filer: Filer):
    path = filer.write("lijst.txt", "test set")
    judge(filer, path, Verdict.CLEAN, kinds={"date_of_birth": 3})
    filer.sync()
    filer.documents.release((filer.row("lijst.txt").id,), "verzonnen testgegevens")
    filer.sync()
    assert filer.stored() == {"lijst.txt": b"test set"}
    path.write_text("other content")
    filer.sync()
    assert filer.row("lijst.txt").why is Why.PERSONAL_DATA
    assert filer.stored() == {"lijst.txt": b"test set"}


def test_a_word_answers_the_finding_as_well(filer: Filer):
    path = filer.write("lijst.txt")
    judge(filer, path, Verdict.CLIENT_DATA, kinds={"salary": 12}, reasons=(CONTENT,))
    filer.sync()
    filer.documents.release((filer.row("lijst.txt").id,), "verzonnen testgegevens")
    assert filer.app.findings.list(only_open=True) == ()
    filer.sync()
    assert filer.states() == {"lijst.txt": FILED}


@pytest.mark.parametrize(
    "told",
    [
        {"kinds": {"bsn": 1}},
        {"kinds": {"health": 1}, "special": True},
        {"kinds": {"salary": 1}, "reasons": (ORIGIN,)},
    ],
    ids=["bsn", "special", "origin"],
)
def test_no_word_releases_what_policy_keeps_here(filer: Filer, told: dict[str, object]):
    path = filer.write("lijst.txt")
    judge(filer, path, Verdict.CLIENT_DATA, **told)
    filer.sync()
    assert Way.RELEASE not in filer.row("lijst.txt").ways
    with pytest.raises(InputError):
        filer.documents.release((filer.row("lijst.txt").id,), "toch")
    filer.sync()
    assert filer.stored() == {}


def test_registered_content_is_never_filed_whatever_its_name(filer: Filer):
    """VR-P4"""
    registered = filer.laptop.file("salarissen.xlsx")
    content = registered.read_bytes()
    agreement = filer.laptop.agreement("P1")
    filer.app.copies.add(registered, agreement.id)
    filer.write("Plan van aanpak.xlsx", content)
    filer.sync()
    assert filer.row("Plan van aanpak.xlsx").why is Why.REGISTERED
    assert filer.stored() == {}


def test_a_copy_in_place_is_never_filed(filer: Filer):
    path = filer.write("salarissen.xlsx", "registered here" * 100)
    agreement = filer.laptop.agreement("P1")
    filer.app.copies.add(path, agreement.id, in_place=True)
    filer.sync()
    path.write_text("changed here")
    filer.sync()
    assert filer.row("salarissen.xlsx").why is Why.REGISTERED
    assert filer.stored() == {}


def test_a_locked_document_is_held_back_and_a_picture_is_not(filer: Filer):
    """VR-K1: what could not be read is never called clean, and is said."""
    judge(filer, filer.write("a.zip"), Verdict.UNREADABLE, error="encrypted")
    judge(filer, filer.write("b.png"), Verdict.UNREADABLE, error="picture")
    judge(filer, filer.write("c.png"), Verdict.UNREADABLE, error="picture", reasons=(ORIGIN,))
    filer.sync()
    assert filer.states() == {"a.zip": "held-back", "b.png": FILED, "c.png": "held-back"}
    assert filer.row("b.png").why is Why.NOT_READ
    assert filer.row("a.zip").ways == frozenset({Way.RELEASE, Way.LEAVE})
    assert filer.row("c.png").ways == frozenset({Way.LEAVE})


def test_each_content_is_judged_once(filer: Filer):
    path = filer.write("plan.txt")
    judge(filer, filer.write("held.txt"), Verdict.CLIENT_DATA, reasons=(CONTENT,))
    for _ in range(3):
        filer.sync()
    judged = [p.name for p in filer.laptop.detector.judged]
    assert sorted(judged) == ["held.txt", "plan.txt"]
    path.write_text("new content")
    filer.sync()
    assert len(filer.laptop.detector.judged) == 3


def test_what_is_held_back_is_judged_again_when_the_register_changes(filer: Filer):
    path = filer.write("plan.txt")
    judge(filer, path, Verdict.CLEAN, kinds={"salary": 2})
    filer.sync()
    filer.laptop.client("Andere Klant", domains=("andere.example",))
    judge(filer, path, Verdict.CLEAN)
    filer.sync()
    assert filer.states() == {"plan.txt": FILED}


def test_nothing_is_sent_when_nothing_can_look(filer: Filer, monkeypatch: pytest.MonkeyPatch):
    filer.write("plan.txt")

    def lacking(path: Path, origin: Origin | None) -> Judgement:
        raise EnvironmentLacking(filer_message)

    from app.domain.messages import msg

    filer_message = msg("detect.worker-lacking")
    monkeypatch.setattr(filer.laptop.detector, "judge", lacking)
    status = filer.sync()
    assert status.trouble == filer_message
    assert filer.stored() == {}
    assert filer.states() == {"plan.txt": "queued"}


def test_the_persons_own_folder_is_left_alone(filer: Filer):
    """VT-B2"""
    filer.write("Privé/brief.txt")
    filer.sync()
    assert filer.documents.status().items == ()


def test_what_was_filed_before_it_was_registered_is_told(filer: Filer):
    """VR-P4: filing was lawful then; now it may not stay there."""
    path = filer.write("bijlage.xlsx", "later found to be the client's " * 100)
    filer.sync()
    assert filer.states() == {"bijlage.xlsx": FILED}
    other = filer.laptop.file("bijlage.xlsx", path.read_bytes())
    filer.app.copies.add(other, filer.laptop.agreement("P1").id)
    status = filer.sync()
    assert filer.row("bijlage.xlsx").why is Why.FILED_BEFORE
    assert status.needs_a_person
    filer.sync()
    assert [event["why"] for event in filer.events("doc.flagged")] == ["filed-before"]


def test_what_is_no_documentation_can_be_left_out(filer: Filer):
    path = filer.write("lijst.txt", "no documentation")
    judge(filer, path, Verdict.CLEAN, kinds={"bsn": 3})
    filer.sync()
    assert filer.documents.leave_out((filer.row("lijst.txt").id,), "testgegevens, geen documentatie") == 1
    status = filer.sync()
    assert not status.needs_a_person
    assert (status.items, status.left_out, filer.stored()) == ((), 1, {})
    path.write_text("something else")
    assert filer.sync().needs_a_person
    with pytest.raises(InputError):
        filer.documents.leave_out((filer.row("lijst.txt").id,), " ")
