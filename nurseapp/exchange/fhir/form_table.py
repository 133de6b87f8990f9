"""A form of ours made of what was understood of a file, as the table a form.toml would hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from nurseapp.base.errors import FhirError
from nurseapp.base.text import _, mark
from nurseapp.exchange.fhir.asked import Asked, asked
from nurseapp.exchange.fhir.conditions import condition
from nurseapp.exchange.fhir.scores import Counting, StatedScore, counted, is_group_score, is_score
from nurseapp.exchange.fhir.source import Source
from nurseapp.exchange.fhir.standing import about, form_id, in_all, in_words
from nurseapp.exchange.fhir.texts import shown, texts_of
from nurseapp.forms.model import When

VERSION: Final = 1
_QUESTIONS_A_MINUTE: Final = 4
_MOST_MINUTES: Final = 120

_Row = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What a file comes to: its questions in printed order, when each is asked, what is counted.

    `always_shown` are those whose condition in the file could not be taken over.
    """

    source: Source
    questions: Mapping[str, Asked]
    conditions: Mapping[str, When]
    always_shown: frozenset[str]
    counting: Counting = field(default_factory=Counting)


def understood(source: Source, *, add_up: bool) -> Understood:
    """The questions, conditions and scores; `source` is told of all that cannot be taken over."""
    questions: dict[str, Asked] = {}
    for place in source.items:
        found = None if is_score(place.item) else asked(place, source)
        if found is not None:
            questions[place.item.link_id] = found
    conditions: dict[str, When] = {}
    always: set[str] = set()
    for name, one in questions.items():
        try:
            when = condition(one.placed, questions)
        except FhirError as error:
            always.add(name)
            says = _("{why} Punktet vises alltid.").format(why=error.facts["why"])
            source.leave(one.placed.item, _("betingelsen"), says)
        else:
            conditions |= {} if when is None else {name: when}
    counting = counted(source, questions, always, add_up=add_up)
    return Understood(
        source=source,
        questions=questions,
        conditions=conditions,
        always_shown=frozenset(always),
        counting=counting,
    )


def form_table(found: Understood) -> dict[str, object]:
    """The form; it has still to be held against the shape and the meaning of a form."""
    questionnaire = found.source.questionnaire
    title = texts_of(questionnaire.title, questionnaire.title_element, found.source.main)
    name = shown(title.get(found.source.main) or questionnaire.name) or form_id(questionnaire)
    asking = sum(one.kind != "information" for one in found.questions.values())
    scales = list(_scales(found))
    return {
        "id": form_id(questionnaire),
        "version": VERSION,
        "name": name,
        "full_name": name,
        "topic": "parents",
        "about": about(questionnaire, scored=bool(scales)),
        "answered_by": ["mother", "pregnant", "father", "other_carer"],
        "layout": "page",
        "layouts": ["page", "one_at_a_time"],
        "minutes": min(1 + asking // _QUESTIONS_A_MINUTE, _MOST_MINUTES),
        "items": list(_items(found)),
        "scales": scales,
    }


def scale_ids(stated: tuple[StatedScore, ...]) -> list[tuple[StatedScore, str]]:
    """Each score of the file with the id of its scale; scores that add the same are one scale."""
    known: dict[tuple[tuple[str, int], ...], str] = {}
    named: list[tuple[StatedScore, str]] = []
    most = max((len(one.weights) for one in stated), default=0)
    for one in stated:
        key = tuple(sorted(one.weights.items()))
        if key not in known:
            total = len(one.weights) == most and "total" not in known.values()
            known[key] = "total" if total else f"sum-{len(known) + 1}"
        named.append((one, known[key]))
    return named


def _items(found: Understood) -> Iterator[_Row]:
    number = 0
    counts = {name for one in found.counting.stated for name in one.weights}
    for name, one in found.questions.items():
        shown_when = found.conditions.get(name)
        row: _Row = {"id": one.id, "kind": one.kind}
        if shown_when is not None:
            row["show_when"] = _when(shown_when)
        if one.kind == "information":
            yield row | {"topic": in_all(mark("Tekst"))}
            continue
        number += 1
        needed = name in counts or (one.placed.item.required and not one.open)
        row["optional"] = name in found.always_shown or not needed
        row["topic"] = in_all(mark("Spørsmål {number}"), number=number)
        yield row | _details(one, found.counting.points.get(name, {}))
        if one.open:
            other = {"id": one.other_id, "kind": "text", "optional": True, "longest": 255}
            topic = in_all(mark("Spørsmål {number}, annet svar"), number=number)
            yield row | other | {"topic": topic}


def _details(one: Asked, points: Mapping[str, int]) -> _Row:
    row: _Row = {}
    if one.choices:
        row["options"] = [
            {"id": choice.id} | ({"points": points[choice.id]} if choice.id in points else {})
            for choice in one.choices
        ]
    if one.limits is not None:
        limits = one.limits
        row |= {"decimals": limits.decimals, "unit": limits.unit}
        row |= {"minimum": limits.minimum} if limits.minimum is not None else {}
        row |= {"maximum": limits.maximum} if limits.maximum is not None else {}
    if one.longest is not None:
        row["longest"] = one.longest
    return row


def _when(when: When) -> _Row:
    row: _Row = {name: [_when(one) for one in getattr(when, name)] for name in ("all", "any")}
    row |= {name: getattr(when, name) for name in ("item", "answered", "equals", "at_least")}
    return {name: value for name, value in row.items() if value not in (None, [])}


def _scales(found: Understood) -> Iterator[_Row]:
    told: set[str] = set()
    ids = {name: one.id for name, one in found.questions.items()}
    for stated, scale in scale_ids(found.counting.stated):
        if scale in told:
            continue
        told.add(scale)
        weighted = any(weight != 1 for weight in stated.weights.values())
        weights = {ids[name]: weight for name, weight in stated.weights.items()}
        row: _Row = {
            "id": scale,
            "name": _scale_name(stated, found.source.main),
            "kind": "weighted" if weighted else "sum",
            "items": [one for name, one in ids.items() if name in stated.weights],
            "missing": "refuse",
            "concern": "high",
        }
        yield row | ({"weights": weights} if weighted else {})


def _scale_name(stated: StatedScore, main: str) -> _Row:
    """The file's word for the score; the sum of a group is called as the group."""
    if stated.place is None:
        return in_all(mark("Sum"))
    item = stated.place.item
    if is_group_score(item):
        item = next((one.item for one in reversed(stated.place.above) if one.item.text), item)
    texts = texts_of(item.text, item.text_element, main)
    return in_words(texts, main) if main in texts else in_all(mark("Sum"))
