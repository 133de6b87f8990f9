"""A parent's answers when the disk fails, fills up, or loses power."""

from __future__ import annotations

import errno
import os
import random
import resource
import signal
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from faulty_disks import FailingDisk, RecordingDisk, TornDisk, acknowledged, after_power_cut

from nurseapp.base.errors import DiskFailedError, DiskFullError, ReadOnlyError
from nurseapp.outbox.answer import Answered, Event
from nurseapp.outbox.reader import read_outbox
from nurseapp.outbox.ticket import OpenSession, SealTicket, new_session
from nurseapp.outbox.writer import OutboxWriter

FORM = "ab" * 32
NAMED = {errno.ENOSPC: DiskFullError, errno.EIO: DiskFailedError, errno.EROFS: ReadOnlyError}


class StillClock:
    def now(self) -> datetime:
        return datetime(2026, 11, 21, 10, 12, tzinfo=UTC)

    def monotonic(self) -> float:
        return 0.0


def answer(number: int) -> Answered:
    return Answered(item=str(number), value="abcd"[number % 4])


def events_in(path: Path, session: OpenSession) -> list[Event]:
    drained = read_outbox(path, session)
    assert drained.problem is None
    return [record.event for record in drained.records]


def start(path: Path, disk: FailingDisk | RecordingDisk) -> tuple[OutboxWriter, OpenSession]:
    ticket, session = new_session(FORM, os.urandom)
    return OutboxWriter(path, ticket, clock=StillClock(), disk=disk), session


@pytest.mark.parametrize("code", NAMED)
@pytest.mark.parametrize("kind", [FailingDisk, TornDisk])
def test_outbox_every_failing_call_is_named_loses_nothing_and_the_next_try_works(
    tmp_path: Path, code: int, kind: type[FailingDisk]
) -> None:
    # create, (write, sync, folder sync), (write, sync), (write, sync)
    for failing in range(2, 9):
        disk = kind(failing, OSError(code, "refused"))
        path = tmp_path / f"{failing}.sealed"
        writer, session = start(path, disk)
        confirmed: list[Event] = []
        failures = 0
        for number in range(1, 4):
            while True:
                try:
                    writer.append(answer(number))
                except NAMED[code]:
                    assert events_in(path, session) == confirmed
                    failures += 1
                else:
                    break
            confirmed.append(answer(number))
            assert events_in(path, session) == confirmed
        writer.close()
        assert failures == 1


@pytest.mark.parametrize("code", NAMED)
def test_outbox_a_file_that_cannot_be_made_is_named(tmp_path: Path, code: int) -> None:
    with pytest.raises(NAMED[code]):
        start(tmp_path / "x.sealed", FailingDisk(1, OSError(code, "refused")))


def test_outbox_a_failed_cut_is_made_up_for_before_the_next_answer(tmp_path: Path) -> None:
    class Stubborn(TornDisk):
        def cut(self, handle: int, length: int) -> None:
            if self.calls == self.fail_at:  # right after the torn write
                self.calls += 1
                raise OSError(errno.EIO, "refused as well")
            super().cut(handle, length)

    path = tmp_path / "x.sealed"
    writer, session = start(path, Stubborn(5, OSError(errno.EIO, "refused")))
    writer.append(answer(1))
    with pytest.raises(DiskFailedError):
        writer.append(answer(2))
    assert read_outbox(path, session).problem == "cut"
    writer.append(answer(2))
    writer.close()
    assert events_in(path, session) == [answer(1), answer(2)]


def in_own_process(work: Callable[[], None]) -> int:
    """Runs `work` in a process of its own and returns its process id."""
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            work()
            code = 0
        except BaseException:  # noqa: BLE001 - nothing may run on in the child
            traceback.print_exc()
        finally:
            os._exit(code)
    return pid


