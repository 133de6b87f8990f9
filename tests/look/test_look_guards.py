"""What a window keeps out, and how it notices that nobody is there."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from nurseapp.look.idle import IdleWatch
from nurseapp.look.parent_keys import ParentKeysOnly
from nurseapp.look.press import SwallowEarlyPresses

pytest_plugins = ["look_fixtures"]


class HandClock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def button_window(
    qtbot: QtBot, button: QPushButton | None = None
) -> tuple[QPushButton, QWindow, list[str]]:
    button = button or QPushButton("Neste")
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("neste"))
    qtbot.addWidget(button)
    button.resize(200, 100)
    with qtbot.waitActive(button):
        button.show()
        button.activateWindow()
    handle = button.windowHandle()
    assert handle is not None
    return button, handle, pressed


def press(window: QWindow) -> None:
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))


def test_the_second_half_of_a_double_tap_presses_nothing(
    themed: QApplication, qtbot: QtBot
) -> None:
    button, window, pressed = button_window(qtbot)
    clock = HandClock()
    SwallowEarlyPresses(window, clock)
    clock.seconds += 0.49
    press(window)
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert pressed == []
    clock.seconds += 0.02
    press(window)
    assert pressed == ["neste"]
    assert not button.isDown()


def test_a_window_shown_anew_swallows_anew(themed: QApplication, qtbot: QtBot) -> None:
    button, window, pressed = button_window(qtbot)
    clock = HandClock()
    SwallowEarlyPresses(window, clock)
    clock.seconds += 10
    button.hide()
    with qtbot.waitActive(button):
        button.show()
        button.activateWindow()
    press(window)
    assert pressed == []


class Listening(QPushButton):
    """Notes each key that reaches it."""

    def __init__(self) -> None:
        super().__init__("Neste")
        self.keys: list[int] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.keys.append(event.key())
        super().keyPressEvent(event)


def test_a_parent_can_press_and_tab_but_not_close_or_copy(
    themed: QApplication, qtbot: QtBot
) -> None:
    button = Listening()
    _button, window, pressed = button_window(qtbot, button)
    ParentKeysOnly(window)
    button.setFocus()
    for key in (Qt.Key.Key_F4, Qt.Key.Key_Escape, Qt.Key.Key_Meta, Qt.Key.Key_C, Qt.Key.Key_Menu):
        QTest.keyClick(window, key)
    QTest.keyClick(window, Qt.Key.Key_Space, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(window, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert button.keys == []
    assert pressed == []
    QTest.keyClick(window, Qt.Key.Key_Space)
    press(window)
    assert button.keys == [Qt.Key.Key_Space]
    assert pressed == ["neste", "neste"]
    closing = QCloseEvent()
    QApplication.sendEvent(window, closing)
    assert not closing.isAccepted()
    assert button.isVisible()


def idle_watch(window: QWindow, clock: HandClock) -> tuple[IdleWatch, list[str]]:
    told: list[str] = []
    watch = IdleWatch(blank_after=120, lock_after=300, now=clock)
    watch.blanked.connect(lambda: told.append("blank"))
    watch.woke.connect(lambda: told.append("awake"))
    watch.locked.connect(lambda: told.append("lock"))
    watch.start(window)
    return watch, told


def test_nobody_there_blanks_at_two_minutes_and_locks_at_five(
    themed: QApplication, qtbot: QtBot
) -> None:
    _button, window, _pressed = button_window(qtbot)
    clock = HandClock()
    watch, told = idle_watch(window, clock)
    for seconds, expected in ((119, []), (2, ["blank"]), (178, ["blank"]), (2, ["blank", "lock"])):
        clock.seconds += seconds
        watch.look()
        assert told == expected
    watch.stop()


def test_the_touch_that_wakes_a_blank_screen_presses_nothing(
    themed: QApplication, qtbot: QtBot
) -> None:
    _button, window, pressed = button_window(qtbot)
    clock = HandClock()
    watch, told = idle_watch(window, clock)
    clock.seconds += 130
    watch.look()
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    assert told == ["blank", "awake"]
    assert pressed == []
    clock.seconds += 119
    watch.look()
    assert told == ["blank", "awake"]
    watch.stop()


def test_a_touch_after_the_time_is_out_locks_instead(themed: QApplication, qtbot: QtBot) -> None:
    """A machine that slept: the first thing that happens is a touch, before any timer."""
    _button, window, pressed = button_window(qtbot)
    clock = HandClock()
    watch, told = idle_watch(window, clock)
    clock.seconds += 8 * 3600
    press(window)
    assert "lock" in told
    assert pressed == []
    watch.stop()


def test_keys_keep_the_station_awake(themed: QApplication, qtbot: QtBot) -> None:
    _button, window, _pressed = button_window(qtbot)
    clock = HandClock()
    watch, told = idle_watch(window, clock)
    for _minute in range(10):
        clock.seconds += 60
        QTest.keyClick(window, Qt.Key.Key_A)
        watch.look()
    assert told == []
    watch.stop()


def test_a_touch_in_a_window_that_came_to_the_front_is_a_sign_of_life(
    themed: QApplication, qtbot: QtBot
) -> None:
    """Such as the one that asks for a folder; and a blank screen stays blank behind it."""
    _button, window, _pressed = button_window(qtbot)
    clock = HandClock()
    watch, told = idle_watch(window, clock)
    _other, front, pressed = button_window(qtbot)
    clock.seconds += 119
    press(front)
    clock.seconds += 119
    watch.look()
    assert (told, pressed) == ([], ["neste"])
    clock.seconds += 1
    watch.look()
    press(front)
    assert (told, pressed) == (["blank", "awake"], ["neste"])
    watch.stop()


def test_idle_watch_that_has_stopped_eats_no_press(themed: QApplication, qtbot: QtBot) -> None:
    _button, window, pressed = button_window(qtbot)
    clock = HandClock()
    idle = IdleWatch(blank_after=120, lock_after=300, now=clock)
    idle.start(window)
    clock.seconds += 301
    idle.look()
    press(window)
    assert pressed == ["neste"]


def test_letters_reach_a_field_and_nothing_else_does(themed: QApplication, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    handle = field.windowHandle()
    assert handle is not None
    ParentKeysOnly(handle)
    none, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
    control = Qt.KeyboardModifier.ControlModifier
    field.setFocus()
    for key, held in (
        (Qt.Key.Key_A, none), (Qt.Key.Key_B, shift), (Qt.Key.Key_3, none), (Qt.Key.Key_X, none),
        (Qt.Key.Key_Backspace, none), (Qt.Key.Key_A, control), (Qt.Key.Key_X, control),
        (Qt.Key.Key_Delete, shift), (Qt.Key.Key_F1, none), (Qt.Key.Key_Escape, none),
    ):  # fmt: skip
        QTest.keyClick(handle, key, held)
    assert (field.text(), field.hasSelectedText()) == ("ab3", False)
    field.selectAll()
    QTest.keyClick(handle, Qt.Key.Key_Delete, shift)
    QTest.keyClick(handle, Qt.Key.Key_Backspace, control)
    assert field.text() == "ab3"
    QTest.keyClick(handle, Qt.Key.Key_Delete)
    assert field.text() == ""
