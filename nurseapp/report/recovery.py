"""The sheet with the recovery key: what it opens, where to keep it, and the key to read aloud."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from nurseapp.base.errors import PaperIncompleteError
from nurseapp.base.text import _
from nurseapp.people.typed import one_line
from nurseapp.report import page
from nurseapp.report.finish import finished
from nurseapp.report.fonts import load_fonts, require_glyphs
from nurseapp.report.ink import Ink
from nurseapp.report.strips import (
    Column,
    Strip,
    Strips,
    boxed,
    bullets,
    gap,
    joined,
    rule,
    side_by_side,
    words,
)
from nurseapp.report.structure import Element

GROUPS_A_LINE: Final = 3

_INSET = page.LEFT + 20
_GROUP_WIDTH = (page.COLUMN - 40) / GROUPS_A_LINE


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryDocument:
    """The key in the groups in which it is typed; `made_at` knows its time zone.

    The key stands on the sheet and nowhere in what the file says of itself.
    """

    document_id: str
    made_at: datetime
    date: str
    station: str
    groups: tuple[str, ...]
    training: bool = False


def recovery_pdf(document: RecoveryDocument) -> bytes:
    """One page; the same document gives the same bytes.

    Raises PaperIncompleteError without a key, and MissingGlyphError.
    """
    if not any(map(one_line, document.groups)):
        raise PaperIncompleteError(missing=_("nøkkel"))
    require_glyphs(document)
    load_fonts()
    root = Element("Document")
    head = _head(document, root)
    return finished(
        document,
        root,
        head=lambda number, _total: head if number == 1 else [],
        body=[*_key(document.groups, root), *_advice(root), *_keepers(root)],
        foot=_foot(document, root),
    )


def _head(document: RecoveryDocument, root: Element) -> Strips:
    made = joined(" · ", document.station, _("laget {day}").format(day=one_line(document.date)))
    purpose = _(
        "Nøkkelen åpner journalen på denne stasjonen når ingen lenger husker passordet sitt. "
        "Uten passord og uten dette arket kan ingen åpne den, heller ikke leverandøren."
    )
    return [
        *words(made, page.HEAD, root.add("P")),
        *gap(20),
        *words(_("Gjenopprettingsnøkkel"), page.LARGE_TITLE, root.add("H1")),
        *gap(4),
        *words(purpose, page.LARGE, root.add("P")),
        *gap(16),
    ]


def _key(groups: tuple[str, ...], root: Element) -> Strips:
    """The groups from left to right, row by row, as they are typed."""
    section = root.add("Sect")
    rows: Strips = []
    for start in range(0, len(groups), GROUPS_A_LINE):
        rows += side_by_side(
            [
                (
                    Column(x=_INSET + at * _GROUP_WIDTH, width=_GROUP_WIDTH - 8, style=page.KEY),
                    group,
                    section.add("P"),
                )
                for at, group in enumerate(groups[start : start + GROUPS_A_LINE])
            ]
        )
    return [*boxed(rows), *gap(18)]


def _advice(root: Element) -> Strips:
    section = root.add("Sect")
    points = (
        _("Skriv ut arket. La det ikke bli liggende på en datamaskin eller telefon."),
        _("Legg det i en lukket konvolutt i safe eller låst skap, et annet sted enn maskinen."),
        _("To personer bør vite hvor det ligger. Skriv navnene deres under."),
        _("Den som har arket og maskinen, kan lese journalen. Pass på det som på selve journalen."),
        _(
            "Er arket borte eller sett av andre: si fra samme dag til den som er ansvarlig for"
            " stasjonen."
        ),
    )
    return [
        *words(_("Slik tar du vare på den"), page.LARGE_CHAPTER, section.add("H2"), stays=True),
        *bullets(points, page.LARGE, section),
        *gap(20),
    ]


def _keepers(root: Element) -> Strips:
    """Two lines to write names on."""
    half = page.COLUMN / 2
    cells = [
        (Column(x=page.LEFT + at * half, width=half - 20, style=page.LABEL), said, root.add("P"))
        for at, said in enumerate((_("Oppbevares av"), _("og av")))
    ]

    def lines(ink: Ink, top: float) -> None:
        for start in (page.LEFT, page.LEFT + half):
            ink.line((start, top - 1), (start + half - 20, top - 1), page.MUTED, 0.7)

    return [*side_by_side(cells, stays=True), *gap(24), Strip(height=6, ground=lines)]


def _foot(document: RecoveryDocument, root: Element) -> Strips:
    said = joined(" · ", document.station, _("dok. {id}").format(id=one_line(document.document_id)))
    return [*gap(10), *rule(), *words(said, page.SMALL, root.add("P"))]
