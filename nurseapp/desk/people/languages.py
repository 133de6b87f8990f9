"""The languages a person may be recorded with, by their ISO 639 codes."""

from __future__ import annotations

from typing import Final

from nurseapp.base.text import _, mark

_LANGUAGES: Final[tuple[tuple[str, str], ...]] = (
    ("nb", mark("norsk")),
    ("nn", mark("nynorsk")),
    ("en", mark("engelsk")),
    ("se", mark("nordsamisk")),
    ("am", mark("amharisk")),
    ("ar", mark("arabisk")),
    ("prs", mark("dari")),
    ("ckb", mark("sorani")),
    ("ps", mark("pashto")),
    ("pl", mark("polsk")),
    ("so", mark("somali")),
    ("ti", mark("tigrinja")),
    ("uk", mark("ukrainsk")),
    ("ur", mark("urdu")),
)


def language_choices(chosen: str) -> tuple[tuple[str, str], ...]:
    """Codes with their words; a code from elsewhere that is not in the list stays a choice."""
    choices = tuple((code, _(words)) for code, words in _LANGUAGES)
    known = {code for code, _words in choices}
    return choices if chosen in known else (*choices, (chosen, chosen))
