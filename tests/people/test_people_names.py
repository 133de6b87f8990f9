"""Names: Norwegian order, and every way in which people type them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nurseapp.people.names import search_prefixes, search_tokens, sort_key
from nurseapp.people.typed import one_line, plain_text

letters = st.text(alphabet="abcdefghijklmnopqrstuvwxyzæøåáčđŋšŧž -'ABCÆØÅ", max_size=20)


def found(name: str, typed: str) -> bool:
    tokens = search_tokens(name)
    prefixes = search_prefixes(typed)
    return bool(prefixes) and all(any(t.startswith(p) for t in tokens) for p in prefixes)


def test_names_stand_in_norwegian_order() -> None:
    order = [
        "Bjarne Lind", "Bjørg Lind", "Blid Bjørk", "Cecilie", "Çelik", "Žarko", "Zeb",
        "Ærlig", "Öberg", "Østby", "Øye", "Åberg", "Aas", "Ås Lie", "Åse",
    ]  # fmt: skip
    shuffled = order[::2] + order[1::2]
    assert sorted(shuffled, key=sort_key) == order


def test_double_a_is_sorted_as_the_last_letter() -> None:
    assert sort_key("Zorn") < sort_key("Aamodt") < sort_key("Åmot")
    assert sort_key("Haavik") > sort_key("Hazel")


def test_a_shorter_name_comes_before_a_longer_one() -> None:
    assert sort_key("Berg") < sort_key("Berg Lie") < sort_key("Berge")
    assert sort_key("Anne-Lise") < sort_key("Annebeth")


@given(letters)
def test_a_name_is_found_by_every_start_of_itself(name: str) -> None:
    parts = one_line(name).replace("-", " ").replace("'", "").split()
    for part in parts:
        for length in range(1, len(part) + 1):
            if part[:length].lower().endswith("a") and part[length : length + 1].lower() == "a":
                continue  # half of a double a
            assert found(name, part[:length]), (name, part[:length])


def test_norwegian_letters_are_found_in_three_spellings() -> None:
    for typed in ("bjørk", "bjork", "bjoerk", "BJØ", "bjö"):
        assert found("Rolig Bjørk", typed)
    for typed in ("åse", "aase", "ase"):
        assert found("Åse Lind", typed)
    for typed in ("Aas", "ås", "as"):
        assert found("Kari Aas", typed)
    for typed in ("ærlig", "arlig", "aerlig"):
        assert found("Ærlig Eik", typed)
    assert not found("Rolig Bjørk", "bjerk")


def test_sami_letters_are_found_with_and_without_their_marks() -> None:
    for typed in ("Máret", "maret", "Čáhci", "cahci", "Eaŋŋa", "eanna", "Áŧŧe", "atte"):
        assert found("Máret Eaŋŋa Čáhci Áŧŧe Đivga", typed)
    assert found("Đivga", "divga")


def test_each_part_of_a_double_name_is_found_in_any_order() -> None:
    assert found("Anne-Lise Bjørk", "lise")
    assert found("Anne-Lise Bjørk", "bjørk anne")
    assert found("Brid O'Hara", "ohara")
    assert not found("Anne-Lise Bjørk", "anne berg")


def test_arabic_names_are_found_with_and_without_vowel_marks() -> None:
    assert found("مُحَمَّد علي", "محمد")
    assert found("مُحَمَّد علي", "علي")


def test_nothing_typed_finds_nothing() -> None:
    assert search_prefixes("  - ' ") == ()
    assert search_tokens("") == ()


@given(st.text())
def test_typed_text_keeps_no_control_or_direction_sign(text: str) -> None:
    plain = plain_text(text)
    assert plain_text(plain) == plain
    assert not set(plain) & set("\r\t\x00\x1b\u202e\u202a\u2066\u2069\u200e\u200f\ufeff\u00ad")
    assert "\n" not in one_line(text)
    assert sort_key(text) == sort_key(plain)
    assert not set(search_tokens(text)) & {""}


def test_what_was_typed_stays_as_typed() -> None:
    for text in ('<b>x</b> & "y"', "Linje 1\nLinje 2", "=HYPERLINK(1)", "سارا می‌خواهد", "🙂"):
        assert plain_text(text) == text
    assert plain_text("a\tb\r\nc") == "a b\nc"


def test_letters_are_composed_and_stray_joiners_dropped() -> None:
    assert plain_text("A\u030ase Bjo\u0308rk") == "Åse Björk"
    assert plain_text("A\u200b\u030ase") == "Åse"
    assert plain_text("Bj\u200dørk\u200c") == "Bjørk"
    assert plain_text("\ud800x\ufffe\U0001ffff\ufe0f") == "x"


def test_what_can_be_seen_is_never_dropped() -> None:
    for sign in ("\U0001fadf", "\ue000", "\u2603", "漢"):
        assert plain_text(sign) == sign
