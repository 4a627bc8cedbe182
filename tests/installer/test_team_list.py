"""The script with which IT makes the list: what the program expects of the list is what the script makes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.domain.settings import SETTINGS
from app.remote.office365.status_list import DEVICE, RECORD

SCRIPT = (Path(__file__).parents[2] / "installer" / "office365" / "set_up_team_list.ps1").read_text(encoding="utf-8")


def test_it_makes_the_columns_that_the_program_writes() -> None:
    made = dict(re.findall(r"Confirm-Column '(\w+)' '(\w+)'", SCRIPT))
    assert made == {DEVICE: "Text", RECORD: "Note"}
    assert f"Confirm-Column '{DEVICE}' 'Text' $true" in SCRIPT  # indexed: the program asks by it


def test_the_list_has_the_name_that_the_program_looks_for() -> None:
    assert f"$ListName = '{SETTINGS['team.list'].default}'" in SCRIPT


@pytest.mark.parametrize(
    "words",
    [
        "-ReadSecurity AllUsersReadAccessOnItemsTheyCreate",
        "-WriteSecurity WriteOnlyMyItems",
        "-BreakRoleInheritance",
        "Group = $MembersGroup; Role = 'Contribute'",  # Edit would see through "read own"
        "RichText = $false",  # mark-up would break every signature
        "-EnableVersioning $true",
        "$list.ReadSecurity -ne 2",  # read back
    ],
)
def test_members_read_and_change_their_own_lines_only(words: str) -> None:
    """VT-C1"""
    assert words in SCRIPT


def test_brackets_and_quotes_close() -> None:
    """A cheap look where no PowerShell is: what is opened is closed, outside of texts and comments."""
    code = re.sub(r"<#.*?#>|#[^\n]*", "", SCRIPT, flags=re.DOTALL)
    code = re.sub(r"'[^'\n]*'|\"(?:[^\"\n`]|`.)*\"", "''", code)
    closing = {")": "(", "]": "[", "}": "{"}
    stack: list[str] = []
    for sign in code:
        if sign in "([{":
            stack.append(sign)
        elif sign in closing:
            assert stack, "closed what was not opened"
            assert stack.pop() == closing[sign]
    assert stack == []
    assert '"' not in code
