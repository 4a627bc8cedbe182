"""Every label of the corpus against the file itself, read with other means than the detector's."""

from __future__ import annotations

import io
import random
import zipfile

import pytest

from benchmarks.detection.corpus import templates as _registered  # noqa: F401  # fills TEMPLATES
from benchmarks.detection.corpus.cast import Client, make_cast
from benchmarks.detection.corpus.scene import Scene
from benchmarks.detection.corpus.template import TEMPLATES, Paper, Template
from tests.benchmarks.detection.texts import text_of
from tests.benchmarks.detection.values import kinds_in

CHECKED = {"bsn", "iban", "email", "phone", "name", "address", "date_of_birth", "salary"}
READABLE = [template for template in TEMPLATES if template.truth != "unreadable"]


def problems(template: Template, seed: int) -> list[str]:
    """What a made document says otherwise than its labels."""
    cast = make_cast(seed % 3)
    rng = random.Random(f"labels/{template.case}/{seed}")
    scene = Scene(cast, rng, template.ties, hard=template.hard, made_by_firm=template.by_firm)
    paper = template.make(scene)
    text = text_of(paper.content)
    people = [*scene.met, *scene.staff, *cast.colleagues, cast.consultant, scene.client.house_style, cast.firm_address]
    found = kinds_in(text, people)
    perhaps = {kind.rstrip("?") for kind in found}
    is_binary = paper.name.endswith((".xls", ".xlsb"))  # numbers, and letters beside other bytes: not to be looked for
    missing = set() if is_binary else (scene.kinds & CHECKED) - perhaps
    extra = (found & CHECKED) - scene.kinds
    told = {client.name for client in cast.clients if _is_told(client, text, paper)}
    right = {scene.client.name} if scene.is_told else set()
    out = [f"{paper.name}: declared but not there: {sorted(missing)}"] if missing else []
    out += [f"{paper.name}: there but not declared: {sorted(extra)}"] if extra else []
    if told != right and not (right < told and "two clients" in (paper.hard or "")):
        out.append(f"{paper.name}: tells {sorted(told)}, labelled {sorted(right)}")
    return out


def _is_told(client: Client, text: str, paper: Paper) -> bool:
    registered = client.registered
    places = f"{paper.name}{paper.folder}{paper.origin_url}{paper.referrer_url}".replace("_", " ")
    around = f"{text}{_properties(paper.content)}{places}".lower()
    signs = (
        registered.name, *registered.variants, *registered.domains, *registered.hosts, *registered.tenant_ids,
        *registered.processor_domains, *registered.keywords,
    )  # fmt: skip
    return any(sign.lower() in around for sign in signs)


def _properties(content: bytes) -> str:
    if not content.startswith(b"PK"):
        return ""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return "".join(package.read(name).decode() for name in package.namelist() if name.startswith("doc"))


@pytest.mark.parametrize("template", READABLE, ids=lambda template: f"{template.truth}: {template.case}")
def test_what_a_document_holds_is_what_its_label_says(template: Template) -> None:
    assert problems(template, seed=0) == []
