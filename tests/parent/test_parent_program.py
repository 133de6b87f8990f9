"""The parent's program as the launcher uses it: a ticket in, sealed answers on the disk."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import msgspec
import pytest
from parent_samples import questionnaire
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nurseapp.base.channel import pack, read_message
from nurseapp.exit_codes import OUR_BUG
from nurseapp.forms.questionnaire import Questionnaire
from nurseapp.launcher.spawn import window_command
from nurseapp.outbox.answer import Answered, Event, Finished, Paused, Started
from nurseapp.outbox.reader import read_outbox
from nurseapp.outbox.ticket import OpenSession, new_session
from nurseapp.parent.program import ParentProgram
from nurseapp.parent.state import ParentState
from nurseapp.parent.ticket import ParentTicket

pytest_plugins = ["parent_fixtures"]


class HandOver:
    """A ticket as the desk makes it, and the clinic's side of it."""

    def __init__(self, folder: Path, asked: Questionnaire) -> None:
        self.path = folder / "session.outbox"
        self.seal, self.session = new_session(asked.sha256, os.urandom)
        self.ticket = ParentTicket(
            questionnaire=asked,
            seal=self.seal,
            outbox=str(self.path),
            languages=tuple(asked.texts),
            training=True,
        )

    def through_the_launcher(self) -> object:
        return json.loads(msgspec.json.encode(self.ticket))

    def events(self) -> list[Event]:
        drained = read_outbox(self.path, self.session)
        assert drained.problem is None
        return [record.event for record in drained.records]


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot) -> Iterator[ParentProgram]:
    made = ParentProgram(qapp, windowed=True)
    qtbot.addWidget(made.window, before_close_func=QWidget.hide)
    made.prepare()
    yield made
    made.close()


def press(button: QWidget) -> None:
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_sheet_goes_from_ticket_to_sealed_answers(
    program: ParentProgram, qtbot: QtBot, tmp_path: Path
) -> None:
    hand_over = HandOver(tmp_path, questionnaire(2))
    with qtbot.waitSignal(program.painted):
        program.take_json(hand_over.through_the_launcher())
    window = program.window
    press(window.welcome.begin_button)
    assert hand_over.events() == [Started(language="nb", layout="one_at_a_time")]
    press(window.question.rows[3])
    assert hand_over.events()[-1] == Answered(item="1", value="d")
    press(window.question.next_button)
    press(window.question.next_button)
    press(window.review.hand_in_button)
    assert hand_over.events()[-1] == Finished(records=2)
    with qtbot.waitSignal(program.ended, check_params_cb=lambda why: why == "finished"):
        press(window.thanks.nurse_button)


def test_a_pause_ends_as_a_pause(program: ParentProgram, qtbot: QtBot, tmp_path: Path) -> None:
    hand_over = HandOver(tmp_path, questionnaire(2))
    program.take_json(hand_over.through_the_launcher())
    press(program.window.welcome.begin_button)
    press(program.window.question.rows[0])
    press(program.window.top.pause_button)
    assert hand_over.events()[-1] == Paused(records=2)
    with qtbot.waitSignal(program.ended, check_params_cb=lambda why: why == "paused"):
        press(program.window.paused.nurse_button)


def test_where_nothing_can_be_written_nothing_can_be_answered(
    program: ParentProgram, qtbot: QtBot, tmp_path: Path
) -> None:
    hand_over = HandOver(tmp_path / "gone", questionnaire(1))
    program.take_json(hand_over.through_the_launcher())
    press(program.window.welcome.begin_button)
    assert program.window.welcome.isVisible()
    assert program.window.welcome.trouble.isVisible()
    press(program.window.top.pause_button)
    with qtbot.waitSignal(program.ended, check_params_cb=lambda why: why == "paused"):
        press(program.window.paused.nurse_button)


def test_a_ticket_with_anything_more_in_it_is_refused(
    program: ParentProgram, tmp_path: Path
) -> None:
    with_name = HandOver(tmp_path, questionnaire(1)).through_the_launcher()
    assert isinstance(with_name, dict)
    with pytest.raises(msgspec.ValidationError):
        program.take_json({**with_name, "name": "Rolig Bjørk"})


