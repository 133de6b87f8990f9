"""A form's table with one thing changed: every change that could make a sheet come out otherwise."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from math import gcd
from typing import Any

Table = dict[str, Any]
Change = tuple[str, Table]

RULES: dict[str, dict[str, int]] = {
    "refuse": {},
    "zero": {},
    "prorate": {"missing_at_most": 1},
    "adjust": {"missing_at_most": 1},
}


def changes(form: Table) -> Iterator[Change]:
    """Each change in words, and the form with it; some of them make a form that does not hold."""
    scored = {item for scale in form.get("scales", []) for item in scale["items"]}
    for place, item in enumerate(form["items"]):
        yield from _item(form, place, item, scored=item["id"] in scored)
    for place, scale in enumerate(form.get("scales", [])):
        yield from _scale(form, place, scale)
        yield from _missing(form, place, scale)
        for at in range(len(scale.get("cut_offs", []))):
            yield from _cut_off(form, place, at)
    yield from _rules(form)


def _but(form: Table, change: Callable[[Table], object]) -> Table:
    changed = copy.deepcopy(form)
    change(changed)
    return changed


def _item(form: Table, place: int, item: Table, *, scored: bool) -> Iterator[Change]:
    def but(change: Callable[[Table], object]) -> Table:
        return _but(form, lambda changed: change(changed["items"][place]))

    named = f"item {item['id']}"
    for option, worth in enumerate(item.get("points", []) if scored else []):
        more = _set_at("points", option, worth + 1)
        yield f"{named}: option {option} is worth one more", but(more)
    for word in ("critical", "show_when"):
        if word in item and (scored or not item.get("optional")):
            yield f"{named}: without {word}", but(_without(word))
    if "points_at_least" in item.get("critical", {}):
        later = item["critical"] | {"points_at_least": item["critical"]["points_at_least"] + 1}
        yield f"{named}: critical one point later", but(_set("critical", later))
    if item.get("kind") != "information" and not item.get("show_when"):
        yield f"{named}: optional or not", but(_set("optional", not item.get("optional", False)))


def _scale(form: Table, place: int, scale: Table) -> Iterator[Change]:
    def but(change: Callable[[Table], object]) -> Table:
        return _but(form, lambda changed: change(changed["scales"][place]))

    named = scale["id"]
    for item in scale["items"]:
        left = [one for one in scale["items"] if one != item]
        weights = {one: by for one, by in scale.get("weights", {}).items() if one != item}
        fewer = {"items": left} | ({"weights": weights} if weights else {})
        yield f"{named}: without item {item}", but(_become(scale | fewer))
    for item, weight in scale.get("weights", {}).items():
        heavier = scale["weights"] | {item: weight + 1}
        yield f"{named}: item {item} weighs one more", but(_set("weights", heavier))
    if any(one.get("default") for one in scale.get("cut_offs", [])) or form.get("licensed"):
        other = "low" if scale["concern"] == "high" else "high"
        yield f"{named}: {other} is a concern", but(_set("concern", other))


def _missing(form: Table, place: int, scale: Table) -> Iterator[Change]:
    def but(change: Callable[[Table], object]) -> Table:
        return _but(form, lambda changed: change(changed["scales"][place]))

    numbers = ("missing_at_most", "adjust_from", "adjust_within")
    for rule, allowed in RULES.items():
        if rule != scale["missing"]:
            plain = {word: said for word, said in scale.items() if word not in numbers}
            told = plain | {"missing": rule} | allowed
            yield f"{scale['id']}: {rule}", but(_become(told))
    for word in numbers:
        if word in scale:
            # Sums of ASQ:SE go by fives, so that only five more changes how near is near.
            for by in (-1, 5 if word == "adjust_within" else 1):
                yield f"{scale['id']}: {word} {by}", but(_set(word, scale[word] + by))


def _cut_off(form: Table, place: int, at: int) -> Iterator[Change]:
    scale = form["scales"][place]
    cut_off = scale["cut_offs"][at]
    if not cut_off.get("default"):
        return

    def but(change: Callable[[Table], object]) -> Table:
        return _but(form, lambda changed: change(changed["scales"][place]["cut_offs"][at]))

    named = f"{scale['id']} {cut_off['id']}"
    step = gcd(*scale.get("weights", {"": 1}).values())
    for by in (-step, step):
        yield f"{named}: {by}", but(_set("value", cut_off["value"] + by))
        if "monitoring" in cut_off:
            yield f"{named}: zone {by}", but(_set("monitoring", cut_off["monitoring"] + by))
    if "monitoring" in cut_off:
        yield f"{named}: without its zone", but(_without("monitoring"))
    for comparison in (">=", ">", "<", "<="):
        # who-5's index never comes to 50, so that at most 50 and below 50 are the same.
        if comparison != cut_off["comparison"] and (step == 1 or comparison in {">=", ">"}):
            yield f"{named}: {comparison}", but(_set("comparison", comparison))
    if not _spoken_for(scale, cut_off):
        yield f"{named}: no default", but(_without("default"))


def _spoken_for(scale: Table, cut_off: Table) -> bool:
    """Whether the default for everybody says the same, so that nothing depends on this one."""
    alike = {word: cut_off.get(word) for word in ("comparison", "value", "monitoring")}
    return bool(cut_off.get("for")) and any(
        one.get("default")
        and not one.get("for")
        and {word: one.get(word) for word in alike} == alike
        for one in scale["cut_offs"]
    )


def _rules(form: Table) -> Iterator[Change]:
    for place, rule in enumerate(form.get("any_of", [])):
        for scale in rule["scales"]:
            left = [one for one in rule["scales"] if one != scale]
            fewer = _set_at("any_of", place, rule | {"scales": left})
            yield f"{rule['id']}: without {scale}", _but(form, fewer)
    for word in ("any_of", "two_stage"):
        if word in form:
            yield f"without {word}", _but(form, _without(word))
    for word in ("from", "to"):
        for by in (-1, 1) if "two_stage" in form else ():
            moved = form["two_stage"] | {word: form["two_stage"][word] + by}
            yield f"stage 2: {word} {by}", _but(form, _set("two_stage", moved))


def _set(word: str, said: object) -> Callable[[Table], object]:
    return lambda table: table.update({word: said})


def _set_at(word: str, place: int, said: object) -> Callable[[Table], object]:
    return lambda table: table[word].__setitem__(place, said)


def _without(word: str) -> Callable[[Table], object]:
    return lambda table: table.pop(word)


def _become(told: Table) -> Callable[[Table], object]:
    def become(table: Table) -> None:
        table.clear()
        table.update(told)

    return become
