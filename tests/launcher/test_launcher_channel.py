"""The channel between launcher and windows: what was said arrives, and nonsense ends it."""

from __future__ import annotations

import io
import json
import os
import queue
import struct
import subprocess
import sys
import threading
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nurseapp.base.channel import LONGEST, Channel, ChannelError, Message, pack, read_message

values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(st.characters(codec="utf-8")), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip
messages = st.dictionaries(st.text(st.characters(codec="utf-8")), values, max_size=5).flatmap(
    lambda rest: st.text(st.characters(codec="utf-8")).map(lambda said: {**rest, "type": said})
)


@given(st.lists(messages, max_size=5))
def test_channel_gives_what_was_said_in_order(said: list[Message]) -> None:
    stream = io.BytesIO(b"".join(pack(message) for message in said))
    heard = []
    while (message := read_message(stream)) is not None:
        heard.append(message)
    assert heard == said


@given(messages, st.data())
def test_channel_cut_anywhere_ends_without_a_message(message: Message, data: Any) -> None:
    whole = pack(message)
    cut = data.draw(st.integers(0, len(whole) - 1))
    assert read_message(io.BytesIO(whole[:cut])) is None


@given(st.binary(max_size=200))
def test_channel_takes_no_bytes_for_a_message_that_are_none(noise: bytes) -> None:
    try:
        message = read_message(io.BytesIO(noise))
    except ChannelError:
        return
    assert message is None or isinstance(message["type"], str)


def framed(body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + body


DEEP = b'{"type":' + b"[" * 200_000 + b"]" * 200_000 + b"}"
HOSTILE = {
    "too long": struct.pack(">I", LONGEST + 1) + b" " * 10,
    "not JSON": framed(b"{type: show}"),
    "not text": framed(b"\xff\xfe\x00"),
    "a list": framed(b'["type"]'),
    "a word": framed(b'"type"'),
    "no type": framed(b'{"kind":"show"}'),
    "a type that is a number": framed(b'{"type":1}'),
    "empty": framed(b""),
    "very deep": framed(DEEP),
    "a huge number": framed(b'{"type":"show","n":' + b"9" * 5000 + b"}"),
}


@pytest.mark.parametrize("sent", HOSTILE.values(), ids=HOSTILE.keys())
def test_channel_ends_at_what_is_no_message(sent: bytes) -> None:
    heard: queue.SimpleQueue[Message | None] = queue.SimpleQueue()
    channel = Channel(io.BytesIO(pack({"type": "ping"}) + sent), io.BytesIO(), heard.put)
    channel.open()
    assert heard.get(timeout=5) == {"type": "ping"}
    assert heard.get(timeout=5) is None
    channel.finish(5)


def test_channel_refuses_to_say_what_is_too_long() -> None:
    with pytest.raises(ChannelError):
        pack({"type": "grab", "words": "å" * LONGEST})
    longest = {"type": "grab", "words": "x" * (LONGEST - len('{"type":"grab","words":""}'))}
    assert read_message(io.BytesIO(pack(longest))) == longest


def test_channel_never_blocks_the_one_who_speaks_though_nobody_reads() -> None:
    reading, writing = os.pipe()
    never_ends, hold = os.pipe()
    channel = Channel(os.fdopen(never_ends, "rb"), os.fdopen(writing, "wb"), lambda _message: None)
    channel.open()
    for _time in range(200):  # far more than a pipe holds
        channel.say({"type": "grab", "words": "x" * 10_000})
    for end in (reading, hold):
        os.close(end)
    channel.finish(5)


def test_channel_lets_go_of_its_pipes_and_threads_when_the_other_side_is_gone() -> None:
    heard: queue.SimpleQueue[Message | None] = queue.SimpleQueue()
    before = set(threading.enumerate())
    theirs, ours = os.pipe(), os.pipe()
    source, sink = os.fdopen(theirs[0], "rb"), os.fdopen(ours[1], "wb")
    channel = Channel(source, sink, heard.put)
    channel.open()
    opened = set(threading.enumerate()) - before
    for end in (theirs[1], ours[0]):
        os.close(end)
    assert heard.get(timeout=5) is None
    for thread in opened:
        thread.join(5)
    assert [thread for thread in opened if thread.is_alive()] == []
    assert source.closed
    assert sink.closed


PRINTING = """\
import os, sys
from nurseapp.base.channel import pack, take_standard_streams
source, sink = take_standard_streams()
print("a stray print")
os.write(1, b"and one from C")
sink.write(pack({"type": "ready"}))
sink.flush()
sys.stdin.read()
"""


def test_channel_is_not_broken_by_a_stray_print() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PRINTING], capture_output=True, check=True, input=b"unread"
    )
    assert done.stdout == pack({"type": "ready"})
    assert b"a stray print" in done.stderr
    assert b"and one from C" in done.stderr


def test_channel_packs_norwegian_words_as_they_are() -> None:
    body = pack({"type": "show", "why": "blåbær"})[4:]
    assert json.loads(body) == {"type": "show", "why": "blåbær"}
    assert "blåbær".encode() in body
