"""Reading aloud with the system's voice, where the machine has one."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Final, Protocol

from nurseapp.base.system import ON_LINUX

PROGRAM: Final = "spd-say"
"""What gives Linux a voice; it comes with speech-dispatcher."""
_VOICES_FOR: Final = {"nb": ("nb", "no"), "nn": ("nn", "nb", "no"), "prs": ("prs", "fa")}
"""A voice for a close language is better than none."""


class Voice(Protocol):
    """What speaks. Neither method keeps the window waiting."""

    def say(self, text: str, languages: tuple[str, ...], voiceless: Callable[[], None]) -> None:
        """Reads `text` in the first of `languages` that has a voice; cuts off what was being read.

        Calls `voiceless`, on the window's thread, when none of them has one.
        """
        ...

    def stop(self) -> None:
        """Falls silent, also where a voice is still being looked for."""
        ...


class ReadAloud:
    """Looks for the machine's voice when first asked, and knows where there is none."""

    def __init__(self, load: Callable[[], Voice | None] | None = None) -> None:
        """`load` gives the machine's voice, or None where it has none."""
        self._load = load or system_voice
        self._voice: Voice | None = None
        self._mute: set[str] = set()
        self._may_have_a_voice = load is not None or may_have_a_voice()

    def may_speak(self, language: str) -> bool:
        """False once it is known that there is no voice for this language."""
        return self._may_have_a_voice and language not in self._mute

    def say(self, text: str, language: str, voiceless: Callable[[], None]) -> None:
        """Reads `text`; stops what was being read. Calls `voiceless` when nobody can read it."""

        def mute() -> None:
            self._mute.add(language)
            voiceless()

        if self._voice is None:
            self._voice = self._load()
        if self._voice is None:
            mute()
        else:
            self._voice.say(text, _VOICES_FOR.get(language, (language,)), mute)

    def stop(self) -> None:
        """Falls silent."""
        if self._voice is not None:
            self._voice.stop()


def may_have_a_voice() -> bool:
    """False where it can be seen without asking that nothing here can speak."""
    return not ON_LINUX or any(
        os.access(f"{folder}/{PROGRAM}", os.X_OK) for folder in os.get_exec_path()
    )


def system_voice() -> Voice | None:
    """The machine's voice; it is read from the disk only now."""
    if ON_LINUX:
        from nurseapp.parent.dispatcher_voice import DispatcherVoice

        return DispatcherVoice()
    from nurseapp.parent.qt_voice import qt_voice

    return qt_voice()
