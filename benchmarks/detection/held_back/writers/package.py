"""Zip packages with fixed times, and the property parts of Office Open XML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from .parts import Label, Properties

MOMENT = (2025, 4, 14, 10, 30, 0)
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CORE, APP, CUSTOM, LABELS = "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml", "docMetadata/LabelInfo.xml"
_TYPES = {
    CORE: "application/vnd.openxmlformats-package.core-properties+xml",
    APP: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    CUSTOM: "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    LABELS: "application/vnd.ms-office.classificationlabels+xml",
}
_RELATIONS = {
    CORE: f"{_PACKAGE}/relationships/metadata/core-properties",
    APP: f"{_OFFICE}/relationships/extended-properties",
    CUSTOM: f"{_OFFICE}/relationships/custom-properties",
    LABELS: "http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels",
}


def pack(parts: Mapping[str, bytes], *, stored: tuple[str, ...] = ()) -> bytes:
    """A zip of `parts` in their order; those in `stored` are not compressed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, MOMENT)
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, data)
    return out.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _core(p: Properties) -> str:
    when = f"{p.made:%Y-%m-%dT%H:%M:%SZ}"
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(p.title)}</dc:title><dc:creator>{escape(p.author)}</dc:creator>"
        f"<cp:lastModifiedBy>{escape(p.changed_by)}</cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{when}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{when}</dcterms:modified></cp:coreProperties>'
    )


def _app(p: Properties) -> str:
    template = f"<Template>{escape(p.template)}</Template>" if p.template else ""
    company = f"<Company>{escape(p.company)}</Company>" if p.company else ""
    return (
        f'<Properties xmlns="{_OFFICE}/extended-properties">{template}<Application>Microsoft Office</Application>'
        f"{company}<AppVersion>16.0000</AppVersion></Properties>"
    )


def label_values(label: Label) -> tuple[tuple[str, str], ...]:
    """The custom properties of a sensitivity label."""
    stem = f"MSIP_Label_{label.identifier}_"
    return (
        (stem + "Enabled", "true"),
        (stem + "SetDate", "2025-02-11T08:12:45Z"),
        (stem + "Method", "Privileged"),
        (stem + "Name", label.name),
        (stem + "SiteId", label.tenant),
        (stem + "ContentBits", "0"),
    )


def _custom(values: tuple[tuple[str, str], ...]) -> str:
    items = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{i}" name="{escape(name)}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for i, (name, value) in enumerate(values, 2)
    )
    return f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">{items}</Properties>'


def _label_info(label: Label) -> str:
    return (
        '<clbl:labelList xmlns:clbl="http://schemas.microsoft.com/office/2020/mipLabelMetadata">'
        f'<clbl:label id="{{{label.identifier}}}" enabled="1" method="Privileged" siteId="{{{label.tenant}}}" '
        'contentBits="0" removed="0"/></clbl:labelList>'
    )


def _property_parts(p: Properties) -> dict[str, str]:
    parts = {CORE: _core(p), APP: _app(p)}
    # New Office keeps the label in its own part, older versions in custom.xml; the identifier decides which one it is.
    modern = p.label is not None and int(p.label.identifier[0], 16) % 3 == 0
    custom = p.custom + (label_values(p.label) if p.label and not modern else ())
    if custom:
        parts[CUSTOM] = _custom(custom)
    if p.label and modern:
        parts[LABELS] = _label_info(p.label)
    return parts


def with_properties(
    data: bytes, properties: Properties, extra: Mapping[str, bytes] | None = None, retype: tuple[str, str] = ("", "")
) -> bytes:
    """An Office package again, with these properties, the `extra` parts and fixed times.

    `retype`: the content type of the main part and what it becomes (with macros, as a template).
    """
    parts = unpack(data)
    types = parts.pop("[Content_Types].xml").decode().replace(*retype)
    if "bin" not in types:
        types = types.replace(
            "<Default ", '<Default Extension="bin" ContentType="application/octet-stream"/><Default ', 1
        )
    relations = parts.pop("_rels/.rels").decode()
    for name, text in _property_parts(properties).items():
        if name not in parts:
            types = types.replace("</Types>", f'<Override PartName="/{name}" ContentType="{_TYPES[name]}"/></Types>')
            link = f'<Relationship Id="rIdP{len(text)}" Type="{_RELATIONS[name]}" Target="{name}"/>'
            relations = relations.replace("</Relationships>", link + "</Relationships>")
        parts[name] = (_DECLARATION + text).encode()
    return pack({"[Content_Types].xml": types.encode(), "_rels/.rels": relations.encode(), **parts, **(extra or {})})
