"""Answers that can be written but not read, and every change to them noticed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nurseapp.base.errors import UnreadableError
from nurseapp.outbox.answer import (
    Answered,
    Declined,
    Event,
    Finished,
    LanguageChosen,
    Paused,
    Record,
    RecordError,
    Started,
    WentBack,
    padded,
    unpadded,
)
from nurseapp.outbox.chain import Chain
from nurseapp.outbox.reader import Drained, destroy, read_outbox, set_aside
from nurseapp.outbox.ticket import OpenSession, SealTicket, new_session
from nurseapp.outbox.writer import OutboxWriter

FORM = "ab" * 32
RECORD = 4 + 256 + 48 + 32  # length, padded record in its sealed box, MAC
OSLO = timezone(timedelta(hours=1))

EVENTS: tuple[Event, ...] = (
    Started(language="nb", layout="one_at_a_time"),
    Answered(item="item-one", value="option-a"),
    Answered(item="item-two", value="option-d"),
    WentBack(item="item-one"),
    Answered(item="item-one", value="option-b"),
    Declined(item="item-three"),
    Answered(item="item-three", value="option-c"),
    LanguageChosen(language="uk"),
)


class HandClock:
    """Moves a second and a half at every look at it."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def now(self) -> datetime:
        return datetime(2026, 11, 21, 10, 12, tzinfo=OSLO)

    def monotonic(self) -> float:
        self.seconds += 1.5
        return self.seconds


def session_keys(form: str = FORM) -> tuple[SealTicket, OpenSession]:
    return new_session(form, os.urandom)


def write(path: Path, ticket: SealTicket, events: Sequence[Event]) -> None:
    writer = OutboxWriter(path, ticket, clock=HandClock())
    for event in events:
        writer.append(event)
    writer.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "x.sealed"


@pytest.fixture
def session(path: Path) -> OpenSession:
    """Keys of a session whose file is written."""
    ticket, opened = session_keys()
    write(path, ticket, EVENTS)
    return opened


def events_of(drained: Drained) -> tuple[Event, ...]:
    return tuple(record.event for record in drained.records)


def records_in(path: Path) -> list[bytes]:
    data = path.read_bytes()
    return [data[at : at + RECORD] for at in range(0, len(data), RECORD)]


def test_outbox_gives_back_every_record_with_its_time(path: Path, session: OpenSession) -> None:
    drained = read_outbox(path, session)
    assert events_of(drained) == EVENTS
    assert drained.problem is None
    assert drained.count == len(EVENTS)
    assert drained.digest == sha256(path.read_bytes()).hexdigest()
    assert [record.elapsed_ms for record in drained.records] == [0] + [1500] * 7
    assert {record.at for record in drained.records} == {"2026-11-21T10:12:00+01:00"}


def test_outbox_end_and_pause_say_how_many_records_stand_before_them(path: Path) -> None:
    ticket, session = session_keys()
    writer = OutboxWriter(path, ticket, clock=HandClock())
    writer.append(EVENTS[0])
    writer.pause()
    writer.finish()
    writer.close()
    assert events_of(read_outbox(path, session))[1:] == (Paused(records=1), Finished(records=2))


def test_outbox_a_wrong_count_at_the_end_is_forged(path: Path) -> None:
    ticket, session = session_keys()
    write(path, ticket, [*EVENTS, Finished(records=3)])
    drained = read_outbox(path, session)
    assert drained.problem == "forged"
    assert events_of(drained) == EVENTS


def test_outbox_shows_neither_answers_nor_lengths(path: Path, session: OpenSession) -> None:
    data = path.read_bytes()
    for word in (b"item", b"option", b"answered", b"declined", b"language", b"2026", b"event"):
        assert word not in data
    assert {len(record) for record in records_in(path)} == {RECORD}
    assert len(data) == RECORD * len(EVENTS)


def test_outbox_a_long_answer_is_padded_as_well(path: Path) -> None:
    ticket, session = session_keys()
    long = Answered(item="1", value="å" * 400)
    write(path, ticket, [long, EVENTS[1]])
    assert (path.stat().st_size - RECORD) % 256 == (4 + 48 + 32) % 256
    assert events_of(read_outbox(path, session)) == (long, EVENTS[1])


