"""Where shortcuts of Windows point to."""

from __future__ import annotations

from pathlib import PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.system.hiding.shell_links import link_target
from tests.system.hiding.links import shortcut

PATH = r"C:\Users\robin\Downloads\Salarissen maart.xlsx"


@pytest.mark.parametrize("with_list", [True, False])
@pytest.mark.parametrize("with_unicode", [True, False])
def test_the_local_path_is_told(with_list: bool, with_unicode: bool) -> None:
    """VR-P4"""
    link = shortcut(PATH, with_list=with_list, with_unicode=with_unicode)
    assert link_target(link) == PureWindowsPath(PATH)


def test_signs_outside_the_code_page_are_in_the_unicode_part() -> None:
    path = r"C:\werk\loon_Żółć_表.xlsx"
    assert link_target(shortcut(path, with_unicode=True)) == PureWindowsPath(path)


def test_what_points_to_no_local_file_tells_nothing() -> None:
    assert link_target(b"") is None
    assert link_target(b"L\0\0\0" + b"x" * 200) is None
    assert link_target(shortcut(PATH)[:90]) is None
    assert link_target(shortcut(PATH, local=False)) is None


@given(st.binary(max_size=200), st.integers(0, 76))
def test_nothing_in_a_shortcut_breaks_it(noise: bytes, kept: int) -> None:
    found = link_target(shortcut(PATH)[:kept] + noise)
    assert found is None or isinstance(found, PureWindowsPath)
