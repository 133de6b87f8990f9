"""What an approval asks of the form, and of the one who approves."""

from __future__ import annotations

from collections.abc import Iterator

from nurseapp.base.dates import short_date
from nurseapp.base.text import _
from nurseapp.clinic.library.approval_standing import PAPER
from nurseapp.clinic.library.approval_view import rows_to_tick
from nurseapp.clinic.library.licences import licence_wanted
from nurseapp.clinic.library.usable_forms import needs_approval
from nurseapp.clinic.people.naming import language_words
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.values.library import NewApproval
from nurseapp.forms.cases import run_cases
from nurseapp.forms.loaded import LoadedForm
from nurseapp.forms.wording import Wording
from nurseapp.forms.wording_hash import wording_sha256
from nurseapp.people.typed import one_line


def hash_of(wording: Wording | None) -> str:
    """The hash an approval pins the words by; empty on paper."""
    return wording_sha256(wording) if wording is not None else ""


def refusals(
    station: OpenStation, loaded: LoadedForm, language: str, wording: Wording | None
) -> Iterator[str]:
    """What stands in the way whatever is ticked, in sentences."""
    form = loaded.form
    if not needs_approval(station, loaded):
        yield _("{form} skåres ikke her, og trenger ingen godkjenning.").format(form=form.name)
    if form.licensed:
        yield _("Legg inn verdiene fra lisensen først. Uten dem kan ikke svarene vurderes.")
    if language != PAPER and wording is None:
        says = _("Teksten på {language} er ikke hel ennå.")
        yield says.format(language=language_words(language))
    if not all(one.passed for one in run_cases(loaded)):
        yield _("Programmet regner ikke ut prøvesvarene slik det skal. Si fra til IT.")


def changed_since(new: NewApproval, loaded: LoadedForm, wording: Wording | None) -> Iterator[str]:
    """What is not as the approver read it, in sentences."""
    if new.form_sha256 != loaded.sha256:
        yield _("Skjemaet eller verdiene fra lisensen er endret siden du leste dem. Gå gjennom"
                " skjemaet på nytt.")  # fmt: skip
    if new.wording_sha256 != hash_of(wording):
        yield _("Teksten er endret siden du leste den. Les den på nytt.")


def missing(new: NewApproval, loaded: LoadedForm, wording: Wording | None) -> Iterator[str]:
    """What the approver has yet to do."""
    unticked = [row for row in rows_to_tick(loaded, wording) if row.item not in new.ticked]
    heads = [row.topic.casefold() for row in unticked if row.head]
    items = [row.item for row in unticked if not row.head]
    if heads:
        yield _("hake for {texts}").format(texts=" ".join(heads))
    if items:
        yield _("hake for spørsmål {items}").format(items=" ".join(items))
    wanted = licence_wanted(loaded.form)
    if "holder" in wanted and not one_line(new.licence_holder):
        yield _("hvem som har lisensen")
    if "number" in wanted and not one_line(new.licence_number):
        yield _("lisensens nummer eller dato")
    if new.licence_until is not None and new.licence_until < new.starts:
        day = short_date(new.licence_until)
        yield _("en lisens som gjelder (denne gikk ut {day})").format(day=day)
    if not one_line(new.clinics):
        yield _("hvilke helsestasjoner det gjelder for")
