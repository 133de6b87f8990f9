"""What the command line prints, and how it reads a sheet from a file."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from form_samples import WORDS, a_form, a_scale, an_item
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nurseapp.base.errors import AnswersError, UnreadableError
from nurseapp.base.paths import forms_folder
from nurseapp.forms.check import check
from nurseapp.forms.library import Library, LoadedForm, load_library
from nurseapp.forms.model import Critical, Item
from nurseapp.forms.report import listing, score_as_json
from nurseapp.forms.sheet_file import Given, as_answers, read_answers


def test_score_as_json_of_a_complete_sheet(three: LoadedForm) -> None:
    assert score_as_json(three, {"1": "d", "2": "yes", "3": "a"}, "mother") == {
        "form": "three-questions",
        "version": 1,
        "sha256": three.sha256,
        "complete": True,
        "missing": [],
        "scales": {
            "total": {
                "score": 8,
                "lowest": 8,
                "highest": 8,
                "flags": [
                    {
                        "cut_off": 4,
                        "comparison": ">=",
                        "source": "Author 2001",
                        "reached": "yes",
                        "id": "mother-author-2001",
                    }
                ],
            }
        },
        "critical": ["2"],
    }


def test_score_as_json_of_an_incomplete_sheet_has_no_score(three: LoadedForm) -> None:
    told = score_as_json(three, {"1": "a"}, "mother")
    assert (told["complete"], told["missing"]) == (False, ["2"])
    assert told["scales"] == {"total": {"score": None, "lowest": 0, "highest": 2, "flags": []}}


def test_score_as_json_takes_the_forms_first_role_unless_told(three: LoadedForm) -> None:
    sheet = {"1": "d", "2": "yes", "3": "a"}
    assert score_as_json(three, sheet) == score_as_json(three, sheet, "mother")
    scales = score_as_json(three, sheet, "pregnant")["scales"]
    assert isinstance(scales, dict)
    assert scales["total"]["flags"] == []


def test_sheet_is_read_from_json(tmp_path: Path) -> None:
    file = tmp_path / "answers.json"
    file.write_bytes(b'\xef\xbb\xbf{"1": "a", "10": "d"}')
    assert read_answers(file) == {"1": "a", "10": "d"}


BAD: list[tuple[bytes, str]] = [
    (b"", "ikke gyldig JSON ved linje 1"),
    (b'{"1": "a",\n', "ikke gyldig JSON ved linje 2"),
    (b"hello", "ikke gyldig JSON"),
    (b'{"1": "a"} x', "ikke gyldig JSON"),
    (b"{'1': 'a'}", "ikke gyldig JSON"),
    (b'["a", "b"]', "ett objekt"),
    (b'"a"', "ett objekt"),
    (b"null", "ett objekt"),
    (b'{"1": "a", "1": "b"}', "spørsmål «1» står to ganger"),
    (b'{"1": null}', "spørsmål «1» må være en tekst"),
    (b'{"1": [1]}', "må være en tekst"),
    (b'{"1": {"a": 1}}', "må være en tekst"),
    (b'{"1": NaN}', "NaN er ikke et svar"),
    (b'{"1": -Infinity}', "-Infinity er ikke et svar"),
    (b'{"1": ' + b"9" * 5000 + b"}", "ikke et svarark"),
    (b"[" * 60_000, "ikke et svarark"),
    (b'{"1": ' * 10_000, "ikke et svarark"),
    (b'{"1": "\xff"}', "UTF-8"),
    (b'{"1": "a"}'.ljust(70_000), "større enn 64 kB"),
    (b'{"\\u001b[2J\\u202e": null}', "spørsmål «?[2J?»"),
]


@pytest.mark.parametrize(("content", "sentence"), BAD, ids=range(len(BAD)))
def test_bad_sheet_is_refused_with_a_sentence(
    tmp_path: Path, content: bytes, sentence: str
) -> None:
    file = tmp_path / "answers.json"
    file.write_bytes(content)
    with pytest.raises(AnswersError) as refused:
        read_answers(file)
    assert sentence in str(refused.value)
    assert str(refused.value).isprintable()


def test_sheet_that_is_not_there_is_refused(tmp_path: Path) -> None:
    for file in (tmp_path / "none.json", tmp_path):
        with pytest.raises(UnreadableError):
            read_answers(file)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200) | st.text(alphabet='{}[]":,1a \\ntrue', max_size=60).map(str.encode))
def test_any_file_is_a_sheet_or_is_refused(
    tmp_path: Path, three: LoadedForm, content: bytes
) -> None:
    file = tmp_path / "answers.json"
    file.write_bytes(content)
    sheet: dict[str, Given] = {}
    with suppress(AnswersError):
        sheet = read_answers(file)
    with suppress(AnswersError):
        assert all(isinstance(answer, str) for answer in as_answers(three.form, sheet).values())


def test_listing_has_every_form_and_the_broken_ones(write_form: Callable[..., Path]) -> None:
    folder = write_form()
    (folder / "broken").mkdir()
    (folder / "broken" / "form.toml").write_text("a =")
    broken, three = listing(load_library(folder))
    assert (broken.id, broken.version, len(broken.problems)) == ("broken", None, 2)
    assert (three.id, three.version, three.name, three.released) == (
        "three-questions",
        1,
        "Tre",
        False,
    )
    assert three.wordings == ("nb (working_translation)",)


def test_shipped_forms_are_without_problems(shipped: Library) -> None:
    assert shipped.problems == ()
    assert [line.id for line in listing(shipped)] == [one.form.id for one in shipped.forms]


def test_shipped_forms_are_released_together_or_not_yet(shipped: Library) -> None:
    assert len({line.released for line in listing(shipped)}) == 1


def test_shipped_forms_pass_every_check() -> None:
    assert check(forms_folder()) == ()


KINDS = a_form(
    [
        an_item("y", 0, 1, kind="yes_no"),
        an_item("m", 1, 2, 4, kind="multiple"),
        Item(id="n", topic=WORDS, kind="number", decimals=2, minimum=-5),
        Item(id="d", topic=WORDS, kind="date"),
        Item(id="t", topic=WORDS, kind="text"),
        an_item("c", 0, 1),
    ],
    a_scale("ymc"),
)


@pytest.mark.parametrize(
    ("written", "answers"),
    [
        (b'{"y": true}', {"y": "a"}),
        (b'{"y": false}', {"y": "b"}),
        (b'{"y": "b"}', {"y": "b"}),
        (b'{"m": ["c", "a"]}', {"m": "a c"}),
        (b'{"m": []}', {"m": ""}),
        (b'{"m": "a c"}', {"m": "a c"}),
        (b'{"n": 12}', {"n": "12"}),
        (b'{"n": -1.50}', {"n": "-1.50"}),
        (b'{"n": 1e2}', {"n": "100"}),
        (b'{"n": "3.25"}', {"n": "3.25"}),
        (b'{"d": "2026-11-21", "t": "Fint"}', {"d": "2026-11-21", "t": "Fint"}),
    ],
)
def test_sheet_may_write_each_kind_as_json_does(
    tmp_path: Path, written: bytes, answers: dict[str, str]
) -> None:
    file = tmp_path / "answers.json"
    file.write_bytes(written)
    assert as_answers(KINDS, read_answers(file)) == answers


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        (b'{"c": 1}', "spørsmål «c» må være en tekst"),
        (b'{"c": ["a"]}', "må være en tekst"),
        (b'{"c": true}', "må være en tekst"),
        (b'{"y": 1}', "må være en tekst"),
        (b'{"m": true}', "må være en tekst"),
        (b'{"m": 1}', "må være en tekst"),
        (b'{"n": true}', "må være en tekst"),
        (b'{"n": [1]}', "må være en tekst"),
        (b'{"n": 1e999999999}', "må være en tekst"),
        (b'{"n": 1e-999999999}', "må være en tekst"),
        (b'{"d": 20261121}', "må være en tekst"),
        (b'{"zebra": 1}', "spørsmål «zebra» må være en tekst"),
        (b'{"m": ["a", "a"]}', "står to ganger"),
        (b'{"m": ["z"]}', "svaret «z» finnes ikke"),
        (b'{"m": ["a", "z"]}', "svaret «z» finnes ikke"),
        (b'{"m": ["a b"]}', "svaret «a b» finnes ikke"),
        (b'{"m": [""]}', "svaret «» finnes ikke"),
    ],
)
def test_sheet_with_an_answer_of_another_kind_is_refused(
    tmp_path: Path, written: bytes, sentence: str
) -> None:
    file = tmp_path / "answers.json"
    file.write_bytes(written)
    loaded = LoadedForm(form=KINDS, sha256="", source=KINDS)
    with pytest.raises(AnswersError) as refused:
        score_as_json(loaded, read_answers(file))
    assert sentence in str(refused.value)


def test_score_as_json_tells_of_zones_stages_and_areas_where_the_form_has_them(
    shipped: Library,
) -> None:
    answers = {str(n): "a" if n in {2, 5, 12} else "b" for n in range(1, 21)}
    mchat = score_as_json(shipped.form("m-chat-rf"), answers | {"4": "a"})
    assert mchat["stage_two"] == ""
    third = {**{str(n): "a" for n in range(1, 21)}, "2": "b", "5": "b", "12": "b"}
    middle = score_as_json(shipped.form("m-chat-rf"), third | {"1": "b", "3": "b", "4": "b"})
    assert (middle["stage_two"], middle["complete"]) == ("called_for", True)
    scales = middle["scales"]
    assert isinstance(scales, dict)
    assert [flag["reached"] for flag in scales["risk"]["flags"]] == ["monitoring"]
    asq = score_as_json(shipped.form("asq-3-12"), {})
    assert asq["any_of"] == {"any-area": "no_cut_off"}
    assert "stage_two" not in asq


def test_critical_item_is_named_once_however_many_ticks(tmp_path: Path) -> None:
    ticks = Item(
        id="m",
        topic=WORDS,
        kind="multiple",
        points=(1, 1),
        critical=Critical(points_at_least=1, guide="g"),
    )
    form = a_form([ticks])
    loaded = LoadedForm(form=form, sha256="", source=form)
    assert score_as_json(loaded, {"m": ("a", "b")})["critical"] == ["m"]


def test_listing_has_a_familys_age_forms_in_their_order(shipped: Library) -> None:
    names = [line.id for line in listing(shipped) if line.id.startswith("asq-se-2-")]
    assert names == [f"asq-se-2-{months}" for months in (2, 6, 12, 18, 24, 30, 36, 48, 60)]
