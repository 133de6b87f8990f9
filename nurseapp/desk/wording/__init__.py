"""The words of a form, written beside its structure."""
