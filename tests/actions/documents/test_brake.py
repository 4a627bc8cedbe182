"""Many changes at once: asked first."""

from __future__ import annotations

import os
from datetime import timedelta

import pytest

from app.domain.document import DocumentState
from app.domain.document_brake import LEAST
from app.domain.errors import InputError
from tests.actions.documents.conftest import FILED, Filer


def filed(filer: Filer, number: int) -> None:
    for each in range(number):
        filer.write(f"{each:03}.txt", f"document {each}")
    filer.sync()


def encrypt(filer: Filer, first: int, last: int) -> None:
    for each in range(first, last):
        filer.write(f"{each:03}.txt", f"noise {each}")


def test_many_changes_at_once_stop_the_project_until_somebody_answers(filer: Filer):
    filed(filer, 20)
    before = filer.stored()
    encrypt(filer, 0, LEAST)
    filer.write("new.txt", "new")
    status = filer.sync()
    assert filer.stored() == before
    (question,) = status.questions
    assert (question.project, question.changed, question.vanished, question.filed) == ("P1", LEAST, 0, 20)
    assert status.needs_a_person
    assert filer.sync().questions == status.questions
    assert len(filer.events("doc.braked")) == 1
    filer.documents.agree("P1")
    assert filer.sync().questions == ()
    assert filer.stored()["000.txt"] == b"noise 0"
    assert set(filer.states().values()) == {FILED}


def test_a_few_changes_are_no_matter(filer: Filer):
    filed(filer, 20)
    encrypt(filer, 0, LEAST - 1)
    assert filer.sync().questions == ()
    assert filer.stored()["000.txt"] == b"noise 0"


def test_many_changes_in_small_steps_are_seen_too(filer: Filer):
    filed(filer, 20)
    encrypt(filer, 0, 5)
    assert filer.sync().questions == ()
    encrypt(filer, 5, 10)
    assert len(filer.sync().questions) == 1


def test_what_changed_long_ago_does_not_count(filer: Filer):
    filed(filer, 20)
    encrypt(filer, 0, 5)
    filer.sync()
    filer.laptop.passes(timedelta(hours=2))
    encrypt(filer, 5, 10)
    assert filer.sync().questions == ()


def test_a_large_project_brakes_by_number(filer: Filer, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("app.domain.document_brake.MOST", 15)
    filed(filer, 60)
    encrypt(filer, 0, 15)
    assert len(filer.sync().questions) == 1


def test_documents_that_vanish_at_once_are_asked_about(filer: Filer):
    filed(filer, 20)
    for path in list(filer.folder.iterdir())[:12]:
        path.unlink()
    (question,) = filer.sync().questions
    assert (question.changed, question.vanished) == (0, 12)
    filer.documents.agree()
    assert filer.sync().questions == ()


def test_a_folder_that_was_renamed_is_no_alarm(filer: Filer):
    for each in range(20):
        filer.write(f"old/{each}.txt", str(each))
    filer.sync()
    (filer.folder / "old").rename(filer.folder / "new")
    assert filer.sync().questions == ()
    assert filer.stored()["new/3.txt"] == b"3"
    assert filer.stored()["old/3.txt"] == b"3"


def test_dates_that_a_program_set_are_no_change(filer: Filer):
    filed(filer, 20)
    for path in filer.folder.iterdir():
        os.utime(path, (1, 1))
    status = filer.sync()
    assert status.questions == ()
    assert status.counts[DocumentState.FILED] == 20


def test_a_first_filing_is_no_alarm(filer: Filer):
    filed(filer, 40)
    assert filer.documents.status().questions == ()


def test_it_can_be_agreed_beforehand(filer: Filer):
    filed(filer, 20)
    encrypt(filer, 0, 20)
    assert filer.sync(agreed=True).questions == ()
    assert filer.stored()["019.txt"] == b"noise 19"


def test_agreeing_to_nothing_is_said(filer: Filer):
    with pytest.raises(InputError):
        filer.documents.agree("P1")
