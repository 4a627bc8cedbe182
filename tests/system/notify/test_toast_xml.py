"""How a toast is described to Windows."""

from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from app.system.notify import DEFAULT, Toast, ToastAction
from app.system.notify.toast_xml import MOST_BUTTONS, toast_xml

VIEW, LATER = ToastAction("view", "Bekijken"), ToastAction("later", "Straks")


def test_title_body_and_buttons_stand_where_windows_looks_for_them() -> None:
    root = ElementTree.fromstring(
        toast_xml(Toast(title="Kijk & <kies>", body='Een "regel".\nNog een.', actions=(VIEW, LATER)))
    )
    assert [text.text for text in root.iterfind("visual/binding[@template='ToastGeneric']/text")] == [
        "Kijk & <kies>",
        'Een "regel".\nNog een.',
    ]
    assert [(a.attrib["content"], a.attrib["arguments"]) for a in root.iterfind("actions/action")] == [
        ("Bekijken", "view"),
        ("Straks", "later"),
    ]


def test_the_running_program_is_told_and_nothing_else_is_started() -> None:
    root = ElementTree.fromstring(toast_xml(Toast(title="Kijk", body="", actions=(VIEW,))))
    assert (root.attrib["launch"], root.attrib["activationType"]) == (DEFAULT, "foreground")
    assert {action.attrib["activationType"] for action in root.iterfind("actions/action")} == {"foreground"}


def test_it_makes_no_sound_and_without_buttons_it_has_none() -> None:
    root = ElementTree.fromstring(toast_xml(Toast(title="Kijk", body="")))
    assert [audio.attrib for audio in root.iterfind("audio")] == [{"silent": "true"}]
    assert root.find("actions") is None


def test_more_buttons_than_windows_allows_are_left_out() -> None:
    actions = tuple(ToastAction(f"k{n}", str(n)) for n in range(MOST_BUTTONS + 2))
    root = ElementTree.fromstring(toast_xml(Toast(title="Kijk", body="", actions=actions)))
    assert len(root.findall("actions/action")) == MOST_BUTTONS


@given(st.text(), st.text())
def test_any_text_makes_a_description_that_can_be_read(title: str, label: str) -> None:
    root = ElementTree.fromstring(toast_xml(Toast(title=title, body="", actions=(ToastAction("view", label),))))
    assert root.find("actions/action") is not None
