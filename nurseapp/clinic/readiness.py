"""Gets the clinic ready ahead of a login, so that it is not felt."""

from __future__ import annotations


def read_what_a_login_needs() -> None:
    """Imports what opens a station and reads the day; opens nothing."""
    import nurseapp.clinic.followup.today
    import nurseapp.clinic.handover.intake
    import nurseapp.clinic.people.people
    import nurseapp.clinic.station.access
    import nurseapp.vault.vault  # noqa: F401 - imported for the next who asks
