"""The number of a paper: it tells nothing about anybody."""

from __future__ import annotations

import os


def new_document_id() -> str:
    """A random number such as `7F3A-09C2`."""
    digits = os.urandom(4).hex().upper()
    return f"{digits[:4]}-{digits[4:]}"
