"""Rows, lines and notes about persons, and papers that look like them, through the real worker. VR-K1, VR-P1a, VR-P5b."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from app.detect.judging.papers.declared import denies
from app.detect.judging.papers.grids import grids
from app.detect.process.worker_process import DetectionWorker
from app.domain.finding import Judgement, Origin, Verdict
from tests.detect.fakes import SHAREPOINT
from tests.detect.judging import no_rows_of_persons, rows_of_persons


def judged(
    detector: DetectionWorker, folder: Path, kept: Mapping[str, str], name: str, *, at_client: bool = False
) -> Judgement:
    path = folder / name
    path.write_text(kept[name], encoding="utf-8")
    return detector.judge(path, Origin(host=SHAREPOINT, zone=3) if at_client else None)


@pytest.mark.parametrize("name", rows_of_persons.CLIENT_DATA)
def test_rows_about_private_persons_are_client_data(detector: DetectionWorker, tmp_path: Path, name: str) -> None:
    assert judged(detector, tmp_path, rows_of_persons.CLIENT_DATA, name).verdict is Verdict.CLIENT_DATA


@pytest.mark.parametrize("name", no_rows_of_persons.ALLOWED)
def test_what_looks_like_them_is_let_through(detector: DetectionWorker, tmp_path: Path, name: str) -> None:
    judgement = judged(detector, tmp_path, no_rows_of_persons.ALLOWED, name)
    assert judgement.verdict in (Verdict.CLEAN, Verdict.OWN, Verdict.DOCUMENTATION)


@pytest.mark.parametrize("name", no_rows_of_persons.DOCUMENTATION)
def test_papers_of_a_project_are_documentation(detector: DetectionWorker, tmp_path: Path, name: str) -> None:
    assert judged(detector, tmp_path, no_rows_of_persons.DOCUMENTATION, name).verdict is Verdict.DOCUMENTATION


@pytest.mark.parametrize("name", no_rows_of_persons.ALLOWED_FROM_CLIENT)
def test_papers_of_a_project_stay_so_when_they_come_from_the_client(
    detector: DetectionWorker, tmp_path: Path, name: str
) -> None:
    judgement = judged(detector, tmp_path, no_rows_of_persons.ALLOWED_FROM_CLIENT, name, at_client=True)
    assert judgement.verdict is Verdict.DOCUMENTATION


@pytest.mark.parametrize("name", no_rows_of_persons.OWN)
def test_the_consultants_own_papers_are_own(detector: DetectionWorker, tmp_path: Path, name: str) -> None:
    assert judged(detector, tmp_path, no_rows_of_persons.OWN, name).verdict is Verdict.OWN


@pytest.mark.parametrize(
    "text",
    [
        b"Fictieve set? Nee: export uit productie van 2 maart",
        b"Dummy set, restored from prod, not yet masked",
        b"Testgegevens: namen zijn gewoon echt",
        b"Copy of production, never anonymised",
        b"Set is nog niet gepseudonimiseerd",
    ],
)
def test_what_is_said_to_be_real_is_not_made_up(text: bytes) -> None:
    assert denies(text)


@pytest.mark.parametrize(
    "text",
    [
        b"Alle namen zijn verzonnen; geen echte gegevens",
        b"The set does not hold real people",
        b"Gegevens hoeven niet geanonimiseerd te worden, ze zijn bedacht",
        b"Gebruik deze set in plaats van echte gegevens",
        b"Na akkoord gaat de wijziging naar de productieomgeving",
    ],
)
def test_to_speak_of_the_real_denies_nothing(text: bytes) -> None:
    assert not denies(text)


def test_empty_cells_at_the_end_of_a_row_may_be_left_out() -> None:
    found = grids([b"Rooster\t", b"week 3\tma\tdi\two", b"Noor\tV\tL\tA", b"Daan\tverlof", b"Sem\tL\tL"])
    assert [(grid.head, len(grid.rows)) for grid in found] == [(("week 3", "ma", "di", "wo"), 3)]


def test_quoted_cells_hold_delimiters() -> None:
    (found,) = grids([b"id,name,note", b'1,"Holt, Emma",a', b'2,"Shaw, Peter",b', b'3,"Walsh, Anne",c'])
    assert found.column(1) == ["Holt, Emma", "Shaw, Peter", "Walsh, Anne"]


def test_sentences_with_commas_are_no_table() -> None:
    assert not grids(
        [b"Eerst dit, dan dat.", b"Daarna, als het kan, nog iets, of niet.", b"En dan, ten slotte.", b"Klaar."]
    )
