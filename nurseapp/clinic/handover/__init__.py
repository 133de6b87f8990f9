"""Handing the device over, and taking in what was answered on it."""
