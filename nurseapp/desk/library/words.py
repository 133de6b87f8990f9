"""A form of the library in a nurse's words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from nurseapp.base.errors import FormNotUsableError
from nurseapp.base.text import _, mark, plural
from nurseapp.desk.library.flow import FormList, FormRow

if TYPE_CHECKING:
    from nurseapp.forms.library import Library, LoadedForm
    from nurseapp.forms.wording import Status, Wording

_LANGUAGES: Final = {
    "nb": mark("Norsk bokmål"),
    "nn": mark("Norsk nynorsk"),
    "en": mark("Engelsk"),
}
_STATUSES: Final[dict[Status, str]] = {
    "training": mark("øvingstekst, aldri på virkelige personer"),
    "own": mark("skrevet for dette programmet"),
    "working_translation": mark("arbeidsoversettelse, ikke validert"),
    "validated": mark("validert"),
    "translated_only": mark("oversatt, ikke validert"),
}


def form_list(library: Library, usable: Callable[[LoadedForm], object]) -> FormList:
    """All forms, and every problem found in their files; `usable` raises FormNotUsableError."""
    return FormList(
        forms=tuple(_row(loaded, usable) for loaded in library.forms),
        problems=tuple(str(problem) for problem in library.problems),
    )


def _row(loaded: LoadedForm, usable: Callable[[LoadedForm], object]) -> FormRow:
    form = loaded.form
    count = plural("{count} spørsmål", "{count} spørsmål", len(form.items))
    facts = _("Versjon {version} · {items} · omtrent {minutes} minutter").format(
        version=form.version, items=count, minutes=form.minutes
    )
    return FormRow(
        name=form.name,
        full_name=form.full_name,
        facts=facts if loaded.released else f"{facts} · {_('ikke gitt ut ennå')}",
        wordings=tuple(_wording(wording) for wording in loaded.wordings),
        sources=tuple(
            {cut_off.source: None for scale in form.scales for cut_off in scale.cut_offs}
        ),
        why_not=_why_not(loaded, usable),
    )


def _wording(wording: Wording) -> str:
    language = _(_LANGUAGES.get(wording.language, wording.language))
    status = _(_STATUSES[wording.status])
    return f"{language}: {status}"


def _why_not(loaded: LoadedForm, usable: Callable[[LoadedForm], object]) -> str:
    try:
        usable(loaded)
    except FormNotUsableError as error:
        return error.sentence
    return ""
