"""Made-up questionnaires, a recorder that notes and can fail, and a window to press in."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from nurseapp.base.errors import DiskFullError
from nurseapp.forms.question import Question
from nurseapp.forms.questionnaire import Questionnaire, QuestionnaireText
from nurseapp.forms.visibility import Answered as WhenAnswered
from nurseapp.forms.wording import ItemText
from nurseapp.look.labels import Label
from nurseapp.outbox.answer import Event, Finished, Paused
from nurseapp.outbox.ticket import SealTicket
from nurseapp.parent.flow import ParentFlow
from nurseapp.parent.speech import ReadAloud
from nurseapp.parent.ticket import ParentTicket
from nurseapp.parent.window import ParentWindow

OPTIONS = ("a", "b", "c", "d")
_WORDS: dict[str, tuple[str, str, tuple[str, ...], str]] = {
    "nb": (
        "Øvingstekst {number}: Jeg har sett en fugl denne uken, og den satt lenge i treet.",
        "Dette er en øvelse.",
        ("Hver dag", "Noen dager", "Én dag, mens jeg ventet på bussen", "Ikke i det hele tatt"),
        "De siste 7 dagene",
    ),
    "nn": ("Øvingstekst {number}: Eg har sett ein fugl.", "Dette er ei øving.",
           ("Kvar dag", "Nokre dagar", "Éin dag", "Ikkje i det heile"), "Dei siste 7 dagane"),
    "ar": ("نص للتدريب {number}: رأيت طائرا هذا الأسبوع", "هذا تمرين فقط.",
           ("كل يوم", "بعض الأيام", "يوم واحد", "أبدا"), "آخر 7 أيام"),
}  # fmt: skip


def questionnaire(
    count: int = 3,
    *,
    layout: Literal["one_at_a_time", "page"] = "one_at_a_time",
    languages: tuple[str, ...] = ("nb",),
    follow_up: bool = False,
    training: bool = True,
) -> Questionnaire:
    """`count` questions; with `follow_up` the last is asked only after "d" on the first."""
    items = [Question(id=str(n), kind="choice", options=OPTIONS) for n in range(1, count + 1)]
    if follow_up:
        when = WhenAnswered("1", ("d",))
        items[-1] = Question(id=str(count), kind="choice", options=OPTIONS, show_when=when)
    texts = {}
    for language in languages:
        question, introduction, options, recall = _WORDS[language]
        spelt = dict(zip(OPTIONS, options, strict=True))
        texts[language] = QuestionnaireText(
            status="training" if training else "validated",
            title="Øvingstekst",
            introduction=introduction,
            recall=recall,
            items={one.id: ItemText(question.format(number=one.id), spelt) for one in items},
        )
    return Questionnaire(
        form="birds",
        version=1,
        sha256="a" * 64,
        layout=layout,
        recall_days=7,
        items=tuple(items),
        texts=texts,
    )


def ticket(asked: Questionnaire, **changes: object) -> ParentTicket:
    seal = SealTicket(
        session="0" * 32, form_sha256=asked.sha256, public_key=b"p" * 32, mac_key=b"m" * 32
    )
    facts: dict[str, object] = {
        "questionnaire": asked,
        "seal": seal,
        "outbox": "unused",
        "languages": tuple(asked.texts),
        "training": True,
        **changes,
    }
    return ParentTicket(**facts)  # type: ignore[arg-type]


class MemoryRecorder:
    """Notes each event in order; fails as a full disk does while `full` is set."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.full = False

    def append(self, event: Event) -> None:
        if self.full:
            raise DiskFullError
        self.events.append(event)

    def pause(self) -> None:
        self.append(Paused(records=len(self.events)))

    def finish(self) -> None:
        self.append(Finished(records=len(self.events)))


class Silent(ReadAloud):
    """A machine without a voice."""

    def __init__(self) -> None:
        super().__init__(lambda: None)


class Sheet:
    """A parent's window on a made-up sheet, pressed with real clicks and keys."""

    def __init__(self, qtbot: QtBot, recorder: MemoryRecorder) -> None:
        self.qtbot = qtbot
        self.recorder = recorder
        self.window: ParentWindow
        self.flow: ParentFlow

    def open(
        self,
        asked: Questionnaire,
        *,
        dpi: float = 96.0,
        text_step: int = 0,
        size: tuple[int, int] = (1280, 800),
        speech: ReadAloud | None = None,
        **changes: object,
    ) -> ParentWindow:
        self.window = ParentWindow(dpi=dpi, speech=speech or Silent())
        self.qtbot.addWidget(self.window, before_close_func=_let_go)
        self.window.resize(*size)
        self.flow = ParentFlow(
            asked, self.recorder, language=next(iter(asked.texts)), text_step=text_step
        )
        self.window.load(ticket(asked, **changes), self.flow)
        with self.qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        return self.window

    def begin(self, asked: Questionnaire, **how: object) -> ParentWindow:
        window = self.open(asked, **how)  # type: ignore[arg-type]
        self.press(window.welcome.begin_button)
        return window

    def press(self, button: QAbstractButton) -> None:
        assert button.isVisible()
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def key(self, key: Qt.Key) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)

    def words(self) -> list[str]:
        """Everything that can be read in the window now."""
        labels = [label.text() for label in self.window.findChildren(Label) if label.isVisible()]
        buttons = self.window.findChildren(QAbstractButton)
        return labels + [button.text() for button in buttons if button.isVisible()]

    def leave(self) -> None:
        if hasattr(self, "flow"):
            self.flow.forget()


def _let_go(window: QWidget) -> None:
    """The window ignores being closed; hidden, it can be thrown away."""
    window.hide()
