"""The settings, generated from the typed ones: a new setting appears by itself."""
