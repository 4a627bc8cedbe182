"""The service as a process of its own."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path
from ssl import create_default_context


def test_it_says_where_it_is_and_ends_when_told(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "tests.microsoft365",
        "--state",
        str(tmp_path / "state"),
        "--person",
        "anna@vroom.example",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = json.loads(process.stdout.readline())
        context = create_default_context(cafile=told["ca_file"])
        address = f"{told['authority']}/v2.0/.well-known/openid-configuration"
        with urllib.request.urlopen(address, context=context, timeout=10) as answer:
            assert json.load(answer)["issuer"].startswith(told["authority"])
        ask = urllib.request.Request(
            told["control"],
            json.dumps({"do": "put", "path": "a.txt", "text": "x"}).encode(),
            {"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(ask, context=context, timeout=10) as answer:
            assert json.load(answer)["result"].startswith("01")
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0
