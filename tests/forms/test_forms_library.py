"""A library lists what is broken and lets the rest be used; released forms never change."""

import hashlib
import json
import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from nurseapp.base.errors import FormProblemsError, ReadOnlyError, UnknownFormError
from nurseapp.base.paths import forms_folder
from nurseapp.forms.check import check
from nurseapp.forms.library import Library, load_library
from nurseapp.forms.lock import Lock, Released
from nurseapp.forms.release import release


def _problems(library: Library) -> list[tuple[str, str]]:
    return [(one.file, one.path) for one in library.problems]


WORDING_MISTAKES: list[tuple[tuple[str, str], str, str]] = [
    (('form = "three-questions"', 'form = "epds"'), "form", "et annet skjema"),
    (("version = 1", "version = 2"), "version", "utgave 2"),
    (('language = "nb"', 'language = "en"'), "language", "filnavnet"),
    (('language = "nb"', 'language = "Norsk"'), "language", "ikke skrevet slik"),
    (('"working_translation"', '"training"'), "status", "«training.»"),
    (('"working_translation"', '"official"'), "status", "bare stå"),
    (("items.1 = ", "items.9 = "), "items.1", "spørsmål 1 mangler"),
    (("items.4 = ", "#"), "items.4", "spørsmål 4 mangler"),
    (('no = "Nei"', 'nei = "Nei"'), "items.2.options", "«no» mangler"),
    (('d = "Alltid"', 'd = "Alltid", e = "Evig"'), "items.1.options.e", "finnes ikke"),
    (('"Har du sovet?"', '" "'), "items.1.text", "tom"),
    (('"Har du sovet?"', "1"), "items.1.text", "en tekst"),
    (("items.1 = {", "items.1 = { tekst = 'x',"), "items.1.tekst", "Mente du «text»?"),
    (('title = "Tre spørsmål"', ""), "", "«title» mangler"),
]


@pytest.mark.parametrize(("change", "path", "sentence"), WORDING_MISTAKES)
def test_wording_with_a_mistake_is_left_out_and_the_form_still_works(
    write_form: Callable[..., Path], change: tuple[str, str], path: str, sentence: str
) -> None:
    library = load_library(write_form(wording=(change,)))
    here = [one for one in library.problems if one.path == path]
    assert here, library.problems
    assert sentence in here[0].sentence
    assert {one.file for one in library.problems} == {"three-questions/nb.toml"}
    assert library.form("three-questions").wordings == ()


def test_wording_for_an_item_the_form_lacks_is_named(write_form: Callable[..., Path]) -> None:
    library = load_library(write_form(wording=(("items.1 = ", "items.9 = "),)))
    assert ("three-questions/nb.toml", "items.9") in _problems(library)


def test_wording_says_every_option_of_every_item(write_form: Callable[..., Path]) -> None:
    (wording,) = load_library(write_form()).form("three-questions").wordings
    assert wording.items["1"].options == {
        "a": "Aldri",
        "b": "Av og til",
        "c": "Ofte",
        "d": "Alltid",
    }
    assert wording.items["2"].options == {"yes": "Ja", "no": "Nei"}


TEXT = (("points = [0, 0]", 'kind = "text"'),)
NO_OPTIONS = (('items.4 = { text = "Noe annet?", options = { a = "Ja", b = "Nei" } }',
               'items.4 = { text = "Noe annet?" }'),)  # fmt: skip


def test_wording_gives_no_options_to_an_item_that_has_none(
    write_form: Callable[..., Path],
) -> None:
    library = load_library(write_form(*TEXT, wording=NO_OPTIONS))
    assert library.problems == ()
    (wording,) = library.form("three-questions").wordings
    assert wording.items["4"].options == {}
    assert wording.items["3"].options["d"] == "Alltid"
    assert wording.options == {}


def test_wording_with_answers_to_a_text_is_told_of(write_form: Callable[..., Path]) -> None:
    library = load_library(write_form(*TEXT))
    assert _problems(library) == [
        ("three-questions/nb.toml", "items.4.options.a"),
        ("three-questions/nb.toml", "items.4.options.b"),
    ]


def test_wording_must_bear_a_language_as_its_name(write_form: Callable[..., Path]) -> None:
    library = load_library(write_form(Norsk="a = 1"))
    assert _problems(library) == [("three-questions/Norsk.toml", "")]


def test_practice_wording_is_kept_apart(write_form: Callable[..., Path]) -> None:
    folder = write_form()
    real = (folder / "three-questions" / "nb.toml").read_text(encoding="utf-8")
    practice = real.replace("working_translation", "training")
    loaded = load_library(write_form(training__nb=practice)).form("three-questions")
    assert [one.status for one in loaded.practice_wordings()] == ["training"]
    assert [one.status for one in loaded.real_wordings()] == ["working_translation"]


def test_library_says_all_problems_of_all_files(write_form: Callable[..., Path]) -> None:
    folder = write_form(
        ("minutes = 1", ""),
        ("points = [0, 0]", "points = [0]"),
        wording=(('"Har du sovet?"', '""'),),
    )
    (folder / "second").mkdir()
    (folder / "second" / "form.toml").write_text("a = 1\na = 2\n")
    (folder / "third").mkdir()
    (folder / ".hidden").mkdir()
    found = _problems(load_library(folder))
    assert {file for file, _path in found} == {
        "three-questions/form.toml",
        "three-questions/nb.toml",
        "second/form.toml",
        "second/SOURCE.md",
        "third/form.toml",
        "third/SOURCE.md",
    }


def test_library_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    assert "finnes ikke" in load_library(tmp_path / "none").problems[0].sentence


