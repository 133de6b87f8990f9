"""The cards of a form's page: what it is, its limits, and what was ever approved."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from nurseapp.base.text import _, plural
from nurseapp.clinic.values.library import ApprovalLine, FormCard
from nurseapp.desk.library.facts import FormFacts, LimitLine
from nurseapp.desk.library.grouping import TONES
from nurseapp.desk.library.value_button import ValueButton
from nurseapp.look.card import Card
from nurseapp.look.give_way import GiveWay
from nurseapp.look.icons import Icon
from nurseapp.look.labels import body, muted, strong, title
from nurseapp.look.pill import Pill


def about_card(card: FormCard, facts: FormFacts) -> Card:
    """What the form is for, who answers, and what one must know before using it."""
    made = Card(spacing=4)
    made.add(title(_("Om skjemaet")))
    for name, words in _about(card, facts):
        if words:
            made.column.addSpacing(6)
            made.add(muted(name))
            made.add(body(words))
    return made


def _about(card: FormCard, facts: FormFacts) -> Iterator[tuple[str, str]]:
    yield _("Hva det brukes til"), card.purpose
    yield _("Hvorfor det ikke skåres her"), card.not_scored
    yield _("Hvem som svarer"), card.answered_by
    yield _("Alder"), card.ages
    yield (
        _("Omfang"),
        _("{questions} · {minutes} · utgave {version}").format(
            questions=plural("{count} spørsmål", "{count} spørsmål", facts.questions),
            minutes=plural("omtrent {count} minutt", "omtrent {count} minutter", card.minutes),
            version=card.version,
        ),
    )
    yield _("Alene"), _("Åpnes først når personen er alene i rommet.") if facts.alone else ""
    yield _("Hva vi vet om skjemaet, fra Norge først"), card.evidence
    yield _("Opplæring som kreves"), card.training
    yield _("Rettigheter"), card.rights
    yield _("Lisens"), card.licence_words


def unverified_card(card: FormCard) -> Card:
    """What no source was found for: calm, but not to be overlooked."""
    made = Card(tone="amber", spacing=6)
    head = GiveWay(spacing=8)
    head.add(Icon("info", pixels=20))
    head.add(title(_("Ikke kontrollert mot kilde")), stretches=True)
    made.add(head)
    made.add(body(_("Dette i skjemaet har vi ikke funnet en kilde for. Bruk det med varsomhet.")))
    for words in card.unverified:
        made.add(body(f"– {words}"))
    return made


def limits_card(card: FormCard, facts: FormFacts) -> Card:
    """Each limit with its source; those that are the publisher's stand in the clinic's table."""
    made = Card(spacing=6)
    made.add(title(_("Grenser")))
    if card.licensed_words:
        made.add(body(card.licensed_words))
    for line in facts.limits:
        made.add(_limit(line, several=len({one.scale for one in facts.limits}) > 1))
        made.add(muted(line.source))
    if not facts.limits and not card.licensed_words:
        made.add(body(_("Skjemaet har ingen grenser. Samtalen avgjør.")))
    return made


def _limit(line: LimitLine, *, several: bool) -> GiveWay:
    row = GiveWay(spacing=10)
    words = f"{line.scale}: {line.limit}" if several else line.limit
    row.add(strong(words), stretches=True)
    if not line.verified:
        row.add(Pill(_("Ikke kontrollert"), "amber"))
    elif line.used:
        row.add(Pill(_("Brukes her"), "teal"))
    return row


def history_card(
    lines: tuple[ApprovalLine, ...], button: str, confirm: Callable[[ApprovalLine], None]
) -> Card:
    """All that was ever approved, newest first; what waits can be confirmed by another."""
    made = Card(spacing=10)
    made.add(title(_("Godkjenninger")))
    if not lines:
        made.add(muted(_("Ingen har godkjent skjemaet her ennå.")))
    for line in lines:
        row = GiveWay()
        row.add(body(line.words), stretches=True)
        row.add(Pill(_state(line), TONES[line.status]))
        if line.can_confirm:
            confirming = ValueButton(button, line)
            confirming.told.connect(confirm)
            row.add(confirming)
        made.add(row)
    return made


def _state(line: ApprovalLine) -> str:
    return {
        "approved": _("Godkjent"),
        "awaiting_second": _("Venter på bekreftelse"),
        "starts_later": _("Gjelder senere"),
        "withdrawn": _("Trukket tilbake"),
    }.get(line.status, "")
