"""All forms of a folder at once: those that hold, and everything wrong with the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from nurseapp.base.errors import FormProblemsError, UnknownFormError
from nurseapp.base.text import _
from nurseapp.forms.family import fitted
from nurseapp.forms.loaded import LoadedForm, forms_of, sha256_of
from nurseapp.forms.lock import LOCK_FILE, Lock, read_lock
from nurseapp.forms.meaning import file_flaws, form_flaws
from nurseapp.forms.model import Form
from nurseapp.forms.problem import Flaw, Problem
from nurseapp.forms.reading import read_table
from nurseapp.forms.shape import shaped
from nurseapp.forms.wording import Wording
from nurseapp.forms.wording_meaning import wording_flaws

__all__ = ["Library", "LoadedForm", "load_form", "load_library"]

FORM_FILE: Final = "form.toml"
CASES_FILE: Final = "cases.toml"
SOURCE_FILE: Final = "SOURCE.md"
_WORDING_FILE: Final = re.compile(r"(?P<training>training\.)?(?P<language>[a-z]{2,3})\.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """The forms of a folder in the order of their ids, and all problems of all files.

    A family stands here as its age forms, youngest first.
    """

    forms: tuple[LoadedForm, ...]
    problems: tuple[Problem, ...]

    def form(self, form_id: str) -> LoadedForm:
        """The form; raises FormProblemsError if it is there but broken, else UnknownFormError."""
        for loaded in self.forms:
            if loaded.form.id == form_id:
                return loaded
        folder = form_id
        while folder:
            wrong = self.problems_of(folder)
            if wrong:
                raise FormProblemsError(problems="\n".join(map(str, wrong)))
            folder = folder.rpartition("-")[0]  # an age form is called after its family
        raise UnknownFormError(form=form_id)

    def family(self, family_id: str) -> tuple[LoadedForm, ...]:
        """A family's age forms; empty if there is none."""
        return tuple(loaded for loaded in self.forms if loaded.form.family == family_id)

    def problems_of(self, form_id: str) -> tuple[Problem, ...]:
        """What is wrong in one form's folder."""
        return tuple(one for one in self.problems if one.file.startswith(f"{form_id}/"))


def load_library(folder: Path, *, ready: bool = True) -> Library:
    """Reads every form below `folder`; never raises for what stands in the files.

    `ready`: what the installation has read already is not read again.
    """
    if not folder.is_dir():
        wrong = Problem(file="", path="", sentence=_("Mappen med skjemaer finnes ikke."))
        return Library(forms=(), problems=(wrong,))
    lock, flaws = read_lock(folder / LOCK_FILE)
    problems = list(_in_file(LOCK_FILE, flaws))
    forms: list[LoadedForm] = []
    places = sorted(one for one in folder.iterdir() if one.is_dir() and one.name[0] not in "._")
    for place in places:
        loaded, wrong_here = load_form(place, lock, ready=ready)
        problems += wrong_here
        forms += loaded
    problems += _namesakes(forms)
    gone = sorted({released.id for released in lock.released} - {place.name for place in places})
    for name in gone:
        says = _("Skjemaet «{form}» er gitt ut, men ligger ikke her.").format(form=name)
        problems.append(Problem(file=LOCK_FILE, path="", sentence=says))
    return Library(forms=tuple(forms), problems=tuple(problems))


def load_form(
    folder: Path, lock: Lock, *, ready: bool = True
) -> tuple[tuple[LoadedForm, ...], tuple[Problem, ...]]:
    """One folder: the form or age forms if they hold, and all that is wrong in its files."""
    table, flaws = read_table(folder / FORM_FILE, ready=ready)
    form: Form | None = None
    sha256 = ""
    if not flaws:
        form, flaws = shaped(table, Form)
        sha256 = sha256_of(table)
    if form is not None:
        flaws = (*form_flaws(form), *file_flaws(form), *_standing(form, sha256, folder, lock))
    problems = [*_in_file(f"{folder.name}/{FORM_FILE}", flaws)]
    sound = form if not flaws else None
    wordings, wrong = _wordings(folder, sound, ready=ready)
    problems += wrong
    if not (folder / SOURCE_FILE).is_file():
        says = _("Kilden mangler: hvem som eier skjemaet, og hvor grensene kommer fra.")
        problems.append(Problem(file=f"{folder.name}/{SOURCE_FILE}", path="", sentence=says))
    if sound is None:
        return (), tuple(problems)
    released = lock.sha256_of(sound.id, sound.version) == sha256
    loaded = (
        replace(
            one,
            wordings=tuple(fitted(wording, one.form) for wording in wordings),
            released=released,
            folder=folder,
        )
        for one in forms_of(sound, sha256)
    )
    return tuple(loaded), tuple(problems)


def _namesakes(forms: Iterable[LoadedForm]) -> Iterator[Problem]:
    """A form that is called as a family's age form is."""
    seen: set[str] = set()
    for loaded in forms:
        if loaded.form.id in seen:
            says = _("Skjemaet «{form}» finnes to ganger, i en annen mappe også.")
            file = f"{loaded.source.id}/{FORM_FILE}"
            yield Problem(file=file, path="id", sentence=says.format(form=loaded.form.id))
        seen.add(loaded.form.id)


def _standing(form: Form, sha256: str, folder: Path, lock: Lock) -> Iterator[Flaw]:
    if form.id != folder.name:
        yield Flaw("id", _("Mappen må hete det samme som skjemaet, «{form}».").format(form=form.id))
    if lock.sha256_of(form.id, form.version) not in {None, sha256}:
        says = _("Utgave {version} er gitt ut og kan ikke endres. Gi skjemaet et nytt nummer.")
        yield Flaw("version", says.format(version=form.version))


def _wordings(
    folder: Path, form: Form | None, *, ready: bool
) -> tuple[tuple[Wording, ...], list[Problem]]:
    wordings: list[Wording] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.toml")):
        if path.name in {FORM_FILE, CASES_FILE}:
            continue
        wording, flaws = _wording(path, form, ready=ready)
        problems += _in_file(f"{folder.name}/{path.name}", flaws)
        if wording is not None and not flaws:
            wordings.append(wording)
    return tuple(wordings), problems


def _wording(
    path: Path, form: Form | None, *, ready: bool
) -> tuple[Wording | None, tuple[Flaw, ...]]:
    named = _WORDING_FILE.fullmatch(path.name)
    if named is None:
        return None, (Flaw("", _("Filen må hete «nb.toml» eller «training.nb.toml».")),)
    table, flaws = read_table(path, ready=ready)
    if flaws:
        return None, flaws
    wording, flaws = shaped(table, Wording)
    if wording is None or form is None:
        return None, flaws
    whole = wording.spelt_out(form)
    found = wording_flaws(whole, form, named["language"], training=bool(named["training"]))
    return whole, tuple(found)


def _in_file(file: str, flaws: Iterable[Flaw]) -> Iterator[Problem]:
    for path, sentence in flaws:
        yield Problem(file=file, path=path, sentence=sentence)
