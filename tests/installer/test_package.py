"""The source of the MSI: every file once, ids that stay, and the order of the steps."""

from __future__ import annotations

import re
import sqlite3
import uuid
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from app.system.notify import APPLICATION_ID
from installer.package import (
    AUMID,
    POLICY_PROPERTIES,
    REMOVE_FORMER,
    STEPS,
    UPGRADE_CODE,
    product_code,
    source_tree,
    statements,
)
from installer.places import CONSOLE, TRAY


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    for name in (CONSOLE, TRAY, "program/python311.dll", "program/resources/icons/vroom.ico", "program/a/same.txt"):
        file = tmp_path / "frozen" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    (tmp_path / "frozen" / "program" / "b").mkdir()
    (tmp_path / "frozen" / "program" / "b" / "same.txt").touch()
    return tmp_path / "frozen"


def tree(frozen: Path, version: str = "1.2.3") -> ElementTree.Element:
    return source_tree(frozen, version, lambda file: file.relative_to(frozen).as_posix())


def test_every_file_is_in_a_component_of_its_own_and_in_the_feature(frozen: Path) -> None:
    made = tree(frozen)
    files = [file.attrib["Source"] for file in made.iter("File")]
    assert sorted(files) == sorted(file.relative_to(frozen).as_posix() for file in frozen.rglob("*") if file.is_file())
    components = {component.attrib["Id"] for component in made.iter("Component")}
    assert components == {reference.attrib["Id"] for reference in made.iter("ComponentRef")}
    assert all(len(component.findall("File")) <= 1 for component in made.iter("Component"))


def test_ids_are_unique_and_stay_the_same_over_versions(frozen: Path) -> None:
    first, second = tree(frozen), tree(frozen, "1.2.4")
    for name in ("Component", "File", "Directory"):
        ids = [each.attrib["Id"] for each in first.iter(name)]
        assert len(ids) == len(set(ids))
        assert ids == [each.attrib["Id"] for each in second.iter(name)]
    assert [each.attrib["Guid"] for each in first.iter("Component")] == [
        each.attrib["Guid"] for each in second.iter("Component")
    ]


def test_a_version_has_one_product_code_and_all_have_one_upgrade_code(frozen: Path) -> None:
    assert product_code("1.2.3") == product_code("1.2.3") != product_code("1.2.4")
    assert uuid.UUID(product_code("1.2.3"))
    assert {tree(frozen, version).find("Product").attrib["UpgradeCode"] for version in ("1.2.3", "2.0.0")} == {  # type: ignore[union-attr]
        f"{{{UPGRADE_CODE}}}"
    }


def test_each_step_calls_one_that_the_program_knows() -> None:
    source = Path("app/system/installation/_windows_steps.py").read_text(encoding="utf-8")
    known = set(re.findall(r"^def (\w+)\(_?arguments", source, re.MULTILINE)) - {"run"}
    called = {step.arguments.split()[0] for step in STEPS}
    assert (called - known, known - called) == (set(), {"complete"})  # the story of the installer calls that one


def test_the_shortcut_bears_the_id_of_the_program() -> None:
    assert AUMID == APPLICATION_ID


def test_the_folder_of_the_firm_is_ours_to_take_away(frozen: Path) -> None:
    (component,) = (each for each in tree(frozen).iter("Component") if each.find("CreateFolder") is not None)
    assert [
        directory.attrib["Name"] for directory in tree(frozen).iter("Directory") if _holds(directory, component)
    ] == ["Vroom"]


def _holds(directory: ElementTree.Element, component: ElementTree.Element) -> bool:
    return component.attrib["Id"] in {each.attrib["Id"] for each in directory.findall("Component")}


def test_what_may_refuse_comes_before_anything_goes() -> None:
    at = {step.name: step.sequence for step in STEPS}
    assert at["MayBeRemoved"] < at["LeaveNothing"] < at["EndTrays"] < 2600  # RemoveRegistryValues
    assert 1500 < REMOVE_FORMER < at["MayBeRemoved"]  # within the transaction
    assert {step.name for step in STEPS if step.may_stop} == {"MayBeRemoved", "LookWhetherWhole", "TakePolicyOver"}


def test_an_upgrade_asks_nobody_and_forgets_nothing() -> None:
    for step in STEPS:
        if step.arguments.split()[0] in ("remove", "leave") and not step.on_rollback:
            assert "NOT UPGRADINGPRODUCTCODE" in step.condition


def test_the_statements_are_sql() -> None:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE CustomAction (Action, Type, Source, Target)")
    database.execute("CREATE TABLE InstallExecuteSequence (Action, Condition, Sequence)")
    database.execute("CREATE TABLE Component (Component, Condition)")
    database.execute("CREATE TABLE Property (Property, Value)")
    database.execute("INSERT INTO InstallExecuteSequence VALUES ('RemoveExistingProducts', '', 6601)")
    database.executemany("INSERT INTO Component VALUES (?, NULL)", [(name,) for name in POLICY_PROPERTIES])
    database.execute("INSERT INTO Property VALUES ('SecureCustomProperties', '')")
    for statement in statements():
        if not statement.startswith("CREATE"):  # the one dialect of its own
            if "MsiShortcutProperty" in statement:
                continue
            database.execute(statement)
    assert dict(database.execute("SELECT Component, Condition FROM Component")) == {n: n for n in POLICY_PROPERTIES}
    sequence = dict(database.execute("SELECT Action, Sequence FROM InstallExecuteSequence"))
    assert sequence["RemoveExistingProducts"] == REMOVE_FORMER
    assert len(sequence) == len(STEPS) + 1
    (secure,) = database.execute("SELECT Value FROM Property").fetchone()
    assert {"TENANT", "SITE", "POLICYFILE", "IGNOREOWED"} <= set(secure.split(";"))
    database.close()