def test_nothing_in_the_program_can_hold_a_name_or_a_score() -> None:
    known = {field.name for field in msgspec.structs.fields(ParentTicket)}
    known |= {field.name for field in msgspec.structs.fields(Questionnaire)}
    known |= {field.name for field in fields(ParentState)}
    assert known.isdisjoint({"name", "subject", "person", "points", "score", "cut_off", "critical"})


def test_the_clinics_key_never_reaches_the_ticket(tmp_path: Path) -> None:
    hand_over = HandOver(tmp_path, questionnaire(1))
    session: OpenSession = hand_over.session
    encoded = msgspec.json.encode(hand_over.ticket)
    assert msgspec.json.encode(session.private_key) not in encoded
    assert repr(session.private_key) not in repr(hand_over.ticket)


def test_the_process_has_no_part_of_the_program_that_can_read_a_record() -> None:
    """Whatever its modules import: what is not in memory can be called by no mistake."""
    words = (
        "import sys, nurseapp.parent.__main__, nurseapp.parent.program; print(*sorted(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert "nurseapp.outbox.writer" in loaded
    rooms = {name.split(".")[1] for name in loaded if name.startswith("nurseapp.")}
    assert rooms <= {"base", "exit_codes", "forms", "look", "outbox", "parent", "sheet"}
    assert not {"sqlcipher3", "argon2", "nurseapp.outbox.reader"} & set(loaded)


def test_the_window_is_called_by_the_programs_name_alone(
    program: ParentProgram, tmp_path: Path
) -> None:
    """The system shows it in lists of windows, where others may see which form is answered."""
    program.take(HandOver(tmp_path, questionnaire()).ticket)
    shown = (program.window.windowTitle(), program.window.windowFilePath())
    assert shown == ("nurseapp", "")


def test_the_page_is_made_while_the_opening_page_is_read(
    program: ParentProgram, qtbot: QtBot, tmp_path: Path
) -> None:
    hand_over = HandOver(tmp_path, questionnaire(3, layout="page"))
    program.take_json(hand_over.through_the_launcher())
    page = program.window.question_page
    qtbot.waitUntil(lambda: len(page.cards) == 3)
    assert program.window.welcome.isVisible()


def test_none_keeps_its_references_over_two_hundred_repaints(
    program: ParentProgram, tmp_path: Path
) -> None:
    """PySide 6.12.0 on Python 3.11 loses one at each call, until the program aborts."""
    hand_over = HandOver(tmp_path, questionnaire(3))
    program.take_json(hand_over.through_the_launcher())
    window = program.window
    press(window.welcome.begin_button)
    window.grab()
    before = sys.getrefcount(None)
    for time in range(200):
        window.question.rows[time % 4].update()
        window.grab()
    assert sys.getrefcount(None) > before - 100


def test_a_bug_of_ours_is_printed_nowhere_and_ends_the_sheet_with_its_answers_kept(
    program: ParentProgram,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    program.answer_for_bugs(tmp_path)

    def fails() -> None:
        raise ValueError("Jeg er redd for Trygg")

    with qtbot.waitSignal(program.crashed):
        QTimer.singleShot(0, fails)
    kept = (tmp_path / "log" / "errors.log").read_text(encoding="utf-8")
    assert "ValueError" in kept
    assert "test_parent_program.py" in kept
    for told in (kept, *capfd.readouterr()):
        assert "Trygg" not in told


def test_a_process_with_a_bug_leaves_at_once_and_says_nothing(tmp_path: Path) -> None:
    """So that the launcher brings the lock screen; here by a ticket that is none."""
    command = window_command("parent", str(tmp_path), ["--windowed"])
    running = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert running.stdout is not None
    assert read_message(running.stdout) == {"type": "ready"}
    ticket = {"type": "ticket", "ticket": {"resumed": "Jeg er redd for Trygg"}}
    told, printed = running.communicate(pack(ticket), timeout=20)
    assert (running.returncode, told) == (OUR_BUG, b"")
    assert b"Traceback" not in printed
    assert b"Trygg" not in printed
    assert "ValidationError" in (tmp_path / "log" / "errors.log").read_text(encoding="utf-8")
