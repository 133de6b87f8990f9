"""Qt's constants by value, on the way to the first window.

Naming anything in PySide's `Qt` namespace builds all its enumerations: 15 to 24 ms, a tenth of the
whole start. What the lock screen needs is written here as numbers, through Qt's property system
where a call would insist on the enumeration; a test compares each with Qt's own.
"""

from __future__ import annotations

from typing import Final

PLAIN_TEXT: Final = 0  # Qt.TextFormat.PlainText
LEFT_TO_RIGHT: Final = 0  # Qt.LayoutDirection
RIGHT_TO_LEFT: Final = 1
NO_FOCUS: Final = 0  # Qt.FocusPolicy.NoFocus
BY_KEYBOARD: Final = 1  # Qt.FocusPolicy.TabFocus: a press does not draw the focus ring
NO_MENU: Final = 0  # Qt.ContextMenuPolicy.NoContextMenu
SECRET_INPUT: Final = 0x1 | 0x2 | 0x40  # Qt.InputMethodHint: hidden, sensitive, no prediction

LEADING: Final = 0x1  # Qt.AlignmentFlag
RIGHT: Final = 0x2
MIDDLE: Final = 0x80
ABSOLUTE: Final = 0x10
CENTRE: Final = 0x4 | 0x80
WRAPS: Final = 0x1000  # Qt.TextFlag.TextWordWrap
