"""The page that checks itself: right and wrong signatures told apart, names never become code. VR-P4."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
import subprocess
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.signatures import canonical
from app.report import make_statement, read, sign, statement_for
from app.report.certificate_html import certificate_html, embedded_json
from tests.report.fakes import BOTH, DEVICE, FIRM, ISSUED, SHADOW, STRANGER, CatalogueTexts, KeySigner, content, item

PAGE = Path(__file__).with_name("page.mjs")
SHOWN_ELEMENTS = {"main", "header", "section", "div", "p", "strong", "bdi", "h1", "h2", "dl", "dt", "dd", "ul", "li"}
SHOWN_ELEMENTS |= {"table", "thead", "tbody", "tr", "th", "td"}
needs_node = pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")


def opened(page: bytes, folder: Path, *options: str) -> Any:
    path = folder / "page.html"
    path.write_bytes(page)
    done = subprocess.run(["node", PAGE, path, *options], capture_output=True, check=True, timeout=60)
    return json.loads(done.stdout)


def tampered(signed: dict[str, Any], old: str, new: str) -> bytes:
    return certificate_html(signed, BOTH.nl).replace(old.encode(), new.encode())


@needs_node
@pytest.mark.parametrize(
    ("texts", "words"), [(BOTH.nl, "De handtekening klopt"), (BOTH.en, "The signature is right")], ids=["nl", "en"]
)
def test_a_whole_page_says_the_signature_is_right(tmp_path: Path, texts: CatalogueTexts, words: str) -> None:
    signed = sign(content(residuals=(SHADOW,)), DEVICE, None, BOTH)
    found = opened(certificate_html(signed, texts), tmp_path)
    assert found["outcome"] == "valid"
    assert words in found["lines"]
    assert " ".join(DEVICE.fingerprint[start : start + 4] for start in range(0, 64, 4)) in found["lines"]
    assert "OneDrive: prullenbak van de site" in found["lines"]
    assert not any("vernietigd" in line.lower() for line in found["lines"])


@needs_node
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"verzuim 0002.xlsx"', '"verzuim 0003.xlsx"'),
        ('"size_bytes":48212', '"size_bytes":48213'),
        ('"complete":true', '"complete":false'),
        ('"schema":1', '"schema":2'),
        ('"algorithm":"ecdsa-p256-sha256"', '"algorithm":"none"'),
        ('"seq":4711', '"seq":4711.5'),
        ('"seq":4711', '"seq":4711,"__proto__":{"a":1}'),
        ('{"schema":1', '{"__proto__":{"a":1},"schema":1'),
        ('{"schema":1', '{"schema":1,"x":"\\ud800"'),
        ('{"schema":1', '{"schema":1,"é":1'),
        ('{"schema":1', "{"),
        ('{"schema":1', "junk"),
        (DEVICE.public_key, STRANGER.public_key),
    ],
)
def test_a_changed_page_says_it_is_not_right_and_shows_no_claim(tmp_path: Path, old: str, new: str) -> None:
    signed = sign(content(), DEVICE, None, BOTH)
    page = tampered(signed, old, new)
    assert page != certificate_html(signed, BOTH.nl)
    found = opened(page, tmp_path)
    assert found["outcome"] == "invalid"
    assert "De handtekening klopt niet" in found["lines"]
    assert not any("verzuim" in line for line in found["lines"])


@needs_node
def test_a_browser_that_cannot_check_says_so(tmp_path: Path) -> None:
    found = opened(certificate_html(sign(content(), DEVICE, None, BOTH), BOTH.nl), tmp_path, "no-crypto")
    assert found["outcome"] == "unknown"
    assert "Niet gecontroleerd" in found["lines"]


@needs_node
@pytest.mark.parametrize("signer", [FIRM, STRANGER], ids=["firm", "forger"])
def test_the_firms_statement_is_checked_too(tmp_path: Path, signer: KeySigner) -> None:
    text = make_statement(FIRM, DEVICE.fingerprint, ISSUED - timedelta(days=1), ISSUED + timedelta(days=1))
    statement = dict(statement_for([text], DEVICE.fingerprint, ISSUED) or {})
    if signer is STRANGER:
        statement["signature"] = {**statement["signature"], "value": STRANGER.sign(b"something else")}
    found = opened(certificate_html(sign(content(), DEVICE, statement, BOTH), BOTH.en), tmp_path)
    assert found["outcome"] == "valid"
    said = {line for line in found["lines"] if line.startswith(("This device's key", "The firm's statement"))}
    expected = "This device's key is vouched for by the firm's key below."
    assert said == {expected if signer is FIRM else "The firm's statement for this device key is not right."}


@needs_node
def test_names_are_shown_as_text_with_their_hidden_characters_visible(tmp_path: Path) -> None:
    names = [
        "<img src=x onerror=alert(1)>",
        "</script><script>alert(1)</script>",
        "evil\u202egpj.exe",
        "a\nb",
        "😀 שלום",
    ]
    signed = sign(content(items=tuple(item(n, name=name) for n, name in enumerate(names))), DEVICE, None, BOTH)
    found = opened(certificate_html(signed, BOTH.nl), tmp_path)
    assert found["outcome"] == "valid"
    assert set(found["names"]) <= SHOWN_ELEMENTS
    for shown in (*names[:2], "evil\\u202egpj.exe", "a\\nb", names[4]):
        assert shown in found["lines"]


@needs_node
@pytest.mark.slow
def test_signatures_of_every_length_are_converted(tmp_path: Path) -> None:
    """DER leaves leading zeros out: about one signature in 128 is shorter."""
    shapes: set[int] = set()
    for number in range(4000):
        signed = sign(content(journal_seq=number, items=()), DEVICE, None, BOTH)
        size = len(base64.b64decode(signed["signature"]["value"]))
        if size in shapes:
            continue
        shapes.add(size)
        assert opened(certificate_html(signed, BOTH.nl), tmp_path)["outcome"] == "valid"
        if min(shapes) <= 69:
            break
    assert len(shapes) >= 3


class Elements(HTMLParser):
    """What an HTML parser sees: elements with attributes, and the text in scripts."""

    def __init__(self, page: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.blocks: list[str] = []
        self.feed(page.decode("utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.found and self.found[-1][0] == "script" and data.strip():
            self.blocks.append(data)


@given(
    st.text(st.characters(), max_size=80)
    | st.sampled_from(["</script>", "<!--", "<!--<script", "]]>", "@SCRIPT@", "\\1"])
)
@settings(max_examples=150, deadline=None)
def test_no_text_leaves_its_place(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    odd = content(client=text, firm=text, agreement_scope=text, trigger=text, items=(item(1, name=text),))
    signed = sign(odd, DEVICE, None, BOTH)
    page = certificate_html(signed, BOTH.nl)
    plain = Elements(certificate_html(sign(content(), DEVICE, None, BOTH), BOTH.nl))
    seen = Elements(page)
    assert [tag for tag, _ in seen.found] == [tag for tag, _ in plain.found]
    assert json.loads(seen.blocks[0]) == signed
    assert seen.blocks[2] == plain.blocks[2]
    path = tmp_path_factory.mktemp("html") / "page.html"
    path.write_bytes(page)
    assert read(path) == signed


@given(st.text(max_size=60))
def test_embedded_json_holds_no_markup(text: str) -> None:
    embedded = embedded_json({"a": text})
    assert not set("<>&\u2028\u2029") & set(embedded)
    assert json.loads(embedded) == {"a": text}


def test_the_page_may_load_nothing_and_run_only_its_own_script() -> None:
    """VT-B4: no connection to anywhere."""
    page = certificate_html(sign(content(), DEVICE, None, BOTH), BOTH.nl).decode()
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    rules = dict(rule.strip().split(" ", 1) for rule in policy[1].split(";"))
    assert rules["default-src"] == "'none'"
    for kind, tag in (("script-src", "script"), ("style-src", "style")):
        body = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert len(body) == 1
        digest = base64.b64encode(hashlib.sha256(body[0].encode()).digest()).decode()
        assert rules[kind] == f"'sha256-{digest}'"
    assert not re.search(r"https?://|//[a-z]+\.|@import|url\(|\bon[a-z]+=|fetch\(|innerHTML|eval\(", page)


@needs_node
def test_the_pages_canonical_form_is_that_of_the_signature(tmp_path: Path) -> None:
    script = Path(__file__).resolve().parents[2] / "resources" / "report" / "certificate.js"
    code = script.read_text("utf-8").replace("\nstart();", "")
    samples = [sample for sample in _samples() if canonical(sample)]
    harness = tmp_path / "canonical.cjs"
    data = json.dumps(samples)
    harness.write_text(f"{code}\nconsole.log(JSON.stringify({data}.map((one) => canonical(one))));", "utf-8")
    done = subprocess.run(["node", harness], capture_output=True, check=True, timeout=60)
    assert json.loads(done.stdout) == [canonical(sample).decode() for sample in samples]


def _samples() -> list[dict[str, Any]]:
    characters = [chr(code) for code in (*range(0x100), 0x2028, 0x202E, 0xFFFD, 0xFFFF, 0x1F600, 0x10FFFF)]
    numbers = [0, -1, 2**53 - 1, -(2**53) + 1]
    nested: dict[str, Any] = {"b": [True, False, None, [], {}], "A": {"z": 1, "a_1": 2, "a": 3, "Z": 4}, "": ""}
    return [*({"t": character} for character in characters), *({"n": number} for number in numbers), nested]
