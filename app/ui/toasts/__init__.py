"""Tells the person what is news while the window is closed."""

from app.ui.toasts.desk import ToastDesk

__all__ = ["ToastDesk"]
