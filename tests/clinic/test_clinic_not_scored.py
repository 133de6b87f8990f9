"""A form that is not scored: what nobody here has looked at is not used on a real person either."""

from __future__ import annotations

import pytest
from clinic_children import born, new_sheet
from clinic_day import adult
from clinic_library import approval, kitchen, worded

from nurseapp.base.errors import FormNotUsableError
from nurseapp.clinic.library import approvals, form_library
from nurseapp.clinic.library.usable_forms import require_usable_on_paper, usable_wordings
from nurseapp.clinic.people import people
from nurseapp.clinic.sheets import sheet_entry
from nurseapp.clinic.station.access import OpenStation
from nurseapp.clinic.values.library import ImportedForm
from nurseapp.forms.unfinished_wording import UnfinishedItem, UnfinishedWording, finished

pytest_plugins = ("clinic_stations",)


def usable(station: OpenStation, form: str) -> list[str]:
    return [one.language for one in usable_wordings(station, station.library.form(form))]


def no_words(station: OpenStation, form: str) -> bool:
    """Whether neither words nor sheets from paper may be used, both with a reason."""
    for asked in (usable_wordings, require_usable_on_paper):
        with pytest.raises(FormNotUsableError):
            asked(station, station.library.form(form))
    return True


def test_words_from_elsewhere_are_approved_though_nothing_is_scored(
    production: OpenStation,
) -> None:
    """A form from a file cannot say of itself that nobody need look at it."""
    nothing_counted = kitchen(
        not_scored={"nb": "Andre teller skapene"},
        answered_by=["observer"],
        subject="child",
        items=[{"id": "1", "topic": {"nb": "Kopper"}, "kind": "text"}],
        scales=[],
    )
    texts = UnfinishedWording(
        form="kitchen",
        version=1,
        language="nb",
        status="own",
        title="Kopper",
        introduction="Om kopper.",
        recall="I dag",
        note="Eget",
        items={"1": UnfinishedItem("Hvor står koppene?", {})},
    )
    words, flaws = finished(texts, nothing_counted)
    assert words is not None, flaws
    form_library.import_form(production, ImportedForm(form=nothing_counted, wordings=(words,)))
    mother = people.register(production, adult("Rolig", "Bjørk", sex="female"))
    child = born(production, mother, months=3)
    new = new_sheet(child, "kitchen", {"1": "I skapet"}, mode="received")
    with pytest.raises(FormNotUsableError):
        sheet_entry.record(production, new)
    assert no_words(production, "kitchen")
    card = form_library.form_card(production, "kitchen")
    assert (card.status, card.paper_mode) == ("ready", False)
    assert card.not_scored

    approvals.approve(production, approval(production, "kitchen"))

    assert usable(production, "kitchen") == ["nb"]
    assert sheet_entry.record(production, new)


def test_programs_own_headings_are_approved_once_the_clinic_has_changed_them(
    production: OpenStation,
) -> None:
    require_usable_on_paper(production, production.library.form("nbas-nbo"))
    worded(production, "nbas-nbo", word="våre")
    assert no_words(production, "nbas-nbo")
    assert form_library.form_card(production, "nbas-nbo").status == "ready"
    approvals.approve(production, approval(production, "nbas-nbo"))
    require_usable_on_paper(production, production.library.form("nbas-nbo"))
    assert usable(production, "nbas-nbo") == ["nb"]
