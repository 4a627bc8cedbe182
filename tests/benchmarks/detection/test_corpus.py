"""The made-up laptop as a whole: the same for the same seed, in proportion, and with files that open."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from app.detect.reading.formats import Format, format_of
from app.domain.finding import BUSINESS_CONTACT_KINDS
from app.system.files import local_files
from app.system.files.zone import origin_of
from benchmarks.detection.corpus.laptop import make_laptop
from benchmarks.detection.corpus.template import TEMPLATES
from benchmarks.detection.labels import FILES, read_manifest

SMALL = 60


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "other"):
        make_laptop(tmp_path / name, seed=5, files=SMALL)
    assert contents(tmp_path / "one") == contents(tmp_path / "other")


def test_another_seed_gives_other_people_and_clients(tmp_path: Path) -> None:
    one = make_laptop(tmp_path / "one", seed=5, files=SMALL)
    other = make_laptop(tmp_path / "other", seed=6, files=SMALL)
    assert one.owner != other.owner
    assert one.clients != other.clients


def test_the_manifest_names_every_file_once(tmp_path: Path) -> None:
    laptop = make_laptop(tmp_path / "laptop", seed=7, files=SMALL)
    assert read_manifest(tmp_path / "laptop") == laptop
    written = set(contents(tmp_path / "laptop" / FILES))
    assert sorted(file.path for file in laptop.files) == sorted(written)


def test_a_laptop_is_not_made_over_another(tmp_path: Path) -> None:
    make_laptop(tmp_path / "laptop", seed=5, files=10)
    with pytest.raises(FileExistsError):
        make_laptop(tmp_path / "laptop", seed=5, files=10)


def test_there_are_many_templates_of_every_truth() -> None:
    counted = Counter(template.truth for template in TEMPLATES)
    assert counted["client-data"] >= 45
    assert counted["documentation"] + counted["own"] + counted["clean"] >= 45
    assert counted["unreadable"] >= 8


def test_no_two_templates_have_one_case() -> None:
    counted = Counter((template.truth, template.case) for template in TEMPLATES)
    assert [case for case, count in counted.items() if count > 1] == []


def test_about_a_third_is_client_data(tmp_path: Path) -> None:
    laptop = make_laptop(tmp_path / "laptop", seed=5, files=100)
    assert 30 <= sum(file.truth == "client-data" for file in laptop.files) <= 40


def test_documentation_holds_business_contacts_at_most(tmp_path: Path) -> None:
    laptop = make_laptop(tmp_path / "laptop", seed=9, files=300)
    wrong = [
        file for file in laptop.files if file.truth == "documentation" and not set(file.kinds) <= BUSINESS_CONTACT_KINDS
    ]
    assert wrong == []


def test_client_data_without_persons_tells_its_client(tmp_path: Path) -> None:
    laptop = make_laptop(tmp_path / "laptop", seed=9, files=500)
    bare = [file for file in laptop.files if file.truth == "client-data" and set(file.kinds) <= BUSINESS_CONTACT_KINDS]
    assert bare
    assert [file.path for file in bare if file.client is None] == []


def test_only_client_data_is_hidden(tmp_path: Path) -> None:
    laptop = make_laptop(tmp_path / "laptop", seed=9, files=500)
    assert {file.truth for file in laptop.files if file.hidden} == {"client-data"}


def test_the_system_tells_the_origin_as_the_manifest_does(tmp_path: Path) -> None:
    laptop = make_laptop(tmp_path / "laptop", seed=9, files=100)
    for file in laptop.files:
        told = local_files().origin(tmp_path / "laptop" / FILES / file.path)
        assert told in (None, origin_of(url=file.origin_url, referrer=file.referrer_url))  # None: it keeps no marks


def test_readable_files_have_a_known_format(tmp_path: Path) -> None:
    laptop = make_laptop(tmp_path / "laptop", seed=8, files=200)
    unknown = [
        file.path
        for file in laptop.files
        if file.truth != "unreadable"
        and format_of((tmp_path / "laptop" / FILES / file.path).read_bytes()[:65_536]) is Format.UNKNOWN
        and not file.path.endswith((".db", ".sqlite", ".7z"))  # formats that the product may read otherwise
    ]
    assert unknown == []
