"""Permissions of Microsoft Graph that a client can ask for. Source: https://learn.microsoft.com/graph/permissions-reference"""

from __future__ import annotations

OPENID = frozenset({"openid", "profile", "email", "offline_access"})
READ_OWN_FILES = frozenset({"Files.Read", "Files.ReadWrite"})
READ_FILES = frozenset({"Files.Read.All", "Files.ReadWrite.All", "Sites.Read.All", "Sites.ReadWrite.All"})
WRITE_OWN_FILES = frozenset({"Files.ReadWrite"})
WRITE_FILES = frozenset({"Files.ReadWrite.All", "Sites.ReadWrite.All"})
READ_SITES = frozenset({"Sites.Read.All", "Sites.ReadWrite.All", "Sites.Manage.All", "Sites.FullControl.All"})
WRITE_SITES = frozenset({"Sites.ReadWrite.All", "Sites.Manage.All", "Sites.FullControl.All"})
MANAGE_SITES = frozenset({"Sites.Manage.All", "Sites.FullControl.All"})
READ_PROFILE = frozenset({"User.Read", "User.ReadWrite", "User.ReadBasic.All", "User.Read.All"})
# Each site must be granted to the app besides; here: the site of the firm is.
SELECTED = frozenset({"Sites.Selected"})
KNOWN = (
    OPENID
    | READ_OWN_FILES
    | READ_FILES
    | WRITE_OWN_FILES
    | WRITE_FILES
    | READ_SITES
    | MANAGE_SITES
    | READ_PROFILE
    | SELECTED
)
