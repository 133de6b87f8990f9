"""What the command line says about forms and sheets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nurseapp.forms.library import Library
from nurseapp.forms.loaded import LoadedForm
from nurseapp.forms.outcome import Flag, Outcome, ScaleOutcome
from nurseapp.forms.problem import Problem
from nurseapp.forms.scoring import Respondent, scorer_for
from nurseapp.forms.sheet_file import Given, as_answers
from nurseapp.forms.vocabulary import Role


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
    """Every form of the library in the order of the folders, broken ones too."""
    lines = [(loaded.source.id, _line(loaded, library)) for loaded in library.forms]
    listed = {folder for folder, _listed in lines}
    folders = {one.file.partition("/")[0] for one in library.problems if "/" in one.file}
    lines += [(name, _broken(name, library)) for name in folders - listed]
    return tuple(line for _folder, line in sorted(lines, key=lambda line: line[0]))


def score_as_json(
    loaded: LoadedForm, answers: Mapping[str, Given], role: Role | None = None
) -> dict[str, object]:
    """A sheet's outcome for other programs; without a role, the form's first one.

    `any_of` and `stage_two` are told of where the form has such rules. Raises AnswersError.
    """
    form = loaded.form
    respondent = Respondent(role=role or form.answered_by[0])
    outcome = scorer_for(form).score(as_answers(form, answers), respondent)
    told: dict[str, object] = {
        "form": form.id,
        "version": form.version,
        "sha256": loaded.sha256,
        "complete": outcome.complete,
        "missing": list(outcome.missing),
        "scales": {scale.id: _scale(scale) for scale in outcome.scales},
        "critical": _critical(outcome),
    }
    if form.any_of:
        told["any_of"] = {one.id: one.judgement for one in outcome.any_of}
    if form.two_stage:
        told["stage_two"] = outcome.stage_two
    return told


def _critical(outcome: Outcome) -> list[str]:
    """The items with a critical answer, each once."""
    return list(dict.fromkeys(answer.item for answer in outcome.critical))


def _broken(name: str, library: Library) -> FormLine:
    return FormLine(
        id=name,
        name=name,
        version=None,
        sha256="",
        released=False,
        wordings=(),
        problems=library.problems_of(name),
    )


def _line(loaded: LoadedForm, library: Library) -> FormLine:
    form = loaded.form
    return FormLine(
        id=form.id,
        name=form.name,
        version=form.version,
        sha256=loaded.sha256,
        released=loaded.released,
        wordings=tuple(f"{wording.language} ({wording.status})" for wording in loaded.wordings),
        problems=library.problems_of(loaded.source.id),
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
