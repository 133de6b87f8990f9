"""Which window is seen, which is coming, and which wait hidden.

The new window is asked to show itself; only when it says that it is painted does the old one
end. The bare desktop is never seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nurseapp.launcher.child import Child, Kind, Options, start_window

if TYPE_CHECKING:
    from collections.abc import Callable

    from nurseapp.base.channel import Message
    from nurseapp.base.clock import Clock
    from nurseapp.launcher.spawn import Spawned

LEAVE_SECONDS: Final = 3.0
ARRIVE_SECONDS: Final = 30.0


class Stage:
    """At most one visible window, at most one on its way, and the spares."""

    def __init__(
        self, options: Options, clock: Clock, heard: Callable[[Child, Message | None], None]
    ) -> None:
        self._options = options
        self._clock = clock
        self._heard = heard
        self._spares: dict[Kind, Child] = {}
        self.visible: Child | None = None
        self.coming: Child | None = None
        self._why = "start"

    def expect_first(self, process: Spawned) -> None:
        """Takes in the first desk, which was started ahead and shows itself unasked."""
        desk = Child("desk", process, self._heard)
        desk.told_to_show = True
        self._expect(desk)

    def bring_desk(self, why: str) -> None:
        """Brings a fresh desk with the lock screen; `why` is told to it."""
        self._why = why
        desk = self._spare_or_new("desk")
        self._expect(desk)
        self.show_if_wanted(desk)

    def bring_parent(self, ticket: object) -> None:
        """Brings the parent's window with what it needs for this one sheet."""
        parent = self._spare_or_new("parent")
        self._expect(parent)
        parent.told_to_show = True
        parent.say({"type": "ticket", "ticket": ticket})

    def show_if_wanted(self, child: Child) -> None:
        """Tells the window that is expected to show itself, once it is ready."""
        if child is self.coming and child.ready and not child.told_to_show:
            child.told_to_show = True
            child.say({"type": "show", "why": self._why})

    def settle(self) -> None:
        """The window that was expected is painted: the old one leaves, new spares are started."""
        old, self.visible, self.coming = self.visible, self.coming, None
        if old is not None:
            old.dismiss(LEAVE_SECONDS)
        self.fill_spares()

    def lose(self, child: Child, *, refill: bool) -> None:
        """Forgets a window that is gone, and brings what must stand in its place.

        Without `refill` a hidden window that keeps dying is not started again until it is needed.
        """
        if self._spares.get(child.kind) is child:
            del self._spares[child.kind]
        if child is self.coming:
            self.coming = None
            self._replace_arrival(child)
        elif child is self.visible:
            self.visible = None
            if self.coming is None:
                self.bring_desk("crash")
        elif refill and self.visible is not None and self.coming is None:
            self.fill_spares()

    def fill_spares(self) -> None:
        """Starts the hidden windows that are missing, so that the next change is not felt."""
        kinds: tuple[Kind, ...] = ("parent", "desk")
        for kind in kinds:
            if kind not in self._spares:
                self._spares[kind] = self._start(kind)

    def clear(self) -> None:
        """Ends every window."""
        for child in (self.visible, self.coming, *self._spares.values()):
            if child is not None:
                child.dismiss(LEAVE_SECONDS)

    def end_late_arrival(self) -> None:
        """Ends a window that was expected and has not come within 30 seconds."""
        late = self._clock.monotonic() - ARRIVE_SECONDS
        if self.coming is not None and self.coming.asked_at < late:
            self.coming.kill()

    def _replace_arrival(self, child: Child) -> None:
        if child.kind == "parent" and self.visible is not None:
            self.visible.say({"type": "handover_failed"})
        else:
            self.bring_desk("crash")

    def _expect(self, child: Child) -> None:
        self.coming = child
        child.asked_at = self._clock.monotonic()

    def _spare_or_new(self, kind: Kind) -> Child:
        return self._spares.pop(kind) if kind in self._spares else self._start(kind)

    def _start(self, kind: Kind) -> Child:
        return Child(kind, start_window(kind, self._options), self._heard)
