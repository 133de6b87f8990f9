"""Setting up a station and getting in: all or nothing, and written down."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from clinic_day import NURSE, PASSWORD, Family, HandClock, found, screened, worth

from nurseapp.base.errors import (
    AccessLostError,
    KeyFileError,
    LastAdministratorError,
    NoStationError,
    StationDamagedError,
    StationExistsError,
    StationInUseError,
    UnreadableError,
    UnsafeFolderError,
    WeakPasswordError,
    WrongPasswordError,
    WrongRecoveryKeyError,
)
from nurseapp.clinic.followup import today
from nurseapp.clinic.people import people
from nurseapp.clinic.record.person_page import person_page
from nurseapp.clinic.sheets import results
from nurseapp.clinic.station import access, safekeeping
from nurseapp.clinic.station.access import OpenStation
from nurseapp.clinic.station.card import station_card, user_names
from nurseapp.clinic.values.station import Founded, NewUser
from nurseapp.journal.entries.station import LoggedIn, RecoveryDone, UserAdded
from nurseapp.journal.entry import STATION, Entry
from nurseapp.vault import vault
from nurseapp.vault.cost import FLOOR
from nurseapp.vault.rotation import remove_user as remove_slot

pytest_plugins = ("clinic_stations",)

COLLEAGUE = NewUser(name="M. Lind", title="jordmor", password="en annen setning")

KILLED_FOUNDING = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from clinic_day import HandClock, found


class LastLook(HandClock):
    def now(self):
        self.looks = getattr(self, "looks", 0) + 1
        if self.looks == int(sys.argv[3]):
            os.kill(os.getpid(), signal.SIGKILL)
        return super().now()

found(Path(sys.argv[1]), LastLook())
"""


@pytest.mark.parametrize(
    "look",
    [pytest.param("1", marks=pytest.mark.slow), "2", pytest.param("3", marks=pytest.mark.slow)],
)
def test_founding_killed_midway_leaves_no_half_station(tmp_path: Path, look: str) -> None:
    folder = tmp_path / "station"
    here = str(Path(__file__).parent)
    ended = subprocess.run(
        [sys.executable, "-c", KILLED_FOUNDING, str(folder), here, look], check=False
    )
    assert ended.returncode == -signal.SIGKILL
    assert not folder.exists()
    with pytest.raises(NoStationError):
        station_card(folder)
    found(folder, HandClock())
    assert user_names(folder) == (NURSE,)
    assert [path.name for path in tmp_path.iterdir()] == ["station"]


def test_login_tells_once_that_an_older_key_file_is_in_force(
    station: OpenStation, folder: Path, clock: HandClock
) -> None:
    access.add_user(station, COLLEAGUE)
    station.close()
    (folder / "keys.json").write_bytes(b"broken")

    station = access.open_station(folder, NURSE, PASSWORD, clock=clock)
    told = station.notice
    assert "Nøkkelfilen var skadet" in told
    assert "Innstillinger" in told
    station.close()
    station = access.open_station(folder, NURSE, PASSWORD, clock=clock)
    assert station.notice == ""
    access.add_user(station, COLLEAGUE)
    station.close()
    (folder / "keys.json").write_bytes(b"broken")
    report = safekeeping.examine(folder, NURSE, PASSWORD, clock=clock)
    assert not report.ok
    assert [one.sentence for one in report.findings if not one.ok] == [told]


def test_founding_gives_a_private_folder_and_a_card_anybody_may_read(folder: Path) -> None:
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / "station.json").stat().st_mode & 0o777 == 0o600
    card = station_card(folder)
    assert (card.name, card.municipality) == ("Solvang helsestasjon", "Testvik kommune")
    assert card.training
    assert (card.blank_after_seconds, card.lock_after_seconds) == (120, 300)
    assert user_names(folder) == (NURSE,)


def test_founding_refuses_a_folder_that_is_taken_and_leaves_it_alone(
    folder: Path, tmp_path: Path
) -> None:
    before = sorted((path, path.stat().st_mtime_ns) for path in folder.rglob("*"))
    with pytest.raises(StationExistsError):
        found(folder, HandClock())
    assert sorted((path, path.stat().st_mtime_ns) for path in folder.rglob("*")) == before
    holidays = tmp_path / "feriebilder"
    holidays.mkdir()
    (holidays / "strand.jpg").touch()
    with pytest.raises(UnsafeFolderError):
        found(holidays, HandClock())
    with pytest.raises(UnsafeFolderError):
        found(tmp_path / "Dropbox" / "station", HandClock())


def test_founding_with_a_short_password_makes_nothing(tmp_path: Path) -> None:
    new = NewUser(name="S. Eik", title="", password="kort", administrator=True)
    from nurseapp.clinic.values.station import NewStation

    station = NewStation(
        name="A", municipality="B", phone="", training=True, language="nb", first_user=new
    )
    with pytest.raises(WeakPasswordError):
        access.found_station(tmp_path / "station", station, clock=HandClock(), cost=FLOOR)
    assert list(tmp_path.iterdir()) == []


