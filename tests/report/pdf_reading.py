"""Reads papers as another program would: by the file's own fonts, maps and marks."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pikepdf

_PAINTING = {
    "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "EI",
    "Tj", "TJ", "'", '"',
}  # fmt: skip


@dataclass(frozen=True)
class Around:
    """Marked content around something: its tag, its number, the text that replaces it.

    Plain values, since objects of a closed file may not even be printed.
    """

    tag: str
    number: int | None
    replaced: str | None


@dataclass(frozen=True)
class Drawn:
    """One piece of type or one painted shape, with the marked content around it."""

    operator: str
    text: str
    marks: tuple[Around, ...]


@dataclass
class Sheet:
    drawn: list[Drawn] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.drawn)


@contextmanager
def opened(paper: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(paper)) as pdf:
        yield pdf


def sheets(paper: bytes) -> list[Sheet]:
    with opened(paper) as pdf:
        return [_read(page) for page in pdf.pages]


def words(paper: bytes) -> str:
    """All text in the order in which it is drawn, the pieces run together, blanks single."""
    return " ".join(" ".join(sheet.text for sheet in sheets(paper)).split())


def letters(paper: bytes) -> str:
    """All text without any blank: for words that are divided over lines."""
    return "".join(words(paper).split())


def page_count(paper: bytes) -> int:
    with opened(paper) as pdf:
        return len(pdf.pages)


def _read(page: pikepdf.Page) -> Sheet:
    sheet = Sheet()
    maps = {name: _to_unicode(font) for name, font in page.obj.Resources.Font.items()}
    font = ""
    marks: list[Around] = []
    for instruction in pikepdf.parse_content_stream(page):
        operands, operator = list(instruction.operands), str(instruction.operator)
        around = tuple(marks)
        hidden = any(mark.replaced is not None for mark in marks)
        if operator == "Tf":
            font = str(operands[0])
        elif operator == "BDC":
            marks.append(_around(operands))
            sheet.drawn.append(Drawn("", marks[-1].replaced or "", tuple(marks)))
        elif operator == "EMC":
            marks.pop()
            sheet.drawn.append(Drawn("", "" if hidden else " ", tuple(marks)))
        elif operator in _PAINTING:
            text = "" if hidden else _decoded(operands, maps.get(font, {}))
            in_a_picture = bool(marks) and marks[0].tag == "/Figure"
            sheet.drawn.append(Drawn(operator, f"{text} " if in_a_picture else text, around))
    assert not marks
    return sheet


def _around(operands: list[pikepdf.Object]) -> Around:
    tag, properties = operands
    assert isinstance(properties, pikepdf.Dictionary)
    return Around(
        str(tag),
        int(properties.MCID) if "/MCID" in properties else None,
        str(properties.ActualText) if "/ActualText" in properties else None,
    )


def _decoded(operands: list[pikepdf.Object], to_unicode: dict[int, str]) -> str:
    found: list[bytes] = []
    for operand in operands:
        if isinstance(operand, pikepdf.Array):
            found += [bytes(part) for part in operand if isinstance(part, pikepdf.String)]
        elif isinstance(operand, pikepdf.String):
            found.append(bytes(operand))
    return "".join(to_unicode[code] for code in b"".join(found))


def _to_unicode(font: pikepdf.Object) -> dict[int, str]:
    """The font's own map from codes to text: its `bfchar` and `bfrange` parts."""
    cmap = bytes(font.ToUnicode.read_bytes()).decode("ascii")
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for low, _high, many in re.findall(r"<(\w+)>\s*<(\w+)>\s*\[(.*?)\]", block, re.DOTALL):
            for at, code in enumerate(re.findall(r"<(\w+)>", many)):
                found[int(low, 16) + at] = _utf16(code)
        for low, high, first in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            for at in range(int(high, 16) - int(low, 16) + 1):
                found[int(low, 16) + at] = chr(int(first, 16) + at)
    for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code, text in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            found[int(code, 16)] = _utf16(text)
    return found


def _utf16(code: str) -> str:
    return bytes.fromhex(code).decode("utf-16-be")
