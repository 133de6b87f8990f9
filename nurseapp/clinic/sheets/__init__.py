"""One answer sheet: how it begins, entered, scored, put into words, corrected."""
