"""What is different in a form's scales and cut-offs, in sentences for the approver."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from nurseapp.base.text import _, mark
from nurseapp.clinic.library.compared import compared_words

Table = Mapping[str, Any]

_OF_A_SCALE: Final = {
    "name": mark("{scale}: navnet er endret."),
    "kind": mark("{scale}: måten det regnes på, er endret."),
    "items": mark("{scale}: hvilke spørsmål som teller, er endret."),
    "weights": mark("{scale}: vektene er endret."),
    "missing": mark("{scale}: regelen for svar som mangler, er endret."),
    "missing_at_most": mark("{scale}: hvor mange svar som kan mangle, er endret."),
    "adjust_from": mark("{scale}: regelen for svar som mangler, er endret."),
    "adjust_within": mark("{scale}: regelen for svar som mangler, er endret."),
    "concern": mark("{scale}: om høye eller lave skårer er grunn til samtale, er endret."),
    "bands": mark("{scale}: båndene er endret."),
    "evidence": mark("{scale}: hvor sikkert skalaen måler, er endret."),
}


def scale_changes(before: Mapping[str, Table], now: Mapping[str, Table]) -> Iterator[str]:
    """The differences between two forms' scales by id; nothing for what is the same."""
    for name, scale in now.items():
        if name not in before:
            yield _("Ny skala: {scale}.").format(scale=_called(scale))
        elif before[name] != scale:
            yield from _scale(before[name], scale)
    for name, scale in before.items():
        if name not in now:
            yield _("Skalaen {scale} er tatt bort.").format(scale=_called(scale))


def _scale(before: Table, now: Table) -> Iterator[str]:
    differing = [key for key in {**before, **now} if before.get(key) != now.get(key)]
    others = [key for key in differing if key != "cut_offs"]
    for says in dict.fromkeys(_OF_A_SCALE.get(key, "") for key in others):
        words = _(says) if says else _("{scale}: noe annet er endret.")
        yield words.format(scale=_called(now))
    if "cut_offs" in differing:
        yield from tuple(_limits(before, now)) or (
            _("{scale}: rekkefølgen på grensene er endret.").format(scale=_called(now)),
        )


def _limits(before: Table, now: Table) -> Iterator[str]:
    old = {each["id"]: each for each in before.get("cut_offs") or ()}
    new = {each["id"]: each for each in now.get("cut_offs") or ()}
    for name, limit in new.items():
        facts = {"scale": _called(now), "limit": _limit(limit), "source": limit["source"]}
        if name not in old:
            yield _("{scale}: ny grense, {limit} ({source}).").format(**facts)
        elif old[name] != limit:
            yield from _limit_changes(old[name], limit, facts)
    for name, limit in old.items():
        if name not in new:
            says = _("{scale}: grensen {limit} ({source}) er tatt bort.")
            yield says.format(scale=_called(now), limit=_limit(limit), source=limit["source"])


def _limit_changes(before: Table, now: Table, facts: Mapping[str, str]) -> Iterator[str]:
    if _limit(before) != _limit(now):
        says = _("{scale}: grensen er {limit} ({source}), før {before}.")
        yield says.format(before=_limit(before), **facts)
    if bool(before.get("default")) != bool(now.get("default")):
        says = (
            _("{scale}: resultater holdes nå mot grensen {limit} ({source}).")
            if now.get("default")
            else _("{scale}: resultater holdes ikke lenger mot grensen {limit} ({source}).")
        )
        yield says.format(**facts)
    said = {"comparison", "value", "monitoring", "default"}
    if any(before.get(key) != now.get(key) for key in {**before, **now} if key not in said):
        says = _("{scale}: hvem grensen {limit} ({source}) gjelder for, eller kilden, er endret.")
        yield says.format(**facts)


def _limit(limit: Table) -> str:
    """`10 eller mer`, with the zone beside it."""
    words = compared_words(limit["comparison"], limit["value"])
    zone = limit.get("monitoring")
    if zone is None:
        return words
    return _("{limit}, følg med fra {zone}").format(limit=words, zone=zone)


def _called(scale: Table) -> str:
    return str(scale["name"]["nb"])
