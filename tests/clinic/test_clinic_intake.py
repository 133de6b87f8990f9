"""A parent's sealed answers come into the journal once, whole, and whatever happens on the way."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from clinic_day import Family, HandClock, Parent, choice, options, texts, worth

from nurseapp.base.errors import AlreadyClosedError, FormNotUsableError
from nurseapp.clinic.followup import today
from nurseapp.clinic.handover import handover
from nurseapp.clinic.papers import papers
from nurseapp.clinic.sheets import results
from nurseapp.clinic.station.access import OpenStation
from nurseapp.journal.entries.screening import AnswersTakenIn, SessionKeys
from nurseapp.journal.entry import Erased
from nurseapp.journal.kinds import Kind
from nurseapp.journal.projections import PROJECTIONS
from nurseapp.journal.queries import screenings
from nurseapp.journal.rebuild import unfaithful

pytest_plugins = ("clinic_stations",)

Login = Callable[[], OpenStation]


def handed_over(station: OpenStation, family: Family, clock: HandClock) -> Parent:
    return Parent(handover.hand_over(station, choice(family.mother)), clock)


def alerts(station: OpenStation) -> list[str]:
    return [alert.kind for alert in today.today(station).alerts]


def aside(parent: Parent) -> Path:
    return parent.path.with_name(parent.path.name + ".damaged")


def test_intake_takes_a_finished_sheet_once_and_destroys_its_file(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    parent = handed_over(station, family, clock)
    parent.answers(options(station, worth(13, tenth=1)))
    parent.finishes()

    (taken,) = handover.take_in_answers(station)

    assert taken.finished
    assert taken.critical
    assert (taken.subject, taken.subject_name) == (family.mother, "Rolig Bjørk")
    assert not parent.path.exists()
    (scale,) = results.result(station, taken.screening).scales
    assert scale.score == 13
    assert handover.take_in_answers(station) == ()
    kinds = [entry.kind for entry in station.journal.history(family.mother)]
    assert kinds.count(Kind.ANSWERS_TAKEN_IN) == 1
    assert kinds.count(Kind.ALERT_RAISED) == 2


def test_intake_removes_the_keys_in_the_transaction_that_takes_the_answers(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    parent = handed_over(station, family, clock)
    (before,) = station.journal.read(screenings.open_sessions)
    keys = station.journal.history(family.mother)
    private_key = next(each.body for each in keys if isinstance(each.body, SessionKeys)).private_key
    parent.finishes()
    handover.take_in_answers(station)

    history = station.journal.history(family.mother)
    bodies = {entry.kind: entry.body for entry in history}
    assert isinstance(bodies[Kind.SESSION_KEYS], Erased)
    taken_in = bodies[Kind.ANSWERS_TAKEN_IN]
    assert isinstance(taken_in, AnswersTakenIn)
    after = station.journal.read(lambda cursor: screenings.session(cursor, before.session))
    assert after is not None
    assert (after.digest, after.keys_seq) == (taken_in.digest, 0)
    rows = station.journal.read(
        lambda cursor: cursor.execute("SELECT content FROM body WHERE content NOTNULL").fetchall()
    )
    assert not any(private_key in content for (content,) in rows)


def test_intake_counts_a_sheet_once_though_its_file_came_back(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    """A kill after the commit leaves the file; the next login only destroys it."""
    parent = handed_over(station, family, clock)
    parent.answers(options(station, worth(8)))
    parent.finishes()
    content = parent.path.read_bytes()
    handover.take_in_answers(station)
    parent.path.write_bytes(content)
    entries = station.journal.head().seq

    assert handover.take_in_answers(station) == ()
    assert not parent.path.exists()
    assert station.journal.head().seq == entries


def test_intake_keeps_a_file_that_grew_after_it_was_taken_in(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    parent = handed_over(station, family, clock)
    parent.finishes()
    content = parent.path.read_bytes()
    handover.take_in_answers(station)
    parent.path.write_bytes(content + b"more")

    (told,) = handover.take_in_answers(station)

    assert "lagt til side" in told.problem
    assert parent.path.with_name(parent.path.name + ".damaged").read_bytes() == content + b"more"


def test_intake_sets_a_forged_file_aside_and_scores_nothing(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    parent = handed_over(station, family, clock)
    parent.answers(options(station, worth(13, tenth=1)))
    parent.finishes()
    content = bytearray(parent.path.read_bytes())
    content[len(content) // 2] ^= 1
    parent.path.write_bytes(content)

    (taken,) = handover.take_in_answers(station)

    assert "ikke skåret" in taken.problem
    assert not taken.critical
    assert alerts(station) == ["damaged"]
    view = results.result(station, taken.screening)
    assert view.scales == ()
    assert all(row.option is None for row in view.items)
    assert list(parent.path.parent.glob("*.damaged"))
    assert not parent.path.exists()
    assert handover.take_in_answers(station) == ()


def test_intake_of_a_cut_file_keeps_the_answers_before_the_break(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    parent = handed_over(station, family, clock)
    parent.answers(options(station, {1: 3, 2: 2, 3: 1}))
    parent.is_gone()
    cut = parent.path.read_bytes()[:-40]
    parent.path.write_bytes(cut)

    (taken,) = handover.take_in_answers(station)

    assert not taken.finished
    assert "2 svar er tatt vare på" in taken.problem
    assert not parent.path.exists()
    assert aside(parent).read_bytes() == cut
    assert handover.take_in_answers(station) == ()
    assert alerts(station) == ["damaged"]
    view = results.result(station, taken.screening)
    assert [row.points for row in view.items[:3]] == [3, 2, None]
    assert not view.complete
    assert view.scales[0].verdict != "below"
    assert view.can_resume


@pytest.mark.parametrize("harm", ["cut", "forged"])
def test_intake_keeps_a_damaged_file_though_it_was_killed_before_it_set_it_aside(
    station: OpenStation, family: Family, clock: HandClock, harm: str
) -> None:
    """What a kill after the commit leaves: the session is taken in, the file where it was."""
    parent = handed_over(station, family, clock)
    parent.answers(options(station, {1: 3}))
    parent.is_gone()
    content = bytearray(parent.path.read_bytes()[: -40 if harm == "cut" else None])
    content[100] ^= harm == "forged"
    parent.path.write_bytes(content)
    (first,) = handover.take_in_answers(station)
    aside(parent).rename(parent.path)
    entries = station.journal.head().seq

    assert handover.take_in_answers(station) == ()
    assert aside(parent).read_bytes() == content
    assert not parent.path.exists()
    assert station.journal.head().seq == entries
    assert first.problem


def test_intake_of_a_file_that_cannot_be_read_now_holds_up_no_other_and_tries_again(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    unread = handed_over(station, family, clock)
    unread.answers(options(station, worth(5)))
    unread.finishes()
    content = unread.path.read_bytes()
    unread.path.unlink()
    unread.path.mkdir()  # even an administrator cannot read a folder as a file
    other = Parent(handover.hand_over(station, choice(family.father)), clock)
    other.answers(options(station, worth(13, tenth=1)))
    other.finishes()

    first, second = handover.take_in_answers(station)

    assert "Svarene til Rolig Bjørk kan ikke leses nå" in first.problem
    assert (second.subject, second.critical) == (family.father, True)
    unread.path.rmdir()
    unread.path.write_bytes(content)
    (taken,) = handover.take_in_answers(station)
    assert (taken.subject, taken.finished, taken.problem) == (family.mother, True, "")


def test_intake_after_the_parents_window_was_killed_has_every_confirmed_answer(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    parent = handed_over(station, family, clock)
    parent.answers(options(station, {1: 0, 2: 1, 10: 2}))
    parent.is_gone()

    (taken,) = handover.take_in_answers(station)

    assert "3 svar er lagret" in taken.problem
    assert taken.critical
    assert alerts(station) == ["critical"]
    (unfinished,) = today.today(station).unfinished
    assert unfinished.screening == taken.screening
    assert "3 svar er lagret" in unfinished.detail


def test_intake_merges_a_resumed_session_into_one_sheet(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    parent = handed_over(station, family, clock)
    parent.answers(options(station, {1: 3, 2: 3}))
    parent.declines("3")
    parent.pauses()
    (paused,) = handover.take_in_answers(station)
    assert (paused.finished, paused.problem) == (False, "")

    again = Parent(handover.resume(station, paused.screening), clock)
    assert again.asked == ["4", "5", "6", "7", "8", "9", "10"]
    again.answers(options(station, dict.fromkeys(range(4, 11), 0)))
    again.finishes()
    (finished,) = handover.take_in_answers(station)

    assert finished.screening == paused.screening
    view = results.result(station, finished.screening)
    assert [row.points for row in view.items] == [3, 3, None, 0, 0, 0, 0, 0, 0, 0]
    assert view.items[2].answer == "Vil ikke svare"
    assert (view.scales[0].lowest, view.scales[0].highest) == (6, 9)
    with pytest.raises(AlreadyClosedError):
        handover.resume(station, finished.screening)


def test_intake_offers_an_abandoned_hand_over_again(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    """The parent's window never came up: there is no file at all."""
    handover.hand_over(station, choice(family.mother))

    (taken,) = handover.take_in_answers(station)

    assert (taken.finished, taken.problem) == (False, "")
    offer = handover.offer(station, family.mother)
    assert offer.unfinished == taken.screening


