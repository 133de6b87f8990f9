"""A blank form to be filled in by hand: the words, a box for each answer, and no points.

Each answer has its number from the top, so that the sheet can be entered afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Literal

from nurseapp.base.text import _
from nurseapp.people.typed import one_line, plain_text
from nurseapp.report import page
from nurseapp.report.direction import base_level
from nurseapp.report.finish import finished
from nurseapp.report.fonts import load_fonts, require_glyphs
from nurseapp.report.ink import Ink
from nurseapp.report.strips import (
    Cell,
    Column,
    Strip,
    Strips,
    gap,
    joined,
    rule,
    side_by_side,
    words,
)
from nurseapp.report.structure import Element

Kind = Literal["choice", "multiple", "number", "date", "text", "information"]

_NUMBER: Final = 34.0
"""Room for an item's number, in points."""
_BOX: Final = 11.0
_BOX_ROOM: Final = 40.0
_LINE: Final = 22.0
_LINES_FOR_TEXT: Final = 4
_WHITE: Final = page.colour("#FFFFFF")
_QUESTION: Final = page.Style(11, 15.5, "SemiBold")
_ANSWER: Final = page.Style(11, 17)
_READ: Final = page.Style(11, 15.5)


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankItem:
    """One question: `number` as it is printed, `options` from the top, `unit` of a number."""

    number: str
    kind: Kind
    text: str
    options: tuple[str, ...] = ()
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankFormDocument:
    """What the sheet says; `made_at` knows its time zone.

    `identity` names the form, its version and its words; `rights` whose they are.
    `several` is said at questions with several answers, and may be empty.
    """

    document_id: str
    made_at: datetime
    station: str
    title: str
    recall: str
    introduction: str
    items: tuple[BlankItem, ...]
    several: str
    identity: str
    rights: str
    training: bool = False


def blank_form_pdf(document: BlankFormDocument) -> bytes:
    """The sheet; the same document gives the same bytes.

    Raises MissingGlyphError naming every sign that cannot be printed.
    """
    require_glyphs(document)
    load_fonts()
    root = Element("Document")
    first = _head(document, root)
    body: Strips = []
    for item in document.items:
        body += _item(item, document.several, root)

    def head(number: int, total: int) -> Strips:
        return first if number == 1 else _running(document, number, total)

    return finished(document, root, head=head, body=body, foot=_foot(document, root))


def _head(document: BlankFormDocument, root: Element) -> Strips:
    strips = [
        *words(document.station, page.HEAD, root.add("P")),
        *gap(12),
        *words(document.title, page.TITLE, root.add("H1")),
    ]
    for text, style in ((document.recall, _QUESTION), (document.introduction, _READ)):
        if plain_text(text):
            strips += [*gap(3), *words(text, style, root.add("P"))]
    return [*strips, *gap(6), *_to_write_on(root), *rule(), *gap(4)]


def _to_write_on(root: Element) -> Strips:
    """Room for the date alone: who answered is written where the sheet is kept."""
    said = _("Dato: ____ . ____ . ________")
    return words(said, page.BODY, root.add("P"), stays=True)


def _running(document: BlankFormDocument, number: int, total: int) -> Strips:
    said = _("side {number} av {total}").format(number=number, total=total)
    return [*words(joined(" · ", document.title, said), page.RUNNING, None), *rule(), *gap(4)]


def _item(item: BlankItem, several: str, root: Element) -> Strips:
    """The question and its answers, kept on one page where they fit on one."""
    section = root.add("Sect")
    strips = _asked(item, section)
    if item.kind == "multiple" and several:
        strips += _said_below(several, section)
    strips += _answers(item, section)
    kept = [replace(strip, stays=True) for strip in strips]
    return [*kept[:-1], replace(kept[-1], stays=False), *gap(9)]


def _asked(item: BlankItem, section: Element) -> Strips:
    if item.kind == "information":
        return words(item.text, _READ, section.add("P"))
    return _beside(item.number, item.text, _QUESTION, section, room=_NUMBER)


