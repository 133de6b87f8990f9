"""Anonymous feedback is counted, five sheets at a time, and nobody can say whose any of it was."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from clinic_day import Family, HandClock, Parent, choice, screened, texts, worth
from hypothesis import given
from hypothesis import strategies as st

from nurseapp.base.errors import FormNotUsableError
from nurseapp.clinic.handover import feedback, handover
from nurseapp.clinic.handover.small_numbers import few_hidden
from nurseapp.clinic.record.person_page import person_page
from nurseapp.clinic.sheets import sheet_entry
from nurseapp.clinic.station.access import OpenStation
from nurseapp.journal.entries.feedback import FeedbackCounted, FeedbackKeys
from nurseapp.journal.entry import STATION, Erased
from nurseapp.journal.kinds import Kind
from nurseapp.journal.rebuild import unfaithful

pytest_plugins = ("clinic_stations",)

FORM = "parent-feedback"
Login = Callable[[], OpenStation]


def given_by(
    station: OpenStation, clock: HandClock, answers: dict[str, str], *, ends: str = "finishes"
) -> Path:
    """Somebody gives feedback; the file lies as old as the clock says."""
    parent = Parent(feedback.hand_over(station, FORM, "nb"), clock)
    parent.answers(answers)
    getattr(parent, ends)()
    moment = clock.now().timestamp()
    os.utime(parent.path, (moment, moment))
    return parent.path


def gathered(station: OpenStation, clock: HandClock, sheets: Iterable[dict[str, str]]) -> None:
    """One sheet a day, each taken note of at a login, and one more login the day after."""
    for answers in sheets:
        given_by(station, clock, answers)
        handover.take_in_answers(station)
        clock.let_pass(days=1)
    handover.take_in_answers(station)


def entries(station: OpenStation, after: int = 0) -> list[object]:
    return [entry.body for entry in station.journal.entries_after(after)]


def test_feedback_of_four_is_neither_shown_nor_read(station: OpenStation, clock: HandClock) -> None:
    gathered(station, clock, [{"1": "a", "2": "a"}] * 4)
    assert feedback.counted(station) == ()
    assert len(list(station.outbox.iterdir())) == 4
    assert not any(isinstance(body, FeedbackCounted) for body in entries(station))


def test_feedback_of_five_is_counted_and_the_sheets_are_gone(
    station: OpenStation, clock: HandClock
) -> None:
    gathered(station, clock, [{"1": "a", "2": "b", "3": "a c"}] * 5)
    (month,) = feedback.counted(station)
    assert (month.form, month.form_title) == (FORM, "Tilbakemelding")
    assert (month.sheets, month.month) == (5, "november 2026")
    assert [[line.count for line in item.lines] for item in month.items] == [
        [5, 0, 0],
        [0, 5, 0],
        [5, 0, 5, 0, 0, 0],
    ]
    assert month.items[0].topic == "Lett å forstå"
    assert month.items[0].lines[0].text == "Ja"
    assert list(station.outbox.iterdir()) == []
    assert unfaithful(station.journal._connection, station.journal.projections) == ()


def test_feedback_waits_for_another_day_so_that_no_moment_tells(
    station: OpenStation, clock: HandClock
) -> None:
    for _sheet in range(6):
        given_by(station, clock, {"1": "a"})
        clock.let_pass(minutes=30)
    assert handover.take_in_answers(station) == ()
    assert feedback.counted(station) == ()
    hours = {path.stat().st_mtime % 86_400 for path in station.outbox.iterdir()}
    assert len(hours) == 1, "of each sheet only the day is left"
    clock.let_pass(days=1)
    handover.take_in_answers(station)
    assert feedback.counted(station)[0].sheets == 6


def test_journal_has_nothing_that_links_feedback_to_anybody(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    canary = {"1": "c", "2": "b"}
    first = station.journal.head().seq
    for number in range(5):
        screened(station, (family.mother, family.father)[number % 2], worth(number))
        head = station.journal.head()
        path = given_by(station, clock, canary)
        handover.take_in_answers(station)
        written = station.journal.entries_after(head.seq)
        assert [entry.kind for entry in written] in ([], [Kind.FEEDBACK_KEYS])
        assert path.name.partition(".")[0] not in "".join(map(str, entries(station)))
        clock.let_pass(days=1)
    handover.take_in_answers(station)

    about = [
        entry
        for entry in station.journal.entries_after(first, 10_000)
        if entry.kind in {Kind.FEEDBACK_KEYS, Kind.FEEDBACK_COUNTED}
    ]
    assert {(entry.subject, entry.author) for entry in about} == {(None, STATION)}
    keys, counted = (entry.body for entry in about)
    assert isinstance(keys, Erased)
    assert isinstance(counted, FeedbackCounted)
    assert counted.sheets == 5
    assert ("1", "c", 5) in counted.counts
    for person in (family.mother, family.father, family.child):
        page = person_page(station, person)
        assert "Tilbakemelding" not in "".join(texts(page))
        assert Kind.FEEDBACK_COUNTED not in {e.kind for e in station.journal.history(person)}
    for session in _sessions(station):
        assert "feedback" not in "".join(map(str, session))


def _sessions(station: OpenStation) -> list[tuple[object, ...]]:
    """Every row of every table that knows a person, a user or a session."""
    tables = ("session", "screening", "answer", "visit", "alert", "not_now")
    return station.journal.read(
        lambda cursor: [
            row for table in tables for row in cursor.execute(f"SELECT * FROM {table}").fetchall()
        ]
    )


def test_backup_takes_no_waiting_feedback_along(
    station: OpenStation, clock: HandClock, tmp_path: Path
) -> None:
    path = given_by(station, clock, {"1": "c"})
    sealed = path.read_bytes()
    target = tmp_path / "kopi.nurse"
    station.journal.back_up(target)
    assert path.name.encode() not in target.read_bytes()
    assert sealed[:64] not in target.read_bytes()


def test_ticket_tells_the_parent_that_nobody_can_see_who_answered(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    ticket = feedback.hand_over(station, FORM, "nb")
    assert ticket["record"] == "none"
    assert {item["id"] for item in ticket["questionnaire"]["items"]} == {"1", "2", "3"}
    assert handover.hand_over(station, choice(family.mother))["record"] == "own"


def test_paused_and_broken_off_feedback_counts_as_far_as_it_goes(
    station: OpenStation, clock: HandClock
) -> None:
    for ends in ("finishes", "pauses", "is_gone", "finishes", "finishes"):
        given_by(station, clock, {"1": "a"}, ends=ends)
    given_by(station, clock, {})
    clock.let_pass(days=1)
    handover.take_in_answers(station)
    assert feedback.counted(station)[0].sheets == 5
    assert list(station.outbox.iterdir()) == [], "one without any answer is no sheet"


def test_forged_sheet_is_told_of_and_not_counted(station: OpenStation, clock: HandClock) -> None:
    *_others, path = [given_by(station, clock, {"1": "a"}) for _sheet in range(5)]
    data = bytearray(path.read_bytes())
    data[100] ^= 1
    path.write_bytes(bytes(data))
    moment = clock.now().timestamp()
    os.utime(path, (moment, moment))
    clock.let_pass(days=1)
    (told,) = handover.take_in_answers(station)
    assert "anonymt svarark" in told.problem
    assert (told.subject, told.screening) == (0, 0)
    assert feedback.counted(station) == ()
    assert handover.take_in_answers(station) == ()
    given_by(station, clock, {"1": "b"})
    clock.let_pass(days=1)
    handover.take_in_answers(station)
    assert feedback.counted(station)[0].sheets == 5


def test_strange_things_beside_the_sheets_keep_nobody_out_and_are_told_of_once(
    station: OpenStation, clock: HandClock
) -> None:
    (station.outbox / "kopi.feedback").mkdir(parents=True)
    (station.outbox / "kopi.feedback" / "inni.txt").write_text("noe")
    (station.outbox / f"{'a' * 32}.7.feedback").mkdir()
    (station.outbox / f"{'b' * 32}.7.feedback").symlink_to("borte")
    (station.outbox / "notater.feedback").write_text("ikke vårt")
    (station.outbox / "tom.feedback").touch()
    for _sheet in range(5):
        given_by(station, clock, {"1": "a"})
    clock.let_pass(days=1)

    (told,) = handover.take_in_answers(station)

    assert told.problem.startswith("5 svarfiler hører ikke til noe")
    assert feedback.counted(station)[0].sheets == 5
    left = sorted(path.name for path in station.outbox.iterdir())
    assert len(left) == 5
    assert all(name.endswith(".feedback.damaged") for name in left)
    assert (station.outbox / "kopi.feedback.damaged" / "inni.txt").read_text() == "noe"
    assert handover.take_in_answers(station) == ()


def test_strange_thing_that_cannot_be_moved_is_left_alone_and_told_of(
    station: OpenStation, clock: HandClock
) -> None:
    for ending in (".feedback", ".sealed"):
        stays = station.outbox / ("x" * 245 + ending)  # no room in the name for «.damaged»
        stays.parent.mkdir(exist_ok=True)
        stays.touch()
        (told,) = handover.take_in_answers(station)
        assert "lar seg ikke flytte" in told.problem
        assert stays.exists()
        stays.unlink()


def test_sheet_that_cannot_be_read_holds_up_no_other(
    station: OpenStation, clock: HandClock
) -> None:
    *_others, path = [given_by(station, clock, {"1": "a"}) for _sheet in range(6)]
    path.unlink()
    path.symlink_to(path.name)  # a link to itself cannot be read, not even by an administrator
    clock.let_pass(days=1)

    (told,) = handover.take_in_answers(station)

    assert "lagt til side" in told.problem
    assert feedback.counted(station)[0].sheets == 5
    assert handover.take_in_answers(station) == ()


def test_sheets_that_were_counted_before_a_kill_are_never_counted_again(
    station: OpenStation, clock: HandClock
) -> None:
    kept = {}
    for _sheet in range(5):
        path = given_by(station, clock, {"1": "a"})
        kept[path] = path.read_bytes()
    clock.let_pass(days=1)
    handover.take_in_answers(station)
    for path, content in kept.items():
        path.write_bytes(content)
    given_by(station, clock, {"1": "b"})  # the next batch has keys of its own
    handover.take_in_answers(station)
    assert feedback.counted(station)[0].sheets == 5
    assert len(list(station.outbox.iterdir())) == 1


def test_keys_outlive_a_login_and_no_batch(login: Login, clock: HandClock) -> None:
    station = login()
    given_by(station, clock, {"1": "a"})
    given_by(station, clock, {"1": "a"})
    assert sum(isinstance(body, FeedbackKeys) for body in entries(station)) == 1
    station = login()
    gathered(station, clock, [{"1": "a"}] * 3)
    assert feedback.counted(station)[0].sheets == 5
    assert not any(isinstance(body, FeedbackKeys) for body in entries(station))


def test_feedback_goes_through_no_other_door(station: OpenStation, family: Family) -> None:
    with pytest.raises(FormNotUsableError):
        feedback.hand_over(station, "epds", "nb")
    with pytest.raises(FormNotUsableError):
        handover.hand_over(station, choice(family.mother, FORM))
    assert FORM not in {form.form for form in handover.offer(station, family.mother).forms}
    assert FORM not in {form.form for form in sheet_entry.offer(station, family.mother).forms}
    (form,) = feedback.offer(station)
    assert (form.form, form.why_not) == (FORM, "")


def test_unapproved_feedback_is_not_handed_over_in_production(production: OpenStation) -> None:
    (form,) = feedback.offer(production)
    assert form.why_not
    with pytest.raises(FormNotUsableError):
        feedback.hand_over(production, FORM, "nb")


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 40), max_size=8))
def test_small_numbers_are_hidden_and_cannot_be_worked_out(counts: dict[str, int]) -> None:
    told = few_hidden(counts)
    assert all(count is None or count == 0 or count >= 5 for count in told.values())
    assert all(count is None or count == counts[cell] for cell, count in told.items())
    hidden = [cell for cell, count in told.items() if count is None]
    small = [cell for cell, count in counts.items() if 0 < count < 5]
    assert set(small) <= set(hidden)
    assert len(hidden) != 1 or len(counts) == 1
    assert bool(small) == bool(hidden)
