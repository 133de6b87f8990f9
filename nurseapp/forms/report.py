"""What the command line says about forms and sheets, and how it reads a sheet."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from nurseapp.base.errors import AnswersError, UnreadableError
from nurseapp.base.text import _
from nurseapp.forms.library import Library, LoadedForm
from nurseapp.forms.outcome import Flag, ScaleOutcome
from nurseapp.forms.problem import Problem, printable
from nurseapp.forms.scoring import Respondent, scorer_for
from nurseapp.forms.vocabulary import Role

MOST_BYTES: Final = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class FormLine:
    """One form in the list; `version` is None for a form that cannot be read."""

    id: str
    name: str
    version: int | None
    sha256: str
    released: bool
    wordings: tuple[str, ...]
    problems: tuple[Problem, ...]


def listing(library: Library) -> tuple[FormLine, ...]:
    """Every form of the library by id, broken ones too."""
    lines = [_line(loaded, library) for loaded in library.forms]
    listed = {line.id for line in lines}
    folders = {one.file.partition("/")[0] for one in library.problems if "/" in one.file}
    lines += [
        FormLine(
            id=name,
            name=name,
            version=None,
            sha256="",
            released=False,
            wordings=(),
            problems=library.problems_of(name),
        )
        for name in folders - listed
    ]
    return tuple(sorted(lines, key=lambda line: line.id))


def score_as_json(
    loaded: LoadedForm, answers: Mapping[str, str], role: Role | None = None
) -> dict[str, object]:
    """A sheet's outcome for other programs; without a role, the form's first one.

    Raises AnswersError.
    """
    form = loaded.form
    respondent = Respondent(role=role or form.answered_by[0])
    outcome = scorer_for(form).score(answers, respondent)
    return {
        "form": form.id,
        "version": form.version,
        "sha256": loaded.sha256,
        "complete": outcome.complete,
        "missing": list(outcome.missing),
        "scales": {scale.id: _scale(scale) for scale in outcome.scales},
        "critical": [answer.item for answer in outcome.critical],
    }


def read_answers(path: Path) -> dict[str, str]:
    """A sheet from JSON, item ids to option ids; raises UnreadableError and AnswersError."""
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UnreadableError(file=path) from error
    if len(raw) > MOST_BYTES:
        size = MOST_BYTES // 1024
        raise AnswersError(why=_("filen er større enn {size} kB").format(size=size))
    return _sheet(_json(raw))


def _json(raw: bytes) -> object:
    try:
        return json.loads(
            raw.decode("utf-8-sig"),
            object_pairs_hook=_without_twins,
            parse_constant=_refuse_constant,
        )
    except UnicodeDecodeError as error:
        raise AnswersError(why=_("filen er ikke skrevet i UTF-8")) from error
    except json.JSONDecodeError as error:
        says = _("filen er ikke gyldig JSON ved linje {line}, tegn {column}")
        raise AnswersError(why=says.format(line=error.lineno, column=error.colno)) from error
    except (RecursionError, ValueError) as error:  # too deep, or a number of thousands of digits
        raise AnswersError(why=_("filen er ikke et svarark")) from error


def _without_twins(pairs: list[tuple[str, object]]) -> dict[str, object]:
    table: dict[str, object] = {}
    for key, value in pairs:
        if key in table:
            raise AnswersError(
                why=_("spørsmål «{item}» står to ganger").format(item=printable(key))
            )
        table[key] = value
    return table


def _refuse_constant(name: str) -> object:
    raise AnswersError(why=_("{value} er ikke et svar").format(value=name))


def _sheet(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise AnswersError(why=_("filen må inneholde ett objekt med svar"))
    sheet: dict[str, str] = {}
    for item, option in value.items():
        if not isinstance(option, str):
            says = _('svaret på spørsmål «{item}» må være en tekst, som "a"')
            raise AnswersError(why=says.format(item=printable(item)))
        sheet[item] = option
    return sheet


def _line(loaded: LoadedForm, library: Library) -> FormLine:
    form = loaded.form
    return FormLine(
        id=form.id,
        name=form.name,
        version=form.version,
        sha256=loaded.sha256,
        released=loaded.released,
        wordings=tuple(f"{wording.language} ({wording.status})" for wording in loaded.wordings),
        problems=library.problems_of(form.id),
    )


def _scale(scale: ScaleOutcome) -> dict[str, object]:
    return {
        "score": scale.score,
        "lowest": scale.lowest,
        "highest": scale.highest,
        "flags": [_flag(flag) for flag in scale.flags],
    }


def _flag(flag: Flag) -> dict[str, object]:
    """`cut_off` is the value; `id` names the cut-off in the form."""
    return {
        "cut_off": flag.value,
        "comparison": flag.comparison,
        "source": flag.source,
        "reached": flag.reached,
        "id": flag.cut_off,
    }
