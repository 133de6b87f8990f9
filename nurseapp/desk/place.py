"""What a place of the desk is, and what the desk gives it.

A place is a folder `desk/<place>/` with

- `flow.py`: a `Flow` with one frozen state and intents as methods; no Qt. It is given the use
  cases it needs as a frozen dataclass of callables that are bound to the station already
  (`TodayCases` and so on; the real ones come from `desk/wiring.py`, tests give fakes), the
  screen's `Work`, and `go`.
- `screen.py`: a `Place` whose `render(state)` alone changes what is shown, and
  `build(route, desk) -> Place`, which makes the flow and the screen for one route.

`desk/places.py` finds the `build` for a route and imports the place when first used. The shell
makes a new place for every `go` and `back`. When a place is left, its work is dropped, its flow
forgets its observers and the widget is deleted; nothing of it is kept but the route.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from nurseapp.base.clock import Clock
from nurseapp.base.flow import Flow, Work
from nurseapp.desk.routes import Route
from nurseapp.desk.screen import Screen

if TYPE_CHECKING:
    from nurseapp.clinic.station.access import OpenStation
    from nurseapp.clinic.values.card import StationCard
    from nurseapp.clinic.values.station import UserRow

LockReason = Literal["button", "idle", "system", "switch_user"]
Tone = Literal["calm", "done", "concern"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskContext:
    """What the desk gives to one place, for as long as the place is shown.

    `work` is this place's own: its tasks are dropped with it. `station` may be touched only
    inside a task that `work` runs. `tell` shows a sentence above the place, never a pop-up; it
    stays through the next `go`, so a place can say "Lagret." and leave. `hide` covers the content
    until a click. `hand_over` closes the station and asks for the parent's window. `size_text`
    keeps another text size, in per cent, and draws the place anew.
    """

    work: Work
    station: OpenStation
    card: StationCard
    user: UserRow
    clock: Clock
    go: Callable[[Route], None]
    back: Callable[[], None]
    lock: Callable[[LockReason], None]
    hand_over: Callable[[dict[str, Any]], None]
    tell: Callable[[str, Tone], None]
    hide: Callable[[], None]
    size_text: Callable[[int], None]


class Place(Screen):
    """A screen with its flow, alive between arriving and leaving."""

    def __init__(self, flow: Flow[Any]) -> None:
        super().__init__()
        self._flow_to_forget = flow

    def leave(self) -> None:
        """Lets go of the flow; called once, before the widget is deleted."""
        self._flow_to_forget.forget()

    def unsaved(self) -> bool:
        """Whether leaving now would lose something the nurse has typed."""
        return False

    def stands_at(self, route: Route) -> Route:
        """What leads to the place as it is now; it was made for `route`."""
        return route

    def focus_search(self) -> bool:
        """Puts the cursor into the place's search field; False if it has none (Ctrl+K)."""
        return False

    def escape(self) -> bool:
        """Closes what is open inside the place; False if nothing was, so Esc leads back."""
        return False


Build = Callable[[Route, DeskContext], Place]
