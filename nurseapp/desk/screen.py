"""What every screen of the desk has in common."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget


class Screen(QWidget):
    """Shows one frozen state at a time.

    Qt's own `QWidget.render` paints into a picture; nothing here uses it, so the name is ours.
    """

    def render(self, state: Any) -> None:  # type: ignore[override]
        """Shows `state`; nothing else changes what is seen."""
        raise NotImplementedError
