"""Numbers as they are written in the language in use."""

from __future__ import annotations

from nurseapp.base.text import language


def number_words(value: float) -> str:
    """`13`, or `12,5` with the comma that Norwegians write; at most two decimals."""
    written = f"{value:.2f}".rstrip("0").rstrip(".")
    return written if language() == "en" else written.replace(".", ",")
