"""Reading aloud: with a voice for the language, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nurseapp.parent import speech as speech_room
from nurseapp.parent.dispatcher_voice import DispatcherVoice
from nurseapp.parent.qt_voice import QtVoice
from nurseapp.parent.speech import ReadAloud

LISTED = """                     NAME                 LANGUAGE                  VARIANT
                Afrikaans                       af                     none
 Norwegian Bokmål                               nb                     none
 Norwegian Bokmål+Half Life                     nb                Half Life
  English (America)                          en-US                     none
"""


class Engine:
    """Stands in for QTextToSpeech; notes what it says."""

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


def read_aloud(engine: Engine) -> ReadAloud:
    return ReadAloud(lambda: QtVoice(engine))  # type: ignore[arg-type]


def must_not() -> None:
    pytest.fail("there was a voice")


def test_the_language_that_is_shown_is_the_one_that_is_read() -> None:
    engine = Engine("en", "nb", "ar")
    speech = read_aloud(engine)
    speech.say("مرحبا", "ar", must_not)
    speech.say("Hei", "nb", must_not)
    assert engine.said == [("ar", "مرحبا"), ("nb", "Hei")]
    assert engine.stopped == 2


def test_nynorsk_is_read_by_a_bokmal_voice_where_it_has_none() -> None:
    engine = Engine("nb")
    read_aloud(engine).say("Hei", "nn", must_not)
    assert engine.said == [("nb", "Hei")]


def test_no_language_is_read_by_a_voice_for_another() -> None:
    engine, told = Engine("nb", "en"), list[str]()
    speech = read_aloud(engine)
    assert speech.may_speak("so")
    speech.say("Haa", "so", lambda: told.append("so"))
    assert (engine.said, told) == ([], ["so"])
    assert not speech.may_speak("so")
    assert speech.may_speak("nb")


def test_the_voice_is_looked_for_when_first_asked() -> None:
    loaded: list[str] = []

    def load() -> QtVoice:
        loaded.append("now")
        return QtVoice(Engine("nb"))  # type: ignore[arg-type]

    speech = ReadAloud(load)
    speech.stop()
    assert loaded == []
    speech.say("Hei", "nb", must_not)
    speech.say("Hei", "nb", must_not)
    assert loaded == ["now"]


def test_a_machine_without_speech_says_so_for_every_language() -> None:
    told: list[str] = []
    speech = ReadAloud(lambda: None)
    speech.say("Hei", "nb", lambda: told.append("nb"))
    assert told == ["nb"]
    assert not speech.may_speak("nb")


def test_reading_aloud_is_not_offered_where_nothing_can_speak(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speech_room, "ON_LINUX", True)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not ReadAloud().may_speak("nb")
    pretend_command(tmp_path)
    assert ReadAloud().may_speak("nb")


def pretend_command(folder: Path) -> None:
    """A command that lists two languages and writes down how it was called and what it was told."""
    command = folder / speech_room.PROGRAM
    (folder / "listed").write_text(LISTED)
    command.write_text(
        f"""#!/bin/sh
case "$1" in
--list-synthesis-voices) while IFS= read -r line; do echo "$line"; done < "{folder}/listed" ;;
*) words=; IFS= read -r words; echo "$* <$words>" >> "{folder}/asked" ;;
esac
"""
    )
    command.chmod(0o755)


class Dispatcher:
    """A voice over the pretended command."""

    def __init__(self, folder: Path) -> None:
        self.voice = DispatcherVoice()
        self.asked = folder / "asked"

    def say(self, text: str, *languages: str, voiceless: Callable[[], None] = must_not) -> None:
        self.voice.say(text, languages, voiceless)

    def orders(self) -> list[str]:
        """What the command was asked, once all is done; nothing can be said after that."""
        self.voice.close()
        return self.asked.read_text().splitlines() if self.asked.exists() else []


@pytest.fixture
def dispatcher(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Dispatcher:
    assert qapp is not None
    pretend_command(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    return Dispatcher(tmp_path)


def test_dispatcher_gets_the_words_where_no_other_user_can_read_them(
    dispatcher: Dispatcher,
) -> None:
    dispatcher.say("Hvor mange\nkopper?", "nn", "nb")
    (cut_off, spoken) = dispatcher.orders()
    assert cut_off.startswith("--cancel")
    command, _begins, words = spoken.partition(" <")
    assert "--language nb" in command
    assert "kopper" not in command
    assert words.strip(" >") == "Hvor mange kopper?"


def test_dispatcher_takes_a_voice_of_any_country(dispatcher: Dispatcher) -> None:
    dispatcher.say("Tea", "en")
    assert "--language en-US" in dispatcher.orders()[-1]


def test_dispatcher_reads_no_language_with_a_voice_for_another(
    dispatcher: Dispatcher, qtbot: QtBot
) -> None:
    told: list[str] = []
    dispatcher.say("Haa", "so", voiceless=lambda: told.append("so"))
    qtbot.waitUntil(lambda: told == ["so"])
    assert dispatcher.orders() == []


def test_words_that_look_like_an_order_are_only_read(dispatcher: Dispatcher) -> None:
    dispatcher.say("!-!QUIT", "nb")
    assert "< !-!QUIT" in dispatcher.orders()[-1]  # only at the very beginning it is an order


def test_next_question_silences_a_voice_that_is_still_looked_for(dispatcher: Dispatcher) -> None:
    dispatcher.say("Første", "nb")
    dispatcher.voice.stop()
    dispatcher.say("Andre", "nb")
    orders = dispatcher.orders()
    assert not any("Første" in order for order in orders)
    assert "Andre" in orders[-1]
