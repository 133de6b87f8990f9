"""The score against its cut-off, with the verdict in words and where the cut-off comes from."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nurseapp.base.dates import date_and_time
from nurseapp.base.text import _
from nurseapp.clinic.values.result import ResultView, ScaleView, Verdict
from nurseapp.desk.columns import Columns
from nurseapp.desk.fold import Fold
from nurseapp.look.card import Card
from nurseapp.look.give_way import GiveWay
from nurseapp.look.labels import Label, body, muted, strong, title
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
    """Whose sheet it is and how it was filled in, then each scale, or all of them in short."""
    card = Card(spacing=12)
    card.add(_top(view))
    for line in view.summary:
        card.add(strong(line))
    if len(view.scales) == 1:
        _add_scale(card, view.scales[0])
    elif view.scales:
        for scale in view.scales:
            card.add(_short(scale))
        _add_sources(card, view.scales)
    if view.unverified:
        words = _("Ikke alt i skjemaet har en bekreftet kilde")
        card.add(Fold(words, _lines(view.unverified)))
    return card


def _top(view: ResultView) -> GiveWay:
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(title(f"{view.form_title} · {view.subject_name}"))
    words.addWidget(muted(" · ".join(part for part in _how(view) if part)))
    for line in (view.age_words, *view.entered):
        if line:
            words.addWidget(muted(line))
    top = GiveWay()
    top.add(words, stretches=True)
    if len(view.scales) == 1:
        top.add(_verdict(view.scales[0]))
    return top


def _how(view: ResultView) -> tuple[str, ...]:
    training = _("øving, telles ikke") if view.training else ""
    when = view.answered_words or date_and_time(view.answered_at)
    return view.subject_words, view.respondent_words, when, view.how_words, training


def _verdict(scale: ScaleView) -> Pill:
    return Pill(scale.verdict_words, VERDICT_TONES[scale.verdict])


def _bar(scale: ScaleView) -> ScoreBar:
    return ScoreBar(
        ScoreOnScale(
            maximum=scale.maximum,
            lowest=scale.lowest,
            highest=scale.highest,
            cut_off=scale.cut_off,
            low_is_concern=scale.low_is_concern,
            monitoring=scale.monitoring,
        )
    )


def _add_scale(card: Card, scale: ScaleView) -> None:
    row = GiveWay(spacing=16)
    row.add(Label(figure(scale), "figure"))
    row.add(muted(_("av {most}").format(most=_most(scale))))
    row.add(_bar(scale), stretches=True)
    card.add(row)
    if scale.score is None:
        card.add(body(scale.words))
    if scale.source_words:
        card.add(muted(scale.source_words))
    if scale.others:
        card.add(Fold(_("Andre grenser"), _lines(scale.others)))


def _short(scale: ScaleView) -> Columns:
    """One of several scales: its name and score beside its bar."""
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(strong(scale.title))
    score = _("{score} av {most}").format(score=figure(scale), most=_most(scale))
    limit = " · ".join(part for part in (score, scale.cut_off_words) if part)
    words.addWidget(muted(limit if scale.score is not None else scale.words))
    if scale.verdict != "unscored":  # a sentence that every scale without a limit would repeat
        pill = GiveWay()
        pill.add(_verdict(scale))
        words.addLayout(pill)
    row = Columns(least=220, even=False)
    row.add_column(words, share=5)
    row.add_column(_bar(scale), share=6)
    return row


def _add_sources(card: Card, scales: tuple[ScaleView, ...]) -> None:
    """Where the limits come from: once where they share a source, else scale by scale."""
    sources = dict.fromkeys(scale.source_words for scale in scales if scale.source_words)
    if len(sources) == 1:
        card.add(muted(next(iter(sources))))
    lines = [
        _("{scale}: {source}").format(scale=scale.title, source=words)
        for scale in scales
        for words in (*((scale.source_words,) if len(sources) > 1 else ()), *scale.others)
        if words
    ]
    if lines:
        card.add(Fold(_("Grenser og kilder"), _lines(tuple(lines))))


def _lines(lines: tuple[str, ...]) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    for line in lines:
        column.addWidget(muted(line))
    return holder


def figure(scale: ScaleView) -> str:
    """`13`, or `8–14` for an incomplete sheet."""
    if scale.score_words:
        return scale.score_words
    return f"{scale.lowest}–{scale.highest}" if scale.score is None else str(scale.score)


def _most(scale: ScaleView) -> str:
    return scale.maximum_words or str(scale.maximum)
