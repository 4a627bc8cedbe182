"""The style sheet, made from one set of colours. Fusion draws what it does not name."""

from __future__ import annotations

from string import Template
from typing import Final

from PySide6.QtGui import QColor

from app.system.resources import resource
from app.ui.theme.colours import Colours

MIDDLE = 0.5  # lightness: what is below is a dark ground

# Widgets choose their look by the dynamic property `look` (QSS cannot see Python classes).
SHEET: Final = Template(
    """
QToolTip { background: $card; color: $text; border: 1px solid $border; padding: 4px 6px; }

QScrollArea, QScrollArea > QWidget > QWidget[look="page"] { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $field_border; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QLabel[look="muted"] { color: $muted; }
QLabel[look="error"] { color: $overdue; }
QLabel { background: transparent; }

QFrame[look="card"] { background: $card; border: 1px solid $border; border-radius: 10px; }
QFrame[look="line"] { background: $border; border: none; max-height: 1px; min-height: 1px; }
QFrame[look="notice-info"] { background: $soft_info; border: 1px solid $accent; border-radius: 8px; }
QFrame[look="notice-ok"] { background: $soft_ok; border: 1px solid $ok; border-radius: 8px; }
QFrame[look="notice-attention"] { background: $soft_attention; border: 1px solid $attention; border-radius: 8px; }
QFrame[look="notice-overdue"] { background: $soft_overdue; border: 1px solid $overdue; border-radius: 8px; }
QFrame[look="snack"] { background: $text; border-radius: 8px; }
QFrame[look="snack"] QLabel { color: $card; }
QFrame[look="snack"] QPushButton { color: $card; background: transparent; border: 1px solid $card; }

QLabel[look="chip"] { background: $raised; color: $text; border: 1px solid $border; border-radius: 12px;
  padding: 3px 10px; }
QLabel[look="chip-strong"] { background: $soft_info; color: $text; border: 1px solid $accent; border-radius: 12px;
  padding: 3px 10px; }

QPushButton { background: $card; color: $text; border: 1px solid $field_border; border-radius: 6px;
  padding: 6px 14px; min-height: 20px; }
QPushButton:hover { background: $raised; }
QPushButton:pressed { background: $selected; }
QPushButton:disabled { color: $muted; border-color: $border; background: transparent; }
QPushButton:focus { border: 2px solid $accent; padding: 5px 13px; }
QPushButton[look="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600; }
QPushButton[look="primary"]:hover { background: $accent_hover; }
QPushButton[look="primary"]:focus { border: 2px solid $text; padding: 5px 13px; }
QPushButton[look="primary"]:disabled { background: $raised; color: $muted; border-color: $border; }
QPushButton[look="danger"] { color: $overdue; border-color: $overdue; }
QPushButton[look="danger"]:focus { border: 2px solid $overdue; padding: 5px 13px; }
QPushButton[look="choice"] { text-align: left; padding: 6px 12px; }
QPushButton[look="choice"]:focus { padding: 5px 11px; }
QPushButton[look="filter"] { background: transparent; border: 1px solid $border; border-radius: 15px;
  padding: 3px 12px; min-height: 22px; font-weight: 400; }
QPushButton[look="filter"]:hover { background: $raised; }
QPushButton[look="filter"]:checked { background: $selected; border: 2px solid $accent; padding: 2px 11px; }
QPushButton[look="filter"]:focus { border: 2px solid $text; padding: 2px 11px; }
QPushButton[look="link"] { background: transparent; color: $accent; border: 1px solid transparent; padding: 6px 6px 6px 1px;
  text-align: left; }
QPushButton[look="link"]:hover { text-decoration: underline; }
QPushButton[look="link"]:focus { border: 2px solid $accent; padding: 5px 5px 5px 0; }
QPushButton[look="quiet"], QToolButton { background: transparent; color: $text; border: 1px solid transparent;
  border-radius: 6px; padding: 6px; }
QPushButton[look="quiet"]:hover, QToolButton:hover { background: $raised; }
QPushButton[look="quiet"]:focus, QToolButton:focus { border: 2px solid $accent; padding: 5px; }
QToolButton[look="low"] { padding: 2px; }
QToolButton[look="low"]:focus { padding: 1px; }
QToolButton::menu-indicator, QPushButton::menu-indicator { image: none; width: 0; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QComboBox, QDateTimeEdit {
  background: $card; color: $text; border: 1px solid $field_border; border-radius: 6px; padding: 5px 8px;
  min-height: 22px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QComboBox:focus, QDateTimeEdit:focus {
  border: 2px solid $accent; padding: 4px 7px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QSpinBox:disabled, QComboBox:disabled, QDateTimeEdit:disabled {
  background: $page; color: $muted; border-color: $border; }
QLineEdit[look="wrong"], QPlainTextEdit[look="wrong"], QComboBox[look="wrong"] { border: 2px solid $overdue; }
QComboBox::drop-down, QDateTimeEdit::drop-down { border: none; width: 24px; subcontrol-origin: border;
  subcontrol-position: center right; }
QComboBox::down-arrow, QDateTimeEdit::down-arrow { image: url("$down"); width: 16px; height: 16px; }
QSpinBox { padding: 5px 8px; }
QSpinBox::up-button, QSpinBox::down-button { border: none; background: transparent; width: 24px;
  subcontrol-origin: border; }
QSpinBox::up-button { subcontrol-position: top right; height: 15px; margin-top: 2px; }
QSpinBox::down-button { subcontrol-position: bottom right; height: 15px; margin-bottom: 2px; }
QSpinBox::up-button:hover, QSpinBox::down-button:hover { background: $raised; }
QSpinBox::up-arrow { image: url("$up"); width: 12px; height: 12px; }
QSpinBox::down-arrow { image: url("$down"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $card; color: $text; border: 1px solid $border; outline: none;
  selection-background-color: $selected; selection-color: $text; }
QCheckBox, QRadioButton { spacing: 8px; padding: 3px; border: 2px solid transparent; border-radius: 4px; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $accent; }
QCheckBox::indicator, QRadioButton::indicator { width: 16px; height: 16px; border: 1px solid $field_border;
  background: $card; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { background: $raised; border-color: $accent; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$check"); }
QRadioButton::indicator:checked { width: 8px; height: 8px; border: 5px solid $accent; background: $on_accent; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $border; background: $page; }
QCheckBox::indicator:checked:disabled { background: $muted; border-color: $muted; }
QRadioButton::indicator:checked:disabled { border-color: $muted; background: $page; }

QAbstractItemView { background: $card; color: $text; border: none; outline: none; }
QTableView, QTreeView, QListView { selection-background-color: $selected; selection-color: $text;
  alternate-background-color: $page; }
QTableView::item, QTreeView::item { padding: 0 8px; border-bottom: 1px solid $border; }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected { background: $selected; color: $text; }
QTableView::item:hover, QListView::item:hover { background: $raised; }
QHeaderView { background: $card; border: none; }
QHeaderView::section { background: $card; color: $muted; border: none; border-bottom: 1px solid $border;
  padding: 8px 11px; font-weight: 600; }
QHeaderView::section:hover { background: $raised; }
QTableCornerButton::section { background: $card; border: none; }

QCalendarWidget QWidget#qt_calendar_navigationbar { background: $card; }
QCalendarWidget QToolButton { color: $text; font-weight: 600; }
QCalendarWidget QAbstractItemView { background: $card; selection-background-color: $accent;
  selection-color: $on_accent; }
QCalendarWidget QTableView::item { padding: 0; border: none; }
QCalendarWidget QSpinBox { min-height: 0; padding: 2px; }

QWidget[look="rail"] { background: $card; border-right: 1px solid $border; }
QPushButton[look="rail"] { background: transparent; border: 1px solid transparent; border-radius: 8px; color: $text;
  padding: 8px 12px; text-align: left; min-height: 22px; font-weight: 400; }
QPushButton[look="rail"]:hover { background: $raised; }
QPushButton[look="rail"]:checked { background: $selected; font-weight: 600; }
QPushButton[look="rail"]:focus { border: 2px solid $accent; padding: 7px 11px; }

QTabWidget::pane { border: none; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $muted; padding: 8px 4px; margin-right: 20px;
  border: none; border-bottom: 3px solid transparent; }
QTabBar::tab:selected { color: $text; border-bottom: 3px solid $accent; font-weight: 600; }
QTabBar::tab:hover { color: $text; }
QTabBar:focus { outline: none; }
QTabBar::tab:focus { color: $accent; }

QMenu { background: $card; color: $text; border: 1px solid $border; border-radius: 8px; padding: 4px; }
QMenu::item { padding: 7px 24px 7px 12px; border-radius: 4px; }
QMenu::item:selected { background: $selected; color: $text; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }

QProgressBar { background: $raised; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QFrame[look="drop"] { background: transparent; border: 2px dashed $field_border; border-radius: 10px; }
QFrame[look="drop-over"] { background: $soft_info; border: 2px dashed $accent; border-radius: 10px; }
QLabel[look="paper"] { border: 1px solid $border; }
QFrame[look="curtain"] { background: $soft_info; border: 2px dashed $accent; border-radius: 10px; }
QSplitter::handle { background: transparent; }
QDialog { background: $page; }
"""
)


def style_sheet(colours: Colours) -> str:
    ground = "dark" if QColor(colours.card).lightnessF() < MIDDLE else "light"
    drawn = {name: resource("style", f"{name}-on-{ground}.svg").as_posix() for name in ("up", "down", "check")}
    return SHEET.substitute(drawn | {name: getattr(colours, name) for name in colours.__slots__})
