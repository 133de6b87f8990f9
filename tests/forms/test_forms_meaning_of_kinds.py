"""Every mistake in kinds, rules, families and who answers is named at its place."""

from collections.abc import Iterator

import pytest
from form_samples import WORDS, a_cut_off, a_form, a_scale, an_item
from msgspec.structs import replace

from nurseapp.forms.age import Age, AgeForm, AgeWindow, Prematurity
from nurseapp.forms.family_meaning import family_flaws
from nurseapp.forms.meaning import file_flaws, form_flaws
from nurseapp.forms.model import Critical, Form, Item, Option, Repeat, Step, When
from nurseapp.forms.problem import Flaw
from nurseapp.forms.rule import AnyOf, TwoStage
from nurseapp.forms.scale import CutOff, Scale, Whom

ONE, TWO, SIX = an_item("1", 0, 1, 2), an_item("2", 0, 1, 2), an_item("6", 0, 1, 2)
TICK = an_item("t", 5, kind="multiple", optional=True)


def _text(name: str = "x", kind: str = "text", **more: object) -> Item:
    return Item(id=name, topic=WORDS, kind=kind, **more)  # type: ignore[arg-type]


def _told(flaws: Iterator[Flaw]) -> list[tuple[str, str]]:
    return [(flaw.path, flaw.sentence) for flaw in flaws]


def _only(form: Form, path: str, sentence: str) -> None:
    told = _told(form_flaws(form))
    assert [place for place, _said in told] == [path], told
    assert sentence in told[0][1], told


ITEMS: list[tuple[Item, str, str]] = [
    (_text(options=(Option("a"), Option("b"))), "items[x]", "Bare «choice»"),
    (_text(kind="number", points=(1, 2)), "items[x]", "Bare «choice»"),
    (_text(kind="multiple"), "items[x]", "minst ett svar"),
    (_text(kind="choice", options=(Option("a"),)), "items[x]", "minst to svar"),
    (_text(kind="yes_no", points=(1, 0, 2)), "items[x]", "bare svarene «a»"),
    (_text(kind="yes_no", points=(1,)), "items[x]", "bare svarene «a»"),
    (_text(kind="yes_no", options=(Option("yes"), Option("no"))), "items[x]", "bare svarene «a»"),
    (_text(kind="yes_no", options=(Option("b"), Option("a"))), "items[x]", "bare svarene «a»"),
    (_text(kind="choice", options=(Option("a", 1), Option("b"))), "items[x].options", "alle svarene"),
    (_text(minimum=1), "items[x]", "hører til «number»"),
    (_text(maximum=1), "items[x]", "hører til «number»"),
    (_text(kind="date", decimals=1), "items[x]", "hører til «number»"),
    (_text(kind="information", unit="kg"), "items[x]", "hører til «number»"),
    (_text(kind="number", minimum=2, maximum=1), "items[x].minimum", "større enn «maximum»"),
    (_text(kind="number", longest=9), "items[x].longest", "hører til «text»"),
    (_text(kind="information", optional=True), "items[x].optional", "ikke valgfri"),
    (_text(critical=Critical(options=("a",), guide="g")), "items[x].critical", "kritiske svar"),
    (_text(kind="yes_no", critical=Critical(points_at_least=0, guide="g")),
     "items[x].critical.points_at_least", "Ingen svar gir 0"),
    (_text(stage=2), "items[x].stage", "two_stage"),
]  # fmt: skip


@pytest.mark.parametrize(("item", "path", "sentence"), ITEMS)
def test_item_with_a_field_of_another_kind_is_told_of(item: Item, path: str, sentence: str) -> None:
    _only(a_form([item]), path, sentence)


def test_item_may_have_every_field_of_its_own_kind() -> None:
    items = [
        _text("n", "number", minimum=1, maximum=1, decimals=2, unit="kg"),
        _text("t", longest=1),
        _text("d", "date", optional=True),
        _text("i", "information", show_when=When(item="n", at_least=1)),
        _text("y", "yes_no"),
        _text("m", "multiple", options=(Option("a"),), optional=True),
        an_item("c", 0, 1, critical=Critical(points_at_least=1, guide="g")),
        _text("u", "choice", options=(Option("a"), Option("b")), critical=Critical(options=("b",), guide="g")),
    ]  # fmt: skip
    assert _told(form_flaws(a_form(items))) == []


