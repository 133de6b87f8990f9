"""The place Skjema: every form with what it is for and how it stands; importing, blank papers."""

from __future__ import annotations

from nurseapp.clinic.library.form_cards import broken_card, family_card
from nurseapp.clinic.library.form_cards import form_card as card_of
from nurseapp.clinic.library.form_imports import import_form
from nurseapp.clinic.library.form_standing import Shelf, shelf
from nurseapp.clinic.library.licences import ledger, warnings
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.station.station_library import family_of
from nurseapp.clinic.values.library import FormCard, LibraryView
from nurseapp.clinic.values.papers import Paper
from nurseapp.forms.library import Library
from nurseapp.forms.loaded import LoadedForm

__all__ = ["blank_paper", "form_card", "import_form", "library_view"]


def library_view(station: OpenStation) -> LibraryView:
    """One card for each form and family by name, and one for each form that cannot be read."""
    library = station.library
    known = station.journal.read(shelf)
    families: dict[str, list[LoadedForm]] = {}
    for loaded in library.forms:
        families.setdefault(family_of(loaded.form), []).append(loaded)
    cards = [_card(station, members, known) for members in families.values()]
    cards.sort(key=lambda card: card.name.casefold())
    return LibraryView(
        cards=(*cards, *_broken(library, frozenset(families))),
        problems=tuple(str(problem) for problem in library.problems),
        warnings=warnings(ledger(station)),
    )


def form_card(station: OpenStation, form: str) -> FormCard:
    """One form's card, one age form's, or a family's; raises UnknownFormError, FormProblemsError.

    An age form's id is `family-months`; the family's card lists them in `age_forms`.
    """
    library, known = station.library, station.journal.read(shelf)
    members = [one for one in library.forms if form == one.form.family]
    if members:
        return family_card(station, members, known)
    return card_of(station, library.form(form), known)


def blank_paper(station: OpenStation, form: str, language: str) -> Paper:
    """The form to be filled in by hand, in words that may be used here now.

    Raises NotPrintableError where the rights do not let it be printed, where no paper may name
    it, and without usable words in the language, FormNotUsableError without any usable words,
    UnknownFormError, FormProblemsError, MissingGlyphError.
    """
    from nurseapp.clinic.library.blank_papers import blank_paper as printed

    return printed(station, form, language)


def _card(station: OpenStation, members: list[LoadedForm], known: Shelf) -> FormCard:
    if members[0].form.family:
        return family_card(station, members, known)
    return card_of(station, members[0], known)


def _broken(library: Library, known: frozenset[str]) -> list[FormCard]:
    """Forms of which nothing could be read, with all that is wrong."""
    names = dict.fromkeys(one.file.partition("/")[0] for one in library.problems if "/" in one.file)
    return [
        broken_card(name, [str(one) for one in library.problems_of(name)])
        for name in names
        if name not in known
    ]
