"""Changes what the station's card says, and writes into the journal who did."""

from __future__ import annotations

from nurseapp.clinic.station.card import installation_id, write_card
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.values.card import StationCard
from nurseapp.journal.entries.station import StationDescribed
from nurseapp.journal.entry import Entry
from nurseapp.journal.queries import users as queries


def change_card(station: OpenStation, card: StationCard) -> None:
    """Gives the station another name, language or waiting times.

    Training stays what it is, and so does the copies' folder, which is tried out when it is
    chosen (`nurseapp.clinic.station.safekeeping.keep_copies_in`).
    """
    now = station.card
    _put(station, card._replace(training=now.training, copies_folder=now.copies_folder))


def change_copies_folder(station: OpenStation, folder: str) -> None:
    """The automatic copies go there from now on; empty for the station's own folder."""
    _put(station, station.card._replace(copies_folder=folder))


def _put(station: OpenStation, card: StationCard) -> None:
    described = station.journal.read(queries.station)
    phone = described.phone if described else ""
    body = StationDescribed(card.name, card.municipality, phone, card.training)
    write_card(station.folder, card, installation_id(station.folder))
    station.journal.append(station.author, [Entry(subject=None, body=body)])
    station.card = card
