"""VR-U5b: what names a place in the cloud, what is shown of it, and when something is due about what is left there."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.cloud_copy import (
    ASK_AGAIN,
    CLOUD_BIN,
    HELD_ASK_AGAIN,
    CloudCopy,
    address_or_path,
    in_bin_until,
    path_below,
    readable,
)
from app.domain.remote_files import CloudRemoval
from tests.fakes import START

ROW = CloudCopy(id="c", told="a/b.xlsx", is_address=False, noted_at=START, supplements="declaration")
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("https://firma.sharepoint.com/sites/X/a.xlsx", ("https://firma.sharepoint.com/sites/X/a.xlsx", True)),
        (" HTTPS://firma.sharepoint.com/:x:/s/X/E?e=1 ", ("HTTPS://firma.sharepoint.com/:x:/s/X/E?e=1", True)),
        ("Documenten/a.xlsx", ("Documenten/a.xlsx", False)),
        ("Documenten\\Map\\a.xlsx", ("Documenten/Map/a.xlsx", False)),
        ("http://firma.sharepoint.com/a.xlsx", None),
        ("C:\\Users\\robin\\a.xlsx", None),
        ("/home/robin/a.xlsx", None),
        ("Afdruk in map 3", None),
        ("a.xlsx", None),
        ("stick / kast", None),
        ("https://", None),
    ],
)
def test_an_address_or_a_path_is_a_place_and_words_are_none(text: str, told: tuple[str, bool] | None) -> None:
    assert address_or_path(text) == told


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "https://firma.sharepoint.com/sites/X/Gedeelde%20documenten/a%20b.xlsx?web=1",
            "firma.sharepoint.com · a b.xlsx",
        ),
        ("https://firma.sharepoint.com/:x:/s/X/EaBcDeF?e=abc", "firma.sharepoint.com"),
        ("Documenten/a.xlsx", "Documenten/a.xlsx"),
        ("bij de receptie", "bij de receptie"),
        ("https://[", "https://["),
    ],
)
def test_what_lets_others_in_is_not_shown(text: str, shown: str) -> None:
    assert readable(text) == shown


@given(st.text(max_size=60))
def test_any_text_can_be_asked_about_and_shown(text: str) -> None:
    address_or_path(text)
    assert "?e=" not in readable(f"https://firma.sharepoint.com/:x:/s/X/{text}?e=secret")


def test_a_path_is_told_from_the_folder_that_is_kept() -> None:
    root = PureWindowsPath("C:/Users/robin/OneDrive - Firma")
    assert path_below(root, root / "Desktop" / "a.xlsx") == "Desktop/a.xlsx"
    assert path_below(PurePosixPath("/a/b"), PurePosixPath("/a/c.xlsx")) is None
    assert path_below(root, root) is None


@pytest.mark.parametrize(
    ("changes", "due"),
    [
        ({"answer": CloudRemoval.GONE, "settled_at": START}, None),
        ({"supplements": None}, None),
        ({"answer": None, "asked_at": None}, timedelta(0)),
        ({"answer": None, "asked_at": START}, ASK_AGAIN),
        ({"answer": CloudRemoval.ON_HOLD, "asked_at": START}, HELD_ASK_AGAIN),
        ({"answer": CloudRemoval.IN_RECYCLE_BIN, "asked_at": START, "bin_until": START + CLOUD_BIN}, CLOUD_BIN),
        (
            {"answer": CloudRemoval.IN_RECYCLE_BIN, "asked_at": START + CLOUD_BIN, "bin_until": START + CLOUD_BIN},
            CLOUD_BIN + ASK_AGAIN,
        ),
    ],
)
def test_when_something_is_due(changes: dict[str, object], due: timedelta | None) -> None:
    row = replace(ROW, **changes)  # type: ignore[arg-type]
    assert row.next_at() == (None if due is None else START + due)


def test_only_what_may_be_in_a_bin_has_its_end() -> None:
    ends = {answer: in_bin_until(answer, START) for answer in CloudRemoval}
    assert {answer for answer, end in ends.items() if end == START + CLOUD_BIN} == {
        CloudRemoval.IN_RECYCLE_BIN,
        CloudRemoval.NOT_FOUND,
    }
