"""What is different in a form since it was last approved, in sentences for the approver.

Works on the forms as tables, so that one approved with an older program can be compared too.
Nothing passes unsaid: a part that has no sentence of its own is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from nurseapp.base.text import _, mark
from nurseapp.clinic.library.limit_changes import scale_changes

Table = Mapping[str, Any]

_PARTS: Final = {
    "name": mark("Navnet er endret."),
    "full_name": mark("Det fulle navnet er endret."),
    "about": mark("Omtalen av formål, kunnskapsgrunnlag, rettigheter eller opplæring er endret."),
    "answered_by": mark("Hvem som svarer, er endret."),
    "subject": mark("Hvem svarene gjelder, er endret."),
    "recall_days": mark("Tidsrommet svarene gjelder, er endret."),
    "ages": mark("Alderen skjemaet gjelder for, er endret."),
    "layout": mark("Oppsettet på skjermen er endret. Det kan forskyve skårene."),
    "layouts": mark("Hvilke oppsett som kan velges, er endret."),
    "minutes": mark("Tiden det tar å svare, er endret."),
    "alone_required": mark("Kravet om å være alene i rommet er endret."),
    "off_hand_outs": mark("Om skjemaet kan nevnes på papir som deles ut, er endret."),
    "any_of": mark("Regelen om at ett område er nok, er endret."),
    "two_stage": mark("Regelen om oppfølgingsintervju er endret."),
    "repeat": mark("Når skjemaet kan gjentas, er endret."),
    "licensed": mark("Hvilke verdier som kommer fra lisensen, er endret."),
    "prematurity": mark("Regelen for barn født for tidlig er endret."),
    "not_scored": mark("Om skjemaet skåres, er endret."),
}
_OF_AN_ITEM: Final = {
    "topic": mark("Spørsmål {item}: emneordet er endret."),
    "kind": mark("Spørsmål {item}: svarmåten er endret."),
    "critical": mark("Spørsmål {item}: hvilke svar som krever samtale straks, er endret."),
    "show_when": mark("Spørsmål {item}: når det stilles, er endret."),
    "optional": mark("Spørsmål {item}: om det kan stå tomt, er endret."),
    "stage": mark("Spørsmål {item}: hvilket trinn det hører til, er endret."),
}


def structure_changes(before: Table, now: Table) -> tuple[str, ...]:
    """Every difference between two forms as tables; empty only if they are the same."""
    return tuple(_changes(before, now))


def _changes(before: Table, now: Table) -> Iterator[str]:
    for key in dict.fromkeys((*now, *before)):
        old, new = before.get(key), now.get(key)
        if old != new:
            yield from tuple(_of_part(key, old, new)) or (_part_words(key),)


def _of_part(key: str, old: Any, new: Any) -> Iterator[str]:
    match key:
        case "version":
            says = _("Utgaven er nå {now}. Sist godkjent var {before}.")
            yield says.format(now=new, before=old)
        case "items":
            yield from _items(_by_id(old), _by_id(new))
        case "scales":
            yield from scale_changes(_by_id(old), _by_id(new))
        case "steps":
            yield from _steps(_by_id(old), _by_id(new))


def _part_words(key: str) -> str:
    words = _PARTS.get(key)
    return _(words) if words else _("Noe annet er endret: «{part}».").format(part=key)


def _items(before: Mapping[str, Table], now: Mapping[str, Table]) -> Iterator[str]:
    for name in now:
        if name not in before:
            yield _("Spørsmål {item} er nytt.").format(item=name)
    for name in before:
        if name not in now:
            yield _("Spørsmål {item} er tatt bort.").format(item=name)
    kept = [name for name in now if name in before]
    if kept != [name for name in before if name in now]:
        yield _("Rekkefølgen på spørsmålene er endret.")
    for name in kept:
        if before[name] != now[name]:
            yield from _item(name, before[name], now[name])


def _item(name: str, before: Table, now: Table) -> Iterator[str]:
    differing = [key for key in {**before, **now} if before.get(key) != now.get(key)]
    if {"options", "points"} & {*differing}:
        yield from tuple(_options(name, before, now)) or (
            _("Spørsmål {item}: svarene er endret.").format(item=name),
        )
    others = [key for key in differing if key not in {"options", "points"}]
    for says in dict.fromkeys(_OF_AN_ITEM.get(key, "") for key in others):
        words = _(says) if says else _("Spørsmål {item}: noe annet er endret.")
        yield words.format(item=name)


def _options(name: str, before: Table, now: Table) -> Iterator[str]:
    """Answers by their number on paper, and what they are worth."""
    old, new = before.get("options") or (), now.get("options") or ()
    if [each["id"] for each in old] != [each["id"] for each in new]:
        says = _("Spørsmål {item}: har {now} svar, før {before}, eller i en annen rekkefølge.")
        yield says.format(item=name, now=len(new), before=len(old))
        return
    for number, (was, is_) in enumerate(zip(old, new, strict=True), start=1):
        if was.get("points") != is_.get("points"):
            says = _("Spørsmål {item}: svar nummer {number} gir {now} poeng, før {before}.")
            yield says.format(
                item=name,
                number=number,
                now=_worth(is_.get("points")),
                before=_worth(was.get("points")),
            )


def _worth(points: int | None) -> str:
    return _("ingen") if points is None else str(points)


def _steps(before: Mapping[str, Table], now: Mapping[str, Table]) -> Iterator[str]:
    for name, step in now.items():
        words = step["name"]["nb"]
        if name not in before:
            yield _("Nytt steg i oppfølgingen: {step}.").format(step=words)
        elif before[name].get("due_days") != step.get("due_days"):
            says = _("Steget «{step}» har frist etter {now} dager, før {before}.")
            yield says.format(
                step=words, now=step.get("due_days"), before=before[name].get("due_days")
            )
        elif before[name] != step:
            yield _("Steget «{step}» er endret.").format(step=words)
    for name, step in before.items():
        if name not in now:
            yield _("Steget «{step}» er tatt bort.").format(step=step["name"]["nb"])


def _by_id(parts: Sequence[Table] | None) -> dict[str, Table]:
    return {part["id"]: part for part in parts or ()}
