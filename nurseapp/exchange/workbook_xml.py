"""Reads the XML inside a workbook that anybody may have made: no entities, and bounded.

Python's own expat, fed in pieces. A document type, which is what entity bombs and outside files
need, is refused at sight; nothing is ever fetched.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple
from xml.parsers import expat

_PIECE: Final = 64 * 1024
_MOST_DEPTH: Final = 60
_MOST_ELEMENTS: Final = 100_000


class Began(NamedTuple):
    """An element began; names have no namespace."""

    name: str
    attributes: dict[str, str]


class Ended(NamedTuple):
    """An element ended, with the text that stood directly in it."""

    name: str
    text: str


class BrokenXmlError(ValueError):
    """The part is no XML that a workbook may hold; never shown to anybody."""


class _Walk:
    """Gathers what expat tells."""

    def __init__(self) -> None:
        self.elements = 0
        self.told: list[Began | Ended] = []
        self._texts: list[list[str]] = []

    def began(self, name: str, attributes: dict[str, str]) -> None:
        """Takes in an element's start."""
        self.elements += 1
        if len(self._texts) >= _MOST_DEPTH or self.elements > _MOST_ELEMENTS:
            raise BrokenXmlError
        self._texts.append([])
        self.told.append(Began(_local(name), {_local(key): v for key, v in attributes.items()}))

    def ended(self, name: str) -> None:
        """Takes in an element's end."""
        self.told.append(Ended(_local(name), "".join(self._texts.pop())))

    def text(self, data: str) -> None:
        """Takes in text."""
        self._texts[-1].append(data)

    def document_type(self, *_told: object) -> None:
        """Refuses what could declare entities."""
        raise BrokenXmlError


def walked(data: bytes) -> Iterator[Began | Ended]:
    """The elements in order; raises BrokenXmlError."""
    walk = _Walk()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = walk.began
    parser.EndElementHandler = walk.ended
    parser.CharacterDataHandler = walk.text
    parser.StartDoctypeDeclHandler = walk.document_type
    parser.buffer_text = True
    pieces = [data[at : at + _PIECE] for at in range(0, len(data), _PIECE)]
    for number, piece in enumerate(pieces or [b""], start=1):
        try:
            parser.Parse(piece, number == max(1, len(pieces)))
        except (expat.ExpatError, LookupError) as error:  # also an unknown encoding
            raise BrokenXmlError from error
        yield from walk.told
        walk.told.clear()


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
