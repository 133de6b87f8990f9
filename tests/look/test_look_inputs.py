"""What a nurse types and chooses: told in words, kept out of the clipboard where it is secret."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from nurseapp.base.errors import DiskFullError
from nurseapp.look.buttons import Button, primary
from nurseapp.look.check_row import CheckRow
from nurseapp.look.choice_group import ChoiceGroup
from nurseapp.look.choice_row import ChoiceRow
from nurseapp.look.fields import PasswordField, TextField
from nurseapp.look.icons import Icon
from nurseapp.look.labels import Label
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.nav import NavItem
from nurseapp.look.note_field import NoteField
from nurseapp.look.score_bar import ScoreBar, ScoreOnScale, score_in_words
from nurseapp.look.select_field import SelectField

pytest_plugins = ["look_fixtures"]

_NO_MODIFIER = Qt.KeyboardModifier.NoModifier


def test_an_error_stands_at_its_field_and_is_heard(themed: QApplication, qtbot: QtBot) -> None:
    field = TextField("Navn", hint="Slik det står i passet")
    qtbot.addWidget(field)
    field.show()
    assert field.edit.accessibleName() == "Navn"
    assert field.edit.accessibleDescription() == "Slik det står i passet"
    field.set_error("Dette mangler: navn.")
    assert field.error() == "Dette mangler: navn."
    assert field.edit.accessibleDescription() == "Dette mangler: navn."
    field.set_error("")
    assert field.edit.accessibleDescription() == "Slik det står i passet"


def test_return_in_a_field_tells_that_it_is_finished(themed: QApplication, qtbot: QtBot) -> None:
    field = TextField("Navn")
    qtbot.addWidget(field)
    with qtbot.waitSignals([field.changed, field.finished]):
        QTest.keyClicks(field.edit, "Blid ")
        QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.text() == "Blid"


def test_a_password_is_neither_shown_nor_copied(themed: QApplication, qtbot: QtBot) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("før")
    field = PasswordField("Passord")
    qtbot.addWidget(field)
    field.show()
    QTest.keyClicks(field.edit, " hemmelig ")
    for key in (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_X):
        QTest.keyClick(field.edit, key, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == " hemmelig "
    assert field.edit.displayText() == "●" * 10
    assert clipboard.text() == "før"
    assert field.edit.contextMenuPolicy() == Qt.ContextMenuPolicy.NoContextMenu
    field.clear()
    assert field.text() == ""


def test_notes_and_lists_tell_their_value(themed: QApplication, qtbot: QtBot) -> None:
    note, select = (
        NoteField("Vurdering"),
        SelectField("Språk", [("nb", "norsk"), ("ar", "arabisk")]),
    )
    qtbot.addWidget(note)
    qtbot.addWidget(select)
    with qtbot.waitSignal(note.changed, check_params_cb=lambda text: text == "a"):
        QTest.keyClicks(note.edit, "a")
    assert select.value() == "nb"
    select.set_value("ar")
    assert select.value() == "ar"


def test_one_choice_is_made_by_press_and_told(themed: QApplication, qtbot: QtBot) -> None:
    group = ChoiceGroup("Hvem svarer?", [("mother", "Mor"), ("father", "Far")])
    qtbot.addWidget(group)
    group.show()
    assert group.value() is None
    with qtbot.waitSignal(group.chosen, check_params_cb=lambda value: value == "father"):
        QTest.mouseClick(group.rows["father"], Qt.MouseButton.LeftButton)
    QTest.mouseClick(group.rows["father"], Qt.MouseButton.LeftButton)
    assert group.value() == "father"


def test_arrows_move_along_the_choices_and_choose_none(themed: QApplication, qtbot: QtBot) -> None:
    group = ChoiceGroup("Hvem svarer?", [("mother", "Mor"), ("father", "Far")])
    qtbot.addWidget(group)
    with qtbot.waitActive(group):
        group.show()
        group.activateWindow()
    group.rows["mother"].setFocus()
    QTest.keyClick(group.rows["mother"], Qt.Key.Key_Down)
    assert group.rows["father"].hasFocus()
    assert group.value() is None
    QTest.keyClick(group.rows["father"], Qt.Key.Key_Return)
    QTest.keyClick(group.rows["father"], Qt.Key.Key_Up)
    assert group.rows["mother"].hasFocus()
    assert group.value() == "father"


def test_the_whole_row_of_a_box_can_be_pressed(themed: QApplication, qtbot: QtBot) -> None:
    row = CheckRow("Hun er alene i rommet")
    qtbot.addWidget(row)
    row.resize(600, 60)
    row.show()
    QTest.mouseClick(
        row, Qt.MouseButton.LeftButton, pos=row.rect().bottomRight() - row.rect().topLeft()
    )
    assert row.isChecked()


def test_a_press_does_not_take_the_focus_from_a_field(themed: QApplication, qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    field, button = TextField("Navn"), primary("Lagre")
    column = QVBoxLayout(whole)
    column.addWidget(field)
    column.addWidget(button)
    with qtbot.waitActive(whole):
        whole.show()
        whole.activateWindow()
    field.setFocus()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert field.edit.hasFocus()
    QTest.keyClick(field.edit, Qt.Key.Key_Tab)
    assert button.hasFocus()


def test_scrolling_past_a_list_chooses_nothing(themed: QApplication, qtbot: QtBot) -> None:
    told: list[str] = []
    field = SelectField("Er det vurdert?", [("", "Velg …"), ("yes", "Ja"), ("no", "Nei")])
    qtbot.addWidget(field)
    field.changed.connect(told.append)
    field.show()
    place = QPointF(field.edit.rect().center())
    turned = QWheelEvent(
        place, QPointF(field.edit.mapToGlobal(place)), QPoint(), QPoint(0, -120),
        Qt.MouseButton.NoButton, _NO_MODIFIER, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field.edit, turned)
    assert (field.value(), told) == ("", [])
    assert not turned.isAccepted(), "the page does not scroll"


def test_each_row_of_a_list_is_high_enough_for_a_finger(themed: QApplication, qtbot: QtBot) -> None:
    field = SelectField("Språk", [("nb", "bokmål"), ("nn", "nynorsk")])
    qtbot.addWidget(field)
    field.show()
    field.edit.showPopup()
    assert field.edit.view().sizeHintForRow(1) >= 44
    field.edit.hidePopup()


def test_return_presses_a_button_once_however_long_it_is_held(
    themed: QApplication, qtbot: QtBot
) -> None:
    pressed: list[str] = []
    for thing in (primary("Lagre"), NavItem("Personer"), CheckRow("Hun er alene i rommet")):
        qtbot.addWidget(thing)
        thing.clicked.connect(lambda *_ticked: pressed.append("pressed"))
        thing.show()
        QTest.keyClick(thing, Qt.Key.Key_Return)
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, _NO_MODIFIER, "\r", True)
        QApplication.sendEvent(thing, held)
        QTest.keyClick(thing, Qt.Key.Key_Enter)
    assert len(pressed) == 6


def test_a_message_says_what_happened_and_what_to_do(themed: QApplication, qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    assert bar.text() == ""
    bar.say_error(DiskFullError())
    assert bar.text() == str(DiskFullError())
    assert bar.accessibleName() == f"Det gikk ikke: {DiskFullError()}"
    bar.clear()
    assert bar.isHidden()


def test_the_sign_of_a_message_stays_beside_its_words(themed: QApplication, qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.say("warn", "Du har skrevet noe som ikke er lagret.", action="Gå videre uten å lagre")
    bar.resize(420, bar.heightForWidth(420))
    bar.show()
    (words,), (sign,) = bar.findChildren(Label), bar.findChildren(Icon)
    button = next(iter(bar.findChildren(Button)))
    assert sign.geometry().right() < words.x()
    assert words.y() <= sign.geometry().center().y() <= words.geometry().bottom()
    assert button.y() > words.geometry().bottom()


def test_a_score_is_told_in_words_too(themed: QApplication) -> None:
    whole = ScoreOnScale(maximum=30, lowest=13, highest=13, cut_off=10)
    range_ = ScoreOnScale(maximum=30, lowest=8, highest=14, cut_off=10)
    assert ScoreBar(whole).accessibleName() == "13 av 30, grense 10"
    assert score_in_words(range_) == "mellom 8 og 14 av 30, grense 10"


def test_screen_readers_meet_buttons_boxes_and_choices(themed: QApplication) -> None:
    role = QAccessible.Role
    made: list[tuple[QAccessible.Role, QWidget]] = [
        (role.Button, primary("Lagre")),
        (role.Button, NavItem("I dag")),
        (role.CheckBox, CheckRow("Alene")),
        (role.RadioButton, ChoiceRow("Ja")),
        (role.StaticText, Label("Takk")),
    ]
    for expected, widget in made:
        assert QAccessible.queryAccessibleInterface(widget).role() == expected
