"""The voice for real: speech-dispatcher speaks to a sound card that is only a recording."""

from __future__ import annotations

import array
import os
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from parent_samples import Sheet, questionnaire
from pytestqt.qtbot import QtBot

from nurseapp.parent.speech import ReadAloud

pytest_plugins = ["parent_fixtures"]
pytestmark = pytest.mark.slow

NEEDED = ("spd-say", "speech-dispatcher", "espeak-ng", "pulseaudio", "parec")
LOUD = 2_000
"""Of 32,768; a recording of nobody is 0."""
RATE = 8_000
BREATH = 0.7
"""Seconds; no pause between two words is as long."""


class Recording:
    """What comes out of the loudspeaker, listened to while it is played."""

    def __init__(self) -> None:
        command = ["parec", "-d", "card.monitor", "--raw", "--format=s16le", "--channels=1",
                   f"--rate={RATE}", "--latency-msec=50"]  # fmt: skip
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE)
        self._last_loud = 0.0
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def heard(self) -> bool:
        return self._last_loud > 0

    def silent(self) -> bool:
        return time.monotonic() - self._last_loud > BREATH

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        self._listener.join()
        assert self._process.stdout is not None
        self._process.stdout.close()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        while piece := self._process.stdout.read(RATE // 10 * 2):
            samples = array.array("h", piece[: len(piece) // 2 * 2])
            if max(map(abs, samples), default=0) > LOUD:
                self._last_loud = time.monotonic()


@pytest.fixture
def loudspeaker(monkeypatch: pytest.MonkeyPatch) -> Iterator[Recording]:
    missing = [program for program in NEEDED if shutil.which(program) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    with tempfile.TemporaryDirectory() as folder:  # short enough for the name of a socket
        for name in ("XDG_RUNTIME_DIR", "HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            monkeypatch.setenv(name, folder)
        command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1",
                   "-L", "module-native-protocol-unix",
                   "-L", "module-null-sink sink_name=card"]  # fmt: skip
        server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        wait_for(lambda: Path(folder, "pulse", "native").exists())
        recording = Recording()
        yield recording
        recording.close()
        end_dispatcher(Path(folder))
        server.terminate()
        server.wait()


def wait_for(there: Callable[[], bool]) -> None:
    until = time.monotonic() + 10
    while not there():
        assert time.monotonic() < until
        time.sleep(0.02)


def end_dispatcher(folder: Path) -> None:
    """It was started for this test, and would wait a while for others who want to speak."""
    for file in folder.rglob("speech-dispatcher.pid"):
        number = int(file.read_text())
        os.kill(number, signal.SIGTERM)
        wait_for(lambda: not Path(f"/proc/{number}").exists())  # noqa: B023 - waited for here


def test_a_question_is_heard_and_the_next_one_begins_in_silence(
    sheet: Sheet, qtbot: QtBot, loudspeaker: Recording
) -> None:
    window = sheet.begin(questionnaire(2), speech=ReadAloud())
    since = time.monotonic()
    sheet.press(window.top.read_button)
    assert time.monotonic() - since < 0.5  # the voice is looked for beside the window
    qtbot.waitUntil(loudspeaker.heard, timeout=30_000)
    sheet.press(window.question.rows[0])
    sheet.press(window.question.next_button)
    qtbot.waitUntil(loudspeaker.silent, timeout=5_000)
    assert window.top.read_button.isVisible()


def test_a_pause_is_silent(sheet: Sheet, qtbot: QtBot, loudspeaker: Recording) -> None:
    window = sheet.begin(questionnaire(2), speech=ReadAloud())
    sheet.press(window.top.read_button)
    qtbot.waitUntil(loudspeaker.heard, timeout=30_000)
    sheet.press(window.top.pause_button)
    qtbot.waitUntil(loudspeaker.silent, timeout=5_000)


def test_a_language_that_no_voice_reads_is_not_read_by_another(
    sheet: Sheet, qtbot: QtBot, loudspeaker: Recording
) -> None:
    window = sheet.begin(questionnaire(1), speech=ReadAloud())
    told: list[str] = []
    aloud = ReadAloud()
    aloud.say("Haa", "ckb", lambda: told.append("ckb"))
    qtbot.waitUntil(lambda: told == ["ckb"], timeout=30_000)
    assert aloud.may_speak("nb")
    assert not loudspeaker.heard()
    assert window.isVisible()
