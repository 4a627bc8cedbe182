"""Vroom assistant: keeps client data inside the client's environment, and proves it."""

__version__ = "0.1.0"
