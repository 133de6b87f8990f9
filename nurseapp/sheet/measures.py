"""How large things are for a parent: by the screen's physical size, not by its pixels."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Final

TEXT_STEPS: Final = (1.0, 1.3, 1.6)
"""Question 20, 26 and 32 points."""

_AIR_MM: Final = 13.0
_BUTTON_MM: Final = 12.0
_GAP_MM: Final = 2.0
_TARGET: Final = 44
_LEAST_DPI: Final = 96.0
_MOST_DPI: Final = 240.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """`dpi` is what the screen says of itself, in pixels an inch; `step` the text size, 0 to 2.

    Screens that say nonsense (none, a projector, a virtual machine) count as 96 to 240 dpi.
    """

    dpi: float = _LEAST_DPI
    step: int = 0

    @property
    def answer_height(self) -> int:
        """The least height of an answer: air around its text, 19 mm in all and never under 14."""
        return self._mm(_AIR_MM) + self.points(18)

    @property
    def button_height(self) -> int:
        """The least height of other buttons: 12 mm."""
        return self._mm(_BUTTON_MM)

    @property
    def gap(self) -> int:
        """Between things to press: at least 2 mm."""
        return max(self._mm(_GAP_MM), 12)

    @property
    def column(self) -> int:
        """The widest line of text, about 65 signs of a question."""
        return round(820 * self._dpi / _LEAST_DPI)

    def points(self, points: float) -> int:
        """`points` at the smallest text size, as pixels at the size now chosen."""
        return round(points * TEXT_STEPS[self.step] * self._dpi / 72)

    @property
    def _dpi(self) -> float:
        return min(max(self.dpi, _LEAST_DPI), _MOST_DPI)

    def _mm(self, millimetres: float) -> int:
        return ceil(millimetres * self._dpi / 25.4)


def step_for(text_scale: float) -> int:
    """The text size to begin with, for the nurse's own setting of 1.0 to 2.0."""
    nearest = min(TEXT_STEPS, key=lambda step: abs(step - text_scale))
    return TEXT_STEPS.index(nearest)


@dataclass(frozen=True, slots=True, kw_only=True)
class NurseMeasures(Measures):
    """The same parts as large as the desk's own text, at `scale` of its usual size."""

    scale: float = 1.0

    @property
    def answer_height(self) -> int:
        """As high as what a nurse presses, and higher with larger text."""
        return round(_TARGET * (1 + self.scale) / 2)

    @property
    def button_height(self) -> int:
        """The same."""
        return self.answer_height

    @property
    def gap(self) -> int:
        """Between things to press."""
        return 8

    def points(self, points: float) -> int:
        """A parent's 18 points are the desk's 16 pixels; nothing is under 15."""
        return round(max(points * 16 / 18, 15) * self.scale)
