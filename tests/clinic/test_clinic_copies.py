"""The automatic copies: where they go, what is told when one does not come off, and no traces."""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from clinic_day import MORNING, Family, HandClock
from clinic_mould import Mould

from nurseapp.base.errors import (
    CopyPlaceError,
    DiskError,
    NotAdministratorError,
    StationDamagedError,
)
from nurseapp.clinic.people import people
from nurseapp.clinic.record.person_page import person_page
from nurseapp.clinic.station import access, copies
from nurseapp.clinic.station.access import OpenStation
from nurseapp.clinic.station.card import station_card
from nurseapp.clinic.station.copy_notes import (
    CopyNote,
    note_failed,
    notice_words,
    read_note,
    trouble_words,
)
from nurseapp.clinic.station.copy_place import chosen_folder
from nurseapp.journal.restore import restore

pytest_plugins = ("clinic_stations",)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "minnepinne"
    folder.mkdir()
    return folder


def something_new(station: OpenStation, family: Family) -> None:
    people.write_nurse_line(station, family.child, "Noe nytt")


def names(folder: Path | None) -> list[str]:
    assert folder is not None
    return sorted(file.name for file in folder.glob("*.nursebackup"))


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_copy_is_written_once_for_what_is_new(station: OpenStation, family: Family) -> None:
    copies.copy_on_close(station)
    copies.copy_on_close(station)
    assert len(names(station.folder / "backups")) == 1
    something_new(station, family)
    copies.copy_on_close(station)
    assert len(names(station.folder / "backups")) == 2
    assert notice_words(station.folder) == ""
    view = copies.copies_view(station)
    assert view.trouble == ""
    assert view.last_good is not None
    assert len(view.copies) == 2


def test_copy_in_the_chosen_place_is_a_whole_station(
    station: OpenStation, family: Family, stick: Path, tmp_path: Path, training_mould: Mould
) -> None:
    copies.keep_copies_in(station, stick)
    something_new(station, family)
    copies.copy_on_close(station)
    copied = names(chosen_folder(station.folder))
    assert len(copied) == 2
    assert names(station.folder / "backups") == []
    (inside,) = stick.iterdir()
    restore(inside / copied[-1], tmp_path / "ny maskin")
    again = training_mould.open(tmp_path / "ny maskin", HandClock())
    try:
        assert person_page(again, family.child).nurse_lines
    finally:
        again.close()


def test_chosen_place_is_still_chosen_after_the_next_login(
    login: Callable[[], OpenStation], stick: Path
) -> None:
    copies.keep_copies_in(login(), stick)
    station = login()
    assert copies.copies_view(station).place.folder == str(stick)
    access.change_card(station, station.card._replace(name="Nytt navn", copies_folder=""))
    station = login()
    assert (station.card.name, station.card.copies_folder) == ("Nytt navn", str(stick))
    copies.keep_copies_in(station, None)
    assert station_card(station.folder).copies_folder == ""
    assert not copies.copies_view(login()).place.chosen


def test_copy_stays_on_this_machine_while_the_stick_is_away_and_it_is_told(
    login: Callable[[], OpenStation], stick: Path
) -> None:
    copies.keep_copies_in(login(), stick)
    away = stick.rename(stick.with_name("i skuffen"))
    stick.mkdir()  # what stays where a stick was: an empty folder on this machine's own disk
    station = login()
    copies.copy_on_close(station)
    assert len(names(station.folder / "backups")) == 1
    assert list(stick.iterdir()) == []
    told = notice_words(station.folder)
    assert "på denne maskinen, ikke på det valgte stedet" in told
    assert "var ikke der" in told
    view = copies.copies_view(station)
    assert (view.place.there, view.place.free_bytes) == (False, None)
    stick.rmdir()
    away.rename(stick)
    station = login()
    copies.copy_on_close(station)
    assert len(names(chosen_folder(station.folder))) == 2
    assert notice_words(station.folder) == ""


