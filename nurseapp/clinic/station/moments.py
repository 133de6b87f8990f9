"""Stored moments as local times."""

from __future__ import annotations

from datetime import UTC, date, datetime


def moment(at: int) -> datetime:
    """Seconds since 1970 as a moment in the machine's time zone."""
    return datetime.fromtimestamp(at, UTC).astimezone()


def day_of(at: int) -> date:
    """The local calendar day of a stored moment."""
    return moment(at).date()
