"""The policy templates for Group Policy and Intune, made from the typed settings: they cannot disagree with the program.

Format: https://learn.microsoft.com/previous-versions/windows/desktop/policy/admx-schema. A switch and a number are
REG_DWORD, a text REG_SZ, a list a key with one text a value; app/system/policy/_windows.py reads all of them.
"""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from app.domain.messages import choice_text, msg, setting_text
from app.domain.setting_groups import TITLES, SettingGroup, group_of
from app.domain.settings import SETTINGS, Setting, SettingValue, Who
from app.system.language import texts

NAME = "VroomAssistant"
KEY = r"Software\Policies\Vroom\Assistant"
CULTURES = {"nl": "nl-NL", "en": "en-US"}
_NAMESPACE = "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"
_OWN = "Vroom.Policies.Assistant"
_TOP = "VroomAssistant"
_SUPPORTED = "SupportedWindows10"
_MOST_NUMBER = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Words:
    """What the templates say beyond the program's own texts; for IT alone."""

    supported: str
    key: str
    default: str
    allowed: str
    stricter: str
    locked: str
    empty: str


WORDS = {
    "nl": Words(
        supported="Windows 10 of nieuwer",
        key="Instelling",
        default="Standaard",
        allowed="Toegestaan",
        stricter="Gebruikers mogen alleen een strengere (lagere) waarde kiezen.",
        locked="Gebruikers kunnen dit niet wijzigen zolang IT het vastlegt.",
        empty="leeg",
    ),
    "en": Words(
        supported="Windows 10 or later",
        key="Setting",
        default="Default",
        allowed="Allowed",
        stricter="Users may only choose a stricter (lower) value.",
        locked="Users cannot change this while IT sets it.",
        empty="empty",
    ),
}


def write_templates(folder: Path) -> list[Path]:
    """VroomAssistant.admx, and an .adml for each language in a folder of its own, as PolicyDefinitions has them."""
    made = {folder / f"{NAME}.admx": definitions()}
    made |= {folder / culture / f"{NAME}.adml": resources(language) for language, culture in CULTURES.items()}
    for path, tree in made.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        ElementTree.indent(tree)
        path.write_bytes(ElementTree.tostring(tree, encoding="utf-8", xml_declaration=True))
    return list(made)


def definitions() -> ElementTree.Element:
    top = ElementTree.Element("policyDefinitions", {"xmlns": _NAMESPACE, "revision": "1.0", "schemaVersion": "1.0"})
    spaces = _add(top, "policyNamespaces")
    _add(spaces, "target", prefix="vroom", namespace=_OWN)
    _add(top, "resources", minRequiredRevision="1.0")
    supported = _add(_add(top, "supportedOn"), "definitions")
    _add(supported, "definition", name=_SUPPORTED, displayName=_string(_SUPPORTED))
    categories = _add(top, "categories")
    _add(categories, "category", name=_TOP, displayName=_string(_TOP))
    for group in _groups():
        category = _add(categories, "category", name=_category(group), displayName=_string(_category(group)))
        _add(category, "parentCategory", ref=_TOP)
    policies = _add(top, "policies")
    for setting in SETTINGS.values():
        _policy(policies, setting)
    return top


def _policy(policies: ElementTree.Element, setting: Setting) -> None:
    id_ = identifier(setting)
    attributes = {
        "name": id_,
        "class": "Both",
        "displayName": _string(id_),
        "explainText": _string(f"{id_}_help"),
        "key": KEY,
    }
    is_switch = isinstance(setting.default, bool)
    attributes |= {"valueName": setting.key} if is_switch else {"presentation": f"$(presentation.{id_})"}
    policy = ElementTree.SubElement(policies, "policy", attributes)
    _add(policy, "parentCategory", ref=_category(group_of(setting.key)))
    _add(policy, "supportedOn", ref=_SUPPORTED)
    if is_switch:
        for tag, value in (("enabledValue", "1"), ("disabledValue", "0")):
            _add(_add(policy, tag), "decimal", value=value)
    else:
        _element(_add(policy, "elements"), setting)


