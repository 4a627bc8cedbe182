"""Microsoft Entra ID and Microsoft Graph for tests: on loopback, with TLS, as strict as Microsoft's documentation.

How to use it: README.md in this folder.
"""

from tests.microsoft365.microsoft365 import Microsoft365

__all__ = ["Microsoft365"]
