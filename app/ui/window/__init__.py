"""The main window: the rail on the left, one page on the right."""
