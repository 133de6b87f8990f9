"""What the file wants counted, as scales of ours; or, item by item, why it cannot be.

Helsenorge's codes mean what its form filler does with them: TS is the sum of all questions with
QS, SS the sum of those in the same group and the groups inside it; an answer without a value is
worth 0 (github.com/helsenorge/refero, scoringCalculator).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from nurseapp.base.errors import FhirError
from nurseapp.base.text import _
from nurseapp.exchange.fhir.answer_options import points_of
from nurseapp.exchange.fhir.asked import Asked
from nurseapp.exchange.fhir.formulas import Counted, SumReader, Weights
from nurseapp.exchange.fhir.placed import PlacedItem
from nurseapp.exchange.fhir.resources import Element, Item, of_url
from nurseapp.exchange.fhir.source import Source
from nurseapp.exchange.fhir.urls import (
    CALCULATED,
    CALCULATED_ELSEWHERE,
    HELSENORGE_FORMULAS,
    VARIABLE,
)

_FHIRPATH: Final = "text/fhirpath"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedScore:
    """An item of the file that holds a score; it is computed here, and never asked for.

    `place` is None where the file has no such item and a person has asked for the sum of all.
    """

    place: PlacedItem | None
    weights: Weights


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """All that is counted: the scores, the points by item and option, and whether all could be."""

    stated: tuple[StatedScore, ...] = ()
    points: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


def is_score(item: Item) -> bool:
    """Whether an item holds a sum or a formula instead of asking anything."""
    if item.type in {"group", "display"}:
        return False
    return _formula_code(item) in {"SS", "TS"} or any(
        of_url(item, CALCULATED, *CALCULATED_ELSEWHERE)
    )


def is_group_score(item: Item) -> bool:
    """Whether an item holds the sum of its own group."""
    return _formula_code(item) == "SS"


def counted(
    source: Source,
    questions: Mapping[str, Asked],
    always_shown: Iterable[str],
    *,
    add_up: bool = False,
) -> Counting:
    """The scores of the file; empty if any of them cannot be, each of which `source` is told.

    `always_shown` are items whose condition could not be taken over: no score may count them.
    `add_up` is a person's word that all points are to be added, where the file says nothing.
    """
    points = {name: found for name, one in questions.items() if (found := _points(one, source))}
    totals = [place for place in source.items if is_score(place.item)]
    unknown = [place for place in source.items if _is_uncountable(place.item, questions)]
    for place in unknown:
        says = _("Spørsmålet skal telle med, men har ingen svar med poeng.")
        source.leave(place.item, _("poeng"), says)
    stated = _stated(source, questions, points, frozenset(always_shown), totals)
    if unknown or len(stated) < len(totals):
        stated = []
    if points and not totals and not unknown:
        stated = _added_up(source, questions, points, frozenset(always_shown), asked_for=add_up)
    filled = {name for one in stated for name in one.weights}
    full = {
        name: _filled(questions[name], found)
        for name, found in points.items()
        if name in filled or len(found) == len(questions[name].choices)
    }
    return Counting(stated=tuple(stated), points=full)


def _stated(
    source: Source,
    questions: Mapping[str, Asked],
    points: Mapping[str, Mapping[str, int]],
    always_shown: frozenset[str],
    totals: Iterable[PlacedItem],
) -> list[StatedScore]:
    """Those scores of the file that are understood; `source` is told of the others."""
    reader = _reader(source, points)
    stated = []
    for place in totals:
        try:
            weights = _weights(place, source, reader)
            _refuse_uncountable(weights, points, source)
            _refuse_unclear(weights, questions, always_shown)
            if not _formula_code(place.item):
                _refuse_half_worth(weights, questions)
            stated.append(StatedScore(place=place, weights=weights))
        except FhirError as error:
            source.leave(place.item, _("skåren"), str(error.facts["why"]))
    return stated


def _added_up(
    source: Source,
    questions: Mapping[str, Asked],
    points: Mapping[str, Mapping[str, int]],
    always_shown: frozenset[str],
    *,
    asked_for: bool,
) -> list[StatedScore]:
    """The sum of everything with points, if somebody asked for it."""
    if not asked_for:
        says = _("Svarene har poeng, men filen sier ikke hvordan de legges sammen.")
        source.leave(None, _("skåren"), says)
        return []
    weights = dict.fromkeys(points, 1)
    try:
        _refuse_uncountable(weights, points, source)
        _refuse_unclear(weights, questions, always_shown)
        _refuse_half_worth(weights, questions)
    except FhirError as error:
        source.leave(None, _("skåren"), str(error.facts["why"]))
        return []
    return [StatedScore(place=None, weights=weights)]


def _formula_code(item: Item) -> str:
    """Helsenorge's QS, SS or TS; empty for an item without one."""
    codes = [one.code for one in item.code if one.system == HELSENORGE_FORMULAS]
    return next((code for code in codes if code in {"QS", "SS", "TS"}), "")


