"""Collects Python's garbage on the window's thread, between two events.

Left to itself Python collects wherever it happens to be: in the middle of laying out the very
screen that is garbage, or in the worker's thread. Both end the program without a word.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QAbstractEventDispatcher, QObject, Slot


class CollectBetweenEvents(QObject):
    """Makes one; from then on no thread collects by itself. Costs nothing while nothing happens."""

    def __init__(self, parent: QObject) -> None:
        """`parent` is the application, whose event loop tells when it is between events."""
        super().__init__(parent)
        gc.disable()
        self.leave_alone()
        dispatcher = QAbstractEventDispatcher.instance()
        assert dispatcher is not None
        dispatcher.aboutToBlock.connect(self.collect_what_is_due)

    def leave_alone(self) -> None:
        """What is there now stays to the end: no later collection spends time on it."""
        gc.freeze()

    def stop(self) -> None:
        """Lets Python collect by itself again."""
        gc.unfreeze()
        gc.enable()

    @Slot()
    def collect_what_is_due(self) -> None:
        """Collects the generations that have grown past Python's own thresholds."""
        counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [generation for generation, (count, most) in enumerate(counts) if count > most]
        if due:
            gc.collect(due[-1])
