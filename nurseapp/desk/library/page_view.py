"""What a form's page shows, gathered from the clinic's use cases."""

from __future__ import annotations

from nurseapp.clinic.handover import feedback
from nurseapp.clinic.library import approvals, form_library
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.values.feedback import FeedbackMonth
from nurseapp.desk.library.facts import form_facts
from nurseapp.desk.library.page_flow import PageView


def page_view(station: OpenStation, form: str) -> PageView:
    """The page of a form, of a family's first age form, or of one of its others.

    Raises UnknownFormError, FormProblemsError.
    """
    card = form_library.form_card(station, form)
    family = form_library.form_card(station, card.family) if card.family else card
    if card.age_forms:
        card = form_library.form_card(station, card.age_forms[0][0])
    loaded = station.library.form(card.form)
    gone = approvals.withdrawal(station, card.form)
    return PageView(
        card=card,
        facts=form_facts(loaded.form),
        approvals=approvals.view(station, card.form).earlier,
        age_forms=family.age_forms,
        banner=gone.words if gone is not None else "",
        values_lack=bool(loaded.form.licensed),
        feedback=_answered(station, card.form) if loaded.form.anonymous else None,
    )


def _answered(station: OpenStation, form: str) -> tuple[FeedbackMonth, ...]:
    return tuple(month for month in feedback.counted(station) if month.form == form)