def _points(one: Asked, source: Source) -> dict[str, int]:
    """Points by option id, of the answers that the file gives a worth; empty if there are none."""
    worths = {choice.id: choice.worth for choice in one.choices if choice.worth is not None}
    points = {name: points_of(worth) for name, worth in worths.items()}
    if None in points.values():
        says = _("Poengene er ikke hele tall fra 0 til 100, og brukes ikke.")
        source.leave(one.placed.item, _("poeng"), says)
        return {}
    return {name: worth for name, worth in points.items() if worth is not None}


def _is_uncountable(item: Item, questions: Mapping[str, Asked]) -> bool:
    """Whether a question of Helsenorge's has no answers that could be worth anything."""
    if _formula_code(item) != "QS":
        return False
    found = questions.get(item.link_id)
    return found is None or all(choice.worth is None for choice in found.choices)


def _reader(source: Source, points: Mapping[str, Mapping[str, int]]) -> SumReader:
    worth_something = {
        place.item.link_id: Counted(
            link_id=place.item.link_id, above=tuple(one.item.link_id for one in place.above)
        )
        for place in source.items
        if place.item.link_id in points
    }
    elements: list[Element] = [source.questionnaire, *(place.item for place in source.items)]
    variables: dict[str, str] = {}
    for element in elements:
        for one in of_url(element, VARIABLE):
            told = one.value_expression
            if told is not None and told.language == _FHIRPATH:
                # The same name in two places means two things: then it means nothing here.
                doubled = told.name in variables
                variables[told.name] = "" if doubled else told.expression
    return SumReader(worth_something, variables)


def _weights(place: PlacedItem, source: Source, reader: SumReader) -> Weights:
    """What is added to this score, by code or by formula; both must say the same."""
    told = []
    code = _formula_code(place.item)
    if code in {"SS", "TS"}:
        told.append(_by_code(place, code, source))
    for one in of_url(place.item, CALCULATED, *CALCULATED_ELSEWHERE):
        formula = one.value_expression
        language = _FHIRPATH if formula is None else formula.language
        text = (one.value_string or "") if formula is None else formula.expression
        if language != _FHIRPATH:
            raise FhirError(why=_("Formelen er skrevet i et annet språk enn FHIRPath."))
        told.append(reader.weights(text))
    if any(one != told[0] for one in told):
        raise FhirError(why=_("Koden og formelen sier ikke det samme."))
    return told[0]


def _by_code(place: PlacedItem, code: str, source: Source) -> Weights:
    group = place.above if code == "SS" else ()
    weights = {
        one.item.link_id: 1
        for one in source.items
        if _formula_code(one.item) == "QS" and one.above[: len(group)] == group
    }
    if not weights:
        raise FhirError(why=_("Ingen spørsmål er merket med at de skal telle med."))
    return weights


def _refuse_uncountable(
    weights: Weights, points: Mapping[str, Mapping[str, int]], source: Source
) -> None:
    if any(name not in points for name in weights):
        raise FhirError(why=_("Summen tar med et spørsmål uten poeng."))
    inside = (one.above for one in source.items if one.item.link_id in weights)
    if any(group.item.repeats for above in inside for group in above):
        raise FhirError(why=_("Summen går over en gruppe som kan gjentas."))


def _refuse_unclear(
    weights: Weights, questions: Mapping[str, Asked], always_shown: frozenset[str]
) -> None:
    if always_shown & set(weights):
        says = _("Summen tar med et spørsmål som her alltid vises, men ikke i filen.")
        raise FhirError(why=says)
    if any(questions[name].open for name in weights):
        raise FhirError(why=_("Summen tar med et spørsmål der en kan skrive et eget svar."))


def _refuse_half_worth(weights: Weights, questions: Mapping[str, Asked]) -> None:
    """A formula says nothing clear of an answer without a worth, or of several answers at once."""
    asked = [questions[name] for name in weights]
    if any(choice.worth is None for one in asked for choice in one.choices):
        raise FhirError(why=_("Summen tar med et svar uten poeng."))
    if any(one.kind == "multiple" for one in asked):
        raise FhirError(why=_("Summen tar med et spørsmål med flere svar."))


def _filled(one: Asked, points: Mapping[str, int]) -> dict[str, int]:
    """Points of every answer of an item that counts: 0 where the file says nothing."""
    return {choice.id: points.get(choice.id, 0) for choice in one.choices}
