"""The points of a form's answers as they stand on its paper, in few lines."""

from __future__ import annotations

from itertools import groupby

from nurseapp.forms.model import Form


def points_on_paper(form: Form) -> tuple[tuple[str, str], ...]:
    """Items with the same points from above, as `1–3, 5` and `0, 1, 2`; none that lack points.

    A run is of items with equally many answers, so that a tick beside each question breaks none.
    """
    found: dict[tuple[int, ...], list[str]] = {}
    for count in sorted({len(item.options) for item in form.items}, reverse=True):
        alike = [
            (item.id, points)
            for item in form.items
            if len(item.options) == count
            and (points := tuple(one.points for one in item.options if one.points is not None))
        ]
        for points, run in groupby(alike, key=lambda one: one[1]):
            found.setdefault(points, []).append(_span([item for item, _points in run]))
    return tuple((", ".join(runs), ", ".join(map(str, points))) for points, runs in found.items())


def _span(items: list[str]) -> str:
    return items[0] if len(items) == 1 else f"{items[0]}–{items[-1]}"
