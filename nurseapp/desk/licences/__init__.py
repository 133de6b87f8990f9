"""Licences, and the tables of values that come with them."""
