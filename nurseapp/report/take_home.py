"""The sheet that a parent carries home: what was talked about and agreed, and who to call.

It has no field for a score, a form or an answer, and none for violence, self-harm or alcohol:
the sheet lies on a kitchen table where others read it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from nurseapp.base.errors import PaperIncompleteError
from nurseapp.base.text import _
from nurseapp.people.typed import one_line, plain_text
from nurseapp.report import page
from nurseapp.report.finish import finished
from nurseapp.report.fonts import load_fonts, require_glyphs
from nurseapp.report.strips import Column, Strips, boxed, gap, joined, rule, side_by_side, words
from nurseapp.report.structure import Element

_INSET = page.LEFT + 16
_WITHIN_BOX = page.COLUMN - 32
_NUMBERS_AT = 104.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeHomeDocument:
    """What the nurse wrote for the parent; no name, no score. `made_at` knows its time zone.

    `next_date` is the day and time of `next_step` as words. `contact` is who to call at the
    health station, with the number.
    """

    document_id: str
    made_at: datetime
    date: str
    municipality: str
    clinic: str
    talked_about: str
    next_step: str
    next_date: str
    contact: str
    training: bool = False


def take_home_pdf(document: TakeHomeDocument) -> bytes:
    """The sheet; the same document gives the same bytes.

    Raises PaperIncompleteError where the next step or the contact is empty, and
    MissingGlyphError naming every sign that cannot be printed; then nothing is drawn.
    """
    needed = ((_("neste steg"), document.next_step), (_("kontakt"), document.contact))
    missing = [label for label, text in needed if not plain_text(text)]
    if missing:
        raise PaperIncompleteError(missing=", ".join(missing))
    require_glyphs(document)
    load_fonts()
    root = Element("Document")
    head = _head(document, root)
    return finished(
        document,
        root,
        head=lambda number, _total: head if number == 1 else [],
        body=[*_talked_about(document, root), *_agreed(document, root), *_calls(document, root)],
        foot=_foot(document, root),
    )


def _head(document: TakeHomeDocument, root: Element) -> Strips:
    sender = Column(x=page.LEFT, width=page.COLUMN * 0.75, style=page.HEAD)
    day = Column(
        x=page.LEFT + page.COLUMN * 0.75,
        width=page.COLUMN * 0.25,
        style=page.HEAD_RIGHT,
        edge="right",
    )
    clinic = joined(" · ", document.clinic, document.municipality)
    thanks = _("Takk for samtalen i dag")
    welcome = _("Her er det vi ble enige om. Arket er ditt, og du bestemmer hvem som får se det.")
    return [
        *side_by_side([(sender, clinic, root.add("P")), (day, document.date, root.add("P"))]),
        *gap(22),
        *words(thanks, page.LARGE_TITLE, root.add("H1")),
        *gap(4),
        *words(welcome, page.LARGE, root.add("P")),
        *gap(14),
    ]


def _talked_about(document: TakeHomeDocument, root: Element) -> Strips:
    if not plain_text(document.talked_about):
        return []
    section = root.add("Sect")
    return [
        *words(_("Vi snakket om"), page.LARGE_CHAPTER, section.add("H2"), stays=True),
        *words(document.talked_about, page.LARGE, section.add("P")),
        *gap(16),
    ]


def _agreed(document: TakeHomeDocument, root: Element) -> Strips:
    section = root.add("Sect")
    head = Column(x=_INSET, width=_WITHIN_BOX, style=page.LARGE_CHAPTER)
    step = Column(x=_INSET, width=_WITHIN_BOX, style=page.LARGE)
    day = Column(x=_INSET, width=_WITHIN_BOX, style=page.LARGE_STRONG)
    return [
        *boxed(
            [
                *side_by_side([(head, _("Vi har avtalt"), section.add("H2"))]),
                *side_by_side([(step, document.next_step, section.add("P"))]),
                *(
                    side_by_side([(day, document.next_date, section.add("P"))])
                    if plain_text(document.next_date)
                    else []
                ),
            ]
        ),
        *gap(18),
    ]


def _calls(document: TakeHomeDocument, root: Element) -> Strips:
    section = root.add("Sect")
    ring = _("Ring gjerne oss før det, også om det som virker smått:")
    strips = [
        *words(_("Hvem du kan ringe"), page.LARGE_CHAPTER, section.add("H2"), stays=True),
        *words(ring, page.LARGE, section.add("P"), stays=True),
        *words(document.contact, page.LARGE_STRONG, section.add("P")),
        *gap(8),
    ]
    table = section.add("Table")
    number_place = Column(x=page.LEFT, width=_NUMBERS_AT - 10, style=page.LARGE_STRONG)
    who_place = Column(x=page.LEFT + _NUMBERS_AT, width=page.COLUMN - _NUMBERS_AT, style=page.LARGE)
    for number, who in _numbers():
        row = table.add("TR")
        strips += side_by_side(
            [(number_place, number, row.add("TH", scope="Row")), (who_place, who, row.add("TD"))],
            stays=True,
        )
    return strips


def _numbers() -> tuple[tuple[str, str], ...]:
    """Open all day: the same for everybody, so that the sheet tells nothing about its owner."""
    return (
        ("113", _("når liv eller helse er i fare")),
        ("116 117", _("legevakt, når det ikke kan vente til legekontoret åpner")),
        ("116 123", _("hjelpetelefonen til Mental Helse, når du vil snakke med noen")),
    )


def _foot(document: TakeHomeDocument, root: Element) -> Strips:
    said = joined(" · ", document.clinic, _("dok. {id}").format(id=one_line(document.document_id)))
    training = _("ØVING: arket er laget for å øve og gjelder ingen virkelig person.")
    strips = [*gap(10), *rule()]
    if document.training:
        strips += words(training, page.WARNING, root.add("P"), stays=True)
    return [*strips, *words(said, page.SMALL, root.add("P"))]
