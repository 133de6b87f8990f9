"""The values that belong to a form's publisher, typed from the clinic's licensed table."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from nurseapp.base.errors import SituationError
from nurseapp.base.flow import Flow, Work
from nurseapp.base.text import _
from nurseapp.desk import routes
from nurseapp.desk.licences.typed_table import TableView, Texts, texts_of, typed_table
from nurseapp.desk.routes import Route
from nurseapp.forms.licensed import LicensedValues
from nurseapp.forms.problem import Problem

_LIMIT: Final = re.compile(r"cut_offs\[#(\d+)\]")
_KEY: Final = re.compile(r"keys\.([^.]+)(?:\.(.+))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCases:
    """What the table asks of the clinic."""

    view: Callable[[str], TableView]
    save: Callable[[LicensedValues], tuple[Problem, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableState:
    """`texts` is what stands in the fields; `problems` are by place, `others` belong to none."""

    form: str
    view: TableView | None = None
    texts: Texts = field(default_factory=dict)
    problems: Mapping[str, str] = field(default_factory=dict)
    others: tuple[str, ...] = ()
    changed: bool = False
    busy: bool = False
    problem: str = ""


class TableFlow(Flow[TableState]):
    """Keeps the whole table, or nothing and all that is wrong with it."""

    def __init__(
        self,
        form: str,
        cases: TableCases,
        work: Work,
        go: Callable[[Route], None],
        tell: Callable[[str], None],
    ) -> None:
        super().__init__(TableState(form=form))
        self._cases = cases
        self._work = work
        self._go = go
        self._tell = tell

    def start(self) -> None:
        """Reads the table."""
        form = self.state.form
        self._work.run(lambda: self._cases.view(form), self._read, self._failed)

    def write(self, place: str, text: str) -> None:
        """Takes down what stands in a field."""
        if self.state.texts.get(place, "") != text:
            texts = {**self.state.texts, place: text}
            self._show(replace(self.state, texts=texts, changed=True))

    def save(self) -> None:
        """Keeps the table, or says what is wrong beside each field."""
        view = self.state.view
        if view is None or self.state.busy:
            return
        typed = typed_table(view, self.state.texts)
        if typed.problems:
            self._show(replace(self.state, problems=typed.problems, others=(), problem=""))
            return
        self._show(replace(self.state, problems={}, others=(), busy=True, problem=""))
        values = typed.values
        self._work.run(
            lambda: self._cases.save(values),
            lambda problems: self._saved(values, problems),
            self._failed,
        )

    def _saved(self, values: LicensedValues, problems: tuple[Problem, ...]) -> None:
        if not problems:
            self._show(replace(self.state, busy=False, changed=False))
            self._tell(_("Verdiene er lagret. Det som var godkjent uten dem, godkjennes på nytt."))
            self._go(routes.FormPage(self.state.form))
            return
        beside = {place: one.sentence for one in problems if (place := _place(values, one.path))}
        others = tuple(one.sentence for one in problems if not _place(values, one.path))
        self._show(replace(self.state, busy=False, problems=beside, others=others))

    def _read(self, view: TableView) -> None:
        self._show(replace(self.state, view=view, texts=texts_of(view)))

    def _failed(self, error: SituationError) -> None:
        self._show(replace(self.state, busy=False, problem=str(error)))


def _place(values: LicensedValues, path: str) -> str:
    """The field that a problem's path speaks of; empty if there is none."""
    limit, key = _LIMIT.match(path), _KEY.fullmatch(path)
    if limit is not None:
        one = values.cut_offs[int(limit[1]) - 1]
        kind = "zone" if path.endswith(".monitoring") else "limit"
        return f"{kind}.{one.age_form or values.form}.{one.scale}"
    if key is not None and key[2]:
        return f"key.{key[1]}.{key[2]}"
    return ""
