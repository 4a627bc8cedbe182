"""What every command writes."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from app.cli.console import as_json

ANY_TEXT = st.text(st.characters(exclude_categories=[]))


@given(ANY_TEXT, st.sampled_from([0, 2]))
def test_json_survives_a_pipe_in_any_code_page(text: str, indent: int):
    written = as_json({"name": text}, indent)
    assert written.isascii()
    assert json.loads(written) == {"name": text}
