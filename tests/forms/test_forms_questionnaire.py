"""The parent's program gets what to ask, and nothing of what an answer is worth."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from nurseapp.base.errors import FormNotUsableError, FormProblemsError
from nurseapp.forms.library import Library, LoadedForm, load_library
from nurseapp.forms.question import Question
from nurseapp.forms.questionnaire import decoded, encoded, questionnaire_for


@pytest.mark.parametrize("form", ["epds", "phq-9"])
def test_questionnaire_tells_nothing_of_points_or_limits(shipped: Library, form: str) -> None:
    loaded = shipped.form(form)
    told = json.loads(encoded(questionnaire_for(loaded, loaded.wordings)))
    assert set(told) == {
        "form",
        "version",
        "sha256",
        "layout",
        "recall_days",
        "items",
        "texts",
    }
    for item in told["items"]:
        assert set(item) <= {*Question.__struct_fields__}
    for text in told["texts"].values():
        assert set(text) == {"status", "title", "introduction", "recall", "items"}
    words = json.dumps(told, ensure_ascii=False)
    for secret in ("points", "cut_off", "critical", "self-harm", "Selvskading"):
        assert secret not in words


def test_questionnaire_keeps_printed_order_and_says_every_text(shipped: Library) -> None:
    loaded = shipped.form("epds")
    questionnaire = questionnaire_for(loaded, loaded.wordings)
    assert [item.id for item in questionnaire.items] == [str(n) for n in range(1, 11)]
    assert set(questionnaire.texts) == {"nb", "nn", "en"}
    for text in questionnaire.texts.values():
        for item in questionnaire.items:
            assert text.items[item.id].text
            assert set(text.items[item.id].options) == set(item.options) == set("abcd")


def test_questionnaire_comes_back_from_json_as_it_was(shipped: Library) -> None:
    for loaded in shipped.forms:
        questionnaire = questionnaire_for(loaded, loaded.wordings)
        assert decoded(encoded(questionnaire)) == questionnaire


def test_questionnaire_is_bound_to_its_form(three: LoadedForm) -> None:
    questionnaire = questionnaire_for(three, three.wordings)
    assert (questionnaire.form, questionnaire.version) == ("three-questions", 1)
    assert questionnaire.sha256 == three.sha256


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b'{"form": "a", "points": [1]}', b"\xff"])
def test_questionnaire_from_a_broken_ticket_is_refused(data: bytes) -> None:
    with pytest.raises(FormProblemsError):
        decoded(data)


def test_questionnaire_has_the_layout_the_nurse_chose(three: LoadedForm) -> None:
    assert questionnaire_for(three, three.wordings).layout == "page"
    assert questionnaire_for(three, three.wordings, "one_at_a_time").layout == "one_at_a_time"


def test_questionnaire_refuses_a_layout_the_form_does_not_have(
    write_form: Callable[..., Path],
) -> None:
    folder = write_form(('layouts = ["page", "one_at_a_time"]', ""))
    loaded = load_library(folder).form("three-questions")
    assert loaded.form.layouts == ("page",)
    with pytest.raises(FormNotUsableError, match="oppsettet"):
        questionnaire_for(loaded, loaded.wordings, "one_at_a_time")


def test_questionnaire_needs_words(three: LoadedForm) -> None:
    with pytest.raises(FormNotUsableError, match="ingen tekst"):
        questionnaire_for(three, ())


def test_questionnaire_never_mixes_practice_words_with_real_ones(
    write_form: Callable[..., Path],
) -> None:
    folder = write_form()
    real = (folder / "three-questions" / "nb.toml").read_text(encoding="utf-8")
    folder = write_form(training__nb=real.replace("working_translation", "training"))
    loaded = load_library(folder).form("three-questions")
    with pytest.raises(FormNotUsableError, match="øvingstekst"):
        questionnaire_for(loaded, loaded.wordings)
    assert questionnaire_for(loaded, loaded.practice_wordings()).texts["nb"].status == "training"


def test_questionnaire_brings_no_scoring_into_the_parents_program() -> None:
    code = (
        "import sys, nurseapp.forms.questionnaire, nurseapp.forms.visibility\n"
        "print(*sorted(name for name in sys.modules if name.startswith('nurseapp.forms.')))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout.split()
    assert [name.removeprefix("nurseapp.forms.") for name in loaded] == [
        "question",
        "questionnaire",
        "ticks",
        "visibility",
        "vocabulary",
        "wording",
    ]
