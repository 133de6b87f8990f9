"""The limits of a form in words, each with whom it was studied in and its source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nurseapp.base.numbers import number_words
from nurseapp.base.text import _, language
from nurseapp.clinic.library.compared import compared_words
from nurseapp.clinic.sheets.sheet_words import respondent_words
from nurseapp.forms.model import Form
from nurseapp.forms.scale import CutOff, Scale, Whom


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitLine:
    """One limit: `10 eller mer (mor)`, and where it comes from; `used` unless another is chosen."""

    scale: str
    limit: str
    source: str
    used: bool
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFacts:
    """What a form's card does not say; `not_scored` is the reason, if there is one."""

    questions: int
    limits: tuple[LimitLine, ...]
    alone: bool


def form_facts(form: Form) -> FormFacts:
    """The facts of one form, or of a family as it is written."""
    return FormFacts(
        questions=sum(item.kind != "information" for item in form.items),
        limits=tuple(line for scale in form.scales for line in _limits(scale)),
        alone=form.alone_required,
    )


def _limits(scale: Scale) -> Iterator[LimitLine]:
    for cut_off in scale.cut_offs:
        whom = ", ".join(_whom(cut_off.whom)) if cut_off.whom else ""
        limit = compared_words(cut_off.comparison, cut_off.value)
        yield LimitLine(
            scale=scale.name.said(language()),
            limit=f"{limit} ({whom})" if whom else limit,
            source=". ".join(_source(cut_off)) + ".",
            used=cut_off.default,
            verified=cut_off.verified,
        )


def _whom(whom: Whom) -> Iterator[str]:
    if whom.role:
        yield respondent_words(whom.role)
    if whom.sex:
        yield _("jente") if whom.sex == "girl" else _("gutt")
    if whom.from_week is not None or whom.to_week is not None:
        yield _("svangerskapsuke {span}").format(span=_span(whom.from_week, whom.to_week))
    if whom.from_months is not None or whom.to_months is not None:
        yield _("barn {span} måneder").format(span=_span(whom.from_months, whom.to_months))


def _span(first: int | None, last: int | None) -> str:
    if last is None:
        return _("{first} og mer").format(first=first)
    return f"{first or 0}–{last}"


def _source(cut_off: CutOff) -> Iterator[str]:
    yield cut_off.source.rstrip(".")
    yield cut_off.population.said(language()).rstrip(".")
    if cut_off.sensitivity is not None and cut_off.specificity is not None:
        yield _("Sensitivitet {sensitivity} %, spesifisitet {specificity} %").format(
            sensitivity=round(cut_off.sensitivity * 100),
            specificity=round(cut_off.specificity * 100),
        )
    if cut_off.monitoring is not None:
        edge = number_words(cut_off.monitoring)
        yield _("Oppfølgingssonen går fra {edge} til grensen").format(edge=edge)
    if cut_off.note is not None:
        yield cut_off.note.said(language()).rstrip(".")
