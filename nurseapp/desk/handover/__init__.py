"""Overlevering: the device changes hands."""
