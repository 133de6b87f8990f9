"""A parent's way through the questions: each answer is on disk before anything else is shown."""

from __future__ import annotations

from dataclasses import replace

from nurseapp.forms.questionnaire import Questionnaire
from nurseapp.outbox.answer import (
    Answered,
    Declined,
    LanguageChosen,
    Started,
    TakenBack,
    WentBack,
)
from nurseapp.parent import moves
from nurseapp.parent.keeping import KeepingFlow, Recorder
from nurseapp.sheet.measures import TEXT_STEPS


class ParentFlow(KeepingFlow):
    """Takes what the parent does, keeps it, and only then shows what comes next."""

    def __init__(
        self, questionnaire: Questionnaire, recorder: Recorder, *, language: str, text_step: int = 0
    ) -> None:
        super().__init__(moves.opening(questionnaire, language, text_step), recorder)
        self._questionnaire = questionnaire

    def list_languages(self) -> None:
        """Shows the languages to choose from."""
        if not self.state.closed:
            self._show(replace(self.state, place="languages", skipping=None, trouble=""))

    def choose_language(self, language: str) -> None:
        """Shows the form in another language, where the parent was."""
        state = self.state
        if state.closed or language not in self._questionnaire.texts:
            return
        place = state.place
        if place == "languages":
            place = moves.questions_place(self._questionnaire, state)
        keep = _nothing
        if state.begun and language != state.language:
            keep = self._appending(LanguageChosen(language=language))
        self._keep_then_show(keep, replace(state, language=language, place=place))

    def resize_text(self, steps: int) -> None:
        """Larger or smaller text, within the three sizes."""
        step = min(max(self.state.text_step + steps, 0), len(TEXT_STEPS) - 1)
        self._show(replace(self.state, text_step=step))

    def begin(self) -> None:
        """From the opening page to the questions."""
        state = self.state
        if state.place != "welcome":
            return
        keep = _nothing
        if not state.begun:
            layout = self._questionnaire.layout
            keep = self._appending(Started(language=state.language, layout=layout))
        self._keep_then_show(keep, moves.begun(self._questionnaire, state))

    def answer(self, item: str, value: str) -> None:
        """Answers `item`; the last answer counts. The same again keeps nothing new."""
        state = self.state
        if state.closed or item not in state.asked:
            return
        if not moves.can_answer(self._questionnaire, item, value):
            return
        keep = _nothing
        if state.answers.get(item) != value:
            keep = self._appending(Answered(item=item, value=value))
        self._keep_then_show(keep, moves.answered(self._questionnaire, state, {item: value}))

    def take_back(self, item: str) -> None:
        """The field of `item` is empty again, or what stands in it is no answer."""
        state = self.state
        if not state.closed and item in state.answers:
            shown = moves.taken_back(self._questionnaire, state, item)
            self._keep_then_show(self._appending(TakenBack(item=item)), shown)

    def ask_to_skip(self, item: str) -> None:
        """Asks once, gently, before `item` is skipped."""
        if not self.state.closed and item in self.state.asked:
            self._show(replace(self.state, skipping=item, trouble=""))

    def keep_item(self) -> None:
        """The parent will rather answer the item than skip it."""
        self._show(replace(self.state, skipping=None))

    def decline(self) -> None:
        """Skips the item that was asked about; an answer it had is taken back."""
        item = self.state.skipping
        if item is not None:
            shown = moves.declined(self._questionnaire, self.state, item)
            self._keep_then_show(self._appending(Declined(item=item)), shown)

    def next(self) -> None:
        """To the next stop, or to the review after the last; an open question may be left open.

        Whoever goes on from a list with nothing ticked has answered that nothing fits.
        """
        state = self.state
        if state.place not in {"question", "page"}:
            return
        none = dict.fromkeys(moves.left_blank(state), "")
        if none:
            events = [Answered(item=item, value="") for item in none]
            shown = moves.after(moves.answered(self._questionnaire, state, none))
            self._keep_then_show(self._appending(*events), shown)
        else:
            self._show(moves.after(state))

    def back(self) -> None:
        """To where the parent came from: the question before, the questions, the opening page."""
        state = self.state
        if state.place in {"review", "languages"}:
            place = moves.questions_place(self._questionnaire, state)
            self._show(replace(state, place=place, trouble=""))
        elif state.place == "page" or (state.place == "question" and state.position <= 1):
            self._show(replace(state, place="welcome", skipping=None, trouble=""))
        elif state.place == "question":
            item = state.stops[state.position - 2]
            keep = self._appending(WentBack(item=item))
            self._keep_then_show(keep, moves.turned_to(self._questionnaire, state, item))

    def jump(self, item: str) -> None:
        """From the review to one of the questions."""
        if self.state.place == "review" and item in self.state.asked:
            keep = self._appending(WentBack(item=item))
            self._keep_then_show(keep, moves.turned_to(self._questionnaire, self.state, item))

    def pause(self) -> None:
        """Stops for now; only the nurse can take it up again."""
        if not self.state.closed:
            shown = replace(self.state, place="paused", skipping=None)
            self._keep_then_show(self._recorder.pause, shown)

    def hand_in(self) -> None:
        """From the review: the parent is done. The same page follows for everybody."""
        if self.state.place == "review":
            self._keep_then_show(self._recorder.finish, replace(self.state, place="thanks"))


def _nothing() -> None:
    return