def test_library_raises_for_an_unknown_form(write_form: Callable[..., Path]) -> None:
    with pytest.raises(UnknownFormError, match="zebra"):
        load_library(write_form()).form("zebra")


def test_library_raises_with_the_problems_of_a_broken_form(
    write_form: Callable[..., Path],
) -> None:
    library = load_library(write_form(("minutes = 1", "minutes = 0")))
    with pytest.raises(FormProblemsError, match=r"three-questions/form\.toml: minutes: Tallet"):
        library.form("three-questions")


def test_sha256_is_over_the_content_as_sorted_json(write_form: Callable[..., Path]) -> None:
    folder = write_form()
    table = tomllib.loads((folder / "three-questions" / "form.toml").read_text(encoding="utf-8"))
    text = json.dumps(table, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    expected = hashlib.sha256(text.encode()).hexdigest()
    assert load_library(folder).form("three-questions").sha256 == expected


def test_sha256_forgets_comments_and_keeps_everything_else(
    write_form: Callable[..., Path],
) -> None:
    def digest(*changes: tuple[str, str]) -> str:
        return load_library(write_form(*changes)).form("three-questions").sha256

    assert digest(("minutes = 1", "minutes  =  1 # a comment\n")) == digest()
    assert digest(("value = 4", "value = 5")) != digest()
    assert digest(('"Author 2001"', '"Author 2002"')) != digest()


def test_released_form_is_known_by_its_lock(write_form: Callable[..., Path], golden: str) -> None:
    folder = write_form(cases=golden)
    assert not load_library(folder).form("three-questions").released
    release(folder)
    library = load_library(folder)
    assert library.problems == ()
    assert library.form("three-questions").released


def test_released_family_is_one_version_for_all_its_age_forms(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(forms_folder(), tmp_path / "forms"))
    (folder / "forms.lock").unlink()
    names = {one.id for one in release(folder).released}
    assert names == {place.name for place in folder.iterdir() if place.is_dir()}
    library = load_library(folder)
    assert library.problems == ()
    assert all(loaded.released for loaded in library.forms)


def test_released_form_that_changed_is_refused(
    write_form: Callable[..., Path], golden: str
) -> None:
    folder = write_form(cases=golden)
    release(folder)
    library = load_library(write_form(("value = 4", "value = 5")))
    assert _problems(library) == [("three-questions/form.toml", "version")]
    assert "Utgave 1 er gitt ut" in library.problems[0].sentence
    with pytest.raises(FormProblemsError):
        library.form("three-questions")
    with pytest.raises(FormProblemsError):
        release(folder)


def test_released_form_may_change_as_a_new_version(
    write_form: Callable[..., Path], golden: str
) -> None:
    release(write_form(cases=golden))
    new = (("version = 1", "version = 2"), ("value = 4", "value = 5"))
    folder = write_form(
        *new,
        wording=(("version = 1", "version = 2"),),
        cases=golden.replace("flags = [4]", "flags = [5]"),
    )
    library = load_library(folder)
    assert library.problems == ()
    assert not library.form("three-questions").released
    lock = release(folder)
    assert [(one.id, one.version) for one in lock.released] == [
        ("three-questions", 1),
        ("three-questions", 2),
    ]
    assert load_library(folder).form("three-questions").released


def test_release_refuses_a_form_whose_golden_case_fails(
    write_form: Callable[..., Path], golden: str
) -> None:
    folder = write_form(cases=golden.replace("score = 8", "score = 7"))
    with pytest.raises(FormProblemsError, match="ventet 7, fikk 8"):
        release(folder)
    assert not (folder / "forms.lock").exists()


def test_release_says_when_it_may_not_write(write_form: Callable[..., Path], golden: str) -> None:
    folder = write_form(cases=golden)
    (folder / "forms.lock").symlink_to(folder / "gone" / "forms.lock")
    with pytest.raises(ReadOnlyError):
        release(folder)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[[released]]\n", "«id» mangler"),
        ("nonsense", "ikke gyldig TOML"),
        ('[[released]]\nid = "a"\nversion = 1\nsha256 = "12"\n', "ikke skrevet slik"),
        (f'[[released]]\nid = "a"\nversion = 1\nsha256 = "{"0" * 64}"\n', "ligger ikke her"),
        (
            f'[[released]]\nid = "three-questions"\nversion = 9\nsha256 = "{"0" * 64}"\n' * 2,
            "står to ganger",
        ),
    ],
)
def test_lock_with_a_mistake_is_a_problem(
    write_form: Callable[..., Path], text: str, sentence: str
) -> None:
    folder = write_form()
    (folder / "forms.lock").write_text(text)
    library = load_library(folder)
    assert library.problems[0].file == "forms.lock"
    assert sentence in library.problems[0].sentence


def test_lock_never_changes_what_was_released() -> None:
    first = Lock().with_released(Released("a", 1, "0" * 64))
    assert first.with_released(Released("a", 1, "1" * 64)) is first


def test_check_of_one_folder_is_the_check_of_that_form(
    write_form: Callable[..., Path], golden: str
) -> None:
    folder = write_form(("value = 4", "value = 9"), cases=golden)
    alone = check(folder / "three-questions")
    assert alone == check(folder)
    assert [one.path for one in alone] == ["scales[total].cut_offs[mother-author-2001].value"]


def test_check_wants_golden_cases_and_at_least_one_form(
    write_form: Callable[..., Path], tmp_path: Path
) -> None:
    assert [str(one) for one in check(write_form())] == [
        "three-questions/cases.toml: Skjemaet har ingen prøvesvar."
    ]
    (tmp_path / "empty").mkdir()
    assert [one.sentence for one in check(tmp_path / "empty")] == ["Mappen har ingen skjemaer."]
