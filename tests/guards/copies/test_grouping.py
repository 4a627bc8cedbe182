"""Which files belong together."""

from __future__ import annotations

import itertools
import os
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from app.guards.copies.grouping import GAP, Grouping, burst_folder, first_clean_up_group

ROOT = str(Path(os.sep, "home", "anna", "Downloads"))


def test_a_download_of_forty_files_is_one_group() -> None:
    grouping = Grouping()
    assert len({grouping.group(ROOT, "client", at * 0.2) for at in range(40)}) == 1


def test_another_client_or_another_folder_is_another_group() -> None:
    grouping = Grouping()
    groups = {grouping.group(folder, client, 1.0) for folder in ("a", "b") for client in ("x", "y", None)}
    assert len(groups) == 6


@given(st.lists(st.floats(0, 20), min_size=1, max_size=30))
def test_files_are_in_one_group_until_a_pause_longer_than_the_gap(pauses: list[float]) -> None:
    grouping = Grouping()
    at, groups = 0.0, []
    for pause in pauses:
        at += pause
        groups.append(grouping.group(ROOT, "client", at))
    for (before, after), pause in zip(itertools.pairwise(groups), pauses[1:], strict=True):
        if abs(pause - GAP) > 1e-6:
            assert (before == after) == (pause <= GAP)


def test_old_groups_are_not_kept_for_ever() -> None:
    grouping = Grouping()
    for number in range(2_000):
        grouping.group(f"folder{number}", "client", number * 10.0)
    assert len(grouping._open) < 300


def test_an_unpacked_archive_is_one_burst_whatever_folders_it_brings() -> None:
    deep = str(Path(ROOT, "export", "2026", "11", "uren.xlsx"))
    assert burst_folder(ROOT, deep) == str(Path(ROOT, "export"))
    assert burst_folder(ROOT, str(Path(ROOT, "uren.xlsx"))) == ROOT


def test_the_first_clean_up_has_one_lasting_group_for_a_client_and_folder() -> None:
    group = first_clean_up_group(b"k" * 32, "folder-1", ROOT, "client")
    assert group == first_clean_up_group(b"k" * 32, "folder-1", ROOT, "client")
    others = {
        first_clean_up_group(b"k" * 32, "folder-1", ROOT, None),
        first_clean_up_group(b"k" * 32, "folder-1", ROOT + "2", "client"),
        first_clean_up_group(b"k" * 32, "folder-2", ROOT, "client"),
        first_clean_up_group(b"x" * 32, "folder-1", ROOT, "client"),
    }
    assert group not in others
    assert len(others) == 4
