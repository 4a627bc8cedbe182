"""The policy templates: well-formed, complete in both languages, and what they write is what the program reads."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from app.domain.settings import SETTINGS, Setting
from app.system.policy import accepted
from installer.admx import CULTURES, KEY, definitions, identifier, resources, write_templates

SPACE = "{http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions}"
REFERENCES = re.compile(r"\$\((string|presentation)\.([A-Za-z0-9_]+)\)")
PUNCTUATION = re.compile(r"[{}]|setting\.|choice\.")  # an id or a placeholder where a text should stand


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, ElementTree.Element]:
    files = write_templates(tmp_path_factory.mktemp("PolicyDefinitions"))
    return {f"{file.parent.name}/{file.name}": ElementTree.parse(file).getroot() for file in files}


def admx(written: dict[str, ElementTree.Element]) -> ElementTree.Element:
    return next(tree for name, tree in written.items() if name.endswith(".admx"))


def test_there_is_one_template_and_a_text_file_a_language(written: dict[str, ElementTree.Element]) -> None:
    names = {Path(name).name if name.endswith(".admx") else name for name in written}
    assert names == {"VroomAssistant.admx", *(f"{culture}/VroomAssistant.adml" for culture in CULTURES.values())}


def test_every_setting_is_a_policy_under_the_key_that_the_program_reads(
    written: dict[str, ElementTree.Element],
) -> None:
    policies = list(admx(written).iter(f"{SPACE}policy"))
    assert [policy.attrib["name"] for policy in policies] == [identifier(setting) for setting in SETTINGS.values()]
    assert {policy.attrib["key"] for policy in policies} == {KEY}


@pytest.mark.parametrize("setting", SETTINGS.values(), ids=lambda setting: setting.key)
def test_what_a_policy_writes_is_accepted(setting: Setting) -> None:
    policy = next(each for each in definitions().iter("policy") if each.attrib["name"] == identifier(setting))
    for value in values_of(policy):
        reading = accepted([(setting.key, value)], "here")
        assert not reading.problems
        assert setting.key in reading.values


def values_of(policy: ElementTree.Element) -> list[object]:
    """The outermost values that the editor lets an administrator enter."""
    if "valueName" in policy.attrib:
        return [int(each.attrib["value"]) for each in policy.iter("decimal")]
    (element,) = policy.find("elements") or ()
    match element.tag:
        case "decimal":
            return [int(element.attrib["minValue"]), int(element.attrib["maxValue"])]
        case "enum":
            return [each.text for each in element.iter("string")]
        case "list":
            assert element.attrib["key"].startswith(f"{KEY}\\")
            return [["a", "b"]]
        case _:
            return ["text"]


@pytest.mark.parametrize("language", CULTURES)
def test_all_that_is_referred_to_has_a_text(language: str) -> None:
    texts = resources(language)
    there = {("string", each.attrib["id"]) for each in texts.iter("string")}
    there |= {("presentation", each.attrib["id"]) for each in texts.iter("presentation")}
    wanted = set(REFERENCES.findall(ElementTree.tostring(definitions(), encoding="unicode")))
    assert wanted == there
    for each in texts.iter("string"):
        assert each.text
        assert not PUNCTUATION.search(each.text.split("\n")[0])


@pytest.mark.parametrize("language", CULTURES)
def test_every_field_has_its_place_on_the_form(language: str) -> None:
    fields = {each.attrib["id"] for elements in definitions().iter("elements") for each in elements}
    places = {each.attrib["refId"] for each in resources(language).iter() if "refId" in each.attrib}
    assert fields == places


def test_the_languages_differ() -> None:
    dutch, english = (
        {each.attrib["id"]: each.text for each in resources(name).iter("string")} for name in ("nl", "en")
    )
    same = [id_ for id_, text in dutch.items() if id_.endswith("_help") and text == english[id_]]
    assert same == []
