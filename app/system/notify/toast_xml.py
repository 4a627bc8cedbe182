"""A toast as Windows wants it described. Source: learn.microsoft.com, Toast schema."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from app.system.notify import DEFAULT, Toast

MOST_BUTTONS = 5  # what the schema allows; with more nothing is shown
# What XML 1.0 has no way to write: one such character and the whole toast is refused.
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def toast_xml(toast: Toast) -> str:
    """Silent, and answered by the running program: buttons and the toast itself hand their key back to it."""
    root = ElementTree.Element("toast", launch=DEFAULT, activationType="foreground")
    binding = ElementTree.SubElement(ElementTree.SubElement(root, "visual"), "binding", template="ToastGeneric")
    for text in (toast.title, toast.body):
        if text:
            ElementTree.SubElement(binding, "text").text = _writable(text)
    if toast.actions:
        actions = ElementTree.SubElement(root, "actions")
        for action in toast.actions[:MOST_BUTTONS]:
            label, key = _writable(action.label), _writable(action.key)
            ElementTree.SubElement(actions, "action", content=label, arguments=key, activationType="foreground")
    ElementTree.SubElement(root, "audio", silent="true")
    return ElementTree.tostring(root, encoding="unicode")


def _writable(text: str) -> str:
    return _UNWRITABLE.sub("", text)
