"""From one state to the next, as plain values: what answering, skipping and going on lead to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from nurseapp.forms.answer import misfit
from nurseapp.forms.beside import grouped
from nurseapp.forms.question import Question
from nurseapp.forms.questionnaire import Questionnaire
from nurseapp.forms.visibility import asked_now
from nurseapp.parent.state import ParentState, Place


def opening(questionnaire: Questionnaire, language: str, text_step: int) -> ParentState:
    """The opening page."""
    return ParentState(language=language, text_step=text_step, items=_asked(questionnaire, {}))


def questions_place(questionnaire: Questionnaire, state: ParentState) -> Place:
    """Where the questions stand; the opening page before the beginning, and if none is left."""
    if not state.begun or not state.items:
        return "welcome"
    return "page" if questionnaire.layout == "page" else "question"


def can_answer(questionnaire: Questionnaire, item: str, value: str) -> bool:
    """Whether the item can be answered so; blanks are no words."""
    question = next((one for one in questionnaire.items if one.id == item), None)
    if question is None or (question.kind == "text" and not value.strip()):
        return False
    return not misfit(question, value)


def begun(questionnaire: Questionnaire, state: ParentState) -> ParentState:
    """At the questions: where the parent was, or at the first thing there is to see.

    A sheet that was stopped after the last answer has none left: only to hand in.
    """
    if not state.items:
        return replace(state, begun=True, place="review")
    started = replace(state, begun=True, item=state.item or state.stops[0])
    return replace(started, place=questions_place(questionnaire, started))


def answered(
    questionnaire: Questionnaire, state: ParentState, given: Mapping[str, str]
) -> ParentState:
    """With these answers by item, and the items that they call for."""
    answers = {**state.answers, **given}
    return replace(
        state,
        answers=answers,
        declined=state.declined - set(given),
        items=_asked(questionnaire, answers),
        skipping=None,
    )


def taken_back(questionnaire: Questionnaire, state: ParentState, item: str) -> ParentState:
    """Without an answer to this item: it is open again."""
    answers = {one: value for one, value in state.answers.items() if one != item}
    return replace(state, answers=answers, items=_asked(questionnaire, answers))


def declined(questionnaire: Questionnaire, state: ParentState, item: str) -> ParentState:
    """Without an answer to this item, on purpose; one at a time, the next one is in view."""
    emptied = taken_back(questionnaire, state, item)
    skipped = replace(emptied, declined=state.declined | {item}, skipping=None)
    return after(skipped) if state.place == "question" else skipped


def left_blank(state: ParentState) -> tuple[str, ...]:
    """The lists in view from which nothing was ticked: who goes on has answered "none"."""
    seen = state.items
    if state.place == "question":
        seen = next((group for group in grouped(seen) if group[0].id == state.item), ())
    return tuple(
        one.id
        for one in seen
        if one.kind == "multiple" and not one.optional and not state.has_dealt_with(one.id)
    )


def after(state: ParentState) -> ParentState:
    """One stop on; from the last one, and from the page of all, to the review."""
    if state.place == "page" or state.position in {0, len(state.stops)}:
        return replace(state, place="review", skipping=None, trouble="")
    return replace(state, item=state.stops[state.position], skipping=None, trouble="")


def turned_to(questionnaire: Questionnaire, state: ParentState, item: str) -> ParentState:
    """Back at this item."""
    place = questions_place(questionnaire, state)
    return replace(state, place=place, item=item, skipping=None)


def _asked(questionnaire: Questionnaire, answers: Mapping[str, str]) -> tuple[Question, ...]:
    asked = set(asked_now(questionnaire.items, answers))
    return tuple(item for item in questionnaire.items if item.id in asked)