def test_intake_sets_aside_a_file_that_nobody_here_handed_out(
    station: OpenStation, family: Family
) -> None:
    stranger = station.outbox / f"{'0' * 32}.sealed"
    stranger.write_bytes(b"from elsewhere")

    (told,) = handover.take_in_answers(station)

    assert told.screening == 0
    assert "lagt til side" in told.problem
    assert stranger.with_name(stranger.name + ".damaged").read_bytes() == b"from elsewhere"


@pytest.mark.parametrize("kind", ["folder", "pipe", "link", "empty"])
def test_intake_sets_aside_whatever_bears_an_answer_files_name(
    station: OpenStation, family: Family, clock: HandClock, kind: str
) -> None:
    taken_in = handed_over(station, family, clock)
    taken_in.finishes()
    handover.take_in_answers(station)
    strange = station.outbox / "merkelig.sealed"
    for place in (taken_in.path, strange):
        match kind:
            case "folder":
                place.mkdir()
            case "pipe":
                os.mkfifo(place)
            case "link":
                place.symlink_to("borte")
            case "empty":
                place.touch()
    other = handed_over(station, family, clock)
    other.finishes()

    first, told = handover.take_in_answers(station)

    assert first.finished
    assert told.problem.startswith("2 svarfiler")
    assert sorted(path.suffix for path in station.outbox.iterdir()) == [".damaged"] * 2
    assert handover.take_in_answers(station) == ()


