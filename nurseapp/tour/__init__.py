"""Drives the real program through the main job and leaves pictures; for training and tests."""
