"""Tray and window: the only home of Qt. Shows what actions tell and asks them to act; holds no rule of the procedure."""