MANY = an_item("m", *[1] * 9, kind="multiple")
NUMBER = _text("n", "number", maximum=50)
WHENS: list[tuple[When, str, str]] = [
    (When(item="i", answered=True), "item", "ikke et spørsmål"),
    (When(item="s", equals="a"), "equals", "«a» finnes ikke"),
    (When(item="n", equals="3"), "equals", "«3» finnes ikke"),
    (When(item="s", at_least=1), "at_least", "poeng og tall"),
    (When(item="d", at_least=1), "at_least", "poeng og tall"),
    (When(item="n", at_least=50.5), "at_least", "Så høyt"),
    (When(item="u", at_least=0), "at_least", "Ingen svar gir 0"),
    (When(item="1", at_least=2.5), "at_least", "Ingen svar gir 2.5"),
    (When(item="m", at_least=10), "at_least", "Ingen svar gir 10"),
    (When(item="m", at_least=9), "at_least", "høyst 8 svar"),
]


@pytest.mark.parametrize(("when", "place", "sentence"), WHENS)
def test_condition_that_cannot_be_meant_is_told_of(when: When, place: str, sentence: str) -> None:
    above = [
        ONE,
        MANY,
        NUMBER,
        _text("s"),
        _text("d", "date"),
        _text("i", "information"),
        _text("u", "yes_no"),
    ]
    _only(a_form([*above, replace(TWO, show_when=when)]), f"items[2].show_when.{place}", sentence)


def test_condition_may_hang_on_every_kind_of_answer() -> None:
    eight = an_item("e", *[1] * 8, kind="multiple")
    whens = [
        When(item="1", at_least=2),
        When(item="n", at_least=50),
        When(item="m", equals="i"),
        When(item="m", answered=True),
        When(item="e", at_least=8),
        When(item="s", answered=True),
    ]
    later = [an_item(f"l{n}", 0, 1, when=when) for n, when in enumerate(whens)]
    form = a_form([ONE, NUMBER, MANY, eight, _text("s"), *later])
    assert _told(form_flaws(form)) == []


def test_first_stage_cannot_wait_for_the_second() -> None:
    second = an_item("f1", 0, 1, stage=2)
    waits = an_item("3", 0, 1, when=When(item="f1", equals="a"))
    told = _told(form_flaws(_staged([ONE, TWO, second, waits])))
    assert told == [
        ("items[3].show_when.item", "Et spørsmål i første trinn kan ikke vente på andre trinn.")
    ]


SCALES: list[tuple[dict[str, object], str, str]] = [
    ({"items": ("1", "s")}, ".items", "«s» har ikke svar med poeng"),
    ({"items": ("1", "n")}, ".items", "«n» har ikke svar med poeng"),
    ({"items": ("1", "o")}, ".items", "«o» er valgfritt"),
    ({"items": ("1", "u")}, ".items", "«u» har ikke poeng"),
    ({"weights": {"1": 2, "2": 1}}, ".weights", "hører til «weighted»"),
    ({"kind": "weighted"}, ".weights", "en vekt for hvert"),
    ({"kind": "weighted", "weights": {"1": 1}}, ".weights", "en vekt for hvert"),
    ({"kind": "weighted", "weights": {"1": 1, "2": 1, "6": 1}}, ".weights", "en vekt for hvert"),
    ({"kind": "count_at_least"}, "", "«count_from»"),
    ({"count_from": 1}, "", "«count_from»"),
    ({"kind": "count_at_least", "count_from": 0}, ".count_from", "Tell fra 1"),
    ({"missing_at_most": 1}, "", "hører til «prorate»"),
    ({"missing": "zero", "missing_at_most": 1}, "", "hører til «prorate»"),
    ({"missing": "prorate"}, "", "hvor mange svar"),
    ({"missing": "adjust"}, "", "hvor mange svar"),
    ({"missing": "adjust", "adjust_within": 5}, "", "hvor mange svar"),
    ({"missing": "prorate", "missing_at_most": 1, "adjust_from": 1}, "", "hører til «adjust»"),
    ({"adjust_within": 5}, "", "hører til «adjust»"),
    ({"missing": "prorate", "missing_at_most": 2}, ".missing_at_most", "har 2 spørsmål"),
    ({"missing": "adjust", "adjust_from": 2}, ".adjust_from", "har 2 spørsmål"),
    ({"items": ("1", "2", "6"), "missing": "adjust", "adjust_from": 2, "missing_at_most": 1},
     ".adjust_from", "større enn «missing_at_most»"),
    ({"kind": "worst_of", "missing": "prorate", "missing_at_most": 1}, ".missing", "verste svaret"),
    ({"kind": "mean", "bands": (1, 2.5)}, ".bands", "mellom 1 og 2"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "place", "sentence"), SCALES)
