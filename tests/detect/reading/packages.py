"""Writes Office packages part by part, as small as the format allows, so that each hidden place can hold a word of its own."""

from __future__ import annotations

from tests import samples

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
)
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def part(root: str, content: str) -> bytes:
    """An XML part whose root element knows the usual prefixes."""
    return f'<?xml version="1.0" encoding="UTF-8"?><{root} {_NAMESPACES}>{content}</{root.partition(" ")[0]}>'.encode()


def sheet_part(content: str, root: str = "worksheet") -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><{root} xmlns="{_SHEET}">{content}</{root.partition(" ")[0]}>'.encode()
    )


def package(parts: dict[str, bytes]) -> bytes:
    types = {"[Content_Types].xml": b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'}
    return samples.zip_of(list((types | parts).items()))


def word(body: str, **parts: bytes) -> bytes:
    """A document with `body`; other parts by their name in `word/`."""
    return package(
        {
            "word/document.xml": part("w:document", f"<w:body>{body}</w:body>"),
            **{f"word/{name}": content for name, content in parts.items()},
        }
    )


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*texts: str) -> str:
    return f"<w:p>{''.join(map(run, texts))}</w:p>"


def relations(*targets: tuple[str, str, bool]) -> bytes:
    """Relationships: the end of the type, the target, whether it is outside of the package."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = "".join(
        f'<Relationship Id="rId{index}" Type="{kind}/{name}" Target="{target}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if outside else ''}/>"
        for index, (name, target, outside) in enumerate(targets)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'.encode()
