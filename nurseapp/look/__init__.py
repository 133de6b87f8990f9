"""How the program looks: one theme, shared widgets, work off the window's thread."""
