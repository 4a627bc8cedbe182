"""Words of illness in names of institutes, in figures of populations, in drawings and in surnames; and of somebody."""

from __future__ import annotations

import pytest

from tests.detect.content.text.told import kinds


@pytest.mark.parametrize(
    "text",
    [
        "Drs. Bernard Levinson and Patrick Lynch of the Rosefield Cancer Center were there in 2009.",
        "Anna Berger published in the Journal of Cancer, 2011. Paul Fischer wrote for Cancer Research in 2012.",
        "name: Peter Johnson\nmiter-limit: 4\nstroke width: 4\nstroke cap: butt\nstroke join: miter\nstroke ID: S-34",
        "Peter Johnson. African farmers have higher death rates from heart disease, pneumonia and cancer.",
        "Anna Berger: by 2003 the prevalence of HIV was ten times that of the coast.",
        "With thanks to Peter Johnson, Sarah Parkinson and Anna Berger since 2019.",
        "Peter Johnson's silence was pregnant with meaning, and at one stroke of luck he was gone in 1912.",
        "TRG\nTTJ\nXAP\nYMP\nHIV\nTRS\nYKZ\nVIE",
    ],
)
def test_a_word_of_illness_that_is_of_nobody_is_no_health(text: str) -> None:
    assert "health" not in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Peter Johnson has had cancer since March and she drives him to the hospital.",
        "Anna Berger suffered a stroke in 2021 and she works 12 hours a week.",
        "Mevrouw A. de Vries heeft Parkinson sinds 2019 en werkt daarom halve dagen.",
        "Naam: Anna Berger\nDiagnose: depressie",
        "Mr Peter Johnson is HIV positive; his doctor has told me that he takes medication.",
        "Diagnosis: stroke\nName: Peter Johnson",
    ],
)
def test_an_illness_of_somebody_is_health(text: str) -> None:
    assert "health" in kinds(text)