def test_scale_that_cannot_be_meant_is_told_of(
    change: dict[str, object], place: str, sentence: str
) -> None:
    items = [
        ONE,
        TWO,
        SIX,
        TICK,
        _text("s"),
        NUMBER,
        replace(SIX, id="o", optional=True),
        _text("u", "yes_no"),
    ]
    scale = replace(a_scale("12"), **change)
    _only(a_form(items, scale), f"scales[total]{place}", sentence)


FINE: list[dict[str, object]] = [
    {"items": ("1", "2", "t")},
    {"kind": "weighted", "weights": {"1": 1, "2": 100}},
    {"kind": "count_at_least", "count_from": 1},
    {"kind": "worst_of", "missing": "zero"},
    {"missing": "adjust", "missing_at_most": 1},
    {"missing": "adjust", "adjust_from": 1, "adjust_within": 5},
    {"missing": "adjust", "adjust_from": 1, "missing_at_most": 1},
    {"kind": "mean", "bands": (1, 1.5, 2)},
    {"bands": (0.5, 4)},
]


@pytest.mark.parametrize("change", FINE)
def test_scale_may_go_to_the_edge_of_what_is_allowed(change: dict[str, object]) -> None:
    form = a_form([ONE, TWO, SIX, TICK], replace(a_scale("12"), **change))
    assert _told(form_flaws(form)) == []


LIMITS: list[tuple[CutOff, str, str]] = [
    (a_cut_off("c", ">=", 4, monitoring=4), "monitoring", "ikke ved siden av"),
    (a_cut_off("c", ">=", 3, monitoring=4), "monitoring", "ikke ved siden av"),
    (a_cut_off("c", ">=", 2, monitoring=0.001), "monitoring", "to desimaler"),
    (a_cut_off("c", ">=", 2.005), "value", "to desimaler"),
    (a_cut_off("c", ">=", 5), "value", "fra 0 til 4"),
    (a_cut_off("c", ">=", 1, Whom()), "for", "sier ikke hvem"),
    (a_cut_off("c", ">=", 1, Whom(sex="boy")), "for", "skjemaer om et barn"),
    (a_cut_off("c", ">=", 1, Whom(from_months=1)), "for", "skjemaer om et barn"),
    (replace(a_cut_off("c", ">=", 1), verified=False), "default", "ikke kontrollert"),
]


@pytest.mark.parametrize(("cut_off", "place", "sentence"), LIMITS)
def test_cut_off_that_cannot_be_meant_is_told_of(
    cut_off: CutOff, place: str, sentence: str
) -> None:
    form = a_form([ONE, TWO], a_scale("12", cut_off))
    told = _told(form_flaws(form))
    assert [path for path, _said in told] == [f"scales[total].cut_offs[c].{place}"], told
    assert sentence in told[0][1] or place == "default"


@pytest.mark.parametrize(
    ("comparison", "value", "monitoring", "fine"),
    [
        (">=", 4, 0, True),
        (">=", 4, 3.99, True),
        ("<=", 0, 4, True),
        ("<", 1, 4, True),
        ("<", 1, 4.01, False),
        ("<", 1, 1, False),
        ("<=", 1, 0, False),
    ],
)
def test_zone_lies_on_the_side_that_is_not_reached(
    comparison: str, value: float, monitoring: float, fine: bool
) -> None:
    concern = "high" if ">" in comparison else "low"
    limit = a_cut_off("c", comparison, value, monitoring=monitoring)  # type: ignore[arg-type]
    told = _told(form_flaws(a_form([ONE, TWO], a_scale("12", limit, concern=concern))))
    assert (told == []) is fine