def _answers(item: BlankItem, section: Element) -> Strips:
    match item.kind:
        case "choice" | "multiple":
            listing = section.add("L")
            strips: Strips = []
            for number, option in enumerate(item.options, start=1):
                strips += _option(number, option, listing, several=item.kind == "multiple")
            return strips
        case "number" | "date":
            unit = item.unit or (_("(dato)") if item.kind == "date" else "")
            return [_blank_line(1 / 3), *_said_below(unit, section)]
        case "text":
            return [_blank_line(1.0) for _line in range(_LINES_FOR_TEXT)]
        case "information":
            return []


def _option(number: int, text: str, listing: Element, *, several: bool) -> Strips:
    """A box, the answer's number from the top, and its words."""
    entry = listing.add("LI")
    to_the_right = base_level(plain_text(text)) == 1
    strips = _beside(str(number), text, _ANSWER, entry, room=_BOX_ROOM, indent=_NUMBER)

    def box(ink: Ink, top: float) -> None:
        left = page.RIGHT - _NUMBER - _BOX if to_the_right else page.LEFT + _NUMBER
        _draw_box(ink, left, top - (_ANSWER.leading + _BOX) / 2, round_=not several)

    return [replace(strips[0], ground=box), *strips[1:]]


def _beside(
    number: str,
    text: str,
    style: page.Style,
    parent: Element,
    *,
    room: float,
    indent: float = 0.0,
) -> Strips:
    """A number at the side where the text's script begins, and the text."""
    to_the_right = base_level(plain_text(text)) == 1
    is_entry = parent.role == "LI"
    pad = _BOX + 6 if is_entry else 0.0  # room for the box
    number_at = page.RIGHT - room - indent if to_the_right else page.LEFT + indent + pad
    text_at = page.LEFT if to_the_right else page.LEFT + indent + room
    place = Column(
        x=number_at, width=room - pad, style=style, edge="right" if to_the_right else "left"
    )
    body = Column(x=text_at, width=page.COLUMN - room - indent, style=style, edge="script")
    cells: list[Cell] = [
        (place, number, parent.add("Lbl" if is_entry else "P")),
        (body, text, parent.add("LBody" if is_entry else "P")),
    ]
    return side_by_side(cells)


def _blank_line(share: float) -> Strip:
    """A line to write on, over part of the column."""

    def paint(ink: Ink, top: float) -> None:
        end = page.LEFT + _NUMBER + (page.COLUMN - _NUMBER) * share
        ink.line((page.LEFT + _NUMBER, top - _LINE + 4), (end, top - _LINE + 4), page.MUTED, 0.7)

    return Strip(height=_LINE, ground=paint)


def _said_below(text: str, section: Element) -> Strips:
    """A few small words under the question or the line."""
    place = Column(x=page.LEFT + _NUMBER, width=page.COLUMN - _NUMBER, style=page.LABEL)
    return side_by_side([(place, text, section.add("P"))]) if text else []


def _draw_box(ink: Ink, left: float, low: float, *, round_: bool) -> None:
    """A square to tick; a circle where one answer excludes the others."""
    if round_:
        middle = (left + _BOX / 2, low + _BOX / 2)
        ink.dot(middle, _BOX / 2, page.INK)
        ink.dot(middle, _BOX / 2 - 0.8, _WHITE)
        return
    ink.bar((left, low), _BOX, _BOX, page.INK)
    ink.bar((left + 0.8, low + 0.8), _BOX - 1.6, _BOX - 1.6, _WHITE)


def _foot(document: BlankFormDocument, root: Element) -> Strips:
    strips = [*gap(10), *rule()]
    if document.training:
        says = _("ØVING: arket er laget for å øve og gjelder ingen virkelig person.")
        strips += words(says, page.WARNING, root.add("P"), stays=True)
    numbered = _("dok. {id}").format(id=one_line(document.document_id))
    for text in (document.rights, joined(" · ", document.identity, numbered)):
        strips += words(text, page.SMALL, root.add("P"), stays=True)
    return strips
