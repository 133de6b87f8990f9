"""Interface text: bokmål in the code, nynorsk and English in the catalogues (decisions/0003)."""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final, Literal

from nurseapp.base.paths import catalogues_folder

Language = Literal["nb", "nn", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("nb", "nn", "en")

_Spoken = tuple[Language, gettext.NullTranslations]
_interface: _Spoken = ("nb", gettext.NullTranslations())
_here: ContextVar[_Spoken | None] = ContextVar("_here", default=None)


def use_language(language: Language) -> None:
    """Makes every later `_` answer in `language`; a missing text stays in bokmål."""
    global _interface  # noqa: PLW0603 - one interface language per process
    _interface = (language, _catalogue(language))


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Inside, this thread's `_` answers in `language`: for a paper in its reader's language.

    The windows, on their own thread, go on as they were. A language the interface does not have
    changes nothing.
    """
    if language not in LANGUAGES:
        yield
        return
    before = _here.set((language, _catalogue(language)))
    try:
        yield
    finally:
        _here.reset(before)


def language() -> Language:
    """The language now in use here."""
    return (_here.get() or _interface)[0]


def _(message: str) -> str:
    """The text in the language in use."""
    return (_here.get() or _interface)[1].gettext(message) if message else ""


def plural(singular: str, several: str, count: int) -> str:
    """The text that fits `count`; `{count}` in it is filled in."""
    return (_here.get() or _interface)[1].ngettext(singular, several, count).format(count=count)


def mark(message: str) -> str:
    """Marks a text for the catalogues without translating it yet."""
    return message


def _catalogue(language: Language) -> gettext.NullTranslations:
    if language == "nb":
        return gettext.NullTranslations()
    return gettext.translation("nurseapp", catalogues_folder(), languages=[language], fallback=True)
