"""Puts one sheet's result into words: critical answers first, then the score with its source."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from nurseapp.base.dates import date_and_time, short_date
from nurseapp.base.text import _, language
from nurseapp.clinic.sheets.second_stage import is_due
from nurseapp.clinic.sheets.sheet_record import SheetRecord
from nurseapp.clinic.station.moments import moment
from nurseapp.clinic.values.result import Assessment, CriticalCard, StepOffer
from nurseapp.forms.library import LoadedForm
from nurseapp.forms.model import Step as FormStep
from nurseapp.journal.queries import followup
from nurseapp.journal.queries.followup import Alert

_SELF_HARM: Final = "self-harm-talk"


def critical_cards(record: SheetRecord, loaded: LoadedForm | None) -> tuple[CriticalCard, ...]:
    """The answers that call for a talk, open ones first."""
    found = [alert for alert in record.alerts if alert.kind == "critical"]
    found.sort(key=lambda alert: bool(alert.closed_at))
    return tuple(_critical_card(alert, loaded) for alert in found)


def _critical_card(alert: Alert, loaded: LoadedForm | None) -> CriticalCard:
    title = _("Spørsmål {item}: svaret gir {points} poeng").format(
        item=alert.item, points=alert.points
    )
    if loaded is not None:
        item = loaded.form.item(alert.item)
        title = _("Spørsmål {item} ({topic}): svar {points} av {most}").format(
            item=alert.item,
            topic=item.topic.said(language()).lower(),
            points=alert.points,
            most=item.most,
        )
    return CriticalCard(
        alert=alert.alert,
        item=alert.item,
        title=title,
        text=_critical_text(alert),
        guide=alert.guide,
        closed=_closed_words(alert),
    )


def _critical_text(alert: Alert) -> str:
    if alert.guide == _SELF_HARM:
        return _(
            "Spør nå, i enerom. Skåren graderer ikke selvmordsfare. "
            "Varselet kan ikke lukkes uten at det står hva som er gjort."
        )
    return _("Spør nå, i enerom. Varselet kan ikke lukkes uten at det står hva som er gjort.")


def _closed_words(alert: Alert) -> str:
    if not alert.closed_at:
        return ""
    says = _("{action} ({by}, {when})").format(
        action=alert.action, by=alert.closed_by, when=date_and_time(moment(alert.closed_at))
    )
    if alert.next_contact is not None:
        day = short_date(date.fromordinal(alert.next_contact))
        says += " · " + _("neste kontakt {day}").format(day=day)
    return says


def step_offers(record: SheetRecord, loaded: LoadedForm | None, day: date) -> tuple[StepOffer, ...]:
    """What the form offers after this result, with its default days, and what is planned."""
    planned = {step.code: step for step in record.steps}
    offers = [
        StepOffer(
            code=step.id,
            words=step.name.said(language()),
            due=day + timedelta(days=step.due_days),
            planned=None,
            done=False,
        )
        for step in _offered_steps(record, loaded)
        if step.id not in planned
    ]
    return (*(_planned_offer(step) for step in record.steps), *offers)


def _offered_steps(record: SheetRecord, loaded: LoadedForm | None) -> Sequence[FormStep]:
    if loaded is None or record.scored is None:
        return ()
    form = loaded.form
    used = {scale.cut_off.id for scale in record.scales if scale.cut_off is not None}
    reached = {rule.id for rule in record.scored.any_of if rule.verdict == "over"}
    offers = [each.offers for scale in form.scales for each in scale.cut_offs if each.id in used]
    offers += [rule.offers for rule in form.any_of if rule.id in reached]
    codes = dict.fromkeys(code for each in offers for code in each)
    return [form.step(code) for code in codes] if codes else form.steps


def _planned_offer(step: followup.Step) -> StepOffer:
    return StepOffer(
        code=step.code,
        words=step.words,
        due=None if step.due_day is None else date.fromordinal(step.due_day),
        planned=step.step,
        done=bool(step.done_at),
    )


def assessments(record: SheetRecord) -> tuple[Assessment, ...]:
    """The nurses' own words, newest first."""
    return tuple(
        Assessment(text=each.text, author=record.users.get(each.author, ""), at=moment(each.at))
        for each in record.assessments
    )


def second_stage_words(record: SheetRecord) -> str:
    """That the interview is due, while it is; empty otherwise."""
    if not is_due(record.sheet):
        return ""
    return _("Oppfølgingssamtale gjenstår. Spør om punktene som ga poeng, og før inn svarene.")


def unverified_words(loaded: LoadedForm | None) -> tuple[str, ...]:
    """The values in the form that no source was found for, each in a sentence."""
    if loaded is None:
        return ()
    return tuple(words.said(language()) for words in loaded.form.about.unverified)
