"""Keeps the application in the colours of the system: light, dark or high contrast, also when the person changes them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from app.ui.theme.colours import DARK, LIGHT, Colours, colours_of, palette_of
from app.ui.theme.style import style_sheet
from app.ui.theme.type import window_font


class Appearance(QObject):
    """Dresses `application`; `follow` keeps it so. Made once, in the window's thread."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._system_palette = QPalette(application.palette())
        self._scheme = Qt.ColorScheme.Unknown
        application.setStyle("fusion")
        QApplication.setFont(window_font(QFont(application.font())))

    def follow(self) -> None:
        """Take the system's scheme now and at every change."""
        hints = self._application.styleHints()
        hints.colorSchemeChanged.connect(self._scheme_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._contrast_changed)
        self._scheme = hints.colorScheme()
        self.dress()

    def dress(self) -> None:
        if self._wants_contrast():
            self._wear(self._system_palette)
        else:
            self._wear(palette_of(DARK if self._scheme is Qt.ColorScheme.Dark else LIGHT))

    def _wants_contrast(self) -> bool:
        accessibility = self._application.styleHints().accessibility()
        return accessibility.contrastPreference() is Qt.ContrastPreference.HighContrast

    def _wear(self, palette: QPalette) -> None:
        wear(self._application, palette)

    @Slot(Qt.ColorScheme)
    def _scheme_changed(self, scheme: Qt.ColorScheme) -> None:
        self._scheme = scheme
        self.dress()

    @Slot()
    def _contrast_changed(self) -> None:
        self._system_palette = QApplication.style().standardPalette()
        self.dress()


def wear(application: QApplication, palette: QPalette) -> Colours:
    """Dress an application in the colours of `palette`."""
    colours = colours_of(palette)
    application.setPalette(palette)
    # With a palette Windows' fonts for tables, menus and tool tips come back; setting the font takes them away again.
    application.setFont(application.font())
    application.setStyleSheet(style_sheet(colours))
    return colours
