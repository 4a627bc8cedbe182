"""Zip packages with the same bytes every time, and the properties that Office keeps in them."""

from __future__ import annotations

import io
import re
import zipfile
from xml.sax.saxutils import escape, quoteattr

from benchmarks.detection.unseen.paper import Properties

MADE = (2025, 2, 14, 10, 30, 0)
CUSTOM = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{}</Properties>'
)
FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
LABEL_ID = "5f0c7a31-6b1e-4e0d-9a55-2d8a0f3b7c10"


def packed(members: list[tuple[str, bytes | str]]) -> bytes:
    """A zip of `members` in their order; one named mimetype is stored, as ODF asks."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in members:
            info = zipfile.ZipInfo(name, MADE)
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return target.getvalue()


def with_properties(package: bytes, properties: Properties) -> bytes:
    """The OOXML package with author, company and label, without the moment of writing."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        read = {name: archive.read(name) for name in archive.namelist()}
    members: dict[str, bytes | str] = dict(read)
    stamp = properties.made.strftime("%Y-%m-%dT%H:%M:%SZ")
    core = read["docProps/core.xml"].decode()
    members["docProps/core.xml"] = re.sub(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z?", stamp, core)
    if "word/comments.xml" in members:
        members["word/comments.xml"] = re.sub(
            rb'w:date="[^"]*"', f'w:date="{stamp}"'.encode(), read["word/comments.xml"]
        )
    application = "Microsoft Excel" if any(name.startswith("xl/") for name in members) else "Microsoft Office Word"
    members["docProps/app.xml"] = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>{application}</Application><Company>{escape(properties.company)}</Company>"
        "<AppVersion>16.0300</AppVersion></Properties>"
    )
    if properties.label_tenant:
        _label(members, properties)
    return packed(list(members.items()))


def _label(members: dict[str, bytes | str], properties: Properties) -> None:
    values = {
        "Enabled": "true", "SetDate": properties.made.strftime("%Y-%m-%dT%H:%M:%SZ"), "Method": "Standard",
        "Name": properties.label_name, "SiteId": properties.label_tenant, "ContentBits": "0",
    }  # fmt: skip
    members["docProps/custom.xml"] = CUSTOM.format(
        "".join(
            f'<property fmtid="{FORMAT_ID}" pid="{number}" name={quoteattr(f"MSIP_Label_{LABEL_ID}_{name}")}>'
            f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
            for number, (name, value) in enumerate(values.items(), 2)
        )
    )
    members["docMetadata/LabelInfo.xml"] = (
        '<?xml version="1.0" encoding="utf-8" standalone="yes"?>'
        '<clbl:labelList xmlns:clbl="http://schemas.microsoft.com/office/2020/mipLabelMetadata">'
        f'<clbl:label id="{{{LABEL_ID}}}" enabled="1" method="Standard" siteId="{{{properties.label_tenant}}}"'
        ' contentBits="0" removed="0"/></clbl:labelList>'
    )
    _insert(
        members,
        "_rels/.rels",
        "</Relationships>",
        '<Relationship Id="rIdC1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"'
        ' Target="docProps/custom.xml"/><Relationship Id="rIdC2" Type="http://schemas.microsoft.com/office/2020/02/'
        'relationships/classificationlabels" Target="docMetadata/LabelInfo.xml"/>',
    )
    _insert(
        members,
        "[Content_Types].xml",
        "</Types>",
        '<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'custom-properties+xml"/><Override PartName="/docMetadata/LabelInfo.xml"'
        ' ContentType="application/vnd.ms-office.classificationlabels+xml"/>',
    )


def _insert(members: dict[str, bytes | str], name: str, before: str, addition: str) -> None:
    text = members[name]
    whole = text.decode() if isinstance(text, bytes) else text
    members[name] = whole.replace(before, addition + before)
