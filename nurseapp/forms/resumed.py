"""What is left to ask of a sheet that was begun before: nothing that was answered comes again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from nurseapp.forms.beside import grouped
from nurseapp.forms.question import Question
from nurseapp.forms.visibility import Condition, Either, Every


def still_asked(
    questions: Iterable[Question], answers: Mapping[str, str | None]
) -> tuple[Question, ...]:
    """The questions without those answered or declined (None), their conditions made up to date.

    A condition keeps only what hangs on questions that are still to be asked, since whoever asks
    them knows nothing of the others. A tick beside a question goes with it, and a text between
    questions with the last of those it stands before.
    """
    questions = tuple(questions)
    shown: dict[str, Condition | bool] = {}
    for question in questions:
        condition = question.show_when
        shown[question.id] = True if condition is None else _left_of(condition, answers, shown)
    heads = {one.id: group[0].id for group in grouped(questions) for one in group}
    left = [
        replace(one, show_when=_condition(shown[one.id]))
        for one in questions
        if one.id not in answers and heads[one.id] not in answers and shown[one.id] is not False
    ]
    return tuple(_without_lonely_texts(left))


def _left_of(
    condition: Condition,
    answers: Mapping[str, str | None],
    shown: Mapping[str, Condition | bool],
) -> Condition | bool:
    """What is left of the condition, or whether it holds; `shown` has the items before it."""
    if isinstance(condition, Every | Either):
        return _parts_left(condition, [_left_of(one, answers, shown) for one in condition.of])
    asked = shown[condition.item]
    if condition.item not in answers:
        return condition if asked is not False else False
    answer = answers[condition.item]
    return asked if answer is not None and condition.met_by(answer) else False


def _parts_left(whole: Every | Either, parts: list[Condition | bool]) -> Condition | bool:
    decided = isinstance(whole, Either)  # one True settles "either", one False "every"
    if decided in parts:
        return decided
    left = tuple(part for part in parts if not isinstance(part, bool))
    if not left:
        return not decided
    return left[0] if len(left) == 1 else type(whole)(left)


def _condition(shown: Condition | bool) -> Condition | None:
    return None if isinstance(shown, bool) else shown


def _without_lonely_texts(left: list[Question]) -> list[Question]:
    """Leaves out a text with no question between it and the next text, or the end."""
    kept: list[Question] = []
    for one in reversed(left):
        if one.kind != "information" or (kept and kept[-1].kind != "information"):
            kept.append(one)
    return kept[::-1]
