"""The sheet for the kitchen table, and the sheet for the safe."""

from __future__ import annotations

import dataclasses

import pytest
from pdf_reading import letters, page_count, words
from sample_papers import RECOVERY, TAKE_HOME

from nurseapp.base.errors import MissingGlyphError, PaperIncompleteError
from nurseapp.report.recovery import recovery_pdf
from nurseapp.report.take_home import TakeHomeDocument, take_home_pdf


def test_the_sheet_thanks_and_tells_what_was_agreed_and_who_to_call() -> None:
    paper = take_home_pdf(TAKE_HOME)
    text = words(paper)
    assert page_count(paper) == 1
    at = 0
    for part in (
        "Takk for samtalen", "Vi snakket om", "søvn", "Vi har avtalt", "Ny samtale her",
        "Onsdag 25. november kl. 10:00", "Hvem du kan ringe", "S. Eik", "113", "116 117", "116 123",
    ):  # fmt: skip
        assert part in text[at:], part
        at = text.index(part, at)


def test_the_sheet_has_no_place_for_scores_forms_or_what_others_should_not_read() -> None:
    assert {field.name for field in dataclasses.fields(TakeHomeDocument)} == {
        "document_id", "made_at", "date", "municipality", "clinic", "talked_about",
        "next_step", "next_date", "contact", "training",
    }  # fmt: skip
    lowered = words(take_home_pdf(TAKE_HOME)).casefold()
    for word in (
        "skår", "poeng", "grense", "epds", "skjema", "vold", "selvskad", "selvmord", "alkohol",
        "rus", "depresjon", "diagnose", "normal",
    ):  # fmt: skip
        assert word not in lowered.split()
        assert word not in lowered or word == "rus"


def test_a_sheet_without_a_step_or_a_contact_is_not_made() -> None:
    with pytest.raises(PaperIncompleteError) as refused:
        take_home_pdf(dataclasses.replace(TAKE_HOME, next_step=" ", contact=""))
    assert refused.value.facts["missing"] == "neste steg, kontakt"


def test_what_was_not_talked_about_leaves_no_heading() -> None:
    assert "Vi snakket om" not in words(
        take_home_pdf(dataclasses.replace(TAKE_HOME, talked_about=""))
    )


def test_a_long_talk_goes_on_over_the_page() -> None:
    told = " ".join(f"ord{n}" for n in range(600))
    paper = take_home_pdf(dataclasses.replace(TAKE_HOME, talked_about=told))
    assert page_count(paper) > 1
    text = words(paper)
    assert all(f"ord{n}" in text for n in range(600))


def test_typed_markup_and_missing_signs_are_treated_as_on_every_paper() -> None:
    typed = '<img src="file:///etc/passwd"/> &amp;'
    assert typed in words(take_home_pdf(dataclasses.replace(TAKE_HOME, next_step=typed)))
    with pytest.raises(MissingGlyphError):
        take_home_pdf(dataclasses.replace(TAKE_HOME, next_step="🙂"))


def test_training_is_seen_on_the_sheet() -> None:
    practice = words(take_home_pdf(dataclasses.replace(TAKE_HOME, training=True)))
    assert "ØVING" in practice.replace("ØVING:", "")
    assert "ØVING: arket er laget for å øve og gjelder ingen virkelig person." in practice
    assert "ØVING" not in words(take_home_pdf(TAKE_HOME))


def test_the_recovery_sheet_has_the_key_in_order_on_one_page() -> None:
    paper = recovery_pdf(RECOVERY)
    assert page_count(paper) == 1
    assert "".join(RECOVERY.groups) in letters(paper)
    text = words(paper)
    for part in ("Gjenopprettingsnøkkel", "Solvang helsestasjon", "låst skap", "Oppbevares av"):
        assert part in text


def test_a_recovery_sheet_without_a_key_is_not_made() -> None:
    with pytest.raises(PaperIncompleteError):
        recovery_pdf(dataclasses.replace(RECOVERY, groups=("", " ")))
