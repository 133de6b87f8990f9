"""Invented forms to score: a few words for each part, so that a test shows only what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from nurseapp.forms.cut_off import Respondent
from nurseapp.forms.model import Form, Item, When
from nurseapp.forms.outcome import Outcome, ScaleOutcome
from nurseapp.forms.scale import CutOff, Scale, Whom
from nurseapp.forms.scoring import Scorer
from nurseapp.forms.standing import About, Rights
from nurseapp.forms.vocabulary import Comparison, Words

WORDS = Words(nb="x")
ABOUT = About(
    purpose=WORDS,
    evidence=WORDS,
    rights=Rights(holder="x", wording="own", print_blank=True, note=WORDS),
)
MOTHER = Respondent(role="mother")


def a_cut_off(
    name: str, comparison: Comparison, value: float, whom: Whom | None = None, **more: object
) -> CutOff:
    """A default, with its source named after it."""
    return CutOff(
        id=name,
        comparison=comparison,
        value=value,
        whom=whom,
        source=f"Source of {name}",
        population=WORDS,
        verified=True,
        default=True,
        **more,  # type: ignore[arg-type]
    )


def a_form(items: list[Item], *scales: Scale, **more: object) -> Form:
    """A form of these items."""
    settings: dict[str, object] = {"answered_by": ("mother", "pregnant"), **more}
    return Form(
        id="invented",
        version=1,
        name="Invented",
        full_name="Invented",
        topic="parents",
        layout="page",
        minutes=1,
        about=ABOUT,
        items=tuple(items),
        scales=scales,
        **settings,  # type: ignore[arg-type]
    )


def an_item(name: str, *points: int, when: When | None = None, **more: object) -> Item:
    """An item with options a, b, c ... worth these points."""
    return Item(id=name, topic=WORDS, points=points, show_when=when, **more)  # type: ignore[arg-type]


def a_scale(items: str, *cut_offs: CutOff, **more: object) -> Scale:
    """A scale over items that are named by one sign each; a refusing sum unless told."""
    settings: dict[str, object] = {
        "id": "total", "kind": "sum", "missing": "refuse", "concern": "high", **more
    }  # fmt: skip
    return Scale(name=WORDS, items=tuple(items), cut_offs=cut_offs, **settings)  # type: ignore[arg-type]


def outcome_of(form: Form, respondent: Respondent = MOTHER, /, **answers: str) -> Outcome:
    """What a sheet comes to; the answer to item 1 is called `_1`."""
    return Scorer(form).score({name[1:]: answer for name, answer in answers.items()}, respondent)


def only_scale(form: Form, /, **answers: str) -> ScaleOutcome:
    """What a sheet comes to on the form's only scale."""
    (scale,) = outcome_of(form, **answers).scales
    return scale


def points_of(item: Item, answer: str) -> int:
    """What an answer is worth, reckoned here and nowhere else."""
    chosen = answer.split() if item.kind == "multiple" else [answer]
    return sum(
        option.points or 0 for name in chosen for option in item.options if option.id == name
    )


def asked(form: Form, answers: Mapping[str, str]) -> list[Item]:
    """The items that are asked on a sheet where none lacks, by the definition of `show_when`."""
    found: dict[str, Item] = {}
    for item in form.items:
        if item.show_when is None or _holds(item.show_when, found, answers):
            found[item.id] = item
    return list(found.values())


def _holds(when: When, found: Mapping[str, Item], answers: Mapping[str, str]) -> bool:
    if when.all or when.any:
        parts = [_holds(one, found, answers) for one in when.all or when.any]
        return all(parts) if when.all else any(parts)
    item = found.get(when.item or "")
    if item is None or item.id not in answers:
        return False
    answer = answers[item.id]
    if when.equals is not None:
        return when.equals in answer.split()
    if when.at_least is not None:
        number = float(answer) if item.kind == "number" else points_of(item, answer)
        return number >= when.at_least
    return answer.strip() != ""


def whole_score(form: Form, scale: Scale, answers: Mapping[str, str]) -> Fraction:
    """The exact score of a sheet on which every asked item is answered, by the definitions."""
    counted = [item for item in asked(form, answers) if item.id in scale.items]
    worths = {item.id: points_of(item, answers[item.id]) for item in counted if item.id in answers}
    required = [item for item in counted if not item.optional]
    match scale.kind:
        case "sum":
            return Fraction(sum(worths.values()))
        case "weighted":
            return Fraction(sum(scale.weights[name] * worth for name, worth in worths.items()))
        case "count_at_least":
            return Fraction(sum(worth >= (scale.count_from or 0) for worth in worths.values()))
        case "worst_of":
            return Fraction(max(worths.values(), default=0))
        case "mean":
            return Fraction(sum(worths.values()), len(required) or 1)
