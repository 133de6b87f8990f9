"""What the two windows' processes share: protection, the channel to the launcher, leaving."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from nurseapp.base.channel import Channel, Message, take_standard_streams
from nurseapp.look.garbage import CollectBetweenEvents


class Arguments(NamedTuple):
    """What the launcher tells a window when it starts it."""

    folder: Path
    launcher: int
    show: bool
    windowed: bool
    steered: bool


def read_arguments(words: Sequence[str]) -> Arguments:
    """The launcher's own words, in any order (argparse would cost the lock screen 10 ms)."""
    given = list(words)

    def after(name: str) -> str:
        return given[given.index(name) + 1]

    return Arguments(
        folder=Path(after("--folder")),
        launcher=int(after("--launcher")),
        show="--show" in given,
        windowed="--windowed" in given,
        steered="--steered" in given,
    )


class WindowProcess(QObject):
    """The window's end of the channel; `heard` arrives on the window's thread.

    `ping` is answered here, through the window's own event loop, so that a hung window is found.
    """

    heard = Signal(dict)
    _arrived = Signal(object)

    def __init__(self, arguments: Arguments) -> None:
        super().__init__()
        self._arguments = arguments
        self._window: QWidget | None = None
        self._steering: Any = None
        self._before_leaving: Callable[[], None] = _nothing
        self._arrived.connect(self._react)
        source, sink = take_standard_streams()
        self._channel = Channel(source, sink, self._arrived.emit)

    def open(self, window: QWidget, before_leaving: Callable[[], None]) -> None:
        """Begins to listen; `before_leaving` closes what must be closed before the process ends."""
        self._before_leaving = before_leaving
        self._window = window
        self._channel.open()

    def say(self, message: Message) -> None:
        """Sends a message to the launcher."""
        self._channel.say(message)

    def leave(self, code: int = 0) -> None:
        """Ends the process: a kiosk window ignores its close event, so Qt cannot be asked."""
        self._before_leaving()
        self._channel.finish(1.0)
        sys.stderr.flush()
        os._exit(code)

    def _steer(self, order: Message) -> None:
        if not self._arguments.steered:
            return
        if self._steering is None:
            # The tour is no part of a packaged program; there this import fails, and so it should.
            steering = importlib.import_module("nurseapp.tour.steering")
            self._steering = steering.Steering(self._window, self.say)
        self._steering.obey(order)

    def _react(self, message: Message | None) -> None:
        if message is None or message["type"] == "exit":
            self.leave()
        elif message["type"] == "ping":
            self.say({"type": "pong"})
        elif message["type"] == "steer":
            self._steer(message)
        else:
            self.heard.emit(message)


def make_application(arguments: Sequence[str]) -> QApplication:
    """The one QApplication of this process; its name never tells whose record is open."""
    # Asking QApplication for a style makes PySide build all its enumerations; a word does not.
    application = QApplication(["nurseapp", "-style", "fusion", *arguments])
    application.setApplicationName("nurseapp")
    application.setQuitOnLastWindowClosed(False)
    CollectBetweenEvents(application)
    return application


def _nothing() -> None:
    return
