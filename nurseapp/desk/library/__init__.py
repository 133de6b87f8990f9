"""Skjema: the forms in the program, and whether they may be used here."""
