"""The sheet all papers share: A4, margins, colours, and the few styles of type."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Weight = Literal["Regular", "SemiBold", "Bold"]
Colour = tuple[float, float, float]

WIDTH: Final = 595.276  # A4 in points
HEIGHT: Final = 841.890
LEFT: Final = 50.0
RIGHT: Final = WIDTH - 50.0
TOP: Final = HEIGHT - 34.0
BOTTOM: Final = 36.0
COLUMN: Final = RIGHT - LEFT


def colour(code: str) -> Colour:
    """`#0B5A60` as red, green and blue from 0 to 1."""
    red, green, blue = (int(code[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return (red, green, blue)


INK: Final = colour("#16292B")
MUTED: Final = colour("#4C5F62")
LINE: Final = colour("#D6DDDC")
TEAL: Final = colour("#0B5A60")
SOFT_TEAL: Final = colour("#E3F0EF")
AMBER: Final = colour("#7A4B00")
AMBER_GROUND: Final = colour("#F2D9A4")
GREY_GROUND: Final = colour("#E6EAE9")
WATERMARK: Final = colour("#F4EBD6")


@dataclass(frozen=True, slots=True)
class Style:
    """How words are set; sizes in points."""

    size: float
    leading: float
    weight: Weight = "Regular"
    ink: Colour = INK

    @property
    def baseline(self) -> float:
        """From the top of a line down to its baseline."""
        return self.leading / 2 + self.size * 0.35


HEAD: Final = Style(9.5, 13, "SemiBold", TEAL)
HEAD_RIGHT: Final = Style(8.5, 13, "Regular", MUTED)
RUNNING: Final = Style(8.5, 12, "Regular", MUTED)
TITLE: Final = Style(18, 24, "Bold")
UNDER_TITLE: Final = Style(9.5, 14, "Regular", MUTED)
WARNING: Final = Style(9.5, 14, "SemiBold", AMBER)
CHAPTER: Final = Style(11, 16, "SemiBold", TEAL)
PARAGRAPH_HEAD: Final = Style(9.5, 13.4, "SemiBold")
BODY: Final = Style(9.5, 13.4)
LABEL: Final = Style(9, 13.4, "Regular", MUTED)
COLUMN_HEAD: Final = Style(8.5, 13.4, "SemiBold", MUTED)
BOX_HEAD: Final = Style(8, 12, "Bold", TEAL)
BOX: Final = Style(10.5, 15.5, "SemiBold")
SMALL: Final = Style(7.5, 11, "Regular", MUTED)
# For sheets that are read at home or from a wall.
LARGE_TITLE: Final = Style(22, 32, "Bold")
LARGE_CHAPTER: Final = Style(14, 20, "SemiBold", TEAL)
LARGE: Final = Style(12.5, 19)
LARGE_STRONG: Final = Style(12.5, 19, "SemiBold")
KEY: Final = Style(21, 36, "Bold")
