"""A browser without a window: opens the address that a client gives it, signs a person in, and follows where it is sent.

As a command, for `BROWSER`: `python tests/microsoft365/browser.py --ca CA --person MAIL [--decision cancel] URL`.
"""

from __future__ import annotations

import argparse
import html
import http.client
import re
import ssl
import threading
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

_FORM = re.compile(r"<form\b([^>]*)>(.*?)</form>", re.DOTALL | re.IGNORECASE)
_INPUT = re.compile(r"<input\b([^>]*)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w-]+)='([^']*)'")
PATIENCE = 20  # seconds


class Browser:
    """`decision`: "accept", or "cancel" as somebody who goes back. `told`: what the client was told at the end, by form or
    in the address, even where nobody listens."""

    def __init__(self, ca_file: Path, person: str, decision: str = "accept") -> None:
        self._context = ssl.create_default_context(cafile=str(ca_file))
        self._person = person
        self._decision = decision
        self.opened: list[str] = []
        self.last_page = ""
        self.told: dict[str, str] = {}

    def open(self, address: str) -> str:
        """Go through it; gives the text of the last page."""
        self.opened.append(address)
        page, here = self._get(address)
        for _ in range(5):
            form = _FORM.search(page)
            if form is None:
                break
            page, here = self._submit(here, form[1], form[2])
        self.last_page = page
        self.told = self.told or dict(parse_qsl(urlsplit(here).query))
        return page

    def open_later(self, address: str, *_: object, **__: object) -> bool:
        """In place of `webbrowser.open`: on its own thread, since the client listens only after this returns."""
        threading.Thread(target=self.open, args=(address,), name="browser", daemon=True).start()
        return True

    def _submit(self, here: str, attributes: str, inner: str) -> tuple[str, str]:
        action = html.unescape(dict(_ATTRIBUTE.findall(attributes)).get("action", ""))
        inputs = [dict(_ATTRIBUTE.findall(found)) for found in _INPUT.findall(inner)]
        fields = {each["name"]: html.unescape(each.get("value", "")) for each in inputs if "name" in each}
        if "login" in fields:
            fields |= {"login": self._person, "decision": self._decision}
        else:
            self.told = fields
        return self._get(urljoin(here, action), urlencode(fields).encode())

    def _get(self, address: str, data: bytes | None = None) -> tuple[str, str]:
        try:
            opener = urllib.request.build_opener(
                urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=self._context), _NoteRedirects()
            )
            with opener.open(address, data, timeout=PATIENCE) as answer:
                return answer.read().decode("utf-8", "replace"), answer.geturl()
        except urllib.error.HTTPError as error:
            with error:
                return error.read().decode("utf-8", "replace"), address
        except _NobodyListensError as error:
            return "", error.address


class _NobodyListensError(Exception):
    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


class _NoteRedirects(urllib.request.HTTPHandler):
    """Plain http is where the client listens, or does not."""

    def http_open(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        try:
            return super().http_open(request)
        except urllib.error.URLError as error:
            raise _NobodyListensError(request.full_url) from error


def main() -> None:
    parser = argparse.ArgumentParser(prog="browser.py", description=__doc__)
    parser.add_argument("--ca", type=Path, required=True)
    parser.add_argument("--person", required=True)
    parser.add_argument("--decision", choices=["accept", "cancel"], default="accept")
    parser.add_argument("url")
    chosen = parser.parse_args()
    Browser(chosen.ca, chosen.person, chosen.decision).open(chosen.url)


if __name__ == "__main__":
    main()
