"""The hash by which exactly these words are approved, handed over and found again."""

from __future__ import annotations

import hashlib

import msgspec

from nurseapp.forms.wording import Wording


def wording_sha256(wording: Wording) -> str:
    """SHA-256 in hex over the spelt-out wording as JSON in UTF-8, with keys sorted.

    Whether answers were written once for all questions or at each of them does not count;
    every letter, the status, the title and the note do.
    """
    content = msgspec.json.encode(wording.spelt_out(), order="sorted")
    return hashlib.sha256(content).hexdigest()
