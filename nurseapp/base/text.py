"""Interface text: bokmål in the code, nynorsk and English in the catalogues (decisions/0003)."""

from __future__ import annotations

import gettext
from typing import Final, Literal

from nurseapp.base.paths import catalogues_folder

Language = Literal["nb", "nn", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("nb", "nn", "en")

_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_language: Language = "nb"


def use_language(language: Language) -> None:
    """Makes every later `_` answer in `language`; a missing text stays in bokmål."""
    global _catalogue, _language  # noqa: PLW0603 - one interface language per process
    _language = language
    if language == "nb":
        _catalogue = gettext.NullTranslations()
    else:
        _catalogue = gettext.translation(
            "nurseapp", catalogues_folder(), languages=[language], fallback=True
        )


def language() -> Language:
    """The interface language now in use."""
    return _language


def _(message: str) -> str:
    """The text in the interface language."""
    return _catalogue.gettext(message) if message else ""


def plural(singular: str, several: str, count: int) -> str:
    """The text that fits `count`; `{count}` in it is filled in."""
    return _catalogue.ngettext(singular, several, count).format(count=count)


def mark(message: str) -> str:
    """Marks a text for the catalogues without translating it yet."""
    return message
