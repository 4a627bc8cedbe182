"""A program of somebody whose IT set up Microsoft 365: the test server, in a policy file that the real code reads."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from tests.cli.program import Program
from tests.microsoft365 import Microsoft365


def policy_text(service: Microsoft365) -> str:
    return "\n".join(
        [
            "[office365]",
            f'tenant_id = "{service.tenant_id}"',
            f'client_id = "{service.client_id}"',
            f'authority = "{service.authority}"',
            f'graph_url = "{service.graph_url}"',
            f"ca_file = '{service.ca_file}'",
            f'site = "{service.site_url}"',
            "",
        ]
    )


def policy_file(folder: Path, text: str) -> Path:
    """As IT puts it there: nobody else may write it."""
    place = folder / "it"
    place.mkdir(mode=0o755, exist_ok=True)
    path = place / "policy.toml"
    path.write_text(text, encoding="utf-8")
    path.chmod(0o644)
    return path


@dataclass(frozen=True)
class ManagedProgram(Program):
    """`policy`: the file that counts. `browser`: the command of the person's browser; `log`: where connections are told."""

    policy: Path | None = None
    browser: str = ""
    log: Path | None = None

    @property
    def environment(self) -> dict[str, str]:
        quiet = {name: value for name, value in super().environment.items() if not name.lower().endswith("_proxy")}
        bundles = ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")
        kept = {name: value for name, value in quiet.items() if name not in (*bundles, "DISPLAY", "WAYLAND_DISPLAY")}
        return {**kept, "BROWSER": self.browser} if self.browser else kept

    def command(self, *words: object) -> list[str]:
        start = [sys.executable, "-m"]
        policy = "-" if self.policy is None else str(self.policy)
        if self.log is not None:
            start += ["tests.cli.connections", str(self.log), policy]
        else:
            start += ["tests.cli.as_it_set_it", policy]
        return [*start, "--data-dir", str(self.data_dir), *map(str, words)]