@pytest.mark.parametrize("sign", ["a", "ø", "\U0001f426", '"', "\n", "\x01"])
def test_outbox_keeps_the_longest_text_whatever_its_signs(path: Path, sign: str) -> None:
    """4,000 signs are the most that a form may ask for."""
    ticket, opened = session_keys()
    write(path, ticket, [Answered(item="note", value=sign * 4000)])
    assert events_of(read_outbox(path, opened)) == (Answered(item="note", value=sign * 4000),)


def test_outbox_file_is_for_its_user_alone_and_a_ticket_is_used_once(path: Path) -> None:
    ticket, _session = session_keys()
    write(path, ticket, EVENTS)
    assert path.stat().st_mode & 0o777 == 0o600
    before = path.read_bytes()
    with pytest.raises(FileExistsError):
        OutboxWriter(path, ticket, clock=HandClock())
    assert path.read_bytes() == before


def test_outbox_the_writer_holds_nothing_that_opens_its_file(path: Path) -> None:
    from nacl.exceptions import CryptoError
    from nacl.public import PrivateKey, SealedBox

    ticket, _session = session_keys()
    write(path, ticket, EVENTS)
    box = records_in(path)[0][4:-32]
    for key in (ticket.public_key, ticket.mac_key, bytes.fromhex(ticket.form_sha256)):
        with pytest.raises(CryptoError):
            SealedBox(PrivateKey(key)).decrypt(box)
    assert set(msgspec.to_builtins(ticket)) == {"session", "form_sha256", "public_key", "mac_key"}


def test_outbox_a_flipped_bit_anywhere_is_noticed(path: Path, session: OpenSession) -> None:
    good = path.read_bytes()
    for at in range(0, len(good), 3):
        damaged = bytearray(good)
        damaged[at] ^= 1 << at % 8
        path.write_bytes(damaged)
        drained = read_outbox(path, session)
        before = at // RECORD
        assert drained.problem == "forged"
        assert events_of(drained) == EVENTS[:before]


def test_outbox_cut_anywhere_keeps_the_whole_records_before(
    path: Path, session: OpenSession
) -> None:
    good = path.read_bytes()
    for length in range(0, len(good), 7):
        path.write_bytes(good[:length])
        drained = read_outbox(path, session)
        whole, rest = divmod(length, RECORD)
        assert events_of(drained) == EVENTS[:whole]
        assert drained.problem == ("cut" if rest else None)


def test_outbox_zeros_that_never_became_data_are_a_cut(path: Path, session: OpenSession) -> None:
    good = path.read_bytes()
    for arrived in range(1, RECORD + 1):
        path.write_bytes(good[:-arrived] + bytes(arrived))
        drained = read_outbox(path, session)
        unchanged = good.endswith(bytes(arrived))
        assert drained.problem == (None if unchanged else "cut")
        assert events_of(drained)[:7] == EVENTS[:7]


