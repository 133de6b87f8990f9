"""Releasing forms: what is in the lock file stays as it is for good.

`python -m nurseapp.forms.release forms` releases every form of the folder.
"""

from __future__ import annotations

import sys
from pathlib import Path

from nurseapp.base.errors import FormProblemsError, ReadOnlyError
from nurseapp.forms.check import check
from nurseapp.forms.library import load_library
from nurseapp.forms.lock import LOCK_FILE, Lock, Released, read_lock


def release(folder: Path) -> Lock:
    """Adds every form of the folder to its lock file and returns the lock.

    Raises FormProblemsError if anything is wrong in any form or golden case, and ReadOnlyError.
    """
    problems = check(folder)
    if problems:
        raise FormProblemsError(problems="\n".join(map(str, problems)))
    lock, _flaws = read_lock(folder / LOCK_FILE)
    for loaded in load_library(folder).forms:
        form = loaded.form
        # A family is one folder and one released version, whatever age forms are made of it.
        lock = lock.with_released(Released(form.family or form.id, form.version, loaded.sha256))
    try:
        (folder / LOCK_FILE).write_text(lock.written(), encoding="utf-8")
    except OSError as error:
        raise ReadOnlyError(folder=folder) from error
    return lock


if __name__ == "__main__":
    release(Path(sys.argv[1]))
