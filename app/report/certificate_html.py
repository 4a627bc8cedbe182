"""The declaration as one HTML file that shows and checks itself offline. It speaks of nothing but the JSON inside it."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from collections.abc import Mapping
from typing import Any

from app.domain.messages import Message, msg
from app.domain.ports import Texts
from app.report.document import disk_text, location_text, method_name, trigger_text
from app.report.resources import resource

_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def certificate_html(document: Mapping[str, Any], texts: Texts) -> bytes:
    """`document`: what `sign` made. The labels speak the language of `texts`. Raises ResourceMissing.

    The page is drawn from the JSON when it is opened, after the check, so that nobody can change what it shows and leave
    the check standing; names reach the page as text alone.
    """
    script, style = (_unix(resource(name)) for name in ("certificate.js", "certificate.css"))
    filled = {
        "LANGUAGE": texts.language,
        "SCRIPT_HASH": _source_hash(script),
        "STYLE_HASH": _source_hash(style),
        "TITLE": html.escape(f"{texts.render(msg('certificate.title'))} {document['number']}"),
        "NOSCRIPT": html.escape(texts.render(msg("certificate.html-noscript"))),
        "STYLE": style,
        "CERTIFICATE": embedded_json(document),
        "LABELS": embedded_json(_labels(texts)),
        "SCRIPT": script,
    }
    template = _unix(resource("certificate.html"))
    # One pass: a name that spells a placeholder is not filled in.
    return re.sub(r"@([A-Z_]+)@", lambda found: filled[found[1]], template).encode("utf-8")


def embedded_json(value: object) -> str:
    """JSON that cannot leave its script element: `<`, `>` and `&` only as escapes, which JSON readers undo."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return re.sub("[<>&\u2028\u2029]", lambda found: _UNSAFE[found[0]], text)


def _unix(raw: bytes) -> str:
    """Line ends as HTML parsers make them, so that the hashes of the content policy fit."""
    return raw.decode("utf-8").replace("\r\n", "\n")


def _source_hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def _labels(texts: Texts) -> dict[str, Any]:
    """All words around the signed text. `{due}` is filled in by the page."""
    single = {
        "title": msg("certificate.title"),
        "late": msg("certificate.late", due="{due}"),
        "fingerprint": msg("certificate.field-fingerprint"),
        "firm_fingerprint": msg("certificate.field-firm-fingerprint"),
        "honest": msg("certificate.html-honest"),
        "statement_valid": msg("certificate.html-statement-valid"),
        "statement_invalid": msg("certificate.html-statement-invalid"),
        "no_digest": msg("certificate.no-digest"),
        "name_hashed": msg("certificate.name-hashed"),
        "attested": msg("certificate.section-attested"),
        "incomplete": msg("certificate.incomplete"),
        "no_residuals": msg("certificate.no-residuals"),
        "until_unknown": msg("certificate.until-unknown"),
        "journal": msg("certificate.field-journal"),
        "laptops_missing": msg("certificate.laptops-missing"),
        "section_laptops": msg("certificate.section-laptops"),
        "supplement": msg("certificate.field-supplement"),
    }
    return {name: texts.render(message) for name, message in {**single, **_headings()}.items()} | _groups(texts)


def _headings() -> dict[str, Message]:
    return {
        "client": msg("certificate.field-client"),
        "project": msg("certificate.field-project"),
        "agreement": msg("certificate.field-agreement"),
        "purpose": msg("certificate.field-purpose"),
        "agreed": msg("certificate.field-agreed"),
        "evidence": msg("certificate.field-evidence"),
        "trigger": msg("certificate.field-trigger"),
        "firm": msg("certificate.field-firm"),
        "device": msg("certificate.field-device"),
        "disk": msg("certificate.field-disk"),
        "section_items": msg("certificate.section-items"),
        "section_residuals": msg("certificate.section-residuals"),
        "section_methods": msg("certificate.section-methods"),
        "section_limits": msg("certificate.section-limits"),
        "section_receipt": msg("certificate.section-receipt"),
    }


def _groups(texts: Texts) -> dict[str, Any]:
    say = texts.render
    return {
        "verdict": {
            "valid": [say(msg("certificate.html-valid")), say(msg("certificate.html-valid-text"))],
            "invalid": [say(msg("certificate.html-invalid")), say(msg("certificate.html-invalid-text"))],
            "unknown": [say(msg("certificate.html-unknown")), say(msg("certificate.html-unknown-text"))],
        },
        "item_heads": [
            say(msg("certificate.column-file")),
            say(msg("certificate.column-size")),
            say(msg("certificate.column-deleted")),
            say(msg("certificate.column-method")),
        ],
        "laptop_heads": [
            say(msg("certificate.column-laptop")),
            say(msg("certificate.column-person")),
            say(msg("certificate.column-word")),
            say(msg("certificate.column-word-at")),
        ],
        "residual_heads": [
            say(msg("certificate.column-residual")),
            say(msg("certificate.column-where")),
            say(msg("certificate.column-until")),
        ],
        "receipt": [
            say(msg("certificate.receipt-name")),
            say(msg("certificate.receipt-date")),
            say(msg("certificate.receipt-sign")),
        ],
        "methods": {
            name: say(method_name(name)) for name in ("cryptographic-erase", "unlink", "cloud-removal", "attested")
        },
        "locations": {name: say(location_text(name)) for name in ("vault", "in-place", "office365", "elsewhere")},
        "disks": {name: say(disk_text(name)) for name in ("on", "off", "unknown")},
        "triggers": {
            name: say(trigger_text(name))
            for name in ("purpose-fulfilled", "project-closed", "agreement-end", "withdrawn", "person")
        },
    }
