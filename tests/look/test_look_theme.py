"""One theme: readable colours, style sheets in one module, a start that builds no more than it needs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

import nurseapp
from nurseapp.look import by_value, tokens
from nurseapp.look.labels import heading
from nurseapp.look.theme import apply_theme, font, scaled

pytest_plugins = ["look_fixtures"]

PROGRAM = Path(nurseapp.__file__).parent


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """WCAG 2.1, relative luminance."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tone", tokens.TONES)
def test_every_tone_reaches_four_and_a_half_to_one(tone: tokens.Tone) -> None:
    ground, _border, text = tokens.TONES[tone]
    assert contrast(text, ground) >= 4.5


@pytest.mark.parametrize("ground", [tokens.PAPER, tokens.CARD])
def test_text_for_parents_reaches_seven_to_one(ground: str) -> None:
    for text in (tokens.INK, tokens.MUTED_DARK, tokens.TEAL):
        assert contrast(text, ground) >= 7


def test_text_for_nurses_and_controls_can_be_seen() -> None:
    for ground in (tokens.PAPER, tokens.CARD):
        assert contrast(tokens.MUTED, ground) >= 4.5
        assert contrast(tokens.CONTROL, ground) >= 3
        assert contrast(tokens.FOCUS, ground) >= 3
    assert contrast(tokens.CARD, tokens.TEAL) >= 4.5


def test_style_sheets_stand_in_the_theme_alone() -> None:
    with_sheets = {
        str(path.relative_to(PROGRAM))
        for path in PROGRAM.rglob("*.py")
        if "setStyleSheet" in path.read_text()
    }
    assert with_sheets == {"look/theme.py"}


def test_constants_written_as_numbers_are_qts_own() -> None:
    flags = Qt.AlignmentFlag
    hints = Qt.InputMethodHint
    secret = hints.ImhHiddenText | hints.ImhSensitiveData | hints.ImhNoPredictiveText
    expected = {
        "PLAIN_TEXT": Qt.TextFormat.PlainText,
        "LEFT_TO_RIGHT": Qt.LayoutDirection.LeftToRight,
        "RIGHT_TO_LEFT": Qt.LayoutDirection.RightToLeft,
        "NO_FOCUS": Qt.FocusPolicy.NoFocus,
        "BY_KEYBOARD": Qt.FocusPolicy.TabFocus,
        "NO_MENU": Qt.ContextMenuPolicy.NoContextMenu,
        "SECRET_INPUT": secret,
        "LEADING": flags.AlignLeading,
        "RIGHT": flags.AlignRight,
        "MIDDLE": flags.AlignVCenter,
        "ABSOLUTE": flags.AlignAbsolute,
        "CENTRE": flags.AlignCenter,
        "WRAPS": Qt.TextFlag.TextWordWrap,
    }
    written = {name: value for name, value in vars(by_value).items() if name.isupper()}
    assert written == {name: value.value for name, value in expected.items()}


def test_text_grows_with_the_chosen_size(themed: QApplication) -> None:
    label = heading("I dag")
    label.ensurePolished()
    before = label.fontMetrics().height()
    apply_theme(themed, text_scale=2.0)
    label.ensurePolished()
    assert label.fontMetrics().height() >= 1.9 * before
    assert scaled(10) == 20


def test_the_typeface_is_our_own(themed: QApplication) -> None:
    label = heading("Ærlig talt")
    label.ensurePolished()
    assert label.fontInfo().family() == "Noto Sans"
    assert font(20, bold=True).bold()


FIRST_WINDOW = """
import PySide6.QtCore
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
app = QApplication([])
from nurseapp.look.theme import apply_theme
from nurseapp.look.buttons import primary, quiet
from nurseapp.look.card import Card
from nurseapp.look.fields import PasswordField, TextField
from nurseapp.look.give_way import GiveWay
from nurseapp.look.idle import IdleWatch
from nurseapp.look.labels import heading, muted
from nurseapp.look.message_bar import MessageBar
from nurseapp.look.nav import NavItem
from nurseapp.look.page import ScrollPage
from nurseapp.look.pill import Pill
from nurseapp.look.press import SwallowEarlyPresses
from nurseapp.look.work import Worker
apply_theme(app)
page, card, row = ScrollPage(), Card(), GiveWay()
row.add(Pill("a")); row.add(NavItem("b"), stretches=True)
parts = [heading("a"), muted("b"), TextField("c"), PasswordField("d"), MessageBar(),
         primary("e"), quiet("f")]
for part in parts:
    card.add(part)
card.add(row)
page.add(card)
page.show()
SwallowEarlyPresses(page.windowHandle())
watch = IdleWatch(blank_after=1, lock_after=2)
watch.start(page.windowHandle())
worker = Worker(print)
parts[2].setFocus()
page.grab()
app.processEvents()
print("Qt" in vars(PySide6.QtCore))
"""


def test_the_first_window_builds_none_of_qts_enumerations() -> None:
    """They cost 15 to 24 ms of the start; PySide puts `Qt` into its module once they are built."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(PROGRAM.parent)}
    run = subprocess.run(
        [sys.executable, "-c", FIRST_WINDOW],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert run.stdout.strip() == "False", run.stderr
