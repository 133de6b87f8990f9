"""Results of several scales, of a second stage, and with answers of every kind."""

from __future__ import annotations

from dataclasses import replace
from itertools import starmap

from record_samples import CHILD, ITEMS, RESULT, SCALE

from nurseapp.clinic.values.result import ItemRow, ScaleView, Verdict

_WORDS: dict[Verdict, str] = {
    "over": "Under grensen: samtale", "monitoring": "Følg med", "below": "Over grensen",
    "cannot_exclude": "Kan ikke utelukkes", "unscored": "Ikke skåret",
}  # fmt: skip
_AREAS: tuple[tuple[str, float | None, Verdict], ...] = (
    ("Kommunikasjon", 50, "below"),
    ("Grovmotorikk", 30, "monitoring"),
    ("Finmotorikk", 20, "over"),
    ("Problemløsing", None, "cannot_exclude"),
    ("Personlig-sosialt", 46.25, "below"),
)
AREAS = tuple(area for area, _score, _verdict in _AREAS)


def _area(title: str, score: float | None, verdict: Verdict) -> ScaleView:
    lowest, highest = (score, score) if score is not None else (20, 40)
    figure = f"{lowest:g}–{highest:g}" if score is None else f"{score:g}".replace(".", ",")
    return ScaleView(
        title=title,
        score=score,
        lowest=lowest,
        highest=highest,
        maximum=60,
        cut_off=25,
        cut_off_words="grense under 25",
        verdict=verdict,
        verdict_words=_WORDS[verdict],
        words=f"{figure} av 60",
        source_words="Grenser fra kommunens lisens, utgave 2 (lagt inn 14.11.2026 av S. Eik).",
        others=(),
        score_words=figure,
        maximum_words="60",
        low_is_concern=True,
        monitoring=35,
    )


ASQ_LIKE = replace(
    RESULT,
    subject=CHILD,
    subject_name="Blid Bjørk",
    subject_words="12 måneder 20 dager",
    form="asq-3-12",
    form_title="ASQ-3 12 måneder",
    how_words="fra papir",
    respondent_words="besvart av Rolig Bjørk (mor)",
    age_words="Korrigert alder 11 måneder 8 dager gjelder: født 6 uker før termin.",
    answered_words="20.11.2026",
    entered=("Besvart på papir 20.11.2026, ført inn 21.11.2026 av S. Eik, ført to ganger",),
    summary=("Minst ett område har nådd grensen: finmotorikk.",),
    unverified=("Hvor lenge skjemaet passer etter fylte 12 måneder.",),
    critical=(),
    open_alerts=(),
    training=False,
    scales=tuple(starmap(_area, _AREAS)),
    items=(
        replace(ITEMS[0], topic="Peker", answer="Ikke ennå", critical=False),
        ItemRow(item="w", topic="Vekt", answer="9,4 kg", points=None, option=None, options=(),
                critical=False, corrected="", kind="number", value="9.4", unit="kg"),
        ItemRow(item="d", topic="Første skritt", answer="03.11.2026", points=None, option=None,
                options=(), critical=False, corrected="", kind="date", value="2026-11-03"),
        ItemRow(item="o1", topic="Noe mer", points=None, option=None, options=(), critical=False,
                corrected="", kind="text", value="x",
                answer="Han <b>elsker</b> bøker.\nVi leser hver kveld, og han blar selv om."),
    ),
)  # fmt: skip
TICKS = ItemRow(
    item="t", topic="Har prøvd", answer="Sykle; Bade", points=None, option=None, value="a c",
    options=(("a", "Sykle"), ("b", "Hoppe"), ("c", "Bade")), critical=False, corrected="",
    kind="multiple",
)  # fmt: skip
TICKED = replace(
    ASQ_LIKE,
    items=(TICKS,),
    left_open=(replace(TICKS, item="u", topic="Kryss ved 1", value=None, options=(("a", "Ja"),)),),
)
STRENGTHS = replace(
    ASQ_LIKE,
    form="sdq-2-4",
    form_title="SDQ 2–4",
    how_words="fylt ut selv på norsk · alle på én side · 4 min 2 s",
    entered=(),
    age_words="",
    summary=(),
    unverified=(),
    answered_words="",
    scales=(
        replace(SCALE, title="Samlet", maximum=40, cut_off=14, monitoring=10, score=13, lowest=13,
                highest=13, verdict="monitoring", verdict_words="Følg med", maximum_words="40",
                score_words="13", cut_off_words="grense 14 eller mer",
                source_words="Agder 2019, gutter 2–4 år."),
        *(replace(SCALE, title=title, maximum=10, cut_off=None, monitoring=None, score=4, lowest=4,
                  highest=4, verdict="unscored", verdict_words="Ingen grense", maximum_words="10",
                  score_words="4", cut_off_words="", others=(),
                  source_words="Ingen kilde har en grense for denne rollen.")
          for title in ("Følelser", "Atferd", "Uro", "Venner")),
        replace(SCALE, title="Omtanke", maximum=10, cut_off=5, low_is_concern=True, score=8,
                lowest=8, highest=8, verdict="below", verdict_words="Over grensen",
                maximum_words="10", score_words="8", cut_off_words="grense under 5",
                source_words="Agder 2019.", others=()),
    ),
)  # fmt: skip
STAGED = replace(
    ASQ_LIKE,
    form="two-steps",
    form_title="To trinn",
    second_stage="Oppfølgingssamtale gjenstår. Spør om punktene som ga poeng, og før inn svarene.",
    summary=("Oppfølgingssamtalen gjenstår, og den avgjør.",),
    scales=(replace(SCALE, title="Første trinn", maximum=20, score=5, lowest=5, highest=5,
                    cut_off=8, monitoring=3, verdict="monitoring", verdict_words="Følg med",
                    score_words="5", maximum_words="20"),),
)  # fmt: skip
