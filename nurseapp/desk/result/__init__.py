"""Resultat: one answer sheet, what it calls for, and what is done about it."""