def test_two_stations_on_one_stick_never_take_each_others_copies(
    login: Callable[[], OpenStation],
    production: OpenStation,
    stick: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(copies, "KEPT", 2)
    copies.keep_copies_in(production, stick)
    theirs = names(chosen_folder(production.folder))
    for _day in range(4):
        copies.keep_copies_in(login(), stick)
    assert len(list(stick.iterdir())) == 2
    assert names(chosen_folder(production.folder)) == theirs
    assert len(names(chosen_folder(login().folder))) == 2


@pytest.mark.parametrize("where", ["ingen slik", "en fil", "i stasjonen", "Dropbox"])
def test_place_that_cannot_hold_copies_is_refused_and_nothing_changes(
    station: OpenStation, tmp_path: Path, where: str
) -> None:
    (tmp_path / "en fil").touch()
    (tmp_path / "Dropbox").mkdir()
    place = station.folder / "outbox" if where == "i stasjonen" else tmp_path / where
    before = sorted(place.parent.iterdir())
    with pytest.raises(CopyPlaceError) as told:
        copies.keep_copies_in(station, place)
    assert str(place) in told.value.sentence
    assert "Ingenting er endret" in told.value.hint
    assert sorted(place.parent.iterdir()) == before
    assert station_card(station.folder).copies_folder == ""


FULL_STICK = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import pytest
from clinic_day import HandClock, a_family
from nurseapp.base.errors import CopyPlaceError
from nurseapp.clinic.station import access
from nurseapp.clinic.station import copies
from nurseapp.clinic.people import people
from nurseapp.clinic.station.copy_notes import notice_words
from nurseapp.clinic.station.card import station_card
small, large, here = (Path(name) for name in sys.argv[2:5])
key, user = bytes.fromhex(sys.argv[5]), int(sys.argv[6])
station = access._let_in(here, station_card(here), key, user, HandClock())
family = a_family(station)
with pytest.raises(CopyPlaceError) as told:
    copies.keep_copies_in(station, small)
assert "det er for lite plass der" in told.value.sentence
copies.keep_copies_in(station, large)
room = large / "feriebilder"
with pytest.raises(OSError), room.open("wb", buffering=0) as file:
    while True:
        file.write(bytes(4096))
people.write_nurse_line(station, family.child, "Noe nytt")
copies.copy_on_close(station)
assert len(list((station.folder / "backups").iterdir())) == 1
assert "Det var ikke plass til den." in notice_words(station.folder)
room.unlink()
people.write_nurse_line(station, family.child, "Noe mer")
copies.copy_on_close(station)
assert notice_words(station.folder) == ""
station.close()
print("held")
"""


def test_full_stick_is_refused_or_sends_the_copy_home(
    training_mould: Mould, folder: Path, tmp_path: Path
) -> None:
    mounts = 'for size in 100k 4m; do mount -t tmpfs -o size=$size tmpfs "$1"; shift; done; '
    inside = ["unshare", "-Urm", "sh", "-c", f'{mounts} exec "$@"', "sh"]
    sticks = [str(tmp_path / name) for name in ("liten", "stor")]
    for stick in sticks:
        Path(stick).mkdir()
    if subprocess.run([*inside, *sticks, "true"], check=False, capture_output=True).returncode:
        pytest.skip("this system lets no user mount a small disk")
    entry = [training_mould.unlocked.key.hex(), str(training_mould.unlocked.user_id)]
    here = str(Path(__file__).parent)
    script = [sys.executable, "-c", FULL_STICK, here, *sticks, str(folder), *entry]
    told = subprocess.run([*inside, *sticks, *script], capture_output=True, check=False, text=True)
    assert told.stdout == "held\n", told.stderr


def test_only_who_answers_for_the_station_chooses_the_place(
    station: OpenStation, stick: Path
) -> None:
    from dataclasses import replace

    station.user = replace(station.user, administrator=False)
    with pytest.raises(NotAdministratorError):
        copies.keep_copies_in(station, stick)
    assert list(stick.iterdir()) == []


def test_copy_that_no_disk_takes_is_told_at_the_next_login_with_the_last_good_one(
    login: Callable[[], OpenStation], family: Family, stick: Path
) -> None:
    copies.keep_copies_in(login(), stick)
    good = read_note(login().folder).good_at
    station = login()
    something_new(station, family)
    with files_no_larger_than(20_000), pytest.raises(DiskError):
        copies.copy_on_close(station)
    note = read_note(station.folder)
    assert (note.good_at, note.why, note.stood_in) == (good, "failed", False)
    told = notice_words(station.folder)
    assert "ble ikke tatt. Disken svarte med en feil." in told
    assert "Det som er lagret, er trygt i journalen." in told
    assert "Den siste gode kopien er fra 21.11.2026" in told
    station = login()
    assert copies.copies_view(station).trouble in told
    copies.copy_on_close(station)
    assert notice_words(station.folder) == ""


def test_copy_cut_off_by_a_kill_is_told_at_the_next_login(
    login: Callable[[], OpenStation], family: Family
) -> None:
    station = login()

    def work() -> None:
        class Journal(type(station.journal)):  # type: ignore[misc] # whatever the station has
            def back_up(self, target: Path) -> None:
                os.kill(os.getpid(), signal.SIGKILL)

        station.journal.__class__ = Journal
        copies.copy_on_close(station)

    child = os.fork()
    if not child:
        work()
        os._exit(0)
    _pid, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL
    told = notice_words(station.folder)
    assert "Den ble avbrutt før den var ferdig." in told
    assert "Det finnes ingen automatisk kopi ennå." in told


def test_damaged_journal_is_never_called_safe(folder: Path) -> None:
    note_failed(folder, MORNING, StationDamagedError(what="innførsel nummer 5"))
    told = notice_words(folder)
    assert "Si fra til IT i dag." in told
    assert "trygt" not in told


def test_note_names_neither_place_nor_person(
    login: Callable[[], OpenStation], family: Family, tmp_path: Path
) -> None:
    place = tmp_path / "kari.nordmann"
    place.mkdir()
    copies.keep_copies_in(login(), place)
    shutil.rmtree(place)
    station = login()
    copies.copy_on_close(station)
    assert notice_words(station.folder)
    kept = (station.folder / "log" / "copies.json").read_text()
    assert set(json.loads(kept)) == set(CopyNote._fields)
    for word in ("kari", "Bjørk", "Eik", str(tmp_path)):
        assert word not in kept
        assert word not in notice_words(station.folder)


@pytest.mark.parametrize(
    "written",
    [
        "", "{", "[]", "null", '"x"', '{"good_at": 1}',
        '{"good_at": -1, "tried_at": 0, "why": "", "stood_in": false}',
        '{"good_at": 1e99, "tried_at": 0, "why": "", "stood_in": false}',
        '{"good_at": 1, "tried_at": 1, "why": "hacked", "stood_in": false}',
        '{"good_at": 1, "tried_at": 1, "why": [], "stood_in": false}',
        "\u00e6" * 10,
    ],
)  # fmt: skip
def test_note_that_makes_no_sense_is_no_note(folder: Path, written: str) -> None:
    (folder / "log" / "copies.json").write_text(written)
    assert read_note(folder) == CopyNote()
    assert trouble_words(read_note(folder)) == ""


def test_nobody_in_a_hurry_waits_while_the_last_copy_is_fresh(
    station: OpenStation, stick: Path, clock: HandClock
) -> None:
    assert copies.copy_is_old(station)
    copies.keep_copies_in(station, stick)
    (file,) = (stick.iterdir().__next__()).iterdir()
    fresh = clock.now().timestamp() - 3600
    os.utime(file, (fresh, fresh))
    assert not copies.copy_is_old(station)
    clock.let_pass(hours=25)
    assert copies.copy_is_old(station)
