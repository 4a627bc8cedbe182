"""What tests of widgets share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.ui.desk import Desk
from app.ui.jobs import Jobs
from tests.ui.widgets.desk import desk_of
from tests.ui.windows import application, dress


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    application()
    dress(dark=False)
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def desk(jobs: Jobs) -> Desk:
    return desk_of(jobs)
