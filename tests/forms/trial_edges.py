"""What a form's golden cases leave untouched, read from its two files and from nothing else."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from math import ceil, floor, gcd
from pathlib import Path
from string import ascii_lowercase
from typing import Any

Table = dict[str, Any]
Key = dict[str, list[int]]


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One case as a scale sees it: its answers, and what the case says of the scale."""

    case: Table
    said: Table
    items: dict[str, list[int]]

    @property
    def score(self) -> float | None:
        return self.said.get("score")

    @property
    def lacking(self) -> int:
        return sum(item not in self.case["answers"] for item in self.items)


@dataclass(frozen=True, kw_only=True)
class Edge:
    """A cut-off that is used: a default of the form, or one of the case file's invented table."""

    scale: str
    high: bool
    comparison: str
    value: float
    monitoring: float | None = None
    whom: Table = field(default_factory=dict)

    def met_by(self, case: Table) -> bool:
        seen = {"role": case.get("role"), "sex": case.get("child_sex"), "age": case.get("age_form")}
        return all(seen[word] == wanted for word, wanted in self.whom.items())


def read(path: Path) -> Table:
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def untouched(form: Table, file: Table) -> Iterator[str]:
    """Each edge of the form that no case stands at, in a sentence."""
    cases = file.get("cases", [])
    yield from _outcomes(cases)
    for scale in form.get("scales", []):
        sheets = [*_sheets(form, file, scale)]
        if not _asked_later(form, scale):
            yield from _ends(scale, sheets)
            yield from _missing(scale, sheets)
        yield from _cut_offs(form, file, scale, sheets)
    yield from _criticals(form, cases)
    yield from _rules(form, cases)


def _outcomes(cases: list[Table]) -> Iterator[str]:
    for complete in (True, False):
        if not any(case["expect"]["complete"] is complete for case in cases):
            yield f"no sheet with complete = {complete}"
    names = [case["name"] for case in cases]
    yield from (f"two cases are called {name}" for name in {*names} if names.count(name) > 1)


def _points(item: Table) -> list[int]:
    return item.get("points") or [option["points"] for option in item.get("options", [])]


def _key(form: Table, file: Table, scale: Table, age: str | None) -> Key:
    """Points by item; an age form's licensed key says which items there are."""
    licensed: Key | None = file.get("values", {}).get("keys", {}).get(age)
    if licensed is not None or "key" in form.get("licensed", []):
        return licensed or {}
    items = {item["id"]: item for item in form["items"]}
    asked = [items[one] for one in scale["items"] if not items[one].get("optional")]
    return {item["id"]: _points(item) for item in asked}


def _sheets(form: Table, file: Table, scale: Table) -> Iterator[Sheet]:
    alone = len(form["scales"]) == 1
    for case in file.get("cases", []):
        expect = case["expect"]
        here = alone or case.get("scale") == scale["id"]
        said = expect.get("scales", {}).get(scale["id"], expect if here else None)
        key = _key(form, file, scale, case.get("age_form"))
        if said is not None and key:
            yield Sheet(case=case, said=said, items=key)


def _step(form: Table, scale: Table) -> int:
    """How far apart two scores can be: who-5's index goes by fours, an area of ASQ by fives."""
    if "key" in form.get("licensed", []):
        return 5
    weights = scale.get("weights", {})
    worth = {item["id"]: _points(item) for item in form["items"]}
    return gcd(*(p * weights.get(one, 1) for one in scale["items"] for p in worth[one]))


def _asked_later(form: Table, scale: Table) -> bool:
    """Whether its items depend on other answers, so that nobody is ever asked all of them."""
    return any(item.get("show_when") for item in form["items"] if item["id"] in scale["items"])


def _ends(scale: Table, sheets: list[Sheet]) -> Iterator[str]:
    """Printed order is one thing and points another, so both have their ends touched."""
    for what, reached in _ALL_ENDS.items():
        if not any(not sheet.lacking and reached(sheet) for sheet in sheets):
            yield f"{scale['id']}: no sheet {what}"


def _printed(place: int) -> Callable[[Sheet], bool]:
    def held(sheet: Sheet) -> bool:
        return all(
            sheet.case["answers"][item] == ascii_lowercase[: len(points)][place]
            for item, points in sheet.items.items()
        )

    return held


def _worth(end: Callable[[Iterable[int]], int]) -> Callable[[Sheet], bool]:
    def held(sheet: Sheet) -> bool:
        return all(
            points[ascii_lowercase.index(sheet.case["answers"][item])] == end(points)
            for item, points in sheet.items.items()
        )

    return held


_ALL_ENDS = {
    "at the top": _printed(0),
    "at the bottom": _printed(-1),
    "with the least points": _worth(min),
    "with the most points": _worth(max),
}


