"""The lock file: which versions are released, and what they hashed to when they were."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

from msgspec import Meta, Struct

from nurseapp.base.text import _
from nurseapp.forms.problem import Flaw
from nurseapp.forms.reading import read_table
from nurseapp.forms.shape import shaped
from nurseapp.forms.vocabulary import Id

LOCK_FILE: Final = "forms.lock"
_HEAD: Final = """\
# Released forms. A released version never changes: a changed form gets a new version.
# Written by the program; sha256 is over form.toml's content, not its layout or comments.
"""


class Released(Struct, frozen=True, forbid_unknown_fields=True):
    """One version of one form and its hash."""

    id: Id
    version: int
    sha256: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]


class Lock(Struct, frozen=True, forbid_unknown_fields=True):
    """All released versions, old ones too."""

    released: tuple[Released, ...] = ()

    def sha256_of(self, form: str, version: int) -> str | None:
        """The hash the version was released with; None if it was not."""
        for one in self.released:
            if (one.id, one.version) == (form, version):
                return one.sha256
        return None

    def with_released(self, added: Released) -> Lock:
        """The lock with one more version; the same if that version is in it already."""
        if self.sha256_of(added.id, added.version) is not None:
            return self
        order = sorted((*self.released, added), key=lambda one: (one.id, one.version))
        return Lock(tuple(order))

    def written(self) -> str:
        """The file's content."""
        entries = (
            f'\n[[released]]\nid = "{one.id}"\nversion = {one.version}\nsha256 = "{one.sha256}"\n'
            for one in self.released
        )
        return _HEAD + "".join(entries)


def read_lock(path: Path) -> tuple[Lock, tuple[Flaw, ...]]:
    """The lock file, empty if there is none, and what is wrong with it."""
    if not path.exists():
        return Lock(), ()
    table, flaws = read_table(path)
    if flaws:
        return Lock(), flaws
    lock, flaws = shaped(table, Lock)
    if lock is None:
        return Lock(), flaws
    named = [(one.id, one.version) for one in lock.released]
    twice = sorted({one for one in named if named.count(one) > 1})
    says = _("«{form}», utgave {version}, står to ganger.")
    return lock, tuple(Flaw("", says.format(form=form, version=n)) for form, n in twice)
