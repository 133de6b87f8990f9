"""Puts strips on pages and draws them; every sign on a page is content or marked as decoration."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from nurseapp.report import page
from nurseapp.report.ink import Ink, drawn
from nurseapp.report.lines import SetLine, Stretch
from nurseapp.report.page import Style
from nurseapp.report.strips import Mark, Strip, Strips
from nurseapp.report.structure import Element

_WATERMARK: Final = Style(64, 64, "Bold", page.WATERMARK)
_WATERMARK_TURN: Final = 52.0
_WATERMARK_PLACES: Final = (-230.0, 0.0, 230.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """What goes on every page: `head` is asked for page n of N; `foot` ends the last page."""

    body: Strips
    foot: Strips
    head: Callable[[int, int], Strips]
    watermark: str


def paginate(sheets: Sheets) -> list[Strips]:
    """The strips of each page, head and foot included; nothing is left out.

    The words "page n of N" never need less room for a larger N, so counting again until the
    count holds comes to an end.
    """
    total = 1
    while True:
        pages = _filled(sheets, total)
        if len(pages) <= total:
            return pages
        total = len(pages)


def draw(sheets: Sheets) -> bytes:
    """The pages as PDF, not yet fit for the archive; the elements know their marks."""
    return drawn(
        [
            partial(_draw_page, number=number, strips=strips, watermark=sheets.watermark)
            for number, strips in enumerate(paginate(sheets))
        ]
    )


class _Room:
    """What is left of a page."""

    def __init__(self, sheets: Sheets, number: int, total: int) -> None:
        self.strips = list(sheets.head(number, max(number, total)))
        self.used = False
        self._left = page.TOP - page.BOTTOM - _height(self.strips)

    def takes(self, strips: Strips) -> bool:
        """Tells whether all of them fit; on an unused page anything does."""
        return not self.used or _height(strips) <= self._left

    def put(self, strip: Strip) -> None:
        """Puts a strip under the others; white space is not needed at the top."""
        if self.used or not strip.empty:
            self.strips.append(strip)
            self._left -= strip.height
            self.used = True

    def sink(self, strips: Strips) -> None:
        """Puts strips at the bottom of the page."""
        self.strips += [Strip(height=max(0.0, self._left - _height(strips))), *strips]


def _filled(sheets: Sheets, total: int) -> list[Strips]:
    """Pages for a paper that is thought to have `total` of them."""
    rooms = [_Room(sheets, 1, total)]

    def turn_unless_it_takes(strips: Strips) -> None:
        if not rooms[-1].takes(strips):
            rooms.append(_Room(sheets, len(rooms) + 1, total))

    for group in _groups(sheets.body):
        turn_unless_it_takes(group)
        for strip in group:
            turn_unless_it_takes([strip])
            rooms[-1].put(strip)
    turn_unless_it_takes(sheets.foot)
    rooms[-1].sink(sheets.foot)
    return [room.strips for room in rooms]


def _groups(strips: Strips) -> Iterator[Strips]:
    """Strips that should stay on one page together."""
    group: Strips = []
    for strip in strips:
        group.append(strip)
        if not strip.stays:
            yield group
            group = []
    if group:
        yield group


def _height(strips: Strips) -> float:
    return sum(strip.height for strip in strips)


def _draw_page(ink: Ink, *, number: int, strips: Strips, watermark: str) -> None:
    """Draws a page and notes on each element which of its marks belong to it."""
    marks = iter(range(1_000_000))

    def code_for(element: Element | None) -> str:
        if element is None:
            return "/Artifact <</Type /Pagination /Subtype /Header>>"
        mark = next(marks)
        element.holds.append((number, mark))
        return f"/{element.role} <</MCID {mark}>>"

    if watermark:
        with ink.marked("/Artifact <</Type /Pagination /Subtype /Watermark>>"):
            _draw_watermark(ink, watermark)
    top = page.TOP
    for strip in strips:
        if strip.ground is not None:
            with ink.marked("/Artifact <</Type /Layout>>"):
                strip.ground(ink, top)
        if strip.figure is not None:
            element, paint = strip.figure
            with ink.marked(code_for(element)):
                paint(ink, top)
        for mark in strip.marks:
            with ink.marked(code_for(mark.element)):
                _draw_line(ink, mark, top - mark.down)
        top -= strip.height


def _draw_line(ink: Ink, mark: Mark, y: float) -> None:
    x, line = mark.x, mark.line
    for at, stretch in enumerate(line.stretches):
        if stretch.right_to_left:
            with ink.marked(f"/Span <</ActualText <{_in_utf16(stretch.said)}>>>"):
                _draw_stretch(ink, stretch, (x, y), mark.style)
        else:
            ends = at == len(line.stretches) - 1
            _draw_stretch(ink, _copyable(stretch, line) if ends else stretch, (x, y), mark.style)
        x += stretch.width


def _copyable(stretch: Stretch, line: SetLine) -> Stretch:
    """The stretch with the blank at the line's end, for those who copy the text."""
    if not line.goes_on or line.divides_word or not stretch.cuts:
        return stretch
    *cuts, last = stretch.cuts
    return Stretch(stretch.said, (*cuts, last.followed_by_blank()), right_to_left=False)


def _draw_stretch(ink: Ink, stretch: Stretch, at: tuple[float, float], style: Style) -> None:
    x, y = at
    for part in stretch.cuts:
        ink.words((x, y), part.drawn, part.font, style)
        x += part.width


def _draw_watermark(ink: Ink, words: str) -> None:
    with ink.turned((page.WIDTH / 2, page.HEIGHT / 2), _WATERMARK_TURN):
        for up in _WATERMARK_PLACES:
            ink.centred((0, up), words, _WATERMARK)


def _in_utf16(text: str) -> str:
    return f"FEFF{text.encode('utf-16-be').hex().upper()}"
