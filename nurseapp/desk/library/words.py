"""A form of the library in a nurse's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nurseapp.base.text import _, mark, plural
from nurseapp.desk.library.flow import FormList, FormRow

if TYPE_CHECKING:
    from nurseapp.forms.library import Library, LoadedForm
    from nurseapp.forms.wording import Wording

_LANGUAGES: Final = {
    "nb": mark("Norsk bokmål"),
    "nn": mark("Norsk nynorsk"),
    "en": mark("Engelsk"),
}
_STATUSES: Final = {
    "training": mark("øvingstekst, aldri på virkelige personer"),
    "working_translation": mark("arbeidsoversettelse, ikke validert"),
    "original": mark("originalteksten"),
    "validated": mark("validert"),
    "translated": mark("oversatt, ikke validert"),
}


def form_list(library: Library, *, training: bool) -> FormList:
    """All forms, and every problem found in their files."""
    return FormList(
        forms=tuple(_row(loaded, training=training) for loaded in library.forms),
        problems=tuple(str(problem) for problem in library.problems),
    )


def _row(loaded: LoadedForm, *, training: bool) -> FormRow:
    form = loaded.form
    count = plural("{count} spørsmål", "{count} spørsmål", len(form.items))
    facts = _("Versjon {version} · {items} · omtrent {minutes} minutter").format(
        version=form.version, items=count, minutes=form.minutes
    )
    sources = {cut_off.source: None for scale in form.scales for cut_off in scale.cut_offs}
    return FormRow(
        name=form.name,
        full_name=form.full_name,
        facts=facts,
        wordings=tuple(_wording(wording) for wording in loaded.wordings),
        sources=tuple(sources),
        why_not=_why_not(loaded, training=training),
    )


def _wording(wording: Wording) -> str:
    language = _(_LANGUAGES.get(wording.language, wording.language))
    status = _(_STATUSES.get(wording.status, wording.status))
    return f"{language}: {status}"


def _why_not(loaded: LoadedForm, *, training: bool) -> str:
    if not loaded.released:
        return _("Skjemaet er endret etter at det ble gitt ut.")
    if training:
        return "" if loaded.wordings else _("Ingen tekst følger med.")
    if not loaded.real_wordings():
        return _("Teksten eies av andre og følger ikke med. Kommunen må legge inn sin egen.")
    return _("Ingen i kommunen har godkjent teksten ennå.")
