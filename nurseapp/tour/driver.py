"""Starts the real launcher offscreen and speaks to the window that is shown."""

from __future__ import annotations

import itertools
import json
import os
import queue
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Final, Self

from nurseapp.base.channel import Channel, Message

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PATIENCE_SECONDS: Final = 60.0
_BETWEEN_LOOKS: Final = 0.02
_AFTER_A_CHANGE: Final = 2.0
# A window swallows input for half a second after it appears; an order is tried again until
# the thing it names is there, and the picture afterwards tells whether it took.
_SCREEN: Final = {"name": "tour", "x": 0, "y": 0, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}


class TourError(Exception):
    """A step of the tour was not seen to hold."""


class Driver:
    """The launcher and its windows, driven from outside."""

    def __init__(self, folder: Path, work: Path, *, width: int = 1280, height: int = 800) -> None:
        """Starts the launcher of the station in `folder`; `work` is for its own small files."""
        screen = work / "screen.json"
        screen.write_text(json.dumps({"screens": [{**_SCREEN, "width": width, "height": height}]}))
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
            # The offscreen plug-in tells at every window that it has no size hints.
            "QT_LOGGING_RULES": "default.warning=false",
        }
        self._process = subprocess.Popen(
            [sys.executable, "-m", "nurseapp", "open", str(folder), "--steered"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._answers: queue.SimpleQueue[Message | None] = queue.SimpleQueue()
        self._channel = Channel(self._process.stdout, self._process.stdin, self._answers.put)
        self._channel.open()
        self._numbers = itertools.count(1)
        self.texts: tuple[str, ...] = ()
        self.window = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_why: object) -> None:
        self.close()

    def close(self) -> int:
        """Ends the program; returns the launcher's exit code."""
        if self._process.poll() is None:
            self._channel.say({"type": "quit"})
            try:
                self._process.wait(20)
            except subprocess.TimeoutExpired:
                self._process.kill()
        return self._process.wait()

    def click(self, target: str, *, within: str = "") -> None:
        """Clicks the thing called `target`, as soon as it is there."""
        self._until_done({"do": "click", "target": target, "within": within})

    def type(self, target: str, text: str) -> None:
        """Replaces the text of the field called `target`."""
        self._until_done({"do": "type", "target": target, "text": text})

    def choose(self, target: str, words: str) -> None:
        """Chooses the line `words` in the list called `target`."""
        self._until_done({"do": "choose", "target": target, "text": words})

    def picture(self, file: Path) -> None:
        """Saves what the window shows."""
        self._until_done({"do": "grab", "file": str(file)})

    def look(self) -> tuple[str, ...]:
        """All texts that the window shows now; empty while two windows change places."""
        self._order({"do": "look"})
        return self.texts

    def wait_for(self, what: str, seen: Callable[[tuple[str, ...]], bool]) -> None:
        """Waits until `seen` holds for the texts; raises TourError naming `what`."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not seen(self.look()):
            if time.monotonic() > deadline:
                raise TourError(f"not seen: {what}\nshown instead: {self.texts}")
            time.sleep(_BETWEEN_LOOKS)

    def wait_for_text(self, text: str) -> None:
        """Waits until some text shown contains `text`."""
        self.wait_for(text, lambda texts: any(text in shown for shown in texts))

    def _until_done(self, order: Message) -> None:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while True:
            answer = self._order(order)
            if answer.get("ok"):
                return
            if time.monotonic() > deadline:
                raise TourError(f"{order}: {answer.get('why')}\nshown: {self.texts}")
            time.sleep(_BETWEEN_LOOKS)

    def _order(self, order: Message) -> Message:
        """The window's answer. An order is given once: a slow window is waited for.

        It can be lost only with a window that died; then the next one is painted, and soon after
        that it is given up.
        """
        number = next(self._numbers)
        self._forget_what_was_said()
        self._channel.say({"type": "steer", "id": number, **order})
        until = time.monotonic() + PATIENCE_SECONDS
        while (left := until - time.monotonic()) > 0:
            answer = self._next(left)
            if answer.get("type") == "painted":
                until = min(until, time.monotonic() + _AFTER_A_CHANGE)
            elif answer.get("id") == number:
                self.texts = tuple(answer.get("texts", ()))
                self.window = str(answer.get("window", ""))
                return answer
        return {"ok": False, "why": "no answer"}

    def _next(self, seconds: float) -> Message:
        try:
            answer = self._answers.get(timeout=seconds)
        except queue.Empty:
            return {"type": "nothing"}
        if answer is None:
            raise TourError("the program ended")
        return answer

    def _forget_what_was_said(self) -> None:
        while not self._answers.empty():
            if self._answers.get() is None:
                raise TourError("the program ended")