def test_login_is_recorded_with_the_wrong_passwords_before_it(
    folder: Path, clock: HandClock
) -> None:
    typed = "hemmelig-og-feil"
    for _attempt in range(2):
        with pytest.raises(WrongPasswordError):
            access.open_station(folder, NURSE, typed, clock=clock)
    station = access.open_station(folder, NURSE, PASSWORD, clock=clock)
    try:
        history = station.journal.history(station.author)
        logins = [entry.body for entry in history if isinstance(entry.body, LoggedIn)]
        assert len(logins[-1].failed_at) == 2
        assert station.user.name == NURSE
    finally:
        station.close()
    for file in folder.rglob("*"):
        assert file.is_dir() or typed.encode() not in file.read_bytes()
    again = access.open_station(folder, NURSE, PASSWORD, clock=clock)
    try:
        (*_earlier, last) = again.journal.history(again.author)
        assert isinstance(last.body, LoggedIn)
        assert last.body.failed_at == ()
    finally:
        again.close()


def test_second_start_is_told_that_the_station_is_open(
    station: OpenStation, clock: HandClock
) -> None:
    with pytest.raises(StationInUseError):
        access.open_station(station.folder, NURSE, PASSWORD, clock=clock)


def test_card_that_lies_about_training_lets_nobody_in(
    login: Callable[[], OpenStation], folder: Path
) -> None:
    card = folder / "station.json"
    card.write_text(card.read_text().replace('"training": true', '"training": false'))
    with pytest.raises(StationDamagedError):
        login()


def test_damaged_card_is_told_of(folder: Path) -> None:
    (folder / "station.json").write_text("{")
    with pytest.raises(UnreadableError):
        station_card(folder)


@pytest.mark.parametrize(
    ("lost", "told"),
    [
        ("station.json", UnreadableError),
        ("keys.json", KeyFileError),
        ("journal.db", StationDamagedError),
    ],
)
def test_station_that_lost_a_file_is_never_taken_for_an_empty_folder(
    station: OpenStation, folder: Path, clock: HandClock, lost: str, told: type[Exception]
) -> None:
    """Or somebody would be led to set up a new one on top of it."""
    station.close()
    (folder / lost).unlink()

    def come_in() -> None:
        station_card(folder)
        user_names(folder)
        access.open_station(folder, NURSE, PASSWORD, clock=clock)

    with pytest.raises(told):
        come_in()
    if lost == "journal.db":
        with pytest.raises(told):
            safekeeping.examine(folder, NURSE, PASSWORD, clock=clock)
        assert not (folder / lost).exists()


def test_login_compares_the_key_file_with_the_journal(
    login: Callable[[], OpenStation],
) -> None:
    station = login()
    other = RecoveryDone(station.author, b"k" * 32)
    station.journal.append(STATION, [Entry(subject=station.author, body=other)])
    with pytest.raises(KeyFileError):
        login()


def test_user_whose_adding_was_cut_off_is_in_the_journal_after_the_next_login(
    login: Callable[[], OpenStation], folder: Path
) -> None:
    key = login().key
    vault.add_user(folder, "M. Lind", COLLEAGUE.password, administrator=False, key=key)
    station = login()
    assert [user.name for user in access.list_users(station)] == [NURSE, "M. Lind"]
    (added,) = [
        entry.body
        for entry in station.journal.entries_after(0)
        if isinstance(entry.body, UserAdded) and entry.body.name == "M. Lind"
    ]
    assert added.public_key == vault.public_keys(folder).users[2]


