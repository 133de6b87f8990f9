"""The station's library: what came with the program, what the clinic added, and how it stands."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from clinic_day import Family, HandClock, Parent, choice, texts
from clinic_library import (
    THREE,
    approval,
    approved,
    filled,
    kitchen,
    no_administrator,
    rebuilds_the_same,
    worded,
)
from test_clinic_wordings import areas

from nurseapp.base.errors import (
    FormNotUsableError,
    FormProblemsError,
    MissingGlyphError,
    NotAdministratorError,
    NotPrintableError,
)
from nurseapp.base.paths import forms_folder
from nurseapp.clinic.handover import handover
from nurseapp.clinic.library import approvals, form_library, wordings
from nurseapp.clinic.sheets import results
from nurseapp.clinic.station.access import OpenStation
from nurseapp.clinic.station.station_library import form_by_hash
from nurseapp.clinic.values.library import FormCard, ImportedForm
from nurseapp.forms.library import load_library
from nurseapp.forms.unfinished_wording import UnfinishedItem, UnfinishedWording, finished
from nurseapp.forms.wording import Wording
from nurseapp.journal.queries import library

pytest_plugins = ("clinic_stations",)


def kitchen_words(word: str = "") -> Wording:
    answers = {"a": "Ja", "b": "Nei", "c": "Litt"}
    texts = UnfinishedWording(
        form="kitchen",
        version=1,
        language="nb",
        status="own",
        title=f"Kjøkkenet {word}".strip(),
        introduction="Om ting.",
        recall="I dag",
        note="Eget",
        items={
            "1": UnfinishedItem("Hylle 1?", answers),
            "2": UnfinishedItem("Hylle 2?", answers),
            "3": UnfinishedItem("Skap?", {"a": "Ja", "b": "Nei"}),
        },
    )
    whole, flaws = finished(texts, kitchen())
    assert whole is not None, flaws
    return whole


def cards(station: OpenStation) -> dict[str, FormCard]:
    return {card.form: card for card in form_library.library_view(station).cards}


def test_library_has_a_card_for_each_form_and_one_for_each_family(station: OpenStation) -> None:
    view = form_library.library_view(station)
    assert view.problems == ()
    assert view.warnings == ()
    found = cards(station)
    assert {"epds", "phq-9", "asq-3", "asq-se-2", "nbas-nbo"} <= set(found)
    assert not any(name.startswith("asq-3-") for name in found)
    names = [card.name.casefold() for card in view.cards]
    assert names == sorted(names)
    family = found["asq-3"]
    assert [form for form, _words in family.age_forms][:3] == ["asq-3-2", "asq-3-4", "asq-3-6"]
    assert family.age_forms[0] == ("asq-3-2", "2 måneder: til øving")
    assert family.ages.startswith("21 aldersformer, fra 1 måned til ")


def test_library_card_tells_what_a_professional_must_know(production: OpenStation) -> None:
    card = form_library.form_card(production, "epds")
    assert card.purpose.startswith("Spør om humør")
    assert card.evidence.startswith("Norge:")
    assert card.rights.startswith("Eier: Royal College of Psychiatrists.")
    assert card.training
    assert card.unverified
    assert (card.minutes, card.version) == (5, 1)
    assert card.answered_by == "mor, gravid, far, annen omsorgsperson"
    assert (card.observer, card.imported, card.licensed) == (False, False, ())
    age_form = form_library.form_card(production, "asq-3-12")
    assert (age_form.family, age_form.licensed) == ("asq-3", ("cut_offs",))
    assert "mangler" in age_form.licensed_words
    assert form_library.form_card(production, "adbb").observer
    assert "sertifisert" in form_library.form_card(production, "nbas-nbo").not_scored


def test_library_names_the_family_and_not_one_of_its_ages(production: OpenStation) -> None:
    assert cards(production)["asq-3"].why_not.startswith("ASQ-3 kan ikke brukes nå:")


def test_library_no_sentence_has_a_gap(station: OpenStation, production: OpenStation) -> None:
    approved(production, licence_until=None)
    for each in (station, production):
        for text in texts(form_library.library_view(each)):
            assert "{" not in text
            assert "  " not in text
            assert "None" not in text


def test_library_broken_form_is_a_card_with_its_problems(
    station: OpenStation, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(forms_folder(), tmp_path / "forms"))
    (folder / "epds" / "form.toml").write_text("id = [", encoding="utf-8")
    station._shipped = load_library(folder)
    station.library_changed()
    view = form_library.library_view(station)
    (broken,) = [card for card in view.cards if card.status == "broken"]
    assert broken.form == "epds"
    assert "epds/form.toml" in broken.why_not
    assert view.problems
    assert cards(station)["phq-9"].status == "ready", "the others work"


def test_imported_form_is_used_like_any_other(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    imported = ImportedForm(form=kitchen(), wordings=(kitchen_words(),), kept='{"x":1}')
    assert form_library.import_form(station, imported) == "kitchen"
    card = form_library.form_card(station, "kitchen")
    assert (card.imported, card.status, card.why_not) == (True, "ready", "")
    assert "ingen prøvesvar" in approvals.view(station, "kitchen", "nb").cases_words
    approvals.approve(station, approval(station, "kitchen"))
    parent = Parent(
        handover.hand_over(station, choice(family.mother, "kitchen", layout="page")), clock
    )
    parent.answers({"1": "c", "2": "a", "3": "b"})
    parent.finishes()
    (taken,) = handover.take_in_answers(station)
    (scale,) = results.result(station, taken.screening).scales
    assert (scale.score, scale.verdict) == (4, "over")
    saved = station.journal.read(library.imported_forms)
    assert [one.kept for one in saved] == ['{"x":1}']
    assert rebuilds_the_same(station)


def test_imported_form_is_there_after_the_next_login(login: Callable[[], OpenStation]) -> None:
    form_library.import_form(login(), ImportedForm(form=kitchen(), wordings=(kitchen_words(),)))
    assert login().library.form("kitchen").real_wordings()


def test_imported_form_that_changed_gets_the_next_version_and_old_results_stay(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    form_library.import_form(station, ImportedForm(form=kitchen(), wordings=(kitchen_words(),)))
    parent = Parent(
        handover.hand_over(station, choice(family.mother, "kitchen", layout="page")), clock
    )
    parent.answers({"1": "c", "2": "a", "3": "b"})
    parent.finishes()
    (taken,) = handover.take_in_answers(station)
    before = results.result(station, taken.screening)

    items = [dict(THREE["items"][0], points=[9, 9, 9]), *THREE["items"][1:]]
    changed = ImportedForm(form=kitchen(items=items), wordings=(kitchen_words(),))
    form_library.import_form(station, changed)
    assert form_library.form_card(station, "kitchen").version == 2
    assert results.result(station, taken.screening) == before
    results.correct_answer(station, taken.screening, "1", "a", "Trykket feil")
    (scale,) = results.result(station, taken.screening).scales
    assert scale.score == 2, "by the points it was answered with"


def test_form_imported_twice_is_one(station: OpenStation) -> None:
    imported = ImportedForm(form=kitchen(), wordings=(kitchen_words(),))
    form_library.import_form(station, imported)
    form_library.import_form(station, imported)
    assert form_library.form_card(station, "kitchen").version == 1
    assert len(station.journal.read(library.imported_forms)) == 1


@pytest.mark.parametrize("name", ["epds", "asq-3", "asq-3-12"])
def test_imported_form_cannot_pass_for_one_of_the_programs(station: OpenStation, name: str) -> None:
    head = station.journal.head()
    with pytest.raises(FormProblemsError) as told:
        form_library.import_form(station, ImportedForm(form=kitchen(id=name)))
    assert "følger med programmet" in told.value.sentence
    assert station.journal.head() == head


def test_imported_form_and_its_age_forms_take_nobody_elses_place(station: OpenStation) -> None:
    form_library.import_form(station, ImportedForm(form=kitchen(id="kitchen-3")))
    head = station.journal.head()
    for name, age, sentence in (
        ("asq", "3-12", "følger med programmet"),  # would be asq-3-12
        ("kitchen", "3", "står to ganger"),
    ):
        family = kitchen(id=name, subject="child", age_forms=[aged(age)])
        with pytest.raises(FormProblemsError, match=sentence):
            form_library.import_form(station, ImportedForm(form=family))
    assert station.journal.head() == head
    form_library.import_form(station, ImportedForm(form=kitchen(id="kitchen-3", minutes=9)))
    assert station.library.form("kitchen-3").form.minutes == 9, "its own next version may come"


def aged(name: str) -> dict[str, object]:
    window = {"from": {"months": 1}, "to": {"months": 2}, "verified": False}
    return {"id": name, "window": window}


def test_imported_form_with_any_flaw_leaves_nothing(station: OpenStation) -> None:
    head = station.journal.head()
    half = dataclasses.replace(
        ImportedForm(form=kitchen()), wordings=(kitchen_words(), worded_for_two_items())
    )
    for imported in (
        ImportedForm(form=kitchen(scales=[dict(THREE["scales"][0], items=["9"])])),
        half,
    ):
        with pytest.raises(FormProblemsError):
            form_library.import_form(station, imported)
    assert station.journal.head() == head


def worded_for_two_items() -> Wording:
    from msgspec.structs import replace

    whole = kitchen_words()
    return replace(whole, language="nn", items={name: whole.items[name] for name in ("1", "2")})


def test_form_is_imported_by_administrators_alone(station: OpenStation) -> None:
    no_administrator(station)
    with pytest.raises(NotAdministratorError):
        form_library.import_form(station, ImportedForm(form=kitchen()))


def test_result_is_bound_to_the_licensed_values_it_was_found_with(station: OpenStation) -> None:
    wordings.save_values(station, areas("asq-3", "12", 30.0))
    first = station.library.form("asq-3-12")
    wordings.save_values(station, areas("asq-3", "12", 31.0))
    now = station.library.form("asq-3-12")
    assert now.sha256 != first.sha256

    def found(sha256: str) -> object:
        return station.journal.read(
            lambda cursor: form_by_hash(cursor, station.library, "asq-3-12", sha256)
        )

    then = found(first.sha256)
    assert getattr(then, "form", None) == first.form
    assert getattr(found(now.sha256), "form", None) == now.form
    plain = station.shipped.form("asq-3-12")
    assert getattr(found(plain.sha256), "form", None) == plain.form
    assert found("0" * 64) is None


def test_blank_paper_is_printed_where_the_rights_let_it(station: OpenStation) -> None:
    paper = form_library.blank_paper(station, "phq-9", "nb")
    assert paper.content.startswith(b"%PDF")
    assert paper.file_name == f"{paper.document}.pdf"
    assert form_library.form_card(station, "phq-9").can_print_blank


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ("epds", "eieren tillater det ikke"),
        ("violence-talk", "papir som noen kan finne"),
        ("nbas-nbo", "det andre har funnet"),
    ],
)
def test_blank_paper_is_refused_where_rights_or_prudence_do_not(
    station: OpenStation, form: str, sentence: str
) -> None:
    with pytest.raises(NotPrintableError) as told:
        form_library.blank_paper(station, form, "nb")
    assert sentence in told.value.sentence
    assert not form_library.form_card(station, form).can_print_blank


def test_blank_paper_never_names_what_no_paper_may_name(station: OpenStation) -> None:
    """Even where the owner lets it be printed."""
    form_library.import_form(
        station, ImportedForm(form=kitchen(off_hand_outs=True), wordings=(kitchen_words(),))
    )
    with pytest.raises(NotPrintableError) as told:
        form_library.blank_paper(station, "kitchen", "nb")
    assert "papir som noen kan finne" in told.value.sentence


def test_blank_paper_has_approved_words_alone(production: OpenStation) -> None:
    with pytest.raises(FormNotUsableError) as told:
        form_library.blank_paper(production, "phq-9", "nb")
    assert "ikke har godkjent" in told.value.sentence
    assert not form_library.form_card(production, "phq-9").can_print_blank
    approvals.approve(production, approval(production, "phq-9"))
    assert form_library.blank_paper(production, "phq-9", "nb").content
    with pytest.raises(NotPrintableError):
        form_library.blank_paper(production, "phq-9", "en")


def test_blank_paper_says_which_signs_it_cannot_print(station: OpenStation) -> None:
    worded(station, "phq-9", "ti", "ክንደይ")
    with pytest.raises(MissingGlyphError):
        form_library.blank_paper(station, "phq-9", "ti")


def test_blank_paper_in_arabic_is_printed(station: OpenStation) -> None:
    draft = filled(wordings.draft(station, "phq-9", "ar"), "كم كوبا")
    assert wordings.save(station, draft) == ()
    assert form_library.blank_paper(station, "phq-9", "ar").content