def test_outbox_a_full_disk_is_told_and_answers_go_on_when_there_is_room_again(
    tmp_path: Path,
) -> None:
    path = tmp_path / "x.sealed"
    ticket, session = new_session(FORM, os.urandom)

    def parent() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        _soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        writer = OutboxWriter(path, ticket, clock=StillClock())
        writer.append(answer(1))
        resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 100, hard))
        for _attempt in range(3):
            with pytest.raises(DiskFullError):
                writer.append(answer(2))
            assert events_in(path, session) == [answer(1)]
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        writer.append(answer(2))

    assert os.waitstatus_to_exitcode(os.waitpid(in_own_process(parent), 0)[1]) == 0
    assert events_in(path, session) == [answer(1), answer(2)]


def kill_a_writer(path: Path, chance: random.Random) -> tuple[int, OpenSession]:
    """Kills a writing process at a random moment; returns how many answers it had confirmed."""
    ticket, session = new_session(FORM, os.urandom)
    reading, telling = os.pipe()

    def parent(ticket: SealTicket = ticket) -> None:
        writer = OutboxWriter(path, ticket, clock=StillClock())
        number = 0
        while True:
            number += 1
            writer.append(answer(number))
            os.write(telling, b".")

    pid = in_own_process(parent)
    os.close(telling)
    patience = chance.randrange(25)
    told = 0
    while told < patience and os.read(reading, 1):
        told += 1
    for _spin in range(chance.randrange(20_000)):
        pass  # somewhere inside the next append
    os.kill(pid, signal.SIGKILL)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == -signal.SIGKILL
    while rest := os.read(reading, 4096):
        told += len(rest)
    os.close(reading)
    return told, session


def confirmed_survive_kills(folder: Path, kills: int) -> None:
    chance = random.Random(21)
    for turn in range(kills):
        path = folder / f"{turn}.sealed"
        told, session = kill_a_writer(path, chance)
        drained = read_outbox(path, session)
        assert drained.problem != "forged"
        read = [record.event for record in drained.records]
        assert read[:told] == [answer(number) for number in range(1, told + 1)]


def test_outbox_every_confirmed_answer_survives_kill_9(tmp_path: Path) -> None:
    confirmed_survive_kills(tmp_path, 20)


@pytest.mark.slow
def test_outbox_every_confirmed_answer_survives_500_kills(tmp_path: Path) -> None:
    confirmed_survive_kills(tmp_path, 500)


def lost_in_power_cuts(folder: Path, disk: RecordingDisk, cuts: int) -> int:
    """How many of the cuts lost a confirmed answer or made genuine ones look forged."""
    path = folder / "x.sealed"
    writer, session = start(path, disk)
    for number in range(1, 13):
        writer.append(answer(number))
        disk.acknowledge(number)
    writer.close()
    chance = random.Random(12)
    losses = 0
    for _cut in range(cuts):
        point = chance.randrange(len(disk.log) + 1)
        left = after_power_cut(disk.log, point, chance)
        path.write_bytes(left.get(path.name, b""))
        told = acknowledged(disk.log, point)
        drained = read_outbox(path, session)
        read = [record.event for record in drained.records][:told]
        kept = read == [answer(number) for number in range(1, told + 1)]
        losses += not kept or drained.problem == "forged"
    return losses


def test_outbox_power_cuts_lose_no_confirmed_answer(tmp_path: Path) -> None:
    assert lost_in_power_cuts(tmp_path, RecordingDisk(), 200) == 0


@pytest.mark.slow
def test_outbox_3000_power_cuts_lose_no_confirmed_answer(tmp_path: Path) -> None:
    assert lost_in_power_cuts(tmp_path, RecordingDisk(), 3000) == 0


def test_outbox_power_cuts_lose_answers_if_syncing_is_left_out(tmp_path: Path) -> None:
    assert lost_in_power_cuts(tmp_path, RecordingDisk(syncs=False), 60) > 0


def test_outbox_power_cuts_lose_answers_if_the_folder_is_not_synced(tmp_path: Path) -> None:
    assert lost_in_power_cuts(tmp_path, RecordingDisk(folder_syncs=False), 60) > 0
