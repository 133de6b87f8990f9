"""Innstillinger: users, password, locking, display, backup and the station's health."""
