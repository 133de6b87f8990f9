"""The tables that screens read, each kept by one projection."""

from __future__ import annotations

from typing import Final

from nurseapp.journal.projections.feedback import FEEDBACK
from nurseapp.journal.projections.followup import FOLLOWUP
from nurseapp.journal.projections.library import LIBRARY
from nurseapp.journal.projections.people import PEOPLE
from nurseapp.journal.projections.screenings import SCREENINGS
from nurseapp.journal.projections.table_projection import TableProjection
from nurseapp.journal.projections.users import USERS

PROJECTIONS: Final[tuple[TableProjection, ...]] = (
    USERS,
    PEOPLE,
    SCREENINGS,
    FOLLOWUP,
    FEEDBACK,
    LIBRARY,
)
"""Everything a station keeps, in the order in which entries reach them."""
