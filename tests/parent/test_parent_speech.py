"""Reading aloud: with a voice for the language, or not at all."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from nurseapp.parent.speech import ReadAloud


class Voice:
    """Stands in for the system's speech; notes what it says."""

    def __init__(self, *languages: str) -> None:
        self.languages = languages
        self.said: list[tuple[str, str]] = []
        self.stopped = 0
        self.spoken_in = ""

    def availableLocales(self) -> list[QLocale]:
        return [QLocale(language) for language in self.languages]

    def setLocale(self, locale: QLocale) -> None:
        self.spoken_in = locale.bcp47Name()

    def say(self, text: str) -> None:
        self.said.append((self.spoken_in, text))

    def stop(self) -> None:
        self.stopped += 1


def test_the_language_that_is_shown_is_the_one_that_is_read() -> None:
    voice = Voice("en", "nb", "ar")
    speech = ReadAloud(lambda: voice)
    assert speech.say("مرحبا", "ar")
    assert speech.say("Hei", "nb")
    assert voice.said == [("ar", "مرحبا"), ("nb", "Hei")]
    assert voice.stopped == 2


def test_nynorsk_is_read_by_a_bokmal_voice_where_it_has_none() -> None:
    voice = Voice("nb")
    assert ReadAloud(lambda: voice).say("Hei", "nn")
    assert voice.said == [("nb", "Hei")]


def test_no_language_is_read_by_a_voice_for_another() -> None:
    voice = Voice("nb", "en")
    speech = ReadAloud(lambda: voice)
    assert speech.may_speak("so")
    assert not speech.say("Haa", "so")
    assert voice.said == []
    assert not speech.may_speak("so")
    assert speech.may_speak("nb")


def test_the_speech_library_is_loaded_when_first_asked() -> None:
    loaded: list[str] = []

    def load() -> Voice:
        loaded.append("now")
        return Voice("nb")

    speech = ReadAloud(load)
    speech.stop()
    assert loaded == []
    speech.say("Hei", "nb")
    speech.say("Hei", "nb")
    assert loaded == ["now"]


def test_a_machine_without_speech_says_so_for_every_language() -> None:
    speech = ReadAloud(lambda: None)
    assert not speech.say("Hei", "nb")
    assert not speech.may_speak("nb")
