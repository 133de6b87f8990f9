"""Cards of the library: one for each form, one for a whole family of age forms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from nurseapp.base.text import _, language, plural
from nurseapp.clinic.library.form_standing import FormStanding, Shelf, form_standing
from nurseapp.clinic.library.form_words import (
    ages_words,
    answered_by_words,
    form_status_words,
    licensed_words,
    rights_words,
)
from nurseapp.clinic.library.licences import licence_of, licence_words
from nurseapp.clinic.library.wording_lines import wording_lines
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.values.library import FormCard, FormStatus
from nurseapp.forms.loaded import LoadedForm
from nurseapp.forms.model import Form

# What is said of a family: the first of these that one of its age forms is.
_FIRST_SAID: Final[tuple[FormStatus, ...]] = (
    "approved", "withdrawn", "awaiting_second", "starts_later", "ready", "draft", "training",
    "not_scored", "no_wording",
)  # fmt: skip


def form_card(station: OpenStation, loaded: LoadedForm, shelf: Shelf) -> FormCard:
    """The card of one form that can be answered; one age form, if it is of a family."""
    form, standing = loaded.form, form_standing(station, loaded, shelf)
    lines = wording_lines(station, loaded, shelf)
    card = _facts(station, loaded, form, shelf)
    return replace(
        card,
        status=standing.status,
        status_words=form_status_words(standing.status),
        why_not=standing.why_not(form.name),
        wordings=lines,
        can_print_blank=may_print_blank(form) and not standing.why,
        paper_mode=standing.paper_mode,
    )


def family_card(station: OpenStation, members: Sequence[LoadedForm], shelf: Shelf) -> FormCard:
    """The card of a family, with each age form's id, its months and how it stands."""
    members = sorted(members, key=_youngest)
    first = members[0]
    standings = [form_standing(station, one, shelf) for one in members]
    status = next(each for each in _FIRST_SAID if any(one.status == each for one in standings))
    words = form_status_words(status)
    if status == "approved":
        words = _("{approved} av {all} aldersformer er godkjent").format(
            approved=sum(one.status == "approved" for one in standings), all=len(members)
        )
    usable = any(not one.why for one in standings)
    return replace(
        _facts(station, first, first.source, shelf),
        status=status,
        status_words=words,
        why_not="" if usable else standings[0].why_not(first.source.name),
        age_forms=tuple(
            (one.form.id, _age_form_words(one, standing))
            for one, standing in zip(members, standings, strict=True)
        ),
        paper_mode=any(one.paper_mode for one in standings),
    )


def broken_card(form: str, problems: Sequence[str]) -> FormCard:
    """The card of a form whose files do not hold; `problems` are sentences."""
    return replace(
        _EMPTY,
        form=form,
        name=form,
        status="broken",
        status_words=form_status_words("broken"),
        why_not="\n".join(problems),
    )


def may_print_blank(form: Form) -> bool:
    """Whether rights and prudence let a blank paper of it leave the printer."""
    return form.about.rights.print_blank and not form.off_hand_outs and form.not_scored is None


def _facts(station: OpenStation, loaded: LoadedForm, form: Form, shelf: Shelf) -> FormCard:
    """What does not hang on how the form stands; `form` may be the family."""
    spoken = language()
    about = form.about
    return replace(
        _EMPTY,
        form=form.id,
        family=form.family or (form.id if form.age_forms else ""),
        name=form.name,
        full_name=form.full_name,
        purpose=about.purpose.said(spoken),
        answered_by=answered_by_words(form),
        minutes=form.minutes,
        ages=ages_words(form),
        evidence=about.evidence.said(spoken),
        rights=rights_words(form),
        training=about.training.said(spoken) if about.training is not None else "",
        unverified=tuple(words.said(spoken) for words in about.unverified),
        version=form.version,
        licence_words=licence_words(shelf.licences.get(licence_of(form)), station.day),
        observer=form.answered_by == ("observer",),
        imported=loaded.folder is None,
        licensed=loaded.source.licensed,
        licensed_words=licensed_words(loaded.source, shelf.value_sources.get(loaded.source.id, "")),
        not_scored=form.not_scored.said(spoken) if form.not_scored is not None else "",
    )


def _youngest(loaded: LoadedForm) -> tuple[int, int]:
    """The first age an age form is made for."""
    window = loaded.form.ages
    return (window.first.months, window.first.days) if window is not None else (0, 0)


def _age_form_words(loaded: LoadedForm, standing: FormStanding) -> str:
    months = loaded.form.age_form or ""
    if months.isdigit():
        months = plural("{count} måned", "{count} måneder", int(months))
    return _("{months}: {status}").format(
        months=months, status=form_status_words(standing.status).lower()
    )


_EMPTY: Final = FormCard(
    form="", family="", name="", full_name="", purpose="", answered_by="", minutes=0, ages="",
    evidence="", rights="", training="", unverified=(), version=0, status="no_wording",
    status_words="", why_not="", wordings=(), licence_words="", age_forms=(),
    can_print_blank=False, paper_mode=False, observer=False, imported=False, licensed=(),
    licensed_words="", not_scored="",
)  # fmt: skip
