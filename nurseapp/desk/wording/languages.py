"""Languages a form may be written in, and what its translation is worth, in words."""

from __future__ import annotations

from typing import Final

from nurseapp.base.text import LANGUAGES, _, mark
from nurseapp.clinic.people.naming import language_words
from nurseapp.forms.wording import Status
from nurseapp.sheet.languages import is_right_to_left, language_name

OTHER: Final = "other"
"""Any language that is not in the list, by its ISO 639 code."""

_CODES: Final = (
    "nb", "nn", "en", "se", "ar", "am", "ckb", "prs", "fa", "pl", "ps", "so", "ti", "tr", "uk",
    "ur", "vi",
)  # fmt: skip
_MORE_RIGHT_TO_LEFT: Final = frozenset({"dv", "he", "sd", "ug", "yi"})
_STATUSES: Final[dict[Status, tuple[str, str]]] = {
    "validated": (
        mark("Validert"),
        mark("Oversettelsen er prøvd mot originalen, og studien er publisert."),
    ),
    "translated_only": (
        mark("Bare oversatt"),
        mark("Oversatt, men ikke prøvd. Grensene kan ligge annerledes på dette språket."),
    ),
    "interpreted": (
        mark("Leses høyt av tolk"),
        mark("Teksten er til tolken, som leser den høyt. Forelderen svarer ikke alene."),
    ),
    "working_translation": (
        mark("Arbeidsoversettelse"),
        mark("Foreløpig, laget her. Skal byttes med en bedre."),
    ),
    "own": (
        mark("Egne ord"),
        mark("Ingen andre eier teksten. Den er skrevet for dette skjemaet."),
    ),
}


def language_choices() -> tuple[tuple[str, str], ...]:
    """Codes with their names, and a way to any other."""
    return (
        *((code, named(code)) for code in _CODES),
        (OTHER, _("Et annet språk …")),
    )


def named(code: str) -> str:
    """`somali (Soomaali)`: as the nurse says it, and as its readers do."""
    ours, theirs = language_words(code), language_name(code)
    known = code in LANGUAGES or theirs in {ours, code}
    return ours if known else f"{ours} ({theirs})"


def runs_right_to_left(code: str) -> bool:
    """Whether it is written from right to left."""
    return is_right_to_left(code) or code in _MORE_RIGHT_TO_LEFT


def status_choices() -> tuple[tuple[str, str], ...]:
    """What a text may be."""
    return tuple((status, _(name)) for status, (name, _meaning) in _STATUSES.items())


def status_meaning(status: Status) -> str:
    """What that means for whoever answers."""
    return _(_STATUSES[status][1]) if status in _STATUSES else ""
