"""The station while somebody is logged in: her journal, her keys, the forms."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from nurseapp.base.clock import Clock
from nurseapp.base.paths import forms_folder
from nurseapp.clinic.values.card import StationCard
from nurseapp.clinic.values.station import UserRow
from nurseapp.journal.journal import Journal

if TYPE_CHECKING:
    from nurseapp.forms.library import Library


@dataclass(slots=True, kw_only=True)
class OpenStation:
    """What the use cases work on; made by `nurseapp.clinic.station.access`, used from one thread.

    `notice` is a sentence for whoever has just been let in; mostly empty.
    """

    folder: Path
    card: StationCard
    user: UserRow
    clock: Clock
    journal: Journal
    key: bytes = field(repr=False)
    notice: str = ""
    _shipped: Library | None = field(default=None, repr=False)
    _library: Library | None = field(default=None, repr=False)

    @property
    def training(self) -> bool:
        """Whether only synthetic people may be here."""
        return self.card.training

    @property
    def author(self) -> int:
        """Who stands behind every entry that is written now."""
        return self.user.user_id

    @property
    def outbox(self) -> Path:
        """The folder into which the parent's program writes sealed answers."""
        return self.folder / "outbox"

    @property
    def library(self) -> Library:
        """The program's forms and the clinic's own, with its wording and licensed values."""
        if self._library is None:
            from nurseapp.clinic.station.station_library import station_library

            shipped = self.shipped
            self._library = self.journal.read(lambda cursor: station_library(cursor, shipped))
        return self._library

    @property
    def shipped(self) -> Library:
        """The forms that come with the program, read when first asked for."""
        if self._shipped is None:
            from nurseapp.forms.library import load_library

            self._shipped = load_library(forms_folder())
        return self._shipped

    def library_changed(self) -> None:
        """The clinic's forms, wording or licensed values are read anew when next asked for."""
        self._library = None

    @property
    def day(self) -> date:
        """The local calendar day."""
        return self.clock.now().date()

    def idle(self) -> None:
        """Tidies the journal's log; call it when nobody waits."""
        self.journal.checkpoint_when_idle()

    def close(self) -> None:
        """Lets go of everything; the process should end soon after, since keys linger in memory."""
        self.journal.close()