def _missing(scale: Table, sheets: list[Sheet]) -> Iterator[str]:
    """A rule for missing answers is touched at the last number it allows and at the next."""
    allowed = scale.get("missing_at_most", 0)
    if "adjust_from" in scale:
        first = scale["adjust_from"]
        wanted = [(first - 1, True), (first, True)]
    else:
        wanted = [(allowed, True), (allowed + 1, False)]
    for lacking, scored in wanted:
        held = (
            sheet.lacking == lacking and (sheet.score is not None) is scored for sheet in sheets
        )
        if not any(held):
            yield f"{scale['id']}: no sheet with {lacking} missing and scored = {scored}"


def _edges(form: Table, file: Table, scale: Table) -> list[Edge]:
    high = scale["concern"] == "high"
    own = [one for one in scale.get("cut_offs", []) if one.get("default")]
    loaded = file.get("values", {}).get("cut_offs", [])
    edges = [_edge(scale, high, one, one.get("for", {})) for one in own]
    for one in loaded:
        if one["scale"] == scale["id"]:
            comparison = {"comparison": ">=" if high else "<"}
            edges.append(_edge(scale, high, one | comparison, {"age": one["age_form"]}))
    return edges


def _edge(scale: Table, high: bool, cut_off: Table, whom: Table) -> Edge:
    return Edge(
        scale=scale["id"],
        high=high,
        comparison=cut_off["comparison"],
        value=cut_off["value"],
        monitoring=cut_off.get("monitoring"),
        whom=whom,
    )


def _cut_offs(form: Table, file: Table, scale: Table, sheets: list[Sheet]) -> Iterator[str]:
    edges = _edges(form, file, scale)
    step = _step(form, scale)
    if not edges and "cut_offs" in form.get("licensed", []):
        yield f"{scale['id']}: no invented cut-off to hold the cases against"
    for edge in edges:
        nearer = [other for other in edges if len(other.whom) > len(edge.whom)]
        mine = [
            sheet
            for sheet in sheets
            if edge.met_by(sheet.case) and not any(other.met_by(sheet.case) for other in nearer)
        ]
        for what, score, word, there in _sides(edge, step):
            held = (
                sheet.score == score and (edge.value in sheet.said.get(word, [])) is there
                for sheet in mine
            )
            if not any(held):
                yield f"{edge.scale} {edge.comparison} {edge.value} {edge.whom}: {what}, {score}"


def _sides(edge: Edge, step: int) -> Iterator[tuple[str, float, str, bool]]:
    """The two scores that stand nearest to the cut-off, and to the far end of its zone."""
    above = step * (
        ceil(edge.value / step) if edge.comparison in {">=", "<"} else floor(edge.value / step) + 1
    )
    last, first = (above, above - step) if edge.high else (above - step, above)
    yield "no sheet just reaches it", last, "flags", True
    yield "no sheet is just short of it", first, "flags", False
    if edge.monitoring is None:
        return
    ends = (ceil if edge.high else floor)(edge.monitoring / step) * step
    yield "no sheet is just in its zone", ends, "monitoring", True
    beyond = ends - step if edge.high else ends + step
    yield "no sheet is just outside its zone", beyond, "monitoring", False


def _criticals(form: Table, cases: list[Table]) -> Iterator[str]:
    for item in form["items"]:
        if "critical" not in item:
            continue
        marks = dict(zip(ascii_lowercase, _points(item), strict=False))
        bar = item["critical"].get("points_at_least")
        named = item["critical"].get("options", [])
        calling = {m for m, p in marks.items() if m in named or (bar is not None and p >= bar)}
        mildest = min((marks[m] for m in calling), default=0)
        given = [(c, c["answers"].get(item["id"])) for c in cases]
        told = {m for c, m in given if item["id"] in c["expect"].get("critical", [])}
        if not any(m in calling and marks[m] == mildest for m in told):
            yield f"item {item['id']}: no sheet with its mildest critical answer"
        if not any(m in marks and m not in calling for _, m in given):
            yield f"item {item['id']}: no sheet with an answer that is not critical"


def _rules(form: Table, cases: list[Table]) -> Iterator[str]:
    for rule in form.get("any_of", []):
        for there in (True, False):
            if not any((rule["id"] in c["expect"].get("any_of", [])) is there for c in cases):
                yield f"{rule['id']}: no sheet with reached = {there}"
    if stages := form.get("two_stage"):
        first, last = stages["from"], stages["to"]
        for score in (first - 1, first, last, last + 1):
            yield from _stage(stages["first"], score, first <= score <= last, cases)


def _stage(scale: str, score: int, called: bool, cases: list[Table]) -> Iterator[str]:
    for case in cases:
        said = case["expect"].get("scales", {}).get(scale, {})
        if said.get("score") == score and case["expect"].get("stage_two", False) is called:
            return
    yield f"{scale}: no sheet at {score} with stage_two = {called}"
