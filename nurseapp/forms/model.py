"""The shape of a form.toml: read by msgspec, a misspelt key is an error, nothing is evaluated."""

from __future__ import annotations

from string import ascii_lowercase
from typing import Annotated, Literal

from msgspec import Meta, Struct
from msgspec.structs import force_setattr

from nurseapp.forms.age import AgeForm, AgeWindow, Prematurity
from nurseapp.forms.rule import AnyOf, TwoStage
from nurseapp.forms.scale import Scale, Value
from nurseapp.forms.standing import About
from nurseapp.forms.vocabulary import (
    Days,
    Id,
    ItemKind,
    Layout,
    Points,
    Role,
    Subject,
    Text,
    Topic,
    Words,
)

ItemId = Annotated[str, Meta(pattern=r"^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*\Z", max_length=20)]
OptionId = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\Z", max_length=20)]


class Option(Struct, frozen=True, forbid_unknown_fields=True):
    """One possible answer and what it is worth; where it is printed is its place in the list.

    Points may lack where nothing counts them, and where the key is the publisher's.
    """

    id: OptionId
    points: Points | None = None


class Critical(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Answers that call for a talk at once: from so many points, or these options."""

    points_at_least: Points | None = None
    options: tuple[str, ...] = ()
    guide: Id


class When(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """When an item is asked: one earlier item's answer, or all or any of several conditions.

    `answered`: something was chosen, ticked or written. `equals`: this option was chosen, or is
    among those ticked. `at_least`: the answer is worth so many points, all ticks together, or the
    number is so high.
    """

    item: str | None = None
    answered: Literal[True] | None = None
    equals: str | None = None
    at_least: Value | None = None
    all: tuple[When, ...] = ()
    any: tuple[When, ...] = ()


class Item(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One question, or with kind `information` a text between questions.

    `points = [3, 2, 1, 0]` is short for options "a" to "d" in printed order; "yes_no" has "a" for
    yes and "b" for no, with `points` for both. A `multiple` item may have any number of its
    options, none too, and is worth their sum. `minimum`, `maximum`, `decimals` and `unit` belong
    to a number, `longest` (signs) to a text.

    `topic` is a neutral word of our own for the nurse's table, never the wording. An `optional`
    item is never missing, and in a scale only if it is `multiple`: ticks that may be left.
    `stage` 2 is asked by the nurse, when the form's two-stage rule calls for it.
    """

    id: ItemId
    topic: Words
    kind: ItemKind = "choice"
    points: Annotated[tuple[Points, ...], Meta(max_length=26)] = ()
    options: Annotated[tuple[Option, ...], Meta(max_length=100)] = ()
    minimum: Annotated[float, Meta(ge=-10_000, le=10_000)] | None = None
    maximum: Annotated[float, Meta(ge=-10_000, le=10_000)] | None = None
    decimals: Annotated[int, Meta(ge=0, le=3)] = 0
    unit: Annotated[str, Meta(max_length=20)] = ""
    longest: Annotated[int, Meta(ge=1, le=4000)] | None = None
    critical: Critical | None = None
    show_when: When | None = None
    optional: bool = False
    stage: Literal[1, 2] = 1

    def __post_init__(self) -> None:
        if self.points and not self.options:
            spelt = tuple(map(Option, ascii_lowercase, self.points))
            force_setattr(self, "options", spelt)
        elif self.kind == "yes_no" and not self.options:
            force_setattr(self, "options", (Option("a"), Option("b")))

    @property
    def most(self) -> int:
        """The points of the best-paid answer; 0 where nothing counts."""
        worths = [option.points or 0 for option in self.options]
        return sum(worths) if self.kind == "multiple" else max(worths, default=0)


class Step(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Something that may be offered after a result, due within so many days of it.

    `verified` says that a source asks for it; other steps are a proposal to be edited locally.
    """

    id: Id
    name: Words
    due_days: Days
    verified: bool


class Repeat(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """When the form may be asked again after a result that calls for it, in days from it."""

    earliest_days: Days
    latest_days: Days
    verified: bool


class Form(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A questionnaire without its wording; a released one never changes, it gets a new version.

    `layout` is how it is shown unless the nurse chooses another of `layouts`; it is saved with
    the result, since layout shifts scores. `minutes` is the time it usually takes.
    `alone_required`: it opens only after the nurse has confirmed that the person is alone.

    `answered_by` "observer" is filled in by a professional and never handed over. `subject` is
    whose record the answers belong in. `anonymous` answers are stored without any link to a
    person. `off_hand_outs`: no paper that leaves with a parent ever names it. `series`: short
    entries repeated over time, shown beside each other. `not_scored` says
    why the instrument itself is not scored here; only what others found can be recorded.

    A family has `age_forms`; `family`, `age_form` and `gives_way_to` (a form's id) are set in the
    forms made of them, never in the file.
    `licensed` names what belongs to the publisher and comes from the clinic's licensed table:
    the cut-offs, or also the key (which items an age form has, and their points).
    """

    id: Id
    version: Annotated[int, Meta(ge=1, le=9999)]
    name: Text
    full_name: Text
    topic: Topic
    about: About
    answered_by: Annotated[tuple[Role, ...], Meta(min_length=1)]
    subject: Subject = "respondent"
    recall_days: Annotated[int, Meta(ge=1, le=1000)] | None = None
    ages: AgeWindow | None = None
    layout: Layout
    layouts: tuple[Layout, ...] = ()
    minutes: Annotated[int, Meta(ge=1, le=120)]
    alone_required: bool = False
    anonymous: bool = False
    off_hand_outs: bool = False
    series: bool = False
    not_scored: Words | None = None
    age_forms: tuple[AgeForm, ...] = ()
    prematurity: Prematurity | None = None
    licensed: tuple[Literal["cut_offs", "key"], ...] = ()
    items: Annotated[tuple[Item, ...], Meta(min_length=1, max_length=600)]
    scales: tuple[Scale, ...] = ()
    any_of: tuple[AnyOf, ...] = ()
    two_stage: TwoStage | None = None
    steps: tuple[Step, ...] = ()
    repeat: Repeat | None = None
    family: Id | None = None
    age_form: Id | None = None
    gives_way_to: Id | None = None

    def __post_init__(self) -> None:
        if not self.layouts:
            force_setattr(self, "layouts", (self.layout,))

    def __hash__(self) -> int:
        """Quick, and possible though weights are a dict; equality still looks at everything."""
        return hash((self.id, self.version))

    def item(self, item_id: str) -> Item:
        """The item of that id; KeyError if there is none."""
        return {item.id: item for item in self.items}[item_id]

    def step(self, step_id: str) -> Step:
        """The step of that id; KeyError if there is none."""
        return {step.id: step for step in self.steps}[step_id]
