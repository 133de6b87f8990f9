"""Oppfølging: the clinic's list of what is not closed yet."""
