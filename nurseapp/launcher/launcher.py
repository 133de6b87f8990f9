"""Keeps exactly one window up: hears what the windows say and lets the stage change them.

When a window ends, for whatever reason, the lock screen comes back.
"""

from __future__ import annotations

import queue
from typing import TYPE_CHECKING, Final

from nurseapp.exit_codes import DONE, OUR_BUG
from nurseapp.launcher.heartbeat import Heartbeat
from nurseapp.launcher.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Callable

    from nurseapp.base.channel import Message
    from nurseapp.base.clock import Clock
    from nurseapp.launcher.child import Child, Options
    from nurseapp.launcher.spawn import Spawned

_LISTEN_SECONDS: Final = 0.5
_MOST_EARLY_LOSSES: Final = 5


class Launcher:
    """Runs until the nurse quits or no window can be kept alive."""

    def __init__(
        self, options: Options, clock: Clock, steered: Callable[[Message], None] | None = None
    ) -> None:
        self._events: queue.SimpleQueue[tuple[Child | None, Message | None]] = queue.SimpleQueue()
        self._stage = Stage(options, clock, self._report)
        self._heartbeat = Heartbeat(clock)
        self._steered = steered
        self._early_losses = 0
        self._exit_code: int | None = None

    def run(self, first: Spawned) -> int:
        """Keeps one window up, beginning with the desk just started; returns the exit code."""
        self._stage.expect_first(first)
        try:
            while self._exit_code is None:
                self._listen()
                self._stage.end_late_arrival()
                self._heartbeat.check(self._stage.visible)
        finally:
            self._stage.clear()
        return self._exit_code

    def steer(self, order: Message) -> None:
        """Passes an order to the window that is shown (only where steering was asked for)."""
        self._events.put((None, order))

    def _report(self, child: Child, message: Message | None) -> None:
        self._events.put((child, message))

    def _listen(self) -> None:
        try:
            child, message = self._events.get(timeout=_LISTEN_SECONDS)
        except queue.Empty:
            return
        if child is None:
            self._relay(message or {"type": "quit"})
        elif message is None:
            self._lost(child)
        else:
            self._react(child, message)

    def _react(self, child: Child, message: Message) -> None:
        said, stage = message["type"], self._stage
        if said == "ready":
            child.ready = True
            stage.show_if_wanted(child)
        elif said == "painted" and child is stage.coming:
            self._early_losses = 0
            self._heartbeat.answered()
            if self._steered is not None:
                self._steered({"type": "painted", "window": child.kind})
            stage.settle()
        elif said == "steered" and self._steered is not None:
            self._steered({**message, "window": child.kind})
        elif child is stage.visible:
            self._react_to_visible(message)

    def _react_to_visible(self, message: Message) -> None:
        said = message["type"]
        if said == "pong":
            self._heartbeat.answered()
        elif said == "end" and message.get("why") == "quit":
            self._exit_code = DONE
        elif self._stage.coming is not None:
            return  # A second tap: the next window is on its way already.
        elif said == "handover":
            self._stage.bring_parent(message.get("ticket"))
        elif said == "end":
            self._stage.bring_desk(str(message.get("why", "")))

    def _lost(self, child: Child) -> None:
        if child.gone:  # The pipe and the process both tell; the first counts.
            return
        child.gone = True
        if child.alive:  # The channel broke first; a window nobody hears must not stay.
            child.kill()
        if not child.ready:
            self._early_losses += 1
            if self._stage.visible is None:
                self._give_up_if_hopeless(child)
        if self._exit_code is None:
            self._stage.lose(child, refill=self._early_losses < _MOST_EARLY_LOSSES)

    def _give_up_if_hopeless(self, child: Child) -> None:
        """A first window that dies before it is ready will die again: end with its own code."""
        code = child.exit_code or 0
        if code > 0:
            self._exit_code = code
        elif self._early_losses >= _MOST_EARLY_LOSSES:
            self._exit_code = OUR_BUG

    def _relay(self, order: Message) -> None:
        if order["type"] == "quit":
            self._exit_code = DONE
        elif self._stage.visible is not None and self._stage.coming is None:
            self._stage.visible.say(order)
        elif self._steered is not None:
            self._steered({"type": "steered", "id": order.get("id"), "why": "windows change"})
