"""Windows without a screen: Qt draws into memory, in the colours and the language that a test asks for."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is loaded

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.windows import application


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The one application of the tests, with the window's style and font."""
    return application()
