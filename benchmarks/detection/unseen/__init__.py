"""A laptop as a consultant leaves it: a generator apart from the two that the detector was developed on."""
