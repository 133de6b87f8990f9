"""Innstillinger: users, one's password, the station's card, text size, backup and check."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from desk_fakes import CARD, COLLEAGUE, NURSE, press, stand, words, write
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from nurseapp.base.errors import (
    BackupRefusedError,
    CopyPlaceError,
    LastAdministratorError,
    NameTakenError,
    ReadOnlyError,
    SituationError,
    WeakPasswordError,
    WrongPasswordError,
)
from nurseapp.base.flow import WorkAtOnce
from nurseapp.clinic.values.card import StationCard
from nurseapp.clinic.values.copies import CopiesView, CopyPlace, KeptCopy
from nurseapp.clinic.values.station import NewUser, UserRow
from nurseapp.desk.settings.flow import Part, SettingsFlow
from nurseapp.desk.settings.password_flow import PasswordFlow
from nurseapp.desk.settings.password_part import PasswordPart
from nurseapp.desk.settings.safety_flow import CopiesWords, Finding, SafetyCases, SafetyFlow
from nurseapp.desk.settings.safety_part import SafetyPart
from nurseapp.desk.settings.safety_words import copies_words
from nurseapp.desk.settings.screen import SettingsScreen
from nurseapp.desk.settings.station_flow import StationFlow
from nurseapp.desk.settings.users_flow import UsersCases, UsersFlow
from nurseapp.desk.settings.users_part import UsersPart

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

NEW = NewUser(name="A. Hassel", title="Jordmor", password="et langt passord")


class Station:
    """What the settings change, and what was asked for."""

    def __init__(self, me: UserRow = NURSE) -> None:
        self.me = me
        self.users = [NURSE, COLLEAGUE]
        self.card: StationCard = CARD
        self.percent = 100
        self.copied: list[Path] = []
        self.places: list[Path | None] = []
        self.failing: SituationError | None = None

    def flow(self, part: Part = "users") -> SettingsFlow:
        work = WorkAtOnce()
        users = UsersCases(
            list_users=lambda: tuple(self.users), add_user=self._add, remove_user=self._remove
        )
        safety = SafetyCases(
            back_up=self._back_up,
            copies=self._copies,
            keep_in=self._keep_in,
            health=self._health,
        )
        return SettingsFlow(
            users=UsersFlow(users, work, self.me),
            password=PasswordFlow(self._change_password, work),
            station=StationFlow(self.card, self.percent, self._change_card, self._size, work),
            safety=SafetyFlow(
                safety, work, ("Journalen er kryptert.",), may_choose=self.me.administrator
            ),
            part=part,
        )

    def _add(self, new: NewUser) -> None:
        self._fail()
        self.users.append(replace(COLLEAGUE, user_id=9, name=new.name, title=new.title))

    def _remove(self, user_id: int) -> None:
        self._fail()
        self.users = [
            replace(user, active=False) if user.user_id == user_id else user for user in self.users
        ]

    def _change_password(self, old: str, _new: str) -> None:
        self._fail()
        if old != "riktig hest batteri":
            raise WrongPasswordError

    def _change_card(self, card: StationCard) -> None:
        self._fail()
        self.card = card

    def _size(self, percent: int) -> None:
        self.percent = percent

    def _back_up(self, file: Path) -> None:
        self._fail()
        self.copied.append(file)

    def _copies(self) -> CopiesWords:
        place = self.places[-1] if self.places else None
        return CopiesWords(
            place=f"Kopier legges i {place or 'stasjonen'}", room="Ledig plass: 7,4 GB",
            outside=place is not None, notes=(Finding(words="Siste gode kopi: i dag", good=True),),
            kept=("21.11.2026 kl. 15:42, 1,5 MB",),
        )  # fmt: skip

    def _keep_in(self, place: Path | None) -> None:
        self._fail()
        self.places.append(place)

    def _health(self) -> tuple[Finding, ...]:
        self._fail()
        return (Finding(words="Kjeden er hel.", good=True), Finding(words="Brudd.", good=False))

    def _fail(self) -> None:
        if self.failing is not None:
            raise self.failing


def test_a_new_user_can_log_in_and_stands_in_the_list() -> None:
    station = Station()
    flow = station.flow().users
    flow.refresh()
    flow.begin_adding()
    flow.add(NEW, NEW.password)
    assert [user.name for user in flow.state.users] == ["S. Eik", "M. Lind", "A. Hassel"]
    assert "A. Hassel" in flow.state.message
    assert not flow.state.adding


def test_a_user_is_not_added_before_everything_is_there() -> None:
    station = Station()
    flow = station.flow().users
    flow.begin_adding()
    flow.add(NewUser(name="", title="", password="a"), "b")
    assert set(flow.state.problems) == {"name", "title", "again"}
    assert len(station.users) == 2


@pytest.mark.parametrize(
    ("error", "field"),
    [(NameTakenError(), "name"), (WeakPasswordError(shortest=10), "password")],
)
def test_a_refused_user_is_told_beside_the_field(error: SituationError, field: str) -> None:
    station = Station()
    station.failing = error
    flow = station.flow().users
    flow.begin_adding()
    flow.add(NEW, NEW.password)
    assert flow.state.problems == {field: str(error)}
    assert flow.state.adding


def test_nobody_is_removed_without_being_asked_about() -> None:
    station = Station()
    flow = station.flow().users
    flow.refresh()
    flow.remove()
    assert all(user.active for user in station.users)
    flow.ask_to_remove(COLLEAGUE.user_id)
    flow.remove()
    assert [user.name for user in flow.state.users] == ["S. Eik"]
    assert "M. Lind kan ikke lenger logge inn." in flow.state.message


def test_nobody_removes_herself_and_only_administrators_remove() -> None:
    flow = Station().flow().users
    flow.ask_to_remove(NURSE.user_id)
    assert flow.state.removing is None
    other = Station(me=COLLEAGUE).flow().users
    other.ask_to_remove(NURSE.user_id)
    assert other.state.removing is None


def test_a_refused_removal_says_why() -> None:
    station = Station()
    station.failing = LastAdministratorError()
    flow = station.flow().users
    flow.ask_to_remove(COLLEAGUE.user_id)
    flow.remove()
    assert flow.state.problem == str(LastAdministratorError())
    assert not flow.state.busy


def test_a_user_is_removed_by_two_presses(qtbot: QtBot) -> None:
    station = Station()
    part = UsersPart(station.flow().users)
    stand(qtbot, part)
    row = next(row for row in part.rows if row.name == "M. Lind")
    assert row.button is not None
    press(row.button)
    assert "Fjerne M. Lind?" in words(part)
    press(part.keep)
    assert "Fjerne M. Lind?" not in words(part)
    row = next(row for row in part.rows if row.name == "M. Lind")
    assert row.button is not None
    press(row.button)
    press(part.remove)
    assert [row.name for row in part.rows] == ["S. Eik"]


def test_one_who_is_no_administrator_sees_the_list_and_no_buttons(qtbot: QtBot) -> None:
    part = UsersPart(Station(me=COLLEAGUE).flow().users)
    stand(qtbot, part)
    assert len(part.rows) == 2
    assert all(row.button is None for row in part.rows)
    assert not part.add.isVisible()


def test_a_user_is_added_by_typing(qtbot: QtBot) -> None:
    station = Station()
    part = UsersPart(station.flow().users)
    stand(qtbot, part)
    press(part.add)
    assert part.form is not None
    write(part.form.name, "A. Hassel")
    write(part.form.job, "Jordmor")
    write(part.form.password, "et langt passord")
    write(part.form.again, "et langt passord")
    press(part.form.saved)
    assert [row.name for row in part.rows][-1] == "A. Hassel"
    assert part.form is None


def test_the_password_is_changed_and_the_fields_are_emptied(qtbot: QtBot) -> None:
    part = PasswordPart(Station().flow().password)
    stand(qtbot, part)
    write(part.old, "feil")
    write(part.new, "et nytt passord")
    write(part.again, "et nytt passord")
    press(part.save)
    assert part.old.error() == "Dette er ikke passordet du har nå."
    write(part.old, "riktig hest batteri")
    press(part.save)
    assert "Passordet er byttet." in words(part)
    assert (part.old.text(), part.new.text(), part.again.text()) == ("", "", "")


def test_two_unlike_passwords_change_nothing() -> None:
    flow = Station().flow().password
    flow.change("riktig hest batteri", "en", "to")
    assert set(flow.state.problems) == {"again"}
    assert flow.state.changed == 0


def test_the_screen_is_never_covered_later_than_it_locks() -> None:
    station = Station()
    flow = station.flow().station
    flow.lock_after(60)
    assert (station.card.blank_after_seconds, station.card.lock_after_seconds) == (60, 60)
    flow.blank_after(120)
    assert (station.card.blank_after_seconds, station.card.lock_after_seconds) == (120, 120)


def test_the_station_keeps_a_name_and_says_what_was_saved() -> None:
    station = Station()
    flow = station.flow().station
    flow.rename("  ")
    assert flow.state.name_problem
    flow.rename(" Lia helsestasjon ")
    assert station.card.name == "Lia helsestasjon"
    assert flow.state.message == "Lagret."
    assert not flow.state.name_problem
    flow.speak("nn")
    assert "neste gang" in flow.state.message


def test_a_read_only_disk_changes_nothing_on_screen() -> None:
    station = Station()
    station.failing = ReadOnlyError(folder="/x")
    flow = station.flow().station
    flow.lock_after(60)
    assert flow.state.card == CARD
    assert "/x" in flow.state.problem


def test_the_text_size_is_asked_for_at_once() -> None:
    station = Station()
    station.flow().station.size_text(175)
    assert station.percent == 175


def test_a_backup_goes_where_the_nurse_points(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    station = Station()
    part = SafetyPart(station.flow().safety)
    stand(qtbot, part)
    chosen = ["", str(tmp_path / "kopi.bak")]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (chosen.pop(0), ""))
    press(part.copies.back_up)
    assert not station.copied
    press(part.copies.back_up)
    assert station.copied == [tmp_path / "kopi.bak"]
    assert "kopi.bak" in words(part)


def test_a_refused_backup_says_why_and_can_be_tried_again() -> None:
    station = Station()
    station.failing = BackupRefusedError(file="k", why="filen finnes fra før")
    flow = station.flow().safety
    flow.back_up(Path("k"))
    assert "filen finnes fra før" in flow.state.problem
    assert not flow.state.backing_up
    station.failing = None
    flow.back_up(Path("k"))
    assert "skrevet" in flow.state.message


def test_the_check_shows_each_finding_inwords(qtbot: QtBot) -> None:
    part = SafetyPart(Station().flow().safety)
    stand(qtbot, part)
    press(part.check)
    assert "Kjeden er hel." in words(part)
    assert "Brudd." in words(part)


def test_the_copies_place_is_chosen_and_led_back(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    station = Station()
    part = SafetyPart(station.flow().safety)
    stand(qtbot, part)
    assert "Kopier legges i stasjonen" in words(part)
    assert not part.copies.lead_back.isVisible()
    chosen = ["", str(tmp_path)]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: chosen.pop(0))
    press(part.copies.choose)
    assert not station.places
    press(part.copies.choose)
    assert station.places == [tmp_path]
    assert f"Kopier legges i {tmp_path}" in words(part)
    assert "Den første kopien er skrevet og prøvd." in words(part)
    press(part.copies.lead_back)
    assert station.places == [tmp_path, None]
    assert not part.copies.lead_back.isVisible()


def test_a_place_that_is_refused_is_told_and_another_can_be_chosen() -> None:
    station = Station()
    station.failing = CopyPlaceError(folder="E:", why="det er for lite plass der")
    flow = station.flow().safety
    flow.keep_in(Path("E:"))
    assert "det er for lite plass der" in flow.state.problem
    assert not flow.state.moving
    station.failing = None
    flow.keep_in(Path("F:"))
    assert station.places == [Path("F:")]
    assert not flow.state.problem


def test_one_who_is_no_administrator_sees_the_place_and_cannot_change_it(qtbot: QtBot) -> None:
    station = Station(me=COLLEAGUE)
    part = SafetyPart(station.flow().safety)
    stand(qtbot, part)
    assert "Kopier legges i stasjonen" in words(part)
    assert not part.copies.choose.isVisible()
    part._flow.keep_in(None)
    assert not station.places


def view_of(*, there: bool = True, same_disk: bool = False, chosen: bool = True) -> CopiesView:
    at = datetime(2026, 11, 21, 15, 42, tzinfo=UTC)
    return CopiesView(
        place=CopyPlace(
            folder="E:", chosen=chosen, there=there, free_bytes=7_400_000_000 if there else None,
            same_disk=same_disk,
        ),
        last_good=at,
        trouble="",
        copies=(KeptCopy(at=at, size=1_500_000, outside=chosen),),
    )  # fmt: skip


def test_copies_are_told_with_when_how_large_and_where() -> None:
    said = copies_words(view_of())
    assert said.place == "Automatiske kopier legges i E:"
    assert said.room == "Ledig plass: 7,4 GB"
    assert [note.words for note in said.notes] == ["Siste gode kopi: 21.11.2026 kl. 15:42"]
    assert said.kept == ("21.11.2026 kl. 15:42, 1,5 MB, i den valgte mappen",)
    assert copies_words(view_of(chosen=False)).kept == ("21.11.2026 kl. 15:42, 1,5 MB",)


def test_a_stick_that_is_away_and_a_folder_on_the_same_disk_are_told() -> None:
    away, same = copies_words(view_of(there=False)), copies_words(view_of(same_disk=True))
    assert "er ikke der nå" in away.notes[-1].words
    assert away.room == ""
    assert "samme disk som journalen" in same.notes[-1].words
    assert not away.notes[-1].good
    assert not same.notes[-1].good


def test_a_last_copy_that_went_wrong_and_none_at_all_are_told() -> None:
    wrong = copies_words(replace(view_of(), trouble="Den ble ikke tatt.", last_good=None))
    assert [(note.words, note.good) for note in wrong.notes] == [
        ("Ingen automatisk kopi er tatt ennå.", False),
        ("Den ble ikke tatt.", False),
    ]


@pytest.mark.parametrize("part", ["password", "station", "safety"])
def test_each_part_opens_from_its_tab(qtbot: QtBot, part: Part) -> None:
    screen = SettingsScreen(Station().flow())
    stand(qtbot, screen)
    before = screen.part
    press(screen.tabs[part])
    assert screen.part is not before
    here = [one for one, tab in screen.tabs.items() if tab.accessibleDescription()]
    assert here == [part]


def test_a_part_that_was_left_hears_nothing_more(qtbot: QtBot) -> None:
    flow = Station().flow()
    screen = SettingsScreen(flow)
    stand(qtbot, screen)
    press(screen.tabs["password"])
    qtbot.waitUntil(_deleted(screen))
    flow.users.begin_adding()


def _deleted(screen: SettingsScreen) -> Callable[[], bool]:
    return lambda: not screen.findChildren(UsersPart)
