"""A station founded once, to be copied for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

from clinic_day import NURSE, PASSWORD, HandClock, found

from nurseapp.base.paths import forms_folder
from nurseapp.clinic.station import access
from nurseapp.clinic.station.access import OpenStation
from nurseapp.clinic.station.card import station_card
from nurseapp.forms.library import load_library
from nurseapp.vault.vault import unlock

FORMS = load_library(forms_folder())


class Mould:
    """A station founded once, with its key: copies open without the price of a password."""

    def __init__(self, folder: Path, *, training: bool) -> None:
        self.folder = folder
        self.founded = found(folder, HandClock(), training=training)
        self.unlocked = unlock(folder, NURSE, PASSWORD, clock=HandClock())

    def copy(self, folder: Path) -> Path:
        return Path(shutil.copytree(self.folder, folder))

    def open(self, folder: Path, clock: HandClock) -> OpenStation:
        """The station as after a login, without Argon2id."""
        card = station_card(folder)
        station = access._let_in(folder, card, self.unlocked.key, self.unlocked.user_id, clock)
        station._shipped = FORMS
        return station
