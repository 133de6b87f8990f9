"""Reading aloud with the system's voice, where the machine has one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QLocale

_READS_ALSO: Final = {"nn": "nb", "prs": "fa"}
"""A voice for a close language is better than none."""


class ReadAloud:
    """Loads the speech library when first asked (it costs 200 ms), and knows if it cannot speak."""

    def __init__(self, load: Callable[[], Any] | None = None) -> None:
        """`load` gives a QTextToSpeech, or None where the machine has no speech."""
        self._load = load or _system_voice
        self._engine: Any = None
        self._mute: set[str] = set()

    def may_speak(self, language: str) -> bool:
        """False once it has turned out that there is no voice for this language."""
        return language not in self._mute

    def say(self, text: str, language: str) -> bool:
        """Reads `text`; stops what was being read. False when there is no voice for it."""
        if self._engine is None:
            self._engine = self._load()
        locale = self._voice_for(language)
        if locale is None:
            self._mute.add(language)
            return False
        self._engine.stop()
        self._engine.setLocale(locale)
        self._engine.say(text)
        return True

    def stop(self) -> None:
        """Falls silent."""
        if self._engine is not None:
            self._engine.stop()

    def _voice_for(self, language: str) -> QLocale | None:
        if self._engine is None:
            return None
        voices = self._engine.availableLocales()
        for code in (language, _READS_ALSO.get(language, language)):
            wanted = QLocale(code).language()
            for voice in voices:
                if voice.language() == wanted:
                    return QLocale(voice)
        return None


def _system_voice() -> Any:
    """The system's speech, or None where its libraries are missing."""
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech
    except ImportError:
        return None
    engine = QTextToSpeech()
    return None if engine.state() == QTextToSpeech.State.Error else engine