def _element(elements: ElementTree.Element, setting: Setting) -> None:
    id_ = identifier(setting)
    if setting.choices:
        choice = _add(elements, "enum", id=id_, valueName=setting.key, required="true")
        for name in setting.choices:
            _add(_add(_add(choice, "item", displayName=_string(_choice(setting, name))), "value"), "string").text = name
    elif isinstance(setting.default, int):
        least = setting.least if setting.least is not None else 0
        most = setting.most if setting.most is not None else _MOST_NUMBER
        _add(
            elements, "decimal", id=id_, valueName=setting.key, minValue=str(least), maxValue=str(most), required="true"
        )
    elif isinstance(setting.default, tuple):
        _add(elements, "list", id=id_, key=rf"{KEY}\{setting.key}", valuePrefix="")
    else:
        _add(elements, "text", id=id_, valueName=setting.key, required="true")


def resources(language: str) -> ElementTree.Element:
    words, say = WORDS[language], texts(language).render
    top = ElementTree.Element(
        "policyDefinitionResources", {"xmlns": _NAMESPACE, "revision": "1.0", "schemaVersion": "1.0"}
    )
    _add(top, "displayName").text = say(msg("ui.app"))
    _add(top, "description").text = say(msg("ui.app"))
    parts = _add(top, "resources")
    strings = _add(parts, "stringTable")
    presentations = _add(parts, "presentationTable")
    told = {_SUPPORTED: words.supported, _TOP: say(msg("ui.app"))}
    told |= {_category(group): say(TITLES[group]) for group in _groups()}
    for setting in SETTINGS.values():
        id_ = identifier(setting)
        title = say(setting_text(setting.key, "name"))
        told |= {id_: title, f"{id_}_help": _help(setting, say(setting_text(setting.key, "help")), words)}
        told |= {_choice(setting, name): say(choice_text(name)) for name in setting.choices}
        if not isinstance(setting.default, bool):
            _presentation(presentations, setting, title)
    for id_, text in told.items():
        _add(strings, "string", id=id_).text = text
    return top


def _presentation(presentations: ElementTree.Element, setting: Setting, title: str) -> None:
    id_ = identifier(setting)
    shown = _add(presentations, "presentation", id=id_)
    if setting.choices:
        _add(
            shown,
            "dropdownList",
            refId=id_,
            noSort="true",
            defaultItem=str(setting.choices.index(str(setting.default))),
        ).text = title
    elif isinstance(setting.default, int):
        _add(shown, "decimalTextBox", refId=id_, defaultValue=str(setting.default)).text = title
    elif isinstance(setting.default, tuple):
        _add(shown, "listBox", refId=id_).text = title
    else:
        _add(_add(shown, "textBox", refId=id_), "label").text = title


def _help(setting: Setting, explained: str, words: Words) -> str:
    lines = [explained, f"{words.key}: {setting.key}", f"{words.default}: {_shown(setting.default) or words.empty}"]
    if not isinstance(setting.default, tuple):  # the form has a line for each
        lines.append(f"{words.allowed}: {setting.allowed}")
    lines += {Who.STRICTER: [words.stricter], Who.USER: [words.locked], Who.POLICY: []}[setting.who]
    return "\n".join(line for line in lines if line)


def _shown(value: SettingValue) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def identifier(setting: Setting) -> str:
    """A setting's key as the schema allows names: no dots."""
    return setting.key.replace(".", "_")


def _choice(setting: Setting, name: str) -> str:
    """References to texts have letters, numbers and underscores. Source: the schema's type stringReference."""
    return f"{identifier(setting)}_{name.replace('-', '_')}"


def _groups() -> Iterable[SettingGroup]:
    """Those that have a setting, in the order of the window."""
    used = {group_of(key) for key in SETTINGS}
    return [group for group in SettingGroup if group in used]


def _category(group: SettingGroup) -> str:
    return f"Group_{group.value}"


def _string(id_: str) -> str:
    return f"$(string.{id_})"


def _add(parent: ElementTree.Element, tag: str, /, **attributes: str) -> ElementTree.Element:
    return ElementTree.SubElement(parent, tag, attributes)
