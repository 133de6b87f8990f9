"""Whatever the order of a day, the sheet is what was answered and no worry is lost."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from clinic_day import TODAY, Family, HandClock, Parent, a_family, choice, options, worth
from clinic_mould import Mould
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nurseapp.clinic.followup import followup, today
from nurseapp.clinic.handover import handover
from nurseapp.clinic.sheets import results
from nurseapp.clinic.station import safekeeping
from nurseapp.clinic.station.access import OpenStation
from nurseapp.clinic.values.result import Closing, NewAssessment
from nurseapp.journal.kinds import Kind

pytest_plugins = ("clinic_stations",)

ITEMS = [str(number) for number in range(1, 11)]
CORRECTION = st.tuples(st.just("correct"), st.sampled_from(ITEMS), st.sampled_from("abcd"))
DAY = st.lists(
    st.one_of(
        st.tuples(st.just("answer"), st.sampled_from(ITEMS), st.sampled_from("abcd")),
        st.tuples(st.just("decline"), st.sampled_from(ITEMS), st.just("")),
        st.tuples(
            st.sampled_from(["pause", "crash", "login", "close", "assess"]),
            st.just(""),
            st.just(""),
        ),
        CORRECTION,
    ),
    min_size=3,
    max_size=25,
)


class Model:
    """A nurse, a mother and one sheet; knows what the sheet must hold and which worry is open."""

    def __init__(self, mould: Mould, folder: Path) -> None:
        self._mould = mould
        self._folder = mould.copy(folder)
        self._clock = HandClock()
        self.station = mould.open(self._folder, self._clock)
        self.family: Family = a_family(self.station)
        self.screening = 0
        self._parent: Parent | None = None
        self.answers: dict[str, str | None] = {}
        self.worry = False

    def step(self, what: str, item: str, option: str) -> None:
        if what in {"answer", "decline"}:
            self._with_device(what, item, option)
            return
        self._give_back(crashed=what == "crash")
        if what == "correct" and self.screening:
            results.correct_answer(self.station, self.screening, item, option, "Sa det")
            # A correction to the same answer again is still one alert.
            self.worry = self.worry or self._is_graver(item, option)
            self.answers[item] = option
        elif what == "login":
            self.station.close()
            self.station = self._mould.open(self._folder, self._clock)
        elif what == "close":
            self._close()
        elif what == "assess" and self.screening:
            written = NewAssessment(screening=self.screening, text="Snakket.", steps=())
            results.assess(self.station, written)

    def _is_graver(self, item: str, option: str) -> bool:
        """Question 10 runs from 3 points at "a" to 0 at "d"; a graver answer calls anew."""
        if item != "10" or option == "d":
            return False
        called = "dcba".index(option)
        graver = called > self._called
        self._called = max(self._called, called)
        return graver

    _called = 0

    def _with_device(self, what: str, item: str, option: str) -> None:
        if self._parent is None:
            left = [each for each in ITEMS if each not in self.answers]
            if self.screening and not left:
                return
            ticket = (
                handover.resume(self.station, self.screening)
                if self.screening
                else handover.hand_over(self.station, choice(self.family.mother))
            )
            self._parent = Parent(ticket, self._clock)
            assert self._parent.asked == left
            self._now: dict[str, str | None] = {}
        if item not in self._parent.asked:
            return
        if what == "answer":
            self._parent.answers({item: option})
            self._now[item] = option
        else:
            self._parent.declines(item)
            self._now[item] = None

    def _give_back(self, *, crashed: bool) -> None:
        if self._parent is None:
            return
        if crashed:
            self._parent.is_gone()
        else:
            self._parent.pauses()
        self._parent = None
        (taken,) = handover.take_in_answers(self.station)
        self.screening = taken.screening
        self.answers |= self._now
        tenth = self._now.get("10")
        if tenth is not None and self._is_graver("10", tenth):
            self.worry = True

    def _close(self) -> None:
        for card in today.today(self.station).alerts:
            if card.kind == "critical":
                closing = Closing(
                    alert=card.alert,
                    action="Snakket",
                    by="S. Eik",
                    at=self._clock.now(),
                    next_contact=TODAY,
                )
                followup.close_alert(self.station, closing)
        self.worry = False

    def compare(self) -> None:
        """The program's view against this model's."""
        self._give_back(crashed=False)
        if not self.screening:
            return
        view = results.result(self.station, self.screening)
        held = {row.item: row.option for row in view.items if row.option is not None}
        assert held == {item: option for item, option in self.answers.items() if option}
        critical = [card for card in today.today(self.station).alerts if card.kind == "critical"]
        assert bool(critical) == self.worry
        if not view.complete:
            assert all(scale.verdict != "below" for scale in view.scales)
        kinds = [each.kind for each in self.station.journal.history(self.family.mother)]
        assert kinds.count(Kind.SCREENING_STARTED) == 1
        assert safekeeping.health(self.station).ok


def live(mould: Mould, folder: Path, day: list[tuple[str, str, str]]) -> None:
    model = Model(mould, folder)
    try:
        for happening in day:
            model.step(*happening)
        model.compare()
    finally:
        model.station.close()


def test_day_with_a_crash_a_correction_and_a_closed_alert(
    training_mould: Mould, tmp_path: Path
) -> None:
    day = [
        ("answer", "1", "a"),
        ("answer", "10", "c"),
        ("crash", "", ""),
        ("close", "", ""),
        ("answer", "2", "b"),
        ("decline", "3", ""),
        ("login", "", ""),
        ("correct", "10", "a"),
        ("assess", "", ""),
    ]
    live(training_mould, tmp_path / "station", day)


@pytest.mark.slow
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(day=DAY)
def test_any_day_leaves_the_sheet_as_answered_and_loses_no_worry(
    training_mould: Mould, tmp_path_factory: pytest.TempPathFactory, day: list[tuple[str, str, str]]
) -> None:
    live(training_mould, tmp_path_factory.mktemp("day") / "station", day)


@pytest.mark.slow
def test_kill_at_any_moment_of_taking_in_counts_each_sheet_once(
    training_mould: Mould,
    login: Callable[[], OpenStation],
    clock: HandClock,
) -> None:
    """Sixty kills at random moments, each with a new sheet in the outbox."""
    station = login()
    family = a_family(station)
    chance = random.Random(20_261_121)
    script = str(Path(__file__).with_name("kill_points.py"))
    died = 0
    for round_ in range(1, 61):
        parent = Parent(handover.hand_over(station, choice(family.mother)), clock)
        parent.answers(options(station, worth(13, tenth=1)))
        parent.finishes()
        folder, key = station.folder, station.key
        station.close()
        where = f"after {chance.uniform(0, 0.06):.4f} s"
        ended = subprocess.run(
            [sys.executable, script, str(folder), where],
            input=key.hex(),
            text=True,
            capture_output=True,
            check=False,
        )
        assert ended.returncode in {0, -signal.SIGALRM}, ended.stderr
        died += ended.returncode != 0
        station = login()
        handover.take_in_answers(station)
        assert not parent.path.exists()
        kinds = [entry.kind for entry in station.journal.history(family.mother)]
        assert kinds.count(Kind.ANSWERS_TAKEN_IN) == round_
        assert kinds.count(Kind.ALERT_RAISED) == 2 * round_
    assert died > 10, "the kills came too late to tell anything"
    assert len(today.today(station).alerts) == 120
    assert safekeeping.health(station).ok
