"""Copies, findings and protections in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nurseapp.base.dates import date_and_time
from nurseapp.base.system import protect_process
from nurseapp.base.text import _, mark
from nurseapp.desk.settings.safety_flow import CopiesWords, Finding

if TYPE_CHECKING:
    from nurseapp.clinic.values.copies import CopiesView, CopyPlace, KeptCopy
    from nurseapp.clinic.values.station import StationHealth

_MEGABYTE: Final = 1_000_000
_GIGABYTE: Final = 1_000_000_000
_SHOWN: Final = 10
_PROTECTIONS: Final = {
    "no core dump": mark(
        "Stopper programmet, blir ingenting av det som var åpent, skrevet til disken."
    ),
    "memory closed to other programs": mark(
        "Andre programmer på maskinen kan ikke lese det som er åpent her."
    ),
}


def copies_words(view: CopiesView) -> CopiesWords:
    """Where the copies go, whether all is well with them, and the newest, one line each."""
    place = view.place
    where = _("Automatiske kopier legges i {folder}").format(folder=place.folder)
    good = _("Ingen automatisk kopi er tatt ennå.")
    if view.last_good is not None:
        good = _("Siste gode kopi: {moment}").format(moment=date_and_time(view.last_good))
    notes = [Finding(words=good, good=view.last_good is not None)]
    notes.extend(
        Finding(words=words, good=False) for words in (view.trouble, _away(place)) if words
    )
    return CopiesWords(
        place=where,
        room=_room(place),
        outside=place.chosen,
        notes=tuple(notes),
        kept=tuple(_copy_line(copy, named=place.chosen) for copy in view.copies[:_SHOWN]),
    )


def protections() -> tuple[str, ...]:
    """What protects this process and this station; asking again switches nothing off."""
    always = (
        _("Journalen er kryptert på disken."),
        _("Programmet åpner aldri noen nettforbindelse."),
    )
    here = tuple(_(_PROTECTIONS[name]) for name in protect_process() if name in _PROTECTIONS)
    return always + here


def findings(report: StationHealth) -> tuple[Finding, ...]:
    """What the check found, in the order it looked."""
    return tuple(Finding(words=one.sentence, good=one.ok) for one in report.findings)


def _away(place: CopyPlace) -> str:
    if not place.there:
        return _(
            "Minnepinnen eller mappen er ikke der nå. Kopiene legges på denne maskinen så lenge."
        )
    if place.same_disk:
        return _(
            "Mappen ligger på samme disk som journalen. Ryker disken, ryker begge. En minnepinne"
            " er tryggere."
        )
    return ""


def _room(place: CopyPlace) -> str:
    if place.free_bytes is None:
        return ""
    return _("Ledig plass: {size}").format(size=_size(place.free_bytes))


def _copy_line(copy: KeptCopy, *, named: bool) -> str:
    """When and how large; where it lies only while there are two places."""
    line = _("{moment}, {size}").format(moment=date_and_time(copy.at), size=_size(copy.size))
    if not named:
        return line
    place = _("i den valgte mappen") if copy.outside else _("på denne maskinen")
    return f"{line}, {place}"


def _size(size: int) -> str:
    if size >= _GIGABYTE:
        return _("{size} GB").format(size=_decimal(size / _GIGABYTE))
    return _("{size} MB").format(size=_decimal(size / _MEGABYTE))


def _decimal(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")
