"""The words of a form in one language, written beside its structure and kept as a draft."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final, cast

from nurseapp.base.errors import SituationError
from nurseapp.base.flow import Flow, Work
from nurseapp.base.text import _
from nurseapp.clinic.values.library import WordingDraft
from nurseapp.desk import routes
from nurseapp.desk.routes import FormWording, Route
from nurseapp.desk.wording.texts import Lack, Texts, lacks, texts_of, with_texts
from nurseapp.forms.problem import Problem
from nurseapp.forms.wording import Status

_CODE: Final = re.compile(r"[a-z]{2,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A draft and what its form is called."""

    name: str
    draft: WordingDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingCases:
    """What the editor asks of the clinic."""

    draft: Callable[[str, str], Opened]
    save: Callable[[WordingDraft], tuple[Problem, ...]]
    remove: Callable[[str, str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingState:
    """`draft` is what was read; `texts` what stands in the fields now.

    `alike`: the answers stand once for all questions that have the same ones. `flaws` are what
    the clinic found wrong beyond texts that lack; `whole` that it found nothing.
    """

    form: str
    language: str = ""
    name: str = ""
    draft: WordingDraft | None = None
    texts: Texts = field(default_factory=dict)
    status: Status = "translated_only"
    alike: bool = False
    lacks: tuple[Lack, ...] = ()
    flaws: tuple[str, ...] = ()
    changed: bool = False
    whole: bool = False
    said: str = ""
    problem: str = ""
    language_problem: str = ""


class WordingFlow(Flow[WordingState]):
    """What is typed is kept when asked, now and then, and when the place is left."""

    def __init__(
        self, wanted: FormWording, cases: WordingCases, work: Work, go: Callable[[Route], None]
    ) -> None:
        super().__init__(WordingState(form=wanted.form, language=wanted.language))
        self._cases = cases
        self._work = work
        self._go = go

    def start(self) -> None:
        """Reads what is written so far; without a language it is asked for first."""
        form, language = self.state.form, self.state.language
        if language:
            self._work.run(lambda: self._cases.draft(form, language), self._opened, self._failed)

    def choose_language(self, code: str) -> None:
        """Opens another language; what is written in this one is kept."""
        code = code.strip().casefold()
        if _CODE.fullmatch(code) is None:
            says = _("Skriv språkets kode med to eller tre bokstaver, for eksempel «so».")
            self._show(replace(self.state, language_problem=says))
            return
        self.keep()
        self._show(WordingState(form=self.state.form, language=code, name=self.state.name))
        self.start()

    def write(self, place: str, text: str) -> None:
        """Takes down what stands in a field."""
        if self.state.texts.get(place) != text:
            self._change(texts={**self.state.texts, place: text})

    def set_status(self, status: str) -> None:
        """What the translation is worth."""
        self._change(status=cast("Status", status))

    def set_alike(self, alike: bool) -> None:
        """Whether all questions have the same answers."""
        if alike != self.state.alike:
            self._change(alike=alike)

    def keep(self) -> None:
        """Keeps what is typed; nobody is told of it."""
        draft = self._draft()
        if draft is not None and self.state.changed:
            self._show(replace(self.state, changed=False))
            self._work.run(lambda: self._cases.save(draft), _pass, self._failed)

    def save(self, *, finish: bool = False) -> None:
        """Keeps what is typed and says what lacks; to `finish`, leads to the approval if nothing.

        A draft that is not whole is kept all the same.
        """
        draft = self._draft()
        if draft is not None:
            self._show(replace(self.state, changed=False, problem=""))
            self._work.run(
                lambda: self._cases.save(draft),
                lambda problems: self._saved(problems, finish=finish),
                self._failed,
            )

    def remove(self) -> None:
        """Puts the draft away."""
        form, language = self.state.form, self.state.language
        self._show(replace(self.state, changed=False))
        self._work.run(
            lambda: self._cases.remove(form, language),
            lambda _none: self._go(routes.FormPage(form)),
            self._failed,
        )

    def _change(self, **changes: object) -> None:
        state = replace(self.state, changed=True, whole=False, said="", flaws=(), **changes)  # type: ignore[arg-type]
        if state.draft is not None:
            found = lacks(state.draft, state.texts, alike=state.alike)
            state = replace(state, lacks=found)
        self._show(state)

    def _draft(self) -> WordingDraft | None:
        state = self.state
        if state.draft is None:
            return None
        draft = with_texts(state.draft, state.texts, alike=state.alike)
        return replace(draft, status=state.status)

    def _saved(self, problems: tuple[Problem, ...], *, finish: bool) -> None:
        if finish and not problems:
            self._go(routes.FormApproval(self.state.form, self.state.language))
            return
        flaws = () if self.state.lacks else tuple(problem.sentence for problem in problems)
        says = _("Teksten er hel og lagret. Nå kan den godkjennes.")
        if problems:
            says = _("Utkastet er lagret. Teksten er ikke hel ennå: nederst står hva som mangler.")
        self._show(replace(self.state, said=says, flaws=flaws, whole=not problems))

    def _opened(self, opened: Opened) -> None:
        draft = opened.draft
        texts = texts_of(draft)
        alike = any(text for _option, text in draft.options)
        self._show(
            replace(
                self.state,
                name=opened.name,
                draft=draft,
                texts=texts,
                status=draft.status,
                alike=alike,
                lacks=lacks(draft, texts, alike=alike),
                problem="",
                language_problem="",
            )
        )

    def _failed(self, error: SituationError) -> None:
        self._show(replace(self.state, problem=str(error), changed=True))


def _pass(_problems: object) -> None:
    """Texts that lack are said when the nurse asks, not while she writes."""
