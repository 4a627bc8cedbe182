"""Places that carry small documents between laptops. Built: the plain folder."""

from app.remote.chosen import ChosenRemote
from app.remote.folder import FolderRemote, RemoteNameError

__all__ = ["ChosenRemote", "FolderRemote", "RemoteNameError"]