def test_unverified_cut_off_may_stand_beside_the_default() -> None:
    beside = replace(a_cut_off("c", ">=", 1), verified=False, default=False)
    assert _told(form_flaws(a_form([ONE], a_scale("1", beside)))) == []


CHILD = {"subject": "child", "answered_by": ("mother", "father")}
PAIRS: list[tuple[Whom | None, Whom | None, bool]] = [
    (Whom(sex="boy"), Whom(sex="girl"), False),
    (Whom(sex="boy"), Whom(sex="boy"), True),
    (Whom(sex="boy"), Whom(from_months=12), True),
    (Whom(sex="boy"), Whom(role="mother"), True),
    (Whom(sex="boy"), Whom(sex="boy", role="mother"), False),
    (Whom(to_months=11), Whom(from_months=12), False),
    (Whom(to_months=12), Whom(from_months=12), True),
    (Whom(from_months=1, to_months=2), Whom(from_months=3, to_months=4), False),
    (Whom(from_months=3, to_months=4), Whom(from_months=1, to_months=3), True),
    (Whom(sex="boy", to_months=5), Whom(sex="boy", from_months=6), False),
    (Whom(sex="boy", to_months=5), Whom(sex="girl", from_months=2), False),
    (Whom(sex="boy", to_months=5), Whom(role="mother", from_months=2), True),
    (Whom(role="father", to_months=5), Whom(role="mother", to_months=5), False),
    (None, Whom(sex="girl"), False),
]


@pytest.mark.parametrize(("one", "other", "clash"), PAIRS)
def test_defaults_for_children_clash_when_one_child_has_both(
    one: Whom | None, other: Whom | None, clash: bool
) -> None:
    for first, second in ((one, other), (other, one)):
        limits = (a_cut_off("x", ">=", 1, first), a_cut_off("y", ">=", 2, second))
        told = _told(form_flaws(a_form([ONE, TWO], a_scale("12", *limits), **CHILD)))
        assert ["begge standard" in said for _path, said in told] == [True] * clash


@pytest.mark.parametrize(
    "whom",
    [Whom(from_months=5, to_months=4), Whom(role="pregnant", from_week=5, to_week=4)],
)
def test_whom_that_ends_before_it_begins_is_told_of(whom: Whom) -> None:
    more = CHILD if whom.role is None else {}
    form = a_form([ONE], a_scale("1", a_cut_off("c", ">=", 1, whom)), **more)
    assert len(_told(form_flaws(form))) == 1


@pytest.mark.parametrize("whom", [Whom(from_months=4, to_months=4), Whom(sex="girl")])
def test_whom_may_be_a_single_month_or_sex(whom: Whom) -> None:
    form = a_form([ONE], a_scale("1", a_cut_off("c", ">=", 1, whom)), **CHILD)
    assert _told(form_flaws(form)) == []


STEP = Step(id="talk", name=WORDS, due_days=1, verified=False)


def _any(**more: object) -> AnyOf:
    settings: dict[str, object] = {"id": "any", "scales": ("one", "two"), **more}
    return AnyOf(name=WORDS, **settings)  # type: ignore[arg-type]


RULES: list[tuple[tuple[AnyOf, ...], str, str]] = [
    ((_any(scales=("one", "three")),), "any_of[any].scales", "«three» finnes ikke"),
    ((_any(scales=("one", "one")),), "any_of[any].scales", "to ganger"),
    ((_any(offers=("talk", "nap")),), "any_of[any].offers", "«nap» finnes ikke"),
    ((_any(), _any()), "any_of", "«any» står to ganger"),
]


@pytest.mark.parametrize(("rules", "path", "sentence"), RULES)
def test_any_of_names_scales_and_steps_that_are_there(
    rules: tuple[AnyOf, ...], path: str, sentence: str
) -> None:
    scales = (a_scale("1", id="one"), a_scale("2", id="two"))
    _only(a_form([ONE, TWO], *scales, any_of=rules, steps=(STEP,)), path, sentence)
    fine = a_form([ONE, TWO], *scales, any_of=(_any(offers=("talk",)),), steps=(STEP,))
    assert _told(form_flaws(fine)) == []


