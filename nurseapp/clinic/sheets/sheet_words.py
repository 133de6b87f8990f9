"""What is said about one answer sheet, wherever it is shown: never a diagnosis, never "normal"."""

from __future__ import annotations

from typing import Final, cast

from nurseapp.base.dates import date_and_time, short_date
from nurseapp.base.numbers import number_words
from nurseapp.base.text import _, mark, plural
from nurseapp.clinic.library.compared import compared_words
from nurseapp.clinic.people.naming import language_words
from nurseapp.clinic.station.moments import moment
from nurseapp.clinic.values.result import Verdict
from nurseapp.journal.entries.screening import CutOffUsed, ScaleScored
from nurseapp.journal.queries.screenings import Screening
from nurseapp.people.roles import FilledIn, Interpreter, interpreter_in_words

_ENTERED: Final = {
    "paper": mark("ført inn fra papir"),
    "observed": mark("observert av helsepersonell"),
    "received": mark("opplysninger fra andre"),
}
_SECONDS_A_MINUTE: Final = 60
_QUICK_SECONDS_AN_ITEM: Final = 2  # under this, inattention is likely (Huang 2012)


def limit_words(cut_off: CutOffUsed) -> str:
    """`10 eller mer`."""
    return compared_words(cut_off.comparison, cut_off.value)


def source_words(cut_off: CutOffUsed) -> str:
    """Where a cut-off comes from, and how well it told people apart there."""
    parts = [cut_off.population]
    if cut_off.sensitivity is not None and cut_off.specificity is not None:
        parts.append(
            _("sensitivitet {sensitivity} %, spesifisitet {specificity} %").format(
                sensitivity=round(cut_off.sensitivity * 100),
                specificity=round(cut_off.specificity * 100),
            )
        )
    words = _("Grense {limit} ({source}; {found}).").format(
        limit=limit_words(cut_off), source=cut_off.source, found="; ".join(parts)
    )
    if cut_off.monitoring is not None:
        words += " " + _("Oppfølgingssonen går fra {edge} til grensen.").format(
            edge=number_words(cut_off.monitoring)
        )
    if not cut_off.verified:
        words += " " + _("Tallene er ikke kontrollert mot kilden.")
    return f"{words} {cut_off.note}".strip()


def other_words(cut_off: CutOffUsed) -> str:
    """One line about a cut-off that was not used."""
    return _("{limit}: {source} ({population})").format(
        limit=limit_words(cut_off), source=cut_off.source, population=cut_off.population
    )


def verdict_words(verdict: Verdict, concern: str = "high") -> str:
    """What a result says; the same words on screen and paper.

    Where low scores are of `concern`, the side of concern lies under the limit.
    """
    low = concern == "low"
    match verdict:
        case "over":
            return _("Under grensen: samtale") if low else _("Over grensen: samtale")
        case "monitoring":
            return _("I oppfølgingssonen. Samtalen avgjør.")
        case "below":
            return (
                _("Over grensen. Samtalen avgjør.") if low else _("Under grensen. Samtalen avgjør.")
            )
        case "cannot_exclude":
            return _("Kan ikke utelukke at grensen er nådd")
        case "unscored":
            return _("Ingen skår å vurdere. Samtalen avgjør.")


def range_words(scale: ScaleScored) -> str:
    """`13 av 30`, or the range of an incomplete sheet and what it cannot exclude."""
    most = number_words(scale.maximum)
    if scale.score is not None:
        return _("{score} av {maximum}").format(score=number_words(scale.score), maximum=most)
    span = _("{lowest}–{highest} av {maximum}").format(
        lowest=number_words(scale.lowest), highest=number_words(scale.highest), maximum=most
    )
    if scale.verdict == "cannot_exclude" and scale.cut_off is not None:
        return _("{range}: kan ikke utelukke {limit}").format(
            range=span, limit=limit_words(scale.cut_off)
        )
    return span


def verdict_of(scale: ScaleScored) -> Verdict:
    """The verdict as it was saved."""
    return cast("Verdict", scale.verdict)


def how_words(sheet: Screening) -> str:
    """`fylt ut selv på norsk · 4 min 50 s`, with the interpreter if there was one."""
    if sheet.how in _ENTERED:
        return _(_ENTERED[sheet.how])
    filled = {
        FilledIn.SELF: _("fylt ut selv"),
        FilledIn.ASSISTED: _("fylt ut med hjelp"),
        FilledIn.INTERPRETER: _("tolken leste opp"),
    }[FilledIn(sheet.how or "self")]
    parts = [_("{how} på {language}").format(how=filled, language=language_words(sheet.language))]
    if sheet.interpreter not in {"", "none"}:
        words = interpreter_in_words(Interpreter(sheet.interpreter))
        parts.append(f"{words} ({sheet.interpreter_name})" if sheet.interpreter_name else words)
    if sheet.layout == "one_at_a_time":
        parts.append(_("ett spørsmål om gangen"))
    if sheet.seconds:
        parts.append(time_words(sheet.seconds))
    return " · ".join(parts)


def answered_words(sheet: Screening) -> str:
    """When it was answered: day and time, or the day alone where nobody noted the time."""
    when = moment(sheet.answered_at)
    return short_date(when) if sheet.by_day else date_and_time(when)


def saved_words(answers: int) -> str:
    """How many answers are safe."""
    return plural("{count} svar er lagret", "{count} svar er lagret", answers)


def time_words(seconds: int) -> str:
    """`4 min 50 s`."""
    minutes, rest = divmod(seconds, _SECONDS_A_MINUTE)
    return (
        _("{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)
        if minutes
        else (_("{seconds} s").format(seconds=rest))
    )


def quick_words(sheet: Screening, answered: int) -> str:
    """A quiet note on very quick answers; empty otherwise."""
    if answered and 0 < sheet.seconds < answered * _QUICK_SECONDS_AN_ITEM:
        return _("Svært rask utfylling. Hør om spørsmålene var til å forstå.")
    return ""


def asked_words(sheet: Screening) -> str:
    """`SDQ 2–4 (mor)` for a sheet about a child that an adult answered; else the form alone."""
    role = respondent_words(sheet.role) if sheet.respondent else ""
    return f"{sheet.form_title} ({role})" if role else sheet.form_title


def respondent_words(role: str) -> str:
    """Whose answers they are, in one word: `mor`, `far`, `gravid`, `omsorgsperson`."""
    return {
        "mother": _("mor"),
        "father": _("far"),
        "pregnant": _("gravid"),
        "other_carer": _("omsorgsperson"),
        "observer": _("observatør"),
    }.get(role, "")
