"""The opening page: who sees the answers, that it is voluntary, and in which language."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nurseapp.base.text import _, mark
from nurseapp.look import tokens
from nurseapp.look.buttons import Button, primary, secondary
from nurseapp.look.card import Card
from nurseapp.look.give_way import GiveWay
from nurseapp.look.icons import Icon, IconName
from nurseapp.look.labels import Label
from nurseapp.look.section import empty
from nurseapp.parent.place import Beginning, PlaceScreen
from nurseapp.parent.ticket import RecordKind
from nurseapp.parent.view import View
from nurseapp.sheet.languages import language_name

_PROMISES: Final[tuple[tuple[IconName, str], ...]] = (
    ("person", mark("Helsesykepleieren ser svarene, og snakker med deg om dem etterpå.")),
    (
        "lock",
        mark(
            "Svarene lagres kryptert på helsestasjonen og blir en del av journalen din."
            " Bare de som har med helsehjelpen din å gjøre, skal lese dem."
        ),
    ),
    ("check", mark("Det er frivillig. Du kan hoppe over spørsmål, ta pause eller stoppe.")),
    (
        "info",
        mark(
            "Svarene alene fører ikke til melding til barnevernet. Helsesykepleieren må melde fra"
            " når det er grunn til å tro at et barn blir mishandlet eller utsatt for alvorlig"
            " omsorgssvikt. Vanligvis får du vite det først."
        ),
    ),
    ("eye", mark("Sitt gjerne slik at ingen andre ser skjermen.")),
    ("speak", mark("Trykk «Les opp» for å høre teksten, gjerne med hodetelefoner.")),
)
# What is promised instead where the answers stand elsewhere than in her own record.
_OTHERWISE: Final[dict[RecordKind, dict[IconName, str]]] = {
    "own": {},
    "child": {
        "lock": mark(
            "Svarene lagres kryptert på helsestasjonen og blir en del av barnets journal."
            " Bare de som har med helsehjelpen til barnet å gjøre, skal lese dem."
        ),
    },
    "none": {
        "person": mark("Ingen kan se hvem som har svart. Svarene telles sammen med andres."),
        "lock": mark("Svarene blir ikke en del av noen journal."),
        "info": "",
    },
}


class Welcome(PlaceScreen):
    """Plain and short; it promises nothing that cannot be kept."""

    begin = Signal()
    language = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._heading = self.sized(Beginning(), 22, bold=True)
        self._resumed = self.sized(Label(), 14)
        self._introduction = self.sized(Label(), 14)
        self._languages_shown: tuple[str, ...] = ()
        self._languages = self.spaced(GiveWay())
        self._promises = [
            (self.sized(Icon(icon, tokens.TEAL), 17), self.sized(Label(), 13))
            for icon, _words in _PROMISES
        ]
        for part in (self._heading, self._resumed, self._introduction):
            self.page.add(part)
        self.page.add(self._languages)
        self.page.add(self._card())
        self.page.end()
        self.begin_button = self.sized(primary(""), 15, bold=True)
        self.begin_button.clicked.connect(self.begin)
        row = GiveWay(self.bar)
        row.add(QWidget(), stretches=True)
        row.add(self.begin_button)

    def present(self, view: View) -> None:
        """Shows the form's own introduction and our promises."""
        super().present(view)
        self._heading.setText(_("Noen spørsmål til deg"))
        self._resumed.setText(
            _("Du fortsetter der du stoppet. Svarene du har gitt, er lagret og vises ikke igjen.")
        )
        self._resumed.setVisible(view.resumed)
        self._introduction.setText(view.text.introduction)
        for (sign, label), (icon, words) in zip(self._promises, _PROMISES, strict=True):
            promised = _OTHERWISE[view.record].get(icon, words)
            label.setText(_(promised))
            for part in (sign, label):
                part.setVisible(bool(promised) and (icon != "speak" or view.can_read))
        self.begin_button.setText(_("Fortsett") if view.state.begun else _("Begynn"))
        self._show_languages(view)

    def spoken(self, view: View) -> str:
        """The introduction and the promises."""
        promises = (label.text() for _sign, label in self._promises if label.isVisible())
        return "\n".join([view.text.introduction, *promises])

    def first_focus(self) -> QWidget:
        """The heading."""
        return self._heading

    def language_buttons(self) -> list[Button]:
        """One a language, in their order; none where there is nothing to choose."""
        items = (self._languages.itemAt(at) for at in range(self._languages.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, Button)]

    def _card(self) -> Card:
        card = Card(spacing=14)
        for sign, label in self._promises:
            line = QHBoxLayout()
            line.setSpacing(14)
            line.addWidget(sign)
            line.addWidget(label, 1)
            card.add(line)
        return card

    def _show_languages(self, view: View) -> None:
        shown = view.languages if len(view.languages) > 1 else ()
        if shown != self._languages_shown:
            self._languages_shown = shown
            empty(self._languages)
            for code in shown:
                button = self.sized(secondary(language_name(code)), 14)
                button.setProperty("language", code)
                button.clicked.connect(self._language_pressed)
                self._languages.add(button)
            self.order_keyboard()
        for button in self.language_buttons():
            here = button.property("language") == view.state.language
            button.set_role("primary" if here else "secondary")
            button.set_icon("check" if here else None)

    def _language_pressed(self) -> None:
        button: QObject = self.sender()
        self.language.emit(str(button.property("language")))
