"""Swaps the two windows so that exactly one is seen and the old one leaves last.

The new window is asked to show itself; only when it says that it is painted does the old one
end. The bare desktop is never seen, and when a window ends for whatever reason the lock screen
comes back.
"""

from __future__ import annotations

import queue
from typing import TYPE_CHECKING, Final

from nurseapp.launcher.child import Child, Kind, Options

if TYPE_CHECKING:
    from collections.abc import Callable

    from nurseapp.base.channel import Message
    from nurseapp.base.clock import Clock

LEAVE_SECONDS: Final = 3.0
PAINT_SECONDS: Final = 10.0
PING_SECONDS: Final = 2.0
HUNG_SECONDS: Final = 15.0
_FEWEST_LOSSES: Final = 5

EXIT_DONE: Final = 0
EXIT_NO_WINDOW: Final = 70


class Launcher:
    """Runs until the nurse quits or no window can be kept alive."""

    def __init__(
        self, options: Options, clock: Clock, steering: Callable[[Message], None] | None = None
    ) -> None:
        self._options = options
        self._clock = clock
        self._steering = steering
        self._events: queue.SimpleQueue[tuple[Child | None, Message | None]] = queue.SimpleQueue()
        self._visible: Child | None = None
        self._coming: Child | None = None
        self._spares: dict[Kind, Child] = {}  # hidden windows, started ahead
        self._why = "start"
        self._early_losses = 0
        self._pinged = 0.0
        self._answered = 0.0
        self._exit_code: int | None = None

    def run(self) -> int:
        """Shows the lock screen and keeps one window up; returns the exit code."""
        self._coming = self._start("desk", shown=True)
        self._coming.asked_at = self._clock.monotonic()
        try:
            while self._exit_code is None:
                try:
                    child, message = self._events.get(timeout=0.5)
                except queue.Empty:
                    pass
                else:
                    self._hear(child, message)
                self._watch()
        finally:
            for child in self._children():
                child.dismiss(LEAVE_SECONDS)
        return self._exit_code

    def steer(self, message: Message) -> None:
        """Passes an order to the window that is shown (only where steering was asked for)."""
        self._events.put((None, message))

    # What the windows say

    def _hear(self, child: Child | None, message: Message | None) -> None:
        if child is None:
            self._relay(message)
        elif message is None:
            self._lost(child)
        else:
            self._react(child, message)

    def _react(self, child: Child, message: Message) -> None:
        said = message["type"]
        if said == "ready":
            child.ready = True
            self._show_if_wanted(child)
        elif said == "painted" and child is self._coming:
            self._settle(child)
        elif said == "handover" and child is self._visible:
            self._hand_over(message["ticket"])
        elif said == "end" and child is self._visible:
            self._ended(str(message.get("why", "")))
        elif said == "pong" and child is self._visible:
            self._answered = self._clock.monotonic()
        elif said == "steered" and self._steering is not None:
            self._steering({**message, "window": child.kind})

    def _ended(self, why: str) -> None:
        if why == "quit":
            self._exit_code = EXIT_DONE
        else:
            self._bring_desk(why)

    def _lost(self, child: Child) -> None:
        if child.alive:
            child.kill()
        if not child.ready:
            self._count_early_loss(child)
        if self._spares.get(child.kind) is child:
            del self._spares[child.kind]
        if self._exit_code is not None:
            return
        if child is self._coming:
            self._coming = None
            self._after_failed_arrival(child)
        elif child is self._visible:
            self._visible = None
            if self._coming is None:
                self._bring_desk("crash")
        elif self._visible is not None and self._coming is None:
            self._fill_spares()

    def _after_failed_arrival(self, child: Child) -> None:
        if child.kind == "parent" and self._visible is not None:
            self._visible.say({"type": "handover_failed"})
            self._fill_spares()
        else:
            self._bring_desk("crash")

    # Swapping

    def _bring_desk(self, why: str) -> None:
        self._why = why
        self._bring(self._spare_or_new("desk"))

    def _bring(self, child: Child) -> None:
        self._coming = child
        child.asked_at = self._clock.monotonic()
        self._show_if_wanted(child)

    def _show_if_wanted(self, child: Child) -> None:
        if child is self._coming and child.ready and not child.told_to_show:
            child.told_to_show = True
            child.say({"type": "show", "why": self._why})

    def _hand_over(self, ticket: object) -> None:
        parent = self._spare_or_new("parent")
        self._coming = parent
        parent.asked_at = self._clock.monotonic()
        parent.told_to_show = True
        parent.say({"type": "ticket", "ticket": ticket})

    def _settle(self, child: Child) -> None:
        old, self._visible, self._coming = self._visible, child, None
        self._answered = self._clock.monotonic()
        self._early_losses = 0
        if old is not None:
            old.dismiss(LEAVE_SECONDS)
        self._fill_spares()

    def _fill_spares(self) -> None:
        kinds: tuple[Kind, ...] = ("parent", "desk")
        for kind in kinds:
            if kind not in self._spares and self._exit_code is None:
                self._spares[kind] = self._start(kind)

    def _spare_or_new(self, kind: Kind) -> Child:
        return self._spares.pop(kind) if kind in self._spares else self._start(kind)

    def _start(self, kind: Kind, *, shown: bool = False) -> Child:
        return Child(kind, self._options, self._report, shown=shown)

    def _report(self, child: Child, message: Message | None) -> None:
        self._events.put((child, message))

    # Watching over them

    def _watch(self) -> None:
        now = self._clock.monotonic()
        if self._coming is not None and now - self._coming.asked_at > PAINT_SECONDS * 3:
            self._coming.kill()
        if self._visible is None or now - self._pinged < PING_SECONDS:
            return
        if self._answered < self._pinged and now - self._answered > HUNG_SECONDS:
            self._visible.kill()
            return
        self._pinged = now
        self._visible.say({"type": "ping"})

    def _count_early_loss(self, child: Child) -> None:
        self._early_losses += 1
        code = child.exit_code
        if self._early_losses >= _FEWEST_LOSSES or (code is not None and code > 0):
            self._exit_code = code if code is not None and code > 0 else EXIT_NO_WINDOW

    def _relay(self, message: Message | None) -> None:
        if message is None or message["type"] == "quit":
            self._exit_code = EXIT_DONE
        elif self._visible is not None and self._coming is None:
            self._visible.say(message)
        elif self._steering is not None:
            self._steering({"type": "steered", "busy": True, "id": message.get("id")})

    def _children(self) -> list[Child]:
        known = [self._visible, self._coming, *self._spares.values()]
        return [child for child in known if child is not None]
