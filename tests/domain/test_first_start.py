"""The order of the first start, and what an address tells about an organisation."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.first_start import STEPS, CleanUp, Step, after, before, organisation_of


def test_the_steps_follow_each_other_and_stop_at_both_ends() -> None:
    assert [after(step) for step in STEPS] == [*STEPS[1:], Step.CLEAN_UP]
    assert [before(step) for step in STEPS] == [Step.LANGUAGE, *STEPS[:-1]]


@pytest.mark.parametrize(
    ("mail", "organisation"),
    [
        ("eva@voorbeeldstad.example", "voorbeeldstad.example"),
        (" Eva.Smit@Voorbeeldstad.Example ", "voorbeeldstad.example"),
        ("eva@gmail.com", ""),  # everybody can have one there
        ("eva@ziggo.nl", ""),
        ("eva@", ""),
        ("@voorbeeldstad.example", ""),
        ("eva", ""),
        ("eva@localhost", ""),
        ("", ""),
    ],
)
def test_an_address_tells_the_organisation_unless_everybody_can_have_one_there(mail: str, organisation: str) -> None:
    assert organisation_of(mail) == organisation


def test_the_first_look_is_over_when_every_folder_was_walked() -> None:
    begun = CleanUp(folders=2, folders_done=1, files=40, found=3, decide_by=None, days=30)
    assert not begun.is_over
    assert replace(begun, folders_done=2).is_over
    assert replace(begun, folders=0, folders_done=0).is_over  # there was nothing to look at
