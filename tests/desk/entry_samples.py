"""A health station with a paper sheet to enter: ten everyday questions, and an observation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from nurseapp.base.errors import SituationError
from nurseapp.base.flow import WorkAtOnce
from nurseapp.clinic.values.entry import (
    EntryForm,
    EntryItem,
    EntryMode,
    EntryOffer,
    EntryQuestions,
    NewSheet,
)
from nurseapp.desk.entry.flow import EntryCases, EntryFlow
from nurseapp.desk.entry.screen import EntryScreen
from nurseapp.desk.routes import Entry, Route
from nurseapp.forms.question import Question
from nurseapp.forms.visibility import Answered
from nurseapp.forms.wording import ItemText

TODAY = date(2026, 11, 21)
TOPICS = ("Søvn", "Mat", "Regn", "Tur", "Bøker", "Sang", "Kaffe", "Trapper", "Sko", "Bussen")
PAPER = EntryForm(
    form="walks", title="Turskjema", mode="paper", purpose="Om turer i nærmiljøet",
    alone_required=False, needs_respondent=False, needs_certificate=False, twice=True,
)  # fmt: skip
CHILD_PAPER = replace(
    PAPER, form="play-12", title="Lek, 12 måneder", needs_respondent=True,
    age_words="11 måneder 20 dager · korrigert 10 måneder 6 dager, født 6 uker før termin",
)  # fmt: skip
WATCHED = replace(
    PAPER, form="birds", title="Fugler i hagen", mode="observer", needs_certificate=True,
    purpose="Det du ser selv", training_words="Krever kurs i fugletitting.", twice=False,
)  # fmt: skip
TALK = replace(WATCHED, form="talk", title="Samtale om ferie", needs_certificate=False,
               alone_required=True, training_words="")  # fmt: skip
CLOSED = replace(PAPER, form="closed", title="Vintertur", why_not="Skjemaet er ikke godkjent her.")
ADULTS = ((1, "Rolig Bjørk (mor)"), (3, "Trygg Bjørk (far)"))


def _item(number: int, topic: str, question: Question, *options: str, text: str = "") -> EntryItem:
    words = options or tuple(str(each) for each, _o in enumerate(question.options, 1))
    return EntryItem(
        question=question,
        text=ItemText(text or topic, dict(zip(question.options, words, strict=True))),
        topic=topic,
        number=number,
    )


def sheet_questions(*, worded: bool = False) -> EntryQuestions:
    """Ten choices of four, as on a paper sheet."""
    words = ("Hver dag", "Noen dager", "Én dag", "Ikke i det hele tatt") if worded else ()
    items = tuple(
        _item(at, topic, Question(id=str(at), kind="choice", options=("a", "b", "c", "d")), *words,
              text=f"Øvingstekst: Vi har tenkt på {topic.lower()}.")
        for at, topic in enumerate(TOPICS, 1)
    )  # fmt: skip
    return EntryQuestions(
        form="walks", title="Turskjema", introduction="Øvelse.", items=items, worded=worded,
        answers={},
    )  # fmt: skip


def mixed_questions(*, worded: bool = False) -> EntryQuestions:
    """A question of every kind."""
    items = (
        _item(1, "Tur", Question(id="1", kind="yes_no", options=("a", "b")), "Ja", "Nei"),
        _item(2, "Lengde", Question(id="2", kind="number", minimum=0, maximum=40, decimals=1,
              unit="km", show_when=Answered("1", ("a",)))),
        _item(3, "Dyr", Question(id="3", kind="multiple", options=("a", "b", "c")), "Ekorn",
              "Fugl", "Maur"),
        _item(4, "Regn", Question(id="4", kind="choice", options=("a", "b", "c"))),
        _item(4, "Bekymring", Question(id="4c", kind="multiple", options=("a",), optional=True),
              "Bekymrer"),
        _item(5, "Støvler", Question(id="5", kind="date")),
        _item(6, "Fortelling", Question(id="6", kind="text", longest=200, optional=True)),
    )  # fmt: skip
    return EntryQuestions(
        form="walks", title="Turskjema", introduction="Øvelse.", items=items, worded=worded,
        answers={},
    )  # fmt: skip


class EntryClinic:
    """Offers some forms and keeps what it is given."""

    def __init__(
        self, *forms: EntryForm, questions: EntryQuestions | None = None,
        adults: tuple[tuple[int, str], ...] = ADULTS,
    ) -> None:  # fmt: skip
        self.forms = forms or (PAPER, CHILD_PAPER, WATCHED, CLOSED)
        self.forms_of: dict[int, tuple[EntryForm, ...]] = {}
        self.adults = adults
        self.asked: list[date | None] = []
        self.recorded: list[NewSheet] = []
        self.went: list[Route] = []
        self.refuses: SituationError | None = None
        self._questions = questions or sheet_questions()

    def offer(self, person: int, day: date | None) -> EntryOffer:
        self.asked.append(day)
        return EntryOffer(
            subject=person,
            subject_name="Blid Bjørk",
            forms=self.forms_of.get(person, self.forms),
            adults=self.adults,
        )

    def questions(self, form: str, _mode: EntryMode, _continues: int | None) -> EntryQuestions:
        return replace(self._questions, form=form)

    def differences(
        self, first: Mapping[str, str | None], second: Mapping[str, str | None]
    ) -> tuple[str, ...]:
        items = dict.fromkeys((*first, *second))
        return tuple(item for item in items if first.get(item) != second.get(item))

    def record(self, new: NewSheet) -> int:
        if self.refuses is not None:
            raise self.refuses
        self.recorded.append(new)
        return 77

    def flow(self, wanted: Entry | None = None) -> EntryFlow:
        cases = EntryCases(
            offer=self.offer, questions=self.questions, differences=self.differences,
            record=self.record,
        )  # fmt: skip
        flow = EntryFlow(wanted or Entry(2), cases, WorkAtOnce(), go=self.went.append, today=TODAY)
        flow.start()
        return flow

    def screen(self, wanted: Entry | None = None) -> EntryScreen:
        return EntryScreen(self.flow(wanted), day=TODAY, hide=_nothing, back=_nothing)


def _nothing() -> None:
    pass
