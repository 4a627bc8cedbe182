"""Windows' side of a toast, in memory: reads the description that it is given as Windows does, and answers as it does."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree

from app.system.notify._winrt import OnChosen, OnGone


@dataclass(eq=False)
class ShownToast:
    xml: ElementTree.Element
    tag: str
    chosen: OnChosen
    gone: OnGone

    @property
    def texts(self) -> list[str]:
        return [text.text or "" for text in self.xml.iterfind("visual/binding/text")]

    @property
    def labels(self) -> list[str]:
        return [action.attrib["content"] for action in self.xml.iterfind("actions/action")]


class MadeCentre:
    """Implements `ToastCentre`. `is_there` False: notifications of the program are switched off."""

    def __init__(self) -> None:
        self.is_there = True
        self.shown: list[ShownToast] = []
        self.standing: dict[str, ShownToast] = {}

    def is_switched_on(self) -> bool:
        return self.is_there

    def show(self, xml: str, tag: str, chosen: OnChosen, gone: OnGone) -> object:
        if not self.is_there:
            raise PermissionError("switched off")
        toast = ShownToast(ElementTree.fromstring(xml), tag, chosen, gone)
        self.shown.append(toast)
        self.standing[tag] = toast
        return toast

    def hide(self, shown: object) -> None:
        if shown not in self.standing.values():
            raise OSError("element not found")
        self.standing = {tag: toast for tag, toast in self.standing.items() if toast is not shown}

    def click(self, tag: str, key: str) -> None:
        """On a button, or on the toast itself: then what it was launched with comes back."""
        toast = self.standing[tag]
        keys = {action.attrib["arguments"] for action in toast.xml.iterfind("actions/action")}
        assert key in keys | {toast.xml.attrib["launch"]}
        toast.chosen(key)

    def close(self, tag: str) -> None:
        if toast := self.standing.pop(tag, None):
            toast.gone()
