"""Forms are data: a changed one never changes what was found, and its gates are the clinic's."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from clinic_day import TODAY, Family, HandClock, Parent, choice, options, screened, texts, worth

from nurseapp.base.errors import FormNotUsableError, FormProblemsError
from nurseapp.base.paths import forms_folder
from nurseapp.clinic.followup import today
from nurseapp.clinic.handover import handover
from nurseapp.clinic.papers import papers
from nurseapp.clinic.papers.referral import referral_document
from nurseapp.clinic.record.person_page import person_page
from nurseapp.clinic.sheets import results
from nurseapp.clinic.station.access import OpenStation
from nurseapp.forms.library import Library, load_library

pytest_plugins = ("clinic_stations",)

Edit = Callable[..., Library]


def two_forms(place: Path) -> Path:
    """EPDS and PHQ-9 where they may be edited."""
    for form in ("epds", "phq-9"):
        shutil.copytree(forms_folder() / form, place / "forms" / form, dirs_exist_ok=True)
    return place / "forms"


@pytest.fixture
def edited(tmp_path: Path) -> Edit:
    """Two forms, with EPDS written anew: pairs of what stood there and what stands there now."""

    def library(*changes: tuple[str, str]) -> Library:
        folder = two_forms(tmp_path)
        for file in (folder / "epds").glob("*.toml"):
            content = file.read_text(encoding="utf-8").replace("version = 1\n", "version = 2\n")
            if file.name == "form.toml":
                for before, now in changes:
                    assert before in content
                    content = content.replace(before, now, 1)
            file.write_text(content, encoding="utf-8")
        found = load_library(folder)
        assert found.problems == ()
        return found

    return library


def all_that_is_said(station: OpenStation, family: Family, screening: int) -> dict[str, object]:
    """The result wherever somebody may read it, but for the questions' own topics and words.

    Whether the rules were tried belongs to the form that is here now.
    """
    view = results.result(station, screening)
    draft = papers.referral_draft(station, screening)
    paper = station.journal.read(
        lambda cursor: referral_document(station, cursor, draft, "0000-0000")
    )
    page = person_page(station, family.mother)
    return {
        "scales": view.scales,
        "form": (view.form_title, view.version, view.sha256, view.complete),
        "answers": {row.item: row.option for row in view.items},
        "alerts": today.today(station).alerts,
        "note": papers.ehr_text(station, screening).split("Svar som måtte")[0],
        "paper": [text.split(" · Regnereglene")[0] for text in texts(paper)],
        "page": (page.timeline, page.trends),
    }


def test_changed_form_leaves_every_word_of_an_old_result_as_it_was(
    station: OpenStation, family: Family, edited: Edit
) -> None:
    screening = screened(station, family.mother, worth(13, tenth=1))
    before = all_that_is_said(station, family, screening)
    (card,) = results.result(station, screening).critical
    assert card.title == "Spørsmål 10 (selvskading): svar 1 av 3"
    answered = {row.item: row.answer for row in results.result(station, screening).items}
    assert not set(answered.values()) & set("abcd"), "words, not ids"

    station._library = edited(
        ("value = 10\n", "value = 25\n"),
        ("points = [0, 1, 2, 3]", "points = [3, 2, 1, 0]"),
        ('source = "Eberhard-Gran 2001"', 'source = "Somebody 2027"'),
    )
    assert all_that_is_said(station, family, screening) == before
    (card,) = results.result(station, screening).critical
    assert card.title == "Spørsmål 10: svaret gir 1 poeng"
    rows = {row.item: row for row in results.result(station, screening).items}
    assert list(rows) == [str(number) for number in range(1, 11)], "in printed order, by its words"
    assert {row.item: row.answer for row in rows.values()} == answered
    with pytest.raises(FormNotUsableError) as told:
        results.correct_answer(station, screening, "1", "a", "Trykket feil")
    assert "endret" in told.value.sentence


def test_changed_form_holds_for_sheets_that_are_handed_over_after_it(
    station: OpenStation, family: Family, edited: Edit
) -> None:
    old = screened(station, family.mother, worth(13))
    station._library = edited(("value = 10\n", "value = 25\n"))
    new = screened(station, family.mother, worth(13))
    (before,), (after,) = results.result(station, old).scales, results.result(station, new).scales
    assert (before.cut_off, before.verdict) == (10, "over")
    assert (after.cut_off, after.verdict) == (25, "below")


def test_sheet_begun_on_a_form_that_changed_is_not_taken_up_again(
    station: OpenStation, family: Family, clock: HandClock, edited: Edit
) -> None:
    parent = Parent(handover.hand_over(station, choice(family.mother)), clock)
    parent.answers(options(station, {1: 1}))
    parent.pauses()
    (taken,) = handover.take_in_answers(station)
    station._library = edited(("value = 10\n", "value = 25\n"))
    with pytest.raises(FormNotUsableError):
        handover.resume(station, taken.screening)


def test_form_that_needs_privacy_opens_only_after_the_nurse_has_seen_to_it(
    station: OpenStation, family: Family, clock: HandClock, edited: Edit
) -> None:
    station._library = edited(('topic = "parents"', 'topic = "parents"\nalone_required = true'))
    (default, private) = handover.offer(station, family.mother).forms
    assert (default.form, private.form) == ("phq-9", "epds")
    assert private.alone_required
    with pytest.raises(FormNotUsableError) as told:
        handover.hand_over(station, choice(family.mother, alone=False))
    assert "alene" in told.value.sentence

    parent = Parent(handover.hand_over(station, choice(family.mother, alone=True)), clock)
    parent.pauses()
    (taken,) = handover.take_in_answers(station)
    offer = handover.offer(station, family.mother)
    assert (offer.unfinished, offer.unfinished_alone) == (taken.screening, True)
    assert results.result(station, taken.screening).resume_alone
    with pytest.raises(FormNotUsableError):
        handover.resume(station, taken.screening)
    assert handover.resume(station, taken.screening, alone=True)["resumed"]


def test_broken_form_is_told_of_and_takes_nothing_old_with_it(
    station: OpenStation, family: Family, tmp_path: Path
) -> None:
    screening = screened(station, family.mother, worth(13, tenth=1))
    scales = results.result(station, screening).scales
    planned = today.plan_visit(station, family.child, TODAY, "epds", family.mother)
    folder = two_forms(tmp_path)
    (folder / "epds" / "form.toml").write_text("id = [", encoding="utf-8")
    station._library = load_library(folder)

    assert results.result(station, screening).scales == scales
    assert [card.kind for card in today.today(station).alerts] == ["critical", "over_cut_off"]
    assert "EPDS" in today.today(station).visits[0].pill
    offer = handover.offer(station, family.mother, visit=planned)
    assert [form.form for form in offer.forms] == ["epds", "phq-9"]
    assert offer.default_form == "epds"
    assert "epds/form.toml" in offer.forms[0].why_not
    for refused in (
        lambda: handover.hand_over(station, choice(family.mother)),
        lambda: today.plan_visit(station, family.child, TODAY, "epds", family.mother),
    ):
        with pytest.raises(FormProblemsError) as told:
            refused()
        assert "epds/form.toml" in told.value.sentence
