"""The one thing to do next with a form, in a sentence and a button."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from nurseapp.base.text import _
from nurseapp.clinic.values.library import FormCard

Action = Literal["", "write", "approve", "values", "people"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """`action` is what the button does, in `language`; without one there is no button."""

    words: str
    action: Action = ""
    button: str = ""
    language: str = ""


def next_step(card: FormCard, *, values_lack: bool, administrator: bool) -> NextStep:
    """What stands between the form and its use here."""
    if card.status == "not_scored":
        return _take_down()
    if card.status == "broken":
        return NextStep(words=_("Skjemaet har feil og kan ikke brukes. Si fra til IT."))
    if card.status in {"approved", "starts_later"}:
        return _use(card)
    if not administrator:
        words = _("Den som er ansvarlig for stasjonen, gjør skjemaet klart til bruk.")
        return NextStep(words=words)
    if values_lack:
        return NextStep(
            words=_("Legg inn grensene fra lisensen. Uten dem kan ingenting regnes ut."),
            action="values",
            button=_("Legg inn verdier"),
        )
    return _words_or_approval(card)


def _take_down() -> NextStep:
    return NextStep(
        words=_("Skjemaet skåres ikke her. Det andre har funnet, føres inn på personens side."),
        action="people",
        button=_("Gå til Personer"),
    )


def _use(card: FormCard) -> NextStep:
    if card.status == "starts_later":
        return NextStep(words=card.why_not or card.status_words)
    if card.not_scored:
        return _take_down()
    words = (
        _("Klart til bruk. Finn barnet, og trykk «Observasjon».")
        if card.observer
        else _("Klart til bruk. Finn personen, og trykk «Start kartlegging».")
    )
    return NextStep(words=words, action="people", button=_("Gå til Personer"))


def _words_or_approval(card: FormCard) -> NextStep:
    wordings = [line for line in card.wordings if line.status != "training"]
    if card.status == "awaiting_second":
        words = _("En annen enn den som godkjente, må bekrefte under «Godkjenninger» her.")
        return NextStep(words=words)
    half = next((line for line in wordings if not line.whole), None)
    if half is not None:
        words = _("Skriv ferdig teksten på {language}. Det som mangler, står nederst på siden.")
        return NextStep(
            words=words.format(language=half.language_words.casefold()),
            action="write",
            button=_("Skriv ferdig teksten"),
            language=half.language,
        )
    whole = next((line for line in wordings if not line.approved), None)
    if whole is not None:
        words = _("Hold teksten på {language} opp mot papirskjemaet, og godkjenn den.")
        return NextStep(
            words=words.format(language=whole.language_words.casefold()),
            action="approve",
            button=_("Gå til godkjenning"),
            language=whole.language,
        )
    words = _("Ha papirskjemaet foran deg, og legg inn teksten derfra.")
    if card.status == "training":
        words += " " + _("Fram til da kan øvingsteksten prøves på oppdiktede personer.")
    return NextStep(
        words=words,
        action="write",
        button=_("Legg inn teksten"),
        language="nb",
    )
