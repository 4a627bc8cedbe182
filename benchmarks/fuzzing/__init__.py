"""Documents that are not what they say they are, made from real ones."""
