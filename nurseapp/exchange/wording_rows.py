"""A wording as rows of a spreadsheet: a key, what belongs there, its points, and the text.

The keys are letters and numbers that no spreadsheet program takes for a date (`1.2` would be
one); the points stand there for whoever compares with the paper form and are not read back.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from nurseapp.base.text import LANGUAGES, _, language, mark, speaking
from nurseapp.forms.model import Form, Item
from nurseapp.forms.problem import printable
from nurseapp.forms.unfinished_wording import (
    UnfinishedItem,
    UnfinishedWording,
    finished,
    shares_answers,
)
from nurseapp.forms.wording import Wording
from nurseapp.people.typed import one_line, plain_text

KEY, TEXT = 0, 3
"""The columns that are read back."""

STATUSES: Final = {
    "validated": mark("validert oversettelse"),
    "translated_only": mark("oversatt, ikke validert"),
    "working_translation": mark("arbeidsoversettelse"),
    "interpreted": mark("leses opp av tolk"),
    "own": mark("egne ord"),
}

_HEAD: Final = {
    "title": mark("Tittelen som står øverst"),
    "introduction": mark("Innledningen, før første spørsmål"),
    "recall": mark("Tidsrommet svarene gjelder"),
    "note": mark("Hvem som eier teksten, og hvor den er hentet (vises bare for ansatte)"),
}
_MOST_PROBLEMS: Final = 40


class Row(NamedTuple):
    """One row."""

    key: str
    what: str
    points: str
    text: str


def status_words(status: str) -> str:
    """What a text's status means."""
    return _(STATUSES.get(status, status))


def rows_of(form: Form, spoken: str, written: UnfinishedWording | None) -> tuple[Row, ...]:
    """The table for one language, filled in with what is written already."""
    texts = written or _nothing(form, spoken)
    points = _("Poeng (leses ikke)")
    head = Row(_("Nøkkel (skal ikke endres)"), _("Hva som skal stå her"), points, _("Tekst"))
    return (head, *_head_rows(form, texts), *_item_rows(form, texts))


def wording_of(
    cells: list[list[str]], form: Form, spoken: str
) -> tuple[Wording | None, tuple[str, ...]]:
    """The wording that the table holds, or in sentences all that is wrong with it."""
    texts, problems = _read(cells)
    if problems:
        return None, tuple(problems[:_MOST_PROBLEMS])
    problems = [*_strange_keys(texts, form), *_other_table(texts, form, spoken)]
    status = _status(texts.get("status", ""))
    if not status:
        problems.append(_("Raden «status» må ha en av disse: {all}.").format(all=_all_statuses()))
    if problems:
        return None, tuple(problems[:_MOST_PROBLEMS])
    wording, flaws = finished(_gathered(texts, form, spoken, status), form)
    return wording, tuple(flaw.sentence for flaw in flaws[:_MOST_PROBLEMS])


def _nothing(form: Form, spoken: str) -> UnfinishedWording:
    return UnfinishedWording(
        form=form.id, version=form.version, language=spoken, status="translated_only"
    )


def _head_rows(form: Form, texts: UnfinishedWording) -> Iterator[Row]:
    named = _("Skjemaet tabellen hører til (skal ikke endres)")
    yield Row("form", named, "", f"{form.id} {form.version}")
    yield Row("language", _("Språket, som kode (skal ikke endres)"), "", texts.language)
    which = _("En av disse: {all}").format(all=_all_statuses())
    yield Row("status", which, "", status_words(texts.status))
    for key, what in _HEAD.items():
        yield Row(key, _(what), "", getattr(texts, key))
    for number, option in enumerate(shares_answers(form), start=1):
        what = _("Svar nummer {number} på alle spørsmål som ikke har egne svar")
        what = what.format(number=number)
        yield Row(f"all {option}", what, "", texts.options.get(option, ""))


def _item_rows(form: Form, texts: UnfinishedWording) -> Iterator[Row]:
    for item in form.items:
        written = texts.items.get(item.id, UnfinishedItem())
        yield Row(f"item {item.id}", _item_words(item), "", written.text)
        for number, option in enumerate(item.options, start=1):
            what = _("Svar nummer {number} på spørsmål {item}")
            what = what.format(number=number, item=item.id)
            points = "" if option.points is None else str(option.points)
            said = written.options.get(option.id, "")
            yield Row(f"item {item.id} {option.id}", what, points, said)


def _item_words(item: Item) -> str:
    topic = item.topic.said(language())
    if item.kind == "information":
        return _("Opplysning {item} ({topic})").format(item=item.id, topic=topic)
    return _("Spørsmål {item} ({topic})").format(item=item.id, topic=topic)


def _read(cells: list[list[str]]) -> tuple[dict[str, str], list[str]]:
    """The texts by key; the first row is the heading and stands for nothing."""
    texts: dict[str, str] = {}
    problems: list[str] = []
    for number, row in enumerate(cells[1:], start=2):
        key = one_line(row[KEY]) if row else ""
        text = plain_text(row[TEXT]) if len(row) > TEXT else ""
        if not key and text:
            says = _("Rad {row}: det står en tekst, men nøkkelen i første kolonne mangler.")
            problems.append(says.format(row=number))
        elif key in texts:
            says = _("Rad {row}: «{key}» står to ganger.")
            problems.append(says.format(row=number, key=printable(key)))
        elif key:
            texts[key] = text
    return texts, problems


def _strange_keys(texts: dict[str, str], form: Form) -> Iterator[str]:
    known = {"form", "language", "status", *_HEAD}
    known |= {f"all {option}" for option in shares_answers(form)}
    known |= {f"item {item.id}" for item in form.items}
    known |= {f"item {item.id} {option.id}" for item in form.items for option in item.options}
    for key in texts:
        if key not in known:
            yield _("Nøkkelen «{key}» hører ikke til dette skjemaet.").format(key=printable(key))


def _other_table(texts: dict[str, str], form: Form, spoken: str) -> Iterator[str]:
    """That the table was made for this form, version and language."""
    if texts.get("form") != f"{form.id} {form.version}":
        says = _("Tabellen er ikke laget for {form}, utgave {version}. Lag en ny mal herfra.")
        yield says.format(form=form.name, version=form.version)
    if texts.get("language", "").lower() != spoken:
        says = _("Tabellen er for språket «{found}», ikke «{wanted}».")
        yield says.format(found=printable(texts.get("language", "")), wanted=spoken)


def _gathered(texts: dict[str, str], form: Form, spoken: str, status: str) -> UnfinishedWording:
    return UnfinishedWording(
        form=form.id,
        version=form.version,
        language=spoken,
        status=status,
        options={option: texts.get(f"all {option}", "") for option in shares_answers(form)},
        items={item.id: _gathered_item(texts, item) for item in form.items},
        **{key: texts.get(key, "") for key in _HEAD},
    )


def _gathered_item(texts: dict[str, str], item: Item) -> UnfinishedItem:
    return UnfinishedItem(
        texts.get(f"item {item.id}", ""),
        {option.id: texts.get(f"item {item.id} {option.id}", "") for option in item.options},
    )


def _all_statuses() -> str:
    return "; ".join(_(words) for words in STATUSES.values())


def _status(written: str) -> str:
    """The status that the words mean, in whichever interface language they were written."""
    meant = one_line(written).casefold()
    for spoken in LANGUAGES:
        with speaking(spoken):
            for status, words in STATUSES.items():
                if meant in {status, _(words).casefold()}:
                    return status
    return ""
