"""Imports what the login needs while the nurse types, so that I dag comes up at once."""

from __future__ import annotations


def import_clinic() -> None:
    """What opens a station and reads the day; runs on the worker."""
    import nurseapp.clinic.access
    import nurseapp.clinic.intake
    import nurseapp.clinic.people
    import nurseapp.clinic.today  # noqa: F401 - imported for the next who asks


def import_desk() -> None:
    """What shows the day; runs on the window's thread, where Qt's classes belong."""
    import nurseapp.desk.inside
    import nurseapp.desk.places
    import nurseapp.desk.today.screen  # noqa: F401 - imported for the next who asks
