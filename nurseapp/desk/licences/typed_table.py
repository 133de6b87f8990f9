"""A licensed table as it is typed, and as it is meant.

A place is `limit.<age>.<scale>`, `zone.<age>.<scale>` or `key.<age>.<item>`; the age of a form
without age forms is its own id.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nurseapp.base.text import _
from nurseapp.forms.licensed import LicensedCutOff, LicensedValues

Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeTable:
    """One age form: its id in the family, what it is called, and the items its key names."""

    age: str
    words: str
    keyed: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView:
    """What may be typed: the scales with a limit, and for each age form the items with a key.

    `aged` is False for a form without age forms.
    """

    form: str
    version: int
    name: str
    scales: tuple[tuple[str, str], ...]
    ages: tuple[AgeTable, ...]
    limits: bool
    aged: bool
    values: LicensedValues | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedTable:
    """The values, or what cannot be read, by place."""

    values: LicensedValues
    problems: Mapping[str, str]


def texts_of(view: TableView) -> dict[str, str]:
    """What is in the table now, as it would be typed."""
    texts = {"source": view.values.source if view.values else ""}
    if view.values is None:
        return texts
    for limit in view.values.cut_offs:
        place = f"{limit.age_form or view.form}.{limit.scale}"
        texts[f"limit.{place}"] = _written(limit.value)
        if limit.monitoring is not None:
            texts[f"zone.{place}"] = _written(limit.monitoring)
    for age, key in view.values.keys.items():
        for item, points in key.items():
            texts[f"key.{age}.{item}"] = " ".join(map(str, points))
    return texts


def typed_table(view: TableView, texts: Texts) -> TypedTable:
    """Reads what is typed; what is left empty is not in the table."""
    problems: dict[str, str] = {}
    limits = tuple(_limits(view, texts, problems)) if view.limits else ()
    keys = {age.age: dict(_key(age, texts, problems)) for age in view.ages}
    values = LicensedValues(
        form=view.form,
        version=view.version,
        source=texts.get("source", ""),
        cut_offs=limits,
        keys={age: key for age, key in keys.items() if key},
    )
    if not values.source.strip():
        problems["source"] = _("Skriv hvilken utgave av lisensen verdiene er fra.")
    return TypedTable(values=values, problems=problems)


def _limits(view: TableView, texts: Texts, problems: dict[str, str]) -> Iterator[LicensedCutOff]:
    for age in view.ages:
        for scale, _name in view.scales:
            place = f"{age.age}.{scale}"
            value = _number(f"limit.{place}", texts, problems)
            zone = _number(f"zone.{place}", texts, problems)
            if value is not None:
                yield LicensedCutOff(
                    scale=scale,
                    age_form=age.age if view.aged else None,
                    value=value,
                    monitoring=zone,
                )
            elif zone is not None:
                problems.setdefault(f"limit.{place}", _("Skriv grensen også."))


def _key(
    age: AgeTable, texts: Texts, problems: dict[str, str]
) -> Iterator[tuple[str, tuple[int, ...]]]:
    for item, answers in age.keyed:
        place = f"key.{age.age}.{item}"
        written = texts.get(place, "").replace(",", " ").split()
        if not written:
            continue
        if len(written) != answers or not all(one.isdecimal() for one in written):
            says = _("Skriv {count} tall med mellomrom, ovenfra slik svarene står.")
            problems[place] = says.format(count=answers)
        else:
            yield item, tuple(int(one) for one in written)


def _number(place: str, texts: Texts, problems: dict[str, str]) -> float | None:
    written = texts.get(place, "").strip().replace(",", ".")
    if not written:
        return None
    whole, _point, part = written.partition(".")
    if not whole.isdecimal() or (part and not part.isdecimal()) or len(written) > 8:  # noqa: PLR2004
        problems[place] = _("Skriv et tall, for eksempel 23,5.")
        return None
    return float(written) if part else int(whole)


def _written(value: float) -> str:
    return f"{value:g}".replace(".", ",")
