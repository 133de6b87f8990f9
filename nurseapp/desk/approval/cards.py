"""What an approver sees before she decides: changes, and the golden cases as they come out."""

from __future__ import annotations

from nurseapp.base.text import _
from nurseapp.clinic.values.library import ApprovalView, CaseLine
from nurseapp.desk.fold import Fold
from nurseapp.look import tokens
from nurseapp.look.card import Card
from nurseapp.look.give_way import GiveWay
from nurseapp.look.icons import Icon
from nurseapp.look.labels import body, muted, strong, title
from nurseapp.look.section import Section

_FOLDED_FROM = 40
"""So many cases that passed are folded away; one that failed never is."""


def changes_card(view: ApprovalView) -> Card:
    """What differs from what was approved last."""
    card = Card(spacing=8)
    card.add(title(_("1. Hva er endret")))
    if view.first_time:
        card.add(body(_("Skjemaet er ikke godkjent her før. Alt er nytt.")))
    elif not view.structure_changes and not view.wording_changes:
        card.add(body(_("Ingenting er endret siden det sist ble godkjent.")))
    for sentence in view.structure_changes:
        card.add(body(f"– {sentence}"))
    for change in view.wording_changes:
        card.add(strong(change.place))
        card.add(muted(_("Før: {text}").format(text=change.before or _("(ingen tekst)"))))
        card.add(body(_("Nå: {text}").format(text=change.now or _("(ingen tekst)"))))
    for note in view.notes:
        card.add(body(note))
    return card


def cases_card(view: ApprovalView) -> Card:
    """The cases with a tick each; those that fail in words, on top."""
    failed = [case for case in view.cases if not case.passed]
    card = Card(tone="amber" if failed else "plain", spacing=8)
    card.add(title(_("2. Regner programmet riktig?")))
    card.add(body(view.cases_words))
    for case in failed:
        card.add(_case(case))
        for difference in case.differences:
            card.add(body(f"– {difference}"))
    passed = Section("", spacing=2)
    for case in view.cases:
        if case.passed:
            passed.add(_case(case))
    if len(view.cases) - len(failed) > _FOLDED_FROM:
        card.add(Fold(_("Vis hvert prøvesvar"), passed))
    else:
        card.add(passed)
    return card


def _case(case: CaseLine) -> GiveWay:
    row = GiveWay(spacing=8)
    colour = tokens.GREEN if case.passed else tokens.AMBER
    row.add(Icon("check" if case.passed else "warning", colour, pixels=18))
    words = case.name if case.passed else _("{case}: stemmer ikke").format(case=case.name)
    row.add(body(words), stretches=True)
    return row
