"""A button that says what it is about, for rows that are alike."""

from __future__ import annotations

from PySide6.QtCore import Signal

from nurseapp.look.buttons import Button, ButtonRole


class ValueButton(Button):
    """Tells its value when pressed; a screen reader hears what the row is called."""

    told = Signal(object)

    def __init__(
        self,
        text: str,
        value: object,
        *,
        of: str = "",
        role: ButtonRole = "secondary",
        leading: bool = False,
    ) -> None:
        super().__init__(text, role, leading=leading)
        self._value = value
        if of:
            self.setAccessibleName(f"{text}: {of}")
        self.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.told.emit(self._value)
