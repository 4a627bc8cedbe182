"""The papers of one consultant's laptop: whose each of them is, through the real worker. VR-K1, VR-P1a, VR-P5a, VR-P5b."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from app.detect.process.worker_process import DetectionWorker
from app.domain.finding import Verdict
from app.domain.ports import DetectionContext, OwnIdentity
from tests.detect.fakes import OWN_IBAN, FakeFiles, client
from tests.detect.judging.firm_papers import FIRM
from tests.detect.judging.further_let_through import ALLOWED as FURTHER_ALLOWED
from tests.detect.judging.further_own_papers import OWN as FURTHER_OWN
from tests.detect.judging.let_through import ALLOWED as FIRST_ALLOWED
from tests.detect.judging.letters_on_persons import LETTERS
from tests.detect.judging.of_projects_told_short import DOCUMENTATION
from tests.detect.judging.own_papers import OWN as FIRST_OWN
from tests.detect.judging.rows_on_persons import ROWS

OWN = FIRST_OWN | FURTHER_OWN
ALLOWED = FIRST_ALLOWED | FURTHER_ALLOWED
CLIENTS = {
    "Zorggroep Linderdaal": "linderdaal.example",
    "Gemeente Voorbeeldstad": "voorbeeldstad.example",
    "Woonstichting Roerhaven": "roerhaven.example",
    "Scholengroep Tweelicht": "tweelicht.example",
}


@pytest.fixture(scope="module")
def of_joris() -> Iterator[DetectionWorker]:
    worker = DetectionWorker(FakeFiles())
    own = OwnIdentity(
        name="Joris van Wetering",
        mail="joris.vanwetering@kromhoutpartners.example",
        firm="Kromhout & Partners B.V.",
        domains=("kromhoutpartners.example",),
        ibans=(OWN_IBAN,),
    )
    clients = tuple(
        client(
            id=name,
            name=name,
            variants=(),
            domains=(domain,),
            hosts=(),
            tenant_ids=(),
            keywords=(),
            processor_domains=(),
        )
        for name, domain in CLIENTS.items()
    )
    worker.use(DetectionContext(clients=clients, own=own))
    yield worker
    worker.close()


def verdict(worker: DetectionWorker, folder: Path, papers: Mapping[str, str], name: str) -> Verdict:
    path = folder / name
    path.write_text(papers[name], encoding="utf-8")
    return worker.judge(path, None).verdict


@pytest.mark.parametrize("name", OWN)
def test_his_own_papers_are_own(of_joris: DetectionWorker, tmp_path: Path, name: str) -> None:
    assert verdict(of_joris, tmp_path, OWN, name) is Verdict.OWN


@pytest.mark.parametrize("name", FIRM)
def test_papers_of_the_firm_are_own(of_joris: DetectionWorker, tmp_path: Path, name: str) -> None:
    assert verdict(of_joris, tmp_path, FIRM, name) is Verdict.OWN


@pytest.mark.parametrize("name", LETTERS)
def test_what_is_written_on_a_person_is_client_data(of_joris: DetectionWorker, tmp_path: Path, name: str) -> None:
    assert verdict(of_joris, tmp_path, LETTERS, name) is Verdict.CLIENT_DATA


@pytest.mark.parametrize("name", ROWS)
def test_rows_on_persons_are_client_data(of_joris: DetectionWorker, tmp_path: Path, name: str) -> None:
    assert verdict(of_joris, tmp_path, ROWS, name) is Verdict.CLIENT_DATA


@pytest.mark.parametrize("name", ALLOWED)
def test_words_alone_accuse_nobody(of_joris: DetectionWorker, tmp_path: Path, name: str) -> None:
    assert verdict(of_joris, tmp_path, ALLOWED, name) in (Verdict.CLEAN, Verdict.OWN)


@pytest.mark.parametrize("name", DOCUMENTATION)
def test_short_papers_of_a_project_are_documentation(of_joris: DetectionWorker, tmp_path: Path, name: str) -> None:
    assert verdict(of_joris, tmp_path, DOCUMENTATION, name) is Verdict.DOCUMENTATION
