"""What the health check looks at, one look each; an empty answer means that it held."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from nurseapp.base.errors import DiskError, SituationError, StationDamagedError
from nurseapp.base.text import _, plural
from nurseapp.journal import schema
from nurseapp.journal.chain import Head
from nurseapp.journal.connection import Connection, truncate_log
from nurseapp.journal.faults import DatabaseFault, Translated, situation
from nurseapp.journal.links import first_break, refuse_older
from nurseapp.journal.projection import Projection
from nurseapp.journal.rebuild import unfaithful

Look = Callable[[Connection], str]


def log(connection: Connection) -> str:
    """Everything written has reached the database file.

    Raises DiskError where the disk refuses: that is no damage, and nothing is lost.
    """
    path = Path(connection.execute("PRAGMA database_list").fetchone()[2])
    with Translated(path):
        emptied = truncate_log(connection)
    if emptied:
        return ""
    return _("noe av det som er skrevet, har ikke nådd databasefilen")


def pages(connection: Connection) -> str:
    """Every encrypted page fits its checksum."""
    wrong = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    if not wrong:
        return ""
    return plural(
        "{count} side er endret eller ødelagt", "{count} sider er endret eller ødelagt", len(wrong)
    )


def structure(connection: Connection) -> str:
    """Tables and indexes agree."""
    if connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]:
        return ""
    return _("tabeller og indekser henger ikke sammen")


def references(connection: Connection) -> str:
    """No row refers to one that is missing."""
    wrong = connection.execute("PRAGMA foreign_key_check").fetchall()
    if not wrong:
        return ""
    return plural(
        "{count} rad viser til noe som mangler",
        "{count} rader viser til noe som mangler",
        len(wrong),
    )


def application(connection: Connection) -> str:
    """The file is this program's, of a schema it knows."""
    schema.version(connection)
    return ""


def installation(expected: str | None) -> Look:
    """The file is this station's."""

    def look(connection: Connection) -> str:
        found, _device = schema.station(connection)
        if expected in {None, found}:
            return ""
        return _("filen hører til en annen stasjon")

    return look


def chain(connection: Connection) -> str:
    """Every entry follows from all before it."""
    broken = first_break(connection)
    if broken is None:
        return ""
    return _("innførsel nummer {seq} er endret eller mangler").format(seq=broken)


def head(expected: Sequence[Head | None]) -> Look:
    """The journal reaches at least as far as it was seen to reach elsewhere."""

    def look(connection: Connection) -> str:
        for each in expected:
            refuse_older(connection, each)
        return ""

    return look


def projections(known: Sequence[Projection]) -> Look:
    """The tables for screens are what the journal gives."""

    def look(connection: Connection) -> str:
        if unfaithful(connection, known):
            return _("skjermtabellene viser noe annet enn journalen")
        return ""

    return look


def wrong(look: Look, connection: Connection) -> str:
    """What `look` found to be wrong, whichever way it was told; empty when it held.

    Raises DiskError where the disk stood in the way.
    """
    try:
        return look(connection)
    except StationDamagedError as damage:
        return str(damage.facts["what"])
    except DiskError:
        raise
    except SituationError as told:
        return told.sentence.rstrip(".")
    except DatabaseFault as fault:
        meaning = situation(fault, Path())
        if isinstance(meaning, StationDamagedError):
            return str(meaning.facts["what"])
        return _("databasen kan ikke leses til ende")
