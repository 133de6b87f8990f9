"""The rows of I dag."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import Signal

from nurseapp.base.dates import day_and_month
from nurseapp.base.text import _
from nurseapp.clinic.values.today import AlertCard, StepCard, VisitCard
from nurseapp.desk.rows import PILL_TONES, ActionRow
from nurseapp.look.card import Card
from nurseapp.look.labels import body, muted
from nurseapp.look.tokens import Tone


def alerts(cards: Iterable[AlertCard]) -> Iterator[ActionRow]:
    """What is unresolved: red only for what is critical."""
    for card in cards:
        tone: Tone = "red" if card.kind == "critical" else "amber"
        yield ActionRow(card, card.title, card.detail, tone=tone, action=_("Følg opp"))


def unfinished(cards: Iterable[AlertCard]) -> Iterator[ActionRow]:
    """Sheets that were paused or broken off."""
    for card in cards:
        yield _to_open(card, _("Ikke fullført"))


def overdue(cards: Iterable[StepCard]) -> Iterator[ActionRow]:
    """Steps of the follow-up whose day has passed."""
    for card in cards:
        late = _("Forfalt {day}").format(day=day_and_month(card.due)) if card.due else _("Forfalt")
        yield _to_open(card, late)


def _to_open(card: AlertCard | StepCard, why: str) -> ActionRow:
    return ActionRow(
        card, card.title, card.detail, pill=why, pill_tone="amber", action=_("Åpne"),
        role="secondary",
    )  # fmt: skip


class VisitRow(ActionRow):
    """A consultation; the sheet may also have come on paper."""

    from_paper = Signal(object)
    """The sheet is to be tapped in; carries the consultation."""

    def __init__(self, card: VisitCard) -> None:
        super().__init__(
            card,
            card.title,
            card.detail,
            pill=card.pill,
            pill_tone=PILL_TONES[card.pill_kind],
        )
        self._card = card
        self.paper = self.add_button(_("Fra papir"), "quiet")
        self.paper.clicked.connect(self._tell)
        self.button = self.add_button(_("Start"), "primary")
        self.button.clicked.connect(self._act)

    def _tell(self) -> None:
        self.from_paper.emit(self._card)


def visits(
    cards: Iterable[VisitCard], from_paper: Callable[[VisitCard], None]
) -> Iterator[VisitRow]:
    """Who is due today."""
    for card in cards:
        row = VisitRow(card)
        row.from_paper.connect(from_paper)
        yield row


def no_visits() -> Card:
    """A calm day."""
    card = Card()
    card.add(body(_("Ingen konsultasjoner er satt opp i dag.")))
    card.add(muted(_("Søk opp en person for å starte en kartlegging eller en samtale.")))
    return card


def nobody_found() -> Card:
    """A search without hits."""
    card = Card()
    card.add(body(_("Ingen treff.")))
    card.add(muted(_("Prøv færre bokstaver, fødselsdato (dag.måned.år) eller «Ny person».")))
    return card
