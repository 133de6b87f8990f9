"""Lines of type: nothing lost, nothing outside its column, each script in its direction."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nurseapp.people.typed import plain_text
from nurseapp.report.direction import base_level, levels, visual_order
from nurseapp.report.fonts import has_glyph, load_fonts
from nurseapp.report.lines import set_lines
from nurseapp.report.page import BODY, BOX

load_fonts()

ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
typed = st.text(
    alphabet=st.sampled_from("abcæøåÆØÅ NN--/–()«».,:0123456789\u00a0\n" + ARABIC + "١٢٣"),
    max_size=200,
)


@given(typed, st.floats(30, 500))
@settings(deadline=None)
def test_lines_hold_every_sign_and_stay_in_their_column(text: str, width: float) -> None:
    lines = set_lines(text, BODY, width)
    said = "".join(part.said for line in lines for part in line.stretches)
    assert sorted("".join(said.split())) == sorted("".join(plain_text(text).split()))
    for line in lines:
        assert line.width <= width + 0.01


def test_words_are_divided_only_where_they_must_be() -> None:
    lines = set_lines("Anne-Lise og 7F3A-09C2 den 2026-11-21", BODY, 62)
    said = ["".join(part.said for part in line.stretches) for line in lines]
    assert said == ["Anne-Lise og", "7F3A-09C2", "den", "2026-11-21"]


def test_no_break_space_keeps_words_together() -> None:
    lines = set_lines("tlf. 00\u00a000\u00a000\u00a000", BODY, 62)
    assert len(lines) == 2


def order(text: str) -> str:
    """The signs of `text` from left to right, as they would be seen."""
    base = base_level(text)
    seen = ""
    for start, end, level in visual_order(text, levels(text, base), base):
        part = text[start:end]
        seen += part[::-1] if level % 2 else part
    return seen


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        # Worked by hand from UAX 9; Hebrew letters a = alef .. stand for any such script.
        ("car is אבג", "car is גבא"),
        ("car is אבג now", "car is גבא now"),
        ("אבג דהו", "והד גבא"),
        ("אבג 123", "123 גבא"),
        ("אבג 12 דהו", "והד 12 גבא"),
        ("he said «אבג, דהו» twice", "he said «והד ,גבא» twice"),
        ("he (אבג) is", "he (גבא) is"),
        ("אבג (he) דהו", "והד )he( גבא"),
        ("a «אבג» (3 b)", "a «גבא» (3 b)"),
        ("علي 12-13", "13-12 يلع"),
        ("علي ١٢", "١٢ يلع"),
        ("אבג 1,5 kr", "kr 1,5 גבא"),
    ],
)
def test_mixed_directions_stand_in_the_order_of_the_unicode_rules(written: str, seen: str) -> None:
    assert order(written) == seen


@given(typed)
def test_reordering_loses_nothing(text: str) -> None:
    for paragraph in text.split("\n"):
        assert sorted(order(paragraph)) == sorted(paragraph)


def test_left_to_right_text_is_left_as_it_is() -> None:
    for text in ("Rolig Bjørk, 31 år (12.09.1995)", "", "...", "100 %"):
        assert order(text) == text


def test_letters_join_in_arabic() -> None:
    """Joined and single letters are different glyphs of different width."""
    (joined,) = set_lines("ببب", BODY, 500)
    (single,) = set_lines("ب ب ب", BODY, 500)
    (blank,) = set_lines("ب ب", BODY, 500)
    (one,) = set_lines("ب", BODY, 500)
    assert joined.width < 3 * one.width < single.width
    assert blank.width > 2 * one.width


def test_arabic_digits_keep_their_order() -> None:
    (line,) = set_lines("١٢٣", BOX, 500)
    drawn = "".join(part.drawn for stretch in line.stretches for part in stretch.cuts)
    assert drawn == "١٢٣"


def test_the_fonts_have_the_scripts_we_promise() -> None:
    promised = "æøåÆØÅáčđŋšŧžÁČĐŊŠŦŽąćęłńóśźżїєґі«»–…•·½%§" + ARABIC + "پچژگڤێۆ"
    assert [sign for sign in promised if not has_glyph(sign)] == []
    assert [sign for sign in "≥≤→✓🙂ሰ漢" if has_glyph(sign)] == []


def test_the_other_layers_do_not_load_the_drawing_libraries() -> None:
    code = (
        "import sys, nurseapp.people.roles, nurseapp.people.ages, nurseapp.people.names,"
        "nurseapp.people.national_number, nurseapp.exchange.ehr_text,"
        "nurseapp.report.referral_words\n"
        "print([m for m in ('reportlab', 'pikepdf', 'msgspec', 'stdnum') if m in sys.modules])"
    )
    found = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True, text=True, check=True, env={"PYTHONPATH": ":".join(sys.path)},
    )  # fmt: skip
    assert found.stdout.strip() == "[]"
