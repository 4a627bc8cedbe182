"""Places that carry small documents between laptops. Built: the plain folder."""

from app.remote.folder import FolderRemote, RemoteNameError

__all__ = ["FolderRemote", "RemoteNameError"]
