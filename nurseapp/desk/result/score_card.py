"""The score against its cut-off, with the verdict in words and where the cut-off comes from."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.base.dates import date_and_time
from nurseapp.base.text import _
from nurseapp.clinic.values.result import ResultView, ScaleView, Verdict
from nurseapp.desk.fold import Fold
from nurseapp.look.card import Card
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import Label, body, muted, title
from nurseapp.look.pill import Pill
from nurseapp.look.score_bar import ScoreBar, ScoreOnScale
from nurseapp.look.tokens import Tone

VERDICT_TONES: Final[dict[Verdict, Tone]] = {
    "over": "amber",
    "monitoring": "amber",
    "below": "green",
    "cannot_exclude": "amber",
    "unscored": "plain",
}


def score_card(view: ResultView) -> Card:
    """Whose sheet it is and how it was filled in, then each scale."""
    card = Card(spacing=12)
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(title(f"{view.form_title} · {view.subject_name}"))
    words.addWidget(muted(" · ".join(part for part in _how(view) if part)))
    top = GiveWay()
    top.add(words, stretches=True)
    if view.scales:
        top.add(_verdict(view.scales[0]))
    card.add(top)
    for place, scale in enumerate(view.scales):
        if place:
            further = GiveWay()
            further.add(title(scale.title), stretches=True)
            further.add(_verdict(scale))
            card.add(further)
        _add_scale(card, scale)
    return card


def _how(view: ResultView) -> tuple[str, ...]:
    training = _("øving, telles ikke") if view.training else ""
    return view.subject_words, date_and_time(view.answered_at), view.how_words, training


def _verdict(scale: ScaleView) -> Pill:
    return Pill(scale.verdict_words, VERDICT_TONES[scale.verdict])


def _add_scale(card: Card, scale: ScaleView) -> None:
    row = GiveWay(spacing=16)
    row.add(Label(figure(scale), "figure"))
    row.add(muted(_("av {most}").format(most=scale.maximum)))
    bar = ScoreBar(
        ScoreOnScale(
            maximum=scale.maximum,
            lowest=scale.lowest,
            highest=scale.highest,
            cut_off=scale.cut_off,
        )
    )
    row.add(bar, stretches=True)
    card.add(row)
    if scale.score is None:
        card.add(body(scale.words))
    if scale.source_words:
        card.add(muted(scale.source_words))
    if scale.others:
        others = QWidget()
        column = QVBoxLayout(others)
        column.setContentsMargins(0, 0, 0, 0)
        for words in scale.others:
            column.addWidget(muted(words))
        card.add(Fold(_("Andre grenser"), others))


def figure(scale: ScaleView) -> str:
    """`13`, or `8–14` for an incomplete sheet."""
    return f"{scale.lowest}–{scale.highest}" if scale.score is None else str(scale.score)
