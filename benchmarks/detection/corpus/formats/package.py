"""Zip packages with fixed times, and the properties and sensitivity labels of Office packages."""

from __future__ import annotations

import io
import re
import uuid
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from benchmarks.detection.corpus.blocks import NO_PROPERTIES, Properties

ENTRY_TIME = (2026, 3, 2, 9, 0, 0)
CORE_TIME = "2026-03-02T09:00:00Z"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
CUSTOM_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def zipped(members: Mapping[str, bytes | str], *, stored: tuple[str, ...] = ()) -> bytes:
    """A zip archive; `stored`: members that are not compressed, as the mime type of an open document."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in members.items():
            entry = zipfile.ZipInfo(name, ENTRY_TIME)
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, content)
    return target.getvalue()


def members_of(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def dressed(package: bytes, properties: Properties = NO_PROPERTIES) -> bytes:
    """An Office package with these properties and nothing of the moment in which it was made."""
    members = members_of(package)
    members.pop("docProps/thumbnail.jpeg", None)
    members["docProps/core.xml"] = _core(properties).encode()
    members["docProps/app.xml"] = _app(properties).encode()
    if "docProps/thumbnail.jpeg" in members.get("_rels/.rels", b"").decode():
        members["_rels/.rels"] = re.sub(rb"<Relationship [^>]*thumbnail[^>]*/>", b"", members["_rels/.rels"])
    custom = dict(properties.custom)
    if properties.label_tenant and not properties.label_part:
        custom |= _label_properties(properties.label_tenant)
    if custom:
        members["docProps/custom.xml"] = _custom(custom).encode()
        _declare(members, "docProps/custom.xml", f"{OFFICE}/relationships/custom-properties", "custom-properties+xml")
    if properties.label_tenant and properties.label_part:
        members["docMetadata/LabelInfo.xml"] = _label_info(properties.label_tenant).encode()
        relation = "http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels"
        _declare(members, "docMetadata/LabelInfo.xml", relation, "")
    return zipped(members)


def label_id(tenant: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, tenant))


def _label_properties(tenant: str) -> dict[str, str]:
    stem = f"MSIP_Label_{label_id(tenant)}_"
    return {
        f"{stem}Enabled": "true",
        f"{stem}SetDate": CORE_TIME,
        f"{stem}Method": "Standard",
        f"{stem}Name": "Intern",
        f"{stem}SiteId": tenant,
        f"{stem}ContentBits": "0",
    }


def _label_info(tenant: str) -> str:
    return (
        '<?xml version="1.0" encoding="utf-8" standalone="yes"?>'
        '<clbl:labelList xmlns:clbl="http://schemas.microsoft.com/office/2020/mipLabelMetadata">'
        f'<clbl:label id="{{{label_id(tenant)}}}" enabled="1" method="Standard" siteId="{{{tenant}}}" removed="0"/>'
        "</clbl:labelList>"
    )


def _core(properties: Properties) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(properties.title)}</dc:title><dc:creator>{escape(properties.author)}</dc:creator>"
        f"<cp:lastModifiedBy>{escape(properties.changed_by)}</cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{CORE_TIME}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{CORE_TIME}</dcterms:modified></cp:coreProperties>'
    )


def _app(properties: Properties) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>Microsoft Office</Application><Company>{escape(properties.company)}</Company></Properties>"
    )


def _custom(values: Mapping[str, str]) -> str:
    items = "".join(
        f'<property fmtid="{CUSTOM_FORMAT}" pid="{number}" name="{escape(name)}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(values.items(), start=2)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<Properties xmlns="{OFFICE}/custom-properties" xmlns:vt="{OFFICE}/docPropsVTypes">{items}</Properties>'
    )


def _declare(members: dict[str, bytes], part: str, relation: str, content_type: str) -> None:
    """Make a part known to the package. Without a type of its own it is plain XML."""
    kind = f"application/vnd.openxmlformats-officedocument.{content_type}" if content_type else "application/xml"
    types = members["[Content_Types].xml"].decode()
    override = f'<Override PartName="/{part}" ContentType="{kind}"/>'
    members["[Content_Types].xml"] = types.replace("</Types>", f"{override}</Types>").encode()
    relations = members["_rels/.rels"].decode()
    link = f'<Relationship Id="rId{90 + len(relations) % 9}{len(part)}" Type="{relation}" Target="{part}"/>'
    members["_rels/.rels"] = relations.replace("</Relationships>", f"{link}</Relationships>").encode()


MAIN_TYPES = {
    "docm": ("wordprocessingml.document.main", "application/vnd.ms-word.document.macroEnabled.main"),
    "dotx": (
        "wordprocessingml.document.main",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main",
    ),
    "xlsm": ("spreadsheetml.sheet.main", "application/vnd.ms-excel.sheet.macroEnabled.main"),
}


def retyped(package: bytes, suffix: str) -> bytes:
    """A document as a template or as one that may hold macros."""
    if suffix not in MAIN_TYPES:
        return package
    plain, special = MAIN_TYPES[suffix]
    members = members_of(package)
    types = members["[Content_Types].xml"].decode()
    stem = "application/vnd.openxmlformats-officedocument."
    members["[Content_Types].xml"] = types.replace(f"{stem}{plain}+xml", f"{special}+xml").encode()
    return zipped(members)
