"""The few things we draw, over reportlab's canvas, which has no types of its own.

All places are in points from the lower left corner of the sheet.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from nurseapp.report import page
from nurseapp.report.fonts import BASE_FONT
from nurseapp.report.page import Colour, Style

Point = tuple[float, float]


class Ink:
    """Draws on the sheet at hand; whatever comes later lies on top."""

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas

    @contextmanager
    def marked(self, code: str) -> Iterator[None]:
        """Everything drawn meanwhile belongs to the marked content that `code` opens."""
        self._canvas.addLiteral(f"{code} BDC")
        yield
        self._canvas.addLiteral("EMC")

    def words(self, at: Point, drawn: str, font: str, style: Style) -> None:
        """One piece of type on its baseline, in the size and colour of `style`."""
        self._canvas.setFillColorRGB(*style.ink)
        text = self._canvas.beginText(*at)
        text.setFont(font, style.size)
        text.textOut(drawn)
        self._canvas.drawText(text)

    def centred(self, at: Point, drawn: str, style: Style) -> None:
        """Norwegian words around a place."""
        self._canvas.setFillColorRGB(*style.ink)
        self._canvas.setFont(f"NotoSans-{style.weight}", style.size)
        self._canvas.drawCentredString(*at, drawn)

    def bar(self, at: Point, width: float, height: float, fill: Colour, round_: float = 0) -> None:
        """A filled box, its corners round by `round_` points."""
        self._canvas.setFillColorRGB(*fill)
        self._canvas.roundRect(*at, width, height, round_, stroke=0, fill=1)

    def shape(self, start: Point, steps: tuple[tuple[float, ...], ...], fill: Colour) -> None:
        """A filled shape: a step is a point for a straight line, three points for a curve."""
        path = self._canvas.beginPath()
        path.moveTo(*start)
        for step in steps:
            (path.lineTo if len(step) == len(start) else path.curveTo)(*step)
        path.close()
        self._canvas.setFillColorRGB(*fill)
        self._canvas.drawPath(path, stroke=0, fill=1)

    def line(self, start: Point, end: Point, colour: Colour, width: float) -> None:
        """A straight line."""
        self._canvas.setStrokeColorRGB(*colour)
        self._canvas.setLineWidth(width)
        self._canvas.line(*start, *end)

    def dot(self, at: Point, radius: float, fill: Colour) -> None:
        """A filled circle around a place."""
        self._canvas.setFillColorRGB(*fill)
        self._canvas.circle(*at, radius, stroke=0, fill=1)

    @contextmanager
    def within(self, at: Point, width: float, height: float, round_: float) -> Iterator[None]:
        """What is drawn meanwhile shows only inside a box with round corners."""
        self._canvas.saveState()
        path = self._canvas.beginPath()
        path.roundRect(*at, width, height, round_)
        self._canvas.clipPath(path, stroke=0, fill=0)
        yield
        self._canvas.restoreState()

    @contextmanager
    def turned(self, around: Point, degrees: float) -> Iterator[None]:
        """What is drawn meanwhile is turned, and counts its places from `around`."""
        self._canvas.saveState()
        self._canvas.translate(*around)
        self._canvas.rotate(degrees)
        yield
        self._canvas.restoreState()


def drawn(pages: list[Callable[[Ink], None]]) -> bytes:
    """A file with these pages; the same drawing gives the same bytes."""
    from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

    file = io.BytesIO()
    canvas = Canvas(
        file,
        pagesize=(page.WIDTH, page.HEIGHT),
        initialFontName=BASE_FONT,  # else it names Helvetica on every page, which is not embedded
        invariant=1,
        pageCompression=1,
    )
    for on_page in pages:
        on_page(Ink(canvas))
        canvas.showPage()
    canvas.save()
    return file.getvalue()
