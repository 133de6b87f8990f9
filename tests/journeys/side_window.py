"""A window's real program with a side door: a test steers it without the launcher hearing a word.

The launcher's own steering would put every name on the screen into the launcher's memory.
"""

from __future__ import annotations

import importlib
import os
import socket
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from nurseapp.base.channel import Channel, Message
from nurseapp.look.window_process import WindowProcess
from nurseapp.tour.steering import Steering

DOORS = "--doors"


class SideDoor(QObject):
    """Obeys whoever comes in by the socket `<process number>` in the folder of doors."""

    _arrived = Signal(object)

    def __init__(self, window: QWidget, doors: Path) -> None:
        super().__init__(window)
        self._window = window
        self._arrived.connect(self._obey)
        self._channel: Channel | None = None
        self._steering: Steering | None = None
        self._door = socket.socket(socket.AF_UNIX)
        place = doors / str(os.getpid())
        self._door.bind(f"{place}.new")
        self._door.listen(1)
        Path(f"{place}.new").rename(place)  # whoever sees the name finds somebody who listens
        threading.Thread(target=self._let_in, daemon=True).start()

    def _let_in(self) -> None:
        guest, _address = self._door.accept()
        self._channel = Channel(guest.makefile("rb"), guest.makefile("wb"), self._arrived.emit)
        self._channel.open()

    def _obey(self, order: Message | None) -> None:
        if order is None or self._channel is None:
            return
        if self._steering is None:
            self._steering = Steering(self._window, self._channel.say)
        self._steering.obey(order)


def main() -> None:
    """`side_window.py nurseapp.desk --folder … --doors …`"""
    program = sys.argv.pop(1)
    doors = Path(sys.argv[sys.argv.index(DOORS) + 1])
    opens = WindowProcess.open
    held: list[SideDoor] = []

    def opens_with_a_side_door(
        process: WindowProcess, window: QWidget, before_leaving: Callable[[], None]
    ) -> None:
        opens(process, window, before_leaving)
        held.append(SideDoor(window, doors))

    setattr(WindowProcess, "open", opens_with_a_side_door)  # noqa: B010 - only in this process
    importlib.import_module(f"{program}.__main__").main()


if __name__ == "__main__":
    main()
