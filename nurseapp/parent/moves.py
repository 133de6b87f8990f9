"""From one state to the next, as plain values: what answering, skipping and going on lead to."""

from __future__ import annotations

from dataclasses import replace

from nurseapp.forms.questionnaire import Questionnaire
from nurseapp.forms.visibility import asked_now
from nurseapp.parent.state import ParentState, Place


def opening(questionnaire: Questionnaire, language: str, text_step: int) -> ParentState:
    """The opening page."""
    asked = asked_now(questionnaire.items, {})
    return ParentState(language=language, text_step=text_step, asked=asked)


def questions_place(questionnaire: Questionnaire, state: ParentState) -> Place:
    """Where the questions stand; the opening page before the beginning, and if none is left."""
    if not state.begun or not state.asked:
        return "welcome"
    return "page" if questionnaire.layout == "page" else "question"


def has_option(questionnaire: Questionnaire, item: str, option: str) -> bool:
    """Whether the item can be answered so."""
    return any(one.id == item and option in one.options for one in questionnaire.items)


def begun(questionnaire: Questionnaire, state: ParentState) -> ParentState:
    """At the questions: where the parent was, or the first one that is open.

    A sheet that was stopped after the last answer has none left: only to hand in.
    """
    if not state.asked:
        return replace(state, begun=True, place="review")
    first = next(iter(state.unanswered), state.asked[0])
    started = replace(state, begun=True, item=state.item or first)
    return replace(started, place=questions_place(questionnaire, started))


def answered(
    questionnaire: Questionnaire, state: ParentState, item: str, option: str
) -> ParentState:
    """With this answer, and the items that it calls for."""
    answers = {**state.answers, item: option}
    return replace(
        state,
        answers=answers,
        declined=state.declined - {item},
        asked=asked_now(questionnaire.items, answers),
        skipping=None,
    )


def declined(questionnaire: Questionnaire, state: ParentState, item: str) -> ParentState:
    """Without an answer to this item, on purpose; one at a time, the next one is in view."""
    answers = {one: option for one, option in state.answers.items() if one != item}
    skipped = replace(
        state,
        answers=answers,
        declined=state.declined | {item},
        asked=asked_now(questionnaire.items, answers),
        skipping=None,
    )
    return after(skipped) if state.place == "question" else skipped


def after(state: ParentState) -> ParentState:
    """One question on; from the last one, and from the page of all, to the review."""
    if state.place == "page" or state.position in {0, len(state.asked)}:
        return replace(state, place="review", skipping=None, trouble="")
    return replace(state, item=state.asked[state.position], skipping=None, trouble="")


def turned_to(questionnaire: Questionnaire, state: ParentState, item: str) -> ParentState:
    """Back at this item."""
    place = questions_place(questionnaire, state)
    return replace(state, place=place, item=item, skipping=None)
