"""The voice of a machine that is not Linux, through QtTextToSpeech: the system's own voices."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech


class QtVoice:
    """Speaks with a QTextToSpeech."""

    def __init__(self, engine: QTextToSpeech) -> None:
        self._engine = engine

    def say(self, text: str, languages: tuple[str, ...], voiceless: Callable[[], None]) -> None:
        """Reads at once; what was being read is cut off."""
        locale = self._voice_for(languages)
        if locale is None:
            voiceless()
        else:
            self._engine.stop()
            self._engine.setLocale(locale)
            self._engine.say(text)

    def stop(self) -> None:
        """Falls silent."""
        self._engine.stop()

    def _voice_for(self, languages: tuple[str, ...]) -> QLocale | None:
        voices = self._engine.availableLocales()
        for code in languages:
            wanted = QLocale(code).language()
            for voice in voices:
                if voice.language() == wanted:
                    return QLocale(voice)
        return None


def qt_voice() -> QtVoice | None:
    """The system's speech, or None where its libraries are missing."""
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech
    except ImportError:
        return None
    engine = QTextToSpeech()
    return None if engine.state() == QTextToSpeech.State.Error else QtVoice(engine)
