"""What the program's exit codes mean (sysexits.h where it has a fitting one)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nurseapp.base import errors

if TYPE_CHECKING:
    from nurseapp.base.errors import SituationError

DONE: Final = 0
PROBLEMS_FOUND: Final = 1
USAGE: Final = 2
BAD_DATA: Final = 65
NOT_FOUND: Final = 66
SYSTEM_LIBRARY_MISSING: Final = 69
OUR_BUG: Final = 70
CANNOT_WRITE: Final = 73
IN_USE: Final = 75
NO_ACCESS: Final = 77


def for_error(error: SituationError) -> int:
    """The exit code that goes with what the world did."""
    for kinds, code in _BY_ERROR:
        if isinstance(error, kinds):
            return code
    return BAD_DATA


_BY_ERROR: Final = (
    ((errors.NoStationError, errors.UnreadableError, errors.UnknownFormError), NOT_FOUND),
    ((errors.StationInUseError,), IN_USE),
    ((errors.AccessError,), NO_ACCESS),
    ((errors.DiskError, errors.StationExistsError, errors.UnsafeFolderError), CANNOT_WRITE),
    ((errors.SystemLibraryError,), SYSTEM_LIBRARY_MISSING),
)