@settings(max_examples=25)
@given(data=st.data())
def test_outbox_records_moved_doubled_or_left_out_are_forged(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("outbox") / "x.sealed"
    ticket, session = session_keys()
    write(path, ticket, EVENTS)
    records = records_in(path)
    order = data.draw(st.lists(st.integers(0, len(records) - 1), max_size=10))
    path.write_bytes(b"".join(records[place] for place in order))
    drained = read_outbox(path, session)
    genuine = 0
    while genuine < len(order) and order[genuine] == genuine:
        genuine += 1
    assert events_of(drained) == EVENTS[:genuine]
    assert drained.problem == (None if genuine == len(order) else "forged")


def test_outbox_of_another_session_is_forged(tmp_path: Path, session: OpenSession) -> None:
    ticket, _opened = session_keys()
    other = tmp_path / "other.sealed"
    write(other, ticket, EVENTS)
    assert read_outbox(other, session) == Drained(
        records=(), digest=sha256(other.read_bytes()).hexdigest(), problem="forged"
    )


@pytest.mark.parametrize(
    "change", [{"form_sha256": "cd" * 32}, {"session": "00" * 16}, {"mac_key": bytes(32)}]
)
def test_outbox_of_another_form_session_or_key_is_forged(
    path: Path, session: OpenSession, change: dict[str, object]
) -> None:
    drained = read_outbox(path, msgspec.structs.replace(session, **change))
    assert (drained.problem, drained.records) == ("forged", ())


def test_outbox_a_genuine_seal_around_something_else_is_forged(path: Path) -> None:
    from nacl.public import PublicKey, SealedBox

    ticket, session = session_keys()
    chain = Chain(ticket.session, ticket.form_sha256, ticket.mac_key)
    box = SealedBox(PublicKey(ticket.public_key)).encrypt(b'{"event":{}}'.ljust(256))
    path.write_bytes(chain.record(box))
    assert read_outbox(path, session).problem == "forged"


@pytest.mark.parametrize("planted", [b"{}" * 500, b"\xff" * 5000, b"\0\0\1\x30" + b"x" * 5000])
def test_outbox_a_planted_file_is_forged(path: Path, session: OpenSession, planted: bytes) -> None:
    path.write_bytes(planted)
    assert read_outbox(path, session).problem == "forged"


def test_outbox_that_was_never_made_has_no_records(tmp_path: Path, session: OpenSession) -> None:
    drained = read_outbox(tmp_path / "none.sealed", session)
    assert (drained.records, drained.problem) == ((), None)


def test_outbox_that_cannot_be_read_is_named(tmp_path: Path, session: OpenSession) -> None:
    with pytest.raises(UnreadableError):
        read_outbox(tmp_path, session)


def test_outbox_is_destroyed_once_and_again(path: Path, session: OpenSession) -> None:
    destroy(path)
    assert not path.exists()
    destroy(path)


def test_outbox_set_aside_is_kept_and_never_overwritten(path: Path) -> None:
    for turn in (b"first", b"second", b"third"):
        path.write_bytes(turn)
        assert set_aside(path).read_bytes() == turn
    assert sorted(file.name for file in path.parent.iterdir()) == [
        "x.sealed.damaged",
        "x.sealed.damaged.1",
        "x.sealed.damaged.2",
    ]


def test_ticket_travels_as_json_and_never_shows_its_keys() -> None:
    ticket, session = session_keys()
    for value in (ticket, session):
        assert msgspec.json.decode(msgspec.json.encode(value), type=type(value)) == value
        assert repr(value) == f"{type(value).__name__}({ticket.session})"


@pytest.mark.parametrize(
    "change",
    [
        {"session": "xyz"},
        {"form_sha256": FORM.upper()},
        {"public_key": "AAAA"},
        {"mac_key": ""},
        {"more": 1},
    ],
)
def test_ticket_that_is_none_is_refused(change: dict[str, object]) -> None:
    ticket, _session = session_keys()
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(msgspec.to_builtins(ticket) | change, SealTicket)


events = st.one_of(
    st.builds(Answered, item=st.text("0123456789abc-", min_size=1, max_size=40), value=st.text()),
    st.builds(Declined, item=st.text("0123456789", min_size=1, max_size=40)),
    st.builds(
        Started, language=st.text(max_size=8), layout=st.sampled_from(["one_at_a_time", "page"])
    ),
)


@given(event=events, elapsed_ms=st.integers(0, 2**40))
def test_record_is_padded_to_256_bytes_and_read_back(event: Event, elapsed_ms: int) -> None:
    record = Record(event=event, at="2026-11-21T10:12:00+01:00", elapsed_ms=elapsed_ms)
    data = padded(record)
    assert len(data) % 256 == 0
    assert unpadded(data) == record


@pytest.mark.parametrize("damage", [b"", b" ", b"x"])
def test_record_that_is_not_canonical_is_refused(damage: bytes) -> None:
    data = padded(Record(event=EVENTS[1], at="", elapsed_ms=0))
    with pytest.raises(RecordError):
        unpadded(damage + data[:-1])


def test_record_too_long_to_be_an_answer_is_refused() -> None:
    with pytest.raises(RecordError):
        padded(Record(event=Answered(item="1", value="x" * 70_000), at="", elapsed_ms=0))


def test_outbox_writer_loads_nothing_that_reads_a_journal() -> None:
    program = (
        "import sys; import nurseapp.outbox.writer, nurseapp.outbox.ticket\n"
        "print([name for name in sys.modules if name.startswith(('nurseapp.vault', "
        "'nurseapp.journal', 'nurseapp.outbox.reader', 'argon2', 'sqlcipher3', 'socket'))])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"
