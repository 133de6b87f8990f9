"""Screening and follow-up for Norwegian health stations."""
