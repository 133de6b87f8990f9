"""Any process killed with -9 at any moment of a hand-over: nothing that was confirmed is lost."""

from __future__ import annotations

import contextlib
import random
import threading
from collections import Counter
from pathlib import Path
from typing import Literal

import pytest
from canaries import Canaries
from nurse_and_parent import SHEET, answer, hand_over, log_in
from processes import children_of, command_of, of_station
from program import GoneError, Program, kill
from record import answers_taken_in, sheets_of
from stubborn import ITEMS, Stubborn

from nurseapp.base.clock import SystemClock
from nurseapp.clinic.station.safekeeping import examine
from nurseapp.training_station import PASSWORD, USER

pytest_plugins = ("journey_stations",)

Victim = Literal["launcher", "shown", "hidden desk", "hidden parent"]
VICTIMS: tuple[Victim, ...] = ("launcher", "shown", "shown", "hidden desk", "hidden parent")


class Misfortune:
    """Kills one process after a random while, in the middle of whatever goes on."""

    def __init__(self, program: Program, victim: Victim, seconds: float) -> None:
        self._program = program
        self._victim = victim
        self._timer = threading.Timer(seconds, self._strike)
        self._timer.start()

    @property
    def over(self) -> bool:
        return not self._timer.is_alive()

    def wait(self) -> None:
        self._timer.join()

    def _strike(self) -> None:
        for pid in self._candidates()[:1]:
            kill(pid)

    def _candidates(self) -> list[int]:
        if self._victim == "launcher":
            return [self._program.pid]
        shown = self._program.last_shown
        if self._victim == "shown":
            return [shown] if shown else []
        kind = f"nurseapp.{self._victim.removeprefix('hidden ')}".encode()
        hidden = [pid for pid in children_of(self._program.pid) if pid != shown]
        return [pid for pid in hidden if kind in command_of(pid)]


def suffer(program: Program, people: Stubborn, victim: Victim, seconds: float) -> None:
    """Goes on until the misfortune has come, and starts again where the launcher died."""
    misfortune = Misfortune(program, victim, seconds)
    with contextlib.suppress(GoneError):  # the launcher was the victim
        people.go_on_until(lambda: misfortune.over)
    misfortune.wait()
    if victim == "launcher":
        program.kill_launcher()
        program.start()


def assert_nothing_was_lost(canaries: Canaries, station: Path, people: Stubborn) -> None:
    """To be called when no process has the station open any more."""
    (sheet,) = sheets_of(station, canaries.key, canaries.mother)
    assert sheet.state == "finished"
    taken = answers_taken_in(station, canaries.key, sheet.screening)
    assert Counter(body.session for body in taken).most_common(1)[0][1] == 1
    answers = [each for body in taken for each in body.answers]
    assert Counter(each.item for each in answers) == dict.fromkeys(ITEMS, 1)
    for each in answers:
        assert each.option in people.tried[each.item]
        assert each.option == people.confirmed.get(each.item, each.option)
    assert not list((station / "outbox").iterdir())
    assert examine(station, USER, PASSWORD, clock=SystemClock()).ok


def assert_no_trace(canaries: Canaries, place: Path) -> None:
    """Neither the station's files, torn as they may be, nor what was printed gives anybody away."""
    for file in (path for path in place.rglob("*") if path.is_file()):
        data = file.read_bytes()
        found = [name for name, needle in canaries.spelled().items() if needle in data]
        assert not found, file.name
    assert "Traceback" not in (place / "printed").read_text(errors="replace")


def test_kill_of_each_process_in_turn_loses_nothing_confirmed(
    canaries: Canaries, station: Path, tmp_path: Path
) -> None:
    chance = random.Random(11)
    with Program(station, tmp_path) as program:
        people = Stubborn(program, chance)
        people.go_on_until(lambda: len(people.confirmed) == 2)
        suffer(program, people, "hidden desk", chance.random() / 5)
        suffer(program, people, "hidden parent", chance.random() / 5)
        suffer(program, people, "shown", chance.random() / 5)
        program.settled()
        suffer(program, people, "shown", chance.random())
        people.go_on_until(lambda: program.shown().kind == "parent")
        suffer(program, people, "launcher", chance.random() / 5)
        people.go_on()
        program.settled()
        pid = program.pid
    assert not children_of(pid)
    assert_no_trace(canaries, tmp_path)
    assert_nothing_was_lost(canaries, station, people)


def test_lock_screen_comes_back_when_the_parents_process_dies(
    station: Path, tmp_path: Path
) -> None:
    with Program(station, tmp_path) as program:
        log_in(program)
        hand_over(program)
        program.click("Begynn")
        answer(program, "1", "c")
        program.wait_for(SHEET.question("2"))
        kill(program.shown().pid)
        program.wait_for("Programmet måtte starte på nytt. Alt som var bekreftet, er lagret.")
        program.settled()
        log_in(program)
        program.wait_for("Utfyllingen stoppet før den var ferdig. 1 svar er lagret.")


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(24))
def test_kill_at_many_random_moments_loses_nothing_confirmed(
    canaries: Canaries, station: Path, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    with Program(station, tmp_path) as program:
        people = Stubborn(program, chance)
        for _kill in range(10):
            suffer(program, people, chance.choice(VICTIMS), chance.uniform(0, 2.5))
            if people.seen_result:
                break
        people.go_on()
        program.settled()
    assert_no_trace(canaries, tmp_path)
    assert_nothing_was_lost(canaries, station, people)


def test_windows_change_once_however_often_the_button_is_pressed(
    station: Path, tmp_path: Path
) -> None:
    with Program(station, tmp_path) as program:
        log_in(program)
        hand_over(program)
        program.click("Begynn")
        program.click("Pause")
        program.wait_for("Gi nettbrettet tilbake til helsesykepleieren.")
        parent = program.shown()
        with contextlib.suppress(GoneError):
            for _tap in range(10):
                parent.order({"do": "click", "target": "For helsesykepleieren: lås opp"})
        program.wait_for("Svarene så langt er lagret.")
        program.settled()
        program.click("Avslutt programmet")
        assert program.wait() == 0
        assert not of_station(station)
