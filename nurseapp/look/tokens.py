"""The few colours, distances and sizes that every place is drawn with."""

from __future__ import annotations

from typing import Final, Literal

INK: Final = "#16292B"
MUTED: Final = "#4C5F62"
MUTED_DARK: Final = "#3B4D50"
"""Secondary text for parents: 7:1 on paper and card."""
PAPER: Final = "#F6F4EF"
CARD: Final = "#FFFFFF"
LINE: Final = "#D6DDDC"
CONTROL: Final = "#7B8C8E"
"""A control's border: 3:1 against card and paper, which a hairline need not have."""
TEAL: Final = "#0B5A60"
TEAL_SOFT: Final = "#E3F0EF"
TEAL_DARK: Final = "#084448"
RED: Final = "#A3201A"
RED_SOFT: Final = "#FCEBE9"
AMBER: Final = "#7A4B00"
AMBER_SOFT: Final = "#FFF3DA"
AMBER_BAND: Final = "#F2D9A4"
GREEN: Final = "#1D5E38"
GREEN_SOFT: Final = "#E6F3EA"
FOCUS: Final = "#1F5FBF"

FOCUS_RING: Final = 3
CARD_CORNER: Final = 14
CONTROL_CORNER: Final = 10
STEP: Final = 4
TARGET: Final = 44
"""The least height of anything a nurse presses, in pixels."""

TEXT_SIZES: Final = {"heading": 28, "title": 19, "body": 16, "muted": 15, "small": 13, "figure": 62}
"""Pixels at 100 %."""

Tone = Literal["plain", "teal", "green", "amber", "red"]
"""What a card, a pill or a message says beside its word: nothing, chosen, done, late, critical."""

TONES: Final[dict[Tone, tuple[str, str, str]]] = {
    "plain": (CARD, LINE, INK),
    "teal": (TEAL_SOFT, TEAL, TEAL),
    "green": (GREEN_SOFT, GREEN, GREEN),
    "amber": (AMBER_SOFT, AMBER, AMBER),
    "red": (RED_SOFT, RED, RED),
}
"""Ground, border and text of each tone; each text on its ground reaches 4.5:1."""