def test_intake_counts_changes_and_the_time_it_took(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    parent = handed_over(station, family, clock)
    parent.answers(options(station, worth(5)))
    parent.answers({"1": "a"})
    parent.finishes()
    (taken,) = handover.take_in_answers(station)

    sheet = station.journal.read(lambda cursor: screenings.screening(cursor, taken.screening))
    assert sheet is not None
    assert sheet.changes == 1
    assert sheet.seconds == 12 * 30
    assert "6 min 0 s" in results.result(station, taken.screening).how_words


def test_outbox_and_station_folder_hold_no_name_or_answer_in_the_clear(
    station: OpenStation, family: Family, clock: HandClock, folder: Path
) -> None:
    ticket = handover.hand_over(station, choice(family.mother))
    assert not [text for text in texts(ticket) if "Rolig" in text or "Bjørk" in text]
    parent = Parent(ticket, clock)
    parent.answers(options(station, worth(13, tenth=1)))
    parent.finishes()
    for file in folder.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            assert b"Rolig" not in content
            assert b"answered" not in content


def test_intake_of_a_sheet_that_was_taken_back_meanwhile_leaves_it_taken_back(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    """Its file could not be read when she took the answers back; only a critical one calls."""
    for tenth, called in ((0, []), (1, ["critical"])):
        parent = handed_over(station, family, clock)
        parent.answers(options(station, worth(13, tenth=tenth)))
        parent.finishes()
        (session,) = station.journal.read(screenings.open_sessions)
        handover.withdraw(station, session.screening, "Angret")
        (taken,) = handover.take_in_answers(station)
        assert taken.critical == bool(called)
        view = results.result(station, taken.screening)
        assert view.withdrawn
        assert not view.can_resume
        assert alerts(station) == called
        assert unfaithful(station.journal._connection, PROJECTIONS) == ()
        with pytest.raises(FormNotUsableError):
            papers.ehr_text(station, taken.screening)


def test_intake_of_a_session_whose_keys_the_law_had_erased_is_told_of(
    station: OpenStation, family: Family, clock: HandClock
) -> None:
    parent = handed_over(station, family, clock)
    parent.answers(options(station, worth(5)))
    parent.finishes()
    (session,) = station.journal.read(screenings.open_sessions)
    station.journal.erase(station.author, [session.keys_seq], "Pålegg")

    (taken,) = handover.take_in_answers(station)

    assert "0 svar" in taken.problem
    assert alerts(station) == ["damaged"]
    assert not parent.path.exists()
    assert aside(parent).exists()
