"""A sheet's scales in words: each against the cut-off it was saved with, and all together."""

from __future__ import annotations

from nurseapp.base.numbers import number_words
from nurseapp.base.text import _
from nurseapp.clinic.sheets.sheet_record import SheetRecord
from nurseapp.clinic.sheets.sheet_words import (
    limit_words,
    other_words,
    range_words,
    source_words,
    verdict_of,
    verdict_words,
)
from nurseapp.clinic.values.result import ScaleView
from nurseapp.forms.loaded import LoadedForm
from nurseapp.journal.entries.screening import AnyOfScored, ScaleScored


def scale_views(record: SheetRecord, loaded: LoadedForm | None) -> tuple[ScaleView, ...]:
    """Each scale as it was saved; `loaded` is its form, if that is still here."""
    return tuple(_scale_view(scale, loaded) for scale in record.scales)


def unlicensed_words(loaded: LoadedForm | None) -> str:
    """Why a sheet could not be scored at all: the key is the publisher's; empty otherwise."""
    if loaded is None or "key" not in loaded.form.licensed:
        return ""
    return _("Poengene hører til lisensen og er ikke lagt inn her. Arket er derfor ikke skåret.")


def leading_scale(record: SheetRecord) -> ScaleScored | None:
    """The scale that a reader must see first: one of concern if there is any, else the first."""
    gravest = ("over", "cannot_exclude", "monitoring")
    found = [scale for verdict in gravest for scale in record.scales if scale.verdict == verdict]
    return next(iter((*found, *record.scales)), None)


def score_words(record: SheetRecord) -> str:
    """`13 av 30`; of several scales a line for each, with its name and what it says."""
    if len(record.scales) == 1:
        return range_words(record.scales[0])
    lines = [*map(_named_score, record.scales), *summary(record)]
    return "\n".join(lines) or _("ikke skåret")


def limits_words(record: SheetRecord) -> str:
    """The limits that were used, each with its source; empty where there is none."""
    several = len(record.scales) > 1
    lines = []
    for scale in record.scales:
        used = scale.cut_off
        if used is not None:
            line = f"{limit_words(used)} ({used.source})"
            lines.append(f"{scale.title}: {line}" if several else line)
    return "\n".join(lines)


def summary(record: SheetRecord) -> tuple[str, ...]:
    """What several scales come to together, and where a sheet in two stages stands."""
    if record.scored is None:
        return ()
    titles = {scale.scale: scale.title for scale in record.scales}
    lines = [_any_of_words(each, titles) for each in record.scored.any_of]
    match record.scored.two_stage:
        case "called_for":
            lines.append(_("Oppfølgingssamtalen gjenstår, og den avgjør."))
        case "answered":
            lines.append(_("Oppfølgingssamtalen er gjort, og den avgjør."))
    return tuple(line for line in lines if line)


def sheet_verdict_words(record: SheetRecord) -> str:
    """What the whole sheet says, in the words of the scale that decides; empty if not scored."""
    leading = leading_scale(record)
    if leading is None:
        return ""
    return verdict_words(verdict_of(leading), leading.concern)


def _scale_view(scale: ScaleScored, loaded: LoadedForm | None) -> ScaleView:
    cut_off = scale.cut_off
    verdict = verdict_of(scale)
    source = source_words(cut_off) if cut_off else _no_limit_words(loaded)
    return ScaleView(
        title=scale.title,
        score=scale.score,
        lowest=scale.lowest,
        highest=scale.highest,
        maximum=scale.maximum,
        cut_off=cut_off.value if cut_off else None,
        cut_off_words=_("grense {limit}").format(limit=limit_words(cut_off)) if cut_off else "",
        verdict=verdict,
        verdict_words=verdict_words(verdict, scale.concern),
        words=range_words(scale),
        source_words=source,
        others=tuple(other_words(each) for each in scale.others),
        score_words=_figure(scale),
        maximum_words=number_words(scale.maximum),
        low_is_concern=scale.concern == "low",
        monitoring=cut_off.monitoring if cut_off else None,
    )


def _no_limit_words(loaded: LoadedForm | None) -> str:
    if loaded is not None and "cut_offs" in loaded.form.licensed:
        return _("Grensene hører til lisensen og er ikke lagt inn her. Samtalen avgjør.")
    return _("Ingen kilde har en grense for denne rollen.")


def _figure(scale: ScaleScored) -> str:
    if scale.score is not None:
        return number_words(scale.score)
    return f"{number_words(scale.lowest)}–{number_words(scale.highest)}"


def _named_score(scale: ScaleScored) -> str:
    verdict = verdict_of(scale)
    told = scale.cut_off is None or verdict == "cannot_exclude"  # which the range says itself
    says = "" if told else verdict_words(verdict, scale.concern)
    named = _("{scale}: {score}").format(scale=scale.title, score=range_words(scale))
    return f"{named}. {says}" if says else named


def _any_of_words(rule: AnyOfScored, titles: dict[str, str]) -> str:
    if rule.verdict == "over":
        reached = ", ".join(titles.get(scale, scale).lower() for scale in rule.scales)
        return _("{rule} har nådd grensen: {scales}.").format(rule=rule.title, scales=reached)
    if rule.verdict == "cannot_exclude":
        return _("{rule}: kan ikke utelukke at grensen er nådd.").format(rule=rule.title)
    return ""
