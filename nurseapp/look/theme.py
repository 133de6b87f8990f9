"""Fonts, colours and the one style sheet; no other module holds style sheets."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from nurseapp.base.paths import resources_folder
from nurseapp.look import tokens
from nurseapp.look.by_value import LEFT_TO_RIGHT, RIGHT_TO_LEFT

FAMILIES: Final = ("Noto Sans", "Noto Sans Arabic")
_FIRST_FILES: Final = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
_ARABIC_FILES: Final = ("NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf")

_loaded: set[str] = set()
_scale: list[float] = [1.0]


def apply_theme(app: QApplication, *, text_scale: float = 1.0, right_to_left: bool = False) -> None:
    """Gives `app` the program's look, with text at `text_scale` (1.0 to 2.0) of its usual size.

    May be called again when the nurse chooses another text size: everything on screen follows.
    """
    choose_type(app, text_scale)
    if right_to_left:
        load_arabic()
    if app.isRightToLeft() != right_to_left:
        app.setProperty("layoutDirection", RIGHT_TO_LEFT if right_to_left else LEFT_TO_RIGHT)
    dress(app)


def choose_type(app: QApplication, text_scale: float) -> None:
    """The first half of the look: typeface, text size and colours, which sizes are measured by."""
    _scale[0] = text_scale
    _load(_FIRST_FILES)
    app.setPalette(_palette())
    app.setFont(font(tokens.TEXT_SIZES["body"] * text_scale))


def dress(app: QApplication) -> None:
    """The other half: the style sheet; nothing happens where it is on already.

    Under a style sheet Qt dresses a part anew each time it is put into another, so the first page
    is built before, and dressed once.
    """
    sheet = style_sheet(_scale[0])
    if sheet != app.styleSheet():
        app.setStyleSheet(sheet)


def text_scale() -> float:
    """The text size now in use, as a share of the usual one."""
    return _scale[0]


def scaled(pixels: float) -> int:
    """`pixels` at 100 % text as whole pixels at the text size now in use."""
    return round(pixels * _scale[0])


def font(pixels: float, *, bold: bool = False) -> QFont:
    """The program's typeface, `pixels` high."""
    chosen = QFont()
    chosen.setFamilies(list(FAMILIES))
    chosen.setPixelSize(max(1, round(pixels)))
    chosen.setBold(bold)
    return chosen


def load_arabic() -> None:
    """Loads the Arabic typeface; later calls cost nothing."""
    _load(_ARABIC_FILES)


def needs_arabic(text: str) -> bool:
    """Whether `text` has letters of the Arabic script (Arabic, Urdu, Dari, Pashto, Sorani)."""
    return not text.isascii() and any("\u0600" <= sign <= "\u08ff" for sign in text)


def style_sheet(scale: float) -> str:
    """The one style sheet, with text at `scale`."""
    return _SHEET % {
        **{name: round(pixels * scale) for name, pixels in tokens.TEXT_SIZES.items()},
        "field": round(10 + 4 * scale),
        "row": max(tokens.TARGET, round(2 * tokens.TEXT_SIZES["body"] * scale)),
        "corner": tokens.CONTROL_CORNER,
    }


def _load(files: tuple[str, ...]) -> None:
    for name in files:
        if name not in _loaded:
            QFontDatabase.addApplicationFont(str(resources_folder() / "fonts" / name))
            _loaded.add(name)


def _palette() -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for which, colour in (
        (role.Window, tokens.PAPER),
        (role.Base, tokens.CARD),
        (role.AlternateBase, tokens.PAPER),
        (role.Button, tokens.CARD),
        (role.WindowText, tokens.INK),
        (role.Text, tokens.INK),
        (role.ButtonText, tokens.INK),
        (role.PlaceholderText, tokens.MUTED),
        (role.Highlight, tokens.TEAL),
        (role.HighlightedText, tokens.CARD),
        (role.ToolTipBase, tokens.CARD),
        (role.ToolTipText, tokens.INK),
    ):
        palette.setColor(which, QColor(colour))
    return palette


_SHEET: Final = f"""
QLabel[role="heading"] {{ font-size: %(heading)dpx; font-weight: bold; }}
QLabel[role="title"] {{ font-size: %(title)dpx; font-weight: bold; }}
QLabel[role="strong"] {{ font-weight: bold; }}
QLabel[role="muted"] {{ font-size: %(muted)dpx; color: {tokens.MUTED}; }}
QLabel[role="small"] {{ font-size: %(small)dpx; color: {tokens.MUTED}; }}
QLabel[role="aside"] {{ color: {tokens.MUTED_DARK}; }}
QLabel[role="figure"] {{ font-size: %(figure)dpx; font-weight: bold; }}
QLabel[role="error"] {{ font-size: %(muted)dpx; color: {tokens.RED}; }}
QLineEdit, QPlainTextEdit, QComboBox {{
    background: {tokens.CARD}; color: {tokens.INK}; border: 2px solid {tokens.CONTROL};
    border-radius: %(corner)dpx; padding: %(field)dpx 16px;
    selection-background-color: {tokens.TEAL}; selection-color: {tokens.CARD};
}}
QLineEdit, QPlainTextEdit {{ placeholder-text-color: {tokens.MUTED}; }}
QPlainTextEdit {{ padding: 8px 12px; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {{ border: 3px solid {tokens.FOCUS}; }}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] {{ border: 2px solid {tokens.RED}; }}
QLineEdit[wrong="true"]:focus {{ border: 3px solid {tokens.FOCUS}; }}
QLineEdit:disabled, QPlainTextEdit:disabled {{ background: {tokens.PAPER}; }}
QComboBox::drop-down {{ width: 36px; border: none; }}
QComboBox QAbstractItemView {{
    background: {tokens.CARD}; border: 1px solid {tokens.CONTROL}; outline: none;
}}
QComboBox QAbstractItemView::item {{
    min-height: %(row)dpx; padding: 0 14px; color: {tokens.INK};
}}
QComboBox QAbstractItemView::item:selected {{
    background: {tokens.TEAL}; color: {tokens.CARD};
}}
QScrollArea {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 14px; margin: 2px; }}
QScrollBar::handle:vertical {{
    background: {tokens.CONTROL}; border-radius: 5px; min-height: 40px;
}}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
    background: none; height: 0; width: 0;
}}
"""