SECOND = an_item("f1", 0, 1, stage=2)
RISK, THEN = a_scale("12", id="risk"), replace(a_scale("1", id="then"), items=("f1",))
STAGES = TwoStage(first="risk", lowest=1, highest=3, then="then")


def _staged(items: list[Item] | None = None, *scales: Scale, **change: object) -> Form:
    chosen = scales or (RISK, THEN)
    return a_form(items or [ONE, TWO, SECOND], *chosen, two_stage=replace(STAGES, **change))


STAGED: list[tuple[Form, str, str]] = [
    (_staged(first="risky"), "two_stage", "«risky» finnes ikke"),
    (_staged(then="later"), "two_stage", "«later» finnes ikke"),
    (_staged(lowest=3, highest=2), "two_stage", "i rekkefølge"),
    (_staged(highest=5), "two_stage", "blant skårene"),
    (_staged(None, RISK, replace(THEN, items=("f1", "2"))), "two_stage", "andre trinn"),
    (_staged([ONE, TWO, replace(SECOND, stage=1)]), "two_stage", "andre trinn"),
    (
        _staged(None, replace(RISK, items=("1", "2", "f1")), THEN),
        "scales[risk].items",
        "Bare skalaen i «then»",
    ),
    (
        _staged(None, RISK, THEN, replace(THEN, id="third")),
        "scales[third].items",
        "Bare skalaen i «then»",
    ),
]


@pytest.mark.parametrize(("form", "path", "sentence"), STAGED)
def test_two_stages_that_cannot_be_meant_are_told_of(form: Form, path: str, sentence: str) -> None:
    told = _told(form_flaws(form))
    assert (path, True) in [(place, sentence in said) for place, said in told], told


def test_second_stage_that_is_its_own_first_is_told_of() -> None:
    told = _told(form_flaws(_staged(then="risk")))
    assert "«first» og «then» er samme skala." in {said for _path, said in told}


def test_two_stages_may_span_every_score() -> None:
    assert _told(form_flaws(_staged(lowest=0, highest=4))) == []


USES: list[tuple[dict[str, object], str, str]] = [
    ({"answered_by": ("observer", "mother")}, "answered_by", "ikke også besvares"),
    ({"subject": "child"}, "answered_by", "av en gravid"),
    ({"anonymous": True, "steps": (STEP,)}, "anonymous", "ikke følges opp"),
    ({"anonymous": True, "alone_required": True}, "anonymous", "ikke følges opp"),
    ({"anonymous": True, "subject": "child", "answered_by": ("mother",)}, "anonymous", "barn"),
    ({"not_scored": WORDS, "two_stage": STAGES}, "not_scored", "ingen skalaer"),
    ({"licensed": ("cut_offs",)}, "licensed", "ingen skala"),
    ({"repeat": Repeat(earliest_days=2, latest_days=1, verified=True)}, "repeat", "Første dag"),
]


@pytest.mark.parametrize(("change", "path", "sentence"), USES)
def test_use_that_does_not_hold_together_is_told_of(
    change: dict[str, object], path: str, sentence: str
) -> None:
    told = _told(form_flaws(a_form([ONE], **change)))
    assert (path, True) in [(place, sentence in said) for place, said in told], told


def test_anonymous_form_has_neither_scales_nor_critical_answers() -> None:
    critical = replace(ONE, critical=Critical(points_at_least=1, guide="g"))
    for form in (
        a_form([ONE], a_scale("1"), anonymous=True),
        a_form([critical], anonymous=True),
    ):
        assert [path for path, _said in _told(form_flaws(form))] == ["anonymous"]
    assert _told(form_flaws(a_form([ONE, _text()], anonymous=True))) == []


def test_form_that_is_not_scored_has_no_scale() -> None:
    for more in ({}, {"any_of": (_any(scales=("total", "total")),)}):
        form = a_form([ONE], a_scale("1"), not_scored=WORDS, **more)
        assert "not_scored" in [path for path, _said in _told(form_flaws(form))]
    assert _told(form_flaws(a_form([ONE], not_scored=WORDS))) == []


