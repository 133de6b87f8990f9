"""Drives the real program through its work and leaves pictures; for training and tests."""
