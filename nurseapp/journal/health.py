"""Looks the whole journal over; the order matters, since each check alone has a measured hole.

`cipher_integrity_check` gives false alarms while the write-ahead log is full; an empty file is
a valid empty database; and an old page put back is seen by nothing but the chain and its head.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from nurseapp.base.errors import StationDamagedError
from nurseapp.base.text import _, mark
from nurseapp.journal import looks
from nurseapp.journal.chain import Head
from nurseapp.journal.connection import Connection, open_connection
from nurseapp.journal.keeper import keep
from nurseapp.journal.projection import Projection
from nurseapp.journal.station_files import HEAD
from nurseapp.journal.witness import witnessed

_HOLDS: Final = {
    "open": mark("databasen lar seg åpne med nøkkelen"),
    "log": mark("alt som er skrevet, ligger i databasefilen"),
    "pages": mark("hver side stemmer med kontrollsummen sin"),
    "structure": mark("tabeller og indekser henger sammen"),
    "references": mark("ingen rad viser til noe som mangler"),
    "application": mark("filen hører til dette programmet"),
    "installation": mark("filen hører til denne stasjonen"),
    "chain": mark("kjeden av innførsler er hel"),
    "head": mark("journalen når fram til det som sist ble lagret"),
    "projections": mark("skjermtabellene viser det samme som journalen"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one check found; `wrong` is empty when it held."""

    name: str
    wrong: str = ""

    @property
    def ok(self) -> bool:
        """Whether the check held."""
        return not self.wrong

    @property
    def sentence(self) -> str:
        """What was found, as a sentence in the interface language."""
        phrase = self.wrong or _(_HOLDS[self.name])
        return f"{phrase[:1].upper()}{phrase[1:]}."


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthReport:
    """All findings in the order they were made; after a file that cannot be opened, no more."""

    findings: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        """Whether everything held."""
        return all(finding.ok for finding in self.findings)

    def refuse_damage(self) -> None:
        """Raises StationDamagedError with the first thing that is wrong, if anything is."""
        for finding in self.findings:
            if not finding.ok:
                raise StationDamagedError(what=finding.wrong)


def check(
    path: Path,
    key: bytes,
    expected_head: Head | None = None,
    *,
    installation_id: str | None = None,
    projections: Sequence[Projection] = (),
    memory_security: bool = True,
) -> HealthReport:
    """Looks over the closed journal at `path`; damage is a finding, not an error.

    Compares with `expected_head` (from the station's other files or a backup) and with the head
    file beside the journal; with `projections`, also their tables with what the journal gives.
    Raises NoStationError, StationInUseError or a DiskError. Some seconds at 450 MB, several times
    that with memory security or projections.
    """
    with ExitStack() as undo:
        undo.callback(keep(path.parent).release)
        try:
            connection = open_connection(path, key, memory_security=memory_security)
        except StationDamagedError as damage:
            return HealthReport(findings=(Finding(name="open", wrong=str(damage.facts["what"])),))
        undo.callback(connection.close)
        heads = (witnessed(path.parent / HEAD), expected_head)
        return examine(connection, heads, installation_id=installation_id, projections=projections)


def examine(
    connection: Connection,
    heads: Sequence[Head | None],
    *,
    installation_id: str | None,
    projections: Sequence[Projection] = (),
) -> HealthReport:
    """Looks over an open journal that nobody writes to meanwhile; raises DiskError."""
    order: tuple[tuple[str, looks.Look], ...] = (
        ("log", looks.log),
        ("pages", looks.pages),
        ("structure", looks.structure),
        ("references", looks.references),
        ("application", looks.application),
        ("installation", looks.installation(installation_id)),
        ("chain", looks.chain),
        ("head", looks.head(heads)),
    )
    if projections:
        order = (*order, ("projections", looks.projections(projections)))
    found = (Finding(name=name, wrong=looks.wrong(look, connection)) for name, look in order)
    return HealthReport(findings=(Finding(name="open"), *found))
