"""A paper before it has pages: strips, one line of type high, that are put under each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Final, Literal

from nurseapp.people.typed import one_line, plain_text
from nurseapp.report import page
from nurseapp.report.ink import Ink
from nurseapp.report.lines import SetLine, set_lines
from nurseapp.report.page import Style
from nurseapp.report.structure import Element

Paint = Callable[[Ink, float], None]  # is given the top of the strip

_BULLET: Final = "•"
_PADDING: Final = 10.0
_CORNER: Final = 8.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A line of type at `x` from the left edge of the sheet, `down` from the strip's top.

    Both in points. `element` is None for what is repeated on every page and not read again.
    """

    x: float
    down: float
    line: SetLine
    style: Style
    element: Element | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """`height` points across the sheet; `stays` with the next strip on one page.

    `ground` is drawn behind the marks and is decoration; `figure` is drawn as one picture
    that stands for its element. A strip with nothing on it vanishes at the top of a page.
    """

    height: float
    marks: tuple[Mark, ...] = ()
    ground: Paint | None = None
    figure: tuple[Element, Paint] | None = None
    stays: bool = False

    @property
    def empty(self) -> bool:
        """True if there is nothing on it."""
        return not self.marks and self.ground is None and self.figure is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A place for words: `x` and `width` in points.

    `edge` is where lines begin: left, right, or where the paragraph's own script begins.
    """

    x: float
    width: float
    style: Style
    edge: Literal["left", "right", "script"] = "left"


Strips = list[Strip]
Cell = tuple[Column, str, Element | None]


def joined(between: str, *parts: str) -> str:
    """The parts that say something, on one line."""
    return between.join(text for text in map(one_line, parts) if text)


def gap(height: float) -> Strips:
    """White space."""
    return [Strip(height=height, stays=True)]


def rule() -> Strips:
    """A hairline across the column, with a little air below."""
    return [Strip(height=6, ground=_hairline, stays=True)]


def words(text: str, style: Style, element: Element | None, *, stays: bool = False) -> Strips:
    """A paragraph over the whole column; `stays` keeps it with what follows."""
    return side_by_side(
        [(Column(x=page.LEFT, width=page.COLUMN, style=style, edge="script"), text, element)],
        stays=stays,
    )


def side_by_side(cells: Sequence[Cell], *, stays: bool = False) -> Strips:
    """Texts beside each other, each in its column, going on together over a page's end."""
    height = max(column.style.leading for column, _text, _element in cells)
    down = max(column.style.baseline for column, _text, _element in cells)
    set_cells = [
        [_mark(column, down, line, element) for line in set_lines(text, column.style, column.width)]
        for column, text, element in cells
        if plain_text(text)
    ]
    strips = [
        Strip(height=height, marks=tuple(mark for mark in row if mark is not None))
        for row in zip_longest(*set_cells)
    ]
    return _without_lonely_lines(strips, stays=stays)


def chapter(text: str, document: Element) -> tuple[Strips, Element]:
    """A heading over a hairline, and the section that it opens."""
    section = document.add("Sect")
    strips = words(text, page.CHAPTER, section.add("H2"), stays=True)
    return [*gap(7), *strips, *rule()], section


def labelled(rows: Sequence[tuple[str, str]], section: Element, *, label_width: float) -> Strips:
    """Labels and what belongs to them, as a table of two columns; empty ones are left out."""
    return paired([(row,) for row in rows], section, label_widths=(label_width,))


def paired(
    rows: Sequence[tuple[tuple[str, str], ...]],
    section: Element,
    *,
    label_widths: tuple[float, ...],
) -> Strips:
    """Labels and what belongs to them, several pairs beside each other.

    Each pair gets the same share of the column, and its label the width given for its place.
    Empty pairs are left out, and those after them move up.
    """
    shown = [[pair for pair in pairs if plain_text(pair[1])] for pairs in rows]
    if not any(shown):
        return []
    table = section.add("Table")
    share = page.COLUMN / len(label_widths)
    strips: Strips = []
    for pairs in filter(None, shown):
        row = table.add("TR")
        cells: list[Cell] = []
        for at, (label, text) in enumerate(pairs):
            x, wide = page.LEFT + at * share, label_widths[at]
            label_place = Column(x=x, width=wide - 8, style=page.LABEL)
            text_place = Column(x=x + wide, width=share - wide - 8, style=page.BODY)
            cells.append((label_place, label, row.add("TH", scope="Row")))
            left_over = len(label_widths) - len(pairs) if at == len(pairs) - 1 else 0
            cells.append((text_place, text, row.add("TD", columns=1 + 2 * left_over)))
        strips += side_by_side(cells)
    return strips


def bullets(points: Sequence[str], style: Style, section: Element, *, indent: float = 0) -> Strips:
    """One point after the other, behind dots, `indent` points from the left; no empty ones."""
    shown = [point for point in points if plain_text(point)]
    if not shown:
        return []
    listing = section.add("L")
    dot = Column(x=page.LEFT + indent, width=10, style=style)
    text = Column(x=page.LEFT + indent + 12, width=page.COLUMN - indent - 12, style=style)
    strips: Strips = []
    for point in shown:
        item = listing.add("LI")
        strips += side_by_side([(dot, _BULLET, item.add("Lbl")), (text, point, item.add("LBody"))])
    return strips


def boxed(inner: Strips) -> Strips:
    """`inner` on a soft ground with round corners, kept on one page if it fits on one."""
    edge = Strip(height=_PADDING, ground=_upper_edge, stays=True)
    end = Strip(height=_PADDING, ground=_lower_edge)
    middle = [replace(strip, ground=_ground(strip.height), stays=True) for strip in inner]
    return [edge, *middle, end]


def _mark(column: Column, down: float, line: SetLine, element: Element | None) -> Mark:
    to_the_right = column.edge == "right" or (column.edge == "script" and line.right_to_left)
    shift = column.width - line.width if to_the_right else 0.0
    return Mark(column.x + shift, down, line, column.style, element)


def _without_lonely_lines(strips: Strips, *, stays: bool) -> Strips:
    """Keeps the first two lines together and the last two."""
    last = len(strips) - 1
    return [
        replace(strip, stays=stays if at == last else at in {0, last - 1})
        for at, strip in enumerate(strips)
    ]


def _hairline(ink: Ink, top: float) -> None:
    ink.line((page.LEFT, top - 1), (page.RIGHT, top - 1), page.LINE, 0.7)


def _ground(height: float) -> Paint:
    def paint(ink: Ink, top: float) -> None:
        # Half a point more, so that no seam shows between the strips.
        low = (page.LEFT, top - height - 0.25)
        ink.bar(low, page.COLUMN, height + 0.5, page.SOFT_TEAL)

    return paint


def _upper_edge(ink: Ink, top: float) -> None:
    _half_box(ink, top - _PADDING, _PADDING)


def _lower_edge(ink: Ink, top: float) -> None:
    _half_box(ink, top, -_PADDING)


def _half_box(ink: Ink, flat: float, height: float) -> None:
    """A box with two round corners, upwards from its flat side or, if negative, downwards."""
    left, right, end = page.LEFT, page.RIGHT, flat + height
    across = 0.4477 * _CORNER  # where the handles of a quarter circle stand
    radius, pull = (_CORNER, across) if height > 0 else (-_CORNER, -across)
    steps = (
        (left, end - radius),
        (left, end - pull, left + across, end, left + _CORNER, end),
        (right - _CORNER, end),
        (right - across, end, right, end - pull, right, end - radius),
        (right, flat),
    )
    ink.shape((left, flat), steps, page.SOFT_TEAL)
