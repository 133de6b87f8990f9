"""The languages a parent may read, each named as its own readers name it."""

from __future__ import annotations

from typing import Final

from nurseapp.base.text import LANGUAGES, Language

_NAMES: Final = {
    "nb": "Norsk bokmål",
    "nn": "Norsk nynorsk",
    "en": "English",
    "se": "Davvisámegiella",
    "pl": "Polski",
    "uk": "Українська",
    "so": "Soomaali",
    "ar": "العربية",
    "ur": "اردو",
    "fa": "فارسی",
    "prs": "دری",
    "ps": "پښتو",
    "ckb": "کوردیی ناوەندی",
}
_RIGHT_TO_LEFT: Final = frozenset({"ar", "ur", "fa", "prs", "ps", "ckb"})


def language_name(code: str) -> str:
    """The language's own name; its code when we have none."""
    return _NAMES.get(code, code)


def is_right_to_left(code: str) -> bool:
    """Whether the frame is mirrored for this language."""
    return code in _RIGHT_TO_LEFT


def interface_for(code: str, otherwise: Language) -> Language:
    """The interface language that goes with a form in `code`; `otherwise` when we have none."""
    return next((one for one in LANGUAGES if one == code), otherwise)
