"""What a parent is promised about where the answers will stand is true."""

from __future__ import annotations

import pytest
from parent_samples import Sheet, questionnaire

pytest_plugins = ["parent_fixtures"]


@pytest.mark.parametrize(
    ("record", "said", "unsaid"),
    [
        ("own", "journalen din", "barnets journal"),
        ("child", "barnets journal", "journalen din"),
        ("none", "ikke en del av noen journal", "snakker med deg"),
    ],
)
def test_welcome_says_in_whose_record_the_answers_will_stand(
    sheet: Sheet, record: str, said: str, unsaid: str
) -> None:
    sheet.open(questionnaire(1), record=record)
    words = " ".join(sheet.words())
    assert said in words
    assert unsaid not in words
    assert ("barnevernet" in words) == (record != "none")


@pytest.mark.parametrize("record", ["own", "child", "none"])
def test_nobody_promises_to_talk_about_anonymous_answers(sheet: Sheet, record: str) -> None:
    window = sheet.begin(questionnaire(1), record=record)
    sheet.press(window.question.rows[0])
    sheet.press(window.question.next_button)
    sheet.press(window.review.hand_in_button)
    words = " ".join(sheet.words())
    assert ("snakker sammen om svarene" in words) == (record != "none")
    assert ("anonyme" in words) == (record == "none")
