"""Breaks words into lines that fit, and says how each line is drawn from left to right."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from nurseapp.people.typed import plain_text
from nurseapp.report.direction import base_level, is_plain, levels, visual_order
from nurseapp.report.fonts import Cut, cut, font_for
from nurseapp.report.page import Style

# Blanks, or signs up to and with a hyphen or a slash between letters, after which a line may
# end: never within numbers, dates and identifiers. A no-break space counts as a letter.
_PIECES: Final = re.compile(r" +|(?:[^ \-/]|[\-/](?![^\W\d_])|(?<![^\W\d_])[\-/])+[\-/]?|[\-/]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a line in one direction; `said` is the text in the order in which it is read."""

    said: str
    cuts: tuple[Cut, ...]
    right_to_left: bool

    @property
    def width(self) -> float:
        """In points."""
        return sum(part.width for part in self.cuts)


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line, its stretches from left to right; `goes_on` if the paragraph does.

    `divides_word` tells that it ends within a word.
    """

    stretches: tuple[Stretch, ...]
    right_to_left: bool
    goes_on: bool
    divides_word: bool

    @property
    def width(self) -> float:
        """In points."""
        return sum(part.width for part in self.stretches)


def set_lines(text: str, style: Style, width: float) -> tuple[SetLine, ...]:
    """`text` in lines no wider than `width` points; nothing is left out.

    A word wider than a line is divided between signs. Raises MissingGlyphError.
    """
    lines: list[SetLine] = []
    for paragraph in plain_text(text).split("\n"):
        base = base_level(paragraph)
        found = None if base == 0 and is_plain(paragraph) else levels(paragraph, base)
        ends = _line_ends(paragraph, style, width)
        start = 0
        for end in ends:
            part = paragraph[start:end].rstrip(" ")
            part_levels = [0] * len(part) if found is None else found[start : start + len(part)]
            lines.append(
                SetLine(
                    stretches=_stretches(part, part_levels, base, style),
                    right_to_left=base == 1,
                    goes_on=end < len(paragraph),
                    divides_word=paragraph[end - 1 : end] != " ",
                )
            )
            start = end
    return tuple(lines)


def width_of(text: str, style: Style) -> float:
    """How wide `text` is on one line, in points."""
    paragraph = plain_text(text)
    base = base_level(paragraph)
    found = [0] * len(paragraph) if is_plain(paragraph) else levels(paragraph, base)
    return sum(part.width for part in _stretches(paragraph, found, base, style))


def _line_ends(paragraph: str, style: Style, width: float) -> list[int]:
    """Where each line ends, the blanks after it included."""
    ends: list[int] = []
    start, at, used = 0, 0, 0.0
    for piece in _PIECES.findall(paragraph):
        wide = width_of_piece(piece, style)
        if piece[0] == " " or used + wide <= width:
            at, used = at + len(piece), used + wide
            continue
        if at > start:
            ends.append(at)
            start, used = at, 0.0
        for part in _divided(piece, style, width) if wide > width else [piece]:
            if used:
                ends.append(at)
                start = at
            at, used = at + len(part), width_of_piece(part, style)
    return [*ends, len(paragraph)]


def width_of_piece(piece: str, style: Style) -> float:
    """The width of blanks or of one unbroken word, in points."""
    if is_plain(piece):
        return sum(part.width for part in _cuts(piece, style, right_to_left=False))
    return width_of(piece, style) if piece.strip() else 0.0


def _divided(word: str, style: Style, width: float) -> list[str]:
    """`word` in parts that each fit on a line of their own; at least one sign each."""
    parts: list[str] = []
    rest = word
    while rest:
        fits = len(rest)
        while fits > 1 and width_of_piece(rest[:fits], style) > width:
            fits = max(1, min(fits - 1, int(fits * width / width_of_piece(rest[:fits], style))))
        parts.append(rest[:fits])
        rest = rest[fits:]
    return parts


def _stretches(text: str, line_levels: list[int], base: int, style: Style) -> tuple[Stretch, ...]:
    stretches = []
    for start, end, level in visual_order(text, line_levels, base):
        said, right_to_left = text[start:end], level % 2 == 1
        cuts = _cuts(said, style, right_to_left=right_to_left)
        stretches.append(Stretch(said, cuts, right_to_left))
    return tuple(stretches)


def _cuts(text: str, style: Style, *, right_to_left: bool) -> tuple[Cut, ...]:
    """`text` of one direction, in one piece for each font, from left to right."""
    parts: list[tuple[str, str]] = []
    for sign in text:
        font = font_for(sign, style.weight, right_to_left=right_to_left)
        if parts and parts[-1][0] == font:
            parts[-1] = (font, parts[-1][1] + sign)
        else:
            parts.append((font, sign))
    cuts = [cut(said, font, style.size, right_to_left=right_to_left) for font, said in parts]
    return tuple(reversed(cuts) if right_to_left else cuts)
