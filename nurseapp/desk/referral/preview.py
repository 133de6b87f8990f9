"""The paper as it will be, page by page; QtPdf is loaded when first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.base.text import _
from nurseapp.look import tokens

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument


class PaperPreview(QWidget):
    """Shows the bytes of a paper; draws in a thread of QtPdf's own."""

    def __init__(self) -> None:
        super().__init__()
        from PySide6.QtPdf import QPdfDocument
        from PySide6.QtPdfWidgets import QPdfView

        self._buffer = QBuffer(self)
        self.document: QPdfDocument = QPdfDocument(self)
        self._view = QPdfView(self)
        self._view.setDocument(self.document)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._view.setFrameShape(QPdfView.Shape.NoFrame)
        self._view.setAccessibleName(_("Forhåndsvisning av papiret"))
        palette = self._view.palette()
        palette.setColor(QPalette.ColorRole.Dark, QColor(tokens.PAPER))
        self._view.setPalette(palette)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view)

    def show_paper(self, content: bytes) -> None:
        """Shows another paper and keeps the place in it."""
        bar = self._view.verticalScrollBar()
        at = bar.value()
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        bar.setValue(at)
