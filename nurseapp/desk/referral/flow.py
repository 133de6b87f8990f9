"""The referral summary: what its fields are called, which must be filled in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from nurseapp.base.text import mark
from nurseapp.clinic.values.papers import ReferralDraft
from nurseapp.desk.referral.paper_flow import PaperCases, PaperFlow, PaperState

ReferralCases = PaperCases[ReferralDraft]
ReferralFlow = PaperFlow[ReferralDraft]
ReferralState = PaperState[ReferralDraft]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftField:
    """One text of the draft: its name there, its label, and a hint; `lines` 1 is a single line."""

    name: str
    label: str
    hint: str = ""
    lines: int = 1
    needed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPart:
    """Fields that stand together under a heading."""

    heading: str
    fields: tuple[DraftField, ...]
    only: Literal["", "child"] = ""


PARTS: Final[tuple[DraftPart, ...]] = (
    DraftPart(
        heading=mark("Kort sagt"),
        fields=(
            DraftField(name="to", label=mark("Til"), needed=True),
            DraftField(name="copy_to", label=mark("Kopi til")),
            DraftField(
                name="request",
                label=mark("Hva ber du om, og hvorfor nå"),
                lines=3,
                needed=True,
            ),
            DraftField(name="urgency", label=mark("Hvor raskt")),
        ),
    ),
    DraftPart(
        heading=mark("Omsorg og samtykke for barnet"),
        only="child",
        fields=(
            DraftField(name="parental_responsibility", label=mark("Foreldreansvar")),
            DraftField(name="daily_care", label=mark("Daglig omsorg")),
            DraftField(name="child_protection", label=mark("Barnevernets rolle")),
        ),
    ),
    DraftPart(
        heading=mark("Vurdering"),
        fields=(
            DraftField(
                name="parents_health", label=mark("Foreldrenes helse, rus og vold"), lines=3
            ),
            DraftField(name="development", label=mark("Barnets utvikling"), lines=2),
            DraftField(name="interplay", label=mark("Samspill"), lines=2),
            DraftField(name="surroundings", label=mark("Omgivelser"), lines=2),
            DraftField(name="function", label=mark("Funksjon i hverdagen"), lines=2),
            DraftField(
                name="risk_and_safety",
                label=mark("Spurt om sikkerhet, og hva som er gjort"),
                lines=2,
            ),
            DraftField(name="wishes", label=mark("Egne ønsker"), lines=2),
        ),
    ),
    DraftPart(
        heading=mark("Gjort og avtalt"),
        fields=(
            DraftField(name="tried", label=mark("Prøvd så langt, og hva det ga"), lines=2),
            DraftField(name="plan", label=mark("Plan til svar foreligger"), lines=2, needed=True),
        ),
    ),
)


def is_about_child(draft: ReferralDraft) -> bool:
    """Whether the paper is about a child, whose carers and consent it must tell."""
    return draft.about_child


CONSENTS: Final[tuple[tuple[str, str], ...]] = (
    ("", mark("Velg …")),
    ("oral", mark("Muntlig samtykke")),
    ("written", mark("Skriftlig samtykke")),
    ("not_given", mark("Ikke gitt")),
)
