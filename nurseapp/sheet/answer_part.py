"""Where one item is answered."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nurseapp.sheet.asked_item import AskedItem


class AnswerPart(QWidget):
    """Shows one item's answer and tells a new one; it keeps none that it was not shown.

    What is pressed is told at once. What is typed is told when the field is left, and by `settle`,
    which whoever leads on from the item calls first.
    """

    answered = Signal(str)
    """A whole answer, as `forms.answer` has it."""
    taken_back = Signal()
    """The item had an answer and has none now."""

    def present(self, asked: AskedItem) -> None:
        """Shows the item; what is being typed stays while its answer has not changed."""
        raise NotImplementedError

    def settle(self) -> bool:
        """Tells what is typed and not yet told; False if it is no answer, which is then said."""
        return True

    def untold(self) -> bool:
        """Whether something is typed that could not be kept when it was told."""
        return False

    def first(self) -> QWidget:
        """What the keyboard comes to first."""
        raise NotImplementedError

    def let_tab_in(self) -> None:
        """Another item is shown: the tab key begins at the first answer again."""
