"""A second, independent laptop of a made-up Dutch consultant: it shows whether the detector generalises.

It shares no template, wording, list of names, layout or writer with the other generator, and knows nothing of how the
detector works.
"""
