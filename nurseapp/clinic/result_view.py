"""Puts one sheet's result into words: critical answers first, then the score with its source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from nurseapp.base.dates import date_and_time, short_date
from nurseapp.base.errors import FormNotUsableError
from nurseapp.base.text import _, language
from nurseapp.clinic.moments import moment
from nurseapp.clinic.sheet_words import (
    limit_words,
    other_words,
    range_words,
    source_words,
    verdict_of,
    verdict_words,
)
from nurseapp.clinic.values.result import (
    Assessment,
    CriticalCard,
    ItemRow,
    ScaleView,
    StepOffer,
)
from nurseapp.forms.library import LoadedForm
from nurseapp.forms.model import Item
from nurseapp.forms.model import Step as FormStep
from nurseapp.forms.wording import Wording
from nurseapp.journal.connection import Cursor
from nurseapp.journal.entries.screening import ScaleScored, SheetScored
from nurseapp.journal.queries import followup, screenings, users
from nurseapp.journal.queries.followup import Alert
from nurseapp.journal.queries.screenings import Correction, Screening
from nurseapp.journal.reading import entry_at


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRecord:
    """All that the journal holds about one sheet."""

    sheet: Screening
    answers: dict[str, str | None]
    corrections: tuple[Correction, ...]
    scored: SheetScored | None
    alerts: tuple[Alert, ...]
    steps: tuple[followup.Step, ...]
    assessments: tuple[followup.Written, ...]
    users: dict[int, str]

    @property
    def first_scale(self) -> ScaleScored | None:
        """The scale that papers tell of; None for a sheet that was not scored."""
        return next(iter(self.scored.scales if self.scored else ()), None)


def sheet_record(cursor: Cursor, screening: int) -> SheetRecord:
    """The sheet with everything about it; LookupError for a number that no sheet has."""
    sheet = screenings.screening(cursor, screening)
    if sheet is None:
        raise LookupError("no sheet has this number")
    recorded = entry_at(cursor, sheet.scored_seq) if sheet.scored_seq else None
    scored = recorded.body if recorded is not None else None
    return SheetRecord(
        sheet=sheet,
        answers={each.item: each.option for each in screenings.answers_of(cursor, screening)},
        corrections=screenings.corrections_of(cursor, screening),
        scored=scored if isinstance(scored, SheetScored) else None,
        alerts=followup.alerts_on(cursor, screening),
        steps=followup.steps_on(cursor, screening),
        assessments=followup.assessments_on(cursor, screening),
        users={user.user: user.name for user in users.users(cursor)},
    )


def counting_record(cursor: Cursor, screening: int) -> SheetRecord:
    """As `sheet_record`, for a paper; raises FormNotUsableError for a sheet that was withdrawn."""
    record = sheet_record(cursor, screening)
    if record.sheet.state == "withdrawn":
        why = _("svarene er trukket tilbake")
        raise FormNotUsableError(form=record.sheet.form_title, why=why)
    return record


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
        text=_(
            "Spør nå, i enerom. Skåren graderer ikke selvmordsfare. "
            "Varselet kan ikke lukkes uten at det står hva som er gjort."
        ),
        guide=alert.guide,
        closed=_closed_words(alert),
    )


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


def scale_views(record: SheetRecord) -> tuple[ScaleView, ...]:
    """Each scale as it was saved."""
    return tuple(_scale_view(scale) for scale in (record.scored.scales if record.scored else ()))


def _scale_view(scale: ScaleScored) -> ScaleView:
    cut_off = scale.cut_off
    verdict = verdict_of(scale)
    source = source_words(cut_off) if cut_off else _("Ingen kilde har en grense for denne rollen.")
    return ScaleView(
        title=scale.title,
        score=scale.score,
        lowest=scale.lowest,
        highest=scale.highest,
        maximum=scale.maximum,
        cut_off=cut_off.value if cut_off else None,
        cut_off_words=_("grense {limit}").format(limit=limit_words(cut_off)) if cut_off else "",
        verdict=verdict,
        verdict_words=verdict_words(verdict),
        words=range_words(scale),
        source_words=source,
        others=tuple(other_words(each) for each in scale.others),
    )


def item_rows(
    record: SheetRecord, loaded: LoadedForm | None, wording: Wording | None
) -> tuple[ItemRow, ...]:
    """The questions by topic in printed order, with what was answered."""
    if loaded is None:
        return tuple(
            _bare_row(item, option, record) for item, option in sorted(record.answers.items())
        )
    return tuple(_row(item, record, wording) for item in loaded.form.items)


def _row(item: Item, record: SheetRecord, wording: Wording | None) -> ItemRow:
    option = record.answers.get(item.id)
    words = wording.items[item.id].options if wording is not None else {}
    critical = {alert.item for alert in record.alerts if alert.kind == "critical"}
    return ItemRow(
        item=item.id,
        topic=item.topic.said(language()),
        answer=words.get(option, option) if option else _no_answer(item.id, record),
        points=_points(item, option),
        option=option,
        options=tuple((each.id, words.get(each.id, each.id)) for each in item.options),
        critical=item.id in critical,
        corrected=_corrected_words(item.id, record, words),
    )


def _points(item: Item, option: str | None) -> int | None:
    return next((each.points for each in item.options if each.id == option), None)


def _bare_row(item: str, option: str | None, record: SheetRecord) -> ItemRow:
    """A row for a form that is not here any more."""
    critical = {alert.item for alert in record.alerts if alert.kind == "critical"}
    return ItemRow(
        item=item,
        topic="",
        answer=option or _no_answer(item, record),
        points=None,
        option=option,
        options=(),
        critical=item in critical,
        corrected=_corrected_words(item, record, {}),
    )


def _no_answer(item: str, record: SheetRecord) -> str:
    return _("Vil ikke svare") if item in record.answers else _("Ikke besvart")


def _corrected_words(item: str, record: SheetRecord, words: dict[str, str]) -> str:
    """The corrections of one answer, each with who, when and why; oldest first."""
    return "; ".join(
        _("Rettet {day} av {who}: {why} (før: {before})").format(
            day=short_date(moment(each.at)),
            who=record.users.get(each.author, ""),
            why=each.why,
            before=words.get(each.before, each.before) if each.before else _("ikke besvart"),
        )
        for each in record.corrections
        if each.item == item
    )


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
    used = {scale.cut_off.id for scale in record.scored.scales if scale.cut_off is not None}
    cut_offs = [each for scale in loaded.form.scales for each in scale.cut_offs]
    codes = dict.fromkeys(code for each in cut_offs if each.id in used for code in each.offers)
    return [loaded.form.step(code) for code in codes] if codes else loaded.form.steps


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
