"""Reads a Questionnaire that anybody may have written, into a form of ours or a clear refusal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from nurseapp.base.errors import FhirError
from nurseapp.base.text import _
from nurseapp.exchange.fhir.form_table import Understood, form_table, understood
from nurseapp.exchange.fhir.json_reading import Table, read_json, written_json
from nurseapp.exchange.fhir.kept import annotated
from nurseapp.exchange.fhir.left_out import LeftOut
from nurseapp.exchange.fhir.opening import opened
from nurseapp.exchange.fhir.own_form_back import is_own, read_own
from nurseapp.exchange.fhir.small_words import language_of
from nurseapp.exchange.fhir.unused import tell_unused
from nurseapp.exchange.fhir.wordings import wording_tables
from nurseapp.forms.meaning import form_flaws
from nurseapp.forms.model import Form
from nurseapp.forms.problem import Flaw
from nurseapp.forms.shape import shaped
from nurseapp.forms.wording import Wording
from nurseapp.forms.wording_meaning import wording_flaws

_USUAL_LANGUAGE: Final = "nb"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What a file comes to; `form` is None exactly where there are `problems`.

    `kept` is the file's Questionnaire as FHIR JSON with our ids, from which all that is not used
    comes out again. `scored` says that all the file's scores are computed here; where it is
    False, none is. `language_said`: the file says itself which language its text is in.
    """

    form: Form | None = None
    wordings: tuple[Wording, ...] = ()
    kept: str = ""
    left_out: tuple[LeftOut, ...] = ()
    problems: tuple[str, ...] = ()
    scored: bool = False
    language_said: bool = True


def read_questionnaire(
    data: bytes, *, language: str = _USUAL_LANGUAGE, add_up: bool = False
) -> ImportReport:
    """The form in a file, or every reason why there is none; never raises for what it holds.

    `language` is that of a file which does not say its own. `add_up` is a person's word that
    all points make one sum, where the file has points and says nothing of what to do with them.
    """
    try:
        table = read_json(data)
        if is_own(table):
            return _own(table)
        source, table = opened(table, language)
        found = understood(source, add_up=add_up)
        report = _made(found)
        kept = written_json(annotated(table, found))
    except FhirError as error:
        return ImportReport(problems=(error.sentence,))
    tell_unused(source)
    left_out = tuple(source.left_out)
    if report.problems:
        return replace(report, left_out=left_out)
    said = bool(language_of(source.questionnaire.language))
    return replace(report, kept=kept, left_out=left_out, language_said=said)


def _own(table: Table) -> ImportReport:
    """A form that this program wrote, as it was; raises FhirError."""
    form, wordings = read_own(table)
    return ImportReport(
        form=form, wordings=wordings, kept=written_json(table), scored=bool(form.scales)
    )


def _made(found: Understood) -> ImportReport:
    """The form and its wordings, held against all that is asked of those in our own files."""
    table = form_table(found)
    if not any(one.kind != "information" for one in found.questions.values()):
        why = _("ingen av spørsmålene i den kan brukes her")
        return ImportReport(problems=(FhirError(why=why).sentence,))
    form, flaws = shaped(table, Form)
    if form is not None:
        flaws = tuple(form_flaws(form))
    if form is None or flaws:
        return ImportReport(problems=tuple(_sentences(flaws)))
    wordings, wrong = _wordings(found, form)
    if wrong:
        return ImportReport(problems=tuple(wrong))
    return ImportReport(form=form, wordings=wordings, scored=bool(form.scales))


def _wordings(found: Understood, form: Form) -> tuple[tuple[Wording, ...], list[str]]:
    wordings: list[Wording] = []
    problems: list[str] = []
    for table in wording_tables(found, form.id):
        wording, flaws = shaped(table, Wording)
        if wording is not None:
            flaws = tuple(wording_flaws(wording, form, wording.language, training=False))
            wordings.append(wording)
        problems += _sentences(flaws)
    if not wordings and not problems:
        reasons = [one.why for one in found.source.left_out if one.what == _("språk")]
        problems = [_("Ingen av språkene i filen har all teksten."), *reasons]
    return tuple(wordings), problems


def _sentences(flaws: Iterable[Flaw]) -> Iterator[str]:
    for path, sentence in flaws:
        yield f"{path}: {sentence}" if path else sentence
