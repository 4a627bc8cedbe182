"""Builds what IT rolls out: the frozen programs, the MSI and what goes with it. `python installer/build.py` is the door."""