def test_licensed_parts_are_not_in_the_file() -> None:
    limit = a_cut_off("c", ">=", 1)
    _only(
        a_form([ONE], a_scale("1", limit), licensed=("cut_offs",)),
        "scales[total].cut_offs",
        "forlagets",
    )
    _only(a_form([ONE], a_scale("1"), licensed=("key",)), "licensed", "alle har poeng her")
    bare = _text("1", "choice", options=(Option("a"), Option("b")))
    assert _told(form_flaws(a_form([bare], a_scale("1"), licensed=("key", "cut_offs")))) == []
    noughts = an_item("1", 0, 0)
    assert _told(form_flaws(a_form([noughts], a_scale("1"), licensed=("key",)))) == []
    told = _told(form_flaws(a_form([bare], licensed=("key",))))
    assert ("licensed", "Poengnøkkelen gjelder ingen skala.") in told


RULE = Prematurity(comparison=">=", weeks=3, until_months=24, verified=True)


def _age(name: str, first: Age, last: Age, **more: object) -> AgeForm:
    window = AgeWindow(first=first, last=last, verified=True)
    return AgeForm(id=name, window=window, **more)  # type: ignore[arg-type]


def _family(*age_forms: AgeForm, **more: object) -> Form:
    settings: dict[str, object] = {**CHILD, "age_forms": age_forms, "prematurity": RULE, **more}
    return a_form([ONE, TWO], a_scale("1", id="one"), a_scale("2", id="two"), **settings)


FOUR = _age("4", Age(3), Age(4, 30))
FIVE = _age("5", Age(5), Age(6, 15))
FAMILIES: list[tuple[Form, str, str]] = [
    (_family(FIVE, FOUR), "age_forms", "«5» må stå etter «4»"),
    (_family(FOUR, _age("5", Age(4, 30), Age(6))), "age_forms", "overlapper"),
    (_family(_age("4", Age(4), Age(3, 30))), "age_forms[4].window", "før det begynner"),
    (_family(replace(FOUR, gives_way_to="9")), "age_forms[4].gives_way_to", "«9» finnes ikke"),
    (_family(replace(FOUR, gives_way_to="4")), "age_forms[4].gives_way_to", "«4» finnes ikke"),
    (_family(FOUR, replace(FIVE, id="4")), "age_forms", "«4» står to ganger"),
    (_family(replace(FOUR, items=("1", "2", "3"))), "age_forms[4].items", "«3» finnes ikke"),
    (_family(replace(FOUR, items=("1", "1", "2"))), "age_forms[4].items", "to ganger"),
    (_family(replace(FOUR, items=("1",))), "age_forms[4].items", "«two» har ingen"),
    (_family(FOUR, subject="respondent"), "age_forms", "om et barn"),
    (_family(FOUR, ages=FIVE.window), "ages", "Ta bort «ages»"),
    (_family(), "prematurity", "hører til"),
    (
        a_form([ONE], ages=AgeWindow(first=Age(2), last=Age(1, 30), verified=True)),
        "ages",
        "slutter",
    ),
]


@pytest.mark.parametrize(("form", "path", "sentence"), FAMILIES)
def test_family_that_cannot_be_meant_is_told_of(form: Form, path: str, sentence: str) -> None:
    told = _told(family_flaws(form))
    assert (path, True) in [(place, sentence in said) for place, said in told], told


@pytest.mark.parametrize(
    "form",
    [
        _family(FOUR, FIVE),
        _family(FOUR, FIVE, prematurity=None),
        _family(FOUR, _age("5", Age(4, 30), Age(6), gives_way_to="4")),
        _family(replace(FOUR, gives_way_to="5"), _age("5", Age(3), Age(6))),
        _family(_age("4", Age(4), Age(4)), _age("5", Age(4, 1), Age(5))),
        _family(replace(FOUR, items=("2", "1"))),
        a_form([ONE], ages=AgeWindow(first=Age(2), last=Age(2), verified=True)),
    ],
)
def test_family_may_go_to_the_edge_of_what_is_allowed(form: Form) -> None:
    assert _told(form_flaws(form)) == []


@pytest.mark.parametrize("key", ["family", "age_form", "gives_way_to"])
def test_what_the_program_sets_may_not_stand_in_a_file(key: str) -> None:
    form = replace(a_form([ONE]), **{key: "x"})
    assert _told(file_flaws(form)) == [(key, f"«{key}» settes av programmet.")]
    assert _told(file_flaws(a_form([ONE]))) == []
