"""What the tour leaves behind: numbered pictures and one file that says what was seen."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from nurseapp.tour.driver import TourError

if TYPE_CHECKING:
    from pathlib import Path

    from nurseapp.tour.driver import Driver


class Report:
    """Numbers the pictures and keeps count of what was seen to hold."""

    def __init__(self, folder: Path, driver: Driver) -> None:
        self._folder = folder
        self._driver = driver
        self._steps: list[dict[str, str]] = []
        self.facts: dict[str, Any] = {}

    def see(self, name: str, *expected: str) -> None:
        """Waits for the expected texts, then keeps a picture as step `name`."""
        for text in expected:
            self._driver.wait_for_text(text)
        file = f"{len(self._steps) + 1:02}-{name}.png"
        self._driver.picture(self._folder / file)
        self._steps.append({"step": name, "picture": file, "window": self._driver.window})
        sys.stdout.write(f"{file}\n")
        sys.stdout.flush()

    def hold(self, what: str, seen: object, expected: object) -> None:
        """Notes a fact; raises TourError where it is not as expected."""
        if seen != expected:
            raise TourError(f"{what}: expected {expected!r}, saw {seen!r}")
        self.facts[what] = seen

    def never(self, what: str, forbidden: tuple[str, ...]) -> None:
        """Raises TourError if any of these texts is shown now."""
        shown = self._driver.look()
        if bad := [text for text in forbidden if any(text in one for one in shown)]:
            raise TourError(f"{what}: {bad} was shown")
        self.facts[what] = True

    def write(self) -> None:
        """Leaves `result.json`."""
        result = {"held": True, "steps": self._steps, **self.facts}
        text = json.dumps(result, ensure_ascii=False, indent=2)
        (self._folder / "result.json").write_text(text + "\n", encoding="utf-8")
