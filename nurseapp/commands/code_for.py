"""Which exit code goes with what the world did."""

from __future__ import annotations

from typing import Final

from nurseapp import exit_codes
from nurseapp.base import errors

_BY_ERROR: Final = (
    (
        (errors.NoStationError, errors.UnreadableError, errors.UnknownFormError),
        exit_codes.NOT_FOUND,
    ),
    ((errors.StationInUseError,), exit_codes.IN_USE),
    ((errors.AccessError,), exit_codes.NO_ACCESS),
    (
        (
            errors.DiskError,
            errors.StationExistsError,
            errors.UnsafeFolderError,
            errors.FormFolderExistsError,
        ),
        exit_codes.CANNOT_WRITE,
    ),
    ((errors.SystemLibraryError,), exit_codes.SYSTEM_LIBRARY_MISSING),
)


def code_for(error: errors.SituationError) -> int:
    """The exit code; 65 for what has none of its own."""
    for kinds, code in _BY_ERROR:
        if isinstance(error, kinds):
            return code
    return exit_codes.BAD_DATA
