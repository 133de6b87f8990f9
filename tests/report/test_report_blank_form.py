"""A blank form on paper: every question and answer as printed, and nothing of what it is worth."""

from __future__ import annotations

import dataclasses

import pytest
from pdf_reading import letters, page_count, sheets, words
from sample_papers import BLANK

from nurseapp.base.errors import MissingGlyphError
from nurseapp.base.text import speaking
from nurseapp.report.blank_form import BlankItem, blank_form_pdf

PAPER = blank_form_pdf(BLANK)


def test_blank_form_has_every_question_and_answer_in_printed_order() -> None:
    said = words(PAPER)
    place = 0
    for item in BLANK.items:
        if item.text.isascii() or "ø" in item.text:
            for text in (item.text.split(",")[0], *item.options):
                first = " ".join(text.split()[:3])
                place = said.index(first, place)
    assert "1 Ingen 2 Én 3 Flere enn én" in said
    assert "Flere svar kan passe." in said
    assert "katter" in said


def test_blank_form_says_whose_it_is_and_which_words_these_are() -> None:
    last = sheets(PAPER)[-1].text
    assert "© Testvik kommune. Brukt av Testvik kommune, lisens 2026/17." in last
    assert "katter, utgave 1 · tekst a1b2c3d4 · dok. 7F3A-09C5" in last


def test_blank_form_numbers_its_pages_after_the_first() -> None:
    assert page_count(PAPER) == 2
    first, second = (sheet.text for sheet in sheets(PAPER))
    assert "side 2 av 2" in second
    assert "side" not in first.split("Først")[0]


def test_blank_form_keeps_a_question_with_its_answers() -> None:
    for sheet in sheets(PAPER):
        asked = sheet.text.count("Hvor mange katter har du sett")
        assert asked == sheet.text.count("mistet tellingen")


def test_blank_form_for_practice_says_so_on_every_page() -> None:
    paper = blank_form_pdf(dataclasses.replace(BLANK, training=True))
    assert all("ØVING" in sheet.text for sheet in sheets(paper))
    assert "gjelder ingen virkelig person" in words(paper)


def test_blank_form_speaks_its_readers_language() -> None:
    with speaking("en"):
        assert "7F3A-09C5" in words(blank_form_pdf(BLANK))


def test_blank_form_with_a_sign_no_font_has_is_not_printed() -> None:
    odd = dataclasses.replace(BLANK, items=(BlankItem(number="1", kind="text", text="ክንደይ?"),))
    with pytest.raises(MissingGlyphError) as told:
        blank_form_pdf(odd)
    assert "ክ" in str(told.value.facts["signs"])


def test_blank_form_reads_nothing_as_markup() -> None:
    odd = dataclasses.replace(BLANK, title='<b>x</b> <img src="file:///etc/passwd"/>')
    assert '<b>x</b><imgsrc="file:///etc/passwd"/>' in letters(blank_form_pdf(odd))


def test_blank_form_without_questions_is_still_a_sheet() -> None:
    assert page_count(blank_form_pdf(dataclasses.replace(BLANK, items=()))) == 1
