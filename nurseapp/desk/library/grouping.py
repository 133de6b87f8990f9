"""The forms of the list under headings, in the order a nurse looks for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from nurseapp.base.text import _, mark
from nurseapp.clinic.values.library import FormCard, FormStatus
from nurseapp.desk.library.flow import LibraryState
from nurseapp.forms.vocabulary import Topic
from nurseapp.look.tokens import Tone

TONES: Final[dict[FormStatus, Tone]] = {
    "approved": "green",
    "training": "green",
    "starts_later": "teal",
    "ready": "amber",
    "draft": "amber",
    "awaiting_second": "amber",
    "withdrawn": "amber",
    "broken": "amber",
    "no_wording": "plain",
    "not_scored": "plain",
}
_TOPICS: Final[dict[Topic, str]] = {
    "parents": mark("Foreldrenes helse, rus og vold"),
    "development": mark("Barnets utvikling"),
    "interplay": mark("Samspill"),
    "surroundings": mark("Omgivelser"),
}
_NAMELESS: Final = mark("Andre skjemaer")
_STATES: Final[tuple[tuple[str, frozenset[FormStatus]], ...]] = (
    (
        mark("Venter på noen"),
        frozenset({"draft", "ready", "awaiting_second", "withdrawn", "broken"}),
    ),
    (mark("Kan brukes her"), frozenset({"approved", "training", "starts_later"})),
    (mark("Uten tekst"), frozenset({"no_wording"})),
    (mark("Skåres ikke her"), frozenset({"not_scored"})),
)

Group = tuple[str, tuple[FormCard, ...]]


def groups(state: LibraryState) -> tuple[Group, ...]:
    """Headings with the cards under each; those that the search leaves out are in none."""
    cards = found(state.view.cards if state.view else (), state.text)
    held: Iterable[tuple[str, list[FormCard]]]
    if state.by == "status":
        held = ((_(name), [c for c in cards if c.status in states]) for name, states in _STATES)
    else:
        held = _by_topic(cards, state.topics)
    return tuple((name, tuple(some)) for name, some in held if some)


def found(cards: Iterable[FormCard], text: str) -> tuple[FormCard, ...]:
    """The cards whose description has every word of `text`, in any case."""
    wanted = text.casefold().split()
    return tuple(card for card in cards if all(word in _description(card) for word in wanted))


def _description(card: FormCard) -> str:
    said = (card.name, card.full_name, card.purpose, card.answered_by, card.ages, card.status_words)
    return " ".join(said).casefold()


def _by_topic(
    cards: tuple[FormCard, ...], topics: Mapping[str, Topic]
) -> Iterable[tuple[str, list[FormCard]]]:
    for topic, name in _TOPICS.items():
        yield _(name), [card for card in cards if topics.get(card.form) == topic]
    yield _(_NAMELESS), [card for card in cards if card.form not in topics]
