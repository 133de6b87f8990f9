"""The texts of a draft by their places, what lacks among them, and the way back to a draft.

A place is `title`, `options.a` (an answer that all share), `items.3` or `items.3.options.b`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from nurseapp.base.text import _, mark
from nurseapp.clinic.values.library import DraftRow, WordingDraft

HEADS: Final = ("title", "introduction", "recall", "note")
_HEAD_WORDS: Final = {
    "title": mark("Tittel"),
    "introduction": mark("Innledning"),
    "recall": mark("Tidsrommet det spørres om"),
    "note": mark("Hvem som eier teksten"),
}
Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """A place without text, and what it is called."""

    place: str
    words: str


def texts_of(draft: WordingDraft) -> dict[str, str]:
    """Every text by its place, in the order in which they are written."""
    texts = {head: str(getattr(draft, head)) for head in HEADS}
    texts |= {shared(option): text for option, text in draft.options}
    for row in draft.rows:
        texts[of_item(row.item)] = row.text
        texts |= {of_option(row.item, option): text for option, _points, text in row.options}
    return texts


def with_texts(draft: WordingDraft, texts: Texts, *, alike: bool) -> WordingDraft:
    """The draft with these texts; answers are shared only if they are `alike`."""
    rows = (
        replace(
            row,
            text=texts[of_item(row.item)],
            options=tuple(
                (option, points, texts[of_option(row.item, option)])
                for option, points, _text in row.options
            ),
        )
        for row in draft.rows
    )
    return replace(
        draft,
        title=texts["title"],
        introduction=texts["introduction"],
        recall=texts["recall"],
        note=texts["note"],
        options=tuple(
            (option, texts[shared(option)] if alike else "") for option, _text in draft.options
        ),
        rows=tuple(rows),
    )


def lacks(draft: WordingDraft, texts: Texts, *, alike: bool) -> tuple[Lack, ...]:
    """What has no text yet, in order; for each question the first place alone."""
    return tuple(_lacks(draft, texts, alike=alike))


def shares(draft: WordingDraft, row: DraftRow) -> bool:
    """Whether the item has the same answers as those that all share."""
    own = [option for option, _points, _text in row.options]
    return bool(own) and own == [option for option, _text in draft.options]


def shared(option: str) -> str:
    """The place of an answer that all share."""
    return f"options.{option}"


def of_item(item: str) -> str:
    """The place of a question's text."""
    return f"items.{item}"


def of_option(item: str, option: str) -> str:
    """The place of an answer of its own."""
    return f"items.{item}.options.{option}"


def _lacks(draft: WordingDraft, texts: Texts, *, alike: bool) -> Iterator[Lack]:
    for head in HEADS:
        if not texts[head].strip():
            yield Lack(place=head, words=_(_HEAD_WORDS[head]))
    empty = [shared(option) for option, _text in draft.options if not texts[shared(option)].strip()]
    if alike and empty:
        yield Lack(place=empty[0], words=_("Svarene som er felles"))
    for row in draft.rows:
        place = _first_lack(draft, row, texts, alike=alike)
        if place:
            words = _("Spørsmål {item}: {topic}").format(item=row.item, topic=row.topic)
            yield Lack(place=place, words=words)


def _first_lack(draft: WordingDraft, row: DraftRow, texts: Texts, *, alike: bool) -> str:
    if not texts[of_item(row.item)].strip():
        return of_item(row.item)
    if alike and shares(draft, row):
        return ""
    places = (of_option(row.item, option) for option, _points, _text in row.options)
    return next((place for place in places if not texts[place].strip()), "")
