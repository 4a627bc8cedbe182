"""The chosen copy: how it stands, under which agreement, and what can be done with it; the best step filled."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.actions.vault_list import VaultRow
from app.domain.copy import AskedWhy, Location
from app.domain.messages import Message, msg
from app.domain.rules import RuleState
from app.domain.vault_list import RowState
from app.ui.desk import Desk
from app.ui.pages.vault.actions import Actions
from app.ui.pages.vault.copy_facts import facts_of
from app.ui.pages.vault.copy_notice import told_of
from app.ui.pages.vault.loaded import CopyLoaded, load_copy
from app.ui.pages.vault.words import NO_FILE, Outlook, goes, stand_of
from app.ui.texts import visible
from app.ui.widgets.buttons import Button, Weight
from app.ui.widgets.card import Card, Line, row
from app.ui.widgets.facts import Facts
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Chip, Text, Title
from app.ui.widgets.notice import Notice, Tone
from app.ui.widgets.progress import Progress
from app.ui.widgets.state import StateBadge
