"""Files of many kinds through the real worker: what is client data, and what is let through. VR-K1, VR-P1a, VR-P5b."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from app.detect.process.worker_process import DetectionWorker
from app.domain.finding import Judgement, Origin, Verdict
from tests.detect.fakes import SHAREPOINT, client
from tests.detect.judging import at_large


def judged(
    detector: DetectionWorker, folder: Path, files: Mapping[str, str], name: str, *, at_client: bool
) -> Judgement:
    path = folder / name
    path.write_text(files[name], encoding="utf-8")
    return detector.judge(path, Origin(host=SHAREPOINT, zone=3) if at_client else None)


@pytest.mark.parametrize("name", at_large.CLIENT_DATA)
def test_data_about_others_is_client_data(detector: DetectionWorker, tmp_path: Path, name: str) -> None:
    judgement = judged(detector, tmp_path, at_large.CLIENT_DATA, name, at_client=False)
    assert judgement.verdict is Verdict.CLIENT_DATA


@pytest.mark.parametrize("name", at_large.CLIENT_DATA_FROM_CLIENT)
def test_what_comes_from_the_client_is_client_data(detector: DetectionWorker, tmp_path: Path, name: str) -> None:
    judgement = judged(detector, tmp_path, at_large.CLIENT_DATA_FROM_CLIENT, name, at_client=True)
    assert (judgement.verdict, judgement.client_id) == (Verdict.CLIENT_DATA, client().id)


@pytest.mark.parametrize("name", at_large.OWN)
def test_ones_own_papers_are_own(detector: DetectionWorker, tmp_path: Path, name: str) -> None:
    assert judged(detector, tmp_path, at_large.OWN, name, at_client=False).verdict is Verdict.OWN


@pytest.mark.parametrize("name", at_large.ALLOWED)
def test_what_anybody_may_have_is_let_through(detector: DetectionWorker, tmp_path: Path, name: str) -> None:
    judgement = judged(detector, tmp_path, at_large.ALLOWED, name, at_client=False)
    assert judgement.verdict in (Verdict.CLEAN, Verdict.OWN, Verdict.DOCUMENTATION)


@pytest.mark.parametrize("name", at_large.ALLOWED_FROM_CLIENT)
def test_project_papers_from_the_client_are_let_through(detector: DetectionWorker, tmp_path: Path, name: str) -> None:
    judgement = judged(detector, tmp_path, at_large.ALLOWED_FROM_CLIENT, name, at_client=True)
    assert judgement.verdict in (Verdict.CLEAN, Verdict.DOCUMENTATION)