def test_removed_user_is_out_and_what_she_wrote_stays(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    added = access.add_user(station, COLLEAGUE)
    access.remove_user(station, added.user_id)
    assert [user.active for user in access.list_users(station)] == [True, False]
    people.write_nurse_line(station, family.child, "Skrevet etter nøkkelbyttet")
    folder = station.folder
    station.close()
    with pytest.raises(WrongPasswordError):
        access.open_station(folder, COLLEAGUE.name, COLLEAGUE.password, clock=clock)
    again = access.open_station(folder, NURSE, PASSWORD, clock=clock)
    try:
        assert person_page(again, family.child).nurse_lines
        with pytest.raises(LastAdministratorError):
            access.remove_user(again, again.author)
        with pytest.raises(AccessLostError):
            access.remove_user(again, 12345)
    finally:
        again.close()


@pytest.mark.parametrize("rekeyed", [pytest.param(False, marks=pytest.mark.slow), True])
def test_removal_cut_off_midway_is_carried_through_at_the_next_login(
    station: OpenStation, family: Family, clock: HandClock, rekeyed: bool
) -> None:
    access.add_user(station, COLLEAGUE)
    folder, key = station.folder, station.key

    class PowerCutError(Exception):
        pass

    def rekey(new: bytes) -> None:
        if rekeyed:
            station.journal.rekey(new)
        raise PowerCutError

    with pytest.raises(PowerCutError):
        remove_slot(folder, 2, key=key, rekey=rekey, verify=lambda _key: None)
    station.close()

    again = access.open_station(folder, NURSE, PASSWORD, clock=clock)
    try:
        assert again.key != key
        assert [user.active for user in access.list_users(again)] == [True, False]
        assert person_page(again, family.child).name == "Blid Bjørk"
    finally:
        again.close()
    access.open_station(folder, NURSE, PASSWORD, clock=clock).close()


def test_recovery_gives_a_new_password_and_the_old_one_is_void(
    tmp_path: Path, clock: HandClock
) -> None:
    folder = tmp_path / "station"
    founded: Founded = found(folder, clock)
    assert "-".join(founded.groups) == founded.recovery_key
    with pytest.raises(WrongRecoveryKeyError):
        access.open_by_recovery(folder, "0" * 36, NURSE, "helt nytt passord", clock=clock)
    with pytest.raises(AccessLostError):
        access.open_by_recovery(
            folder, founded.recovery_key, "Ingen", "helt nytt passord", clock=clock
        )
    access.open_by_recovery(
        folder, founded.recovery_key.lower(), "s. eik", "helt nytt passord", clock=clock
    ).close()
    with pytest.raises(WrongPasswordError):
        access.open_station(folder, NURSE, PASSWORD, clock=clock)
    access.open_station(folder, NURSE, "helt nytt passord", clock=clock).close()


@pytest.mark.slow
def test_recovery_cut_off_before_its_last_entry_shuts_nobody_out(
    tmp_path: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "station"
    founded = found(folder, clock)

    class PowerCutError(Exception):
        pass

    def cut(*_: object) -> OpenStation:
        raise PowerCutError

    with monkeypatch.context() as patched:
        patched.setattr(access, "_let_in", cut)
        with pytest.raises(PowerCutError):
            access.open_by_recovery(
                folder, founded.recovery_key, NURSE, "helt nytt passord", clock=clock
            )
    access.open_station(folder, NURSE, "helt nytt passord", clock=clock).close()


@pytest.mark.slow
def test_password_can_be_changed_by_its_owner(station: OpenStation, clock: HandClock) -> None:
    with pytest.raises(WrongPasswordError):
        access.change_password(station, "feil passord her", "et nytt passord")
    access.change_password(station, PASSWORD, "et nytt passord")
    folder = station.folder
    station.close()
    access.open_station(folder, NURSE, "et nytt passord", clock=clock).close()


def test_card_can_be_changed_but_not_from_training_to_production(
    login: Callable[[], OpenStation],
) -> None:

    station = login()
    access.change_card(
        station,
        station.card._replace(name="Ny helsestasjon", lock_after_seconds=60, training=False),
    )
    station = login()
    assert (station.card.name, station.card.lock_after_seconds) == ("Ny helsestasjon", 60)
    assert station.training


def test_backup_opens_elsewhere_with_todays_password(
    station: OpenStation, family: Family, tmp_path: Path, clock: HandClock
) -> None:
    from nurseapp.journal.restore import restore

    screening = screened(station, family.mother, worth(13))
    safekeeping.back_up(station, tmp_path / "kopi.nursebackup")
    restored = tmp_path / "gjenopprettet"
    restore(tmp_path / "kopi.nursebackup", restored)
    elsewhere = access.open_station(restored, NURSE, PASSWORD, clock=clock)
    try:
        assert results.result(elsewhere, screening).scales[0].score == 13
        assert len(today.today(elsewhere).alerts) == 1
    finally:
        elsewhere.close()


def test_health_of_a_used_station_holds_and_its_tables_follow_from_the_journal(
    station: OpenStation, family: Family
) -> None:
    screened(station, family.mother, worth(13, tenth=1))
    report = safekeeping.health(station)
    assert [finding.sentence for finding in report.findings if not finding.ok] == []
    sentences = [finding.sentence for finding in report.findings]
    assert "Skjermtabellene viser det samme som journalen." in sentences
    assert today.today(station).alerts


def test_recovery_sheet_is_a_paper_with_the_key(training_mould: object, tmp_path: Path) -> None:
    groups = ("AAAA", "BBBB", "CCCC")
    card = station_card(shutil.copytree(training_mould.folder, tmp_path / "s"))  # type: ignore[attr-defined] # the mould of conftest
    content = access.recovery_sheet(Founded(recovery_key="-".join(groups), groups=groups), card)
    assert content.startswith(b"%PDF")
