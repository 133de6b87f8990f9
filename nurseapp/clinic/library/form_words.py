"""What the library says about a form, in a nurse's words."""

from __future__ import annotations

from typing import Final

from nurseapp.base.text import _, language, mark, plural
from nurseapp.clinic.values.library import FormStatus
from nurseapp.forms.age import AgeWindow
from nurseapp.forms.age_words import in_months
from nurseapp.forms.model import Form
from nurseapp.forms.vocabulary import Role

_ANSWERS: Final[dict[Role, str]] = {
    "mother": mark("mor"),
    "pregnant": mark("gravid"),
    "father": mark("far"),
    "other_carer": mark("annen omsorgsperson"),
    "observer": mark("helsepersonell"),
}
_STATUSES: Final[dict[FormStatus, str]] = {
    "not_scored": mark("Skåres ikke her"),
    "no_wording": mark("Mangler tekst"),
    "draft": mark("Tekst er påbegynt"),
    "ready": mark("Klar til godkjenning"),
    "awaiting_second": mark("Venter på bekreftelse"),
    "starts_later": mark("Gjelder fra en senere dag"),
    "approved": mark("Godkjent"),
    "withdrawn": mark("Trukket tilbake"),
    "training": mark("Til øving"),
    "broken": mark("Kan ikke leses"),
}
_LICENSED: Final = {
    "cut_offs": mark("grensene"),
    "key": mark("poengnøkkelen"),
}


def form_status_words(status: FormStatus) -> str:
    """The status on a pill."""
    return _(_STATUSES[status])


def answered_by_words(form: Form) -> str:
    """`mor, far` with whom it is about where that is the child."""
    who = ", ".join(_(_ANSWERS[role]) for role in form.answered_by)
    return _("{who}, om barnet").format(who=who) if form.subject == "child" else who


def ages_words(form: Form) -> str:
    """The child's ages it is made for; empty where it does not matter."""
    if form.age_forms:
        windows = [one.window for one in form.age_forms]
        span = _span(AgeWindow(
            first=min(one.first for one in windows),
            last=max(one.last for one in windows),
            verified=True,
        ))  # fmt: skip
        count = plural("{count} aldersform", "{count} aldersformer", len(windows))
        return _("{forms}, {span}").format(forms=count, span=span)
    return _span(form.ages) if form.ages is not None else ""


def rights_words(form: Form) -> str:
    """Who owns the wording, and what follows from it."""
    rights = form.about.rights
    owner = _("Eier: {holder}.").format(holder=rights.holder)
    return f"{owner} {rights.note.said(language())}"


def licensed_words(form: Form, source: str) -> str:
    """Whether the values that come with the licence are here; empty where none are needed."""
    if not form.licensed:
        return ""
    parts = _(" og ").join(_(_LICENSED[part]) for part in form.licensed)
    if source:
        says = _("Lisensen gir {parts}. De er lagt inn fra {source}.")
        return says.format(parts=parts, source=source)
    return _("Lisensen gir {parts}. De mangler, og skrives inn her.").format(parts=parts)


def _span(window: AgeWindow) -> str:
    says = _("fra {first} til {last}")
    return says.format(first=in_months(window.first), last=in_months(window.last))
