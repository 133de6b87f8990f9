"""A family gives one form for each age, and a clinic's licensed table makes it countable."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from form_samples import MOTHER, WORDS, a_cut_off, a_form, a_scale, an_item
from msgspec.structs import replace

from nurseapp.base.errors import FormProblemsError, UnknownFormError
from nurseapp.base.paths import forms_folder
from nurseapp.forms.age import Age, AgeForm, AgeWindow, Prematurity
from nurseapp.forms.family import expanded, fitted
from nurseapp.forms.library import Library, load_library
from nurseapp.forms.licensed import LicensedCutOff, LicensedValues, keyed, with_values
from nurseapp.forms.licensed_meaning import values_flaws
from nurseapp.forms.loaded import LoadedForm, loaded_from, sha256_of
from nurseapp.forms.meaning import form_flaws
from nurseapp.forms.model import Form, Item
from nurseapp.forms.reading import read_table
from nurseapp.forms.scoring import Scorer
from nurseapp.forms.wording import ItemText, Wording

RULE = Prematurity(comparison=">=", weeks=3, until_months=24, verified=True)


def _window(month: int) -> AgeWindow:
    return AgeWindow(first=Age(month), last=Age(month, 30), verified=True)


def _tick(name: str) -> Item:
    return an_item(name, 5, kind="multiple", optional=True)


def _family(**more: object) -> Form:
    """Three questions with ticks, and a text; the younger form has the first two questions."""
    items = [
        an_item("1", 0, 0, 0),
        _tick("1c"),
        an_item("2", 0, 0, 0),
        _tick("2c"),
        an_item("3", 0, 0, 0),
        _tick("3c"),
        Item(id="o", topic=WORDS, kind="text", optional=True),
    ]
    settings: dict[str, object] = {
        "subject": "child",
        "licensed": ("cut_offs", "key"),
        "prematurity": RULE,
        "age_forms": (
            AgeForm(id="6", window=_window(6), items=("1", "1c", "2", "2c", "o")),
            AgeForm(id="7", window=_window(7), gives_way_to="6"),
        ),
        **more,
    }
    scale = replace(a_scale("1"), items=("1", "1c", "2", "2c", "3", "3c"))
    family = a_form(items, scale, **settings)
    return replace(family, id="fam", answered_by=("mother", "father"))


KEY = {"1": (0, 5, 10), "2": (10, 5, 0), "3": (0, 5, 10)}


def _values(**more: object) -> LicensedValues:
    settings: dict[str, object] = {
        "keys": {"6": {"1": (0, 5, 10), "2": (10, 5, 0)}, "7": KEY},
        "cut_offs": (LicensedCutOff(scale="total", age_form="7", value=20, monitoring=12.5),),
        **more,
    }
    return LicensedValues(form="fam", version=1, source="Our copy", **settings)  # type: ignore[arg-type]


def _words(form: str) -> Wording:
    return Wording(
        form=form,
        version=1,
        language="nb",
        status="training",
        title="x",
        introduction="x",
        recall="x",
        note="x",
        items={item.id: ItemText("x") for item in _family().items},
    )


def test_family_gives_a_form_for_each_age() -> None:
    six, seven = expanded(_family())
    assert (six.id, six.family, six.age_form, six.gives_way_to) == ("fam-6", "fam", "6", None)
    assert (seven.id, seven.age_form, seven.gives_way_to) == ("fam-7", "7", "fam-6")
    assert (six.ages, six.age_forms, six.prematurity) == (_window(6), (), RULE)
    assert (six.name, six.full_name) == ("Invented 6 mnd", "Invented, 6 mnd")


def test_age_form_has_its_own_items_and_the_scales_count_only_those() -> None:
    six, seven = expanded(_family())
    assert [item.id for item in six.items] == ["1", "1c", "2", "2c", "o"]
    assert six.scales[0].items == ("1", "1c", "2", "2c")
    assert [item.id for item in seven.items] == ["1", "1c", "2", "2c", "3", "3c", "o"]


def test_age_form_without_any_item_of_a_scale_has_not_the_scale() -> None:
    weighted = a_scale("12", kind="weighted", weights={"1": 2, "2": 3}, id="heavy")
    family = replace(_family(), licensed=(), scales=(weighted, a_scale("3", id="late")))
    (six, seven) = expanded(family)
    assert [scale.id for scale in six.scales] == ["heavy"]
    assert six.scales[0].weights == {"1": 2, "2": 3}
    assert [scale.id for scale in seven.scales] == ["heavy", "late"]


def test_form_without_age_forms_is_its_own_family() -> None:
    form = a_form([an_item("1", 0, 1)])
    assert expanded(form) == (form,)


def test_familys_words_fit_each_age_form() -> None:
    six, seven = expanded(_family())
    assert list(fitted(_words("fam"), six).items) == ["1", "1c", "2", "2c", "o"]
    assert fitted(_words("fam"), six).form == "fam-6"
    assert set(fitted(_words("fam"), seven).items) == {item.id for item in seven.items}
    own = _words("fam-7")
    assert fitted(own, seven) is own


def test_form_without_its_key_counts_nothing_and_with_it_everything() -> None:
    _six, seven = expanded(_family())
    assert keyed(seven) == ("1", "2", "3")
    sheet = {"1": "c", "1c": "a", "2": "a", "3": "b"}
    assert Scorer(seven).score(sheet, MOTHER).scales == ()
    (scale,) = Scorer(with_values(seven, _values())).score(sheet, MOTHER).scales
    assert (scale.score, scale.maximum, scale.judgement) == (30, 45, "reached")
    (flag,) = scale.flags
    assert (flag.value, flag.comparison, flag.source) == (20, ">=", "Our copy")


@pytest.mark.parametrize(
    ("sheet", "score", "judgement"),
    [("bab", 20, "reached"), ("aab", 15, "monitoring"), ("bbc", 20, "reached"),
     ("aaa", 10, "not_reached")],
)  # fmt: skip
def test_licensed_cut_off_is_reached_from_its_value_up(
    sheet: str, score: int, judgement: str
) -> None:
    form = with_values(expanded(_family())[1], _values())
    answers = {str(n): option for n, option in enumerate(sheet, 1)}
    (scale,) = Scorer(form).score(answers, MOTHER).scales
    assert (scale.score, scale.judgement) == (score, judgement)


def test_licensed_cut_off_of_a_low_scale_is_reached_below_its_value() -> None:
    items = [an_item(str(n), 10, 5, 0) for n in range(1, 4)]
    form = a_form(items, a_scale("123", concern="low"), licensed=("cut_offs",))
    limit = LicensedCutOff(scale="total", value=15, monitoring=20)
    values = LicensedValues(form="invented", version=1, source="x", cut_offs=(limit,))
    valued = with_values(form, values)
    assert valued.licensed == ()
    for answers, judgement in (("ccb", "reached"), ("acb", "monitoring"), ("aab", "not_reached")):
        sheet = {str(n): option for n, option in enumerate(answers, 1)}
        assert Scorer(valued).score(sheet, MOTHER).scales[0].judgement == judgement
        assert Scorer(form).score(sheet, MOTHER).scales[0].judgement == "no_cut_off"


def test_key_says_which_items_an_age_form_has_and_their_ticks_go_with_them() -> None:
    _six, seven = expanded(_family())
    short = _values(keys={"7": {"1": (0, 5, 10), "3": (0, 5, 10)}})
    form = with_values(seven, short)
    assert [item.id for item in form.items] == ["1", "1c", "3", "3c", "o"]
    assert form.scales[0].items == ("1", "1c", "3", "3c")
    assert [item.most for item in form.items] == [10, 5, 10, 5, 0]


def test_key_leaves_alone_what_belongs_to_no_item_of_its_own() -> None:
    seven = expanded(_family())[1]
    ahead = replace(seven, items=(_tick("0c"), *seven.items))
    form = with_values(ahead, _values(keys={"7": {"1": (0, 5, 10)}}))
    assert [item.id for item in form.items] == ["0c", "1", "1c", "o"]


def test_key_that_does_not_fit_is_never_taken_by_halves() -> None:
    seven = expanded(_family())[1]
    with pytest.raises(ValueError, match="shorter"):
        with_values(seven, _values(keys={"7": {"1": (0, 5)}}))


def test_key_of_every_item_gives_each_its_points() -> None:
    form = with_values(expanded(_family())[1], _values())
    points = {item.id: [option.points for option in item.options] for item in form.items}
    assert (points["1"], points["2"], points["1c"], points["o"]) == (
        [0, 5, 10],
        [10, 5, 0],
        [5],
        [],
    )


def test_part_of_the_licence_that_the_table_lacks_is_still_told_of() -> None:
    six, seven = expanded(_family())
    assert with_values(seven, _values()).licensed == ()
    assert with_values(six, _values()).licensed == ("cut_offs",)
    assert with_values(seven, _values(keys={})) == seven
    two = replace(
        _family(licensed=("cut_offs",)), scales=(a_scale("1", id="one"), a_scale("2", id="two"))
    )
    limit = LicensedCutOff(scale="one", age_form="7", value=5)
    half = with_values(expanded(two)[1], _values(keys={}, cut_offs=(limit,)))
    assert half.licensed == ("cut_offs",)
    assert [len(scale.cut_offs) for scale in half.scales] == [1, 0]


@pytest.mark.parametrize("change", [{"form": "other"}, {"version": 2}])
def test_table_of_another_form_or_version_changes_nothing(change: dict[str, object]) -> None:
    seven = expanded(_family())[1]
    assert with_values(seven, replace(_values(), **change)) is seven


def _limit(**more: object) -> LicensedCutOff:
    settings: dict[str, object] = {"scale": "total", "age_form": "7", "value": 20, **more}
    return LicensedCutOff(**settings)  # type: ignore[arg-type]


BAD: list[tuple[dict[str, object], str, str]] = [
    ({"form": "other"}, "form", "«other»"),
    ({"version": 2}, "version", "utgave 2"),
    ({"keys": {"8": KEY}}, "keys.8", "«8» finnes ikke"),
    ({"keys": {"7": {}}}, "keys.7", "ingen spørsmål"),
    ({"keys": {"7": {**KEY, "9": (0, 5, 10)}}}, "keys.7.9", "«9» finnes ikke"),
    ({"keys": {"7": {**KEY, "1c": (5,)}}}, "keys.7.1c", "har poeng i skjemaet"),
    ({"keys": {"6": KEY}}, "keys.6.3", "«3» finnes ikke"),
    ({"keys": {"7": {**KEY, "2": (5, 0)}}}, "keys.7.2", "har 3 svar"),
    ({"keys": {"7": {**KEY, "2": (0, 0, 0)}}}, "keys.7.2", "Ingen av svarene"),
    ({"cut_offs": (_limit(age_form="8"),)}, "cut_offs[#1].age_form", "«8» finnes ikke"),
    ({"cut_offs": (_limit(age_form=None),)}, "cut_offs[#1].age_form", "finnes ikke"),
    ({"cut_offs": (_limit(scale="area"),)}, "cut_offs[#1].scale", "«area» finnes ikke"),
    ({"cut_offs": (_limit(), _limit())}, "cut_offs[#2]", "to ganger"),
    ({"cut_offs": (_limit(value=46),)}, "cut_offs[#1].value", "fra 0 til 45"),
    ({"cut_offs": (_limit(value=20.005),)}, "cut_offs[#1].value", "to desimaler"),
    ({"cut_offs": (_limit(monitoring=25),)}, "cut_offs[#1].monitoring", "ikke ved siden av"),
    ({"keys": {}, "cut_offs": (_limit(),)}, "cut_offs[#1]", "Nøkkelen til denne"),
]


@pytest.mark.parametrize(("change", "path", "sentence"), BAD)
def test_table_with_a_mistake_is_told_of(
    change: dict[str, object], path: str, sentence: str
) -> None:
    flaws = [*values_flaws(_family(), replace(_values(), **change))]
    assert [flaw.path for flaw in flaws if sentence in flaw.sentence] == [path], flaws


def test_table_of_a_form_that_has_its_own_figures_is_told_of() -> None:
    own = _family(licensed=())
    flaws = [*values_flaws(own, _values())]
    assert [flaw.path for flaw in flaws] == ["keys.6", "keys.7", "cut_offs[#1]"]


def test_table_without_mistakes_has_no_flaw() -> None:
    assert [*values_flaws(_family(), _values())] == []
    highest = _limit(value=45, monitoring=0)
    assert [*values_flaws(_family(), _values(cut_offs=(highest,)))] == []


@pytest.fixture(scope="module")
def asq(shipped: Library) -> LoadedForm:
    return shipped.form("asq-3-12")


def test_loaded_form_with_a_table_has_a_hash_of_its_own(asq: LoadedForm) -> None:
    limits = tuple(
        LicensedCutOff(scale=scale.id, age_form="12", value=20) for scale in asq.form.scales
    )
    values = LicensedValues(form="asq-3", version=1, source="Invented", cut_offs=limits)
    valued = asq.with_values(values)
    assert asq.form.licensed == ("cut_offs",)
    assert valued.form.licensed == ()
    assert valued.plain == asq
    assert valued.wordings == asq.wordings
    assert valued.sha256 not in {asq.sha256, ""}
    changed = replace(values, cut_offs=(replace(limits[0], value=21), *limits[1:]))
    assert asq.with_values(changed).sha256 not in {asq.sha256, valued.sha256}
    assert valued.with_values(changed) == asq.with_values(changed)
    assert valued.with_values(values) == valued


def test_loaded_form_takes_words_beside_its_own(asq: LoadedForm) -> None:
    added = replace(asq.wordings[0], status="validated")
    worded = asq.with_wordings([added])
    assert worded.wordings == (*asq.wordings, added)
    assert worded.real_wordings() == (added,)
    assert worded.sha256 == asq.sha256


def test_library_has_a_family_as_its_age_forms(shipped: Library) -> None:
    months = [loaded.form.age_form for loaded in shipped.family("asq-3")]
    assert months == [
        "2",
        "4",
        "6",
        "8",
        "9",
        "10",
        "12",
        "14",
        "16",
        "18",
        "20",
        "22",
        "24",
        "27",
        "30",
        "33",
        "36",
        "42",
        "48",
        "54",
        "60",
    ]
    assert len(shipped.family("asq-2-nb")) == 19
    assert len(shipped.family("asq-se")) == 8
    assert len(shipped.family("asq-se-2")) == 9
    assert shipped.family("epds") == ()
    for loaded in shipped.family("asq-3"):
        assert {wording.form for wording in loaded.wordings} == {loaded.form.id}
        assert loaded.source.id == "asq-3"


def test_form_kept_elsewhere_is_the_form_of_its_folder(shipped: Library, tmp_path: Path) -> None:
    for name in ("epds", "asq-3"):
        loaded = next(one for one in shipped.forms if one.source.id == name)
        assert loaded.folder is not None
        table, _flaws = read_table(loaded.folder / "form.toml")
        forms, flaws = loaded_from(table)
        assert flaws == ()
        own = [one for one in shipped.forms if one.source.id == name]
        assert [(one.form, one.sha256) for one in forms] == [(one.form, one.sha256) for one in own]
        assert {one.folder for one in forms} == {None}
        assert {one.wordings for one in forms} == {()}


def test_form_kept_elsewhere_with_a_mistake_is_none() -> None:
    forms, flaws = loaded_from({"id": "x"})
    assert forms == ()
    assert "«version» mangler." in {flaw.sentence for flaw in flaws}


@pytest.mark.parametrize("depth", [20, 3000])
def test_form_kept_elsewhere_may_not_be_deeper_than_a_file(depth: int) -> None:
    when: dict[str, object] = {"item": "1", "answered": True}
    for _level in range(depth):
        when = {"all": [when]}
    forms, flaws = loaded_from({"items": [{"show_when": when}]})
    assert forms == ()
    assert "for mange nivåer" in flaws[0].sentence


def test_form_kept_elsewhere_may_have_no_hidden_signs() -> None:
    forms, flaws = loaded_from({"name": "x\u202ey"})
    assert forms == ()
    assert [flaw.path for flaw in flaws] == ["name"]


def test_every_shipped_age_form_is_a_sound_form(shipped: Library) -> None:
    for loaded in shipped.forms:
        assert [*form_flaws(loaded.form)] == [], loaded.form.id


def test_hash_of_a_table_does_not_hang_on_the_order_of_its_keys() -> None:
    assert sha256_of({"a": 1, "b": [2]}) == sha256_of({"b": [2], "a": 1})
    assert sha256_of({"a": 1, "b": [2]}) != sha256_of({"a": 1, "b": [3]})


def test_family_that_is_broken_is_named_by_its_age_forms_too(tmp_path: Path) -> None:
    (tmp_path / "fam").mkdir()
    (tmp_path / "fam" / "form.toml").write_text("id = 1")
    library = load_library(tmp_path)
    with pytest.raises(FormProblemsError, match=r"fam/form\.toml"):
        library.form("fam-12")
    with pytest.raises(UnknownFormError):
        library.form("family")


def test_form_that_is_called_as_an_age_form_is_told_of(
    tmp_path: Path, write_form: Callable[..., Path]
) -> None:
    folder = write_form()
    shutil.copytree(forms_folder() / "asq-3", folder / "asq-3")
    shutil.copytree(folder / "three-questions", folder / "asq-3-12")
    form = folder / "asq-3-12" / "form.toml"
    form.write_text(form.read_text().replace('"three-questions"', '"asq-3-12"'))
    (folder / "asq-3-12" / "nb.toml").unlink()
    assert [str(one) for one in load_library(folder).problems] == [
        "asq-3-12/form.toml: id: Skjemaet «asq-3-12» finnes to ganger, i en annen mappe også."
    ]


def test_cut_off_made_of_a_table_is_like_any_other() -> None:
    seven = with_values(expanded(_family())[1], _values())
    (cut_off,) = seven.scales[0].cut_offs
    assert (cut_off.default, cut_off.verified, cut_off.monitoring) == (True, True, 12.5)
    assert cut_off.id == "licensed"
    assert cut_off.comparison == a_cut_off("x", ">=", 1).comparison
