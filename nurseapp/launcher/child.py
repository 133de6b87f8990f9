"""One window's process, as the launcher sees it."""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from nurseapp.base.channel import Channel, Message
from nurseapp.launcher.spawn import Spawned, window_command

if TYPE_CHECKING:
    from collections.abc import Callable

Kind = Literal["desk", "parent"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How the windows are started; `flags` are passed on to each."""

    folder: str
    flags: tuple[str, ...] = ()


def start_window(kind: Kind, options: Options, *, shown: bool = False) -> Spawned:
    """Starts a window's process; one that is `shown` comes up without being asked."""
    flags = [*options.flags, "--show"] if shown else list(options.flags)
    return Spawned(window_command(kind, options.folder, flags))


class Child:
    """A started window: its process, its channel, and how far it has come."""

    def __init__(
        self, kind: Kind, process: Spawned, heard: Callable[[Child, Message | None], None]
    ) -> None:
        """Listens to `process`; `heard` gets each message, and None when it is gone."""
        self.kind: Final = kind
        self.ready = False
        self.gone = False
        self.told_to_show = False
        self.asked_at = 0.0
        self._process = process
        self._ended = threading.Event()
        self._channel = Channel(
            os.fdopen(process.output, "rb"),
            os.fdopen(process.input, "wb"),
            lambda message: heard(self, message),
        )
        self._channel.open()
        # The pipe can be held open by a grandchild after the window died, and the pipe can
        # break while the process lives: whichever ends first counts.
        threading.Thread(target=self._wait, args=(heard,), daemon=True).start()

    def say(self, message: Message) -> None:
        """Sends `message` to the window."""
        self._channel.say(message)

    @property
    def alive(self) -> bool:
        """Whether the process still runs."""
        return not self._ended.is_set()

    @property
    def exit_code(self) -> int | None:
        """How the process ended, or None; negative when a signal ended it."""
        return self._process.exit_code

    def dismiss(self, seconds: float) -> None:
        """Asks the window to leave, and ends it if it has not within `seconds`."""
        if self.alive:
            self.say({"type": "exit"})
            if not self._ended.wait(seconds):
                self.kill()

    def kill(self) -> None:
        """Ends the process at once."""
        self._process.kill()
        self._ended.wait()

    def _wait(self, heard: Callable[[Child, Message | None], None]) -> None:
        self._process.wait()
        self._ended.set()
        heard(self, None)
