"""Signing in to the firm's Microsoft 365 with msal: browser, Windows broker or device code; tokens encrypted at rest."""
