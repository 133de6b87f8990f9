"""The launcher keeps one window up, whatever the windows do, and never tries for ever."""

from __future__ import annotations

import queue
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from nurseapp.base.channel import Message
from nurseapp.base.clock import SystemClock
from nurseapp.launcher import child
from nurseapp.launcher.child import Child, Options
from nurseapp.launcher.heartbeat import HUNG_SECONDS, PING_SECONDS, Heartbeat
from nurseapp.launcher.launcher import Launcher
from nurseapp.launcher.spawn import Spawned
from nurseapp.launcher.stage import ARRIVE_SECONDS, Stage

PRETEND = Path(__file__).with_name("pretend_window.py")
Run = Callable[[str], tuple[int, list[str]]]


def command(way: str, diary: Path, kind: str, _folder: str, flags: list[str]) -> list[str]:
    return [sys.executable, str(PRETEND), kind, way, str(diary), *flags]


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    return tmp_path / "diary"


@pytest.fixture
def launch(monkeypatch: pytest.MonkeyPatch, diary: Path) -> Callable[[str], Launcher]:
    """A launcher whose windows pretend, and the first of them on its way."""

    def launched(way: str) -> Launcher:
        monkeypatch.setattr(child, "window_command", partial(command, way, diary))
        return Launcher(Options(folder="stasjon"), SystemClock())

    return launched


@pytest.fixture
def run(launch: Callable[[str], Launcher], diary: Path) -> Run:
    """Runs the launcher to its end; gives its exit code and what its windows noted."""

    def ran(way: str) -> tuple[int, list[str]]:
        launcher = launch(way)
        code = launcher.run(Spawned(command(way, diary, "desk", "", ["--show"])))
        return code, diary.read_text().splitlines()

    return ran


def test_launcher_ends_with_the_code_of_a_first_window_that_cannot_start(run: Run) -> None:
    assert run("dies with 3") == (3, ["desk starts"])


def test_launcher_gives_up_when_no_window_stays(run: Run) -> None:
    code, noted = run("is killed")
    assert code == 70
    assert noted == ["desk starts"] * 5


def test_launcher_does_not_start_a_hidden_window_that_keeps_dying_for_ever(
    launch: Callable[[str], Launcher], diary: Path
) -> None:
    launcher = launch("spares are killed")
    threading.Thread(target=quit_when_calm, args=(launcher, diary)).start()
    first = Spawned(command("spares are killed", diary, "desk", "", ["--show"]))
    assert launcher.run(first) == 0
    assert diary.read_text().count("starts") <= 8


def test_launcher_does_nothing_that_a_hidden_window_asks_for(
    launch: Callable[[str], Launcher], diary: Path
) -> None:
    launcher = launch("the hidden speak")
    threading.Thread(target=quit_when_calm, args=(launcher, diary)).start()
    first = Spawned(command("the hidden speak", diary, "desk", "", ["--show"]))
    assert launcher.run(first) == 0
    noted = diary.read_text().splitlines()
    assert sorted(noted) == [
        "desk appears after start",
        "desk starts",
        "desk starts",
        "parent starts",
    ]


def quit_when_calm(launcher: Launcher, diary: Path) -> None:
    """Orders the end when no window has been started for half a second, or after forty."""
    last, since = "", time.monotonic()
    while time.monotonic() < since + 0.5 and last.count("starts") < 40:
        noted = diary.read_text() if diary.exists() else ""
        if noted != last or "appears" not in noted:
            last, since = noted, time.monotonic()
        time.sleep(0.01)
    launcher.steer({"type": "quit"})


def test_launcher_tells_the_desk_when_the_parents_window_does_not_come(run: Run) -> None:
    code, noted = run("hands over, the parent dies of the ticket")
    assert code == 0
    assert "parent takes billett" in noted
    assert "desk is told that the hand-over failed" in noted


def test_launcher_ends_a_window_that_talks_nonsense_and_brings_the_lock_screen(run: Run) -> None:
    code, noted = run("hands over, the parent says nonsense")
    assert code == 0
    assert "desk appears after crash" in noted


def test_launcher_hands_over_once_however_often_it_is_asked(run: Run) -> None:
    code, noted = run("hands over twice")
    assert code == 0
    assert noted.count("parent takes billett") == 1
    assert "desk appears after finished" in noted


class HandClock(SystemClock):
    seconds = 100.0

    def monotonic(self) -> float:
        return self.seconds


def test_stage_ends_a_window_that_does_not_come(
    monkeypatch: pytest.MonkeyPatch, diary: Path
) -> None:
    monkeypatch.setattr(child, "window_command", partial(command, "takes its time", diary))
    gone: queue.SimpleQueue[Child] = queue.SimpleQueue()
    clock = HandClock()
    stage = Stage(
        Options(folder="stasjon"),
        clock,
        lambda window, message: None if message else gone.put(window),
    )
    stage.bring_parent("billett")
    clock.seconds += ARRIVE_SECONDS
    stage.end_late_arrival()
    assert stage.coming is not None
    assert stage.coming.alive
    clock.seconds += 1
    stage.end_late_arrival()
    assert gone.get(timeout=10) is stage.coming
    assert stage.coming.exit_code == -9


class Deaf:
    """A window that hears and never answers."""

    def __init__(self) -> None:
        self.heard: list[Message] = []
        self.killed = False

    def say(self, message: Message) -> None:
        self.heard.append(message)

    def kill(self) -> None:
        self.killed = True


def beat(heartbeat: Heartbeat, window: Deaf, clock: HandClock, seconds: float) -> None:
    until = clock.seconds + seconds
    while clock.seconds < until:
        heartbeat.check(window)  # type: ignore[arg-type] # stands in for a Child
        clock.seconds += 0.5


def test_heartbeat_ends_a_window_that_has_been_silent_for_too_long() -> None:
    clock, window = HandClock(), Deaf()
    heartbeat = Heartbeat(clock)
    beat(heartbeat, window, clock, HUNG_SECONDS)
    assert not window.killed
    assert len(window.heard) == pytest.approx(HUNG_SECONDS / PING_SECONDS, abs=1)
    beat(heartbeat, window, clock, 2 * PING_SECONDS)
    assert window.killed


def test_heartbeat_leaves_a_window_that_answers_alone() -> None:
    clock, window = HandClock(), Deaf()
    heartbeat = Heartbeat(clock)
    for _minute in range(10):
        beat(heartbeat, window, clock, HUNG_SECONDS - 1)
        heartbeat.answered()
    assert not window.killed
