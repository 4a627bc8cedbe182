"""What a person confirms of a copy: only what is asked, and for the file that was asked about."""

from __future__ import annotations

import pytest

from app.domain.copy import AskedWhy, CopyState
from app.domain.errors import InputError
from tests.actions.laptop import DAY, Laptop, refused


def test_only_what_is_asked_is_confirmed(laptop: Laptop) -> None:
    copy = laptop.sealed(laptop.usual())
    with pytest.raises(InputError) as error:
        laptop.app.copies.confirm(copy.id)
    assert refused(error) == "copy.nothing-asked"


def test_a_past_deadline_is_meant(laptop: Laptop) -> None:
    copy = laptop.sealed(laptop.usual())
    laptop.app.projects.close("P1", laptop.now - 8 * DAY)
    assert laptop.copy(copy.id).asked_why is AskedWhy.PAST_DEADLINE
    answered = laptop.app.copies.confirm(copy.id).copy
    assert (answered.state, answered.asked_why) == (CopyState.KEPT, None)


def test_a_changed_file_that_is_gone_by_then_is_a_sentence(laptop: Laptop) -> None:
    agreement = laptop.usual()
    path = laptop.file()
    copy = laptop.app.copies.add(path, agreement.id, in_place=True).copy
    path.write_bytes(b"anders " * 300)
    laptop.app.agreements.withdraw(agreement.id, laptop.mail("x.eml"))
    laptop.app.deletion.run_due()
    path.unlink()
    with pytest.raises(InputError) as error:
        laptop.app.copies.confirm(copy.id)
    assert refused(error) == "file.missing"
    assert laptop.copy(copy.id).asked_why is AskedWhy.CHANGED


def test_an_elsewhere_copy_with_a_past_deadline_is_attested_at_once(laptop: Laptop) -> None:
    copy = laptop.app.copies.add_elsewhere("stick", laptop.usual().id).copy
    laptop.app.projects.close("P1", laptop.now - 8 * DAY)
    assert laptop.app.copies.confirm(copy.id).state is CopyState.DELETED
