"""What the program's exit codes mean (sysexits.h where it has a fitting one)."""

from __future__ import annotations

DONE = 0
PROBLEMS_FOUND = 1
USAGE = 2
BAD_DATA = 65
NOT_FOUND = 66
SYSTEM_LIBRARY_MISSING = 69
OUR_BUG = 70
CANNOT_WRITE = 73
IN_USE = 75
NO_ACCESS = 77
INTERRUPTED = 130
"""128 and the number of the signal, as a shell counts."""
