"""Which items belong to the question before them."""

from __future__ import annotations

from collections.abc import Iterable

from nurseapp.forms.question import Question

Group = tuple[Question, ...]
"""A question of its own, and the single ticks that are printed beside it."""


def is_beside(question: Question) -> bool:
    """Whether it is one tick that may be left, such as "this worries me" beside a question."""
    return question.kind == "multiple" and question.optional and len(question.options) == 1


def grouped(questions: Iterable[Question]) -> tuple[Group, ...]:
    """The questions in printed order, each with the ticks beside it."""
    groups: list[list[Question]] = []
    for question in questions:
        if groups and is_beside(question) and groups[-1][0].kind != "information":
            groups[-1].append(question)
        else:
            groups.append([question])
    return tuple(tuple(group) for group in groups)
