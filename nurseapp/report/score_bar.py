"""A score on its scale, with the cut-off: what the number means at a glance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from nurseapp.base.numbers import number_words
from nurseapp.base.text import _
from nurseapp.report import page
from nurseapp.report.ink import Ink
from nurseapp.report.lines import width_of
from nurseapp.report.page import Style
from nurseapp.report.strips import Strip, Strips
from nurseapp.report.structure import Element

_HEIGHT: Final = 44.0
_THICK: Final = 8.0
_MIDDLE: Final = 23.0  # from the top of the strip down to the middle of the bar
_NUMBER: Final = Style(9, 12, "Bold")
_END: Final = Style(8, 11, "Regular", page.MUTED)
_CUT_OFF: Final = Style(8, 11, "SemiBold", page.AMBER)
_ROOM_FOR_ENDS: Final = 22.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreBar:
    """One sheet's score between `least` and `most`.

    `lowest` and `highest` are equal for a complete sheet and otherwise the possible range.
    `concern` tells on which side of `cut_off` the concern lies: at or above it, or at or
    below it; `cut_off` is None where the form has none. `limit` says it exactly, in words.
    """

    title: str
    least: float
    most: float
    lowest: float
    highest: float
    cut_off: float | None
    concern: Literal["high", "low"] = "high"
    limit: str = ""

    @property
    def said(self) -> str:
        """The same in words."""
        if self.lowest == self.highest:
            score = _("{title}: skår {score} av {most}.").format(
                title=self.title, score=number_words(self.lowest), most=number_words(self.most)
            )
        else:
            score = _("{title}: ufullstendig, mulig skår {lowest}-{highest} av {most}.").format(
                title=self.title,
                lowest=number_words(self.lowest),
                highest=number_words(self.highest),
                most=number_words(self.most),
            )
        return f"{score} {self._cut_off_words()}".strip()

    def _cut_off_words(self) -> str:
        if self.cut_off is None:
            return ""
        if self.limit:
            return _("Grensen er {limit}.").format(limit=self.limit)
        if self.concern == "high":
            return _("Grensen er {cut_off} eller mer.").format(cut_off=number_words(self.cut_off))
        return _("Grensen er {cut_off} eller mindre.").format(cut_off=number_words(self.cut_off))


def score_bar(bar: ScoreBar, section: Element) -> Strips:
    """The bar as one picture, with its words for those who do not see it."""

    def paint(ink: Ink, top: float) -> None:
        _Scale(bar, ink, top - _MIDDLE).draw()

    return [Strip(height=_HEIGHT, figure=(section.add("Figure", alt=bar.said), paint))]


class _Scale:
    """Knows where on the sheet a score lies."""

    def __init__(self, bar: ScoreBar, ink: Ink, middle: float) -> None:
        self._bar = bar
        self._ink = ink
        self._middle = middle
        self._left = page.LEFT + _ROOM_FOR_ENDS
        self._width = page.COLUMN - 2 * _ROOM_FOR_ENDS

    def draw(self) -> None:
        """The scale first, the score on top."""
        self._ground()
        if self._bar.cut_off is not None:
            self._cut_off(self._bar.cut_off)
        self._score()
        self._write(number_words(self._bar.least), _END, self._left - 12, self._middle - 3)
        self._write(
            number_words(self._bar.most), _END, self._left + self._width + 13, self._middle - 3
        )

    def _at(self, score: float) -> float:
        span = max(1, self._bar.most - self._bar.least)
        return self._left + (score - self._bar.least) / span * self._width

    def _ground(self) -> None:
        """The scale, its part of concern in the stronger colour."""
        corner = (self._left, self._middle - _THICK / 2)
        self._ink.bar(corner, self._width, _THICK, page.GREY_GROUND, _THICK / 2)
        if self._bar.cut_off is None:
            return
        edge = self._at(self._bar.cut_off)
        high = self._bar.concern == "high"
        start = edge if high else self._left
        width = self._left + self._width - edge if high else edge - self._left
        with self._ink.within(corner, self._width, _THICK, _THICK / 2):
            self._ink.bar((start, corner[1]), width, _THICK, page.AMBER_GROUND)

    def _cut_off(self, cut_off: float) -> None:
        x = self._at(cut_off)
        self._ink.line((x, self._middle + 7), (x, self._middle - 8), page.AMBER, 1.1)
        words = _("grense {cut_off}").format(cut_off=number_words(cut_off))
        self._write(words, _CUT_OFF, x, self._middle - 18)

    def _score(self) -> None:
        """A dot for a score, a dumb-bell for a range."""
        low, high = self._at(self._bar.lowest), self._at(self._bar.highest)
        if self._bar.lowest == self._bar.highest:
            self._ink.dot((low, self._middle), 5.6, page.INK)
            number = number_words(self._bar.lowest)
        else:
            self._ink.line((low, self._middle), (high, self._middle), page.INK, 2.4)
            self._ink.dot((low, self._middle), 4.2, page.INK)
            self._ink.dot((high, self._middle), 4.2, page.INK)
            number = _("mulig {lowest}-{highest}").format(
                lowest=number_words(self._bar.lowest), highest=number_words(self._bar.highest)
            )
        self._write(number, _NUMBER, (low + high) / 2, self._middle + 10.5)

    def _write(self, words: str, style: Style, x: float, y: float) -> None:
        """Centred on `x`, but inside the column."""
        half = width_of(words, style) / 2
        x = min(max(x, page.LEFT + half), page.RIGHT - half)
        self._ink.centred((x, y), words, style)
