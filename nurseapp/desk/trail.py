"""Where the nurse has been since the login, for the way back."""

from __future__ import annotations

from typing import Final

from nurseapp.desk import routes
from nurseapp.desk.routes import Route

_LONGEST: Final = 30


class Trail:
    """The way back always ends at I dag, never outside the desk."""

    def __init__(self) -> None:
        self._been: list[Route] = []

    @property
    def here(self) -> Route:
        """The place one is at."""
        return self._been[-1] if self._been else routes.Today()

    def arrive(self, route: Route) -> None:
        """Goes on to `route`; what lies thirty places back is forgotten."""
        self._been.append(route)
        del self._been[:-_LONGEST]

    def step_back(self) -> Route:
        """Goes back one place and says which."""
        if self._been:
            self._been.pop()
        return self.here

    def clear(self) -> None:
        """Forgets it all: a route may name a person by number."""
        self._been.clear()
