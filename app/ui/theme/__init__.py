"""How the window looks: colours, type, style sheet and icons, in one place."""
