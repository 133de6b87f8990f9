"""Every kind of mistake in a form.toml is named at its place, and all of them at once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from nurseapp.forms.library import load_library

Change = tuple[str, str]

CRITICAL = 'critical = { points_at_least = 2, guide = "worry-talk" }'
WHEN = 'show_when = { item = "1", at_least = 2 }'
ITEMS = 'items = ["1", "2", "3"]'
CUT_OFF = """
[[scales.cut_offs]]
id = "other"
comparison = ">="
value = 4
for = { role = "mother" }
default = true
source = "Other 2002"
population = { nb = "Et annet sted" }
verified = true
"""
STEPS = "[[steps]]"
SECOND = CUT_OFF + "\n" + STEPS

MISTAKES: list[tuple[Change, str, str]] = [
    # shape
    (("minutes = 1", "minutes = 1\nminuts = 1"), "minuts", "Mente du «minutes»?"),
    (("minutes = 1", "minutes = 1\nzebra = 1"), "zebra", "Ukjent nøkkel."),
    (("minutes = 1", ""), "", "«minutes» mangler."),
    (("minutes = 1", 'minutes = "1"'), "minutes", "et helt tall"),
    (("minutes = 1", "minutes = true"), "minutes", "et helt tall"),
    (("minutes = 1", "minutes = 0"), "minutes", "mellom 1 og 120"),
    (("minutes = 1", "minutes = 121"), "minutes", "mellom 1 og 120"),
    (('"Tre"', "2021-01-01"), "name", "en tekst i anførselstegn"),
    (('"Tre"', '"  "'), "name", "Teksten er tom"),
    (('"Tre"', f'"{"x" * 2001}"'), "name", "høyst 2000 tegn"),
    (('topic = "parents"', 'topic = "weather"'), "topic", "bare stå: development"),
    (('["mother", "pregnant"]', "[]"), "answered_by", "kan ikke være tom"),
    (('["mother", "pregnant"]', '"mother"'), "answered_by", "en liste"),
    (('["mother", "pregnant"]', '["mother", 1]'), "answered_by[#2]", "bare stå: father"),
    (('en = "Sleep"', 'nbb = "Sleep"'), "items[1].topic.nbb", "Mente du «nb»?"),
    (('topic = { nb = "Uro" }', 'topic = "Uro"'), "items[2].topic", "en tabell"),
    (("optional = true", "optional = 1"), "items[4].optional", "true eller false"),
    (("points = [0, 0]", "points = [-1, 0]"), "items[4].points[#1]", "mellom 0 og 100"),
    (
        ("points = [0, 0]", "points = [0, 99999999999999999999999]"),
        "items[4].points[#2]",
        "mellom 0",
    ),
    (("points = [0, 0]", f"points = {[0] * 27}"), "items[4].points", "høyst 26 ledd"),
    (('kind = "sum"', 'kind = "eval"'), "scales[total].kind", "count_at_least, mean"),
    (
        ("verified = true", "verified = true\nsensitivity = 1.01"),
        "scales[total].cut_offs[mother-author-2001].sensitivity",
        "mellom 0 og 1",
    ),
    (
        ("verified = true", "verified = true\nsensitivity = nan"),
        "scales[total].cut_offs[mother-author-2001].sensitivity",
        "mellom 0 og 1",
    ),
    (
        ("verified = true", 'verified = true\nsensitivity = "1"'),
        "scales[total].cut_offs[mother-author-2001].sensitivity",
        "et tall",
    ),
    (
        ('id = "mother-author-2001"', 'id = "Mother 2001"'),
        "scales[total].cut_offs[Mother 2001].id",
        "ikke skrevet slik",
    ),
    # ids
    (('id = "three-questions"', 'id = "other"'), "id", "Mappen må hete det samme"),
    (('id = "4"', 'id = "1"'), "items", "«1» står to ganger"),
    (('id = "no"', 'id = "yes"'), "items[2].options", "«yes» står to ganger"),
    ((STEPS, STEPS + '\nid="talk-today"\nname={nb="S"}\ndue_days=0\nverified=true\n' + STEPS),
     "steps", "«talk-today» står to ganger"),
    ((STEPS, '[[scales]]\nid="total"\nname={nb="S"}\nkind="sum"\nitems=["1"]\nmissing="refuse"\n'
      'concern="high"\n' + STEPS), "scales", "«total» står to ganger"),
    (('layouts = ["page", "one_at_a_time"]', 'layouts = ["page", "page"]'), "layouts", "to ganger"),
    (('["mother", "pregnant"]', '["mother", "mother"]'), "answered_by", "to ganger"),
    # form
    (('layouts = ["page", "one_at_a_time"]', 'layouts = ["one_at_a_time"]'), "layout", "«layouts»"),
    ((STEPS, "[repeat]\nearliest_days=9\nlatest_days=8\nverified=false\n" + STEPS), "repeat",
     "Første dag"),
    # items
    (("points = [0, 0]", ""), "items[4]", "minst to svar"),
    (("points = [0, 0]", "points = [0]"), "items[4]", "minst to svar"),
    ((CRITICAL, "points = [2, 1]"), "items[2]", "ikke det samme"),
    ((CRITICAL, 'critical = { guide = "g" }'), "items[2].critical", "enten"),
    ((CRITICAL, 'critical = { guide = "g", points_at_least = 2, options = ["yes"] }'),
     "items[2].critical", "enten"),
    ((CRITICAL, 'critical = { guide = "g", options = ["maybe"] }'), "items[2].critical.options",
     "«maybe» finnes ikke"),
    ((CRITICAL, 'critical = { guide = "g", points_at_least = 3 }'),
     "items[2].critical.points_at_least", "Ingen svar gir 3"),
    # show_when
    ((WHEN, 'show_when = { item = "1" }'), "items[3].show_when", "Skriv «item» med"),
    ((WHEN, "show_when = { at_least = 1 }"), "items[3].show_when", "Skriv «item» med"),
    ((WHEN, "show_when = {}"), "items[3].show_when", "Skriv «item» med"),
    ((WHEN, 'show_when = { item = "1", equals = "a", at_least = 1 }'), "items[3].show_when",
     "Skriv «item» med"),
    ((WHEN, 'show_when = { item = "1", equals = "a", all = [{item="1", answered=true}] }'),
     "items[3].show_when", "Skriv «item» med"),
    ((WHEN, 'show_when = { all = [{item="1", answered=true}], any = [{item="1", answered=true}] }'),
     "items[3].show_when", "Skriv «item» med"),
    ((WHEN, 'show_when = { item = "9", answered = true }'), "items[3].show_when.item",
     "«9» er ikke et spørsmål lenger opp"),
    ((WHEN, 'show_when = { item = "3", answered = true }'), "items[3].show_when.item",
     "lenger opp"),
    ((WHEN, 'show_when = { item = "4", answered = true }'), "items[3].show_when.item",
     "lenger opp"),
    ((WHEN, 'show_when = { item = "1", equals = "e" }'), "items[3].show_when.equals",
     "«e» finnes ikke"),
    ((WHEN, 'show_when = { item = "1", at_least = 4 }'), "items[3].show_when.at_least",
     "Ingen svar gir 4"),
    ((WHEN, 'show_when = { any = [{ all = [{ item = "8", answered = true }] }] }'),
     "items[3].show_when.any[#1].all[#1].item", "«8» er ikke"),
    # scales
    ((ITEMS, "items = []"), "scales[total].items", "kan ikke være tom"),
    ((ITEMS, 'items = ["1", "2", "3", "1"]'), "scales[total].items", "«1» står to ganger"),
    ((ITEMS, 'items = ["1", "2", "7"]'), "scales[total].items", "«7» finnes ikke"),
    ((ITEMS, 'items = ["1", "2", "3", "4"]'), "scales[total].items", "«4» er valgfritt"),
    ((ITEMS, ITEMS + "\ncount_from = 1"), "scales[total]", "«count_from»"),
    (('missing = "refuse"', 'missing = "prorate"'), "scales[total]", "«missing_at_most»"),
    ((ITEMS, ITEMS + "\nmissing_at_most = 1"), "scales[total]", "«missing_at_most»"),
    ((ITEMS, ITEMS + "\nbands = [3, 2]"), "scales[total].bands", "mellom 1 og 8"),
    ((ITEMS, ITEMS + "\nbands = [2, 2]"), "scales[total].bands", "mellom 1 og 8"),
    ((ITEMS, ITEMS + "\nbands = [0, 2]"), "scales[total].bands", "mellom 1 og 8"),
    ((ITEMS, ITEMS + "\nbands = [2, 9]"), "scales[total].bands", "mellom 1 og 8"),
    # cut-offs
    (("value = 4", "value = 0"), "scales[total].cut_offs[mother-author-2001].value",
     "skiller ikke: skårene går fra 0 til 8"),
    (("value = 4", "value = 9"), "scales[total].cut_offs[mother-author-2001].value",
     "skiller ikke"),
    (('concern = "high"', 'concern = "low"'),
     "scales[total].cut_offs[mother-author-2001].comparison", "Retningen"),
    (('offers = ["talk-today"]', 'offers = ["nap"]'),
     "scales[total].cut_offs[mother-author-2001].offers", "«nap» finnes ikke"),
    (('{ role = "mother" }', '{ role = "father" }'),
     "scales[total].cut_offs[mother-author-2001].for", "«father» står ikke"),
    (('{ role = "mother" }', '{ role = "mother", from_week = 20 }'),
     "scales[total].cut_offs[mother-author-2001].for", "bare for gravide"),
    (('{ role = "mother" }', '{ role = "pregnant", from_week = 20, to_week = 19 }'),
     "scales[total].cut_offs[mother-author-2001].for", "Første uke"),
    (("verified = true", "verified = false"),
     "scales[total].cut_offs[mother-author-2001].default", "kan ikke være «default»"),
    ((STEPS, SECOND), "scales[total].cut_offs",
     "«mother-author-2001» og «other» er begge standard"),
    ((STEPS, SECOND.replace("Other 2002", "Author 2001")), "scales[total].cut_offs",
     "«mother-author-2001» og «other» er samme grense"),
    ((STEPS, SECOND.replace('"other"', '"mother-author-2001"').replace("default = true", "")),
     "scales[total].cut_offs", "«mother-author-2001» står to ganger"),
]  # fmt: skip


EVIDENCE = '[scales.evidence]\nsource = "A"\nverified = true\n'
REPEAT = "[repeat]\nearliest_days = 1\nlatest_days = 2\nverified = false\n"
UNKNOWN: list[tuple[Change, str]] = [
    (('{ id = "yes", points = 2 }', '{ id = "yes", points = 2, x = 1 }'), "items[2].options[yes]"),
    (('guide = "worry-talk"', 'guide = "worry-talk", x = 1'), "items[2].critical"),
    (("at_least = 2 }", "at_least = 2, x = 1 }"), "items[3].show_when"),
    (("optional = true", "optional = true\nx = 1"), "items[4]"),
    ((ITEMS, ITEMS + "\nx = 1"), "scales[total]"),
    (("value = 4", "value = 4\nx = 1"), "scales[total].cut_offs[mother-author-2001]"),
    (('role = "mother"', 'role = "mother", x = 1'),
     "scales[total].cut_offs[mother-author-2001].for"),
    (("due_days = 0", "due_days = 0\nx = 1"), "steps[talk-today]"),
    ((STEPS, EVIDENCE + "x = 1\n" + STEPS), "scales[total].evidence"),
    ((STEPS, REPEAT + "x = 1\n" + STEPS), "repeat"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "path"), UNKNOWN)
def test_form_refuses_an_unknown_key_in_every_table(
    write_form: Callable[..., Path], change: Change, path: str
) -> None:
    library = load_library(write_form(change))
    assert [one.path for one in library.problems] == [f"{path}.x"]
    assert library.forms == ()


CUT = "scales[total].cut_offs[mother-author-2001]"
WITHIN: list[tuple[Change, str, tuple[object, ...], tuple[object, ...]]] = [
    (("minutes = 1", "minutes = {}"), "minutes", (1, 120), (0, 121)),
    (("version = 1", "version = {}"), "version", (1, 9999), (0, 10_000)),
    (("minutes = 1", "minutes = 1\nrecall_days = {}"), "recall_days", (1, 1000), (0, 1001)),
    (("due_days = 0", "due_days = {}"), "steps[talk-today].due_days", (0, 1000), (-1, 1001)),
    (("verified = true", "verified = true\nspecificity = {}"), f"{CUT}.specificity",
     (0, 0.5, 1), (-0.01, 1.01, "inf")),
    ((STEPS, EVIDENCE + "standard_deviation = {}\n" + STEPS),
     "scales[total].evidence.standard_deviation", (0.1, 1000), (0, 1001, "nan")),
    (('{ role = "mother" }', '{ role = "pregnant", from_week = {} }'), f"{CUT}.for.from_week",
     (0, 45), (-1, 46)),
    (('missing = "refuse"', 'missing = "prorate"\nmissing_at_most = {}'),
     "scales[total].missing_at_most", (1, 2), (0, 101)),
]  # fmt: skip


@pytest.mark.parametrize(("change", "path", "inside", "outside"), WITHIN)
def test_form_holds_numbers_within_their_range(
    write_form: Callable[..., Path],
    change: Change,
    path: str,
    inside: tuple[object, ...],
    outside: tuple[object, ...],
) -> None:
    old, new = change

    def told(value: object) -> list[str]:
        library = load_library(write_form((old, new.replace("{}", str(value)))))
        return [one.path for one in library.problems if one.file.endswith("form.toml")]

    assert [told(value) for value in inside] == [[]] * len(inside)
    assert [told(value) for value in outside] == [[path]] * len(outside)


@pytest.mark.parametrize(("change", "path", "sentence"), MISTAKES)
def test_form_names_the_mistake_at_its_place(
    write_form: Callable[..., Path], change: Change, path: str, sentence: str
) -> None:
    library = load_library(write_form(change))
    found = [(one.file, one.path, one.sentence) for one in library.problems]
    assert len(found) == 1, found
    file, place, said = found[0]
    assert (file, place) == ("three-questions/form.toml", path)
    assert sentence in said
    assert library.forms == ()


def test_form_names_a_count_that_counts_from_nothing(write_form: Callable[..., Path]) -> None:
    library = load_library(
        write_form(('kind = "sum"', 'kind = "count_at_least"'), ("value = 4", "value = 2"))
    )
    assert [one.path for one in library.problems] == ["scales[total]"]
    assert "«count_from»" in library.problems[0].sentence


def test_form_without_mistakes_has_no_problem(write_form: Callable[..., Path]) -> None:
    library = load_library(write_form())
    assert library.problems == ()
    assert [loaded.form.id for loaded in library.forms] == ["three-questions"]


def test_form_names_all_mistakes_of_shape_at_once(write_form: Callable[..., Path]) -> None:
    library = load_library(
        write_form(("minutes = 1", "minuts = 1"), ("points = [0, 0]", 'points = ["x", -1]'))
    )
    assert {one.path for one in library.problems} == {
        "",
        "minuts",
        "items[4].points[#1]",
        "items[4].points[#2]",
    }


def test_form_names_all_mistakes_of_meaning_at_once(write_form: Callable[..., Path]) -> None:
    library = load_library(
        write_form(('offers = ["talk-today"]', 'offers = ["nap"]'), (WHEN, WHEN.replace("1", "9")))
    )
    assert {one.path for one in library.problems} == {
        "items[3].show_when.item",
        "scales[total].cut_offs[mother-author-2001].offers",
    }


ALL = ""
MOTHERS = 'for = { role = "mother" }'
PREGNANT = 'for = { role = "pregnant" }'
EARLY = 'for = { role = "pregnant", to_week = 19 }'
LATE = 'for = { role = "pregnant", from_week = 20 }'
FROM_19 = 'for = { role = "pregnant", from_week = 19 }'
FIRST = 'for = { role = "pregnant", from_week = 0, to_week = 0 }'


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        (ALL, ALL, True),
        (MOTHERS, MOTHERS, True),
        (PREGNANT, PREGNANT, True),
        (EARLY, EARLY, True),
        (EARLY, FROM_19, True),
        (EARLY, FIRST, True),
        (ALL, MOTHERS, False),
        (ALL, EARLY, False),
        (MOTHERS, PREGNANT, False),
        (MOTHERS, EARLY, False),
        (PREGNANT, EARLY, False),
        (PREGNANT, LATE, False),
        (EARLY, LATE, False),
    ],
)
def test_two_default_cut_offs_clash_when_neither_is_the_more_exact(
    write_form: Callable[..., Path], one: str, other: str, *, clash: bool
) -> None:
    for first, second in ((one, other), (other, one)):
        added = CUT_OFF.replace(MOTHERS, second) + "\n" + STEPS
        library = load_library(write_form((MOTHERS, first), (STEPS, added)))
        said = [problem.sentence for problem in library.problems]
        assert len(said) == clash
        assert all("begge standard" in sentence for sentence in said)


def test_cut_off_is_held_against_the_scales_own_items(write_form: Callable[..., Path]) -> None:
    library = load_library(
        write_form(("points = [0, 0]", "points = [0, 9]"), ("value = 4", "value = 9"))
    )
    assert ["skårene går fra 0 til 8" in one.sentence for one in library.problems] == [True]


FINE: list[Change] = [
    (STEPS, REPEAT.replace("latest_days = 2", "latest_days = 1") + STEPS),
    ('for = { role = "mother" }', ""),
    ('for = { role = "mother" }', 'for = { role = "pregnant", from_week = 20, to_week = 20 }'),
    (ITEMS, ITEMS + "\nbands = [1, 8]"),
    ("default = true", "default = false"),
    ("value = 4", "value = 1"),
    ("value = 4", "value = 8"),
    (CRITICAL, 'critical = { guide = "g", options = ["yes", "no"] }'),
    ("points = [0, 0]", 'points = [0, 1]\noptions = [{id="x", points=0}, {id="y", points=1}]'),
]


@pytest.mark.parametrize("change", FINE)
def test_form_may_go_to_the_edge_of_what_is_allowed(
    write_form: Callable[..., Path], change: Change
) -> None:
    library = load_library(write_form(change))
    assert [one for one in library.problems if one.file.endswith("form.toml")] == []
