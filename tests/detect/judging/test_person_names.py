"""The forms in which others write a name: with initials that nobody told, turned, in capitals, with a partner's surname."""

from __future__ import annotations

import pytest

from app.detect.content.own import OwnValues
from app.detect.judging.person_names import PersonName
from app.detect.judging.register import Register
from app.domain.ports import DetectionContext, OwnIdentity


def named(name: str) -> PersonName:
    person = PersonName.parse(name)
    assert person is not None
    return person


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Joris van Wetering", "J.P. van Wetering"),
        ("Joris van Wetering", "Dhr. J. P. van Wetering"),
        ("Joris van Wetering", "Wetering, J.P. van"),
        ("Joris van Wetering", "WETERING J P VAN"),
        ("Joris van Wetering", "VAN WETERING JP"),
        ("Joris van Wetering", "J.P. v. Wetering"),
        ("Joris van Wetering", "J.P. Wetering"),
        ("Joris van Wetering", "Joris Pieter van Wetering"),
        ("Joris van Wetering", "J.P. van Wetering-Smid"),
        ("Joris van Wetering", "Smid-van Wetering, J."),
        ("Sanne van den Berg", "S. v.d. Berg"),
        ("Marijke Poelstra-de Wit", "M.E. Poelstra"),
        ("Marijke Poelstra-de Wit", "M. de Wit-Poelstra"),
        ("J.H. Poelstra", "Jurgen Poelstra"),
    ],
)
def test_the_first_initial_and_the_surname_are_enough(name: str, text: str) -> None:
    assert named(name).fits(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Joris van Wetering", "P.J. van Wetering"),
        ("Joris van Wetering", "Jan van Wetering"),
        ("Joris van Wetering", "L.M. van Wetering"),
        ("Joris van Wetering", "J. de Wetering"),
        ("Joris van Wetering", "Tess J. van Wetering"),
        ("Sanne van den Berg", "S. Berg"),
        ("Sanne van den Berg", "S. de Berg"),
        ("Marijke Poelstra-de Wit", "A. Poelstra"),
    ],
)
def test_who_has_another_initial_or_prefix_is_somebody_else(name: str, text: str) -> None:
    assert not named(name).fits(text)


@pytest.mark.parametrize("text", ["mevrouw Poelstra", "mw. Poelstra-de Wit", "Mevrouw De Wit-Poelstra"])
def test_a_salutation_has_the_surname_alone(text: str) -> None:
    assert named("Marijke Poelstra-de Wit").is_surname(text)


@pytest.mark.parametrize("value", [b"j.p. van wetering", b"van wetering", b"joris", b"joris van wetering"])
def test_what_is_found_in_a_text_is_the_consultants_own(value: bytes) -> None:
    own = OwnValues(Register(DetectionContext(clients=(), own=OwnIdentity(name="Joris van Wetering"))))
    assert own.is_name(value)
    assert not own.is_name(b"w. van wetering")
