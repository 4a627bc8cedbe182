"""Rows, lines and notes about persons, and papers that look like them, through the real worker. VR-K1, VR-P1a, VR-P5b."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from app.detect.process.worker_process import DetectionWorker
from app.domain.finding import Judgement, Origin, Verdict
from tests.detect.fakes import SHAREPOINT
from tests.detect.judging import rows_of_persons as files


def judged(
    detector: DetectionWorker, folder: Path, kept: Mapping[str, str], name: str, *, at_client: bool = False
) -> Judgement:
    path = folder / name
    path.write_text(kept[name], encoding="utf-8")
    return detector.judge(path, Origin(host=SHAREPOINT, zone=3) if at_client else None)


@pytest.mark.parametrize("name", files.CLIENT_DATA)
def test_rows_about_private_persons_are_client_data(detector: DetectionWorker, tmp_path: Path, name: str) -> None:
    assert judged(detector, tmp_path, files.CLIENT_DATA, name).verdict is Verdict.CLIENT_DATA


@pytest.mark.parametrize("name", files.ALLOWED)
def test_what_looks_like_them_is_let_through(detector: DetectionWorker, tmp_path: Path, name: str) -> None:
    judgement = judged(detector, tmp_path, files.ALLOWED, name)
    assert judgement.verdict in (Verdict.CLEAN, Verdict.OWN, Verdict.DOCUMENTATION)


@pytest.mark.parametrize("name", files.DOCUMENTATION)
def test_papers_of_a_project_are_documentation(detector: DetectionWorker, tmp_path: Path, name: str) -> None:
    assert judged(detector, tmp_path, files.DOCUMENTATION, name).verdict is Verdict.DOCUMENTATION


@pytest.mark.parametrize("name", files.ALLOWED_FROM_CLIENT)
def test_papers_of_a_project_stay_so_when_they_come_from_the_client(
    detector: DetectionWorker, tmp_path: Path, name: str
) -> None:
    judgement = judged(detector, tmp_path, files.ALLOWED_FROM_CLIENT, name, at_client=True)
    assert judgement.verdict is Verdict.DOCUMENTATION


@pytest.mark.parametrize("name", files.OWN)
def test_the_consultants_own_papers_are_own(detector: DetectionWorker, tmp_path: Path, name: str) -> None:
    assert judged(detector, tmp_path, files.OWN, name).verdict is Verdict.OWN
