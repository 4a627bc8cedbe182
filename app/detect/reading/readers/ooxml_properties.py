"""What an Office package says about itself: properties, labels, where its links lead, which part is what."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final
from urllib.parse import unquote

from app.detect.judging.evidence import Evidence
from app.detect.reading.readers.parsing import Attributes, Ends, Starts

_ABOUT: Final = ("title", "subject", "keywords", "category", "description", "contentStatus", "HyperlinkBase")
_BY_WHOM: Final = ("creator", "lastModifiedBy", "Company", "Manager", "Template")
_VARIANTS: Final = ("lpstr", "lpwstr", "bstr")  # titles of parts and links in app.xml
_LOOKS: Final = frozenset(
    [
        "theme",
        "themeoverride",
        "styles",
        "styleswitheffects",
        "fonttable",
        "websettings",
        "numbering",
        "calcchain",
        "tablestyles",
        "presprops",
        "viewprops",
        "colors",
        "style",
        "layout",
        "quickstyle",
        "itemprops",
        "[content_types]",
    ]
)
_FOLDERS: Final = ("word/", "xl/", "ppt/")
# Counts, dates, versions.
_NO_TEXT: Final = [
    "Application",
    "AppVersion",
    "DocSecurity",
    "TotalTime",
    "Pages",
    "Words",
    "Characters",
    "CharactersWithSpaces",
    "Lines",
    "Paragraphs",
    "Slides",
    "Notes",
    "HiddenSlides",
    "MMClips",
    "ScaleCrop",
    "LinksUpToDate",
    "SharedDoc",
    "HyperlinksChanged",
    "PresentationFormat",
    "DigSig",
    "revision",
    "version",
    "created",
    "modified",
    "lastPrinted",
    "i4",
    "bool",
]  # readable as a list of words
LABEL: Final = "MSIP_Label_"


class Properties:
    """docProps and docMetadata. Who made it tells whose it is and is no text; a title, a subject, comments are both."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._text: list[str] = []
        self._custom: str | None = None
        self.starts: Starts = {
            "property": lambda found: self._start_custom(found.get("name", "")),
            "label": lambda found: evidence.label(found.get("siteId", "")),
            **dict.fromkeys((*_ABOUT, *_BY_WHOM, *_VARIANTS, *_NO_TEXT), lambda _: self._tell_rest()),
        }
        self.ends: Ends = {
            "property": self._end_custom,
            **{name: partial(self._end_about, name) for name in _ABOUT},
            **dict.fromkeys(_BY_WHOM, self._end_by_whom),
            **dict.fromkeys(_VARIANTS, self._end_variant),
            **dict.fromkeys(_NO_TEXT, self._end_no_text),
        }

    def data(self, text: str) -> None:
        self._text.append(text)

    def close(self) -> None:
        self._tell_rest()

    def _tell_rest(self) -> None:
        """What stood in elements that are not known."""
        if self._custom is None and (value := self._value()):
            self._evidence.text(value)

    def _value(self) -> str:
        value = "".join(self._text).strip()
        self._text.clear()
        return value

    def _start_custom(self, name: str) -> None:
        self._tell_rest()
        self._custom = name

    def _end_custom(self) -> None:
        name, self._custom = self._custom or "", None
        custom_property(name, self._value(), self._evidence)

    def _end_about(self, name: str) -> None:
        about(name, self._value(), self._evidence)

    def _end_by_whom(self) -> None:
        if value := self._value():
            self._evidence.property(value)

    def _end_no_text(self) -> None:
        if self._custom is None:
            self._text.clear()

    def _end_variant(self) -> None:
        if self._custom is None and (value := self._value()):
            self._evidence.text(value)


def about(name: str, value: str, evidence: Evidence) -> None:
    """A property that tells what a document is about."""
    if value:
        evidence.property(value)
        evidence.text(value)
        if name.lower() == "title":
            evidence.title(value)


def custom_property(name: str, value: str, evidence: Evidence) -> None:
    """A property that somebody made; sensitivity labels are kept that way."""
    if not value:
        return
    if name.startswith(LABEL):
        if name.endswith("_SiteId"):
            evidence.label(value)
        elif name.endswith("_Name"):
            evidence.label_name(value)
        return
    evidence.property(value)
    evidence.text(f"{name}: {value}")


class LinksOutside:
    """The relationships of a part: where its links lead, which template it follows."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self.starts: Starts = {"Relationship": self._start}
        self.ends: Ends = {}

    def data(self, text: str) -> None:
        return

    def close(self) -> None:
        return

    def _start(self, attributes: Attributes) -> None:
        target = attributes.get("Target", "")
        if attributes.get("TargetMode") != "External" or not target:
            return
        if attributes.get("Type", "").endswith("/attachedTemplate"):
            self._evidence.property(unquote(target))
        else:
            self._evidence.text(unquote(target))


class ContentTypes:
    """[Content_Types].xml: what each part is, by its name in small letters. A role is the end of a type: `worksheet`."""

    def __init__(self) -> None:
        self.roles: dict[str, str] = {}
        self.starts: Starts = {"Override": self._start}
        self.ends: Ends = {}

    def data(self, text: str) -> None:
        return

    def close(self) -> None:
        return

    def _start(self, attributes: Attributes) -> None:
        role = attributes.get("ContentType", "").partition("+")[0].rpartition(".")[2]
        self.roles[attributes.get("PartName", "").lstrip("/").lower()] = role.lower()


def is_without_text(name: str) -> bool:
    """Whether a part tells how a document looks and no more. `name`: in small letters."""
    return name.rpartition("/")[2].rpartition(".")[0].rstrip("0123456789") in _LOOKS


def is_look_of_office(name: str) -> bool:
    """The same of a member of an archive that may be anything."""
    return name.startswith(_FOLDERS) and is_without_text(name.lower())


def role_of(name: str, roles: Mapping[str, str]) -> str:
    """The role of a part, by its type or else by its place: the folder it is in, its name without the number."""
    role = roles.get(name)
    if role is not None:
        return role
    folder, _, file = name.rpartition("/")
    if folder in ("xl/worksheets", "xl/macrosheets", "xl/dialogsheets", "xl/externallinks"):
        return folder[3:-1]
    return file.rpartition(".")[0].rstrip("0123456789")
