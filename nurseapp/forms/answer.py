"""How an answer is written, in the outbox, the journal and the scoring: always as a string.

`choice` and `yes_no`: the option's id. `multiple`: the ids of the ticked options in printed
order, joined by one space; empty if none is ticked. `number`: digits with a point, as `12.5`.
`date`: `2026-11-21`. `text`: as it was written.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from nurseapp.base.text import _
from nurseapp.forms.problem import printable
from nurseapp.forms.ticks import joined, ticked

if TYPE_CHECKING:
    from nurseapp.forms.question import Question

LONGEST_TEXT: Final = 4000
_NUMBER: Final = re.compile(r"-?(0|[1-9][0-9]{0,8})(\.(?P<decimals>[0-9]{1,3}))?", re.ASCII)
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


def misfit(question: Question, answer: str) -> str:
    """Why the item cannot be answered so, to stand inside a sentence; empty if it can."""
    match question.kind:
        case "choice" | "yes_no":
            return "" if answer in question.options else _no_option(question, answer)
        case "multiple":
            return _ticks(question, answer)
        case "number":
            return _number(question, answer)
        case "date":
            says = _("svaret på spørsmål {item} er ikke en dato")
            return "" if _is_date(answer) else _says(says, question)
        case "text":
            longest = question.longest or LONGEST_TEXT
            says = _("svaret på spørsmål {item} er lengre enn {longest} tegn")
            return "" if len(answer) <= longest else _says(says, question, longest=longest)
        case "information":
            return _says(_("{item} er ikke et spørsmål"), question)


def _ticks(question: Question, answer: str) -> str:
    options = ticked(answer)
    for option in options:
        if option not in question.options:
            return _no_option(question, option)
    if len(set(options)) < len(options):
        return _says(_("et svar på spørsmål {item} står to ganger"), question)
    if joined(question.options, options) != answer:
        return _says(_("svarene på spørsmål {item} står ikke i skjemaets rekkefølge"), question)
    return ""


def _number(question: Question, answer: str) -> str:
    written = _NUMBER.fullmatch(answer)
    if written is None:
        return _says(_("svaret på spørsmål {item} er ikke et tall"), question)
    if len(written["decimals"] or "") > question.decimals:
        says = _("svaret på spørsmål {item} har flere desimaler enn {decimals}")
        return _says(says, question, decimals=question.decimals)
    least, most = question.minimum, question.maximum
    if least is not None and float(answer) < least:
        return _says(_("svaret på spørsmål {item} er mindre enn {least}"), question, least=least)
    if most is not None and float(answer) > most:
        return _says(_("svaret på spørsmål {item} er mer enn {most}"), question, most=most)
    return ""


def _is_date(answer: str) -> bool:
    if not _DATE.fullmatch(answer):
        return False
    try:
        date.fromisoformat(answer)
    except ValueError:
        return False
    return True


def _no_option(question: Question, option: str) -> str:
    says = _("svaret «{option}» finnes ikke i spørsmål {item}")
    return says.format(option=printable(option), item=question.id)


def _says(sentence: str, question: Question, **facts: float) -> str:
    figures = {name: f"{value:g}".replace(".", ",") for name, value in facts.items()}
    return sentence.format(item=question.id, **figures)
