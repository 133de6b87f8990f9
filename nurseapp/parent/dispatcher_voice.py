"""Linux's voice: speech-dispatcher, asked through its own command.

Not through QtTextToSpeech: that reads the list of all voices (13,000 with espeak-ng) on the
window's thread, which stood still for two to four seconds, and brings sound and graphics
libraries into the process that holds the answers. The command is another program that knows
nothing but the words; it speaks to the voice through a file of this machine
(decisions/0017).
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from typing import Final

from nurseapp.look.work import Worker
from nurseapp.parent.speech import PROGRAM

_LONGEST_WAIT: Final = 20.0
"""Seconds; a voice that is started for the first time is slow."""


class DispatcherVoice:
    """Asks one thing at a time, away from the window's thread, and only the newest."""

    def __init__(self) -> None:
        self._worker = Worker(_fail)
        self._work = self._worker.for_screen()
        self._codes: dict[str, str] = {}
        self._newest = 0

    def say(self, text: str, languages: tuple[str, ...], voiceless: Callable[[], None]) -> None:
        """Begins to read; what was being read is cut off."""
        self._newest += 1
        number = self._newest

        def told(spoken: bool) -> None:
            if not spoken:
                voiceless()

        self._work.run(lambda: self._speak(number, text, languages), told, _nothing)

    def stop(self) -> None:
        """Falls silent."""
        self._newest += 1
        self._work.run(lambda: _ask("--cancel"), _nothing, _nothing)

    def close(self) -> None:
        """Waits until everything asked so far is done."""
        self._worker.close()

    def _speak(self, number: int, text: str, languages: tuple[str, ...]) -> bool:
        self._codes = self._codes or _languages(_ask("--list-synthesis-voices"))
        code = next((self._codes[one] for one in languages if one in self._codes), None)
        if code is not None and number == self._newest:
            _ask("--cancel")
            # On standard input: the words of a command can be read by every user of the machine.
            _ask("--application-name", "nurseapp", "--language", code, "--pipe-mode",
                 words=_one_line(text))  # fmt: skip
        return code is not None


def _ask(*words_of_command: str, words: str = "") -> str:
    """What the command answers; nothing where it cannot be run or fails."""
    try:
        done = subprocess.run(
            [PROGRAM, *words_of_command],
            input=words.encode(),
            capture_output=True,
            timeout=_LONGEST_WAIT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode(errors="replace") if done.returncode == 0 else ""


def _one_line(text: str) -> str:
    """One message, so that one order ends it; a line that begins with !-! would be an order."""
    return f" {' '.join(text.split())}\n"


def _languages(listed: str) -> dict[str, str]:
    """The voices' languages, as themselves and without their country, as the voice names them."""
    columns = (line.split() for line in listed.splitlines()[1:])
    codes = [found[-2] for found in columns if len(found) > 2]  # noqa: PLR2004 - name, code, variant
    whole = {code.replace("_", "-").partition("-")[0].casefold(): code for code in reversed(codes)}
    return whole | {code: code for code in codes}


def _fail(error: Exception) -> None:
    raise error


def _nothing(_outcome: object) -> None:
    return
